//! At which attempt contacts are closed: of those who are reached, and of the others at the last one.
//!
//! Whether and to what end a contact is reached is drawn first, as the path of one call. At which attempt does not hang
//! on what the conversation brings, and is drawn for those who were reached alone: by 16 bits, by 64 more where these
//! are left over.

use rand::Rng;

use super::codes::{Counts, LaneRates, divide};
use super::{Numbers, kernel};
use crate::model::call::path_kinds;
use crate::model::{Ending, Kind, Parameter, ReachByAttempt};
use crate::simulate::generator::{LANES, Lanes};
use crate::simulate::trial::NOT_REACHED;

/// For each lane the attempts at which a contact who is reached is reached, as consecutive ranges of codes of 16 bits;
/// what is left over, at least one code, means *draw again* among what that cuts off.
#[derive(Debug, Clone)]
pub(super) struct ClosingCodes {
    probability: Vec<Lanes<f64>>,
    codes: Vec<Lanes<u32>>,
    rest: Vec<Lanes<f64>>,
    ends: Vec<Lanes<u16>>,
}

impl ClosingCodes {
    pub(super) fn new(max_attempts: u32) -> Self {
        let attempts = max_attempts as usize;
        let none = vec![[0.0; LANES]; attempts];
        Self {
            probability: none.clone(),
            codes: vec![[0; LANES]; attempts],
            rest: none,
            ends: vec![[0; LANES]; attempts],
        }
    }

    /// Sets the codes of a kind at other rates.
    pub(super) fn set(&mut self, kind: Kind, rates: &LaneRates) {
        for lane in 0..LANES {
            let [first, reachable] = [Parameter::reach(kind), Parameter::reachable(kind)]
                .map(|parameter| rates.values.0[parameter.index()][lane]);
            let reach = ReachByAttempt::clamping(first, reachable);
            let all = reach.reached_by(self.probability.len() as u32);
            for (probability, step) in self.probability.iter_mut().zip(reach.steps()) {
                // Nobody is reached where all is 0: no draw is made.
                probability[lane] = if all > 0.0 { step.reached / all } else { 0.0 };
            }
        }
        divide(&self.probability, 1 << 16, &mut self.codes, &mut self.rest);
        let mut end = [0_u32; LANES];
        for (ends, codes) in self.ends.iter_mut().zip(&self.codes) {
            for lane in 0..LANES {
                end[lane] = end[lane].wrapping_add(codes[lane]);
                ends[lane] = end[lane] as u16;
            }
        }
    }

    /// Draws the attempt of a contact for whom the code was left over, from 0 up.
    fn again(&self, lane: usize, rng: &mut impl Rng) -> usize {
        const NUMBERS: f64 = 18_446_744_073_709_551_616.0;
        let number = rng.next_u64();
        let mut end = 0.0;
        let below = |rest: &Lanes<f64>| {
            end += rest[lane];
            number < (end * NUMBERS) as u64
        };
        let last = self.rest.iter().rposition(|rest| rest[lane] > 0.0).unwrap_or(0);
        self.rest.iter().position(below).unwrap_or(last)
    }

    /// Counts at which attempt this many contacts of each lane are reached.
    pub(super) fn count(&self, draws: &Lanes<u16>, numbers: &mut Numbers, reached: &mut [Lanes<u32>]) {
        let left = kernel::close(&mut numbers.codes, &self.ends, draws, reached);
        for (lane, left) in left.into_iter().enumerate() {
            for _ in 0..left {
                reached[self.again(lane, &mut numbers.again)][lane] += 1;
            }
        }
    }

    /// The same, contact by contact: the attempts of every lane in their order, from 0 up. The plain program that
    /// [`ClosingCodes::count`] has to agree with.
    pub(super) fn tell(&self, draws: &Lanes<u16>, numbers: &mut Numbers) -> Vec<Vec<usize>> {
        let most = draws.iter().copied().max().unwrap_or(0);
        let mut told = vec![Vec::new(); LANES];
        for step in 0..most {
            let drawn = numbers.codes.words();
            for (lane, told) in told.iter_mut().enumerate().filter(|(lane, _)| step < draws[*lane]) {
                told.push(self.ends.iter().position(|ends| drawn[lane] < ends[lane]));
            }
        }
        let decided = |(lane, told): (usize, Vec<Option<usize>>)| {
            told.into_iter().map(|attempt| attempt.unwrap_or_else(|| self.again(lane, &mut numbers.again))).collect()
        };
        told.into_iter().enumerate().map(decided).collect()
    }
}

