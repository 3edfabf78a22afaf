//! How something is sampled.

/// How much is simulated, and from which seed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sampling {
    /// Simulated campaigns, the most of them where a precision ends the run: 100,000 unless set, 10^9 with a precision.
    pub trials: Option<u64>,
    /// The same one gives the same answer.
    pub seed: u64,
    /// Ends the run where the standard error of the mean is at most this.
    pub precision: Option<f64>,
}

impl Sampling {
    /// The seed of whoever names none.
    pub const SEED: u64 = 42;

    /// This many trials from this seed, or as usual.
    pub fn of(trials: impl Into<Option<u64>>, seed: impl Into<Option<u64>>) -> Self {
        Self { trials: trials.into(), seed: seed.into().unwrap_or(Self::SEED), precision: None }
    }

    /// The same, ended by a precision if there is one.
    #[must_use]
    pub fn until(self, precision: Option<f64>) -> Self {
        Self { precision, ..self }
    }

    /// The number of trials; with a precision the most of them.
    pub fn most_trials(&self) -> u64 {
        self.trials.unwrap_or(if self.precision.is_some() { 1_000_000_000 } else { 100_000 })
    }
}

impl Default for Sampling {
    /// 100,000 trials from seed 42.
    fn default() -> Self {
        Self::of(None, None)
    }
}
