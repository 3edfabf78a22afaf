//! Exact distributions with uncertain rates against values computed otherwise: scripts/reference/uncertain.py to 40
//! digits, the quantiles of docs/model.md, and closed forms; and the reasons where there is no exact distribution.
//!
//! The bounds of the simulated case `overall` and their rate of false alarms are those of `tail_bounds`: 3 are checked;
//! its luck and ignorance have bounds in standard errors.

use outreach::{Beta, Campaign, Moments, Parameter, Pmf, Rates, Reading, Simulation, Strategy, Variance};

use crate::tail_bounds::{largest_cdf_gap, plausible};
use crate::uncertain_scenarios::{
    beta, beta_binomial, campaign, case, close, committed_distributions, committed_overall,
    committed_overall_distribution, fixed, linked_reach, mixed, overall, uncertain_with, with,
};

/// The largest difference of a distribution's masses from what they should be, relative to the largest mass.
fn off(distribution: &Pmf, expected: &[f64]) -> f64 {
    let largest = expected.iter().copied().fold(0.0, f64::max);
    assert!(distribution.end() <= expected.len());
    expected.iter().enumerate().map(|(k, mass)| (distribution.mass(k) - mass).abs() / largest).fold(0.0, f64::max)
}

#[track_caller]
fn why_none(campaign: &Campaign) -> String {
    campaign.exact_yield().expect_err("there is no exact distribution").to_string()
}

#[test]
fn every_committed_distribution_is_met_to_a_billionth_of_its_largest_mass() {
    let distributions = committed_distributions();
    assert_eq!(distributions.len(), 15);
    for (name, expected) in distributions.iter().filter(|(name, _)| *name != "overall") {
        let (rates, calls) = case(name).unwrap_or_else(|| panic!("the case {name} is not covered"));
        let campaign = campaign(rates, calls);
        assert_eq!(expected.len(), campaign.calls() as usize + 1, "{name}");
        let off = off(&campaign.exact_yield().unwrap(), expected);
        assert!(off <= 1e-9, "{name}: {off}");
    }
}

#[test]
fn the_exact_moments_are_those_of_the_committed_distributions() {
    for (name, masses) in committed_distributions().into_iter().filter(|(name, _)| *name != "overall") {
        let (rates, calls) = case(name).unwrap();
        let moments = campaign(rates, calls).exact_moments().unwrap();
        let distribution = Pmf::from_masses(0, masses).unwrap();
        assert!(close(moments.mean, distribution.mean(), 1e-12), "{name}");
        assert!(close(moments.luck + moments.ignorance, distribution.variance(), 1e-12), "{name}");
        assert!(close(moments.sd(), distribution.sd(), 1e-12), "{name}");
    }
}

/// With twice the calls of each kind luck is twice as large, and ignorance four times: two variances tell both.
#[test]
fn luck_and_ignorance_are_told_apart_as_the_distributions_of_once_and_twice_the_calls_tell_them() {
    for (name, _) in committed_distributions().into_iter().filter(|(name, _)| *name != "overall") {
        let (rates, calls) = case(name).unwrap();
        let once = campaign(rates.clone(), calls);
        let twice = campaign(rates, calls.map(|calls| 2 * calls));
        let [one, two] = [&once, &twice].map(|campaign| campaign.exact_yield().unwrap().variance());
        let moments = once.exact_moments().unwrap();
        assert!(close(moments.ignorance, (two - 2.0 * one) / 2.0, 1e-9), "{name}");
        assert!(close(moments.luck, (4.0 * one - two) / 2.0, 1e-9), "{name}");
    }
}

#[test]
fn the_split_of_one_beta_rate_is_the_textbook_s() {
    // n Beta(a, b) calls: luck n E[p (1 − p)] = n a b / (w (w + 1)), ignorance n² Var(p) = n² a b / (w² (w + 1)).
    let (rates, calls) = case("cold 100 weight 20").unwrap();
    let Moments { mean, luck, ignorance, .. } = campaign(rates, calls).exact_moments().unwrap();
    assert!(close(mean, 10.0, 1e-13));
    assert!(close(luck, 100.0 * 36.0 / 420.0, 1e-13));
    assert!(close(ignorance, 10_000.0 * 36.0 / 8400.0, 1e-13));
}

#[test]
fn known_rates_leave_luck_alone() {
    let moments = campaign(Rates::documented(), [50, 50]).exact_moments().unwrap();
    assert!(moments.ignorance.abs() < 1e-20);
    assert!(close(moments.sd(), 3.035_113_031, 1e-9));
}

#[test]
fn the_quantiles_of_a_hundred_cold_calls_widen_with_what_is_not_known() {
    for (name, expected) in [("cold 100 weight 100", [4, 10, 18]), ("cold 100 weight 20", [1, 9, 24])] {
        let (rates, calls) = case(name).unwrap();
        let distribution = campaign(rates, calls).exact_yield().unwrap();
        assert_eq!([0.05, 0.5, 0.95].map(|q| distribution.quantile(q)), expected, "{name}");
    }
}

