//! One simulated campaign, call by call.

use rand::Rng;

use super::path_sampler::PathSampler;
use super::quantity::PathCounts;
use super::rounds::PlayedRounds;
use crate::interruption::look;
use crate::model::call::{Path, path_index, shapes};
use crate::model::pool::Referrals;
use crate::model::stop::Spent;
use crate::model::{Called, Campaign, Ending, Incident, Kind, Stop};

/// What a trial came to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Trial {
    /// How many calls took each path.
    pub(crate) counts: PathCounts<u32, 1>,
    pub(crate) spent: Spent,
    /// Meetings held by warm calls of generation 1, 2, …
    pub(crate) by_generation: Vec<u32>,
    /// The number of the first attempt that was cold.
    pub(crate) first_cold: Option<u32>,
    /// Where contacts are called several times.
    pub(crate) rounds: PlayedRounds,
}

/// An attempt as it was made.
#[derive(Debug, Clone, Copy)]
struct Made {
    kind: Kind,
    /// The generation of the referral that a warm one used, from 1 up.
    generation: Option<usize>,
    /// At which contact, the recommended ones first; without contacts it is not told.
    contact: u32,
    /// The number of the attempt at its contact, from 1 up.
    attempt: u32,
    /// The index of its path in the tree.
    path: usize,
    held: bool,
}

/// Plays one attempt after the other until the campaign stops, and shows each; tells what it came to.
fn play(campaign: &Campaign, paths: &mut PathSampler, rng: &mut impl Rng, mut show: impl FnMut(Made)) -> Spent {
    look();
    if campaign.calls_again() {
        return play_rounds(campaign, paths, rng, show);
    }
    let mut kinds = campaign.kinds();
    let warm_first = campaign.is_planned().then(|| campaign.warm_attempts());
    let mut referrals = campaign.pool().map(|pool| Referrals::new(pool.initial));
    let mut spent = Spent::default();
    for call in 0..campaign.calls() {
        let generation = match (&mut referrals, warm_first) {
            (Some(referrals), _) => referrals.take(),
            (None, Some(warm)) => (call < warm).then_some(1),
            (None, None) => (kinds.next() == Some(Kind::Warm)).then_some(1),
        };
        let kind = if generation.is_some() { Kind::Warm } else { Kind::Cold };
        let mut with_this = spent;
        with_this.attempts[kind.index()] += 1;
        if stops(campaign, spent, with_this) {
            break;
        }
        spent = with_this;
        let path = paths.path(generation, rng);
        let held = shapes(kind)[path].1 == Ending::Held;
        if held {
            spent.meetings += 1;
            if let Some(referrals) = &mut referrals {
                referrals.put(paths.referrals(rng), generation);
            }
        }
        show(Made { kind, generation, contact: call, attempt: 1, path, held });
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
            let path = paths.path_of_attempt(kind, attempt, rng);
            let held = shapes(kind)[path].1 == Ending::Held;
            spent = Spent { meetings: spent.meetings + u32::from(held), ..with_this };
            show(Made { kind, generation: (kind == Kind::Warm).then_some(1), contact, attempt, path, held });
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

/// What a campaign that stops at a number of meetings takes to reach it, that meeting's own minutes apart; `None` if its
/// calls do not suffice.
pub(crate) fn spent_until(campaign: &Campaign, paths: &mut PathSampler, rng: &mut impl Rng) -> Option<Spent> {
    let Stop::Meetings(meetings) = campaign.stop() else { return None };
    let spent = play(campaign, paths, rng, |_| {});
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
    /// At which contact, from 1 up, the recommended ones first; each call has its own unless contacts are called several times.
    pub contact: u32,
    /// The number of the attempt at that contact, which is that of the round.
    pub attempt: u32,
    /// The path it took.
    pub path: Path,
}

/// One attempt after the other.
pub(crate) fn attempts(campaign: &Campaign, paths: &mut PathSampler, rng: &mut impl Rng) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    play(campaign, paths, rng, |made| {
        let path = match made.generation {
            Some(generation) if generation > 1 => campaign.warm_tree_of(generation).paths()[made.path],
            _ => campaign.tree_of_attempt(made.kind, made.attempt).paths()[made.path],
        };
        let (contact, attempt) = (made.contact + 1, made.attempt);
        attempts.push(Attempt { kind: made.kind, generation: made.generation, contact, attempt, path });
    });
    attempts
}

/// One simulated campaign: the same attempts as [`attempts`], counted. Tells its yield.
pub(crate) fn trial(campaign: &Campaign, paths: &mut PathSampler, rng: &mut impl Rng, trial: &mut Trial) -> u32 {
    trial.counts = PathCounts::default();
    trial.by_generation.clear();
    trial.first_cold = None;
    trial.rounds.clear();
    let mut made = 0;
    trial.spent = play(campaign, paths, rng, |attempt| {
        made += 1;
        trial.counts[attempt.kind.index()][attempt.path][0] += 1;
        if campaign.calls_again() {
            trial.rounds.resize(trial.rounds.len().max(attempt.attempt as usize), [0; 3]);
            let round = &mut trial.rounds[attempt.attempt as usize - 1];
            let of_attempt = [true, attempt.path != NOT_REACHED, attempt.held];
            round.iter_mut().zip(of_attempt).for_each(|(sum, more)| *sum += u32::from(more));
        }
        match attempt.generation {
            None => trial.first_cold = trial.first_cold.or(Some(made)),
            Some(generation) => {
                trial.by_generation.resize(trial.by_generation.len().max(generation), 0);
                trial.by_generation[generation - 1] += u32::from(attempt.held);
            }
        }
    });
    trial.spent.meetings
}
