//! The manual's table of exact and simulated yields, made from the command's own answers.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::behaviour::stdout;

const SCENARIOS: [&[&str]; 14] = [
    &["--strategy", "cold"],
    &["--strategy", "mixed"],
    &["--strategy", "referral-heavy"],
    &["--strategy", "warm", "--reading", "overall"],
    &["--strategy", "snowball"],
    &["data/scenarios/job-seeker.toml"],
    &["data/scenarios/sales-week.toml"],
    &["data/scenarios/cold-list.toml"],
    &["data/scenarios/fund-raiser.toml"],
    &["data/scenarios/snowball.toml", "--set", "pool.introduced=0.4"],
    &["--strategy", "cold", "--set", "cold.meeting=beta(2, 18)"],
    &["--set", "warm.meeting=range(50%, 95%)", "--set", "cold.meeting=beta(10, 90)"],
    &["--hours", "10"],
    &["--calls", "1", "--warm", "1"],
];

fn row(scenario: &[&str]) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = |word: &&str| {
        if word.starts_with("data/") { root.join(word).to_str().unwrap().to_owned() } else { (*word).to_owned() }
    };
    let words: Vec<_> = scenario.iter().map(path).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let run = [&["simulate"], &words[..], &["--trials", "1000000", "--seed", "42", "--format", "json"]].concat();
    let answer: Value = serde_json::from_str(&stdout(&run)).unwrap();
    let number = |path: &str| answer.pointer(path).and_then(Value::as_f64).unwrap();
    let [exact, simulated, error] = ["/exact/mean", "/meetings/mean", "/meetings/std_error"].map(number);
    let [sigmas, gap] = ["/agreement/mean_sigmas", "/agreement/largest_cdf_gap"].map(number);
    assert!(sigmas.abs() < 4.5 && gap < 0.0028, "{scenario:?}: {sigmas} standard errors, {gap}");
    let quoted: Vec<_> = scenario
        .iter()
        .map(|word| if word.contains('(') { format!("\"{word}\"") } else { (*word).to_owned() })
        .collect();
    format!("| `{}` | {exact:.4} | {simulated:.4} ± {error:.4} | {sigmas:+.2} | {gap:.5} |\n", quoted.join(" "))
}

/// One of some fifty thousand choices of the seed would put a sound simulation beyond these bounds.
#[test]
fn the_manual_shows_how_simulation_and_exact_distribution_agree() {
    let mut table =
        "\n| scenario | exact mean | simulated mean | distance [standard errors] | largest gap |\n".to_owned();
    table += "|---|---|---|---|---|\n";
    for scenario in SCENARIOS {
        write!(table, "{}", row(scenario)).unwrap();
    }
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/validation.md");
    let text = fs::read_to_string(&page).unwrap();
    let (before, rest) = text.split_once("<!-- agreement -->\n").unwrap();
    let (shown, after) = rest.split_once("<!-- end of agreement -->").unwrap();
    let table = format!("{table}\n");
    if std::env::var_os("RENEW").is_some() {
        fs::write(&page, format!("{before}<!-- agreement -->\n{table}<!-- end of agreement -->{after}")).unwrap();
    } else {
        assert_eq!(shown, table);
    }
}
