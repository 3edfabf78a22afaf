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
    for (words, code, field, value, accepted, hint) in [
        ("simulate --set cold.meeting=1.2", 2, json!("cold.meeting"), json!("1.2"), json!(probability), json!(null)),
        ("simulate --calls many", 2, json!("calls"), json!("many"), json!(calls), json!(null)),
        (
            "plan --meetings 5 --confidence 2",
            2,
            json!("confidence"),
            json!("2"),
            json!(probability),
            json!("did you mean 2 %?"),
        ),
        ("simulate --calles 3", 2, json!("calles"), json!(null), json!(null), json!("--calls")),
        ("simulate --reading x", 2, json!("reading"), json!("x"), json!("smooth, overall"), json!(null)),
        ("simulate --scenario /no/such/file", 1, json!(null), json!(null), json!(null), json!(null)),
        ("plan --meetings 500 --max 3 -o /dev/null", 3, json!(null), json!(null), json!(null), json!(null)),
    ] {
        for format in ["--format json", "--format=json"] {
            let args: Vec<_> = words.split(' ').chain(format.split(' ')).collect();
            let (mut error, exit) = error_of(&args);
            assert_eq!(exit, Some(code), "{words}");
            let message = error.as_object_mut().unwrap().remove("message").unwrap();
            assert!(!message.as_str().unwrap().is_empty(), "{words}");
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
