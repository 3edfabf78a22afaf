//! Sampled numbers and their standard errors, against what follows from the same integers by hand.

use outreach::{
    Campaign, Effort, Estimate, Parameter, Pmf, Pool, Quantity, Rates, Sample, Simulation, SimulationResult, Stop,
    Strategy, Variance,
};

use crate::scenarios::{documented, documented_with};

fn near(value: f64, expected: f64) -> bool {
    (value - expected).abs() <= 1e-9 * expected.abs()
}

fn run(strategy: Strategy, trials: u64) -> SimulationResult {
    let effort = Effort { cold_attempt: 3.0, warm_attempt: 5.0, introduction: 11.0, meeting: 31.0 };
    let campaign = documented(strategy, 100).with_effort(effort).unwrap();
    Simulation::new(&campaign).trials(trials).seed(3).run().unwrap()
}

#[test]
fn a_sample_has_the_moments_of_its_counts() {
    let mut sample = Sample::default();
    for count in [2, -1, 2, 5] {
        sample.push(count);
    }
    assert_eq!((sample.mean().value, sample.variance()), (2.0, 6.0));
    assert!(near(sample.mean().std_error, (6.0_f64 / 4.0).sqrt()));
    // m2 = 4.5, m4 = 40.5.
    assert!(near(sample.sd().std_error, ((40.5_f64 - 20.25) / 4.0).sqrt() / (2.0 * 4.5_f64.sqrt())));
    assert_eq!([0.0, 0.25, 0.26, 0.75, 0.76, 1.0].map(|q| sample.quantile(q)), [-1, -1, 2, 2, 5, 5]);
    assert_eq!((sample.at_least(2).value, sample.at_least(6).value, sample.count(2)), (0.75, 0.0, 2));
}

#[test]
fn the_mean_of_the_meetings_is_that_of_their_histogram() {
    let run = run(Strategy::mixed(), 10_000);
    let [mean, sampled] = [run.mean(Quantity::Meetings), run.meetings().mean()];
    assert!(near(mean.value, sampled.value) && near(mean.std_error, sampled.std_error));
    assert!(run.mean(Quantity::Attempts).std_error == 0.0);
}

#[test]
fn minutes_vary_with_the_meetings_alone_while_the_attempts_are_fixed() {
    let run = run(Strategy::referral_heavy(), 10_000);
    let (meetings, minutes) = (run.mean(Quantity::Meetings), run.minutes());
    let fixed = 80.0 * (5.0 + 11.0) + 20.0 * 3.0;
    assert!(near(minutes.value, fixed + 31.0 * meetings.value));
    assert!(near(minutes.std_error, 31.0 * meetings.std_error));
    let per_hour = run.meetings_per_hour().unwrap();
    assert!(near(per_hour.value, 60.0 * meetings.value / minutes.value));
    // The derivative of 60 m / (fixed + 31 m).
    assert!(near(per_hour.std_error, 60.0 * fixed / minutes.value.powi(2) * meetings.std_error));
    let attempts = run.attempts_per_meeting().unwrap();
    assert!(near(attempts.value, 100.0 / meetings.value));
    assert!(near(attempts.std_error, 100.0 / meetings.value.powi(2) * meetings.std_error));
}

#[test]
fn a_ratio_without_a_denominator_is_none() {
    let none = Effort { cold_attempt: 0.0, warm_attempt: 0.0, introduction: 0.0, meeting: 0.0 };
    let campaign = documented(Strategy::warm(), 10).with_effort(none).unwrap();
    assert_eq!(Simulation::new(&campaign).trials(10).run().unwrap().meetings_per_hour(), None);
    let never = documented_with(&[(Parameter::ColdMeeting, 0.0)]);
    let campaign = Campaign::new(never, Strategy::cold(), 10).unwrap();
    assert_eq!(Simulation::new(&campaign).trials(10).run().unwrap().attempts_per_meeting(), None);
}

#[test]
fn the_distance_from_a_distribution_is_that_of_its_definition() {
    let mut sample = Sample::default();
    for count in [0, 0, 1, 3] {
        sample.push(count);
    }
    let distribution = Pmf::from_masses(0, vec![1.0, 1.0, 1.0, 1.0]).unwrap();
    // Cumulative 2/4, 3/4, 3/4, 1 against 1/4, 2/4, 3/4, 1; the means are 1 and 1.5, the distribution's variance is
    // 1.25.
    assert!(near(sample.against(&distribution).largest_cdf_gap(), 0.25));
    assert!(near(sample.against(&distribution).sigmas(), -0.5 / (1.25_f64 / 4.0).sqrt()));
}

