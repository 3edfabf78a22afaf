//! What the short answers say: sentences that were wrong, ties, and how many lines there are.

use serde_json::Value;

use crate::behaviour::{command, json, stdout};

fn said(line: &str) -> String {
    stdout(&line.split(' ').collect::<Vec<_>>())
}

#[test]
fn calls_of_a_pool_are_not_called_cold() {
    for lang in ["en", "fr"] {
        let plan = "plan --solve referrals --strategy snowball --calls 75 --trials 1000 -q --meetings";
        let said = said(&format!("{plan} 20 --lang {lang}"));
        assert!(!said.contains("cold") && !said.contains("froid"), "{said}");
        let start = if lang == "en" { "to start with" } else { "au départ" };
        assert!(said.contains(start) && said.contains("75"), "{said}");
    }
    assert!(said("plan --solve referrals --calls 75 --meetings 4 -q").contains("75 cold calls"));
}

#[test]
fn a_tie_has_no_winner() {
    for (asked, english, french) in [
        (
            "cold cold",
            "All bring the same: 10 meetings from 100 calls on average",
            "Toutes apportent autant\u{a0}: 10 rendez-vous",
        ),
        (
            "warm warm cold",
            "warm, warm (2) bring the most: 89 meetings from 100 calls each; cold 10.",
            "Tout chaud, tout chaud (2) apportent le plus",
        ),
        ("cold warm --hours 6", "warm brings the most: 6.9 meetings in 6 h; cold 5.2.", "Tout chaud apporte le plus"),
        (
            "cold mixed referral-heavy warm --hours 6",
            "referral-heavy has a small lead: 7 meetings in 6 h; mixed 6.9, warm 6.9, cold 5.2.",
            "Surtout chaud n'a qu'une courte avance",
        ),
        ("snowball snowball", "All bring the same", "Toutes apportent autant"),
    ] {
        let said = |lang| said(&format!("compare {asked} --trials 2000 -q --lang {lang}"));
        assert!(said("en").starts_with(english), "{}", said("en"));
        assert!(said("fr").starts_with(french), "{}", said("fr"));
    }
    let usual = said("compare --trials 1000 -q");
    assert!(usual.contains("In the same 11 h 40 min the lead is small: referral-heavy 14, mixed 13"), "{usual}");
}

#[test]
fn calls_that_end_a_campaign_before_the_hours_were_not_said() {
    let capped = "compare cold warm --hours 6 --calls 10 --trials 300";
    assert!(said(capped).starts_with("warm brings the most: 6.9 meetings in 6 h and at most 10 calls; cold 1."));
    assert!(said(&format!("{capped} --lang fr -q")).contains("en 6 h et 10 appels au plus"));
    assert!(!said("compare cold warm --hours 6 --trials 300").contains("at most"));
}

#[test]
fn seven_of_seven_stood_as_more_than_99_per_cent() {
    let replayed = "backtest tests/cli/pages/logs.in/months.csv --batch 10 --warmup 20 --verbose --lang";
    for (lang, row) in [("en", "outreach                  7 of 7"), ("fr", "7 sur 7")] {
        let text = said(&format!("{replayed} {lang}"));
        assert!(text.contains(row) && !text.contains("> 99"), "{text}");
    }
}

#[test]
fn a_chance_that_rounds_to_one_stood_as_100_per_cent() {
    for asked in ["effort.introduction=5 effort.introduction=60 --trials 1000", "cold warm --hours 300 --trials 300"] {
        for (lang, shown, never) in [("en", "> 99 %", "100 %"), ("fr", ">\u{a0}99\u{202f}%", "100\u{202f}%")] {
            let said = said(&format!("compare {asked} --lang {lang}"));
            let shown = said.contains(shown) || said.contains(&shown.replace('\u{a0}', " "));
            assert!(shown && !said.contains(never), "{said}");
        }
    }
    // Nothing else can be.
    let sure = said("compare cold cold --set cold.meeting=0 --trials 300");
    assert!(!sure.contains("> 99 %"), "{sure}");
    let rare = said("simulate --calls 1 --strategy cold --set cold.meeting=1e-14 --trials 300");
    assert!(rare.contains("more than 99 % of campaigns"), "{rare}");
}

