//! A rate that is not known for sure.

mod quantile;
mod tails;

use std::fmt;

use self::tails::{Place, sides};
use crate::error::{Error, Result};

/// A Beta distribution over a rate: what is known of it.
///
/// ```
/// use outreach::Beta;
///
/// // As after 9 successes in 10 trials.
/// let rate = Beta::with_mean(0.9, 10.0)?;
/// assert_eq!((rate.alpha(), rate.beta()), (9.0, 1.0));
/// // Nine chances in ten that the rate is from 0.8 to 0.97.
/// let rate = Beta::from_range(0.8, 0.97)?;
/// assert!((rate.quantile(0.05) - 0.8).abs() < 1e-9);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    alpha: f64,
    beta: f64,
}

impl Beta {
    /// The smallest and largest parameter.
    pub const BOUNDS: [f64; 2] = [1e-3, 1e9];
    /// The probabilities at the ends of a range.
    const ENDS: [f64; 2] = [0.05, 0.95];
    /// How near to them the fitted distribution comes.
    const RESIDUAL: f64 = 1e-10;

    /// By its two parameters: as after `alpha` successes and `beta` failures.
    ///
    /// # Errors
    /// [`Error::Rejected`] for parameters outside [`Beta::BOUNDS`].
    pub fn new(alpha: f64, beta: f64) -> Result<Self> {
        let [low, high] = Self::BOUNDS;
        if [alpha, beta].iter().all(|parameter| (low..=high).contains(parameter)) {
            Ok(Self { alpha, beta })
        } else {
            let accepted = "a Beta distribution with both parameters from 0.001 to 1e9";
            Err(Error::Rejected {
                field: "rate".into(),
                value: format!("beta({alpha}, {beta})"),
                accepted: accepted.into(),
            })
        }
    }

    /// Of parameters that are known to be in range.
    pub(crate) const fn constant(alpha: f64, beta: f64) -> Self {
        Self { alpha, beta }
    }

    /// By its mean and its weight in trials: alpha = mean · weight, beta = (1 − mean) · weight.
    ///
    /// # Errors
    /// [`Error::Rejected`] for a mean outside 0 to 1, a weight that is not positive, parameters outside
    /// [`Beta::BOUNDS`].
    pub fn with_mean(mean: f64, weight: f64) -> Result<Self> {
        Self::new(mean * weight, weight - mean * weight).map_err(|_| Error::Rejected {
            field: "rate".into(),
            value: format!("mean({mean}, {weight})"),
            accepted: "a mean above 0 and below 1 with a weight above 0 that give parameters from 0.001 to 1e9".into(),
        })
    }

    /// By its central 90 % range: P(rate ≤ low) = 5 % and P(rate ≤ high) = 95 %, each to 1e-10.
    ///
    /// # Errors
    /// [`Error::Rejected`] unless 0 < low < high < 1, and if no parameters inside [`Beta::BOUNDS`] fit.
    pub fn from_range(low: f64, high: f64) -> Result<Self> {
        let possible = low > 0.0 && low < high && high < 1.0;
        possible.then(|| fit([low, high])).flatten().and_then(|[alpha, beta]| Self::new(alpha, beta).ok()).ok_or_else(
            || Error::Rejected {
                field: "rate".into(),
                value: format!("range({low}, {high})"),
                accepted: "a range with 0 < low < high < 1, wide enough to be fitted by a Beta distribution with \
                           parameters from 0.001 to 1e9"
                    .into(),
            },
        )
    }

    /// That of the failures.
    const fn mirrored(self) -> Self {
        Self { alpha: self.beta, beta: self.alpha }
    }

    /// Its first parameter.
    pub const fn alpha(self) -> f64 {
        self.alpha
    }

    /// Its second parameter.
    pub const fn beta(self) -> f64 {
        self.beta
    }

    /// alpha / (alpha + beta).
    pub const fn mean(self) -> f64 {
        self.alpha / (self.alpha + self.beta)
    }

    /// mean · (1 − mean) / (alpha + beta + 1).
    pub const fn variance(self) -> f64 {
        let weight = self.alpha + self.beta;
        self.alpha * self.beta / (weight * weight * (weight + 1.0))
    }

