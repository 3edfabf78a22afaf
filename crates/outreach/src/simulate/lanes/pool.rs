//! Campaigns with a pool of referrals, side by side: a call of each takes 16 bits for its path, and 16 for the referrals
//! that it may bring.
//!
//! For those whose chains have an exact law: it tells the meetings of each generation, which the lanes do not count.

use super::codes::divide;
use super::kernel::{self, Counts};
use super::{Aligned, LANES, Lanes, Luck, Numbers, Totals};
use crate::call::{CallTree, Kind, shapes};
use crate::exact::has_pool_law;
use crate::interruption::look;
use crate::pool::Referrals;
use crate::simulate::draw::{self, Paths};
use crate::simulate::stream::Purpose;
use crate::simulate::tally::Tally;
use crate::{Attempt, Campaign, Ending, Parameter, Pmf};

/// What decides an attempt, as ranges of 16-bit codes. Those that are left over, at least one, mean *draw again* among
/// what the ranges cut off.
#[derive(Debug)]
pub(in crate::simulate) struct PoolCodes {
    /// Of cold and of warm calls.
    pub(super) paths: [PathCodes; 2],
    /// Where the codes of the numbers of referrals end, from the fewest up; filled up to a multiple of four.
    pub(super) referrals: Vec<u16>,
    /// Where the left-over ones begin.
    pub(super) last_referrals: u16,
    pub(super) fewest: u16,
    /// What the codes cut off.
    more_referrals: draw::Counts,
    /// More referrals than calls are as good as that many.
    pub(super) most: u16,
}

#[derive(Debug)]
pub(super) struct PathCodes {
    /// Those that have a code, as indices in the tree; the ones that end in a meeting come first.
    paths: Vec<usize>,
    pub(super) ends: Vec<u16>,
    /// Where the codes of the meetings end.
    pub(super) held: u16,
    /// What the codes cut off.
    rest: Paths,
}

impl PathCodes {
    fn new(tree: &CallTree) -> Self {
        let paths = tree.paths();
        let mut odds = [[0.0]; CallTree::MOST_PATHS];
        odds.iter_mut().zip(paths).for_each(|(odds, path)| *odds = [path.odds]);
        let (mut codes, mut rest) = ([[0]; CallTree::MOST_PATHS], [[0.0]; CallTree::MOST_PATHS]);
        divide(&odds, 1 << 16, &mut codes, &mut rest);
        let is_held = |path: &usize| paths[*path].held();
        let (mut order, others): (Vec<_>, Vec<_>) =
            (0..paths.len()).filter(|path| codes[*path][0] > 0).partition(is_held);
        let held = order.iter().map(|path| codes[*path][0]).sum::<u32>() as u16;
        order.extend(others);
        let ends = ends(order.iter().map(|path| codes[*path][0]));
        Self { paths: order, ends, held, rest: Paths::new(&rest.map(|[odds]| odds)) }
    }

    /// Where the left-over codes begin.
    #[inline]
    pub(super) fn end(&self) -> u16 {
        self.ends.last().copied().unwrap_or(0)
    }
}

/// Where consecutive ranges end.
fn ends(lengths: impl Iterator<Item = u32>) -> Vec<u16> {
    let mut end = 0;
    lengths
        .map(|length| {
            end += length;
            end as u16
        })
        .collect()
}

impl PoolCodes {
    /// For campaigns with an exact law of their pool.
    fn new(campaign: &Campaign, law: &Pmf) -> Self {
        let odds: Vec<_> = law.masses().iter().map(|mass| [*mass]).collect();
        let (mut codes, mut rest) = (vec![[0]; odds.len()], vec![[0.0]; odds.len()]);
        divide(&odds, 1 << 16, &mut codes, &mut rest);
        let used = codes.iter().rposition(|[codes]| *codes > 0).map_or(0, |last| last + 1);
        let rest = Pmf::from_masses(law.first(), rest.into_iter().flatten().collect());
        let mut referrals = ends(codes[..used].iter().map(|[codes]| *codes));
        let last_referrals = referrals.last().copied().unwrap_or(0);
        referrals.resize(referrals.len().next_multiple_of(4), u16::MAX);
        Self {
            paths: Kind::ALL.map(|kind| PathCodes::new(campaign.tree(kind))),
            referrals,
            last_referrals,
            fewest: law.first() as u16,
            more_referrals: draw::Counts::new(&rest.expect("at least one code is left over")),
            most: campaign.calls() as u16,
        }
    }
}

/// Where the campaigns of all lanes stand.
#[derive(Debug)]
pub(super) struct PoolLanes {
    pub(super) at_hand: Aligned<Lanes<u16>>,
    /// 1 as long as no attempt was cold; how many were warm till then.
    pub(super) still_warm: Aligned<Lanes<u16>>,
    pub(super) first_warm: Aligned<Lanes<u16>>,
    /// The codes of each attempt's path, as a cold and as a warm one: [`kernel::NO_CODE`] for what it is not.
    pub(super) path_codes: [Vec<Aligned<Lanes<u16>>>; 2],
    /// Of the last attempt: 1 for warm ones, what was at hand after it took one, and the codes of its referrals.
    pub(super) warm: Aligned<Lanes<u16>>,
    pub(super) before: Aligned<Lanes<u16>>,
    pub(super) referral_codes: Aligned<Lanes<u16>>,
    pub(super) counts: Aligned<[Counts; 2]>,
}

impl PoolLanes {
    pub(super) fn new(codes: &PoolCodes) -> Self {
        let none = Aligned([0; LANES]);
        let no_codes = vec![none; codes.most.into()];
        Self {
            at_hand: none,
            still_warm: none,
            first_warm: none,
            path_codes: [no_codes.clone(), no_codes],
            warm: none,
            before: none,
            referral_codes: none,
            counts: Aligned([[[0; LANES]; CallTree::MOST_PATHS]; 2]),
        }
    }

