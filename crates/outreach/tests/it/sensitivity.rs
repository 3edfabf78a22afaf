//! Sensitivity: the ends of the tornado by hand, the bounds of assumptions, and Sobol indices against integration by
//! the midpoint rule.

use outreach::{
    Bar, Campaign, Estimate, Parameter, Pool, Probability, Rates, Reading, Response, Sensitivity, SensitivityResult,
    Simulation, Stop, Strategy, Supply,
};

use crate::scenarios::documented;
use crate::uncertain_scenarios::{beta, campaign, close, fixed, midpoints, uncertain_with, with};

fn analysis(campaign: &Campaign) -> SensitivityResult {
    Sensitivity::of(campaign).run().unwrap()
}

fn bar(found: &SensitivityResult, parameter: Parameter) -> Bar {
    *found.bars().iter().find(|bar| bar.parameter == parameter).unwrap()
}

#[track_caller]
fn assert_ends(ends: [Option<Estimate>; 2], expected: [f64; 2]) {
    for (end, expected) in ends.into_iter().zip(expected) {
        let end = end.unwrap();
        assert_eq!(end.std_error, 0.0);
        assert!((end.value - expected).abs() <= 1e-9 * expected.abs().max(1e-3), "{end}, not {expected}");
    }
}

/// Odds p : (1 − p) times a factor.
fn moved(p: f64, factor: f64) -> f64 {
    let odds = p / (1.0 - p) * factor;
    odds / (1.0 + odds)
}

/// The mean of 50 cold and 50 warm calls, by the formula of docs/model.md § 3, everybody reached and nobody disliked.
fn mean_of_mixed(cold: f64, warm: f64, incident: f64, recovery: f64) -> f64 {
    let lost = incident * (1.0 - recovery);
    50.0 * cold + 50.0 * ((1.0 - lost) * warm + lost * cold)
}

#[test]
fn the_bars_of_known_rates_end_where_their_odds_are_divided_and_multiplied_by_one_and_a_half() {
    let found = analysis(&documented(Strategy::mixed(), 100));
    assert!(close(found.base().value, 49.733_333_333_333_3, 1e-13) && !found.is_sampled());
    let [c, w, i, r] = [0.1, 0.9, 0.02, 2.0 / 3.0];
    let ends = |at: &dyn Fn(f64) -> f64| [1.0 / 1.5, 1.5].map(at);
    let expected = [
        // 1/9 : 1 times 1.5 is 1/6 : 1, so one in seven.
        (Parameter::ColdMeeting, [2.0 / 29.0, 1.0 / 7.0], ends(&|f| mean_of_mixed(moved(c, f), w, i, r))),
        (Parameter::WarmMeeting, [6.0 / 7.0, 13.5 / 14.5], ends(&|f| mean_of_mixed(c, moved(w, f), i, r))),
        (Parameter::IncidentRate, [2.0 / 149.0, 3.0 / 101.0], ends(&|f| mean_of_mixed(c, w, moved(i, f), r))),
        (Parameter::IncidentRecovery, [4.0 / 7.0, 0.75], ends(&|f| mean_of_mixed(c, w, i, moved(r, f)))),
    ];
    for (parameter, range, yields) in expected {
        let bar = bar(&found, parameter);
        assert!(bar.range.iter().zip(range).all(|(end, expected)| close(*end, expected, 1e-12)), "{parameter}");
        assert_ends(bar.yields, yields);
        assert!(close(bar.span(), (yields[1] - yields[0]).abs(), 1e-9), "{parameter}");
        assert_eq!((bar.assumed, bar.bounds), (false, None));
    }
}

