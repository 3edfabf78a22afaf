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
    ranges: [(u64, u8); CallTree::MAX_PATHS],
    possible: usize,
}

impl Paths {
    /// Each path's range is its probability · 2^64 long, the most frequent one's is what they leave; rarer than that is
    /// never.
    pub(crate) fn new(probabilities: &[f64; CallTree::MAX_PATHS]) -> Self {
        let mut order: [(u128, u8); CallTree::MAX_PATHS] =
            std::array::from_fn(|index| ((probabilities[index] * NUMBERS) as u128, index as u8));
        order.sort_unstable_by_key(|&(width, index)| (Reverse(width), index));
        let possible = order.iter().take_while(|(width, _)| *width > 0).count();
        let others: u128 = order[1..possible].iter().map(|(width, _)| width).sum();
        let mut end = (1_u128 << 64) - others;
        let mut ranges = [(u64::MAX, 0); CallTree::MAX_PATHS];
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
    pub(crate) fn new(distribution: &Pmf) -> Self {
        let mut cumulative = 0.0;
        let ends = distribution.masses()[1..].iter().zip(distribution.masses()).map(|(_, mass)| {
            cumulative += mass;
            (cumulative * NUMBERS) as u64
        });
        Self { first: distribution.first() as u64, ends: ends.take_while(|&end| end < u64::MAX).collect() }
    }

    pub(crate) fn draw(&self, rng: &mut impl Rng) -> u64 {
        let number = rng.next_u64();
        self.first + self.ends.iter().position(|&end| number < end).unwrap_or(self.ends.len()) as u64
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::Xoshiro256PlusPlus;
    use statrs::distribution::{DiscreteCDF, NegativeBinomial, Poisson};

    use super::*;
    use crate::model::Pool;

    #[test]
    fn paths_are_as_long_as_their_probability_however_small() {
        let rare = [0.0, 1e-300, 1e-20, 1e-19, 1e-12, 1e-3, 0.3];
        for rare in rare.into_iter().flat_map(|rare| [rare, 1.0 - rare]) {
            for last in [0.0, 1e-18, 1e-9] {
                let mut probabilities = [0.0; CallTree::MAX_PATHS];
                probabilities[..3].copy_from_slice(&[(1.0 - rare) * (1.0 - last), rare * (1.0 - last), last]);
                let paths = Paths::new(&probabilities);
                let mut before = 0;
                let mut lengths = [0.0; CallTree::MAX_PATHS];
                for (place, &(end, path)) in paths.ranges[..paths.possible].iter().enumerate() {
                    let end = if place + 1 == paths.possible { 1 << 64 } else { u128::from(end) };
                    lengths[usize::from(path)] = (end - before) as f64 / NUMBERS;
                    before = end;
                }
                for (length, probability) in lengths.into_iter().zip(probabilities) {
                    // The probabilities add up to 1 but for rounding, which is the most frequent path's.
                    let rounding = if probability > 0.3 { f64::EPSILON } else { 1.01 / NUMBERS };
                    assert!((length - probability).abs() <= rounding, "{length:e}, not {probability:e}");
                }
            }
        }
    }

    const DRAWS: usize = 20_000;

    /// ln of how rare it is, by Chernoff's bound, that this many of the draws are where a share of all are.
    fn rarity(drawn: usize, share: f64) -> f64 {
        let divergence = |x: f64, p: f64| if x == 0.0 { 0.0 } else { x * (x / p).ln() };
        let part = drawn as f64 / DRAWS as f64;
        -(DRAWS as f64) * (divergence(part, share) + divergence(1.0 - part, 1.0 - share))
    }

    /// Chernoff's bound for both sides of up to 64 counts: each of the 6,000 checks fails by chance once in 10^9.
    #[test]
    fn names_follow_their_distribution_over_all_that_is_accepted() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        let mut seen = 0;
        for mean in [1e-300, 1e-6, 1e-3, 0.1, 0.8, 1.0, 2.0, 7.5, 40.0, Pool::MAX_NAMES] {
            for dispersion in [None, Some(0.01), Some(0.1), Some(0.79), Some(1.0), Some(3.0), Some(50.0), Some(1e6)] {
                let pool = Pool { names: mean, dispersion, ..Pool::default() };
                let counts = Counts::new(&pool.referrals(1.0));
                let mut draws: Vec<u64> = (0..DRAWS).map(|_| counts.draw(&mut rng)).collect();
                draws.sort_unstable();
                let at_most = |k: u64| match dispersion {
                    None => Poisson::new(mean).expect("a mean").cdf(k),
                    Some(r) => NegativeBinomial::new(r, r / (r + mean)).expect("a distribution").cdf(k),
                };
                let rarest = |draws: &[u64]| {
                    let mut places: Vec<u64> = draws.iter().step_by(DRAWS / 60).copied().collect();
                    places.extend([0, draws[DRAWS - 1], draws[DRAWS - 1] + 1]);
                    places.dedup();
                    let of = |k: u64| rarity(draws.partition_point(|&draw| draw <= k), at_most(k).min(1.0));
                    places.into_iter().map(of).fold(0.0, f64::min)
                };
                let rare = -(2e9_f64).ln();
                assert!(rarest(&draws) > rare, "{mean} with {dispersion:?}: {}", rarest(&draws));
                // One draw in a hundred that is one too many is seen.
                let mut wrong = draws.clone();
                wrong.iter_mut().step_by(100).for_each(|draw| *draw += 1 + *draw / 2);
                wrong.sort_unstable();
                seen += usize::from(rarest(&wrong) < rare);
            }
        }
        assert!(seen >= 24, "{seen}");
    }
}
