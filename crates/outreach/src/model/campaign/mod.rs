//! A campaign: rates, a strategy, a number of calls, what stops it and its effort.

mod assumed;
mod attempts;
mod builder;
mod called;
mod checksum;
mod connectors;
mod contacts;

pub use self::builder::CampaignBuilder;
pub(crate) use self::called::Called;
use super::{CallTree, Effort, Kind, Parameter, Pool, Preset, Progress, Rates, Stop, Strategy, Supply};
use crate::error::{Error, Result};
use crate::model::call::held_in;
use crate::numerics::Probability;

/// A planned series of calls.
///
/// ```
/// use outreach::{Campaign, Rates, Strategy};
///
/// let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 100)?;
/// assert_eq!(campaign.warm_attempts(), 50);
/// let yields = campaign.exact_yield()?;
/// assert!((yields.mean() - 49.0 - 11.0 / 15.0).abs() < 1e-12);
/// assert_eq!(yields.quantile(0.05), 45);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Campaign {
    rates: Rates,
    strategy: Strategy,
    /// With several attempts per contact: contacts.
    calls: u32,
    max_attempts: u32,
    /// Where some contacts were called before: those of each kind by the attempts behind and before them.
    called: [Vec<Called>; 2],
    /// How many people the recommendations come from, if that is known.
    connectors: Option<u32>,
    effort: Effort,
    stop: Stop,
    trees: [CallTree; 2],
    so_far: Option<Progress>,
}

impl Campaign {
    /// The most attempts a campaign may have.
    pub const MAX_CALLS: u32 = super::MAX_CALLS;

    /// A campaign of this many attempts, with the default [`Effort`].
    ///
    /// # Errors
    /// All that is wrong at once: no calls or more than [`Campaign::MAX_CALLS`], more warm calls than calls, a pool
    /// that cannot be ([`Pool::check`]), rates that the reading of the nine in ten cannot be solved for.
    pub fn new(rates: Rates, strategy: Strategy, calls: u64) -> Result<Self> {
        let mut errors = Vec::new();
        if !(1..=u64::from(Self::MAX_CALLS)).contains(&calls) {
            errors.push(Error::rejected("calls", calls, "a number of calls (1 to 1,000,000)"));
        }
        if let Supply::Count(count) = strategy.supply()
            && u64::from(count) > calls
        {
            errors.push(Error::rejected("warm", count, &format!("a count of warm calls (0 to {calls}, the calls)")));
        }
        if let Supply::Pool(pool) = strategy.supply() {
            errors.extend(pool.check().err());
        }
        match rates.world() {
            Ok(world) if errors.is_empty() => Ok(Self {
                rates,
                strategy,
                calls: u32::try_from(calls).expect("checked above"),
                max_attempts: 1,
                called: [Vec::new(), Vec::new()],
                connectors: None,
                effort: Effort::default(),
                stop: Stop::Calls,
                trees: Kind::ALL.map(|kind| CallTree::in_world(kind, &world)),
                so_far: None,
            }),
            world => {
                errors.extend(world.err());
                Error::all(errors)?;
                unreachable!("there was an error")
            }
        }
    }

    /// The same with another effort.
    ///
    /// # Errors
    /// As [`Effort::check`].
    pub fn with_effort(mut self, effort: Effort) -> Result<Self> {
        effort.check()?;
        self.effort = effort;
        Ok(self)
    }

    /// The same under another name.
    #[must_use]
    pub fn named(mut self, name: String) -> Self {
        self.strategy = Strategy::new(name, self.strategy.supply());
        self
    }

    /// The same with something that stops it; its number of calls is then a cap.
    ///
    /// # Errors
    /// As [`Stop::check`].
    pub fn until(mut self, stop: Stop) -> Result<Self> {
        stop.check()?;
        self.stop = stop;
        Ok(self)
    }

    /// Its rates.
    pub fn rates(&self) -> &Rates {
        &self.rates
    }

    /// Its strategy.
    pub fn strategy(&self) -> &Strategy {
        &self.strategy
    }

