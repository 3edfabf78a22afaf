//! What is said of numbers is no more than they tell.

use crate::behaviour::{json, stdout};

fn said(words: &str) -> String {
    stdout(&words.split(' ').collect::<Vec<_>>())
}

#[test]
fn chains_die_out_where_they_do_and_not_by_the_first_generation_alone() {
    let chains =
        |set: &str| said(&format!("simulate --verbose --strategy snowball --trials 500 {set}")).replace('\n', " ");
    let better_cold = chains("--set cold.meeting=0.9 --set warm.meeting=0.2 --set pool.decay=0.5");
    assert!(better_cold.contains("but later generations bring more, as cold calls do better"), "{better_cold}");
    let decays = chains("--set pool.decay=0.5");
    assert!(decays.contains("later generations bring less than 1: every chain dies out."), "{decays}");
    let small = chains("--set pool.names=0.5");
    assert!(small.contains("That is not more than 1: every chain dies out."), "{small}");
    let nobody = chains("--set pool.initial=0");
    assert!(!nobody.contains("dies out") && !nobody.contains("die out"), "{nobody}");
}

#[test]
fn hours_on_cold_calls_have_the_error_of_the_hours() {
    // The yield of this many hours is exact here, and the hours are not.
    let cold = &json(&["simulate", "--strategy", "snowball", "--trials", "1000"])["pool"]["same_hours_cold"];
    let text = said("simulate --verbose --strategy snowball --trials 1000");
    let error = cold["std_error"].as_f64().unwrap();
    let expected = cold["mean"].as_f64().unwrap();
    // One campaign's minutes have a standard deviation of 111: of 65.5 meetings in 4583 minutes 1.6, over 1,000 trials 0.05.
    assert!(error > 0.03 && error < 0.08, "{error}");
    assert!(text.contains(&format!("would bring {expected:.3} ± {error:.3} meetings")), "{text}");
}

#[test]
fn a_share_of_no_trials_is_bounded_and_not_denied() {
    let chances = said("simulate --verbose --strategy cold --trials 10 --at-least 25 --at-least 101");
    let line = |at_least: &str| chances.lines().find(|line| line.contains(at_least)).unwrap_or(&chances).to_owned();
    assert!(line("at least 25").contains("< 26.3 %"), "{chances}");
    assert!(line("at least 101").contains(" 0 % "), "{chances}");
}

#[test]
fn what_is_tiny_is_shown_and_what_is_impossible_is_nothing() {
    let tree = said("model --set cold.meeting=1e-9 --set incident.disliked=0");
    let row = |key: &str| tree.lines().find(|line| line.contains(key)).unwrap_or(&tree).to_owned();
    assert!(row("└─ meeting set").contains("1e-7 %"), "{tree}");
    assert!(!row("incident.disliked").contains("e-"), "{tree}");
    assert!(said("simulate --verbose --strategy cold --set cold.meeting=1e-9 --trials 100").contains("1e-7"));
}

#[test]
fn few_trials_say_so() {
    let few = json(&["simulate", "--trials", "20"]);
    let intervals = &few["meetings"]["quantile_intervals"];
    assert!(intervals["0.05"].is_null() && intervals["0.5"].is_array(), "{intervals}");
    for format in ["text", "csv", "markdown"] {
        for trials in ["1", "2", "20"] {
            let words =
                format!("simulate --strategy snowball --trials {trials} --set pool.decay=0.9 --format {format}");
            let answer = said(&words);
            let words = answer.split(|c: char| !c.is_alphanumeric());
            assert!(!words.into_iter().any(|word| ["NaN", "null", "inf"].contains(&word)), "{answer}");
        }
    }
    let plan =
        said("plan --meetings 5 --strategy snowball --set pool.decay=0.5 --trials 10 --max 1000").replace('\n', " ");
    assert!(plan.contains("leaves open which of 0 attempts to 1,000 attempts"), "{plan}");
}

/// Trials with the same yields, as of a pool that is always empty, tell nothing of what the rates add: their shares were NaN per cent.
#[test]
fn trials_that_are_all_alike_tell_no_shares() {
    let asked = "sensitivity --strategy snowball --set pool.initial=0 --set pool.names=0 --set warm.meeting=beta(9,1) \
                 --calls 10 --trials 2";
    for format in ["text", "markdown", "csv"] {
        let answer = said(&format!("{asked} --format {format}"));
        assert!(!answer.contains("NaN"), "{answer}");
    }
    assert!(said(asked).replace('\n', " ").contains("There are too few trials"));
    let answer = json(&asked.split(' ').collect::<Vec<_>>());
    assert!(answer["information"][0]["ignorance_taken_away"].is_null(), "{answer}");
}

/// Only the first week was told of campaigns whose number of calls is known beforehand.
#[test]
fn all_weeks_until_the_last_call_are_told() {
    for (words, weeks) in
        [("--calls 95", 10), ("--calls 95 --strategy snowball", 10), ("--calls 95 --meetings 95", 10), ("--calls 9", 1)]
    {
        let asked = format!("simulate {words} --calls-per-week 10 --trials 1000");
        let answer = json(&asked.split(' ').collect::<Vec<_>>());
        let told = answer["weeks"]["by_week"].as_array().expect("weeks");
        assert_eq!(
            told.iter().map(|week| week["week"].as_u64()).collect::<Vec<_>>(),
            (1..=weeks).map(Some).collect::<Vec<_>>()
        );
        let last = told.last().expect("a week")["mean"].as_f64().expect("a number");
        let all = answer["exact"]["mean"].as_f64().or(answer["meetings"]["mean"].as_f64()).expect("a number");
        assert!((last - all).abs() < 1e-9, "{words}: {last} by the last week, {all} in all");
    }
}
