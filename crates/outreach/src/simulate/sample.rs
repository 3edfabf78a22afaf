//! The simulated distribution of a count: how many trials came to each value.

use crate::numerics::{Beta, Estimate, Pmf};
use serde::{Deserialize, Serialize};

/// How many trials came to each count; the counts may be negative, as differences are.
///
/// Only integers, so that merging is exact, associative and commutative.
///
/// ```
/// use outreach::Sample;
///
/// let mut sample = Sample::default();
/// for count in [3, 5, 5, 4] {
///     sample.push(count);
/// }
/// assert_eq!(sample.trials(), 4);
/// assert_eq!(sample.mean().value, 4.25);
/// assert_eq!(sample.quantile(0.5), 4);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sample {
    first: i64,
    counts: Vec<u64>,
    trials: u64,
}

impl Sample {
    /// Records one trial.
    pub fn push(&mut self, count: i64) {
        self.record(count, 1);
    }

    /// Records a trial for each of these counts.
    pub(crate) fn push_all(&mut self, counts: &[u32]) {
        self.push_all_up_to(u32::MAX, counts);
    }

    /// Records a trial for each of these counts, but for those above the highest.
    pub(crate) fn push_all_up_to(&mut self, highest: u32, counts: &[u32]) {
        let (least, most) =
            counts.iter().fold((u32::MAX, 0), |(least, most), &count| (count.min(least), count.max(most)));
        if counts.len() <= most.saturating_sub(least) as usize + 16 {
            counts.iter().filter(|count| **count <= highest).for_each(|&count| self.push(count.into()));
            return;
        }
        // Neighbours often come to the same count, and one would wait for the other: four tables in turn.
        let mut tables = vec![[0_u32; 4]; (most - least) as usize + 1];
        let (fours, last) = counts.as_chunks::<4>();
        for four in fours {
            for (table, count) in four.iter().enumerate() {
                let trials = &mut tables[count.wrapping_sub(least) as usize][table];
                *trials = trials.wrapping_add(1);
            }
        }
        for count in last {
            tables[(count - least) as usize][0] += 1;
        }
        for (count, tables) in (least..=highest).zip(tables) {
            match tables.into_iter().map(u64::from).sum() {
                0 => {}
                trials => self.record(count.into(), trials),
            }
        }
    }

    fn record(&mut self, count: i64, trials: u64) {
        if self.counts.is_empty() {
            self.first = count;
        }
        if count < self.first {
            let more = usize::try_from(self.first - count).expect("a count fits in memory");
            self.counts.splice(..0, std::iter::repeat_n(0, more));
            self.first = count;
        }
        let offset = usize::try_from(count - self.first).expect("not less than the first");
        if offset >= self.counts.len() {
            self.counts.resize(offset + 1, 0);
        }
        self.counts[offset] += trials;
        self.trials += trials;
    }

    /// Whether the counts are those of this many trials, each from 0 to the most.
    pub(crate) fn is_of(&self, trials: u64, most: u32) -> bool {
        let sum = self.counts.iter().try_fold(0_u64, |sum, &count| sum.checked_add(count));
        let last = self.first.checked_add_unsigned(self.counts.len() as u64);
        self.trials == trials
            && sum == Some(trials)
            && self.first >= 0
            && last.is_some_and(|last| last <= i64::from(most) + 1)
    }

    /// Adds another sample's trials.
    pub fn merge(&mut self, other: &Self) {
        for (count, trials) in other.iter() {
            self.record(count, trials);
        }
    }

    /// The number of trials.
    pub fn trials(&self) -> u64 {
        self.trials
    }

    /// The counts that some trial came to with their numbers of trials, in ascending order.
    pub fn iter(&self) -> impl Iterator<Item = (i64, u64)> {
        (self.first..).zip(self.counts.iter().copied()).filter(|&(_, trials)| trials > 0)
    }

    /// The smallest count that some trial came to; 0 without trials.
    pub fn smallest(&self) -> i64 {
        self.iter().next().map_or(0, |(count, _)| count)
    }

    /// The largest count that some trial came to; 0 without trials.
    pub fn largest(&self) -> i64 {
        self.iter().last().map_or(0, |(count, _)| count)
    }

    /// The number of trials that came to this count.
    pub fn count(&self, count: i64) -> u64 {
        let offset = count.checked_sub(self.first).and_then(|offset| usize::try_from(offset).ok());
        offset.and_then(|offset| self.counts.get(offset)).copied().unwrap_or(0)
    }

    fn central_moment(&self, mean: f64, order: i32) -> f64 {
        let sum: f64 = self.iter().map(|(count, trials)| trials as f64 * (count as f64 - mean).powi(order)).sum();
        sum / self.trials as f64
    }

