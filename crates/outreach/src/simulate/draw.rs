//! Distributions made ready for drawing: one 64-bit number decides each draw.

use std::cmp::Reverse;

use rand::Rng;

use crate::model::call::CallTree;
use crate::numerics::Pmf;

/// 2^64: as many numbers are drawn from.
const NUMBERS: f64 = 18_446_744_073_709_551_616.0;

/// A call tree: a number decides the whole path of a call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paths {
    /// The first `possible` of them: the end of a path's range of numbers, and its index in the tree; the most frequent
    /// one first. The last range ends beyond all numbers.
    ranges: [(u64, u8); CallTree::MOST_PATHS],
    possible: usize,
}

impl Paths {
    /// Each path's range is its probability · 2^64 long, the most frequent one's is what they leave; rarer than that is
    /// never.
    pub(crate) fn new(probabilities: &[f64; CallTree::MOST_PATHS]) -> Self {
        let mut order: [(u128, u8); CallTree::MOST_PATHS] =
            std::array::from_fn(|index| ((probabilities[index] * NUMBERS) as u128, index as u8));
        order.sort_unstable_by_key(|&(width, index)| (Reverse(width), index));
        let possible = order.iter().take_while(|(width, _)| *width > 0).count();
        let others: u128 = order[1..possible].iter().map(|(width, _)| width).sum();
        let mut end = (1_u128 << 64) - others;
        let mut ranges = [(u64::MAX, 0); CallTree::MOST_PATHS];
        for (place, range) in ranges[..possible].iter_mut().enumerate() {
            // Only the last range ends at 2^64, and it is not looked at.
            *range = (u64::try_from(end).unwrap_or(u64::MAX), order[place].1);
            end += order.get(place + 1).map_or(0, |(width, _)| *width);
        }
        Self { ranges, possible }
    }

    /// The index of the drawn path in the tree.
    pub(crate) fn draw(&self, rng: &mut impl Rng) -> usize {
        let number = rng.next_u64();
        let last = self.possible - 1;
        let place = self.ranges[..last].iter().position(|(end, _)| number < *end).unwrap_or(last);
        usize::from(self.ranges[place].1)
    }
}

/// A distribution of a count.
#[derive(Debug, Clone)]
pub(crate) struct Counts {
    first: u64,
    /// The ends of the counts' ranges of numbers; the last one's is beyond all of them, and not here.
    ends: Vec<u64>,
}

impl Counts {
    pub(crate) fn new(law: &Pmf) -> Self {
        let mut cumulative = 0.0;
        let ends = law.masses()[1..].iter().zip(law.masses()).map(|(_, mass)| {
            cumulative += mass;
            (cumulative * NUMBERS) as u64
        });
        Self { first: law.first() as u64, ends: ends.take_while(|&end| end < u64::MAX).collect() }
    }

    pub(crate) fn draw(&self, rng: &mut impl Rng) -> u64 {
        let number = rng.next_u64();
        self.first + self.ends.iter().position(|&end| number < end).unwrap_or(self.ends.len()) as u64
    }
}
