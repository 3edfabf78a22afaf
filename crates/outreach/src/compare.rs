//! Several strategies in the same world, with independent luck.

use std::ops::ControlFlow;

use crate::simulate::{Luck, Tally, Trials, Worlds, needs_twins, tally_block};
use crate::{Campaign, Error, Estimate, Parameter, Result, Run, Sample};

/// A description of a comparison: the same number of trials of each campaign, from one seed.
///
/// In a trial all campaigns live in the same world, and the luck of their calls is independent.
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
}

impl<'a> Comparison<'a> {
    /// The most campaigns in one comparison.
    pub const MAX_CAMPAIGNS: usize = 100;

    /// Two campaigns: 100,000 trials from seed 42.
    pub fn between(a: &'a Campaign, b: &'a Campaign) -> Self {
        Self::of([a, b])
    }

    /// Any number of campaigns: 100,000 trials from seed 42. The same one may stand there twice: its luck is its own
    /// each time.
    pub fn of(campaigns: impl IntoIterator<Item = &'a Campaign>) -> Self {
        Self { campaigns: campaigns.into_iter().collect(), trials: Trials::default() }
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

    /// Whether this can be run.
    ///
    /// # Errors
    /// [`Error::Rejected`] for no campaigns or more than [`Comparison::MAX_CAMPAIGNS`], no trials, too many of them, or
    /// a precision that is not positive.
    pub fn check(&self) -> Result<()> {
        let mut errors: Vec<_> = self.trials.check().err().into_iter().collect();
        if !(1..=Self::MAX_CAMPAIGNS).contains(&self.campaigns.len()) {
            let accepted = format!("a number of strategies to compare (1 to {})", Self::MAX_CAMPAIGNS);
            errors.push(Error::rejected("strategies", self.campaigns.len(), &accepted));
        }
        Error::all(errors)
    }

    /// Runs all trials.
    ///
    /// # Errors
    /// As [`Comparison::check`].
    pub fn run(&self) -> Result<Compared> {
        self.run_observed(|_| ControlFlow::Continue(()))
    }

    /// Runs all trials and shows the number made so far about every hundred million calls; ends when the observer
    /// breaks.
    ///
    /// # Errors
    /// As [`Comparison::check`].
    pub fn run_observed(&self, mut observer: impl FnMut(u64) -> ControlFlow<()>) -> Result<Compared> {
        self.check()?;
        let twins: Vec<_> = self.campaigns.iter().map(|campaign| needs_twins(campaign)).collect();
        let joint = self.trials.run(
            self.campaigns.iter().map(|campaign| u64::from(campaign.calls())).sum(),
            |block, trials| self.block(&twins, block, trials),
            Joint::merge,
            |joint| joint.tallies.iter().map(|tally| tally.meetings().mean().std_error).fold(0.0, f64::max),
            |joint| observer(joint.tallies[0].meetings().trials()),
        )?;
        Ok(self.compared(joint))
    }

    /// One block of trials of all campaigns, in the same worlds.
    fn block(&self, twins: &[bool], block: u64, trials: u64) -> Joint {
        let seed = self.trials.seed;
        let mut tallies = vec![Tally::default(); self.campaigns.len()];
        let mut yields = Vec::with_capacity(self.campaigns.len());
        for (strategy, campaign) in self.campaigns.iter().enumerate() {
            let luck = Luck { seed, block, strategy: strategy as u16 };
            let worlds = Worlds::of_block(campaign, seed, block, |parameter| self.owner(strategy, parameter));
            yields.push(tally_block(&mut tallies[strategy], worlds, campaign, luck, trials, twins[strategy]));
        }
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

    fn compared(&self, joint: Joint) -> Compared {
        let laws: Vec<_> = self.campaigns.iter().map(|campaign| campaign.exact_yield().ok()).collect();
        let exact = |a: usize, b: usize| {
            // Campaigns that share a draw depend on each other: their own laws don't tell how they compare.
            let shares_none = self.shared_rates(a, b).next().is_none();
            shares_none.then_some(()).and_then(|()| Some(laws[a].as_ref()?.against(laws[b].as_ref()?)))
        };
        let pairs = pairs(self.campaigns.len())
            .zip(joint.differences)
            .map(|((a, b), difference)| Pair { a, b, difference, exact: exact(a, b) })
            .collect();
        let runs = self.campaigns.iter().zip(joint.tallies);
        Compared { runs: runs.map(|(campaign, tally)| Run::new(campaign, self.trials.seed, tally)).collect(), pairs }
    }
}

/// Every pair of so many things, in their order.
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
pub struct Compared {
    runs: Vec<Run>,
    pairs: Vec<Pair>,
}

impl Compared {
    /// Each campaign's run, in their order.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Each pair, in the order of the campaigns: first with second, first with third, …
    pub fn pairs(&self) -> &[Pair] {
        &self.pairs
    }
}

/// Two campaigns of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    a: usize,
    b: usize,
    difference: Sample,
    exact: Option<[f64; 3]>,
}

impl Pair {
    /// The first campaign's position in the comparison.
    pub fn a(&self) -> usize {
        self.a
    }

    /// The second campaign's position in the comparison.
    pub fn b(&self) -> usize {
        self.b
    }

    /// The yield of the first less that of the second, per trial.
    pub fn difference(&self) -> &Sample {
        &self.difference
    }

    /// The share of the worlds in which the first brings more meetings.
    pub fn a_wins(&self) -> Estimate {
        self.difference.at_least(1)
    }

    /// The share of the worlds in which both bring as many.
    pub fn tie(&self) -> Estimate {
        self.difference.share(self.difference.count(0))
    }

    /// The share of the worlds in which the second brings more meetings.
    pub fn b_wins(&self) -> Estimate {
        self.difference.share(self.difference.iter().filter(|&(value, _)| value < 0).map(|(_, trials)| trials).sum())
    }

    /// The exact probabilities that the first wins, that both bring as many, that the second wins; `None` where a yield
    /// has no exact law, and where both hang on the same uncertain rate.
    pub fn exact(&self) -> Option<[f64; 3]> {
        self.exact
    }
}
