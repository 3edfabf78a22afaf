//! What logs and lists say: rates from calls, forecasts of the past and of lists of contacts.

mod attempt_curve;
mod attempt_history;
mod attempts;
mod backtest;
mod best_order;
mod calibration;
mod call_counts;
mod call_log;
mod contact_yield;
mod correlation;
mod drifting_rate;
mod forecast;
mod names;
mod posterior;
mod scores;

pub use self::attempt_curve::{AttemptCurve, CurvePoint};
pub use self::attempt_history::{AttemptHistory, Closing};
pub use self::attempts::ReachFit;
pub use self::backtest::{Backtest, Forecasted, Score};
pub use self::best_order::BestOrder;
pub use self::calibration::{Calibration, Prior};
pub use self::call_counts::CallCounts;
pub use self::call_log::{LoggedCall, LoggedIncident, OpenCases, Outcome};
pub use self::contact_yield::ContactYield;
pub use self::correlation::GroupCorrelation;
pub use self::drifting_rate::DriftingRate;
pub use self::forecast::{Contact, Contacts};
pub use self::names::Names;
pub use self::posterior::Posterior;
pub use self::scores::Scores;