#[test]
fn moving_the_cold_odds_leaves_those_that_follow_them_alone_where_they_have_their_own() {
    let rates = uncertain_with(&[(Parameter::IncidentPlainAsk, fixed(0.1)), (Parameter::IncidentRate, fixed(0.5))]);
    let found = analysis(&campaign(rates, [0, 30]));
    assert_eq!(bar(&found, Parameter::ColdMeeting).span(), 0.0);
    let linked = analysis(&campaign(uncertain_with(&[(Parameter::IncidentRate, fixed(0.5))]), [0, 30]));
    // 30 · 0.5 · (1/3) lost conversations follow it.
    assert!(close(bar(&linked, Parameter::ColdMeeting).span(), 5.0 * (1.0 / 7.0 - 2.0 / 29.0), 1e-9));
}

#[test]
fn the_bar_of_a_beta_rate_ends_at_its_5_and_95_percent_points() {
    let rates = uncertain_with(&[(Parameter::ColdMeeting, beta(1.0, 1.0))]);
    let found = analysis(&campaign(rates, [50, 50]));
    let bar = bar(&found, Parameter::ColdMeeting);
    assert!((bar.range[0] - 0.05).abs() < 1e-9 && (bar.range[1] - 0.95).abs() < 1e-9);
    assert_ends(bar.yields, [0.05, 0.95].map(|c| mean_of_mixed(c, 0.9, 0.02, 2.0 / 3.0)));
}

#[test]
fn the_bars_stand_in_the_order_of_their_spans_and_each_rate_has_one() {
    let found = analysis(&documented(Strategy::mixed(), 100));
    assert_eq!(found.bars().len(), Parameter::of_calls().count());
    assert!(found.bars().windows(2).all(|pair| pair[0].span() >= pair[1].span()));
    assert_eq!(found.bars()[0].parameter, Parameter::ColdMeeting);
}

#[test]
fn assumed_rates_are_bounded_by_nothing_and_certainty() {
    let found = analysis(&documented(Strategy::mixed(), 100));
    let bounds = |parameter| bar(&found, parameter).bounds.unwrap();
    let [cold, warm] = [5.0, 50.0 * 671.0 / 750.0];
    assert_ends(bounds(Parameter::ColdReach), [warm, cold + warm]);
    assert_ends(bounds(Parameter::WarmShow), [cold, cold + warm]);
    // The third of the incidents that is not saved, all in vain or all won.
    let kept = 50.0 * (1.0 - 0.02 / 3.0) * 0.9;
    assert_ends(bounds(Parameter::IncidentPlainAsk), [cold + kept, cold + kept + 50.0 * 0.02 / 3.0]);
    // All incidents of case 2, answered as they are by default: with the cold odds.
    assert_ends(bounds(Parameter::IncidentDisliked), [cold + warm, cold + 50.0 * (0.98 * 0.9 + 0.02 * 0.1)]);
    let assumed: Vec<_> = found.bars().iter().filter(|bar| bar.bounds.is_some()).map(|bar| bar.parameter).collect();
    assert_eq!(assumed.len(), 10);
}

#[test]
fn the_response_moves_a_hundred_warm_calls_by_at_most_two_meetings() {
    let found = analysis(&documented(Strategy::warm(), 100));
    for response in Response::ALL {
        let bar = bar(&found, response.parameter());
        assert_ends(bar.bounds.unwrap(), [98.0 * 0.9, 98.0 * 0.9 + 2.0]);
        // It is not given as long as nobody is disliked.
        assert_eq!(bar.span(), 0.0);
    }
}

#[test]
fn a_reading_without_a_solution_at_an_end_has_no_yield_there() {
    // One conversation of ten is lost for good: more than 0.9 cannot be had over all.
    let rates = with(
        Rates::documented(),
        &[
            (Parameter::IncidentRate, fixed(0.1)),
            (Parameter::IncidentRecovery, fixed(0.0)),
            (Parameter::IncidentPlainAsk, fixed(0.0)),
        ],
    );
    let found = analysis(&campaign(rates.with_reading(Reading::Overall), [0, 10]));
    let bar = bar(&found, Parameter::WarmMeeting);
    assert!(close(bar.yields[0].unwrap().value, 10.0 * 6.0 / 7.0, 1e-9));
    assert_eq!((bar.yields[1], bar.span()), (None, 0.0));
}

