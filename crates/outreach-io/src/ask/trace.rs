//! The question of `trace`.

use outreach::{Campaign, Error, Simulation, Strategy};

use crate::read::scenario::Scenario;
use crate::show::trace::Traced;

/// The calls of one simulated campaign, one by one.
///
/// ```
/// use outreach_io::Scenario;
/// use outreach_io::ask::TraceQuestion;
///
/// let answer = TraceQuestion::new(Scenario::of_layers(&[])?).run()?;
/// assert_eq!(answer.data().calls.len(), 100);
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct TraceQuestion {
    /// The campaign: half of its calls warm, unless it says otherwise.
    pub scenario: Scenario,
    /// The seed; 42 unless it is set.
    pub seed: u64,
}

impl TraceQuestion {
    /// Of a scenario.
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario, seed: 42 }
    }

    /// The campaign whose first trial is shown.
    ///
    /// # Errors
    /// For values that do not go together, and for more attempts in all than a campaign may have calls.
    pub fn campaign(&self) -> outreach::Result<Campaign> {
        let campaign = self.scenario.campaign_or(Strategy::mixed())?;
        let most = u64::from(campaign.calls()) * u64::from(campaign.max_attempts());
        if most > Campaign::MAX_CALLS.into() {
            let (field, accepted) = ("contacts times max_attempts".into(), "up to 1,000,000 attempts in all".into());
            return Err(Error::Rejected { field, value: most.to_string(), accepted });
        }
        Ok(campaign)
    }

    /// The answer.
    ///
    /// # Errors
    /// As [`TraceQuestion::campaign`].
    pub fn run(&self) -> outreach::Result<Traced> {
        let campaign = self.campaign()?;
        let calls = Simulation::new(&campaign).seed(self.seed).first_trial();
        Ok(Traced::new(&campaign, self.seed, calls))
    }
}
