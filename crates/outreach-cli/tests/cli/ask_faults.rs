//! What `ask` says of questions that are wrong, and beside answers.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use crate::ask::{WRONG, ask, lines};
use crate::behaviour::stdout;
use crate::schemas::against;

#[test]
fn what_is_wrong_within_a_field_does_not_make_the_field_missing() {
    for (question, expected) in [
        (r#"{"verb":"calibrate","log":{"text":"x","strict":1}}"#, &["log.strict"] as &[_]),
        (
            r#"{"verb":"forecast","list":{"text":5,"strct":true},"at_least":[-1]}"#,
            &["list.strct", "list.text", "at_least"],
        ),
        (
            r#"{"verb":"backtest","log":{"columns":{"date":5,"kind":[]},"strict":"no"},"batch":1.5}"#,
            &["log.columns.date", "log.columns.kind", "log.strict", "batch"],
        ),
        (
            r#"{"verb":"simulate","settings":{"calls":[],"cold.meeting":{}}}"#,
            &["settings.calls", "settings.cold.meeting"],
        ),
        (r#"{"verb":"calibrate","log":5}"#, &["log"]),
        (r#"{"verb":"calibrate","prior":5}"#, &["prior", "log"]),
    ] {
        let answer = &lines(&ask(question))[0]["error"];
        let all = answer.get("all").and_then(Value::as_array).cloned().unwrap_or_else(|| vec![answer.clone()]);
        let mut fields: Vec<_> = all.iter().map(|fault| fault["field"].as_str().unwrap()).collect();
        let mut expected = expected.to_vec();
        fields.sort_unstable();
        expected.sort_unstable();
        assert_eq!(fields, expected, "{question}: {answer}");
    }
}

#[test]
fn where_no_value_is_accepted_none_is_named_but_what_to_do() {
    for (question, hint) in [
        (r#"{"verb":"simulate","calls_per_week":5,"hours_per_week":5}"#, Some("give one of them")),
        (r#"{"verb":"forecast","list":{"text":"x","strict":true,"allow_rejected":true}}"#, Some("leave one out")),
        (r#"{"verb":"calibrate","log":{"text":"x","talk_time":20}}"#, None),
        (
            r#"{"verb":"simulate","settings":{"contacts":9,"max_attempts":2},"calls_per_week":5}"#,
            Some("give hours_per_week"),
        ),
    ] {
        let error = &lines(&ask(question))[0]["error"];
        assert_eq!((&error["accepted"], error["hint"].as_str()), (&Value::Null, hint), "{error}");
        assert!(hint.is_none_or(|hint| error["message"].as_str().unwrap().matches(hint).count() == 1), "{error}");
    }
}

#[test]
fn what_is_wrong_stays_on_its_line() {
    let good = r#"{"verb":"forecast","list":{"text":"probability\n0.2\n35 %\n"}}"#;
    let questions = WRONG.iter().flat_map(|(wrong, ..)| [wrong, "\n", good, "\r\n\n"]).collect::<String>();
    let answered = ask(&questions);
    assert_eq!(answered.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&answered.stderr), "");
    let answers = lines(&answered);
    assert_eq!(answers.len(), 2 * WRONG.len());
    let schema: Value = serde_json::from_str(&stdout(&["schema", "error"])).unwrap();
    for ((wrong, field, message), pair) in WRONG.iter().zip(answers.chunks(2)) {
        assert_eq!(against(&schema, &schema, &pair[0], "", &mut BTreeSet::new()), [] as [String; 0], "{wrong}");
        let error = &pair[0]["error"];
        assert!(error["message"].as_str().is_some_and(|told| told.contains(message)), "{wrong}: {error}");
        for name in ["message", "field", "value", "accepted", "hint"] {
            assert!(error.get(name).is_some(), "{wrong}: {error}");
        }
        assert!(field.is_none() || error["field"].as_str() == *field, "{wrong}: {error}");
        assert_eq!(pair[1]["contacts"], 2);
    }
}

#[test]
fn the_exit_code_is_that_of_the_first_question_without_an_answer() {
    for (questions, code) in [
        (r#"{"verb":"model"}"#, 0),
        ("\u{feff}{\n  \"verb\": \"model\"\n}\n", 0),
        ("", 2),
        ("{\"verb\":\n{\"verb\":\"model\"}\n", 2),
        ("{\"verb\":\"plan\",\"meetings\":5,\"max\":3}\n{\"verb\":\"plan\"}\n", 3),
        (r#"{"verb":"calibrate","log":{"file":"missing.csv"}}"#, 1),
        (r#"{"verb":"forecast","list":{"text":"probability\n0.2\nnever\n","strict":true}}"#, 4),
    ] {
        let answered = ask(questions);
        assert_eq!(answered.status.code(), Some(code), "{questions}: {}", String::from_utf8_lossy(&answered.stdout));
        let expected = questions.lines().filter(|line| line.starts_with("{\"")).count().max(1);
        assert_eq!(lines(&answered).len(), expected, "{questions}");
    }
}

#[test]
fn a_setting_of_a_file_that_acts_on_nothing_is_noted_beside_the_answer() {
    let scenario = std::env::temp_dir().join(format!("idle-{}.toml", std::process::id()));
    fs::write(&scenario, "strategy = \"cold\"\n[effort]\nintroduction = 20\n").unwrap();
    let question = json!({"verb": "simulate", "trials": 100, "scenario": scenario});
    let other = json!({"verb": "simulate", "trials": 100, "scenario": scenario, "settings": {"calls": 9}});
    let output = ask(&format!("\n{question}\n\n{{\"verb\":\"model\"}}\n{other}\n"));
    fs::remove_file(&scenario).unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.lines().count() == 2, "{said}");
    for (note, line) in said.lines().zip([2, 5]) {
        assert!(note.starts_with(&format!("note: line {line}: ")) && note.contains("effort.introduction"), "{note}");
        assert!(!note.contains("--"), "in the words of a question: {note}");
    }
}

#[test]
fn notes_stayed_english_where_the_locale_is_french() {
    let folder = tempfile::tempdir().unwrap();
    let [scenario, questions] = ["idle.toml", "questions.jsonl"].map(|name| folder.path().join(name));
    fs::write(&scenario, "strategy = \"cold\"\n[effort]\nintroduction = 20\n").unwrap();
    let question = json!({"verb": "simulate", "trials": 100, "scenario": scenario});
    fs::write(&questions, format!("{question}\n{{}}\n")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_outreach"));
    let output = command.arg("ask").arg(&questions).env("LC_ALL", "fr_FR.UTF-8").output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.starts_with("note\u{a0}: ligne 1\u{a0}: ") && said.contains("sans effet"), "{said}");
    // Errors are for programs.
    assert!(String::from_utf8_lossy(&output.stdout).contains("verb = missing is not one of"));
}
