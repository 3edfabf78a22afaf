//! What one does here, one word for each.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it talks to whoever runs it")]

use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, fs, iter};

const USAGE: &str = "\
cargo xtask check             format, lints, documentation and dependencies
cargo xtask test [FACE]       the tests in Rust, or those of a face: python, npm, page, mcp
cargo xtask try [WORD…]       the command as it is now, with these words
cargo xtask renew             writes anew what is pinned: golden results, the command's pages, the manual's reference and
                              table, what the examples print
cargo xtask release           makes what is published, and looks whether it can be
cargo xtask ci                everything that has to pass before a change lands
cargo xtask beside            of that what runs beside the tests: fuzzing, the server, the oldest Rust and the like";

const CHECK: &[&str] = &[
    "cargo fmt --all --check",
    "cargo clippy --workspace --all-targets --locked -- --deny warnings",
    "RUSTDOCFLAGS='--deny warnings' cargo doc --workspace --no-deps --locked",
    "scripts/features",
    "scripts/dependencies",
    // What is built apart, or looked for in the text, would else be found out of date an hour later.
    "cargo metadata --locked --format-version 1 --manifest-path fuzz/Cargo.toml >/dev/null",
    "python3 scripts/audit.py --places",
];

const TEST: &str = "cargo test --workspace --locked";

/// The tests of the faces, which build on what those in Rust have built.
const FACES: &[&str] = &["PROFILE=dev scripts/python", "scripts/wasm-tests", "scripts/web-tests"];

const SERVER: &str = "CI=1 scripts/mcp-tests";

/// What runs beside the tests, with what they leave of the processors, as they wait for linkers and browsers: first what builds in
/// folders of its own, then a minute of random scenarios, an error put into the library and the tests of the server, which build
/// on what the tests have built. What the fuzzer finds and an error that no test sees are seldom of the change at hand, and an
/// emulator cannot be had everywhere: these are reported and stop nothing. What is drawn (where the pinned values are looked at
/// once more, the machine that is emulated, input of the fuzzer, the error, and of the tests the moments of interruptions) depends
/// on `SAMPLE`. All of it takes hours in `scripts/validate`.
const BESIDE: &[&str] = &[
    "if ((SAMPLE % 3 == 0)); then scripts/features --pinned; \
     else scripts/other-architectures --sample || echo 'reported: the pinned values on another machine'; fi",
    "scripts/oldest-rust",
    "scripts/fuzz 8 || echo 'reported: the fuzzer found something'",
    "DIFFERENTIAL_SECONDS=60 cargo test --locked --workspace --test differential -- --nocapture",
    "python3 scripts/audit.py --sample 1 || echo 'reported: an injected error'",
    SERVER,
];

/// `RENEW` is ours, `TRYCMD` that of the library that compares the pages.
const RENEW: &[&str] = &[
    "RENEW=1 cargo test --package outreach --test pinned -- golden_results_are_pinned",
    "RENEW=1 cargo test --package outreach-cli --lib -- reference",
    "RENEW=1 TRYCMD=overwrite cargo test --package outreach-cli --test cli -- agreement schemas declarations the_pages_show",
    "RENEW=1 cargo test --package outreach-examples",
    "git status --short",
];

/// Runs these one after the other up to the first that fails, and tells how long each has taken, by the clock and of the
/// processors.
fn run<'a>(steps: impl IntoIterator<Item = &'a str>) -> bool {
    let begun = Instant::now();
    let sample = &env::var("SAMPLE").unwrap_or_else(|_| drawn());
    println!("SAMPLE={sample}");
    let mut taken = Vec::new();
    let mut good = true;
    for step in steps {
        println!("\n== after {} s: {step}", begun.elapsed().as_secs());
        let (from, used) = (Instant::now(), processor_seconds());
        let mut shell = Command::new("bash");
        shell.args(["-euo", "pipefail", "-c", step]).env("SAMPLE", sample);
        good = shell.status().is_ok_and(|status| status.success());
        taken.push((from.elapsed().as_secs(), processor_seconds() - used, step));
        if !good {
            eprintln!("failed: {step}");
            break;
        }
    }
    println!("\nseconds  of CPU");
    let all = (begun.elapsed().as_secs(), taken.iter().map(|(_, used, _)| used).sum(), "in all");
    for (seconds, used, step) in taken.into_iter().chain(iter::once(all)) {
        println!("{seconds:7} {used:7}  {step}");
    }
    good
}

/// What the processors have worked for the steps so far; 0 where the system does not tell.
fn processor_seconds() -> u64 {
    let told = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name, which may hold anything: the state, ten more fields, our own two times and those of our children.
    let fields = told.rsplit(')').next().unwrap_or_default().split_whitespace().skip(13).take(2);
    fields.filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>() / 100
}

/// A number that is another one at each commit.
fn drawn() -> String {
    let commit = Command::new("git").args(["rev-parse", "--short=7", "HEAD"]).output();
    let digits = commit.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    u64::from_str_radix(&digits, 16).unwrap_or(1).to_string()
}

/// Everything, the steps of [`BESIDE`] in a process of their own that gives way to the others, and whose output is shown at the end.
fn everything() -> bool {
    const TOLD: &str = "target/beside.log";
    let begun = Instant::now();
    if !run(CHECK.iter().copied()) {
        return false;
    }
    let beside = fs::File::create(TOLD).and_then(|told| {
        let mut process = Command::new("nice");
        process.arg(env::current_exe()?).arg("beside").stderr(told.try_clone()?).stdout(told).spawn()
    });
    let good = run(iter::once(TEST).chain(FACES.iter().copied()));
    let beside = beside.and_then(|mut process| process.wait()).is_ok_and(|status| status.success());
    println!("\n== beside that\n{}", fs::read_to_string(TOLD).unwrap_or_default());
    println!("{:7} {:7}  everything", begun.elapsed().as_secs(), processor_seconds());
    good && beside
}

fn main() -> ExitCode {
    let words: Vec<_> = env::args().skip(1).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let good = match words[..] {
        ["check"] => run(CHECK.iter().copied()),
        ["test"] => run([TEST]),
        ["test", "python"] => run([FACES[0]]),
        ["test", "npm"] => run([FACES[1]]),
        ["test", "page"] => run([FACES[2]]),
        ["test", "mcp"] => run([SERVER]),
        ["try", ref words @ ..] => {
            let done =
                |program, words: &[&str]| Command::new(program).args(words).status().is_ok_and(|it| it.success());
            done("scripts/command", &[]) && done("target/debug/outreach", words)
        }
        ["renew"] => run(RENEW.iter().copied()),
        ["release"] => run(["scripts/release"]),
        ["beside"] => run(BESIDE.iter().copied()),
        ["ci"] => everything(),
        _ => {
            eprintln!("{USAGE}");
            false
        }
    };
    ExitCode::from(u8::from(!good))
}
