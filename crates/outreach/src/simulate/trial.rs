//! One simulated campaign, call by call.

use rand::Rng;

use super::chains::ChainSampler;
use super::counted::Trial;
use super::path_sampler::PathSampler;
use super::quantity::PathCounts;
use crate::interruption::check_cancelled;
use crate::model::call::{Path, path_index, path_kinds};
use crate::model::stop::Spent;
use crate::model::{Called, Campaign, Ending, Incident, Kind, Stop, World};

/// An attempt as it was made.
#[derive(Debug, Clone, Copy)]
struct Made {
    kind: Kind,
    /// At which contact, the recommended ones first; without contacts it is not told.
    contact: u32,
    /// The number of the attempt at its contact, from 1 up.
    attempt: u32,
    /// The number of its connector, from 0 up.
    connector: Option<u32>,
    /// The index of its path in the tree.
    path: usize,
    held: bool,
}

/// A campaign in one world, made ready for drawing.
#[derive(Debug)]
pub(crate) enum InWorld {
    /// Whom it calls is planned, as far as it gets.
    Calls(Box<PathSampler>),
    /// It has a pool of referrals.
    Chains(Box<ChainSampler>),
}

impl InWorld {
    pub(crate) fn new(campaign: &Campaign, world: World) -> Self {
        match campaign.pool() {
            Some(pool) => Self::Chains(Box::new(ChainSampler::new(pool, world))),
            None => Self::Calls(Box::new(PathSampler::new(world, campaign.connectors()))),
        }
    }

    /// The same in another world.
    pub(crate) fn put_in(&mut self, campaign: &Campaign, world: World) {
        match (campaign.pool(), self) {
            (Some(pool), Self::Chains(chains)) => **chains = ChainSampler::new(pool, world),
            (_, current) => *current = Self::new(campaign, world),
        }
    }

    /// Whether the probabilities of warm conversations were solved to no probability.
    pub(crate) fn clamped(&self) -> bool {
        match self {
            Self::Calls(paths) => paths.clamped(),
            Self::Chains(chains) => chains.clamped(),
        }
    }

    /// What a campaign has spent at its end.
    pub(crate) fn spent(&mut self, campaign: &Campaign, rng: &mut impl Rng) -> Spent {
        match self {
            Self::Calls(paths) => play(campaign, paths, rng, |_| {}),
            Self::Chains(chains) => chains.spent(campaign, rng),
        }
    }

    /// The meetings to be expected of the attempts that a campaign makes: on average its yield.
    pub(crate) fn expected(&mut self, campaign: &Campaign, rng: &mut impl Rng) -> f64 {
        match self {
            Self::Calls(_) => self.spent(campaign, rng).meetings.into(),
            Self::Chains(chains) => chains.expected(campaign, rng),
        }
    }

    /// What a campaign that stops at a number of meetings takes to reach it, that meeting's own minutes apart; `None` if its
    /// calls do not suffice.
    pub(crate) fn spent_until(&mut self, campaign: &Campaign, rng: &mut impl Rng) -> Option<Spent> {
        let Stop::Meetings(meetings) = campaign.stop() else { return None };
        let spent = match self {
            Self::Chains(chains) => chains.spent_until(campaign, meetings, rng)?,
            Self::Calls(_) => Some(self.spent(campaign, rng)).filter(|spent| spent.meetings >= meetings)?,
        };
        Some(Spent { meetings: meetings.saturating_sub(1), ..spent })
    }
}

/// Plays one attempt after the other until the campaign stops, and shows each; returns what it came to.
fn play(campaign: &Campaign, paths: &mut PathSampler, rng: &mut impl Rng, mut show: impl FnMut(Made)) -> Spent {
    check_cancelled();
    paths.begin(rng);
    if campaign.calls_again() {
        return play_rounds(campaign, paths, rng, show);
    }
    let mut kinds = campaign.kinds();
    let warm_first = campaign.is_planned().then(|| campaign.warm_attempts());
    let mut spent = Spent::default();
    for call in 0..campaign.calls() {
        let kind = match warm_first {
            Some(warm) if call < warm => Kind::Warm,
            Some(_) => Kind::Cold,
            None => kinds.next().unwrap_or(Kind::Cold),
        };
        let mut with_this = spent;
        with_this.attempts[kind.index()] += 1;
        if stops(campaign, spent, with_this) {
            break;
        }
        let connector = if kind == Kind::Warm { paths.connector_of(spent.attempts[1]) } else { None };
        let by_connector = connector.and_then(|connector| paths.path_by(connector, None, rng));
        let path = by_connector.unwrap_or_else(|| paths.path(kind, rng));
        let held = path_kinds(kind)[path].1 == Ending::Held;
        spent = Spent { meetings: spent.meetings + u32::from(held), ..with_this };
        show(Made { kind, contact: call, attempt: 1, connector, path, held });
    }
    spent
}

