//! What the rounds of calls came to, over the trials of a run: integers only.

use serde::{Deserialize, Serialize};

use crate::numerics::Estimate;

/// Attempts, conversations and meetings held of one trial's rounds.
pub(crate) type PlayedRounds = Vec<[u32; 3]>;

/// What a round of simulated campaigns came to on average: one attempt at every contact that is still open.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SimulatedRound {
    /// Attempts made.
    pub attempts: Estimate,
    /// Conversations.
    pub conversations: Estimate,
    /// Meetings held.
    pub meetings: Estimate,
    /// Meetings held per hundred attempts, its error by the delta method; `None` where no attempt was made.
    pub meetings_per_100_attempts: Option<Estimate>,
}

/// Exact sums of one round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct RoundSum {
    /// Of attempts, conversations and meetings held the sum and that of the squares.
    pub(crate) numbers: [[u128; 2]; 3],
    /// Σ attempts · meetings held.
    pub(crate) attempts_meetings: u128,
}

impl RoundSum {
    fn all(&self) -> impl Iterator<Item = &u128> {
        self.numbers.as_flattened().iter().chain([&self.attempts_meetings])
    }

    fn all_mut(&mut self) -> impl Iterator<Item = &mut u128> {
        self.numbers.as_flattened_mut().iter_mut().chain([&mut self.attempts_meetings])
    }
}

/// Exact sums over the trials of a run with several attempts per contact.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct RoundSums {
    by_round: Vec<RoundSum>,
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
        self.by_round.resize(self.by_round.len().max(rounds.len()), RoundSum::default());
        for (sums, numbers) in self.by_round.iter_mut().zip(rounds) {
            for (sums, &number) in sums.numbers.iter_mut().zip(numbers) {
                sums[0] += u128::from(number);
                sums[1] += product(number, number);
            }
            sums.attempts_meetings += product(numbers[0], numbers[2]);
        }
        for (sum, factor) in self.repeated.iter_mut().zip([1, repeated, cold, warm, meetings]) {
            *sum += product(repeated, factor);
        }
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.by_round.resize(self.by_round.len().max(other.by_round.len()), RoundSum::default());
        for (sums, more) in self.by_round.iter_mut().zip(&other.by_round) {
            sums.all_mut().zip(more.all()).for_each(|(sum, more)| *sum += more);
        }
        self.repeated.iter_mut().zip(other.repeated).for_each(|(sum, more)| *sum += more);
    }

    /// All of them, for checks of their range.
    pub(crate) fn sums(&self) -> impl Iterator<Item = &u128> {
        self.by_round.iter().flat_map(RoundSum::all).chain(&self.repeated)
    }

    pub(crate) fn by_round(&self) -> &[RoundSum] {
        &self.by_round
    }

    pub(crate) fn repeated(&self) -> [u128; 5] {
        self.repeated
    }
}
