//! From calls to rates to a forecast: `trace` → `calibrate --scenario-out` → `simulate`, held against the truth that the calls
//! came from.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

const TRUTHS: u32 = 50;
/// Calls of a forecast.
const CALLS: u32 = 100;

/// A number from 0 to 1 that is spread evenly over the truths, another one for each step.
fn spread(truth: u32, step: f64) -> f64 {
    (f64::from(truth) * step).fract()
}

/// The words that set a truth. Every fifth one has no recommended calls, and every fifth no others.
fn words(truth: u32) -> Vec<String> {
    let between = |step: f64, low: f64, high: f64| format!("{:.3}", low + (high - low) * spread(truth, step));
    let set = |key: &str, value: String| ["--set".to_owned(), format!("{key}={value}")];
    let cold = [
        set("cold.reach", between(0.324, 0.1, 1.0)),
        set("cold.meeting", between(0.755, 0.03, 0.4)),
        set("cold.show", between(0.57, 0.6, 1.0)),
    ];
    let warm = [
        set("warm.reach", between(0.245, 0.3, 1.0)),
        set("warm.meeting", between(0.682, 0.2, 0.9)),
        set("incident.rate", between(0.467, 0.0, 0.2)),
    ];
    let share = |share: String| vec!["--warm".to_owned(), share];
    match truth % 5 {
        0 => [share("0.0".to_owned()), cold.concat()].concat(),
        1 => [share("1.0".to_owned()), warm.concat()].concat(),
        _ => [share(between(0.618, 0.05, 0.95)), cold.concat(), warm.concat()].concat(),
    }
}

fn run(folder: &Path, words: &[&str]) -> Value {
    let ended = Command::new(env!("CARGO_BIN_EXE_outreach")).current_dir(folder).args(words).output().unwrap();
    assert!(ended.status.success(), "{words:?}: {}", String::from_utf8_lossy(&ended.stderr));
    serde_json::from_slice(&ended.stdout).unwrap_or(Value::Null)
}

/// The exact distribution of the truth's yield.
fn exact(folder: &Path, truth: &[&str]) -> Vec<f64> {
    let calls = CALLS.to_string();
    let answer =
        run(folder, &[&["simulate", "--calls", &calls, "--trials", "1000", "--format", "json"], truth].concat());
    answer["exact"]["pmf"].as_array().unwrap().iter().map(|mass| mass.as_f64().unwrap()).collect()
}

/// How much of the truth the forecast's central range holds, and how far its mean is from the truth's, in the standard
/// deviations of what it does not know.
fn forecast(folder: &Path, truth: u32) -> [f64; 2] {
    let words = words(truth);
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let (calls, seed) = ((400 + 20 * truth).to_string(), truth.to_string());
    run(
        folder,
        &[&["trace", "--calls", &calls, "--seed", &seed, "--format", "csv", "-o", "log.csv"], &words[..]].concat(),
    );
    run(folder, &["calibrate", "log.csv", "--scenario-out", "mine.toml", "-q", "-o", "answer.txt"]);
    let calls = CALLS.to_string();
    let answer = run(folder, &["simulate", "mine.toml", "--calls", &calls, "--trials", "4000", "--format", "json"]);
    let number = |value: &Value| value.as_f64().unwrap();
    let range = &answer["meetings"]["central90"];
    let (low, high) = (number(&range["low"]) as usize, number(&range["high"]) as usize);
    let exact = exact(folder, &words);
    let held = exact.iter().enumerate().filter(|(k, _)| (low..=high).contains(k)).map(|(_, mass)| mass).sum();
    let mean: f64 = (0..).zip(&exact).map(|(k, mass)| f64::from(k) * mass).sum();
    let [luck, ignorance] = ["luck", "ignorance"].map(|part| number(&answer["variance"][part]));
    // Sampled ignorance may come out near 0.
    let off = (number(&answer["meetings"]["mean"]) - mean) / ignorance.max(0.05 * luck).sqrt();
    [held, off]
}

