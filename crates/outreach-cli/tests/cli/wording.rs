//! Words of answers that nobody would say.

use crate::behaviour::{command, json, outreach, stdout};

/// In one line, with spaces that break.
fn said(line: &str, lang: &str) -> String {
    let words = line.split(' ').chain(["--lang", lang]).collect::<Vec<_>>();
    stdout(&words).split_whitespace().collect::<Vec<_>>().join(" ").replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn answers_said_what_nobody_says() {
    for (asked, english, french) in [
        (
            "plan --meetings 20 --strategy snowball --preset published --trials 1000",
            &["The minimum is between ", " calls; the simulation leaves open where."][..],
            &["Le minimum est entre ", " appels ; la simulation ne permet pas de préciser."][..],
        ),
        (
            "plan --meetings 0",
            &["No call is needed: that target is reached already. A"],
            &["Aucun appel à passer : cet"],
        ),
        (
            "simulate --meetings 0",
            &["No call is needed: that target is reached already. A"],
            &["Aucun appel à passer : cet"],
        ),
        ("simulate --hours 0", &["No time for a call."], &["Pas le temps de passer un appel."]),
        (
            "sensitivity --hours 6",
            &["Minutes: over what is published, else from half"],
            &["Les durées : sur leur plage publiée, sinon de la moitié au double."],
        ),
        (
            "plan --meetings 15 --solve attempts-per-contact --contacts 300 --set cold.reach=0.1 --verbose",
            &[" calls per contact", "The fewest calls to each of 300 contacts"],
            &[" appels par contact"],
        ),
        (
            "simulate --strategy snowball --preset published --calls 400 --trials 20000",
            &["half the time by call 6."],
            &["une fois sur deux dès l'appel 6."],
        ),
        ("simulate --warm 15 --verbose", &["(strategy warm 15)"], &["(stratégie 15 appels chauds)"]),
        ("simulate --warm 1 --verbose", &["(strategy warm 1)"], &["(stratégie 1 appel chaud)"]),
        ("simulate --warm 0.35 --verbose", &["(strategy warm 0.35)"], &["(stratégie 35 % d'appels chauds)"]),
        (
            "model --reading overall --verbose",
            &["(preset documented, reading overall)"],
            &["(jeu de taux documenté, lecture incidents compris)", "Jeu de taux documenté, lecture incidents compris"],
        ),
        ("compare --verbose", &["−39.711 ± 0.014"], &["−39,711 ± 0,014"]),
    ] {
        for (lang, expected) in [("en", english), ("fr", french)] {
            let told = said(asked, lang);
            assert!(expected.iter().all(|part| told.contains(part)), "{asked}: {expected:?}\n{told}");
            assert!(!told.contains("attempts per contact"), "{told}");
        }
    }
}

#[test]
fn the_name_of_a_file_was_written_with_a_capital() {
    let written = tempfile::tempdir().unwrap();
    for name in ["mine", "mixte-2"] {
        let file = written.path().join(format!("{name}.toml"));
        std::fs::write(&file, "warm = 0.2\n").unwrap();
        let told = said(&format!("compare {} -q --trials 1000", file.display()), "fr");
        assert!(told.starts_with(&format!("{name} apporte")), "{told}");
    }
    assert!(said("compare mixed -q --trials 1000", "fr").starts_with("Mixte apporte"));
}

#[test]
fn an_option_before_the_verb_was_only_unknown() {
    let told = |words: &[&str]| {
        let output = outreach(words);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    let expected = "unknown option --calls (did you mean outreach simulate --calls 5 --warm 2?)";
    assert!(told(&["--calls", "5", "simulate", "--warm", "2"]).contains(expected));
    assert!(told(&["--lang", "fr", "simulate"]).contains("(vouliez-vous dire outreach simulate --lang fr\u{202f}?)"));
    for words in [&["--foo", "simulate"][..], &["--meetings", "5", "model"], &["--calls", "5"]] {
        assert!(!told(words).contains("did you mean outreach"), "{}", told(words));
    }
}

#[test]
fn what_was_too_unlikely_had_no_hint_for_programs() {
    let words = ["simulate", "--so-far", "cold=50:50", "--set", "cold.meeting=beta(1, 1000000)", "--format", "json"];
    let output = command().args(words).output().unwrap();
    let error: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["error"]["hint"], "give rates that are nearer to yours", "{error}");
    assert!(json(&["simulate", "--calls", "60", "--so-far", "cold=5:1"])["error"].is_null());
}
