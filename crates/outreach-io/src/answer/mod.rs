//! Answers as plain data: what programs read as JSON, whose schema follows from these types.
//!
//! Every probability is a number from 0 to 1, every duration is in minutes unless its name says hours, and what is undefined
//! (the standard error of a single trial) is null.

mod backtest;
mod calibrate;
mod compare;
mod forecast;
mod model;
pub(crate) mod parts;
mod plan;
mod rounds;
mod rows;
mod scenario;
mod sensitivity;
mod simulate;
mod trace;
mod weeks;

pub use self::backtest::{BacktestAnswer, BacktestScenario, ScoresAnswer};
pub use self::calibrate::{
    AttemptAnswer, AttemptsAnswer, AttemptsByKind, BesideAnswer, CalibrateAnswer, CallerAnswer, CallersByKind,
    CallersCorrelation, CallsAnswer, CallsByKind, ConnectorAnswer, ConnectorsCorrelation, DispersionInterval,
    LearnedRate, MonthAnswer, NamesAnswer, PooledAnswer, Verdict,
};
pub use self::compare::{
    CompareAnswer, DifferenceAnswer, DominanceAnswer, EqualHoursAnswer, ExactOutcome, OutcomeAnswer, PairAnswer,
    StrategyAnswer, YieldInHours,
};
pub use self::forecast::{
    AverageErrors, BestOrderAnswer, ForecastAnswer, GroupAnswer, GroupYield, ListSummary, MinutesAnswer,
};
pub use self::model::{HeldPerAttempt, ModelAnswer, NumberAnswer, PathAnswer, RateAnswer, TreeAnswer};
pub use self::parts::{
    Computed, CountRange, Estimated, ExactSummary, ExactYield, FoundPrecision, Interval, Quantiles, SampledSummary,
    SampledYield,
};
pub(crate) use self::plan::exact_or_sampled;
pub use self::plan::{ConfidenceAnswer, EffortRange, OtherPlanAnswer, PlanAnswer, SmallestEffort, WeeksAnswer};
pub(crate) use self::rounds::per_100;
pub use self::rounds::{ExactRound, RoundAnswer};
pub use self::rows::{AssumedAnswer, ReadingAnswer, RejectionAnswer, RowsAnswer, WordAnswer};
pub use self::scenario::{
    RateInForce, RatesInForce, ScenarioInForce, TableInForce, ValueInForce, WarmSupply, WhoseFigures,
};
pub use self::sensitivity::{BarAnswer, BoundsAnswer, IndexAnswer, InformationAnswer, SensitivityAnswer};
pub use self::simulate::{
    AgreementAnswer, AtPublishedRatesAnswer, AttemptsMade, CountsByKind, ExactAttempts, ExactMoments, ExactPool,
    FirstDry, IncidentCounts, KindSoFar, MeetingsByKind, NoExactDistribution, PoolAnswer, SameHoursCold,
    SimulateAnswer, SoFarAnswer, VarianceAnswer, YieldAnswer,
};
pub use self::trace::{CallAnswer, TraceAnswer};
pub use self::weeks::{ByWeekAnswer, PaceAnswer, WeekAnswer};
pub use crate::error::{ErrorAnswer, ErrorFields, FaultAnswer};

/// The name of the form of a verb's JSON: another number for another form.
pub(crate) fn form(verb: &str) -> String {
    let version = if ["calibrate", "sensitivity"].contains(&verb) { 2 } else { 1 };
    format!("outreach/{verb}/{version}")
}

/// The JSON Schema of a verb's answer; `None` for a verb whose answer has no type yet.
#[cfg(feature = "schemas")]
pub fn schema(verb: &str) -> Option<serde_json::Value> {
    // What is written, in which no field is missing that may be null.
    let schemas = schemars::generate::SchemaSettings::default().for_serialize().into_generator();
    let schema = match verb {
        "backtest" => schemas.into_root_schema_for::<BacktestAnswer>(),
        "calibrate" => schemas.into_root_schema_for::<CalibrateAnswer>(),
        "compare" => schemas.into_root_schema_for::<CompareAnswer>(),
        "forecast" => schemas.into_root_schema_for::<ForecastAnswer>(),
        "model" => schemas.into_root_schema_for::<ModelAnswer>(),
        "plan" => schemas.into_root_schema_for::<PlanAnswer>(),
        "sensitivity" => schemas.into_root_schema_for::<SensitivityAnswer>(),
        "simulate" => schemas.into_root_schema_for::<SimulateAnswer>(),
        "trace" => schemas.into_root_schema_for::<TraceAnswer>(),
        _ => return None,
    };
    let mut schema: serde_json::Value = schema.into();
    let form = form(verb);
    schema["properties"]["schema"]["const"] = form.clone().into();
    Some(named(&form, &schema))
}

/// With the name of its form first.
#[cfg(feature = "schemas")]
fn named(form: &str, schema: &serde_json::Value) -> serde_json::Value {
    let id = std::iter::once(("$id".to_owned(), form.into()));
    id.chain(schema.as_object().cloned().unwrap_or_default()).collect::<serde_json::Map<_, _>>().into()
}

/// The JSON Schema of what stands in the place of an answer where there is none.
#[cfg(feature = "schemas")]
pub fn error_schema() -> serde_json::Value {
    let schemas = schemars::generate::SchemaSettings::default().for_serialize().into_generator();
    named("outreach/error/1", &schemas.into_root_schema_for::<ErrorAnswer>().into())
}

/// The verbs that [`schema`] knows.
#[cfg(feature = "schemas")]
pub const WITH_SCHEMA: [&str; 9] =
    ["backtest", "calibrate", "compare", "forecast", "model", "plan", "sensitivity", "simulate", "trace"];
