//! What would have been forecast, against what happened.

use super::DriftingRate;
use crate::numerics::{Pmf, Probability};

/// How a forecast of a count did.
///
/// Source: Gneiting and Raftery, *Strictly proper scoring rules, prediction, and estimation*, 2007.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Score {
    /// E\[M\].
    pub mean: f64,
    /// The smallest k with P(M ≤ k) ≥ 10 %, and with 90 %: the ends of the central 80 % interval.
    pub interval80: [usize; 2],
    /// P(M in the interval): more than 80 %, since counts are discrete.
    pub expected80: f64,
    /// Whether the outcome lies in the interval.
    pub covered: bool,
    /// The continuous ranked probability score, Σ (P(M ≤ k) − \[k ≥ outcome\])², in successes; less is better.
    pub crps: f64,
    /// ln P(M = outcome); −∞ for what could not happen.
    pub log_score: f64,
    /// P(M < outcome) and P(M ≤ outcome).
    pub cumulative: [f64; 2],
}

impl Score {
    /// The score of a distribution by what happened.
    pub fn new(distribution: &Pmf, outcome: usize) -> Self {
        let interval80 = [distribution.quantile(0.1), distribution.quantile(0.9)];
        let below = |k: usize| k.checked_sub(1).map_or(0.0, |below| distribution.at_most(below));
        let (mut crps, mut cumulative) = (0.0, 0.0);
        for k in distribution.first().min(outcome)..distribution.end().max(outcome) {
            cumulative += distribution.mass(k);
            crps += if k >= outcome { (1.0 - cumulative) * (1.0 - cumulative) } else { cumulative * cumulative };
        }
        Self {
            mean: distribution.mean(),
            interval80,
            expected80: distribution.at_most(interval80[1]) - below(interval80[0]),
            covered: (interval80[0]..=interval80[1]).contains(&outcome),
            crps,
            log_score: libm::log(distribution.mass(outcome)),
            cumulative: [below(outcome), distribution.at_most(outcome)],
        }
    }
}

/// A batch of trials with the forecasts that were made before it.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Forecasted {
    /// This many trials came before.
    pub before: u64,
    /// This many successes the batch brought.
    pub outcome: usize,
    /// How the rate with its drift did.
    pub drifting: Score,
    /// How a binomial distribution with the share of successes before the batch did.
    pub binomial: Score,
}

/// Forecasts of consecutive batches of trials, each from the trials before it, and what the batches brought.
///
/// ```
/// use outreach::Backtest;
///
/// let mut backtest = Backtest::new(100, 200);
/// for trial in 0..1_000 {
///     backtest.push(trial % 10 == 0);
/// }
/// // The trials from 201 on, in batches of 100.
/// assert_eq!(backtest.forecasts().len(), 8);
/// assert!(backtest.forecasts().iter().all(|forecast| forecast.drifting.covered));
/// ```
#[derive(Debug, Clone)]
pub struct Backtest {
    batch: u32,
    warmup: u64,
    rate: DriftingRate,
    /// The distributions of the batch that is under way.
    distributions: Option<[Pmf; 2]>,
    outcome: usize,
    in_batch: u32,
    forecasts: Vec<Forecasted>,
}

impl Backtest {
    /// Batches of this many trials; the first one that is forecast begins after at least `warmup` of them, and one at the
    /// least.
    pub fn new(batch: u32, warmup: u64) -> Self {
        let rate = DriftingRate::new(DriftingRate::JEFFREYS, batch);
        let forecasts = Vec::new();
        Self {
            batch: batch.max(1),
            warmup: warmup.max(1),
            rate,
            distributions: None,
            outcome: 0,
            in_batch: 0,
            forecasts,
        }
    }

    /// One more trial.
    ///
    /// Costs about 40 ns, and at the beginning of a batch its distribution.
    pub fn push(&mut self, success: bool) {
        if self.in_batch == 0 && self.rate.trials() >= self.warmup {
            let share = self.rate.successes() as f64 / self.rate.trials() as f64;
            self.distributions =
                Some([self.rate.distribution(self.batch), Pmf::binomial(self.batch, Probability::rounded(share))]);
        }
        self.rate.learn(success);
        self.outcome += usize::from(success);
        self.in_batch += 1;
        if self.in_batch == self.batch {
            if let Some(distributions) = self.distributions.take() {
                let before = self.rate.trials() - u64::from(self.batch);
                let [drifting, binomial] = distributions.map(|distribution| Score::new(&distribution, self.outcome));
                self.forecasts.push(Forecasted { before, outcome: self.outcome, drifting, binomial });
            }
            (self.outcome, self.in_batch) = (0, 0);
        }
    }

    /// The number of trials so far.
    pub fn trials(&self) -> u64 {
        self.rate.trials()
    }

    /// The number of successes so far.
    pub fn successes(&self) -> u64 {
        self.rate.successes()
    }

    /// The forecasts of all whole batches, in their order.
    pub fn forecasts(&self) -> &[Forecasted] {
        &self.forecasts
    }

    /// The histogram of the probability integral transform: for each of ten equal parts of 0 to 1 the share of the
    /// outcomes that fell into it. Parts above 0.1 in the middle tell of forecasts too wide, at the ends of forecasts
    /// too narrow.
    ///
    /// # Formula
    /// ```text
    /// mean over forecasts of  |[P(M < y), P(M ≤ y)] ∩ part| / P(M = y)
    /// ```
    /// Source: Czado, Gneiting and Held, *Predictive model assessment for count data*, 2009.
    ///
    /// ```
    /// # use outreach::Backtest;
    /// let mut backtest = Backtest::new(50, 200);
    /// (0..2_000).for_each(|trial| backtest.push(trial % 7 == 0));
    /// let total: f64 = backtest.histogram(|forecast| forecast.drifting).iter().sum();
    /// assert!((total - 1.0).abs() < 1e-12);
    /// ```
    pub fn histogram(&self, of: impl Fn(&Forecasted) -> Score) -> [f64; 10] {
        let mut parts = [0.0; 10];
        for forecast in &self.forecasts {
            let [below, at] = of(forecast).cumulative;
            for (part, sum) in parts.iter_mut().enumerate() {
                let [low, high] = [part as f64 / 10.0, (part + 1) as f64 / 10.0];
                *sum += share_within([below, at], [low, high]) / self.forecasts.len() as f64;
            }
        }
        parts
    }
}

/// The share of an interval within a part of 0 to 1; an interval without length is in one part.
fn share_within([below, at]: [f64; 2], [low, high]: [f64; 2]) -> f64 {
    if at > below {
        (at.min(high) - below.max(low)).max(0.0) / (at - below)
    } else {
        f64::from(u8::from((low..high).contains(&at) || (at >= 1.0 && high >= 1.0)))
    }
}
