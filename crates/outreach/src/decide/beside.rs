//! What an answer is held against: the same hours spent on cold calls, the same campaign at published rates.

use crate::error::Result;
use crate::model::{Campaign, Preset, Stop, Strategy};
use crate::numerics::Estimate;
use crate::simulate::{Simulation, SimulationResult};

/// What a comparison tells in whole numbers needs no more trials.
const TRIALS: u64 = 10_000;

/// Mean meetings of cold calls alone in the mean hours of a campaign; a standard error of 0 is exact.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SameHoursCold {
    /// The mean hours of the campaign.
    pub hours: f64,
    /// The mean meetings held in them.
    pub mean: Estimate,
}

/// A count in short: the meetings held, or the attempts of a campaign that ends at a number of meetings.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct AtPublishedRates {
    /// The mean; a standard error of 0 is exact.
    pub mean: Estimate,
    /// From the 5 % point to the 95 % point.
    pub central90: [i64; 2],
    /// P(count in this range).
    pub probability: Estimate,
}

impl SimulationResult {
    /// What the hours of this campaign would bring if all of them were spent on cold calls: exact where that is known,
    /// but for the hours, which are the run's. `None` where they are nothing, or cold calls take none.
    ///
    /// # Errors
    /// As [`Campaign::new`].
    ///
    /// ```
    /// use outreach::{Campaign, Pool, Rates, Simulation, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::snowball(Pool::default()), 100)?;
    /// let run = Simulation::new(&campaign).trials(10_000).run()?;
    /// let cold = run.same_hours_cold()?.expect("cold calls take time");
    /// assert!(cold.mean.value < run.meetings().mean().value);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn same_hours_cold(&self) -> Result<Option<SameHoursCold>> {
        let (campaign, spent) = (self.campaign(), self.minutes());
        if spent.value <= 0.0 || campaign.effort().cold_attempt <= 0.0 {
            return Ok(None);
        }
        let all = Campaign::new(campaign.rates().clone(), Strategy::cold(), Campaign::MAX_CALLS.into())?;
        let cold = all.with_effort(*campaign.effort())?.until(Stop::Minutes(spent.value))?;
        let mean = match cold.exact_yield() {
            Ok(exact) => Estimate { value: exact.mean(), std_error: 0.0 },
            Err(_) => self.shorter(&cold)?.meetings().mean(),
        };
        // The hours are sampled, too, and meetings go with them.
        let of_hours = mean.value / spent.value * spent.std_error;
        let std_error = (mean.std_error.powi(2) + of_hours.powi(2)).sqrt();
        Ok(Some(SameHoursCold { hours: spent.value / 60.0, mean: Estimate { std_error, ..mean } }))
    }

    /// What this campaign would bring at the published rates: exact where that is known. `None` for the rest of a campaign,
    /// as what came so far can be all but impossible there, and where calls are cut off before the meetings are held.
    ///
    /// # Errors
    /// As [`Campaign::with_preset`].
    ///
    /// ```
    /// use outreach::{Campaign, Rates, Simulation, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
    /// let published = Simulation::new(&campaign).trials(1_000).run()?.at_published_rates()?.expect("a whole campaign");
    /// assert_eq!((published.mean.std_error, published.central90), (0.0, [0, 8]));
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn at_published_rates(&self) -> Result<Option<AtPublishedRates>> {
        let published = self.campaign().with_preset(Preset::Published)?;
        let until_held = matches!(published.stop(), Stop::Meetings(_));
        if published.so_far().is_some() || (until_held && published.calls() < Campaign::MAX_CALLS) {
            return Ok(None);
        }
        let exact = if until_held { published.exact_attempts() } else { published.exact_yield() };
        if let Ok(exact) = exact {
            let range = exact.central(0.9);
            return Ok(Some(AtPublishedRates {
                mean: Estimate { value: exact.mean(), std_error: 0.0 },
                central90: [*range.start() as i64, *range.end() as i64],
                probability: Estimate {
                    value: range.map(|count| exact.mass(count)).sum::<f64>().min(1.0),
                    std_error: 0.0,
                },
            }));
        }
        let run = self.shorter(&published)?;
        let sample = if until_held { run.attempts() } else { run.meetings() };
        let central90 = [0.05, 0.95].map(|q| sample.quantile(q));
        let inside = (central90[0]..=central90[1]).map(|count| sample.count(count)).sum();
        Ok(Some(AtPublishedRates { mean: sample.mean(), central90, probability: sample.share(inside) }))
    }

    /// Another campaign from the same seed, as often as whole numbers need.
    fn shorter(&self, campaign: &Campaign) -> Result<Self> {
        Simulation::new(campaign).trials(self.trials().min(TRIALS)).seed(self.seed()).run()
    }
}
