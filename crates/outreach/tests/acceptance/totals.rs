//! Totals over all calls of a run: each is a binomial count, and its tail is exact.

use outreach::{Campaign, Kind, Quantity, Rates, Simulation, SimulationResult, Strategy};

use crate::distributions::any_rates;
use crate::reference::{cold, warm};
use crate::{Check, TOTALS, binomial_bound, judge};

const TRIALS: u64 = 500_000;
const CALLS: u64 = 40;

fn total(run: &SimulationResult, quantity: Quantity) -> u64 {
    (run.mean(quantity).value * run.trials() as f64).round() as u64
}

/// Every total of a campaign of one kind.
fn totals(kind: Kind, rates: &Rates, seed: u64) -> Vec<Check> {
    use Quantity as Q;
    let (strategy, probability) = match kind {
        Kind::Cold => (Strategy::cold(), cold(rates)),
        Kind::Warm => (Strategy::warm(), warm(rates)),
    };
    let campaign = Campaign::new(rates.clone(), strategy, CALLS).unwrap();
    let run = Simulation::new(&campaign).trials(TRIALS).seed(seed).run().unwrap();
    let [conversations, meetings_set] = match kind {
        Kind::Cold => [Q::ColdConversations, Q::ColdMeetingsSet],
        Kind::Warm => [Q::WarmConversations, Q::WarmMeetingsSet],
    };
    let reach = probability.reach;
    let of_both =
        [(conversations, reach), (meetings_set, reach * probability.meeting), (Q::Meetings, probability.held())];
    let of_warm = [
        (Q::Incidents, reach * probability.incident),
        (Q::Unknown, reach * probability.unknown),
        (Q::Recovered, reach * probability.recovered),
        (Q::Unrecovered, reach * (probability.unknown - probability.recovered)),
        (Q::Disliked, reach * (probability.incident - probability.unknown)),
    ];
    let expected = of_both.into_iter().chain(of_warm.into_iter().filter(|_| kind == Kind::Warm));
    let check = |(quantity, probability): (Quantity, f64)| Check {
        what: format!("{quantity:?} of {} calls, seed {seed}", kind.key()),
        bound: binomial_bound(total(&run, quantity), TRIALS * CALLS, probability),
    };
    expected.map(check).collect()
}

#[test]
fn totals_are_binomial() {
    let any = (0..10).map(any_rates).chain([Rates::documented()]);
    let checks: Vec<_> = any
        .enumerate()
        .flat_map(|(seed, rates)| Kind::ALL.into_iter().flat_map(move |kind| totals(kind, &rates, 1_000 + seed as u64)))
        .collect();
    judge("totals", TOTALS, &checks);
}
