//! The random numbers of the lanes, and the calls that they decide.

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;

use super::codes::{Codes, Counts};
use super::{LANES, Lanes, kernel};
use crate::simulate::generator::Generator;
use crate::simulate::stream::{Purpose, keyed, next_state};

/// The random numbers of a block of campaigns.
#[derive(Debug)]
pub(super) struct Numbers {
    pub(super) codes: Generator,
    /// Decide the calls whose code was left over.
    pub(super) again: Xoshiro256PlusPlus,
}

impl Numbers {
    pub(super) fn open(seed: u64, purpose: Purpose, block: u64) -> Self {
        let mut keyed = keyed(seed, purpose, block);
        let codes = Generator::from_states(|| next_state(&mut keyed));
        Self { codes, again: Xoshiro256PlusPlus::from_seed(next_state(&mut keyed)) }
    }

    /// Plays the calls of a kind in all lanes: all 8-bit codes first, then the 16-bit ones, then lane by lane what was
    /// left over.
    pub(super) fn play(&mut self, codes: &Codes, calls: u16, counts: &mut Counts) {
        // Paths beyond the possible ones are never counted, and stay zero from the start.
        counts[..codes.possible].as_flattened_mut().fill(0);
        let left = kernel::count(&mut self.codes, calls, codes, counts);
        self.decide(codes, left, counts);
    }

    /// The same for a given number of calls of each lane.
    pub(super) fn play_up_to(&mut self, codes: &Codes, calls: &Lanes<u16>, counts: &mut Counts) {
        counts[..codes.possible].as_flattened_mut().fill(0);
        let left = kernel::count_up_to(&mut self.codes, calls, codes, counts);
        self.decide(codes, left, counts);
    }

    fn decide(&mut self, codes: &Codes, left: Lanes<u16>, counts: &mut Counts) {
        if left != [0; LANES] {
            for (lane, left) in left.into_iter().enumerate() {
                for _ in 0..left {
                    counts[codes.again(lane, &mut self.again)][lane] += 1;
                }
            }
        }
    }

    /// The same, call by call: the paths of every lane in their order. The plain program that [`Numbers::play`] has to
    /// agree with.
    pub(super) fn tell(&mut self, codes: &Codes, calls: &Lanes<u16>) -> Vec<Vec<usize>> {
        let mut told: Vec<_> = calls.iter().map(|calls| vec![None; usize::from(*calls)]).collect();
        for pair in 0..calls.iter().copied().max().unwrap_or(0).div_ceil(2).into() {
            let numbers = self.codes.bytes();
            for (lane, told) in told.iter_mut().enumerate() {
                for (told, numbers) in told.iter_mut().skip(2 * pair).zip(&numbers) {
                    *told = codes.first.path(lane, numbers[lane]);
                }
            }
        }
        let mut left: Vec<_> = told.iter_mut().map(|told| told.iter_mut().filter(|path| path.is_none())).collect();
        loop {
            let mut next: Vec<_> = left.iter_mut().map(Iterator::next).collect();
            if next.iter().all(Option::is_none) {
                break;
            }
            let numbers = self.codes.words();
            for (lane, path) in next.iter_mut().enumerate() {
                if let Some(path) = path {
                    **path = codes.second.path(lane, numbers[lane]);
                }
            }
        }
        let decided = |(lane, told): (usize, Vec<Option<usize>>)| {
            told.into_iter().map(|path| path.unwrap_or_else(|| codes.again(lane, &mut self.again))).collect()
        };
        told.into_iter().enumerate().map(decided).collect()
    }
}
