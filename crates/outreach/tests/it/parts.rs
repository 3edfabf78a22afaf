//! Parts of a run join to the run, in any order; what is no part of it is refused.

use std::ops::ControlFlow;

use outreach::{Campaign, Error, Part, Rates, Shard, Simulation, Strategy};
use serde_json::Value;

use crate::determinism::kinds_of_campaigns;
use crate::scenarios::documented;

/// Blocks have 4096 trials: the last of these is a part of one.
const TRIALS: u64 = 9 * 4096 + 1_234;

fn simulation(campaign: &Campaign) -> Simulation<'_> {
    Simulation::new(campaign).trials(TRIALS).seed(7)
}

fn part(simulation: &Simulation, shard: Shard) -> Part {
    let mut part = simulation.part().unwrap();
    simulation.extend(&mut part, shard, |_| ControlFlow::Continue(())).unwrap();
    part
}

fn shards(of: u64) -> impl DoubleEndedIterator<Item = Shard> {
    (1..=of).map(move |index| Shard::new(index, of).unwrap())
}

/// Written and read again.
fn sent(part: &Part) -> Part {
    serde_json::from_str(&serde_json::to_string(part).unwrap()).unwrap()
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    match result {
        Err(Error::Parts(unfit)) => unfit.to_string(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn any_shards_in_any_order_join_to_the_run() {
    for campaign in kinds_of_campaigns() {
        let simulation = simulation(&campaign);
        let whole = simulation.run().unwrap();
        for of in [1, 2, 3, 7, 64] {
            let mut joined = simulation.part().unwrap();
            // The odd ones from the end, then the even ones.
            let order = shards(of).rev().step_by(2).chain(shards(of).rev().skip(1).step_by(2));
            for shard in order {
                joined.merge(&sent(&part(&simulation, shard))).unwrap();
            }
            assert_eq!(sent(&joined).into_run(&campaign).unwrap(), whole, "{of} shards");
        }
    }
}

#[test]
fn shards_are_all_of_the_run_and_no_trial_is_in_two() {
    let campaign = documented(Strategy::mixed(), 1);
    for (trials, of) in [(1, 3), (4_096, 2), (40_960, 7), (1_000_000_000_000, 999_983)] {
        let nothing = Simulation::new(&campaign).trials(trials).part().unwrap();
        let mut next = 1;
        for shard in shards(of) {
            for missing in nothing.missing(shard) {
                assert_eq!(*missing.start(), next);
                next = missing.end() + 1;
            }
        }
        assert_eq!(next, trials + 1);
    }
}

#[test]
fn what_was_begun_goes_on() {
    let campaign = Campaign::new(Rates::published(), Strategy::mixed(), 1_000).unwrap();
    let simulation = Simulation::new(&campaign).trials(200_000);
    let mut part = simulation.part().unwrap();
    let mut rounds = 0;
    while part.trials() < 200_000 {
        // Each time it ends after the first round.
        simulation.extend(&mut part, Shard::WHOLE, |_| ControlFlow::Break(())).unwrap();
        part = sent(&part);
        rounds += 1;
    }
    assert!(rounds > 2, "{rounds}");
    assert_eq!(part.into_run(&campaign).unwrap(), simulation.run().unwrap());
}

#[test]
fn gaps_are_named_and_overlaps_refused() {
    let campaign = documented(Strategy::mixed(), 20);
    let simulation = simulation(&campaign);
    let [first, second, third] = [1, 2, 3].map(|index| part(&simulation, Shard::new(index, 3).unwrap()));
    let mut joined = first.clone();
    joined.merge(&third).unwrap();
    assert_eq!(joined.missing(Shard::WHOLE), [12_289..=24_576]);
    let reason = refused(joined.clone().into_run(&campaign));
    assert_eq!(reason, "trials are missing, of 38098: 12289 to 24576");
    let reason = refused(joined.merge(&part(&simulation, Shard::new(1, 2).unwrap())));
    assert_eq!(reason, "trials 1 to 12288 were given twice");
    // Ten blocks: the first one, and the first two.
    let [mut one, two] = [10, 5].map(|of| part(&simulation, Shard::new(1, of).unwrap()));
    assert_eq!(refused(one.merge(&two)), "trials 1 to 4096 were given twice");
    joined.merge(&second).unwrap();
    assert_eq!(refused(joined.merge(&second)), "trials 12289 to 24576 were given twice");
    assert_eq!(joined.into_run(&campaign).unwrap(), simulation.run().unwrap());
}

#[test]
fn strangers_are_refused() {
    let campaign = documented(Strategy::mixed(), 20);
    let mut own = part(&simulation(&campaign), Shard::new(1, 2).unwrap());
    let other_campaigns = [
        documented(Strategy::mixed(), 21),
        documented(Strategy::cold(), 20),
        Campaign::new(Rates::published(), Strategy::mixed(), 20).unwrap(),
    ];
    for other in &other_campaigns {
        let stranger = part(&simulation(other), Shard::new(2, 2).unwrap());
        assert!(refused(own.merge(&stranger)).starts_with("campaign "), "{other:?}");
    }
    let second = Shard::new(2, 2).unwrap();
    let reason = refused(own.merge(&part(&simulation(&campaign).seed(8), second)));
    assert_eq!(reason, "seed 7 and seed 8 are two runs");
    let reason = refused(own.merge(&part(&simulation(&campaign).trials(TRIALS + 1), second)));
    assert_eq!(reason, "trials 38098 and trials 38099 are two runs");
    own.merge(&part(&simulation(&campaign), second)).unwrap();
    assert_eq!(refused(own.into_run(&other_campaigns[1])), "the parts are of another campaign");
    assert!(refused(simulation(&campaign).precision(0.1).part()).contains("precision"));
    assert!(["0/1", "2/1", "1", "1/0", "-1/2", "1/2/3", ""].iter().all(|text| text.parse::<Shard>().is_err()));
}

/// A part with one of its fields changed.
fn damaged(part: &Part, pointer: &str, value: Value) -> Part {
    let mut fields = serde_json::to_value(part).unwrap();
    *fields.pointer_mut(pointer).unwrap() = value;
    serde_json::from_value(fields).unwrap()
}

#[test]
fn what_nobody_can_have_made_is_refused() {
    let campaign = documented(Strategy::mixed(), 20);
    let simulation = simulation(&campaign);
    let own = part(&simulation, Shard::new(1, 2).unwrap());
    let wrong: [(&str, Value); 9] = [
        ("/blocks", serde_json::json!([[0, 6]])),
        ("/blocks", serde_json::json!([[5, 0]])),
        ("/blocks", serde_json::json!([[0, 2], [2, 5]])),
        ("/blocks", serde_json::json!([[100, 105]])),
        ("/tally/meetings/trials", 1.into()),
        ("/tally/meetings/counts/3", u64::MAX.into()),
        ("/tally/meetings/first", i64::MAX.into()),
        ("/tally/sums/0", u64::MAX.into()),
        ("/tally/clamped", u64::MAX.into()),
    ];
    for (pointer, value) in wrong {
        let damaged = damaged(&own, pointer, value);
        assert!(refused(simulation.part().unwrap().merge(&damaged)).contains("damaged"), "{pointer}");
        assert!(refused(damaged.into_run(&campaign)).contains("damaged"), "{pointer}");
    }
    let foreign = damaged(&own, "/version", "0.0.9".into());
    assert!(refused(simulation.part().unwrap().merge(&foreign)).starts_with("version "));
    assert!(simulation.part().unwrap().merge(&damaged(&own, "/trials", 0.into())).is_err());
}

#[test]
fn more_than_a_million_attempts_are_no_damage() {
    let campaign = Campaign::contacts(300_000).max_attempts(4).strategy(Strategy::cold()).build().unwrap();
    let simulation = Simulation::new(&campaign).trials(10).seed(7);
    assert_eq!(part(&simulation, Shard::WHOLE).into_run(&campaign).unwrap(), simulation.run().unwrap());
}
