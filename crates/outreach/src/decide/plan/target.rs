//! What a plan is to reach, and by what.

use crate::error::{Error, Result};

/// This many meetings held, with a probability.
///
/// ```
/// use outreach::{Campaign, Rates, Strategy, Target};
///
/// let cold = Campaign::new(Rates::documented(), Strategy::cold(), 100)?;
/// let plan = cold.smallest(Target::meetings(5).with_confidence(0.9))?;
/// assert_eq!(plan.smallest(), Some(78));
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    pub(super) meetings: u32,
    pub(super) confidence: f64,
}

impl Target {
    /// At least this many meetings held, with a probability of 90 %.
    pub const fn meetings(meetings: u32) -> Self {
        Self { meetings, confidence: 0.9 }
    }

    /// The same with another probability, 0 to 1.
    #[must_use]
    pub const fn with_confidence(mut self, confidence: f64) -> Self {
        self.confidence = confidence;
        self
    }

    /// The number of meetings.
    pub const fn least_meetings(self) -> u32 {
        self.meetings
    }

    /// The probability.
    pub const fn confidence(self) -> f64 {
        self.confidence
    }
}

/// What a plan looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Solve {
    /// The smallest number of attempts.
    #[default]
    Attempts,
    /// The smallest number of warm attempts among the campaign's calls; with a pool, of referrals to start with.
    Referrals,
    /// The smallest budget, in whole minutes.
    Hours,
    /// The smallest number of contacts, each called as often as the campaign calls them.
    Contacts,
    /// The smallest number of attempts at each of the campaign's contacts.
    AttemptsPerContact,
}

impl Solve {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Attempts, Self::Referrals, Self::Hours, Self::Contacts, Self::AttemptsPerContact];

    /// Its name: `attempts`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Attempts => "attempts",
            Self::Referrals => "referrals",
            Self::Hours => "hours",
            Self::Contacts => "contacts",
            Self::AttemptsPerContact => "attempts-per-contact",
        }
    }
}

impl std::str::FromStr for Solve {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|solve| solve.key() == name).ok_or_else(|| Error::Unknown {
            what: "thing to solve for",
            name: name.to_owned(),
            accepted: Self::ALL.map(Self::key).join(", "),
        })
    }
}
