//! How forecasts of batches did, on average.

use std::cmp::Ordering;

use super::{Backtest, Forecasted, Score};

/// Means over all forecasts of a backtest.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Scores {
    /// How many forecasts there are.
    pub forecasts: usize,
    /// The share of the outcomes within the central 80 % interval of their forecast.
    pub coverage80: f64,
    /// The mean probability of these intervals: more than 80 %, since counts are discrete. Where forecasts are right, it is what
    /// `coverage80` is expected to be.
    pub expected80: f64,
    /// The mean width of these intervals, in successes.
    pub mean_width80: f64,
    /// The mean continuous ranked probability score, in successes; less is better.
    pub crps: f64,
    /// The mean of ln P(outcome); −∞ where something happened that could not.
    pub log_score: f64,
    /// The histogram of the probability integral transform, as [`Backtest::histogram`] tells it.
    pub histogram: [f64; 10],
}

impl Scores {
    /// Whether the intervals held what happened as often as they should: `Less` where they were too narrow, `Greater` where they
    /// were wider than need be, `Equal` where luck explains the difference.
    ///
    /// # Formula
    /// ```text
    /// |coverage − expected| ≤ 2·√(expected·(1 − expected) / forecasts)
    /// ```
    pub fn against_expected(&self) -> Ordering {
        let off = self.coverage80 - self.expected80;
        let error = (self.expected80 * (1.0 - self.expected80) / self.forecasts as f64).max(0.0).sqrt();
        // Sums of as many masses as there are counts may be off by a few bits.
        if off.abs() <= 2.0 * error + 1e-9 { Ordering::Equal } else { off.total_cmp(&0.0) }
    }
}

impl Backtest {
    /// How one of the two ways to forecast did; `None` before the first forecast.
    ///
    /// ```
    /// use outreach::Backtest;
    ///
    /// let mut backtest = Backtest::new(100, 200);
    /// (0..1_000).for_each(|trial| backtest.push(trial % 10 == 0));
    /// let [drifting, binomial] = backtest.scores().expect("eight batches");
    /// assert_eq!((drifting.coverage80, binomial.coverage80), (1.0, 1.0));
    /// assert!(drifting.expected80 > 0.8 && drifting.crps < 1.0);
    /// ```
    ///
    /// The first is of the rate with its drift, the second of binomial distributions with the share of successes so far.
    pub fn scores(&self) -> Option<[Scores; 2]> {
        let of: [fn(&Forecasted) -> Score; 2] = [|forecast| forecast.drifting, |forecast| forecast.binomial];
        (!self.forecasts().is_empty()).then(|| of.map(|of| self.scores_of(of)))
    }

    fn scores_of(&self, of: fn(&Forecasted) -> Score) -> Scores {
        let forecasts = self.forecasts();
        let mean = |part: fn(&Score) -> f64| {
            forecasts.iter().map(|forecast| part(&of(forecast))).sum::<f64>() / forecasts.len() as f64
        };
        Scores {
            forecasts: forecasts.len(),
            coverage80: mean(|score| f64::from(u8::from(score.covered))),
            expected80: mean(|score| score.expected80),
            mean_width80: mean(|score| (score.interval80[1] - score.interval80[0]) as f64),
            crps: mean(|score| score.crps),
            log_score: mean(|score| score.log_score),
            histogram: self.histogram(of),
        }
    }
}
