//! Forecasts against what happened: the scores by hand, and on simulated logs whose truth is known.
#![expect(clippy::print_stdout, reason = "docs/calibration.md shows what is printed")]

use outreach::{Backtest, Beta, Forecasted, Pmf, Probability, Score};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

#[test]
fn scores_are_those_computed_by_hand() {
    // P = 1/4, 1/2, 1/4 at 0, 1, 2.
    let coins = Pmf::binomial(2, Probability::new(0.5).unwrap());
    let score = |outcome| Score::new(&coins, outcome);
    assert_eq!((score(1).mean, score(1).interval80, score(1).expected80), (1.0, [0, 2], 1.0));
    assert_eq!([0, 1, 2, 3].map(|outcome| score(outcome).covered), [true, true, true, false]);
    // Outcome 0: (1/4 − 1)² + (3/4 − 1)²; 1: (1/4)² + (3/4 − 1)²; 3: (1/4)² + (3/4)² + 1.
    assert_eq!([0, 1, 3].map(|outcome| score(outcome).crps), [0.625, 0.125, 1.625]);
    assert_eq!(score(1).log_score, 0.5_f64.ln());
    assert_eq!(score(3).log_score, f64::NEG_INFINITY);
    assert_eq!(score(1).cumulative, [0.25, 0.75]);
    assert_eq!(score(0).cumulative, [0.0, 0.25]);
    let wide = Score::new(&Pmf::binomial(100, Probability::new(0.1).unwrap()), 10);
    // F(14) − F(5), by exact rationals.
    assert_eq!(wide.interval80, [6, 14]);
    assert!((wide.expected80 - 0.869_850_148_248_085_5).abs() < 1e-12, "{}", wide.expected80);
}

#[test]
fn batches_are_cut_from_the_first_trial_and_the_last_partial_one_is_left_out() {
    let backtest = |batch, warmup| {
        let mut backtest = Backtest::new(batch, warmup);
        (0..1_000).for_each(|trial| backtest.push(trial % 4 == 0));
        backtest
    };
    let before = |backtest: &Backtest| backtest.forecasts().iter().map(|forecast| forecast.before).collect::<Vec<_>>();
    assert_eq!(before(&backtest(300, 200)), [300, 600]);
    assert_eq!(before(&backtest(250, 500)), [500, 750]);
    assert_eq!(before(&backtest(600, 700)), [0_u64; 0]);
    let outcomes: Vec<_> = backtest(300, 200).forecasts().iter().map(|forecast| forecast.outcome).collect();
    assert_eq!(outcomes, [75, 75]);
    let binomial = Score::new(&Pmf::binomial(300, Probability::new(0.25).unwrap()), 75);
    assert_eq!(backtest(300, 200).forecasts()[0].binomial, binomial);
}

/// The mean of a score over the forecasts.
fn mean(forecasts: &[Forecasted], score: impl Fn(&Forecasted) -> f64) -> f64 {
    forecasts.iter().map(score).sum::<f64>() / forecasts.len() as f64
}

fn coverage(forecasts: &[Forecasted]) -> [f64; 2] {
    [
        mean(forecasts, |forecast| f64::from(u8::from(forecast.drifting.covered))),
        mean(forecasts, |forecast| forecast.drifting.expected80),
    ]
}

/// A log of this many trials; the rate of each.
fn simulated(seed: u64, trials: u32, rate: impl Fn(u32, &mut ChaCha8Rng) -> f64) -> Vec<bool> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut trial = |trial| {
        let rate = rate(trial, &mut rng);
        rng.random::<f64>() < rate
    };
    (0..trials).map(&mut trial).collect()
}

fn tested(log: &[bool], batch: u32) -> Backtest {
    let mut backtest = Backtest::new(batch, 1_000);
    for &success in log {
        backtest.push(success);
    }
    backtest
}

/// The total CRPS of the forecasts that never forget (Jeffreys' posterior of a constant rate), for the same batches.
fn constant_crps(log: &[bool], batch: u32) -> f64 {
    let score = |forecast: &Forecasted| {
        let before = forecast.before as usize;
        let successes = log[..before].iter().filter(|&&success| success).count() as f64;
        let known = Beta::new(successes + 0.5, before as f64 - successes + 0.5).unwrap();
        Score::new(&beta_binomial(batch, known), forecast.outcome).crps
    };
    tested(log, batch).forecasts().iter().map(score).sum()
}

