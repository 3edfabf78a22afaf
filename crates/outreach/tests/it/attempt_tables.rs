//! What contacts that were called several times tell of the reach by attempt, on simulated logs whose rates are known; a bank's
//! real calls are in examples/tests/bank_attempts.rs.
#![expect(clippy::print_stdout, reason = "the shares are figures of docs/validation.md")]

use outreach::{
    AttemptTable, Beta, Campaign, Estimate, Kind, Parameter, Probability, Rates, ReachByAttempt, Sensitivity,
    SimulatedRound, Simulation, Strategy,
};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use crate::scenarios::documented_with;

/// A log of this many contacts, each attempted until it is reached, at most this many times.
fn simulated(rng: &mut Xoshiro256PlusPlus, contacts: u32, [first, ever]: [f64; 2], most: usize) -> AttemptTable {
    let mut table = AttemptTable::default();
    for _ in 0..contacts {
        let reachable = rng.random::<f64>() < ever;
        let reached = (1..=most).find(|_| rng.random::<f64>() < first / ever && reachable);
        table.learn(reached.unwrap_or(most), reached.is_some());
    }
    table
}

/// This many logs, unless `ATTEMPT_LOGS` says how many.
#[expect(clippy::disallowed_methods, reason = "a test may be told how long to run")]
pub(crate) fn logs(unless_said: u32) -> u32 {
    std::env::var("ATTEMPT_LOGS").map_or(unless_said, |logs| logs.parse().expect("a number of logs"))
}

/// How many of the logs give intervals that hold r, and that hold c.
fn held(logs: u32, rates: [f64; 2]) -> [u32; 2] {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(25);
    let mut held = [0, 0];
    for _ in 0..logs {
        let fit = simulated(&mut rng, 400, rates, 8).fit().unwrap();
        let holds = |[low, high]: [f64; 2], rate: f64| u32::from(low <= rate && rate <= high);
        held[0] += holds(fit.first_interval, rates[0]);
        held[1] += fit.ever_interval.map_or(0, |interval| holds(interval, rates[1]));
    }
    held
}

/// 60 logs per design. An interval that holds in 0.87 of all logs holds in fewer than 43 of 60 with probability 2e-4, so
/// 6 checks fail by chance once in 900. `scripts/validate attempts` makes 500 logs each, of which 87 to 97 % have to hold.
#[test]
fn the_intervals_hold_what_made_the_log() {
    for ever in [0.4, 0.7, 1.0] {
        let logs = logs(60);
        let shares = held(logs, [0.08, ever]).map(|held| f64::from(held) / f64::from(logs));
        println!("intervals of first and ever at {ever}: {shares:?} of {logs} logs");
        let [low, high] = if logs >= 500 { [0.87, 0.97] } else { [43.0 / 60.0, 1.0] };
        assert!(shares.iter().all(|share| (low..=high).contains(share)), "{shares:?} of {logs} at {ever}");
    }
}

#[test]
fn a_share_that_is_off_by_half_is_not_held() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(25);
    let held = (0..60).filter(|_| {
        let [low, high] = simulated(&mut rng, 400, [0.08, 0.4], 8).fit().unwrap().ever_interval.unwrap();
        low <= 0.6 && 0.6 <= high
    });
    assert!(held.count() < 43);
}

#[test]
fn a_table_without_a_second_attempt_tells_of_the_first_alone() {
    let fit = AttemptTable::new(vec![40], vec![4]).unwrap().fit().unwrap();
    assert_eq!((fit.first, fit.ever, fit.ever_interval, fit.above_constant), (0.1, None, None, 0.0));
    let [low, high] = fit.first_interval;
    let below = |rate: f64| 4.0 * (0.1_f64 / rate).ln() + 36.0 * (0.9 / (1.0 - rate)).ln();
    assert!([low, high].iter().all(|&rate| (2.0 * below(rate) - 2.705_543_454).abs() < 1e-6));
    let nobody = AttemptTable::new(vec![40, 40], vec![0, 0]).unwrap().fit().unwrap();
    assert_eq!((nobody.first, nobody.first_interval[0], nobody.ever), (0.0, 0.0, None));
    assert_eq!(AttemptTable::default().fit(), None);
}

/// Nobody but the first attempt reached anybody: whoever can be reached is reached at once.
#[test]
fn a_table_in_which_only_first_attempts_reach_somebody_can_be_fitted() {
    let fit = AttemptTable::new(vec![100, 80, 80], vec![20, 0, 0]).unwrap().fit().unwrap();
    assert!((fit.first - 0.2).abs() < 1e-6 && (fit.ever.unwrap() - 0.2).abs() < 1e-6, "{fit:?}");
    let all = AttemptTable::new(vec![10], vec![10]).unwrap().fit().unwrap();
    assert_eq!((all.first, all.first_interval[1]), (1.0, 1.0));
}

