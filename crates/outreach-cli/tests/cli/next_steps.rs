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
    assert!(
        stdout(&["calibrate", &log])
            .replace('\n', " ")
            .contains(&format!("Next: outreach calibrate {log} --scenario-out"))
    );
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

#[test]
fn a_hint_for_model_named_an_option_that_it_has_not() {
    for (lang, expected) in
        [("en", "the same for every strategy: leave it out"), ("fr", "la même pour toutes\u{a0}: retirez-la")]
    {
        let said = |verb| String::from_utf8(outreach(&[verb, "cold", "--lang", lang]).stderr).unwrap();
        assert!(said("model").contains(expected) && !said("model").contains("--strategy"), "{}", said("model"));
        assert!(said("simulate").contains("--strategy cold"), "{}", said("simulate"));
    }
}

#[test]
fn a_file_for_several_verbs_was_to_lose_what_one_of_them_does_not_use() {
    let (folder, log) = warm_log();
    let scenario = folder.path().join("mine.toml");
    let scenario = scenario.to_str().unwrap();
    stdout(&["calibrate", &log, "--scenario-out", scenario]);
    let more = std::fs::read_to_string(scenario).unwrap().replace("[rates]", "calls = 60\n[rates]");
    std::fs::write(scenario, more).unwrap();
    for (lang, expected) in [
        ("en", "calls, warm: no effect on the answer of model\n"),
        ("fr", "calls, warm\u{a0}: sans effet sur la réponse de model\n"),
    ] {
        let output = outreach(&["model", scenario, "--lang", lang]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success() && told.ends_with(expected), "{told}");
    }
    // What was typed is left out.
    let typed = String::from_utf8(outreach(&["model", "--set", "calls=5"]).stderr).unwrap();
    assert!(typed.contains("no effect on the answer of model: leave it out"), "{typed}");
}
