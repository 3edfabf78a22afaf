//! Exact distributions of a campaign with a pool of referrals, for fixed rates and no decay: then all referrals are
//! alike, and the number at hand says all.
//!
//! Two walks over the same chain. The yield goes call by call: each state is (referrals at hand, meetings held), each call
//! uses one referral if there is one and adds those that its meeting brings. What becomes of the pool goes generation by
//! generation: n referrals are n attempts, and leave what n independent attempts bring. In both, more referrals than calls
//! are left are as good as one for each call, which keeps the states few.

use crate::error::{Result, no_exact_distribution};
use crate::interruption::check_cancelled;
use crate::model::{Campaign, Kind, Parameter, Pool, Stop};
use crate::numerics::Pmf;

/// Costs the third power of the calls: about 5 ms for a hundred, a second for the most.
const MOST_CALLS: u32 = 500;

/// The probabilities that decide everything.
struct Step {
    calls: usize,
    initial: usize,
    /// P(meeting held) of a cold and a warm attempt.
    cold: f64,
    warm: f64,
    /// P(a held meeting brings j referrals); the last entry is of that many or more.
    referrals: Vec<f64>,
}

/// The pool, if there is one whose distribution is known.
fn known_pool(campaign: &Campaign) -> Result<Pool> {
    let Some(pool) = campaign.pool() else { return no_exact_distribution("there is no pool of referrals") };
    if !campaign.uncertain().is_empty() {
        return no_exact_distribution("a pool of referrals with uncertain rates");
    }
    let decays = pool.decay < 1.0 && pool.names > 0.0;
    if decays {
        return no_exact_distribution("a pool whose referrals decay from one generation to the next");
    }
    if campaign.calls() > MOST_CALLS {
        return no_exact_distribution(&format!("a pool of referrals and more than {MOST_CALLS} calls"));
    }
    Ok(pool)
}

impl Step {
    fn new(campaign: &Campaign) -> Result<Self> {
        let pool = known_pool(campaign)?;
        let calls = campaign.calls() as usize;
        let distribution = pool.referrals(campaign.rates().rate(Parameter::PoolIntroduced).mean());
        // More referrals than calls are as good as all calls.
        let mut referrals: Vec<f64> = (0..=calls).map(|count| distribution.mass(count)).collect();
        referrals[calls] = distribution.at_least(calls);
        let used = referrals.iter().rposition(|&mass| mass > 0.0).map_or(0, |last| last + 1);
        referrals.truncate(used);
        let [cold, warm] = Kind::ALL.map(|kind| campaign.tree(kind).held().get());
        Ok(Self { calls, initial: (pool.initial as usize).min(calls), cold, warm, referrals })
    }
}

/// Call by call over (referrals at hand, meetings held).
pub(crate) fn yield_distribution(campaign: &Campaign) -> Result<Pmf> {
    let step = Step::new(campaign)?;
    let calls = step.calls;
    let width = calls + 1;
    let mut now = vec![0.0; width * width];
    now[step.initial * width] = 1.0;
    let mut most = step.initial;
    for made in 0..calls {
        // More referrals than calls left after this one are as good as that many. So none are left at the end: the whole
        // distribution then stands in the first row, of no referrals at hand.
        let left = calls - made - 1;
        let mut next = vec![0.0; width * width];
        check_cancelled();
        for at_hand in 0..=most.min(calls - made) {
            let (held, rest) = if at_hand == 0 { (step.cold, 0) } else { (step.warm, at_hand - 1) };
            // No more meetings are held than calls were made: what lies beyond is zero.
            let row = &now[at_hand * width..][..=made];
            let stays = &mut next[rest.min(left) * width..][..=made];
            stays.iter_mut().zip(row).for_each(|(sum, mass)| *sum += (1.0 - held) * mass);
            for (referrals, &probability) in step.referrals.iter().enumerate() {
                let probability = held * probability;
                let gains = &mut next[(rest + referrals).min(left) * width + 1..][..=made];
                gains.iter_mut().zip(row).for_each(|(sum, mass)| *sum += probability * mass);
            }
        }
        most = (most.max(1) - 1 + step.referrals.len()).min(calls);
        now = next;
    }
    Ok(Pmf::from_masses(0, now[..width].to_vec()).expect("the masses of a distribution"))
}

/// What becomes of a pool of referrals, exactly.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PoolDistribution {
    /// P(the attempt of this number is the first that is cold, as the pool is empty), from attempt 1 on; their sum is
    /// the probability that the pool runs dry.
    pub first_dry: Vec<f64>,
    /// The mean number of cold attempts.
    pub cold_attempts: f64,
    /// The mean number of meetings held with referrals of generation 1, 2, …
    pub by_generation: Vec<f64>,
    /// The mean number of meetings held by cold calls.
    pub cold_meetings: f64,
}

impl PoolDistribution {
    /// The probability that the pool runs dry.
    pub fn runs_dry(&self) -> f64 {
        self.first_dry.iter().sum::<f64>().min(1.0)
    }
}

/// Whether there is such a distribution.
pub(crate) fn has_pool_distribution(campaign: &Campaign) -> bool {
    campaign.stop() == Stop::Calls && known_pool(campaign).is_ok()
}

