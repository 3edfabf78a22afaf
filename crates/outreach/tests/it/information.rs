//! Which unknown rate matters, and what more logged calls tell of it, against the posteriors that the calls leave.

use outreach::{
    Campaign, Information, Kind, Parameter, Pmf, Pool, Probability, Rates, Reading, Sensitivity, SensitivityResult,
    Strategy,
};

use crate::uncertain_scenarios::{
    beta, beta_binomial, campaign, case, close, committed_distributions, fixed, uncertain_with,
};

fn analysis(campaign: &Campaign) -> SensitivityResult {
    Sensitivity::of(campaign).run().unwrap()
}

fn share(found: &SensitivityResult, kind: Kind, calls: u32) -> f64 {
    found.information().iter().find(|row| row.kind == kind && row.calls == calls).unwrap().share
}

#[test]
fn what_a_rate_does_alone_is_never_more_than_what_it_does_in_all() {
    let published = Rates::published().with_reading(Reading::WithoutIncident);
    let published = Campaign::new(published, Strategy::mixed(), 100).unwrap();
    let cases = committed_distributions()
        .into_iter()
        .filter_map(|(name, _)| case(name))
        .map(|(rates, calls)| campaign(rates, calls));
    for campaign in cases.chain([published]) {
        let found = analysis(&campaign);
        assert!(!found.indices().is_empty());
        let (mut alone, mut in_all) = (0.0, 0.0);
        for index in found.indices() {
            let [first, total] = [index.first_order.value, index.total.value];
            assert!((-1e-12..=1.0 + 1e-12).contains(&first) && first <= total + 1e-12, "{index:?}");
            alone += first;
            in_all += total;
        }
        assert!(alone <= 1.0 + 1e-12 && in_all >= 1.0 - 1e-12, "{alone}, {in_all}");
    }
}

/// Fifty calls of each kind whose probabilities only add up.
fn additive() -> Campaign {
    let changes = [
        (Parameter::ColdMeeting, beta(2.0, 18.0)),
        (Parameter::WarmMeeting, beta(9.0, 1.0)),
        (Parameter::IncidentRate, fixed(0.0)),
    ];
    campaign(uncertain_with(&changes), [50, 50])
}

#[test]
fn rates_that_only_add_cause_their_own_variances_and_nothing_together() {
    let found = analysis(&additive());
    // Var = α β / (w² (w + 1)).
    let [cold, warm] = [36.0 / 8400.0, 9.0 / 1100.0];
    for (index, expected) in found.indices().iter().zip([cold / (cold + warm), warm / (cold + warm)]) {
        assert!(close(index.first_order.value, expected, 1e-12) && close(index.total.value, expected, 1e-12));
    }
}

#[test]
fn known_rates_have_no_indices_and_nothing_to_log() {
    let found = analysis(&campaign(Rates::documented(), [50, 50]));
    assert!(found.indices().is_empty() && found.information().is_empty());
}

/// The share of a Beta rate's variance that this many trials take away on average: over every outcome, weighted by its
/// probability, what the conjugate posterior leaves.
fn taken_away(trials: u32, [alpha, beta]: [f64; 2]) -> f64 {
    let variance = |a: f64, b: f64| a * b / ((a + b).powi(2) * (a + b + 1.0));
    let left = |successes: u32| variance(alpha + f64::from(successes), beta + f64::from(trials - successes));
    let masses = beta_binomial(trials, alpha, beta);
    let expected: f64 = (0..).zip(masses).map(|(successes, mass)| mass * left(successes)).sum();
    1.0 - expected / variance(alpha, beta)
}

#[test]
fn more_calls_take_away_what_their_posteriors_lack() {
    let found = analysis(&additive());
    for (index, kind, prior) in [(0, Kind::Cold, [2.0, 18.0]), (1, Kind::Warm, [9.0, 1.0])] {
        for calls in [10, 100, 1000] {
            let expected = found.indices()[index].first_order.value * taken_away(calls, prior);
            let share = share(&found, kind, calls);
            assert!(close(share, expected, 1e-9), "{calls} {kind:?}: {share}, not {expected}");
        }
    }
    // Ten trials of a rate known as if from 10 leave half of its variance, a hundred one in eleven.
    let of_warm = found.indices()[1].first_order.value;
    assert!(close(share(&found, Kind::Warm, 10), of_warm / 2.0, 1e-12));
    assert!(close(share(&found, Kind::Warm, 1000), of_warm * 100.0 / 101.0, 1e-12));
}

