//! Simulation against the exact distribution: totals per path and the whole distribution of the yield, for fixed seeds.
//!
//! The bounds and their rate of false alarms are those of `tail_bounds`; here 10 runs are checked with at most 10
//! bounds each, 100 in all. That an error of 1 % in any rate is seen is shown by injecting it.

use outreach::{
    Campaign, Incident, Kind, Parameter, Path, Probability, Quantity, Rates, Reading, Response, SimulationResult,
};
use outreach::{Simulation, Strategy, Supply};

use crate::scenarios::{documented, every_branch};
use crate::tail_bounds::{largest_cdf_gap, plausible};

/// This many trials of a campaign of a thousand calls: the smallest error, that of `incident.plain_ask` (a sixteenth of
/// the warm calls end there), is then about 11 standard errors large, of which the bound takes 6.3.
const TRIALS: u64 = 40_000;

/// An exact total over all trials.
fn total(run: &SimulationResult, quantity: Quantity) -> f64 {
    (run.mean(quantity).value * run.trials() as f64).round()
}

/// One rate as the run shows it: how often, out of how many, and what the distribution says.
struct Observed {
    what: &'static str,
    times: f64,
    of: f64,
    probability: f64,
}

/// Every rate of a run that can be told from its totals, each out of what it is a share of: given the larger count, the
/// smaller one is a sum of independent trials, so that the bounds hold.
fn observed(run: &SimulationResult, distribution: &Campaign) -> Vec<Observed> {
    let [cold, warm] = Kind::ALL.map(|kind| distribution.tree(kind));
    let incident = |path: &Path| path.incident != Incident::None;
    let unknown = |path: &Path| incident(path) && path.incident != Incident::Disliked;
    let row =
        |what, times, of, probability| Observed { what, times: total(run, times), of: total(run, of), probability };
    let [cold_show, warm_show] =
        [cold, warm].map(|tree| tree.probability_of(Path::held) / tree.probability_of(Path::set));
    let [cold_set, warm_set] = [Quantity::ColdMeetingsSet, Quantity::WarmMeetingsSet].map(|q| total(run, q));
    // Of meetings held only the total over both kinds is told; a kind without meetings has no rate.
    let expected_held: f64 = [(cold_set, cold_show), (warm_set, warm_show)]
        .iter()
        .map(|(set, show)| if *set > 0.0 { set * show } else { 0.0 })
        .sum();
    let rows = vec![
        row("cold.reach", Quantity::ColdConversations, Quantity::ColdAttempts, cold.probability_of(Path::reached)),
        row("warm.reach", Quantity::WarmConversations, Quantity::WarmAttempts, warm.probability_of(Path::reached)),
        row("cold meeting", Quantity::ColdMeetingsSet, Quantity::ColdConversations, cold.meeting()),
        row("warm meeting", Quantity::WarmMeetingsSet, Quantity::WarmConversations, warm.meeting()),
        row(
            "incident.rate",
            Quantity::Incidents,
            Quantity::WarmConversations,
            warm.probability_of(incident) / warm.probability_of(Path::reached),
        ),
        row(
            "incident.disliked",
            Quantity::Disliked,
            Quantity::Incidents,
            warm.probability_of(|path| path.incident == Incident::Disliked) / warm.probability_of(incident),
        ),
        row(
            "incident.recovery",
            Quantity::Recovered,
            Quantity::Unknown,
            warm.probability_of(|path| path.incident == Incident::Recovered) / warm.probability_of(unknown),
        ),
        row(
            "yield",
            Quantity::Meetings,
            Quantity::Attempts,
            distribution.exact_yield().unwrap().mean() / f64::from(distribution.calls()),
        ),
        Observed {
            what: "show",
            times: total(run, Quantity::Meetings),
            of: cold_set + warm_set,
            probability: expected_held / (cold_set + warm_set),
        },
    ];
    rows.into_iter().filter(|row| row.of > 0.0).collect()
}

/// What of a run does not agree with the distribution of a campaign; at most ten bounds are checked.
fn disagreements(run: &SimulationResult, distribution: &Campaign) -> Vec<&'static str> {
    let mut found: Vec<_> = observed(run, distribution)
        .into_iter()
        .filter(|row| !plausible(row.times / row.of, row.of, row.probability))
        .map(|row| row.what)
        .collect();
    if run.against(&distribution.exact_yield().unwrap()).largest_cdf_gap() > largest_cdf_gap(run.trials()) {
        found.push("distribution of the yield");
    }
    found
}

