//! Languages: people are answered in theirs, programs as ever.

use crate::behaviour::{outreach, stdout};

const LOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/pages/logs.in/months.csv");
const CONTACTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/contacts.csv");
const VERBS: [&[&str]; 10] = [
    &["simulate", "--calls", "20", "--trials", "1000", "--at-least", "5", "--so-far", "cold=4:1"],
    &["simulate", "--strategy", "snowball", "--calls", "20", "--trials", "1000"],
    &["compare", "--calls", "20", "--trials", "1000"],
    &["plan", "--meetings", "5"],
    &["sensitivity", "--set", "cold.meeting=beta(2, 18)"],
    &["calibrate", LOG],
    &["backtest", LOG, "--batch", "10", "--warmup", "20"],
    &["forecast", CONTACTS, "--hours", "2"],
    &["model"],
    &["trace", "--calls", "20"],
];

fn said(verb: &[&str], language: &str, format: &str) -> String {
    stdout(&[verb, &["--lang", language, "--format", format]].concat())
}

#[test]
fn programs_are_answered_alike_in_every_language() {
    for verb in VERBS {
        for format in ["json", "csv"] {
            assert_eq!(said(verb, "en", format), said(verb, "fr", format), "{verb:?}");
        }
    }
}

#[test]
fn french_answers_have_no_english_left() {
    let english = [
        "meeting",
        "the ",
        " of ",
        "strategy",
        "trials",
        "Seed",
        "attempts",
        "calls",
        "mean ",
        "exactly",
        "referral-heavy",
        "mixed",
        "snowball",
    ];
    // Names of rates, presets and options, and the columns of the files.
    let names = [
        "hours, meetings, strategy,",
        "attempts.cold, attempts.warm,",
        "preset, calls, contacts,",
        "max_attempts",
        "max\\_attempts",
        "cold.meeting",
        "warm.meeting",
        "meeting.",
        "effort.meeting",
        "logged_calls",
        "meeting (42) → ",
        "--meeting-value",
    ];
    for verb in VERBS {
        for format in ["text", "markdown"] {
            let mut answer = said(verb, "fr", format);
            for name in names {
                answer = answer.replace(name, "");
            }
            for word in english {
                assert!(!answer.contains(word), "{verb:?} says `{word}` in French:\n{answer}");
            }
        }
    }
}

#[test]
fn french_numbers_have_a_decimal_comma() {
    for verb in VERBS {
        let answer = said(verb, "fr", "text");
        let digits = |window: &[u8]| window[0].is_ascii_digit() && window[1] == b'.' && window[2].is_ascii_digit();
        let with_points = answer.lines().filter(|line| !line.contains("outreach ")).collect::<Vec<_>>().join("\n");
        assert!(!with_points.as_bytes().windows(3).any(digits), "{verb:?} has a decimal point in French:\n{answer}");
    }
}

/// Words in the plural behind a one, in the order of what was said.
fn plurals_of_one(said: &str) -> Vec<String> {
    let words: Vec<_> = said.split([' ', '\n', '\u{a0}']).collect();
    let ones = words.windows(2).filter(|pair| pair[0].trim_start_matches(['(', '`']) == "1");
    let plural = |word: &&str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        word.ends_with('s') && !["fois", "dans", "vous", "rendez-vous", "is"].contains(&word) || word == "are"
    };
    ones.map(|pair| pair[1]).filter(plural).map(str::to_owned).collect()
}

