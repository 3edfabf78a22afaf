//! Campaigns with a pool of referrals: exact distributions and simulation against every course of small campaigns
//! (scripts/reference/snowball.py), and against each other.
//!
//! The bounds and their rate of false alarms are those of `tail_bounds`: 36 are checked. Mean meetings by generation
//! have bounds in standard errors.

use outreach::{
    Campaign, Error, Parameter, Path, Pool, Quantity, Rates, Simulation, SimulationResult, Stop, Strategy, Variance,
};

use crate::scenarios::{documented, documented_with};
use crate::tail_bounds::{largest_cdf_gap, plausible};

/// The values of one kind of a committed case, by their number.
fn committed(case: &str, what: &str) -> Vec<(usize, f64)> {
    let of_case = |line: &str| {
        let mut cells = line.split(',');
        let found = cells.next() == Some(case) && cells.next() == Some(what);
        found.then(|| (cells.next().unwrap().parse().unwrap(), cells.next().unwrap().parse().unwrap()))
    };
    include_str!("reference/snowball.csv").lines().filter_map(of_case).collect()
}

fn pool(initial: u32, names: f64, dispersion: Option<f64>, decay: f64) -> Pool {
    Pool { initial, names, dispersion, decay }
}

/// Without incidents a warm call succeeds as its rate says.
fn small(pool: Pool, calls: u64, [introduced, cold, warm]: [f64; 3]) -> Campaign {
    let rates = documented_with(&[
        (Parameter::IncidentRate, 0.0),
        (Parameter::PoolIntroduced, introduced),
        (Parameter::ColdMeeting, cold),
        (Parameter::WarmMeeting, warm),
    ]);
    Campaign::new(rates, Strategy::snowball(pool), calls).unwrap()
}

/// The cases of scripts/reference/snowball.py.
fn case(name: &str) -> Campaign {
    match name {
        "default" => documented(Strategy::snowball(Pool::default()), 6),
        "dry" => small(pool(1, 0.8, None, 1.0), 5, [1.0, 0.1, 0.5]),
        "empty" => small(pool(0, 2.0, None, 1.0), 5, [0.4, 0.3, 0.8]),
        "dispersed" => small(pool(1, 1.5, Some(0.5), 1.0), 5, [0.7, 0.2, 0.6]),
        "alone" => small(pool(2, 0.0, None, 1.0), 4, [1.0, 0.1, 0.9]),
        "decays" => small(pool(1, 2.0, None, 0.5), 5, [1.0, 0.1, 0.9]),
        "forgets" => small(pool(2, 1.2, Some(2.0), 0.0), 4, [0.8, 0.2, 0.7]),
        _ => unreachable!("no such case"),
    }
}

fn snowball(pool: Pool, calls: u64) -> Campaign {
    documented(Strategy::snowball(pool), calls)
}

fn simulate(campaign: &Campaign, trials: u64, seed: u64) -> SimulationResult {
    Simulation::new(campaign).trials(trials).seed(seed).run().unwrap()
}

/// The same campaign as the plain program plays it, generations and all: a stop that is never met changes nothing else.
fn one_by_one(campaign: &Campaign) -> Campaign {
    campaign.clone().until(Stop::Meetings(u32::MAX)).unwrap()
}

#[test]
fn exact_distributions_are_those_of_every_course() {
    for name in ["default", "dry", "empty", "dispersed", "alone"] {
        let campaign = case(name);
        let (distribution, pool) = (campaign.exact_yield().unwrap(), campaign.exact_pool().unwrap());
        let close = |what: &str, number: usize, actual: f64, expected: f64| {
            assert!((actual - expected).abs() < 1e-12, "{name}, {what} {number}: {actual} for {expected}");
        };
        for (meetings, probability) in committed(name, "yield") {
            close("yield", meetings, distribution.mass(meetings), probability);
        }
        let first_cold = committed(name, "first cold");
        for (attempt, probability) in &first_cold {
            close("first cold", *attempt, pool.first_dry[attempt - 1], *probability);
        }
        close("dry", 0, pool.runs_dry(), first_cold.iter().map(|(_, probability)| probability).sum());
        let generations = committed(name, "generation");
        for (generation, mean) in &generations {
            close("generation", *generation, pool.by_generation[generation - 1], *mean);
        }
        let warm: f64 = generations.iter().map(|(_, mean)| mean).sum();
        close("cold meetings", 0, pool.cold_meetings, distribution.mean() - warm);
    }
}

