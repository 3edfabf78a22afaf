//! Mixtures of binomial distributions: successes whose probability is not known for sure.

use std::f64::consts::TAU;

use super::product::Node;
use crate::interruption::look;

/// A mass less than this is left out.
const NEGLIGIBLE: f64 = 1e-22;

/// P(k successes) for k = 0, 1, … below a bound, among so many calls whose probability of success is one of the nodes'.
///
/// Errors: 1e-14 of the largest mass from the sums, and what the nodes leave. Costs some 3 ns for each mass of each node, as
/// far as they are above 1e-22.
pub(crate) fn successes_below(bound: usize, calls: u32, nodes: impl IntoIterator<Item = Node>) -> Vec<f64> {
    let n = calls as usize;
    let bound = bound.min(n + 1);
    let mut masses = vec![0.0; bound];
    // P(k + 1) / P(k) = rises[k] p / (1 − p), and the other way round.
    let rises: Vec<f64> = (1..bound).map(|k| (n + 1 - k) as f64 / k as f64).collect();
    let falls: Vec<f64> = (1..bound).map(|k| k as f64 / (n + 1 - k) as f64).collect();
    for Node { value: p, weight } in nodes {
        look();
        let mode = (((n + 1) as f64 * p) as usize).min(n);
        let Some(last) = bound.checked_sub(1) else { continue };
        let start = mode.min(last);
        let first = weight * mass(n, start, p);
        masses[start] += first;
        if first.abs() < NEGLIGIBLE {
            continue;
        }
        add(masses[start + 1..].iter_mut().zip(&rises[start..]), first, p / (1.0 - p));
        add(masses[..start].iter_mut().zip(&falls[..start]).rev(), first, (1.0 - p) / p);
    }
    masses
}

/// Adds the masses beside the first, each from the one before.
fn add<'a>(masses: impl Iterator<Item = (&'a mut f64, &'a f64)>, mut mass: f64, odds: f64) {
    for (sum, ratio) in masses {
        mass *= ratio * odds;
        *sum += mass;
        if mass.abs() < NEGLIGIBLE {
            return;
        }
    }
}

/// P(k successes among n calls), to some 1e-15 of itself.
///
/// Source: Loader, *Fast and accurate computation of binomial probabilities*, 2000.
fn mass(n: usize, k: usize, p: f64) -> f64 {
    if k == 0 {
        return libm::exp(n as f64 * libm::log1p(-p));
    }
    if k == n {
        return libm::exp(n as f64 * libm::log(p));
    }
    let (calls, held, failed) = (n as f64, k as f64, (n - k) as f64);
    let log = stirling_error(calls)
        - stirling_error(held)
        - stirling_error(failed)
        - deviance(held, calls * p)
        - deviance(failed, calls * (1.0 - p));
    libm::exp(log) * (calls / (TAU * held * failed)).sqrt()
}

/// ln n! − ln(√(2πn) (n / e)^n).
fn stirling_error(n: f64) -> f64 {
    /// From here on the series suffices.
    const LARGE: f64 = 16.0;
    if n < LARGE {
        return libm::lgamma(n + 1.0) - (n + 0.5) * libm::log(n) + n - 0.5 * libm::log(TAU);
    }
    let s = 1.0 / (n * n);
    (1.0 / 12.0
        - s * (1.0 / 360.0 - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s * (1.0 / 1188.0 - s * 691.0 / 360_360.0)))))
        / n
}

/// x ln(x / mean) + mean − x, without loss of digits where both are near each other.
fn deviance(x: f64, mean: f64) -> f64 {
    let (apart, both) = (x - mean, x + mean);
    if apart.abs() >= 0.1 * both {
        return x * libm::log(x / mean) - apart;
    }
    let share = apart / both;
    let mut term = 2.0 * x * share;
    let mut sum = apart * share;
    for j in 1..100 {
        term *= share * share;
        let next = sum + term / f64::from(2 * j + 1);
        if next.total_cmp(&sum).is_eq() {
            break;
        }
        sum = next;
    }
    sum
}
