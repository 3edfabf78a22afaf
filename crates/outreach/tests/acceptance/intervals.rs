//! Printed intervals hold what they say.

use outreach::{Campaign, DriftingRate, Rates, Sample, Simulation, Strategy};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use statrs::distribution::{Beta, ContinuousCDF};

use crate::reference::{binomial, cold};
use crate::{Check, INTERVALS, binomial_bound, judge};

const REPLICATIONS: u64 = 4_000;
const SEQUENCES: u64 = 300;

/// The smallest count with at least this much at or below it.
fn quantile(distribution: &[f64], q: f64) -> i64 {
    let mut below = 0.0;
    let reached = |mass: &f64| {
        below += mass;
        below >= q
    };
    distribution.iter().position(reached).unwrap() as i64
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

/// The probability that a rate lies in what was learned of it, if it never moves: by the posterior that it has then, written out.
fn covered(learned: &DriftingRate) -> f64 {
    let failures = learned.trials() - learned.successes();
    let posterior = Beta::new(0.5 + learned.successes() as f64, 0.5 + failures as f64).unwrap();
    let [low, high] = learned.posterior().interval90();
    posterior.cdf(high) - posterior.cdf(low)
}

/// Below 200 trials the range of a learned rate holds it with a probability of just 90 %, whatever was seen.
fn of_few_trials(trials: u64) -> Check {
    let learned = |successes: u64| {
        let mut learned = DriftingRate::default();
        (0..trials).for_each(|trial| learned.learn((trial + 1) * successes / trials > trial * successes / trials));
        assert_eq!(learned.successes(), successes);
        covered(&learned)
    };
    let worst = (0..=trials).map(learned).max_by(|a, b| (a - 0.9).abs().total_cmp(&(b - 0.9).abs())).unwrap();
    let bound = f64::from(u8::from((worst - 0.9).abs() < 1e-8));
    Check { what: format!("a rate after {trials} trials: {worst}"), bound }
}

/// From 200 trials on the range holds a rate that never moves no less often, since it might have moved.
///
/// Each sequence of trials has a probability Y of its own that the rate behind it is held, and E Y >= 0.9 is claimed. Who bets
/// against that at fair odds, Π (1 + 5 (0.9 - Y)), has as much in the mean as at the start at most, so that he has x times as much
/// with probability 1 / x at most (Ville): at this level with 300 sequences once the mean of Y is below 0.887, where counts of
/// rates that are held would need four thousand for 0.871.
fn of_many_trials(trials: u32) -> Check {
    let prior = rand_distr::Beta::new(0.5, 0.5).unwrap();
    let mut rng = ChaCha8Rng::seed_from_u64(trials.into());
    let held: Vec<f64> = (0..SEQUENCES)
        .map(|_| {
            let rate: f64 = rng.sample(prior);
            let mut learned = DriftingRate::default();
            (0..trials).for_each(|_| learned.learn(rng.random::<f64>() < rate));
            covered(&learned)
        })
        .collect();
    let won: f64 = held.iter().map(|held| 1.0 + 5.0 * (0.9 - held)).product();
    let mean = held.iter().sum::<f64>() / held.len() as f64;
    Check { what: format!("a rate after {trials} trials: held with {mean}"), bound: won.recip().min(1.0) }
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
    let rates = [1, 5, 20, 60, 199].map(of_few_trials).into_iter().chain([200, 400, 1_000].map(of_many_trials));
    let checks: Vec<_> = quantiles.into_iter().chain(rates).collect();
    judge("intervals", INTERVALS, &checks);
}
