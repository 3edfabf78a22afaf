//! Comparisons of strategies that depend on the same uncertain rate: one draw for all, luck of their own.
//!
//! The bounds and their rate of false alarms are those of `tail_bounds`: 11 are checked.

use outreach::{
    Campaign, Comparison, ComparisonResult, Parameter, Pmf, Probability, Rate, Rates, Simulation, Strategy,
};

use crate::comparisons::{cdf_gap, distribution_of_difference};
use crate::tail_bounds::{largest_cdf_gap, plausible};
use crate::uncertain_scenarios::{beta, campaign, midpoints, uncertain_with};

const TRIALS: u64 = 200_000;

fn compare(a: &Campaign, b: &Campaign, seed: u64) -> ComparisonResult {
    Comparison::between(a, b).trials(TRIALS).seed(seed).run().unwrap()
}

/// Rates with a probability of a cold call that nobody knows.
fn cold(rate: Rate) -> Rates {
    uncertain_with(&[(Parameter::ColdMeeting, rate)])
}

/// Whether the mean square of the differences is this, out of the largest that it can be.
fn mean_square_is(compared: &ComparisonResult, expected: f64, largest: f64) -> bool {
    let difference = compared.pairs()[0].difference();
    let squares: f64 = difference.iter().map(|(d, n)| (d * d) as f64 * n as f64).sum();
    plausible(squares / TRIALS as f64 / (largest * largest), TRIALS as f64, expected / (largest * largest))
}

/// The mean square of the difference of a and b cold calls under one Beta(alpha, beta), the luck of each its own.
///
/// # Formula
/// ```text
/// E[(A − B)²] = (a + b) E[p (1 − p)] + (a − b)² E[p²]
/// ```
fn mean_square_shared([a, b]: [f64; 2], [alpha, beta]: [f64; 2]) -> f64 {
    let weight = alpha + beta;
    let square = alpha * (alpha + 1.0) / (weight * (weight + 1.0));
    (a + b) * (alpha / weight - square) + (a - b).powi(2) * square
}

/// The same where each has a draw of its own.
fn mean_square_apart([a, b]: [f64; 2], [alpha, beta]: [f64; 2]) -> f64 {
    let weight = alpha + beta;
    let variance = alpha * beta / (weight * weight * (weight + 1.0));
    mean_square_shared([a, b], [alpha, beta]) + 2.0 * a * b * variance
}

#[test]
fn strategies_that_share_a_draw_differ_by_their_luck_and_their_numbers_of_calls() {
    let [a, b] = [30, 20].map(|calls| campaign(cold(beta(2.0, 3.0)), [calls, 0]));
    let compared = compare(&a, &b, 101);
    assert_eq!(compared.pairs()[0].exact(), None);
    assert!(mean_square_is(&compared, mean_square_shared([30.0, 20.0], [2.0, 3.0]), 30.0));
    assert!(!mean_square_is(&compared, mean_square_apart([30.0, 20.0], [2.0, 3.0]), 30.0));
}

#[test]
fn strategies_with_rates_specified_differently_have_draws_of_their_own() {
    // The same distribution but for the last digits.
    let [a, b] = [(30, 3.0), (20, 3.0 + 1e-9)].map(|(calls, b)| campaign(cold(beta(2.0, b)), [calls, 0]));
    let compared = compare(&a, &b, 102);
    let [of_a, of_b] = [&a, &b].map(|campaign| campaign.exact_yield().unwrap());
    let pair = &compared.pairs()[0];
    assert_eq!(pair.exact(), Some(of_a.against(&of_b)));
    assert!(cdf_gap(pair.difference(), &distribution_of_difference(&of_a, &of_b)) <= largest_cdf_gap(TRIALS));
    assert!(mean_square_is(&compared, mean_square_apart([30.0, 20.0], [2.0, 3.0]), 30.0));
    assert!(!mean_square_is(&compared, mean_square_shared([30.0, 20.0], [2.0, 3.0]), 30.0));
}

/// A distribution of differences, integrated over the rate that both share by the midpoint rule.
fn distribution_given_shared(campaigns: impl Fn(Probability) -> [Pmf; 2], [alpha, beta]: [f64; 2]) -> Vec<(i64, f64)> {
    let mut sum: Vec<(i64, f64)> = Vec::new();
    for (value, weight) in midpoints(alpha, beta, 400) {
        let [a, b] = campaigns(Probability::new(value).unwrap());
        let distribution = distribution_of_difference(&a, &b);
        sum.resize(distribution.len(), (0, 0.0));
        for (sum, (difference, mass)) in sum.iter_mut().zip(distribution) {
            *sum = (difference, sum.1 + weight * mass);
        }
    }
    assert!((sum.iter().map(|(_, mass)| mass).sum::<f64>() - 1.0).abs() < 1e-9);
    sum
}