    /// The mean.
    pub fn mean(&self) -> Estimate {
        let sum: i128 = self.iter().map(|(count, trials)| i128::from(count) * i128::from(trials)).sum();
        let value = sum as f64 / self.trials as f64;
        Estimate { value, std_error: (self.variance_around(value) / self.trials as f64).sqrt() }
    }

    /// The unbiased variance; not a number for fewer than two trials.
    pub fn variance(&self) -> f64 {
        self.variance_around(self.mean().value)
    }

    fn variance_around(&self, mean: f64) -> f64 {
        self.central_moment(mean, 2) * self.trials as f64 / (self.trials as f64 - 1.0)
    }

    /// The standard deviation.
    ///
    /// # Formula
    /// ```text
    /// standard error = √((m4 − m2²) / n) / (2 √m2),  mk the k-th central moment (delta method)
    /// ```
    /// Two trials tell no error of it, as theirs are always equally far from the mean.
    pub fn sd(&self) -> Estimate {
        let mean = self.mean().value;
        let [m2, m4] = [2, 4].map(|order| self.central_moment(mean, order));
        let std_error = match self.trials {
            0..3 => f64::NAN,
            _ if m2 > 0.0 => ((m4 - m2 * m2).max(0.0) / self.trials as f64).sqrt() / (2.0 * m2.sqrt()),
            _ => 0.0,
        };
        Estimate { value: self.variance().sqrt(), std_error }
    }

    /// The smallest count with a share of at least q of the trials at or below it; 0 without trials.
    pub fn quantile(&self, q: f64) -> i64 {
        self.of_rank((q * self.trials as f64).ceil() as u64)
    }

    /// The count of the trial of this rank, from 1 up, when they are put in order.
    fn of_rank(&self, rank: u64) -> i64 {
        let mut below = 0;
        let reached = |&(_, trials): &(i64, u64)| {
            below += trials;
            below >= rank
        };
        self.iter().find(reached).map_or_else(|| self.largest(), |(count, _)| count)
    }

    /// A 95 % confidence interval of the distribution's q-quantile, between two order statistics.
    ///
    /// # Formula
    /// ```text
    /// [X(l), X(u)],  l = the 2.5 % quantile of Binomial(n, q),  u = its 97.5 % quantile + 1
    /// ```
    /// An end that is beyond all trials is the smallest or largest one, and the other end has what that leaves of the 5 %.
    /// Covers with at least 95 %, whatever the distribution; `None` where not even all trials do: for the 5 % quantile of
    /// fewer than 59. Source: David and Nagaraja, *Order Statistics*, § 7.1.
    pub fn quantile_interval(&self, q: f64) -> Option<[i64; 2]> {
        Some(quantile_ranks(q, self.trials)?.map(|rank| self.of_rank(rank)))
    }

    /// The share of the trials that came to at least this count.
    pub fn at_least(&self, count: i64) -> Estimate {
        self.share(self.iter().filter(|&(value, _)| value >= count).map(|(_, trials)| trials).sum())
    }

    /// This many of the trials, as a share.
    pub fn share(&self, trials: u64) -> Estimate {
        Estimate::of_share(trials, self.trials)
    }

    /// How far this sample is from an exact distribution.
    pub fn against(&self, distribution: &Pmf) -> Agreement {
        let mean = Estimate { std_error: distribution.sd() / (self.trials as f64).sqrt(), ..self.mean() };
        let mut below = 0;
        let mut largest_cdf_gap: f64 = 0.0;
        let last = self.largest().max(i64::try_from(distribution.end()).expect("a distribution fits in memory"));
        let mut cumulative = 0.0;
        for count in self.smallest().min(distribution.first() as i64)..=last {
            below += self.count(count);
            cumulative += usize::try_from(count).map_or(0.0, |k| distribution.mass(k));
            largest_cdf_gap = largest_cdf_gap.max((below as f64 / self.trials as f64 - cumulative).abs());
        }
        Agreement { sigmas: mean.sigmas_from(distribution.mean()), largest_cdf_gap }
    }
}

