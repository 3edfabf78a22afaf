//! What runs may cost: memory that grows neither with trials nor with rows, and days only after a word of warning.
#![expect(clippy::print_stdout, reason = "the memory is a figure of docs/validation.md")]

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The most memory that a run had, in kB.
#[cfg(target_os = "linux")]
fn peak(line: &str) -> u64 {
    let (peak, code) = peak_and_end(line);
    assert_eq!(code, Some(0), "{line}");
    peak
}

/// The same, and how it ended.
#[cfg(target_os = "linux")]
fn peak_and_end(line: &str) -> (u64, Option<i32>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_outreach"))
        .args(line.split(' '))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    let ended = loop {
        // The system keeps the highest value; there is none when the process has ended.
        let status = fs::read_to_string(&status).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmHWM:"));
        peak = line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(peak);
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(1));
    };
    println!("{:>6.1} MB  {line}", peak as f64 / 1e3);
    (peak, ended.code())
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_trials() {
    for line in [
        "simulate --trials 50000000",
        "simulate --trials 2000000 --set cold.meeting=beta(2,18)",
        "simulate --trials 200000 --calls 100000",
        "simulate --trials 20 --calls 1000000 --strategy snowball",
        "compare --trials 2000000 --set cold.meeting=beta(2,18)",
    ] {
        assert!(peak(line) < 40_000, "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn rows_and_headers_without_end_are_refused_in_bounded_memory() {
    let folder = tempfile::tempdir().unwrap();
    let long = "a".repeat(100 << 20);
    for (name, text) in [
        ("cell.csv", format!("outcome,note\nmeeting,{long}")),
        ("quote.csv", format!("outcome,note\nmeeting,\"{long}")),
        ("header.csv", long.clone()),
        ("columns.csv", "outcome,".to_owned() + &"note,".repeat(1_000_000)),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        for verb in ["calibrate", "forecast"] {
            let line = format!("{verb} {}", path.display());
            let (peak, code) = peak_and_end(&line);
            assert!(code == Some(2) && peak < 60_000, "{line}: {code:?}, {peak} kB");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_rows() {
    let rows = std::env::var("CEILING_ROWS").map_or(300_000, |rows| rows.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let (contacts, log) = (folder.path().join("contacts.csv"), folder.path().join("log.csv"));
    let mut text = String::from("name,probability,town\n");
    for row in 0..rows {
        writeln!(text, "Contact {row},0.{:03},{}", row % 997, row % 50).unwrap();
    }
    fs::write(&contacts, &text).unwrap();
    text = String::from("date,contact,kind,outcome\n");
    for row in 0..rows {
        let (day, outcome) = (1 + row / 40_000, ["meeting", "refused", "open"][row % 3]);
        writeln!(text, "2026-01-{day:02},Contact {},cold,{outcome}", row % 1000).unwrap();
    }
    fs::write(&log, &text).unwrap();
    for line in [
        format!("forecast {} --group-by town", contacts.display()),
        format!("calibrate {}", log.display()),
        format!("backtest {}", log.display()),
    ] {
        assert!(peak(&line) < 40_000, "{line}");
    }
}

#[test]
fn a_run_of_days_is_told_once_that_is_known() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_outreach"))
        .args(["simulate", "--trials", "1000000000000", "--calls", "1000", "--strategy", "snowball"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut said).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(
        said.starts_with("note: this run of 1,000,000,000,000 trials takes about ") && said.contains(" days"),
        "{said}"
    );
}
