//! What a number of meetings takes, without a look at every call.
//!
//! How many cold calls it takes until one brings a meeting decides nothing but the sum of them, so that of all meetings is drawn
//! at once; and so are the referrals of cold meetings of which none brings another meeting.

use rand::Rng;

use super::names::Thinned;
use super::{COLD, ChainSampler, FIRST, LAST};
use crate::interruption::check_cancelled;
use crate::model::Campaign;
use crate::model::pool::Referrals;
use crate::model::stop::Spent;
use crate::simulate::beta_draw::{log_gamma_draw, uniform};
use crate::simulate::drawn_counts::{poisson, successes};

impl ChainSampler {
    /// What it has spent at this many meetings held; `None` if its calls do not suffice. As [`ChainSampler::spent`] with that stop,
    /// from other numbers.
    pub(crate) fn spent_until(&self, campaign: &Campaign, meetings: u32, rng: &mut impl Rng) -> Option<Spent> {
        check_cancelled();
        let mut spent = Spent::default();
        self.use_up(&mut Referrals::new(self.pool.initial), &mut spent, meetings, rng);
        let names = Thinned::of(&self.names, self.held[FIRST]);
        let (mut of_cold, mut in_vain) = (0, 0);
        while spent.meetings < meetings {
            let left = meetings - spent.meetings;
            let (before, brings_more) = match names.in_vain.draw(rng) {
                before if before < left - 1 => (before, true),
                _ => (left - 1, false),
            };
            of_cold += before + 1;
            in_vain += before;
            spent.meetings += before + 1;
            if brings_more {
                let [held, others] = names.draw_some(rng);
                let left = u64::from(meetings - spent.meetings);
                if held >= left {
                    spent.attempts[1] += attempts_until(left, [held, others], rng);
                    spent.meetings = meetings;
                } else {
                    spent.attempts[1] += (held + others) as u32;
                    spent.meetings += held as u32;
                    let mut referrals = Referrals::new(0);
                    referrals.put(self.names.draw(held as u32, rng), Some(1));
                    self.use_up(&mut referrals, &mut spent, meetings, rng);
                }
            }
        }
        let warm = u64::from(spent.attempts[1]) + names.draw_in_vain(in_vain, rng);
        let cold = u64::from(of_cold).saturating_add(self.failures_before(of_cold, rng));
        let fits = cold.saturating_add(warm) <= campaign.calls().into();
        fits.then_some(Spent { attempts: [cold as u32, warm as u32], ..spent })
    }

    /// Plays the referrals at hand and all that they bring, until this many meetings are held.
    fn use_up(&self, referrals: &mut Referrals, spent: &mut Spent, meetings: u32, rng: &mut impl Rng) {
        while spent.meetings < meetings
            && let Some((generation, at_hand)) = referrals.generation()
        {
            let calls = (meetings - spent.meetings).min(u32::try_from(at_hand).unwrap_or(u32::MAX));
            let standing = self.pool.standing_left(generation);
            let [first, last] = [FIRST, LAST].map(|tree| self.held[tree]);
            let held = successes(calls, standing * first + (1.0 - standing) * last, rng);
            spent.attempts[1] += calls;
            spent.meetings += held;
            referrals.spend(calls);
            referrals.put(self.names.draw(held, rng), Some(generation));
        }
    }

    /// How many cold calls bring nothing before this many bring a meeting.
    ///
    /// # Formula
    /// ```text
    /// few:   each by itself
    /// else:  Poisson(Gamma(meetings) · (1 − p) / p)
    /// ```
    fn failures_before(&self, meetings: u32, rng: &mut impl Rng) -> u64 {
        const FEW: u32 = 8;
        if meetings < FEW {
            return (0..meetings).map(|_| u64::from(self.until_meeting.draw(rng))).sum();
        }
        let held = self.held[COLD];
        let mean = libm::exp(log_gamma_draw(meetings.into(), rng)) * (1.0 - held) / held;
        // No campaign has as many calls.
        if mean < f64::from(u32::MAX) { poisson(mean, rng) } else { u64::MAX }
    }
}

