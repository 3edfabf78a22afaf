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

    /// The range that holds the mean nine times in ten; `None` for less than two meetings.
    ///
    /// # Formula
    /// ```text
    /// Gamma((names + 1/2) / d, meetings / d),  d = max(1, variance / mean): Jeffreys' posterior of a Poisson mean, wider where
    /// the numbers vary more than Poisson ones
    /// ```
    pub fn interval90(&self) -> Option<[f64; 2]> {
        let mean = self.mean()?;
        let meetings = self.meetings as f64;
        if self.meetings < 2 {
            return None;
        }
        let variance = (self.squares as f64 - meetings * mean * mean) / (meetings - 1.0);
        let dispersion = if mean > 0.0 { (variance / mean).max(1.0) } else { 1.0 };
        let posterior = Gamma::new((self.names as f64 + 0.5) / dispersion, meetings / dispersion).ok()?;
        Some([0.05, 0.95].map(|q| posterior.inverse_cdf(q)))
    }
}
