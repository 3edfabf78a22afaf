//! What to do: campaigns compared, efforts planned, rates that matter.

mod beside;
mod compare;
mod plan;
mod sensitivity;
mod snowball;

pub use self::beside::{AtPublishedRates, SameHoursCold};
pub use self::compare::{Compared, Comparison, Dominance, EqualHours, Pair};
pub use self::plan::{Pace, Plan, Planning, SizeNeeded, Solve, Target};
pub use self::sensitivity::{Bar, Index, Information, Measure, Movement, NumberBar, Sensitivities, Sensitivity};
pub use self::snowball::Snowball;
