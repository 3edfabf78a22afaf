//! The answer of `sensitivity`.

use serde::{Deserialize, Serialize};

use super::parts::{Computed, CountRange, present};
use super::scenario::ScenarioInForce;

/// What each rate does to the mean yield, which unknown matters, and what to log to know it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct SensitivityAnswer {
    /// `outreach/sensitivity/2`.
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
    /// The mean meetings held with nothing moved.
    pub base: f64,
    /// Its standard error, where it is sampled.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub base_std_error: Option<Option<f64>>,
    /// The same at the published rates, exactly; null where these are in force, or where that is not known.
    pub base_at_published_rates: Option<f64>,
    /// The meetings held in most such campaigns; null where they have no exact distribution and the mean is exact.
    pub central90: Option<CountRange>,
    /// What each rate and number does when it alone moves, the strongest first.
    pub bars: Vec<BarAnswer>,
    /// How much of what not knowing the rates adds to the variance comes from each.
    pub indices: Vec<IndexAnswer>,
    /// What logging more calls would take away from that.
    pub information: Vec<InformationAnswer>,
}

/// What one rate, or a number of the pool or the effort, does to the mean yield.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct BarAnswer {
    /// Its key.
    pub rate: String,
    /// The lower end of its range: the 5 % point of an uncertain rate, the odds of a known one divided by 1.5, the lower end of
    /// a number's published range, or half of a number of which nothing is published.
    pub low: f64,
    /// The upper end, likewise; null of a dispersion of the names, where the names are Poisson.
    pub high: Option<f64>,
    /// What the values at the ends are, in meetings held: `mean`, or `5 % point` for the correlation of connectors, which moves the
    /// spread and not the mean.
    pub of: String,
    /// That number of meetings at the lower end; null where no rates fit together there.
    pub yield_at_low: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub yield_at_low_std_error: Option<Option<f64>>,
    /// That number of meetings at the upper end; null where no rates fit together there.
    pub yield_at_high: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub yield_at_high_std_error: Option<Option<f64>>,
    /// Whether nobody says what it is.
    pub assumed: bool,
    /// The mean meetings held if it were 0 or 1, for an assumed rate; else null.
    pub bounds: Option<BoundsAnswer>,
}

/// The mean meetings held at the ends of what is possible.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct BoundsAnswer {
    /// If it were 0; null where no rates fit together there.
    pub yield_at_0: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub yield_at_0_std_error: Option<Option<f64>>,
    /// If it were 1; null where no rates fit together there.
    pub yield_at_1: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub yield_at_1_std_error: Option<Option<f64>>,
}

/// The share of the ignorance that one uncertain rate causes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct IndexAnswer {
    /// Its key.
    pub rate: String,
    /// The key of the share that can be reached, where a table of attempts tells both together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// What knowing this rate alone would take away; null where the yields show no ignorance.
    pub first_order: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub first_order_std_error: Option<Option<f64>>,
    /// What would stay if all others were known; null likewise.
    pub total: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub total_std_error: Option<Option<f64>>,
}

/// What logging more calls of one kind takes away from the ignorance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct InformationAnswer {
    /// `cold` or `warm`.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = outreach::Kind::ALL.map(outreach::Kind::key))))]
    pub kind: String,
    /// The number of calls that are logged.
    pub calls: u32,
    /// The share of the ignorance that they take away, about.
    pub ignorance_taken_away: Option<f64>,
    /// Its standard error, at most; 0 where it is exact.
    pub std_error: Option<f64>,
}
