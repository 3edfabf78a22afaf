//! Simulation against the exact distribution where rates are uncertain: the whole distribution of the yield, links, and
//! the split of the variance, for fixed seeds.
//!
//! The bounds of the distributions and their rate of false alarms are those of `tail_bounds`: 19 distributions and 1
//! mean are checked. Luck and ignorance have no such bounds; theirs are in standard errors, with the rate of the normal
//! distribution.

use outreach::{
    Campaign, Estimate, Parameter, Pmf, Probability, Rate, Rates, Reading, Simulation, SimulationResult, Strategy,
};
use outreach::{Supply, Variance};

use crate::tail_bounds::{largest_cdf_gap, plausible};
use crate::uncertain_scenarios::{
    beta, campaign, case, committed_distributions, committed_overall, fixed, mixed, overall, own_plain_ask,
    uncertain_with,
};

fn simulate(campaign: &Campaign, trials: u64, seed: u64) -> SimulationResult {
    Simulation::new(campaign).trials(trials).seed(seed).run().unwrap()
}

fn agrees(run: &SimulationResult, distribution: &Pmf) -> bool {
    run.against(distribution).largest_cdf_gap() <= largest_cdf_gap(run.trials())
}

#[test]
fn every_case_of_the_reference_is_simulated_as_its_distribution_says() {
    for (seed, (name, masses)) in (60..).zip(committed_distributions()).filter(|(_, (name, _))| *name != "overall") {
        let (rates, calls) = case(name).unwrap();
        let run = simulate(&campaign(rates, calls), 100_000, seed);
        assert!(agrees(&run, &Pmf::from_masses(0, masses).unwrap()), "{name}");
    }
}

#[test]
fn published_rates_are_simulated_as_the_distributions_of_either_kind_say() {
    let rates = Rates::published().with_reading(Reading::WithoutIncident);
    for (seed, strategy) in (80..).zip([Strategy::cold(), Strategy::warm()]) {
        let campaign = Campaign::new(rates.clone(), strategy, 60).unwrap();
        assert!(agrees(&simulate(&campaign, 100_000, seed), &campaign.exact_yield().unwrap()), "{seed}");
    }
    // Of both kinds together only the moments are exact.
    let campaign = Campaign::new(rates, Strategy::mixed(), 60).unwrap();
    let mean = simulate(&campaign, 100_000, 82).meetings().mean().value;
    assert!(plausible(mean / 60.0, 1e5, campaign.exact_moments().unwrap().mean / 60.0));
}

#[test]
fn a_beta_rate_three_percent_off_is_caught() {
    let cold = |mean| uncertain_with(&[(Parameter::ColdMeeting, beta(100.0 * mean, 100.0 * (1.0 - mean)))]);
    let distribution = campaign(cold(0.5), [100, 0]).exact_yield().unwrap();
    assert!(!agrees(&simulate(&campaign(cold(0.515), [100, 0]), 100_000, 83), &distribution));
    assert!(agrees(&simulate(&campaign(cold(0.5), [100, 0]), 100_000, 83), &distribution));
}

#[test]
fn a_rate_drawn_for_each_call_instead_of_each_campaign_is_caught() {
    // Drawn for each call, a Beta rate decides as its mean does.
    let (rates, calls) = case("cold 100 weight 100").unwrap();
    let distribution = campaign(rates.clone(), calls).exact_yield().unwrap();
    let per_call = rates.with(Parameter::ColdMeeting, fixed(0.1));
    assert!(!agrees(&simulate(&campaign(per_call, calls), 100_000, 84), &distribution));
}

