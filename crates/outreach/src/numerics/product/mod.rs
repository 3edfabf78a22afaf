//! Products of independent Beta rates, as far as numbers of successes depend on them.

mod density;
mod trapezoid;

use std::f64::consts::FRAC_PI_2;

use self::density::{Density, Spread};
use super::Beta;

/// A value of a probability, and its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Node {
    pub(crate) value: f64,
    pub(crate) weight: f64,
}

/// The distribution of a product of independent Beta rates; of none of them it is surely 1.
#[derive(Debug, Clone)]
pub(crate) struct RateProduct {
    mean: f64,
    density: Option<(Density, Spread)>,
}

impl RateProduct {
    /// Densities with heavier ends than this are not followed.
    const SMALLEST: f64 = 0.1;

    /// Costs a millisecond or two for each rate but the first. `None` where a parameter is below 0.1, or mean and mean
    /// square, which are known, are not found again to 1e-9: rates of too different precision.
    pub(crate) fn of(rates: &[Beta]) -> Option<Self> {
        if rates.iter().any(|rate| rate.alpha().min(rate.beta()) < Self::SMALLEST) {
            return None;
        }
        let mean: f64 = rates.iter().map(|rate| rate.mean()).product();
        let density = (!rates.is_empty()).then(|| (Density::of(rates), Spread::of(rates)));
        let product = Self { mean, density };
        let nodes = product.nodes(1.0);
        let is_found = |power: i32, exact: f64| {
            let found: f64 = nodes.iter().map(|node| node.weight * node.value.powi(power)).sum();
            (found / exact - 1.0).abs() < 1e-9
        };
        let square: f64 = rates.iter().map(|rate| rate.variance() + rate.mean() * rate.mean()).product();
        (is_found(1, mean) && is_found(2, square)).then_some(product)
    }

    pub(crate) fn mean(&self) -> f64 {
        self.mean
    }

    /// The standard deviation of its logarithm, nearly.
    pub(crate) fn log_sd(&self) -> f64 {
        self.density.as_ref().map_or(0.0, |(_, spread)| spread.log_sd)
    }

    /// Nodes that integrate what this many calls can do, weights summing to 1.
    ///
    /// # Formula
    /// ```text
    /// x = sin²θ, in which the likelihood of a binomial is equally wide everywhere, 1 / (2 √calls);
    /// θ = π/2 · (ln(1 + e^s) − ln(1 + e^(s − S))) / S, S ∝ √calls, at equal steps of s: both ends are approached
    /// exponentially
    /// ```
    /// Errors: about 1e-13 of each probability of a number of successes. There are about 200 nodes and 4 √calls more.
    pub(crate) fn nodes(&self, calls: f64) -> Vec<Node> {
        /// Beside the peak, what is rarer than e^−this is left out.
        const NEGLIGIBLE: f64 = 48.0;
        let Some((density, spread)) = &self.density else { return vec![Node { value: 1.0, weight: 1.0 }] };
        let line = Line { size: (0.5 * calls.sqrt()).max(2.0) };
        let step = 0.125_f64.min(0.25 * spread.detail);
        let start = line.place_of(spread.centre, step);
        let at = |s: f64| {
            let (t, log_slope, value) = line.at(s);
            (density.at(t) + log_slope, value)
        };
        let side = |step: f64| {
            let mut most = f64::NEG_INFINITY;
            let mut found = Vec::new();
            loop {
                let (log, value) = at(start + step * (found.len() + 1) as f64);
                if log.is_nan() || log < most - NEGLIGIBLE {
                    return found;
                }
                most = most.max(log);
                found.push((log, value));
            }
        };
        let mut found = side(-step);
        found.reverse();
        found.push(at(start));
        found.extend(side(step));
        let most = found.iter().map(|(log, _)| *log).fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = found.iter().map(|(log, _)| libm::exp(log - most)).sum();
        let node = |(log, value): (f64, f64)| Node { value, weight: libm::exp(log - most) / total };
        found.into_iter().map(node).filter(|node| node.weight > 1e-21).collect()
    }
}

/// All of (0, 1), unrolled: the places s of [`RateProduct::nodes`].
#[derive(Debug, Clone, Copy)]
struct Line {
    size: f64,
}

impl Line {
    /// t = ln(x / (1 − x)), ln(dt / ds) and x.
    fn at(self, s: f64) -> (f64, f64, f64) {
        let (angle, rest) = (self.angle(s), self.angle(self.size - s));
        let slope = FRAC_PI_2 / self.size * logistic(s) * logistic(self.size - s) * -libm::expm1(-self.size);
        let (sine, cosine) = (libm::sin(angle), libm::sin(rest));
        (2.0 * libm::log(sine / cosine), libm::log(2.0 * slope / (sine * cosine)), sine * sine)
    }

    /// θ; π/2 − θ is that of size − s, and so neither loses digits.
    fn angle(self, s: f64) -> f64 {
        let difference = if s > self.size {
            self.size + libm::log1p(libm::exp(-s)) - libm::log1p(libm::exp(self.size - s))
        } else {
            libm::log1p(-libm::expm1(-self.size) / (libm::exp(-s) + libm::exp(-self.size)))
        };
        FRAC_PI_2 * difference / self.size
    }

    /// About where t is this.
    fn place_of(self, t: f64, precision: f64) -> f64 {
        let (mut low, mut high) = (-400.0, self.size + 400.0);
        while high - low > precision {
            let middle = f64::midpoint(low, high);
            *(if self.at(middle).0 < t { &mut low } else { &mut high }) = middle;
        }
        low
    }
}

fn logistic(s: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-s))
}
