//! One world after the other, and the odds in each.

use rand::Rng;
use rand::rngs::Xoshiro256PlusPlus;

use super::beta_draw;
use super::draw::{Counts, Paths};
use super::stream::{BLOCK, Purpose, open};
use super::trial::{Chain, trial};
use crate::{Beta, Campaign, Kind, Parameter, Pool, World};

/// The odds of one world, made ready for drawing.
#[derive(Debug, Clone)]
pub(crate) struct Odds {
    world: World,
    /// Of a cold call, and of a warm one of the first generation.
    paths: [Paths; 2],
    pool: Option<(Pool, Counts)>,
    /// Of warm calls of the second generation, the third, … as far as they were met.
    later: Vec<Paths>,
}

impl Odds {
    fn new(campaign: &Campaign, world: World) -> Self {
        let introduced = world.value(Parameter::PoolIntroduced);
        Self {
            world,
            paths: Kind::ALL.map(|kind| Paths::new(kind, &world)),
            pool: campaign.pool().map(|pool| (pool, Counts::new(&pool.referrals(introduced)))),
            later: Vec::new(),
        }
    }

    /// Whether the odds of warm conversations were solved to no probability.
    pub(crate) fn clamped(&self) -> bool {
        self.world.clamped()
    }

    /// The drawn path of an attempt: cold, or warm with a referral of this generation.
    pub(crate) fn path(&mut self, generation: Option<usize>, rng: &mut impl Rng) -> usize {
        /// From where on another generation changes no path by one number in 2^64.
        const NOTHING_LEFT: f64 = 1e-20;
        let of_generation = match (generation, &self.pool) {
            (None, _) => &self.paths[Kind::Cold.index()],
            (Some(generation), Some((pool, _))) if generation > 1 && pool.decay < 1.0 => {
                while self.later.len() < generation - 1 {
                    let left = pool.standing_left(self.later.len() + 2);
                    if left < NOTHING_LEFT && !self.later.is_empty() {
                        break;
                    }
                    self.later.push(Paths::new(Kind::Warm, &self.world.with_standing_left(left)));
                }
                &self.later[self.later.len().min(generation - 1) - 1]
            }
            (Some(_), _) => &self.paths[Kind::Warm.index()],
        };
        of_generation.draw(rng)
    }

    /// The referrals that a held meeting brings.
    pub(crate) fn referrals(&self, rng: &mut impl Rng) -> u64 {
        self.pool.as_ref().map_or(0, |(_, names)| names.draw(rng))
    }
}

/// One world after the other.
#[derive(Debug)]
pub(crate) struct Worlds<'a> {
    campaign: &'a Campaign,
    /// Every uncertain rate has a stream of its own, so that campaigns which share it share its draws.
    streams: Vec<(Parameter, Beta, Xoshiro256PlusPlus)>,
    /// Decides which worlds are kept, where the campaign has brought something so far.
    acceptance: Option<Xoshiro256PlusPlus>,
    odds: Odds,
}

impl<'a> Worlds<'a> {
    /// The worlds of a block. `owner` tells which of the compared campaigns a rate's draws belong to.
    pub(crate) fn of_block(campaign: &'a Campaign, seed: u64, block: u64, owner: impl Fn(Parameter) -> u16) -> Self {
        let stream = |(parameter, beta)| {
            let purpose = Purpose::Rate { campaign: owner(parameter), parameter };
            (parameter, beta, open(seed, purpose, block))
        };
        let streams = campaign.uncertain().into_iter().map(stream).collect();
        let acceptance = campaign.is_updated().then(|| open(seed, Purpose::Acceptance, block));
        let odds = Odds::new(campaign, campaign.rates().world_at(&[]));
        Self { campaign, streams, acceptance, odds }
    }

    /// The odds of the next world.
    pub(crate) fn next(&mut self) -> &mut Odds {
        if !self.streams.is_empty() {
            let drawn = self.rates();
            self.odds = Odds::new(self.campaign, self.campaign.rates().world_at(&drawn));
        }
        &mut self.odds
    }

    /// What the uncertain rates are in the next world; a world of the prior is kept with its likelihood.
    fn rates(&mut self) -> Vec<(Parameter, f64)> {
        loop {
            let drawn = self.prior_rates();
            let Some(acceptance) = &mut self.acceptance else { return drawn };
            if beta_draw::uniform(acceptance) < self.campaign.likelihood(&drawn) {
                return drawn;
            }
        }
    }

    fn prior_rates(&mut self) -> Vec<(Parameter, f64)> {
        let draw = |(parameter, beta, rng): &mut (Parameter, Beta, Xoshiro256PlusPlus)| {
            (*parameter, beta_draw::draw(*beta, rng))
        };
        self.streams.iter_mut().map(draw).collect()
    }
}

/// What the uncertain rates are in so many worlds; `campaign_index` tells independent draws apart.
pub(crate) fn drawn_worlds(
    campaign: &Campaign,
    seed: u64,
    worlds: u64,
    campaign_index: u16,
) -> impl Iterator<Item = Vec<(Parameter, f64)>> {
    let blocks = 0..worlds.div_ceil(BLOCK);
    let of_block = move |block| {
        let mut worlds = Worlds::of_block(campaign, seed, block, |_| campaign_index);
        (0..BLOCK).map(move |_| worlds.rates())
    };
    blocks.flat_map(of_block).take(worlds as usize)
}

/// The yield of a campaign played once in this world.
pub(crate) fn yield_in(campaign: &Campaign, drawn: &[(Parameter, f64)], rng: &mut impl Rng) -> u32 {
    let mut odds = Odds::new(campaign, campaign.rates().world_at(drawn));
    trial(campaign, &mut odds, rng, &mut Chain::default()).held()
}

/// The share of the worlds that are kept after what the campaign has brought so far, from one block of them.
pub(crate) fn kept_share(campaign: &Campaign) -> f64 {
    const WORLDS: u32 = 100_000;
    let mut worlds = Worlds::of_block(campaign, 0, 0, |_| 0);
    (0..WORLDS).map(|_| campaign.likelihood(&worlds.prior_rates())).sum::<f64>() / f64::from(WORLDS)
}
