//! One simulated campaign, call by call.

use std::cmp::Reverse;

use rand::Rng;
use rand::rngs::Xoshiro256PlusPlus;

use super::beta_draw;
use super::stream::{BLOCK, Purpose, open};
use crate::World;
use crate::call::{CallTree, Kind, Path, path_odds, shapes};
use crate::{Beta, Campaign, Ending, Incident, Parameter};

/// A call tree made ready for drawing: one 64-bit number decides the whole path of a call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Draw {
    /// The first `possible` of them: the end of a path's range of numbers, and its index in the tree; the most frequent
    /// one first. The last range ends beyond all numbers.
    ranges: [(u64, u8); CallTree::MOST_PATHS],
    possible: usize,
}

impl Draw {
    /// Each path's range is its odds · 2^64 long, the most frequent one's is what they leave; rarer than that is never.
    fn new(kind: Kind, world: &World) -> Self {
        let odds = path_odds(kind, world);
        let mut order: [(u128, u8); CallTree::MOST_PATHS] =
            std::array::from_fn(|index| (width(odds[index]), index as u8));
        order.sort_unstable_by_key(|&(width, index)| (Reverse(width), index));
        let possible = order.iter().take_while(|(width, _)| *width > 0).count();
        let others: u128 = order[1..possible].iter().map(|(width, _)| width).sum();
        let mut end = (1_u128 << 64) - others;
        let mut ranges = [(u64::MAX, 0); CallTree::MOST_PATHS];
        for (place, range) in ranges[..possible].iter_mut().enumerate() {
            // Only the last range ends at 2^64, and it is not looked at.
            *range = (u64::try_from(end).unwrap_or(u64::MAX), order[place].1);
            end += order.get(place + 1).map_or(0, |(width, _)| *width);
        }
        Self { ranges, possible }
    }

    /// The index of the drawn path in the tree.
    fn path(&self, rng: &mut impl Rng) -> usize {
        let number = rng.next_u64();
        let last = self.possible - 1;
        let place = self.ranges[..last].iter().position(|(end, _)| number < *end).unwrap_or(last);
        usize::from(self.ranges[place].1)
    }
}

fn width(odds: f64) -> u128 {
    (odds * 18_446_744_073_709_551_616.0) as u128
}

/// What one simulated campaign came to; each pair is cold, then warm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Trial {
    /// Attempts made.
    pub attempts: [u32; 2],
    /// Conversations: attempts that reached the prospect.
    pub conversations: [u32; 2],
    /// Meetings agreed.
    pub meetings_set: [u32; 2],
    /// Meetings that took place.
    pub meetings: [u32; 2],
    /// Incidents with an unknown connector that recovered.
    pub recovered: u32,
    /// Incidents with an unknown connector that did not.
    pub unrecovered: u32,
    /// Incidents with a disliked connector.
    pub disliked: u32,
}

impl Trial {
    /// Meetings held, of both kinds: the yield.
    pub fn held(&self) -> u32 {
        self.meetings[0] + self.meetings[1]
    }

    fn add(&mut self, kind: Kind, (incident, ending): (Incident, Ending), calls: u32) {
        let kind = kind.index();
        self.attempts[kind] += calls;
        self.conversations[kind] += u32::from(ending >= Ending::Refused) * calls;
        self.meetings_set[kind] += u32::from(ending >= Ending::NoShow) * calls;
        self.meetings[kind] += u32::from(ending == Ending::Held) * calls;
        match incident {
            Incident::None => {}
            Incident::Recovered => self.recovered += calls,
            Incident::Unrecovered => self.unrecovered += calls,
            Incident::Disliked => self.disliked += calls,
        }
    }
}

/// One world after the other, as the draws of a cold and a warm call in it.
#[derive(Debug)]
pub(crate) struct Worlds<'a> {
    campaign: &'a Campaign,
    /// Every uncertain rate has a stream of its own, so that campaigns which share it share its draws.
    streams: Vec<(Parameter, Beta, Xoshiro256PlusPlus)>,
    /// Decides which worlds are kept, where the campaign has brought something so far.
    acceptance: Option<Xoshiro256PlusPlus>,
    draws: [Draw; 2],
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
        Self { campaign, streams, acceptance, draws: draws_in(&campaign.rates().world_at(&[])) }
    }

    /// The next world; whether its odds were clamped.
    pub(crate) fn next(&mut self) -> ([Draw; 2], bool) {
        if self.streams.is_empty() {
            return (self.draws, false);
        }
        let drawn = self.rates();
        let world = self.campaign.rates().world_at(&drawn);
        (draws_in(&world), world.clamped())
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

/// The share of the worlds that are kept after what the campaign has brought so far, from one block of them.
pub(crate) fn kept_share(campaign: &Campaign) -> f64 {
    const WORLDS: u32 = 100_000;
    let mut worlds = Worlds::of_block(campaign, 0, 0, |_| 0);
    (0..WORLDS).map(|_| campaign.likelihood(&worlds.prior_rates())).sum::<f64>() / f64::from(WORLDS)
}

fn draws_in(world: &World) -> [Draw; 2] {
    Kind::ALL.map(|kind| Draw::new(kind, world))
}

/// One call after the other, the warm ones first, as (kind, its path).
pub(crate) fn calls(campaign: &Campaign, draws: &[Draw; 2], rng: &mut impl Rng) -> Vec<(Kind, Path)> {
    let kinds = [Kind::Warm, Kind::Cold].into_iter();
    let calls = kinds.flat_map(|kind| std::iter::repeat_n(kind, campaign.attempts(kind) as usize));
    calls.map(|kind| (kind, campaign.tree(kind).paths()[draws[kind.index()].path(rng)])).collect()
}

/// One simulated campaign: the same calls as [`calls`], counted.
pub(crate) fn trial(campaign: &Campaign, draws: &[Draw; 2], rng: &mut impl Rng) -> Trial {
    let mut trial = Trial::default();
    for kind in [Kind::Warm, Kind::Cold] {
        let mut counts = [0_u32; CallTree::MOST_PATHS];
        for _ in 0..campaign.attempts(kind) {
            counts[draws[kind.index()].path(rng)] += 1;
        }
        for (shape, &calls) in shapes(kind).iter().zip(&counts).filter(|&(_, &calls)| calls > 0) {
            trial.add(kind, *shape, calls);
        }
    }
    trial
}