/// Generation by generation: one of n referrals takes n attempts and leaves those that its meetings bring.
pub(crate) fn pool_distribution(campaign: &Campaign) -> Result<PoolDistribution> {
    let step = Step::new(campaign)?;
    let offspring = offspring_counts(&step);
    let first_dry = empty_after(&step, &offspring, false);
    let empty = empty_after(&step, &offspring, true);
    let by_generation = generations(&step, &offspring, &empty);
    let cold_attempts = empty.iter().sum();
    Ok(PoolDistribution { first_dry, cold_attempts, by_generation, cold_meetings: step.cold * cold_attempts })
}

/// The distribution of the referrals that n warm attempts bring, for n from 0 up; the last entry is of that many or
/// more.
fn offspring_counts(step: &Step) -> Vec<Vec<f64>> {
    let mut one = vec![0.0; step.calls + 1];
    for (referrals, probability) in step.referrals.iter().enumerate() {
        one[referrals] += step.warm * probability;
    }
    one[0] += 1.0 - step.warm;
    let mut counts = vec![vec![0.0; step.calls + 1]];
    counts[0][0] = 1.0;
    for n in 1..=step.calls {
        check_cancelled();
        let mut next = vec![0.0; step.calls + 1];
        for (before, mass) in counts[n - 1].iter().enumerate().filter(|(_, mass)| **mass > 0.0) {
            for (more, probability) in one.iter().enumerate().take(step.referrals.len()) {
                next[(before + more).min(step.calls)] += mass * probability;
            }
        }
        counts.push(next);
    }
    counts
}

/// A grid over (attempts made, referrals of the generation that begins): its probability.
type Begins = Vec<Vec<f64>>;

fn grid(step: &Step) -> Begins {
    vec![vec![0.0; step.calls + 1]; step.calls]
}

/// Adds what follows a generation of this many referrals that begins after this many attempts.
fn follow(step: &Step, offspring: &[Vec<f64>], begins: &mut Begins, made: usize, referrals: usize, mass: f64) {
    if let Some(then) = begins.get_mut(made + referrals) {
        then.iter_mut().zip(&offspring[referrals]).for_each(|(sum, probability)| *sum += mass * probability);
    }
    debug_assert!(referrals > 0 && referrals <= step.calls, "an empty generation does not begin");
}

/// P(the pool is empty after this many attempts): for the first time, or, where cold meetings fill it again, at any time.
fn empty_after(step: &Step, offspring: &[Vec<f64>], refills: bool) -> Vec<f64> {
    let mut begins = grid(step);
    begins[0][step.initial] = 1.0;
    let mut empty = vec![0.0; step.calls];
    // A generation of at least one referral ends later than it begins: `begins[made]` is complete when its turn comes.
    for made in 0..step.calls {
        check_cancelled();
        for referrals in 1..=step.calls {
            let mass = begins[made][referrals];
            if mass > 0.0 {
                follow(step, offspring, &mut begins, made, referrals, mass);
            }
        }
        empty[made] = begins[made][0];
        if refills && made + 1 < step.calls {
            refill(step, &mut begins[made + 1], empty[made]);
        }
    }
    empty
}

/// What a cold attempt makes of an empty pool.
fn refill(step: &Step, then: &mut [f64], mass: f64) {
    then[0] += mass * (1.0 - step.cold);
    for (referrals, probability) in step.referrals.iter().enumerate() {
        then[referrals] += mass * step.cold * probability;
    }
}

/// The mean meetings of each generation.
fn generations(step: &Step, offspring: &[Vec<f64>], empty: &[f64]) -> Vec<f64> {
    /// Generations that bring less than this all together are left out.
    const NEGLIGIBLE: f64 = 1e-12;
    let mut begins = grid(step);
    begins[0][step.initial] = 1.0;
    for (made, mass) in empty.iter().enumerate().take(step.calls - 1) {
        refill(step, &mut begins[made + 1], *mass);
    }
    let mut means = Vec::new();
    loop {
        let mut next = grid(step);
        let mut attempts = 0.0;
        for (made, row) in begins.iter().enumerate() {
            for (referrals, &mass) in row.iter().enumerate().skip(1).filter(|(_, mass)| **mass > 0.0) {
                attempts += mass * referrals.min(step.calls - made) as f64;
                follow(step, offspring, &mut next, made, referrals, mass);
            }
        }
        if attempts * step.calls as f64 <= NEGLIGIBLE {
            return means;
        }
        means.push(step.warm * attempts);
        begins = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Pool, Rates, Strategy};

    /// Names that are as lumpy as can be have 690,000 masses: a step looks at no more of them than there are calls.
    #[test]
    fn lumpy_names_made_every_step_long() {
        let pool = Pool { names: 100.0, dispersion: Some(0.01), ..Pool::default() };
        for calls in [1, 20, 500] {
            let campaign = Campaign::new(Rates::documented(), Strategy::snowball(pool), calls).expect("a campaign");
            let step = Step::new(&campaign).expect("known rates");
            assert!(step.referrals.len() as u64 <= calls + 1, "{calls} calls: {} masses", step.referrals.len());
            let all: f64 = step.referrals.iter().sum();
            assert!((all - 1.0).abs() < 1e-12, "{calls} calls: {all}");
        }
    }
}
