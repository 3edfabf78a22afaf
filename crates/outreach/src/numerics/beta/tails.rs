//! How likely a rate is to be on each side of a place: both sides to about 12 digits, however small.

use std::sync::LazyLock;

use super::Beta;

/// A place from 0 to 1, and how far from 1 it is: each to all digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
}

impl Place {
    pub(super) fn new(x: f64) -> Self {
        Self { x, y: 1.0 - x }
    }

    /// Where the odds x / y have this logarithm.
    pub(super) fn at_log_odds(log_odds: f64) -> Self {
        let less = libm::exp(-log_odds.abs());
        let (near, far) = (less / (1.0 + less), 1.0 / (1.0 + less));
        if log_odds < 0.0 { Self { x: near, y: far } } else { Self { x: far, y: near } }
    }

    const fn mirrored(self) -> Self {
        Self { x: self.y, y: self.x }
    }
}

/// P(rate ≤ x) and P(rate > x): the larger one is what the smaller one leaves.
pub(super) fn sides(beta: Beta, place: Place) -> [f64; 2] {
    if place.x <= 0.0 || place.y <= 0.0 {
        return if place.x <= 0.0 { [0.0, 1.0] } else { [1.0, 0.0] };
    }
    if excess(beta, place) <= 0.0 {
        let below = Tail::below(beta, place).probability();
        [below, 1.0 - below]
    } else {
        let above = Tail::below(beta.mirrored(), place.mirrored()).probability();
        [1.0 - above, above]
    }
}

/// What lies below a place that is not beyond the mean.
///
/// # Formula
/// ```text
/// P(rate ≤ x) = f(t) ∫_0^∞ f(t − s) / f(t) ds
/// f(t) = x^a (1 − x)^b / B(a, b),  x = 1 / (1 + exp(−t))           the density over t, concave in its logarithm, with its
///                                                                  mode at the mean
/// ```
#[derive(Debug, Clone, Copy)]
pub(super) struct Tail {
    log_density: f64,
    /// The integral. What lies below, as a function of t, has the logarithmic slope 1 / width.
    pub(super) width: f64,
}

impl Tail {
    pub(super) fn below(beta: Beta, place: Place) -> Self {
        let excess = excess(beta, place);
        Self { log_density: log_density(beta, place, excess), width: falling(beta, place, excess) }
    }

    pub(super) fn log_probability(self) -> f64 {
        self.log_density + libm::log(self.width)
    }

    fn probability(self) -> f64 {
        (libm::exp(self.log_density) * self.width).min(1.0)
    }
}

/// The density over the logarithm of the odds, and the slope of its logarithm.
pub(super) fn density(beta: Beta, place: Place) -> [f64; 2] {
    if place.x <= 0.0 || place.y <= 0.0 {
        return [0.0; 2];
    }
    let excess = excess(beta, place);
    [libm::exp(log_density(beta, place, excess)), -excess]
}

/// (a + b) x − a = b − (a + b) y: how far beyond the mean a place is. By fused products, as in large parameters all digits of
/// the two terms may be the same.
fn excess(beta: Beta, Place { x, y }: Place) -> f64 {
    let (more, less) = (beta.alpha.max(beta.beta), beta.alpha.min(beta.beta));
    let sum = more + less;
    let lost = less - (sum - more);
    if x <= y { libm::fma(x, sum, -beta.alpha) + x * lost } else { -(libm::fma(y, sum, -beta.beta) + y * lost) }
}

/// # Formula
/// ```text
/// ln f(t) = ½ ln(ab / (2π (a + b))) + δ(a + b) − δ(a) − δ(b) − a φ(x / x₀ − 1) − b φ(y / y₀ − 1)
/// φ(u) = u − ln(1 + u),  x₀ = 1 − y₀ = a / (a + b)
/// ```
/// in which nothing large cancels.
///
/// Source: Loader, *Fast and accurate computation of binomial probabilities*, 2000.
fn log_density(Beta { alpha, beta }: Beta, Place { x, y }: Place, excess: f64) -> f64 {
    let sum = alpha + beta;
    let away =
        alpha * above_log(excess / alpha, x * (sum / alpha)) + beta * above_log(-excess / beta, y * (sum / beta));
    let stirling = stirling_error(sum) - stirling_error(alpha) - stirling_error(beta);
    0.5 * libm::log(alpha / sum * beta / std::f64::consts::TAU) + stirling - away
}

