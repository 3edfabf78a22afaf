//! What is said of keys and options that change nothing, and of what takes their place.

use std::fs;

use crate::behaviour::{command, outreach};
use crate::effects::lists;

#[test]
fn columns_beside_probabilities_act_or_are_an_error() {
    let folder = tempfile::tempdir().unwrap();
    lists(folder.path());
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (kinds, probabilities) = (path("kinds.csv"), path("probabilities.csv"));
    for (option, value) in
        [("--kind-column", "sort"), ("--cold-value", "new"), ("--warm-value", "known"), ("--attempts-column", "made")]
    {
        let output = outreach(&["forecast", &probabilities, option, value]);
        assert_eq!(output.status.code(), Some(2));
        let expected =
            format!("error: {option}: no effect where every contact has a probability of its own: leave it out\n");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), expected);
        let variable = format!("OUTREACH_{}", option[2..].replace('-', "_").to_uppercase());
        let output = command().args(["forecast", &probabilities]).env(variable, value).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    }
    let output = outreach(&["forecast", &kinds, "--cold-value", "cold", "--warm-value", "known", "--allow-rejected"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("note: no row says what was named: known"), "{told}");
}

#[test]
fn what_has_no_effect_says_what_would_let_it_act() {
    for (words, english, french) in [
        (
            "simulate --set pool.initial=3",
            "error: pool.initial: no effect without the strategy snowball: add --strategy snowball",
            "erreur\u{a0}: pool.initial\u{a0}: sans effet sans la stratégie snowball\u{a0}: ajoutez --strategy snowball",
        ),
        (
            "plan --meetings 30 --solve referrals --warm 15",
            "error: warm: no effect, since --solve referrals looks for it: leave it out",
            "erreur\u{a0}: warm\u{a0}: sans effet, car --solve referrals le cherche\u{a0}: retirez-le",
        ),
        (
            "simulate --set incident.disliked=0.5 --set incident.reframe=0.6",
            "error: incident.reframe: no effect while the caller responds in another way: add --set incident.response=reframe",
            "erreur\u{a0}: incident.reframe\u{a0}: sans effet tant que la réponse est une autre\u{a0}: ajoutez --set incident.response=reframe",
        ),
    ] {
        let words: Vec<_> = words.split(' ').collect();
        for (language, expected) in [("en", english), ("fr", french)] {
            let output = outreach(&[words.as_slice(), &["--lang", language]].concat());
            assert_eq!(output.status.code(), Some(2), "{words:?}");
            assert_eq!(String::from_utf8(output.stderr).unwrap().trim_end(), expected);
        }
    }
    // A rate that another one follows acts through it.
    assert!(
        outreach(&["simulate", "--strategy", "warm", "--set", "cold.meeting=0.3", "--trials", "300"]).status.success()
    );
    assert_eq!(outreach(&["forecast", "../../data/contacts.csv", "--calls", "10"]).status.code(), Some(2));
}