/// What of a simulated case does not agree with every course of it.
fn disagreements(run: &SimulationResult, name: &str) -> Vec<&'static str> {
    let n = run.trials() as f64;
    let mut found = Vec::new();
    for (meetings, probability) in committed(name, "yield") {
        if !plausible(run.meetings().count(meetings as i64) as f64 / n, n, probability.min(1.0)) {
            found.push("yield");
        }
    }
    let dry = committed(name, "first cold").iter().map(|(_, probability)| probability).sum::<f64>().min(1.0);
    if !plausible(run.runs_dry().value, n, dry) {
        found.push("dry");
    }
    for (simulated, (_, mean)) in run.meetings_by_generation().iter().zip(committed(name, "generation")) {
        if (simulated.value - mean).abs() > 6.0 * simulated.std_error {
            found.push("generation");
        }
    }
    found
}

#[test]
fn simulations_agree_with_every_course_where_referrals_decay() {
    for name in ["decays", "forgets"] {
        let run = simulate(&case(name), 200_000, 51);
        assert_eq!(disagreements(&run, name), [""; 0], "{name}");
        let generations = run.meetings_by_generation();
        assert!((committed(name, "generation").len()..6).contains(&generations.len()), "{name}");
    }
}

#[test]
fn the_plain_program_agrees_with_every_course() {
    let run = simulate(&one_by_one(&case("dispersed")), 200_000, 52);
    assert_eq!(disagreements(&run, "dispersed"), [""; 0]);
}

#[test]
fn a_wrong_decay_is_caught() {
    let wrong = small(pool(1, 2.0, None, 0.48), 5, [1.0, 0.1, 0.9]);
    assert!(disagreements(&simulate(&wrong, 200_000, 53), "decays").contains(&"generation"));
}

/// Half of the pools run dry within these calls.
fn at_risk() -> Campaign {
    snowball(Pool { initial: 2, names: 1.3, ..Pool::default() }, 60)
}

/// Whether a run has the exact distribution of the yield, of the first cold attempt, and of the cold attempts' mean.
fn agrees(run: &SimulationResult, distribution: &Campaign) -> bool {
    let (pool, n) = (distribution.exact_pool().unwrap(), run.trials() as f64);
    let mut cumulative = 0.0;
    let mut below = 0;
    let dry = pool.first_dry.iter().zip(1..).all(|(probability, attempt)| {
        cumulative += probability;
        below += run.first_dry().count(attempt);
        (below as f64 / n - cumulative).abs() <= largest_cdf_gap(run.trials())
    });
    let share = run.mean(Quantity::ColdAttempts).value / f64::from(distribution.calls());
    run.against(&distribution.exact_yield().unwrap()).largest_cdf_gap() <= largest_cdf_gap(run.trials())
        && dry
        && plausible(share, n, pool.cold_attempts / f64::from(distribution.calls()))
}

#[test]
fn a_million_trials_agree_with_the_exact_distribution() {
    for (seed, campaign) in (60..).zip([snowball(Pool::default(), 100), at_risk()]) {
        assert!(agrees(&simulate(&campaign, 1_000_000, seed), &campaign));
    }
    let campaign = at_risk();
    assert!(agrees(&simulate(&one_by_one(&campaign), 100_000, 62), &campaign));
}

#[test]
fn the_plain_program_has_the_exact_means_of_the_generations() {
    let campaign = at_risk();
    let run = simulate(&one_by_one(&campaign), 100_000, 63);
    let exact = campaign.exact_pool().unwrap().by_generation;
    for (simulated, exact) in run.meetings_by_generation().iter().zip(&exact).take(10) {
        assert!((simulated.value - exact).abs() < 6.0 * simulated.std_error, "{simulated:?} for {exact}");
    }
    // Where the exact distribution tells them the simulation does not count them.
    assert!(simulate(&campaign, 1_000, 63).meetings_by_generation().is_empty());
}

#[test]
fn small_errors_are_caught() {
    let campaign = at_risk();
    let pool = campaign.pool().unwrap();
    let with = |pool: Pool| snowball(pool, 60);
    let more_names = with(Pool { names: pool.names * 1.03, ..pool });
    let one_less = with(Pool { initial: pool.initial - 1, ..pool });
    let decays = with(Pool { decay: 0.98, ..pool });
    let rates = documented_with(&[(Parameter::PoolIntroduced, 0.97)]);
    let fewer_introduced = Campaign::new(rates, Strategy::snowball(pool), 60).unwrap();
    for (index, wrong) in [more_names, one_less, decays, fewer_introduced].iter().enumerate() {
        assert!(!agrees(&simulate(wrong, 300_000, 64), &campaign), "error {index}");
    }
}