fn beta_binomial(trials: u32, known: Beta) -> Pmf {
    let (n, alpha, beta) = (f64::from(trials), known.alpha(), known.beta());
    let masses = (0..trials).scan(1.0, |mass, k| {
        let k = f64::from(k);
        *mass *= (n - k) * (alpha + k) / ((k + 1.0) * (beta + n - k - 1.0));
        Some(*mass)
    });
    Pmf::from_masses(0, std::iter::once(1.0).chain(masses).collect()).unwrap()
}

#[test]
fn on_steady_logs_forgetting_costs_less_than_two_per_cent() {
    // 200 logs each. The figures are 0.3 to 0.9 %, with a standard error of about 0.1 %.
    for (rate, batch) in [(0.1, 100), (0.03, 100), (0.5, 50), (0.9, 25)] {
        let (mut drifting, mut constant) = (0.0, 0.0);
        for seed in 0..200 {
            let log = simulated(seed, 3_000, |_, _| rate);
            drifting += tested(&log, batch).forecasts().iter().map(|forecast| forecast.drifting.crps).sum::<f64>();
            constant += constant_crps(&log, batch);
        }
        let cost = drifting / constant - 1.0;
        println!("rate {rate}, batches of {batch}: {:.2} %", 100.0 * cost);
        assert!((0.0..0.02).contains(&cost), "rate {rate}, batches of {batch}: {:.2} %", 100.0 * cost);
    }
}

#[test]
fn on_drifting_logs_intervals_hold_what_they_say_and_a_constant_rate_does_not() {
    /// From 3 % to 30 % and back every two thousand trials.
    fn swinging(trial: u32) -> f64 {
        0.165 + 0.135 * (f64::from(trial) * std::f64::consts::TAU / 2_000.0).sin()
    }
    let forecasts: Vec<_> = (0..50)
        .flat_map(|seed| {
            let log = simulated(seed, 6_000, |trial, _| swinging(trial));
            tested(&log, 100).forecasts().to_vec()
        })
        .collect();
    let [covered, expected] = coverage(&forecasts);
    // 2,500 forecasts: the standard error of the coverage is at most 0.01, and 0.05 allows for the drift within a batch.
    println!("swinging rate: {covered:.3} of {expected:.3}");
    assert!((covered - expected).abs() < 0.05, "{covered} of {expected}");
    let binomial = mean(&forecasts, |forecast| f64::from(u8::from(forecast.binomial.covered)));
    assert!(binomial < 0.5, "{binomial}");
    let ratio =
        mean(&forecasts, |forecast| forecast.drifting.crps) / mean(&forecasts, |forecast| forecast.binomial.crps);
    println!("constant rate: {binomial:.3}, CRPS {ratio:.2} times");
    assert!(ratio < 0.5, "{ratio}");
}

#[test]
fn on_logs_whose_periods_differ_intervals_hold_what_they_say() {
    // Every hundred trials have a rate of their own, Beta(4, 16).
    let forecasts: Vec<_> = (0..50)
        .flat_map(|seed| {
            let mut rate = 0.0;
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            let distribution = rand_distr::Beta::new(4.0, 16.0).unwrap();
            let log: Vec<_> = (0..6_000)
                .map(|trial| {
                    if trial % 100 == 0 {
                        rate = rng.sample(distribution);
                    }
                    rng.random::<f64>() < rate
                })
                .collect();
            tested(&log, 100).forecasts().to_vec()
        })
        .collect();
    let [covered, expected] = coverage(&forecasts);
    println!("rates by period: {covered:.3} of {expected:.3}");
    assert!((covered - expected).abs() < 0.05, "{covered} of {expected}");
}

#[test]
fn the_histogram_is_even_where_the_forecasts_are_right_and_not_where_they_are_too_narrow() {
    let logs: Vec<_> =
        (0..20).map(|seed| simulated(seed, 6_000, |trial, _| if trial < 3_000 { 0.1 } else { 0.2 })).collect();
    let histogram = |of: fn(&Forecasted) -> Score| {
        let mut parts = [0.0; 10];
        for log in &logs {
            let of_log = tested(log, 50).histogram(of);
            parts.iter_mut().zip(of_log).for_each(|(part, share)| *part += share / logs.len() as f64);
        }
        parts
    };
    let drifting = histogram(|forecast| forecast.drifting);
    // 2,000 forecasts: standard errors of 0.007.
    assert!(drifting.iter().all(|share| (share - 0.1).abs() < 0.04), "{drifting:?}");
    let binomial = histogram(|forecast| forecast.binomial);
    assert!(binomial[9] > 0.3, "{binomial:?}");
}