#[test]
fn connectors_that_change_nothing_are_noted_and_those_that_cannot_be_are_errors() {
    let ends = |words: &str| {
        let output = outreach(&words.split(' ').chain(["--trials", "300"]).collect::<Vec<_>>());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let both = "--set connectors.count=5 --set connectors.correlation=0.1";
    for (words, said) in [
        (
            "simulate --set connectors.count=5".to_owned(),
            "connectors.count: no effect while the calls of one connector are",
        ),
        ("simulate --set connectors.correlation=0.1".into(), "connectors.correlation: no effect without the number of"),
        (format!("simulate --warm 5 {both}"), "no effect, since no connector has two recommended calls"),
    ] {
        let (code, notes) = ends(&words);
        assert!(code == Some(0) && notes.contains(said), "{words}: {notes}");
    }
    assert_eq!(ends(&format!("simulate {both}")), (Some(0), String::new()));
    for (words, said) in [
        ("simulate --set connectors.count=0", "connectors.count = 0 is not a number of connectors"),
        ("simulate --set connectors.count=2.5", "connectors.count = 2.5 is not a number of connectors"),
        ("simulate --set connectors.correlation=1", "connectors.correlation = 1 is not a correlation"),
        ("simulate --set connectors.correlation=-0.1", "connectors.correlation = -0.1 is not"),
        ("simulate --strategy snowball --set connectors.count=5 --set connectors.correlation=0.1", "pool of referrals"),
    ] {
        let (code, error) = ends(words);
        assert!(code == Some(2) && error.contains(said) && error.contains("connectors.c"), "{words}: {error}");
    }
}

#[test]
fn settings_typed_beside_rates_of_0_and_limits_that_are_not_reached_are_said_quietly_too() {
    let ends = |words: &str| {
        let trials = if words.starts_with("trace") { "" } else { " --trials 300" };
        let output = outreach(&format!("{words}{trials} -q").split(' ').collect::<Vec<_>>());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for (words, key, why) in [
        (
            "simulate --strategy snowball --set pool.names=0 --set pool.introduced=0.5",
            "pool.introduced",
            "pool.names = 0",
        ),
        (
            "simulate --strategy snowball --set pool.names=0 --set pool.dispersion=2",
            "pool.dispersion",
            "pool.names = 0",
        ),
        (
            "trace --calls 9 --strategy snowball --set pool.introduced=0 --set pool.names=3",
            "pool.names",
            "pool.introduced = 0",
        ),
        ("simulate --warm 0 --set cold.meeting=0 --set cold.show=0.5", "cold.show", "no cold call sets a meeting"),
        ("plan --meetings 1 --warm 0.5 --set cold.meeting=0 --set cold.show=0.5", "cold.show", "no cold call sets"),
        ("trace --calls 9 --strategy cold --set cold.reach=0 --set cold.meeting=0.5", "cold.meeting", "cold.reach = 0"),
        ("simulate --set warm.reach=0 --set incident.rate=0.5", "incident.rate", "warm.reach = 0"),
    ] {
        let (code, error) = ends(words);
        assert!(code == Some(2) && error.contains(key) && error.contains(why), "{words}: {error}");
        // Each acts alone.
        let place = words.rfind(" --set").unwrap();
        assert_eq!(ends(&words[..place]), (Some(0), String::new()), "{words}");
    }
    for (words, note) in [
        ("simulate --hours 100000 --calls 50", "note: hours: no effect, since the calls take less"),
        ("simulate --hours 2 --calls 500", "note: calls: no effect, since the hours are used up before"),
        ("simulate --set connectors.correlation=0.1", "note: connectors.correlation: no effect"),
    ] {
        let (code, said) = ends(words);
        assert!(code == Some(0) && said.starts_with(note), "{words}: {said}");
    }
    for words in ["simulate --hours 20 --calls 50", "simulate --hours 2 --calls 5 --warm 0", "compare --hours 1000"] {
        assert_eq!(ends(words), (Some(0), String::new()), "{words}");
    }
    // Through a decay a cold call decides over warm ones.
    let decay = "simulate --strategy snowball --set pool.decay=0.5 --set cold.reach=0 --set cold.meeting=0.3";
    assert_eq!(ends(decay), (Some(0), String::new()));
}

/// Beside the answer stands what one more introduction would bring, or how many calls other strategies take.
#[test]
fn rates_of_what_stands_beside_an_answer_were_refused() {
    let answer = |words: &str, key: &str| {
        let words = format!("{words} --trials 300 --format json");
        let output = outreach(&words.split(' ').collect::<Vec<_>>());
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()[key].clone()
    };
    for (words, set, key) in [
        ("simulate --strategy cold", "warm.meeting=0.5", "one_more_introduction"),
        ("simulate --strategy cold", "incident.rate=0.5", "one_more_introduction"),
        ("simulate --strategy cold", "reading=overall", "one_more_introduction"),
        ("plan --meetings 5 --strategy cold", "warm.show=0.5", "others"),
        ("plan --meetings 5 --strategy warm", "cold.show=0.5", "others"),
    ] {
        assert_ne!(answer(words, key), answer(&format!("{words} --set {set}"), key), "{words} {set}");
    }
    for words in [
        "simulate --strategy cold --set effort.warm_attempt=9",
        "simulate --strategy cold --hours 9 --set warm.meeting=0.5",
        "simulate --strategy cold --reading overall --set incident.rate=0.1",
        "plan --meetings 5 --strategy cold --solve hours --set warm.meeting=0.5",
        "plan --meetings 5 --strategy cold --set connectors.count=3",
    ] {
        let output = outreach(&words.split(' ').collect::<Vec<_>>());
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && said.contains("no effect"), "{words}: {said}");
    }
}

/// Beside single calls a table without a reach of their own changed nothing, and everybody was reached.
#[test]
fn a_table_of_attempts_was_left_aside_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.toml");
    let path = file.to_str().unwrap();
    let table = "warm = 0.0\n[attempts.cold]\nat_risk = [100, 80]\nreached = [20, 10]\n";
    let of_calls = "[rates]\ncold.reach = 0.2\n";
    for (rates, called, told) in [("", "--calls", true), (of_calls, "--calls", false), (of_calls, "--contacts", false)]
    {
        fs::write(&file, format!("{table}{rates}")).unwrap();
        let output = outreach(&["simulate", path, called, "60", "-q", "--trials", "100"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.contains("attempts.cold: no effect on single calls"), told, "{said}");
    }
}

#[test]
fn one_line_of_answer_hid_that_probabilities_are_certainties() {
    let folder = tempfile::tempdir().unwrap();
    for (cells, doubted) in [("1\n0\n1", true), ("100 %\n0 %\n100 %", true), ("0.4\n0.3\n0.2", false)] {
        let list = folder.path().join("list.csv");
        fs::write(&list, format!("probability\n{cells}\n")).unwrap();
        let output = outreach(&["forecast", list.to_str().unwrap(), "-q"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.contains("nothing but 0 and 1"), doubted, "{cells}: {said}");
    }
}

/// Five connectors are riskier than twenty: the first line says so, as the means are the same.
#[test]
fn strategies_of_the_same_mean_and_another_risk_are_told_apart_in_the_first_line() {
    let compared = |words: &[&str]| {
        let all = [&["compare", "--set", "connectors.correlation=0.1", "--trials", "2000"], words].concat();
        String::from_utf8(outreach(&all).stdout).unwrap()
    };
    let text = compared(&["warm=1.0 connectors.count=5", "warm=1.0 connectors.count=20"]);
    let first = text.split("\n\n").next().unwrap().replace('\n', " ");
    let surest = "All bring 89 meetings from 100 calls on average; the surest is warm=1.0 connectors.count=20 (83 to 95), then \
                  warm=1.0 connectors.count=5 (80 to 97).";
    assert!(first.starts_with(surest), "{first}");
}

#[test]
fn options_of_a_log_that_lack_another_one_are_errors() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("log.csv");
    fs::write(&log, "kind,outcome,seconds\ncold,meeting,90\ncold,no answer,10\n").unwrap();
    let ends = |words: &str| {
        let words: Vec<_> = ["calibrate", log.to_str().unwrap()].into_iter().chain(words.split(' ')).collect();
        let output = outreach(&words);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for (lacking, whole, named) in [
        ("--prior-weight 5", "--prior-weight 5 --prior documented", "--prior"),
        ("--talk-time 20", "--talk-time 20 --duration-column seconds", "--duration-column"),
    ] {
        let (code, said) = ends(lacking);
        assert!(code == Some(2) && said.contains(named), "{lacking}: {said}");
        assert_eq!(ends(whole).0, Some(0), "{whole}");
    }
}
