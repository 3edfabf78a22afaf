//! Plans by the probability at each size.

use std::collections::BTreeMap;

use super::{Planning, PlanningResult, Solve};
use crate::error::Result;
use crate::exact::Uncertain;
use crate::model::{Campaign, Kind, Stop};
use crate::numerics::Estimate;
use crate::simulate::Simulation;

/// Beyond this many standard errors on one side lies one estimate in forty.
const Z: f64 = 1.96;
/// What rounding may take from an exact probability.
const ROUNDING: f64 = 1e-13;

#[derive(Debug, Clone, Copy)]
struct Chance {
    of_target: Estimate,
    /// Whether the calls that cannot fail suffice.
    sure: bool,
}

impl Chance {
    const fn exact(value: f64, sure: bool) -> Self {
        Self { of_target: Estimate { value, std_error: 0.0 }, sure }
    }
}

/// The probabilities that were computed, by size: of attempts, referrals or minutes.
pub(super) struct Chances<'a> {
    planning: &'a Planning<'a>,
    /// In ascending order.
    known: Vec<(u32, Chance)>,
    /// The probabilities of a meeting, where they are not known and planned calls depend on them alone.
    uncertain: Option<Uncertain>,
    /// What they tell of cold and warm calls: neighbouring budgets often fit the same ones.
    of_calls: BTreeMap<[u32; 2], f64>,
    /// The probability that is to be reached.
    confidence: f64,
}

impl<'a> Chances<'a> {
    pub(super) fn of(planning: &'a Planning<'a>) -> Self {
        let confidence = planning.target.confidence;
        let chances = Self { planning, known: Vec::new(), uncertain: None, of_calls: BTreeMap::new(), confidence };
        let uncertain = chances.all_kinds().ok().and_then(|campaign| Uncertain::of(&campaign));
        Self { uncertain, ..chances }
    }

    /// The plan for this probability.
    ///
    /// # Errors
    /// [`NoExactDistribution`](crate::Error::NoExactDistribution) where attempts or hours have none.
    pub(super) fn plan(&mut self, confidence: f64) -> Result<PlanningResult> {
        self.confidence = confidence;
        let smallest = self.smallest(0.0)?;
        let sampled = self.known.iter().any(|(_, chance)| chance.of_target.std_error > 0.0);
        let mut range = None;
        if sampled && smallest.is_some() {
            let last = self.last()?;
            let ends = [self.smallest(Z)?.unwrap_or(last), self.smallest(-Z)?.unwrap_or(last)];
            range = (ends[0] < ends[1]).then_some(ends);
        }
        let probability = match smallest {
            Some(smallest) => self.at(smallest)?.of_target,
            None => self.best(),
        };
        let one_less = smallest.and_then(|smallest| smallest.checked_sub(1)).map(|less| self.at(less)).transpose()?;
        let one_less = one_less.map(|chance| chance.of_target);
        Ok(PlanningResult { smallest, range, probability, one_less, sampled })
    }

    /// The probability at each of these sizes.
    ///
    /// # Errors
    /// As [`Chances::plan`].
    pub(super) fn curve(mut self, sizes: &[u32]) -> Result<Vec<Estimate>> {
        let last = self.last()?;
        sizes.iter().map(|&size| Ok(self.at(size.min(last))?.of_target)).collect()
    }

    fn at(&mut self, size: u32) -> Result<Chance> {
        let place = match self.known.binary_search_by_key(&size, |(size, _)| *size) {
            Ok(found) => return Ok(self.known[found].1),
            Err(place) => place,
        };
        let nothing_done = size == 0 && self.planning.solve != Solve::Referrals;
        let chance = if nothing_done {
            self.of_no_call()
        } else {
            let campaign = self.campaign(size)?;
            self.of_campaign(&campaign)?
        };
        self.known.insert(place, (size, chance));
        Ok(chance)
    }

