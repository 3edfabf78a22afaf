//! Contacts that are called several times.

use super::Campaign;
use crate::error::{Error, Result};
use crate::model::call::CallTree;
use crate::model::kind::Kind;
use crate::model::parameter::Parameter;
use crate::model::rate::Rate;
use crate::model::reach_posterior::ReachPosterior;
use crate::model::rounds::{ReachByAttempt, Step};
use crate::model::strategy::{Strategy, Supply};
use crate::model::world::World;

impl Campaign {
    /// The most attempts at one contact.
    pub const MAX_ATTEMPTS: u32 = 1_000;
    /// The most attempts in all, so that the sums of a run's squares fit their integers.
    pub(crate) const MOST_IN_ALL: u64 = 50_000_000;

    /// The same with up to this many attempts at each of its contacts.
    ///
    /// # Errors
    /// All that is wrong at once: no attempt or more than [`Campaign::MAX_ATTEMPTS`], more than 50 million in all, a
    /// pool of referrals, a reach above the share that can be reached where both are known.
    pub fn with_max_attempts(mut self, most: u32) -> Result<Self> {
        let mut errors = Vec::new();
        if !(1..=Self::MAX_ATTEMPTS).contains(&most) {
            errors.push(Error::rejected("max_attempts", most, "a number of attempts per contact (1 to 1,000)"));
        } else if u64::from(self.calls) * u64::from(most) > Self::MOST_IN_ALL {
            let attempts = u64::from(self.calls) * u64::from(most);
            errors.push(Error::rejected("contacts times max_attempts", attempts, "up to 50,000,000 attempts in all"));
        }
        if most > 1 {
            if let Supply::Pool(_) = self.strategy.supply() {
                errors.push(Error::rejected(
                    "max_attempts",
                    most,
                    "1, as a pool of referrals has one attempt per referral: several of them are not built",
                ));
            }
            errors.extend(Kind::ALL.into_iter().filter_map(|kind| self.unreachable(kind)));
        }
        Error::all(errors)?;
        self.max_attempts = most;
        if most > 1 {
            self.rates = self.rates.with_reach_of_tables();
        }
        self.trees = self.trees_at(&[]);
        Ok(self)
    }

    /// Whom a first attempt reaches can be reached.
    pub(super) fn unreachable(&self, kind: Kind) -> Option<Error> {
        let [reach, reachable] = [Parameter::reach(kind), Parameter::reachable(kind)];
        match [reach, reachable].map(|parameter| self.rates.rate(parameter)) {
            [Rate::Fixed(first), Rate::Fixed(ever)] if self.attempts(kind) > 0 && first > ever => {
                let accepted = format!("a share of the contacts that holds {reach} = {first}: {first} or more");
                Some(Error::rejected(reachable.key(), ever, &accepted))
            }
            _ => None,
        }
    }

    /// The most attempts at each of its contacts.
    pub fn max_attempts(&self) -> u32 {
        self.max_attempts
    }

    /// The most contacts that can be called so often.
    pub(crate) fn most_contacts(max_attempts: u32) -> u32 {
        Self::MAX_CALLS.min((Self::MOST_IN_ALL / u64::from(max_attempts)) as u32)
    }

    /// The most attempts at each of this many contacts.
    pub(crate) fn most_attempts_at(contacts: u32) -> u32 {
        Self::MAX_ATTEMPTS.min((Self::MOST_IN_ALL / u64::from(contacts)) as u32)
    }

    /// The most attempts that it can make.
    pub(crate) fn most_attempts(&self) -> u32 {
        self.calls * self.max_attempts
    }

    /// The same with another number of contacts; of a count of recommended ones as many as there are.
    pub(crate) fn of_as_many_contacts(&self, contacts: u32) -> Result<Self> {
        let supply = match self.strategy.supply() {
            Supply::Count(count) => Supply::Count(count.min(contacts)),
            other => other,
        };
        let strategy = Strategy::new(self.strategy.name().to_owned(), supply);
        self.anew(strategy, contacts)?.with_max_attempts(self.max_attempts)
    }

    /// How the reach of a kind of call falls from attempt to attempt, every uncertain rate at its mean.
    pub fn reach_by_attempt(&self, kind: Kind) -> ReachByAttempt {
        self.rates.world_at(&[]).reach_by_attempt(kind)
    }

    /// The tree of attempt k at a contact that was not reached before, every uncertain rate at its mean.
    pub(crate) fn tree_of_attempt(&self, kind: Kind, attempt: u32) -> CallTree {
        if self.calls_again() {
            CallTree::in_world(kind, &self.rates.world_at(&[]).at_attempt(attempt))
        } else {
            self.tree(kind).clone()
        }
    }

    /// The world in which these rates have these values, and all others are what they are on average, with all attempts
    /// that a contact may take.
    pub(crate) fn world_at(&self, drawn: &[(Parameter, f64)]) -> World {
        self.worlds()(drawn)
    }

    /// The same, made ready for many worlds.
    pub(crate) fn worlds(&self) -> impl Fn(&[(Parameter, f64)]) -> World {
        let (worlds, has_calls) = (self.rates.worlds(), self.has_calls());
        move |drawn| {
            let world = worlds(drawn);
            let with_attempts = if self.was_called() {
                world.with_reach_of(|kind, reach| self.mean_reach(kind, reach))
            } else {
                world.with_attempts(self.max_attempts)
            };
            with_attempts.of_kinds(has_calls)
        }
    }

    /// Whether cold, whether warm calls are planned or were made.
    pub(crate) fn has_calls(&self) -> [bool; 2] {
        let made = |kind| self.so_far.as_ref().map_or(0, |so_far| so_far.attempts(kind));
        [self.cold_attempts() + made(Kind::Cold) > 0, self.warm_attempts() + made(Kind::Warm) > 0]
    }

    /// What the steps of a contact are in that world.
    pub(crate) fn steps_at(&self, kind: Kind, drawn: &[(Parameter, f64)]) -> Vec<Step> {
        let reach = self.rates.world_at(drawn).reach_by_attempt(kind);
        reach.steps().take(self.max_attempts as usize).collect()
    }

    /// Whether the reach of several attempts depends on uncertain rates, for a kind of call that is made.
    pub(crate) fn has_uncertain_reach(&self, kind: Kind) -> bool {
        let rates = [Parameter::reach(kind), Parameter::reachable(kind)].map(|parameter| self.rates.rate(parameter));
        self.calls_again() && self.attempts(kind) > 0 && rates.into_iter().any(Rate::is_uncertain)
    }

    /// What reach and share that can be reached are drawn from together, for a kind of contact that is called several times.
    pub(crate) fn learned_reach(&self, kind: Kind) -> Option<&ReachPosterior> {
        let learned = self.rates.attempts[kind.index()].as_ref().filter(|_| self.calls_again());
        learned.map(|learned| &learned.posterior)
    }

    /// Whether rates are solved for, or set to what is possible, in each draw.
    pub fn may_clamp(&self) -> bool {
        self.solves_uncertain_probability() || Kind::ALL.into_iter().any(|kind| self.has_uncertain_reach(kind))
    }
}
