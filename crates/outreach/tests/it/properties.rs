//! What holds for any rates, distributions and samples, on generated cases.

use outreach::{
    Attempt, CallTree, Campaign, Incident, Kind, Parameter, Path, Pmf, Probability, Rates, Reading, Response, Sample,
};
use outreach::{Share, Simulation, Strategy, Supply};

use crate::generated::{AnyDistribution, AnyProbability, AnyRates, AnySample, check, near};

fn total(distribution: &Pmf) -> f64 {
    distribution.masses().iter().sum()
}

#[test]
fn the_paths_of_a_tree_have_probabilities_that_sum_to_one() {
    check(|rates: AnyRates| {
        Kind::ALL.into_iter().all(|kind| {
            let tree = CallTree::new(kind, &rates.0).unwrap();
            tree.paths().iter().all(|path| (0.0..=1.0).contains(&path.probability))
                && near(tree.probability_of(|_| true), 1.0)
        })
    });
}

#[test]
fn a_call_brings_a_meeting_with_the_probability_of_the_formula() {
    check(|rates: AnyRates| {
        let value = |parameter| rates.value(parameter);
        let disliked = value(Parameter::IncidentRate) * value(Parameter::IncidentDisliked);
        let unrecovered = value(Parameter::IncidentRate)
            * (1.0 - value(Parameter::IncidentDisliked))
            * (1.0 - value(Parameter::IncidentRecovery));
        let warm = (1.0 - disliked - unrecovered) * value(Parameter::WarmMeeting)
            + disliked * value(rates.0.response().parameter())
            + unrecovered * value(Parameter::IncidentPlainAsk);
        let held = Kind::ALL.map(|kind| CallTree::new(kind, &rates.0).unwrap().held().get());
        near(held[0], value(Parameter::ColdReach) * value(Parameter::ColdMeeting) * value(Parameter::ColdShow))
            && near(held[1], value(Parameter::WarmReach) * warm * value(Parameter::WarmShow))
    });
}

#[test]
fn read_overall_warm_meeting_is_the_probability_of_all_warm_conversations() {
    check(|rates: AnyRates| {
        let overall = rates.0.clone().with_reading(Reading::Overall);
        // Solutions off by 1e-12 are rounded to a probability; with nobody reached there is nothing to share.
        let Ok(tree) = CallTree::new(Kind::Warm, &overall) else { return true };
        tree.probability_of(Path::reached) < 1e-6
            || (tree.meeting() - rates.value(Parameter::WarmMeeting)).abs() <= 1e-12
    });
}

#[test]
fn recovery_helps_and_incidents_hurt_as_long_as_warm_standing_is_worth_something() {
    check(|(rates, one, other): (AnyRates, AnyProbability, AnyProbability)| {
        let worth = Response::ALL.map(Response::parameter).into_iter().chain([Parameter::IncidentPlainAsk]);
        // Every way around the standing is capped by its worth.
        let capped = worth.fold(rates.0.clone(), |capped, parameter| {
            let cap = rates.value(parameter).min(rates.value(Parameter::WarmMeeting));
            capped.with(parameter, Probability::new(cap).unwrap())
        });
        let (low, high) = if one.0 <= other.0 { (one, other) } else { (other, one) };
        let warm = |parameter, value| AnyRates(capped.clone()).held_with(parameter, value)[1];
        warm(Parameter::IncidentRate, high) <= warm(Parameter::IncidentRate, low) + 1e-15
            && warm(Parameter::IncidentRecovery, low) <= warm(Parameter::IncidentRecovery, high) + 1e-15
    });
}

#[test]
fn the_distribution_of_a_yield_sums_to_one_and_has_the_moments_of_its_calls() {
    check(|(rates, calls, warm): (AnyRates, u8, AnyProbability)| {
        let strategy: Strategy = Supply::Share(Share::new(warm.0).unwrap()).into();
        let campaign = Campaign::new(rates.0, strategy, 1 + u64::from(calls)).unwrap();
        let moments = Kind::ALL.map(|kind| {
            let (n, p) = (f64::from(campaign.attempts(kind)), campaign.tree(kind).held().get());
            [n * p, n * p * (1.0 - p)]
        });
        let distribution = campaign.exact_yield().unwrap();
        near(total(&distribution), 1.0)
            && (distribution.mean() - moments[0][0] - moments[1][0]).abs() <= 1e-11
            && (distribution.variance() - moments[0][1] - moments[1][1]).abs() <= 1e-10
    });
}

#[test]
fn quantiles_rise_and_invert_the_cumulative_probabilities() {
    check(|(distribution, one, other): (AnyDistribution, AnyProbability, AnyProbability)| {
        let (low, high) = if one.0 <= other.0 { (one.0, other.0) } else { (other.0, one.0) };
        let k = distribution.0.quantile(low);
        k <= distribution.0.quantile(high)
            && distribution.0.at_most(k) >= low - 2e-13
            && (k == distribution.0.first() || distribution.0.at_most(k - 1) < low)
    });
}

#[test]
fn a_quantile_at_a_step_is_not_moved_by_rounding() {
    // Five sixths, added up, miss 5 / 6 by a unit in the last place.
    for n in 1..60 {
        let die = Pmf::from_masses(0, vec![1.0; n]).unwrap();
        assert!((1..=n).all(|k| die.quantile(k as f64 / n as f64) == k - 1), "{n} sides");
    }
}

#[test]
fn both_tails_are_monotone_and_complete_each_other() {
    check(|distribution: AnyDistribution| {
        (0..distribution.0.end() + 2).all(|k| {
            distribution.0.at_least(k + 1) <= distribution.0.at_least(k)
                && distribution.0.at_most(k) <= distribution.0.at_most(k + 1)
                && near(distribution.0.at_most(k) + distribution.0.at_least(k + 1), 1.0)
        })
    });
}

