//! Errors as data: for programs as JSON, for people in their language.

use outreach_io::{Language, Scenario, Setting, keys};
use serde_json::{Value, json};

use crate::behaviour::outreach;

/// What the command writes to standard error, as JSON.
fn error_of(args: &[&str]) -> (Value, Option<i32>) {
    let output = outreach(args);
    let text = String::from_utf8(output.stderr).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{args:?}: {error}: {text}"));
    (value["error"].clone(), output.status.code())
}

#[test]
fn programs_get_errors_as_data() {
    let probability = "a probability (0 to 1)";
    let calls = "a number of calls (1 to 1,000,000)";
    let limit = "ask for fewer meetings or a lower --confidence, or raise the limit";
    for (words, code, field, value, accepted, hint) in [
        ("simulate --set cold.meeting=1.2", 2, json!("cold.meeting"), json!("1.2"), json!(probability), json!(null)),
        ("simulate --calls many", 2, json!("calls"), json!("many"), json!(calls), json!(null)),
        (
            "plan --meetings 5 --confidence 2",
            2,
            json!("confidence"),
            json!("2"),
            json!("a probability (0 to 1, or 0 % to 100 %)"),
            json!("did you mean 2 %?"),
        ),
        ("simulate --calles 3", 2, json!("calles"), json!(null), json!(null), json!("--calls")),
        ("simulate --reading x", 2, json!("reading"), json!("x"), json!("smooth, overall"), json!(null)),
        ("simulate --scenario /no/such/file", 1, json!(null), json!(null), json!(null), json!(null)),
        ("plan --meetings 500 --max 3 -o /dev/null --lang fr", 3, json!(null), json!(null), json!(null), json!(limit)),
    ] {
        for format in ["--format json", "--format=json"] {
            let args: Vec<_> = words.split(' ').chain(format.split(' ')).collect();
            let (mut error, exit) = error_of(&args);
            assert_eq!(exit, Some(code), "{words}");
            let message = error.as_object_mut().unwrap().remove("message").unwrap();
            let message = message.as_str().unwrap();
            assert!(!message.is_empty() && !message.contains("objectif"), "{words}: {message}");
            assert_eq!(error, json!({ "field": field, "value": value, "accepted": accepted, "hint": hint }), "{words}");
        }
    }
}

#[test]
fn a_near_miss_is_the_hint() {
    let (error, _) = error_of(&["compare", "colt", "--format", "json"]);
    assert_eq!((&error["value"], &error["hint"]), (&json!("colt"), &json!("did you mean `cold`?")));
    let (error, _) = error_of(&["simulate", "--set", "cold.meting=1", "--format", "json"]);
    assert_eq!((&error["value"], &error["hint"]), (&json!("cold.meting"), &json!("did you mean `cold.meeting`?")));
}

#[test]
fn strategies_were_not_known_by_their_french_names_nor_calls_by_their_number() {
    for (typed, hint) in [
        ("simulate\n--strategy\nsurtout chaud", "referral-heavy"),
        ("plan\n--meetings\n5\n--strategy\nfroid", "cold"),
        ("simulate\ntout froid", "--strategy cold"),
        ("compare\nfroid\nmixte", "did you mean `cold`?"),
        ("compare\ncold\nboule de neige", "did you mean `snowball`?"),
        ("simulate\n60\n--warm\n15", "--calls 60"),
        ("sensitivity\n60\n--max-attempts\n3", "--contacts 60"),
    ] {
        let typed: Vec<_> = typed.split('\n').chain(["--lang", "fr", "--format", "json"]).collect();
        let (error, code) = error_of(&typed);
        assert_eq!((&error["hint"], code), (&json!(hint), Some(2)), "{typed:?}: {error}");
    }
    let (error, _) = error_of(&["model", "froid", "--format", "json"]);
    assert!(error["message"].as_str().unwrap().contains("leave it out"), "{error}");
}

