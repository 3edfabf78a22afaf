//! Random scenarios over all that is accepted, each simulated and held against its exact distribution and against the
//! model written out once more; each ends in time, with an answer or with an error.
//!
//! A plain `cargo test` tries some dozens. `DIFFERENTIAL_SECONDS=60 cargo test --test differential -- --nocapture` goes on
//! for a minute; see the search for more.
#![expect(clippy::unwrap_used, reason = "a failed test is the message")]
#![expect(clippy::print_stdout, reason = "the number of scenarios is a figure of docs/validation.md")]

mod agree;
mod bounds;
mod plain;
mod shared;

#[test]
fn random_scenarios_agree() {
    shared::search("random_scenarios_agree", 100, 0.75, agree::check);
}
