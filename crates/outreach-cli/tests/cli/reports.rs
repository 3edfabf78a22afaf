//! Reports: pages that stand alone, with everything escaped, and the command that makes them again.

use std::collections::BTreeMap;

use crate::behaviour::{outreach, stdout};

const LOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/pages/logs.in/months.csv");
const CONTACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/contacts.csv");
/// A verb with what its report says in each language.
const REPORTED: [(&[&str], [&str; 2]); 9] = [
    (
        &["simulate", "--trials", "1000"],
        [
            "About 50 meetings from 100 calls (50 warm, 50 cold); 45 to 55 in 93 % of campaigns.",
            "dans 93\u{202f}% des campagnes.",
        ],
    ),
    (
        &["compare", "--trials", "1000"],
        ["referral-heavy brings the most: 74 meetings from 100 calls; mixed 50, cold 10.", "mixte 50, tout froid 10."],
    ),
    (&["plan", "--meetings", "5"], ["78 cold calls for 5 meetings, 90 % sure", "78 appels froids pour 5 rendez-vous"]),
    (&["sensitivity"], ["cold.meeting moves the yield most", "cold.meeting pèse le plus"]),
    (&["calibrate", LOG], ["Your cold calls now: ", "Vos appels froids aujourd"]),
    (
        &["backtest", LOG, "--batch", "10", "--warmup", "20"],
        ["their 80 % ranges held what came next", "leurs plages à 80\u{202f}% "],
    ),
    (&["forecast", CONTACTS], ["1 to 4 with a probability of 98 %", "avec une probabilité de 98\u{202f}%"]),
    (&["model"], ["a warm call with 89.5 %", "un appel chaud de 89,5\u{202f}%"]),
    (&["trace", "--calls", "9"], ["Meetings held: ", "Rendez-vous tenus\u{a0}: "]),
];

fn reported(words: &[&str], name: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    stdout(&[words, &["--report", file.to_str().unwrap()]].concat());
    std::fs::read_to_string(file).unwrap()
}

#[test]
fn every_answer_has_a_page_in_both_languages() {
    for (words, said) in REPORTED {
        for (language, said) in ["en", "fr"].into_iter().zip(said) {
            let page = reported(&[words, &["--lang", language]].concat(), "report.html");
            assert!(page.contains(&format!("<html lang=\"{language}\">")), "{words:?}");
            assert!(page.contains(said), "{words:?} does not say {said}");
        }
    }
}

#[test]
fn a_page_asks_no_network() {
    for (words, _) in REPORTED {
        let page = reported(words, "report.html");
        let outside = ["<script", "<link", "<iframe", "<img", "url(h", "@import", " src=", " href="];
        for outside in outside {
            assert!(!page.contains(outside), "{words:?}: {outside}");
        }
        // The one address is the name of SVG.
        assert!(page.replace("http://www.w3.org/", "").matches("http").count() == 1, "{words:?}");
        assert!(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"));
    }
}

/// The colours that a style sets, by their names, in what follows this.
fn colours(page: &str, after: &str) -> BTreeMap<String, [f64; 3]> {
    let (_, rest) = page.split_once(after).unwrap();
    let (_, rule) = rest.split_once(":root {").unwrap();
    let settings = rule.split('}').next().unwrap().split(';').filter_map(|setting| setting.trim().split_once(": #"));
    let settings = settings.filter_map(|(name, hex)| Some((name.strip_prefix("--")?, hex)));
    settings.map(|(name, hex)| (name.to_owned(), channels(hex))).collect()
}

fn channels(hex: &str) -> [f64; 3] {
    let digits = hex.len() / 3;
    let of = |channel: usize| u8::from_str_radix(&hex[digits * channel..digits * (channel + 1)], 16).unwrap();
    [0, 1, 2].map(|channel| f64::from(of(channel)) / if digits == 1 { 15.0 } else { 255.0 })
}

/// WCAG 2.2: (L + 0.05) / (l + 0.05) of relative luminances, the greater one above.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let linear =
        |channel: f64| if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) };
    let luminance =
        |[red, green, blue]: [f64; 3]| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let [one, other] = [luminance(one), luminance(other)];
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn a_page_is_read_on_dark_screens_too() {
    let page = reported(REPORTED[0].0, "report.html");
    let [light, dark] = ["<style>", "prefers-color-scheme: dark"].map(|scheme| colours(&page, scheme));
    assert!(light.len() > 5 && light.keys().eq(dark.keys()), "{light:?} {dark:?}");
    for (scheme, colours) in [("light", &light), ("dark", &dark)] {
        for (ink, paper) in
            ["paper", "answer", "code", "note"].map(|paper| ("ink", paper)).into_iter().chain([("soft", "paper")])
        {
            let found = contrast(colours[ink], colours[paper]);
            assert!(found >= 4.5, "{scheme}: {ink} on {paper}: {found:.1}");
        }
    }
    assert!(contrast(light["paper"], dark["paper"]) > 10.0);
    // Pictures are drawn on white.
    let (_, on_dark) = page.split_once("prefers-color-scheme: dark").unwrap();
    assert!(on_dark.split("@media").next().unwrap().contains("figure svg { filter: invert(1)"));
}

#[test]
fn names_are_escaped() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("list.csv");
    std::fs::write(&list, "probability,team\n0.2,<script>alert(1)</script>\n0.3,\"a & \"\"b\"\"\"\n").unwrap();
    let page = reported(&["forecast", list.to_str().unwrap(), "--group-by", "team"], "<b>report.html");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;&#x2f;script&gt;") && page.contains("a &amp; &quot;b&quot;"));
    assert!(!page.contains("<script") && !page.contains("<b>"));
}

#[test]
fn the_command_on_the_page_makes_the_page_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html").to_str().unwrap().to_owned();
    stdout(&[
        "simulate",
        "--trials",
        "1000",
        "--set",
        "cold.meeting=beta(2, 18)",
        "--seed",
        "random",
        "--report",
        &file,
    ]);
    let page = std::fs::read_to_string(&file).unwrap();
    let (_, command) = page.split_once("<pre>outreach ").unwrap();
    let (command, _) = command.split_once("</pre>").unwrap();
    let command = command.replace("&#x27;", "'").replace("&#x2f;", "/");
    let words: Vec<_> = command.split(' ').map(|word| word.replace('\'', "")).collect();
    let at = words.iter().position(|word| word == "cold.meeting=beta(2,").unwrap();
    let mut words: Vec<_> = words.iter().map(String::as_str).collect();
    words.splice(at..at + 2, ["cold.meeting=beta(2, 18)"]);
    assert!(!words.contains(&"random"));
    stdout(&words);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), page);
}

#[test]
fn a_page_that_cannot_be_written_fails_before_the_run() {
    for (words, _) in REPORTED {
        let output = outreach(&[words, &["--report", "/nonexistent/report.html"]].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        assert!(String::from_utf8_lossy(&output.stderr).contains("can't write /nonexistent/report.html"));
    }
    let output = outreach(&["model", "--report", "report.txt"]);
    assert_eq!(output.status.code(), Some(2));
}
