//! Campaigns side by side: each step draws one call of 64 campaigns. See docs/performance.md.
//!
//! One random byte decides most calls. A path of probability p gets ⌊256 p⌋ of the byte's values, one after the other, so
//! that counting how many bytes lie below each path's end counts the calls that took it: additions and comparisons of bytes,
//! 64 at a time, and no branch. A byte among the few values that are left over decides nothing; such a call draws 16 bits in
//! the same way from what the first step cut off, and 64 bits if these are left over too. All three steps together give each
//! path its probability to 2^-64. The order of the draws (all bytes of a kind, then all 16-bit codes, then lane by lane the
//! rest) is part of the results' definition.
//!
//! For campaigns whose calls are planned, as far as a stop lets them be made, and for pools of referrals that have an exact
//! distribution. Others are played one after the other.

mod closing;
mod codes;
mod connectors;
mod kernel;
mod numbers;
mod pool;
mod pool_lanes;
mod stopped;
#[cfg(test)]
mod tests;

use self::closing::{Closed, ClosingCodes};
use self::codes::{Codes, Counts, LaneRates};
use self::connectors::Dealer;
use self::numbers::Numbers;
use self::pool_lanes::PoolCodes;
use self::stopped::Stopping;
use super::generator::{Aligned, LANES, Lanes};
use super::quantity::{MOST_IN_16_BITS, PathCounts, Totals};
use super::rate_draws::Worlds;
use super::rounds::PlayedRounds;
use super::stream::{Luck, Purpose};
use super::tally::Tally;
use super::trial::{Attempt, NOT_REACHED};
use crate::interruption::check_cancelled;
use crate::model::call::CallTree;
use crate::model::stop::Spent;
use crate::model::{Campaign, Kind};

/// The probabilities of one campaign after the other in each lane.
#[derive(Debug)]
struct LaneWorlds<'a> {
    worlds: Worlds<'a>,
    rates: Box<LaneRates>,
    /// Of cold and of warm calls.
    codes: [Box<Codes>; 2],
    /// Where contacts are called several times.
    closing: Option<[ClosingCodes; 2]>,
    has_calls: [bool; 2],
}

impl<'a> LaneWorlds<'a> {
    fn new(campaign: &Campaign, worlds: Worlds<'a>) -> Self {
        let (response, reading) = (campaign.rates().response(), campaign.rates().reading());
        let values = Aligned(worlds.average().map(|value| [value; LANES]));
        let max_attempts = campaign.max_attempts();
        let rates = Box::new(LaneRates { values, response, reading, max_attempts });
        let closing = (max_attempts > 1).then(|| Kind::ALL.map(|_| ClosingCodes::new(max_attempts)));
        let mut first =
            Self { worlds, rates, codes: [Codes::none(), Codes::none()], closing, has_calls: campaign.has_calls() };
        first.next();
        first
    }

    /// In how many of the first lanes a probability of the campaign's calls was set to the nearest possible one.
    fn clamped(&self, lanes: usize) -> u64 {
        let ([cold, warm], [has_cold, has_warm]) = (&self.codes, self.has_calls);
        let of_kinds = cold.clamped.iter().zip(&warm.clamped).take(lanes);
        of_kinds.map(|(cold, warm)| u64::from(*cold && has_cold || *warm && has_warm)).sum()
    }

    fn next(&mut self) {
        self.worlds.next_lanes(&mut self.rates.values.0);
        for kind in Kind::ALL {
            kernel::set_codes(&mut self.codes[kind.index()], kind, &self.rates);
            if let Some(closing) = &mut self.closing {
                closing[kind.index()].set(kind, &self.rates);
            }
        }
    }

    /// The planned calls of a kind, a portion after the other, those of each connector apart; shows the connector's number, from
    /// 0 up.
    fn planned(
        &self,
        campaign: &Campaign,
        kind: Kind,
        dealer: Option<&mut Dealer>,
        numbers: &mut Numbers,
        mut play: impl FnMut(Option<u32>, &Codes, u16, &mut Numbers),
    ) {
        let all = campaign.attempts(kind);
        match dealer.filter(|_| kind == Kind::Warm) {
            Some(dealer) => dealer.deal_all(all, self, numbers, |connector, codes, calls, numbers| {
                portions(calls).for_each(|calls| play(Some(connector), codes, calls, numbers));
            }),
            None => portions(all).for_each(|calls| play(None, &self.codes[kind.index()], calls, numbers)),
        }
    }
}

/// A block of campaigns with room for their counts: in 16 bits where that suffices.
#[derive(Debug)]
enum Block {
    FewCalls(Box<(Aligned<[Counts; 2]>, Totals<u16>)>),
    ManyCalls(Box<(Counts, PathCounts<u32, LANES>, Totals<u32>)>),
}

