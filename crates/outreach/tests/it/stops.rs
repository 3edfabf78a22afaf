//! Campaigns that stop at a number of meetings or with their minutes: exact distributions against a plain walk through
//! every state, closed forms and integration; simulation against the exact distributions.
//!
//! The bounds and their rate of false alarms are those of `tail_bounds`: 30 are checked.

use outreach::{
    Beta, Campaign, Effort, Kind, Parameter, Pmf, Quantity, Rates, Simulation, SimulationResult, Stop, Strategy, Supply,
};
use statrs::distribution::{Discrete, NegativeBinomial};

use crate::scenarios::documented;
use crate::tail_bounds::{largest_cdf_gap, plausible};

const EFFORT: Effort = Effort { cold_attempt: 4.1, warm_attempt: 3.0, introduction: 15.3, meeting: 30.7 };

fn budget(strategy: Strategy, calls: u64, effort: Effort, minutes: f64) -> Campaign {
    documented(strategy, calls).with_effort(effort).unwrap().until(Stop::Minutes(minutes)).unwrap()
}

fn until(strategy: Strategy, calls: u64, meetings: u32) -> Campaign {
    documented(strategy, calls).until(Stop::Meetings(meetings)).unwrap()
}

fn simulate(campaign: &Campaign, trials: u64, seed: u64) -> SimulationResult {
    Simulation::new(campaign).trials(trials).seed(seed).run().unwrap()
}

/// Whether attempt i, from 1 up, is warm: round-half-up(w · i) > round-half-up(w · (i − 1)), or i ≤ n.
fn is_warm(supply: Supply, hundredths: u64, attempt: u64) -> bool {
    let warm_of = |attempts: u64| (hundredths * attempts + 50) / 100;
    match supply {
        Supply::Count(count) => attempt <= count.into(),
        _ => warm_of(attempt) > warm_of(attempt - 1),
    }
}

/// The distribution of (attempts, meetings) when the campaign ends, walked attempt by attempt. Minutes are counted in
/// tenths.
fn walk(campaign: &Campaign, hundredths: u64, stops: impl Fn([u64; 2], u64, bool) -> bool) -> Vec<(u64, u64, f64)> {
    let held = [Kind::Cold, Kind::Warm].map(|kind| campaign.tree(kind).held().get());
    let mut open = vec![(0_u64, 1.0)];
    let mut made = [0_u64; 2];
    let mut ended = Vec::new();
    for attempt in 1..=u64::from(campaign.calls()) {
        let warm = is_warm(campaign.strategy().supply(), hundredths, attempt);
        let mut next: Vec<(u64, f64)> = Vec::new();
        for (meetings, mass) in open {
            if stops(made, meetings, warm) {
                ended.push((attempt - 1, meetings, mass));
                continue;
            }
            for (more, probability) in [(0, 1.0 - held[usize::from(warm)]), (1, held[usize::from(warm)])] {
                match next.iter_mut().find(|(count, _)| *count == meetings + more) {
                    Some((_, sum)) => *sum += mass * probability,
                    None => next.push((meetings + more, mass * probability)),
                }
            }
        }
        made[usize::from(warm)] += 1;
        open = next;
    }
    ended.extend(open.into_iter().map(|(meetings, mass)| (campaign.calls().into(), meetings, mass)));
    ended
}

/// The distribution of one of the two numbers of such an end.
fn distribution_of(ends: &[(u64, u64, f64)], pick: impl Fn(&(u64, u64, f64)) -> u64) -> Pmf {
    let last = ends.iter().map(&pick).max().unwrap() as usize;
    let mut masses = vec![0.0; last + 1];
    for end in ends {
        masses[pick(end) as usize] += end.2;
    }
    Pmf::from_masses(0, masses).unwrap()
}

