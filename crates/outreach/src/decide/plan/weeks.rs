//! How many weeks an effort takes.

use super::Solve;
use crate::error::{Error, Result};
use crate::model::{Campaign, Stop};

/// What is done in a week.
///
/// # Formula
/// ```text
/// P(target within w weeks) = P(yield of w · n calls ≥ target), or of w · m minutes under the stop by minutes
/// ```
/// which grows with w: the fewest weeks are the smallest plan, divided by what is done in a week and rounded up.
///
/// ```
/// use outreach::{Campaign, Pace, Planning, Rates, Strategy, Target};
///
/// let cold = Campaign::new(Rates::documented(), Strategy::cold(), 100)?;
/// let pace = Pace::Calls(30);
/// let plan = Planning::of(&cold, Target::meetings(5)).solve(pace.solve()).run()?;
/// assert_eq!(plan.smallest().map(|calls| pace.weeks(calls)), Some(3)); // 78 calls
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// This many attempts a week.
    Calls(u32),
    /// This many minutes a week.
    Minutes(u32),
}

impl Pace {
    /// The hours of a week.
    const WEEK: f64 = 168.0;

    /// This many hours a week, to the nearest minute.
    ///
    /// # Errors
    /// [`Error::Rejected`] for less than about a minute and more than all hours of a week.
    pub fn hours(hours: f64) -> Result<Self> {
        if (0.02..=Self::WEEK).contains(&hours) {
            Ok(Self::Minutes((60.0 * hours).round() as u32))
        } else {
            Err(Error::rejected("hours_per_week", hours, "a number of hours (0.02 to 168)"))
        }
    }

    /// This many calls a week.
    ///
    /// # Errors
    /// [`Error::Rejected`] for no calls, and for more than a campaign may have.
    pub fn calls(calls: u32) -> Result<Self> {
        if (1..=Campaign::MAX_CALLS).contains(&calls) {
            Ok(Self::Calls(calls))
        } else {
            Err(Error::rejected("calls_per_week", calls, "a number of calls (1 to 1,000,000)"))
        }
    }

    /// What is to be planned for it: attempts or hours.
    pub const fn solve(self) -> Solve {
        match self {
            Self::Calls(_) => Solve::Attempts,
            Self::Minutes(_) => Solve::Hours,
        }
    }

    /// The weeks that this many attempts, or minutes, take.
    pub const fn weeks(self, effort: u32) -> u32 {
        match self {
            Self::Calls(per_week) | Self::Minutes(per_week) => effort.div_ceil(per_week),
        }
    }

    /// What is done of a campaign within this many weeks: its first calls, or those that the minutes allow. Whatever it holds
    /// after these weeks is left out.
    ///
    /// # Errors
    /// [`Error::Rejected`] for calls a week to contacts who are called several times, whose calls chance decides; for hours a
    /// week until a number of meetings is held, or for the rest of a campaign.
    ///
    /// ```
    /// use outreach::{Campaign, Pace, Rates, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::cold(), 75)?;
    /// let calls = [1, 2, 3].map(|weeks| Pace::Calls(30).within(&campaign, weeks).map(|done| done.calls()));
    /// assert_eq!(calls, [Ok(30), Ok(60), Ok(75)]);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn within(self, campaign: &Campaign, weeks: u32) -> Result<Campaign> {
        match self {
            Self::Calls(calls) if campaign.calls_again() => {
                let accepted = "accepted where contacts are called several times: give hours_per_week";
                Err(Error::rejected("calls_per_week", calls, accepted))
            }
            Self::Calls(calls) => {
                campaign.first_calls(calls.saturating_mul(weeks).min(campaign.calls())).until(campaign.stop())
            }
            Self::Minutes(minutes) => {
                let hours = f64::from(minutes) / 60.0;
                let refused = |accepted| Err(Error::rejected("hours_per_week", hours, accepted));
                let until = |most: f64| campaign.clone().until(Stop::Minutes(most.min(Stop::MAX_MINUTES)));
                let all = f64::from(minutes) * f64::from(weeks);
                match campaign.stop() {
                    _ if campaign.so_far().is_some() => {
                        refused("accepted for the rest of a campaign: give calls_per_week")
                    }
                    Stop::Meetings(_) => {
                        refused("accepted with meetings: ask plan for the weeks, or give calls_per_week")
                    }
                    Stop::Minutes(budget) => until(budget.min(all)),
                    Stop::Calls => until(all),
                }
            }
        }
    }
}
