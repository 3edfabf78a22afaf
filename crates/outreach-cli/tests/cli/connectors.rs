//! Connectors and callers of logs: how far their calls go alike, the scenario that comes of it, and pools beside it.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::behaviour::{json, outreach, stdout};

/// A log of 400 recommended calls by 40 connectors, whose correlation is 0.3, and 200 cold ones.
fn log_with_connectors(folder: &Path) -> [String; 2] {
    let set = ["connectors.count=40", "connectors.correlation=0.3"];
    let set: Vec<_> = set.into_iter().flat_map(|setting| ["--set", setting]).collect();
    let calls = ["trace", "--calls", "600", "--warm", "400", "--format", "csv"];
    let [log, scenario] = ["log.csv", "mine.toml"].map(|name| folder.join(name).to_str().unwrap().to_owned());
    std::fs::write(&log, stdout(&[&calls[..], &set].concat())).unwrap();
    [log, scenario]
}

#[test]
fn a_log_tells_how_far_the_calls_of_a_connector_go_alike_and_its_scenario_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let [log, scenario] = log_with_connectors(folder.path());
    let told = json(&["calibrate", &log, "--scenario-out", &scenario]);
    let correlation = &told["connectors_correlation"];
    let number = |value: &Value| value.as_f64().unwrap();
    let [low, mean, high] =
        [&correlation["interval"]["low"], &correlation["mean"], &correlation["interval"]["high"]].map(number);
    assert!(0.05 < low && low < 0.3 && 0.3 < high && high < 0.6 && low < mean && mean < high, "{correlation}");
    assert_eq!((correlation["connectors"].as_u64(), &told["connectors_correlation_reason"]), (Some(40), &Value::Null));
    // A share is drawn towards that of all, and no further.
    let all = number(&told["rates"]["warm.meeting"]["mean"]);
    for connector in told["connectors"].as_array().unwrap() {
        let calls = &connector["warm"];
        let own = number(&calls["meetings_set"]) / number(&calls["conversations"]);
        let pooled = number(&calls["pooled"]["mean"]);
        let between = own.min(all) - 0.02..=own.max(all) + 0.02;
        assert!(between.contains(&pooled) && pooled < 1.0, "{connector}");
        assert!(number(&calls["pooled"]["interval"]["low"]) < pooled);
    }
    let text = stdout(&["calibrate", &log]);
    assert!(
        text.contains("Calls by one connector go alike: a correlation of 0.") && text.contains("40 connectors"),
        "{text}"
    );
    let simulated = json(&["simulate", &scenario, "--trials", "1000"]);
    let in_force = &simulated["scenario"]["rates"]["connectors.correlation"];
    assert!((number(&in_force["mean"]) - mean).abs() < 1e-9, "{in_force}");
    assert_eq!(simulated["scenario"]["connectors"]["count"].as_u64(), Some(40), "{}", simulated["scenario"]);
}

#[test]
fn why_a_log_does_not_tell_how_far_calls_go_alike_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    let told = |rows: &str| {
        std::fs::write(&path, format!("kind,connector,outcome\n{rows}")).unwrap();
        json(&["calibrate", path.to_str().unwrap()])
    };
    let few = (1..=5).map(|name| format!("warm,c{name},meeting\n").repeat(if name == 1 { 1 } else { 2 }));
    let few = few.collect::<String>();
    for (rows, reason) in [
        (few.as_str(), "that takes five connectors with two conversations each"),
        ("cold,,meeting\ncold,,refused\n", "the log names no connectors"),
        ("warm,Bo,answered\nwarm,Bo,no answer\n", "no rate of meetings can be learned"),
    ] {
        let answer = told(rows);
        let said = answer["connectors_correlation_reason"].as_str().unwrap_or_default();
        assert!(answer["connectors_correlation"].is_null() && said.contains(reason), "{said}");
    }
    let enough = told(&(few + "warm,c1,refused\n"));
    assert_eq!(enough["connectors_correlation"]["connectors"], 5);
    assert!(enough["callers_correlation"]["warm"].is_null());
}

#[test]
fn callers_of_a_log_are_told_beside_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    let mut log = "caller,kind,outcome\n".to_owned();
    for (caller, met) in [("Ana", 9), ("Bo", 1), ("Cy", 8), ("Di", 0), ("Ed", 2), ("Flo", 9)] {
        for call in 0..20 {
            writeln!(log, "{caller},cold,{}", if call < 2 * met { "meeting" } else { "refused" }).unwrap();
        }
    }
    std::fs::write(&path, log).unwrap();
    let path = path.to_str().unwrap();
    let told = json(&["calibrate", path]);
    let cold = &told["callers_correlation"]["cold"];
    assert!(cold["callers"] == 6 && cold["interval"]["low"].as_f64().unwrap() > 0.1, "{cold}");
    let text = stdout(&["calibrate", path, "--verbose"]);
    assert!(text.contains("Callers, cold calls: a correlation of 0.") && text.contains("pooled"), "{text}");
    // The scenario is of one caller's campaign: what callers have of their own is in its rates.
    let scenario = folder.path().join("mine.toml");
    stdout(&["calibrate", path, "--scenario-out", scenario.to_str().unwrap()]);
    assert!(!std::fs::read_to_string(scenario).unwrap().contains("connectors"));
}