/// The ranks, from 1 up, of the order statistics between which the q-quantile lies with at least 95 % confidence; `None`
/// where so few draws cannot bound it.
pub(crate) fn quantile_ranks(q: f64, draws: u64) -> Option<[u64; 2]> {
    /// How often the interval may miss the quantile.
    const MISSES: f64 = 0.05;
    let below = Below { q: q.clamp(0.0, 1.0), draws: (draws > 0).then_some(draws)? };
    // That the quantile is below the smallest draw, and above the largest.
    let [none_below, all_below] = [below.at_most(0), below.more_than(draws - 1)];
    let lower = |misses: f64| below.first(|k| below.at_most(k) >= misses);
    let upper = |misses: f64| below.first(|k| below.more_than(k) <= misses) + 1;
    let ranks = match [lower(MISSES / 2.0), upper(MISSES / 2.0)] {
        [0, high] if high > draws => [1, draws],
        [0, _] => [1, if none_below < MISSES { upper(MISSES - none_below) } else { draws }],
        [_, high] if high > draws => [if all_below < MISSES { lower(MISSES - all_below) } else { 1 }, draws],
        ranks => ranks,
    };
    let [low, high] = [ranks[0].max(1), ranks[1].min(draws)];
    (below.at_most(low - 1) + below.more_than(high - 1) <= MISSES).then_some([low, high])
}

/// How many of the draws are below the q-quantile: binomial.
#[derive(Debug, Clone, Copy)]
struct Below {
    q: f64,
    draws: u64,
}

impl Below {
    /// That more than k draws are below it.
    ///
    /// # Formula
    /// ```text
    /// P(Binomial(n, q) > k) = P(Beta(k + 1, n − k) ≤ q)
    /// ```
    fn more_than(self, k: u64) -> f64 {
        self.beta(k).map_or(0.0, |beta| beta.at_most(self.q))
    }

    /// That at most k draws are below it.
    fn at_most(self, k: u64) -> f64 {
        self.beta(k).map_or(1.0, |beta| beta.more_than(self.q))
    }

    fn beta(self, k: u64) -> Option<Beta> {
        (k < self.draws).then(|| Beta::constant((k + 1) as f64, (self.draws - k) as f64))
    }

    /// The first number of draws that is enough. The search ends whatever the last digits of the probabilities are.
    fn first(self, is_enough: impl Fn(u64) -> bool) -> u64 {
        let [mut low, mut high] = [0, self.draws];
        while low < high {
            let middle = low + (high - low) / 2;
            if is_enough(middle) { high = middle } else { low = middle + 1 }
        }
        low
    }
}

/// How far a simulation is from the exact distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Agreement {
    sigmas: f64,
    largest_cdf_gap: f64,
}

impl Agreement {
    /// The difference of the means in the exact distribution's standard errors: beyond ±4 once in 16,000 runs.
    pub fn sigmas(&self) -> f64 {
        self.sigmas
    }

    /// The largest difference of the cumulative probabilities: beyond 2.7 / √trials about once in a million runs.
    pub fn largest_cdf_gap(&self) -> f64 {
        self.largest_cdf_gap
    }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{Binomial, Discrete, DiscreteCDF};

    use super::*;

    /// By the ranks' own definition: of draws from a continuous distribution, as many are below its q-quantile as of a
    /// binomial.
    #[test]
    fn intervals_of_quantiles_held_56_percent_of_few_trials() {
        for draws in (1..=400).chain([1_000, 4_096, 100_000]) {
            for q in [0.05, 0.25, 0.5, 0.75, 0.95, 0.001] {
                let below = Binomial::new(q, draws).expect("a probability");
                let ends_hold = 1.0 - below.pmf(0) - below.pmf(draws);
                match quantile_ranks(q, draws) {
                    Some([low, high]) => {
                        assert!(1 <= low && low <= high && high <= draws, "{q} of {draws}");
                        assert!(below.cdf(high - 1) - below.cdf(low - 1) >= 0.95 - 1e-12, "{q} of {draws}");
                    }
                    None => assert!(ends_hold < 0.95, "{q} of {draws}"),
                }
            }
        }
        assert_eq!([58, 59].map(|draws| quantile_ranks(0.05, draws).is_some()), [false, true]);
        assert_eq!(quantile_ranks(0.5, 0), None);
    }

    /// In the browser, whose last digits are others: a search that asks for a monotone function found none of 32 million.
    #[test]
    fn intervals_of_quantiles_trapped_after_31_million_trials() {
        for draws in (20..34).map(|power| (1_u64 << power) + 4_096 * (power % 7)).chain([
            32_112_640,
            999_999_999,
            10_000_000_000,
        ]) {
            for q in [0.05, 0.25, 0.5, 0.75, 0.95] {
                let [low, high] = quantile_ranks(q, draws).expect("many draws").map(|rank| rank as f64);
                let [mean, sd] = [q * draws as f64, (q * (1.0 - q) * draws as f64).sqrt()];
                // The normal distribution is off by less than a rank or two of this many.
                for (found, sides) in [(low, -1.0), (high, 1.0)] {
                    assert!((found - (mean + sides * 1.959_964 * sd)).abs() < 3.0, "{q} of {draws}: {found}");
                }
            }
        }
    }
}
