//! The headers of CSV answers: one set, which the manual lists.

use std::collections::BTreeSet;

use crate::behaviour::{outreach, stdout};
use crate::schemas::{QUESTIONS, of_pages};

const PAGE: &str = include_str!("../../../../docs/questions/json.md");

/// A header and the verb that has it, as the manual lists them.
fn listed() -> BTreeSet<(String, String)> {
    let rows = PAGE.lines().filter_map(|line| line.strip_prefix("| `"));
    let pairs = rows.flat_map(|row| {
        let mut cells = row.split(" | ");
        let (names, verbs) = (cells.next().unwrap(), cells.next().unwrap());
        let names: Vec<_> = names.split(", ").map(|name| name.trim_matches('`').to_owned()).collect();
        verbs.split(", ").flat_map(move |verb| names.clone().into_iter().map(move |name| (name, verb.to_owned())))
    });
    pairs.collect()
}

/// The name without what says where it is of, numbers and names of strategies left open.
fn base(header: &str) -> String {
    let mut name = header;
    for before in ["equal_hours_", "exact_", "binomial_"] {
        name = name.strip_prefix(before).unwrap_or(name);
    }
    name = name.strip_suffix("_std_error").unwrap_or(name);
    let open = |before: &str, open: &str| name.starts_with(before).then(|| format!("{before}{open}"));
    open("at_least_", "K").or_else(|| open("wins_over_", "NAME")).unwrap_or_else(|| name.to_owned())
}

/// The cells of a line, some of which are quoted.
fn headers(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let cells = parts.flat_map(|(index, part)| match index % 2 {
        0 => part.split(',').filter(|cell| !cell.is_empty()).collect(),
        _ => vec![part],
    });
    cells.map(str::to_owned).collect()
}

#[test]
fn attempts_of_a_comparison_were_those_of_equal_hours() {
    let sheet =
        stdout(&["compare", "cold", "warm", "--calls", "20", "--hours", "6", "--trials", "1000", "--format", "csv"]);
    let mut lines = sheet.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let of = |row: &[&str], name: &str| row[header.iter().position(|header| *header == name).unwrap()].to_owned();
    for row in lines {
        assert_eq!(of(&row, "attempts"), "20");
        assert!(of(&row, "equal_hours_attempts").parse::<f64>().unwrap() <= 20.0, "{row:?}");
    }
}

#[test]
fn a_comparison_had_no_column_of_the_chances_asked_for() {
    let words = ["compare", "cold", "warm", "--calls", "20", "--at-least", "3", "--trials", "1000"];
    let sheet = stdout(&[&words[..], &["--format", "csv"]].concat());
    let header: Vec<_> = sheet.lines().next().unwrap().split(',').collect();
    let cold: Vec<_> = sheet.lines().nth(1).unwrap().split(',').collect();
    let of = |name: &str| cold[header.iter().position(|header| *header == name).unwrap()].parse::<f64>().unwrap();
    // 1 − Σ_{k < 3} C(20, k) 0.1^k 0.9^(20 − k).
    assert!((of("at_least_3") - 0.323_073_194_8).abs() < 1e-9);
    assert!(of("equal_hours_at_least_3") < 1.0);
}

#[test]
fn a_sheet_said_nothing_of_the_weeks() {
    let asked =
        ["simulate", "--calls", "20", "--warm", "0", "--calls-per-week", "8", "--at-least", "3", "--trials", "10"];
    let sheet = stdout(&[&asked[..], &["--format", "csv"]].concat());
    let mut lines = sheet.lines();
    assert_eq!(lines.next(), Some("week,mean,std_error,q0.05,q0.25,q0.5,q0.75,q0.95,at_least_3,at_least_3_std_error"));
    // After 8, 16 and all 20 calls: 1 − Σ_{k < 3} C(n, k) 0.1^k 0.9^(n − k).
    let expected = [(0.8, 0.038_091_79), (1.6, 0.210_750_660_3), (2.0, 0.323_073_194_8)];
    let rows: Vec<Vec<f64>> = lines.map(|line| line.split(',').map(|cell| cell.parse().unwrap()).collect()).collect();
    assert_eq!(rows.len(), expected.len());
    for (week, (row, (mean, chance))) in rows.iter().zip(expected).enumerate() {
        assert!((row[0] - week as f64 - 1.0).abs() < 1e-9 && (row[1] - mean).abs() < 1e-9, "{row:?}");
        assert!(row[2] == 0.0 && (row[8] - chance).abs() < 1e-9, "{row:?}");
    }
}

#[test]
fn the_headers_of_all_verbs_are_those_of_the_manual() {
    let rows = format!("{}/trials.csv", env!("CARGO_TARGET_TMPDIR"));
    outreach(&["simulate", "--trials", "10", "--trials-out", &rows]);
    let found: BTreeSet<_> = [("trials", std::fs::read_to_string(&rows).unwrap())]
        .into_iter()
        .chain(QUESTIONS.iter().flat_map(|(verb, questions)| {
            let sheet = move |words: &&str| {
                (*verb, stdout(&of_pages(verb, words, "csv").iter().map(String::as_str).collect::<Vec<_>>()))
            };
            questions.iter().filter(|words| !words.contains("--max 3")).map(sheet)
        }))
        .flat_map(|(verb, sheet)| {
            headers(sheet.lines().next().unwrap())
                .into_iter()
                .map(|header| (base(&header), verb.to_owned()))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(found, listed());
}
