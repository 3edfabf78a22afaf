//! Comparisons at equal hours, the minutes that an introduction may cost, and dominance.
//!
//! The bounds and their rate of false alarms are those of `tail_bounds`: 12 are checked.

use outreach::{
    Beta, Campaign, Comparison, Effort, Parameter, Pmf, Pool, Rates, SimulationResult, Stop, Strategy, Supply,
};

use crate::comparisons::{cdf_gap, distribution_of_difference};
use crate::scenarios::{documented, documented_with};
use crate::tail_bounds::{largest_cdf_gap, plausible};

fn break_even(rates: Rates, effort: Effort) -> Option<f64> {
    let campaign = Campaign::new(rates, Strategy::mixed(), 100).unwrap().with_effort(effort).unwrap();
    campaign.break_even_minutes(0, 0).map(|minutes| {
        assert_eq!(minutes.std_error, 0.0);
        minutes.value
    })
}

#[test]
fn an_introduction_may_cost_what_a_warm_call_saves() {
    let even = |rates| break_even(rates, Effort::default());
    // 671/750 · 4 / (1/10) − 4 = 11,920 / 375.
    assert!((even(Rates::documented()).unwrap() - 11_920.0 / 375.0).abs() < 1e-12);
    let effort = Effort { cold_attempt: 10.0, warm_attempt: 7.0, ..Effort::default() };
    let minutes = break_even(Rates::documented(), effort).unwrap();
    assert!((minutes - (671.0 / 750.0 * 10.0 / 0.1 - 7.0)).abs() < 1e-12);
    // What succeeds less often than cold calls is worth no introduction.
    let minutes = even(documented_with(&[(Parameter::WarmMeeting, 0.05), (Parameter::IncidentRate, 0.0)])).unwrap();
    assert!((minutes + 2.0).abs() < 1e-12);
    assert_eq!(even(documented_with(&[(Parameter::ColdMeeting, 0.0)])), None);
}

#[test]
fn with_uncertain_rates_it_is_that_of_their_means() {
    let rates = documented_with(&[(Parameter::IncidentRate, 0.0)])
        .with(Parameter::ColdMeeting, Beta::new(2.0, 18.0).unwrap())
        .with(Parameter::ColdReach, Beta::new(1.0, 3.0).unwrap())
        .with(Parameter::WarmMeeting, Beta::new(3.0, 1.0).unwrap());
    // E[w] = 3/4, E[c] = 1/4 · 1/10.
    let minutes = break_even(rates, Effort::default()).unwrap();
    assert!((minutes - (0.75 * 4.0 / 0.025 - 4.0)).abs() < 1e-10, "{minutes}");
}

#[test]
fn the_budget_is_the_smallest_mean_of_the_strategies() {
    let strategies = [Strategy::cold(), Strategy::mixed(), Strategy::warm()];
    let campaigns = strategies.map(|strategy| documented(strategy, 50));
    let compared = Comparison::of(&campaigns).trials(1_000).run().unwrap();
    let even = compared.equal_hours().unwrap();
    // Fifty cold calls of 4 minutes and five meetings of 30.
    assert!((even.hours() - 350.0 / 60.0).abs() < 1e-9, "{}", even.hours());
    let set = Comparison::of(&campaigns).trials(1_000).hours(3.0).run().unwrap();
    assert_eq!(set.equal_hours().unwrap().hours(), 3.0);
}

#[test]
fn hours_that_were_given_took_more_calls_than_the_most() {
    let campaigns = [Strategy::cold(), Strategy::mixed()].map(|strategy| documented(strategy, 100));
    let compare = |hours: f64| {
        let compared = Comparison::of(&campaigns).trials(1_000).hours(hours).most_calls([10, 20]).run().unwrap();
        compared.equal_hours().unwrap().clone()
    };
    for (strategy, most, run) in [(Strategy::cold(), 10, 0), (Strategy::mixed(), 20, 1)] {
        for hours in [0.5, 6.0, 60.0] {
            let alone = documented(strategy.clone(), most).until(Stop::hours(hours)).unwrap();
            assert_eq!(compare(hours).runs()[run].campaign(), &alone);
        }
    }
    // Hours that are found are those of all calls.
    let found = |comparison: Comparison| comparison.trials(1_000).run().unwrap().equal_hours().unwrap().clone();
    assert_eq!(found(Comparison::of(&campaigns).most_calls([10, 20])), found(Comparison::of(&campaigns)));
}

