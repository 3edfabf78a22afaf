//! A number from 0 to 1, and a rate that is one or will be uncertain.

use std::fmt;

use crate::error::{Error, Result};

/// A probability: a number from 0 to 1, never `NaN`, never −0.
///
/// ```
/// use outreach::Probability;
///
/// let warm = Probability::new(0.9)?;
/// assert_eq!(warm.get(), 0.9);
/// assert!(Probability::new(1.2).is_err());
/// assert!(Probability::new(f64::NAN).is_err());
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Probability(f64);

impl Probability {
    /// Never.
    pub const ZERO: Self = Self(0.0);
    /// Always.
    pub const ONE: Self = Self(1.0);
    /// What is accepted, for messages.
    pub(crate) const ACCEPTED: &str = "a probability (0 to 1)";

    /// Checks that the value is a probability.
    ///
    /// # Errors
    /// [`Error::Rejected`] for anything outside 0 to 1, infinities and `NaN` included.
    pub fn new(value: f64) -> Result<Self> {
        Self::named("probability", value)
    }

    /// As [`Probability::new`], with an error that names the field.
    ///
    /// # Errors
    /// [`Error::Rejected`] for anything outside 0 to 1, infinities and `NaN` included.
    pub fn named(field: &str, value: f64) -> Result<Self> {
        if (0.0..=1.0).contains(&value) {
            // Adding zero turns −0 into 0, which would otherwise be printed with its sign.
            Ok(Self(value + 0.0))
        } else {
            Err(Error::rejected(field, value, Self::ACCEPTED))
        }
    }

    /// For a number that is a probability up to rounding.
    pub(crate) fn rounded(value: f64) -> Self {
        debug_assert!((-1e-9..=1.0 + 1e-9).contains(&value), "{value} is no probability");
        Self(value.clamp(0.0, 1.0))
    }

    /// For the constants of the presets, checked at compile time.
    pub(crate) const fn constant(value: f64) -> Self {
        assert!(value >= 0.0 && value <= 1.0);
        Self(value)
    }

    /// The number.
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Probability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
