//! The workloads of docs/performance.md through the public API, each beside the program that one writes first, in one
//! run. Times are those of the processor, so that what else a machine does adds little to them; of two threads by the clock.
//!
//! `cargo bench -p outreach-benches --bench workloads`; with ` -- --scaling` also campaigns, calls and threads.

#![expect(clippy::print_stdout, reason = "a benchmark shows its answer")]

#[path = "plain/mod.rs"]
mod plain;

use std::hint::black_box;
use std::time::Instant;

use outreach::{
    Beta, Campaign, Parameter, PoissonBinomial, Pool, Probability, Rates, Simulation, SimulationResult, Strategy,
};
use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;
use rand_distr::Distribution;
use rustix::time::{ClockId, clock_gettime};

use crate::plain::{CALLS, Histogram, Plain};

/// Alternating rounds, of which the shortest of each program counts: what a machine does beside lengthens only some.
const ROUNDS: u32 = 5;

fn main() {
    let measures = std::env::args().any(|argument| argument == "--bench");
    let campaigns = if measures { 1_000_000 } else { 1_000 };
    println!("instruction set: {}", instruction_set());
    println!("{campaigns} campaigns of {CALLS} calls on one thread");
    println!("{:<34}{:>14}{:>14}{:>8}", "", "library [ns]", "plain [ns]", "ratio");
    on_threads(1, || workloads(campaigns));
    for contacts in [1_000, 10_000, 1_000_000].map(|contacts: usize| contacts.min(campaigns as usize)) {
        contact_lists(contacts);
    }
    println!("peak memory {:.1} MB", peak_memory());
    if measures && std::env::args().any(|argument| argument == "--scaling") {
        scaling();
        println!("peak memory {:.1} MB", peak_memory());
    }
}

fn workloads(campaigns: u64) {
    let fixed = mixed(Rates::documented(), CALLS);
    let plain = Plain::new(&fixed);
    row("W1a  every call drawn", &fixed, campaigns, || plain.stage_by_stage(campaigns));
    row("W1b  plain: two binomials", &fixed, campaigns, || plain.two_binomials(campaigns));
    row("W2a  four uncertain rates", &mixed(uncertain(), CALLS), campaigns, || plain.uncertain(SHAPES, campaigns));
    let pool = Pool { initial: 5, names: 0.8, ..Pool::default() };
    let snowball = Campaign::new(Rates::documented(), Strategy::snowball(pool), CALLS.into()).expect("a campaign");
    row("W3   snowball", &snowball, campaigns, || Plain::new(&snowball).snowball(5, 0.8, campaigns));
}

/// The exact distribution of a list of contacts from one to the next, and by convolving its halves.
fn contact_lists(contacts: usize) {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(7);
    let distribution = rand_distr::Beta::new(1.0, 9.0).expect("a distribution");
    let list: Vec<_> =
        (0..contacts).map(|_| Probability::new(distribution.sample(&mut rng)).expect("a probability")).collect();
    let (mut library, mut other) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        library = library.min(seconds(|| black_box(&list).iter().copied().collect::<PoissonBinomial>().distribution()));
        other = other.min(seconds(|| plain::divide_and_conquer(black_box(&list))));
    }
    let name = format!("W5   {contacts} contacts [ns each]");
    let each = 1e9 / contacts as f64;
    println!("{name:<34}{:>14.2}{:>14.1}{:>7.1}×", library * each, other * each, other / library);
}

/// Of `warm.meeting`, `cold.meeting`, `incident.rate` and `incident.recovery`.
const SHAPES: [[f64; 2]; 4] = [[90.0, 10.0], [10.0, 90.0], [2.0, 98.0], [20.0, 10.0]];

fn uncertain() -> Rates {
    let parameters =
        [Parameter::WarmMeeting, Parameter::ColdMeeting, Parameter::IncidentRate, Parameter::IncidentRecovery];
    let set = |rates: Rates, (parameter, [a, b]): (Parameter, [f64; 2])| {
        rates.with(parameter, Beta::new(a, b).expect("in bounds"))
    };
    parameters.into_iter().zip(SHAPES).fold(Rates::documented(), set)
}

fn mixed(rates: Rates, calls: u32) -> Campaign {
    Campaign::new(rates, Strategy::mixed(), calls.into()).expect("a campaign")
}

fn simulate(campaign: &Campaign, trials: u64) -> SimulationResult {
    Simulation::new(campaign).trials(trials).run().expect("a run")
}

fn row(name: &str, campaign: &Campaign, campaigns: u64, plain: impl Fn() -> Histogram) {
    let (mut library, mut other) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        library = library.min(seconds(|| simulate(black_box(campaign), campaigns)));
        other = other.min(seconds(&plain));
    }
    let per_campaign = 1e9 / campaigns as f64;
    println!("{name:<34}{:>14.1}{:>14.1}{:>7.1}×", library * per_campaign, other * per_campaign, other / library);
}

/// Of this thread's processor.
fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let used = || {
        let time = clock_gettime(ClockId::ThreadCPUTime);
        time.tv_sec as f64 + 1e-9 * time.tv_nsec as f64
    };
    let before = used();
    black_box(work());
    used() - before
}

fn seconds_by_the_clock<T>(work: impl FnOnce() -> T) -> f64 {
    let start = Instant::now();
    black_box(work());
    start.elapsed().as_secs_f64()
}

fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a thread pool").install(work)
}

fn scaling() {
    let fixed = mixed(Rates::documented(), CALLS);
    println!("campaigns, one thread");
    for exponent in 4..=9 {
        let campaigns = 10_u64.pow(exponent);
        let time = on_threads(1, || seconds(|| simulate(&fixed, campaigns)));
        println!("  10^{exponent}  {:>10.1} ns per campaign", time * 1e9 / campaigns as f64);
    }
    println!("calls, one thread, 10^9 calls in all");
    for exponent in 1..=6 {
        let campaign = mixed(Rates::documented(), 10_u32.pow(exponent));
        let time = on_threads(1, || seconds(|| simulate(&campaign, 10_u64.pow(9 - exponent))));
        println!("  10^{exponent}  {time:>10.4} ns per call");
    }
    let (mut one, mut two) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..ROUNDS {
        one = one.min(on_threads(1, || seconds_by_the_clock(|| simulate(&fixed, 100_000_000))));
        two = two.min(on_threads(2, || seconds_by_the_clock(|| simulate(&fixed, 100_000_000))));
    }
    let same = on_threads(1, || simulate(&fixed, 100_000)) == on_threads(2, || simulate(&fixed, 100_000));
    println!("two threads {:.2} × one, the same result: {same}", one / two);
}

/// Of those that the library is compiled for, the best of this machine.
fn instruction_set() -> &'static str {
    #[cfg(target_arch = "x86_64")]
    {
        if is_x86_feature_detected!("avx512bw") && is_x86_feature_detected!("avx512dq") {
            return "AVX-512";
        }
        if is_x86_feature_detected!("avx2") {
            return "AVX2";
        }
        if is_x86_feature_detected!("sse4.1") {
            return "SSE4.1";
        }
    }
    "that of every processor of this kind"
}

/// The most memory that the process held so far \[MB\]; not a number where the system does not tell.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}