#[track_caller]
fn assert_same(distribution: &Pmf, expected: &Pmf, what: &str) {
    for k in 0..distribution.end().max(expected.end()) {
        let (mass, expected) = (distribution.mass(k), expected.mass(k));
        assert!((mass - expected).abs() < 1e-12, "{what}: P({k}) = {mass} for {expected}");
    }
}

/// What ends a budget of tenths of minutes before an attempt of this kind.
fn over(tenths: u64) -> impl Fn([u64; 2], u64, bool) -> bool {
    move |[cold, warm], meetings, next_is_warm| {
        let next = if next_is_warm { 183 } else { 41 };
        41 * cold + 183 * warm + 307 * meetings + next > tenths
    }
}

fn supplies() -> [(Strategy, u64); 5] {
    let share = |name: &str| Strategy::from(Supply::Share(name.parse().unwrap()));
    [(share("0"), 0), (share("0.35"), 35), (share("0.5"), 50), (share("1"), 100), (Supply::Count(3).into(), 0)]
}

#[test]
fn the_distribution_within_a_budget_is_that_of_a_walk() {
    for (strategy, hundredths) in supplies() {
        for tenths in [0_u64, 40, 41, 183, 1_234, 6_000] {
            let campaign = budget(strategy.clone(), 200, EFFORT, tenths as f64 / 10.0);
            let ends = walk(&campaign, hundredths, over(tenths));
            let distribution = campaign.exact_yield().unwrap();
            assert_same(
                &distribution,
                &distribution_of(&ends, |end| end.1),
                &format!("{} within {tenths}", strategy.name()),
            );
        }
    }
}

#[test]
fn sums_of_decimals_fit_what_they_are_on_paper() {
    let attempts = |minutes: f64, budget_of: f64| {
        let effort = Effort { cold_attempt: minutes, meeting: 0.0, ..EFFORT };
        let run = simulate(&budget(Strategy::cold(), 100, effort, budget_of), 1, 1);
        run.mean(Quantity::Attempts).value
    };
    // 3 · 0.1 is more than 0.3 in binary, 3 · 4.1 less than 12.3.
    assert_eq!((attempts(0.1, 0.3), attempts(4.1, 12.3), attempts(4.1, 12.29)), (3.0, 3.0, 2.0));
    assert_eq!(attempts(0.7, 49.0), 70.0);
}

#[test]
fn the_yield_until_so_many_meetings_is_no_more_than_they() {
    for (strategy, _) in supplies() {
        let all = documented(strategy.clone(), 60).exact_yield().unwrap();
        let distribution = until(strategy, 60, 7).exact_yield().unwrap();
        (0..7).for_each(|k| assert!((distribution.mass(k) - all.mass(k)).abs() < 1e-12, "{k}"));
        assert!((distribution.mass(7) - all.at_least(7)).abs() < 1e-12);
        assert_eq!(distribution.end().min(8), distribution.end());
    }
}

#[test]
fn the_distribution_of_the_attempts_is_that_of_a_walk() {
    for (strategy, hundredths) in supplies() {
        let campaign = until(strategy.clone(), 60, 5);
        let ends = walk(&campaign, hundredths, |_, meetings, _| meetings >= 5);
        assert_same(&campaign.exact_attempts().unwrap(), &distribution_of(&ends, |end| end.0), strategy.name());
    }
}

#[test]
fn the_attempts_of_one_kind_are_a_negative_binomial() {
    let distribution = until(Strategy::cold(), 1_000_000, 5).exact_attempts().unwrap();
    let failures = NegativeBinomial::new(5.0, 0.1).unwrap();
    for n in 5..400 {
        assert!((distribution.mass(n) - failures.pmf(n as u64 - 5)).abs() < 1e-12, "{n}");
    }
    assert!((distribution.mean() - 50.0).abs() < 1e-9);
}

