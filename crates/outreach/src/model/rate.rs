//! One rate, known or uncertain, and where it comes from.

use std::fmt;

use crate::error::Result;
use crate::numerics::{Beta, Probability};

/// A rate: how often one thing follows another.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Rate {
    /// A known number.
    Fixed(Probability),
    /// Not known for sure: drawn once per campaign, and then the same for all of its calls.
    Beta(Beta),
}

impl Rate {
    /// A known number.
    ///
    /// # Errors
    /// [`Error::Rejected`](crate::Error::Rejected) if it is no probability.
    pub fn fixed(value: f64) -> Result<Self> {
        Probability::new(value).map(Self::Fixed)
    }

    /// Its expectation.
    pub const fn mean(self) -> f64 {
        match self {
            Self::Fixed(probability) => probability.get(),
            Self::Beta(beta) => beta.mean(),
        }
    }

    /// Whether it is not known for sure.
    pub const fn is_uncertain(self) -> bool {
        matches!(self, Self::Beta(_))
    }

    pub(crate) fn is_sure(self, value: f64) -> bool {
        matches!(self, Self::Fixed(probability) if probability.get().total_cmp(&value).is_eq())
    }
}

impl From<Beta> for Rate {
    fn from(beta: Beta) -> Self {
        Self::Beta(beta)
    }
}

impl From<Probability> for Rate {
    fn from(probability: Probability) -> Self {
        Self::Fixed(probability)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(probability) => probability.fmt(f),
            Self::Beta(beta) => beta.fmt(f),
        }
    }
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Provenance {
    /// The founding text says so.
    Documented,
    /// Published measurements say so, for others than you.
    Published,
    /// Nobody says so: a default of this project.
    Assumed,
    /// The user said so.
    SetByYou,
}

impl Provenance {
    /// Its name: `set by you`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Published => "published",
            Self::Assumed => "assumed",
            Self::SetByYou => "set by you",
        }
    }
}

impl fmt::Display for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}
