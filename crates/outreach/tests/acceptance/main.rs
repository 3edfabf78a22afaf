//! Does the simulation do what the model says? Fixed seeds, references of their own, bounds that hold for finite
//! samples.
//!
//! Some two hundred and fifty checks, all together with one false alarm in a million choices of the seeds: each one may
//! fail with probability 1e-6 / 250 by the inequality of Dvoretzky, Kiefer, Wolfowitz and Massart, or by an exact
//! binomial tail. No reference comes from the library: the probability of a call, binomial and beta-binomial
//! distributions is written out here.
//!
//! `cargo test -p outreach --test acceptance -- --nocapture` prints what was checked.
#![expect(clippy::unwrap_used, reason = "a failed test is the message")]
#![expect(clippy::print_stdout, reason = "the number of checks is a figure of docs/validation.md")]

mod distributions;
mod intervals;
mod reference;
mod streams;
mod totals;

use statrs::distribution::{Binomial, DiscreteCDF};

/// How likely all checks together may fail by chance, over all seeds.
const FAMILY: f64 = 1e-6;
/// This many checks each part may make.
const LAWS: usize = 90;
const TOTALS: usize = 125;
const INTERVALS: usize = 20;
const STREAMS: usize = 15;
const CHECKS: usize = LAWS + TOTALS + INTERVALS + STREAMS;

/// What was looked at, and a bound of the probability that chance makes it look as bad.
#[derive(Debug)]
struct Check {
    what: String,
    bound: f64,
}

/// Fails for a check that chance does not explain, or for more checks than were planned for.
fn judge(part: &str, planned: usize, checks: &[Check]) {
    let least = checks.iter().min_by(|a, b| a.bound.total_cmp(&b.bound)).unwrap();
    println!("{part}: {} checks, the least likely {} ({:.1e})", checks.len(), least.what, least.bound);
    assert!(checks.len() <= planned, "{} checks, {planned} planned", checks.len());
    let failed: Vec<_> =
        checks.iter().filter(|check| check.bound.is_nan() || check.bound < FAMILY / CHECKS as f64).collect();
    assert!(failed.is_empty(), "{failed:?}");
}

/// How likely a binomial count is as far out as this on its side, twice.
fn binomial_bound(successes: u64, trials: u64, probability: f64) -> f64 {
    if probability <= 0.0 || probability >= 1.0 {
        let certain = if probability <= 0.0 { 0 } else { trials };
        return f64::from(u8::from(successes == certain));
    }
    let distribution = Binomial::new(probability, trials).unwrap();
    let at_least = if successes == 0 { 1.0 } else { distribution.sf(successes - 1) };
    (2.0 * distribution.cdf(successes).min(at_least)).min(1.0)
}

#[test]
fn a_count_that_is_too_large_or_too_small_is_seen() {
    assert!(binomial_bound(50, 100, 0.5) > 0.9);
    assert!(binomial_bound(0, 100, 0.5) < 1e-20 && binomial_bound(100, 100, 0.5) < 1e-20);
    assert!(binomial_bound(1, 10, 0.0) < 0.5 && binomial_bound(10, 10, 1.0) > 0.5);
}