#[test]
fn the_chains_of_the_default_pool_grow() {
    let chains = snowball(Pool::default(), 100).snowball(0, 0).unwrap();
    assert!((chains.reproduction[0].value - 2.0 * 671.0 / 750.0).abs() < 1e-15);
    assert_eq!((chains.grows.value, chains.grows.std_error), (1.0, 0.0));
    let held = 671.0 / 750.0;
    let one = (0..10_000).fold(0.0, |q: f64, _| 1.0 - held + held * (2.0 * (q - 1.0)).exp());
    assert!((one - 0.348_360).abs() < 5e-7);
    assert!((chains.extinction.value - one.powi(5)).abs() < 1e-14);
}

#[test]
fn chains_that_do_not_feed_themselves_die_out() {
    let chains = |pool: Pool| snowball(pool, 10).snowball(0, 0).unwrap();
    let critical = chains(Pool { names: 750.0 / 671.0, ..Pool::default() });
    assert!((critical.reproduction[0].value - 1.0).abs() < 1e-15);
    assert_eq!(chains(Pool { names: 1.0, ..Pool::default() }).extinction.value, 1.0);
    assert_eq!(chains(Pool { names: 1.0, ..Pool::default() }).grows.value, 0.0);
    // What decays to less than one successor dies out, however long it takes.
    assert!((chains(Pool { decay: 0.5, ..Pool::default() }).extinction.value - 1.0).abs() < 1e-9);
    assert_eq!(chains(Pool { initial: 0, ..Pool::default() }).extinction.value, 1.0);
}

#[test]
fn more_referrals_than_calls_are_a_warm_campaign() {
    let all_warm = documented(Strategy::warm(), 30).exact_yield().unwrap();
    let distribution = snowball(Pool { initial: 30, names: 0.0, ..Pool::default() }, 30).exact_yield().unwrap();
    (0..=30).for_each(|k| assert!((distribution.mass(k) - all_warm.mass(k)).abs() < 1e-14, "{k}"));
    let plenty = snowball(Pool { initial: 1_000_000, ..Pool::default() }, 30);
    assert_eq!(plenty.exact_pool().unwrap().runs_dry(), 0.0);
    assert_eq!(simulate(&plenty, 1_000, 1).first_dry().trials(), 0);
}

#[test]
fn a_pool_that_nothing_fills_is_a_cold_campaign() {
    let cold = documented(Strategy::cold(), 30).exact_yield().unwrap();
    let nothing = snowball(Pool { initial: 0, names: 0.0, ..Pool::default() }, 30);
    let distribution = nothing.exact_yield().unwrap();
    (0..=30).for_each(|k| assert!((distribution.mass(k) - cold.mass(k)).abs() < 1e-14, "{k}"));
    let run = simulate(&nothing, 1_000, 1);
    assert_eq!((run.runs_dry().value, run.first_dry().smallest(), run.first_dry().largest()), (1.0, 1, 1));
}

#[test]
fn without_names_no_referral_can_decay() {
    let [decays, lasts] = [0.3, 1.0].map(|decay| snowball(Pool { names: 0.0, decay, ..Pool::default() }, 20));
    assert_eq!(decays.exact_yield().unwrap(), lasts.exact_yield().unwrap());
}

#[test]
fn a_single_call_is_warm_if_there_is_a_referral() {
    let distribution = snowball(Pool::default(), 1).exact_yield().unwrap();
    assert!((distribution.mean() - 671.0 / 750.0).abs() < 1e-15);
    assert!((snowball(Pool { initial: 0, ..Pool::default() }, 1).exact_yield().unwrap().mean() - 0.1).abs() < 1e-15);
}