/// φ(u) = u − ln(1 + u), with 1 + u to all its digits.
///
/// # Formula
/// ```text
/// ln(1 + u) = 2 (w + w³ / 3 + w⁵ / 5 + …),  w = u / (2 + u),  u − 2w = u w
/// ```
fn above_log(u: f64, one_more: f64) -> f64 {
    if u.abs() > 0.3 {
        return u - libm::log(one_more);
    }
    let w = u / (2.0 + u);
    let square = w * w;
    // |w| ≤ 0.18: the rest is below a unit in the last place.
    let series = (1..=10).rev().fold(0.0, |sum, k| (sum + 1.0 / f64::from(2 * k + 1)) * square);
    u * w - 2.0 * w * series
}

/// δ(z) = ln Γ(z) − (z − ½) ln z + z − ½ ln 2π.
fn stirling_error(z: f64) -> f64 {
    /// Of 1/z, 1/z³, …, each the next Bernoulli number B(2k) / (2k (2k − 1)).
    const SERIES: [f64; 7] =
        [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0, 1.0 / 156.0];
    if z < 12.0 {
        let half_log_tau = 0.918_938_533_204_672_8;
        return libm::lgamma(z) - (z - 0.5) * libm::log(z) + z - half_log_tau;
    }
    let square = 1.0 / (z * z);
    SERIES.into_iter().rev().fold(0.0, |sum, term| sum * square + term) / z
}

/// ∫_0^∞ f(t − s) / f(t) ds for a place up to the mean: by the trapezoidal rule over u with s = scale · exp(u − exp(−u)),
/// which analytic integrands that fall on a half-line make exact in all but the last digits.
///
/// Source: Takahasi and Mori, *Double exponential formulas for numerical integration*, 1974.
fn falling(beta: Beta, place: Place, excess: f64) -> f64 {
    /// Less than this is lost where the integrand has fallen as far.
    const FALLEN: f64 = -38.0;
    let curvature = (beta.alpha + beta.beta) * place.x * place.y;
    let scale = 1.0 / (-excess + curvature.sqrt());
    let mut sum = 0.0;
    for step in 0.. {
        let [less, of_scale] = STEPS.get(step).copied().unwrap_or_else(|| at_step(step));
        let s = scale * of_scale;
        let log = fallen(beta, place, excess, s);
        if log < FALLEN {
            break;
        }
        sum += (1.0 + less) * s * libm::exp(log);
    }
    sum * STEP
}

const STEP: f64 = 1.0 / 16.0;

/// The first ones, beyond which only small parameters go.
static STEPS: LazyLock<[[f64; 2]; 128]> = LazyLock::new(|| std::array::from_fn(at_step));

/// exp(−u), and s by its scale.
fn at_step(step: usize) -> [f64; 2] {
    /// Where s is too small for anything to be lost before it.
    const FIRST: f64 = -3.75;
    let u = FIRST + STEP * step as f64;
    let less = libm::exp(-u);
    [less, libm::exp(u - less)]
}

/// ln f(t − s) − ln f(t), as a sum of terms that are all at most 0.
///
/// # Formula
/// ```text
/// excess δ / (xy) − a φ(−δ / x) − b φ(δ / y),  δ = x − x(s) = xy (1 − exp(−s)) / (y + x exp(−s))
/// ```
fn fallen(Beta { alpha, beta }: Beta, Place { x, y }: Place, excess: f64, s: f64) -> f64 {
    let lost = -libm::expm1(-s);
    let left = libm::exp(-s);
    let norm = y + x * left;
    let of_x = if lost * y > 0.3 * norm {
        let log = if x > y && s < 30.0 { libm::log1p(y * libm::expm1(s)) } else { s + libm::log(norm) };
        log - lost * y / norm
    } else {
        above_log(-lost * y / norm, left / norm)
    };
    let of_y = above_log(lost * x / norm, 1.0 / norm);
    excess * lost / norm - alpha * of_x - beta * of_y
}
