//! What `compare` asks.

use std::ops::ControlFlow;

use outreach::{Campaign, Comparison};

use crate::error::Result;
use crate::sampling::Sampling;
use crate::show::compare::Compared;

/// Which of several campaigns brings more, with their own calls and in the same hours.
///
/// ```
/// use outreach_io::ask::CompareQuestion;
/// use outreach_io::{Answer, Language, Sampling, Scenario};
/// use outreach::Strategy;
///
/// let scenario = Scenario::of_layers(&[])?;
/// let campaigns = [scenario.campaign(Strategy::cold())?, scenario.campaign(Strategy::warm())?];
/// let answer = CompareQuestion::of(campaigns).sampling(Sampling::of(10_000, None)).run()?;
/// assert!(answer.sentence(Language::English).starts_with("warm brings the most: 89 meetings from 100 calls; cold 10."));
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct CompareQuestion {
    campaigns: Vec<Campaign>,
    in_force: Option<Campaign>,
    hours: Option<f64>,
    most_calls: Vec<u32>,
    at_least: Vec<u32>,
    sampling: Sampling,
}

impl CompareQuestion {
    /// Of these campaigns: 100,000 trials from seed 42.
    pub fn of(campaigns: impl IntoIterator<Item = Campaign>) -> Self {
        let campaigns = campaigns.into_iter().collect();
        let sampling = Sampling::default();
        Self { campaigns, in_force: None, hours: None, most_calls: Vec::new(), at_least: Vec::new(), sampling }
    }

    /// The campaign in force where one of them sets nothing of its own, if there is one ([`variants::in_force`](super::variants::in_force)).
    pub fn in_force(mut self, campaign: Option<Campaign>) -> Self {
        self.in_force = campaign;
        self
    }

    /// The budget of each in the same hours; unless set, the smallest mean of the campaigns' hours.
    pub fn hours(mut self, hours: Option<f64>) -> Self {
        self.hours = hours;
        self
    }

    /// The most calls of each in the hours that are given, in their order ([`Scenario::most_calls`](crate::Scenario::most_calls)).
    pub fn most_calls(mut self, most: impl IntoIterator<Item = u32>) -> Self {
        self.most_calls = most.into_iter().collect();
        self
    }

    /// Also the chance of at least this many meetings, for each of these numbers.
    pub fn at_least(mut self, meetings: &[u32]) -> Self {
        self.at_least = meetings.to_vec();
        self
    }

    /// How much is simulated; 100,000 trials from seed 42 unless it is set.
    pub fn sampling(mut self, sampling: Sampling) -> Self {
        self.sampling = sampling;
        self
    }

    /// The comparison that answers it.
    pub fn comparison(&self) -> Comparison<'_> {
        let mut comparison =
            Comparison::of(&self.campaigns).trials(self.sampling.most_trials()).seed(self.sampling.seed);
        if let Some(precision) = self.sampling.precision {
            comparison = comparison.precision(precision);
        }
        match self.hours {
            Some(hours) => comparison.hours(hours).most_calls(self.most_calls.iter().copied()),
            None => comparison,
        }
    }

    /// Asks.
    ///
    /// # Errors
    /// As [`Comparison::run`].
    pub fn run(&self) -> Result<Compared> {
        self.run_observed(|_| ControlFlow::Continue(()))
    }

    /// Asks, and shows the trials made so far; ends when the observer breaks.
    ///
    /// # Errors
    /// As [`Comparison::run_observed`].
    pub fn run_observed(&self, observer: impl FnMut(u64) -> ControlFlow<()>) -> Result<Compared> {
        let compared = self.comparison().run_observed(observer)?;
        Ok(Compared::new(compared, self.in_force.clone(), &self.at_least, self.sampling.precision)?)
    }
}
