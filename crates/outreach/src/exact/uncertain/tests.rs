use super::*;
use crate::exact::grid::grid_of;
use crate::exact::{conditioning, quadrature};
use crate::model::{Parameter, Rates, Reading, Share, Strategy, Supply};
use crate::numerics::gauss_jacobi::gauss_jacobi;
use crate::numerics::{Beta, Probability};

fn beta(alpha: f64, beta: f64) -> Beta {
    Beta::new(alpha, beta).expect("in bounds")
}

fn campaign(rates: Rates, share: f64, calls: u64) -> Campaign {
    let share = Supply::Share(Share::new(share).expect("a share"));
    Campaign::new(rates, Strategy::from(share), calls).expect("a campaign")
}

fn yields(campaign: &Campaign) -> Pmf {
    let uncertain = Uncertain::of(campaign).expect("it is a product");
    uncertain.yields(Kind::ALL.map(|kind| campaign.attempts(kind))).expect("few calls")
}

/// The largest difference of two masses, relative to the largest mass.
fn gap(one: &Pmf, other: &Pmf) -> f64 {
    let counts = 0..one.end().max(other.end());
    let largest = other.masses().iter().copied().fold(0.0, f64::max);
    counts.map(|count| (one.mass(count) - other.mass(count)).abs()).fold(0.0, f64::max) / largest
}

/// Three uncertain rates of many shapes, cold calls alone: conditioning on the path counts is exact to rounding.
#[test]
fn products_of_three_rates_are_as_by_conditioning() {
    let shapes =
        [(3.6, 33.0), (1.9, 28.0), (40.0, 17.0), (0.5, 0.5), (1.0, 1.0), (9.0, 1.0), (300.0, 700.0), (0.3, 4.0)];
    for (place, reach) in shapes.into_iter().enumerate() {
        for (meeting, show) in [(shapes[(place + 1) % 8], shapes[(place + 3) % 8]), (reach, shapes[(place + 5) % 8])] {
            let rates = Rates::documented()
                .with(Parameter::ColdReach, beta(reach.0, reach.1))
                .with(Parameter::ColdMeeting, beta(meeting.0, meeting.1))
                .with(Parameter::ColdShow, beta(show.0, show.1));
            // The fourfold of calls takes sixty times as long.
            let most = if place % 4 == 0 { 60 } else { 15 };
            for calls in [1, 7, most] {
                let campaign = campaign(rates.clone(), 0.0, calls);
                let exact = conditioning::yield_distribution(&campaign, u64::MAX).expect("it applies");
                let gap = gap(&yields(&campaign), &exact);
                assert!(gap < 1e-9, "{reach:?} {meeting:?} {show:?}, {calls} calls: {gap:e}");
            }
        }
    }
}

/// The moments of a product are known for any number of calls.
#[test]
fn factorial_moments_stay_exact_for_a_million_calls() {
    let of_rates = [(3.6, 33.0), (1.9, 28.0), (40.0, 17.0)].map(|(a, b)| beta(a, b));
    let rates = Rates::documented()
        .with(Parameter::ColdReach, of_rates[0])
        .with(Parameter::ColdMeeting, of_rates[1])
        .with(Parameter::ColdShow, of_rates[2]);
    for calls in [100, 10_000, 1_000_000] {
        let exact = yields(&campaign(rates.clone(), 0.0, calls));
        for order in 1..4 {
            let falling = |count: f64| (0..order).map(|less| count - f64::from(less)).product::<f64>();
            let found: f64 = (exact.first()..).zip(exact.masses()).map(|(k, mass)| mass * falling(k as f64)).sum();
            let of_rate = |rate: &Beta| {
                let more = |i: i32| (rate.alpha() + f64::from(i)) / (rate.alpha() + rate.beta() + f64::from(i));
                (0..order).map(more).product::<f64>()
            };
            let expected = falling(calls as f64) * of_rates.iter().map(of_rate).product::<f64>();
            assert!((found / expected - 1.0).abs() < 1e-10, "{calls} calls, order {order}: {found} for {expected}");
        }
    }
}

/// Both kinds under one uncertain reach: quadrature over two rates is exact up to a thousand calls.
#[test]
fn a_shared_reach_is_as_by_quadrature() {
    let published = Rates::published();
    let know =
        |rates: Rates, parameter: Parameter, value: f64| rates.with(parameter, Probability::new(value).expect("one"));
    let mut rates = [Parameter::ColdShow, Parameter::WarmShow, Parameter::IncidentRecovery]
        .into_iter()
        .fold(published, |rates, parameter| know(rates, parameter, 0.8));
    rates = know(rates, Parameter::IncidentRate, 0.0).with_reading(Reading::WithoutIncident);
    let by_meeting = [(Parameter::ColdMeeting, 0.06), (Parameter::WarmMeeting, 0.5)];
    for (parameter, value) in by_meeting {
        for (share, calls) in [(0.5, 2), (0.3, 40), (0.8, 150), (0.5, 600)] {
            let campaign = campaign(know(rates.clone(), parameter, value), share, calls);
            let exact = quadrature::yield_distribution(&campaign).expect("two rates");
            let gap = gap(&yields(&campaign), &exact);
            assert!(gap < 1e-10, "{parameter:?} known, {calls} calls: {gap:e}");
        }
    }
}