    /// Its pool of referrals, if it has one.
    pub fn pool(&self) -> Option<Pool> {
        match self.strategy.supply() {
            Supply::Pool(pool) => Some(pool),
            _ => None,
        }
    }

    /// What stops it.
    pub fn stop(&self) -> Stop {
        self.stop
    }

    /// Its number of attempts; under a stop the most of them. With several attempts per contact the number of its
    /// contacts, each of whom has a first attempt.
    pub fn calls(&self) -> u32 {
        self.calls
    }

    /// Its effort.
    pub fn effort(&self) -> &Effort {
        &self.effort
    }

    /// The call tree of a kind, every uncertain rate at its mean; with several attempts per contact that of all of them
    /// together.
    pub fn tree(&self, kind: Kind) -> &CallTree {
        &self.trees[kind.index()]
    }

    /// The tree of a warm call of a generation of referrals, from 1 up, every uncertain rate at its mean.
    pub fn warm_tree_of(&self, generation: usize) -> CallTree {
        let left = self.pool().map_or(1.0, |pool| pool.standing_left(generation));
        CallTree::in_world(Kind::Warm, &self.world_at(&[]).with_standing_left(left))
    }

    /// The call trees of both kinds, cold first, where these rates have these values and all others their means.
    pub(crate) fn trees_at(&self, drawn: &[(Parameter, f64)]) -> [CallTree; 2] {
        let world = self.world_at(drawn);
        Kind::ALL.map(|kind| CallTree::in_world(kind, &world))
    }

    /// P(a meeting held), per conversation, every uncertain rate at its mean.
    pub(crate) fn held_per_conversation(&self, kind: Kind) -> f64 {
        self.held_given(kind, &[])
    }

    /// The same where these rates have these values, and all others their means.
    pub(crate) fn held_given(&self, kind: Kind, drawn: &[(Parameter, f64)]) -> f64 {
        CallTree::in_world(kind, &self.rates.world_at(drawn).in_conversation()).held().get()
    }

    /// P(a meeting set), per conversation, every uncertain rate at its mean.
    pub(crate) fn meeting_per_conversation(&self, kind: Kind) -> f64 {
        CallTree::in_world(kind, &self.rates.world_at(&[]).in_conversation()).meeting()
    }

    /// Mean and variance of the yield where these rates have these values and all others their means.
    pub(crate) fn moments_given(&self, drawn: &[(Parameter, f64)]) -> (f64, f64) {
        let mut moments = (0.0, self.covariance_of_connectors(drawn));
        for (calls, held) in self.held_by_group(drawn) {
            let (calls, held) = (f64::from(calls), held.get());
            moments.0 += calls * held;
            moments.1 += calls * held * (1.0 - held);
        }
        moments
    }

    /// Calls, or contacts, with P(a meeting held) of each there: cold ones first.
    pub(crate) fn held_by_group(&self, drawn: &[(Parameter, f64)]) -> Vec<(u32, Probability)> {
        if !self.was_called() {
            return self.held_by_kind(drawn).to_vec();
        }
        let of_kind = |kind: Kind| {
            let held = self.held_given(kind, drawn);
            let groups = self.reached_by_group(kind, drawn).into_iter();
            groups.map(move |(contacts, reached)| (contacts, Probability::rounded(held * reached)))
        };
        Kind::ALL.into_iter().flat_map(of_kind).collect()
    }

    /// The same of campaigns that begin with nobody called.
    fn held_by_kind(&self, drawn: &[(Parameter, f64)]) -> [(u32, Probability); 2] {
        let world = self.world_at(drawn);
        Kind::ALL.map(|kind| (self.attempts(kind), Probability::rounded(held_in(kind, &world))))
    }

    /// E\[yield\] there.
    pub(crate) fn mean_given(&self, drawn: &[(Parameter, f64)]) -> f64 {
        let mean =
            |groups: &[(u32, Probability)]| groups.iter().map(|(calls, held)| f64::from(*calls) * held.get()).sum();
        // Analyses ask this for hundreds of thousands of worlds.
        if self.was_called() { mean(&self.held_by_group(drawn)) } else { mean(&self.held_by_kind(drawn)) }
    }

