//! The answer of `plan`.

use outreach::Estimate;
use serde::{Deserialize, Serialize};

use super::parts::{Computed, CountRange};
use super::scenario::ScenarioInForce;
use super::weeks::PaceAnswer;

/// The smallest effort that reaches a number of meetings, or that none does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct PlanAnswer {
    /// `outreach/plan/1`.
    pub schema: String,
    /// The version of outreach that answered.
    pub version: String,
    /// Every parameter in force.
    pub scenario: ScenarioInForce,
    /// The keys that neither a source nor you have said.
    pub assumptions: Vec<String>,
    /// Whether the numbers are exact or simulated.
    pub computed: Computed,
    /// The seed, where something was simulated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The number of simulated campaigns, where some were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trials: Option<u64>,
    /// What was looked for: `attempts`, `referrals`, `hours`, `contacts` or `attempts-per-contact`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = outreach::Solve::ALL.map(outreach::Solve::key))))]
    pub solve: String,
    /// The smallest effort, by what was looked for.
    #[serde(flatten)]
    pub smallest: SmallestEffort,
    /// From the smallest that may do to the smallest that surely does, each with 97.5 % confidence, where a simulation cannot
    /// tell them apart; else null.
    pub range: Option<EffortRange>,
    /// P(meetings held ≥ target) there; if nothing was found, the highest that was.
    pub probability: f64,
    /// Its standard error, where it is sampled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability_std_error: Option<f64>,
    /// The same at one less; null at 0.
    pub probability_at_one_less: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probability_at_one_less_std_error: Option<f64>,
    /// The meetings held in most campaigns of the smallest effort; null where none was found, or one has no exact distribution
    /// though its probability is exact.
    pub central90: Option<CountRange>,
    /// The number of meetings held, at least.
    pub target: u32,
    /// The probability that was asked for.
    pub confidence: f64,
    /// The most attempts, contacts or attempts per contact that were looked at.
    pub max: u32,
    /// The smallest effort by how sure one wants to be, the confidence that was asked for among them.
    pub confidences: Vec<ConfidenceAnswer>,
    /// What the same campaign takes at published rates and, where attempts are looked for, what other campaigns take; where
    /// that is exact.
    pub others: Vec<OtherPlanAnswer>,
    /// The weeks that it takes, where they were asked for; else null.
    pub weeks: Option<WeeksAnswer>,
}

/// The smallest effort for a confidence.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ConfidenceAnswer {
    /// The probability.
    pub confidence: f64,
    /// What it takes. Where attempts are looked for, `hours` is the smallest budget that reaches it.
    #[serde(flatten)]
    pub smallest: SmallestEffort,
    /// The weeks that it takes, where they were asked for and are known; else null.
    pub weeks: Option<u32>,
}

/// What another campaign takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct OtherPlanAnswer {
    /// Its strategy.
    pub strategy: String,
    /// The preset of its rates.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = outreach::Preset::ALL.map(outreach::Preset::key))))]
    pub preset: String,
    /// What it takes of what was looked for; null if nothing within the limits suffices.
    #[serde(flatten)]
    pub smallest: SmallestEffort,
}

/// The weeks that a target takes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct WeeksAnswer {
    /// What is done in a week.
    #[serde(flatten)]
    pub pace: PaceAnswer,
    /// The fewest weeks with P(meetings held ≥ target) of at least one half; null where none are within the limits.
    pub even_chance: Option<u32>,
    /// The fewest weeks with the confidence that was asked for; null likewise.
    pub at_confidence: Option<u32>,
}

/// One of these is the answer; the others are null, and all are where none was found.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct SmallestEffort {
    /// Attempts.
    pub attempts: Option<u32>,
    /// Warm attempts among the calls; with a pool, referrals to start with.
    pub referrals: Option<u32>,
    /// Hours: whole minutes.
    pub hours: Option<f64>,
    /// Contacts.
    pub contacts: Option<u32>,
    /// Attempts at each contact.
    pub attempts_per_contact: Option<u32>,
}

/// Two efforts, the smaller first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum EffortRange {
    /// Of whatever is counted.
    Counts([u32; 2]),
    /// Of hours.
    Hours([f64; 2]),
}

/// A probability, and its standard error where it is sampled.
pub(crate) fn exact_or_sampled(probability: Estimate) -> (f64, Option<f64>) {
    (probability.value, Some(probability.std_error).filter(|&error| error > 0.0))
}
