//! How many meetings will your calls bring?
//!
//! A campaign is a number of calls, some of them made on behalf of a common relation (*warm*), the others not (*cold*).
//! This library tells the distribution of its yield, the number of meetings held: exactly where the distribution can be
//! computed, and by simulating campaigns call by call.
//!
//! ```
//! use outreach::{Campaign, Comparison, Rates, Simulation, Strategy};
//!
//! let rates = Rates::documented();
//! let campaign = Campaign::new(rates.clone(), Strategy::referral_heavy(), 100)?;
//!
//! let exact = campaign.exact_yield()?;
//! assert_eq!(format!("{:.2}", exact.mean()), "73.57");
//! assert!(exact.at_least(70) > 0.9);
//!
//! let run = Simulation::new(&campaign).trials(100_000).seed(7).run()?;
//! assert!(run.against(&exact).sigmas().abs() < 4.0);
//!
//! let cold = Campaign::new(rates, Strategy::cold(), 100)?;
//! let compared = Comparison::between(&campaign, &cold).trials(10_000).seed(7).run()?;
//! assert!(compared.pairs()[0].a_wins().value > 0.99);
//! # Ok::<(), outreach::Error>(())
//! ```
//!
//! # From rates to a yield
//!
//! [`Rates`] (a preset and what you set, each with its [`Provenance`]) give a [`CallTree`]; a [`Strategy`] and a number
//! of calls make it a [`Campaign`]; its distribution is a [`Pmf`], its simulation a [`SimulationResult`]; several are set side by
//! side by a [`Comparison`].
//!
//! # Guarantees
//!
//! * The library knows no file, clock, entropy or terminal, and has no unsafe code.
//! * It does not panic on user input: what can be wrong is an [`Error`] that names the thing, its value and what is
//!   accepted.
//! * The same seed gives the same integers on any number of threads; sums are integers, so no scheduling changes them.
//! * A sampled mean, share or ratio is an [`Estimate`], with its standard error; what a [`Pmf`] tells is exact.

mod decide;
mod error;
mod exact;
mod interruption;
mod learn;
mod model;
mod numerics;
mod parallel;
mod simulate;

pub use decide::{
    AtPublishedRates, Bar, Comparison, ComparisonResult, Dominance, EqualHours, Index, Information, Measure, Movement,
    NumberBar, Pace, Pair, Planning, PlanningResult, SameHoursCold, Sensitivity, SensitivityResult, SizeNeeded,
    Snowball, Solve, Target,
};
pub use error::{Error, Result, Unfit};
pub use exact::{AttemptsMade, Moments, PoolDistribution, Round};
pub use interruption::{Interrupted, count_trials};
pub use learn::{
    AttemptCurve, AttemptHistory, Backtest, BestOrder, Calibration, CallCounts, Closing, Contact, ContactYield,
    Contacts, CurvePoint, DriftingRate, Forecasted, GroupCorrelation, LoggedCall, LoggedIncident, Names, OpenCases,
    Outcome, Posterior, Prior, ReachFit, Score, Scores,
};
pub use model::{
    AttemptTable, CallTree, Campaign, CampaignBuilder, Confidence, Connectors, Effort, Ending, Evidence, Figures,
    Incident, Kind, Number, Parameter, Path, Pool, Preset, Progress, Provenance, Rate, Rates, ReachByAttempt,
    ReachPosterior, Reading, Response, Share, Stop, Strategy, Supply, World,
};
pub use numerics::{Beta, Estimate, Pmf, PoissonBinomial, Probability};
pub use simulate::{
    Agreement, Attempt, Part, ProgressCheck, Quantity, Sample, Shard, SimulatedRound, Simulation, SimulationResult,
    TrialOutcome, Variance,
};

/// Tests the code blocks of the project's README.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
