//! Several strategies in the same world, with independent luck.

mod equal_hours;
mod pair;

use std::ops::ControlFlow;

pub use self::equal_hours::EqualHours;
pub use self::pair::{Dominance, Pair};

use crate::error::{Error, Result};
use crate::model::{Campaign, Parameter, Stop};
use crate::simulate::{Luck, MOST_STRATEGIES, Prepared, Sample, SimulationResult, Tally, Trials};

/// A description of a comparison: the same number of trials of each campaign, from one seed.
///
/// In a trial all campaigns live in the same world, and the luck of their calls is independent. Then the same once more
/// at equal hours: each strategy makes the calls that fit one budget of minutes.
///
/// ```
/// use outreach::{Campaign, Comparison, Rates, Strategy};
///
/// let rates = Rates::documented();
/// let cold = Campaign::new(rates.clone(), Strategy::cold(), 100)?;
/// let warm = Campaign::new(rates, Strategy::warm(), 100)?;
/// let compared = Comparison::between(&warm, &cold).trials(10_000).seed(7).run()?;
/// assert_eq!(compared.pairs()[0].a_wins().value, 1.0);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Comparison<'a> {
    campaigns: Vec<&'a Campaign>,
    trials: Trials,
    hours: Option<f64>,
    most_calls: Vec<u32>,
}

impl<'a> Comparison<'a> {
    /// The most campaigns in one comparison.
    pub const MAX_CAMPAIGNS: usize = MOST_STRATEGIES as usize;

    /// Two campaigns: 100,000 trials from seed 42.
    pub fn between(a: &'a Campaign, b: &'a Campaign) -> Self {
        Self::of([a, b])
    }

    /// Any number of campaigns: 100,000 trials from seed 42. The same one may stand there twice: its luck is its own
    /// each time.
    pub fn of(campaigns: impl IntoIterator<Item = &'a Campaign>) -> Self {
        let campaigns = campaigns.into_iter().collect();
        Self { campaigns, trials: Trials::default(), hours: None, most_calls: Vec::new() }
    }

    /// The number of trials; with [`Comparison::precision`] the most of them.
    pub fn trials(mut self, trials: u64) -> Self {
        self.trials.most = trials;
        self
    }

    /// Stops at the first of 10,000 · 2^i trials at which no mean yield's standard error is more than this.
    pub fn precision(mut self, std_error: f64) -> Self {
        self.trials.precision = Some(std_error);
        self
    }

    /// The seed: the same one, the same answer.
    pub fn seed(mut self, seed: u64) -> Self {
        self.trials.seed = seed;
        self
    }

    /// The budget at equal hours; unless set, the smallest mean of the compared campaigns.
    pub fn hours(mut self, hours: f64) -> Self {
        self.hours = Some(hours);
        self
    }

    /// The most calls that each campaign makes in the hours that were set, in their order; unless set,
    /// [`Campaign::MAX_CALLS`].
    pub fn most_calls(mut self, most: impl IntoIterator<Item = u32>) -> Self {
        self.most_calls = most.into_iter().collect();
        self
    }

    /// Whether this can be run.
    ///
    /// # Errors
    /// [`Error::Rejected`] for no campaigns or more than [`Comparison::MAX_CAMPAIGNS`], no trials, too many of them, a
    /// precision that is not positive, or hours that cannot be ([`Stop::check`]); for the rest of a campaign.
    pub fn check(&self) -> Result<()> {
        let mut errors: Vec<_> = self.trials.check().err().into_iter().collect();
        if !(1..=Self::MAX_CAMPAIGNS).contains(&self.campaigns.len()) {
            let accepted = format!("a number of strategies to compare (1 to {})", Self::MAX_CAMPAIGNS);
            errors.push(Error::rejected("strategies", self.campaigns.len(), &accepted));
        }
        if self.campaigns.iter().any(|campaign| campaign.so_far().is_some()) {
            errors.push(Error::rejected("campaign", "the rest of one", "whole campaigns: their worlds are the same"));
        }
        errors.extend(self.hours.and_then(|hours| Stop::hours(hours).check().err()));
        Error::all(errors)
    }

    /// Runs all trials.
    ///
    /// # Errors
    /// As [`Comparison::check`].
    pub fn run(&self) -> Result<ComparisonResult> {
        self.run_observed(|_| ControlFlow::Continue(()))
    }

    /// Runs all trials, then all of them at equal hours, and shows the number made so far about every hundred million
    /// calls; ends when the observer breaks.
    ///
    /// # Errors
    /// As [`Comparison::check`].
    pub fn run_observed(&self, mut observer: impl FnMut(u64) -> ControlFlow<()>) -> Result<ComparisonResult> {
        self.check()?;
        let (runs, pairs) = self.play(&mut observer)?;
        let equal_hours = self.at_equal_hours(&runs, &mut observer)?;
        Ok(ComparisonResult { runs, pairs, equal_hours, hours_given: self.hours.is_some() })
    }