#[test]
fn beta_distributions_are_fitted_to_their_ranges() {
    let rows: Vec<[f64; 4]> = include_str!("reference/beta_fits.csv")
        .lines()
        .skip(1)
        .map(|row| row.split(',').map(|cell| cell.parse().unwrap()).collect::<Vec<_>>().try_into().unwrap())
        .collect();
    assert_eq!(rows.len(), 8);
    for [low, high, alpha, beta] in rows {
        let fit = Beta::from_range(low, high).unwrap();
        assert!(close(fit.alpha(), alpha, 1e-9) && close(fit.beta(), beta, 1e-9), "{low} to {high}: {fit}");
        assert!((fit.at_most(low) - 0.05).abs() <= 1e-10 && (fit.at_most(high) - 0.95).abs() <= 1e-10);
    }
    let fit = Beta::from_range(0.8, 0.97).unwrap();
    assert_eq!(format!("{:.7} {:.7}", fit.alpha(), fit.beta()), "28.0752333 3.1341162");
}

#[test]
fn a_thousand_calls_by_quadrature_are_beta_binomial_where_one_rate_decides_all() {
    // Calls of both kinds under one reach rate have no distribution by path counts: here quadrature is what is tested.
    let sure = [Parameter::ColdMeeting, Parameter::WarmMeeting].map(|key| (key, fixed(1.0)));
    let rates = with(linked_reach(), &sure).with(Parameter::IncidentRate, fixed(0.0));
    let distribution = campaign(rates, [500, 500]).exact_yield().unwrap();
    let off = off(&distribution, &beta_binomial(1000, 4.0, 2.0));
    assert!(off <= 1e-9, "{off}");
}

#[test]
fn a_thousand_calls_by_path_counts_are_beta_binomial_where_one_rate_decides_all() {
    let distribution =
        campaign(uncertain_with(&[(Parameter::ColdMeeting, beta(2.0, 18.0))]), [1000, 0]).exact_yield().unwrap();
    let off = off(&distribution, &beta_binomial(1000, 2.0, 18.0));
    assert!(off <= 1e-9, "{off}");
}

#[test]
fn the_distribution_of_many_calls_has_the_exact_moments() {
    for (rates, calls) in [(linked_reach(), [90, 90]), (mixed(), [40, 40])] {
        let campaign = campaign(rates, calls);
        let (distribution, moments) = (campaign.exact_yield().unwrap(), campaign.exact_moments().unwrap());
        assert!(close(distribution.mean(), moments.mean, 1e-9));
        assert!(close(distribution.variance(), moments.luck + moments.ignorance, 1e-9));
    }
}

const CLAMPED: &str = "there is no exact distribution: the reading `overall` solves for a probability in each draw, and takes the nearest one where none fits";

#[test]
fn probabilities_solved_from_uncertain_ones_leave_no_exact_moments_and_a_distribution_where_the_rate_of_meetings_is_one()
 {
    assert_eq!(why_none(&overall()), CLAMPED);
    assert_eq!(overall().exact_moments().unwrap_err().to_string(), CLAMPED);
    let published = Campaign::new(Rates::published(), Strategy::mixed(), 100).unwrap();
    assert_eq!(published.exact_moments().unwrap_err().to_string(), CLAMPED);
    assert!(published.exact_yield().is_ok());
    // Cold calls do not meet them.
    assert!(Campaign::new(Rates::published(), Strategy::cold(), 100).unwrap().exact_yield().is_ok());
    // Fixed warm probabilities are solved once.
    let reach = uncertain_with(&[(Parameter::WarmReach, beta(2.0, 3.0))]).with_reading(Reading::Overall);
    assert!(campaign(reach, [5, 5]).exact_yield().is_ok());
}

#[test]
fn calls_that_share_one_of_many_uncertain_rates_leave_no_exact_distribution() {
    let published = Rates::published().with_reading(Reading::WithoutIncident);
    let campaign = Campaign::new(published, Strategy::mixed(), 100).unwrap();
    assert_eq!(
        why_none(&campaign),
        "there is no exact distribution: calls that share a rate are told apart later, and cold.reach, cold.meeting, cold.show, \
         warm.meeting, warm.show, incident.rate, incident.recovery are uncertain"
    );
    // Their moments are polynomials all the same.
    assert!(campaign.exact_moments().is_ok());
}

#[test]
fn more_than_a_thousand_calls_that_share_an_uncertain_reach_leave_no_exact_distribution() {
    assert_eq!(
        why_none(&campaign(linked_reach(), [500, 501])),
        "there is no exact distribution: 1001 calls are more than the 1000 that quadrature is exact for"
    );
}

/// The bound on a sampled moment: wrong by chance less than once in 10^8, as the normal distribution has it.
const SIGMAS: f64 = 6.0;

#[test]
fn simulated_solved_probabilities_agree_with_the_committed_moments() {
    let run = Simulation::new(&overall()).trials(400_000).seed(51).run().unwrap();
    let trials = run.trials() as f64;
    // At most 30 meetings, and this many trials of 0 to 30.
    assert!(plausible(run.meetings().mean().value / 30.0, trials, committed_overall("mean") / 30.0));
    assert!(plausible(run.clamped().value, trials, committed_overall("clamped")));
    assert!(run.against(&committed_overall_distribution()).largest_cdf_gap() <= largest_cdf_gap(run.trials()));
    let Variance::Simulated { luck, ignorance } = run.variance() else { panic!("no exact moments") };
    for (simulated, quantity) in [(luck, "luck"), (ignorance, "ignorance")] {
        let sigmas = simulated.sigmas_from(committed_overall(quantity));
        assert!(sigmas.abs() <= SIGMAS, "{quantity}: {simulated}, off by {sigmas}");
        // Small enough an error to see 5 % more or less.
        assert!(simulated.std_error * SIGMAS < 0.05 * simulated.value, "{quantity}: {simulated}");
    }
}
