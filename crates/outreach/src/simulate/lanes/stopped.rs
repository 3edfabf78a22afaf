//! Campaigns that a stop ends, side by side: in each round as many calls of each as are made whatever they bring.
//!
//! The fewer meetings or minutes are left, the shorter the rounds; the last calls are made one by one.

use std::collections::VecDeque;

use super::codes::{Codes, Counts};
use super::connectors::Dealer;
use super::{LANES, LaneWorlds, Lanes, Luck, Numbers, PORTION, kernel};
use crate::interruption::check_cancelled;
use crate::model::call::{CallTree, path_kinds};
use crate::model::stop::Spent;
use crate::model::{Campaign, Effort, Ending, Kind, Stop, Supply};
use crate::simulate::quantity::{PathCounts, Totals};
use crate::simulate::rate_draws::Worlds;
use crate::simulate::stream::Purpose;
use crate::simulate::tally::Tally;
use crate::simulate::trial::Attempt;

/// What decides when a campaign stops.
#[derive(Debug)]
pub(in crate::simulate) struct Stopping {
    stop: Stop,
    effort: Effort,
    per_attempt_and_meeting: [f64; 3],
    calls: u32,
    warm_before: WarmBefore,
    /// The most minutes that a call takes with its meeting, and a little of the budget that is left to rounding.
    longest: f64,
    rounding: f64,
}

/// How many of the first calls are warm.
#[derive(Debug)]
enum WarmBefore {
    /// The first this many.
    First(u32),
    /// Of no call, of the first one, of the first two, …
    Table(Vec<u32>),
}

impl WarmBefore {
    fn of(campaign: &Campaign, most: u32) -> Self {
        match campaign.strategy().supply() {
            Supply::Count(count) => Self::First(count),
            Supply::Share(share) if share.of(most) == 0 => Self::First(0),
            Supply::Share(share) if share.of(most) == most => Self::First(most),
            _ => {
                let mut warm = 0;
                let counts = campaign.kinds().take(most as usize).map(|kind| {
                    warm += u32::from(kind == Kind::Warm);
                    warm
                });
                Self::Table(std::iter::once(0).chain(counts).collect())
            }
        }
    }

    fn calls(&self, calls: u32) -> u32 {
        match self {
            Self::First(count) => calls.min(*count),
            Self::Table(counts) => counts[calls as usize],
        }
    }
}

/// Where the campaigns of all lanes stand.
#[derive(Debug)]
struct Standing {
    made: Lanes<u32>,
    meetings: Lanes<u32>,
    /// About this many minutes are left.
    minutes: Lanes<f64>,
}

impl Stopping {
    /// `None` for campaigns that are played otherwise.
    pub(super) fn of(campaign: &Campaign) -> Option<Self> {
        let (stop, effort) = (campaign.stop(), *campaign.effort());
        if stop == Stop::Calls || campaign.pool().is_some() || campaign.calls_again() {
            return None;
        }
        let per_attempt_and_meeting = effort.per_attempt_and_meeting();
        let [cold, warm, meeting] = per_attempt_and_meeting;
        let of_kind = |(kind, minutes)| if campaign.attempts(kind) > 0 { minutes } else { 0.0 };
        let longest = Kind::ALL.into_iter().zip([cold, warm]).map(of_kind).fold(0.0, f64::max) + meeting;
        let (most, rounding) = match stop {
            Stop::Minutes(budget) => (budget / cold.min(warm) + 2.0, budget * 1e-9),
            _ => (f64::INFINITY, 0.0),
        };
        // No number: no minutes for calls that take none.
        let calls = if most.is_nan() { campaign.calls() } else { campaign.calls().min(most as u32) };
        Some(Self {
            stop,
            effort,
            per_attempt_and_meeting,
            calls,
            warm_before: WarmBefore::of(campaign, calls),
            longest,
            rounding,
        })
    }

