//! What is known of a rate after some of its trials.

use std::cmp::Ordering;

use crate::numerics::Beta;

/// What is known of a rate.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Posterior {
    /// This many trials were seen.
    pub trials: u64,
    /// This many of them were successes.
    pub successes: u64,
    /// The rate now. Where beliefs are averaged: the Beta distribution with the mean and the variance of all of them by
    /// their weights.
    pub beta: Beta,
    /// After this many trials the past counts half, by the mean rate of forgetting; `None` if most of the weight is on not
    /// forgetting at all.
    pub half_life: Option<f64>,
    /// The weight of a constant rate: 1 for too few trials to tell.
    pub constant: f64,
    /// The 5 % and the 95 % point of all beliefs by their weights.
    pub(super) range: [f64; 2],
}

impl Posterior {
    /// The range that holds the rate with a probability of 90 %: of what forecasts, all beliefs by their weights, and not of
    /// the one Beta distribution with their mean and variance.
    pub fn interval90(&self) -> [f64; 2] {
        self.range
    }

    /// Whether the rate is less or greater than somebody else's range: `Less` and `Greater` where the two 90 % ranges do not
    /// meet, `Equal` where they do.
    pub fn against(&self, [low, high]: [f64; 2]) -> Ordering {
        match self.interval90() {
            [_, own_high] if own_high < low => Ordering::Less,
            [own_low, _] if own_low > high => Ordering::Greater,
            _ => Ordering::Equal,
        }
    }

    /// Where the rate went while it was logged: `Less` where it is below the share of all its trials now, `Greater` where it is
    /// above; `None` where no drift is seen: most of the weight is on a constant rate, or nothing is forgotten.
    ///
    /// ```
    /// use std::cmp::Ordering;
    ///
    /// use outreach::DriftingRate;
    ///
    /// let learned = |trials: &[u32]| {
    ///     let mut rate = DriftingRate::default();
    ///     trials.iter().for_each(|&every| (0..2_000).for_each(|trial| rate.learn(trial % every == 0)));
    ///     rate.posterior()
    /// };
    /// assert_eq!(learned(&[4, 20]).drift(), Some(Ordering::Less));
    /// assert_eq!(learned(&[20, 4]).drift(), Some(Ordering::Greater));
    /// assert_eq!(learned(&[10, 10]).drift(), None);
    /// ```
    pub fn drift(&self) -> Option<Ordering> {
        self.half_life?;
        let share = self.successes as f64 / self.trials as f64;
        self.beta.mean().partial_cmp(&share).filter(|order| order.is_ne())
    }

    /// About this many trials of a constant rate would tell it, with a probability of 90 %, to within a third of it or within two
    /// points, whichever is more; thirty at the least.
    ///
    /// # Formula
    /// ```text
    /// 1.645 √(mean (1 − mean) / n) = max(mean / 3, 0.02)
    /// ```
    pub fn enough(&self) -> u64 {
        const CENTRAL_90: f64 = 1.644_853_626_951_472_8;
        let mean = self.beta.mean();
        let error = CENTRAL_90 / (mean / 3.0).max(0.02);
        (mean * (1.0 - mean) * error * error).ceil().max(30.0) as u64
    }
}