#[test]
fn quantile_intervals_cover_the_distribution_s_quantiles() {
    let campaign = documented(Strategy::mixed(), 100);
    let distribution = campaign.exact_yield().unwrap();
    for q in [0.05, 0.5, 0.95] {
        let truth = i64::try_from(distribution.quantile(q)).unwrap();
        let covers = |seed: &u64| {
            let run = Simulation::new(&campaign).trials(200).seed(*seed).run().unwrap();
            let [low, high] = run.meetings().quantile_interval(q).unwrap();
            (low..=high).contains(&truth)
        };
        // At least 95 % are promised; fewer than 260 of 300 then have a probability of 7e-9.
        assert!((0..300).filter(covers).count() >= 260, "{q}");
    }
}

#[test]
fn two_digits_of_the_error_are_shown_where_it_rounds_up_too() {
    let shown = |std_error| Estimate { value: 0.052_54, std_error }.to_string();
    assert_eq!(shown(0.000_996), "0.0525 ± 0.0010");
    assert_eq!(shown(0.000_994), "0.05254 ± 0.00099");
    assert_eq!(shown(9.96), "0 ± 10");
    assert_eq!(shown(f64::NAN), "0.05 ± –");
}

/// Of 400 runs Σ z² has a mean of 400 and a deviation of 28: one choice of seeds in three million is beyond these bounds.
#[test]
fn meetings_per_hundred_attempts_of_a_round_are_as_far_off_as_their_error_says() {
    let rates = documented_with(&[(Parameter::ColdReach, 0.5), (Parameter::ColdMeeting, 1.0)]);
    let campaign = Campaign::contacts(40).max_attempts(2).strategy(Strategy::cold()).rates(rates).build().unwrap();
    let round = |seed: u64| Simulation::new(&campaign).trials(1_000).seed(seed).run().unwrap().rounds()[1];
    // Half of the attempts of every round.
    let truth = 50.0;
    let (mut squares, mut uncorrelated) = (0.0, 0.0);
    for seed in 0..400 {
        let round = round(seed);
        let per_100 = round.meetings_per_100_attempts.unwrap();
        squares += per_100.sigmas_from(truth).powi(2);
        let relative = [round.meetings, round.attempts].map(|mean| mean.std_error / mean.value);
        let std_error = per_100.value * relative[0].hypot(relative[1]);
        uncorrelated += Estimate { std_error, ..per_100 }.sigmas_from(truth).powi(2);
    }
    assert!((256.0..544.0).contains(&squares), "{squares}");
    assert!(!(256.0..544.0).contains(&uncorrelated), "{uncorrelated}: nothing is seen of the covariance");
}

#[test]
fn one_trial_had_errors_of_0() {
    let campaign = documented(Strategy::snowball(Pool { decay: 0.5, ..Pool::default() }), 20);
    let run = |trials: u64| Simulation::new(&campaign).trials(trials).run().unwrap();
    let errors = |run: &SimulationResult| {
        let of_ratios = [run.meetings_per_hour(), run.attempts_per_meeting()].map(Option::unwrap);
        let mut all = vec![run.mean(Quantity::Incidents), run.minutes(), run.meetings().mean()];
        all.extend(of_ratios.into_iter().chain(run.meetings_by_generation()));
        all.into_iter().map(|estimate| estimate.std_error).collect::<Vec<_>>()
    };
    assert!(errors(&run(1)).into_iter().all(f64::is_nan));
    assert!(!errors(&run(2)).into_iter().any(f64::is_nan));
    // Of two trials the spread has no error of its own: both are equally far from their mean.
    assert!(run(2).meetings().sd().std_error.is_nan() && run(2).meetings().sd().value > 0.0);
    assert!(run(3).meetings().sd().std_error > 0.0);
}

#[test]
fn luck_and_ignorance_of_two_trials_had_errors_of_0() {
    let campaign = Campaign::new(Rates::published(), Strategy::mixed(), 1_000).unwrap();
    let campaign = campaign.until(Stop::hours(20.0)).unwrap();
    let errors = |trials: u64| match Simulation::new(&campaign).trials(trials).run().unwrap().variance() {
        Variance::Simulated { luck, ignorance } => [luck, ignorance].map(|estimate| estimate.std_error),
        exact @ Variance::Exact { .. } => unreachable!("{exact:?}"),
    };
    assert!(errors(2).into_iter().all(f64::is_nan));
    assert!(errors(3).into_iter().all(f64::is_finite));
}
