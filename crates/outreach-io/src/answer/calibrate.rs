//! The answer of `calibrate`.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::parts::{Computed, Interval};
use super::rows::{ReadingAnswer, RowsAnswer};
use super::scenario::RatesInForce;

/// Rates learned from a call log, beside the documented and the published ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CalibrateAnswer {
    /// `outreach/calibrate/2`.
    pub schema: String,
    /// The version of outreach that answered.
    pub version: String,
    /// The learned rates, and the preset's where the log tells none.
    pub scenario: RatesInForce,
    /// The keys that neither a source nor the log says.
    pub assumptions: Vec<String>,
    /// Whether the numbers are exact or simulated.
    pub computed: Computed,
    /// What was known before the log, in English.
    pub prior: String,
    /// What became of the rows.
    pub rows: RowsAnswer,
    /// How the log was read.
    #[serde(flatten)]
    pub reading: ReadingAnswer,
    /// Cases that are open at the end of the log: reached, and no trials of a meeting yet.
    pub open_cases: u64,
    /// What was learned of each rate.
    pub rates: IndexMap<String, LearnedRate>,
    /// The names that meetings brought.
    pub names_per_meeting: NamesAnswer,
    /// Attempts at the same contacts by kind, where the log tells them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempts: Option<AttemptsByKind>,
    /// The calls of each month.
    pub months: Vec<MonthAnswer>,
    /// The calls of each caller, those with the most calls first.
    pub callers: Vec<CallerAnswer>,
    /// The calls of each connector, those with the most calls first.
    pub connectors: Vec<ConnectorAnswer>,
    /// How far the recommended calls by one connector go alike; null where the log does not tell it.
    pub connectors_correlation: Option<ConnectorsCorrelation>,
    /// Why it does not tell it, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connectors_correlation_reason: Option<String>,
    /// How far the calls of one caller go alike, by kind.
    pub callers_correlation: CallersByKind,
}

/// The intraclass correlation of the meetings that conversations by one connector bring.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ConnectorsCorrelation {
    /// Its mean.
    pub mean: f64,
    /// The shortest range that holds it.
    pub interval: Interval,
    /// Connectors with a recommended conversation.
    pub connectors: u32,
}

/// What callers tell of each kind of calls.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CallersByKind {
    /// Of cold calls; null where the log does not tell it.
    pub cold: Option<CallersCorrelation>,
    /// Of warm calls; null where the log does not tell it.
    pub warm: Option<CallersCorrelation>,
}

/// The intraclass correlation of the meetings that conversations of one caller bring.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CallersCorrelation {
    /// Its mean.
    pub mean: f64,
    /// The shortest range that holds it.
    pub interval: Interval,
    /// Callers with a conversation.
    pub callers: u32,
}

/// What was learned of a rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct LearnedRate {
    /// What a trial is: `cold attempt`, `contact`, ….
    pub per: String,
    /// Trials in the log.
    pub trials: u64,
    /// Those that succeeded.
    pub successes: u64,
    /// The first parameter of the rate's Beta distribution now.
    pub alpha: f64,
    /// The second one.
    pub beta: f64,
    /// The mean of that distribution.
    pub mean: f64,
    /// The range that holds the rate now.
    pub interval: Interval,
    /// After this many trials the past counts half; null if nothing is forgotten.
    pub half_life: Option<f64>,
    /// Trials that would tell the rate to within a third of it or within two points.
    pub enough_trials: u64,
    /// The same rate elsewhere.
    pub beside: BesideAnswer,
}

/// A rate of the log beside that of each preset.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct BesideAnswer {
    /// The founding text's; null where it says nothing of the kind.
    pub documented: Option<Verdict>,
    /// The published one; null where nothing of the kind is published.
    pub published: Option<Verdict>,
}

/// What a preset says of a rate, and how the log's compares.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct Verdict {
    /// The ends of the preset's 90 % range; the same number twice where it gives a number.
    pub range: [f64; 2],
    /// `lower` or `higher` where the two ranges do not meet, `no different` where they do.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["lower", "no different", "higher"])))]
    pub yours_is: String,
}

