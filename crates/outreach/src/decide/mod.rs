//! What to do: campaigns compared, efforts planned, rates that matter.

mod beside;
mod compare;
mod plan;
mod sensitivity;
mod snowball;

pub use self::beside::{AtPublishedRates, SameHoursCold};
pub use self::compare::{Comparison, ComparisonResult, Dominance, EqualHours, Pair};
pub use self::plan::{Pace, Planning, PlanningResult, SizeNeeded, Solve, Target};
pub use self::sensitivity::{Bar, Index, Information, Measure, Movement, NumberBar, Sensitivity, SensitivityResult};
pub use self::snowball::Snowball;
