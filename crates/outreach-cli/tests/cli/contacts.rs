//! Contacts who are called several times: plans within limits, and how often hours allow.

use crate::behaviour::{json, outreach, stdout};

const REACH: [&str; 4] = ["--set", "cold.reach=0.08", "--set", "cold.reachable=0.5"];

/// What a plan tells of its answer is what a campaign of that answer tells of itself, of one attempt less it is not enough.
#[test]
fn the_chance_that_a_plan_of_attempts_tells_is_that_of_the_campaign() {
    let plan =
        [&["plan", "--solve", "attempts-per-contact", "--contacts", "300", "--meetings", "4"], &REACH[..]].concat();
    let told = json(&plan);
    let most = told["attempts_per_contact"].as_u64().unwrap();
    let chance = |most: u64| {
        let most = most.to_string();
        let words = ["simulate", "--strategy", "cold", "--contacts", "300", "--max-attempts", &most, "--at-least", "4"];
        json(&[&words[..], &["--trials", "1000"], &REACH].concat())["exact"]["at_least"]["4"].as_f64().unwrap()
    };
    assert!((told["probability"].as_f64().unwrap() - chance(most)).abs() < 1e-12, "{told}");
    assert!(chance(most) >= 0.9 && chance(most - 1) < 0.9);
}

#[test]
fn contacts_attempts_and_hours_limit_a_plan() {
    let ends = |words: &str| {
        let output = outreach(&[&words.split(' ').collect::<Vec<_>>()[..], &REACH].concat());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let of_attempts = "plan --solve attempts-per-contact --meetings 4 --contacts 300";
    assert_eq!(ends(of_attempts).0, Some(0));
    for (words, said) in [
        (format!("{of_attempts} --max-attempts 3"), "within 3 calls per contact"),
        (format!("{of_attempts} --set hours=20 --trials 2000"), "20 h"),
        ("plan --solve contacts --max-attempts 4 --meetings 4 --contacts 200".to_owned(), "within 200 contacts"),
        // As the attempts grow the yield tends to Binomial(C, c·m).
        ("plan --solve attempts-per-contact --meetings 40 --contacts 300".to_owned(), "cannot be reached"),
    ] {
        let (code, error) = ends(&words);
        assert!(code == Some(3) && error.contains(said), "{words}: {error}");
    }
}

#[test]
fn hours_say_how_often_each_contact_can_be_called() {
    fn of<'a>(hours: &'a str, most: &'a str) -> Vec<&'a str> {
        let words = ["simulate", "--strategy", "cold", "--contacts", "300", "--trials", "1000"];
        [&words[..], &["--hours", hours, "--max-attempts", most], &REACH].concat()
    }
    // Two rounds take 40.6 hours, three 58.3.
    for (hours, most, expected) in [("40", "2", 2), ("41", "2", 3), ("58", "6", 3), ("59", "6", 4)] {
        assert_eq!(json(&of(hours, most))["attempts_that_fill_hours"], expected, "{hours} h");
    }
    let text = stdout(&of("58", "6")).replace('\n', " ");
    assert!(
        text.contains("In 58 h there is time for 3 calls to each of these contacts: with fewer, time is left"),
        "{text}"
    );
    // One attempt at each is a campaign of calls.
    let calls = json(&["simulate", "--strategy", "cold", "--contacts", "300", "--trials", "1000", "--hours", "58"]);
    assert!(calls.get("attempts_that_fill_hours").is_none());
    let endless = [&of("6000", "2")[..], &["--set", "effort.cold_attempt=0.1"]].concat();
    assert!(json(&endless).get("attempts_that_fill_hours").is_none());
    assert!(stdout(&endless).contains("Calling these contacts takes less than"));
}

#[test]
fn that_connectors_are_drawn_anew_was_said_by_one_text_alone() {
    let words = "simulate --warm 60 --set connectors.count=5 --set connectors.correlation=0.2 --trials 1000";
    let words: Vec<_> = words.split(' ').collect();
    for format in [&["-q"][..], &["--format", "json"]] {
        let notes = |so_far: &[&str]| {
            String::from_utf8(outreach(&[&words[..], format, so_far].concat()).stderr).unwrap().replace('\n', " ")
        };
        let said = "what the campaign has brought so far is not known per connector";
        assert!(!notes(&[]).contains(said));
        assert!(notes(&["--so-far", "warm=10:9"]).contains(said), "{format:?}");
    }
}

#[test]
fn a_forecast_in_one_sentence_left_out_the_hours() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("list.csv");
    std::fs::write(&list, "name,kind\nAna,warm\nBo,cold\nCy,cold\n").unwrap();
    let words = ["forecast", list.to_str().unwrap(), "-q"];
    let (all, in_hours) = (stdout(&words), stdout(&[&words[..], &["--hours", "0.1"]].concat()));
    assert!(in_hours.starts_with(all.trim_end()) && in_hours.contains("6 min"), "{in_hours}");
}

#[test]
fn equal_hours_took_other_contacts_than_given_without_a_word() {
    let rates = ["--trials", "2000", "--set", "cold.reach=20%", "--set", "cold.reachable=50%"];
    let of = |words: &str| stdout(&[&words.split(' ').collect::<Vec<_>>()[..], &rates].concat()).replace('\n', " ");
    let more = of("compare --contacts 300 --max-attempts 1,2,4 --hours 60");
    let told = "783 in place of 300 for cold (up to 1 call).";
    assert!(more.contains(told), "{more}");
    let fewer = of("compare --contacts 100 --max-attempts 1,2,4 cold");
    let told = "34 in place of 100 for cold (up to 4 calls).";
    assert!(fewer.contains(told), "{fewer}");
    // Calls to another person each may be any number of people.
    let calls = of("compare --contacts 200 --max-attempts 4 cold calls=100 --hours 20");
    assert!(calls.contains("in place of 200 for cold") && !calls.contains("in place of 100"), "{calls}");
}

#[test]
fn lines_below_empty_ones_were_counted_from_above_them() {
    let list = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/tables/list-mean-blocks.csv");
    let answer = json(&["forecast", list, "--hours", "10"]);
    assert_eq!(answer["best_order"]["lines"], serde_json::json!([4, 8, 3, 2, 7]), "{answer}");
}