/// (first order, total) of both rates: variances of conditional means, by the midpoint rule.
fn brute_force(f: impl Fn(f64, f64) -> f64, a: [f64; 2], b: [f64; 2]) -> [(f64, f64); 2] {
    let [of_a, of_b] = [a, b].map(|[alpha, beta]| midpoints(alpha, beta, 600));
    let (mut mean, mut square) = (0.0, 0.0);
    let (mut given_a, mut given_b) = (vec![0.0; of_a.len()], vec![0.0; of_b.len()]);
    for (i, &(x, x_weight)) in of_a.iter().enumerate() {
        for (j, &(y, y_weight)) in of_b.iter().enumerate() {
            let value = f(x, y);
            mean += x_weight * y_weight * value;
            square += x_weight * y_weight * value * value;
            given_a[i] += y_weight * value;
            given_b[j] += x_weight * value;
        }
    }
    let variance = square - mean * mean;
    let first = |given: &[f64], points: &[(f64, f64)]| {
        points.iter().zip(given).map(|((_, weight), value)| weight * (value - mean).powi(2)).sum::<f64>() / variance
    };
    let (a, b) = (first(&given_a, &of_a), first(&given_b, &of_b));
    [(a, 1.0 - b), (b, 1.0 - a)]
}

#[test]
fn exact_indices_are_those_of_integration() {
    // Reach and odds multiply; incidents and warm odds too, around what is not theirs.
    let reached = uncertain_with(&[(Parameter::ColdReach, beta(2.0, 3.0)), (Parameter::ColdMeeting, beta(3.0, 9.0))]);
    let warm = uncertain_with(&[(Parameter::WarmMeeting, beta(4.0, 3.0)), (Parameter::IncidentRate, beta(2.0, 2.0))]);
    let cases = [
        (reached, [20, 0], brute_force(|r, c| 20.0 * r * c, [2.0, 3.0], [3.0, 9.0])),
        (warm, [50, 50], brute_force(|w, i| mean_of_mixed(0.1, w, i, 2.0 / 3.0), [4.0, 3.0], [2.0, 2.0])),
    ];
    for (rates, calls, expected) in cases {
        let found = analysis(&campaign(rates, calls));
        assert_eq!(found.indices().len(), 2);
        for (index, (first, total)) in found.indices().iter().zip(expected) {
            assert!((index.first_order.value - first).abs() < 1e-4, "{index:?}, not {first}");
            assert!((index.total.value - total).abs() < 1e-4, "{index:?}, not {total}");
            assert_eq!([index.first_order.std_error, index.total.std_error], [0.0; 2]);
            // They do something together.
            assert!(index.total.value > index.first_order.value + 1e-3);
        }
    }
}

#[test]
fn sampled_indices_are_those_of_integration() {
    let changes = [(Parameter::WarmMeeting, beta(4.0, 3.0)), (Parameter::IncidentRate, beta(2.0, 2.0))];
    let overall = campaign(uncertain_with(&changes).with_reading(Reading::Overall), [10, 20]);
    // Solved and clamped: from nothing to all of what kept its standing.
    let mean = |w: f64, i: f64| 1.0 + 20.0 * w.clamp(i / 30.0, 1.0 - i / 3.0 * 0.9);
    let found = Sensitivity::of(&overall).trials(100_000).seed(111).run().unwrap();
    assert!(found.is_sampled());
    // Five bounds of five standard errors: a false alarm three times in a million, as the normal distribution has it.
    for (index, (first, total)) in found.indices().iter().zip(brute_force(mean, [4.0, 3.0], [2.0, 2.0])) {
        for (estimate, expected) in [(index.first_order, first), (index.total, total)] {
            assert!(estimate.std_error > 0.0 && estimate.std_error < 0.02, "{index:?}");
            assert!(estimate.sigmas_from(expected).abs() <= 5.0, "{index:?}, not {expected}");
        }
    }
    let points = [midpoints(4.0, 3.0, 600), midpoints(2.0, 2.0, 600)];
    let base: f64 =
        points[0].iter().map(|(w, p)| points[1].iter().map(|(i, q)| p * q * mean(*w, *i)).sum::<f64>()).sum();
    assert!(found.base().sigmas_from(base).abs() <= 5.0, "{} and {base}", found.base());
}