/// A central range of nine in ten holds 0.94 of the truth on average here, and 0.09 more or less from truth to truth: the mean of
/// fifty is below 0.85 by chance less than once in 10^6, and a mean further off than 5.5 deviations once in 10^7. The seeds
/// are fixed.
#[test]
fn a_log_without_recommended_calls_was_forecast_with_half_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let forecasts: Vec<_> = (0..TRUTHS).map(|truth| forecast(folder.path(), truth)).collect();
    let held = forecasts.iter().map(|[held, _]| held).sum::<f64>() / f64::from(TRUTHS);
    assert!((0.85..0.99).contains(&held), "{held}");
    for (truth, [held, off]) in forecasts.iter().enumerate() {
        assert!(
            off.abs() < 5.5,
            "truth {truth}: {off} standard deviations off, {held} held: {:?}",
            words(truth as u32)
        );
    }
}

/// A log of people called up to six times, of whom three in ten were recommended: the warm ones are reached at once, so that they
/// are a tenth of its calls.
fn log_of_contacts(folder: &Path) -> String {
    let words = "trace --contacts 3000 --max-attempts 6 --warm 0.3 --set cold.reach=.05 --set warm.reach=.8";
    let words: Vec<_> = words.split(' ').chain(["--format", "csv", "-o", "log.csv"]).collect();
    run(folder, &words);
    std::fs::read_to_string(folder.join("log.csv")).unwrap()
}

fn warm_share(folder: &Path, words: &str) -> f64 {
    let words: Vec<_> = words.split(' ').chain(["--format", "json"]).collect();
    let answer = run(folder, &words);
    answer["scenario"]["warm"]["share"].as_f64().unwrap_or_else(|| panic!("{words:?}: {}", answer["scenario"]["warm"]))
}

#[test]
fn the_share_of_warm_attempts_was_taken_for_that_of_contacts() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let log = log_of_contacts(folder);
    run(folder, &["calibrate", "log.csv", "--scenario-out", "mine.toml", "-q", "-o", "answer.txt"]);
    let of_calls = log.lines().filter(|row| row.contains(",warm,")).count() as f64 / (log.lines().count() - 1) as f64;
    for (words, share) in [
        ("simulate mine.toml --contacts 300 --max-attempts 6 --trials 1000", 0.3),
        ("simulate mine.toml --contacts 300 --trials 1000", 0.3),
        ("sensitivity mine.toml --contacts 300 --max-attempts 6 --trials 1000", 0.3),
        ("plan mine.toml --meetings 5 --solve contacts --max-attempts 6 --trials 1000", 0.3),
        ("plan mine.toml --meetings 5 --trials 1000", of_calls),
        ("simulate mine.toml --calls 300 --trials 1000", of_calls),
        ("simulate mine.toml --contacts 300 --warm 0.5 --trials 1000", 0.5),
        ("simulate mine.toml --calls 300 --warm 0.5 --trials 1000", 0.5),
    ] {
        let found = warm_share(folder, words);
        assert!((found - share).abs() < 1e-12, "{words}: {found}, not {share}");
    }
    // As many contacts as the log has bring what it brought.
    let held = log.lines().filter(|row| row.ends_with(",held")).count() as f64;
    let forecast = run(
        folder,
        &["simulate", "mine.toml", "--contacts", "3000", "--max-attempts", "6", "--trials", "1000", "--format", "json"],
    );
    let mean = forecast["meetings"]["mean"].as_f64().unwrap();
    assert!((mean / held - 1.0).abs() < 0.05, "{mean} of {held}");
}

#[test]
fn the_share_of_warm_contacts_was_taken_for_that_of_calls() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let log = log_of_contacts(folder);
    let rows = log.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let calls = log.lines().count() - 1;
    let of_calls = rows.clone().filter(|cells| cells[1] == "warm").count() as f64 / calls as f64;
    let last: std::collections::BTreeMap<_, _> = rows.map(|cells| (cells[2], [cells[1], cells[3], cells[5]])).collect();
    let rows: Vec<_> = last.values().map(|cells| cells.join(",")).collect();
    std::fs::write(folder.join("rows.csv"), format!("kind,attempts,outcome\n{}\n", rows.join("\n"))).unwrap();
    let words = ["--attempts-column", "attempts", "--scenario-out", "mine.toml", "-q", "-o", "answer.txt"];
    run(folder, &[&["calibrate", "rows.csv"], &words[..]].concat());
    for (words, share) in [
        ("simulate mine.toml --calls 300 --trials 1000", of_calls),
        ("simulate mine.toml --contacts 300 --max-attempts 6 --trials 1000", 0.3),
    ] {
        let found = warm_share(folder, words);
        assert!((found - share).abs() < 1e-12, "{words}: {found}, not {share}");
    }
}
