//! The weeks of a campaign and of a plan.

use std::collections::BTreeMap;

use outreach::{Estimate, Pace, Pmf, Sample};
use serde::{Deserialize, Serialize};

use super::parts::{CountRange, by_count, defined};

/// What is done in a week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct PaceAnswer {
    /// The calls of a week; null where hours are.
    pub calls_per_week: Option<u32>,
    /// The hours of a week; null where calls are.
    pub hours_per_week: Option<f64>,
}

impl PaceAnswer {
    pub(crate) fn of(pace: Pace) -> Self {
        match pace {
            Pace::Calls(calls) => Self { calls_per_week: Some(calls), hours_per_week: None },
            Pace::Minutes(minutes) => Self { calls_per_week: None, hours_per_week: Some(f64::from(minutes) / 60.0) },
        }
    }
}

/// A campaign week by week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ByWeekAnswer {
    /// What is done in a week.
    #[serde(flatten)]
    pub pace: PaceAnswer,
    /// Every week, or every second, third, … one of more than 52; the last one is that in which all is done.
    pub by_week: Vec<WeekAnswer>,
}

/// The meetings held by the end of a week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct WeekAnswer {
    /// The number of the week, from 1.
    pub week: u32,
    /// The mean.
    pub mean: f64,
    /// The standard error of the mean; 0 where it is exact, null for a single trial.
    pub std_error: Option<f64>,
    /// The range from the 5 % point to the 95 % point.
    pub central90: CountRange,
    /// P(at least k meetings), by each k that was asked for.
    #[serde(with = "by_count")]
    #[cfg_attr(feature = "schemas", schemars(with = "BTreeMap<String, f64>"))]
    pub at_least: BTreeMap<u32, f64>,
    /// The standard errors of these; 0 where they are exact.
    #[serde(with = "by_count")]
    #[cfg_attr(feature = "schemas", schemars(with = "BTreeMap<String, f64>"))]
    pub at_least_std_error: BTreeMap<u32, f64>,
}

impl WeekAnswer {
    pub(crate) fn exact(week: u32, distribution: &Pmf, asked: &[u32]) -> Self {
        let exact = |value| Estimate { value, std_error: 0.0 };
        let at_least = |count: u32| exact(distribution.at_least(count as usize));
        Self::new(week, exact(distribution.mean()), CountRange::of(distribution), asked, at_least)
    }

    pub(crate) fn sampled(week: u32, sample: &Sample, asked: &[u32]) -> Self {
        Self::new(week, sample.mean(), CountRange::of_sample(sample), asked, |count| sample.at_least(count.into()))
    }

    fn new(
        week: u32,
        mean: Estimate,
        central90: CountRange,
        asked: &[u32],
        at_least: impl Fn(u32) -> Estimate,
    ) -> Self {
        let chances = |part: fn(Estimate) -> f64| asked.iter().map(|&count| (count, part(at_least(count)))).collect();
        Self {
            week,
            mean: mean.value,
            std_error: defined(mean.std_error),
            central90,
            at_least: chances(|chance| chance.value),
            at_least_std_error: chances(|chance| chance.std_error),
        }
    }
}