    /// How many calls of a lane are made next, cold and warm: none at its end.
    fn next(&self, standing: &Standing, lane: usize) -> [u16; 2] {
        let (made, meetings) = (standing.made[lane], standing.meetings[lane]);
        let sure = match self.stop {
            Stop::Calls => u32::MAX,
            Stop::Meetings(target) => target.saturating_sub(meetings),
            Stop::Minutes(budget) => match ((standing.minutes[lane] - self.rounding) / self.longest) as u32 {
                0 if made < self.calls => u32::from(self.fits_one_more(standing, lane, budget)),
                sure => sure,
            },
        };
        let calls = sure.min(self.calls - made).min(PORTION.into());
        let warm = self.warm_before.calls(made + calls) - self.warm_before.calls(made);
        [calls - warm, warm].map(|calls| calls as u16)
    }

    /// Whether the next call fits the minutes that are left. Where rounding would decide, all minutes are added anew.
    fn fits_one_more(&self, standing: &Standing, lane: usize, budget: f64) -> bool {
        let (made, meetings) = (standing.made[lane], standing.meetings[lane]);
        let warm = self.warm_before.calls(made + 1) - self.warm_before.calls(made);
        let kind = if warm > 0 { Kind::Warm } else { Kind::Cold };
        let left = standing.minutes[lane] - self.per_attempt_and_meeting[kind.index()];
        if left.abs() > self.rounding { left > 0.0 } else { self.spent(made + 1, meetings).fits(&self.effort, budget) }
    }

    fn spent(&self, calls: u32, meetings: u32) -> Spent {
        let warm = self.warm_before.calls(calls);
        Spent { attempts: [calls - warm, warm], meetings, ..Spent::default() }
    }

    /// A campaign in each lane, however many are counted: what a lane draws depends on all others. `draw` plays calls of a kind with
    /// the codes that it is shown, by the connector of a number from 0 up, and returns the meetings they brought.
    fn play(
        &self,
        worlds: &LaneWorlds,
        mut dealer: Option<&mut Dealer>,
        numbers: &mut Numbers,
        mut draw: impl FnMut(Kind, Option<u32>, &Codes, &Lanes<u16>, &mut Numbers) -> Lanes<u32>,
    ) -> Standing {
        if let Some(dealer) = &mut dealer {
            dealer.begin(worlds);
        }
        let budget = if let Stop::Minutes(budget) = self.stop { budget } else { 0.0 };
        let mut standing = Standing { made: [0; LANES], meetings: [0; LANES], minutes: [budget; LANES] };
        let [cold, warm, meeting] = self.per_attempt_and_meeting;
        loop {
            check_cancelled();
            let next: Lanes<[u16; 2]> = std::array::from_fn(|lane| self.next(&standing, lane));
            let calls = [0, 1].map(|kind| next.map(|next| next[kind]));
            if calls == [[0; LANES]; 2] {
                return standing;
            }
            for kind in [Kind::Warm, Kind::Cold] {
                let calls = &calls[kind.index()];
                if *calls == [0; LANES] {
                    continue;
                }
                let held = match dealer.as_mut().filter(|_| kind == Kind::Warm) {
                    None => draw(kind, None, &worlds.codes[kind.index()], calls, numbers),
                    Some(dealer) => {
                        let before = standing.made.map(|made| self.warm_before.calls(made));
                        let mut held = [0; LANES];
                        dealer.deal(
                            [&before, &calls.map(u32::from)],
                            worlds,
                            numbers,
                            |number, codes, calls, numbers| {
                                let more = draw(kind, Some(number), codes, calls, numbers);
                                held.iter_mut().zip(more).for_each(|(held, more)| *held += more);
                            },
                        );
                        held
                    }
                };
                for lane in 0..LANES {
                    standing.made[lane] += u32::from(calls[lane]);
                    standing.meetings[lane] += held[lane];
                    let per_attempt = if kind == Kind::Warm { warm } else { cold };
                    standing.minutes[lane] -= f64::from(calls[lane]) * per_attempt + f64::from(held[lane]) * meeting;
                }
            }
        }
    }