impl Block {
    fn new(campaign: &Campaign) -> Self {
        const NONE: Counts = [[0; LANES]; CallTree::MAX_PATHS];
        if campaign.most_attempts() <= MOST_IN_16_BITS.into() && campaign.connectors().is_none() {
            Self::FewCalls(Box::new((Aligned([NONE; 2]), Totals::default())))
        } else {
            Self::ManyCalls(Box::new((NONE, [[[0; LANES]; CallTree::MAX_PATHS]; 2], Totals::default())))
        }
    }

    /// One campaign in each of the first lanes, the warm calls first; tells their yields. What closes contacts that are
    /// called several times is drawn where there is room for it.
    fn round(
        &mut self,
        campaign: &Campaign,
        worlds: &LaneWorlds,
        numbers: &mut Numbers,
        lanes: usize,
        mut dealer: Option<&mut Dealer>,
        mut closed: Option<&mut Closed>,
    ) -> Lanes<u32> {
        let mut close = |kind: Kind, contacts: u16, counts: &Counts, numbers: &mut Numbers| {
            let closing = closed.as_mut().zip(worlds.closing.as_ref());
            closing.map(|(closed, codes)| closed.close(kind, contacts, counts, &codes[kind.index()], numbers))
        };
        match self {
            Self::FewCalls(block) => {
                let (Aligned(counts), totals) = &mut **block;
                for kind in [Kind::Warm, Kind::Cold] {
                    let counts = &mut counts[kind.index()];
                    let calls = campaign.attempts(kind) as u16;
                    numbers.play(&worlds.codes[kind.index()], calls, counts);
                    if let Some(in_vain) = close(kind, calls, counts, numbers) {
                        counts[NOT_REACHED] = in_vain.map(|attempts| attempts as u16);
                    }
                    if lanes < LANES {
                        for calls in counts.iter_mut() {
                            calls[lanes..].fill(0);
                        }
                    }
                }
                kernel::add(totals, counts).map(u32::from)
            }
            Self::ManyCalls(block) => {
                let (of_portion, counts, totals) = &mut **block;
                counts.as_flattened_mut().as_flattened_mut().fill(0);
                for kind in [Kind::Warm, Kind::Cold] {
                    worlds.planned(campaign, kind, dealer.as_deref_mut(), numbers, |_, codes, calls, numbers| {
                        numbers.play(codes, calls, of_portion);
                        if let Some(in_vain) = close(kind, calls, of_portion, numbers) {
                            of_portion[NOT_REACHED].fill(0);
                            let sums = &mut counts[kind.index()][NOT_REACHED];
                            sums.iter_mut().zip(in_vain).take(lanes).for_each(|(sum, more)| *sum += more);
                        }
                        for (sums, more) in counts[kind.index()].iter_mut().zip(&*of_portion) {
                            sums.iter_mut().zip(more).take(lanes).for_each(|(sum, more)| *sum += u32::from(*more));
                        }
                    });
                }
                kernel::add_many(totals, counts)
            }
        }
    }

    fn tally(&self, tally: &mut Tally) {
        match self {
            Self::FewCalls(block) => tally.push_totals(&block.1),
            Self::ManyCalls(block) => tally.push_totals(&block.2),
        }
    }
}

/// This many calls of a kind are played at once. Part of the results' definition: another number is a value-breaking
/// change for campaigns of more calls.
const PORTION: u16 = 8_191;

fn portions(calls: u32) -> impl Iterator<Item = u16> {
    (0..calls).step_by(PORTION.into()).map(move |made| (calls - made).min(PORTION.into()) as u16)
}

/// Plays the first trials of a block, with a twin for each where they are asked for; tells their yields.
fn tally_planned(
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
    let (mut block, mut of_twin) = (Block::new(campaign), Block::new(campaign));
    let mut dealer = Dealer::of(campaign);
    let mut closed = (campaign.max_attempts() > 1).then(|| Closed::new(campaign.max_attempts()));
    let mut rounds = PlayedRounds::new();
    let planned = Kind::ALL.map(|kind| campaign.attempts(kind));
    let mut yields = Vec::with_capacity(trials as usize);
    loop {
        check_cancelled();
        let lanes = (trials as usize - yields.len()).min(LANES);
        if let Some(closed) = &mut closed {
            closed.clear();
        }
        let begin = |dealer: &mut Dealer| dealer.begin(&worlds);
        dealer.iter_mut().for_each(begin);
        let meetings = block.round(campaign, &worlds, &mut numbers, lanes, dealer.as_mut(), closed.as_mut());
        if let Some(closed) = &closed {
            for (lane, &meetings) in meetings.iter().enumerate().take(lanes) {
                let [cold, warm] = closed.attempts(lane);
                closed.rounds(lane, campaign.calls(), &mut rounds);
                let repeated = warm - campaign.warm_attempts();
                tally.rounds_mut().push(&rounds, repeated, [cold, warm, meetings]);
                tally.push_attempts(cold + warm);
            }
        }
        tally.keep((0..lanes).map(|lane| {
            let attempts = closed.as_ref().map_or(planned, |closed| closed.attempts(lane));
            Spent { attempts, repeated: attempts[1] - planned[1], meetings: meetings[lane] }
        }));
        yields.extend_from_slice(&meetings[..lanes]);
        tally.push_clamped(worlds.clamped(lanes));
        if let Some(of_twins) = &mut of_twins {
            dealer.iter_mut().for_each(begin);
            let twins = of_twin.round(campaign, &worlds, of_twins, lanes, dealer.as_mut(), None);
            meetings
                .iter()
                .zip(twins)
                .take(lanes)
                .for_each(|(one, other)| tally.variance_split_mut().push(*one, other));
        }
        if yields.len() as u64 == trials {
            break;
        }
        if uncertain {
            worlds.next();
        }
    }
    tally.push_yields(&yields);
    block.tally(tally);
    yields
}

