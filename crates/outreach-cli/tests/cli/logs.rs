//! Call logs: real ones and simulated ones, whose rates are known.
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::behaviour::{json, outreach, stdout};

const BANK: [&str; 10] = [
    "--kind-column",
    "previous_outcome",
    "--cold-value",
    "unknown",
    "--warm-value",
    "success",
    "--outcome-column",
    "subscribed",
    "--meeting-value",
    "yes",
];

/// 42,591 real calls; they are no part of this repository.
fn bank_calls() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/bank-calls/calls-2008-2009.csv");
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
    }
    path.exists().then_some(path)
}

fn of_bank_calls(path: &Path, verb: &str, options: &[&str]) -> Value {
    json(&[&[verb, path.to_str().unwrap()], &BANK[..], options].concat())
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn real_calls_are_counted_and_their_drift_is_seen() {
    let Some(path) = bank_calls() else { return };
    let told = of_bank_calls(&path, "calibrate", &["--date-column", "date"]);
    let rows = ["read", "used", "other", "rejected"].map(|part| told["rows"][part].as_u64().unwrap());
    assert_eq!(rows, [42_591, 36_817, 5_774, 0]);
    let counts = |rate: &str| ["successes", "trials"].map(|part| told["rates"][rate][part].as_u64().unwrap());
    assert_eq!(counts("cold.meeting"), [2_975, 36_059]);
    assert_eq!(counts("warm.meeting"), [394, 758]);
    let cold = &told["rates"]["cold.meeting"];
    assert!(number(&cold["half_life"]) < 1_000.0 && number(&cold["mean"]) > 0.25, "{cold}");
    assert_eq!(told["months"].as_array().unwrap().len(), 19);
}

#[test]
fn forecasts_of_real_calls_hold_what_they_say() {
    let Some(path) = bank_calls() else { return };
    for (kind, batch, forecasts, ratio) in [("cold", "100", 358, 0.6), ("warm", "25", 22, 0.65)] {
        let told = of_bank_calls(&path, "backtest", &["--kind", kind, "--batch", batch]);
        assert_eq!(told["forecasts"], forecasts);
        let [covered, expected] = ["coverage80", "expected80"].map(|part| number(&told[part]));
        assert!(covered >= 0.75 && (covered - expected).abs() <= 0.07, "{kind}: {covered} of {expected}");
        let [ours, binomial] = [&told["crps"], &told["binomial"]["crps"]].map(number);
        assert!(ours <= ratio * binomial, "{kind}: {ours} of {binomial}");
        assert!(number(&told["binomial"]["coverage80"]) < 0.7, "{told}");
        let histogram: f64 = told["histogram"].as_array().unwrap().iter().map(number).sum();
        assert!((histogram - 1.0).abs() < 1e-9, "{histogram}");
    }
}

/// A simulated log with all that can happen.
fn simulated(folder: &Path) -> String {
    let log = folder.join("log.csv");
    let rates = "cold.reach=0.5 cold.show=0.8 warm.reach=0.9 warm.show=0.7 incident.rate=0.2 incident.disliked=0.3";
    let set = rates.split(' ').flat_map(|rate| ["--set", rate]).collect::<Vec<_>>();
    let output = ["--format", "csv", "-o", log.to_str().unwrap()];
    stdout(&[&["trace", "--calls", "20000"], &set[..], &output].concat());
    log.to_str().unwrap().to_owned()
}

#[test]
fn the_rates_of_a_simulated_log_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let told = json(&["calibrate", &simulated(folder.path())]);
    let known = [
        ("cold.reach", 0.5),
        ("cold.meeting", 0.1),
        ("cold.show", 0.8),
        ("warm.reach", 0.9),
        ("warm.meeting", 0.9),
        ("warm.show", 0.7),
        ("incident.rate", 0.2),
        ("incident.disliked", 0.3),
        ("incident.recovery", 2.0 / 3.0),
        ("incident.plain_ask", 0.1),
    ];
    for (rate, truth) in known {
        let told = &told["rates"][rate];
        let [successes, trials] = ["successes", "trials"].map(|part| number(&told[part]));
        // Five standard errors: ten checks, one false alarm in 170,000 seeds.
        let error = (truth * (1.0 - truth) / trials).sqrt();
        assert!((successes / trials - truth).abs() < 5.0 * error, "{rate}: {successes} of {trials}");
        assert!((number(&told["mean"]) - truth).abs() < 0.05, "{rate}: {told}");
    }
    assert_eq!(told["scenario"]["reading"], "smooth");
}

