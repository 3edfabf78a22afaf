//! Uncertain rates, published probabilities and sensitivity, as far as a page cannot show them.

use crate::behaviour::{json, stdout};

#[test]
fn published_rates_run_through_every_verb() {
    for verb in ["simulate", "compare", "sensitivity", "model", "trace"] {
        let few: &[&str] = if matches!(verb, "model" | "trace") { &[] } else { &["--trials", "1000"] };
        assert!(!stdout(&[&[verb, "--preset", "published"], few].concat()).is_empty(), "{verb}");
    }
    stdout(&["plan", "--meetings", "2", "--preset", "published", "--trials", "1000"]);
}

#[test]
fn the_tables_of_a_file_are_the_rates_of_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("scenario.toml");
    let rates = "[rates]\ncold.meeting = { alpha = 2, beta = 18 }\nwarm.meeting = { mean = 0.9, weight = 10 }\n\
                 incident.recovery = { low = 0.3, high = 0.9 }\n";
    std::fs::write(&file, rates).unwrap();
    let run = ["simulate", "--trials", "1000"];
    let set = ["cold.meeting=beta(2, 18)", "warm.meeting=mean(0.9, 10)", "incident.recovery=range(30 %, 90 %)"];
    let set = set.iter().flat_map(|set| ["--set", set]).collect::<Vec<_>>();
    assert_eq!(json(&[&run[..], &[file.to_str().unwrap()]].concat()), json(&[&run[..], &set].concat()));
}

#[test]
fn luck_and_ignorance_are_told_only_where_there_is_something_to_tell() {
    let told = |options: &[&str]| stdout(&[&["simulate", "--verbose", "--trials", "1000"], options].concat());
    let uncertain = ["--set", "cold.meeting=beta(2, 18)"];
    assert!(told(&uncertain).contains("not knowing the rates"));
    assert!(!told(&[]).contains("not knowing the rates"));
    // A yield that is always 0 has no variance, and one trial shows none.
    assert!(!told(&[&uncertain[..], &["--strategy", "cold", "--set", "cold.show=0"]].concat()).contains("NaN"));
    let one = stdout(&["simulate", "--verbose", "--preset", "published", "--trials", "1"]);
    assert!(!one.contains("NaN %"), "{one}");
    // No probabilities solved from these rates leave 0 to 1.
    let solved = told(&[&uncertain[..], &["--reading", "overall"]].concat());
    assert!(solved.contains("simulated") && !solved.contains("had no solution"), "{solved}");
}
