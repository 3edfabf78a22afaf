//! What logs and lists tell at a glance, on terminals of many widths.
#![expect(clippy::unwrap_used, reason = "a failed test is the message")]

mod campaigns;

use std::fmt::Write;
use std::fs::File;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use outreach::{Kind, Preset, Prior};
use outreach_io::ask::ForecastQuestion;
use outreach_io::{
    Answer, Backtested, Calibrated, CallLog, ContactLayout, Detail, Language, LogLayout, Scenario, TextStyle,
};

/// Of this repository.
fn file(name: &str) -> (PathBuf, File) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    let file = File::open(&path).unwrap();
    (path, file)
}

/// A thousand cold calls a month, one in this many of which brings a meeting.
fn log(every: &[usize]) -> CallLog {
    let mut text = "date,kind,outcome\n".to_owned();
    for (month, every) in (1..).zip(every) {
        for call in 0..1_000 {
            let outcome = if call % every == 0 { "meeting" } else { "refused" };
            writeln!(text, "2026-{month:02}-{:02},cold,{outcome}", 1 + call / 40).unwrap();
        }
    }
    CallLog::read("log.csv", Cursor::new(text), LogLayout::default()).unwrap()
}

fn calibrated(log: CallLog) -> Calibrated {
    Calibrated::of_log(log, Prior::Jeffreys, Preset::Documented).unwrap()
}

fn answers() -> Vec<Box<dyn Answer>> {
    let mut answers: Vec<Box<dyn Answer>> = Vec::new();
    let pages = "crates/outreach-cli/tests/cli/pages/logs.in";
    let [dialer, hubspot] = ["dialer", "hubspot"].map(|name| format!("{pages}/{name}.csv"));
    for name in ["data/calls.csv", "data/called-again.csv", &dialer, &hubspot] {
        let (path, file) = file(name);
        let log = CallLog::read(path.display().to_string(), file, LogLayout::default()).unwrap();
        answers.push(Box::new(calibrated(log)));
    }
    answers.push(Box::new(calibrated(log(&[4, 20]))));
    for every in [&[10, 10][..], &[20, 2], &[40, 3, 40, 3, 40, 3]] {
        answers.push(Box::new(Backtested::of_log(log(every), Kind::Cold, 100, 200).unwrap()));
    }
    let scenario = Scenario::of_layers(&[]).unwrap();
    for (group_by, hours) in [(None, None), (Some("region".to_owned()), Some(2.0))] {
        let (path, file) = file("data/contacts.csv");
        let layout = ContactLayout { group_by, ..ContactLayout::default() };
        let list = ForecastQuestion { layout, hours, ..ForecastQuestion::new(scenario.clone()) }
            .run(&path.display().to_string(), file);
        answers.push(Box::new(list.unwrap()));
    }
    answers
}

#[test]
fn a_short_answer_fits_its_terminal() {
    for answer in answers() {
        for language in Language::ALL {
            for terminal in [60, 80, 200] {
                let style = TextStyle { terminal: Some(terminal), language, ..TextStyle::default() };
                assert_eq!(style.detail, Detail::Short);
                let text = answer.document(style).text();
                let longest = text.lines().map(|line| line.chars().count()).max().unwrap();
                assert!(longest <= terminal, "{longest} of {terminal}\n{text}");
                assert!(text.lines().all(|line| line == line.trim_end()), "spaces at the end of a line\n{text}");
                let most = if terminal < 80 { 36 } else { 24 };
                assert!(text.lines().count() <= most, "{} lines\n{text}", text.lines().count());
            }
        }
    }
}

#[test]
fn a_short_answer_begins_with_the_sentence() {
    let on_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for answer in answers() {
        for language in Language::ALL {
            let sentence = answer.sentence(language);
            let style = TextStyle { terminal: Some(80), language, ..TextStyle::default() };
            let text = answer.document(style).text();
            assert!(on_one_line(&text).starts_with(&on_one_line(&sentence)), "{sentence}\n{text}");
            let alone = answer.document(TextStyle { detail: Detail::Sentence, ..style }).text();
            assert_eq!(alone, format!("{sentence}\n"));
        }
    }
}

#[test]
fn where_rates_went_is_told_by_the_months_that_show_it() {
    let told = |every: &[usize]| {
        let style = TextStyle { terminal: Some(200), ..TextStyle::default() };
        calibrated(log(every)).document(style).text()
    };
    let falling = "Fewer conversations of your cold calls set a meeting: 25 % in January, 5.0 % in February.";
    assert!(told(&[4, 20]).contains(falling), "{}", told(&[4, 20]));
    let rising = "More conversations of your cold calls set a meeting: 5.0 % in January, 25 % in February.";
    assert!(told(&[20, 4]).contains(rising), "{}", told(&[20, 4]));
    assert!(!told(&[10, 10]).contains("conversations of your cold calls set a meeting:"), "{}", told(&[10, 10]));
}