#[test]
fn the_scenario_that_is_written_is_the_one_that_is_simulated() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = folder.path().join("rates.toml");
    let scenario = scenario.to_str().unwrap();
    let told = json(&["calibrate", &simulated(folder.path()), "--scenario-out", scenario]);
    let simulated = json(&["simulate", scenario, "--trials", "1000"]);
    assert_eq!(simulated["scenario"]["reading"], told["scenario"]["reading"]);
    for rate in
        told["rates"].as_object().unwrap().keys().filter(|rate| simulated["scenario"]["rates"].get(rate).is_some())
    {
        assert_eq!(simulated["scenario"]["rates"][rate], told["scenario"]["rates"][rate], "{rate}");
    }
    let lost =
        outreach(&["calibrate", &format!("{}/log.csv", folder.path().display()), "--scenario-out", "/nonexistent/x"]);
    assert_eq!(lost.status.code(), Some(1));
    assert!(lost.stdout.is_empty());
}

/// A preset that reaches fewer would count those who were not reached twice.
#[test]
fn a_log_of_conversations_had_the_reach_of_the_preset() {
    let folder = tempfile::tempdir().unwrap();
    let [log, scenario] = ["log.csv", "mine.toml"].map(|name| folder.path().join(name).display().to_string());
    let rows = (0..100).map(|row| format!("2026-05-04,c{row},{}\n", if row % 10 == 0 { "yes" } else { "no" }));
    std::fs::write(&log, format!("date,contact,meeting\n{}", rows.collect::<String>())).unwrap();
    for preset in ["documented", "published"] {
        stdout(&["calibrate", &log, "--preset", preset, "--scenario-out", &scenario]);
        let answer = json(&["simulate", &scenario, "--calls", "100", "--preset", "published", "--trials", "1000"]);
        assert_eq!(answer["scenario"]["rates"]["cold.reach"], 1.0, "{preset}");
        assert!((6.5..8.5).contains(&number(&answer["exact"]["mean"])), "{preset}: {answer}");
    }
}

/// Of an incident that may have ended in two ways nothing is learned, and that is said.
#[test]
fn half_of_the_conversations_were_left_out_after_incidents_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.csv");
    for (incident, is_said) in
        [("unknown", true), ("disliked", true), ("unrecovered", false), ("recovered", false), ("none", false)]
    {
        let rows = |incident: &str, outcome: &str| format!("2026-05-04,warm,{incident},{outcome}\n").repeat(20);
        let text = rows("none", "meeting set") + &rows(incident, "refused") + &rows("unknown", "no answer");
        std::fs::write(&log, format!("date,kind,incident,outcome\n{text}")).unwrap();
        for (language, said) in
            [("en", "20 warm conversations met an incident"), ("fr", "20 conversations chaudes ont connu")]
        {
            let output = outreach(&["calibrate", log.to_str().unwrap(), "-q", "--lang", language]);
            let told = String::from_utf8(output.stderr).unwrap().replace('\n', " ");
            assert_eq!(told.contains(said), is_said, "{incident}: {told}");
        }
    }
}