/// `compare mine.toml snowball` would else be refused to whoever has a log with connectors.
#[test]
fn a_pool_goes_without_the_connectors_of_a_file_and_a_note_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let [log, scenario] = log_with_connectors(folder.path());
    stdout(&["calibrate", &log, "--scenario-out", &scenario]);
    let ends = |words: &[&str]| {
        let output = outreach(&[words, &["--trials", "300"]].concat());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let said = "connectors.correlation, connectors.count: no effect on a pool of referrals, which has no connectors";
    for words in [
        &["compare", "cold", "snowball", "--scenario", &scenario][..],
        &["compare", "mixed", "snowball", "--scenario", &scenario],
        &["simulate", &scenario, "--strategy", "snowball"],
    ] {
        let (code, notes) = ends(words);
        assert!(code == Some(0) && notes.contains(said), "{words:?}: {notes}");
    }
    let (code, error) = ends(&["simulate", &scenario, "--strategy", "snowball", "--set", "connectors.count=5"]);
    assert!(code == Some(2) && error.contains("set connectors.correlation = 0"), "{error}");
    let (_, notes) = ends(&["simulate", &scenario]);
    assert_eq!(notes, "");
    let part = folder.path().join("part");
    let part = part.to_str().unwrap();
    let simulate = ["simulate", &scenario, "--strategy", "snowball", "--trials", "300"];
    assert!(outreach(&[&simulate[..], &["--shard", "1/1", "-o", part]].concat()).status.success());
    assert_eq!(json(&["merge", part])["meetings"], json(&simulate)["meetings"]);
}

#[test]
fn the_lumps_of_names_reach_the_pool_of_the_scenario() {
    let folder = tempfile::tempdir().unwrap();
    let [log, scenario] = ["log.csv", "mine.toml"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    let written = |names: &[u32], preset: &str| {
        let rows: Vec<_> = names.iter().map(|names| format!("warm,meeting set,yes,{names}\n")).collect();
        std::fs::write(&log, format!("kind,outcome,held,names\n{}", rows.concat())).unwrap();
        let told = json(&["calibrate", &log, "--preset", preset, "--scenario-out", &scenario]);
        let file = std::fs::read_to_string(&scenario).unwrap();
        let dispersion = file.lines().find_map(|line| line.strip_prefix("dispersion = ")).map(str::to_owned);
        (told["names_per_meeting"].clone(), dispersion)
    };
    let lumpy = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 9, 12, 0, 2].repeat(4);
    let (told, dispersion) = written(&lumpy, "documented");
    assert_eq!(told["dispersion"].as_f64(), dispersion.unwrap().parse().ok());
    assert!(told["dispersion"].as_f64().unwrap() < 0.5 && told["dispersion_interval"]["high"].as_f64().unwrap() < 1.0);
    // Even names exclude the published lumps, and are no news beside documented ones, which are Poisson.
    let even = [2, 3, 1, 2, 2, 3, 1, 2].repeat(10);
    let (told, dispersion) = written(&even, "published");
    assert!(told["dispersion"].is_null() && told["dispersion_interval"]["high"].is_null());
    assert_eq!(dispersion, Some("\"none\"".to_owned()));
    assert_eq!(written(&even, "documented").1, None);
    // Two meetings tell nothing.
    assert_eq!(written(&[1, 2], "published").1, None);
}

/// The names of 264 New York jazz musicians whom a survey asked for others; they are no part of this repository.
#[test]
fn the_dispersion_of_real_chains_is_written_to_the_scenario() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/referral-chains/recruits.csv");
    let Ok(table) = std::fs::read_to_string(path) else { return };
    let people: Vec<Vec<_>> = table.lines().skip(1).map(|row| row.split(',').collect()).collect();
    let folder = tempfile::tempdir().unwrap();
    let [log, scenario] = ["log.csv", "mine.toml"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    for (with_seeds, dispersion) in [(true, 0.725), (false, 0.794)] {
        let chosen = people.iter().filter(|person| with_seeds || !person[1].is_empty());
        let rows: Vec<_> = chosen.map(|person| format!("warm,held,{}\n", person[4])).collect();
        std::fs::write(&log, format!("kind,outcome,names\n{}", rows.concat())).unwrap();
        json(&["calibrate", &log, "--preset", "published", "--scenario-out", &scenario]);
        let file = std::fs::read_to_string(&scenario).unwrap();
        let found = file.lines().find_map(|line| line.strip_prefix("dispersion = ")).unwrap();
        assert!((found.parse::<f64>().unwrap() - dispersion).abs() < 0.005, "{file}");
    }
}
