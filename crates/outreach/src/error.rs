//! What can be wrong with the caller's input.

use std::ops::RangeInclusive;

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
    /// What a campaign has brought so far is so unlikely at its rates that hardly a world is left which it could come from.
    #[error(
        "so far = {meetings} of {attempts} (meetings of attempts) is too unlikely to weigh: at these rates its probability \
         is {}; give rates that are nearer to yours",
        unlikely(*.probability)
    )]
    Unlikely {
        /// Attempts made so far.
        attempts: u32,
        /// Meetings held so far.
        meetings: u32,
        /// The probability of just this outcome, before anything was known of it.
        probability: f64,
    },
    /// The yield has no exact distribution that can be computed.
    #[error("there is no exact distribution: {reason}")]
    NoExactDistribution {
        /// Why.
        reason: String,
    },
    /// Parts of a run that cannot be joined, or are no parts of it.
    #[error(transparent)]
    Parts(#[from] Unfit),
    /// Several things are wrong at once.
    #[error("{}", list(.0))]
    Several(Vec<Error>),
}

/// Why parts do not make up a run.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// They are parts of two runs.
    #[error("{what} {one} and {what} {other} are two runs")]
    TwoRuns {
        /// What differs: `version`, `results`, `campaign`, `calls`, `seed` or `trials`.
        what: &'static str,
        /// What it is in one of them.
        one: String,
        /// What it is in the other.
        other: String,
    },
    /// Two of them hold the same trials.
    #[error("trials {first} to {last} were given twice")]
    Twice {
        /// The first of these trials, from 1.
        first: u64,
        /// The last one.
        last: u64,
    },
    /// Trials are in none of them.
    #[error("trials are missing, of {of}: {}", ranges(trials))]
    Missing {
        /// This many trials make up the run.
        of: u64,
        /// Those that are missing, from 1.
        trials: Vec<RangeInclusive<u64>>,
    },
    /// The run stops at a precision: how many trials it takes is not known before.
    #[error("a run that stops at a precision has no parts: its number of trials must be given")]
    Precision,
    /// They hold no trial.
    #[error("there is no trial yet")]
    Empty,
    /// They are of another campaign.
    #[error("the parts are of another campaign")]
    OtherCampaign,
    /// One of them holds what no run comes to.
    #[error("a part holds what no run comes to: it is damaged")]
    Damaged,
    /// A list holds what no contacts come to.
    #[error("a list holds what no contacts come to: it is damaged")]
    DamagedList,
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

/// One digit of a small probability: `0.000007`, `3e-9`.
fn unlikely(probability: f64) -> String {
    match format!("{probability:.0e}") {
        one_digit if probability < 1e-6 && probability > 0.0 => one_digit,
        one_digit => one_digit.parse::<f64>().unwrap_or(probability).to_string(),
    }
}

/// There is no exact distribution, and why.
pub(crate) fn no_exact_distribution<T>(reason: &str) -> Result<T> {
    Err(Error::NoExactDistribution { reason: reason.to_owned() })
}

fn list(errors: &[Error]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// `1 to 4096, 8193 to 12288`.
fn ranges(trials: &[RangeInclusive<u64>]) -> String {
    trials.iter().map(|trials| format!("{} to {}", trials.start(), trials.end())).collect::<Vec<_>>().join(", ")
}

/// `Result` with this crate's [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;
