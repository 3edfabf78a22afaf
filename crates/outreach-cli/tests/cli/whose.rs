//! Whose figures an answer says that it rests on.

use crate::behaviour::{json, stdout};

fn said(words: &[&str], lang: &str) -> String {
    let words = [words, &["--trials", "1000", "--lang", lang]].concat();
    stdout(&words).split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[test]
fn what_an_introduction_may_cost_hung_on_the_order_of_the_strategies() {
    let written = tempfile::tempdir().unwrap();
    let mine = written.path().join("mine.toml");
    std::fs::write(&mine, "warm = 0.2\n[rates]\ncold.meeting = 0.2\nwarm.meeting = 0.6\n").unwrap();
    let mine = mine.to_str().unwrap();
    for (one, other, each, english, french) in [
        (
            "warm=15",
            "cold.meeting=5%",
            [31.786_667, 67.546_667],
            "An introduction (15 min assumed) pays below 1 h 08 min (cold.meeting=5%), below 32 min (warm=15).",
            "Une recommandation (15 min par hypothèse) est rentable en moins de 1 h 08 min (cold.meeting=5%), en moins de \
             32 min (warm=15).",
        ),
        (
            mine,
            "cold",
            [7.946_667, 31.786_667],
            "An introduction (15 min assumed) pays below 8 min (mine), below 32 min (cold).",
            "Une recommandation (15 min par hypothèse) est rentable en moins de 8 min (mine), en moins de 32 min (tout \
             froid).",
        ),
        (
            "cold.meeting=0",
            "warm.meeting=1%",
            [f64::NAN, -3.576],
            "An introduction (15 min assumed) pays always (cold.meeting=0), never (warm.meeting=1%).",
            "Une recommandation (15 min par hypothèse) est rentable toujours (cold.meeting=0), jamais (warm.meeting=1%).",
        ),
        (
            "warm=15",
            "warm=30 effort.introduction=15",
            [31.786_667, 31.786_667],
            "An introduction pays while it takes less than 32 min (15 min assumed).",
            "Une recommandation est rentable en moins de 32 min (15 min par hypothèse).",
        ),
    ] {
        for (order, each) in [([one, other], each), ([other, one], [each[1], each[0]])] {
            let words = ["compare", order[0], order[1]];
            for (lang, expected) in [("en", english), ("fr", french)] {
                assert!(said(&words, lang).contains(expected), "{}", said(&words, lang));
            }
            let answer = json(&[&words[..], &["--trials", "1000"]].concat());
            // Of the rates that are in force where a strategy sets none of its own.
            assert!((answer["break_even_minutes"].as_f64().unwrap() - 31.786_667).abs() < 1e-6);
            assert_eq!(answer["scenario"]["rates"]["cold.meeting"], 0.1);
            let found = [0, 1].map(|index| answer["strategies"][index]["break_even_minutes"].as_f64());
            let is_right = |(found, expected): (Option<f64>, f64)| match found {
                Some(found) => (found - expected).abs() < 1e-6,
                None => expected.is_nan(),
            };
            assert!(found.into_iter().zip(each).all(is_right), "{order:?}: {found:?}");
        }
    }
    // Several numbers of attempts: none is in force for all.
    let several = json(&["compare", "--contacts", "30", "--max-attempts", "1,3", "--set", "cold.reach=0.1"]);
    assert!(several["break_even_minutes"].is_null(), "{}", several["break_even_minutes"]);
}

#[test]
fn numbers_that_the_user_set_were_called_a_coachs() {
    for (asked, english, french) in [
        (
            "simulate --strategy snowball --set pool.names=0.5 --set pool.decay=0.8",
            "Yours: pool.names 0.5, pool.decay 0.8; the other figures are a coach's.",
            "De vous : pool.names 0,5, pool.decay 0,8 ; les autres chiffres sont ceux d'un coach.",
        ),
        (
            "simulate --strategy snowball --set pool.introduced=0.4 --set pool.names=0.5",
            "Yours: pool.introduced 40 %, pool.names 0.5; the other figures are a coach's.",
            "De vous : pool.introduced 40 %, pool.names 0,5 ; les autres chiffres sont ceux d'un coach.",
        ),
        (
            "simulate --hours 6 --preset published --set effort.meeting=60 --set effort.cold_attempt=8",
            "Yours: effort.cold_attempt 8 min, effort.meeting 1 h; the other figures are published averages.",
            "De vous : effort.cold_attempt 8 min, effort.meeting 1 h ; les autres chiffres sont des moyennes publiées.",
        ),
        (
            "compare cold warm --set effort.cold_attempt=1 --set effort.warm_attempt=2 --set effort.introduction=3 --set \
             effort.meeting=4",
            "Yours: effort.cold_attempt 1 min, effort.warm_attempt 2 min, effort.introduction 3 min, 1 other; the other \
             figures are a coach's.",
            "De vous : effort.cold_attempt 1 min, effort.warm_attempt 2 min, effort.introduction 3 min, 1 autre ; les \
             autres chiffres sont ceux d'un coach.",
        ),
        (
            "plan --meetings 5 --solve hours --set effort.cold_attempt=8",
            "Yours: effort.cold_attempt 8 min; the other figures are a coach's.",
            "De vous : effort.cold_attempt 8 min ; les autres chiffres sont ceux d'un coach.",
        ),
    ] {
        let words: Vec<_> = asked.split(' ').filter(|word| !word.is_empty()).collect();
        for (lang, expected) in [("en", english), ("fr", french)] {
            assert!(said(&words, lang).contains(expected), "{}", said(&words, lang));
        }
    }
}

#[test]
fn the_same_rates_were_counted_of_14_and_of_18() {
    let written = tempfile::tempdir().unwrap();
    let mine = written.path().join("mine.toml");
    std::fs::write(&mine, "[rates]\ncold.meeting = 0.2\ncold.reach = 0.3\nwarm.reach = 0.4\nwarm.meeting = 0.6\n")
        .unwrap();
    let mine = mine.to_str().unwrap();
    let model = stdout(&["model", mine]);
    for told in [said(&["simulate", mine], "en"), said(&["plan", mine, "--meetings", "1"], "en"), model] {
        assert!(told.contains("Yours: 4 of 14 rates"), "{told}");
    }
}
