//! Answers and their JSON Schemas: both follow from the same types.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use outreach_io::answer::{
    BacktestAnswer, CalibrateAnswer, CompareAnswer, ForecastAnswer, ModelAnswer, PlanAnswer, SensitivityAnswer,
    SimulateAnswer, TraceAnswer, WITH_SCHEMA,
};
use serde_json::Value;

use crate::behaviour::{json, outreach, stdout};

/// Questions that between them have every field of their verb's answer; `@` is the folder of the pages' logs and lists.
pub(crate) const QUESTIONS: &[(&str, &[&str])] = &[
    ("backtest", &["@logs.in/journal.csv --date-format dmy --batch 2 --warmup 2"]),
    (
        "calibrate",
        &[
            "@logs.in/journal.csv --date-format dmy",
            "@logs.in/dialer.csv",
            "@logs.in/months.csv",
            "@../../../../../data/called-again.csv",
        ],
    ),
    (
        "compare",
        &[
            "",
            "cold warm --hours 5 --at-least 3",
            "--preset published --precision 0.1",
            "snowball cold --preset published",
            "cold --max-attempts 1,3 --set cold.reach=0.3",
            "cold --set effort.cold_attempt=0",
            "cold mixed --trials 1",
        ],
    ),
    (
        "forecast",
        &[
            "@forecast.in/contacts.csv --at-least 3",
            "@forecast.in/contacts.csv --group-by region --hours 1",
            "@forecast.in/contacts.csv --at-least 3 --reading overall --set incident.rate=beta(2,3)",
            "@forecast.in/semicolons.csv --probability-column chance",
        ],
    ),
    ("model", &["", "--preset published", "--reading overall --set cold.meeting=beta(2,18)"]),
    (
        "plan",
        &[
            "--meetings 5",
            "--meetings 5 --preset published",
            "--meetings 5 --calls-per-week 40",
            "--meetings 5 --hours-per-week 6.5 --strategy mixed",
            "--meetings 5 --solve hours --strategy mixed",
            "--meetings 5 --max 3",
            "--meetings 30 --solve referrals --calls 60",
            "--meetings 5 --solve contacts --max-attempts 3 --set cold.reach=0.2",
            "--meetings 5 --strategy snowball --set pool.decay=0.9",
            "--meetings 5 --strategy snowball --set pool.decay=0.9 --solve hours",
        ],
    ),
    (
        "sensitivity",
        &["", "--preset published", "--strategy snowball", "--preset published --reading overall", "--hours 10"],
    ),
    (
        "simulate",
        &[
            "--strategy mixed",
            "--strategy snowball",
            "--strategy snowball --preset published --set pool.decay=0.5",
            "--hours 10",
            "--preset published --meetings 3",
            "--contacts 50 --max-attempts 3 --set cold.reach=0.3",
            "--contacts 50 --max-attempts 3 --set cold.reach=0.3 --hours 9",
            "--so-far cold=10:1 --precision 0.1",
            "--calls-per-week 30 --at-least 20",
            "--strategy snowball --preset published --hours-per-week 10 --at-least 1",
            "--preset published --so-far warm=3:1 --at-least 5 --at-least 10",
            "--trials 1",
            "--strategy warm --set connectors.count=5 --set connectors.correlation=0.1",
        ],
    ),
    (
        "trace",
        &[
            "--calls 20",
            "--calls 20 --strategy snowball",
            "--contacts 10 --max-attempts 3 --set cold.reach=0.3",
            "--strategy warm --set connectors.count=3 --set connectors.correlation=0.1",
            "--strategy warm --set connectors.count=3 --set connectors.correlation=0.1",
        ],
    ),
];

