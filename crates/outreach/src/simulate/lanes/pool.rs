//! Campaigns with a pool of referrals, side by side: a call of each takes 16 bits for its path, and 16 for the
//! referrals that it may bring.
//!
//! For those whose chains have an exact distribution: it tells the meetings of each generation, which the lanes do not
//! count.

use super::pool_lanes::{PathCodes, PoolCodes, PoolLanes, path_code};
use super::{Aligned, LANES, Lanes, Luck, Numbers, Totals, kernel};
use crate::exact::has_pool_distribution;
use crate::interruption::check_cancelled;
use crate::model::call::path_kinds;
use crate::model::pool::Referrals;
use crate::model::stop::Spent;
use crate::model::{Campaign, Ending, Kind, Parameter};

use crate::simulate::Attempt;
use crate::simulate::stream::Purpose;
use crate::simulate::tally::Tally;

impl PoolLanes {
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
        kernel::count_codes(&self.path_codes, &codes.ranges, &mut self.counts.0);
        if lanes < LANES {
            self.counts.0.as_flattened_mut().iter_mut().for_each(|calls| calls[lanes..].fill(0));
        }
    }

    /// Draws again what codes of an attempt have left over.
    fn decide_left_over(&mut self, attempt: usize, codes: &PoolCodes, numbers: &mut Numbers) {
        let mut held = [false; LANES];
        for (lane, held) in held.iter_mut().enumerate() {
            let code = self.path_codes[attempt].0[lane];
            let kind = usize::from(code >= path_code(0, true));
            let of_kind = &codes.paths[kind];
            *held = code < of_kind.held;
            if code >= of_kind.end {
                let path = of_kind.rest.draw(&mut numbers.again);
                let counts = &mut self.counts.0[kind];
                counts[path][lane] = counts[path][lane].wrapping_add(1);
                let counted = &mut counts[of_kind.last_path()][lane];
                *counted = counted.wrapping_sub(1);
                *held = path_kinds(Kind::ALL[kind])[path].1 == Ending::Held;
            }
        }
        for lane in (0..LANES).filter(|lane| held[*lane]) {
            let referrals = codes.referrals(self.referral_codes.0[lane], numbers);
            self.at_hand.0[lane] = (u64::from(self.before.0[lane]) + referrals).min(codes.most.into()) as u16;
        }
    }

    /// The number of the first cold attempt of each lane; one beyond the calls where there was none.
    pub(super) fn first_cold(&self) -> Lanes<u32> {
        self.first_warm.0.map(|attempts| u32::from(attempts) + 1)
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

/// Whether the lanes can play a campaign: whether its pool has an exact distribution.
pub(super) fn codes(campaign: &Campaign) -> Option<PoolCodes> {
    let pool = campaign.pool().filter(|_| has_pool_distribution(campaign))?;
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
    let mut first_cold = Vec::with_capacity(trials as usize);
    let mut pool = PoolLanes::new(codes);
    while yields.len() < trials as usize {
        check_cancelled();
        let lanes = (trials as usize - yields.len()).min(LANES);
        pool.play(initial(campaign), codes, &mut numbers, lanes);
        let meetings = kernel::add(&mut totals, &pool.counts.0);
        let all = u32::from(codes.most);
        let warm = |lane: usize| pool.counts.0[Kind::Warm.index()].iter().map(|calls| u32::from(calls[lane])).sum();
        tally.keep((0..lanes).map(|lane| {
            let warm: u32 = warm(lane);
            Spent { attempts: [all - warm, warm], meetings: meetings[lane].into(), ..Spent::default() }
        }));
        yields.extend(meetings[..lanes].iter().copied().map(u32::from));
        first_cold.extend_from_slice(&pool.first_cold()[..lanes]);
    }
    tally.push_first_cold(&first_cold, codes.most.into());
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
            let code = path_code(path_codes[lane], kind == Kind::Warm);
            let path = ends.iter().position(|end| code < *end).map(|place| paths[place]);
            let path = path.unwrap_or_else(|| rest.draw(&mut numbers.again));
            let contact = told[lane].len() as u32 + 1;
            told[lane].push(Attempt {
                kind,
                generation,
                connector: None,
                contact,
                attempt: 1,
                path: campaign.tree(kind).paths()[path],
            });
        }
        for lane in 0..LANES {
            if let Some(Attempt { generation, .. }) = told[lane].last().filter(|attempt| attempt.path.held()) {
                referrals[lane].put(codes.referrals(referral_codes[lane], numbers), *generation);
            }
        }
    }
    told
}
