//! The smallest effort that reaches a target.

mod by_distribution;
mod by_simulation;
mod size;
mod target;
mod weeks;

pub use self::size::SizeNeeded;
pub use self::target::{Solve, Target};
pub use self::weeks::Pace;

use self::by_distribution::Chances;
use crate::error::{Error, Result};
use crate::model::{Campaign, Pool, Stop, Strategy, Supply};
use crate::numerics::Estimate;
use crate::simulate::Trials;

/// The answer to a target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlanningResult {
    smallest: Option<u32>,
    range: Option<[u32; 2]>,
    probability: Estimate,
    one_less: Option<Estimate>,
    sampled: bool,
}

impl PlanningResult {
    /// The smallest number of attempts or referrals, or the smallest budget in minutes; `None` if none was found.
    pub fn smallest(&self) -> Option<u32> {
        self.smallest
    }

    /// From the smallest number that may do to the smallest that surely does, each with 97.5 % confidence, where a
    /// simulation cannot tell them apart; all that was searched where it has too few trials to tell.
    pub fn range(&self) -> Option<[u32; 2]> {
        self.range
    }

    /// P(yield ≥ target) there; if nothing was found, the highest that was. Exact if its standard error is 0.
    pub fn probability(&self) -> Estimate {
        self.probability
    }

    /// The same at one less; `None` at 0.
    pub fn at_one_less(&self) -> Option<Estimate> {
        self.one_less
    }

    /// Whether some of the probabilities that decided were simulated.
    pub fn is_sampled(&self) -> bool {
        self.sampled
    }
}

/// A search for the smallest effort that reaches a target.
///
/// A campaign that stops at hours limits what is found to what fits them; its number of calls limits referrals alone,
/// and [`Planning::most`] every other search.
///
/// Where the yield has exact distributions, attempts and hours are found by doubling and bisection, as P(yield ≥
/// target) never falls with either; else each trial is played until it has the meetings, and the answer is a quantile
/// of what that took. Referrals are found by bisection, or one after the other where exact distributions have uncertain
/// rates: some worlds may prefer cold calls.
///
/// Costs some twenty exact distributions, or the simulation of at most `trials` trials and four billion calls a few
/// times over.
#[derive(Debug, Clone)]
#[must_use]
pub struct Planning<'a> {
    campaign: &'a Campaign,
    target: Target,
    solve: Solve,
    most: u32,
    trials: Trials,
}

impl Campaign {
    /// The smallest number of attempts of this campaign's kind that reaches the target.
    ///
    /// # Errors
    /// As [`Planning::run`].
    pub fn smallest(&self, target: Target) -> Result<PlanningResult> {
        Planning::of(self, target).run()
    }
}

impl<'a> Planning<'a> {
    /// For attempts, up to a million; 100,000 trials from seed 42 where there is no exact distribution.
    pub fn of(campaign: &'a Campaign, target: Target) -> Self {
        let most = Campaign::MAX_CALLS;
        Self { campaign, target, solve: Solve::Attempts, most, trials: Trials::default() }
    }

    /// What to look for.
    pub fn solve(mut self, solve: Solve) -> Self {
        self.solve = solve;
        self
    }

    /// The most attempts of any campaign that is looked at.
    pub fn most(mut self, attempts: u32) -> Self {
        self.most = attempts;
        self
    }

    /// The number of trials, where there is no exact distribution.
    pub fn trials(mut self, trials: u64) -> Self {
        self.trials.most = trials;
        self
    }

    /// The seed.
    pub fn seed(mut self, seed: u64) -> Self {
        self.trials.seed = seed;
        self
    }

    /// Whether sizes are campaigns of contacts.
    fn is_of_contacts(&self) -> bool {
        matches!(self.solve, Solve::Contacts | Solve::AttemptsPerContact)
    }

    /// Whether this can be run.
    ///
    /// # Errors
    /// [`Error::Rejected`] for a confidence outside 0 to 1, no attempts or too many, no trials or too many; for the
    /// rest of a campaign.
    pub fn check(&self) -> Result<()> {
        let mut errors: Vec<_> = self.trials.check().err().into_iter().collect();
        errors.extend(refused(self.target.confidence));
        if !(1..=Campaign::MAX_CALLS).contains(&self.most) {
            errors.push(Error::rejected("max", self.most, "a number of attempts (1 to 1,000,000)"));
        }
        let of_contacts = self.campaign.max_attempts() > 1;
        if of_contacts && matches!(self.solve, Solve::Attempts | Solve::Hours) {
            let accepted = "contacts, attempts-per-contact or referrals, where contacts are called several times";
            errors.push(Error::Rejected {
                field: "solve".into(),
                value: self.solve.key().into(),
                accepted: accepted.into(),
            });
        }
        if self.is_of_contacts() && self.campaign.pool().is_some() {
            errors.push(Error::rejected("strategy", "snowball", "one with a share or a count of recommended contacts"));
        }
        if self.campaign.so_far().is_some() {
            errors.push(Error::rejected("campaign", "the rest of one", "a whole campaign"));
        }
        Error::all(errors)
    }

