//! How far the calls of one connector go alike, learned from simulated logs whose correlation is known.
#![expect(clippy::print_stdout, reason = "the shares are figures of docs/validation.md")]

use outreach::GroupCorrelation;
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use rand_distr::{Beta, Distribution};

/// Meetings of this many calls of each of this many connectors, whose shares vary around this one.
fn simulated(
    rng: &mut Xoshiro256PlusPlus,
    [connectors, calls]: [u64; 2],
    [share, correlation]: [f64; 2],
) -> Vec<(u64, u64)> {
    let weight = 1.0 / correlation - 1.0;
    let own = (correlation > 0.0).then(|| Beta::new(share * weight, (1.0 - share) * weight).unwrap());
    let of_connector = |_| {
        let own = own.map_or(share, |own| own.sample(rng));
        (calls, (0..calls).filter(|_| rng.random::<f64>() < own).count() as u64)
    };
    (0..connectors).map(of_connector).collect()
}

/// This many logs, unless `CORRELATION_LOGS` says how many.
#[expect(clippy::disallowed_methods, reason = "a test may be told how long to run")]
fn logs(unless_said: u32) -> u32 {
    std::env::var("CORRELATION_LOGS").map_or(unless_said, |logs| logs.parse().expect("a number of logs"))
}

/// 100 logs per design. An interval that holds in 0.87 of all logs holds in fewer than 73 of 100 with probability 1e-4, so
/// that 3 checks fail by chance once in 3,000. `scripts/validate correlations` makes 1,000 logs each, of which 87 % have to hold.
#[test]
fn the_intervals_hold_the_correlation_of_ten_connectors_with_eight_calls() {
    let logs = logs(100);
    for correlation in [0.0, 0.05, 0.2] {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(26);
        let held = (0..logs).filter(|_| {
            let log = simulated(&mut rng, [10, 8], [0.5, correlation]);
            let [low, high] = GroupCorrelation::of(log).unwrap().interval;
            low <= correlation && correlation <= high
        });
        let share = held.count() as f64 / f64::from(logs);
        println!("intervals of the correlation at {correlation}: [{share}] of {logs} logs");
        assert!(share >= if logs >= 1_000 { 0.87 } else { 0.73 }, "{share} of {logs} at {correlation}");
    }
}

#[test]
fn a_large_log_tells_the_correlation_and_one_that_is_off_is_not_held() {
    for (share, correlation) in [(0.2, 0.0), (0.2, 0.1), (0.9, 0.3), (0.5, 0.8)] {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(7);
        let found = GroupCorrelation::of(simulated(&mut rng, [400, 30], [share, correlation])).unwrap();
        assert!((found.mean - correlation).abs() < 0.04, "{} at {correlation}", found.mean);
        let [low, high] = found.interval;
        assert!(high < correlation + 0.08 && low > correlation - 0.08, "{low} to {high} at {correlation}");
        assert!((found.beta.mean() - found.mean).abs() < 1e-3);
    }
}

/// The mean and the interval of three small logs, by adding up the likelihood on a grid of 2,000 by 2,000.
#[test]
fn the_posterior_is_that_of_a_fine_grid() {
    for log in [
        vec![(8, 8), (8, 2), (8, 7), (8, 1), (8, 8), (8, 3)],
        vec![(2, 1), (3, 1), (2, 1), (4, 2), (9, 4), (1, 0)],
        vec![(20, 20), (20, 20), (20, 19), (20, 20), (2, 2)],
    ] {
        let found = GroupCorrelation::of(log.iter().copied()).unwrap();
        let steps = 1_000;
        let (mut total, mut sum) = (0.0, 0.0);
        for place in 0..steps {
            let correlation = (f64::from(place) + 0.5) / f64::from(steps);
            for angle in 0..steps {
                let sine = (std::f64::consts::FRAC_PI_2 * (f64::from(angle) + 0.5) / f64::from(steps)).sin();
                let (met, refused) = (sine * sine * (1.0 - correlation), (1.0 - sine * sine) * (1.0 - correlation));
                let rising = |from: f64, n: u64| (0..n).map(|i| from + i as f64 * correlation).product::<f64>();
                let of = |&(n, x): &(u64, u64)| rising(met, x) * rising(refused, n - x) / rising(1.0 - correlation, n);
                let likelihood: f64 = log.iter().map(of).product();
                total += likelihood;
                sum += likelihood * correlation;
            }
        }
        assert!((found.mean - sum / total).abs() < 2e-3, "{} and {}", found.mean, sum / total);
    }
}

#[test]
fn too_few_connectors_tell_nothing_and_the_others_are_drawn_together() {
    assert_eq!(GroupCorrelation::of([(9, 3), (2, 1), (8, 4), (7, 2), (1, 1), (1, 0)]), None);
    // All alike: everybody is drawn to the share of all.
    let alike = GroupCorrelation::of((0..30).map(|_| (20, 10))).unwrap();
    assert_eq!(alike.interval[0], 0.0);
    let (mean, [low, high]) = alike.pooled(2, 2);
    assert!((mean - 0.5).abs() < 0.02 && low > 0.4 && high < 0.6, "{mean}: {low} to {high}");
    // All or nothing: a single conversation tells nearly all.
    let apart = GroupCorrelation::of((0..30).map(|connector| (20, 20 * (connector % 2)))).unwrap();
    assert!(apart.pooled(1, 1).0 > 0.9 && apart.pooled(1, 0).0 < 0.1);
    // A caller with a million calls takes no time.
    let large = GroupCorrelation::of((1..=6).map(|caller| (1_000_000 * caller, 50_000 * caller))).unwrap();
    assert!(large.interval[1] < 1e-4, "{:?}", large.interval);
}
