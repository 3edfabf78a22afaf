//! The rest of a campaign after what it has brought so far: conjugate posteriors, integration by the midpoint rule, and
//! the simulation, which reweights worlds; what is refused.
//!
//! The bounds and their rate of false alarms are those of `tail_bounds`: 5 distributions are checked.

use outreach::{
    AttemptTable, Campaign, Error, Parameter, Pmf, Probability, Progress, Rates, Reading, Sensitivity, Simulation,
    Variance,
};

use crate::tail_bounds::largest_cdf_gap;
use crate::uncertain_scenarios::{
    beta, beta_binomial, campaign, close, fixed, linked_reach, midpoints, mixed, overall, uncertain_with,
};

fn so_far(attempts: [u32; 2], meetings: [u32; 2]) -> Progress {
    Progress::new(attempts, meetings).unwrap()
}

fn cold(alpha: f64, b: f64) -> Rates {
    uncertain_with(&[(Parameter::ColdMeeting, beta(alpha, b))])
}

#[track_caller]
fn assert_distribution(distribution: &Pmf, expected: &[f64], tolerance: f64) {
    assert!(distribution.end() <= expected.len());
    for (k, mass) in expected.iter().enumerate() {
        assert!((distribution.mass(k) - mass).abs() <= tolerance, "{k}: {}, not {mass}", distribution.mass(k));
    }
}

#[test]
fn the_rest_under_one_beta_rate_is_beta_binomial_with_the_posterior() {
    let plan = campaign(cold(2.0, 18.0), [100, 0]);
    for (made, met) in [(37, 2), (99, 9), (1, 1), (20, 9), (50, 0)] {
        let rest = plan.after(so_far([made, 0], [met, 0])).unwrap();
        assert_eq!((rest.calls(), rest.cold_attempts()), (100 - made, 100 - made));
        let posterior = (2.0 + f64::from(met), 18.0 + f64::from(made - met));
        let distribution = rest.exact_yield().unwrap();
        assert_distribution(&distribution, &beta_binomial(100 - made, posterior.0, posterior.1), 1e-9);
        let moments = rest.exact_moments().unwrap();
        assert!(close(moments.mean, distribution.mean(), 1e-9));
        assert!(close(moments.luck + moments.ignorance, distribution.variance(), 1e-9));
        // n² times the posterior's variance.
        let weight = posterior.0 + posterior.1;
        let ignorance = f64::from(100 - made).powi(2) * posterior.0 * posterior.1 / (weight * weight * (weight + 1.0));
        assert!(close(moments.ignorance, ignorance, 1e-9));
    }
}

#[test]
fn how_surprising_an_outcome_is_the_distribution_of_the_attempts_made_tells() {
    let made = campaign(cold(2.0, 18.0), [37, 0]).exact_yield().unwrap();
    let masses = beta_binomial(37, 2.0, 18.0);
    for meetings in [0, 2, 9, 37] {
        let at_most: f64 = masses[..=meetings].iter().sum();
        let at_least: f64 = masses[meetings..].iter().sum();
        assert!((made.at_most(meetings) - at_most).abs() < 1e-12);
        assert!((made.at_least(meetings) - at_least).abs() < 1e-12);
    }
}

#[test]
fn known_rates_learn_nothing() {
    let plan = campaign(Rates::documented(), [10, 10]);
    let rest = plan.after(so_far([4, 0], [4, 0])).unwrap();
    assert_eq!(rest.exact_yield(), campaign(Rates::documented(), [6, 10]).exact_yield());
}

#[test]
fn independent_rates_of_both_kinds_learn_from_their_own_calls() {
    let rates = cold(2.0, 18.0).with(Parameter::WarmMeeting, beta(9.0, 1.0));
    let plan = campaign(rates.with(Parameter::IncidentRate, Probability::ZERO), [30, 20]);
    let rest = plan.after(so_far([10, 5], [3, 2])).unwrap();
    let [of_cold, of_warm] =
        [beta_binomial(20, 5.0, 25.0), beta_binomial(15, 11.0, 4.0)].map(|masses| Pmf::from_masses(0, masses).unwrap());
    let expected = of_cold.convolve(&of_warm);
    let expected: Vec<_> = (0..=35).map(|k| expected.mass(k)).collect();
    assert_distribution(&rest.exact_yield().unwrap(), &expected, 1e-9);
}

