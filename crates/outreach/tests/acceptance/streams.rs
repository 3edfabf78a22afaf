//! Blocks, seeds and compared strategies have streams of their own.

use std::ops::ControlFlow;

use outreach::{Campaign, Rates, Shard, Simulation, Strategy};

use crate::{Check, STREAMS, binomial_bound, judge};

const BLOCKS: u64 = 1_500;
const BLOCK: u64 = 4096;

/// Of each block of a run whether its mean yield is above what is expected.
fn above(seed: u64) -> Vec<bool> {
    let campaign = Campaign::new(Rates::documented(), Strategy::mixed(), 10).unwrap();
    let expected = campaign.exact_yield().unwrap().mean();
    let simulation = Simulation::new(&campaign).trials(BLOCKS * BLOCK).seed(seed);
    let mut before = (0.0, 0.0);
    let mut part = simulation.part().unwrap();
    let mut block = |index| {
        simulation.extend(&mut part, Shard::new(index, BLOCKS).unwrap(), |_| ControlFlow::Continue(())).unwrap();
        let counts = serde_json::to_value(&part).unwrap();
        let sums = &counts["tally"]["meetings"];
        let first = sums["first"].as_i64().unwrap();
        let counts = sums["counts"].as_array().unwrap().iter().map(|count| count.as_u64().unwrap());
        let total: f64 = (first..).zip(counts).map(|(count, trials)| count as f64 * trials as f64).sum();
        let now = (total, part.trials() as f64);
        let mean = (now.0 - before.0) / (now.1 - before.1);
        before = now;
        mean > expected
    };
    (1..=BLOCKS).map(&mut block).collect()
}

/// Two sequences without anything in common agree like a coin.
fn agreement(what: &str, one: &[bool], other: &[bool]) -> Check {
    let agree = one.iter().zip(other).filter(|(one, other)| one == other).count() as u64;
    let of = one.len().min(other.len()) as u64;
    Check { what: format!("{what}: {agree} of {of} blocks agree"), bound: binomial_bound(agree, of, 0.5) }
}

#[test]
fn no_two_streams_have_anything_in_common() {
    let seeds = [42, 43, 44, 1 << 32, 0].map(|seed| (seed, above(seed)));
    let lags = [1, 2, 64].map(|lag| agreement(&format!("blocks {lag} apart"), &seeds[0].1, &seeds[0].1[lag..]));
    let pairs = (1..seeds.len()).map(|index| {
        let (seed, blocks) = &seeds[index];
        agreement(&format!("seeds 42 and {seed}"), &seeds[0].1, blocks)
    });
    // Seed 43, block 0 is not seed 42, block 1.
    let shifted = agreement("seed 43 and seed 42 a block later", &seeds[1].1, &seeds[0].1[1..]);
    let checks: Vec<_> = lags.into_iter().chain(pairs).chain([shifted]).collect();
    judge("streams", STREAMS, &checks);
}
