//! A sampled number with its Monte Carlo standard error.

use std::fmt;

/// A sampled number and its Monte Carlo standard error.
///
/// Displays both with as many digits as the error supports: two of the error's own.
///
/// ```
/// use outreach::Estimate;
///
/// let estimate = Estimate { value: 49.731_24, std_error: 0.009_59 };
/// assert_eq!(estimate.to_string(), "49.7312 ± 0.0096");
/// assert_eq!(format!("{estimate:.1}"), "49.7 ± 0.0");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Its standard error.
    pub std_error: f64,
}

impl Estimate {
    /// The mean of independent draws.
    pub(crate) fn of_mean(draws: impl Iterator<Item = f64>) -> Self {
        let draws: Vec<f64> = draws.collect();
        let n = draws.len() as f64;
        let mean = draws.iter().sum::<f64>() / n;
        let variance = draws.iter().map(|draw| (draw - mean).powi(2)).sum::<f64>() / (n - 1.0);
        Self { value: mean, std_error: (variance / n).sqrt() }
    }

    /// A number with the square of its error: no number stays none, and what rounding makes negative is nothing.
    pub(crate) fn with_variance(value: f64, variance: f64) -> Self {
        Self { value, std_error: if variance <= 0.0 { 0.0 } else { variance.sqrt() } }
    }

    /// This many of the trials, as a share.
    ///
    /// # Formula
    /// ```text
    /// x / n ± √(p (1 − p) / n),  p = (x + 1) / (n + 2)
    /// ```
    /// The error is taken at the smoothed share, so that none or all of the trials is not taken for certain.
    pub fn of_share(of: u64, trials: u64) -> Self {
        let n = trials as f64;
        let smoothed = (of as f64 + 1.0) / (n + 2.0);
        Self { value: of as f64 / n, std_error: (smoothed * (1.0 - smoothed) / n).sqrt() }
    }

    /// How many standard errors the value is above a reference; 0 if it is equal to it, infinite if it differs without
    /// any error.
    pub fn sigmas_from(self, reference: f64) -> f64 {
        let difference = self.value - reference;
        // Means of a sure thing differ from the exact value by rounding alone.
        if difference.abs() <= 1e-12 * reference.abs() { 0.0 } else { difference / self.std_error }
    }

    /// The digits behind the point that the standard error supports: to two digits of its own.
    pub fn decimals(self) -> usize {
        if self.std_error > 0.0 && self.std_error.is_finite() {
            // From −300 to 308: fits every integer type.
            let decimals = 1.0 - libm::log10(self.std_error).floor();
            // 0.000999 is 0.0010, not 0.00100.
            let rounds_up = (self.std_error * libm::pow(10.0, decimals)).round() >= 100.0;
            (decimals - f64::from(u8::from(rounds_up))).clamp(0.0, 17.0) as usize
        } else {
            2
        }
    }
}

impl fmt::Display for Estimate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = f.precision().unwrap_or_else(|| self.decimals());
        match self.std_error {
            // One trial has no spread.
            error if error.is_nan() => write!(f, "{:.decimals$} ± –", self.value),
            error => write!(f, "{:.decimals$} ± {error:.decimals$}", self.value),
        }
    }
}
