//! Distributions as curves in a picture.

use std::ops::RangeInclusive;

use outreach::{Estimate, Pmf, Sample};

use super::picture::{Curve, Panel};
use crate::Language;
use crate::answer::CountRange;

/// More counts than this share points.
const POINTS: i64 = 400;
/// So much of a distribution of meetings is left out at either end.
pub(crate) const LEFT_OUT: f64 = 0.0005;
/// Calls until this many meetings are held have a long tail, and nearly all of it would be nothing but that.
pub(crate) const LEFT_OUT_OF_CALLS: f64 = 0.02;

/// A distribution of a count: exact, or as it was simulated.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Distribution<'a> {
    Exact(&'a Pmf),
    Simulated(&'a Sample),
}

impl<'a> Distribution<'a> {
    /// The exact one where there is one.
    pub(crate) fn best(exact: Option<&'a Pmf>, simulated: &'a Sample) -> Self {
        exact.map_or(Self::Simulated(simulated), Self::Exact)
    }

    pub(crate) fn quantile(self, q: f64) -> i64 {
        match self {
            Self::Exact(distribution) => distribution.quantile(q) as i64,
            Self::Simulated(sample) => sample.quantile(q),
        }
    }

    pub(crate) fn central(self) -> CountRange {
        match self {
            Self::Exact(distribution) => CountRange::of(distribution),
            Self::Simulated(sample) => CountRange::of_sample(sample),
        }
    }

    pub(crate) fn mean(self) -> f64 {
        match self {
            Self::Exact(distribution) => distribution.mean(),
            Self::Simulated(sample) => sample.mean().value,
        }
    }

    pub(crate) fn mass(self, count: i64) -> f64 {
        match self {
            Self::Exact(distribution) => usize::try_from(count).map_or(0.0, |count| distribution.mass(count)),
            Self::Simulated(sample) => sample.count(count) as f64 / sample.trials() as f64,
        }
    }

    pub(crate) fn at_least(self, count: i64) -> f64 {
        match self {
            Self::Exact(distribution) => usize::try_from(count).map_or(1.0, |count| distribution.at_least(count)),
            Self::Simulated(sample) => sample.at_least(count).value,
        }
    }

    /// The same in whole per cent.
    pub(crate) fn chance_of_at_least(self, say: Language, count: i64) -> String {
        match self {
            Self::Exact(exact) => told(say, exact, self.at_least(count), |at| at >= count),
            Self::Simulated(sample) => say.whole_estimate(sample.at_least(count)),
        }
    }

    /// P(at most this many) in whole per cent.
    pub(crate) fn chance_of_at_most(self, say: Language, count: i64) -> String {
        match self {
            Self::Exact(exact) => told(say, exact, 1.0 - self.at_least(count + 1), |at| at <= count),
            Self::Simulated(sample) => {
                let more = sample.at_least(count + 1);
                say.whole_estimate(Estimate { value: 1.0 - more.value, ..more })
            }
        }
    }

    /// The share of each count, or the mean of several that share a point.
    pub(crate) fn masses(self, counts: &RangeInclusive<i64>) -> Vec<(f64, f64)> {
        let step = step(counts);
        let mean = |first: i64| (first..first + step).map(|count| self.mass(count)).sum::<f64>() / step as f64;
        let middle = (step - 1) as f64 / 2.0;
        counts.clone().step_by(step as usize).map(|first| (first as f64 + middle, mean(first))).collect()
    }

    fn tails(self, counts: &RangeInclusive<i64>) -> Vec<(f64, f64)> {
        let before = (*counts.start()..*counts.end()).step_by(step(counts) as usize);
        before.chain([*counts.end()]).map(|count| (count as f64, self.at_least(count))).collect()
    }
}

/// The probability of these counts, which is nothing or certain only where it is: sums of masses round it to that.
fn told(say: Language, exact: &Pmf, probability: f64, of: impl Fn(i64) -> bool) -> String {
    let counts = (exact.first()..exact.end()).filter(|&count| exact.mass(count) > 0.0);
    let (among, others): (Vec<_>, Vec<_>) = counts.partition(|&count| of(count as i64));
    say.whole_chance(probability, !among.is_empty(), others.is_empty())
}

fn step(counts: &RangeInclusive<i64>) -> i64 {
    (counts.end() - counts.start()) / POINTS + 1
}

/// The counts that nearly all of these distributions are on, and one more on either side; none below zero unless a distribution is;
/// so much of the distributions is left out at either end.
pub(crate) fn counts(distributions: &[Distribution], left_out: f64) -> RangeInclusive<i64> {
    let ends = |q: f64| distributions.iter().map(move |distribution| distribution.quantile(q));
    let (first, last) = (ends(left_out).min().unwrap_or(0), ends(1.0 - left_out).max().unwrap_or(0));
    (first - 1).max(first.min(0))..=last + 1
}

/// The ends of an axis of counts: with half a bar at either end.
pub(crate) fn reach(counts: &RangeInclusive<i64>) -> [f64; 2] {
    [*counts.start() as f64 - 0.5, *counts.end() as f64 + 0.5]
}

/// How likely at least this many of these counts are.
pub(crate) fn at_least(
    say: Language,
    of: &str,
    distributions: &[(String, Distribution)],
    counts: &RangeInclusive<i64>,
) -> Panel {
    Panel::Curves {
        axes: [say.at_least_axis(of), say.probability()],
        bars: None,
        curves: distributions
            .iter()
            .map(|(name, distribution)| Curve { name: name.clone(), points: distribution.tails(counts) })
            .collect(),
        marks: Vec::new(),
        reach: reach(counts),
    }
}

/// What is said of a picture of a distribution to those who do not see it.
pub(crate) fn describe(say: Language, name: &str, distribution: Distribution) -> String {
    let (range, middle) = (distribution.central(), say.grouped(distribution.quantile(0.5).unsigned_abs()));
    let [low, high] = range.ends(say);
    say.describe_distribution(name, low, high, range.share(say), middle)
}

/// What stands along the axis of a distribution: also how probable it is to lie between the outer marks.
pub(crate) fn axis(say: Language, of: &str, distribution: Distribution) -> String {
    let range = distribution.central();
    let [low, high] = range.ends(say);
    say.axis_with_range(of, low, high, range.share(say))
}

/// The quantiles that a picture marks.
pub(crate) fn marks(distribution: Distribution) -> Vec<(String, f64)> {
    [("5 %", 0.05), ("50 %", 0.5), ("95 %", 0.95)]
        .map(|(label, q)| (label.to_owned(), distribution.quantile(q) as f64))
        .to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_certain_was_certain() {
        let exact = Pmf::from_masses(3, vec![1e-20, 0.5, 0.5 - 2e-20, 1e-20]).expect("masses");
        let distribution = Distribution::Exact(&exact);
        let at_least = [3, 4, 5, 6, 7].map(|count| distribution.chance_of_at_least(Language::English, count));
        assert_eq!(at_least, ["100 %", "> 99 %", "50 %", "< 1 %", "0 %"]);
        let at_most = [2, 3, 4, 5, 6].map(|count| distribution.chance_of_at_most(Language::English, count));
        assert_eq!(at_most, ["0 %", "< 1 %", "50 %", "> 99 %", "100 %"]);
    }
}