#[test]
fn sums_of_counts_commute_and_add_their_means() {
    check(|(a, b): (AnyDistribution, AnyDistribution)| {
        let sum = a.0.convolve(&b.0);
        AnyDistribution(b.0.convolve(&a.0)).is_near(&sum)
            && a.is_near(&a.0.convolve(&Pmf::point(0)))
            && near(total(&sum), 1.0)
            && (sum.mean() - a.0.mean() - b.0.mean()).abs() <= 1e-11
            && (sum.variance() - a.0.variance() - b.0.variance()).abs() <= 1e-10
    });
}

#[test]
fn binomials_with_the_same_probabilities_add_up_to_a_binomial() {
    check(|(n, m, p): (u8, u8, AnyProbability)| {
        let [one, other, both] =
            [u32::from(n), u32::from(m), u32::from(n) + u32::from(m)].map(|n| Pmf::binomial(n, p.get()));
        AnyDistribution(one.convolve(&other)).is_near(&both)
    });
}

#[test]
fn a_mixture_has_the_weighted_masses_of_its_parts() {
    check(|(a, b, weight): (AnyDistribution, AnyDistribution, AnyProbability)| {
        let mixed = Pmf::mixture([(3.0 * weight.0, &a.0), (3.0 * (1.0 - weight.0), &b.0)]).unwrap();
        (0..a.0.end().max(b.0.end()))
            .all(|k| near(mixed.mass(k), weight.0 * a.0.mass(k) + (1.0 - weight.0) * b.0.mass(k)))
    });
}

#[test]
fn weights_and_masses_that_are_none_give_no_distribution() {
    let distribution = Pmf::point(3);
    for weight in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(Pmf::mixture([(weight, &distribution)]), None);
        assert_eq!(Pmf::from_masses(0, vec![weight]), None);
    }
    assert_eq!(Pmf::mixture([(1.0, &distribution), (-0.5, &distribution)]), None);
    assert_eq!(Pmf::from_masses(0, Vec::new()), None);
}

#[test]
fn one_count_is_more_than_equal_to_or_less_than_another() {
    check(|(a, b): (AnyDistribution, AnyDistribution)| {
        let [more, tie, less] = a.0.against(&b.0);
        let direct: f64 =
            (0..a.0.end()).flat_map(|i| (0..i).map(move |j| (i, j))).map(|(i, j)| a.0.mass(i) * b.0.mass(j)).sum();
        near(more + tie + less, 1.0) && near(more, direct) && b.0.against(&a.0) == [less, tie, more]
    });
}

#[test]
fn samples_merge_in_any_order() {
    check(|(a, b, c): (AnySample, AnySample, AnySample)| {
        let none = AnySample(Sample::default());
        a.and(&b).0 == b.and(&a).0
            && a.and(&b).and(&c).0 == a.and(&b.and(&c)).0
            && a.and(&none).0 == a.0
            && none.and(&a).0 == a.0
            && a.and(&b).0.trials() == a.0.trials() + b.0.trials()
    });
}

#[test]
fn a_share_of_the_attempts_is_the_nearest_whole_number_and_never_falls() {
    check(|(one, other, attempts): (AnyProbability, AnyProbability, u32)| {
        let [low, high] = [one.0.min(other.0), one.0.max(other.0)].map(|share| Share::new(share).unwrap());
        let exact = low.get() * f64::from(attempts);
        low.of(attempts) <= high.of(attempts)
            && high.of(attempts) <= attempts
            && (f64::from(low.of(attempts)) - exact).abs() <= 0.5 + 1e-6
            && low.to_string().parse::<Share>().unwrap() == low
    });
}

#[test]
fn any_campaign_can_be_simulated_within_its_bounds() {
    check(|(rates, calls, warm): (AnyRates, u8, AnyProbability)| {
        let strategy: Strategy = Supply::Share(Share::new(warm.0).unwrap()).into();
        let campaign = Campaign::new(rates.0, strategy, 1 + u64::from(calls)).unwrap();
        let run = Simulation::new(&campaign).trials(20).run().unwrap();
        let possible = |attempt: &Attempt| {
            attempt.path.probability > 0.0 && (attempt.kind == Kind::Warm || attempt.path.incident == Incident::None)
        };
        let bounds = campaign.possible_meetings();
        run.meetings().iter().all(|(count, _)| bounds.contains(&u32::try_from(count).unwrap()))
            && *bounds.end() <= campaign.calls()
            && Simulation::new(&campaign).first_trial().iter().all(possible)
    });
}

#[test]
fn probabilities_too_small_for_any_random_number_do_not_stop_a_simulation() {
    // 1e-20 of 2^64 numbers is none of them.
    let rates = Rates::documented().with(Parameter::ColdMeeting, Probability::new(1e-20).unwrap());
    let campaign = Campaign::new(rates, Strategy::cold(), 10).unwrap();
    let run = Simulation::new(&campaign).trials(10).run().unwrap();
    assert_eq!(run.meetings().largest(), 0);
}

#[test]
fn counts_beyond_all_others_have_no_mass_and_no_trials() {
    let distribution = Pmf::point(3);
    assert_eq!(
        (distribution.mass(usize::MAX), distribution.at_least(usize::MAX), distribution.at_most(usize::MAX)),
        (0.0, 0.0, 1.0)
    );
    let mut sample = Sample::default();
    sample.push(3);
    assert_eq!((sample.count(i64::MAX), sample.count(i64::MIN)), (0, 0));
}
