//! The lanes against the plain program, on every instruction set that this machine has.

use multiversion::multiversion;

use super::kernel::count_calls;
use super::pool_lanes::PoolLanes;
use super::*;
use crate::model::call::path_index;
use crate::model::{Parameter, Pool, Rate, Rates, Response, Stop, Strategy};
use crate::numerics::{Beta, Probability};
use crate::simulate::WorldDistribution;

const NONE: Counts = [[0; LANES]; CallTree::MAX_PATHS];

fn every_branch() -> Rates {
    let half = Probability::new(0.5).expect("a probability");
    Parameter::of_calls().fold(Rates::documented(), |rates, parameter| rates.with(parameter, half))
}

/// Campaigns whose trees have few paths, all paths, probabilities that codes hit exactly, and others in each lane.
fn campaigns() -> Vec<Campaign> {
    let uncertain = Rate::Beta(Beta::new(2.0, 5.0).expect("in bounds"));
    let of = |rates: Rates| Campaign::new(rates, Strategy::mixed(), 100).expect("a campaign");
    let sure = Rates::documented().with(Parameter::ColdMeeting, Probability::ONE);
    vec![
        of(Rates::documented()),
        of(every_branch().with_response(Response::Reframe)),
        of(every_branch().with(Parameter::WarmMeeting, uncertain).with(Parameter::ColdReach, uncertain)),
        of(sure.with(Parameter::IncidentRate, Probability::ZERO)),
    ]
}

fn codes(campaign: &Campaign) -> [Box<Codes>; 2] {
    let distribution = WorldDistribution::new(campaign);
    LaneWorlds::new(campaign, distribution.block(7, 0, |_| 0)).codes
}

fn numbers() -> Numbers {
    Numbers::open(7, Purpose::Calls { strategy: 0 }, 0)
}

#[test]
fn the_lanes_play_what_the_plain_program_tells() {
    let mut drawn_again = false;
    for campaign in campaigns() {
        for codes in codes(&campaign) {
            let (mut plain, mut lanes, mut counts) = (numbers(), numbers(), NONE);
            // So many that some of the calls are met for which 24 bits are left over.
            for calls in [0, 1, 2, 255, 256].into_iter().chain([PORTION; 8]) {
                let told = plain.tell(&codes, &[calls; LANES]);
                lanes.play(&codes, calls, &mut counts);
                for (lane, told) in told.iter().enumerate() {
                    let mut of_paths = [0; CallTree::MAX_PATHS];
                    for path in told {
                        of_paths[*path] += 1;
                    }
                    assert_eq!(counts.map(|counts| counts[lane]), of_paths, "{calls} calls");
                }
                assert_eq!(lanes.codes.bytes(), plain.codes.bytes());
                assert_eq!(lanes.again, plain.again);
            }
            drawn_again |= lanes.again != numbers().again;
        }
    }
    assert!(drawn_again);
}

/// Calls of each lane: none, a few, and more than 8 bits count.
fn calls_of_lanes() -> Lanes<u16> {
    std::array::from_fn(|lane| [0, 1, 7, 254, 255, 256, 600, 3_000][lane % 8] + lane as u16 / 8)
}

#[test]
fn lanes_with_calls_of_their_own_play_what_the_plain_program_tells() {
    for campaign in campaigns() {
        for codes in codes(&campaign) {
            let (mut plain, mut lanes, mut counts) = (numbers(), numbers(), NONE);
            for _ in 0..30 {
                let told = plain.tell(&codes, &calls_of_lanes());
                lanes.play_up_to(&codes, &calls_of_lanes(), &mut counts);
                for (lane, told) in told.iter().enumerate() {
                    let mut of_paths = [0; CallTree::MAX_PATHS];
                    for path in told {
                        of_paths[*path] += 1;
                    }
                    assert_eq!(counts.map(|counts| counts[lane]), of_paths, "lane {lane}");
                }
                assert_eq!(lanes.codes.bytes(), plain.codes.bytes());
                assert_eq!(lanes.again, plain.again);
            }
        }
    }
}

#[multiversion(targets("x86_64+avx2"))]
fn on_avx2<const OWN: bool>(numbers: &mut Numbers, codes: &Codes, counts: &mut Counts) -> Lanes<u16> {
    count_calls::<OWN>(&mut numbers.codes, &calls_of::<OWN>(), codes, counts)
}

#[multiversion(targets("x86_64+sse4.1"))]
fn on_sse4<const OWN: bool>(numbers: &mut Numbers, codes: &Codes, counts: &mut Counts) -> Lanes<u16> {
    count_calls::<OWN>(&mut numbers.codes, &calls_of::<OWN>(), codes, counts)
}

fn on_any<const OWN: bool>(numbers: &mut Numbers, codes: &Codes, counts: &mut Counts) -> Lanes<u16> {
    count_calls::<OWN>(&mut numbers.codes, &calls_of::<OWN>(), codes, counts)
}

