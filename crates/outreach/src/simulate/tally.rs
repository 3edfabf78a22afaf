//! What a run counts: integers only, merged in any order.

use serde::{Deserialize, Serialize};

use crate::model::stop::Spent;
use crate::numerics::Estimate;
use crate::simulate::Sample;
use crate::simulate::quantity::{Count, Quantity, Totals};
use crate::simulate::rounds::{RoundSum, RoundSums, SimulatedRound};
use crate::simulate::variance_split::VarianceSplit;

/// Exact sums over the trials of a run.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Tally {
    meetings: Sample,
    sums: [u128; Quantity::COUNT],
    squares: [u128; Quantity::COUNT],
    /// Σ cold · warm attempts, Σ cold attempts · meetings, Σ warm attempts · meetings.
    products: [u128; 3],
    /// The trials whose probabilities were clamped.
    clamped: u64,
    twins: VarianceSplit,
    /// The distribution of the attempts, under a stop or with several per contact.
    attempts: Sample,
    chains: Chains,
    #[serde(default, skip_serializing_if = "RoundSums::is_empty")]
    rounds: RoundSums,
    /// What each trial came to, in their order, where that is asked for. Of one block: it is not merged.
    #[serde(skip)]
    each: Option<Vec<Spent>>,
}

/// Exact sums over the trials of a run with a pool of referrals.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Chains {
    /// The number of the first cold attempt, of the trials that made one.
    first_dry: Sample,
    /// Σ meetings held with referrals of generation 1, 2, …, and Σ of their squares.
    by_generation: Vec<[u128; 2]>,
}

impl Chains {
    fn push(&mut self, by_generation: impl ExactSizeIterator<Item = u32>) {
        let squares = by_generation.map(|meetings| [meetings, meetings].map(u128::from));
        self.add(squares.map(|[meetings, same]| [meetings, meetings * same]));
    }

    fn merge(&mut self, other: &Self) {
        self.first_dry.merge(&other.first_dry);
        self.add(other.by_generation.iter().copied());
    }

    fn add(&mut self, sums: impl ExactSizeIterator<Item = [u128; 2]>) {
        self.by_generation.resize(self.by_generation.len().max(sums.len()), [0, 0]);
        for (own, more) in self.by_generation.iter_mut().zip(sums) {
            own[0] += more[0];
            own[1] += more[1];
        }
    }

    pub(crate) fn first_dry(&self) -> &Sample {
        &self.first_dry
    }

    /// The mean meetings of each generation, in this many trials.
    pub(crate) fn means(&self, trials: u64) -> Vec<Estimate> {
        self.by_generation.iter().map(|&[sum, square]| mean(trials, sum, square)).collect()
    }
}

/// The mean of a quantity and its standard error, from exact sums.
fn mean(trials: u64, sum: u128, square: u128) -> Estimate {
    Estimate::with_variance(sum as f64 / trials as f64, covariance_of_means(trials, [sum, sum], square))
}

/// The covariance of the means of two quantities, from the sums of both and of their products.
fn covariance_of_means(trials: u64, sums: [u128; 2], products: u128) -> f64 {
    // Both products fit: at most 10^12 trials of at most 10^6 of anything. Their difference may be negative.
    let (joint, apart) = (u128::from(trials) * products, sums[0] * sums[1]);
    let difference = if joint >= apart { (joint - apart) as f64 } else { -((apart - joint) as f64) };
    let n = trials as f64;
    difference / (n * n * (n - 1.0))
}

fn simulated(trials: u64, round: &RoundSum) -> SimulatedRound {
    let [attempts, conversations, meetings] = round.numbers.map(|[sum, square]| mean(trials, sum, square));
    let sums = [round.numbers[0][0], round.numbers[2][0]];
    let covariance = covariance_of_means(trials, sums, round.attempts_meetings);
    let meetings_per_100_attempts = (sums[0] > 0).then(|| {
        let ratio = meetings.value / attempts.value;
        let [above, below] = [meetings, attempts].map(|mean| mean.std_error * mean.std_error);
        let variance = above - 2.0 * ratio * covariance + ratio * ratio * below;
        let Estimate { value, std_error } = Estimate::with_variance(ratio, variance);
        Estimate { value: 100.0 * value, std_error: 100.0 * std_error / attempts.value }
    });
    SimulatedRound { attempts, conversations, meetings, meetings_per_100_attempts }
}

impl Tally {
    /// One that keeps what each trial came to.
    pub(crate) fn of_each() -> Self {
        Self { each: Some(Vec::new()), ..Self::default() }
    }

    /// Keeps what a trial came to, where that is asked for.
    pub(crate) fn keep(&mut self, spent: impl IntoIterator<Item = Spent>) {
        if let Some(each) = &mut self.each {
            each.extend(spent);
        }
    }

    pub(crate) fn into_each(self) -> Vec<Spent> {
        self.each.unwrap_or_default()
    }

    /// Records the yields of trials.
    pub(crate) fn push_yields(&mut self, yields: &[u32]) {
        self.meetings.push_all(yields);
    }

    /// Records all else that trials came to.
    pub(crate) fn push_totals<C: Count>(&mut self, totals: &Totals<C>) {
        let own = self.sums.iter_mut().chain(&mut self.squares).chain(&mut self.products);
        own.zip(totals.of_all()).for_each(|(own, more)| *own += u128::from(more));
    }

    /// Records how many attempts a trial made, which a stop has left to chance.
    pub(crate) fn push_attempts(&mut self, attempts: u32) {
        self.attempts.push(attempts.into());
    }

    pub(crate) fn attempts(&self) -> &Sample {
        &self.attempts
    }

