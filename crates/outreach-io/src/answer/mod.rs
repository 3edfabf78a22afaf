//! Answers as plain data: what programs read as JSON, whose schema follows from these types.
//!
//! Every probability is a number from 0 to 1, every duration is in minutes unless its name says hours, and what is undefined
//! (the standard error of a single trial) is null.

pub(crate) mod parts;
mod rounds;
mod scenario;
mod simulate;

pub use self::parts::{
    CountRange, Estimated, ExactSummary, ExactYield, FoundPrecision, Quantiles, SampledSummary, SampledYield,
};
pub(crate) use self::rounds::per_100;
pub use self::rounds::{ExactRound, RoundAnswer};
pub(crate) use self::scenario::of_rates;
pub use self::scenario::{ScenarioInForce, TableInForce};
pub use self::simulate::{
    AgreementAnswer, AttemptsMade, CountsByKind, ExactAttempts, ExactMoments, ExactPool, FirstDry, IncidentCounts,
    KindSoFar, NoExactDistribution, PoolAnswer, SameHoursCold, SimulateAnswer, SoFarAnswer, VarianceAnswer,
    YieldAnswer,
};

/// The JSON Schema of a verb's answer; `None` for a verb whose answer has no type yet.
#[cfg(feature = "schemas")]
pub fn schema(verb: &str) -> Option<serde_json::Value> {
    match verb {
        "simulate" => Some(schemars::schema_for!(SimulateAnswer).into()),
        _ => None,
    }
}

/// The verbs that [`schema`] knows.
#[cfg(feature = "schemas")]
pub const WITH_SCHEMA: [&str; 1] = ["simulate"];
