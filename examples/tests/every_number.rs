//! Whoever embeds the library gets every number of the command's answer.

use std::collections::BTreeMap;

use outreach_io::question::{NoFiles, Question};
use serde_json::{Value, json};

/// The numbers of an answer by their places in it; lists of counts and probabilities are the run's and the distribution's own.
fn numbers(place: &str, json: &Value, found: &mut BTreeMap<String, f64>) {
    let within = |name: &str| if place.is_empty() { name.to_owned() } else { format!("{place}/{name}") };
    match json {
        Value::Number(number) => drop(found.insert(place.to_owned(), number.as_f64().expect("a number"))),
        Value::Array(items) if !["counts", "pmf"].iter().any(|list| place.ends_with(list)) => {
            items.iter().enumerate().for_each(|(index, item)| numbers(&within(&index.to_string()), item, found));
        }
        Value::Object(members) => members.iter().for_each(|(name, member)| numbers(&within(name), member, found)),
        _ => {}
    }
}

#[test]
fn the_example_has_every_number_of_the_command() {
    let question = json!({
        "verb": "simulate", "trials": 10_000, "at_least": [10],
        "settings": {
            "contacts": 300, "max_attempts": 4, "strategy": "cold", "cold.reach": "0.08", "cold.reachable": "0.5",
        },
    });
    let mut answer = Question::of(question).and_then(|question| question.run(&NoFiles)).expect("an answer").json();
    // What was asked.
    for given in ["scenario", "seed", "trials"] {
        answer.as_object_mut().expect("an object").shift_remove(given);
    }
    let mut answered = BTreeMap::new();
    numbers("", &answer, &mut answered);
    let snapshot = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/every_number.txt");
    let printed = std::fs::read_to_string(snapshot).expect("a snapshot");
    let printed = printed.lines().filter_map(|line| line.split_once(' '));
    let printed: BTreeMap<_, f64> =
        printed.filter_map(|(place, number)| Some((place.to_owned(), number.parse().ok()?))).collect();
    assert!(answered.len() > 100, "{answered:?}");
    assert_eq!(printed, answered);
}
