//! The answer of `simulate`.

use outreach::{Preset, SimulationResult, Stop};
use serde::{Deserialize, Serialize};

use super::parts::{
    Computed, CountRange, Estimated, ExactYield, FoundPrecision, Quantiles, SampledSummary, SampledYield, defined,
    present,
};
use super::plan::exact_or_sampled;
use super::rounds::RoundAnswer;
use super::scenario::{ScenarioInForce, TableInForce};
use super::weeks::ByWeekAnswer;

/// How many meetings one campaign will bring: exact where there is an exact distribution, and simulated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct SimulateAnswer {
    /// `outreach/simulate/1`.
    pub schema: String,
    /// The version of outreach that answered.
    pub version: String,
    /// Every parameter in force.
    pub scenario: ScenarioInForce,
    /// The keys that neither a source nor you have said.
    pub assumptions: Vec<String>,
    /// Whether the numbers are exact or simulated.
    pub computed: Computed,
    /// The seed: the same one gives the same answer.
    pub seed: u64,
    /// The number of simulated campaigns.
    pub trials: u64,
    /// The precision that was asked for, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<FoundPrecision>,
    /// What the campaign had brought before, if it had begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub so_far: Option<SoFarAnswer>,
    /// What it has brought after one week, two, and so on, where a pace was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<ByWeekAnswer>,
    /// What the campaign brings.
    #[serde(flatten)]
    pub results: YieldAnswer,
}

/// What a campaign had brought so far, and how likely its plan had made that.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct SoFarAnswer {
    /// Cold attempts and their meetings.
    pub cold: KindSoFar,
    /// Warm attempts and their meetings.
    pub warm: KindSoFar,
    /// P(at most this many meetings in this many attempts), before anything was known.
    pub at_most: f64,
    /// Its standard error, where it is sampled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most_std_error: Option<f64>,
    /// P(at least this many meetings in this many attempts).
    pub at_least: f64,
    /// Its standard error, where it is sampled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least_std_error: Option<f64>,
}

/// Attempts made and meetings held.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct KindSoFar {
    /// Attempts made.
    pub attempts: u32,
    /// Meetings held.
    pub meetings: u32,
    /// The contacts of each round, where they are called several times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounds: Option<TableInForce>,
}

/// What one campaign brings; also a part of the answer of `compare`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct YieldAnswer {
    /// The meetings held, simulated.
    pub meetings: SampledYield,
    /// The same exactly; null where there is no exact distribution.
    pub exact: Option<ExactYield>,
    /// How far both are apart.
    pub agreement: Option<AgreementAnswer>,
    /// Why there is no exact distribution, where there is none.
    #[serde(flatten)]
    pub none: Option<NoExactDistribution>,
    /// The variance of the yield, split into luck and not knowing the rates.
    pub variance: VarianceAnswer,
    /// The share of the trials in which a rate that was solved for or drawn was not possible, and the nearest possible one was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clamped: Option<Estimated>,
    /// What the same brings at the published rates; null where these are in force, where that is not known, and while trials are
    /// still to come.
    pub at_published_rates: Option<AtPublishedRatesAnswer>,
    /// The mean meetings that one more introduction brings in place of a cold call, exactly; with a pool one more referral to
    /// start with, of several attempts a warm contact. Null where no cold call is left, or where that is not known.
    pub one_more_introduction: Option<f64>,
    /// The exact mean meetings of the calls of each kind; null where chance decides which are made, or where it is not known.
    pub meetings_by_kind: MeetingsByKind,
    /// The central range with a connector for each call, where few connectors recommend many; null where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connectors_apart: Option<CountRange>,
    /// Attempts made.
    pub attempts: CountsByKind,
    /// Attempts that reached the prospect.
    pub conversations: CountsByKind,
    /// Meetings agreed.
    pub meetings_set: CountsByKind,
    /// Warm conversations that went wrong at the connector's name.
    pub incidents: IncidentCounts,
    /// The distribution of the attempts, where a stop or conversations leave them to chance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempts_made: Option<AttemptsMade>,
    /// Each round of a campaign of contacts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounds: Option<Vec<RoundAnswer>>,
    /// How often given hours let each contact be called: the fewest attempts that take the hours on average, if any do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempts_that_fill_hours: Option<u32>,
    /// What becomes of a pool of referrals, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pool: Option<PoolAnswer>,
    /// The minutes that the campaign takes.
    pub minutes: Estimated,
    /// Mean meetings by mean hours; null if the campaign takes no time.
    pub meetings_per_hour: Option<Estimated>,
    /// Mean attempts by mean meetings; null if there were none.
    pub attempts_per_meeting: Option<Estimated>,
}

/// What a campaign brings at the published rates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct AtPublishedRatesAnswer {
    /// What is counted: `meetings`, or the `attempts` of a campaign that ends at a number of meetings.
    #[cfg_attr(feature = "schemas", schemars(extend("enum" = ["meetings", "attempts"])))]
    pub of: String,
    /// The mean.
    pub mean: f64,
    /// Its standard error; 0 where it is exact.
    pub std_error: Option<f64>,
    /// The range from the 5 % point to the 95 % point.
    pub central90: CountRange,
}

