//! Languages: people are answered in theirs, programs as ever.

use crate::behaviour::stdout;

const LOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/pages/logs.in/months.csv");
const CONTACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/contacts.csv");
const VERBS: [&[&str]; 10] = [
    &["simulate", "--calls", "20", "--trials", "1000", "--at-least", "5", "--so-far", "cold=4:1"],
    &["simulate", "--strategy", "snowball", "--calls", "20", "--trials", "1000"],
    &["compare", "--calls", "20", "--trials", "1000"],
    &["plan", "--meetings", "5"],
    &["sensitivity", "--set", "cold.meeting=beta(2, 18)"],
    &["calibrate", LOG],
    &["backtest", LOG, "--batch", "10", "--warmup", "20"],
    &["forecast", CONTACTS, "--hours", "2"],
    &["model"],
    &["trace", "--calls", "20"],
];

fn said(verb: &[&str], language: &str, format: &str) -> String {
    stdout(&[verb, &["--lang", language, "--format", format]].concat())
}

#[test]
fn programs_are_answered_alike_in_every_language() {
    for verb in VERBS {
        for format in ["json", "csv"] {
            assert_eq!(said(verb, "en", format), said(verb, "fr", format), "{verb:?}");
        }
    }
}

#[test]
fn french_answers_have_no_english_left() {
    let english = ["meeting", "the ", " of ", "strategy", "trials", "Seed", "attempts", "calls", "mean ", "exactly"];
    // Names of rates, presets and options, and the columns of the files.
    let names =
        ["cold.meeting", "warm.meeting", "meeting.", "effort.meeting", "logged_calls", "meeting → ", "--meeting-value"];
    for verb in VERBS {
        for format in ["text", "markdown"] {
            let mut answer = said(verb, "fr", format);
            for name in names {
                answer = answer.replace(name, "");
            }
            for word in english {
                assert!(!answer.contains(word), "{verb:?} says `{word}` in French:\n{answer}");
            }
        }
    }
}

#[test]
fn french_numbers_have_a_decimal_comma() {
    for verb in VERBS {
        let answer = said(verb, "fr", "text");
        let digits = |window: &[u8]| window[0].is_ascii_digit() && window[1] == b'.' && window[2].is_ascii_digit();
        let with_points = answer.lines().filter(|line| !line.contains("outreach ")).collect::<Vec<_>>().join("\n");
        assert!(!with_points.as_bytes().windows(3).any(digits), "{verb:?} has a decimal point in French:\n{answer}");
    }
}
