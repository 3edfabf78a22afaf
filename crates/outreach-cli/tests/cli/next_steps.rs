//! What the user may do next, in a hint or an error.

use crate::behaviour::{outreach, stdout};

/// A log of 300 warm calls, in a folder that lives as long as it is held.
fn warm_log() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("warm.csv");
    std::fs::write(&log, "kind,outcome\n".to_owned() + &"warm,meeting\nwarm,refused\nwarm,no answer\n".repeat(100))
        .unwrap();
    let path = log.to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn after_a_scenario_was_written_the_next_step_was_to_write_it() {
    let (folder, log) = warm_log();
    let scenario = folder.path().join("mine.toml");
    let scenario = scenario.to_str().unwrap();
    assert!(stdout(&["calibrate", &log]).contains("Next: outreach calibrate"));
    let told = stdout(&["calibrate", &log, "--scenario-out", scenario]);
    assert!(told.contains(&format!("Next: outreach simulate {scenario}")), "{told}");
}

#[test]
fn a_backtest_of_a_log_of_the_other_kind_did_not_name_its_option() {
    let (_folder, log) = warm_log();
    let said = |options: &[&str]| String::from_utf8(outreach(&[&["backtest", &log], options].concat()).stderr).unwrap();
    assert!(said(&[]).contains("300 calls are warm ones (--kind warm)"), "{}", said(&[]));
    assert!(!said(&["--kind", "warm", "--warmup", "1000"]).contains("--kind"));
}

#[test]
fn a_scenario_behind_a_list_was_only_said_to_be_unexpected() {
    let said = |words: &[&str]| String::from_utf8(outreach(words).stderr).unwrap();
    let told = said(&["forecast", "list.csv", "mine.toml"]);
    assert!(told.contains("did you mean --scenario mine.toml?"), "{told}");
    assert!(!said(&["calibrate", "log.csv", "mine.toml"]).contains("--scenario mine.toml"));
}

#[test]
fn the_share_of_warm_calls_that_calibrate_wrote_was_said_to_be_idle_beside_every_list() {
    let (folder, log) = warm_log();
    let [scenario, list] = ["mine.toml", "list.csv"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    stdout(&["calibrate", &log, "--scenario-out", &scenario]);
    std::fs::write(&list, "name,kind\nAna,cold\nBob,warm\n").unwrap();
    let output = outreach(&["forecast", &list, "--scenario", &scenario]);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
}
