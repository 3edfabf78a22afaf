//! A key or an option that changes nothing is an error where it was typed, and a note where a file brings it along.

use std::fs;
use std::path::Path;
use std::process::Output;

use outreach_io::keys;
use rand::rngs::ChaCha8Rng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use serde_json::Value;

use crate::behaviour::{command, outreach};

/// Values for every key, at least one of them unlike any that is in force.
fn values(key: &str) -> &'static [&'static str] {
    match key {
        "preset" => &["published", "documented"],
        "attempts.cold" | "attempts.warm" => &["32/400, 27/368"],
        "reading" => &["overall", "smooth"],
        "strategy" => &["referral-heavy"],
        "incident.response" => &["reframe"],
        "warm" => &["0.3"],
        "calls" | "contacts" => &["40", "3"],
        "hours" => &["1", "0.2"],
        "meetings" => &["1"],
        "pool.initial" | "max_attempts" | "connectors.count" => &["3"],
        "pool.names" => &["1.5", "1.7"],
        "pool.dispersion" => &["2"],
        _ if key.starts_with("effort.") => &["7", "50"],
        _ => &["0.35", "0.8"],
    }
}

const TRIALS: &str = "--trials 300";

/// What is asked, and the keys whose effect is chance's or a cap's: they may change nothing here without a word.
const ASKED: [(&str, &[&str]); 23] = [
    ("simulate", &[]),
    ("simulate --strategy cold", &["strategy"]),
    ("simulate --strategy warm", &["strategy"]),
    ("simulate --strategy warm --set incident.rate=0", &["strategy"]),
    ("simulate --strategy warm --set incident.disliked=1", &["strategy", "incident.disliked", "incident.response"]),
    ("simulate --strategy snowball", &["strategy"]),
    (
        "simulate --contacts 50 --max-attempts 2 --set cold.reach=0.3 --set warm.reach=0.3",
        &["contacts", "max_attempts"],
    ),
    ("compare", &[]),
    ("compare cold", &[]),
    ("compare cold snowball", &[]),
    ("plan --meetings 300", &[]),
    ("plan --meetings 3 --solve hours --strategy mixed", &["strategy"]),
    ("plan --meetings 30 --solve referrals", &["hours", "max_attempts"]),
    ("plan --meetings 30 --solve referrals --strategy snowball", &["hours", "strategy", "pool.decay"]),
    ("plan --meetings 3 --solve contacts", &["max_attempts"]),
    (
        "plan --meetings 3 --solve attempts-per-contact --contacts 100 --set cold.reach=0.1",
        &["contacts", "max_attempts"],
    ),
    ("sensitivity", &[]),
    ("sensitivity --hours 2", &[]),
    ("sensitivity --strategy cold", &["strategy"]),
    ("model", &[]),
    ("forecast KINDS", &[]),
    ("forecast KINDS --hours 0.1", &[]),
    ("forecast PROBABILITIES", &[]),
];

/// The answer without what only says how it came about; `None` where there is none.
fn answer(args: &[&str]) -> Result<Value, String> {
    read(&outreach_json(args))
}

fn outreach_json(args: &[&str]) -> Output {
    outreach(&[args, &["--format", "json"]].concat())
}

fn read(output: &Output) -> Result<Value, String> {
    let Ok(mut answer) = serde_json::from_slice::<Value>(&output.stdout) else {
        assert!(matches!(output.status.code(), Some(2 | 3)), "{output:?}");
        return Err(String::from_utf8(output.stderr.clone()).unwrap());
    };
    let strip = |answer: &mut Value| {
        // Beside an answer stand those at other rates.
        let own = answer["scenario"]["preset"].clone();
        if let Some(others) = answer.get_mut("others") {
            others.as_array_mut().unwrap().retain(|other| other["preset"] == own);
        }
        let beside = ["at_published_rates", "base_at_published_rates"];
        for provenance in ["scenario", "assumptions", "seed", "trials", "max"].into_iter().chain(beside) {
            answer.as_object_mut().unwrap().remove(provenance);
        }
        if let Some(Value::Object(even)) = answer.get_mut("equal_hours") {
            even.remove("at_published_rates");
        }
    };
    strip(&mut answer);
    if let Some(strategies) = answer.get_mut("strategies") {
        strategies.as_array_mut().unwrap().iter_mut().for_each(strip);
    }
    Ok(answer)
}

/// A folder with lists of contacts, and the words of what is asked.
fn words(asked: &str, folder: &str) -> Vec<String> {
    let sampled = !asked.starts_with("model") && !asked.starts_with("forecast");
    let asked = asked.replace("KINDS", &format!("{folder}/kinds.csv"));
    let asked = asked.replace("PROBABILITIES", &format!("{folder}/probabilities.csv"));
    let trials = if sampled { TRIALS } else { "" };
    format!("{asked} {trials}").split_whitespace().map(str::to_owned).collect()
}

