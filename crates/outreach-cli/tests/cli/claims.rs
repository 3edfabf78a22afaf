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
    let compared = said("compare snowball cold --set pool.decay=0.5 --trials 20");
    assert!(compared.contains("Ranges hold more than 86 % of campaigns") && compared.contains("20 trials say little"));
    assert!(
        said("simulate --strategy snowball --set pool.decay=0.5 --calls 20 --trials 1")
            .contains("run out in < 99 % of")
    );
    let plan =
        said("plan --meetings 5 --strategy snowball --set pool.decay=0.5 --trials 10 --max 1000").replace('\n', " ");
    assert!(plan.contains("The minimum is between 0 and 1,000 calls"), "{plan}");
}

#[test]
fn calls_that_tell_nothing_of_what_is_uncertain_were_to_be_logged_first() {
    for asked in [
        "sensitivity --strategy warm --set connectors.count=4 --set connectors.correlation=beta(2,10)",
        "sensitivity --contacts 40 --max-attempts 3 --set cold.reach=0.2 --set cold.reachable=beta(60,40)",
    ] {
        let answer = said(asked).replace('\n', " ");
        assert!(answer.contains("Single calls tell nothing") && !answer.contains("calls first"), "{answer}");
    }
    assert!(said("sensitivity --strategy warm --set warm.meeting=beta(9,1)").contains("Log warm calls first"));
}

/// Of one forecast in one it was said that such forecasts can be trusted.
#[test]
fn a_handful_of_forecasts_says_nothing_of_how_far_to_trust_them() {
    let log = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/calls.csv");
    for (batch, told) in [(40, "1 time in 1; 1 was expected"), (10, "6 times in 6; 6 were expected")] {
        let answer = said(&format!("backtest {log} --batch {batch} --warmup 20")).replace('\n', " ");
        assert!(answer.starts_with("Too few forecasts to say whether they can be trusted") && answer.contains(told));
    }
    assert!(said(&format!("backtest {log} --batch 3 --warmup 20")).starts_with("These forecasts"));
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

/// A list of contacts of the kinds, and what is asked of it.
fn of_kinds(words: &str) -> Vec<String> {
    let list = std::env::temp_dir().join(format!("outreach-kinds-{}.csv", std::process::id()));
    let rows: Vec<_> = (0..40).map(|row| if row % 2 == 0 { "cold" } else { "warm" }).collect();
    std::fs::write(&list, format!("kind\n{}\n", rows.join("\n"))).unwrap();
    let words = format!("forecast {} {words}", list.display());
    words.split(' ').map(str::to_owned).collect()
}

#[test]
fn forecasts_ended_where_uncertain_incidents_leave_no_exact_distribution() {
    // Clamped in every third world, so that cold and warm contacts hang together.
    let set =
        "--set incident.rate=beta(2,3) --set warm.meeting=beta(9,2) --set cold.meeting=beta(2,18) --reading overall";
    let of = |more: &str| of_kinds(&format!("{set} --at-least 20 --at-least 10{more}"));
    let words = |more: &str| -> Vec<String> { of(more) };
    let whole = |words: Vec<String>| json(&words.iter().map(String::as_str).collect::<Vec<_>>());
    let told = whole(words(""));
    let meetings = &told["groups"][0]["meetings"];
    assert_eq!((&told["computed"], &told["seed"]), (&"simulated".into(), &42.into()), "{told}");
    assert!(meetings["std_error"].as_f64().is_some_and(|error| error > 0.0 && error < 0.1), "{told}");
    assert!(
        meetings["quantile_intervals"]["0.5"].is_array() && meetings["central90"]["probability_std_error"].is_number()
    );
    assert!(meetings["at_least_std_error"]["20"].is_number(), "{told}");
    // Whatever the order in which they were asked for, each column is its own.
    let sheet = stdout(&words(" --format csv").iter().map(String::as_str).collect::<Vec<_>>());
    let cells: Vec<Vec<_>> = sheet.lines().map(|line| line.split(',').collect()).collect();
    for (column, cell) in cells[0].iter().zip(&cells[1]) {
        let Some(count) = column.strip_prefix("at_least_") else { continue };
        let (name, count) = match count.strip_suffix("_std_error") {
            Some(count) => ("at_least_std_error", count),
            None => ("at_least", count),
        };
        assert_eq!(cell.parse::<f64>().ok(), meetings[name][count].as_f64(), "{column} in {sheet}");
    }
    let text = stdout(&words(" --verbose").iter().map(String::as_str).collect::<Vec<_>>());
    assert!(text.contains("10,000 draws of the uncertain rates (seed 42)") && text.contains(" ± "), "{text}");
    // Published rates are read as overall, too: whom to call first is told of their means.
    let order = whole(of_kinds("--preset published --hours 3"));
    assert!(order["best_order"]["meetings"]["mean"].as_f64().is_some_and(|mean| mean > 0.0), "{order}");
}

#[test]
fn a_range_of_one_count_is_that_count() {
    let rare = |more: &str| said(&format!("simulate -q --strategy cold --set cold.meeting=1e-9 {more}"));
    assert_eq!(rare("--lang en"), "About 1e-7 meetings from 100 cold calls; 0 in more than 99 % of campaigns.\n");
    let french = rare("--lang fr").replace(['\u{a0}', '\u{202f}'], " ");
    assert_eq!(french, "Environ 1e-7 rendez-vous pour 100 appels froids ; 0 dans plus de 99 % des campagnes.\n");
}

#[test]
fn why_there_is_no_exact_distribution_is_said_in_both_languages() {
    let words = "simulate --verbose --set pool.decay=0.5 --strategy snowball --trials 100 --lang";
    let told = |language: &str| said(&format!("{words} {language}")).replace(['\u{a0}', '\u{202f}', '\n'], " ");
    let [english, french] = ["en", "fr"].map(told);
    assert!(english.contains("a pool whose referrals decay from one generation to the next"), "{english}");
    assert!(french.contains("une réserve dont les recommandations perdent de leur valeur"), "{french}");
}

#[test]
fn cold_calls_that_bring_meetings_are_not_said_to_bring_none() {
    let asked = "compare cold referral-heavy --contacts 60 --max-attempts 4 --set cold.reach=0.1 --set cold.reachable=0.5 \
                 --preset published --trials 2000";
    for detail in ["", "--verbose"] {
        let said = stdout(&asked.split_whitespace().chain(detail.split_whitespace()).collect::<Vec<_>>());
        assert!(
            !said.contains("bring no meeting") && said.contains("What an introduction may cost is not known"),
            "{said}"
        );
    }
    assert!(stdout(&["compare", "--set", "cold.meeting=0"]).contains("Cold calls bring no meeting"));
}

#[test]
fn weeks_of_hours_were_known_for_two_confidences_alone() {
    for (pace, expected) in [("--calls-per-week 20", [3, 4, 4, 5]), ("--hours-per-week 2", [3, 4, 4, 4])] {
        for solve in ["attempts", "hours"] {
            let words = format!("plan --meetings 5 --solve {solve} {pace}");
            let confidences = json(&words.split(' ').collect::<Vec<_>>())["confidences"].clone();
            let weeks: Vec<_> = confidences.as_array().unwrap().iter().map(|row| row["weeks"].clone()).collect();
            assert_eq!(weeks, expected, "{words}");
        }
    }
}