#[test]
fn whose_figures_an_answer_rests_on_was_left_out_of_the_details() {
    let list = "forecast tests/cli/pages/forecast.in/contacts.csv";
    for asked in ["sensitivity --trials 1000", "model", list] {
        for lang in ["en", "fr"] {
            let brief = said(&format!("{asked} --lang {lang}")).replace('\n', " ");
            let told = ["A coach's figures", "Chiffres d'un coach", "Watch: ", "À surveiller", "by their kind"];
            let told: Vec<_> = told.iter().filter(|part| brief.contains(**part)).collect();
            assert!(!told.is_empty() && (lang == "fr" || asked != list || told.len() == 3), "{brief}");
            for more in ["--verbose", "--format markdown"] {
                let whole = said(&format!("{asked} --lang {lang} {more}")).replace('\n', " ").replace('\\', "");
                assert!(told.iter().all(|part| whole.contains(**part)), "{told:?}: {whole}");
            }
        }
    }
}

#[test]
fn the_last_round_was_named_where_an_earlier_one_is_empty() {
    let rounds = |more: &str| said(&format!("simulate --contacts 60 --max-attempts 3 --trials 300 {more}"));
    assert!(rounds("--warm 15").contains("Nobody is left for round 2."), "{}", rounds("--warm 15"));
    let some = rounds("--strategy cold --set cold.reach=0.5 --set cold.reachable=1");
    assert!(!some.contains("Nobody is left"), "{some}");
}

#[test]
fn in_given_hours_there_is_no_table_of_equal_calls() {
    for asked in ["--verbose", "--format markdown"] {
        let said = said(&format!("compare cold warm --hours 6 --trials 300 {asked}"));
        assert!(said.contains("in 6 h") && !said.contains("100 calls"), "{said}");
    }
}

#[test]
fn no_hours_bring_no_meetings() {
    for asked in ["cold mixed --hours 0", "cold --contacts 20 --max-attempts 1,2 --hours 0"] {
        let said = said(&format!("compare {asked} --trials 1000"));
        assert!(said.starts_with("All bring the same: 0 meetings in 0 min") && !said.contains("hold  of"), "{said}");
    }
    let free = "compare cold --trials 1000 --hours 3 --set effort.cold_attempt=0 --set effort.meeting=0";
    let free = said(free);
    assert!(free.contains("make no sense") && free.contains("Ranges hold 94 % of campaigns."), "{free}");
}

#[test]
fn variants_show_how_many_of_their_calls_are_warm() {
    let args = ["compare", "warm=15", "warm=30", "cold.meeting=5%", "effort.introduction=20", "--trials", "1000"];
    let said = stdout(&args);
    assert!(said.contains("50 of 100") && said.contains("15 of 100"), "{said}");
    assert!(said.contains("(15 min to 20 min here)"), "{said}");
    assert!(said.contains("With published rates in their place:"), "{said}");
    assert!(!stdout(&["compare", "--trials", "1000"]).contains("of 100"));
}

#[test]
fn all_that_is_said_at_a_glance_is_in_the_details() {
    for asked in ["simulate --calls 75 --warm 15 --trials 1000", "compare --trials 1000", "plan --meetings 5"] {
        for lang in ["en", "fr"] {
            let sentence = said(&format!("{asked} --lang {lang} -q"));
            for more in ["--verbose", "--format markdown"] {
                let whole = said(&format!("{asked} --lang {lang} {more}")).replace('\n', " ").replace('\\', "");
                let parts = match lang {
                    "en" => ["At published rates: ", "One more introduction"],
                    _ => ["Aux taux publiés\u{a0}: ", "Une recommandation de plus"],
                };
                let parts = if asked.starts_with("simulate") { &parts[..] } else { &parts[..1] };
                assert!(parts.iter().all(|part| whole.contains(part)), "{whole}");
                assert!(whole.contains(sentence.trim()), "{sentence}\n{whole}");
                assert!(!whole.contains(" hours]") && !whole.contains("11.67") && !whole.contains("11,67"), "{whole}");
            }
        }
    }
}

#[test]
fn where_no_published_figures_stand_beside_it_says_how_to_ask() {
    for asked in [
        "plan --meetings 5 --strategy snowball",
        "sensitivity --strategy snowball --trials 1000",
        "trace --calls 9",
        "simulate --so-far cold=10:1 --trials 1000",
    ] {
        assert!(said(asked).replace('\n', " ").contains("Measured ones: --preset published."), "{}", said(asked));
        let published = said(&format!("{asked} --preset published"));
        assert!(!published.contains("Measured ones"), "{published}");
    }
}

