//! How many meetings will your calls bring?
//!
//! A campaign is a number of calls, some of them made on behalf of a common relation (*warm*), the others not (*cold*).
//! This library tells the law of its yield, the number of meetings held: exactly where the law can be computed, and by
//! simulating campaigns call by call.
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
//! of calls make it a [`Campaign`]; its law is a [`Pmf`], its simulation a [`Run`]; several are set side by side by a
//! [`Comparison`].
//!
//! # Guarantees
//!
//! * The library knows no file, clock, entropy or terminal, and has no unsafe code.
//! * It does not panic on user input: what can be wrong is an [`Error`] that names the thing, its value and what is
//!   accepted.
//! * The same seed gives the same integers on any number of threads; sums are integers, so no scheduling changes them.
//! * A sampled mean, share or ratio is an [`Estimate`], with its standard error; what a [`Pmf`] tells is exact.

mod backtest;
mod beta;
mod call;
mod call_log;
mod campaign;
mod compare;
mod effort;
mod error;
mod estimate;
mod exact;
mod forecast;
mod fourier;
mod interruption;
mod learning;
mod numbers;
mod parallel;
mod parameter;
mod plan;
mod pmf;
mod pool;
mod presets;
mod probability;
mod rate;
mod rates;
mod sensitivity;
mod simulate;
mod snowball;
mod so_far;
mod stop;
mod strategy;
mod world;

pub use backtest::{Backtest, Forecasted, Score};
pub use beta::Beta;
pub use call::{CallTree, Ending, Incident, Kind, Path};
pub use call_log::{LoggedCall, LoggedIncident, OpenCases, Outcome, plain_word};
pub use campaign::Campaign;
pub use compare::{Compared, Comparison, Dominance, EqualHours, Pair};
pub use effort::Effort;
pub use error::{Error, Result};
pub use estimate::Estimate;
pub use exact::{Moments, PoissonBinomial, PoolLaw};
pub use forecast::{BestOrder, Contact, Contacts};
pub use interruption::Interrupted;
pub use learning::{Calibration, DriftingRate, Names, Posterior, Prior};
pub use numbers::Number;
pub use parameter::{Parameter, Reading, Response};
pub use plan::{Plan, Planning, Solve, Target};
pub use pmf::Pmf;
pub use pool::Pool;
pub use presets::{Confidence, Evidence, Figures, Preset};
pub use probability::Probability;
pub use rate::{Provenance, Rate};
pub use rates::Rates;
pub use sensitivity::{Bar, Index, Information, NumberBar, Sensitivities, Sensitivity};
pub use simulate::{Agreement, Attempt, Part, Quantity, Run, Sample, Shard, Simulation, Variance};
pub use snowball::Snowball;
pub use so_far::SoFar;
pub use stop::Stop;
pub use strategy::{Share, Strategy, Supply};
pub use world::World;

/// Tests the code blocks of the project's README.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