/// At which of these calls, in any order, this many bring a meeting: of so many that do and do not.
fn attempts_until(meetings: u64, [mut held, others]: [u64; 2], rng: &mut impl Rng) -> u32 {
    let (mut all, last) = (held + others, held - meetings);
    let mut attempts = 0;
    while held > last {
        held -= u64::from(uniform(rng) * (all as f64) < held as f64);
        all -= 1;
        attempts += 1;
    }
    attempts
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand::rngs::Xoshiro256PlusPlus;

    use super::*;
    use crate::model::{Parameter, Pool, Rates, Stop, Strategy};
    use crate::numerics::Probability;

    const DRAWS: usize = 20_000;

    /// The largest gap of two distribution functions, in terms of what this many draws of the same one exceed once in 10^9.
    fn gap(mut one: Vec<u32>, mut other: Vec<u32>) -> f64 {
        one.sort_unstable();
        other.sort_unstable();
        let share = |draws: &[u32], up_to: u32| draws.partition_point(|&draw| draw <= up_to) as f64 / DRAWS as f64;
        let gap = |&up_to: &u32| (share(&one, up_to) - share(&other, up_to)).abs();
        let largest = one.iter().chain(&other).step_by(20).map(gap).fold(0.0, f64::max);
        largest / (2e9_f64.ln() / DRAWS as f64).sqrt()
    }

    /// Cold, warm and all attempts, one beyond what is possible where the calls do not suffice.
    fn drawn(seed: u64, mut draw: impl FnMut(&mut Xoshiro256PlusPlus) -> Option<Spent>) -> [Vec<u32>; 3] {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
        let attempts = |_| draw(&mut rng).map_or([u32::MAX; 2], |spent| spent.attempts);
        let drawn: Vec<_> = (0..DRAWS).map(attempts).collect();
        let of = |count: fn(&[u32; 2]) -> u32| drawn.iter().map(count).collect();
        [of(|both| both[0]), of(|both| both[1]), of(|both| both[0].saturating_add(both[1]))]
    }

    #[test]
    fn what_meetings_take_is_as_call_by_call() {
        let mut seen = 0;
        for (pool, [cold, warm]) in [
            (Pool::PUBLISHED, [0.02, 0.1]),
            (Pool { initial: 0, names: 3.0, dispersion: Some(0.2), decay: 0.5 }, [0.1, 0.4]),
            (Pool { names: 0.7, ..Pool::default() }, [0.1, 0.9]),
            (Pool { initial: 12, names: 15.0, ..Pool::default() }, [0.3, 0.05]),
            (Pool { names: 2.0, decay: 0.9, ..Pool::default() }, [0.05, 1.0]),
            (Pool { names: 1.0, ..Pool::default() }, [0.2, 0.0]),
        ] {
            let set = |rates: Rates, (parameter, value)| rates.with(parameter, Probability::rounded(value));
            let changes =
                [(Parameter::ColdMeeting, cold), (Parameter::WarmMeeting, warm), (Parameter::IncidentRate, 0.0)];
            let rates = changes.into_iter().fold(Rates::documented(), set);
            let sampler = |pool: Pool| ChainSampler::new(pool, rates.world_at(&[]));
            for meetings in [1, 2, 9, 60] {
                let calls = 40 * u64::from(meetings);
                let campaign = Campaign::new(rates.clone(), Strategy::snowball(pool), calls).expect("a campaign");
                let campaign = campaign.until(Stop::Meetings(meetings)).expect("a stop");
                let played = |pool: Pool| {
                    let sampler = sampler(pool);
                    drawn(1, |rng| Some(sampler.spent(&campaign, rng)).filter(|spent| spent.meetings == meetings))
                };
                let sampler = sampler(pool);
                let found = drawn(2, |rng| sampler.spent_until(&campaign, meetings, rng));
                for (found, played) in found.iter().zip(played(pool)) {
                    let gap = gap(found.clone(), played);
                    assert!(gap < 1.0, "{meetings} meetings of {pool:?}: {gap}");
                }
                let other = played(Pool { names: 1.3 * pool.names, ..pool });
                seen += found
                    .into_iter()
                    .zip(other)
                    .filter(|(found, other)| gap(found.clone(), other.clone()) > 1.0)
                    .count();
            }
        }
        assert!(seen >= 20, "more names are seen in {seen} of 72");
    }
}