#[test]
fn what_was_meant_by_cold_was_refused_itself() {
    for (typed, hint) in [
        ("simulate --cold 60", "--calls 60 --strategy cold"),
        ("simulate --cold 60 --warm 15", "--calls 75 --warm 15"),
        ("simulate --cold=60 --warm=15", "--calls 75 --warm 15"),
        ("simulate --calls 75 --cold 60 --warm 15", "--calls 75 --warm 15"),
        ("sensitivity --calls 75 --cold 60", "--calls 75 --warm 15"),
        ("compare --cold 60", "--calls 60"),
    ] {
        let typed: Vec<_> = typed.split(' ').collect();
        let (error, _) = error_of(&[&typed[..], &["--format", "json"]].concat());
        assert_eq!(error["hint"], hint, "{typed:?}");
        let french = String::from_utf8(outreach(&[&typed[..], &["--lang", "fr"]].concat()).stderr).unwrap();
        assert!(french.contains(&format!("vouliez-vous dire {hint}\u{202f}?")), "{french}");
        let meant: Vec<_> = hint.split(' ').collect();
        assert!(outreach(&[&typed[..1], &meant, &["--trials", "300"]].concat()).status.success(), "{hint}");
    }
}

#[test]
fn all_that_is_wrong_is_one_object() {
    let (error, _) = error_of(&["simulate", "--set", "calls=x", "--set", "cold.show=2", "--format", "json"]);
    assert_eq!(error["field"], "calls");
    let fields: Vec<_> = error["all"].as_array().unwrap().iter().map(|one| one["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["calls", "cold.show"]);
    let text = error["message"].as_str().unwrap();
    assert!(text.contains("calls = x is not") && text.contains("cold.show = 2 is not"), "{text}");
}

#[test]
fn what_every_key_refuses_is_said_in_french_with_the_same_data() {
    for key in keys() {
        for value in ["x", "-1", "1e99", "beta(0, 0)", "mean(2, 1)", "range(1, 0)"] {
            let refused = Setting::new(key, value).and_then(|setting| Scenario::of_layers(&[vec![setting]]));
            let Err(error) = refused else { continue };
            for fault in error.faults() {
                let [english, french] = [Language::English, Language::French].map(|language| fault.message(language));
                assert_ne!(english, french, "no French for: {english}");
                assert!(french.contains(fault.value().unwrap()), "{french}");
                assert_eq!(fault.key.as_deref(), Some(key), "{english}");
            }
        }
    }
}

#[test]
fn numbers_in_french_errors_are_those_of_the_english_ones() {
    let setting = Setting::new("pool.dispersion", "0.001").unwrap();
    let fault = Scenario::of_layers(&[vec![setting]]).unwrap_err().faults().remove(0);
    let french = fault.message(Language::French);
    assert!(french.contains("(0,01 à 1\u{202f}000\u{202f}000)"), "{french}");
}

/// The command, and what it writes to standard error in a language.
fn said(words: &str, variables: &[(&str, &str)], language: &str) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_outreach"));
    let output = command.args(words.split(' ')).envs(variables.iter().copied()).env("OUTREACH_LANG", language).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn files_options_and_parts_are_refused_in_french() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let shard = |name: &str, of: &str| {
        let output = outreach(&["simulate", "--trials", "20000", "--shard", of, "-o", &path(name)]);
        assert!(output.status.success());
    };
    shard("1", "1/3");
    shard("2", "2/2");
    std::fs::write(path("damaged"), [&std::fs::read(path("1")).unwrap()[..], b" "].concat()).unwrap();
    for (name, text) in
        [("log", "date,kind,outcome\n2026-03-02,cold,meeting\n"), ("key", "cals = 3"), ("type", "calls = [1]")]
    {
        std::fs::write(path(name), text).unwrap();
    }
    std::fs::write(path("latin"), b"# \xe9\n").unwrap();
    std::fs::write(path("toml"), "calls = = 3").unwrap();
    let [one, two, log] = ["1", "2", "log"].map(path);
    for words in [
        format!("merge {one}"),
        format!("merge {one} {one}"),
        format!("merge {two} {one}"),
        format!("merge {}", path("damaged")),
        format!("merge {log}"),
        format!("backtest {log}"),
        format!("calibrate {log} --prior documented"),
        format!("calibrate {log} --prior documented --prior-weight 0"),
        format!("calibrate {log} --prior-weight 3"),
        format!("simulate {}", path("key")),
        format!("simulate {}", path("type")),
        format!("simulate {}", path("latin")),
        format!("simulate {}", path("toml")),
        "simulate --so-far cold=1".to_owned(),
        "simulate --so-far cold=1:0 --so-far cold=1:0".to_owned(),
        "simulate --shard 1/2 --precision 0.1 -o x".to_owned(),
        "compare warm=3 colt=4".to_owned(),
        "plan --meetings 3 --confidence 150%".to_owned(),
        "simulate --set cold.meeting=150%".to_owned(),
    ] {
        let [english, french] = ["en", "fr"].map(|language| said(&words, &[], language));
        let reason = |text: &str| text.lines().next().unwrap().split_once([':', '\u{a0}']).unwrap().1.to_owned();
        assert_ne!(reason(&english), reason(&french).trim_start_matches(':'), "no French for: {words}");
    }
}

#[test]
fn more_than_a_hundred_per_cent_is_told_so() {
    for words in
        ["plan --meetings 3 --confidence 150%", "simulate --set cold.meeting=150,5%", "simulate --set warm.show=101%"]
    {
        let text = said(words, &[], "en");
        assert!(text.contains("(a probability is at most 100 %)"), "{text}");
    }
    let text = said("simulate --set cold.meeting=-5%", &[], "en");
    assert!(!text.contains("at most"), "{text}");
}

#[test]
fn a_wrong_variable_is_named() {
    for (variable, value) in [
        ("OUTREACH_CALLS", "abc"),
        ("OUTREACH_MAX_ATTEMPTS", "x"),
        ("OUTREACH_WARM", "150%"),
        ("OUTREACH_HOURS", "x"),
        ("OUTREACH_SET", "cold.meeting=2"),
        ("OUTREACH_TRIALS", "x"),
        ("OUTREACH_SEED", "x"),
        ("OUTREACH_PRECISION", "x"),
    ] {
        let text = said("simulate", &[(variable, value)], "en");
        assert!(
            text.starts_with(&format!("error: {variable}")) && text.contains(value.trim_start_matches("cold.meeting=")),
            "{text}"
        );
        // What is typed wins.
        if variable == "OUTREACH_CALLS" {
            assert!(said("simulate --calls y", &[(variable, value)], "en").starts_with("error: calls = y"), "{text}");
        }
    }
}

/// What can be read and is wrong is wrong input; it was told as a failure of reading.
#[test]
fn packed_files_that_are_broken_are_wrong_input() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("calls.csv.gz");
    let name = broken.to_str().unwrap();
    for bytes in [&b"\x1f\x8bnd,outcome\ncold,meeting\n"[..], b"\x1f\x8b", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xff\xff"] {
        std::fs::write(&broken, bytes).unwrap();
        for verb in ["calibrate", "backtest", "forecast"] {
            let output = outreach(&[verb, name]);
            assert_eq!(output.status.code(), Some(2), "{verb} {bytes:?}");
        }
    }
    let french = outreach(&["calibrate", name, "--lang", "fr"]).stderr;
    assert!(String::from_utf8(french).unwrap().contains("fichier abîmé"));
    let missing = outreach(&["calibrate", "missing.csv", "--lang", "fr"]);
    assert_eq!(missing.status.code(), Some(1));
    let said = String::from_utf8(missing.stderr).unwrap();
    assert_eq!(
        said.replace('\u{a0}', " ").trim(),
        "erreur : impossible de lire missing.csv : ce fichier n'existe pas : vérifiez son nom et son dossier"
    );
}

#[test]
fn a_file_with_a_line_break_in_its_name_was_told_on_two_lines() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("my\nlog.csv");
    std::fs::write(&log, "a,b\n1,2\n").unwrap();
    for verb in ["calibrate", "forecast", "simulate"] {
        for file in [&log, &folder.path().join("not\nthere.csv")] {
            let output = outreach(&[verb, file.to_str().unwrap(), "-q"]);
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(!output.status.success() && said.lines().count() == 1, "{verb}: {said}");
        }
    }
}

#[test]
fn unlikely_outcomes_were_impossible_and_english() {
    let words = "simulate --preset published --so-far warm=10:7";
    let english = said(words, &[], "en");
    assert!(
        english.contains("too unlikely to weigh: at these rates its probability is 0.000007; give rates"),
        "{english}"
    );
    let french = said(words, &[], "fr");
    assert!(french.contains("trop improbable") && french.contains("sa probabilité est 0,000007"), "{french}");
}
