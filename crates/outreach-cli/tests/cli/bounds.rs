//! The schema of a question and the question accept the same values: of every field what stands at each of its bounds and beyond
//! it, each word, null, and values of every other type.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use outreach_io::question::{Files, NoFiles, Question};
use outreach_io::{Result, Setting, Source};
use serde_json::{Value, json};

use crate::schemas::against;

/// No file is read, and settings without effect are no fault: it is their values that count.
struct Form;

impl Files for Form {
    fn scenario(&self, name: &str) -> Result<Vec<Setting>> {
        NoFiles.scenario(name)
    }

    fn table(&self, name: &str) -> Result<Box<dyn Source>> {
        NoFiles.table(name)
    }

    fn exists(&self, _: &str) -> bool {
        false
    }

    fn keep_idle_settings(&self) -> bool {
        true
    }
}

/// A question in which every value that a field accepts goes with the rest.
fn base(verb: &str, field: &str) -> Value {
    let log = json!({ "text": "outcome,duration\nmeeting,40\nno answer,0\n", "columns": { "duration": "duration" } });
    let mut question = match verb {
        "backtest" | "calibrate" => json!({ "log": log }),
        "forecast" => json!({ "list": { "text": "probability\n0.2\n" } }),
        "plan" => json!({ "meetings": 1 }),
        "simulate" => json!({ "trials": 10 }),
        "compare" => json!({ "trials": 10, "strategies": ["cold"] }),
        _ => json!({}),
    };
    question["verb"] = verb.into();
    match field {
        "settings.warm" => question["settings"] = json!({ "calls": 1_000_000 }),
        "solve" => question["settings"] = json!({ "contacts": 20, "max_attempts": 1 }),
        "prior" => question["prior_weight"] = 10.into(),
        "prior_weight" => question["prior"] = "documented".into(),
        _ => {}
    }
    question
}

/// The question with a value at a place: `log.talk_time`.
fn with(mut question: Value, place: &[&str], value: &Value) -> Value {
    let (last, before) = place.split_last().unwrap();
    let inner = before
        .iter()
        .fold(&mut question, |inner, name| inner.as_object_mut().unwrap().entry(*name).or_insert_with(|| json!({})));
    inner[last] = value.clone();
    question
}

/// Whether a question takes the value of a field, whatever else may be wrong with it.
fn takes(question: Value, field: &str) -> bool {
    let key = field.trim_start_matches("settings.");
    let answered = Question::of(question).and_then(|asked| asked.run_watched(&Form, &|_| ControlFlow::Break(())));
    let faults = answered.err().into_iter().flat_map(|error| error.faults());
    faults.filter_map(|fault| fault.key).all(|named| named != field && named != key)
}

/// Values at the bounds of a schema and one step beyond each, its words, and something of every type.
fn values(schema: &Value) -> Vec<Value> {
    let options = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    let mut values: Vec<_> = options.clone().flat_map(values).collect();
    if options.clone().any(|option| option["type"] == "string") {
        values.retain(|value| !value.is_string());
    }
    values.extend([json!(null), json!(true), json!({}), json!([true]), json!([{}])]);
    let types = schema["type"].to_string();
    if !types.contains("string") && types != "null" {
        values.push("some text".into());
    }
    values.extend(schema.get("enum").and_then(Value::as_array).into_iter().flatten().cloned());
    if schema.get("enum").is_some() {
        values.push("Another".into());
    }
    let is_whole = types.contains("integer");
    for bound in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map(|name| &schema[name]) {
        if let Some(bound) = bound.as_u64().filter(|_| is_whole) {
            let neighbours = [bound.checked_sub(1), Some(bound), bound.checked_add(1)];
            values.extend(neighbours.into_iter().flatten().map(Value::from));
            // Beyond these floats are no single whole numbers.
            if bound < 1 << 52 {
                values.extend([-1.0, 0.0, 0.5, 1.0].map(|step| json!(bound as f64 + step)));
            }
        } else if let Some(bound) = bound.as_f64() {
            let step = if bound == 0.0 { 1e-3 } else { bound / 1000.0 };
            values.extend([bound - step, bound, bound + step].map(Value::from));
        }
    }
    for (name, inner) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        if schema.get("required") == Some(&json!([name])) {
            values.extend(self::values(inner).into_iter().map(|value| json!({ name: value })));
        }
    }
    let items = schema.get("items").map(values_of_items);
    values.into_iter().chain(items.into_iter().flatten()).collect()
}

fn values_of_items(schema: &Value) -> Vec<Value> {
    values(schema).into_iter().map(|value| json!([value])).collect()
}

/// The fields of a schema, those within others too, each with its schema.
fn fields<'a>(schema: &'a Value, root: &'a Value, place: &[&'a str]) -> Vec<(Vec<&'a str>, &'a Value)> {
    let resolved =
        schema.get("$ref").map_or(schema, |name| root.pointer(name.as_str().unwrap().trim_start_matches('#')).unwrap());
    let inner = resolved.get("properties").and_then(Value::as_object).into_iter().flatten();
    let inner = inner.filter(|(name, _)| *name != "verb");
    let inner = inner.flat_map(|(name, schema)| fields(schema, root, &[place, &[name.as_str()]].concat()));
    (!place.is_empty()).then(|| (place.to_vec(), resolved)).into_iter().chain(inner).collect()
}

#[test]
fn every_field_takes_what_its_schema_says() {
    let (mut tried, mut apart) = (0, Vec::new());
    for verb in Question::VERBS {
        let root = Question::schema(verb).unwrap();
        for (place, schema) in fields(&root, &root, &[]) {
            let field = place.join(".");
            // The settings are the same for all verbs, and `trace` is the quickest.
            if field.starts_with("settings.") && *verb != "trace" {
                continue;
            }
            for value in values(schema) {
                let question = with(base(verb, &field), &place, &value);
                let wrong = against(&root, &root, &question, "", &mut BTreeSet::new());
                let fits = wrong.iter().all(|wrong| !wrong.starts_with(&format!(".{field}")));
                tried += 1;
                if takes(question, &field) != fits {
                    apart.push(format!(
                        "{verb}: {field} = {value}, which the schema {}",
                        if fits { "takes" } else { "refuses" }
                    ));
                }
            }
        }
    }
    assert_eq!(apart, [] as [String; 0]);
    assert!(tried > 1000, "{tried}");
}
