//! Every text in both languages: a word that the French one shares with the English one is a name, or the same in both.

use std::collections::BTreeSet;

use crate::behaviour::command;

const CALLS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/calls.csv");
const CONTACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/contacts.csv");
const SNOWBALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/scenarios/snowball.toml");
const VERBS: [&str; 15] = [
    "simulate",
    "compare",
    "plan",
    "sensitivity",
    "calibrate",
    "backtest",
    "forecast",
    "model",
    "trace",
    "merge",
    "ask",
    "mcp",
    "schema",
    "completions",
    "man",
];
/// Answers, notes and errors; what follows each is written in both languages.
const ASKED: [&str; 65] = [
    "simulate --calls 75 --warm 15 --at-least 5 --so-far cold=4:1",
    "simulate --hours 6",
    "simulate --meetings 5",
    "simulate --strategy snowball --trials 1000",
    "simulate --strategy snowball --set pool.decay=0.5 --trials 1000",
    "simulate --contacts 300 --max-attempts 4 --set cold.reach=0.15 --set cold.reachable=0.42 --trials 1000",
    "simulate --contacts 30 --max-attempts 3 --hours 60 --set cold.reach=0.15 --set cold.reachable=0.42 --trials 1000",
    "simulate --strategy warm --set connectors.count=5 --set connectors.correlation=0.1 --trials 1000",
    "simulate --preset published --reading overall --calls-per-week 20 --trials 1000",
    "simulate --set incident.rate=0.3 --set incident.disliked=0.5 --set incident.response=reframe --trials 1000",
    "simulate --trials 20 --precision 1e-9",
    "compare --trials 1000",
    "compare warm=15 warm=30 cold.meeting=5% --calls 75 --trials 1000",
    "compare cold warm --hours 6 --set effort.introduction=45 --trials 1000",
    "compare cold warm --set cold.meeting=0 --trials 1000",
    "compare cold warm --set cold.meeting=0.9 --set warm.meeting=0.1 --trials 1000",
    "plan --meetings 10",
    "plan --meetings 10 --solve hours --hours-per-week 6",
    "plan --meetings 10 --solve referrals --calls 40",
    "plan --meetings 10 --strategy snowball --trials 1000 --max 200",
    "plan --meetings 3 --solve contacts --max-attempts 3 --set cold.reach=0.2 --set cold.reachable=0.5",
    "plan --meetings 3 --solve attempts-per-contact --contacts 90 --set cold.reach=0.2 --set cold.reachable=0.5",
    "plan --meetings 90 --calls 10",
    "sensitivity",
    "sensitivity --strategy cold --set cold.meeting=beta(2,18)",
    "sensitivity --strategy snowball --preset published --trials 1000",
    "sensitivity --strategy warm --set connectors.count=5",
    "calibrate CALLS",
    "calibrate CALLS --prior published --prior-weight 20 --scenario-out /dev/null",
    "backtest CALLS --batch 10 --warmup 20",
    "forecast CONTACTS --hours 2 --group-by region --at-least 3",
    "model",
    "model --preset published",
    "model --set cold.meeting=0.2 --set warm.meeting=range(40%,70%)",
    "trace --calls 30 --set incident.rate=0.5 --set incident.disliked=0.5 --set warm.reach=0.8",
    "trace --strategy snowball --calls 20",
    // Notes and errors.
    "compare cold SNOWBALL --trials 1000",
    "plan SNOWBALL --meetings 60 --solve referrals --trials 1000",
    "plan --meetings 10 --calls 10 --strategy warm",
    "plan --meetings 10 --confidence 90",
    "plan --meetings 10.5",
    "plan --meetings",
    "plan",
    "simulate cold",
    "simulate --cold 60",
    "simulate --set cold.meeting 0.2",
    "simulate --set cold.meeting=5",
    "simulate --set cold.meeting=150%",
    "simulate --set colds.meeting=0.5",
    "simulate --set cold.meeting=abc",
    "simulate --set incident.response=shout",
    "simulate --strategy colt",
    "simulate --preset publish",
    "simulate --calls 0",
    "simulate --calls 1,5",
    "simulate --contacts 5 --calls 5",
    "simulate --strategy warm --warm 5",
    "simulate --set pool.initial=3",
    "simulate --at-least abc",
    "simulate --reading overall --set warm.meeting=1",
    "simulate --shard 1/8",
    "calibrate nothing.csv",
    "plan --meetings 10 --hours-per-week 0",
    "compare cold foo",
    "simulate --shard 1/0 -o part",
];
/// Words that are the same in both languages.
const SAME: &str = "arguments cent centre chance change coach code confidence constant contact contacts date dates \
                    dispersion distribution effort exact incident incidents met minute minutes note option options \
                    page pages place point points question questions score scripts simulation six source standard \
                    surprise table vain variance variances version";
