//! The place that a rate is below with a given probability.

use super::Beta;
use super::tails::{Place, Tail, sides};

pub(super) fn quantile(beta: Beta, q: f64) -> f64 {
    if q <= 0.0 || q >= 1.0 {
        return if q <= 0.0 { 0.0 } else { 1.0 };
    }
    let [below_mean, _] = sides(beta, Place::at_log_odds(libm::log(beta.alpha / beta.beta)));
    if q <= below_mean { below(beta, q).x } else { below(beta.mirrored(), 1.0 - q).y }
}

/// The place up to the mean that a rate is below with this probability: by Newton's method on the logarithm of what lies below
/// a place over that of its odds. It is concave, so that no step from the left of the solution goes beyond it.
fn below(beta: Beta, probability: f64) -> Place {
    /// Smaller odds than these no number holds.
    const LEAST: f64 = -744.0;
    let target = libm::log(probability);
    let mut log_odds = libm::log(beta.alpha / beta.beta);
    let mut last = f64::INFINITY;
    // It needs some twenty steps; the bound is for what rounding might do.
    for step in 0..200 {
        let tail = Tail::below(beta, Place::at_log_odds(log_odds));
        let beyond = tail.log_probability() - target;
        if log_odds <= LEAST && beyond > 0.0 {
            return Place::new(0.0);
        }
        let next = (log_odds - beyond * tail.width).max(LEAST);
        let moved = (next - log_odds).abs();
        // The first two steps may be of any size; steps that grow again are what rounding does at the solution.
        if moved == 0.0 || (step > 2 && moved >= last && moved < 1e-9) {
            break;
        }
        (log_odds, last) = (next, moved);
    }
    Place::at_log_odds(log_odds)
}