#[test]
fn names_are_those_of_meetings_that_were_held() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/pages/logs.in/journal.csv");
    let told = json(&["calibrate", pages.to_str().unwrap(), "--date-format", "dmy"]);
    assert_eq!(told["names_per_meeting"]["meetings"], 2);
    assert_eq!(told["names_per_meeting"]["mean"], 1.5);
    let ana = told["connectors"].as_array().unwrap().iter().find(|connector| connector["connector"] == "Ana").unwrap();
    assert_eq!(ana["warm"]["meetings_set"], 2);
}

#[test]
fn a_plot_of_a_backtest_is_a_picture() {
    let folder = tempfile::tempdir().unwrap();
    let log = simulated(folder.path());
    let svg = folder.path().join("backtest.svg");
    stdout(&["backtest", &log, "--plot", svg.to_str().unwrap()]);
    let svg = std::fs::read_to_string(svg).unwrap();
    assert!(svg.contains("<desc>These forecasts ") && svg.contains("what happened"), "{svg:.500}");
}

/// What `simulate` says of this many calls of the scenario that a log gives, by the words of its rows.
fn forecast_of(rows: &[(&str, &str, usize)], options: &[&str], calls: usize) -> (f64, String) {
    let folder = tempfile::tempdir().unwrap();
    let [log, scenario] = ["log.csv", "mine.toml"].map(|name| folder.path().join(name).to_str().unwrap().to_owned());
    let counts: Vec<_> = rows.iter().map(|(.., count)| *count).collect();
    let total: usize = counts.iter().sum();
    // Mixed evenly, so that no rate seems to drift: of each sort the share that is due by then.
    let mut text = "kind,outcome\n".to_owned();
    let mut written = vec![0_usize; rows.len()];
    for row in 1..=total {
        let due = |sort: usize| (counts[sort] * row) as f64 / total as f64 - written[sort] as f64;
        let sort = (0..rows.len()).max_by(|&a, &b| due(a).total_cmp(&due(b))).unwrap();
        written[sort] += 1;
        writeln!(text, "{},{}", rows[sort].0, rows[sort].1).unwrap();
    }
    std::fs::write(&log, text).unwrap();
    stdout(&[&["calibrate", &log, "-q", "--scenario-out", &scenario], options].concat());
    let calls = calls.to_string();
    let answer = json(&["simulate", &scenario, "--calls", &calls]);
    (number(&answer["meetings"]["mean"]), std::fs::read_to_string(&scenario).unwrap())
}

#[test]
fn a_cold_log_is_not_answered_with_recommended_calls() {
    let (meetings, scenario) = forecast_of(&[("cold", "refused", 90), ("cold", "meeting", 10)], &[], 100);
    assert!(scenario.contains("warm = 0.0\n"), "{scenario}");
    // Jeffreys: 100 · 10.5 / 101, and not the 50 of a half recommended campaign. Standard error 0.014.
    assert!((meetings - 1050.0 / 101.0).abs() < 0.07, "{meetings}");
    let (meetings, scenario) = forecast_of(&[("warm", "refused", 10), ("warm", "meeting", 90)], &[], 50);
    assert!(scenario.contains("warm = 1.0\n"), "{scenario}");
    assert!((meetings - 50.0 * 90.5 / 101.0).abs() < 0.1, "{meetings}");
}

#[test]
fn as_many_calls_as_the_log_has_are_forecast_to_bring_what_those_brought() {
    let logs: [&[(&str, &str, usize)]; 4] = [
        &[("cold", "not reached", 900), ("cold", "refused", 80), ("cold", "meeting", 20)],
        &[
            ("cold", "not reached", 400),
            ("cold", "refused", 100),
            ("cold", "meeting", 50),
            ("warm", "not reached", 60),
            ("warm", "refused", 30),
            ("warm", "meeting", 70),
        ],
        &[("cold", "refused", 300), ("cold", "meeting", 60), ("warm", "refused", 5), ("warm", "meeting", 1)],
        &[("warm", "not reached", 20), ("warm", "refused", 100), ("warm", "meeting", 200)],
    ];
    for (log, preset) in logs.iter().zip(["documented", "documented", "published", "documented"]) {
        let calls: usize = log.iter().map(|(.., count)| count).sum();
        let meetings: usize = log.iter().filter(|row| row.1 == "meeting").map(|(.., count)| count).sum();
        // That meetings are held is the preset's: seven in ten of those set, of the published ones.
        let held = if preset == "published" { 0.7 } else { 1.0 };
        let (forecast, scenario) = forecast_of(log, &["--preset", preset], calls);
        let ratio = forecast / (meetings as f64 * held);
        // Jeffreys, and the share of the belief that the past is forgotten, move it by a few per cent.
        assert!((0.95..1.08).contains(&ratio), "{ratio}: {forecast} of {meetings}\n{scenario}");
    }
}