    fn play(&self, observer: &mut impl FnMut(u64) -> ControlFlow<()>) -> Result<(Vec<SimulationResult>, Vec<Pair>)> {
        let prepared: Vec<_> = self.campaigns.iter().map(|campaign| Prepared::new(campaign)).collect();
        let joint = self.trials.run(
            self.campaigns.iter().map(|campaign| u64::from(campaign.calls())).sum(),
            |block, trials| self.block(&prepared, block, trials),
            Joint::merge,
            |joint| joint.tallies.iter().map(|tally| tally.meetings().mean().std_error).fold(0.0, f64::max),
            |joint| observer(joint.tallies[0].meetings().trials()),
        )?;
        Ok(self.found(joint))
    }

    fn at_equal_hours(
        &self,
        runs: &[SimulationResult],
        observer: &mut impl FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Option<EqualHours>> {
        let Some((hours, campaigns)) = equal_hours::campaigns(&self.campaigns, runs, self.hours, &self.most_calls)?
        else {
            return Ok(None);
        };
        let trials = Trials { most: runs[0].trials(), precision: None, ..self.trials };
        let even = Comparison { trials, ..Comparison::of(&campaigns) };
        let (runs, pairs) = even.play(observer)?;
        Ok(Some(EqualHours::new(hours, runs, pairs)))
    }

    /// One block of trials of all campaigns, in the same worlds.
    fn block(&self, prepared: &[Prepared], block: u64, trials: u64) -> Joint {
        let seed = self.trials.seed;
        let mut tallies = vec![Tally::default(); self.campaigns.len()];
        let one = |(strategy, campaign): (usize, &Prepared)| {
            let luck = Luck { seed, block, strategy: strategy as u16 };
            campaign.tally_block(&mut tallies[strategy], luck, trials, |parameter| self.owner(strategy, parameter))
        };
        let yields: Vec<_> = prepared.iter().enumerate().map(one).collect();
        let difference = |(a, b): (usize, usize)| {
            let mut sample = Sample::default();
            yields[a].iter().zip(&yields[b]).for_each(|(a, b)| sample.push(i64::from(*a) - i64::from(*b)));
            sample
        };
        Joint { tallies, differences: pairs(self.campaigns.len()).map(difference).collect() }
    }

    /// The uncertain rates that decide both yields and are specified identically.
    fn shared_rates(&self, a: usize, b: usize) -> impl Iterator<Item = Parameter> {
        let of_b = self.campaigns[b].uncertain();
        self.campaigns[a]
            .uncertain()
            .into_iter()
            .filter(move |rate| of_b.contains(rate))
            .map(|(parameter, _)| parameter)
    }

    /// The first campaign that has the same rate: its draws are this one's.
    fn owner(&self, strategy: usize, parameter: Parameter) -> u16 {
        let rate = |campaign: &Campaign| campaign.rates().rate(parameter);
        let own = rate(self.campaigns[strategy]);
        self.campaigns.iter().position(|campaign| rate(campaign) == own).unwrap_or(strategy) as u16
    }

    fn found(&self, joint: Joint) -> (Vec<SimulationResult>, Vec<Pair>) {
        let distributions: Vec<_> = self.campaigns.iter().map(|campaign| campaign.exact_yield().ok()).collect();
        let pair = |((a, b), difference): ((usize, usize), Sample)| {
            let distributions = distributions[a].as_ref().zip(distributions[b].as_ref());
            // Campaigns that share a draw depend on each other: their own distributions don't tell how they compare.
            let independent = self.shared_rates(a, b).next().is_none();
            Pair::new([a, b], difference, distributions, independent)
        };
        let pairs = pairs(self.campaigns.len()).zip(joint.differences).map(pair).collect();
        let runs = self.campaigns.iter().zip(joint.tallies);
        (runs.map(|(campaign, tally)| SimulationResult::new(campaign, self.trials.seed, tally)).collect(), pairs)
    }
}

/// Every pair of this many things, in their order.
fn pairs(things: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..things).flat_map(move |a| (a + 1..things).map(move |b| (a, b)))
}

/// The tallies of all campaigns and the differences of all pairs.
#[derive(Debug, Clone, Default)]
struct Joint {
    tallies: Vec<Tally>,
    differences: Vec<Sample>,
}

impl Joint {
    fn merge(&mut self, other: &Self) {
        self.tallies.resize(self.tallies.len().max(other.tallies.len()), Tally::default());
        self.differences.resize(self.differences.len().max(other.differences.len()), Sample::default());
        self.tallies.iter_mut().zip(&other.tallies).for_each(|(own, other)| own.merge(other));
        self.differences.iter_mut().zip(&other.differences).for_each(|(own, other)| own.merge(other));
    }
}

/// What a comparison found.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonResult {
    runs: Vec<SimulationResult>,
    pairs: Vec<Pair>,
    equal_hours: Option<EqualHours>,
    hours_given: bool,
}

impl ComparisonResult {
    /// Each campaign's run, in their order.
    pub fn runs(&self) -> &[SimulationResult] {
        &self.runs
    }

    /// Each pair, in the order of the campaigns: first with second, first with third, …
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }

    /// The same strategies within one budget of minutes; `None` where that has no sense: the budget is nothing, or a
    /// strategy's calls take no time.
    pub fn equal_hours(&self) -> Option<&EqualHours> {
        self.equal_hours.as_ref()
    }

    /// Whether the budget of [`ComparisonResult::equal_hours`] was given, and not found.
    pub fn are_hours_given(&self) -> bool {
        self.hours_given
    }
}
