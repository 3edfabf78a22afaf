//! A key or an option that changes nothing is an error where it was typed, and a note where a file brings it along.

use std::fs;

use outreach_io::keys;
use serde_json::Value;

use crate::behaviour::outreach;

/// Values for every key, at least one of them unlike any that is in force.
fn values(key: &str) -> &'static [&'static str] {
    match key {
        "preset" => &["published"],
        "attempts.cold" | "attempts.warm" => &["32/400, 27/368"],
        "reading" => &["overall"],
        "strategy" => &["referral-heavy"],
        "incident.response" => &["reframe"],
        "warm" => &["0.3"],
        "calls" | "contacts" => &["40", "3"],
        "hours" => &["1", "0.2"],
        "meetings" => &["1"],
        "pool.initial" | "max_attempts" => &["3"],
        "pool.names" => &["1.5"],
        "pool.dispersion" => &["2"],
        _ if key.starts_with("effort.") => &["7", "50"],
        _ => &["0.35", "0.8"],
    }
}

const TRIALS: &str = "--trials 300";

/// What is asked, and the keys whose effect is chance's or a cap's: they may change nothing here without a word.
const ASKED: [(&str, &[&str]); 21] = [
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
    ("plan --meetings 3", &[]),
    ("plan --meetings 3 --solve hours --strategy mixed", &["strategy"]),
    ("plan --meetings 30 --solve referrals", &["hours", "max_attempts"]),
    ("plan --meetings 30 --solve referrals --strategy snowball", &["hours", "strategy"]),
    ("plan --meetings 3 --solve contacts", &["max_attempts"]),
    ("sensitivity", &[]),
    ("sensitivity --strategy cold", &["strategy"]),
    ("model", &[]),
    ("forecast KINDS", &[]),
    ("forecast KINDS --hours 0.1", &[]),
    ("forecast PROBABILITIES", &[]),
];

/// The answer without what only says how it came about; `None` where there is none.
fn answer(args: &[&str]) -> Result<Value, String> {
    let output = outreach(&[args, &["--format", "json"]].concat());
    let Ok(mut answer) = serde_json::from_slice::<Value>(&output.stdout) else {
        assert!(matches!(output.status.code(), Some(2 | 3)), "{args:?}: {output:?}");
        return Err(String::from_utf8(output.stderr).unwrap());
    };
    let strip = |answer: &mut Value| {
        // Beside a plan stand those of other campaigns, on which other rates act.
        for provenance in ["scenario", "assumptions", "seed", "trials", "max", "others"] {
            answer.as_object_mut().unwrap().remove(provenance);
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

#[test]
fn whatever_is_typed_changes_the_answer_or_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    fs::write(folder.path().join("kinds.csv"), "kind\ncold\nwarm\ncold\nwarm\n").unwrap();
    fs::write(folder.path().join("probabilities.csv"), "probability\n0.1\n0.4\n").unwrap();
    let (mut acting, mut idle) = (0, 0);
    for (asked, by_chance) in ASKED {
        let words = words(asked, path);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let base = answer(&words).unwrap();
        for key in keys().filter(|key| !by_chance.contains(key)) {
            let with = |value: &&str| answer(&[words.as_slice(), &["--set", &format!("{key}={value}")]].concat());
            let answers: Vec<_> = values(key).iter().map(with).collect();
            match &answers[0] {
                Err(error) if error.contains("no effect") => {
                    idle += 1;
                    let file = folder.path().join("file.toml");
                    fs::write(
                        &file,
                        outreach_io::file_of_settings(&[outreach_io::Setting::new(key, values(key)[0]).unwrap()]),
                    )
                    .unwrap();
                    let of_file = [words.as_slice(), &["--scenario", file.to_str().unwrap()]].concat();
                    let output = outreach(&of_file);
                    let notes = String::from_utf8(output.stderr).unwrap();
                    // What was typed may have taken its place.
                    let overridden = asked.contains("--strategy") && ["strategy", "warm"].contains(&key);
                    assert!(
                        overridden || notes.contains("no effect") && notes.contains(key),
                        "{asked}: {key} in a file: {notes}"
                    );
                    assert_eq!(answer(&of_file), Ok(base.clone()), "{asked}: {key} in a file acts");
                }
                _ => {
                    acting += 1;
                    assert!(answers.iter().any(|answer| *answer != Ok(base.clone())), "{asked}: {key} changes nothing");
                }
            }
        }
    }
    // Most keys act somewhere, and most of what is asked leaves some without effect.
    assert!(acting > 200 && idle > 150, "{acting} act, {idle} do not");
}

#[test]
fn what_has_no_effect_says_what_would_let_it_act() {
    for (words, english, french) in [
        (
            "simulate --set pool.initial=3",
            "error: pool.initial: no effect without the strategy snowball: add --strategy snowball",
            "erreur\u{a0}: pool.initial\u{a0}: sans effet sans la stratégie snowball\u{a0}: ajoutez --strategy snowball",
        ),
        (
            "plan --meetings 30 --solve referrals --warm 15",
            "error: warm: no effect, since --solve referrals looks for it: leave it out",
            "erreur\u{a0}: warm\u{a0}: sans effet, car --solve referrals le cherche\u{a0}: retirez-le",
        ),
        (
            "simulate --set incident.disliked=0.5 --set incident.reframe=0.6",
            "error: incident.reframe: no effect while the caller responds in another way: add --set incident.response=reframe",
            "erreur\u{a0}: incident.reframe\u{a0}: sans effet tant que la réponse est une autre\u{a0}: ajoutez --set incident.response=reframe",
        ),
    ] {
        let words: Vec<_> = words.split(' ').collect();
        for (language, expected) in [("en", english), ("fr", french)] {
            let output = outreach(&[words.as_slice(), &["--lang", language]].concat());
            assert_eq!(output.status.code(), Some(2), "{words:?}");
            assert_eq!(String::from_utf8(output.stderr).unwrap().trim_end(), expected);
        }
    }
    // A rate that another one follows acts through it.
    assert!(
        outreach(&["simulate", "--strategy", "warm", "--set", "cold.meeting=0.3", "--trials", "300"]).status.success()
    );
    assert_eq!(outreach(&["forecast", "../../data/contacts.csv", "--calls", "10"]).status.code(), Some(2));
}

#[test]
fn options_of_a_log_that_lack_another_one_are_errors() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.csv");
    fs::write(&log, "kind,outcome,seconds\ncold,meeting,90\ncold,no answer,10\n").unwrap();
    let ends = |words: &str| {
        let words: Vec<_> = ["calibrate", log.to_str().unwrap()].into_iter().chain(words.split(' ')).collect();
        let output = outreach(&words);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for (lacking, whole, named) in [
        ("--prior-weight 5", "--prior-weight 5 --prior documented", "--prior"),
        ("--talk-time 20", "--talk-time 20 --duration-column seconds", "--duration-column"),
    ] {
        let (code, said) = ends(lacking);
        assert!(code == Some(2) && said.contains(named), "{lacking}: {said}");
        assert_eq!(ends(whole).0, Some(0), "{whole}");
    }
}
