//! The loops in which nearly all the time is spent: plain arrays, compiled for several instruction sets, of which the
//! best is chosen when the program runs. All give the same integers.
#![expect(clippy::inline_always, reason = "what the compiled versions share has to be compiled for each of them")]

use multiversion::multiversion;

use super::codes::{Codes, LaneRates};
use crate::call::{CallTree, Kind};
use crate::simulate::generator::{Generator, LANES, Lanes};
use crate::simulate::quantity::{PathCounts, Totals};

/// How many calls of each lane took each path.
pub(super) type Counts = [Lanes<u16>; CallTree::MOST_PATHS];

/// So many calls can be counted in 8 bits.
const MOST_AT_ONCE: u16 = u8::MAX as u16;

/// Draws an 8-bit code per call and lane, then, step by step, a 16-bit one per lane for those that were left over, and
/// counts the paths. Tells how many calls of each lane are left over all the same.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn count(generator: &mut Generator, calls: u16, codes: &Codes, counts: &mut Counts) -> Lanes<u16> {
    count_calls(generator, calls, codes, counts)
}

/// Adds what campaigns of few calls came to; tells their yields.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn add(totals: &mut Totals<u16, LANES>, counts: &[Counts; 2]) -> Lanes<u16> {
    totals.add(counts)
}

/// Adds what campaigns of many calls came to; tells their yields.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn add_many(totals: &mut Totals<u32, LANES>, counts: &PathCounts<u32, LANES>) -> Lanes<u32> {
    totals.add(counts)
}

/// Sets the codes of a kind at other rates.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
pub(super) fn set_codes(codes: &mut Codes, kind: Kind, rates: &LaneRates) {
    // Two programs, as what a kind has no need of then takes no time.
    match kind {
        Kind::Cold => codes.set(Kind::Cold, rates),
        Kind::Warm => codes.set(Kind::Warm, rates),
    }
}

#[inline(always)]
pub(super) fn count_calls(generator: &mut Generator, calls: u16, codes: &Codes, counts: &mut Counts) -> Lanes<u16> {
    let mut left = [calls; LANES];
    let (paths, ends) = (codes.first.paths(), codes.first.ends());
    let mut to_do = calls;
    while to_do > 0 {
        let at_once = to_do.min(MOST_AT_ONCE);
        // Counters stay in registers where their number is known to the compiler.
        match paths.len() {
            0 => {}
            1 => first::<1>(generator, at_once, paths, ends, counts, &mut left),
            2 => first::<2>(generator, at_once, paths, ends, counts, &mut left),
            3 => first::<3>(generator, at_once, paths, ends, counts, &mut left),
            4 => first::<4>(generator, at_once, paths, ends, counts, &mut left),
            5 => first::<5>(generator, at_once, paths, ends, counts, &mut left),
            6 => first::<6>(generator, at_once, paths, ends, counts, &mut left),
            7 => first::<7>(generator, at_once, paths, ends, counts, &mut left),
            8 => first::<8>(generator, at_once, paths, ends, counts, &mut left),
            9 => first::<9>(generator, at_once, paths, ends, counts, &mut left),
            10 => first::<10>(generator, at_once, paths, ends, counts, &mut left),
            11 => first::<11>(generator, at_once, paths, ends, counts, &mut left),
            12 => first::<12>(generator, at_once, paths, ends, counts, &mut left),
            _ => first::<13>(generator, at_once, paths, ends, counts, &mut left),
        }
        to_do -= at_once;
    }
    second(generator, codes, counts, &mut left);
    left
}

#[inline(always)]
fn first<const PATHS: usize>(
    generator: &mut Generator,
    calls: u16,
    paths: &[usize],
    ends: &[Lanes<u8>],
    counts: &mut Counts,
    left: &mut Lanes<u16>,
) {
    let mut own_ends = [[0_u8; LANES]; PATHS];
    own_ends.copy_from_slice(&ends[..PATHS]);
    let mut below = [[0_u8; LANES]; PATHS];
    let mut own = generator.clone();
    for _ in 0..calls {
        let codes = own.bytes();
        for path in 0..PATHS {
            for lane in 0..LANES {
                below[path][lane] = below[path][lane].wrapping_add((codes[lane] < own_ends[path][lane]).into());
            }
        }
    }
    *generator = own;
    let mut before = [0; LANES];
    for (path, below) in paths.iter().zip(below) {
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
    let most = draws.iter().fold(0, |most, &draws| most.max(draws));
    for step in 0..most {
        let drawn = generator.words();
        let mut below = [false; LANES];
        for (path, ends) in codes.second.paths().iter().zip(codes.second.ends()) {
            for lane in 0..LANES {
                let now = drawn[lane] < ends[lane] && step < draws[lane];
                let more = u16::from(now && !below[lane]);
                counts[*path][lane] = counts[*path][lane].wrapping_add(more);
                left[lane] = left[lane].wrapping_sub(more);
                below[lane] = now;
            }
        }
    }
}
