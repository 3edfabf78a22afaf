//! The same seed gives the same integers on any number of threads; other seeds give others.

use std::ops::ControlFlow;

use outreach::{
    Campaign, Comparison, ComparisonResult, Incident, Path, Planning, Pool, Quantity, Rates, Response, Simulation,
    SimulationResult, Stop, Strategy, Target,
};
use rayon::ThreadPoolBuilder;

use crate::scenarios::{documented, every_branch};

/// Blocks have 4096 trials: the last of these is a part of one.
const TRIALS: u64 = 3 * 4096 + 1_234;

fn campaign() -> Campaign {
    Campaign::new(every_branch(Response::Agree), Strategy::mixed(), 60).unwrap()
}

fn simulate(campaign: &Campaign, trials: u64, seed: u64) -> SimulationResult {
    Simulation::new(campaign).trials(trials).seed(seed).run().unwrap()
}

fn compare(campaigns: &[Campaign]) -> ComparisonResult {
    Comparison::of(campaigns).trials(TRIALS).seed(7).run().unwrap()
}

pub(crate) fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

#[test]
fn a_simulation_is_the_same_on_any_number_of_threads() {
    let campaign = campaign();
    for trials in [1, 4095, 4096, 4097, TRIALS, 40 * 4096 + 1] {
        let alone = on_threads(1, || simulate(&campaign, trials, 7));
        assert_eq!(alone.trials(), trials);
        for threads in [2, 3, 8] {
            assert_eq!(on_threads(threads, || simulate(&campaign, trials, 7)), alone, "{threads} threads");
        }
    }
}

#[test]
fn a_comparison_is_the_same_on_any_number_of_threads() {
    let campaigns = [campaign(), documented(Strategy::warm(), 30), campaign()];
    let alone = on_threads(1, || compare(&campaigns));
    for threads in [2, 3, 8] {
        assert_eq!(on_threads(threads, || compare(&campaigns)), alone, "{threads} threads");
    }
}

/// What is played side by side, and what is played one campaign after the other.
pub(crate) fn kinds_of_campaigns() -> [Campaign; 6] {
    let snowball = |pool| documented(Strategy::snowball(pool), 40);
    let uncertain = Campaign::new(Rates::published(), Strategy::mixed(), 40).unwrap();
    [
        snowball(Pool::default()),
        snowball(Pool { decay: 0.7, ..Pool::default() }),
        documented(Strategy::mixed(), 100).until(Stop::hours(6.0)).unwrap(),
        documented(Strategy::cold(), 100).until(Stop::Meetings(6)).unwrap(),
        uncertain.clone().until(Stop::hours(6.0)).unwrap(),
        uncertain,
    ]
}

#[test]
fn every_kind_of_campaign_is_the_same_on_any_number_of_threads() {
    for campaign in kinds_of_campaigns() {
        let alone = on_threads(1, || simulate(&campaign, TRIALS, 7));
        for threads in [2, 7] {
            assert_eq!(on_threads(threads, || simulate(&campaign, TRIALS, 7)), alone, "{threads} threads");
        }
    }
}

#[test]
fn a_plan_is_the_same_on_any_number_of_threads() {
    let campaign = documented(Strategy::snowball(Pool { decay: 0.7, ..Pool::default() }), 40);
    let plan = || Planning::of(&campaign, Target::meetings(9)).trials(TRIALS).run().unwrap();
    assert_eq!(on_threads(1, plan), on_threads(3, plan));
}

#[test]
fn fewer_trials_are_the_first_ones_of_more() {
    for campaign in kinds_of_campaigns().into_iter().chain([campaign()]) {
        for (few, more) in [(1, 2), (5, 64), (4_000, 5_000), (4_096, 9_000)] {
            let [few, more] = [few, more].map(|trials| simulate(&campaign, trials, 7));
            assert!(few.meetings().iter().all(|(held, trials)| trials <= more.meetings().count(held)));
            let sum = |run: &SimulationResult, quantity| run.mean(quantity).value * run.trials() as f64;
            assert!(sum(&few, Quantity::Conversations) <= sum(&more, Quantity::Conversations) + 1e-6);
        }
    }
}

