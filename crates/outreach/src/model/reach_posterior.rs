//! What a table of attempts leaves open of the curve: both numbers together.

use std::f64::consts::FRAC_PI_2;

use super::attempt_table::AttemptTable;
use crate::numerics::Beta;
use crate::numerics::gauss_jacobi::gauss_jacobi;
use crate::numerics::peak::{edge, highest};

/// The joint posterior of the reach of a first attempt and the share that can be reached, as a grid.
///
/// # Formula
/// ```text
/// prior: p ~ Beta(1/2, 1/2), the reach of each attempt at those who can be reached
///        c ~ 0.9·U(0, 1) + 0.1 at exactly 1
/// ```
/// Drawn apart, by a distribution each, the two numbers would make the standard deviation of a yield up to 60 % too
/// wide: a log tells well how many are reached, and less well by which of the two.
#[derive(Debug, Clone, PartialEq)]
pub struct ReachPosterior {
    points: Vec<(f64, [f64; 2])>,
}

/// The prior weight of a share of exactly 1.
const ALL_REACHABLE: f64 = 0.1;
/// What is less likely than e^−25 of the peak is left out.
const LEFT_OUT: f64 = 25.0;
/// Of shares, and of the reach at each.
const NODES: [usize; 2] = [48, 32];

impl AttemptTable {
    /// The joint posterior of r and c.
    ///
    /// Costs some milliseconds for ten attempts.
    pub fn posterior(&self) -> ReachPosterior {
        let peak_at = |ever: f64| highest([0.0, 1.0], |angle| self.at_angle(angle, ever));
        let (likeliest, most) = highest([0.0, 1.0], |ever| peak_at(ever).1);
        let [low, high] = [0.0, 1.0].map(|end| edge(likeliest, end, |ever| peak_at(ever).1 > most - LEFT_OUT));
        let shares = legendre(low, high, NODES[0]).map(|(ever, weight)| (ever, (1.0 - ALL_REACHABLE) * weight));
        let mut points = Vec::with_capacity(NODES[0] * NODES[1]);
        for (ever, weight) in shares.chain([(1.0, ALL_REACHABLE)]) {
            let (angle, peak) = peak_at(ever);
            let [low, high] =
                [0.0, 1.0].map(|end| edge(angle, end, |angle| self.at_angle(angle, ever) > peak - LEFT_OUT));
            for (angle, share) in legendre(low, high, NODES[1]) {
                let likelihood = libm::exp(self.at_angle(angle, ever) - most);
                points.push((weight * share * likelihood, [each(angle) * ever, ever]));
            }
        }
        let total: f64 = points.iter().map(|(weight, _)| weight).sum();
        ReachPosterior { points: points.into_iter().map(|(weight, rates)| (weight / total, rates)).collect() }
    }

    fn at_angle(&self, angle: f64, ever: f64) -> f64 {
        self.log_likelihood(each(angle), ever)
    }
}

impl ReachPosterior {
    /// Every point of the grid: its probability, and there r and c.
    pub fn points(&self) -> impl Iterator<Item = (f64, [f64; 2])> {
        self.points.iter().copied()
    }

    /// The Beta distribution with the mean and the variance of r (0) or of c (1).
    pub(crate) fn beta_of(&self, rate: usize) -> Beta {
        let mean = self.mean(|rates| rates[rate]);
        let variance = self.mean(|rates| (rates[rate] - mean) * (rates[rate] - mean));
        let weight = (mean * (1.0 - mean) / variance - 1.0).clamp(2.0 * Beta::BOUNDS[0], Beta::BOUNDS[1]);
        let inside = |parameter: f64| parameter.clamp(Beta::BOUNDS[0], Beta::BOUNDS[1]);
        Beta::constant(inside(mean * weight), inside((1.0 - mean) * weight))
    }

    /// The expectation of a function of r and c.
    pub fn mean(&self, f: impl Fn([f64; 2]) -> f64) -> f64 {
        self.points.iter().map(|&(weight, rates)| weight * f(rates)).sum()
    }
}

/// A Beta(1/2, 1/2) is even in this angle, as a share of the right one.
fn each(angle: f64) -> f64 {
    let sine = libm::sin(FRAC_PI_2 * angle);
    sine * sine
}

/// Gauss–Legendre nodes of a span, with weights that sum to its length.
fn legendre(low: f64, high: f64, nodes: usize) -> impl Iterator<Item = (f64, f64)> {
    let even = Beta::constant(1.0, 1.0);
    gauss_jacobi(even, nodes).into_iter().map(move |(at, weight)| (low + (high - low) * at, (high - low) * weight))
}
