//! The question of `sensitivity`.

use outreach::{Campaign, Sensitivity, Strategy};

use super::central::central;
use crate::read::scenario::Scenario;
use crate::sampling::Sampling;
use crate::show::sensitivity::Analysed;

/// Which rate moves the yield, which unknown matters, and what to log to know it.
///
/// ```
/// use outreach_io::Scenario;
/// use outreach_io::ask::SensitivityQuestion;
///
/// let answer = SensitivityQuestion::new(Scenario::of_layers(&[])?).run()?;
/// assert_eq!(answer.data().bars[0].rate, "cold.meeting");
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct SensitivityQuestion {
    /// The campaign: half of its calls warm, unless it says otherwise.
    pub scenario: Scenario,
    /// How it is simulated where that is needed; 100,000 trials from seed 42 unless it is set.
    pub sampling: Sampling,
}

impl SensitivityQuestion {
    /// Of a scenario.
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario, sampling: Sampling::default() }
    }

    /// The campaign that is looked at.
    ///
    /// # Errors
    /// For values that do not go together.
    pub fn campaign(&self) -> outreach::Result<Campaign> {
        self.scenario.campaign_or(Strategy::mixed())
    }

    /// Whether this can be answered.
    ///
    /// # Errors
    /// As [`Sensitivity::check`].
    pub fn check(&self) -> outreach::Result<()> {
        self.analysis(&self.campaign()?).check()
    }

    fn analysis<'a>(&self, campaign: &'a Campaign) -> Sensitivity<'a> {
        Sensitivity::of(campaign).trials(self.sampling.most_trials()).seed(self.sampling.seed)
    }

    /// The answer.
    ///
    /// # Errors
    /// As [`SensitivityQuestion::check`].
    pub fn run(&self) -> outreach::Result<Analysed> {
        let campaign = self.campaign()?;
        let found = self.analysis(&campaign).run()?;
        let brings = central(&campaign, Some(self.sampling).filter(|_| found.is_sampled()))?;
        Ok(Analysed::new(&campaign, found, brings, self.sampling))
    }
}