#[test]
fn an_answer_from_less_than_half_of_the_rows_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let rows = |good: &str, bad: &str, counts: [usize; 2]| good.repeat(counts[0]) + &bad.repeat(counts[1]);
    for (name, most, half) in [
        (
            "log.csv",
            rows("cold,meeting\n", "cold,gibberish\n", [4, 5]),
            rows("cold,meeting\n", "cold,gibberish\n", [5, 5]),
        ),
        ("list.csv", rows("0.5,\n", "1.5,\n", [4, 5]), rows("0.5,\n", "1.5,\n", [5, 5])),
    ] {
        let (verb, header) =
            if name == "log.csv" { ("calibrate", "kind,outcome\n") } else { ("forecast", "probability,name\n") };
        std::fs::write(path(name), header.to_owned() + &most).unwrap();
        let refused = outreach(&[verb, &path(name), "-q"]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!((refused.status.code(), refused.stdout.len()), (Some(4), 0), "{said}");
        assert!(said.contains("5 of 9 rows rejected") && said.contains("--allow-rejected"), "{said}");
        let allowed = outreach(&[verb, &path(name), "-q", "--allow-rejected"]);
        let said = String::from_utf8_lossy(&allowed.stderr).into_owned();
        // Silence does not hide it.
        assert!(allowed.status.success() && said.contains("5 of 9 rows rejected"), "{said}");
        std::fs::write(path(name), header.to_owned() + &half).unwrap();
        assert!(outreach(&[verb, &path(name)]).status.success(), "half of the rows are enough");
    }
}

/// The log says who agreed, and not who was reached. The intervals are where 2·Δ log L is 2.7055 by another program.
#[test]
fn attempts_of_real_calls_give_the_curve_of_the_reference() {
    let Some(path) = bank_calls() else { return };
    let answer = of_bank_calls(&path, "calibrate", &["--attempts-column", "attempts"]);
    let cold = &answer["attempts"]["cold"];
    let near = |value: &Value, expected: f64, off: f64| assert!((number(value) - expected).abs() <= off, "{value}");
    assert_eq!((cold["of"].as_str(), cold["mixes_periods"].as_bool()), (Some("meeting"), Some(true)));
    near(&cold["first"], 0.036_674, 5e-7);
    near(&cold["ever"], 0.238_298, 5e-7);
    near(&cold["log_score_gain"], 167.4, 0.05);
    near(&cold["ever_interval"]["low"], 0.224_378, 1e-6);
    let cumulated = |attempts: usize| {
        let rows = cold["by_attempt"].as_array().unwrap();
        let open = |row: &Value| 1.0 - number(&row["fitted"]);
        1.0 - rows[..attempts].iter().map(open).product::<f64>()
    };
    for (attempts, fitted) in [(3, 0.0940), (5, 0.1350), (10, 0.1935)] {
        assert!((cumulated(attempts) - fitted).abs() <= 5e-5);
    }
    assert_eq!(answer["rates"]["cold.meeting"]["per"], "contact");
    assert!(answer["rates"]["cold.meeting"]["beside"]["published"].is_null());
}