fn calls_of<const OWN: bool>() -> Lanes<u16> {
    if OWN { calls_of_lanes() } else { [1_000; LANES] }
}

#[test]
fn every_instruction_set_counts_the_same() {
    for campaign in campaigns() {
        for codes in codes(&campaign) {
            let mut best = [NONE; 2];
            let left = [
                kernel::count(&mut numbers().codes, 1_000, &codes, &mut best[0]),
                kernel::count_up_to(&mut numbers().codes, &calls_of_lanes(), &codes, &mut best[1]),
            ];
            for count in [
                [on_avx2::<false>, on_avx2::<true>],
                [on_sse4::<false>, on_sse4::<true>],
                [on_any::<false>, on_any::<true>],
            ] {
                let mut counts = [NONE; 2];
                assert_eq!([0, 1].map(|own| count[own](&mut numbers(), &codes, &mut counts[own])), left);
                assert_eq!(counts, best);
            }
        }
    }
}

#[test]
fn codes_have_the_probabilities_of_the_paths() {
    let extreme = [1e-300, 1e-12, 1e-6, 1.0 - 1e-12].map(|value| {
        let rate = Probability::new(value).expect("a probability");
        let changed = [Parameter::ColdMeeting, Parameter::IncidentRate, Parameter::WarmShow];
        let rates = changed.into_iter().fold(every_branch(), |rates, parameter| rates.with(parameter, rate));
        Campaign::new(rates, Strategy::mixed(), 100).expect("a campaign")
    });
    for campaign in campaigns().iter().filter(|campaign| campaign.uncertain().is_empty()).chain(&extreme) {
        for (kind, codes) in Kind::ALL.into_iter().zip(codes(campaign)) {
            let probabilities: Vec<f64> = campaign.tree(kind).paths().iter().map(|path| path.probability).collect();
            let [first, second] = [&codes.first_probabilities(0), &codes.second_probabilities(0)];
            let left: f64 = 1.0 - first.iter().sum::<f64>();
            let left_again: f64 = 1.0 - second.iter().sum::<f64>();
            for (path, probabilities) in probabilities.into_iter().enumerate() {
                let distribution = first[path] + left * (second[path] + left_again * codes.last_probabilities(0)[path]);
                let rounding = if probabilities < 1e-6 { 1e-9 * probabilities } else { 1e-15 };
                assert!(
                    (distribution - probabilities).abs() <= rounding,
                    "{kind:?}, path {path}: {distribution} for {probabilities}"
                );
            }
        }
    }
}

/// Pools that never run dry, that often do, and whose meetings bring many referrals or none.
fn pools() -> Vec<Campaign> {
    let of = |pool: Pool, rates: Rates| Campaign::new(rates, Strategy::snowball(pool), 120).expect("a campaign");
    let default = Pool::default();
    vec![
        of(default, Rates::documented()),
        of(Pool { initial: 1, names: 0.8, ..default }, every_branch()),
        of(Pool { initial: 0, names: 40.0, dispersion: Some(0.3), ..default }, every_branch()),
        of(Pool { initial: 200, names: 0.0, ..default }, Rates::documented()),
    ]
}

#[test]
fn the_lanes_play_pools_as_the_plain_program_tells() {
    let mut drawn_again = false;
    for campaign in pools() {
        let codes = pool::codes(&campaign).expect("it has an exact distribution");
        let (mut plain, mut lanes, mut pool) = (numbers(), numbers(), PoolLanes::new(&codes));
        for _ in 0..20 {
            let told = pool::tell(&campaign, &codes, &mut plain);
            pool.play(pool::initial(&campaign), &codes, &mut lanes, LANES);
            for (lane, told) in told.iter().enumerate() {
                let mut counts = [[0; CallTree::MAX_PATHS]; 2];
                for attempt in told {
                    counts[attempt.kind.index()][path_index(attempt.path.incident, attempt.path.ending)] += 1;
                }
                assert_eq!(pool.counts.0.map(|counts| counts.map(|counts| counts[lane])), counts);
                let first_cold = told.iter().position(|attempt| attempt.kind == Kind::Cold);
                assert_eq!(pool.first_cold()[lane], first_cold.unwrap_or(told.len()) as u32 + 1);
            }
            assert_eq!(lanes.codes.bytes(), plain.codes.bytes());
            assert_eq!(lanes.again, plain.again);
        }
        drawn_again |= lanes.again != numbers().again;
    }
    assert!(drawn_again);
}

#[test]
fn campaigns_without_an_exact_distribution_of_their_pool_are_played_one_by_one() {
    let of =
        |pool: Pool, calls| Campaign::new(Rates::documented(), Strategy::snowball(pool), calls).expect("a campaign");
    let default = Pool::default();
    assert!(pool::codes(&of(default, 500)).is_some());
    assert!(pool::codes(&of(default, 501)).is_none());
    assert!(pool::codes(&of(Pool { decay: 0.9, ..default }, 100)).is_none());
    assert!(pool::codes(&of(default, 100).until(Stop::Meetings(5)).expect("a stop")).is_none());
}
