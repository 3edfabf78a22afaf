//! Tables as people have them, each with what is right: `cases.csv` in a folder, beside its files, and `persons-and-shows.csv`.
//!
//! A row is an acceptable behaviour; of rows with the same `case` one has to hold. A blank field is not looked at.
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

type Case = BTreeMap<String, String>;

#[test]
fn tables_as_people_have_them_are_read_right() {
    check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/tables"), "cases.csv");
}

#[test]
fn tables_of_persons_and_shows_are_read_right() {
    check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/tables"), "persons-and-shows.csv");
}

/// Others' collection, which is no part of this repository.
#[test]
fn the_shared_tables_are_read_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases/logs");
    if folder.exists() {
        check(&folder, "cases.csv");
    } else {
        eprintln!("skipped: {} is not there", folder.display());
    }
}

fn check(folder: &Path, list: &str) {
    let mut cases = BTreeMap::<u32, Vec<Case>>::new();
    for row in csv::Reader::from_path(folder.join(list)).unwrap().deserialize::<Case>() {
        let row = row.unwrap();
        cases.entry(row["case"].parse().unwrap()).or_default().push(row);
    }
    let wrong: Vec<_> = cases.iter().filter_map(|(number, case)| wrong(folder, *number, case)).collect();
    assert!(wrong.is_empty(), "{} of {} cases are wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// What is wrong with a case for each of its alternatives; `None` if one of them holds.
fn wrong(folder: &Path, number: u32, case: &[Case]) -> Option<String> {
    let output = run(folder, &case[0]);
    let faults: Option<Vec<_>> = case.iter().map(|row| faults(row, &output)).collect();
    faults.map(|faults| {
        let said = String::from_utf8_lossy(&output.stderr);
        format!("{number} {} ({}): {}\n    {said:.600}", case[0]["file"], case[0]["why"], faults.join(" | or "))
    })
}

fn run(folder: &Path, case: &Case) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outreach"));
    command.current_dir(folder).arg(&case["verb"]).args(["--format", "json"]);
    if case["stdin"] == "yes" {
        command.arg("-").stdin(File::open(folder.join(&case["file"])).unwrap());
    } else {
        command.arg(&case["file"]);
    }
    command.args(shlex::split(&case["arguments"]).unwrap()).output().unwrap()
}

/// `None` if all that the row asks for is so.
fn faults(case: &Case, output: &Output) -> Option<String> {
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    let said = String::from_utf8_lossy(&output.stderr).replace(&case["file"], "").to_lowercase();
    let mut faults = Vec::new();
    let mut check = |what: &str, found: String, is_right: &dyn Fn(&str) -> bool| {
        let wanted = case.get(what).map_or("", String::as_str);
        if !wanted.is_empty() && !wanted.split('|').any(is_right) {
            faults.push(format!("{what} {found}, not {wanted}"));
        }
    };
    let code = output.status.code().unwrap_or(-1).to_string();
    check("exit", code.clone(), &|wanted| wanted == code);
    for (what, rate) in [
        ("cold_reach", "cold.reach"),
        ("cold_meeting", "cold.meeting"),
        ("cold_show", "cold.show"),
        ("warm_reach", "warm.reach"),
        ("warm_meeting", "warm.meeting"),
    ] {
        let [successes, trials] = ["successes", "trials"].map(|part| answer["rates"][rate][part].as_u64().unwrap_or(0));
        let all_reached = trials == 0 && what.ends_with("reach");
        check(what, format!("{successes}/{trials}"), &|wanted| match wanted.split_once('/') {
            None => trials == 0,
            Some((some, all)) if all_reached => some == all,
            Some(_) => wanted == format!("{successes}/{trials}"),
        });
    }
    for what in ["used", "other", "rejected"] {
        let count = answer["rows"][what].to_string();
        check(what, count.clone(), &|wanted| wanted == count);
    }
    let connectors = answer["connectors"].as_array().map_or(0, Vec::len).to_string();
    check("connectors", connectors.clone(), &|wanted| wanted == connectors);
    let contacts = answer["attempts"]["cold"]["by_attempt"][0]["at_risk"].to_string();
    check("contacts", contacts.clone(), &|wanted| wanted == contacts);
    let now = answer["rates"]["cold.meeting"]["mean"].as_f64().unwrap_or(f64::NAN);
    check("now", now.to_string(), &|range| {
        let (low, high) = range.split_once("..").unwrap();
        low.parse::<f64>().unwrap() <= now && now <= high.parse().unwrap()
    });
    let mean = answer["groups"][0]["meetings"]["mean"].as_f64().unwrap_or(f64::NAN);
    check("mean", mean.to_string(), &|wanted| (wanted.parse::<f64>().unwrap() - mean).abs() < 1e-6);
    check("says", "not said".to_owned(), &|wanted| said.contains(&wanted.to_lowercase()));
    let is_clean = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        !text.chars().any(|letter| letter.is_control() && !"\n\t".contains(letter))
    };
    check("check", "not clean".to_owned(), &|_| is_clean(&output.stdout) && is_clean(&output.stderr));
    for found in case.get("find").into_iter().flat_map(|find| find.split(';')) {
        let Some((role, names)) = found.split_once('=') else { continue };
        let columns = &answer["columns"][role];
        let is_used = |name: &str| columns.as_array().into_iter().flatten().any(|column| column == name);
        if !names.split('|').any(is_used) {
            faults.push(format!("{role} is in {columns}, not in {names}"));
        }
    }
    (!faults.is_empty()).then(|| faults.join(", "))
}
