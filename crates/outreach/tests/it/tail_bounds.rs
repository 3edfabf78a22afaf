//! Bounds that hold for every number of trials, not only in the limit, so that a rate of false alarms can be stated.
//!
//! All checks of `agreement`, `comparisons`, `equal_hours`, `pools`, `shared_draws`, `so_far`, `stops`, `uncertain` and
//! `uncertain_agreement` together raise a false alarm with a probability of at most [`CHECKS`] · [`ALPHA`] = 1e-6 over
//! the choice of their seeds.

/// More than the number of bounds that are checked in all.
pub(crate) const CHECKS: u32 = 250;
/// The false-alarm rate of one check.
pub(crate) const ALPHA: f64 = 1e-6 / CHECKS as f64;

/// The largest difference of the cumulative shares of n independent trials from their distribution.
///
/// # Formula
/// ```text
/// P(sup |Fn − F| > √(ln(2 / α) / (2 n))) ≤ α
/// ```
/// Dvoretzky, Kiefer and Wolfowitz, with Massart's constant.
pub(crate) fn largest_cdf_gap(trials: u64) -> f64 {
    ((2.0 / ALPHA).ln() / (2.0 * trials as f64)).sqrt()
}

/// Whether a share of n independent trials lies where chance alone may put it.
///
/// # Formula
/// ```text
/// P(n · KL(share ‖ probabilities) > ln(2 / α)) ≤ α
/// ```
/// Chernoff. It holds for trials of different probabilities with this mean, and for trials anywhere in 0 to 1 with this
/// mean (Hoeffding 1963, theorem 1).
pub(crate) fn plausible(share: f64, trials: f64, probability: f64) -> bool {
    trials * divergence(share, probability) <= (2.0 / ALPHA).ln()
}

/// KL(x ‖ p) of two coins.
fn divergence(x: f64, p: f64) -> f64 {
    let term = |x: f64, p: f64| if x == 0.0 { 0.0 } else { x * (x / p).ln() };
    term(x, p) + term(1.0 - x, 1.0 - p)
}

#[test]
fn a_share_is_plausible_near_its_probabilities_only() {
    // ln(2 / α) is 20.0, so that the bound is at √(2 · 20.0 / 4 / 10^6) = 0.00316 from one half.
    assert!(plausible(0.503, 1e6, 0.5) && plausible(0.497, 1e6, 0.5));
    assert!(!plausible(0.5033, 1e6, 0.5) && !plausible(0.4967, 1e6, 0.5));
}

#[test]
fn what_never_or_always_happens_may_not_deviate_at_all() {
    assert!(plausible(0.0, 1e6, 0.0) && plausible(1.0, 1e6, 1.0));
    assert!(!plausible(1e-6, 1e6, 0.0) && !plausible(1.0 - 1e-6, 1e6, 1.0));
}