    fn of_no_call(&self) -> Chance {
        let sure = self.planning.target.meetings == 0;
        Chance::exact(f64::from(u8::from(sure)), sure)
    }

    /// P(yield ≥ target) of a campaign.
    fn of_campaign(&mut self, campaign: &Campaign) -> Result<Chance> {
        let meetings = self.planning.target.meetings;
        let possible = campaign.possible_meetings();
        if campaign.calls() == 0 || meetings == 0 || *possible.end() < meetings {
            return Ok(self.of_no_call());
        }
        let sure = *possible.start() >= meetings;
        let applies = |uncertain: &&Uncertain| campaign.is_planned() && campaign.max_attempts() == uncertain.attempts();
        if let Some(uncertain) = self.uncertain.as_ref().filter(applies) {
            let calls = Kind::ALL.map(|kind| campaign.attempts(kind));
            let at_least = || uncertain.at_least(meetings as usize, calls);
            return Ok(Chance::exact(*self.of_calls.entry(calls).or_insert_with(at_least), sure));
        }
        match campaign.exact_yield() {
            Ok(distribution) => Ok(Chance::exact(distribution.at_least(meetings as usize), sure)),
            Err(_) if self.planning.solve == Solve::Referrals || self.planning.is_of_contacts() => {
                let trials = self.planning.affordable(campaign.most_attempts());
                let yields = Simulation::new(campaign).trials(trials).seed(self.planning.trials.seed).yields()?;
                Ok(Chance { of_target: yields.at_least(meetings.into()), sure: false })
            }
            Err(none) => Err(none),
        }
    }

    /// The campaign of so much of what is looked for, within the budget if there is one.
    fn campaign(&self, size: u32) -> Result<Campaign> {
        let planning = self.planning;
        let made = planning.unstopped(size)?;
        match (planning.budget_at(size), made.pool()) {
            (None, _) => Ok(made),
            (Some(minutes), pool) if pool.is_some() || made.max_attempts() > 1 => made.until(Stop::Minutes(minutes)),
            (Some(minutes), _) => Ok(planning.within(&made, minutes)),
        }
    }

    /// A campaign with calls of every kind that those looked at have.
    fn all_kinds(&self) -> Result<Campaign> {
        match self.planning.solve {
            Solve::Referrals => self.planning.with_referrals(self.planning.campaign.calls().div_ceil(2)),
            Solve::Contacts => self.planning.campaign.of_as_many_contacts(self.last()?),
            _ => self.planning.all_calls(),
        }
    }

    /// Whether the confidence is reached, the estimate moved by this many standard errors. Certainty is no matter of
    /// rounding: only what cannot fail is certain.
    fn reaches(&mut self, size: u32, sigmas: f64) -> Result<bool> {
        let Chance { of_target, sure } = self.at(size)?;
        let confidence = self.confidence;
        let likely = of_target.value + sigmas * of_target.std_error >= confidence - ROUNDING;
        Ok(sure || (confidence < 1.0 && likely))
    }

    /// The largest size that is looked at.
    fn last(&self) -> Result<u32> {
        let planning = self.planning;
        Ok(match (planning.solve, planning.budget()) {
            (Solve::Attempts, _) => planning.most,
            // More than fit the budget change nothing.
            (Solve::Contacts, _) => planning.most.min(Campaign::most_contacts(planning.campaign.max_attempts())),
            (Solve::AttemptsPerContact, _) => planning.most.min(Campaign::most_attempts_at(planning.campaign.calls())),
            (Solve::Referrals, Some(minutes))
                if planning.campaign.pool().is_none() && planning.campaign.max_attempts() == 1 =>
            {
                planning.within(&planning.with_referrals(planning.campaign.calls())?, minutes).calls()
            }
            (Solve::Referrals, _) => planning.campaign.calls(),
            (Solve::Hours, _) => planning.most_minutes(),
        })
    }