/// Whether something stops a campaign before the attempt that would take it from the one to the other.
fn stops(campaign: &Campaign, spent: Spent, with_this: Spent) -> bool {
    match campaign.stop() {
        Stop::Calls => false,
        Stop::Meetings(meetings) => spent.meetings >= meetings,
        Stop::Minutes(budget) => !with_this.fits(campaign.effort(), budget),
    }
}

/// The same in rounds: one attempt at every contact who is still open, the recommended ones first.
fn play_rounds(campaign: &Campaign, paths: &mut PathSampler, rng: &mut impl Rng, mut show: impl FnMut(Made)) -> Spent {
    let warm = campaign.warm_attempts();
    let groups = [Kind::Warm, Kind::Cold].into_iter().flat_map(|kind| campaign.called(kind));
    let contacts = groups.flat_map(|group| std::iter::repeat_n(group, group.contacts as usize));
    let mut open: Vec<(u32, Called)> = (0..).zip(contacts).collect();
    let last = open.iter().map(|(_, group)| group.behind + group.left).max().unwrap_or(0);
    let mut spent = Spent::default();
    let mut stopped = false;
    for attempt in 1..=last {
        open.retain(|&(contact, group)| {
            if attempt <= group.behind || attempt > group.behind + group.left {
                return attempt <= group.behind;
            }
            let kind = if contact < warm { Kind::Warm } else { Kind::Cold };
            let mut with_this = spent;
            with_this.attempts[kind.index()] += 1;
            with_this.repeated += u32::from(kind == Kind::Warm && attempt > 1);
            stopped = stopped || stops(campaign, spent, with_this);
            if stopped {
                return true;
            }
            let connector = if kind == Kind::Warm { paths.connector_of(contact) } else { None };
            let by_connector = connector.and_then(|connector| paths.path_by(connector, Some(attempt), rng));
            let path = by_connector.unwrap_or_else(|| paths.path_of_attempt(kind, attempt, rng));
            let held = path_kinds(kind)[path].1 == Ending::Held;
            spent = Spent { meetings: spent.meetings + u32::from(held), ..with_this };
            show(Made { kind, contact, attempt, connector, path, held });
            path == NOT_REACHED
        });
        if stopped || open.is_empty() {
            break;
        }
    }
    spent
}

/// The first path of every tree.
pub(crate) const NOT_REACHED: usize = path_index(Incident::None, Ending::NotReached);

/// One attempt of a simulated campaign.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Attempt {
    /// Cold or warm.
    pub kind: Kind,
    /// The generation of the referral that a warm one used, from 1 up.
    pub generation: Option<usize>,
    /// At which contact, from 1 up, the recommended ones first; each call has its own unless contacts are called several times.
    pub contact: u32,
    /// The number of the attempt at that contact, which is that of the round.
    pub attempt: u32,
    /// The number of the connector of a warm one, from 1 up, where it makes a difference who that is.
    pub connector: Option<u32>,
    /// The path it took.
    pub path: Path,
}

/// One attempt after the other.
pub(crate) fn attempts(campaign: &Campaign, world: &mut InWorld, rng: &mut impl Rng) -> Vec<Attempt> {
    let paths = match world {
        InWorld::Calls(paths) => paths,
        InWorld::Chains(chains) => return chains.tell(campaign, rng),
    };
    let mut attempts = Vec::new();
    play(campaign, paths, rng, |Made { kind, contact, attempt, connector, path, .. }| {
        let path = campaign.tree_of_attempt(kind, attempt).paths()[path];
        let generation = (kind == Kind::Warm).then_some(1);
        let connector = connector.map(|number| number + 1);
        attempts.push(Attempt { kind, generation, contact: contact + 1, attempt, connector, path });
    });
    attempts
}

/// One simulated campaign: the same attempts as [`attempts`], counted. Tells its yield.
pub(crate) fn trial(campaign: &Campaign, world: &mut InWorld, rng: &mut impl Rng, trial: &mut Trial) -> u32 {
    trial.counts = PathCounts::default();
    trial.by_generation.clear();
    trial.first_cold = None;
    trial.rounds.clear();
    match world {
        InWorld::Chains(chains) => chains.count(campaign, rng, trial),
        InWorld::Calls(paths) => {
            let Trial { counts, rounds, spent, .. } = trial;
            *spent = play(campaign, paths, rng, |made| {
                counts[made.kind.index()][made.path][0] += 1;
                if campaign.calls_again() {
                    rounds.resize(rounds.len().max(made.attempt as usize), [0; 3]);
                    let round = &mut rounds[made.attempt as usize - 1];
                    let of_attempt = [true, made.path != NOT_REACHED, made.held];
                    round.iter_mut().zip(of_attempt).for_each(|(sum, more)| *sum += u32::from(more));
                }
            });
        }
    }
    trial.spent.meetings
}