    /// Plays the first trials of a block, with a twin for each where they are asked for; tells their yields.
    pub(super) fn tally_block(
        &self,
        tally: &mut Tally,
        worlds: Worlds,
        campaign: &Campaign,
        Luck { seed, block, strategy }: Luck,
        trials: u64,
        twins: bool,
    ) -> Vec<u32> {
        let mut numbers = Numbers::open(seed, Purpose::Calls { strategy }, block);
        let mut of_twins = twins.then(|| Numbers::open(seed, Purpose::Twin { strategy }, block));
        let uncertain = !campaign.uncertain().is_empty();
        let mut worlds = LaneWorlds::new(campaign, worlds);
        let mut dealer = Dealer::of(campaign);
        let mut of_calls: Counts = [[0; LANES]; CallTree::MAX_PATHS];
        let mut counts: Box<PathCounts<u32, LANES>> = Box::new([[[0; LANES]; CallTree::MAX_PATHS]; 2]);
        let mut totals = Totals::default();
        let mut yields = Vec::with_capacity(trials as usize);
        loop {
            let lanes = (trials as usize - yields.len()).min(LANES);
            counts.as_flattened_mut().as_flattened_mut().fill(0);
            let standing = self.play(&worlds, dealer.as_mut(), &mut numbers, |kind, _, codes, calls, numbers| {
                numbers.play_up_to(codes, calls, &mut of_calls);
                for (sums, more) in counts[kind.index()].iter_mut().zip(&of_calls) {
                    sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += u32::from(*more));
                }
                held(kind, &of_calls)
            });
            counts.as_flattened_mut().iter_mut().for_each(|calls| calls[lanes..].fill(0));
            kernel::add_many(&mut totals, &counts);
            tally.keep((0..lanes).map(|lane| self.spent(standing.made[lane], standing.meetings[lane])));
            standing.made[..lanes].iter().for_each(|made| tally.push_attempts(*made));
            yields.extend_from_slice(&standing.meetings[..lanes]);
            tally.push_clamped(worlds.clamped(lanes));
            if let Some(numbers) = &mut of_twins {
                let twin = self.play(&worlds, dealer.as_mut(), numbers, |kind, _, codes, calls, numbers| {
                    numbers.play_up_to(codes, calls, &mut of_calls);
                    held(kind, &of_calls)
                });
                let pairs = standing.meetings.iter().zip(twin.meetings).take(lanes);
                pairs.for_each(|(one, other)| tally.variance_split_mut().push(*one, other));
            }
            if yields.len() as u64 == trials {
                break;
            }
            if uncertain {
                worlds.next();
            }
        }
        tally.push_yields(&yields);
        tally.push_totals(&totals);
        yields
    }

    /// The attempts of the first trial, one after the other.
    pub(super) fn first_trial(&self, campaign: &Campaign, worlds: Worlds, numbers: &mut Numbers) -> Vec<Attempt> {
        let worlds = LaneWorlds::new(campaign, worlds);
        let mut dealer = Dealer::of(campaign);
        // The paths of the first lane's calls: cold ones, and warm ones by connector.
        let mut told = [Vec::new(), Vec::new()];
        self.play(&worlds, dealer.as_mut(), numbers, |kind, connector, codes, calls, numbers| {
            let paths = numbers.tell(codes, calls);
            let (told, number) = (&mut told[kind.index()], connector.unwrap_or(0) as usize);
            told.resize(told.len().max(number + 1), VecDeque::<usize>::new());
            told[number].extend(&paths[0]);
            let held = |path: &usize| path_kinds(kind)[*path].1 == Ending::Held;
            std::array::from_fn(|lane| paths[lane].iter().filter(|path| held(path)).count() as u32)
        });
        let dealt = campaign.connectors().map(|connectors| connectors.count);
        let mut warm = 0;
        let attempt = |(kind, contact): (Kind, u32)| {
            let connector = dealt.filter(|_| kind == Kind::Warm).map(|count| warm % count);
            warm += u32::from(kind == Kind::Warm);
            let of_connector = told[kind.index()].get_mut(connector.unwrap_or(0) as usize)?;
            let path = campaign.tree(kind).paths()[of_connector.pop_front()?];
            let generation = (kind == Kind::Warm).then_some(1);
            Some(Attempt { kind, generation, connector: connector.map(|number| number + 1), contact, attempt: 1, path })
        };
        campaign.kinds().zip(1..).map_while(attempt).collect()
    }
}

/// The meetings that calls of a kind brought.
fn held(kind: Kind, counts: &Counts) -> Lanes<u32> {
    let mut held = [0; LANES];
    for (_, counts) in path_kinds(kind).iter().zip(counts).filter(|((_, ending), _)| *ending == Ending::Held) {
        for lane in 0..LANES {
            held[lane] += u32::from(counts[lane]);
        }
    }
    held
}
