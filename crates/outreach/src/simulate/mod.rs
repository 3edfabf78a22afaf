//! Simulation: campaigns played call by call, in parallel, to the same integers on any number of threads.

mod beta_draw;
mod blocks;
mod chains;
mod counted;
mod draw;
mod drawn_counts;
mod failures;
mod generator;
mod lanes;
mod own_rates;
mod part;
mod path_sampler;
mod prepared;
mod quantity;
mod rate_draws;
mod rest;
mod rounds;
mod sample;
mod shard;
mod stream;
mod surprise;
mod tally;
mod trial;
mod trial_outcome;
mod variance_split;

use std::ops::ControlFlow;

pub use self::part::Part;
pub use self::quantity::Quantity;
pub use self::rounds::SimulatedRound;
pub use self::sample::{Agreement, Sample};
pub use self::shard::Shard;
pub use self::surprise::ProgressCheck;
pub use self::trial::Attempt;
pub use self::trial_outcome::TrialOutcome;

pub(crate) use self::blocks::Trials;
pub(crate) use self::prepared::Prepared;
pub(crate) use self::rate_draws::{WorldDistribution, drawn_worlds};
pub(crate) use self::sample::quantile_ranks;
pub(crate) use self::stream::{BLOCK, Luck, MOST_STRATEGIES, Purpose, open};
pub(crate) use self::tally::Tally;
pub(crate) use self::trial::InWorld;

use crate::error::Result;
use crate::model::Campaign;
use crate::numerics::{Estimate, Pmf};

/// A description of a run: this many trials of one campaign from a seed.
///
/// The answer is the same on any number of threads. A campaign of a hundred calls costs about 15 ns on one
/// core with AVX-512 (docs/performance.md), one that a stop ends 3 ns per call; memory is one counter per number of
/// meetings.
///
/// ```
/// use outreach::{Campaign, Rates, Simulation, Strategy};
///
/// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
/// let run = Simulation::new(&campaign).trials(10_000).seed(7).run()?;
/// assert!(run.against(&campaign.exact_yield()?).sigmas().abs() < 4.0);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Simulation<'a> {
    campaign: &'a Campaign,
    trials: Trials,
}

impl<'a> Simulation<'a> {
    /// 100,000 trials from seed 42.
    pub fn new(campaign: &'a Campaign) -> Self {
        Self { campaign, trials: Trials::default() }
    }

    /// The number of trials; with [`Simulation::precision`] the most of them.
    pub fn trials(mut self, trials: u64) -> Self {
        self.trials.most = trials;
        self
    }

    /// Stops at the first of 10,000 · 2^i trials at which the standard error of the mean yield is at most this.
    pub fn precision(mut self, std_error: f64) -> Self {
        self.trials.precision = Some(std_error);
        self
    }

    /// The seed: the same one, the same answer.
    pub fn seed(mut self, seed: u64) -> Self {
        self.trials.seed = seed;
        self
    }

    /// Whether this can be run.
    ///
    /// # Errors
    /// [`Error::Rejected`](crate::Error::Rejected) for no trials, too many of them, or a precision that is not
    /// positive.
    pub fn check(&self) -> Result<()> {
        self.trials.check()
    }

    /// Runs all trials.
    ///
    /// # Errors
    /// As [`Simulation::check`].
    pub fn run(&self) -> Result<SimulationResult> {
        self.run_observed(|_| ControlFlow::Continue(()))
    }

    /// Runs all trials and shows the run so far about every hundred million calls, with a precision also at each of its
    /// checkpoints; ends when the observer breaks.
    ///
    /// # Errors
    /// As [`Simulation::check`].
    pub fn run_observed(
        &self,
        mut observer: impl FnMut(&SimulationResult) -> ControlFlow<()>,
    ) -> Result<SimulationResult> {
        let run = |tally: &Tally| SimulationResult::new(self.campaign, self.trials.seed, tally.clone());
        let tally = self.tally(&Prepared::new(self.campaign), |tally| observer(&run(tally)))?;
        Ok(run(&tally))
    }

    /// [`SimulationResult::meetings`] of [`Simulation::run`], without what only [`SimulationResult::variance`] is for: where rates
    /// are uncertain, in half of the time.
    ///
    /// # Errors
    /// As [`Simulation::check`].
    ///
    /// ```
    /// use outreach::{Campaign, Pool, Rates, Simulation, Strategy};
    ///
    /// let campaign = Campaign::new(Rates::published(), Strategy::snowball(Pool::PUBLISHED), 100)?;
    /// let simulation = Simulation::new(&campaign).trials(1_000);
    /// assert_eq!(&simulation.yields()?, simulation.run()?.meetings());
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn yields(&self) -> Result<Sample> {
        let prepared = Prepared::new(self.campaign).without_twins();
        Ok(self.tally(&prepared, |_| ControlFlow::Continue(()))?.meetings().clone())
    }