#[test]
fn where_there_is_no_exact_distribution_the_reason_is_told() {
    let reason = |campaign: &Campaign| match (campaign.exact_yield(), campaign.exact_pool()) {
        (Err(Error::NoExactDistribution { reason }), Err(Error::NoExactDistribution { .. })) => reason,
        other => panic!("{other:?}"),
    };
    assert!(reason(&snowball(Pool { decay: 0.9, ..Pool::default() }, 100)).contains("decay"));
    assert!(reason(&snowball(Pool::default(), 501)).contains("500 calls"));
    let uncertain = Campaign::new(Rates::published(), Strategy::snowball(Pool::default()), 100).unwrap();
    assert!(reason(&uncertain).contains("uncertain"));
}

#[test]
fn the_first_trial_told_call_by_call_is_the_first_one_counted() {
    let decays = snowball(Pool { decay: 0.8, ..Pool::default() }, 80);
    for campaign in [snowball(Pool::default(), 80), decays.clone(), one_by_one(&decays)] {
        let told = Simulation::new(&campaign).seed(7).first_trial();
        let run = simulate(&campaign, 1, 7);
        assert_eq!(told.len(), 80);
        let held = told.iter().filter(|attempt| Path::held(&attempt.path));
        assert_eq!(held.clone().count() as f64, run.mean(Quantity::Meetings).value);
        let cold = told.iter().filter(|attempt| attempt.generation.is_none()).count();
        assert_eq!(cold as f64, run.mean(Quantity::ColdAttempts).value);
        let mut generations = run.meetings_by_generation().into_iter().zip(1..);
        let count = |generation| held.clone().filter(|attempt| attempt.generation == Some(generation)).count();
        assert!(generations.all(|(mean, generation)| mean.value == count(generation) as f64));
    }
}

#[test]
fn with_fixed_rates_all_variance_is_luck_and_known_as_well_as_the_standard_deviation() {
    let decays = documented(Strategy::snowball(Pool { decay: 0.8, ..Pool::default() }), 100);
    let run = Simulation::new(&decays).trials(10_000).seed(85).run().unwrap();
    let Variance::Simulated { luck, ignorance } = run.variance() else { panic!("no exact moments") };
    let sd = run.meetings().sd();
    assert!(sd.std_error > 0.0);
    assert!((luck.value - sd.value.powi(2)).abs() < 1e-12);
    assert!((luck.std_error / luck.value - 2.0 * sd.std_error / sd.value).abs() < 1e-12);
    assert_eq!([ignorance.value, ignorance.std_error], [0.0; 2]);
}

#[test]
fn a_standing_that_hardly_falls_was_waited_for_through_millions_of_generations() {
    let extinction = |decay: f64, cold: f64| {
        let rates = documented_with(&[(Parameter::ColdMeeting, cold)]);
        let campaign = Campaign::new(rates, Strategy::snowball(pool(5, 2.0, None, decay)), 100).unwrap();
        campaign.snowball(0, 0).unwrap().extinction.value
    };
    // Above 0.5 the chain lives on with cold calls' standing too; below it dies out in the end.
    assert!((extinction(1.0 - 1e-12, 0.8) - extinction(1.0, 0.8)).abs() < 1e-9);
    assert!((extinction(0.999, 0.8) - extinction(0.999_9, 0.8)).abs() < 1e-4);
    assert_eq!(extinction(0.999_999, 0.1), 1.0);
}

/// What the numbers that are assumed come to, by a plain program: 57.41, 32.1 and 87.31 meetings in a hundred calls.
#[test]
fn names_decay_and_dispersion_move_the_default_snowball_as_the_reference_says() {
    let usual = Pool::default();
    let exact = |pool: Pool| {
        let campaign = snowball(pool, 100);
        let (distribution, pool) = (campaign.exact_yield().unwrap(), campaign.exact_pool().unwrap());
        (distribution.mean(), distribution.quantile(0.05), pool.runs_dry())
    };
    let near = |one: f64, other: f64, off: f64| assert!((one - other).abs() <= off, "{one} and {other}");
    let (_, low, dry) = exact(usual);
    assert_eq!(low, 84);
    near(dry, 0.005, 5e-4);
    near(exact(Pool { names: 1.0, ..usual }).0, 57.41, 0.01);
    let (mean, low, dry) = exact(Pool { dispersion: Some(0.78), ..usual });
    assert_eq!(low, 72);
    near(mean, 87.31, 0.005);
    near(dry, 0.112, 5e-4);
    let decays = simulate(&snowball(Pool { decay: 0.5, ..usual }, 100), 100_000, 7).meetings().mean();
    // Four standard errors beside the digits of the reference.
    near(decays.value, 32.1, 0.05 + 4.0 * decays.std_error);
}
