//! Sums of powers in fixed point: integers, which no order of adding changes.

use multiversion::multiversion;
use serde::{Deserialize, Serialize};

/// This many powers of the distances from the middle of a bin are summed.
///
/// A distance is 1/17 at most of the middle. Contacts are folded where more than 256 are in one bin; together they have a
/// variance of more than 256 times their own, so that φ has vanished before one contact's |φ| falls below 0.8. The next
/// power's share is then less than (1 / 17 / 0.8)^15 / 15 = 1e-18 per contact.
pub(super) const ORDER: usize = 14;

/// Σ d^m for m = 1, 2, … of distances d from −1 to 1, each power rounded once: the second to a multiple of 2^-62, the
/// others to one of 2^-51. A distance has 48 bits behind the point, so that the first sum is exact.
///
/// d is in half widths of the bin, at most 1/17 of its middle: what is left of the roundings in ln φ is less than that of a
/// double's square, and 2^64 contacts are no more than 2^126.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Powers([i128; ORDER]);

/// Behind it a double has 51 bits behind the point, as from 2 to 4 they all have.
const ROUNDER: f64 = 3.0;
/// The same of 62 bits, for what the first rounding left of a square.
const REST_ROUNDER: f64 = 1.5 / 1024.0;
const REST_BITS: u32 = 11;

impl Powers {
    pub(super) fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(own, more)| *own += more);
    }

    /// Of the distances from this middle, times the scale: a power of two.
    pub(super) fn of(held: &[f64], middle: f64, scale: f64) -> Self {
        Self(sums(held, middle, scale))
    }

    /// Σ d in two parts: to the last digit.
    pub(super) fn first(&self) -> [f64; 2] {
        let whole = self.0[0] as f64;
        [whole, (self.0[0] - whole as i128) as f64].map(|part| part * unit(0))
    }

    /// Σ d^m for m = 1, 2, …
    pub(super) fn values(&self) -> [f64; ORDER] {
        std::array::from_fn(|m| self.0[m] as f64 * unit(m))
    }

    /// Whether this many distances can have come to this, as far as single sums tell.
    pub(super) fn are_of(&self, contacts: u64) -> bool {
        (0..ORDER).all(|m| {
            let most = i128::from(contacts) << if m == 1 { 51 + REST_BITS } else { 51 };
            let least = if m % 2 == 0 { -most } else { 0 };
            (least..=most).contains(&self.0[m])
        })
    }
}

/// Of the sum of the powers m + 1.
fn unit(m: usize) -> f64 {
    const UNIT: f64 = 1.0 / (1_u64 << 51) as f64;
    if m == 1 { UNIT / f64::from(1 << REST_BITS) } else { UNIT }
}

/// For at most 2^11 numbers.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
fn sums(held: &[f64], middle: f64, scale: f64) -> [i128; ORDER] {
    const LANES: usize = 8;
    /// Two numbers in each lane: the powers of one hang on each other, so that a processor would wait for them.
    const CHUNK: usize = 2 * LANES;
    let mut sums = [[0_u64; LANES]; ORDER];
    let mut rests = [0_u64; LANES];
    let (chunks, last) = held.as_chunks::<CHUNK>();
    // The middle itself adds nothing.
    let mut filled = [middle; CHUNK];
    filled.iter_mut().zip(last).for_each(|(place, &q)| *place = q);
    for chunk in chunks.iter().chain([&filled]) {
        let distances = chunk.map(|q| (q - middle) * scale);
        for (lane, distance) in distances.into_iter().enumerate() {
            let square = distance * distance;
            let rest = square - ((square + ROUNDER) - ROUNDER);
            let sum = &mut rests[lane % LANES];
            *sum = sum.wrapping_add((rest + REST_ROUNDER).to_bits());
        }
        let mut powers = distances;
        for sums in &mut sums {
            for lane in 0..CHUNK {
                // The bits of a rounded double less those of the rounder count its units.
                sums[lane % LANES] = sums[lane % LANES].wrapping_add((powers[lane] + ROUNDER).to_bits());
                powers[lane] *= distances[lane];
            }
        }
    }
    let added = (chunks.len() as u64 + 1) * CHUNK as u64;
    let units = |lanes: [u64; LANES], rounder: f64| {
        let none = rounder.to_bits().wrapping_mul(added);
        i128::from(lanes.into_iter().fold(0, u64::wrapping_add).wrapping_sub(none).cast_signed())
    };
    let mut sums = sums.map(|lanes| units(lanes, ROUNDER));
    sums[1] = (sums[1] << REST_BITS) + units(rests, REST_ROUNDER);
    sums
}