/// The names that meetings brought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct NamesAnswer {
    /// Meetings whose names the log tells.
    pub meetings: u64,
    /// Names per meeting held; null without such meetings.
    pub mean: Option<f64>,
    /// The likeliest dispersion of negative binomial names, as `pool.dispersion`; null where Poisson names are likeliest, and for
    /// fewer than two meetings.
    pub dispersion: Option<f64>,
    /// The range that holds the dispersion; null for fewer than two meetings or no name.
    pub dispersion_interval: Option<DispersionInterval>,
    /// The variance of the names by their mean: 1 of Poisson numbers; null for fewer than two meetings.
    pub variance_by_mean: Option<f64>,
    /// The range that holds the mean; null for fewer than two meetings.
    pub interval: Option<Interval>,
}

/// The range that holds a dispersion with a probability.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct DispersionInterval {
    /// The lower end: the lumpiest names; null where none but Poisson names are likely.
    pub low: Option<f64>,
    /// The upper end; null where names may be Poisson.
    pub high: Option<f64>,
    /// P(low ≤ dispersion ≤ high).
    pub probability: f64,
}

/// What attempts at the same contacts tell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct AttemptsByKind {
    /// Of cold contacts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cold: Option<AttemptsAnswer>,
    /// Of warm contacts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warm: Option<AttemptsAnswer>,
}

/// How the contacts of one kind were closed from attempt to attempt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct AttemptsAnswer {
    /// What closes a contact: `reach`, or `meeting` where the log does not say who was reached.
    pub of: String,
    /// Each attempt.
    pub by_attempt: Vec<AttemptAnswer>,
    /// P(the first attempt closes a contact).
    pub first: f64,
    /// The share of the contacts that can be closed at all; null where nobody was called twice or nobody was reached.
    pub ever: Option<f64>,
    /// The range that holds `first`.
    pub first_interval: Interval,
    /// The range that holds `ever`.
    pub ever_interval: Option<Interval>,
    /// How much better the first half's curve foretells the second half than a constant rate, in nats.
    pub log_score_gain: Option<f64>,
    /// Whether the first attempts of the two halves differ by more than chance explains.
    pub mixes_periods: bool,
}

/// One attempt.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct AttemptAnswer {
    /// Its number, from 1.
    pub attempt: usize,
    /// Contacts that got it.
    pub at_risk: u64,
    /// Those that it closed.
    pub successes: u64,
    /// The share that the fitted curve has.
    pub fitted: f64,
}

/// The calls of a month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct MonthAnswer {
    /// `2026-03`.
    pub month: String,
    /// Its calls.
    #[serde(flatten)]
    pub calls: CallsByKind,
}

/// The calls of a caller.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CallerAnswer {
    /// The name.
    pub caller: String,
    /// The calls.
    #[serde(flatten)]
    pub calls: CallsByKind,
}

/// The calls on behalf of a connector.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ConnectorAnswer {
    /// The name.
    pub connector: String,
    /// The calls.
    #[serde(flatten)]
    pub calls: CallsByKind,
}

/// Calls of both kinds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CallsByKind {
    /// Cold ones.
    pub cold: CallsAnswer,
    /// Warm ones.
    pub warm: CallsAnswer,
}

/// Counts of calls.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CallsAnswer {
    /// Attempts.
    pub attempts: u64,
    /// Attempts that reached the prospect.
    pub reached: u64,
    /// Conversations that came to an end.
    pub conversations: u64,
    /// Meetings set.
    pub meetings_set: u64,
    /// The range that holds meetings per conversation as if nothing drifted; null without conversations.
    pub interval: Option<Interval>,
    /// Of a caller or a connector among five or more: meetings per conversation, drawn towards those of all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pooled: Option<PooledAnswer>,
}

/// Meetings per conversation of one of several, drawn towards those of all as far as their calls go alike.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct PooledAnswer {
    /// Its mean.
    pub mean: f64,
    /// The range that holds it.
    pub interval: Interval,
}