fn simulate(campaign: &Campaign, trials: u64, seed: u64) -> SimulationResult {
    Simulation::new(campaign).trials(trials).seed(seed).run().unwrap()
}

fn mostly_warm(rates: Rates) -> Campaign {
    Campaign::new(rates, Supply::Count(700).into(), 1_000).unwrap()
}

#[test]
fn the_documented_campaigns_agree_with_their_distributions() {
    for name in Strategy::NAMES {
        let campaign = documented(Strategy::named(name).unwrap(), 100);
        let run = simulate(&campaign, 100_000, 11);
        assert_eq!(disagreements(&run, &campaign), [""; 0], "{name}");
    }
}

#[test]
fn a_campaign_read_overall_agrees_with_its_distribution() {
    let campaign = mostly_warm(every_branch(Response::Ask).with_reading(Reading::Overall));
    assert!((campaign.tree(Kind::Warm).meeting() - 0.85).abs() < 1e-15);
    assert_eq!(disagreements(&simulate(&campaign, TRIALS, 12), &campaign), [""; 0]);
}

#[test]
fn a_single_call_agrees_with_its_distribution() {
    let campaign = documented(Strategy::warm(), 1);
    assert_eq!(disagreements(&simulate(&campaign, 1_000_000, 13), &campaign), [""; 0]);
}

#[test]
fn every_branch_agrees_with_its_distribution_under_each_response() {
    for (seed, response) in (20..).zip(Response::ALL) {
        let campaign = mostly_warm(every_branch(response));
        let run = simulate(&campaign, TRIALS, seed);
        assert_eq!(disagreements(&run, &campaign), [""; 0], "{response}");
        assert_totals_add_up(&run);
    }
}

fn assert_totals_add_up(run: &SimulationResult) {
    let total = |quantity| total(run, quantity);
    let calls = run.trials() as f64 * f64::from(run.campaign().calls());
    assert_eq!(total(Quantity::Attempts), calls);
    assert_eq!(total(Quantity::ColdAttempts) + total(Quantity::WarmAttempts), calls);
    let sums = [
        (Quantity::Conversations, Quantity::ColdConversations, Quantity::WarmConversations),
        (Quantity::MeetingsSet, Quantity::ColdMeetingsSet, Quantity::WarmMeetingsSet),
        (Quantity::Unknown, Quantity::Recovered, Quantity::Unrecovered),
        (Quantity::Incidents, Quantity::Unknown, Quantity::Disliked),
    ];
    for (whole, part, other) in sums {
        assert_eq!(total(whole), total(part) + total(other), "{whole:?}");
    }
    assert_eq!(total(Quantity::Meetings), run.meetings().iter().map(|(count, n)| count as f64 * n as f64).sum::<f64>());
}

/// Simulates with one rate 1 % too high and checks against the distribution without that error.
fn disagreements_with_one_percent_more(parameter: Parameter, response: Response) -> Vec<&'static str> {
    let rates = every_branch(response);
    let wrong = Probability::new(rates.rate(parameter).mean() * 1.01).unwrap();
    let run = simulate(&mostly_warm(rates.clone().with(parameter, wrong)), TRIALS, 30);
    disagreements(&run, &mostly_warm(rates))
}

#[test]
fn an_error_of_one_percent_in_any_rate_is_caught() {
    let responses = Response::ALL.map(Response::parameter);
    for parameter in Parameter::of_calls().filter(|parameter| !responses.contains(parameter)) {
        let found = disagreements_with_one_percent_more(parameter, Response::Ask);
        assert!(!found.is_empty(), "{parameter}");
    }
}

#[test]
fn an_error_of_one_percent_in_the_probability_of_any_response_is_caught() {
    for response in Response::ALL {
        let found = disagreements_with_one_percent_more(response.parameter(), response);
        assert!(found.contains(&"warm meeting"), "{response}");
    }
}

#[test]
fn an_error_in_a_response_that_is_not_used_changes_nothing() {
    let rates = every_branch(Response::Ask);
    let other = rates.clone().with(Parameter::IncidentReframe, Probability::ZERO);
    assert_eq!(
        simulate(&mostly_warm(rates), 10_000, 31).meetings(),
        simulate(&mostly_warm(other), 10_000, 31).meetings()
    );
}