fn binomial(calls: u32, p: f64) -> Pmf {
    Pmf::binomial(calls, Probability::new(p).unwrap())
}

/// The distribution of the calls left, where P(held) of a cold and of a warm call are these with these weights of the
/// prior.
fn reweighted(worlds: impl Iterator<Item = ([f64; 2], f64)>, made: &Progress, left: [u32; 2]) -> Vec<f64> {
    let kinds = outreach::Kind::ALL;
    let mut masses = vec![0.0; (left[0] + left[1] + 1) as usize];
    for (held, weight) in worlds {
        let likelihood: f64 = kinds
            .iter()
            .zip(held)
            .map(|(&kind, h)| {
                let [attempts, meetings] = [made.attempts(kind), made.meetings(kind)].map(|n| n as i32);
                h.powi(meetings) * (1.0 - h).powi(attempts - meetings)
            })
            .product();
        let distribution = binomial(left[0], held[0]).convolve(&binomial(left[1], held[1]));
        masses.iter_mut().enumerate().for_each(|(k, mass)| *mass += weight * likelihood * distribution.mass(k));
    }
    let total: f64 = masses.iter().sum();
    masses.iter().map(|mass| mass / total).collect()
}

/// P(held) of a warm call of [`mixed`] rates.
fn warm_held(c: f64, w: f64, i: f64, r: f64) -> f64 {
    (1.0 - i * (1.0 - r)) * w + i * (1.0 - r) * c
}

#[test]
fn two_uncertain_rates_of_both_kinds_are_reweighted_as_integration_says() {
    let rates = cold(2.0, 3.0).with(Parameter::IncidentRate, beta(2.0, 3.0));
    let rates = rates.with(Parameter::IncidentRecovery, fixed(0.1));
    // The last: no cold call is left, and what they brought still tells how lost conversations end.
    for (plan, made, met) in [([8, 8], [3, 4], [3, 2]), ([8, 8], [5, 0], [0, 0]), ([8, 8], [8, 2], [8, 1])] {
        let outcome = so_far(made, met);
        let rest = campaign(rates.clone(), plan).after(outcome.clone()).unwrap();
        let of_incident = midpoints(2.0, 3.0, 200);
        let worlds = midpoints(2.0, 3.0, 200).into_iter().flat_map(|(c, weight)| {
            of_incident.iter().map(move |&(i, share)| ([c, warm_held(c, 0.9, i, 0.1)], weight * share))
        });
        let expected = reweighted(worlds, &outcome, [plan[0] - made[0], plan[1] - made[1]]);
        let distribution = rest.exact_yield().unwrap();
        assert_distribution(&distribution, &expected, 3e-5);
        let moments = rest.exact_moments().unwrap();
        assert!(close(moments.mean, distribution.mean(), 1e-9));
        assert!(close(moments.luck + moments.ignorance, distribution.variance(), 1e-9));
    }
}

