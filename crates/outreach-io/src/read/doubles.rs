//! Rows of a table that stand there more than once.

use std::collections::HashSet;

/// Rows that are the same, among as many rows as fit in memory that does not grow: those whose hash ends in so many zeros.
#[derive(Debug, Default)]
pub(crate) struct Doubles {
    zeros: u32,
    kept: HashSet<u64>,
    met: u64,
}

impl Doubles {
    const MOST: usize = 1 << 16;

    pub(crate) fn add(&mut self, hash: u64) {
        if hash.trailing_zeros() < self.zeros {
            return;
        }
        self.met += u64::from(!self.kept.insert(hash));
        if self.kept.len() > Self::MOST {
            self.zeros += 1;
            self.kept.retain(|hash| hash.trailing_zeros() >= self.zeros);
            self.met /= 2;
        }
    }
    /// About so many were there before.
    pub(crate) fn met(&self) -> u64 {
        self.met << self.zeros
    }
}