#[test]
fn one_of_a_thing_is_in_the_singular() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (log, list) = (file("log.csv", "kind,outcome\ncold,meeting\n"), file("list.csv", "probability\n0.3\n"));
    let bad = file("bad.csv", "kind,outcome\ncold,meeting\ncold,mauve\n");
    let asked = [
        "simulate --calls 1 --trials 1",
        "simulate --calls 2 --trials 9 --so-far cold=1:1",
        "simulate --calls 2 --trials 9 --so-far cold=1:2",
        "simulate --hours 1 --trials 9",
        "simulate --meetings 1 --trials 9 --calls 1",
        "simulate --contacts 1 --max-attempts 2 --trials 9",
        "simulate --contacts 1 --max-attempts 2 --trials 9 --hours 1",
        "simulate --strategy snowball --set pool.initial=1 --calls 1 --trials 9",
        "simulate --strategy warm --calls 1 --trials 9 --precision 1e-9",
        "compare --calls 1 --trials 9 --hours 1",
        "plan --meetings 1",
        "plan --meetings 1 --warm 1.0 --set warm.meeting=1 --set incident.rate=0",
        "plan --meetings 1 --solve hours",
        "plan --meetings 1 --solve contacts --warm 1.0 --confidence 0.8",
        "plan --meetings 1 --solve referrals --calls 1 --confidence 0.8",
        "plan --meetings 1 --solve referrals --calls 1 --strategy snowball --confidence 0.8",
        "plan --meetings 1 --solve attempts-per-contact --contacts 1 --warm 1 --confidence 0.8",
        "plan --meetings 9 --calls 1",
        "sensitivity --hours 1",
        "sensitivity --meetings 1 --calls 1 --trials 9",
        "calibrate LOG",
        "calibrate LOG --prior documented --prior-weight 1",
        "calibrate BAD --allow-rejected",
        "calibrate BAD --strict",
        "backtest LOG --batch 1 --warmup 1",
        "forecast LIST --hours 1",
        "trace --calls 1",
    ];
    let (mut found, mut ones) = (Vec::new(), 0);
    for asked in asked {
        let asked = asked.replace("LOG", &log).replace("LIST", &list).replace("BAD", &bad);
        for language in ["en", "fr"] {
            let words: Vec<_> = asked.split(' ').chain(["--lang", language]).collect();
            let output = crate::behaviour::outreach(&words);
            let said = [output.stdout, output.stderr].map(|said| String::from_utf8(said).unwrap()).join("\n");
            ones += said.matches(" 1 ").count();
            found.extend(plurals_of_one(&said).into_iter().map(|word| format!("{words:?}: 1 {word}")));
        }
    }
    assert!(ones > 50, "{ones}");
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn tables_are_refused_in_french() {
    let folder = tempfile::tempdir().unwrap();
    let long_row = format!("date,outcome\n\"{}", "x,".repeat(1 << 20));
    let wide = format!("{}\n", vec!["a"; 5_000].join(","));
    let tables: &[(&str, &[&str], &str)] = &[
        ("calibrate", &[], ""),
        ("calibrate", &[], "{\"a\": 1}"),
        ("calibrate", &[], "a\0b"),
        ("calibrate", &[], "2026-05-04,Ana,No answer\n2026-05-05,Bob,Refused\n"),
        ("calibrate", &["--outcome-column", "resultats"], "date,resultat\n2026-05-04,refus\n"),
        ("calibrate", &["--outcome-column", "r"], "r,r\nrefus,refus\n"),
        ("calibrate", &[], "a\n1\n"),
        ("calibrate", &[], "nom,actif\nAna,oui\nBob,non\n"),
        ("calibrate", &[], "date,outcome\n2026-05-04,\"refus\n"),
        ("calibrate", &[], &long_row),
        ("calibrate", &[], &wide),
        ("calibrate", &["--sheet", "x"], "date,outcome\n2026-05-04,refus\n"),
        ("calibrate", &["--talk-time=-1"], "date,outcome\n2026-05-04,refus\n"),
        ("calibrate", &[], "PK\u{3}\u{4}rien"),
        ("calibrate", &[], "date,outcome\n"),
        ("calibrate", &[], "date,direction,outcome\n2026-05-04,entrant,refus\n"),
        ("calibrate", &["--strict"], "date,outcome\n2026-05-04,violet\n2026-05-04,refus\n"),
        ("calibrate", &["--strict", "--duration-column", "durée"], "date,outcome,durée\n2026-05-04,refus,longue\n"),
        (
            "calibrate",
            &["--strict"],
            "date,outcome,held\n2026-05-04,refus,oui\n2026-05-04,rdv,oui\n2026-05-04,rdv,violet\n",
        ),
        ("calibrate", &["--strict"], "date,outcome,noms\n2026-05-04,rdv,beaucoup\n"),
        ("calibrate", &["--strict"], "date,outcome,incident\n2026-05-04,rdv,violet\n"),
        ("calibrate", &["--strict", "--attempts-column", "n"], "date,outcome,n\n2026-05-04,rdv,0\n"),
        ("calibrate", &["--strict", "--reached-column", "joint"], "date,outcome,joint\n2026-05-04,,violet\n"),
        ("calibrate", &["--strict"], "date,outcome\n2026-05-04,rdv,3,violet\n"),
        ("forecast", &[], "nom,prix\nAna,3\n"),
        ("forecast", &[], "date,résultat\n2026-05-04,refus\n2026-05-05,rdv\n"),
        ("forecast", &[], "nom,probability\n"),
        ("forecast", &[], "nom,probability\nAna,beaucoup\n"),
        ("forecast", &[], "nom,probability,kind\nAna,0.5,\nBob,,\n Cyd,,tiède\n"),
        ("forecast", &["--strict", "--attempts-column", "n"], "nom,kind,n\nAna,cold,x\nBob,cold,\n"),
    ];
    for (number, (verb, options, text)) in tables.iter().enumerate() {
        let table = folder.path().join(format!("{number}.csv"));
        std::fs::write(&table, text).unwrap();
        let output = outreach(&[&[*verb, table.to_str().unwrap(), "--lang", "fr"], *options].concat());
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(matches!(output.status.code(), Some(2 | 4)), "{number}: {said}");
        // What a library for archives says has no French.
        let said = said.replace("(invalid Zip archive: Could not find EOCD)", "");
        let (_, said) = said.split_once(".csv").unwrap_or(("", &said));
        let english = [" is ", " the ", " of ", " line ", " no ", " row", " and ", " its ", " not ", " save "];
        for word in english {
            assert!(!said.contains(word), "{number}: {word} in {said}");
        }
    }
}
