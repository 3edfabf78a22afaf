//! Results that stay what they are, on every platform, number of threads and split into shards.
//!
//! `cargo xtask renew` writes them anew: that is a value-breaking change, and a line in
//! the changelog's *Results*.
#![expect(clippy::disallowed_methods, reason = "renewing takes a variable and writes a file")]

use std::ops::ControlFlow;

use crc::{CRC_32_ISO_HDLC, Crc};
use outreach::{
    Beta, Campaign, Parameter, Part, Pool, Probability, Progress, Quantity, Rates, Reading, Response, Shard,
    Simulation, Stop, Strategy,
};

use rayon::ThreadPoolBuilder;

use crate::scenarios::{documented, every_branch};

const GOLDEN: &str = include_str!("golden.csv");
const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
const TRIALS: u64 = 5 * 4096 + 99;
const SEEDS: [u64; 3] = [0, 42, u64::MAX];

fn scenarios() -> Vec<(&'static str, Campaign)> {
    let uncertain = || Rates::documented().with(Parameter::ColdMeeting, Beta::new(2.0, 18.0).unwrap());
    let snowball = |pool| documented(Strategy::snowball(pool), 40);
    let mixed = |rates| Campaign::new(rates, Strategy::mixed(), 100).unwrap();
    let range = || Rates::documented().with(Parameter::ColdReach, Beta::from_range(0.2, 0.9).unwrap());
    let correlated = Rates::documented().with(Parameter::ConnectorsCorrelation, Probability::new(0.1).unwrap());
    vec![
        ("cold", documented(Strategy::cold(), 100)),
        ("mixed", documented(Strategy::mixed(), 100)),
        ("warm", documented(Strategy::warm(), 1)),
        ("every branch", mixed(every_branch(Response::Reframe))),
        ("overall", mixed(Rates::documented().with_reading(Reading::Overall))),
        ("uncertain", mixed(uncertain())),
        ("small parameters", mixed(Rates::documented().with(Parameter::ColdMeeting, Beta::new(0.3, 0.7).unwrap()))),
        ("so far", mixed(uncertain()).after(Progress::new([20, 0], [3, 0]).unwrap()).unwrap()),
        ("snowball", snowball(Pool::default())),
        ("snowball with decay", snowball(Pool { decay: 0.7, dispersion: Some(0.5), ..Pool::default() })),
        (
            "snowball at published rates",
            Campaign::new(Rates::published(), Strategy::snowball(Pool::PUBLISHED), 60).unwrap(),
        ),
        ("snowball with a range", Campaign::new(range(), Strategy::snowball(Pool::default()), 40).unwrap()),
        (
            "contacts",
            Campaign::contacts(60).max_attempts(5).strategy(Strategy::mixed()).rates(range()).build().unwrap(),
        ),
        ("connectors", mixed(correlated).with_connectors(5).unwrap()),
        ("hours", mixed(uncertain()).until(Stop::hours(6.0)).unwrap()),
        ("meetings", documented(Strategy::cold(), 1_000).until(Stop::Meetings(6)).unwrap()),
    ]
}

/// Made in this many shards, one after the other.
fn made(campaign: &Campaign, seed: u64, shards: u64) -> Part {
    let simulation = Simulation::new(campaign).trials(TRIALS).seed(seed);
    let mut part = simulation.part().unwrap();
    for index in (1..=shards).rev() {
        simulation.extend(&mut part, Shard::new(index, shards).unwrap(), |_| ControlFlow::Continue(())).unwrap();
    }
    part
}

/// The checksum of all integers, and twelve digits of what is computed from them.
fn line(name: &str, campaign: &Campaign, seed: u64, shards: u64) -> String {
    let part = made(campaign, seed, shards);
    let integers = serde_json::to_value(&part).unwrap()["tally"].to_string();
    let run = part.into_run(campaign).unwrap();
    let quantiles = [0.05, 0.5, 0.95].map(|q| run.meetings().quantile(q).to_string());
    let exact = campaign.exact_yield().map_or([f64::NAN; 2], |distribution| [distribution.mean(), distribution.sd()]);
    let floats = [
        run.meetings().mean().value,
        run.meetings().mean().std_error,
        run.meetings().sd().value,
        run.minutes().value,
        run.mean(Quantity::Incidents).value,
        exact[0],
        exact[1],
    ];
    let floats = floats.map(|float| format!("{float:.11e}")).join(",");
    format!("{name},{seed},{:08x},{},{floats}", CRC.checksum(integers.as_bytes()), quantiles.join(","))
}

#[test]
fn golden_results_are_pinned() {
    let header = "scenario,seed,checksum,q05,q50,q95,mean,std_error,sd,minutes,incidents,exact_mean,exact_sd";
    let rows = scenarios().into_iter().flat_map(|(name, campaign)| SEEDS.map(|seed| line(name, &campaign, seed, 1)));
    let file = format!("{header}\n{}\n", rows.collect::<Vec<_>>().join("\n"));
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pinned/golden.csv"), &file).unwrap();
    } else {
        for (told, golden) in file.lines().zip(GOLDEN.lines()) {
            assert_eq!(told, golden);
        }
        assert_eq!(file.lines().count(), GOLDEN.lines().count());
    }
}

#[test]
fn golden_results_are_those_of_every_number_of_threads_and_shards() {
    for (name, campaign) in scenarios() {
        let golden = line(name, &campaign, 42, 1);
        for (threads, shards) in [(1, 1), (1, 5), (2, 3), (3, 1), (8, 64)] {
            let pool = ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let made = pool.install(|| line(name, &campaign, 42, shards));
            assert_eq!(made, golden, "{threads} threads, {shards} shards");
        }
    }
}

#[test]
fn golden_results_see_another_seed() {
    let (name, campaign) = &scenarios()[0];
    assert_ne!(line(name, campaign, 41, 1).split(',').nth(2), line(name, campaign, 42, 1).split(',').nth(2));
}