#[test]
fn more_uncertain_rates_are_simulated_as_integration_says() {
    let plan = campaign(mixed().with(Parameter::IncidentRecovery, fixed(0.1)), [8, 8]);
    let outcome = so_far([4, 4], [3, 1]);
    let rest = plan.after(outcome.clone()).unwrap();
    assert_eq!(
        rest.exact_moments().unwrap_err().to_string(),
        "there is no exact distribution: outcomes so far reweight more than two uncertain rates, or are more than 1,000"
    );
    assert!(rest.exact_yield().is_err());
    let [of_cold, of_warm, of_incident] = [(2.0, 3.0), (9.0, 1.0), (2.0, 3.0)].map(|(a, b)| midpoints(a, b, 40));
    let mut worlds = Vec::new();
    for &(c, c_weight) in &of_cold {
        for &(w, w_weight) in &of_warm {
            let of_incident = of_incident.iter();
            worlds.extend(of_incident.map(|(i, weight)| ([c, warm_held(c, w, *i, 0.1)], c_weight * w_weight * weight)));
        }
    }
    let distribution = Pmf::from_masses(0, reweighted(worlds.into_iter(), &outcome, [4, 4])).unwrap();
    let run = Simulation::new(&rest).trials(40_000).seed(121).run().unwrap();
    assert!(run.against(&distribution).largest_cdf_gap() <= largest_cdf_gap(run.trials()));
    let Variance::Simulated { luck, ignorance } = run.variance() else { panic!("no exact moments") };
    assert!((luck.value + ignorance.value - run.meetings().variance()).abs() < 1e-9);
}

#[test]
fn moments_are_integrated_after_a_thousand_attempts_at_most() {
    let plan = campaign(cold(2.0, 18.0), [1100, 0]);
    let moments = |made| plan.after(so_far([made, 0], [90, 0])).unwrap().exact_moments();
    // Beta(92, 928) for the 100 attempts that are left.
    assert!(close(moments(1000).unwrap().mean, 100.0 * 92.0 / 1020.0, 1e-9));
    assert!(moments(1001).is_err());
}

#[test]
fn the_simulated_rest_agrees_with_its_distribution() {
    let two = cold(2.0, 3.0).with(Parameter::IncidentRate, beta(2.0, 3.0));
    let cases = [
        (cold(2.0, 18.0), [100, 0], so_far([37, 0], [9, 0])),
        (two, [8, 8], so_far([8, 2], [6, 1])),
        (linked_reach().with(Parameter::WarmMeeting, fixed(0.9)), [20, 20], so_far([0, 10], [0, 2])),
    ];
    for (seed, (rates, calls, outcome)) in (130..).zip(cases) {
        let plan = campaign(rates, calls);
        let rest = plan.after(outcome).unwrap();
        let run = Simulation::new(&rest).trials(40_000).seed(seed).run().unwrap();
        let bound = largest_cdf_gap(run.trials());
        assert!(run.against(&rest.exact_yield().unwrap()).largest_cdf_gap() <= bound, "{seed}");
        // What is not learnt is seen: the same calls with the rates of the plan.
        let left = [rest.cold_attempts(), rest.warm_attempts()];
        let unlearnt = campaign(plan.rates().clone(), left).exact_yield().unwrap();
        assert!(run.against(&unlearnt).largest_cdf_gap() > bound, "{seed}");
    }
}

#[test]
fn what_came_in_two_parts_is_what_came_in_one() {
    let plan = campaign(cold(2.0, 18.0), [100, 0]);
    let in_parts = plan.after(so_far([10, 0], [3, 0])).unwrap().after(so_far([27, 0], [0, 0])).unwrap();
    assert_eq!(in_parts, plan.after(so_far([37, 0], [3, 0])).unwrap());
    let again = in_parts.after(so_far([64, 0], [0, 0])).map(|_| ());
    assert_eq!(message(again), "so far, cold = 64 is not a number of attempts made of 63 planned ones");
}

#[track_caller]
fn message<T>(result: Result<T, Error>) -> String {
    result.err().expect("this is refused").to_string()
}

#[test]
fn outcomes_that_no_calls_can_have_are_refused() {
    assert_eq!(
        message(Progress::new([3, 5], [4, 6])),
        "so far, cold = 4 is not a number of meetings (0 to 3, one per attempt made); so far, warm = 6 is not a \
         number of meetings (0 to 5, one per attempt made)"
    );
    assert_eq!(message(Progress::new([0, 0], [0, 0])), "so far = 0 is not a number of attempts made (1 or more)");
    assert!(Progress::new([3, 0], [3, 0]).is_ok());
}

