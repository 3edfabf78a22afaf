//! The loops in which nearly all the time is spent: plain arrays, compiled for several instruction sets, of which the
//! best is chosen when the program runs. All give the same integers.
#![expect(clippy::needless_range_loop, reason = "all loops over lanes look alike: the compiler makes vectors of them")]
#![expect(clippy::inline_always, reason = "what the compiled versions share has to be compiled for each of them")]

use multiversion::multiversion;

use super::codes::{Codes, Counts, LaneRates};
use super::pool_lanes::{PoolCodes, PoolLanes, PoolRanges, path_code};
use crate::model::{CallTree, Kind};

use crate::simulate::generator::{Aligned, Generator, LANES, Lanes};
use crate::simulate::quantity::{PathCounts, Totals};

/// This many calls can be counted in 8 bits; two of them are drawn at a time.
const MOST_AT_ONCE: u16 = 254;

/// Draws an 8-bit code per call and lane, then, step by step, a 16-bit one per lane for those that were left over, and
/// counts the paths. Returns how many calls of each lane are left over all the same.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn count(generator: &mut Generator, calls: u16, codes: &Codes, counts: &mut Counts) -> Lanes<u16> {
    count_calls::<false>(generator, &[calls; LANES], codes, counts)
}

/// The same for a given number of calls of each lane.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn count_up_to(
    generator: &mut Generator,
    calls: &Lanes<u16>,
    codes: &Codes,
    counts: &mut Counts,
) -> Lanes<u16> {
    count_calls::<true>(generator, calls, codes, counts)
}

/// Adds what campaigns of few calls came to; tells their yields.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn add(totals: &mut Totals<u16>, counts: &[Counts; 2]) -> Lanes<u16> {
    totals.add(counts)
}

/// Adds what campaigns of many calls came to; tells their yields.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn add_many(totals: &mut Totals<u32>, counts: &PathCounts<u32, LANES>) -> Lanes<u32> {
    totals.add(counts)
}

/// Sets the codes of a kind at other rates.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn set_codes(codes: &mut Codes, kind: Kind, rates: &LaneRates) {
    // Two programs, as what a kind has no need of then takes no time.
    match kind {
        Kind::Cold => codes.set(Kind::Cold, rates, |_, world| world),
        Kind::Warm => codes.set(Kind::Warm, rates, |_, world| world),
    }
}

/// Sets the codes of warm calls by one connector in each lane, who has P(meeting) of a conversation that kept its standing and
/// P(incident) of his own.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn set_own_codes(codes: &mut Codes, rates: &LaneRates, own: &[Lanes<f64>; 2]) {
    codes.set(Kind::Warm, rates, |lane, world| world.of_connector(own[0][lane], own[1][lane]));
}

/// Draws a 16-bit code per contact and lane, and counts at which attempt it was reached. Returns how many contacts of each lane
/// are left over.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn close(
    generator: &mut Generator,
    ends: &[Lanes<u16>],
    draws: &Lanes<u16>,
    reached: &mut [Lanes<u32>],
) -> Lanes<u16> {
    count_closed(generator, ends, draws, reached)
}

/// Attempts of campaigns with a pool, until all are made or some code was left over; returns how many are made then, and
/// whether one was.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn pool_attempts(
    generator: &mut Generator,
    codes: &PoolCodes,
    made: usize,
    pool: &mut PoolLanes,
) -> (usize, bool) {
    match codes.referrals.len() {
        ..=4 => attempts::<4>(generator, codes, made, pool),
        5..=8 => attempts::<8>(generator, codes, made, pool),
        9..=12 => attempts::<12>(generator, codes, made, pool),
        _ => attempts::<16>(generator, codes, made, pool),
    }
}