#[test]
fn the_calls_that_tell_most_are_those_of_the_rate_that_is_known_least() {
    let best = |campaign: &Campaign| {
        let found = analysis(campaign);
        let rows = found.information().iter().filter(|row| row.calls == 100).copied();
        rows.max_by(|a: &Information, b| a.share.total_cmp(&b.share)).unwrap().kind
    };
    assert_eq!(best(&additive()), Kind::Warm);
    let known_warm = additive().rates().clone().with(Parameter::WarmMeeting, beta(900.0, 100.0));
    assert_eq!(best(&campaign(known_warm, [50, 50])), Kind::Cold);
}

#[test]
fn calls_of_a_kind_tell_of_the_rates_that_follow_another_s() {
    // Every warm conversation is lost, and asks with the cold probability: warm calls tell as much of them.
    let changes = [
        (Parameter::ColdMeeting, beta(2.0, 18.0)),
        (Parameter::IncidentRate, fixed(1.0)),
        (Parameter::IncidentRecovery, fixed(0.0)),
    ];
    let found = analysis(&campaign(uncertain_with(&changes), [50, 50]));
    for kind in Kind::ALL {
        assert!(close(share(&found, kind, 100), 100.0 / 120.0, 1e-12), "{kind:?}");
    }
}

#[test]
fn calls_that_reach_few_tell_no_more_than_is_said() {
    // Ten attempts that each reach one prospect in ten: k conversations, k ~ Binomial(10, 1/10), of which each outcome
    // leaves 2 / (2 + k) of the variance of a Beta(1, 1) rate on average.
    let changes = [(Parameter::ColdMeeting, beta(1.0, 1.0)), (Parameter::ColdReach, fixed(0.1))];
    let found = analysis(&campaign(uncertain_with(&changes), [50, 0]));
    let conversations = Pmf::binomial(10, Probability::new(0.1).unwrap());
    let exact: f64 = (0..=10).map(|k| conversations.mass(k) * k as f64 / (2.0 + k as f64)).sum();
    let said = share(&found, Kind::Cold, 10);
    assert!(said <= exact + 1e-12, "{said} is said, {exact} is taken away");
}

/// Shares of a pool are sampled: over other seeds they vary no more than their standard errors say, and not far less.
#[test]
fn sampled_shares_were_told_as_bounds_without_their_error() {
    const SEEDS: u64 = 24;
    let changes = [(Parameter::ColdMeeting, beta(2.0, 18.0)), (Parameter::WarmMeeting, beta(9.0, 3.0))];
    let pool = Strategy::snowball(Pool { names: 1.0, ..Pool::default() });
    let campaign = Campaign::new(uncertain_with(&changes), pool, 60).unwrap();
    let found: Vec<_> =
        (0..SEEDS).map(|seed| Sensitivity::of(&campaign).trials(2_000).seed(seed).run().unwrap()).collect();
    for (place, row) in found[0].information().iter().enumerate() {
        let rows: Vec<_> = found.iter().map(|found| found.information()[place]).collect();
        let mean = |number: fn(&Information) -> f64| rows.iter().map(number).sum::<f64>() / SEEDS as f64;
        let (share, said) = (mean(|row| row.share), mean(|row| row.std_error));
        let square: f64 = rows.iter().map(|row| (row.share - share).powi(2)).sum();
        let spread = (square / (SEEDS - 1) as f64).sqrt();
        // χ² of 23 degrees of freedom is above 2.56 · 23 once in 16,000.
        assert!(spread > 0.0 && spread < 1.6 * said && said < 8.0 * spread, "{row:?}: ± {said}, found ± {spread}");
    }
}
