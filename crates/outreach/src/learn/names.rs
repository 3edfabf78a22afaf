//! The names that meetings bring.

use statrs::distribution::{ContinuousCDF, Gamma};

/// The number of names given per meeting held.
///
/// ```
/// use outreach::Names;
///
/// let mut names = Names::default();
/// [0, 2, 1, 5].map(|given| names.learn(given));
/// assert_eq!((names.meetings(), names.mean()), (4, Some(2.0)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Names {
    meetings: u64,
    names: u64,
    squares: u64,
}

impl Names {
    /// The names of one more meeting.
    pub fn learn(&mut self, names: u32) {
        self.meetings += 1;
        self.names += u64::from(names);
        self.squares += u64::from(names).pow(2);
    }

    /// The meetings that tell of names.
    pub fn meetings(&self) -> u64 {
        self.meetings
    }

    /// Names per meeting; `None` without meetings.
    pub fn mean(&self) -> Option<f64> {
        (self.meetings > 0).then(|| self.names as f64 / self.meetings as f64)
    }

    /// The variance of the names by their mean: about 1 where they vary as Poisson numbers do; `None` for fewer than two
    /// meetings, or no name at all.
    pub fn dispersion(&self) -> Option<f64> {
        let (mean, meetings) = (self.mean()?, self.meetings as f64);
        let squares = self.squares as f64 - meetings * mean * mean;
        (self.meetings > 1 && self.names > 0).then(|| squares / (meetings - 1.0) / mean)
    }

    /// The range that holds the mean with a probability of 90 %; `None` for fewer than two meetings.
    ///
    /// # Formula
    /// ```text
    /// Gamma((names + 1/2) / d, meetings / d),  d = max(1, dispersion): Jeffreys' posterior of a Poisson mean, wider where
    /// the numbers vary more than Poisson ones
    /// ```
    pub fn interval90(&self) -> Option<[f64; 2]> {
        if self.meetings < 2 {
            return None;
        }
        let dispersion = self.dispersion().map_or(1.0, |dispersion| dispersion.max(1.0));
        let posterior = Gamma::new((self.names as f64 + 0.5) / dispersion, self.meetings as f64 / dispersion).ok()?;
        Some([0.05, 0.95].map(|q| posterior.inverse_cdf(q)))
    }
}
