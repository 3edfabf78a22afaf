//! What a page cannot show: files, pipes, signals, bytes.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub(crate) fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_outreach"))
}

pub(crate) fn outreach(args: &[&str]) -> Output {
    command().args(args).output().unwrap()
}

pub(crate) fn stdout(args: &[&str]) -> String {
    let output = outreach(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(&[args, &["--format", "json"]].concat())).unwrap()
}

fn workspace(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

#[test]
fn standard_input_was_no_scenario() {
    let asked: [&[&str]; 7] = [
        &["simulate", "-", "--trials", "10"],
        &["simulate", "--scenario", "-", "--trials", "10"],
        &["plan", "-", "--meetings", "5"],
        &["model", "-"],
        &["trace", "-"],
        &["sensitivity", "-", "--trials", "10"],
        // The same one, read once.
        &["compare", "-", "-", "cold", "--scenario", "-", "--trials", "10"],
    ];
    for words in asked {
        let mut child = command();
        let child = child.args(words).args(["--format", "json"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = child.stderr(Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), b"[rates]\ncold.meeting = 0.3125\n").unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        let all = std::iter::once(&answer).chain(answer["strategies"].as_array().into_iter().flatten());
        for answer in all {
            assert!(answer["scenario"].to_string().contains("0.3125"), "{words:?}: {}", answer["scenario"]);
        }
    }
}

#[test]
fn the_mixed_campaign_has_the_reference_values() {
    let answer = json(&["simulate", "--strategy", "mixed"]);
    let exact = &answer["exact"];
    assert!((exact["mean"].as_f64().unwrap() - 746.0 / 15.0).abs() < 1e-12);
    assert!((exact["sd"].as_f64().unwrap() - 3.035_113_031).abs() < 1e-9);
    assert_eq!(exact["quantiles"], serde_json::json!({ "0.05": 45, "0.25": 48, "0.5": 50, "0.75": 52, "0.95": 55 }));
    let meetings = &answer["meetings"];
    let off = meetings["mean"].as_f64().unwrap() - 746.0 / 15.0;
    // A false alarm once in 16,000 seeds, and this seed is fixed.
    assert!(off.abs() < 4.0 * meetings["std_error"].as_f64().unwrap());
    let trials: u64 = meetings["counts"].as_array().unwrap().iter().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(trials, 100_000);
}

#[test]
fn a_disliked_connector_in_every_call_leaves_the_chosen_response_alone() {
    let set = ["incident.disliked=1", "incident.rate=1", "incident.response=reframe", "incident.reframe=0.5"];
    let set = set.iter().flat_map(|set| ["--set", set]);
    let answer = json(&["simulate", "--warm", "100"].into_iter().chain(set).collect::<Vec<_>>());
    assert_eq!(answer["exact"]["mean"].as_f64().unwrap().round(), 50.0);
    assert_eq!(answer["incidents"]["disliked"]["mean"], 100.0);
}

#[test]
fn threads_change_no_byte() {
    for command in [
        "simulate",
        "compare",
        "simulate --set cold.meeting=beta(2,18)",
        "simulate --set cold.meeting=beta(2,18) --so-far cold=10:1",
        "simulate --strategy snowball --preset published --trials 20000",
        "simulate --hours 10 --strategy mixed --preset published --trials 20000",
        "compare cold snowball --preset published --trials 20000",
        "sensitivity --preset published --trials 20000",
        "sensitivity --preset published --strategy snowball --trials 5000",
        "plan --meetings 2 --preset published --strategy mixed --trials 20000",
    ] {
        let command: Vec<_> = command.split(' ').collect();
        let on = |threads: &str| stdout(&[&command[..], &["--format", "json", "--threads", threads]].concat());
        assert_eq!(on("1"), on("2"), "{command:?}");
        assert_eq!(on("1"), on("7"), "{command:?}");
    }
}

#[test]
fn every_scenario_of_the_project_runs() {
    let mut scenarios = 0;
    for entry in std::fs::read_dir(workspace("data/scenarios")).unwrap() {
        let path = entry.unwrap().path();
        stdout(&["simulate", path.to_str().unwrap(), "--trials", "1000"]);
        scenarios += 1;
    }
    assert!(scenarios >= 3);
}

#[test]
fn a_flag_wins_over_a_variable_and_that_over_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenario.toml");
    std::fs::write(&file, "calls = 11\nstrategy = \"cold\"\n[rates]\ncold.meeting = 0.5\n").unwrap();
    let run = |variables: &[(&str, &str)], flags: &[&str]| -> Value {
        let output = Command::new(env!("CARGO_BIN_EXE_outreach"))
            .args(["simulate", "--trials", "10", "--format", "json", "--scenario"])
            .arg(&file)
            .args(flags)
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let calls = |answer: Value| answer["scenario"]["calls"].as_u64().unwrap();
    assert_eq!(calls(run(&[], &[])), 11);
    assert_eq!(calls(run(&[("OUTREACH_CALLS", "12")], &[])), 12);
    assert_eq!(calls(run(&[("OUTREACH_CALLS", "12")], &["--calls", "13"])), 13);
    assert_eq!(calls(run(&[("OUTREACH_CALLS", "12")], &["--set", "calls=14"])), 14);
    assert_eq!(run(&[("OUTREACH_SEED", "5")], &[])["seed"], 5);
    // The weaker of two excluding ones gives way, and does not stop the run.
    let answer = run(&[("OUTREACH_STRATEGY", "mixed")], &["--warm", "3"]);
    assert_eq!(answer["scenario"]["warm"], serde_json::json!({ "count": 3 }));
}

#[test]
fn a_drawn_seed_is_told_and_repeats_the_run() {
    let drawn = json(&["simulate", "--seed", "random", "--trials", "100"]);
    let again = json(&["simulate", "--seed", &drawn["seed"].to_string(), "--trials", "100"]);
    assert_eq!(drawn, again);
}

#[test]
fn precision_stops_at_a_checkpoint_or_says_that_it_was_missed() {
    let reached = json(&["simulate", "--precision", "0.02"]);
    assert_eq!(reached["trials"], 40_000);
    let missed = outreach(&["simulate", "--precision", "0.001", "--trials", "30000", "--format", "json"]);
    let answer: Value = serde_json::from_slice(&missed.stdout).unwrap();
    assert_eq!((&answer["trials"], &answer["precision"]["reached"]), (&30_000.into(), &false.into()));
    assert!(String::from_utf8_lossy(&missed.stderr).contains("the precision 0.001 was not reached"));
}

#[test]
fn a_file_is_replaced_as_a_whole_and_nothing_stays_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answer.json");
    std::fs::write(&file, "old").unwrap();
    let path = file.to_str().unwrap();
    assert!(outreach(&["simulate", "--calls", "0", "-o", path]).stdout.is_empty());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "old", "wrong input writes nothing");
    assert!(stdout(&["simulate", "--format", "json", "-o", path]).is_empty());
    serde_json::from_str::<Value>(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn an_output_that_cannot_be_written_fails_before_the_run() {
    // These trials would take minutes.
    let output = outreach(&["simulate", "--trials", "1000000000000", "-o", "/nonexistent/answer"]);
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("can't write /nonexistent/answer: there is no such folder: make it first"), "{message}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_a_closed_pipe_is_none() {
    assert_eq!(outreach(&["simulate", "-o", "/dev/full"]).status.code(), Some(1));
    let mut child = Command::new(env!("CARGO_BIN_EXE_outreach"))
        .args(["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), [].as_slice()));
}

#[cfg(unix)]
#[test]
fn the_trace_is_the_first_trial_of_the_simulation() {
    let trace = json(&["trace", "--calls", "50", "--seed", "9"]);
    let simulated = json(&["simulate", "--calls", "50", "--seed", "9", "--trials", "1"]);
    let held = trace["held"].as_u64().unwrap();
    assert_eq!(simulated["meetings"]["mean"].as_f64().unwrap(), held as f64);
    assert_eq!(trace["calls"].as_array().unwrap().len(), 50);
}

#[test]
fn completions_and_the_manual_are_generated() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(stdout(&["completions", shell]).contains("simulate"));
    }
    let manual = stdout(&["man"]);
    assert!(manual.contains(".TH outreach 1") && manual.contains("at\\-least"));
}

#[test]
fn what_cannot_be_reached_is_answered_and_exits_with_3() {
    let output = outreach(&["plan", "--meetings", "5", "--max", "20", "--format", "json"]);
    assert_eq!(output.status.code(), Some(3));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["attempts"], Value::Null);
    // P(Binomial(20, 1/10) ≥ 5)
    assert!((answer["probability"].as_f64().unwrap() - 0.043_174_495_285).abs() < 1e-12);
    assert!(String::from_utf8_lossy(&output.stderr).contains("the best is 4.32 %"));
}

#[test]
fn strategies_from_files_bear_their_names_and_share_what_they_specify_alike() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let rates = "[rates]\ncold.meeting = { alpha = 2, beta = 18 }\nwarm.meeting = { mean = 0.9, weight = 10 }\n";
    let one = file("one.toml", &format!("strategy = \"cold\"\ncalls = 20\n{rates}"));
    let two = file("two.toml", &format!("strategy = \"warm\"\ncalls = 20\n{}", rates.replace("18", "8")));
    let output = outreach(&["compare", &one, &two, "cold", "--calls", "10", "--trials", "1000", "--format", "json"]);
    assert!(output.status.success());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let strategies = answer["strategies"].as_array().unwrap();
    assert_eq!(strategies.iter().map(|one| one["name"].as_str().unwrap()).collect::<Vec<_>>(), ["one", "two", "cold"]);
    assert!(strategies.iter().all(|one| one["scenario"]["calls"] == 10), "a flag wins over the files");
    let notes = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(notes.contains("cold.meeting is not the same in all strategies"), "{notes}");
    assert!(!notes.contains("warm.meeting"), "{notes}");
}

#[test]
fn a_limit_limits_a_plan_wherever_it_comes_from() {
    let folder = tempfile::tempdir().unwrap();
    let [calls, hours] = ["calls = 10\n", "hours = 2\n"].map(|line| {
        let file = folder.path().join(line.replace([' ', '\n'], "") + ".toml");
        std::fs::write(&file, line).unwrap();
        file.to_str().unwrap().to_owned()
    });
    let flags: [&[&str]; 5] =
        [&["--calls", "10"], &["--set", "calls=10"], &["--scenario", &calls], &["--set", "hours=2"], &[&hours]];
    for solve in ["attempts", "hours"] {
        for flag in flags {
            let line = [&["plan", "--meetings", "5", "--solve", solve, "--format", "json"], flag].concat();
            let output = outreach(&line);
            assert_eq!(output.status.code(), Some(3), "{line:?}");
            let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(answer[solve], Value::Null, "{line:?}");
            assert!((0.0..0.2).contains(&answer["probability"].as_f64().unwrap()), "{line:?}: {answer}");
        }
    }
    let answer = json(&["plan", "--meetings", "5", "--calls", "80"]);
    assert_eq!((&answer["attempts"], &answer["max"]), (&78.into(), &80.into()));
}
