//! Tries one random scenario after the other; what fails is made smaller, and told so that it can be tried alone.
//!
//! ```text
//! DIFFERENTIAL_SECONDS=60    so long instead of a fixed number of scenarios
//! DIFFERENTIAL_SEED=7        other scenarios
//! DIFFERENTIAL_PATIENCE=10   this many times as long for each, on a machine that has other work
//! DIFFERENTIAL_CASE=42/17/   the 17th scenario of seed 42 alone; behind the last stroke the steps that made it smaller
//! ```
#![allow(clippy::disallowed_methods, reason = "a search takes so long as it is told to, and ends what does not end")]

use std::panic::resume_unwind;
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{env, fmt, thread};

use super::Scenario;

/// Each scenario has to end within this time; the slowest take a few seconds of a processor that does nothing else.
pub(crate) fn limit() -> Duration {
    Duration::from_secs(60) * number("DIFFERENTIAL_PATIENCE").unwrap_or(1) as u32
}
/// No process may have more in memory than this many bytes; a minute of scenarios has 300 MB at most.
pub(crate) const MOST_MEMORY: u64 = 1 << 30;
/// So long a failed scenario may be made smaller.
const SHRINKING: Duration = Duration::from_secs(120);

/// Where a scenario comes from.
#[derive(Debug, Clone)]
struct Case {
    seed: u64,
    index: u64,
    /// Of the smaller scenarios this one, then of those smaller than that …
    steps: Vec<usize>,
}

impl Case {
    fn scenario(&self) -> Scenario {
        let first = Scenario::random(self.seed, self.index);
        self.steps.iter().fold(first, |scenario, step| scenario.smaller().swap_remove(*step))
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('/');
        let (seed, index) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let steps = parts.next()?.split(',').filter(|step| !step.is_empty());
        Some(Self { seed, index, steps: steps.map(str::parse).collect::<Result<_, _>>().ok()? })
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps: Vec<_> = self.steps.iter().map(ToString::to_string).collect();
        write!(f, "{}/{}/{}", self.seed, self.index, steps.join(","))
    }
}

/// Tells of a scenario how many comparisons were made, or what is wrong.
pub(crate) type Check = fn(&Scenario) -> Result<u64, String>;

/// Tries this many scenarios, or for so long as was asked for times a share of it. `test` is the name of the test that calls
/// this, which is run again for single scenarios.
pub(crate) fn search(test: &str, few: u64, share: f64, check: Check) {
    if let Ok(text) = env::var("DIFFERENTIAL_CASE") {
        let scenario = Case::read(&text).expect("SEED/INDEX/STEPS").scenario();
        println!("{scenario}\n{scenario:?}");
        in_time(scenario, check).unwrap_or_else(|why| panic!("{why}"));
        return;
    }
    let seed = number("DIFFERENTIAL_SEED").unwrap_or(42);
    let time = number("DIFFERENTIAL_SECONDS").map(|seconds| Duration::from_secs(seconds).mul_f64(share));
    let begun = Instant::now();
    let (mut index, mut comparisons, mut slowest) = (0, 0, (Duration::ZERO, 0));
    while time.map_or(index < few, |time| begun.elapsed() < time) {
        let case = Case { seed, index, steps: Vec::new() };
        let of_this = Instant::now();
        match in_time(case.scenario(), check) {
            Ok(made) => comparisons += made,
            Err(why) => fail(test, &case, &why, begun.elapsed()),
        }
        slowest = slowest.max((of_this.elapsed(), index));
        index += 1;
    }
    let (longest, slowest) = (slowest.0.as_secs_f64(), slowest.1);
    println!("{index} scenarios, {comparisons} comparisons, {longest:.1} s at most (scenario {slowest})");
}

fn number(name: &str) -> Option<u64> {
    env::var(name).ok().map(|text| text.parse().expect("a whole number"))
}

/// What a thread finds that is left to itself if it takes too long or too much.
fn in_time(scenario: Scenario, check: Check) -> Result<u64, String> {
    let (send, receive) = channel();
    let worker = thread::spawn(move || send.send(check(&scenario)));
    let begun = Instant::now();
    while begun.elapsed() < limit() {
        match receive.recv_timeout(Duration::from_millis(10)) {
            Ok(found) => return found,
            Err(RecvTimeoutError::Timeout) => memory(std::process::id())?,
            Err(RecvTimeoutError::Disconnected) => {
                let cause = worker.join().map_or_else(|cause| cause, |_| resume_unwind(Box::new("nothing was sent")));
                let text = cause.downcast_ref::<String>().cloned();
                let text = text.or_else(|| cause.downcast_ref::<&str>().map(|&text| text.to_owned()));
                return Err(format!("it panics: {}", text.unwrap_or_default()));
            }
        }
    }
    Err(format!("it does not end within {} s", limit().as_secs()))
}

/// Whether a process has no more in memory than it may, where the system says that as Linux does.
pub(crate) fn memory(process: u32) -> Result<(), String> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:")?.strip_suffix("kB"));
    let resident = resident.map_or(0, |kilobytes| kilobytes.trim().parse::<u64>().expect("a number") << 10);
    if resident > MOST_MEMORY { Err(format!("it takes more than {} MB", MOST_MEMORY >> 20)) } else { Ok(()) }
}

fn fail(test: &str, case: &Case, why: &str, after: Duration) -> ! {
    let first = case.scenario();
    println!("found after {:.1} s and {} scenarios: {why}\n{first}", after.as_secs_f64(), case.index);
    // A thread that is left to itself may go on taking memory.
    let smallest = if memory(std::process::id()).is_ok() { shrink(test, case) } else { case.clone() };
    panic!(
        "{why}\n\nThe smallest scenario that fails:\n{}\n\nAlone: DIFFERENTIAL_CASE={smallest} cargo test --test \
         differential -- {test}",
        smallest.scenario()
    );
}

/// A smaller scenario that fails, too, as long as there is one. Each is tried in a process of its own, which can be ended.
fn shrink(test: &str, case: &Case) -> Case {
    let begun = Instant::now();
    let mut smallest = case.clone();
    loop {
        let before = smallest.steps.len();
        let mut step = 0;
        while step < smallest.scenario().smaller().len() && begun.elapsed() < SHRINKING {
            let mut next = smallest.clone();
            next.steps.push(step);
            // The same step again may go on halving.
            if fails(test, &next) { smallest = next } else { step += 1 }
        }
        if smallest.steps.len() == before || begun.elapsed() >= SHRINKING {
            return smallest;
        }
    }
}

fn fails(test: &str, case: &Case) -> bool {
    let this = env::current_exe().expect("a test has a file");
    let mut alone = Command::new(this);
    alone.args(["--exact", test]).env("DIFFERENTIAL_CASE", case.to_string());
    let mut alone = alone.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("this file can be run again");
    let begun = Instant::now();
    while begun.elapsed() < limit() {
        if let Some(ended) = alone.try_wait().expect("it is a child") {
            return !ended.success();
        }
        thread::sleep(Duration::from_millis(5));
    }
    alone.kill().and_then(|()| alone.wait()).expect("it can be ended");
    true
}
