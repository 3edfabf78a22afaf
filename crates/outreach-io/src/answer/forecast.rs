//! The answer of `forecast`.

use std::collections::BTreeMap;

use outreach::Pmf;
use serde::{Deserialize, Serialize};

use super::parts::{Computed, ExactSummary, by_count};
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
    /// Whether the numbers are exact or simulated.
    pub computed: Computed,
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
    /// The meetings held that they will bring, exactly.
    pub meetings: GroupYield,
}

/// The meetings of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct GroupYield {
    /// Mean, spread and quantiles.
    #[serde(flatten)]
    pub summary: ExactSummary,
    /// P(at least k meetings), by each k that was asked for.
    #[serde(with = "by_count")]
    #[cfg_attr(feature = "schemas", schemars(with = "BTreeMap<String, f64>"))]
    pub at_least: BTreeMap<u32, f64>,
}

impl GroupYield {
    pub(crate) fn new(distribution: &Pmf, at_least: &[u32]) -> Self {
        let at_least = at_least.iter().map(|&count| (count, distribution.at_least(count as usize)));
        Self { summary: distribution.into(), at_least: at_least.collect() }
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
    /// The minutes that these are expected to take.
    pub minutes: f64,
    /// The minutes of one of each.
    pub minutes_of: MinutesAnswer,
    /// The meetings held that these contacts will bring.
    pub meetings: ExactSummary,
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
