//! What a simulated campaign costs on one thread, beside plain programs for the same question; what memory it takes;
//! and what the exact distribution costs.
//!
//! `cargo bench -p outreach-benches --bench simulate`

#[path = "plain/mod.rs"]
#[expect(dead_code, reason = "another benchmark uses the rest")]
mod plain;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher, black_box};
use outreach::{Campaign, Rates, Simulation, Strategy};

use crate::plain::{CALLS, Plain};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

const SEED: u64 = 42;

fn main() {
    // The calling thread is the only one, so times are those of one core and the profiler sees every allocation.
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build_global()
        .expect("no thread pool was built before");
    divan::main();
}

/// Cargo passes `--bench` to measure, and nothing to see whether all benchmarks run.
fn measuring() -> bool {
    std::env::args().any(|argument| argument == "--bench") && !std::env::args().any(|argument| argument == "--test")
}

/// A million campaigns, few of them where the benchmarks only have to run.
fn million() -> u64 {
    if measuring() { 1_000_000 } else { 1_000 }
}

fn mixed(calls: u32) -> Campaign {
    Campaign::new(Rates::documented(), Strategy::mixed(), u64::from(calls)).expect("a valid campaign")
}

fn simulate(campaign: &Campaign, trials: u64) -> outreach::SimulationResult {
    Simulation::new(campaign).trials(trials).seed(SEED).run().expect("a valid run")
}

/// 100 calls, half of them warm, from the preset `documented`.
#[divan::bench_group(sample_count = 10, sample_size = 1)]
mod million_campaigns {
    use super::{Bencher, CALLS, ItemsCount, Plain, black_box, million, mixed, simulate};

    #[divan::bench]
    fn library(bencher: Bencher) {
        let campaign = mixed(CALLS);
        bencher.counter(ItemsCount::new(million())).bench_local(|| simulate(black_box(&campaign), million()));
    }

    #[divan::bench]
    fn plain_stage_by_stage(bencher: Bencher) {
        let plain = Plain::new(&mixed(CALLS));
        bencher.counter(ItemsCount::new(million())).bench_local(|| black_box(&plain).stage_by_stage(million()));
    }

    #[divan::bench]
    fn plain_two_binomials(bencher: Bencher) {
        let plain = Plain::new(&mixed(CALLS));
        bencher.counter(ItemsCount::new(million())).bench_local(|| black_box(&plain).two_binomials(million()));
    }
}

/// The column `max alloc` is the memory held at once: it must not grow with the trials.
#[divan::bench(args = [10_000, 100_000, 1_000_000, 10_000_000], sample_count = 3, sample_size = 1)]
fn memory_by_trials(bencher: Bencher, trials: u64) {
    let campaign = mixed(CALLS);
    let trials = if measuring() { trials } else { trials / 1_000 };
    bencher.counter(ItemsCount::new(trials)).bench_local(|| simulate(black_box(&campaign), trials));
}

/// The exact distribution of the yield, half of the calls warm.
#[divan::bench(args = [100, 10_000, 1_000_000], max_time = 3)]
fn exact_distribution_by_calls(bencher: Bencher, calls: u32) {
    let campaign = mixed(if measuring() { calls } else { calls.min(10_000) });
    bencher.bench_local(|| black_box(&campaign).exact_yield());
}