#[test]
fn pairs_at_equal_hours_have_the_distributions_of_the_budget() {
    let campaigns = [Strategy::cold(), Strategy::referral_heavy(), Strategy::mixed()].map(|s| documented(s, 60));
    let compared = Comparison::of(&campaigns).trials(200_000).seed(90).hours(6.0).run().unwrap();
    let even = compared.equal_hours().unwrap();
    let distributions: Vec<_> = even.runs().iter().map(|run| run.campaign().exact_yield().unwrap()).collect();
    for pair in even.pairs() {
        let (a, b) = (&distributions[pair.a()], &distributions[pair.b()]);
        let n = pair.difference().trials() as f64;
        let shares = [pair.a_wins(), pair.tie(), pair.b_wins()];
        assert!(shares.iter().zip(a.against(b)).all(|(share, probability)| plausible(share.value, n, probability)));
        assert!(cdf_gap(pair.difference(), &distribution_of_difference(a, b)) <= largest_cdf_gap(n as u64));
        assert_eq!(pair.exact(), Some(a.against(b)));
    }
    // The distribution of another budget is seen to be another one.
    let longer = Comparison::of(&campaigns).trials(200_000).seed(90).hours(6.2).run().unwrap();
    let run = &longer.equal_hours().unwrap().runs()[0];
    assert!(run.against(&distributions[0]).largest_cdf_gap() > largest_cdf_gap(200_000));
}

#[test]
fn contacts_called_once_ran_under_another_rule_than_those_called_again() {
    let rates = |reach| documented_with(&[(Parameter::ColdReach, reach), (Parameter::WarmReach, reach)]);
    let at_hours = |strategy: &Strategy, reach: f64, hours: Option<f64>| {
        let build = |most| Campaign::contacts(300).max_attempts(most).strategy(strategy.clone()).rates(rates(reach));
        let campaigns = [1, 2, 4, 6].map(|most| build(most).build().unwrap());
        let comparison = Comparison::of(&campaigns).trials(1_000);
        let compared = hours.map_or(comparison.clone(), |hours| comparison.hours(hours)).run().unwrap();
        let even = compared.equal_hours().unwrap().clone();
        let campaign = |run: &SimulationResult| run.campaign().clone();
        (60.0 * even.hours(), even.runs().iter().map(campaign).collect::<Vec<_>>())
    };
    for (strategy, hours) in [
        (Strategy::cold(), None),
        (Strategy::mixed(), None),
        (Strategy::cold(), Some(33.0)),
        (Strategy::warm(), Some(95.0)),
    ] {
        // Who is reached at once is not called again: all are the same campaign.
        let (_, same) = at_hours(&strategy, 1.0, hours);
        assert!(same.iter().all(|one| one.exact_yield() == same[0].exact_yield()), "{strategy:?}");
        let (budget, alike) = at_hours(&strategy, 0.08, hours);
        let per_minute = |campaign: &Campaign| {
            let minutes = campaign.exact_minutes().unwrap();
            assert!((minutes - budget).abs() < minutes / f64::from(campaign.calls()), "{minutes} for {budget}");
            campaign.exact_moments().unwrap().mean / minutes
        };
        let per_minute: Vec<_> = alike.iter().map(per_minute).collect();
        // Without introductions each attempt is as good as the first.
        let even = per_minute.iter().all(|own| (own / per_minute[0] - 1.0).abs() < 1e-12);
        assert_eq!(even, strategy == Strategy::cold(), "{per_minute:?}");
    }
}

#[test]
fn a_count_of_recommended_contacts_took_more_hours_than_there_were() {
    let cold = documented(Strategy::cold(), 100);
    // Of 100 contacts 50 are warm, of the few that there is time for all.
    let counted = Campaign::contacts(100).max_attempts(2).strategy(Supply::Count(50).into()).build().unwrap();
    let snowball = documented(Strategy::snowball(Pool::default()), 100);
    let compared = Comparison::of([&cold, &counted, &snowball]).trials(20_000).run().unwrap();
    let even = compared.equal_hours().unwrap();
    for run in even.runs() {
        let (minutes, calls) = (run.minutes(), f64::from(run.campaign().calls()));
        let nearest = minutes.value / calls / 2.0 + 6.0 * minutes.std_error;
        assert!((minutes.value - 60.0 * even.hours()).abs() <= nearest, "{minutes} of {calls} calls");
        assert_eq!(run.campaign().stop(), Stop::Calls);
    }
    assert_eq!(even.runs()[1].campaign().warm_attempts(), even.runs()[1].campaign().calls());
}