/// Ten bounds of five standard errors: a false alarm six times in a million, as the normal distribution has it.
#[test]
fn what_pools_are_expected_to_bring_is_their_mean_yield() {
    let decays = Pool { names: 3.0, dispersion: Some(0.3), decay: 0.5, ..Pool::default() };
    let poisson = Pool { initial: 0, names: 6.0, ..Pool::default() };
    let mut seen = 0;
    for (pool, stop) in [
        (Pool::PUBLISHED, Stop::Calls),
        (decays, Stop::Calls),
        (poisson, Stop::Calls),
        (decays, Stop::hours(8.0)),
        (Pool::PUBLISHED, Stop::Meetings(2)),
    ] {
        let snowball = Campaign::new(Rates::published(), Strategy::snowball(pool), 150).unwrap().until(stop).unwrap();
        let found = Sensitivity::of(&snowball).trials(50_000).seed(5).run().unwrap();
        let simulated =
            |campaign: &Campaign| Simulation::new(campaign).trials(50_000).seed(6).run().unwrap().meetings().mean();
        let apart =
            |one: Estimate, other: Estimate| (one.value - other.value).abs() / one.std_error.hypot(other.std_error);
        let as_it_stands = simulated(&snowball);
        assert!(apart(found.base(), as_it_stands) <= 5.0, "{pool:?} {stop:?}: {} and {as_it_stands}", found.base());
        assert!(found.base().std_error < as_it_stands.std_error, "{} and {as_it_stands}", found.base());
        let reach = bar(&found, Parameter::ColdReach);
        let [low, high] = reach.yields.map(Option::unwrap);
        let rate = Probability::new(reach.range[1]).unwrap();
        let moved = simulated(&snowball.with_rates(snowball.rates().clone().with(Parameter::ColdReach, rate)).unwrap());
        assert!(apart(high, moved) <= 5.0, "{pool:?} {stop:?}: {high} and {moved}");
        seen += u32::from(apart(low, moved) > 5.0);
    }
    assert_eq!(seen, 5, "another rate is seen");
}

#[test]
fn a_bound_that_brings_an_uncertain_rate_into_play_is_a_mean_over_its_worlds() {
    // Nobody is disliked, so the response matters at the bound alone: there each half of the conversations can miss the meeting.
    let (warm, incident) = (0.8, 0.5_f64);
    let known = [(Parameter::WarmMeeting, fixed(warm)), (Parameter::IncidentRate, fixed(incident))];
    let unknown = [(Parameter::ColdMeeting, beta(3.0, 9.0))];
    let points = midpoints(0.5, 2.0, 20_000);
    let mean = |a: &f64| warm.clamp(incident * a, 1.0 - incident * (1.0 - a));
    let expected: f64 = points.iter().map(|(a, weight)| weight * mean(a)).sum();
    for others in [&[][..], &unknown] {
        let rates = [&known[..], others, &[(Parameter::IncidentAsk, beta(0.5, 2.0))]].concat();
        let rates = uncertain_with(&rates).with_response(Response::Ask).with_reading(Reading::Overall);
        let found = Sensitivity::of(&campaign(rates, [0, 1])).trials(20_000).run().unwrap();
        assert!(found.is_sampled());
        let [_, at_one] = bar(&found, Parameter::IncidentDisliked).bounds.map_or([None; 2], |bounds| bounds);
        let at_one = at_one.expect("some worlds solve it");
        // A false alarm once in a million and a half, as the normal distribution has it.
        assert!(at_one.std_error > 0.0 && at_one.sigmas_from(expected).abs() <= 5.0, "{at_one}, not {expected}");
    }
}