    /// P(rate ≤ x), the regularised incomplete beta function: to 1e-11 of its value, however small.
    ///
    /// ```
    /// use outreach::Beta;
    ///
    /// // A rate that is uniform.
    /// assert!((Beta::new(1.0, 1.0)?.at_most(0.3) - 0.3).abs() < 1e-12);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn at_most(self, x: f64) -> f64 {
        sides(self, Place::new(x.clamp(0.0, 1.0)))[0]
    }

    /// P(rate > x), to 1e-11 of its value, where 1 − [`Beta::at_most`] would be nothing but rounding.
    pub fn more_than(self, x: f64) -> f64 {
        sides(self, Place::new(x.clamp(0.0, 1.0)))[1]
    }

    /// Its density over the logarithm of the odds of x, and the slope of that density's logarithm.
    pub(super) fn density_by_log_odds(self, x: f64) -> [f64; 2] {
        tails::density(self, Place::new(x))
    }

    /// The rate that is not exceeded with probability q, to 1e-11 of its value.
    pub fn quantile(self, q: f64) -> f64 {
        quantile::quantile(self, q.clamp(0.0, 1.0))
    }
}

impl fmt::Display for Beta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "beta({}, {})", self.alpha, self.beta)
    }
}

/// The parameters with the range as their central 90 %: Newton's method on the logarithms of weight and odds, halving
/// every step that makes it worse.
fn fit(range: [f64; 2]) -> Option<[f64; 2]> {
    let parameters = |[log_weight, log_odds]: [f64; 2]| {
        let (weight, odds) = (libm::exp(log_weight), libm::exp(log_odds));
        [weight * odds / (1.0 + odds), weight / (1.0 + odds)]
    };
    let at_most = |alpha, beta, end: usize| Beta { alpha, beta }.at_most(range[end]);
    let off = |point: [f64; 2]| {
        let [alpha, beta] = parameters(point);
        let usable = [alpha, beta].iter().all(|p| (1e-6..=1e12).contains(p));
        usable.then(|| {
            let residual = |end: usize| logit(at_most(alpha, beta, end)) - logit(Beta::ENDS[end]);
            [residual(0), residual(1)]
        })
    };
    let [low, high] = range;
    let (centre, spread) = (f64::midpoint(low, high), (high - low) / 3.29);
    let weight = (centre * (1.0 - centre) / (spread * spread) - 1.0).max(0.1);
    let mut point = [libm::log(weight), libm::log(centre / (1.0 - centre))];
    let mut error = off(point)?;
    for _ in 0..200 {
        let [alpha, beta] = parameters(point);
        let reached = |end: usize| (at_most(alpha, beta, end) - Beta::ENDS[end]).abs() <= Beta::RESIDUAL / 100.0;
        if reached(0) && reached(1) {
            break;
        }
        let slope = |axis: usize| {
            let mut moved = point;
            moved[axis] += 1e-6;
            off(moved).map(|moved| [(moved[0] - error[0]) / 1e-6, (moved[1] - error[1]) / 1e-6])
        };
        let (by_weight, by_odds) = (slope(0)?, slope(1)?);
        let determinant = by_weight[0] * by_odds[1] - by_odds[0] * by_weight[1];
        let step = [
            (error[0] * by_odds[1] - by_odds[0] * error[1]) / determinant,
            (by_weight[0] * error[1] - error[0] * by_weight[1]) / determinant,
        ];
        let size = |error: [f64; 2]| libm::hypot(error[0], error[1]);
        let better = (0..40).find_map(|halvings| {
            let part = 0.5_f64.powi(halvings);
            let next = [point[0] - part * step[0], point[1] - part * step[1]];
            off(next).filter(|next| size(*next) < size(error)).map(|error| (next, error))
        });
        match better {
            Some(better) => (point, error) = better,
            None => break,
        }
    }
    let [alpha, beta] = parameters(point);
    let near = |end: usize| (at_most(alpha, beta, end) - Beta::ENDS[end]).abs() <= Beta::RESIDUAL;
    (near(0) && near(1)).then_some([alpha, beta])
}

fn logit(p: f64) -> f64 {
    // The ends are far from 0 and 1; what underflows there is only ever a starting point.
    let p = p.clamp(1e-300, 1.0 - 1e-16);
    libm::log(p / (1.0 - p))
}
