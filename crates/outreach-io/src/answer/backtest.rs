//! The answer of `backtest`.

use outreach::Scores;
use serde::{Deserialize, Serialize};

use super::parts::{Computed, defined};
use super::rows::{ReadingAnswer, RowsAnswer};
use super::scenario::WhoseFigures;

/// What would have been forecast from a call log, and what happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct BacktestAnswer {
    /// `outreach/backtest/1`.
    pub schema: String,
    /// The version of outreach that answered.
    pub version: String,
    /// What was known before the log: the rates are its own.
    pub scenario: BacktestScenario,
    /// Nothing is assumed.
    pub assumptions: Vec<String>,
    /// Whether the numbers are exact or simulated.
    pub computed: Computed,
    /// What became of the rows.
    pub rows: RowsAnswer,
    /// How the log was read.
    #[serde(flatten)]
    pub reading: ReadingAnswer,
    /// The calls that were forecast: `cold` or `warm`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = outreach::Kind::ALL.map(outreach::Kind::key))))]
    pub kind: String,
    /// Each forecast covers this many calls.
    pub batch: u32,
    /// The first forecast comes after at least this many calls.
    pub warmup: u64,
    /// Calls of the kind.
    pub calls: u64,
    /// Their meetings set.
    pub meetings_set: u64,
    /// Batches that were forecast.
    pub forecasts: usize,
    /// How the forecasts did.
    #[serde(flatten)]
    pub scores: ScoresAnswer,
    /// How binomial forecasts from the share of meetings so far would have done.
    pub binomial: ScoresAnswer,
}

/// What a backtest starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct BacktestScenario {
    /// Those of the log: yours.
    pub figures: WhoseFigures,
    /// `jeffreys`: Beta(1/2, 1/2).
    pub prior: String,
}

/// Means over all forecasts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ScoresAnswer {
    /// The share of the outcomes within the central 80 % range of their forecast.
    pub coverage80: f64,
    /// The probability that these ranges have: more than 80 %, as counts are discrete.
    pub expected80: f64,
    /// Their mean width, in meetings.
    pub mean_width80: f64,
    /// The mean continuous ranked probability score, in meetings: less is better.
    pub crps: f64,
    /// The mean of ln P(outcome), in nats; null where something happened that could not.
    pub log_score: Option<f64>,
    /// For each tenth of the forecasts the share of the outcomes that fell into it: 0.1 each where forecasts are right.
    pub histogram: [f64; 10],
}

impl From<Scores> for ScoresAnswer {
    fn from(scores: Scores) -> Self {
        Self {
            coverage80: scores.coverage80,
            expected80: scores.expected80,
            mean_width80: scores.mean_width80,
            crps: scores.crps,
            log_score: defined(scores.log_score),
            histogram: scores.histogram,
        }
    }
}
