//! What several answers are made of.

use std::collections::BTreeMap;

use outreach::{Estimate, Pmf, Sample};
use serde::{Deserialize, Deserializer, Serialize};

/// A number, unless it is undefined.
pub(crate) fn defined(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

/// What is there, null or not, and not the same as what is left out.
pub(super) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// How an answer's numbers came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Computed {
    /// From exact distributions: nothing was drawn.
    Exact,
    /// From simulated campaigns, with standard errors.
    Simulated,
    /// From both: what is exact stands under `exact`.
    Both,
}

impl Computed {
    /// Exact unless it was sampled.
    pub(crate) fn unless(sampled: bool) -> Self {
        if sampled { Self::Simulated } else { Self::Exact }
    }

    /// Simulated, and perhaps exact too.
    pub(crate) fn beside(exact: bool) -> Self {
        if exact { Self::Both } else { Self::Simulated }
    }
}

/// The range that holds a number with a probability.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// P(low ≤ number ≤ high).
    pub probability: f64,
}

impl Interval {
    /// One that holds the number with a probability of 90 %.
    pub(crate) fn of90([low, high]: [f64; 2]) -> Self {
        Self { low, high, probability: 0.9 }
    }
}

/// A sampled mean per campaign.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct Estimated {
    /// The mean over all trials.
    pub mean: f64,
    /// Its standard error; null for a single trial.
    pub std_error: Option<f64>,
}

impl From<Estimate> for Estimated {
    fn from(estimate: Estimate) -> Self {
        Self { mean: estimate.value, std_error: defined(estimate.std_error) }
    }
}

/// The range of a count from its 5 % point to its 95 % point, with its own probability: 90 % or more, as counts are discrete.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CountRange {
    /// The lowest count in it.
    pub low: i64,
    /// The highest count in it.
    pub high: i64,
    /// P(low ≤ count ≤ high).
    pub probability: f64,
    /// The standard error of that, where it is sampled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability_std_error: Option<f64>,
}

impl CountRange {
    /// Exact.
    pub(crate) fn of(distribution: &Pmf) -> Self {
        let range = distribution.central(0.9);
        let (low, high) = (*range.start() as i64, *range.end() as i64);
        let (within, beyond): (Vec<_>, Vec<_>) =
            (distribution.first()..distribution.end()).partition(|count| range.contains(count));
        let masses = |counts: Vec<usize>| counts.into_iter().map(|count| distribution.mass(count)).sum::<f64>();
        // Rounding makes nothing sure, nor takes from what is.
        let probability = if masses(beyond) > 0.0 { masses(within).min(1.0_f64.next_down()) } else { 1.0 };
        Self { low, high, probability, probability_std_error: None }
    }

    /// As it was simulated.
    pub(crate) fn of_sample(sample: &Sample) -> Self {
        let [low, high] = [0.05, 0.95].map(|q| sample.quantile(q));
        let share = sample.share((low..=high).map(|count| sample.count(count)).sum());
        Self { low, high, probability: share.value, probability_std_error: Some(share.std_error) }
    }

    /// The exact one where there is one.
    pub(crate) fn best(distribution: Option<&Pmf>, sample: &Sample) -> Self {
        distribution.map_or_else(|| Self::of_sample(sample), Self::of)
    }
}

/// Something for each of five quantiles: the smallest count k with P(count ≤ k) of at least that order.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct Quantiles<T> {
    /// Of order 5 %.
    #[serde(rename = "0.05")]
    pub q05: T,
    /// Of order 25 %.
    #[serde(rename = "0.25")]
    pub q25: T,
    /// The median.
    #[serde(rename = "0.5")]
    pub q50: T,
    /// Of order 75 %.
    #[serde(rename = "0.75")]
    pub q75: T,
    /// Of order 95 %.
    #[serde(rename = "0.95")]
    pub q95: T,
}

impl<T> Quantiles<T> {
    pub(crate) fn of(quantile: impl Fn(f64) -> T) -> Self {
        let [q05, q25, q50, q75, q95] = [0.05, 0.25, 0.5, 0.75, 0.95].map(quantile);
        Self { q05, q25, q50, q75, q95 }
    }
}