#[test]
fn published_figures_stand_beside_where_they_are_exact() {
    for (asked, beside) in [
        ("plan --meetings 5", "3,577 calls."),
        ("plan --meetings 5 --solve hours", "241 h."),
        ("plan --meetings 20 --solve referrals --calls 60", "not within 60 calls."),
        ("plan --meetings 5 --solve contacts --max-attempts 3", "contacts."),
        ("sensitivity", "about 3 meetings."),
        ("model", "0.6 % per cold call, 5.5 % per warm call."),
    ] {
        let said = said(asked).replace('\n', " ");
        assert!(said.contains(" At published rates: ") && said.contains(beside), "{said}");
    }
    let yours = said("plan --meetings 20 --set cold.meeting=7%").replace('\n', " ");
    assert!(yours.contains("With published rates in their place: 8,410 calls."), "{yours}");
}

#[test]
fn what_the_text_says_stands_in_the_json() {
    let found = json(&["simulate", "--calls", "75", "--warm", "15", "--trials", "1000"]);
    let near = |pointer: &str, expected: f64| {
        let number = found.pointer(pointer).and_then(Value::as_f64).unwrap();
        assert!((number - expected).abs() < 5e-3, "{pointer}: {number}");
    };
    near("/one_more_introduction", 0.795);
    near("/at_published_rates/mean", 1.161);
    near("/meetings_by_kind/warm", 13.42);
    near("/meetings_by_kind/cold", 6.0);
    assert_eq!(found["at_published_rates"]["central90"]["high"], 3);
    assert!(json(&["simulate", "--preset", "published", "--trials", "1000"])["at_published_rates"].is_null());
    let even = &json(&["compare", "cold", "warm", "--trials", "1000"])["strategies"][1]["equal_hours"];
    assert!((even["exact"]["mean"].as_f64().unwrap() - 13.7).abs() < 0.3 && even["hours"].is_number(), "{even}");
    let weeks = json(&["plan", "--meetings", "5", "--hours-per-week", "6"])["confidences"].clone();
    assert_eq!(weeks.as_array().unwrap().iter().map(|row| &row["weeks"]).collect::<Vec<_>>(), [1, 2, 2, 2]);
}

#[test]
fn names_with_numbers_are_set_apart_from_their_meetings() {
    let asked = "compare cold --max-attempts 1,3 --set cold.reach=30% --trials 1000 -q";
    assert!(
        said(asked).starts_with("cold (up to 3 calls) brings the most: 6.6 meetings; cold (up to 1 call): 3."),
        "{}",
        said(asked)
    );
    let french = said(&format!("{asked} --lang fr")).replace('\u{a0}', " ");
    assert!(french.contains("tout froid (jusqu'à 1 appel) : 3."), "{french}");
}

#[test]
fn ranges_of_rates_are_in_per_cent_and_those_of_numbers_are_not() {
    let said = said("sensitivity --preset published --strategy snowball --trials 1000 --verbose");
    for range in ["cold.reach", "4 to 20 %", "pool.initial", "2 to 10 "] {
        assert!(said.contains(range), "{said}");
    }
    assert!(!said.contains("0.040") && !said.contains("2.000"), "{said}");
}

#[test]
fn what_is_accepted_is_said_once_and_in_french() {
    for (asked, english, french) in [
        (
            "simulate --shard 1/0 -o part",
            "error: shard = 1/0 is not a share of the run, from 1/n to n/n",
            "shard = 1/0 n'est pas une part du tirage, de 1/n à n/n",
        ),
        (
            "plan --meetings 10 --hours-per-week 0",
            "is not a number of hours (0.02 to 168)",
            "n'est pas un nombre d'heures (0,02 à 168)",
        ),
        ("compare cold foo", "settings (warm=15), a scenario file", "des réglages (warm=15), un fichier de scénario"),
    ] {
        for (lang, expected) in [("en", english), ("fr", french)] {
            let output = command().args(asked.split(' ')).env("OUTREACH_LANG", lang).output().unwrap();
            let told = String::from_utf8(output.stderr).unwrap();
            assert!(told.contains(expected), "{told}");
        }
    }
}

#[test]
fn calls_are_cold_and_warm_in_one_french() {
    let log = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/calls.csv");
    let asked =
        ["simulate --trials 1000 --verbose", "backtest LOG --batch 10 --warmup 20", "calibrate LOG", "trace --calls 9"];
    for asked in asked {
        let said = said(&format!("{} --lang fr", asked.replace("LOG", log)));
        assert!(!said.contains("à froid") && !said.contains("à chaud"), "{said}");
    }
}

#[test]
fn what_is_sure_at_published_rates_has_no_range() {
    let told = said("simulate --calls 10 --set cold.meeting=0 --warm 0 --trials 1000").replace('\n', " ");
    assert!(told.contains("With published rates in their place: 0."), "{told}");
}
