//! One simulated campaign, call by call.

use rand::Rng;

use crate::call::{CallTree, Kind, Path};
use crate::{Campaign, Incident};

/// A call tree made ready for drawing: one 64-bit number decides the whole path of a call.
#[derive(Debug, Clone)]
pub(crate) struct Draw {
    /// Per path that can happen, the most frequent first: the end of its range of numbers, and its index in the tree.
    ranges: Vec<(u64, usize)>,
    /// The path of the numbers beyond the last range.
    last: usize,
}

impl Draw {
    /// Each path's range is its odds · 2^64 long, the most frequent one's is what they leave; rarer than that is never.
    pub(crate) fn new(tree: &CallTree) -> Self {
        let mut order: Vec<(f64, usize)> = tree
            .paths()
            .iter()
            .enumerate()
            .map(|(index, path)| (path.odds, index))
            .filter(|&(odds, _)| width(odds) > 0)
            .collect();
        order.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        let (_, most_frequent) = order[0];
        // The most frequent path is tested first: its range is what the others leave, put at the front.
        let others: u128 = order[1..].iter().map(|&(odds, _)| width(odds)).sum();
        let mut end = (1_u128 << 64) - others;
        let mut ranges = Vec::with_capacity(order.len());
        ranges.push((end, most_frequent));
        for &(odds, index) in &order[1..] {
            end += width(odds);
            ranges.push((end, index));
        }
        let (_, last) = ranges.pop().expect("some path happens");
        let ranges = ranges
            .into_iter()
            .map(|(end, index)| (u64::try_from(end).expect("only the last range ends at 2^64"), index))
            .collect();
        Self { ranges, last }
    }

    /// The index of the drawn path in the tree.
    pub(crate) fn path(&self, rng: &mut impl Rng) -> usize {
        let number = rng.next_u64();
        self.ranges.iter().find(|(end, _)| number < *end).map_or(self.last, |&(_, index)| index)
    }
}

fn width(odds: f64) -> u128 {
    (odds * 2_f64.powi(64)) as u128
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

    fn add(&mut self, kind: Kind, path: &Path, calls: u32) {
        let kind = kind.index();
        self.attempts[kind] += calls;
        self.conversations[kind] += u32::from(path.reached()) * calls;
        self.meetings_set[kind] += u32::from(path.set()) * calls;
        self.meetings[kind] += u32::from(path.held()) * calls;
        match path.incident {
            Incident::None => {}
            Incident::Recovered => self.recovered += calls,
            Incident::Unrecovered => self.unrecovered += calls,
            Incident::Disliked => self.disliked += calls,
        }
    }
}

/// A campaign made ready for simulation.
#[derive(Debug, Clone)]
pub(crate) struct Caller<'a> {
    campaign: &'a Campaign,
    draws: [Draw; 2],
}

impl<'a> Caller<'a> {
    pub(crate) fn new(campaign: &'a Campaign) -> Self {
        Self { campaign, draws: Kind::ALL.map(|kind| Draw::new(campaign.tree(kind))) }
    }

    /// One call after the other, the warm ones first, as (kind, its path).
    pub(crate) fn calls(&self, rng: &mut impl Rng) -> impl Iterator<Item = (Kind, Path)> {
        [Kind::Warm, Kind::Cold]
            .into_iter()
            .flat_map(|kind| (0..self.campaign.attempts(kind)).map(move |_| kind))
            .map(|kind| (kind, self.campaign.tree(kind).paths()[self.draws[kind.index()].path(rng)]))
    }

    /// One simulated campaign: the same calls as [`Caller::calls`], counted.
    pub(crate) fn trial(&self, rng: &mut impl Rng) -> Trial {
        let mut trial = Trial::default();
        for kind in [Kind::Warm, Kind::Cold] {
            let paths = self.campaign.tree(kind).paths();
            let mut counts = [0_u32; CallTree::MOST_PATHS];
            for _ in 0..self.campaign.attempts(kind) {
                counts[self.draws[kind.index()].path(rng)] += 1;
            }
            for (path, &calls) in paths.iter().zip(&counts).filter(|&(_, &calls)| calls > 0) {
                trial.add(kind, path, calls);
            }
        }
        trial
    }
}
