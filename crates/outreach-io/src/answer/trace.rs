//! The answer of `trace`.

use serde::{Deserialize, Serialize};

use super::parts::{Computed, CountRange, present};
use super::scenario::ScenarioInForce;

/// The calls of one simulated campaign, in their order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct TraceAnswer {
    /// `outreach/trace/1`.
    pub schema: String,
    /// The version of outreach that answered.
    pub version: String,
    /// Every parameter in force.
    pub scenario: ScenarioInForce,
    /// The keys that neither a source nor you have said.
    pub assumptions: Vec<String>,
    /// Whether the numbers are exact or simulated.
    pub computed: Computed,
    /// The seed: the same one gives the same calls.
    pub seed: u64,
    /// The number of simulated campaigns: 1.
    pub trials: u64,
    /// The meetings held.
    pub held: usize,
    /// The meetings held in most such campaigns, by the exact distribution; null where there is none.
    pub central90: Option<CountRange>,
    /// Every attempt.
    pub calls: Vec<CallAnswer>,
}

/// One attempt.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CallAnswer {
    /// `cold` or `warm`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = outreach::Kind::ALL.map(outreach::Kind::key))))]
    pub kind: String,
    /// The generation of the referral that it used, in campaigns with a pool; null of a cold one.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub generation: Option<Option<usize>>,
    /// At which contact, from 1, in campaigns that call contacts several times; the recommended ones first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<u32>,
    /// The number of the attempt at that contact, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempt: Option<u32>,
    /// The number of its connector, from 1, where the calls of one go alike; null of a cold one.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub connector: Option<Option<u32>>,
    /// `none`, `recovered`, `unrecovered` or `disliked`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["none", "recovered", "unrecovered", "disliked"])))]
    pub incident: String,
    /// `not reached`, `refused`, `no show` or `held`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["not reached", "refused", "no show", "held"])))]
    pub ending: String,
}