impl AtPublishedRatesAnswer {
    /// Nothing where the published rates are in force.
    pub(crate) fn of(run: &SimulationResult) -> Option<Self> {
        if run.campaign().rates().preset() == Preset::Published {
            return None;
        }
        let found = run.at_published_rates().ok()??;
        let (probability, probability_std_error) = exact_or_sampled(found.probability);
        let [low, high] = found.central90;
        Some(Self {
            of: if matches!(run.campaign().stop(), Stop::Meetings(_)) { "attempts" } else { "meetings" }.to_owned(),
            mean: found.mean.value,
            std_error: defined(found.mean.std_error),
            central90: CountRange { low, high, probability, probability_std_error },
        })
    }
}

/// Mean meetings by kind of call.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct MeetingsByKind {
    /// Of cold calls.
    pub cold: Option<f64>,
    /// Of warm calls.
    pub warm: Option<f64>,
}

/// How far the simulation is from the exact distribution.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct AgreementAnswer {
    /// The difference of the means, in standard errors; null where these are undefined.
    pub mean_sigmas: Option<f64>,
    /// The largest difference of the distribution functions.
    pub largest_cdf_gap: f64,
}

/// Why there is no exact distribution, and the exact moments that there may be all the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct NoExactDistribution {
    /// Why there is none.
    pub exact_reason: String,
    /// Mean and standard deviation, where they are known.
    pub exact_moments: Option<ExactMoments>,
}

/// Mean and standard deviation.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ExactMoments {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
}

/// The variance of the yield in its two parts, in squared meetings.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct VarianceAnswer {
    /// E[Var(yield | rates)].
    pub luck: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub luck_std_error: Option<Option<f64>>,
    /// Var(E[yield | rates]); where it is sampled it may come out slightly negative.
    pub ignorance: Option<f64>,
    /// Its standard error, where it is sampled.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub ignorance_std_error: Option<Option<f64>>,
}

/// Means per campaign.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct CountsByKind {
    /// Of cold calls.
    pub cold: Estimated,
    /// Of warm calls.
    pub warm: Estimated,
    /// Of both.
    pub total: Estimated,
}

/// Mean incidents per campaign.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct IncidentCounts {
    /// All of them.
    pub total: Estimated,
    /// With a connector who was unknown.
    pub unknown: Estimated,
    /// Of these, those that explaining saved.
    pub recovered: Estimated,
    /// Of these, the others.
    pub unrecovered: Estimated,
    /// With a connector who was disliked.
    pub disliked: Estimated,
}

/// The attempts, where chance decides how many there are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct AttemptsMade {
    /// As they were simulated.
    #[serde(flatten)]
    pub summary: SampledSummary,
    /// Exactly, as far as that is known.
    pub exact: Option<ExactAttempts>,
}

/// The exact attempts: mean and standard deviation, and the rest where the whole distribution is known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ExactAttempts {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// The quantiles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantiles: Option<Quantiles<i64>>,
    /// The range from the 5 % point to the 95 % point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub central90: Option<CountRange>,
}

/// What becomes of a pool of referrals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct PoolAnswer {
    /// The referrals that one of generation 1, 2, … brings on average.
    pub reproduction: Vec<Estimated>,
    /// The probability that rates are such that chains can grow for ever.
    pub grows: Estimated,
    /// The probability that all chains die out.
    pub extinction: Estimated,
    /// The probability that the pool runs dry within this campaign.
    pub runs_dry: Estimated,
    /// The first attempt that was cold as the pool was empty, over the trials where that happened; null if it never did.
    pub first_dry_attempt: Option<FirstDry>,
    /// Meetings held with referrals of generation 1, 2, …; null where only the exact means are known.
    pub meetings_by_generation: Option<Vec<Estimated>>,
    /// The same exactly, where it is known.
    pub exact: Option<ExactPool>,
    /// What the same hours bring on cold calls alone; null where they are none.
    pub same_hours_cold: Option<SameHoursCold>,
}

/// When a pool first ran dry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct FirstDry {
    /// The mean number of the attempt, from 1.
    pub mean: f64,
    /// Its standard error.
    pub std_error: Option<f64>,
    /// The quantiles.
    pub quantiles: Quantiles<i64>,
    /// For each quantile the ends of a 95 % interval between order statistics.
    pub quantile_intervals: Quantiles<Option<[i64; 2]>>,
}

/// The exact distribution of what becomes of a pool.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct ExactPool {
    /// The probability that it runs dry.
    pub runs_dry: f64,
    /// P(attempt k is the first cold one), from k = 1.
    pub first_dry_attempt: Vec<f64>,
    /// Mean meetings held with referrals of generation 1, 2, …
    pub meetings_by_generation: Vec<f64>,
    /// Mean meetings held by cold calls.
    pub cold_meetings: f64,
    /// Mean cold attempts.
    pub cold_attempts: f64,
}

/// What the same hours bring on cold calls alone.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemas", derive(schemars::JsonSchema))]
pub struct SameHoursCold {
    /// The mean hours of the campaign.
    pub hours: f64,
    /// The mean meetings in them.
    pub mean: f64,
    /// Its standard error; 0 where it is exact.
    pub std_error: Option<f64>,
}
