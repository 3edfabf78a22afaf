//! The answer of `forecast`.

use std::collections::BTreeMap;

use outreach::{ContactYield, Pmf};
use serde::{Deserialize, Serialize};

use super::parts::{Computed, ExactSummary, Quantiles, by_count};
use super::rows::{ReadingAnswer, RowsAnswer};
use super::scenario::RatesInForce;

/// The meetings that a list of contacts will bring.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ForecastAnswer {
    /// `outreach/forecast/1`.
    pub schema: String,
    /// The version of outreach that answered.
    pub version: String,
    /// The rates of contacts that have a kind and no probability of their own.
    pub scenario: RatesInForce,
    /// The keys that decide something here and that neither a source nor you have said.
    pub assumptions: Vec<String>,
    /// Whether the numbers are exact or simulated: averaged over drawn values of the uncertain rates, exact given these.
    pub computed: Computed,
    /// The seed of what was drawn, where something was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// How often the uncertain rates were drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trials: Option<u32>,
    /// Contacts.
    pub contacts: u64,
    /// The most attempts that each contact of a kind gets from now on; 1 where none has a kind.
    pub max_attempts: u32,
    /// What became of the rows.
    pub rows: RowsAnswer,
    /// How the list was read.
    #[serde(flatten)]
    pub reading: ReadingAnswer,
    /// The whole list, then each group in the order of their names.
    pub groups: Vec<GroupAnswer>,
    /// Whom to call first, where hours were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_order: Option<BestOrderAnswer>,
}

/// A group of contacts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct GroupAnswer {
    /// Its name; null for the whole list.
    pub group: Option<String>,
    /// Its contacts.
    pub contacts: u64,
    /// The meetings held that they will bring.
    pub meetings: GroupYield,
}

/// The meetings of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct GroupYield {
    /// Mean, spread and quantiles.
    #[serde(flatten)]
    pub summary: ListSummary,
    /// P(at least k meetings), by each k that was asked for.
    #[serde(with = "by_count")]
    #[cfg_attr(feature = "schemas", schemars(with = "BTreeMap<String, f64>"))]
    pub at_least: BTreeMap<u32, f64>,
    /// The standard errors of these, where the distribution is not exact.
    #[serde(with = "by_count", default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "schemas", schemars(with = "BTreeMap<String, f64>"))]
    pub at_least_std_error: BTreeMap<u32, f64>,
}

/// The meetings of a list, in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ListSummary {
    /// Mean, spread and quantiles.
    #[serde(flatten)]
    pub summary: ExactSummary,
    /// How far they may be off, where the distribution is not exact.
    #[serde(flatten)]
    pub errors: Option<AverageErrors>,
}

/// The errors of a distribution that is averaged over drawn values of the rates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct AverageErrors {
    /// The standard error of the mean.
    pub std_error: f64,
    /// The standard error of the standard deviation.
    pub sd_std_error: f64,
    /// For each quantile the ends of an interval that holds it with a probability of 95 %.
    pub quantile_intervals: Quantiles<Option<[i64; 2]>>,
}

impl GroupYield {
    pub(crate) fn new(yields: &ContactYield, at_least: &[u32]) -> Self {
        let share = |&count: &u32| (count, yields.distribution().at_least(count as usize));
        let error =
            |&count: &u32| Some((count, yields.std_error(|distribution| distribution.at_least(count as usize))?));
        Self {
            summary: yields.into(),
            at_least: at_least.iter().map(share).collect(),
            at_least_std_error: at_least.iter().filter_map(error).collect(),
        }
    }
}

impl From<&ContactYield> for ListSummary {
    fn from(yields: &ContactYield) -> Self {
        let mut summary = ExactSummary::from(yields.distribution());
        let range = yields.distribution().central(0.9);
        let held = |distribution: &Pmf| range.clone().map(|count| distribution.mass(count)).sum();
        summary.central90.probability_std_error = yields.std_error(held);
        let errors = || {
            let interval = |q: f64| yields.quantile_interval(q).map(|ends| ends.map(|end| end as i64));
            Some(AverageErrors {
                std_error: yields.std_error(Pmf::mean)?,
                sd_std_error: yields.std_error(Pmf::sd)?,
                quantile_intervals: Quantiles::of(interval),
            })
        };
        Self { summary, errors: errors() }
    }
}

/// How far the hours go if the contacts with the most meetings per expected minute are called first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct BestOrderAnswer {
    /// The hours that were given.
    pub hours: f64,
    /// The contacts that they reach.
    pub contacts: usize,
    /// The minutes that these are expected to take; the meeting of the last of them may overrun the hours.
    pub minutes: f64,
    /// The minutes of one of each.
    pub minutes_of: MinutesAnswer,
    /// The meetings held that these contacts will bring.
    pub meetings: ListSummary,
    /// Their lines in the list, the one to be called first first.
    pub lines: Vec<u64>,
}

/// Minutes of work.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct MinutesAnswer {
    /// Of a cold attempt.
    pub cold_attempt: f64,
    /// Of a warm attempt with its introduction.
    pub warm_attempt: f64,
    /// Of a meeting.
    pub meeting: f64,
}