#[test]
fn nothing_is_equal_where_calls_take_no_time() {
    let free = Effort { cold_attempt: 0.0, meeting: 0.0, ..Effort::default() };
    let campaigns = [Strategy::cold(), Strategy::mixed()].map(|s| documented(s, 60).with_effort(free).unwrap());
    assert!(Comparison::of(&campaigns).trials(1_000).run().unwrap().equal_hours().is_none());
}

#[test]
fn a_strategy_against_itself_wins_as_often_as_it_loses() {
    let campaign = documented(Strategy::mixed(), 40);
    let compared = Comparison::between(&campaign, &campaign).trials(200_000).seed(91).run().unwrap();
    let pair = &compared.pairs()[0];
    let [wins, tie, loses] = pair.exact().unwrap();
    assert!((wins - loses).abs() < 1e-13 && tie > 0.0);
    let n = pair.difference().trials() as f64;
    assert!(plausible(pair.a_wins().value, n, wins) && plausible(pair.b_wins().value, n, wins));
    assert!(pair.dominance().is_none());
}

/// Σ P(· ≤ j) for j up to k, of a distribution on 0, 1, …
fn sums(distribution: &Pmf, k: usize) -> (f64, f64) {
    let cdf = |j: usize| (0..=j).map(|i| distribution.mass(i)).sum::<f64>();
    (cdf(k), (0..=k).map(cdf).sum())
}

#[test]
fn dominance_is_what_its_definition_says() {
    let (mut first, mut second, mut none) = (0, 0, 0);
    let grid = [0.0, 0.1, 0.3, 0.5, 0.7];
    for (cold, warm) in grid.iter().flat_map(|cold| grid.map(|warm| (*cold, warm))) {
        let rates = documented_with(&[
            (Parameter::ColdMeeting, cold),
            (Parameter::WarmMeeting, warm),
            (Parameter::IncidentRate, 0.0),
        ]);
        let [a, b] = [(Strategy::cold(), 12), (Strategy::mixed(), 9)]
            .map(|(strategy, calls)| Campaign::new(rates.clone(), strategy, calls).unwrap());
        let compared = Comparison::between(&a, &b).trials(2).run().unwrap();
        let [of_a, of_b] = [&a, &b].map(|campaign| campaign.exact_yield().unwrap());
        let never_below = |one: &Pmf, other: &Pmf, pick: fn((f64, f64)) -> f64| {
            (0..13).all(|k| pick(sums(one, k)) <= pick(sums(other, k)) + 1e-12)
        };
        let dominates =
            |pick: fn((f64, f64)) -> f64| (never_below(&of_a, &of_b, pick), never_below(&of_b, &of_a, pick));
        let found = compared.pairs()[0].dominance();
        match (dominates(|sums| sums.0), dominates(|sums| sums.1)) {
            ((true, true), _) => assert!(found.is_none(), "{cold}, {warm}"),
            ((better, worse), _) if better || worse => {
                let found = found.unwrap_or_else(|| panic!("{cold}, {warm}"));
                assert_eq!((found.order, found.first_dominates), (1, better), "{cold}, {warm}");
                first += 1;
            }
            (_, (better, worse)) if better != worse => {
                let found = found.unwrap_or_else(|| panic!("{cold}, {warm}"));
                assert_eq!((found.order, found.first_dominates), (2, better), "{cold}, {warm}");
                second += 1;
            }
            _ => {
                assert!(found.is_none(), "{cold}, {warm}");
                none += 1;
            }
        }
    }
    assert!(first > 5 && second > 0, "{first}, {second}, {none}");
}

#[test]
fn planned_and_snowballing_strategies_share_an_uncertain_rate() {
    // Cold calls alone decide both: the pool is never filled.
    let rates = Rates::documented().with(Parameter::ColdMeeting, Beta::new(1.0, 1.0).unwrap());
    let empty = Pool { initial: 0, names: 0.0, ..Pool::default() };
    let campaigns =
        [Strategy::cold(), Strategy::snowball(empty)].map(|s| Campaign::new(rates.clone(), s, 400).unwrap());
    let compared = Comparison::of(&campaigns).trials(20_000).seed(92).run().unwrap();
    // In worlds of their own the difference would have a standard deviation of about 163.
    let sd = compared.pairs()[0].difference().sd();
    let luck = (2.0 * 400.0 / 6.0_f64).sqrt();
    assert!((sd.value - luck).abs() < 6.0 * sd.std_error, "{sd} for {luck}");
}
