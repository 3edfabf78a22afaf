//! Contacts by their probabilities: held one by one up to a number, beyond it as the sums of their powers.

use multiversion::multiversion;

use crate::pmf::Sum;

/// So many contacts of a bin are held one by one; a list of so many is convolved one by one.
pub(super) const HELD: usize = 256;
/// So many powers of the distances from the middle of a bin are summed.
///
/// A distance is 1/16 at most of the middle, or of what is left to 1. Where 256 contacts of one bin are folded they have
/// a variance of 256 times their own, so that φ has vanished before one contact's |φ| falls below 0.8. The next power's
/// share is then less than (1 / 16 / 0.8)^15 / 15 = 1e-18 per contact.
pub(super) const ORDER: usize = 14;
/// Three bits of the fraction: eight bins from one power of two to the next.
const SHIFT: u32 = 49;
/// The bin of one half, the largest number that is kept; it stands first, as most probabilities are not far below.
const LARGEST: u64 = 0.5_f64.to_bits() >> SHIFT;

/// Numbers from 1e-300 to one half.
#[derive(Debug, Clone, Default)]
pub(super) struct Bins {
    bins: Vec<Bin>,
}

#[derive(Debug, Clone, Default)]
struct Bin {
    held: Vec<f64>,
    folded: u64,
    /// Of a million equal contacts the rounding of plain sums would be seen in the tails.
    sums: [Sum; ORDER],
}

/// What was folded in one bin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cluster {
    /// The middle of the bin: a number of so few digits that its products with counts are exact.
    pub(super) middle: f64,
    pub(super) count: f64,
    /// Σ (q / middle − 1)^m for m = 1, 2, …
    pub(super) sums: [f64; ORDER],
}

impl Cluster {
    /// Σ q, in two parts.
    pub(super) fn means(&self) -> [f64; 2] {
        [self.count * self.middle, self.middle * self.sums[0]]
    }
}

impl Bins {
    pub(super) fn push(&mut self, q: f64) {
        let index = (LARGEST - (q.to_bits() >> SHIFT)) as usize;
        if index >= self.bins.len() {
            self.bins.resize_with(index + 1, Bin::default);
        }
        self.bins[index].push(q, index);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        if self.bins.len() < other.bins.len() {
            self.bins.resize_with(other.bins.len(), Bin::default);
        }
        for (index, (bin, other)) in self.bins.iter_mut().zip(&other.bins).enumerate() {
            bin.folded += other.folded;
            bin.sums.iter_mut().zip(other.sums).for_each(|(sum, more)| sum.add(more.value()));
            other.held.iter().for_each(|&q| bin.push(q, index));
        }
    }

    pub(super) fn contacts(&self) -> u64 {
        self.bins.iter().map(|bin| bin.folded + bin.held.len() as u64).sum()
    }

    pub(super) fn held(&self) -> impl Iterator<Item = f64> {
        self.bins.iter().flat_map(|bin| &bin.held).copied()
    }

    pub(super) fn clusters(&self) -> impl Iterator<Item = Cluster> {
        let folded = self.bins.iter().enumerate().filter(|(_, bin)| bin.folded > 0);
        folded.map(|(index, bin)| Cluster {
            middle: middle(index),
            count: bin.folded as f64,
            sums: bin.sums.map(Sum::value),
        })
    }
}

fn middle(index: usize) -> f64 {
    f64::from_bits((LARGEST - index as u64) << SHIFT | 1 << (SHIFT - 1))
}

impl Bin {
    fn push(&mut self, q: f64, index: usize) {
        if self.held.len() == HELD {
            self.fold(middle(index));
        }
        self.held.push(q);
    }

    fn fold(&mut self, middle: f64) {
        let mut held = [middle; HELD];
        held[..self.held.len()].copy_from_slice(&self.held);
        for (sum, more) in self.sums.iter_mut().zip(power_sums(&held, middle)) {
            sum.add(more);
        }
        self.folded += self.held.len() as u64;
        self.held.clear();
    }
}

/// Σ (q / middle − 1)^m for m = 1, 2, …
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
fn power_sums(held: &[f64; HELD], middle: f64) -> [f64; ORDER] {
    /// Sums side by side, whose order the instruction set does not change.
    const LANES: usize = 8;
    let mut sums = [[0.0; LANES]; ORDER];
    for held in held.as_chunks::<LANES>().0 {
        let distances = held.map(|q| (q - middle) / middle);
        let mut powers = distances;
        for sums in &mut sums {
            for lane in 0..LANES {
                sums[lane] += powers[lane];
                powers[lane] *= distances[lane];
            }
        }
    }
    sums.map(|lanes| lanes.iter().sum())
}
