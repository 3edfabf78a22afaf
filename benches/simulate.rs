//! What a simulated campaign costs on one thread, beside plain programs for the same question; what memory it takes;
//! and what the exact law costs.
//!
//! `cargo bench -p outreach-benches`; the last lines are nanoseconds per campaign and their ratios.

use std::time::{Duration, Instant};

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher, black_box};
use outreach::{Campaign, Kind, Parameter, Rates, Simulation, Strategy};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, RngExt, SeedableRng};
use rand_distr::{Binomial, Distribution};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

const CALLS: u32 = 100;
const SEED: u64 = 42;

fn main() {
    // The calling thread is the only one, so times are those of one core and the profiler sees every allocation.
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .use_current_thread()
        .build_global()
        .expect("no thread pool was built before");
    divan::main();
    if measuring() {
        print_ratios();
    }
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

fn simulate(campaign: &Campaign, trials: u64) -> outreach::Run {
    Simulation::new(campaign).trials(trials).seed(SEED).run().expect("a valid run")
}

/// Plain programs for the same question; each pair is cold, then warm.
///
/// Both keep the yields' histogram alone; the library counts attempts, conversations, meetings set, incidents and their
/// squares beside it.
struct Plain {
    calls: [u32; 2],
    reach: [f64; 2],
    meeting: [f64; 2],
    show: [f64; 2],
    incident: f64,
    disliked: f64,
    recovery: f64,
    plain_ask: f64,
    ask: f64,
    /// P(meeting held), per attempt.
    held: [f64; 2],
}

impl Plain {
    fn new(campaign: &Campaign) -> Self {
        let rate = |parameter| campaign.rates().rate(parameter).mean();
        Self {
            calls: Kind::ALL.map(|kind| campaign.attempts(kind)),
            reach: [Parameter::ColdReach, Parameter::WarmReach].map(rate),
            meeting: [Parameter::ColdMeeting, Parameter::WarmMeeting].map(rate),
            show: [Parameter::ColdShow, Parameter::WarmShow].map(rate),
            incident: rate(Parameter::IncidentRate),
            disliked: rate(Parameter::IncidentDisliked),
            recovery: rate(Parameter::IncidentRecovery),
            plain_ask: rate(Parameter::IncidentPlainAsk),
            ask: rate(Parameter::IncidentAsk),
            held: Kind::ALL.map(|kind| campaign.tree(kind).held().get()),
        }
    }

    /// The program that one writes first: a coin per stage of each call.
    fn stage_by_stage(&self, campaigns: u64) -> Histogram {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
        let [cold, warm] = self.calls;
        let mut histogram = [0; CALLS as usize + 1];
        for _ in 0..campaigns {
            let warm_held = (0..warm).filter(|_| self.warm_call(&mut rng)).count();
            let cold_held = (0..cold).filter(|_| self.cold_call(&mut rng)).count();
            histogram[warm_held + cold_held] += 1;
        }
        histogram
    }

    fn cold_call(&self, rng: &mut impl Rng) -> bool {
        rng.random_bool(self.reach[0]) && rng.random_bool(self.meeting[0]) && rng.random_bool(self.show[0])
    }

    fn warm_call(&self, rng: &mut impl Rng) -> bool {
        if !rng.random_bool(self.reach[1]) {
            return false;
        }
        let meeting = if !rng.random_bool(self.incident) {
            self.meeting[1]
        } else if rng.random_bool(self.disliked) {
            self.ask
        } else if rng.random_bool(self.recovery) {
            self.meeting[1]
        } else {
            self.plain_ask
        };
        rng.random_bool(meeting) && rng.random_bool(self.show[1])
    }

    /// The program of somebody who sees that only the sum matters: two binomial counts per campaign.
    fn two_binomials(&self, campaigns: u64) -> Histogram {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(SEED);
        let [cold, warm] =
            [0, 1].map(|kind| Binomial::new(self.calls[kind].into(), self.held[kind]).expect("a probability"));
        let mut histogram = [0; CALLS as usize + 1];
        for _ in 0..campaigns {
            histogram[(cold.sample(&mut rng) + warm.sample(&mut rng)) as usize] += 1;
        }
        histogram
    }
}

/// How many campaigns brought each number of meetings.
type Histogram = [u64; CALLS as usize + 1];

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

/// The exact law of the yield, half of the calls warm.
#[divan::bench(args = [100, 10_000, 1_000_000], max_time = 3)]
fn exact_law_by_calls(bencher: Bencher, calls: u32) {
    let campaign = mixed(if measuring() { calls } else { calls.min(10_000) });
    bencher.bench_local(|| black_box(&campaign).exact_yield());
}

/// The shortest of three runs of each program, per campaign, and how each compares with the library.
#[expect(clippy::print_stdout, reason = "a benchmark shows its answer")]
fn print_ratios() {
    let campaigns = million();
    let campaign = black_box(mixed(CALLS));
    let plain = black_box(Plain::new(&campaign));
    let (run, library) = shortest(|| simulate(&campaign, campaigns));
    let (coins, stages) = shortest(|| plain.stage_by_stage(campaigns));
    let (counts, binomials) = shortest(|| plain.two_binomials(campaigns));

    println!();
    println!("{campaigns} campaigns of {CALLS} calls on one thread");
    for (name, time, mean) in [
        ("library", library, run.meetings().mean().value),
        ("plain, stage by stage", stages, mean(&coins)),
        ("plain, two binomials", binomials, mean(&counts)),
    ] {
        let nanoseconds = time.as_secs_f64() * 1e9 / campaigns as f64;
        let ratio = time.as_secs_f64() / library.as_secs_f64();
        println!("{name:<22} {nanoseconds:7.1} ns per campaign, {ratio:5.2} × the library; mean yield {mean:.3}");
    }
}

fn shortest<T>(mut work: impl FnMut() -> T) -> (T, Duration) {
    let mut timed = || {
        let start = Instant::now();
        let answer = black_box(work());
        (answer, start.elapsed())
    };
    let mut best = timed();
    for _ in 0..2 {
        let next = timed();
        if next.1 < best.1 {
            best = next;
        }
    }
    best
}

fn mean(histogram: &Histogram) -> f64 {
    let total: u64 = (0..).zip(histogram).map(|(meetings, campaigns): (u64, _)| meetings * campaigns).sum();
    total as f64 / histogram.iter().sum::<u64>() as f64
}
