//! Printed intervals hold what they say.

use outreach::{Campaign, DriftingRate, Rates, Sample, Simulation, Strategy};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rand_distr::Beta;

use crate::reference::{binomial, cold};
use crate::{Check, INTERVALS, binomial_bound, judge};

const REPLICATIONS: u64 = 4_000;

/// The smallest count with at least this much at or below it.
fn quantile(law: &[f64], q: f64) -> i64 {
    let mut below = 0.0;
    let reached = |mass: &f64| {
        below += mass;
        below >= q
    };
    law.iter().position(reached).unwrap() as i64
}

/// Intervals of a quantile of the yield hold it at least 95 times in a hundred.
fn of_quantiles(calls: u64, trials: u64, q: f64) -> Check {
    let campaign = Campaign::new(Rates::documented(), Strategy::cold(), calls).unwrap();
    let truth = quantile(&binomial(calls as usize, cold(campaign.rates()).held()), q);
    let holds = |seed: &u64| {
        let run = Simulation::new(&campaign).trials(trials).seed(*seed).run().unwrap();
        let [low, high] = run.meetings().quantile_interval(q).unwrap();
        (low..=high).contains(&truth)
    };
    let held = (0..REPLICATIONS).filter(holds).count() as u64;
    // More often than that is as it should be, since counts are discrete.
    let bound = if held as f64 >= 0.95 * REPLICATIONS as f64 { 1.0 } else { binomial_bound(held, REPLICATIONS, 0.95) };
    Check { what: format!("the {q} quantile of {calls} calls in {trials} trials: {held} of {REPLICATIONS}"), bound }
}

/// The range of a learned rate holds it with a probability of just 90 %, where the rate comes from the prior; from 200 trials
/// on it holds a rate that never moves no less often, since it might have moved.
fn of_rates(trials: u32) -> Check {
    let prior = Beta::new(0.5, 0.5).unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(trials.into());
    let mut held = 0;
    for _ in 0..REPLICATIONS {
        let rate: f64 = rng.sample(prior);
        let mut learned = DriftingRate::default();
        (0..trials).for_each(|_| learned.learn(rng.random::<f64>() < rate));
        let [low, high] = learned.posterior().interval90();
        held += u64::from((low..=high).contains(&rate));
    }
    Check {
        what: format!("a rate after {trials} trials: {held} of {REPLICATIONS}"),
        bound: if trials >= 200 && held as f64 >= 0.9 * REPLICATIONS as f64 {
            1.0
        } else {
            binomial_bound(held, REPLICATIONS, 0.9)
        },
    }
}

#[test]
fn intervals_of_quantiles_are_no_narrower_than_they_may_be() {
    let mut sample = Sample::default();
    (1..=1_000).for_each(|count| sample.push(count));
    // Binomial(1000, 1/2): 469 and 531 are the 2.5 % and 97.5 % quantiles; Binomial(1000, 0.05): 37 and 64.
    assert_eq!([0.5, 0.05].map(|q| sample.quantile_interval(q)), [Some([469, 532]), Some([37, 65])]);
}

#[test]
fn intervals_hold_what_they_say() {
    let quantiles =
        [(10, 100, 0.5), (100, 200, 0.05), (100, 200, 0.95), (100, 1_000, 0.25), (100, 1_000, 0.75), (40, 4_097, 0.5)];
    let quantiles = quantiles.map(|(calls, trials, q)| of_quantiles(calls, trials, q));
    let checks: Vec<_> = quantiles.into_iter().chain([1, 5, 20, 60, 199, 400, 1_000].map(of_rates)).collect();
    judge("intervals", INTERVALS, &checks);
}