/// Adds how many of these codes are in each range, two ranges at a time.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn count_codes(codes: &[Aligned<Lanes<u16>>], ranges: &PoolRanges, counts: &mut [Counts; 2]) {
    // What lies below the end of a range and not below the end of the one before is in it; what lies below no end, in the
    // last one. Sums may wrap, and differences of them wrap back: no count exceeds the number of calls, which fits.
    let mut before = [0; LANES];
    let mut add = |[kind, path]: [usize; 2], below: Lanes<u16>| {
        for lane in 0..LANES {
            let sum = &mut counts[kind][path][lane];
            *sum = sum.wrapping_add(below[lane].wrapping_sub(before[lane]));
        }
        before = below;
    };
    for (paths, ends) in ranges.paths.chunks(2).zip(ranges.ends.chunks(2)) {
        let mut own_ends = [0; 2];
        own_ends[..ends.len()].copy_from_slice(ends);
        let mut below = Aligned([[0_u16; LANES]; 2]);
        for codes in codes {
            for (below, end) in below.0.iter_mut().zip(own_ends) {
                for lane in 0..LANES {
                    below[lane] = below[lane].wrapping_add((codes.0[lane] < end).into());
                }
            }
        }
        paths.iter().zip(below.0).take(ends.len()).for_each(|(path, below)| add(*path, below));
    }
    ranges.paths.last().into_iter().for_each(|path| add(*path, [codes.len() as u16; LANES]));
}

/// The first `ENDS` ends of the referrals' codes stay in registers.
#[inline(always)]
fn attempts<const ENDS: usize>(
    generator: &mut Generator,
    codes: &PoolCodes,
    made: usize,
    pool: &mut PoolLanes,
) -> (usize, bool) {
    let [cold_held, warm_held] = [0, 1].map(|kind: usize| codes.paths[kind].held);
    let [cold_end, warm_end] = [0, 1].map(|kind: usize| codes.paths[kind].end);
    let (fewest, last, most) = (codes.fewest, codes.last_referrals, codes.most);
    let mut ends = [0; ENDS];
    ends.copy_from_slice(&codes.referrals[..ENDS]);
    let other_ends = &codes.referrals[ENDS..];
    let mut own = generator.clone();
    let mut at_hand = pool.at_hand;
    let (mut still_warm, mut first_warm) = (pool.still_warm, pool.first_warm);
    let (mut before, mut referrals) = (Aligned([0; LANES]), Aligned([0; LANES]));
    let (mut after, mut left_over) = (made, 0_u16);
    for path_codes in &mut pool.path_codes[made..] {
        let Aligned(drawn) = Aligned(own.words());
        referrals = Aligned(own.words());
        let mut others = Aligned([fewest; LANES]);
        for end in other_ends {
            for lane in 0..LANES {
                others.0[lane] = others.0[lane].wrapping_add((referrals.0[lane] >= *end).into());
            }
        }
        for lane in 0..LANES {
            let is_warm = at_hand.0[lane] > 0;
            still_warm.0[lane] &= u16::from(is_warm);
            first_warm.0[lane] = first_warm.0[lane].wrapping_add(still_warm.0[lane]);
            let code = path_code(drawn[lane], is_warm);
            path_codes.0[lane] = code;
            let (held, end) = if is_warm { (warm_held, warm_end) } else { (cold_held, cold_end) };
            let is_held = code < held;
            let mut brought = others.0[lane];
            for end in ends {
                brought = brought.wrapping_add((referrals.0[lane] >= end).into());
            }
            let more = if is_held { brought } else { 0 };
            before.0[lane] = at_hand.0[lane].saturating_sub(1);
            at_hand.0[lane] = before.0[lane].saturating_add(more).min(most);
            left_over |= u16::from(code >= end) | (u16::from(is_held) & u16::from(referrals.0[lane] >= last));
        }
        after += 1;
        if left_over > 0 {
            break;
        }
    }
    *generator = own;
    (pool.at_hand, pool.still_warm, pool.first_warm) = (at_hand, still_warm, first_warm);
    (pool.before, pool.referral_codes) = (before, referrals);
    (after, left_over > 0)
}

/// Unless every lane has calls of its own, all have as many as the first one.
#[inline(always)]
pub(super) fn count_calls<const OWN: bool>(
    generator: &mut Generator,
    calls: &Lanes<u16>,
    codes: &Codes,
    counts: &mut Counts,
) -> Lanes<u16> {
    let mut left = *calls;
    let (paths, ends) = (codes.first.paths(), codes.first.ends());
    let mut own = Aligned(*calls);
    let mut to_do = if OWN { calls.iter().fold(0, |most, calls| most.max(*calls)) } else { calls[0] };
    while to_do > 0 {
        let at_once = to_do.min(MOST_AT_ONCE);
        let mut of_lanes = Aligned([0_u8; LANES]);
        if OWN {
            for lane in 0..LANES {
                of_lanes.0[lane] = own.0[lane].min(MOST_AT_ONCE) as u8;
                own.0[lane] -= u16::from(of_lanes.0[lane]);
            }
        }
        // Counters stay in registers where their number is known to the compiler.
        match paths.len() {
            1 => first::<1, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            2 => first::<2, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            3 => first::<3, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            4 => first::<4, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            5 => first::<5, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            6 => first::<6, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            7 => first::<7, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            8 => first::<8, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            9 => first::<9, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            10 => first::<10, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            11 => first::<11, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            12 => first::<12, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
            _ => first::<13, OWN>(generator, at_once, &of_lanes.0, paths, ends, counts, &mut left),
        }
        to_do -= at_once;
    }
    second(generator, codes, counts, &mut left);
    left
}