    fn tally(&self, prepared: &Prepared, observe: impl FnMut(&Tally) -> ControlFlow<()>) -> Result<Tally> {
        self.trials.run(
            prepared.calls_per_trial(),
            |block, trials| prepared.block(self.trials.seed, block, trials),
            Tally::merge,
            |tally| tally.meetings().mean().std_error,
            observe,
        )
    }

    /// The attempts of the first trial of [`Simulation::run`], told one by one.
    pub fn first_trial(&self) -> Vec<Attempt> {
        Prepared::new(self.campaign).first_trial(self.trials.seed)
    }
}

/// The variance of a yield: what luck adds to it and what ignorance of the rates does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Variance {
    /// From the exact distribution.
    Exact {
        /// E\[Var(yield | rates)\].
        luck: f64,
        /// Var(E\[yield | rates\]).
        ignorance: f64,
    },
    /// From the simulation.
    Simulated {
        /// E\[Var(yield | rates)\].
        luck: Estimate,
        /// Var(E\[yield | rates\]); may come out slightly negative.
        ignorance: Estimate,
    },
}

/// What a simulation found: exact integer counts, and where they come from.
#[derive(Debug, Clone, PartialEq)]
pub struct SimulationResult {
    campaign: Campaign,
    seed: u64,
    tally: Tally,
}

impl SimulationResult {
    pub(crate) fn new(campaign: &Campaign, seed: u64, tally: Tally) -> Self {
        Self { campaign: campaign.clone(), seed, tally }
    }

    /// The campaign that was simulated.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The number of trials.
    pub fn trials(&self) -> u64 {
        self.tally.meetings().trials()
    }

    /// The yield: how many trials came to each number of meetings held.
    pub fn meetings(&self) -> &Sample {
        self.tally.meetings()
    }

    /// The mean of a quantity, per campaign.
    pub fn mean(&self, quantity: Quantity) -> Estimate {
        self.tally.mean(quantity)
    }

    /// The mean minutes of a campaign.
    pub fn minutes(&self) -> Estimate {
        self.tally.combination(self.campaign.effort().weights())
    }

    /// E\[meetings\] / E\[hours\]; `None` if the campaign takes no time.
    pub fn meetings_per_hour(&self) -> Option<Estimate> {
        self.tally.ratio([0.0, 0.0, 60.0, 0.0], self.campaign.effort().weights())
    }

    /// E\[attempts\] / E\[meetings\]; `None` if there were no meetings.
    pub fn attempts_per_meeting(&self) -> Option<Estimate> {
        self.tally.ratio([1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0])
    }

    /// The variance of the yield, split into luck and ignorance: exact where it can be, else from a second simulated
    /// campaign in each world. With fixed rates all of it is luck.
    pub fn variance(&self) -> Variance {
        match self.campaign.exact_moments() {
            Ok(moments) => Variance::Exact { luck: moments.luck, ignorance: moments.ignorance },
            Err(_) if self.campaign.uncertain().is_empty() => {
                let sd = self.meetings().sd();
                let luck = Estimate { value: sd.value * sd.value, std_error: 2.0 * sd.value * sd.std_error };
                Variance::Simulated { luck, ignorance: Estimate { value: 0.0, std_error: 0.0 } }
            }
            Err(_) => Variance::Simulated {
                luck: self.tally.variance_split().luck(self.meetings().variance()),
                ignorance: self.tally.variance_split().ignorance(),
            },
        }
    }

    /// What each round came to on average, where contacts are called several times; else none.
    pub fn rounds(&self) -> Vec<SimulatedRound> {
        self.tally.rounds().collect()
    }

    /// The number of attempts, where a stop or several attempts per contact leave it to chance: how many trials made
    /// each number of them. Empty else.
    pub fn attempts(&self) -> &Sample {
        self.tally.attempts()
    }

    /// The share of the trials in which the pool of referrals ran dry: some attempt was made cold as it was empty.
    pub fn runs_dry(&self) -> Estimate {
        self.meetings().share(self.first_dry().trials())
    }

    /// The number of the first attempt that was made cold, over the trials in which the pool ran dry.
    pub fn first_dry(&self) -> &Sample {
        self.tally.chains().first_dry()
    }

    /// The mean number of meetings held with referrals of generation 1, 2, … of a pool. Empty where
    /// [`Campaign::exact_pool`] tells it: then the simulation does not count it.
    pub fn meetings_by_generation(&self) -> Vec<Estimate> {
        self.tally.chains().means(self.trials())
    }

    /// The share of the trials in which the reading `overall` had no solution, and the nearest one was taken; or with
    /// several attempts per contact a reach was above the share that can be reached, and that was taken.
    pub fn clamped(&self) -> Estimate {
        self.meetings().share(self.tally.clamped())
    }

    /// How far the yield is from an exact distribution.
    pub fn against(&self, distribution: &Pmf) -> Agreement {
        self.meetings().against(distribution)
    }
}
