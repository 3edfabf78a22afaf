//! The order of a run: fixed blocks of trials, spread over threads, merged in any order.

use std::ops::{ControlFlow, Range};

use super::stream::BLOCK;
use crate::error::{Error, Result};
use crate::interruption::tell_made;
use crate::parallel::prelude::*;

/// How many trials, how precise, from which seed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Trials {
    pub(crate) most: u64,
    pub(crate) precision: Option<f64>,
    pub(crate) seed: u64,
}

impl Default for Trials {
    fn default() -> Self {
        Self { most: 100_000, precision: None, seed: 42 }
    }
}

/// The first trial count at which the precision is checked; each later one is twice the one before.
const FIRST_CHECKPOINT: u64 = 10_000;
/// The observer is called about this often, and after each block of every thread where they are longer.
const CALLS_PER_ROUND: u64 = 100_000_000;

impl Trials {
    /// So that the products of sums in the error estimates fit 128 bits.
    const MAX: u64 = 1_000_000_000_000;

    pub(crate) fn check(&self) -> Result<()> {
        let mut errors = Vec::new();
        if !(1..=Self::MAX).contains(&self.most) {
            errors.push(Error::rejected("trials", self.most, "a number of trials (1 to 1,000,000,000,000)"));
        }
        if let Some(precision) = self.precision
            && !(precision > 0.0 && precision.is_finite())
        {
            errors.push(Error::rejected("precision", precision, "a standard error (a number above 0)"));
        }
        Error::all(errors)
    }

    /// The number of blocks; the last one may have fewer trials.
    pub(crate) fn blocks(&self) -> u64 {
        self.most.div_ceil(BLOCK)
    }

    /// The trials of the run before a block.
    pub(crate) fn before(&self, block: u64) -> u64 {
        block.saturating_mul(BLOCK).min(self.most)
    }

    /// This many blocks are made between two looks at what there is.
    pub(crate) fn round(calls_per_trial: u64) -> u64 {
        (CALLS_PER_ROUND / (calls_per_trial * BLOCK)).max(current_num_threads() as u64)
    }

    /// Tallies blocks; `block` gets a block's number and how many of its trials to make.
    pub(crate) fn tally<T: Default + Send>(
        &self,
        blocks: Range<u64>,
        block: &(impl Fn(u64, u64) -> T + Sync),
        merge: &(impl Fn(&mut T, &T) + Sync),
    ) -> T {
        let made = |number| {
            let trials = self.before(number + 1) - self.before(number);
            let made = block(number, trials);
            tell_made(trials);
            made
        };
        #[expect(clippy::disallowed_methods, reason = "integer tallies: any order gives the same")]
        blocks.into_par_iter().map(made).reduce(T::default, |mut one, other| {
            merge(&mut one, &other);
            one
        })
    }

    /// Tallies the trials block by block; `block` gets a block's number and how many of its trials to make.
    pub(crate) fn run<T: Default + Clone + Send>(
        &self,
        calls_per_trial: u64,
        block: impl Fn(u64, u64) -> T + Sync,
        merge: impl Fn(&mut T, &T) + Sync,
        std_error: impl Fn(&T) -> f64,
        mut observe: impl FnMut(&T) -> ControlFlow<()>,
    ) -> Result<T> {
        self.check()?;
        let round = Self::round(calls_per_trial);
        let mut whole_blocks = T::default();
        let mut blocks = 0;
        let mut checkpoint = self.precision.map_or(u64::MAX, |_| FIRST_CHECKPOINT);
        loop {
            let stop = self.most.min(checkpoint).min((blocks + round) * BLOCK);
            let finished = stop / BLOCK;
            let made = self.tally(blocks..finished, &block, &merge);
            merge(&mut whole_blocks, &made);
            blocks = finished;
            // A stop inside a block counts the block's first trials; the next round makes the block from its start.
            let mut so_far = whole_blocks.clone();
            if !stop.is_multiple_of(BLOCK) {
                merge(&mut so_far, &block(blocks, stop % BLOCK));
            }
            let precise = stop == checkpoint && self.precision.is_some_and(|precision| std_error(&so_far) <= precision);
            if observe(&so_far).is_break() || precise || stop == self.most {
                return Ok(so_far);
            }
            if stop == checkpoint {
                checkpoint = checkpoint.saturating_mul(2);
            }
        }
    }
}