#[test]
fn more_than_the_plan_and_all_of_it_are_refused() {
    let plan = campaign(cold(2.0, 18.0), [10, 4]);
    assert_eq!(
        message(plan.after(so_far([11, 5], [0, 0]))),
        "so far, cold = 11 is not a number of attempts made of 10 planned ones; so far, warm = 5 is not a number of \
         attempts made of 4 planned ones"
    );
    let all = plan.after(so_far([10, 4], [1, 4]));
    assert_eq!(message(all), "so far = 14 is not fewer attempts than were planned");
    assert_eq!(plan.after(so_far([10, 3], [1, 3])).unwrap().calls(), 1);
}

#[test]
fn an_outcome_that_the_rates_all_but_exclude_was_said_to_have_no_chance() {
    let plan = campaign(cold(20.0, 1800.0), [100, 0]);
    let refused = message(plan.after(so_far([50, 0], [50, 0])));
    let [before, after] = [
        "so far = 50 of 50 (meetings of attempts) is too unlikely to weigh: at these rates its probability is ",
        "; give rates that are nearer to yours",
    ];
    let probability = refused.strip_prefix(before).and_then(|rest| rest.strip_suffix(after)).map(str::parse::<f64>);
    assert!(probability.unwrap().unwrap() < 1e-50, "{refused}");
    assert!(plan.after(so_far([50, 0], [1, 0])).is_ok());
    // The probability is that of the outcome under the mixture: C(10, 6) B(26, 1804) / B(20, 1800).
    let exact = campaign(cold(20.0, 1800.0), [10, 0]).exact_yield().unwrap().mass(6);
    let Err(Error::Unlikely { probability, .. }) = plan.after(so_far([10, 0], [6, 0])) else { unreachable!() };
    assert!((probability / exact - 1.0).abs() < 0.2, "{probability} for {exact}");
    // Of rounds it is that of all that was seen in them.
    let rates = cold(20.0, 1800.0).with(Parameter::ColdReach, Probability::new(0.5).unwrap());
    let plan =
        Campaign::contacts(30).max_attempts(2).strategy(outreach::Strategy::cold()).rates(rates).build().unwrap();
    let table = AttemptTable::new(vec![20, 10], vec![10, 6]).unwrap();
    let seen = Progress::of_rounds([table, AttemptTable::default()], [6, 0]).unwrap();
    let Err(Error::Unlikely { probability, .. }) = plan.after(seen) else { unreachable!() };
    let reached = binomial(20, 0.5).mass(10) * binomial(10, 0.5).mass(6);
    let exact = reached * campaign(cold(20.0, 1800.0), [16, 0]).exact_yield().unwrap().mass(6);
    assert!((probability / exact - 1.0).abs() < 0.2, "{probability} for {exact}");
}

#[test]
fn solved_probabilities_leave_the_rest_without_an_exact_distribution_even_where_only_cold_calls_are_left() {
    let rest = overall().after(so_far([0, 20], [0, 15])).unwrap();
    let reason = "there is no exact distribution: the reading `overall` solves for a probability in each draw, and takes the nearest one where none fits";
    assert_eq!(message(rest.exact_yield()), reason);
    assert_eq!(rest.rates().reading(), Reading::Overall);
}

#[test]
fn the_rest_of_a_campaign_has_no_sensitivity() {
    let rest: Campaign = campaign(cold(2.0, 18.0), [10, 0]).after(so_far([5, 0], [1, 0])).unwrap();
    assert_eq!(message(Sensitivity::of(&rest).run()), "campaign = the rest of one is not a whole campaign");
}

#[test]
fn an_impossible_outcome_of_known_rates_left_no_moments() {
    let rates = Rates::documented().with(Parameter::ColdMeeting, Probability::new(0.0).unwrap());
    let plan = Campaign::new(rates, outreach::Strategy::cold(), 35).unwrap();
    let moments = plan.after(so_far([31, 0], [6, 0])).unwrap().exact_moments().unwrap();
    assert_eq!([moments.mean, moments.luck, moments.ignorance], [0.0; 3]);
}