    /// Records the numbers of trials' first attempts with an empty pool; one beyond the calls stands for none.
    pub(crate) fn push_first_cold(&mut self, attempts: &[u32], calls: u32) {
        self.chains.first_dry.push_all_up_to(calls, attempts);
    }

    /// Records the meetings of each generation.
    pub(crate) fn push_generations(&mut self, meetings: impl ExactSizeIterator<Item = u32>) {
        self.chains.push(meetings);
    }

    pub(crate) fn rounds_mut(&mut self) -> &mut RoundSums {
        &mut self.rounds
    }

    pub(crate) fn rounds(&self) -> impl Iterator<Item = SimulatedRound> {
        let trials = self.meetings.trials();
        self.rounds.by_round().iter().map(move |round| simulated(trials, round))
    }

    pub(crate) fn chains(&self) -> &Chains {
        &self.chains
    }

    /// Counts trials whose solved probabilities were no probability.
    pub(crate) fn push_clamped(&mut self, trials: u64) {
        self.clamped += trials;
    }

    pub(crate) fn clamped(&self) -> u64 {
        self.clamped
    }

    pub(crate) fn variance_split_mut(&mut self) -> &mut VarianceSplit {
        &mut self.twins
    }

    pub(crate) fn variance_split(&self) -> &VarianceSplit {
        &self.twins
    }

    pub(crate) fn merge(&mut self, other: &Self) {
        self.meetings.merge(&other.meetings);
        self.clamped += other.clamped;
        self.twins.merge(&other.twins);
        self.attempts.merge(&other.attempts);
        self.chains.merge(&other.chains);
        self.rounds.merge(&other.rounds);
        let own = self.sums.iter_mut().chain(&mut self.squares).chain(&mut self.products);
        for (sum, more) in own.zip(other.sums.iter().chain(&other.squares).chain(&other.products)) {
            *sum += more;
        }
    }

    /// Whether this can be what this many trials of up to this many calls came to: then no sum of it leaves its range.
    pub(crate) fn is_of(&self, trials: u64, calls: u32) -> bool {
        let sums = self.sums.iter().chain(&self.squares).chain(&self.products);
        let by_generation = self.chains.by_generation.iter().flatten();
        let largest = u128::from(trials) * u128::from(calls).pow(2);
        let first_dry = self.chains.first_dry.trials();
        let attempts = self.attempts.trials();
        self.meetings.is_of(trials, calls)
            && sums.chain(by_generation).chain(self.rounds.sums()).all(|&sum| sum <= largest)
            && self.clamped <= trials
            && self.twins.is_of(trials, calls)
            && (attempts == 0 || attempts == trials)
            && self.attempts.is_of(attempts, calls)
            && first_dry <= trials
            && self.chains.first_dry.is_of(first_dry, calls)
            && self.chains.by_generation.len() <= calls as usize + 1
            && self.rounds.by_round().len() <= calls as usize
    }

    pub(crate) fn meetings(&self) -> &Sample {
        &self.meetings
    }

    pub(crate) fn mean(&self, quantity: Quantity) -> Estimate {
        let quantity = quantity as usize;
        mean(self.meetings.trials(), self.sums[quantity], self.squares[quantity])
    }

    /// The means of (cold attempts, warm attempts, meetings, warm attempts that took no introduction), and their
    /// variances and covariances.
    fn means_and_covariances(&self) -> ([f64; 4], [[f64; 4]; 4]) {
        let of = [Quantity::ColdAttempts, Quantity::WarmAttempts, Quantity::Meetings].map(|quantity| quantity as usize);
        let [cold_warm, cold_meetings, warm_meetings] = self.products;
        let [repeated, repeated_square, cold_repeated, warm_repeated, meetings_repeated] = self.rounds.repeated();
        let [cold, warm, meetings] = of.map(|quantity| self.sums[quantity]);
        let sums = [cold, warm, meetings, repeated];
        let products = [
            [self.squares[of[0]], cold_warm, cold_meetings, cold_repeated],
            [cold_warm, self.squares[of[1]], warm_meetings, warm_repeated],
            [cold_meetings, warm_meetings, self.squares[of[2]], meetings_repeated],
            [cold_repeated, warm_repeated, meetings_repeated, repeated_square],
        ];
        let trials = self.meetings.trials();
        let covariance = |i: usize, j: usize| covariance_of_means(trials, [sums[i], sums[j]], products[i][j]);
        let means = sums.map(|sum| sum as f64 / trials as f64);
        (means, std::array::from_fn(|i| std::array::from_fn(|j| covariance(i, j))))
    }

    /// The mean of weights · (cold attempts, warm attempts, meetings, warm attempts that took no introduction).
    pub(crate) fn combination(&self, weights: [f64; 4]) -> Estimate {
        let (means, covariances) = self.means_and_covariances();
        let value = means.iter().zip(weights).map(|(mean, weight)| mean * weight).sum();
        let mut variance = 0.0;
        for (row, weight) in covariances.iter().zip(weights) {
            for (covariance, other) in row.iter().zip(weights) {
                variance += weight * other * covariance;
            }
        }
        Estimate::with_variance(value, variance)
    }

    /// The ratio of two such means, its error by the delta method; `None` if the lower one is zero.
    pub(crate) fn ratio(&self, above: [f64; 4], below: [f64; 4]) -> Option<Estimate> {
        let denominator = self.combination(below).value;
        if denominator == 0.0 {
            return None;
        }
        let value = self.combination(above).value / denominator;
        let residual = std::array::from_fn(|i| above[i] - value * below[i]);
        Some(Estimate { value, std_error: self.combination(residual).std_error / denominator.abs() })
    }
}
