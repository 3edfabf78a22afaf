//! How surprising is what a campaign has brought so far.

use super::Simulation;
use crate::error::Result;
use crate::model::{Campaign, Kind, Progress, Strategy, Supply};
use crate::numerics::Estimate;

/// More trials would tell a tail no better than anybody needs.
const MOST_TRIALS: u64 = 100_000;

/// The probabilities of what a campaign has brought so far, before anything was known of it. A standard error of 0 is exact.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct ProgressCheck {
    /// P(at most this many meetings held in this many attempts).
    pub at_most: Estimate,
    /// P(at least this many meetings held in this many attempts).
    pub at_least: Estimate,
}

impl ProgressCheck {
    /// Whether the tails are sampled.
    pub fn is_sampled(&self) -> bool {
        self.at_most.std_error > 0.0 || self.at_least.std_error > 0.0
    }
}

impl Campaign {
    /// How surprising it is that this plan has brought so much: exact, or over at most 100,000 of this many trials.
    ///
    /// # Errors
    /// For counts that no campaign has.
    ///
    /// ```
    /// use outreach::{Campaign, Rates, Progress, Strategy};
    ///
    /// let plan = Campaign::new(Rates::documented(), Strategy::cold(), 100)?;
    /// // One meeting or none in 37 calls, each of which brings one in ten.
    /// let surprise = plan.surprise_of(&Progress::new([37, 0], [1, 0])?, 0, 0)?;
    /// assert!((surprise.at_most.value - (0.9_f64.powi(37) + 3.7 * 0.9_f64.powi(36))).abs() < 1e-12);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn surprise_of(&self, so_far: &Progress, trials: u64, seed: u64) -> Result<ProgressCheck> {
        let made = made(self, so_far)?;
        let meetings = so_far.all_meetings();
        let exact = |value| Estimate { value, std_error: 0.0 };
        if let Ok(yields) = made.exact_yield() {
            let [at_most, at_least] = [yields.at_most(meetings as usize), yields.at_least(meetings as usize)];
            return Ok(ProgressCheck { at_most: exact(at_most), at_least: exact(at_least) });
        }
        let yields = Simulation::new(&made).trials(trials.min(MOST_TRIALS)).seed(seed).yields()?;
        let more = yields.at_least(i64::from(meetings) + 1);
        let at_most = Estimate { value: 1.0 - more.value, ..more };
        Ok(ProgressCheck { at_most, at_least: yields.at_least(meetings.into()) })
    }
}

/// The attempts made, with the rates of the plan; each round of them was made at contacts with the earlier ones behind them.
fn made(plan: &Campaign, so_far: &Progress) -> Result<Campaign> {
    let rounds = Kind::ALL.map(|kind| {
        let at_risk = so_far.rounds(kind).map_or(&[][..], |table| table.at_risk());
        (0..).zip(at_risk.iter().copied()).collect::<Vec<_>>()
    });
    if rounds.iter().all(Vec::is_empty) {
        let strategy = Strategy::new("so far", Supply::Count(so_far.attempts(Kind::Warm)));
        return plan.anew(strategy, so_far.all_attempts());
    }
    Campaign::of_called(plan.rates().clone(), [&rounds[0], &rounds[1]], 1)
}
