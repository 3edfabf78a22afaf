//! When a campaign stops.

use super::Effort;
use crate::error::{Error, Result};

/// What ends a campaign before its last call.
///
/// Under a stop, a share of warm calls interleaves them: attempt i is warm if round-half-up(share · i) is more than
/// round-half-up(share · (i − 1)). The number of calls is then a cap.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub enum Stop {
    /// Nothing: all calls are made.
    #[default]
    Calls,
    /// This many meetings held.
    Meetings(u32),
    /// A budget of minutes: an attempt is made if the minutes spent, its own and those of its introduction fit. The
    /// minutes of a held meeting are charged when it is set; they may overrun, and the meeting counts.
    Minutes(f64),
}

impl Stop {
    /// More minutes than this are a slip: about 190 years of them.
    pub const MAX_MINUTES: f64 = 1e8;

    /// A budget in hours.
    pub fn hours(hours: f64) -> Self {
        Self::Minutes(60.0 * hours)
    }

    /// Checks the number.
    ///
    /// # Errors
    /// [`Error::Rejected`] for a negative budget, one beyond [`Stop::MAX_MINUTES`], or not a number.
    pub fn check(self) -> Result<()> {
        match self {
            Self::Minutes(minutes) if !(0.0..=Self::MAX_MINUTES).contains(&minutes) => {
                Err(Error::rejected("hours", minutes / 60.0, "a number of hours (0 to 1,666,666)"))
            }
            _ => Ok(()),
        }
    }
}

/// What a campaign has come to while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Spent {
    /// Attempts made, cold and warm.
    pub(crate) attempts: [u32; 2],
    /// Warm attempts among them that took no introduction.
    pub(crate) repeated: u32,
    /// Meetings held.
    pub(crate) meetings: u32,
}

impl Spent {
    pub(crate) fn minutes(self, effort: &Effort) -> f64 {
        let [cold, warm] = self.attempts.map(f64::from);
        let [of_cold, of_warm, of_meeting, of_repeated] = effort.weights();
        cold * of_cold + warm * of_warm + f64::from(self.meetings) * of_meeting + f64::from(self.repeated) * of_repeated
    }

    /// Whether these minutes fit the budget. The products of decimals are off by their last bits: 3 · 4.1 is less than
    /// 12.3, 3 · 0.1 more than 0.3.
    pub(crate) fn fits(self, effort: &Effort, budget: f64) -> bool {
        self.minutes(effort) <= budget * (1.0 + 1e-12)
    }

    /// The smallest budget of whole minutes that these fit.
    pub(crate) fn whole_minutes(self, effort: &Effort) -> u32 {
        let ceiling = self.minutes(effort).ceil();
        // The last bits may have carried the sum past a whole number.
        let below = ceiling - 1.0;
        (if below >= 0.0 && self.fits(effort, below) { below } else { ceiling }) as u32
    }
}
