//! Contacts by their probabilities: up to a number of them one by one, more as the sums of their powers.
//!
//! A bin holds what is within about 6 % of its middle. There ln(1 − q + q e^(it)) is a power series in the distance from the
//! middle that fourteen terms tell to the last digit, so that the sums of the powers are all that is needed of thousands of
//! contacts. The sums are of integers: added in any order they are the same to the last bit.

use serde::{Deserialize, Serialize};

use super::PoissonBinomial;
use super::powers::{ORDER, Powers};

/// This many contacts of a bin are held one by one; a list of this many is convolved one by one.
pub(super) const HELD: usize = 256;
/// Three bits of the fraction: eight bins from one power of two to the next.
const SHIFT: u32 = 49;
/// The bin of one half, the largest number that is kept; it stands first, as most probabilities are not far below.
const LARGEST: u64 = 0.5_f64.to_bits() >> SHIFT;
/// The smallest number that is kept.
pub(super) const LEAST: f64 = 1e-300;

/// Numbers from 1e-300 to one half. What they came to depends on no order: [`Bins::ordered`] tells it.
#[derive(Debug, Clone, Default)]
pub(super) struct Bins {
    bins: Vec<Bin>,
}

#[derive(Debug, Clone, Default)]
struct Bin {
    /// Those that were not folded yet: all of them, up to 256. Whether some were folded depends on their number alone, and
    /// not on how they came: [`Bin::is_held`] decides what is kept, and [`Bin::all_powers`] folds the rest.
    held: Vec<f64>,
    folded: u64,
    powers: Powers,
}

/// What was told, in the one order and form that it has.
#[derive(Debug, Default)]
pub(super) struct Side {
    pub(super) contacts: u64,
    /// Of bins with at most 256 contacts.
    pub(super) held: Vec<f64>,
    /// The other bins.
    pub(super) clusters: Vec<Cluster>,
}

/// A bin with any contacts: its place and what is in it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum WireBin {
    /// In ascending order, by their bits: a reader of decimals may be off by the last one.
    Held {
        bin: usize,
        bits: Vec<u64>,
    },
    Folded {
        bin: usize,
        contacts: u64,
        powers: Box<Powers>,
    },
}

/// What was folded in one bin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cluster {
    /// The middle of the bin: a number of so few digits that its products with counts are exact.
    pub(super) middle: f64,
    pub(super) count: f64,
    /// Σ (q / middle − 1)^m for m = 1, 2, …
    pub(super) sums: [f64; ORDER],
    /// Σ (q − middle), in two parts.
    pub(super) distances: [f64; 2],
}

impl Cluster {
    /// Σ q, in three parts.
    pub(super) fn means(&self) -> [f64; 3] {
        let [distances, rest] = self.distances;
        [self.count * self.middle, distances, rest]
    }
}

impl Bins {
    pub(super) fn push(&mut self, q: f64) {
        let index = index_of(q);
        self.bin(index).push(q, index);
    }

    /// Adds contacts of one bin: 2^11 at most.
    pub(super) fn extend(&mut self, index: usize, contacts: &[f64]) {
        self.bin(index).extend(contacts, index);
    }

    fn bin(&mut self, index: usize) -> &mut Bin {
        if index >= self.bins.len() {
            self.grow(index + 1);
        }
        &mut self.bins[index]
    }

    #[cold]
    fn grow(&mut self, bins: usize) {
        self.bins.resize_with(bins, Bin::default);
    }

    pub(super) fn merge(&mut self, other: &Self) {
        if self.bins.len() < other.bins.len() {
            self.bins.resize_with(other.bins.len(), Bin::default);
        }
        for (index, (bin, other)) in self.bins.iter_mut().zip(&other.bins).enumerate() {
            bin.folded += other.folded;
            bin.powers.add(&other.powers);
            bin.extend(&other.held, index);
        }
    }

    pub(super) fn contacts(&self) -> u64 {
        self.bins.iter().map(Bin::contacts).sum()
    }

    pub(super) fn ordered(&self) -> Side {
        let mut ordered = Side { contacts: self.contacts(), ..Side::default() };
        for (index, bin) in self.bins.iter().enumerate() {
            if bin.is_held() {
                let from = ordered.held.len();
                ordered.held.extend(&bin.held);
                ordered.held[from..].sort_unstable_by(f64::total_cmp);
            } else {
                ordered.clusters.push(cluster(index, bin.contacts(), &bin.all_powers(index)));
            }
        }
        ordered
    }
}