/// Names that no language changes: strategies, presets, values of options, columns and words of tables, authors.
const NAMES: &str = "abc agree alpha answer assistants attempts bash bashrc belkins beta bommelaer boothman calls \
                     cognism cold context conversation csv disagree disliked dmy documented elvish env error fish \
                     gong granum heckathorn hours insidesales jazz jeffreys jeffri json khalsa kind leadriver lines \
                     log markdown mdy mean meeting meetings min mixed none north ods outcome outreach overall poisson \
                     powershell preset probability prosalesconnection protocol published quantiles random range reading recovered \
                     referrals reframe salescadia shard smooth snowball south strategy text unknown unrecovered warm xls \
                     xlsx zsh";

/// What is said in a language, on standard output and error.
fn said(words: &[&str], language: &str) -> String {
    let output = command().args(words).env("OUTREACH_LANG", language).env("COLUMNS", "100").output().unwrap();
    [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).join("\n")
}

/// The words of a text that are not names: without keys, options, files, values in back-ticks or capitals.
fn words(said: &str) -> BTreeSet<String> {
    let plain: String = said.split('`').step_by(2).collect::<Vec<_>>().join(" ").replace(['\u{a0}', '\u{202f}'], " ");
    let parts = plain.split(|c: char| c.is_whitespace() || "«»\"()[]{},;|'’→·…".contains(c));
    let bare = parts.map(|part| part.trim_matches(|c: char| ".:?!".contains(c)));
    let is_word = |part: &&str| part.chars().count() > 2 && part.chars().all(char::is_alphabetic);
    bare.filter(is_word).filter(|part| part.chars().skip(1).any(char::is_lowercase)).map(str::to_lowercase).collect()
}

#[test]
fn no_text_is_english_in_french() {
    let names: BTreeSet<_> = [SAME, NAMES].iter().flat_map(|words| words.split_whitespace()).chain(VERBS).collect();
    let asked = ASKED.iter().map(|asked| {
        let asked = asked.replace("CALLS", CALLS).replace("CONTACTS", CONTACTS).replace("SNOWBALL", SNOWBALL);
        asked.split(' ').map(str::to_owned).collect::<Vec<_>>()
    });
    let of_answers: Vec<_> = asked.collect();
    let verbose = of_answers.iter().map(|words| [words.as_slice(), &["--verbose".to_owned()]].concat());
    let helps = VERBS.iter().flat_map(|verb| ["-h", "--help"].map(|help| vec![(*verb).to_owned(), help.to_owned()]));
    let pages = [vec!["man".to_owned()], vec!["--help".to_owned()]];
    let mut found = Vec::new();
    for typed in of_answers.iter().cloned().chain(verbose).chain(helps).chain(pages) {
        let typed: Vec<_> = typed.iter().map(String::as_str).collect();
        let [english, french] = ["en", "fr"].map(|language| words(&said(&typed, language)));
        let typed_words: BTreeSet<_> = typed.iter().map(|word| word.to_lowercase()).collect();
        let both =
            english.intersection(&french).filter(|word| !names.contains(word.as_str()) && !typed_words.contains(*word));
        found.extend(both.map(|word| format!("{word}: {}", typed.join(" "))));
    }
    found.sort();
    found.dedup_by(|one, other| one.split(':').next() == other.split(':').next());
    assert!(found.is_empty(), "{} words:\n{}", found.len(), found.join("\n"));
}