/// How many of the contacts of each lane had a meeting held, and how many a conversation without one.
pub(super) fn reached(kind: Kind, counts: &Counts) -> [Lanes<u16>; 2] {
    let mut reached = [[0; LANES]; 2];
    for ((path, &(_, ending)), counts) in path_kinds(kind).iter().enumerate().zip(counts) {
        if path != NOT_REACHED {
            let sums = &mut reached[usize::from(ending != Ending::Held)];
            for lane in 0..LANES {
                sums[lane] += counts[lane];
            }
        }
    }
    reached
}

/// The attempts that close the contacts of the first lane, from 0 up, where those of every lane have these paths: drawn
/// in the order of [`Closed::close`].
pub(super) fn tell(kind: Kind, told: &[Vec<usize>], codes: &ClosingCodes, numbers: &mut Numbers) -> Vec<u32> {
    let held = |path: usize| path_kinds(kind)[path].1 == Ending::Held;
    let mut closed = vec![codes.ends.len() as u32 - 1; told[0].len()];
    for wants_held in [true, false] {
        let drawn = |path: &usize| *path != NOT_REACHED && held(*path) == wants_held;
        let draws = std::array::from_fn(|lane| told[lane].iter().filter(|path| drawn(path)).count() as u16);
        let attempts = codes.tell(&draws, numbers).swap_remove(0);
        let contacts = closed.iter_mut().zip(&told[0]).filter(|(_, path)| drawn(path));
        contacts.zip(attempts).for_each(|((closed, _), attempt)| *closed = attempt as u32);
    }
    closed
}

/// What closed the contacts of campaigns side by side: conversations and meetings held, and attempts by kind.
#[derive(Debug, Clone)]
pub(super) struct Closed {
    /// Of each round.
    conversations: Vec<Lanes<u32>>,
    meetings: Vec<Lanes<u32>>,
    /// Of the contacts of one call of [`Closed::close`].
    of_portion: Vec<Lanes<u32>>,
    attempts: [Lanes<u32>; 2],
}

impl Closed {
    pub(super) fn new(max_attempts: u32) -> Self {
        let none = vec![[0; LANES]; max_attempts as usize];
        let (conversations, meetings) = (none.clone(), none.clone());
        Self { conversations, meetings, of_portion: none, attempts: [[0; LANES]; 2] }
    }

    pub(super) fn clear(&mut self) {
        self.conversations.as_flattened_mut().fill(0);
        self.meetings.as_flattened_mut().fill(0);
        self.attempts = [[0; LANES]; 2];
    }

    /// Draws when contacts with these paths are closed; tells the attempts in each lane that did not reach anybody.
    pub(super) fn close(
        &mut self,
        kind: Kind,
        contacts: u16,
        counts: &Counts,
        codes: &ClosingCodes,
        numbers: &mut Numbers,
    ) -> Lanes<u32> {
        let by_ending = reached(kind, counts);
        let all = self.of_portion.len() as u32;
        let mut in_vain = [0; LANES];
        for lane in 0..LANES {
            let open = contacts - by_ending[0][lane] - by_ending[1][lane];
            in_vain[lane] = all * u32::from(open);
        }
        for (held, draws) in [true, false].into_iter().zip(&by_ending) {
            self.of_portion.as_flattened_mut().fill(0);
            codes.count(draws, numbers, &mut self.of_portion);
            for (before, of_round) in self.of_portion.iter().enumerate() {
                let (conversations, meetings) = (&mut self.conversations[before], &mut self.meetings[before]);
                for lane in 0..LANES {
                    conversations[lane] += of_round[lane];
                    meetings[lane] += if held { of_round[lane] } else { 0 };
                    in_vain[lane] += before as u32 * of_round[lane];
                }
            }
        }
        let own = &mut self.attempts[kind.index()];
        for lane in 0..LANES {
            let reached = u32::from(by_ending[0][lane]) + u32::from(by_ending[1][lane]);
            own[lane] += in_vain[lane] + reached;
        }
        in_vain
    }

    /// Cold and warm attempts of a lane.
    pub(super) fn attempts(&self, lane: usize) -> [u32; 2] {
        self.attempts.map(|attempts| attempts[lane])
    }

    /// The rounds of a lane that began with this many contacts.
    pub(super) fn rounds(&self, lane: usize, contacts: u32, rounds: &mut Vec<[u32; 3]>) {
        rounds.clear();
        let mut open = contacts;
        for (conversations, meetings) in self.conversations.iter().zip(&self.meetings) {
            rounds.push([open, conversations[lane], meetings[lane]]);
            open -= conversations[lane];
        }
    }
}