impl Bins {
    pub(super) fn wire(&self) -> Vec<WireBin> {
        let filled = self.bins.iter().enumerate().filter(|(_, bin)| bin.contacts() > 0);
        filled.map(|(index, bin)| bin.wire(index)).collect()
    }

    /// `None` where no contacts come to it.
    pub(super) fn read(written: Vec<WireBin>) -> Option<Self> {
        let mut bins = Vec::new();
        for written in written {
            let (index, bin) = Bin::read(written)?;
            if index < bins.len() || index > index_of(LEAST) {
                return None;
            }
            bins.resize_with(index, Bin::default);
            bins.push(bin);
        }
        Some(Self { bins })
    }
}

/// The more, the smaller a number is.
pub(super) fn index_of(q: f64) -> usize {
    LARGEST.wrapping_sub(q.to_bits() >> SHIFT) as usize
}

fn middle(index: usize) -> f64 {
    f64::from_bits((LARGEST - index as u64) << SHIFT | 1 << (SHIFT - 1))
}

/// The middle in half widths, an odd number from 17 to 31.
fn middle_in_half_widths(index: usize) -> f64 {
    let eighth = (LARGEST - index as u64) % 8;
    (2 * (8 + eighth) + 1) as f64
}

fn cluster(index: usize, contacts: u64, powers: &Powers) -> Cluster {
    let (middle, odd) = (middle(index), middle_in_half_widths(index));
    let mut sums = powers.values();
    let mut power = 1.0;
    for sum in &mut sums {
        power *= odd;
        *sum /= power;
    }
    Cluster { middle, count: contacts as f64, sums, distances: powers.first().map(|part| part * (middle / odd)) }
}

fn powers(contacts: &[f64], index: usize) -> Powers {
    let middle = middle(index);
    Powers::of(contacts, middle, middle_in_half_widths(index) / middle)
}

impl Bin {
    fn push(&mut self, q: f64, index: usize) {
        if self.held.len() == HELD {
            self.fold(index);
        }
        self.held.push(q);
    }

    fn extend(&mut self, contacts: &[f64], index: usize) {
        if self.is_held() && self.held.len() + contacts.len() <= HELD {
            self.held.extend_from_slice(contacts);
        } else {
            self.fold(index);
            self.powers.add(&powers(contacts, index));
            self.folded += contacts.len() as u64;
        }
    }

    fn contacts(&self) -> u64 {
        self.folded + self.held.len() as u64
    }

    /// Whether the contacts are few enough to be kept one by one; then none of them is folded.
    fn is_held(&self) -> bool {
        self.folded == 0
    }

    #[cold]
    fn fold(&mut self, index: usize) {
        if !self.held.is_empty() {
            self.powers = self.all_powers(index);
            self.folded += self.held.len() as u64;
            self.held.clear();
        }
    }

    /// Those of all contacts, folded or not.
    fn all_powers(&self, index: usize) -> Powers {
        let mut all = powers(&self.held, index);
        all.add(&self.powers);
        all
    }

    fn wire(&self, bin: usize) -> WireBin {
        if self.is_held() {
            let mut bits: Vec<_> = self.held.iter().map(|q| q.to_bits()).collect();
            bits.sort_unstable();
            WireBin::Held { bin, bits }
        } else {
            WireBin::Folded { bin, contacts: self.contacts(), powers: Box::new(self.all_powers(bin)) }
        }
    }

    fn read(written: WireBin) -> Option<(usize, Self)> {
        match written {
            WireBin::Held { bin, bits } => {
                let in_order = bits.is_sorted() && (1..=HELD).contains(&bits.len());
                let held: Vec<_> = bits.into_iter().map(f64::from_bits).collect();
                let in_bin = held.iter().all(|&q| (LEAST..=0.5).contains(&q) && index_of(q) == bin);
                (in_order && in_bin).then(|| (bin, Self { held, ..Self::default() }))
            }
            WireBin::Folded { bin, contacts, powers } => {
                let count = HELD as u64 + 1..=PoissonBinomial::MOST_READ;
                let possible = count.contains(&contacts) && powers.are_of(contacts);
                possible.then(|| (bin, Self { held: Vec::new(), folded: contacts, powers: *powers }))
            }
        }
    }
}
