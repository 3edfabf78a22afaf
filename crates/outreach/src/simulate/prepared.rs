//! A campaign made ready for simulation, and the choice of the program that plays it.

use super::counted::Trial;
use super::lanes::Player;
use super::quantity::Totals;
use super::rate_draws::{WorldDistribution, Worlds};
use super::stream::{Luck, Purpose, open};
use super::tally::Tally;
use super::trial::{Attempt, attempts, trial};
use crate::model::stop::Spent;
use crate::model::{Campaign, Parameter, Stop};

/// A campaign made ready for simulation.
#[derive(Debug)]
pub(crate) struct Prepared<'a> {
    campaign: &'a Campaign,
    worlds: WorldDistribution<'a>,
    lanes: Option<Player>,
    /// Whether luck and ignorance have to be told apart by a second campaign in each world.
    pub(crate) twins: bool,
}

impl<'a> Prepared<'a> {
    pub(crate) fn new(campaign: &'a Campaign) -> Self {
        let twins = !campaign.uncertain().is_empty() && campaign.exact_moments().is_err();
        Self { campaign, worlds: WorldDistribution::new(campaign), lanes: Player::of(campaign), twins }
    }

    /// Without the second campaigns.
    pub(super) fn without_twins(self) -> Self {
        Self { twins: false, ..self }
    }

    /// What the first trials of a block of a single campaign come to.
    pub(crate) fn block(&self, seed: u64, block: u64, trials: u64) -> Tally {
        let mut tally = Tally::default();
        self.tally_block(&mut tally, Luck { seed, block, strategy: 0 }, trials, |_| 0);
        tally
    }

    /// What each of the first trials of a block came to.
    pub(crate) fn each_of_block(&self, seed: u64, block: u64, trials: u64) -> Vec<Spent> {
        let mut tally = Tally::of_each();
        self.tally_block(&mut tally, Luck { seed, block, strategy: 0 }, trials, |_| 0);
        tally.into_each()
    }

    /// The most calls that a trial plays.
    pub(crate) fn calls_per_trial(&self) -> u64 {
        u64::from(self.campaign.most_attempts()) * if self.twins { 2 } else { 1 }
    }

    /// Tallies the first trials of a block; tells their yields. `owner` tells which of the compared campaigns a rate's
    /// draws belong to.
    pub(crate) fn tally_block(
        &self,
        tally: &mut Tally,
        luck: Luck,
        trials: u64,
        owner: impl Fn(Parameter) -> u16,
    ) -> Vec<u32> {
        let worlds = self.worlds.block(luck.seed, luck.block, owner);
        match &self.lanes {
            Some(player) => player.tally_block(tally, worlds, self.campaign, luck, trials, self.twins),
            None => self.one_by_one(tally, worlds, luck, trials),
        }
    }

    /// The same, one campaign and one call after the other.
    fn one_by_one(
        &self,
        tally: &mut Tally,
        mut worlds: Worlds,
        Luck { seed, block, strategy }: Luck,
        trials: u64,
    ) -> Vec<u32> {
        let campaign = self.campaign;
        let mut rng = open(seed, Purpose::Calls { strategy }, block);
        let mut of_twin = open(seed, Purpose::Twin { strategy }, block);
        let mut first = Trial::default();
        let mut totals = Totals::<u32>::default();
        let one = |_| {
            let world = worlds.next();
            let held = trial(campaign, world, &mut rng, &mut first);
            totals.add(&first.counts);
            tally.keep([first.spent]);
            tally.push_clamped(world.clamped().into());
            let Spent { attempts: [cold, warm], repeated, meetings } = first.spent;
            if campaign.stop() != Stop::Calls || campaign.calls_again() {
                tally.push_attempts(cold + warm);
            }
            if campaign.calls_again() {
                tally.rounds_mut().push(&first.rounds, repeated, [cold, warm, meetings]);
            }
            if campaign.pool().is_some() {
                tally.push_first_cold(first.first_cold.as_slice(), u32::MAX);
                tally.push_generations(first.by_generation.iter().map(|[_, held]| *held));
            }
            if self.twins {
                tally.variance_split_mut().push(held, world.spent(campaign, &mut of_twin).meetings);
            }
            held
        };
        let yields: Vec<_> = (0..trials).map(one).collect();
        tally.push_yields(&yields);
        tally.push_totals(&totals);
        yields
    }

    /// The attempts of the first trial, one after the other.
    pub(super) fn first_trial(&self, seed: u64) -> Vec<Attempt> {
        let mut worlds = self.worlds.block(seed, 0, |_| 0);
        if let Some(player) = &self.lanes {
            return player.first_trial(self.campaign, worlds, seed);
        }
        let mut rng = open(seed, Purpose::Calls { strategy: 0 }, 0);
        attempts(self.campaign, worlds.next(), &mut rng)
    }
}