#[test]
fn asking_all_the_same_follows_the_draw_of_a_cold_call() {
    // Nine warm conversations of ten are lost: nearly all calls depend on one rate, or on two that are as uncertain.
    let often_lost = |rates: Rates| {
        let rates = rates.with(Parameter::IncidentRate, fixed(0.9)).with(Parameter::IncidentRecovery, fixed(0.0));
        campaign(rates, [10, 10])
    };
    let [linked, apart] = [mixed(), own_plain_ask()].map(often_lost);
    let [of_linked, of_apart] = [&linked, &apart].map(|campaign| campaign.exact_yield().unwrap());
    assert!((of_linked.mean() - of_apart.mean()).abs() < 1e-9);
    let [linked, apart] = [linked, apart].map(|campaign| simulate(&campaign, 100_000, 85));
    assert!(agrees(&linked, &of_linked) && agrees(&apart, &of_apart));
    assert!(!agrees(&linked, &of_apart) && !agrees(&apart, &of_linked));
}

/// Solved from an uncertain nine in ten, the probabilities of all warm conversations are the nine in ten as drawn, as
/// long as nothing is clamped: the same distribution without incidents is exact, while the solved one is simulated.
fn solved_and_plain(changes: &[(Parameter, Rate)]) -> [Campaign; 2] {
    let rates = uncertain_with(changes);
    let solved = rates.clone().with_reading(Reading::Overall);
    [solved, rates.with(Parameter::IncidentRate, Probability::ZERO)].map(|rates| campaign(rates, [20, 30]))
}

fn simulated(run: &SimulationResult) -> [Estimate; 2] {
    match run.variance() {
        Variance::Simulated { luck, ignorance } => [luck, ignorance],
        Variance::Exact { .. } => panic!("solved probabilities have no exact moments"),
    }
}

#[test]
fn simulated_luck_and_ignorance_are_the_exact_ones() {
    // Eight bounds of six standard errors: a false alarm less than once in 10^7, as the normal distribution has it.
    let cold = (Parameter::ColdMeeting, beta(2.0, 18.0));
    let cases = [
        vec![(Parameter::WarmMeeting, beta(20.0, 20.0))],
        vec![(Parameter::WarmMeeting, beta(200.0, 200.0))],
        vec![(Parameter::WarmMeeting, beta(20.0, 20.0)), cold],
        vec![(Parameter::WarmMeeting, beta(20.0, 20.0)), cold, (Parameter::WarmReach, beta(5.0, 2.0))],
    ];
    for (seed, changes) in (90..).zip(cases) {
        let [solved, plain] = solved_and_plain(&changes);
        let run = simulate(&solved, 200_000, seed);
        assert_eq!(run.clamped().value, 0.0);
        let moments = plain.exact_moments().unwrap();
        for (simulated, exact) in simulated(&run).into_iter().zip([moments.luck, moments.ignorance]) {
            assert!(simulated.sigmas_from(exact).abs() <= 6.0, "{seed}: {simulated}, not {exact}");
        }
        // They are two parts of one variance, not twice the same.
        let [luck, ignorance] = simulated(&run).map(|part| part.value);
        assert!((luck + ignorance - run.meetings().variance()).abs() < 1e-9);
    }
}

#[test]
fn luck_and_ignorance_spread_over_seeds_as_their_standard_errors_say() {
    // The mean square of 300 normal deviations is beyond 0.55 to 1.55 less than once in 10^7.
    const SEEDS: u32 = 300;
    let exact = ["luck", "ignorance"].map(committed_overall);
    let mut squares = [0.0; 2];
    for seed in 0..SEEDS {
        let parts = simulated(&simulate(&overall(), 2_000, 1_000 + u64::from(seed)));
        for ((sum, part), exact) in squares.iter_mut().zip(parts).zip(exact) {
            *sum += part.sigmas_from(exact).powi(2) / f64::from(SEEDS);
        }
    }
    assert!(squares.iter().all(|square| (0.55..=1.55).contains(square)), "luck, ignorance: {squares:?}");
}

#[test]
fn a_share_of_warm_calls_meets_the_same_draw_as_a_count() {
    let supplies: [Strategy; 2] = [Strategy::mixed(), Supply::Count(6).into()];
    let runs = supplies.map(|strategy| simulate(&Campaign::new(mixed(), strategy, 12).unwrap(), 10_000, 99));
    assert_eq!(runs[0].meetings(), runs[1].meetings());
}
