//! Campaigns with a pool of referrals, run by run: how many of a generation's calls bring a meeting, how many cold calls it
//! takes until one does, and how many names these meetings bring, each in one draw.
//!
//! Which calls of a run bring its meetings decides nothing but the order in which they are shown.

mod names;
mod paths;
mod tell;
mod until;

use rand::Rng;

use self::names::Names;
use super::counted::Trial;
use super::drawn_counts::successes;
use super::failures::Failures;
use crate::interruption::check_cancelled;
use crate::model::call::held_in;
use crate::model::pool::Referrals;
use crate::model::stop::Spent;
use crate::model::{Campaign, Kind, Parameter, Pool, Stop, World};

/// A campaign with a pool in one world, made ready for drawing.
#[derive(Debug, Clone)]
pub(crate) struct ChainSampler {
    pool: Pool,
    names: Names,
    world: World,
    /// P(meeting held) of a cold call, of a warm one of generation 1, and of one of whose standing nothing is left.
    held: [f64; 3],
    until_meeting: Failures,
}

const COLD: usize = 0;
const FIRST: usize = 1;
const LAST: usize = 2;

/// Calls of one kind, made in a row.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// The generation of the referrals that warm ones used.
    generation: Option<usize>,
    calls: u32,
    /// Of the cold ones the last one brings the meeting, if there is one.
    held: u32,
    /// P(meeting held) of each.
    each: f64,
}

impl ChainSampler {
    pub(crate) fn new(pool: Pool, world: World) -> Self {
        let first = held_in(Kind::Warm, &world);
        let last = if pool.decay < 1.0 { held_in(Kind::Warm, &world.with_standing_left(0.0)) } else { first };
        let cold = held_in(Kind::Cold, &world);
        Self {
            pool,
            names: Names::new(&pool, world.value(Parameter::PoolIntroduced)),
            held: [cold, first, last],
            until_meeting: Failures::before_success_of(cold),
            world,
        }
    }

    /// Whether the probabilities of warm conversations were solved to no probability.
    pub(crate) fn clamped(&self) -> bool {
        self.world.clamped()
    }

    /// What a campaign has spent at its end.
    pub(crate) fn spent(&self, campaign: &Campaign, rng: &mut impl Rng) -> Spent {
        self.play(campaign, rng, |_| {})
    }

    /// The meetings to be expected of the attempts that a campaign makes: on average its yield, with less left to chance.
    ///
    /// # Formula
    /// ```text
    /// E[yield] = E[Σ P(meeting held) of each attempt made], as what an attempt brings decides none but later ones
    /// ```
    pub(crate) fn expected(&self, campaign: &Campaign, rng: &mut impl Rng) -> f64 {
        let mut expected = 0.0;
        self.play(campaign, rng, |run| expected += f64::from(run.calls) * run.each);
        expected
    }

    /// Plays a campaign, and counts what it came to.
    pub(crate) fn count(&self, campaign: &Campaign, rng: &mut impl Rng, trial: &mut Trial) {
        self.count_runs(campaign, rng, trial, |_| {});
        self.paths(trial, rng, |_| {});
    }

    fn count_runs(&self, campaign: &Campaign, rng: &mut impl Rng, trial: &mut Trial, mut show: impl FnMut(Run)) {
        let mut made = 0;
        trial.spent = self.play(campaign, rng, |run| {
            match run.generation {
                None => trial.first_cold = trial.first_cold.or(Some(made + 1)),
                Some(generation) => {
                    trial.by_generation.resize(trial.by_generation.len().max(generation), [0; 2]);
                    let [calls, held] = &mut trial.by_generation[generation - 1];
                    *calls += run.calls;
                    *held += run.held;
                }
            }
            made += run.calls;
            show(run);
        });
    }

    fn play(&self, campaign: &Campaign, rng: &mut impl Rng, mut show: impl FnMut(Run)) -> Spent {
        check_cancelled();
        let mut referrals = Referrals::new(self.pool.initial);
        let (mut standing, mut of_generation) = (1.0, 1);
        let mut spent = Spent::default();
        loop {
            let left = campaign.calls() - spent.attempts[0] - spent.attempts[1];
            let run = if let Some((generation, at_hand)) = referrals.generation() {
                if generation < of_generation {
                    (standing, of_generation) = (1.0, 1);
                }
                while of_generation < generation {
                    standing *= self.pool.decay;
                    of_generation += 1;
                }
                let most = u32::try_from(at_hand).unwrap_or(u32::MAX).min(left);
                let calls = surely_made(campaign, spent, Kind::Warm, most);
                let [first, last] = [FIRST, LAST].map(|tree| self.held[tree]);
                let each = standing * first + (1.0 - standing) * last;
                Run { generation: Some(generation), calls, held: successes(calls, each, rng), each }
            } else {
                let most = made_in_vain(campaign, spent, left);
                let failures = if most == 0 { 0 } else { self.until_meeting.draw(rng) };
                let held = u32::from(failures < most);
                Run { generation: None, calls: failures.min(most) + held.min(most), held, each: self.held[COLD] }
            };
            if run.calls == 0 {
                return spent;
            }
            let kind = if run.generation.is_some() { Kind::Warm } else { Kind::Cold };
            spent.attempts[kind.index()] += run.calls;
            spent.meetings += run.held;
            referrals.spend(run.generation.map_or(0, |_| run.calls));
            if run.held > 0 {
                referrals.put(self.names.draw(run.held, rng), run.generation);
            }
            show(run);
        }
    }
}

/// How many of the next calls are made whatever they bring: of no more than these. At least one if one is made.
fn surely_made(campaign: &Campaign, spent: Spent, kind: Kind, most: u32) -> u32 {
    /// So much of the minutes is left to rounding.
    const ROUNDING: f64 = 1e-9;
    match campaign.stop() {
        Stop::Calls => most,
        Stop::Meetings(meetings) => most.min(meetings - spent.meetings.min(meetings)),
        Stop::Minutes(budget) => {
            let effort = campaign.effort();
            let [cold, warm, meeting] = effort.per_attempt_and_meeting();
            let each = [cold, warm][kind.index()] + meeting;
            let sure = (budget - spent.minutes(effort)) * (1.0 - ROUNDING) / each;
            let fits = || with(spent, kind, 1).fits(effort, budget);
            if sure >= 1.0 { most.min(sure as u32) } else { most.min(u32::from(fits())) }
        }
    }
}

/// How many cold calls are made if none of them brings a meeting: of no more than these.
fn made_in_vain(campaign: &Campaign, spent: Spent, most: u32) -> u32 {
    match campaign.stop() {
        Stop::Calls => most,
        Stop::Meetings(meetings) => {
            if spent.meetings < meetings {
                most
            } else {
                0
            }
        }
        Stop::Minutes(budget) => {
            let effort = campaign.effort();
            let fits = |calls: u32| with(spent, Kind::Cold, calls).fits(effort, budget);
            if most == 0 || !fits(1) {
                return 0;
            }
            let about = ((budget - spent.minutes(effort)) / effort.cold_attempt) as u32;
            let mut calls = about.clamp(1, most);
            while !fits(calls) {
                calls -= 1;
            }
            while calls < most && fits(calls + 1) {
                calls += 1;
            }
            calls
        }
    }
}

fn with(mut spent: Spent, kind: Kind, calls: u32) -> Spent {
    spent.attempts[kind.index()] += calls;
    spent
}
