//! One simulated campaign, call by call.

use rand::Rng;

use super::worlds::Odds;
use crate::call::{CallTree, Kind, Path, shapes};
use crate::pool::Referrals;
use crate::stop::Spent;
use crate::{Campaign, Ending, Incident, Stop};

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

/// What a trial's pool of referrals came to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chain {
    /// Meetings held with referrals of generation 1, 2, …
    pub(crate) by_generation: Vec<u32>,
    /// The number of the first attempt that was cold, as the pool was empty.
    pub(crate) first_dry: Option<u32>,
}

/// An attempt as it was made.
#[derive(Debug, Clone, Copy)]
struct Made {
    kind: Kind,
    /// The generation of the referral that a warm one used, from 1 up.
    generation: Option<usize>,
    /// The index of its path in the tree.
    path: usize,
    held: bool,
}

/// Plays one attempt after the other until the campaign stops, and shows each; tells what it came to.
fn play(campaign: &Campaign, odds: &mut Odds, rng: &mut impl Rng, mut show: impl FnMut(Made)) -> Spent {
    let mut kinds = campaign.kinds();
    let mut referrals = campaign.pool().map(|pool| Referrals::new(pool.initial));
    let mut spent = Spent::default();
    for _ in 0..campaign.calls() {
        let generation = match &mut referrals {
            Some(referrals) => referrals.take(),
            None => (kinds.next() == Some(Kind::Warm)).then_some(1),
        };
        let kind = if generation.is_some() { Kind::Warm } else { Kind::Cold };
        let mut with_this = spent;
        with_this.attempts[kind.index()] += 1;
        let stops = match campaign.stop() {
            Stop::Calls => false,
            Stop::Meetings(meetings) => spent.meetings >= meetings,
            Stop::Minutes(budget) => !with_this.fits(campaign.effort(), budget),
        };
        if stops {
            break;
        }
        spent = with_this;
        let path = odds.path(generation, rng);
        let held = shapes(kind)[path].1 == Ending::Held;
        if held {
            spent.meetings += 1;
            if let Some(referrals) = &mut referrals {
                referrals.put(odds.referrals(rng), generation);
            }
        }
        show(Made { kind, generation, path, held });
    }
    spent
}

/// What a campaign that stops at a number of meetings takes to reach it, that meeting's own minutes apart; `None` if its
/// calls do not suffice.
pub(crate) fn spent_until(campaign: &Campaign, odds: &mut Odds, rng: &mut impl Rng) -> Option<Spent> {
    let Stop::Meetings(meetings) = campaign.stop() else { return None };
    let spent = play(campaign, odds, rng, |_| {});
    (spent.meetings >= meetings).then(|| Spent { meetings: meetings.saturating_sub(1), ..spent })
}

/// One attempt of a simulated campaign.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Attempt {
    /// Cold or warm.
    pub kind: Kind,
    /// The generation of the referral that a warm one used, from 1 up.
    pub generation: Option<usize>,
    /// The path it took.
    pub path: Path,
}

/// One attempt after the other; without a stop and a pool the warm ones first.
pub(crate) fn attempts(campaign: &Campaign, odds: &mut Odds, rng: &mut impl Rng) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    let mut tell = |kind, generation: Option<usize>, path: usize| {
        let path = match generation {
            Some(generation) if generation > 1 => campaign.warm_tree_of(generation).paths()[path],
            _ => campaign.tree(kind).paths()[path],
        };
        attempts.push(Attempt { kind, generation, path });
    };
    if campaign.is_planned() {
        planned(campaign, odds, rng, |kind, path| tell(kind, (kind == Kind::Warm).then_some(1), path));
    } else {
        play(campaign, odds, rng, |made| tell(made.kind, made.generation, made.path));
    }
    attempts
}

/// The attempts of a campaign of which chance has no say: all warm ones, then all cold ones.
fn planned(campaign: &Campaign, odds: &mut Odds, rng: &mut impl Rng, mut show: impl FnMut(Kind, usize)) {
    for (kind, generation) in [(Kind::Warm, Some(1)), (Kind::Cold, None)] {
        for _ in 0..campaign.attempts(kind) {
            show(kind, odds.path(generation, rng));
        }
    }
}

/// One simulated campaign: the same attempts as [`attempts`], counted.
pub(crate) fn trial(campaign: &Campaign, odds: &mut Odds, rng: &mut impl Rng, chain: &mut Chain) -> Trial {
    let mut counts = [[0_u32; CallTree::MOST_PATHS]; 2];
    if campaign.is_planned() {
        planned(campaign, odds, rng, |kind, path| counts[kind.index()][path] += 1);
    } else {
        chain.by_generation.clear();
        chain.first_dry = None;
        let mut made = 0;
        play(campaign, odds, rng, |attempt| {
            made += 1;
            counts[attempt.kind.index()][attempt.path] += 1;
            match attempt.generation {
                None => chain.first_dry = chain.first_dry.or(Some(made)),
                Some(generation) => {
                    chain.by_generation.resize(chain.by_generation.len().max(generation), 0);
                    chain.by_generation[generation - 1] += u32::from(attempt.held);
                }
            }
        });
    }
    let mut trial = Trial::default();
    for kind in Kind::ALL {
        let paths = shapes(kind).iter().zip(counts[kind.index()]);
        paths.filter(|&(_, calls)| calls > 0).for_each(|(shape, calls)| trial.add(kind, *shape, calls));
    }
    trial
}