    /// The search.
    ///
    /// # Errors
    /// As [`Planning::check`].
    pub fn run(&self) -> Result<PlanningResult> {
        Ok(self.run_beside(&[])?.0)
    }

    /// The plan, and beside it those of the same number of meetings with other probabilities.
    ///
    /// They share what was computed, so that a few of them cost little more than the plan. `None` stands where one would cost a
    /// search of its own: where each probability is a simulation, or every size is looked at; and where there is no exact
    /// distribution at the sizes that it takes.
    ///
    /// # Errors
    /// As [`Planning::check`], also for these probabilities.
    ///
    /// ```
    /// use outreach::{Campaign, Planning, Rates, Strategy, Target};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::cold(), 100)?;
    /// let planning = Planning::of(&campaign, Target::meetings(5).with_confidence(0.9));
    /// let (plan, beside) = planning.run_beside(&[0.5])?;
    /// assert_eq!(plan.smallest(), Some(78));
    /// assert_eq!(beside[0].and_then(|even| even.smallest()), Some(47));
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn run_beside(&self, confidences: &[f64]) -> Result<(PlanningResult, Vec<Option<PlanningResult>>)> {
        self.check()?;
        Error::all(confidences.iter().filter_map(|&confidence| refused(confidence)).collect())?;
        let mut chances = Chances::of(self);
        let plan = match chances.plan(self.target.confidence) {
            Err(Error::NoExactDistribution { .. }) => return by_simulation::plans(self, confidences),
            plan => plan?,
        };
        if plan.sampled || !chances.rise() {
            return Ok((plan, vec![None; confidences.len()]));
        }
        let beside = confidences.iter().map(|&confidence| match chances.plan(confidence) {
            Err(Error::NoExactDistribution { .. }) => Ok(None),
            plan => plan.map(Some),
        });
        let beside = beside.collect::<Result<_>>()?;
        Ok((plan, beside))
    }

    /// The probabilities from nothing to twice the answer, or to the most that is looked at where there is none: at some sixty
    /// sizes in ascending order, the answer among them.
    ///
    /// # Errors
    /// As [`Planning::check`].
    pub fn curve_around(&self, plan: &PlanningResult) -> Result<Vec<(u32, Estimate)>> {
        /// This many steps.
        const STEPS: u64 = 60;
        let limit = if self.solve == Solve::Referrals { self.campaign.calls() } else { self.most };
        let last = plan.smallest().map_or(limit, |smallest| smallest.saturating_mul(2).max(10));
        let mut sizes: Vec<u32> = (0..=STEPS).map(|step| (u64::from(last) * step / STEPS) as u32).collect();
        sizes.extend(plan.smallest());
        sizes.sort_unstable();
        sizes.dedup();
        let chances = self.curve(&sizes)?;
        Ok(sizes.into_iter().zip(chances).collect())
    }

