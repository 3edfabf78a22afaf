//! Uncertain rates, published odds and sensitivity, as far as a page cannot show them.

use crate::behaviour::{json, outreach, stdout};

#[test]
fn published_odds_run_through_every_verb() {
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
    let told = |options: &[&str]| stdout(&[&["simulate", "--trials", "1000"], options].concat());
    let uncertain = ["--set", "cold.meeting=beta(2, 18)"];
    assert!(told(&uncertain).contains("not knowing the rates"));
    assert!(!told(&[]).contains("not knowing the rates"));
    // A yield that is always 0 has no variance, and one trial shows none.
    assert!(!told(&[&uncertain[..], &["--strategy", "cold", "--set", "cold.reach=0"]].concat()).contains("NaN"));
    let one = stdout(&["simulate", "--preset", "published", "--trials", "1"]);
    assert!(!one.contains("NaN %"), "{one}");
    // No odds solved from these rates leave 0 to 1.
    let solved = told(&[&uncertain[..], &["--reading", "overall"]].concat());
    assert!(solved.contains("simulated") && !solved.contains("had no solution"), "{solved}");
}

#[test]
fn a_plot_that_cannot_be_written_fails_and_leaves_no_result() {
    let output = outreach(&["sensitivity", "--plot", "/nonexistent/tornado.svg"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(message.contains("can't write /nonexistent/tornado.svg: No such file or directory"), "{message}");
}

#[test]
fn a_plot_is_a_well_formed_picture_that_names_the_rates() {
    let folder = tempfile::tempdir().unwrap();
    let drawn = |name: &str| {
        let file = folder.path().join(name);
        stdout(&["sensitivity", "--set", "cold.meeting=range(2 %, 25 %)", "--plot", file.to_str().unwrap()]);
        std::fs::read(&file).unwrap()
    };
    let svg = String::from_utf8(drawn("tornado.svg")).unwrap();
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').unwrap();
        assert!(!text.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").contains('&'), "{text}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.starts_with(['!', '?']) && !tag.ends_with('/') {
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            open.push(tag.split_whitespace().next().unwrap());
        }
    }
    assert!(open.is_empty() && svg.starts_with("<svg") && svg.contains("<title>") && svg.contains("<desc>"));
    for rate in ["cold.meeting", "warm.meeting", "incident.rate", "incident.recovery", "incident.plain_ask"] {
        assert!(svg.contains(&format!(">{rate}, ")), "{rate}");
    }
    assert!(drawn("tornado.png").starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}