/// The words of such a question.
pub(crate) fn of_pages(verb: &str, words: &str, format: &str) -> Vec<String> {
    let samples = matches!(verb, "compare" | "plan" | "sensitivity" | "simulate");
    let trials = if samples && !words.contains("--trials") { " --trials 3000" } else { "" };
    let words = words.replace('@', concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/pages/"));
    format!("{verb} {words}{trials} --format {format}").split_whitespace().map(str::to_owned).collect()
}

/// The answers of a verb, also those that say that nothing was found.
fn answers(verb: &str) -> Vec<Value> {
    let (_, questions) = QUESTIONS.iter().find(|(known, _)| *known == verb).unwrap();
    let answer = |words: &&str| {
        let line = of_pages(verb, words, "json");
        let output = outreach(&line.iter().map(String::as_str).collect::<Vec<_>>());
        serde_json::from_slice(&output.stdout).unwrap()
    };
    questions.iter().map(answer).collect()
}

#[test]
fn the_schemas_of_the_manual_are_those_of_the_command() {
    for verb in WITH_SCHEMA.into_iter().chain(["error"]) {
        let schema = stdout(&["schema", verb]);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../docs/schema/{verb}.json"));
        if std::env::var_os("RENEW").is_some() {
            fs::write(&path, &schema).unwrap();
        }
        assert_eq!(
            fs::read_to_string(&path).unwrap_or_default(),
            schema,
            "cargo xtask renew writes {}",
            path.display()
        );
    }
}

/// The answer, read as what it is and written again.
macro_rules! again {
    ($type:ty, $answer:expr) => {
        serde_json::to_value(serde_json::from_value::<$type>($answer).unwrap()).unwrap()
    };
}

#[test]
fn an_answer_that_is_read_and_written_again_is_the_same() {
    for verb in WITH_SCHEMA {
        for answer in answers(verb) {
            let text = answer.to_string();
            let again = match verb {
                "backtest" => again!(BacktestAnswer, answer),
                "calibrate" => again!(CalibrateAnswer, answer),
                "compare" => again!(CompareAnswer, answer),
                "forecast" => again!(ForecastAnswer, answer),
                "model" => again!(ModelAnswer, answer),
                "plan" => again!(PlanAnswer, answer),
                "sensitivity" => again!(SensitivityAnswer, answer),
                "simulate" => again!(SimulateAnswer, answer),
                "trace" => again!(TraceAnswer, answer),
                other => panic!("{other} has no type here"),
            };
            assert_eq!(again.to_string(), text);
        }
    }
}

/// What an answer has that its schema does not allow, as far as types, required and known fields go.
pub(crate) fn against(
    schema: &Value,
    root: &Value,
    answer: &Value,
    place: &str,
    seen: &mut BTreeSet<String>,
) -> Vec<String> {
    if let Some(definition) = schema.get("$ref") {
        let pointer = definition.as_str().unwrap().trim_start_matches('#');
        return against(root.pointer(pointer).unwrap(), root, answer, place, seen);
    }
    if let Some(options) = schema.get("anyOf").and_then(Value::as_array) {
        let refused = options.iter().map(|option| against(option, root, answer, place, seen));
        return refused.min_by_key(Vec::len).unwrap();
    }
    let types: Vec<_> = match schema.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        Some(one) => one.as_str().into_iter().collect(),
        None => return Vec::new(),
    };
    let own = match answer {
        Value::Null => "null",
        Value::Number(number) if number.as_f64().is_some_and(|number| number.fract() != 0.0) => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
        Value::Bool(_) => "boolean",
    };
    if !(types.contains(&own) || own == "integer" && types.contains(&"number")) {
        return vec![format!("{place} is {own}, not {types:?}")];
    }
    let mut wrong = Vec::new();
    if schema.get("const").is_some_and(|only| only != answer) {
        wrong.push(format!("{place} is {answer}, and not {}", schema["const"]));
    }
    if schema.get("enum").and_then(Value::as_array).is_some_and(|known| !known.contains(answer)) {
        wrong.push(format!("{place} is {answer}, which is none of the words known"));
    }
    let bound = |name: &str| schema.get(name).and_then(Value::as_f64);
    let beyond = answer.as_f64().is_some_and(|number| {
        bound("minimum").is_some_and(|least| number < least)
            || bound("maximum").is_some_and(|most| number > most)
            || bound("exclusiveMinimum").is_some_and(|below| number <= below)
            || bound("exclusiveMaximum").is_some_and(|above| number >= above)
    });
    if beyond {
        wrong.push(format!("{place} is {answer}, which is out of its bounds"));
    }
    if let Value::Array(items) = answer {
        for item in items {
            wrong.extend(against(&schema["items"], root, item, &format!("{place}[]"), seen));
        }
    }
    if let (Value::Object(fields), Some(Value::Object(known))) = (answer, schema.get("properties")) {
        for (name, value) in fields {
            let place = format!("{place}.{name}");
            match known.get(name) {
                Some(schema) => wrong.extend(against(schema, root, value, &place, seen)),
                // What is flattened and optional stands beside the properties.
                None if schema.get("anyOf").is_some() => {}
                None => wrong.push(format!("{place} is unknown")),
            }
            seen.insert(place);
        }
        let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
        let missing = required.filter(|name| !fields.contains_key(name.as_str().unwrap()));
        wrong.extend(missing.map(|name| format!("{place}.{name} is missing")));
    }
    wrong
}

#[test]
fn every_answer_fits_the_schema() {
    for verb in WITH_SCHEMA {
        let schema: Value = serde_json::from_str(&stdout(&["schema", verb])).unwrap();
        let mut seen = BTreeSet::new();
        for answer in answers(verb) {
            assert_eq!(against(&schema, &schema, &answer, "", &mut seen), [] as [String; 0], "{verb}");
        }
        // Every field of the schema was seen in some answer, so that none is only promised.
        for name in schema["properties"].as_object().unwrap().keys() {
            assert!(seen.contains(&format!(".{name}")), "no answer of {verb} has {name}");
        }
    }
}

#[test]
fn an_answer_against_the_schema_is_seen() {
    let schema: Value = serde_json::from_str(&stdout(&["schema", "simulate"])).unwrap();
    let answer = json(&["simulate", "--trials", "1000"]);
    for (pointer, wrong) in [
        ("/meetings/mean", "\"50\""),
        ("/seed", "null"),
        ("/attempts/cold", "{}"),
        ("/scenario/preset", "\"none\""),
        ("/schema", "\"outreach/plan/1\""),
    ] {
        let mut answer = answer.clone();
        *answer.pointer_mut(pointer).unwrap() = serde_json::from_str(wrong).unwrap();
        assert_ne!(against(&schema, &schema, &answer, "", &mut BTreeSet::new()), [] as [String; 0], "{pointer}");
    }
}
