//! The density of a product of independent Beta rates.

use super::trapezoid::{Last, log_integral};
use crate::numerics::Beta;

/// ln of the density of t = ln(x / (1 − x)), up to a constant: it falls on both sides of one peak.
#[derive(Debug, Clone)]
pub(super) enum Density {
    One(LogBeta),
    /// Of a product.
    Table(Table),
}

/// α ln x + β ln(1 − x), measured from the mean, so that the digits of large parameters do not cancel.
#[derive(Debug, Clone, Copy)]
pub(super) struct LogBeta {
    alpha: f64,
    beta: f64,
    mean: f64,
    centre: f64,
}

impl LogBeta {
    fn new(rate: Beta) -> Self {
        let (alpha, beta) = (rate.alpha(), rate.beta());
        Self { alpha, beta, mean: rate.mean(), centre: libm::log(alpha / beta) }
    }

    fn at(&self, t: f64) -> f64 {
        let apart = t - self.centre;
        let success = libm::log1p((1.0 - self.mean) * libm::expm1(-apart));
        let failure = libm::log1p(self.mean * libm::expm1(apart));
        -self.alpha * success - self.beta * failure
    }
}

/// Values at equal steps, and in between by interpolation.
#[derive(Debug, Clone)]
pub(super) struct Table {
    first: f64,
    step: f64,
    logs: Vec<f64>,
}

impl Table {
    /// (−1)^j C(11, j), for the twelve neighbours that are interpolated between.
    const WEIGHTS: [f64; 12] = [1.0, -11.0, 55.0, -165.0, 330.0, -462.0, 462.0, -330.0, 165.0, -55.0, 11.0, -1.0];

    /// Source: Berrut and Trefethen, *Barycentric Lagrange interpolation*, 2004.
    fn at(&self, t: f64) -> f64 {
        let place = (t - self.first) / self.step;
        let last = self.logs.len() - 1;
        // Both tails are straight, as far as they are worth anything.
        if place < 0.0 {
            return self.logs[0] + place * (self.logs[1] - self.logs[0]);
        }
        if place > last as f64 {
            return self.logs[last] + (place - last as f64) * (self.logs[last] - self.logs[last - 1]);
        }
        let neighbours = Self::WEIGHTS.len();
        let start = (place as usize).saturating_sub(neighbours / 2 - 1).min((last + 1).saturating_sub(neighbours));
        let (mut above, mut below) = (0.0, 0.0);
        for ((number, log), weight) in (start..).zip(&self.logs[start..]).zip(Self::WEIGHTS) {
            let apart = place - number as f64;
            if apart == 0.0 {
                return *log;
            }
            above += weight / apart * log;
            below += weight / apart;
        }
        above / below
    }
}

/// About where t lies, and what it takes to see its density.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    pub(super) centre: f64,
    /// The standard deviation of the logarithm, nearly.
    pub(super) log_sd: f64,
    /// No detail is finer than this.
    pub(super) detail: f64,
}

impl Spread {
    pub(super) fn of(rates: &[Beta]) -> Self {
        /// Finer details take more time than they are worth.
        const FINEST: f64 = 0.12;
        let log_mean: f64 = rates.iter().map(|rate| libm::log(rate.mean())).sum();
        let log_variance = |rate: &Beta| libm::log1p(rate.variance() / (rate.mean() * rate.mean()));
        let log_sd = rates.iter().map(log_variance).sum::<f64>().sqrt();
        let failure = -libm::expm1(log_mean);
        // The narrowest factor cuts the end of the others off within little more than its own width.
        let narrowest = rates.iter().map(|rate| log_variance(rate).sqrt() / (1.0 - rate.mean())).fold(1.0, f64::min);
        let detail = (log_sd / failure).min(FINEST.max(1.3 * narrowest)).min(1.0);
        Self { centre: log_mean - libm::log(failure), log_sd, detail }
    }
}

impl Density {
    /// Of the product of some rates, at least one.
    ///
    /// # Formula
    /// ```text
    /// with L = −ln x:  g(L) = ∫ g_1(L − a) g_2(a) da,  a = L / (1 + e^−τ), by the trapezoidal rule in τ
    /// ```
    pub(super) fn of(rates: &[Beta]) -> Self {
        (1..rates.len()).fold(Self::One(LogBeta::new(rates[0])), |density, count| {
            density.times(&LogBeta::new(rates[count]), Spread::of(&rates[..=count]))
        })
    }

    #[inline]
    pub(super) fn at(&self, t: f64) -> f64 {
        match self {
            Self::One(rate) => rate.at(t),
            Self::Table(table) => table.at(t),
        }
    }

    fn times(&self, factor: &LogBeta, spread: Spread) -> Self {
        /// Values per detail.
        const PER_DETAIL: f64 = 6.0;
        let step = spread.detail / PER_DETAIL;
        let mut last = Last::default();
        let centre = self.with_factor(factor, spread.centre, &mut last);
        let side = |step: f64, mut last: Last| {
            let mut logs = Vec::new();
            let mut most = centre;
            loop {
                let t = spread.centre + step * (logs.len() + 1) as f64;
                let log = self.with_factor(factor, t, &mut last);
                if log.is_nan() || t.abs() > FARTHEST {
                    return logs;
                }
                most = most.max(log);
                logs.push(log);
                if log < most - NEGLIGIBLE {
                    return logs;
                }
            }
        };
        let mut logs = side(-step, last);
        let first = spread.centre - step * logs.len() as f64;
        logs.reverse();
        logs.push(centre);
        logs.extend(side(step, last));
        Self::Table(Table { first, step, logs })
    }

    /// ln of the density of the product with a factor.
    fn with_factor(&self, factor: &LogBeta, t: f64, last: &mut Last) -> f64 {
        let log = softplus(-t);
        let integrand = |tau: f64| {
            let (share, rest) = (1.0 / (1.0 + libm::exp(-tau)), 1.0 / (1.0 + libm::exp(tau)));
            let (own, other) = (logit_of_log(log * rest), logit_of_log(log * share));
            self.at(own) + own + factor.at(other) + other + libm::log(share * rest)
        };
        libm::log(log) - t + log_integral(integrand, last)
    }
}

/// Beside the peak, what is rarer than e^−this is left out.
const NEGLIGIBLE: f64 = 52.0;
/// Beyond this ±t no number tells x or 1 − x from 0.
const FARTHEST: f64 = 600.0;

/// ln(1 + e^t).
fn softplus(t: f64) -> f64 {
    t.max(0.0) + libm::log1p(libm::exp(-t.abs()))
}

/// ln(x / (1 − x)) for x = e^−log.
fn logit_of_log(log: f64) -> f64 {
    if log > 30.0 { -log - libm::log1p(-libm::exp(-log)) } else { -libm::log(libm::expm1(log)) }
}