    /// P(yield ≥ target) of each of these numbers of attempts or referrals, or budgets in minutes; exact where the
    /// standard error is 0.
    ///
    /// Costs an exact distribution for each of them, or one simulation as in [`Planning::run`].
    ///
    /// # Errors
    /// As [`Planning::check`].
    ///
    /// ```
    /// use outreach::{Campaign, Planning, Rates, Strategy, Target};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::cold(), 100)?;
    /// let planning = Planning::of(&campaign, Target::meetings(5).with_confidence(0.9));
    /// let [less, enough] = planning.curve(&[77, 78])?[..] else { unreachable!() };
    /// assert!(less.value < 0.9 && enough.value >= 0.9);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn curve(&self, sizes: &[u32]) -> Result<Vec<Estimate>> {
        self.check()?;
        Ok(self.chances(sizes)?.0)
    }

    /// The same, and the number of trials where all of them are from one simulation.
    fn chances(&self, sizes: &[u32]) -> Result<(Vec<Estimate>, Option<u64>)> {
        match Chances::of(self).curve(sizes) {
            Err(Error::NoExactDistribution { .. }) => {
                by_simulation::curve(self, sizes).map(|(chances, trials)| (chances, Some(trials)))
            }
            curve => curve.map(|chances| (chances, None)),
        }
    }

    /// The campaign of so much of what is looked for, within the budget if there is one: that of the answer brings the meetings.
    ///
    /// # Errors
    /// For sizes that no campaign has.
    ///
    /// ```
    /// use outreach::{Campaign, Planning, Rates, Strategy, Target};
    ///
    /// let campaign = Campaign::new(Rates::documented(), Strategy::cold(), 100)?;
    /// let planning = Planning::of(&campaign, Target::meetings(5).with_confidence(0.9));
    /// assert_eq!(planning.campaign_at(78)?.exact_yield()?.central(0.9), 4..=12);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn campaign_at(&self, size: u32) -> Result<Campaign> {
        let made = self.unstopped(size)?;
        self.budget_at(size).map_or(Ok(made.clone()), |minutes| made.until(Stop::Minutes(minutes)))
    }

    fn unstopped(&self, size: u32) -> Result<Campaign> {
        match self.solve {
            Solve::Attempts => Ok(self.all_calls()?.first_calls(size)),
            Solve::Referrals => self.with_referrals(size),
            Solve::Hours => self.all_calls(),
            Solve::Contacts => self.campaign.of_as_many_contacts(size),
            Solve::AttemptsPerContact => self.campaign.clone().until(Stop::Calls)?.with_max_attempts(size),
        }
    }

    /// All calls of the campaign, this many of them warm; of a pool, this many referrals to start with.
    fn with_referrals(&self, size: u32) -> Result<Campaign> {
        let campaign = self.campaign;
        let strategy = match campaign.pool() {
            None => Strategy::from(Supply::Count(size)),
            Some(pool) => Strategy::snowball(Pool { initial: size, ..pool }),
        };
        campaign.anew(strategy, campaign.calls())?.with_max_attempts(campaign.max_attempts())
    }

    /// The campaign with as many calls as are looked at.
    fn all_calls(&self) -> Result<Campaign> {
        let campaign = self.campaign;
        let strategy = match campaign.strategy().supply() {
            Supply::Count(count) => Strategy::from(Supply::Count(count.min(self.most))),
            _ => campaign.strategy().clone(),
        };
        campaign.anew(strategy, self.most)
    }

    /// The minutes that the campaign is limited to, if it is.
    fn budget(&self) -> Option<f64> {
        match self.campaign.stop() {
            Stop::Minutes(minutes) => Some(minutes),
            _ => None,
        }
    }

    fn budget_at(&self, size: u32) -> Option<f64> {
        if self.solve == Solve::Hours { Some(size.into()) } else { self.budget() }
    }

    /// No more minutes than these are looked at.
    fn most_minutes(&self) -> u32 {
        self.budget().unwrap_or(Stop::MAX_MINUTES) as u32
    }

    /// No more attempts than this are made.
    fn most_that_fit(&self) -> u32 {
        let [cold, warm, _] = self.campaign.effort().per_attempt_and_meeting();
        let fit = self.budget().map_or(f64::INFINITY, |minutes| minutes / cold.min(warm) + 1.0);
        // No attempt fits a budget of no minutes, and any number if it takes none.
        if fit.is_nan() { self.most } else { (fit as u32).min(self.most) }
    }

    /// The calls of a campaign in which the target is met just when it is met within the budget.
    fn within(&self, campaign: &Campaign, budget: f64) -> Campaign {
        campaign.first_calls(campaign.calls_before(self.target.meetings.saturating_sub(1), budget))
    }

    /// This many trials, or as many as are worth while with this many calls each.
    fn affordable(&self, calls: u32) -> u64 {
        /// This many calls are simulated for one answer.
        const MOST_CALLS: u64 = 4_000_000_000;
        /// But no fewer trials than this.
        const LEAST_TRIALS: u64 = 1000;
        self.trials.most.min((MOST_CALLS / u64::from(calls.max(1))).max(LEAST_TRIALS))
    }
}

/// What is wrong with a confidence, if something is.
fn refused(confidence: f64) -> Option<Error> {
    let wrong = !(0.0..=1.0).contains(&confidence);
    wrong.then(|| Error::rejected("confidence", confidence, "a probability (0 to 1)"))
}
