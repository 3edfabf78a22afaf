//! Mixtures of binomial distributions: successes whose probability is not known for sure.

#![expect(
    clippy::inline_always,
    reason = "what is compiled for several instruction sets has to be compiled for each of them"
)]

use std::f64::consts::TAU;

use multiversion::multiversion;

use super::product::Node;
use crate::interruption::check_cancelled;

/// A mass less than this is left out.
const NEGLIGIBLE: f64 = 1e-22;
/// −ln of it.
const LOG_NEGLIGIBLE: f64 = 50.7;

/// Nodes that are neighbours have most of their masses at the same numbers of successes: so many are followed side by side.
const SIDE_BY_SIDE: usize = 8;

/// A group begins where each of its nodes has more than this.
const BESIDE_THE_MODE: f64 = 1e-9;

/// P(k successes) for k = 0, 1, … below a bound, among this many calls whose probability of success is one of the nodes'.
///
/// Errors: 1e-14 of the largest mass from the sums, and what the nodes leave. Costs about 0.4 ns for each mass of each node, as
/// far as they are above 1e-22.
pub(crate) fn successes_below(bound: usize, calls: u32, nodes: impl IntoIterator<Item = Node>) -> Vec<f64> {
    let n = calls as usize;
    let bound = bound.min(n + 1);
    let mut masses = vec![0.0; bound];
    let Some(last) = bound.checked_sub(1) else { return masses };
    // P(k + 1) / P(k) = rises[k] p / (1 − p), and the other way round.
    let rises: Vec<f64> = (1..bound).map(|k| (n + 1 - k) as f64 / k as f64).collect();
    let falls: Vec<f64> = (1..bound).map(|k| k as f64 / (n + 1 - k) as f64).collect();
    let start = |p: f64| (((n + 1) as f64 * p) as usize).min(last);
    // P(successes ≤ last) ≤ e^(−(mean − last)² / (2 mean)): what is less than any mass counts is not looked at.
    let is_near = |node: &Node| {
        let beyond = n as f64 * node.value - last as f64;
        beyond <= 0.0 || beyond * beyond <= 2.0 * LOG_NEGLIGIBLE * n as f64 * node.value
    };
    let nodes: Vec<_> = nodes.into_iter().filter(is_near).collect();
    let (groups, rest) = nodes.as_chunks::<SIDE_BY_SIDE>();
    let mut alone = Vec::from(rest);
    for nodes in groups {
        check_cancelled();
        let middle = nodes[SIDE_BY_SIDE / 2].value;
        let start = start(middle);
        let of_middle = mass(n, start, middle);
        let at_start = nodes.map(|node| of_middle * times_as_likely(n, start, node.value, middle));
        // What is no number is not beside the mode.
        if !at_start.iter().all(|mass| *mass >= BESIDE_THE_MODE) {
            alone.extend(nodes);
            continue;
        }
        let first = std::array::from_fn(|lane| nodes[lane].weight * at_start[lane]);
        add_side_by_side(&mut masses, &rises, &falls, start, &first, &nodes.map(|node| node.value));
    }
    for Node { value: p, weight } in alone {
        check_cancelled();
        let start = start(p);
        let first = weight * mass(n, start, p);
        if first.abs() >= NEGLIGIBLE {
            add_around(&mut masses, &rises, &falls, start, &[first], &[p]);
        }
    }
    masses
}

/// Adds the masses of neighbours.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2"))]
fn add_side_by_side(
    masses: &mut [f64],
    rises: &[f64],
    falls: &[f64],
    start: usize,
    first: &[f64; SIDE_BY_SIDE],
    p: &[f64; SIDE_BY_SIDE],
) {
    add_around(masses, rises, falls, start, first, p);
}

/// Adds the masses of nodes at a place and on both sides of it.
#[inline(always)]
fn add_around<const N: usize>(
    masses: &mut [f64],
    rises: &[f64],
    falls: &[f64],
    start: usize,
    first: &[f64; N],
    p: &[f64; N],
) {
    masses[start] += first.iter().sum::<f64>();
    add(masses[start + 1..].iter_mut().zip(&rises[start..]), *first, &p.map(|p| p / (1.0 - p)));
    add(masses[..start].iter_mut().zip(&falls[..start]).rev(), *first, &p.map(|p| (1.0 - p) / p));
}

/// Adds the masses beside the first ones, each from the one before.
#[inline(always)]
fn add<'a, const N: usize>(sums: impl Iterator<Item = (&'a mut f64, &'a f64)>, mut masses: [f64; N], odds: &[f64; N]) {
    /// How often it is looked whether anything is left: a power of two.
    const STEPS: usize = 8;
    for (step, (sum, ratio)) in (1..).zip(sums) {
        for lane in 0..N {
            masses[lane] *= ratio * odds[lane];
        }
        // The halves, then their halves: in this order whatever the processor adds at once.
        let mut halves = masses;
        let mut width = N;
        while width > 1 {
            width /= 2;
            for lane in 0..width {
                halves[lane] += halves[lane + width];
            }
        }
        *sum += halves[0];
        if step % STEPS == 0 && masses.iter().all(|mass| mass.abs() < NEGLIGIBLE) {
            return;
        }
    }
}

/// P(k successes among n calls), to about 1e-15 of itself.
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

/// P(k successes among n calls) at p, in terms of that at another probability of success near it.
fn times_as_likely(n: usize, k: usize, p: f64, other: f64) -> f64 {
    let apart = p - other;
    let (held, failed) = (k as f64, (n - k) as f64);
    libm::exp(held * libm::log1p(apart / other) + failed * libm::log1p(-apart / (1.0 - other)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::{Pmf, Probability};

    /// Alone each node is followed by itself; among neighbours, and among nodes of all kinds, with seven others.
    #[test]
    fn nodes_side_by_side_are_as_alone() {
        for calls in [1, 7, 300, 20_000] {
            for apart in [0.0, 1e-4, 0.01, 0.1] {
                let value = |node: u32| (0.03 + apart * f64::from(node)).fract();
                let weight = |node: u32| if node.is_multiple_of(5) { -1e-3 } else { 0.1 };
                let nodes: Vec<_> = (0..21).map(|node| Node { value: value(node), weight: weight(node) }).collect();
                for bound in [1, 10, calls as usize + 1] {
                    let found = successes_below(bound, calls, nodes.iter().copied());
                    let mut expected = vec![0.0; found.len()];
                    for node in &nodes {
                        let binomial = Pmf::binomial(calls, Probability::rounded(node.value));
                        for (k, mass) in (binomial.first()..).zip(binomial.masses()).take_while(|(k, _)| *k < bound) {
                            expected[k] += node.weight * mass;
                        }
                    }
                    let gap = found.iter().zip(&expected).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
                    assert!(gap < 3e-14, "{calls} calls, {apart} apart, below {bound}: {gap:e}");
                }
            }
        }
    }
}
