//! Comparisons against the exact distribution: who wins, and that the luck of two strategies is independent.
//!
//! The bounds and their rate of false alarms are those of `tail_bounds`; here 3 + 3 pairs are checked with 4 bounds
//! each, and one variance: 25 in all.

use outreach::{Campaign, Comparison, Pair, Pmf, Response, Sample, Strategy};

use crate::scenarios::{documented, documented_with, every_branch};
use crate::tail_bounds::{largest_cdf_gap, plausible};

/// P(A − B = d) for d from −(largest B) to the largest A, for independent A and B.
pub(crate) fn distribution_of_difference(a: &Pmf, b: &Pmf) -> Vec<(i64, f64)> {
    let [a_end, b_end] = [a, b].map(|distribution| i64::try_from(distribution.end()).unwrap());
    let mass = |distribution: &Pmf, k: i64| usize::try_from(k).map_or(0.0, |k| distribution.mass(k));
    (1 - b_end..a_end).map(|d| (d, (0..b_end).map(|k| mass(b, k) * mass(a, k + d)).sum())).collect()
}

/// sup |Fn − F| of the sampled differences.
pub(crate) fn cdf_gap(sample: &Sample, distribution: &[(i64, f64)]) -> f64 {
    assert!(sample.smallest() >= distribution[0].0 && sample.largest() <= distribution[distribution.len() - 1].0);
    let (mut below, mut cumulative, mut largest): (u64, f64, f64) = (0, 0.0, 0.0);
    for &(difference, mass) in distribution {
        below += sample.count(difference);
        cumulative += mass;
        largest = largest.max((below as f64 / sample.trials() as f64 - cumulative).abs());
    }
    largest
}

/// Whether a pair's wins, ties and differences are those of two independent yields.
fn agrees(pair: &Pair, a: &Pmf, b: &Pmf) -> bool {
    let n = pair.difference().trials();
    let shares = [pair.a_wins(), pair.tie(), pair.b_wins()].map(|estimate| estimate.value);
    shares.into_iter().zip(a.against(b)).all(|(share, probability)| plausible(share, n as f64, probability))
        && cdf_gap(pair.difference(), &distribution_of_difference(a, b)) <= largest_cdf_gap(n)
}

#[test]
fn every_pair_of_three_strategies_is_independent_and_wins_as_often_as_the_distribution_says() {
    let rates = every_branch(Response::Reframe);
    let strategies = [Strategy::cold(), Strategy::mixed(), Strategy::warm()];
    let campaigns = strategies.map(|strategy| Campaign::new(rates.clone(), strategy, 20).unwrap());
    let compared = Comparison::of(&campaigns).trials(1_000_000).seed(41).run().unwrap();
    for pair in compared.pairs() {
        let [a, b] = [pair.a(), pair.b()].map(|index| campaigns[index].exact_yield().unwrap());
        assert!(agrees(pair, &a, &b), "{} against {}", pair.a(), pair.b());
        assert_eq!(pair.exact(), Some(a.against(&b)));
    }
}

#[test]
fn one_strategy_three_times_has_three_independent_lucks() {
    let campaign = documented(Strategy::mixed(), 100);
    let distribution = campaign.exact_yield().unwrap();
    let compared = Comparison::of([&campaign; 3]).trials(200_000).seed(42).run().unwrap();
    assert_eq!(compared.pairs().len(), 3);
    for pair in compared.pairs() {
        assert!(agrees(pair, &distribution, &distribution), "{} against {}", pair.a(), pair.b());
    }
}

#[test]
fn the_variance_of_a_difference_is_the_sum_of_the_variances() {
    let campaign = documented(Strategy::cold(), 10);
    let trials = 1_000_000;
    let compared = Comparison::between(&campaign, &campaign).trials(trials).seed(43).run().unwrap();
    // The mean difference is 0, and a squared difference over 10² lies in 0 to 1, so that the bound holds for it.
    let squares: f64 = compared.pairs()[0].difference().iter().map(|(d, n)| (d * d) as f64 * n as f64).sum();
    let expected = 2.0 * campaign.exact_yield().unwrap().variance() / 100.0;
    assert!(plausible(squares / 100.0 / trials as f64, trials as f64, expected));
    // What luck shared in a twentieth of the worlds would give is out of bounds.
    assert!(!plausible(expected * 0.95, trials as f64, expected));
}

#[test]
fn a_wrong_distribution_and_a_shared_luck_are_caught() {
    let campaign = documented(Strategy::mixed(), 100);
    let wrong = documented_with(&[(outreach::Parameter::WarmMeeting, 0.909)]);
    let wrong = Campaign::new(wrong, Strategy::mixed(), 100).unwrap();
    let [distribution, wrong] = [&campaign, &wrong].map(|campaign| campaign.exact_yield().unwrap());
    let compared = Comparison::between(&campaign, &campaign).trials(200_000).seed(44).run().unwrap();
    assert!(!agrees(&compared.pairs()[0], &wrong, &distribution));
    // Strategies that share their luck tie in every world.
    let mut shared = Sample::default();
    (0..1000).for_each(|_| shared.push(0));
    assert!(
        cdf_gap(&shared, &distribution_of_difference(&distribution, &distribution)) > largest_cdf_gap(shared.trials())
    );
}