#[test]
fn with_an_uncertain_rate_they_are_its_mixture() {
    let rates = Rates::documented().with(Parameter::ColdMeeting, Beta::new(3.0, 12.0).unwrap());
    let campaign = Campaign::new(rates, Strategy::cold(), 500).unwrap().until(Stop::Meetings(4)).unwrap();
    let distribution = campaign.exact_attempts().unwrap();
    // Simpson's rule over the rate: 2 / B(3, 12) = 2184 / 2, and the integrand is a polynomial that vanishes at both
    // ends.
    let mass = |n: usize| {
        let ways: f64 = (0..3).map(|i| (n - 1 - i) as f64 / (i + 1) as f64).product();
        let at = |p: f64| 1_092.0 * ways * p.powi(6) * (1.0 - p).powi(n as i32 - 4 + 11);
        let step = 1e-4;
        let inner = (1..10_000).map(|i| if i % 2 == 1 { 4.0 } else { 2.0 } * at(f64::from(i) * step));
        inner.sum::<f64>() * step / 3.0
    };
    for n in [4, 5, 10, 40, 200] {
        assert!((distribution.mass(n) - mass(n)).abs() < 1e-10, "{n}: {} for {}", distribution.mass(n), mass(n));
    }
}

/// Whether a run has the exact distributions of the yield, and of the attempts where they are known.
fn agrees(run: &SimulationResult, distribution: &Campaign) -> bool {
    let gap = largest_cdf_gap(run.trials());
    let attempts = distribution
        .exact_attempts()
        .is_ok_and(|distribution| run.attempts().against(&distribution).largest_cdf_gap() > gap);
    !attempts && run.against(&distribution.exact_yield().unwrap()).largest_cdf_gap() <= gap
}

#[test]
fn simulations_agree_with_their_distributions() {
    for (seed, (strategy, _)) in (70..).zip(supplies()) {
        let within = budget(strategy.clone(), 200, EFFORT, 480.0);
        assert!(agrees(&simulate(&within, 100_000, seed), &within), "{}", strategy.name());
        let until = until(strategy.clone(), 60, 5);
        assert!(agrees(&simulate(&until, 100_000, seed), &until), "{}", strategy.name());
    }
}

#[test]
fn simulations_with_an_uncertain_rate_agree_with_their_distributions() {
    let rates = Rates::documented().with(Parameter::ColdMeeting, Beta::new(2.0, 18.0).unwrap());
    let cold = Campaign::new(rates, Strategy::cold(), 80).unwrap();
    for stop in [Stop::hours(5.0), Stop::Meetings(6)] {
        let campaign = cold.clone().until(stop).unwrap();
        assert!(agrees(&simulate(&campaign, 200_000, 80), &campaign), "{stop:?}");
    }
}

#[test]
fn small_errors_are_caught() {
    let right = budget(Strategy::mixed(), 200, EFFORT, 480.0);
    let longer = Effort { meeting: EFFORT.meeting * 1.03, ..EFFORT };
    for wrong in [budget(Strategy::mixed(), 200, longer, 480.0), budget(Strategy::mixed(), 200, EFFORT, 476.0)] {
        assert!(!agrees(&simulate(&wrong, 200_000, 81), &right));
    }
    assert!(!agrees(&simulate(&until(Strategy::cold(), 60, 4), 10_000, 82), &until(Strategy::cold(), 60, 5)));
    assert!(!agrees(&simulate(&until(Strategy::cold(), 59, 5), 200_000, 83), &until(Strategy::cold(), 60, 5)));
}

#[test]
fn minutes_are_those_of_what_was_done() {
    let campaign = budget(Strategy::mixed(), 200, EFFORT, 480.0);
    let run = simulate(&campaign, 100_000, 84);
    let mean = |quantity| run.mean(quantity).value;
    let minutes =
        4.1 * mean(Quantity::ColdAttempts) + 18.3 * mean(Quantity::WarmAttempts) + 30.7 * mean(Quantity::Meetings);
    assert!((run.minutes().value - minutes).abs() < 1e-9);
    // A meeting may overrun, and one attempt more must not fit: so the mean lies within these.
    assert!(minutes > 480.0 - 18.3 && minutes < 480.0 + 30.7);
    let n = run.trials() as f64;
    let exact = campaign.exact_yield().unwrap().mean();
    assert!(plausible(mean(Quantity::Meetings) / 200.0, n, exact / 200.0));
}