    /// The same campaign with other rates.
    ///
    /// # Errors
    /// As [`Campaign::new`].
    pub fn with_rates(&self, rates: Rates) -> Result<Self> {
        let other = Self { rates, ..self.clone() }.anew(self.strategy.clone(), self.calls)?;
        let other = other.with_max_attempts(self.max_attempts)?;
        let other = if self.was_called() { other.with_called(self.called.clone())? } else { other };
        Ok(Self { stop: self.stop, so_far: self.so_far.clone(), ..other })
    }

    /// This many other calls with the same rates, connectors and effort: one attempt each, which nothing stops.
    ///
    /// # Errors
    /// As [`Campaign::new`].
    pub(crate) fn anew(&self, strategy: Strategy, calls: u32) -> Result<Self> {
        let other = Self::new(self.rates.clone(), strategy, calls.into())?.with_effort(self.effort)?;
        if let Some(count) = self.connectors { other.with_connectors(count) } else { Ok(other) }
    }

    /// The same campaign on another preset: rates that were set by you stay, as [`Rates::with_preset`] has them.
    ///
    /// # Errors
    /// As [`Campaign::new`].
    pub fn with_preset(&self, preset: Preset) -> Result<Self> {
        self.with_rates(self.rates.with_preset(preset))
    }

    /// The same with one more introduction: a cold call is made warm, a pool begins with one more referral. `None` where no
    /// cold call is left, or where a stop leaves open how many calls there are.
    pub(crate) fn with_one_more_introduction(&self) -> Option<Self> {
        if self.was_called() {
            return None;
        }
        let supply = match self.strategy.supply() {
            Supply::Pool(pool) if pool.initial < Self::MAX_CALLS => {
                Supply::Pool(Pool { initial: pool.initial + 1, ..pool })
            }
            Supply::Pool(_) => return None,
            _ if self.stop != Stop::Calls || self.cold_attempts() == 0 => return None,
            _ => Supply::Count(self.warm_attempts() + 1),
        };
        Some(Self { strategy: Strategy::new(self.strategy.name().to_owned(), supply), ..self.clone() })
    }

    /// Its attempts of one kind alone, where that is planned; `None` if it has none.
    pub(crate) fn only(&self, kind: Kind) -> Option<Self> {
        let calls = self.attempts(kind);
        let warm = if kind == Kind::Warm { calls } else { 0 };
        let strategy = Strategy::new(self.strategy.name().to_owned(), Supply::Count(warm));
        (calls > 0 && self.is_planned() && !self.was_called()).then(|| Self { strategy, calls, ..self.clone() })
    }

    /// The same after this, and with what it says of the rates.
    pub(crate) fn with_so_far(self, so_far: Progress) -> Self {
        Self { so_far: Some(so_far), ..self }
    }

    /// What the campaign that this is the rest of has brought.
    pub fn so_far(&self) -> Option<&Progress> {
        self.so_far.as_ref()
    }

    /// Whether outcomes so far say something of uncertain rates.
    pub(crate) fn is_updated(&self) -> bool {
        self.so_far.is_some() && !self.uncertain().is_empty()
    }

    /// The likelihood of what it has brought so far, relative to the largest, where these rates have these values.
    pub(crate) fn likelihood(&self, drawn: &[(Parameter, f64)]) -> f64 {
        let Some(so_far) = &self.so_far else { return 1.0 };
        if self.was_called() {
            let world = self.rates.world_at(drawn);
            let held = Kind::ALL.map(|kind| self.held_given(kind, drawn));
            return so_far.likelihood_of_rounds(held, Kind::ALL.map(|kind| world.reach_by_attempt(kind)));
        }
        so_far.likelihood(self.trees_at(drawn).map(|tree| tree.held().get()))
    }
}
