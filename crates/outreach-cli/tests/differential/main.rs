//! Random command lines over all that is accepted, and some of what is not: each ends in time, with an exit code that there
//! is and nothing that is no number.
//!
//! `DIFFERENTIAL_SECONDS=60 cargo test --test differential -- --nocapture` goes on for a quarter of a minute, and three
//! quarters with the library's scenarios; see there for more.
#![expect(clippy::unwrap_used, reason = "a failed test is the message")]
#![expect(clippy::print_stdout, reason = "the number of command lines is a figure of docs/validation.md")]

#[path = "../../../outreach/tests/differential/shared/mod.rs"]
mod shared;

use std::io::{Read, Seek};
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use outreach::Solve;
use rand::rngs::ChaCha8Rng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};

use crate::shared::{Calls, End, Scenario};

#[test]
fn random_command_lines_end() {
    shared::search("random_command_lines_end", 40, 0.25, ends);
}

/// Trials of what simulates a campaign many times over.
const FEW: u64 = 200;

fn ends(scenario: &Scenario) -> Result<u64, String> {
    let mut rng = ChaCha8Rng::seed_from_u64(scenario.seed);
    let mut words = line(scenario, &mut rng);
    if rng.random_bool(0.05) {
        let wrong = ["", "-1", "1e400", "NaN", "0x1", "--calls", "½", "cold.meeting"];
        let place = rng.random_range(1..words.len());
        (*wrong.choose(&mut rng).unwrap()).clone_into(&mut words[place]);
    }
    let mut ended = run(&words)?;
    while let Some(place) = without_effect(&words, &ended) {
        words.drain(place..place + 2);
        ended = run(&words)?;
    }
    judge(&ended, words.iter().any(|word| word == "json"))
        .map(|()| 1)
        .map_err(|why| format!("{why}\noutreach {}\n{}", shell(&words), String::from_utf8_lossy(&ended.stderr)))
}

fn run(words: &[String]) -> Result<Output, String> {
    let [stdout, stderr] = [(); 2].map(|()| tempfile::tempfile().unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_outreach"));
    command.args(words).stdin(Stdio::null()).stdout(stdout.try_clone().unwrap()).stderr(stderr.try_clone().unwrap());
    let mut running = command.spawn().map_err(|error| error.to_string())?;
    // So that it is ended before the search gives up.
    let (begun, limit) = (Instant::now(), shared::limit() * 5 / 6);
    loop {
        if let Some(status) = running.try_wait().unwrap() {
            let [stdout, stderr] = [stdout, stderr].map(|mut file| {
                let mut bytes = Vec::new();
                file.rewind().unwrap();
                file.read_to_end(&mut bytes).unwrap();
                bytes
            });
            return Ok(Output { status, stdout, stderr });
        }
        let late = (begun.elapsed() > limit).then(|| format!("it does not end within {} s", limit.as_secs()));
        if let Some(why) = late.or_else(|| shared::memory(running.id()).err()) {
            running.kill().and_then(|()| running.wait()).unwrap();
            return Err(format!("{why}\noutreach {}", shell(words)));
        }
        sleep(Duration::from_millis(2));
    }
}

/// Where the first word stands, behind its option, that the command refuses as it changes nothing here.
fn without_effect(words: &[String], ended: &Output) -> Option<usize> {
    let text = String::from_utf8_lossy(&ended.stderr);
    let keys: Vec<_> =
        text.lines().filter_map(|line| line.split(": no effect").next()?.strip_prefix("error: ")).collect();
    let keys: Vec<_> = keys.into_iter().filter(|key| text.contains(&format!("{key}: no effect"))).collect();
    (0..words.len().saturating_sub(1)).find(|&place| {
        words[place] == "--set" && keys.iter().any(|key| words[place + 1].starts_with(&format!("{key}=")))
    })
}

fn shell(words: &[String]) -> String {
    words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ")
}

/// A verb and what it takes.
fn line(scenario: &Scenario, rng: &mut ChaCha8Rng) -> Vec<String> {
    let few = |scenario: &Scenario| {
        let trials = scenario.trials.min(FEW);
        ["--trials".to_owned(), trials.to_string(), "--seed".to_owned(), scenario.seed.to_string()]
    };
    let verb = rng.random_range(0..10);
    // What simulates a campaign many times over, or searches for one, is asked of campaigns that are played in no time.
    let scenario = &Scenario {
        calls: if (5..8).contains(&verb) { scenario.calls.min(300) } else { scenario.calls },
        ..scenario.clone()
    };
    let mut words = match verb {
        0..5 => [vec!["simulate".to_owned()], scenario.words()].concat(),
        5 => [vec!["compare".to_owned()], every_strategy(scenario), few(scenario).to_vec()].concat(),
        6 => {
            let solve = Solve::ALL.choose(rng).unwrap().key();
            let confidence = [0.0, 0.5, 0.9, 0.999_999, 1.0].choose(rng).unwrap();
            let target = format!("--meetings {} --confidence {confidence} --solve {solve}", rng.random_range(0..30));
            let target = target.split(' ').map(str::to_owned).collect();
            [vec!["plan".to_owned()], target, scenario.campaign_words(), few(scenario).to_vec()].concat()
        }
        7 => [vec!["sensitivity".to_owned()], scenario.campaign_words(), few(scenario).to_vec()].concat(),
        8 => [vec!["trace".to_owned()], scenario.campaign_words()].concat(),
        _ => [vec!["model".to_owned()], every_strategy(scenario)].concat(),
    };
    if let Some(tables) = scenario.file() {
        let file = format!("{}/tables-{}.toml", env!("CARGO_TARGET_TMPDIR"), scenario.seed);
        std::fs::write(&file, tables).unwrap();
        let words_of_file = if words[0] == "compare" { vec!["--scenario".to_owned(), file] } else { vec![file] };
        words.splice(1..1, words_of_file);
    }
    let format = ["text", "json", "csv", "markdown"].choose(rng).unwrap();
    words.extend(["--format", format].map(str::to_owned));
    if rng.random_bool(0.2) {
        words.extend(["--lang", "fr"].map(str::to_owned));
    }
    if matches!(words[0].as_str(), "simulate" | "compare") && rng.random_bool(0.3) {
        words.extend(["--at-least".to_owned(), rng.random_range(0..=2 * scenario.calls).to_string()]);
    }
    words
}

/// The scenario's rates and numbers, without its strategy.
fn every_strategy(scenario: &Scenario) -> Vec<String> {
    let plain = Scenario { warm: Calls::Share(0), end: End::Calls, so_far: None, ..scenario.clone() };
    let words = plain.campaign_words();
    let place = words.iter().position(|word| word == "--warm").unwrap();
    [&words[..place], &words[place + 2..]].concat()
}

fn judge(ended: &Output, json: bool) -> Result<(), String> {
    let code = ended.status.code().ok_or("it was ended by a signal")?;
    let answer = std::str::from_utf8(&ended.stdout).map_err(|_| "the answer is no text")?;
    if code > 4 {
        return Err(format!("it ends with {code}"));
    }
    if code == 2 && ended.stderr.is_empty() {
        return Err("it ends without a word".to_owned());
    }
    let mut words = answer.split(|c: char| !c.is_alphanumeric());
    if let Some(no) = words.find(|word| ["NaN", "nan", "inf", "infinity"].contains(word)) {
        return Err(format!("the answer has {no}"));
    }
    if json && code == 0 && serde_json::from_str::<serde_json::Value>(answer).is_err() {
        return Err("the answer is no JSON".to_owned());
    }
    Ok(())
}