/// The attempts of the first trial, one after the other.
fn first_planned(campaign: &Campaign, worlds: Worlds, numbers: &mut Numbers) -> Vec<Attempt> {
    let worlds = LaneWorlds::new(campaign, worlds);
    let mut dealer = Dealer::of(campaign);
    if let Some(dealer) = &mut dealer {
        dealer.begin(&worlds);
    }
    // Kind, connector and path of every contact, and the attempt that closes it, from 0 up.
    let mut contacts = Vec::new();
    for kind in [Kind::Warm, Kind::Cold] {
        let mut of_connectors = Vec::new();
        worlds.planned(campaign, kind, dealer.as_mut(), numbers, |connector, codes, calls, numbers| {
            let told = numbers.tell(codes, &[calls; LANES]);
            let closed = worlds.closing.as_ref().map(|codes| closing::tell(kind, &told, &codes[kind.index()], numbers));
            let closed = closed.unwrap_or_else(|| vec![0; calls.into()]);
            let told = told[0].iter().zip(closed).map(|(&path, attempt)| (kind, connector, path, attempt));
            let number = connector.unwrap_or(0) as usize;
            of_connectors.resize(of_connectors.len().max(number + 1), Vec::new());
            of_connectors[number].extend(told);
        });
        // Dealt in turn.
        let most = of_connectors.first().map_or(0, Vec::len);
        contacts.extend((0..most).flat_map(|turn| of_connectors.iter().filter_map(move |of| of.get(turn)).copied()));
    }
    let mut attempts = Vec::new();
    for attempt in 0..campaign.max_attempts() {
        for (contact, &(kind, connector, path, last)) in (1..).zip(&contacts).filter(|(_, (.., last))| *last >= attempt)
        {
            let path = if last == attempt { path } else { NOT_REACHED };
            let path = campaign.tree_of_attempt(kind, attempt + 1).paths()[path];
            let generation = (kind == Kind::Warm).then_some(1);
            let connector = connector.map(|number| number + 1);
            attempts.push(Attempt { kind, generation, connector, contact, attempt: attempt + 1, path });
        }
    }
    attempts
}

/// What the lanes need to play a campaign.
#[derive(Debug)]
pub(super) enum Player {
    /// Chance has no say in which attempts are made.
    Planned,
    /// A stop may leave the last of them out.
    Stopped(Box<Stopping>),
    /// It has a pool of referrals.
    Pool(Box<PoolCodes>),
}

impl Player {
    /// `None` for campaigns that the lanes do not play.
    pub(super) fn of(campaign: &Campaign) -> Option<Self> {
        if campaign.was_called() {
            return None;
        }
        if campaign.is_planned() {
            return Some(Self::Planned);
        }
        let stopped = || Stopping::of(campaign).map(Box::new).map(Self::Stopped);
        pool::codes(campaign).map(Box::new).map(Self::Pool).or_else(stopped)
    }

    /// Plays the first trials of a block, with a twin for each where they are asked for; tells their yields.
    pub(super) fn tally_block(
        &self,
        tally: &mut Tally,
        worlds: Worlds,
        campaign: &Campaign,
        luck: Luck,
        trials: u64,
        twins: bool,
    ) -> Vec<u32> {
        match self {
            Self::Planned => tally_planned(tally, worlds, campaign, luck, trials, twins),
            Self::Stopped(stopping) => stopping.tally_block(tally, worlds, campaign, luck, trials, twins),
            Self::Pool(codes) => pool::tally_block(tally, campaign, codes, luck, trials),
        }
    }

    /// The attempts of the first trial, one after the other.
    pub(super) fn first_trial(&self, campaign: &Campaign, worlds: Worlds, seed: u64) -> Vec<Attempt> {
        let mut numbers = Numbers::open(seed, Purpose::Calls { strategy: 0 }, 0);
        match self {
            Self::Planned => first_planned(campaign, worlds, &mut numbers),
            Self::Stopped(stopping) => stopping.first_trial(campaign, worlds, &mut numbers),
            Self::Pool(codes) => pool::tell(campaign, codes, &mut numbers).swap_remove(0),
        }
    }
}