/// The published figures, clamped probabilities and what makes both kinds depend on each other included, against every combination of
/// nodes of all rates: of the rate of meetings so many that they see where it is clamped.
#[test]
fn published_yields_are_as_by_brute_force() {
    let once = campaign(Rates::published(), 0.5, 6);
    let thrice = campaign(Rates::published(), 0.5, 2).with_max_attempts(3).expect("three attempts");
    for campaign in [once, thrice] {
        let gap = gap(&yields(&campaign), &by_brute_force(&campaign));
        // What makes both kinds depend on each other is left out: 3e-9.
        assert!(gap < 1e-8, "{} attempts: {gap:e}", campaign.max_attempts());
    }
}

fn by_brute_force(campaign: &Campaign) -> Pmf {
    let nodes = |parameter: Parameter| match parameter {
        Parameter::WarmMeeting => 400,
        Parameter::IncidentRate | Parameter::IncidentRecovery => 8,
        Parameter::ColdReach => 4,
        _ => 2,
    };
    let grid = grid_of(campaign, &campaign.uncertain(), nodes);
    let given = |(weight, drawn): &(f64, Vec<(Parameter, f64)>)| {
        let held = campaign.trees_at(drawn).map(|tree| tree.held());
        let [cold, warm] = Kind::ALL.map(|kind| Pmf::binomial(campaign.attempts(kind), held[kind.index()]));
        (*weight, cold.convolve(&warm))
    };
    let parts: Vec<_> = grid.iter().map(given).collect();
    Pmf::mixture(parts.iter().map(|(weight, yields)| (*weight, yields))).expect("some mass")
}

/// Contacts that are called several times, given their reach by conditioning, which is exact to rounding.
#[test]
fn several_attempts_are_as_given_the_reach() {
    let know = |rates: Rates, (parameter, value): (Parameter, f64)| rates.with(parameter, Probability::rounded(value));
    let known = [(Parameter::IncidentRate, 0.0), (Parameter::ColdReachable, 0.7), (Parameter::WarmReachable, 0.9)];
    let reaches = [beta(3.6, 33.0), beta(30.0, 170.0), beta(0.8, 20.0)];
    for (reach, attempts) in reaches.into_iter().zip([2, 5, 40]) {
        let rates = known.into_iter().fold(Rates::published(), know).with(Parameter::ColdReach, reach);
        let rates = rates.with_reading(Reading::WithoutIncident);
        for (share, contacts) in [(0.0, 60), (1.0, 20), (0.4, 40)] {
            let campaign = campaign(rates.clone(), share, contacts).with_max_attempts(attempts).expect("attempts");
            let given = |(value, weight): (f64, f64)| {
                let rates = know(campaign.rates().clone(), (Parameter::ColdReach, value));
                let campaign = campaign.with_rates(rates).expect("rates");
                (weight, conditioning::yield_distribution(&campaign, u64::MAX).expect("it applies"))
            };
            let possible = gauss_jacobi(reach, 150).into_iter().filter(|(value, _)| *value < 0.7);
            let parts: Vec<_> = possible.map(given).collect();
            let exact = Pmf::mixture(parts.iter().map(|(weight, yields)| (*weight, yields))).expect("some mass");
            let gap = gap(&yields(&campaign), &exact);
            assert!(gap < 1e-9, "share {share}, {contacts} contacts, {attempts} attempts: {gap:e}");
        }
    }
}

/// A plan looks at the tail alone, and finds the same.
#[test]
fn the_tail_alone_is_that_of_the_distribution() {
    for share in [0.0, 0.5, 1.0] {
        let campaign = campaign(Rates::published(), share, 700);
        let calls = Kind::ALL.map(|kind| campaign.attempts(kind));
        let uncertain = Uncertain::of(&campaign).expect("it is a product");
        let exact = uncertain.yields(calls).expect("few calls");
        for count in [1, 2, 10, 25, 90, 700] {
            let apart = (uncertain.at_least(count, calls) - exact.at_least(count)).abs();
            assert!(apart < 1e-12, "share {share}, {count} meetings: {apart:e}");
        }
    }
}