/// The field of what a plan looks for.
fn key_of(solve: &Value) -> String {
    solve.as_str().unwrap().replace('-', "_")
}

pub(crate) fn lists(folder: &Path) {
    fs::write(folder.join("kinds.csv"), "kind\ncold\nwarm\ncold\nwarm\n").unwrap();
    fs::write(folder.join("probabilities.csv"), "probability,sort,made\n0.1,new,1\n0.4,known,0\n").unwrap();
}

#[test]
fn whatever_is_typed_changes_the_answer_or_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    lists(folder.path());
    let (mut acting, mut idle) = (0, 0);
    for (asked, by_chance) in ASKED {
        let words = words(asked, path);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let base = answer(&words).unwrap();
        for key in keys().filter(|key| !by_chance.contains(key)) {
            let with = |value: &str| outreach_json(&[words.as_slice(), &["--set", &format!("{key}={value}")]].concat());
            let typed = with(values(key)[0]);
            match read(&typed) {
                Err(error) if error.contains(&format!("{key}: no effect")) => {
                    idle += 1;
                    let file = folder.path().join("file.toml");
                    fs::write(
                        &file,
                        outreach_io::file_of_settings(&[outreach_io::Setting::new(key, values(key)[0]).unwrap()]),
                    )
                    .unwrap();
                    let output = outreach_json(&[words.as_slice(), &["--scenario", file.to_str().unwrap()]].concat());
                    let notes = str::from_utf8(&output.stderr).unwrap();
                    // What was typed may have taken its place.
                    let overridden = asked.contains("--strategy") && ["strategy", "warm"].contains(&key);
                    assert!(
                        overridden || notes.contains("no effect") && notes.contains(key),
                        "{asked}: {key} in a file: {notes}"
                    );
                    assert_eq!(read(&output), Ok(base.clone()), "{asked}: {key} in a file acts");
                }
                // One of the two without the other is noted, wherever it comes from.
                Ok(same) if key.starts_with("connectors.") && same == base => {
                    idle += 1;
                    let notes = str::from_utf8(&typed.stderr).unwrap();
                    assert!(notes.contains("no effect") && notes.contains(key), "{asked}: {key}: {notes}");
                }
                first => {
                    acting += 1;
                    let acts = |answer| answer != Ok(base.clone());
                    let others = &values(key)[1..];
                    assert!(
                        acts(first) || others.iter().any(|value| acts(read(&with(value)))),
                        "{asked}: {key} changes nothing"
                    );
                }
            }
        }
    }
    // Most keys act somewhere, and most of what is asked leaves some without effect.
    assert!(acting > 200 && idle > 150, "{acting} act, {idle} do not");
}