/// Every number of the pool, and under a budget of minutes those of the effort, has a bar over the range that is told; its ends are
/// the yields of campaigns with those numbers.
#[test]
fn every_number_of_the_pool_and_of_the_effort_has_a_bar_over_its_range() {
    let few = |rates: Rates, pool: Pool| Campaign::new(rates, Strategy::snowball(pool), 30).unwrap();
    let documented = few(Rates::documented(), Pool::default());
    let in_hours = documented.clone().until(Stop::hours(8.0)).unwrap();
    let published = few(Rates::published(), Pool::PUBLISHED);
    let ranges = |campaign: &Campaign| {
        let found = Sensitivity::of(campaign).trials(2_000).run().unwrap();
        let mut ranges: Vec<_> = found.numbers().iter().map(|bar| (bar.number.key, bar.range)).collect();
        ranges.sort_by_key(|(key, _)| *key);
        ranges
    };
    let of_pool = [
        ("pool.decay", [0.5, 1.0]),
        ("pool.dispersion", [0.56, f64::INFINITY]),
        ("pool.initial", [2.0, 10.0]),
        ("pool.names", [1.0, 4.0]),
    ];
    assert_eq!(ranges(&documented), of_pool);
    let of_effort = [
        ("effort.cold_attempt", [2.0, 8.0]),
        ("effort.introduction", [7.5, 30.0]),
        ("effort.meeting", [15.0, 60.0]),
        ("effort.warm_attempt", [2.0, 8.0]),
    ];
    assert_eq!(ranges(&in_hours), [&of_effort[..], &of_pool].concat());
    let of_published = ranges(&published);
    assert_eq!(of_published.iter().map(|(key, _)| *key).collect::<Vec<_>>(), of_pool.map(|(key, _)| key));
    assert!(of_published.contains(&("pool.dispersion", Pool::OF_REAL_CHAINS)), "{of_published:?}");
    let found = Sensitivity::of(&documented).run().unwrap();
    let names = found.numbers().iter().find(|bar| bar.number.key == "pool.names").unwrap();
    for (yields, names) in names.yields.iter().zip([1.0, 4.0]) {
        let exact = few(Rates::documented(), Pool { names, ..Pool::default() }).exact_yield().unwrap();
        assert!((yields.value - exact.mean()).abs() < 1e-9, "{yields:?}");
    }
    assert!(names.assumed);
}

/// Of two campaigns that share their rates and yield the same, the covariance is nothing: what is divided by it was infinite.
#[test]
fn a_rate_has_no_share_of_an_ignorance_that_the_yields_do_not_show() {
    let rates = uncertain_with(&[(Parameter::WarmReach, fixed(2e-9)), (Parameter::ColdShow, beta(2.0, 3.0))]);
    let pool = Pool { initial: 21, names: 0.44, ..Pool::default() };
    let campaign = Campaign::new(rates, Strategy::new("pool", Supply::Pool(pool)), 24).unwrap();
    let mut unseen = 0;
    for seed in 0..60 {
        let found = Sensitivity::of(&campaign).trials(2).seed(seed).run().unwrap();
        let shares = found.indices().iter().flat_map(|index| [index.first_order, index.total]);
        for share in
            shares.chain(found.information().iter().map(|row| Estimate { value: row.share, std_error: row.std_error }))
        {
            assert!(
                share.value.is_finite() == share.std_error.is_finite() && !share.value.is_infinite(),
                "{seed}: {share:?}"
            );
        }
        unseen += u32::from(found.indices()[0].total.value.is_nan());
    }
    // What is expected of the calls made is seldom the same in both worlds.
    assert!((1..60).contains(&unseen), "{unseen}");
}
