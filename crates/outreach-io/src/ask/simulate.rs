//! What `simulate` asks.

use std::ops::ControlFlow;

use outreach::{Campaign, Pace, Progress, Simulation, SimulationResult, Strategy};

use crate::error::Result;
use crate::read::scenario::Scenario;
use crate::sampling::Sampling;
use crate::show::simulate::{ByWeek, Simulated};
use crate::show::so_far::Begun;

/// How many meetings one campaign will bring, or what is left of it.
///
/// ```
/// use outreach_io::ask::SimulateQuestion;
/// use outreach_io::{Answer, Language, Sampling, Scenario, Setting};
///
/// let scenario = Scenario::of_layers(&[vec![Setting::new("calls", "75")?, Setting::new("warm", "15")?]])?;
/// let answer = SimulateQuestion::of(&scenario)?.sampling(Sampling::of(10_000, None)).at_least(&[20]).run()?;
/// let sentence = "About 19 meetings from 75 calls (15 warm, 60 cold); 15 to 24 in 95 % of campaigns.";
/// assert_eq!(answer.sentence(Language::English), sentence);
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct SimulateQuestion {
    plan: Campaign,
    campaign: Campaign,
    so_far: Option<Progress>,
    at_least: Vec<u32>,
    pace: Option<Pace>,
    sampling: Sampling,
}

impl SimulateQuestion {
    /// Of a scenario, half of whose calls are warm unless it says otherwise: 100,000 trials from seed 42.
    ///
    /// # Errors
    /// For a scenario that is no campaign.
    pub fn of(scenario: &Scenario) -> Result<Self> {
        let plan = scenario.campaign_or(Strategy::mixed())?;
        let (campaign, at_least) = (plan.clone(), Vec::new());
        Ok(Self { plan, campaign, so_far: None, at_least, pace: None, sampling: Sampling::default() })
    }

    /// What the campaign has brought so far: the answer is then about the rest of it.
    ///
    /// # Errors
    /// For more attempts than it has.
    pub fn after(mut self, so_far: Option<Progress>) -> Result<Self> {
        self.campaign = so_far.clone().map_or_else(|| Ok(self.plan.clone()), |so_far| self.plan.after(so_far))?;
        self.so_far = so_far;
        Ok(self)
    }

    /// Also the chance of at least this many meetings, for each of these numbers.
    pub fn at_least(mut self, meetings: &[u32]) -> Self {
        self.at_least = meetings.to_vec();
        self
    }

    /// Also what the first week brings, the first two, and so on, at this pace.
    ///
    /// # Errors
    /// As [`Pace::within`].
    pub fn by_week(mut self, pace: Option<Pace>) -> Result<Self> {
        pace.map(|pace| pace.within(&self.campaign, 1)).transpose()?;
        self.pace = pace;
        Ok(self)
    }

    /// How much is simulated; 100,000 trials from seed 42 unless it is set.
    pub fn sampling(mut self, sampling: Sampling) -> Self {
        self.sampling = sampling;
        self
    }

    /// The whole campaign, as it was planned.
    pub fn plan(&self) -> &Campaign {
        &self.plan
    }

    /// The campaign that is simulated: all of it, or its rest.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// The simulation that answers it, for whoever runs it in parts.
    pub fn simulation(&self) -> Simulation<'_> {
        let simulation = Simulation::new(&self.campaign).trials(self.sampling.most_trials()).seed(self.sampling.seed);
        match self.sampling.precision {
            Some(precision) => simulation.precision(precision),
            None => simulation,
        }
    }

    /// Asks.
    ///
    /// # Errors
    /// As [`Simulation::run`].
    pub fn run(&self) -> Result<Simulated> {
        self.run_observed(|_| ControlFlow::Continue(()))
    }

    /// Asks, and shows how far it is; ends when the observer breaks.
    ///
    /// # Errors
    /// As [`Simulation::run_observed`].
    pub fn run_observed(&self, observer: impl FnMut(&SimulationResult) -> ControlFlow<()>) -> Result<Simulated> {
        self.answer(self.simulation().run_observed(observer)?)
    }

    /// The answer of a run of [`SimulateQuestion::simulation`].
    ///
    /// # Errors
    /// For an outcome so far that no campaign has, or weeks that it has none of.
    pub fn answer(&self, run: SimulationResult) -> Result<Simulated> {
        Ok(self.on_the_way(run)?.beside_published())
    }

    /// The same while more trials are to come: without what the campaign brings at the published rates.
    ///
    /// # Errors
    /// As [`SimulateQuestion::answer`].
    pub fn on_the_way(&self, run: SimulationResult) -> Result<Simulated> {
        let begun = self.so_far.clone().map(|so_far| {
            let surprise = self.plan.surprise_of(&so_far, self.sampling.most_trials(), self.sampling.seed)?;
            Ok::<_, outreach::Error>(Begun { so_far, surprise })
        });
        let by_week = self.pace.map(|pace| ByWeek::of(&run, pace)).transpose()?;
        Ok(Simulated::new(run, &self.at_least, self.sampling.precision)?.after(begun.transpose()?).by_week(by_week))
    }

    /// The same of the run alone, at once: without the exact distribution, which [`SimulateQuestion::answer`] works out.
    pub fn glance(&self, run: SimulationResult) -> Simulated {
        Simulated::sampled(run, &self.at_least)
    }
}
