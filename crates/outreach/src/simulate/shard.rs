//! Shares of a run.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use crate::error::{Error, Result};

/// One of several shares of a run of about the same size: consecutive blocks of its trials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    index: u64,
    of: u64,
}

impl Shard {
    /// All of it.
    pub const WHOLE: Self = Self { index: 1, of: 1 };

    /// The share of this number, from 1 up, of this many.
    ///
    /// # Errors
    /// [`Error::Rejected`] for a number that is 0, or more than there are.
    pub fn new(index: u64, of: u64) -> Result<Self> {
        if (1..=of).contains(&index) { Ok(Self { index, of }) } else { Err(not_a_shard(&format!("{index}/{of}"))) }
    }

    /// How many shares there are.
    pub const fn of(self) -> u64 {
        self.of
    }

    pub(super) fn blocks(self, all: u64) -> Range<u64> {
        // A share of 64-bit numbers fits them.
        let end = |share: u64| (u128::from(all) * u128::from(share) / u128::from(self.of)) as u64;
        end(self.index - 1)..end(self.index)
    }
}

fn not_a_shard(text: &str) -> Error {
    let accepted = "a share of the run, from 1/n to n/n".to_owned();
    Error::Rejected { field: "shard".to_owned(), value: text.to_owned(), accepted }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.of)
    }
}

impl FromStr for Shard {
    type Err = Error;

    /// `2/8`: the second of eight.
    fn from_str(text: &str) -> Result<Self> {
        let read = || {
            let (index, of) = text.split_once('/')?;
            Some((index.parse().ok()?, of.parse().ok()?))
        };
        read().ok_or_else(|| not_a_shard(text)).and_then(|(index, of)| Self::new(index, of))
    }
}
