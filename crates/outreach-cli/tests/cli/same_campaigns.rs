//! Campaigns that are the same by theory, in different clothes, bring the same and are said to.
//!
//! A mean that is simulated may be five of its standard errors off: of 28 of them one is in a hundred thousand runs.

use serde_json::Value;

use crate::behaviour::{json, stdout};

/// Two variants, and what is given beside both.
const SAME: &[(&str, &str, &str)] = &[
    ("warm=50", "contacts=100 warm=50", ""),
    ("warm=50", "contacts=100 warm=50 max_attempts=3", ""),
    ("warm=0", "contacts=100 warm=0 max_attempts=4", "--hours 20"),
    ("cold", "warm=0", ""),
    ("mixed", "warm=50%", "--preset published"),
    ("referral-heavy", "warm=0.8", ""),
    ("warm", "warm=1 in 1", "--hours 5"),
    ("warm", "warm=100%", "--calls 40"),
    ("warm=20", "warm=20 connectors.count=4 connectors.correlation=0", ""),
    ("warm=20", "warm=20 connectors.count=20 connectors.correlation=0.3", "--calls 60"),
    ("warm=30", "strategy=snowball pool.initial=30 pool.names=0", ""),
    ("cold", "strategy=snowball pool.initial=0 pool.introduced=0", "--preset published"),
    ("mixed", "cold.meeting=1/10 warm.meeting=9/10 incident.rate=2% incident.recovery=2/3 warm=50%", ""),
    ("mixed", "cold.reach=1 cold.reachable=1 contacts=100 max_attempts=2 warm=50%", ""),
];

#[test]
fn the_same_campaign_in_other_clothes_is_not_ranked() {
    for (one, other, beside) in SAME {
        let words = || ["compare", one, other, "--trials", "100000"].into_iter().chain(beside.split_whitespace());
        let compared = json(&words().collect::<Vec<_>>());
        let [a, b] = [0, 1].map(|index| &compared["strategies"][index]);
        assert_alike(a, b, &format!("{one} | {other}"));
        assert_alike(&a["equal_hours"], &b["equal_hours"], &format!("{one} | {other}, in the same hours"));
        for pair in [&compared["pairs"][0], &compared["pairs"][0]["equal_hours"]] {
            assert!(pair["dominance"].is_null(), "{one} | {other}: {pair}");
        }
        let said = stdout(&words().chain(["-q"]).collect::<Vec<_>>()).to_lowercase();
        let sames = said.matches("all bring").count() + said.matches("trials cannot tell").count();
        let asked = if beside.contains("--hours") { 1 } else { 2 };
        assert_eq!(sames, asked, "{one} | {other}: {said}");
    }
}

#[test]
fn hours_and_the_calls_that_fill_them_bring_the_same() {
    for (calls, hours) in [
        ("--strategy cold --calls 90", "--strategy cold --hours 6"),
        ("--strategy cold --calls 90 --preset published", "--strategy cold --hours 6 --preset published"),
        ("--strategy warm --calls 18", "--strategy warm --hours 5.7"),
        ("--contacts 90 --strategy cold --max-attempts 1", "--strategy cold --hours 6"),
    ] {
        let [a, b] = [calls, hours].map(|words| {
            let words = words.split_whitespace().chain(["--set", "effort.meeting=0", "--trials", "100000"]);
            json(&["simulate"].into_iter().chain(words).collect::<Vec<_>>())
        });
        assert_alike(&a, &b, &format!("{calls} | {hours}"));
    }
}

/// Exact means are equal but for rounding, simulated ones but for chance.
fn assert_alike(a: &Value, b: &Value, told: &str) {
    let number = |value: &Value| value.as_f64();
    if let [Some(one), Some(other)] = [a, b].map(|it| number(&it["exact"]["mean"])) {
        assert!((one - other).abs() <= 1e-9 * one, "{told}: {one}, {other}");
    }
    let [one, other] = [a, b].map(|it| ["mean", "std_error"].map(|key| number(&it["meetings"][key]).unwrap()));
    assert!((one[0] - other[0]).abs() <= 5.0 * one[1].hypot(other[1]), "{told}: {one:?}, {other:?}");
}