#[test]
fn nothing_is_done_without_time_or_aim() {
    for campaign in [budget(Strategy::mixed(), 10, EFFORT, 0.0), until(Strategy::mixed(), 10, 0)] {
        assert_eq!(campaign.exact_yield().unwrap(), Pmf::point(0));
        let run = simulate(&campaign, 100, 1);
        assert_eq!((run.mean(Quantity::Attempts).value, run.meetings().largest()), (0.0, 0));
        assert!(Simulation::new(&campaign).first_trial().is_empty());
    }
}

#[test]
fn what_takes_no_time_ends_with_the_calls() {
    let none = Effort { cold_attempt: 0.0, warm_attempt: 0.0, introduction: 0.0, meeting: 0.0 };
    let campaign = budget(Strategy::mixed(), 50, none, 0.0);
    assert_same(
        &campaign.exact_yield().unwrap(),
        &documented(Strategy::mixed(), 50).exact_yield().unwrap(),
        "all calls",
    );
    assert_eq!(simulate(&campaign, 100, 1).mean(Quantity::Attempts).value, 50.0);
}

#[test]
fn the_first_trial_told_call_by_call_is_the_first_one_counted() {
    for campaign in [budget(Strategy::mixed(), 200, EFFORT, 480.0), until(Strategy::mixed(), 60, 5)] {
        let told = Simulation::new(&campaign).seed(7).first_trial();
        let run = simulate(&campaign, 1, 7);
        assert_eq!(told.len() as f64, run.mean(Quantity::Attempts).value);
        let held = told.iter().filter(|attempt| attempt.path.held()).count();
        assert_eq!(held as f64, run.mean(Quantity::Meetings).value);
    }
}

#[test]
fn a_stop_at_some_meetings_had_a_deviation_and_masses_where_there_are_none() {
    // 6 meetings are not reached in 10,000 calls with a probability of 1e-442.
    let distribution = documented(Strategy::cold(), 10_000).until(Stop::Meetings(6)).unwrap().exact_yield().unwrap();
    assert_eq!((distribution.mean(), distribution.sd(), distribution.masses()), (6.0, 0.0, [1.0].as_slice()));
    // And in 300 with 1e-7 and few digits of it lost: those of the binomial.
    let distribution = documented(Strategy::cold(), 300).until(Stop::Meetings(6)).unwrap().exact_yield().unwrap();
    let calls = Pmf::binomial(300, outreach::Probability::new(0.1).unwrap());
    for k in 0..6 {
        assert!((distribution.mass(k) / calls.mass(k) - 1.0).abs() < 1e-10, "{k}: {}", distribution.mass(k));
    }
}

#[test]
fn a_target_that_is_hardly_ever_reached_is_no_impossible_one() {
    for strategy in [Strategy::cold, Strategy::mixed, Strategy::warm] {
        for calls in [1_u32, 2, 50, 400] {
            let whole = documented(strategy(), calls.into()).exact_yield().unwrap();
            for meetings in [1, calls / 2, calls - 1, calls].into_iter().filter(|&meetings| meetings > 0) {
                let stopped = documented(strategy(), calls.into())
                    .until(Stop::Meetings(meetings))
                    .unwrap()
                    .exact_yield()
                    .unwrap();
                let [reached, expected] = [&stopped, &whole].map(|yields| yields.at_least(meetings as usize));
                let near = (reached / expected - 1.0).abs() < 1e-10;
                assert!(
                    near || expected < 1e-300,
                    "{}: {meetings} of {calls}: {reached:e} for {expected:e}",
                    strategy().name()
                );
            }
        }
    }
}
