//! The names that meetings bring.

use std::collections::BTreeMap;

use statrs::distribution::{ContinuousCDF, Gamma};

use super::attempts::interval;
use crate::numerics::Rising;
use crate::numerics::peak::highest;

/// The number of names given per meeting held.
///
/// ```
/// use outreach::Names;
///
/// let mut names = Names::default();
/// [0, 2, 1, 5].map(|given| names.learn(given));
/// assert_eq!((names.meetings(), names.mean()), (4, Some(2.0)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// How many meetings brought this many names.
    meetings_with: BTreeMap<u32, u64>,
}

impl Names {
    /// The names of one more meeting.
    pub fn learn(&mut self, names: u32) {
        *self.meetings_with.entry(names).or_default() += 1;
    }

    /// The meetings that tell of names.
    pub fn meetings(&self) -> u64 {
        self.meetings_with.values().sum()
    }

    /// The sum of a number over all meetings.
    fn sum(&self, of: impl Fn(f64) -> f64) -> f64 {
        self.meetings_with.iter().map(|(&names, &meetings)| of(names.into()) * meetings as f64).sum()
    }

    /// Names per meeting; `None` without meetings.
    pub fn mean(&self) -> Option<f64> {
        let meetings = self.meetings();
        (meetings > 0).then(|| self.sum(|names| names) / meetings as f64)
    }

    /// The variance of the names by their mean: about 1 where they vary as Poisson numbers do; `None` for fewer than two
    /// meetings, or no name at all.
    pub fn variance_by_mean(&self) -> Option<f64> {
        let (mean, meetings) = (self.mean()?, self.meetings() as f64);
        (meetings > 1.0 && mean > 0.0).then(|| self.sum(|names| (names - mean).powi(2)) / (meetings - 1.0) / mean)
    }

    /// The dispersion that fits best, as [`Pool::dispersion`](crate::Pool::dispersion) has it, and the range that holds it with a
    /// probability of 90 %; infinite is Poisson. `None` for fewer than two meetings, or no name at all.
    ///
    /// # Formula
    /// ```text
    /// names ~ negative binomial of the mean m of all meetings, variance m + m²/d:  the likeliest d, from 0.01 up
    /// range:  2·(max log L − log L(d)) ≤ 2.7055
    /// ```
    /// ```
    /// use outreach::Names;
    ///
    /// let mut names = Names::default();
    /// // Most bring nobody, one brings eight.
    /// [0, 0, 0, 1, 0, 8, 0, 2].map(|given| names.learn(given));
    /// let (dispersion, [low, high]) = names.dispersion().expect("there are names");
    /// assert!(low < dispersion && dispersion < 0.5 && high < 3.0);
    /// ```
    pub fn dispersion(&self) -> Option<(f64, [f64; 2])> {
        /// The least dispersion, and the one from which on names are as good as Poisson ones.
        const BOUNDS: [f64; 2] = [1e-2, 1e6];
        let (mean, meetings) = (self.mean()?, self.meetings() as f64);
        if meetings < 2.0 || mean == 0.0 {
            return None;
        }
        let counts = Rising::of(self.meetings_with.iter().map(|(&names, &meetings)| (names.into(), meetings)));
        // Over 1/d, where Poisson is no end of the world.
        let log_likelihood = |lumpy: f64| {
            let each = if lumpy > 0.0 { libm::log1p(lumpy * mean) / lumpy } else { mean };
            counts.log(1.0, lumpy) - meetings * (mean * libm::log1p(lumpy * mean) + each)
        };
        let most = [0.0, 1.0 / BOUNDS[0]];
        let (lumpy, _) = highest(most, log_likelihood);
        let dispersion = |lumpy: f64| if lumpy * BOUNDS[1] < 1.0 { f64::INFINITY } else { 1.0 / lumpy };
        let [low, high] = interval(lumpy, most, log_likelihood);
        Some((dispersion(lumpy), [dispersion(high), dispersion(low)]))
    }

    /// The range that holds the mean with a probability of 90 %; `None` for fewer than two meetings.
    ///
    /// # Formula
    /// ```text
    /// Gamma((names + 1/2) / v, meetings / v),  v = max(1, variance by mean): Jeffreys' posterior of a Poisson mean, wider where
    /// the numbers vary more than Poisson ones
    /// ```
    pub fn interval90(&self) -> Option<[f64; 2]> {
        let meetings = self.meetings() as f64;
        if meetings < 2.0 {
            return None;
        }
        let wider = self.variance_by_mean().map_or(1.0, |variance| variance.max(1.0));
        let posterior = Gamma::new((self.sum(|names| names) + 0.5) / wider, meetings / wider).ok()?;
        Some([0.05, 0.95].map(|q| posterior.inverse_cdf(q)))
    }
}