/// What a simulated log has been made with is found again, and forecast: by contact, and by a column with the attempts.
#[test]
fn a_log_of_contacts_is_read_learned_from_and_forecast() {
    let folder = tempfile::tempdir().unwrap();
    let rates = ["--set", "cold.reach=0.16", "--set", "cold.reachable=0.4", "--set", "cold.meeting=0.3"];
    let trace = ["trace", "--contacts", "1000", "--max-attempts", "5", "--strategy", "cold", "--format", "csv"];
    let log = stdout(&[&trace[..], &rates].concat());
    let path = folder.path().join("log.csv");
    std::fs::write(&path, &log).unwrap();
    let scenario = folder.path().join("mine.toml");
    let (path, scenario) = (path.to_str().unwrap(), scenario.to_str().unwrap());
    let answer = json(&["calibrate", path, "--scenario-out", scenario]);
    let cold = &answer["attempts"]["cold"];
    assert_eq!((cold["of"].as_str(), cold["by_attempt"][0]["at_risk"].as_u64()), (Some("reach"), Some(1000)));
    for (name, truth) in [("first", 0.16), ("ever", 0.4)] {
        let interval = &cold[format!("{name}_interval")];
        assert!(number(&interval["low"]) < truth && truth < number(&interval["high"]), "{name}: {interval}");
    }
    let written = std::fs::read_to_string(scenario).unwrap();
    assert!(written.contains("[attempts.cold]\nat_risk = [1000, "), "{written}");
    let forecast = json(&["simulate", scenario, "--contacts", "300", "--max-attempts", "3", "--trials", "1000"]);
    let conversations = number(&forecast["rounds"][0]["conversations"]["mean"]);
    assert!((conversations - 300.0 * number(&cold["first"])).abs() < 3.0, "{conversations}");

    // The same contacts, a row each: the last row of each has the number of its attempts.
    let rows = log.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let last: std::collections::BTreeMap<_, _> = rows.map(|cells| (cells[2], (cells[3], cells[5]))).collect();
    let mut table = "attempts,outcome\n".to_owned();
    for (attempts, ending) in last.values() {
        writeln!(table, "{attempts},{ending}").unwrap();
    }
    let by_column = folder.path().join("contacts.csv");
    std::fs::write(&by_column, table).unwrap();
    let answer = json(&["calibrate", by_column.to_str().unwrap(), "--attempts-column", "attempts"]);
    assert_eq!(answer["attempts"]["cold"]["by_attempt"], cold["by_attempt"]);
    assert_eq!(answer["rates"]["cold.reach"]["per"], "contact");
}

#[test]
fn rows_without_a_number_of_attempts_are_rejected_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log.csv");
    std::fs::write(&path, "attempts,outcome\n1,meeting\n3,not reached\n2,refused\n4,refused\n5,refused\n0,meeting\n,meeting\n1.5,refused\n").unwrap();
    let answer = json(&["calibrate", path.to_str().unwrap(), "--attempts-column", "attempts"]);
    assert_eq!((answer["rows"]["used"].as_u64(), answer["rows"]["rejected"].as_u64()), (Some(5), Some(3)));
    assert_eq!(answer["attempts"]["cold"]["by_attempt"][0]["at_risk"], 5);
}

#[test]
fn a_header_that_is_too_wide_is_said_to_be_so() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("wide.csv");
    let header: Vec<_> = (1..=5_000).map(|column| format!("c{column}")).collect();
    std::fs::write(&log, header.join(",") + "\n2026-05-04,a,Meeting booked\n").unwrap();
    let output = outreach(&["calibrate", log.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("tables of up to 4096 columns"), "{output:?}");
}

#[test]
fn a_word_of_two_columns_is_shown_once() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.csv");
    std::fs::write(
        &log,
        "Date,Contact,Call Outcome,Lead Status\n2026-05-04,a,No answer,Demo set\n2026-05-05,a,Demo set,Demo set\n",
    )
    .unwrap();
    let text = stdout(&["calibrate", log.to_str().unwrap()]);
    assert!(text.contains("Demo set (1) → meeting set"), "{text}");
}