#[test]
fn the_distribution_of_the_difference_is_that_of_one_draw_for_both() {
    // Both strategies call cold and warm; lost conversations follow the cold probability.
    let rates = cold(beta(2.0, 3.0))
        .with(Parameter::IncidentRate, Probability::new(0.5).unwrap())
        .with(Parameter::IncidentRecovery, Probability::ZERO);
    let at = |rates: &Rates| [[15, 5], [2, 10]].map(|calls| campaign(rates.clone(), calls));
    let [a, b] = at(&rates);
    let compared = compare(&a, &b, 103);
    let pair = &compared.pairs()[0];
    assert_eq!(pair.exact(), None);
    let given = |cold| at(&rates.clone().with(Parameter::ColdMeeting, cold)).map(|c| c.exact_yield().unwrap());
    let shared = distribution_given_shared(given, [2.0, 3.0]);
    assert!(cdf_gap(pair.difference(), &shared) <= largest_cdf_gap(TRIALS));
    let wins: f64 = shared.iter().filter(|(difference, _)| *difference > 0).map(|(_, mass)| mass).sum();
    assert!(plausible(pair.a_wins().value, TRIALS as f64, wins));
    // As if each had drawn for itself.
    let apart = distribution_of_difference(&a.exact_yield().unwrap(), &b.exact_yield().unwrap());
    assert!(cdf_gap(pair.difference(), &apart) > largest_cdf_gap(TRIALS));
}

#[test]
fn of_several_rates_those_specified_identically_are_shared() {
    // The cold probability is shared, warm reach is not.
    let rates = |reach: Rate| cold(beta(2.0, 3.0)).with(Parameter::WarmReach, reach);
    let [a, b] = [beta(4.0, 2.0), beta(2.0, 4.0)]
        .map(|reach| rates(reach).with(Parameter::IncidentRate, Probability::ZERO))
        .map(|rates| campaign(rates.with(Parameter::WarmMeeting, Probability::ONE), [10, 10]));
    let compared = compare(&a, &b, 104);
    assert_eq!(compared.pairs()[0].exact(), None);
    // The cold parts differ by luck alone: 20 E[c (1 − c)]; the warm ones are independent beta-binomials of mean 20/3
    // and 10/3.
    let cold_part = mean_square_shared([10.0, 10.0], [2.0, 3.0]);
    let warm_variance = 10.0 * 2.0 / 9.0 * (16.0 / 7.0);
    let expected = |cold: f64| cold + 2.0 * warm_variance + (10.0_f64 / 3.0).powi(2);
    assert!(mean_square_is(&compared, expected(cold_part), 20.0));
    assert!(!mean_square_is(&compared, expected(mean_square_apart([10.0, 10.0], [2.0, 3.0])), 20.0));
}

#[test]
fn an_uncertain_rate_that_decides_one_yield_only_is_not_shared() {
    let rates = uncertain_with(&[(Parameter::WarmShow, beta(7.0, 3.0))]);
    let [a, b] = [Strategy::cold(), Strategy::warm()].map(|s| Campaign::new(rates.clone(), s, 20).unwrap());
    let [of_a, of_b] = [&a, &b].map(|campaign| campaign.exact_yield().unwrap());
    let compared = compare(&a, &b, 105);
    assert_eq!(compared.pairs()[0].exact(), Some(of_a.against(&of_b)));
    let gap = cdf_gap(compared.pairs()[0].difference(), &distribution_of_difference(&of_a, &of_b));
    assert!(gap <= largest_cdf_gap(TRIALS));
}

#[test]
fn a_strategy_draws_the_same_worlds_alone_and_beside_others() {
    let [a, b] = [30, 20].map(|calls| campaign(cold(beta(2.0, 3.0)), [calls, 0]));
    let [of_a, of_b] = [&a, &b].map(|a| Simulation::new(a).trials(5_000).seed(106).run().unwrap());
    let compared = Comparison::between(&a, &b).trials(5_000).seed(106).run().unwrap();
    assert_eq!(compared.runs()[0].meetings(), of_a.meetings());
    // The second one's luck is its own.
    assert_ne!(compared.runs()[1].meetings(), of_b.meetings());
}
