//! What the rounds of calls came to, over the trials of a run: integers only.

use serde::{Deserialize, Serialize};

/// Attempts, conversations and meetings held of one trial's rounds.
pub(crate) type PlayedRounds = Vec<[u32; 3]>;

/// Exact sums over the trials of a run with several attempts per contact.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct RoundSums {
    /// Of each round the sums of its three numbers and of their squares.
    by_round: Vec<[[u128; 2]; 3]>,
    /// Of the warm attempts that took no introduction the sum, and the sums of their products with themselves, with cold
    /// attempts, warm attempts and meetings.
    repeated: [u128; 5],
}

impl RoundSums {
    pub(crate) fn is_empty(&self) -> bool {
        self.by_round.is_empty()
    }

    /// One more trial: its rounds, its warm attempts that took no introduction, and its cold attempts, warm attempts and
    /// meetings.
    pub(crate) fn push(&mut self, rounds: &[[u32; 3]], repeated: u32, [cold, warm, meetings]: [u32; 3]) {
        let product = |one: u32, other: u32| u128::from(u64::from(one) * u64::from(other));
        self.by_round.resize(self.by_round.len().max(rounds.len()), [[0; 2]; 3]);
        for (sums, numbers) in self.by_round.iter_mut().zip(rounds) {
            for (sums, &number) in sums.iter_mut().zip(numbers) {
                sums[0] += u128::from(number);
                sums[1] += product(number, number);
            }
        }
        for (sum, factor) in self.repeated.iter_mut().zip([1, repeated, cold, warm, meetings]) {
            *sum += product(repeated, factor);
        }
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.by_round.resize(self.by_round.len().max(other.by_round.len()), [[0; 2]; 3]);
        for (sums, more) in self.by_round.iter_mut().zip(&other.by_round) {
            sums.as_flattened_mut().iter_mut().zip(more.as_flattened()).for_each(|(sum, more)| *sum += more);
        }
        self.repeated.iter_mut().zip(other.repeated).for_each(|(sum, more)| *sum += more);
    }

    /// All of them, for checks of their range.
    pub(crate) fn sums(&self) -> impl Iterator<Item = &u128> {
        self.by_round.as_flattened().as_flattened().iter().chain(&self.repeated)
    }

    pub(crate) fn by_round(&self) -> &[[[u128; 2]; 3]] {
        &self.by_round
    }

    pub(crate) fn repeated(&self) -> [u128; 5] {
        self.repeated
    }
}