#[inline(always)]
fn first<const PATHS: usize, const OWN: bool>(
    generator: &mut Generator,
    calls: u16,
    of_lanes: &Lanes<u8>,
    paths: &[usize],
    ends: &[Lanes<u8>],
    counts: &mut Counts,
    left: &mut Lanes<u16>,
) {
    let mut own_ends = [[0_u8; LANES]; PATHS];
    own_ends.copy_from_slice(&ends[..PATHS]);
    let mut below = Aligned([[0_u8; LANES]; PATHS]);
    let mut own = generator.clone();
    let mut count = |mut codes: Lanes<u8>, call: u16| {
        if OWN {
            // The last code is always left over.
            for lane in 0..LANES {
                codes[lane] = if (call as u8) < of_lanes[lane] { codes[lane] } else { u8::MAX };
            }
        }
        for path in 0..PATHS {
            for lane in 0..LANES {
                below.0[path][lane] = below.0[path][lane].wrapping_add((codes[lane] < own_ends[path][lane]).into());
            }
        }
    };
    for pair in 0..calls / 2 {
        let [one, other] = own.bytes();
        count(one, 2 * pair);
        count(other, 2 * pair + 1);
    }
    if calls % 2 == 1 {
        count(own.bytes()[0], calls - 1);
    }
    *generator = own;
    let mut before = [0; LANES];
    for (path, below) in paths.iter().zip(below.0) {
        for lane in 0..LANES {
            let more = u16::from(below[lane].wrapping_sub(before[lane]));
            counts[*path][lane] = counts[*path][lane].wrapping_add(more);
            left[lane] = left[lane].wrapping_sub(more);
        }
        before = below;
    }
}

#[inline(always)]
fn second(generator: &mut Generator, codes: &Codes, counts: &mut Counts, left: &mut Lanes<u16>) {
    let draws = *left;
    let (paths, ends) = (codes.second.paths(), codes.second.ends());
    let most = draws.iter().fold(0, |most, &draws| most.max(draws));
    let mut below = Aligned([[0_u16; LANES]; CallTree::MAX_PATHS]);
    for step in 0..most {
        let mut drawn = Aligned(generator.words());
        // The last code is always left over.
        for lane in 0..LANES {
            drawn.0[lane] = if step < draws[lane] { drawn.0[lane] } else { u16::MAX };
        }
        for (below, ends) in below.0.iter_mut().zip(ends) {
            for lane in 0..LANES {
                below[lane] = below[lane].wrapping_add((drawn.0[lane] < ends[lane]).into());
            }
        }
    }
    let mut before = [0; LANES];
    for (path, below) in paths.iter().zip(below.0) {
        for lane in 0..LANES {
            let more = below[lane].wrapping_sub(before[lane]);
            counts[*path][lane] = counts[*path][lane].wrapping_add(more);
            left[lane] = left[lane].wrapping_sub(more);
        }
        before = below;
    }
}

#[inline(always)]
fn count_closed(
    generator: &mut Generator,
    ends: &[Lanes<u16>],
    draws: &Lanes<u16>,
    reached: &mut [Lanes<u32>],
) -> Lanes<u16> {
    let mut left = *draws;
    let most = draws.iter().fold(0, |most, &draws| most.max(draws));
    for step in 0..most {
        let drawn = generator.words();
        let mut below = [false; LANES];
        for (ends, reached) in ends.iter().zip(&mut *reached) {
            for lane in 0..LANES {
                let now = drawn[lane] < ends[lane] && step < draws[lane];
                let more = u16::from(now && !below[lane]);
                reached[lane] = reached[lane].wrapping_add(more.into());
                left[lane] = left[lane].wrapping_sub(more);
                below[lane] = now;
            }
        }
    }
    left
}
