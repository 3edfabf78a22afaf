//! Results that are pinned: changing them is a value-breaking change. A binary of its own, as other machines look at nothing else.
#![expect(clippy::unwrap_used, reason = "a failed test is the message")]

mod golden;
#[path = "../it/scenarios.rs"]
mod scenarios;
#[path = "../it/uncertain_scenarios.rs"]
#[expect(dead_code, reason = "the other tests use more of it")]
mod uncertain_scenarios;
mod value_stability;
