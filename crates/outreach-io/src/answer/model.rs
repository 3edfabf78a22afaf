//! The answer of `model`.

use outreach::{CallTree, Path};
use serde::{Deserialize, Serialize};

use super::parts::{Computed, Interval, present};
use super::scenario::{RateInForce, RatesInForce};

/// The call tree with every probability, its value and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ModelAnswer {
    /// `outreach/model/1`.
    pub schema: String,
    /// The version of outreach that answered.
    pub version: String,
    /// Every parameter in force.
    pub scenario: RatesInForce,
    /// The keys that neither a source nor you have said.
    pub assumptions: Vec<String>,
    /// Whether the numbers are exact or simulated.
    pub computed: Computed,
    /// Every rate.
    pub rates: Vec<RateAnswer>,
    /// The numbers of the pool and the effort, as the preset has them.
    pub numbers: Vec<NumberAnswer>,
    /// The tree of a cold attempt.
    pub cold: TreeAnswer,
    /// The tree of a warm attempt.
    pub warm: TreeAnswer,
    /// What an attempt brings at the published rates; null where these are in force.
    pub at_published_rates: Option<HeldPerAttempt>,
}

/// P(meeting held | attempt), uncertain rates at their means.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct HeldPerAttempt {
    /// Of a cold attempt.
    pub cold: f64,
    /// Of a warm one.
    pub warm: f64,
}

/// A rate and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct RateAnswer {
    /// Its key.
    pub rate: String,
    /// Its value.
    pub value: RateInForce,
    /// What holds it with a probability of 90 %, where it is not known for sure; else null.
    pub interval: Option<Interval>,
    /// Its denominator: `attempt`, `conversation`, …
    pub per: String,
    /// What it is the probability of.
    pub meaning: String,
    /// Where it comes from: `documented`, `published`, `assumed` or `set by you`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["documented", "published", "assumed", "set by you"])))]
    pub provenance: String,
    /// The key that it follows, as it was not set itself; else null.
    pub follows: Option<String>,
    /// The source, in words; null where it has no source.
    pub source: Option<String>,
    /// How much the published figures can be trusted: `high`, `medium` or `low`; null without figures.
    pub confidence: Option<String>,
    /// The centre of the published figures; null without figures.
    pub published_centre: Option<f64>,
    /// The range of the published figures, which holds the rate with a probability of 90 %; null without figures.
    pub published_range: Option<[f64; 2]>,
}

/// A number of the pool or the effort, and what it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct NumberAnswer {
    /// Its key.
    pub number: String,
    /// Its value; null where it has none, as the dispersion of Poisson numbers.
    pub value: Option<f64>,
    /// Its denominator.
    pub per: String,
    /// What it counts.
    pub meaning: String,
    /// Where it comes from: `documented`, `published` or `assumed`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["documented", "published", "assumed", "set by you"])))]
    pub provenance: String,
    /// The source, in words.
    pub source: String,
    /// How much the published figures can be trusted: `high`, `medium` or `low`; null without figures.
    pub confidence: Option<String>,
    /// The range of the published figures; null without figures.
    pub published_range: Option<[f64; 2]>,
}

/// The tree of one attempt, uncertain rates at their means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct TreeAnswer {
    /// P(meeting set | conversation).
    pub meeting_per_conversation: f64,
    /// P(meeting held | attempt).
    pub held_per_attempt: f64,
    /// P(meeting set | conversation that kept its warm standing), of a warm attempt; null where no value solves the reading.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub meeting_per_conversation_that_kept_its_standing: Option<Option<f64>>,
    /// Every path of an attempt; their probabilities sum to 1.
    pub paths: Vec<PathAnswer>,
}

/// One way for an attempt to go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct PathAnswer {
    /// `none`, `recovered`, `unrecovered` or `disliked`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["none", "recovered", "unrecovered", "disliked"])))]
    pub incident: String,
    /// `not reached`, `refused`, `no show` or `held`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["not reached", "refused", "no show", "held"])))]
    pub ending: String,
    /// Its probability.
    pub probability: f64,
}

impl TreeAnswer {
    pub(crate) fn new(tree: &CallTree) -> Self {
        let path = |path: &Path| PathAnswer {
            incident: path.incident.key().to_owned(),
            ending: path.ending.key().to_owned(),
            probability: path.probability,
        };
        Self {
            meeting_per_conversation: tree.meeting(),
            held_per_attempt: tree.held().get(),
            meeting_per_conversation_that_kept_its_standing: None,
            paths: tree.paths().iter().map(path).collect(),
        }
    }
}