/// Where the table says much, the posterior's means are near the most likely values; its expectations are those of an
/// even grid.
#[test]
fn the_posterior_is_what_an_even_grid_has() {
    for (at_risk, reached) in [
        (vec![400, 368, 341, 318, 298, 281], vec![32, 27, 23, 20, 17, 14]),
        (vec![30, 26], vec![4, 2]),
        (vec![20], vec![3]),
        (vec![12, 12, 12], vec![0, 0, 0]),
    ] {
        let table = AttemptTable::new(at_risk, reached).unwrap();
        let posterior = table.posterior();
        assert!((posterior.points().map(|(weight, _)| weight).sum::<f64>() - 1.0).abs() < 1e-12);
        let functions: [fn([f64; 2]) -> f64; 4] = [
            |[first, _]| first,
            |[_, ever]| ever,
            |[first, ever]| first * ever,
            |[first, ever]| curve(first, ever).reached_by(6),
        ];
        let means = functions.map(|f| posterior.mean(f));
        let expected = on_an_even_grid(&table, functions);
        for (mean, expected) in means.into_iter().zip(expected) {
            assert!((mean - expected).abs() < 2e-5, "{table:?}: {means:?}, {expected}");
        }
    }
}

fn curve(first: f64, ever: f64) -> ReachByAttempt {
    ReachByAttempt::new(Probability::new(first).unwrap(), Probability::new(ever).unwrap())
}

/// Expectations by the midpoint rule, from the hazards of the curve.
fn on_an_even_grid<const N: usize>(table: &AttemptTable, functions: [fn([f64; 2]) -> f64; N]) -> [f64; N] {
    const POINTS: u32 = 400;
    let mut sums = [0.0; N];
    let mut total = 0.0;
    let middle = |point: u32| (f64::from(point) + 0.5) / f64::from(POINTS);
    for (ever, share) in (0..POINTS).map(|point| (middle(point), 0.9 / f64::from(POINTS))).chain([(1.0, 0.1)]) {
        for point in 0..POINTS {
            let each = (std::f64::consts::FRAC_PI_2 * middle(point)).sin().powi(2);
            let reach = curve(each * ever, ever);
            let log = |(index, (&at_risk, &reached)): (usize, (&u64, &u64))| {
                let hazard = reach.at(index as u32 + 1);
                let open = at_risk - reached;
                let part = |count: u64, p: f64| if count > 0 { count as f64 * p.ln() } else { 0.0 };
                part(reached, hazard) + part(open, 1.0 - hazard)
            };
            let weight = share * table.at_risk().iter().zip(table.reached()).enumerate().map(log).sum::<f64>().exp();
            total += weight;
            for (sum, f) in sums.iter_mut().zip(functions) {
                *sum += weight * f([each * ever, ever]);
            }
        }
    }
    sums.map(|sum| sum / total)
}

#[test]
fn a_table_that_cannot_be_is_refused() {
    for (at_risk, reached) in [
        (vec![], vec![]),
        (vec![10], vec![]),
        (vec![10], vec![11]),
        (vec![10, 9], vec![2, 0]),
        (vec![10, 7], vec![2, 8]),
        (vec![0; 1_001], vec![0; 1_001]),
        (vec![u64::MAX], vec![0]),
    ] {
        assert!(AttemptTable::new(at_risk.clone(), reached.clone()).is_err(), "{at_risk:?}, {reached:?}");
    }
}

/// Reach and share that can be reached depend on each other where a table tells them. Mixed one by one they gave shares of the
/// ignorance of 0.41 and 0.20 alone, and 0.82 and 0.60 with the others, of a yield that depends on nothing else.
#[test]
fn the_two_numbers_of_a_table_were_told_apart() {
    let table = AttemptTable::new(vec![400, 368], vec![32, 27]).unwrap();
    let rates = Rates::documented().with_attempts(Kind::Cold, table);
    let index = |rates: Rates| {
        let campaign = Campaign::contacts(100).max_attempts(3).strategy(Strategy::cold()).rates(rates).build().unwrap();
        Sensitivity::of(&campaign).trials(4_000).run().unwrap().indices().to_vec()
    };
    let alone = index(rates.clone());
    assert_eq!(
        (alone.len(), alone[0].parameter, alone[0].with),
        (1, Parameter::ColdReach, Some(Parameter::ColdReachable))
    );
    assert!((alone[0].first_order.value - 1.0).abs() < 1e-9 && (alone[0].total.value - 1.0).abs() < 1e-9);
    // Beside another rate: f = F·m, F and m independent, so that Var(E[f | F]) = E[m]²·Var(F).
    let beta = Beta::new(10.0, 90.0).unwrap();
    let both = index(rates.clone().with(Parameter::ColdMeeting, beta));
    let posterior = rates.attempts(Kind::Cold).unwrap().posterior();
    let by_three = |[first, ever]: [f64; 2]| {
        ReachByAttempt::new(Probability::new(first).unwrap(), Probability::new(ever).unwrap()).reached_by(3)
    };
    let mean = posterior.mean(by_three);
    let [reach, meeting] =
        [posterior.mean(|rates| (by_three(rates) / mean - 1.0).powi(2)), beta.variance() / beta.mean().powi(2)];
    let all = reach + meeting + reach * meeting;
    let of = |parameter: Parameter| both.iter().find(|index| index.parameter == parameter).unwrap();
    for (parameter, own) in [(Parameter::ColdReach, reach), (Parameter::ColdMeeting, meeting)] {
        let other = all - own - reach * meeting;
        for (found, expected) in [(of(parameter).first_order, own / all), (of(parameter).total, 1.0 - other / all)] {
            assert!((found.value - expected).abs() <= 5.0 * found.std_error, "{parameter}: {found:?} {expected}");
        }
    }
}