#[test]
fn a_run_that_stops_at_a_precision_is_the_run_of_as_many_trials() {
    let campaign = campaign();
    let precise = |std_error| Simulation::new(&campaign).trials(50_000).precision(std_error).seed(7).run().unwrap();
    // The yield's standard deviation is about 3.0, so that the standard error of the mean after 10,000 trials is 0.030.
    for (std_error, trials) in [(1.0, 10_000), (0.025, 20_000), (0.016, 40_000), (1e-9, 50_000)] {
        assert_eq!(precise(std_error), simulate(&campaign, trials, 7), "± {std_error}");
    }
}

#[test]
fn a_comparison_that_stops_at_a_precision_is_the_comparison_of_as_many_trials() {
    let campaigns = [campaign(), documented(Strategy::warm(), 30)];
    let compared = |trials| Comparison::of(&campaigns).trials(trials).seed(7);
    assert_eq!(compared(50_000).precision(1.0).run().unwrap(), compared(10_000).run().unwrap());
}

#[test]
fn a_run_that_its_observer_ends_is_the_run_of_as_many_trials() {
    let campaign = campaign();
    let mut shown = Vec::new();
    let run = Simulation::new(&campaign)
        .trials(500_000)
        .precision(1e-9)
        .seed(7)
        .run_observed(|run| {
            shown.push(run.clone());
            if shown.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .unwrap();
    assert_eq!(shown.len(), 3);
    assert_eq!(shown.last(), Some(&run));
    for run in shown {
        assert_eq!(run, simulate(&campaign, run.trials(), 7));
    }
}

#[test]
fn the_first_campaign_of_a_comparison_has_the_luck_of_its_own_simulation() {
    let campaigns = [campaign(), campaign()];
    let compared = compare(&campaigns);
    let own = simulate(&campaigns[0], TRIALS, 7);
    assert_eq!(compared.runs()[0], own);
    assert_ne!(compared.runs()[1], own);
}

#[test]
fn the_first_trial_told_call_by_call_is_the_first_one_counted() {
    let campaign = campaign();
    let calls = Simulation::new(&campaign).seed(7).first_trial();
    let run = simulate(&campaign, 1, 7);
    let counted = |picks: fn(&Path) -> bool| calls.iter().filter(|attempt| picks(&attempt.path)).count() as f64;
    assert_eq!(calls.len(), 60);
    assert_eq!(counted(Path::reached), run.mean(Quantity::Conversations).value);
    assert_eq!(counted(Path::set), run.mean(Quantity::MeetingsSet).value);
    assert_eq!(counted(Path::held), run.mean(Quantity::Meetings).value);
    assert_eq!(counted(|path| path.incident != Incident::None), run.mean(Quantity::Incidents).value);
}

/// The yields of the trials from `first` on, in order: each is what one trial more adds to the histogram.
fn yields(campaign: &Campaign, seed: u64, first: u64, trials: u64) -> Vec<i64> {
    let runs: Vec<_> = (first..=first + trials).map(|n| (n > 0).then(|| simulate(campaign, n, seed))).collect();
    let added = |pair: &[Option<SimulationResult>]| {
        let before = |count| pair[0].as_ref().map_or(0, |run| run.meetings().count(count));
        let after = pair[1].as_ref().unwrap().meetings();
        after.iter().find(|&(count, n)| n > before(count)).unwrap().0
    };
    runs.windows(2).map(added).collect()
}

#[test]
fn neighbouring_seeds_and_neighbouring_blocks_share_no_stream() {
    let campaign = campaign();
    let seeds = [0, 1, 2, u64::MAX - 1, u64::MAX];
    let mut starts: Vec<_> =
        seeds.into_iter().flat_map(|seed| [0, 4096].map(|first| yields(&campaign, seed, first, 16))).collect();
    let blocks = starts.len();
    // Were a seed's number added to the block's, seed 0's second block would be seed 1's first.
    starts.sort();
    starts.dedup();
    assert_eq!(starts.len(), blocks);
}