/// A count that was simulated, in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct SampledSummary {
    /// The mean over all trials.
    pub mean: f64,
    /// The standard error of the mean; null for a single trial.
    pub std_error: Option<f64>,
    /// The standard deviation; null for a single trial.
    pub sd: Option<f64>,
    /// The standard error of the standard deviation.
    pub sd_std_error: Option<f64>,
    /// The quantiles of the trials.
    pub quantiles: Quantiles<i64>,
    /// For each quantile the ends of a 95 % interval between order statistics; null where the trials are too few for one.
    pub quantile_intervals: Quantiles<Option<[i64; 2]>>,
    /// The range from the 5 % point to the 95 % point.
    pub central90: CountRange,
}

impl From<&Sample> for SampledSummary {
    fn from(sample: &Sample) -> Self {
        let (mean, sd) = (sample.mean(), sample.sd());
        Self {
            mean: mean.value,
            std_error: defined(mean.std_error),
            sd: defined(sd.value),
            sd_std_error: defined(sd.std_error),
            quantiles: Quantiles::of(|q| sample.quantile(q)),
            quantile_intervals: Quantiles::of(|q| sample.quantile_interval(q)),
            central90: CountRange::of_sample(sample),
        }
    }
}

/// The meetings held, simulated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct SampledYield {
    /// Mean, spread and quantiles.
    #[serde(flatten)]
    pub summary: SampledSummary,
    /// The share of the trials with at least k meetings, by each k that was asked for.
    #[serde(with = "by_count")]
    #[cfg_attr(feature = "schemas", schemars(with = "BTreeMap<String, f64>"))]
    pub at_least: BTreeMap<u32, f64>,
    /// The standard errors of these shares.
    #[serde(with = "by_count")]
    #[cfg_attr(feature = "schemas", schemars(with = "BTreeMap<String, f64>"))]
    pub at_least_std_error: BTreeMap<u32, f64>,
    /// The number of trials with k meetings held, from k = 0 to the most that were seen.
    pub counts: Vec<u64>,
}

impl SampledYield {
    pub(crate) fn new(sample: &Sample, at_least: &[u32]) -> Self {
        let shares = |part: fn(Estimate) -> f64| {
            at_least.iter().map(|&count| (count, part(sample.at_least(count.into())))).collect()
        };
        Self {
            summary: sample.into(),
            at_least: shares(|share| share.value),
            at_least_std_error: shares(|share| share.std_error),
            counts: (0..=sample.largest()).map(|count| sample.count(count)).collect(),
        }
    }
}

/// A count whose distribution is exact, in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ExactSummary {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// The quantiles.
    pub quantiles: Quantiles<i64>,
    /// The range from the 5 % point to the 95 % point.
    pub central90: CountRange,
}

impl From<&Pmf> for ExactSummary {
    fn from(distribution: &Pmf) -> Self {
        let (mean, sd) = (distribution.mean(), distribution.sd());
        Self {
            mean,
            sd,
            quantiles: Quantiles::of(|q| distribution.quantile(q) as i64),
            central90: CountRange::of(distribution),
        }
    }
}

/// The meetings held, exactly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ExactYield {
    /// Mean, spread and quantiles.
    #[serde(flatten)]
    pub summary: ExactSummary,
    /// P(at least k meetings), by each k that was asked for.
    #[serde(with = "by_count")]
    #[cfg_attr(feature = "schemas", schemars(with = "BTreeMap<String, f64>"))]
    pub at_least: BTreeMap<u32, f64>,
    /// P(k meetings held), from k = 0 on.
    pub pmf: Vec<f64>,
}

impl ExactYield {
    pub(crate) fn new(distribution: &Pmf, at_least: &[u32]) -> Self {
        Self {
            summary: distribution.into(),
            at_least: at_least.iter().map(|&count| (count, distribution.at_least(count as usize))).collect(),
            pmf: (0..distribution.end()).map(|count| distribution.mass(count)).collect(),
        }
    }
}

/// A precision that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct FoundPrecision {
    /// The standard error of the mean yield that was asked for.
    pub asked: f64,
    /// Whether the trials sufficed for it.
    pub reached: bool,
}

/// Counts as the keys of an object, in their order as numbers: within flattened parts serde reads no numbers from keys.
pub(super) mod by_count {
    use std::collections::BTreeMap;

    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(in crate::answer) fn serialize<S: Serializer>(map: &BTreeMap<u32, f64>, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(map.iter().map(|(count, number)| (count.to_string(), number)))
    }

    pub(in crate::answer) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<u32, f64>, D::Error> {
        let texts = BTreeMap::<String, f64>::deserialize(from)?;
        let count = |(text, number): (String, f64)| Ok((text.parse().map_err(D::Error::custom)?, number));
        texts.into_iter().map(count).collect()
    }
}