    /// The highest probability that was found.
    fn best(&self) -> Estimate {
        let chances = self.known.iter().map(|(_, chance)| chance.of_target);
        chances.max_by(|a, b| a.value.total_cmp(&b.value)).unwrap_or(self.of_no_call().of_target)
    }

    fn smallest(&mut self, sigmas: f64) -> Result<Option<u32>> {
        if self.reaches(0, sigmas)? {
            return Ok(Some(0));
        }
        let sampled = self.at(1)?.of_target.std_error > 0.0;
        if self.rise() || sampled { self.by_bisection(sigmas) } else { self.one_by_one(sigmas) }
    }

    /// Whether more of what is looked for never has a lower probability.
    pub(super) fn rise(&self) -> bool {
        let campaign = self.planning.campaign;
        let [cold, warm] = Kind::ALL.map(|kind| campaign.tree(kind).held().get());
        // Introductions take minutes, so that fewer calls fit a budget; one more call by a connector who may be disliked makes
        // the yield less sure.
        let is_known = || self.all_kinds().is_ok_and(|both| both.uncertain().is_empty());
        self.planning.solve != Solve::Referrals
            || (is_known() && campaign.connectors().is_none() && warm >= cold && self.planning.budget().is_none())
    }

    fn one_by_one(&mut self, sigmas: f64) -> Result<Option<u32>> {
        for size in 1..=self.last()? {
            if self.reaches(size, sigmas)? {
                return Ok(Some(size));
            }
        }
        Ok(None)
    }

    fn by_bisection(&mut self, sigmas: f64) -> Result<Option<u32>> {
        let last = self.last()?;
        if last == 0 {
            return Ok(None);
        }
        let mut fails = 0;
        let mut reaches = 1;
        while !self.reaches(reaches, sigmas)? {
            if reaches >= last || self.takes_all_calls(reaches)? {
                return Ok(None);
            }
            fails = reaches;
            reaches = reaches.saturating_mul(2).min(last);
        }
        // In turns where the line between both ends suggests and in the middle, so that neither can be led astray.
        for middle in [false, false, true].into_iter().cycle() {
            if reaches - fails <= 1 {
                break;
            }
            let guess = if middle { None } else { self.guess(fails, reaches) };
            let between = guess.unwrap_or(fails + (reaches - fails) / 2);
            if self.reaches(between, sigmas)? { reaches = between } else { fails = between }
        }
        Ok(Some(reaches))
    }

    /// Where the confidence is reached if the logarithm of the odds is a straight line over the logarithm of the size: a size
    /// between both ends, and a little on the side of the farther one, so that both move. `None` of estimates.
    fn guess(&self, fails: u32, reaches: u32) -> Option<u32> {
        let known = |size: u32| self.known.iter().find(|(known, _)| *known == size).map(|(_, chance)| chance.of_target);
        let log_odds = |p: f64| libm::log(p.max(1e-12) / (1.0 - p).max(1e-12));
        let (low, high) = (known(fails)?, known(reaches)?);
        if low.std_error > 0.0 || high.std_error > 0.0 || fails == 0 || low.value < 1e-9 {
            return None;
        }
        let (from, to) = (log_odds(low.value), log_odds(high.value));
        let share = (log_odds(self.confidence) - from) / (to - from);
        let at = f64::from(fails) * libm::pow(f64::from(reaches) / f64::from(fails), share);
        // The line is bent: so near the answer the other end comes close with the next step.
        let beyond = (0.02 * f64::from(reaches - fails)).min(0.002 * at).max(1.0);
        let at = if share < 0.5 { at + beyond } else { at - beyond };
        at.is_finite().then(|| (at as u32).clamp(fails + 1, reaches - 1))
    }

    /// Whether more of it makes no more calls: a budget that all calls fit.
    fn takes_all_calls(&self, size: u32) -> Result<bool> {
        Ok(self.planning.solve == Solve::Hours && self.campaign(size)?.calls() >= self.planning.most)
    }
}