/// One attempt at each contact reached what single calls do, a second one what the table tells: beside each other in a comparison of
/// numbers of attempts the first then looked worse than it is.
#[test]
fn one_attempt_at_each_contact_reaches_what_the_table_tells() {
    let table = AttemptTable::new(vec![400, 300, 280], vec![100, 20, 10]).unwrap();
    let rates = documented_with(&[(Parameter::ColdReach, 0.13)]).with_attempts(Kind::Cold, table);
    let first = rates.attempts(Kind::Cold).unwrap().posterior().mean(|[first, _]| first);
    let campaign = |most: u32, rates: &Rates| {
        let contacts = Campaign::contacts(200).max_attempts(most).strategy(Strategy::cold());
        contacts.rates(rates.clone()).build().unwrap()
    };
    let once = campaign(1, &rates);
    assert!((once.exact_yield().unwrap().mean() - 200.0 * first * 0.1).abs() < 1e-9);
    assert!(once.rates().has_reach_of_table(Kind::Cold) && !rates.has_reach_of_table(Kind::Cold));
    // Who is never reached later takes nothing from the first attempts.
    let rounds = Simulation::new(&campaign(2, &rates)).trials(20_000).run().unwrap().rounds();
    let of_first = rounds[0].meetings;
    assert!((of_first.value - 200.0 * first * 0.1).abs() <= 6.0 * of_first.std_error, "{of_first:?}");
    // Single calls keep the reach of their own.
    let calls = Campaign::new(rates, Strategy::cold(), 200).unwrap();
    assert!((calls.exact_yield().unwrap().mean() - 200.0 * 0.13 * 0.1).abs() < 1e-9);
}

/// 40 logs per design. A forecast whose central 90 % hold in 0.85 of all cases holds in fewer than 26 of 40 with probability
/// 5e-4, so 3 checks fail by chance at most once in 600; `scripts/validate attempts` makes 500 logs each, of which 85 to 97 %
/// have to hold.
#[test]
fn forecasts_from_a_log_hold_what_comes() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(9);
    for ever in [0.4, 0.7, 1.0] {
        let truth = documented_with(&[
            (Parameter::ColdReach, 0.08),
            (Parameter::ColdReachable, ever),
            (Parameter::ColdMeeting, 1.0),
        ]);
        let contacts =
            Campaign::contacts(400).max_attempts(8).strategy(Strategy::cold()).rates(truth.clone()).build().unwrap();
        let next = Campaign::contacts(300).max_attempts(4).strategy(Strategy::cold()).rates(truth).build().unwrap();
        let logs = logs(40);
        let held = (0..logs).filter(|_| {
            let log = Simulation::new(&contacts).trials(1).seed(rng.random()).run().unwrap();
            let counts =
                |of: fn(&SimulatedRound) -> Estimate| log.rounds().iter().map(|r| of(r).value as u64).collect();
            let table = AttemptTable::new(counts(|round| round.attempts), counts(|round| round.conversations)).unwrap();
            let rates = documented_with(&[(Parameter::ColdMeeting, 1.0)]).with_attempts(Kind::Cold, table);
            let forecast = Campaign::contacts(300)
                .max_attempts(4)
                .strategy(Strategy::cold())
                .rates(rates)
                .build()
                .unwrap()
                .exact_yield()
                .unwrap();
            let came =
                Simulation::new(&next).trials(1).seed(rng.random()).run().unwrap().meetings().mean().value as usize;
            (forecast.quantile(0.05)..=forecast.quantile(0.95)).contains(&came)
        });
        let share = held.count() as f64 / f64::from(logs);
        println!("forecasts of 300 contacts at {ever}: {share} of {logs} logs");
        let [low, high] = if logs >= 500 { [0.85, 0.97] } else { [26.0 / 40.0, 1.0] };
        assert!((low..=high).contains(&share), "{share} of {logs} at {ever}");
    }
}
