//! What can be wrong with the caller's input.

/// Why a value was refused or an answer does not exist.
///
/// Each message names the thing, its value and what is accepted, as a lower-case fragment that fits behind `error: `.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A value outside what its field accepts.
    #[error("{field} = {value} is not {accepted}")]
    Rejected {
        /// The field, by the name that users give it.
        field: String,
        /// The value as it was given.
        value: String,
        /// What would be accepted, as a noun: `a probability (0 to 1)`.
        accepted: String,
    },
    /// A name that nothing bears.
    #[error("unknown {what} `{name}` (accepted: {accepted})")]
    Unknown {
        /// What was named: `strategy`, `preset`, `rate`, …
        what: &'static str,
        /// The name as it was given.
        name: String,
        /// The names that exist, separated by commas.
        accepted: String,
    },
    /// The reading `overall` leaves no probability for a conversation that kept its warm standing.
    #[error(
        "reading `overall` cannot be solved: with warm.meeting = {meeting}, incident.rate = {rate}, incident.disliked = \
         {disliked} and incident.recovery = {recovery} the probability of a conversation that kept its standing would be \
         {probability}, not a probability (0 to 1)"
    )]
    Unsolvable {
        /// `warm.meeting`, the probability over all warm conversations.
        meeting: f64,
        /// `incident.rate`.
        rate: f64,
        /// `incident.disliked`.
        disliked: f64,
        /// `incident.recovery`.
        recovery: f64,
        /// The solution that is no probability; infinite or not a number if no conversation keeps its standing.
        probability: f64,
    },
    /// The yield has no exact distribution that can be computed.
    #[error("there is no exact distribution: {reason}")]
    NoExactDistribution {
        /// Why.
        reason: String,
    },
    /// Parts of a run that cannot be joined, or are no parts of it.
    #[error("{reason}")]
    Parts {
        /// Why.
        reason: String,
    },
    /// Several things are wrong at once.
    #[error("{}", list(.0))]
    Several(Vec<Error>),
}

impl Error {
    pub(crate) fn rejected(field: &str, value: impl std::fmt::Display + Copy, accepted: &str) -> Self {
        Self::Rejected { field: field.to_owned(), value: value.to_string(), accepted: accepted.to_owned() }
    }

    /// All errors at once, so that a user mends them in one go.
    pub(crate) fn all(mut errors: Vec<Self>) -> Result<(), Self> {
        match errors.len() {
            0 => Ok(()),
            1 => Err(errors.remove(0)),
            _ => Err(Self::Several(errors)),
        }
    }
}

/// There is no exact distribution, and why.
pub(crate) fn no_exact_distribution<T>(reason: &str) -> Result<T> {
    Err(Error::NoExactDistribution { reason: reason.to_owned() })
}

fn list(errors: &[Error]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;