    /// A campaign in each of the first lanes.
    pub(super) fn play(&mut self, initial: u32, codes: &PoolCodes, numbers: &mut Numbers, lanes: usize) {
        self.at_hand = Aligned([initial.min(codes.most.into()) as u16; LANES]);
        (self.still_warm, self.first_warm) = (Aligned([1; LANES]), Aligned([0; LANES]));
        self.counts.0.as_flattened_mut().fill([0; LANES]);
        let mut made = 0;
        while made < codes.most.into() {
            let left_over;
            (made, left_over) = kernel::pool_attempts(&mut numbers.codes, codes, made, self);
            if left_over {
                self.decide_left_over(made - 1, codes, numbers);
            }
        }
        for ((counts, of_kind), codes) in self.counts.0.iter_mut().zip(&self.path_codes).zip(&codes.paths) {
            kernel::count_codes(of_kind, &codes.paths, &codes.ends, counts);
        }
        for counts in self.counts.0.as_flattened_mut() {
            counts[lanes..].fill(0);
        }
    }

    /// Draws again what codes of an attempt have left over.
    fn decide_left_over(&mut self, attempt: usize, codes: &PoolCodes, numbers: &mut Numbers) {
        let mut held = [false; LANES];
        for (lane, held) in held.iter_mut().enumerate() {
            let kind = usize::from(self.warm.0[lane]);
            let code = self.path_codes[kind][attempt].0[lane];
            let of_kind = &codes.paths[kind];
            *held = code < of_kind.held;
            if code >= of_kind.end() {
                let path = of_kind.rest.draw(&mut numbers.again);
                self.counts.0[kind][path][lane] += 1;
                *held = shapes(Kind::ALL[kind])[path].1 == Ending::Held;
            }
        }
        for lane in (0..LANES).filter(|lane| held[*lane]) {
            let referrals = codes.referrals(self.referral_codes.0[lane], numbers);
            self.at_hand.0[lane] = (u64::from(self.before.0[lane]) + referrals).min(codes.most.into()) as u16;
        }
    }

    /// The number of the first cold attempt of a lane.
    pub(super) fn first_cold(&self, lane: usize) -> Option<u32> {
        (self.still_warm.0[lane] == 0).then(|| u32::from(self.first_warm.0[lane]) + 1)
    }
}

impl PoolCodes {
    /// The referrals that a held meeting brings.
    fn referrals(&self, code: u16, numbers: &mut Numbers) -> u64 {
        if code >= self.last_referrals {
            return self.more_referrals.draw(&mut numbers.again);
        }
        u64::from(self.fewest) + self.referrals.iter().take_while(|end| code >= **end).count() as u64
    }
}

/// Whether the lanes can play a campaign: whether its pool has an exact law.
pub(super) fn codes(campaign: &Campaign) -> Option<PoolCodes> {
    let pool = campaign.pool().filter(|_| has_pool_law(campaign))?;
    let introduced = campaign.rates().rate(Parameter::PoolIntroduced).mean();
    Some(PoolCodes::new(campaign, &pool.referrals(introduced)))
}

/// Plays the first trials of a block; tells their yields.
pub(super) fn tally_block(
    tally: &mut Tally,
    campaign: &Campaign,
    codes: &PoolCodes,
    Luck { seed, block, strategy }: Luck,
    trials: u64,
) -> Vec<u32> {
    let mut numbers = Numbers::open(seed, Purpose::Calls { strategy }, block);
    let mut totals = Totals::default();
    let mut yields = Vec::with_capacity(trials as usize);
    let mut pool = PoolLanes::new(codes);
    while yields.len() < trials as usize {
        look();
        let lanes = (trials as usize - yields.len()).min(LANES);
        pool.play(initial(campaign), codes, &mut numbers, lanes);
        let meetings = kernel::add(&mut totals, &pool.counts.0);
        yields.extend(meetings[..lanes].iter().copied().map(u32::from));
        for lane in 0..lanes {
            tally.push_first_cold(pool.first_cold(lane));
        }
    }
    tally.push_yields(&yields);
    tally.push_totals(&totals);
    yields
}

pub(super) fn initial(campaign: &Campaign) -> u32 {
    campaign.pool().map_or(0, |pool| pool.initial)
}

/// The attempts of every lane of the first round, by the plain program that the lanes have to agree with: generations
/// included.
pub(super) fn tell(campaign: &Campaign, codes: &PoolCodes, numbers: &mut Numbers) -> Vec<Vec<Attempt>> {
    let mut referrals = vec![Referrals::new(initial(campaign)); LANES];
    let mut told = vec![Vec::new(); LANES];
    for _ in 0..codes.most {
        let (path_codes, referral_codes) = (numbers.codes.words(), numbers.codes.words());
        for lane in 0..LANES {
            let generation = referrals[lane].take();
            let kind = if generation.is_some() { Kind::Warm } else { Kind::Cold };
            let PathCodes { paths, ends, rest, .. } = &codes.paths[kind.index()];
            let path = ends.iter().position(|end| path_codes[lane] < *end).map(|place| paths[place]);
            let path = path.unwrap_or_else(|| rest.draw(&mut numbers.again));
            told[lane].push(Attempt { kind, generation, path: campaign.tree(kind).paths()[path] });
        }
        for lane in 0..LANES {
            if let Some(Attempt { generation, .. }) = told[lane].last().filter(|attempt| attempt.path.held()) {
                referrals[lane].put(codes.referrals(referral_codes[lane], numbers), *generation);
            }
        }
    }
    told
}