/// Where all that was typed acts alone, one thing may still take the place of another.
#[test]
fn whatever_is_typed_beside_others_acts_or_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    lists(folder.path());
    let mut rng = ChaCha8Rng::seed_from_u64(20);
    let all: Vec<_> = keys().collect();
    let (mut looked_at, mut silent) = (0, Vec::new());
    for _ in 0..400 {
        let (asked, by_chance) = ASKED[rng.random_range(0..ASKED.len())];
        let words = words(asked, path);
        let typed: Vec<_> = all.sample(&mut rng, 3).copied().filter(|key| !by_chance.contains(key)).collect();
        let said = |typed: &[(&str, &str)]| {
            let set: Vec<_> = typed.iter().map(|(key, value)| format!("--set={key}={value}")).collect();
            answer(&words.iter().chain(&set).map(String::as_str).collect::<Vec<_>>())
        };
        let typed: Vec<_> = typed.into_iter().map(|key| (key, values(key)[0])).collect();
        let base = said(&typed);
        // Where a target is out of reach the best is told, on which what would come later does not act.
        if !base.as_ref().is_ok_and(|answer| answer.get("solve").is_none_or(|solve| !answer[key_of(solve)].is_null())) {
            continue;
        }
        let meets_one = typed.iter().any(|(key, _)| *key == "meetings");
        let is_stopped = typed.iter().any(|(key, _)| ["hours", "meetings"].contains(key));
        for (index, (key, _)) in typed.iter().enumerate() {
            // Connectors without effect are noted, as the test above looks at.
            if key.starts_with("connectors.") {
                continue;
            }
            // Caps that are not reached, and responses that follow the same rate, act by their values alone.
            // So do contacts that an hour does not get to.
            let is_cap = ["calls", "contacts", "max_attempts"].contains(key) || asked.contains("--contacts");
            if is_stopped && is_cap || meets_one && *key != "meetings" || *key == "incident.response" {
                continue;
            }
            looked_at += 1;
            let (before, after) = (&typed[..index], &typed[index + 1..]);
            let without = said(&[before, after].concat());
            let mut others = values(key)[1..].iter().map(|value| said(&[before, &[(key, value)], after].concat()));
            if without == base && others.all(|other| other == base) {
                silent.push(format!("{asked}: {key} among {typed:?}"));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new());
    assert!(looked_at > 120, "{looked_at}");
}

#[test]
fn the_same_thing_is_set_once() {
    for (words, english, french) in [
        (
            "simulate --set cold.meeting=0.2 --set cold.meeting=0.3",
            "error: cold.meeting = 0.2 and cold.meeting = 0.3: the same thing is set twice: leave one of them out",
            "erreur\u{a0}: cold.meeting = 0.2 et cold.meeting = 0.3\u{a0}: la même chose est fixée deux fois\u{a0}: retirez l'un des deux",
        ),
        (
            "simulate --set calls=40 --calls 50",
            "error: calls = 40 and calls = 50: the same thing is set twice: leave one of them out",
            "erreur\u{a0}: calls = 40 et calls = 50\u{a0}: la même chose est fixée deux fois\u{a0}: retirez l'un des deux",
        ),
        (
            "plan --meetings 5 --strategy cold --warm 0.5",
            "error: strategy = cold and warm = 0.5 exclude each other: both say how many calls are warm",
            "erreur\u{a0}: strategy = cold et warm = 0.5 s'excluent\u{a0}: les deux disent combien d'appels sont chauds",
        ),
        (
            "compare cold.meeting=5% cold.meeting=15% --set cold.meeting=7%",
            "error: cold.meeting: no effect, since each campaign compared sets it itself: leave it out",
            "erreur\u{a0}: cold.meeting\u{a0}: sans effet, car chaque campagne comparée le fixe elle-même\u{a0}: retirez-le",
        ),
        (
            "compare cold warm=15,pool.initial=3",
            "error: warm=15,pool.initial=3 is several settings in one: separate them by blanks, as in 'warm=15 pool.initial=3'",
            "erreur\u{a0}: warm=15,pool.initial=3 est plusieurs réglages en un\u{a0}: séparez-les par des espaces, comme dans 'warm=15 pool.initial=3'",
        ),
    ] {
        let words: Vec<_> = words.split(' ').collect();
        for (language, expected) in [("en", english), ("fr", french)] {
            let output = outreach(&[words.as_slice(), &["--lang", language]].concat());
            assert_eq!(output.status.code(), Some(2), "{words:?}");
            assert_eq!(String::from_utf8(output.stderr).unwrap().trim_end(), expected);
        }
    }
    // What a variant sets wins over what is typed for all, and acts or is an error as well.
    let variants = |variants: &[&str]| outreach(&[&["compare", "--trials", "300"], variants].concat());
    assert!(variants(&["cold.meeting=5%", "cold", "--set", "cold.meeting=7%"]).status.success());
    let idle = variants(&["warm=15 pool.initial=3", "cold"]);
    assert_eq!(idle.status.code(), Some(2));
    assert!(String::from_utf8(idle.stderr).unwrap().contains("pool.initial: no effect"));
}

#[test]
fn variables_act_as_options_do_and_where_they_do_not_nothing_is_said() {
    let (mut acting, mut idle, mut others) = (0, 0, Vec::new());
    for (asked, by_chance) in
        ASKED.iter().filter(|(asked, _)| !asked.contains("--set") && !asked.starts_with("forecast")).step_by(4)
    {
        let words = words(asked, "");
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let base = answer(&words).unwrap();
        for key in keys().filter(|key| !by_chance.contains(key)) {
            let set = format!("{key}={}", values(key)[0]);
            let typed = answer(&[words.as_slice(), &["--set", &set]].concat());
            let output = command().args(&words).args(["--format", "json"]).env("OUTREACH_SET", &set).output().unwrap();
            match typed {
                Err(error) if error.contains("no effect") => {
                    idle += 1;
                    if read(&output).as_ref() != Ok(&base) || !output.stderr.is_empty() {
                        others.push(format!("{asked}: {set}: {}", String::from_utf8_lossy(&output.stderr)));
                    }
                }
                // What was typed wins over a variable that says the same in another way.
                Err(error) if error.contains("exclude each other") || error.contains("set twice") => {}
                typed => {
                    acting += 1;
                    if read(&output) != typed {
                        others.push(format!("{asked}: {set}"));
                    }
                }
            }
        }
    }
    assert_eq!(others, Vec::<String>::new());
    assert!(acting > 60 && idle > 40, "{acting} act, {idle} do not");
}
