//! Simulation: campaigns played call by call, in parallel, to the same integers on any number of threads.

mod beta_draw;
mod blocks;
mod draw;
mod generator;
mod lanes;
mod quantity;
mod sample;
mod stream;
mod tally;
mod trial;
mod twins;
mod worlds;

use std::ops::ControlFlow;

pub use self::quantity::Quantity;
pub use self::sample::{Agreement, Sample};
pub use self::trial::Attempt;

pub(crate) use self::blocks::Trials;
pub(crate) use self::sample::quantile_ranks;
pub(crate) use self::stream::{BLOCK, Purpose, open};
pub(crate) use self::tally::Tally;
pub(crate) use self::trial::spent_until;
pub(crate) use self::worlds::{WorldLaw, Worlds, drawn_worlds, kept_share, yield_in};

use self::quantity::Totals;
use self::trial::Trial;
use crate::{Campaign, Estimate, Pmf, Result, Stop};

/// A description of a run: so many trials of one campaign from a seed.
///
/// The answer is the same on any number of threads. It costs about 3 ns per call on one core, and memory for one
/// counter per number of meetings.
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
    /// [`Error::Rejected`](crate::Error::Rejected) for no trials, too many of them, or a precision that is not positive.
    pub fn check(&self) -> Result<()> {
        self.trials.check()
    }

    /// Runs all trials.
    ///
    /// # Errors
    /// As [`Simulation::check`].
    pub fn run(&self) -> Result<Run> {
        self.run_observed(|_| ControlFlow::Continue(()))
    }

    /// Runs all trials and shows the run so far about every hundred million calls, with a precision also at each of its
    /// checkpoints; ends when the observer breaks.
    ///
    /// # Errors
    /// As [`Simulation::check`].
    pub fn run_observed(&self, mut observer: impl FnMut(&Run) -> ControlFlow<()>) -> Result<Run> {
        let twins = needs_twins(self.campaign);
        let law = WorldLaw::new(self.campaign);
        let run = |tally: &Tally| Run::new(self.campaign, self.trials.seed, tally.clone());
        let tally = self.trials.run(
            u64::from(self.campaign.calls()) * if twins { 2 } else { 1 },
            |block, trials| {
                let mut tally = Tally::default();
                let worlds = law.block(self.trials.seed, block, |_| 0);
                tally_block(
                    &mut tally,
                    worlds,
                    self.campaign,
                    Luck { seed: self.trials.seed, block, strategy: 0 },
                    trials,
                    twins,
                );
                tally
            },
            Tally::merge,
            |tally| tally.meetings().mean().std_error,
            |tally| observer(&run(tally)),
        )?;
        Ok(run(&tally))
    }

    /// The attempts of the first trial of [`Simulation::run`], told one by one.
    pub fn first_trial(&self) -> Vec<Attempt> {
        let law = WorldLaw::new(self.campaign);
        let mut worlds = law.block(self.trials.seed, 0, |_| 0);
        if self.campaign.is_planned() {
            return lanes::first_trial(self.campaign, worlds, self.trials.seed);
        }
        let mut rng = open(self.trials.seed, Purpose::Calls { strategy: 0 }, 0);
        trial::attempts(self.campaign, worlds.next(), &mut rng)
    }
}

/// Which luck a block of trials has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Luck {
    pub(crate) seed: u64,
    pub(crate) block: u64,
    pub(crate) strategy: u16,
}

/// Whether luck and ignorance have to be told apart by simulation.
pub(crate) fn needs_twins(campaign: &Campaign) -> bool {
    !campaign.uncertain().is_empty() && campaign.exact_moments().is_err()
}

/// Tallies the trials of a block; tells their yields.
pub(crate) fn tally_block(
    tally: &mut Tally,
    worlds: Worlds,
    campaign: &Campaign,
    luck: Luck,
    trials: u64,
    twins: bool,
) -> Vec<u32> {
    if campaign.is_planned() {
        lanes::tally_block(tally, worlds, campaign, luck, trials, twins)
    } else {
        one_by_one(tally, worlds, campaign, luck, trials, twins)
    }
}

/// The same, one campaign and one call after the other.
fn one_by_one(
    tally: &mut Tally,
    mut worlds: Worlds,
    campaign: &Campaign,
    luck: Luck,
    trials: u64,
    twins: bool,
) -> Vec<u32> {
    let Luck { seed, block, strategy } = luck;
    let mut rng = open(seed, Purpose::Calls { strategy }, block);
    let mut of_twin = open(seed, Purpose::Twin { strategy }, block);
    let (mut trial, mut twin) = (Trial::default(), Trial::default());
    let mut totals = Totals::<u32, 1>::default();
    let one = |_| {
        let odds = worlds.next();
        let held = trial::trial(campaign, odds, &mut rng, &mut trial);
        tally.push(held);
        totals.add(&trial.counts);
        tally.push_clamped(odds.clamped().into());
        if campaign.stop() != Stop::Calls {
            tally.push_attempts(trial.spent.attempts.iter().sum());
        }
        if campaign.pool().is_some() {
            tally.push_chain(&trial);
        }
        if twins {
            tally.twins_mut().push(held, trial::trial(campaign, odds, &mut of_twin, &mut twin));
        }
        held
    };
    let yields = (0..trials).map(one).collect();
    tally.push_totals(&totals);
    yields
}

/// The variance of a yield: what luck adds to it and what ignorance of the rates does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Variance {
    /// From the exact law.
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
pub struct Run {
    campaign: Campaign,
    seed: u64,
    tally: Tally,
}

impl Run {
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
        self.tally.combination(self.campaign.effort().per_attempt_and_meeting())
    }

    /// E\[meetings\] / E\[hours\]; `None` if the campaign takes no time.
    pub fn meetings_per_hour(&self) -> Option<Estimate> {
        self.tally.ratio([0.0, 0.0, 60.0], self.campaign.effort().per_attempt_and_meeting())
    }

    /// E\[attempts\] / E\[meetings\]; `None` if there were no meetings.
    pub fn attempts_per_meeting(&self) -> Option<Estimate> {
        self.tally.ratio([1.0, 1.0, 0.0], [0.0, 0.0, 1.0])
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
                luck: self.tally.twins().luck(self.meetings().variance()),
                ignorance: self.tally.twins().ignorance(),
            },
        }
    }

    /// The number of attempts, where a stop leaves it to chance: how many trials made each number of them. Empty without
    /// a stop.
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

    /// The mean number of meetings held with referrals of generation 1, 2, … of a pool.
    pub fn meetings_by_generation(&self) -> Vec<Estimate> {
        self.tally.chains().means(self.trials())
    }

    /// The share of the trials in which the reading `overall` had no solution, and the nearest one was taken.
    pub fn clamped(&self) -> Estimate {
        self.meetings().share(self.tally.clamped())
    }

    /// How far the yield is from an exact law.
    pub fn against(&self, law: &Pmf) -> Agreement {
        self.meetings().against(law)
    }
}
