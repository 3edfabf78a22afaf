//! The lanes against the plain program, on every instruction set that this machine has.

use multiversion::multiversion;

use super::kernel::{Counts, count_calls};
use super::*;
use crate::simulate::WorldLaw;
use crate::{Beta, Parameter, Probability, Rate, Rates, Response, Strategy};

const NONE: Counts = [[0; LANES]; CallTree::MOST_PATHS];

fn every_branch() -> Rates {
    let half = Probability::new(0.5).expect("a probability");
    Parameter::of_calls().fold(Rates::documented(), |rates, parameter| rates.with(parameter, half))
}

/// Campaigns whose trees have few paths, all paths, odds that codes hit exactly, and others in each lane.
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
    let law = WorldLaw::new(campaign);
    LaneWorlds::new(campaign, law.block(7, 0, |_| 0)).codes
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
                let told = plain.tell(&codes, calls);
                lanes.play(&codes, calls, &mut counts);
                for (lane, told) in told.iter().enumerate() {
                    let mut of_paths = [0; CallTree::MOST_PATHS];
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

#[multiversion(targets("x86_64+avx2"))]
fn on_avx2(numbers: &mut Numbers, calls: u16, codes: &Codes, counts: &mut Counts) -> Lanes<u16> {
    count_calls(&mut numbers.codes, calls, codes, counts)
}

#[multiversion(targets("x86_64+sse4.1"))]
fn on_sse4(numbers: &mut Numbers, calls: u16, codes: &Codes, counts: &mut Counts) -> Lanes<u16> {
    count_calls(&mut numbers.codes, calls, codes, counts)
}

fn on_any(numbers: &mut Numbers, calls: u16, codes: &Codes, counts: &mut Counts) -> Lanes<u16> {
    count_calls(&mut numbers.codes, calls, codes, counts)
}

#[test]
fn every_instruction_set_counts_the_same() {
    for campaign in campaigns() {
        for codes in codes(&campaign) {
            let mut best = NONE;
            let left = kernel::count(&mut numbers().codes, 1_000, &codes, &mut best);
            for count in [on_avx2, on_sse4, on_any] {
                let mut counts = NONE;
                assert_eq!(count(&mut numbers(), 1_000, &codes, &mut counts), left);
                assert_eq!(counts, best);
            }
        }
    }
}

#[test]
fn codes_have_the_odds_of_the_paths() {
    for campaign in campaigns().iter().filter(|campaign| campaign.uncertain().is_empty()) {
        for (kind, codes) in Kind::ALL.into_iter().zip(codes(campaign)) {
            let odds: Vec<f64> = campaign.tree(kind).paths().iter().map(|path| path.odds).collect();
            let [first, second] = [&codes.first_odds(0), &codes.second_odds(0)];
            let left: f64 = 1.0 - first.iter().sum::<f64>();
            let left_again: f64 = 1.0 - second.iter().sum::<f64>();
            for (path, odds) in odds.into_iter().enumerate() {
                let law = first[path] + left * (second[path] + left_again * codes.last_odds(0)[path]);
                assert!((law - odds).abs() < 1e-15, "{kind:?}, path {path}: {law} for {odds}");
            }
        }
    }
}
