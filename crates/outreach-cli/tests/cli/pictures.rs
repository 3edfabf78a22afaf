//! Pictures: well formed, with words for those who do not see them, and nothing where they cannot be written.

use std::path::Path;

use crate::behaviour::{outreach, stdout};

const DATED_LOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/pages/logs.in/months.csv");
const UNDATED_LOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/pages/logs.in/undated.csv");

/// A verb with what its picture says.
const DRAWN: [(&[&str], &[&str]); 12] = [
    (
        &["sensitivity", "--set", "cold.meeting=range(2 %, 25 %)"],
        &[">cold.meeting, ", ">warm.meeting, ", ">incident.rate, ", ">incident.recovery, ", ">incident.plain_ask, "],
    ),
    (
        &["simulate", "--trials", "10000"],
        &[
            "<title>Meetings held in 100 calls, 50 warm and 50 cold (strategy mixed)</title>",
            "Meetings held: 45 to 55 with a probability of 93 %, at most 50 half of the time.</desc>",
            ">exact distribution<",
            ">meetings held, at least<",
            ">meetings held (each dot: one chance in 50)<",
        ],
    ),
    (
        &["simulate", "--strategy", "cold", "--meetings", "3"],
        &[">calls (", "<desc>About 30 cold calls for 3 meetings; "],
    ),
    (
        &["compare", "cold", "warm", "--calls", "20", "--trials", "10000"],
        &[
            ">cold<",
            ">warm<",
            ">cold − warm<",
            "<desc>cold: 0 to 4 with a probability of 96 %, at most 2 half of the time. warm: ",
        ],
    ),
    (
        &["forecast", concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/contacts.csv")],
        &["<title>Meetings held from 7 contacts, one call each</title>", "at most 3 half of the time."],
    ),
    (
        &["plan", "--meetings", "5", "--lang", "fr"],
        &[
            "<title>Le plus petit nombre d'appels (stratégie tout froid) pour au moins 5 rendez-vous avec une probabilité de 90\u{202f}%</title>",
            ">78 appels<",
            ">80\u{202f}%<",
        ],
    ),
    (
        &["plan", "--meetings", "20", "--solve", "hours", "--strategy", "snowball", "--trials", "2000"],
        &[">hours<", ">probability of at least 20 meetings<"],
    ),
    (
        &["compare", "cold", "mixed", "warm", "snowball", "--calls", "20", "--trials", "2000", "--lang", "fr"],
        &[">boule de neige<", ">mixte − boule de neige<", ">part des campagnes<"],
    ),
    (&["simulate", "--strategy", "snowball", "--calls", "40", "--trials", "2000"], &[">P(the pool has run dry)<"]),
    // Shares of outcomes stood as 0.1.
    (&["backtest", DATED_LOG, "--batch", "10", "--warmup", "20"], &[">share of the outcomes<", ">10 %<"]),
    (&["calibrate", DATED_LOG], &[">cold.meeting<", ">warm.meeting<", ">share of meetings, warm<", ">2026-03<"]),
    (
        &["calibrate", UNDATED_LOG, "--lang", "fr"],
        &["<title>Taux tirés de 4 appels notés</title>", ">taux (90\u{202f}% centraux)<"],
    ),
];

fn drawn(words: &[&str], file: &Path) -> Vec<u8> {
    stdout(&[words, &["--plot", file.to_str().unwrap()]].concat());
    std::fs::read(file).unwrap()
}

fn assert_well_formed(svg: &str) {
    let mut open = Vec::new();
    for tag in svg.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').unwrap();
        let entities = ["&amp;", "&lt;", "&gt;", "&apos;", "&quot;"];
        assert!(
            !entities.iter().fold(text.to_owned(), |text, entity| text.replace(entity, "")).contains('&'),
            "{text}"
        );
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.starts_with(['!', '?']) && !tag.ends_with('/') {
            assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
            open.push(tag.split_whitespace().next().unwrap());
        }
    }
    assert!(open.is_empty() && svg.starts_with("<svg") && svg.contains("<title>") && svg.contains("<desc>"));
}

#[test]
fn pictures_are_well_formed_and_say_what_they_show() {
    let folder = tempfile::tempdir().unwrap();
    for (words, said) in DRAWN {
        let svg = String::from_utf8(drawn(words, &folder.path().join("picture.svg"))).unwrap();
        assert_well_formed(&svg);
        for said in said {
            assert!(svg.contains(said), "{words:?} does not say {said}");
        }
        assert!(drawn(words, &folder.path().join("picture.png")).starts_with(b"\x89PNG\r\n\x1a\n"));
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn given_hours_stood_beside_titles_tables_and_pictures_of_equal_calls() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["compare", "cold", "warm", "--hours", "6", "--set", "effort.introduction=45", "--trials", "2000"];
    for (lang, title, of_calls) in [
        ("en", "Meetings held in 6 h", "Meetings held in 100 calls"),
        ("fr", "Rendez-vous tenus en 6 h", "Rendez-vous tenus en 100 appels"),
    ] {
        let words = [&words[..], &["--lang", lang, "--format", "markdown"]].concat();
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        let text = plain(&stdout(&words));
        assert!(text.starts_with(&format!("## {title}\n")), "{text}");
        assert!(text.contains("5.233") || text.contains("5,233"), "{text}");
        // In these hours no one dominates, and a sentence on the calls stood bare.
        assert!(![of_calls, "any target", "tout objectif"].iter().any(|said| text.contains(said)), "{text}");
        let svg = plain(&String::from_utf8(drawn(&words, &folder.path().join("picture.svg"))).unwrap());
        assert!(svg.contains(&format!("<title>{title}</title>")), "{title}");
        let said = svg.split_once("<desc>").unwrap().1;
        assert!(said.starts_with(if lang == "en" { "cold: 3 to 7 " } else { "Tout froid : de 3 à 7 " }), "{said:.200}");
    }
}

/// The places of a text along the axis, in pixels.
fn places(svg: &str, text: &str) -> Vec<f64> {
    let tags = svg.split("<text x=\"").skip(1).filter(|tag| tag.contains(&format!(">{text}</text>")));
    tags.map(|tag| tag.split('"').next().unwrap().parse().unwrap()).collect()
}

fn svg(words: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    String::from_utf8(drawn(words, &folder.path().join("picture.svg"))).unwrap()
}

#[test]
fn few_meetings_had_marks_at_halves_and_below_none() {
    let log = tempfile::NamedTempFile::with_suffix(".csv").unwrap();
    let rows: String = (0..60).map(|call| if call % 7 == 0 { "meeting\n" } else { "refused\n" }).collect();
    std::fs::write(log.path(), format!("outcome\n{rows}")).unwrap();
    for words in [
        &["simulate", "--calls", "1", "--trials", "100"][..],
        &["compare", "--calls", "1", "--trials", "100"],
        &["plan", "--meetings", "1", "--solve", "hours", "--warm", "1.0"],
        &["backtest", log.path().to_str().unwrap(), "--batch", "5", "--warmup", "20"],
    ] {
        let svg = svg(words);
        let marks = ["0.5", "1.5", "−0.5", "-0.5"].map(|mark| places(&svg, mark).len());
        // Hours have halves, and none below nothing.
        let halves = if words[0] == "plan" { 0 } else { marks[0] + marks[1] };
        assert_eq!((halves, marks[2] + marks[3]), (0, 0), "{words:?}");
        assert!(!places(&svg, "1").is_empty(), "{words:?}");
    }
}

#[test]
fn panels_of_many_meetings_had_axes_of_their_own() {
    let svg = svg(&["simulate", "--calls", "1000000", "--warm", "0.5", "--trials", "20"]);
    let marks = places(&svg, "497,000");
    assert!(marks.len() == 3 && marks.iter().all(|at| (at - marks[0]).abs() < 0.1), "{marks:?}");
}

#[test]
fn the_legend_hid_the_name_of_a_tie() {
    let tied = ["compare", "warm=10", "warm=24", "--calls", "40", "--trials", "2000", "--lang", "fr"];
    let svg = svg(&tied);
    let (tie, legend) = (places(&svg, "égalité"), places(&svg, "warm=10 − warm=24"));
    // Seven letters of about seven pixels, before what stands left of the legend's words.
    assert!(tie[0] + 50.0 < legend[0] - 40.0, "{tie:?} {legend:?}");
}

#[test]
fn the_line_of_certainty_crossed_the_name_of_a_plan() {
    for (lang, name) in [("en", "78 calls"), ("fr", "78 appels")] {
        let svg = svg(&["plan", "--meetings", "5", "--lang", lang]);
        let height = |text: &str| -> f64 {
            let svg = svg.replace('\u{202f}', " ");
            let (before, _) = svg.split_once(&format!(">{text}<")).unwrap();
            let tag = before.rsplit("<text").next().unwrap();
            tag.split(" y=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
        };
        // The line is as high as the middle of its number, whose foot is 4 below; letters reach 3 below their foot.
        assert!(height(name) + 3.0 < height("100 %") - 4.0, "{} {}", height(name), height("100 %"));
    }
}

#[test]
fn two_months_had_one_mark_and_ten_lay_over_each_other() {
    for (months, marks) in [(1, 2), (2, 3), (10, 6)] {
        let log = tempfile::NamedTempFile::with_suffix(".csv").unwrap();
        let row = |day: u32| {
            format!(
                "2025-{:02}-{:02},{}\n",
                day / 28 + 1,
                day % 28 + 1,
                if day.is_multiple_of(9) { "meeting" } else { "refused" }
            )
        };
        std::fs::write(log.path(), format!("date,outcome\n{}", (0..28 * months).map(row).collect::<String>())).unwrap();
        let svg = svg(&["calibrate", log.path().to_str().unwrap()]);
        let found = (1..=12).flat_map(|month| places(&svg, &format!("2025-{month:02}"))).count();
        assert_eq!(found, marks, "{months}");
    }
}

#[test]
fn a_picture_that_cannot_be_written_fails_before_the_run() {
    for (words, _) in DRAWN {
        let output = outreach(&[words, &["--plot", "/nonexistent/picture.svg"]].concat());
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        let message = String::from_utf8_lossy(&output.stderr).replace('\u{a0}', " ");
        let sentences = [
            "can't write /nonexistent/picture.svg: there is no such folder",
            "impossible d'écrire /nonexistent/picture.svg : ce dossier n'existe pas",
        ];
        assert!(sentences.iter().any(|sentence| message.contains(sentence)), "{message}");
    }
}

#[test]
fn merged_parts_have_the_picture_of_the_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let run = ["simulate", "--trials", "20000", "--calls", "30"];
    for shard in ["1/2", "2/2"] {
        stdout(&[&run[..], &["--shard", shard, "-o", &path(&shard.replace('/', "-"))]].concat());
    }
    let parts = ["merge", &path("1-2"), &path("2-2")];
    let merged = drawn(&parts, &folder.path().join("merged.svg"));
    assert_eq!(merged, drawn(&run, &folder.path().join("whole.svg")));
}

/// The picture of a page is what its command draws; with `RENEW` it is drawn anew.
#[test]
fn the_picture_of_the_manual_is_what_its_command_draws() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures/one-connector.svg");
    let folder = tempfile::tempdir().unwrap();
    let drawn = folder.path().join("drawn.svg");
    let strategies = [1, 5, 20].map(|count| format!("warm=1.0 connectors.count={count}"));
    let words = ["--set", "connectors.correlation=0.1", "-q", "--plot", drawn.to_str().unwrap()];
    stdout(&[&["compare"], &strategies.each_ref().map(String::as_str)[..], &words].concat());
    if std::env::var_os("RENEW").is_some() {
        std::fs::copy(&drawn, &kept).unwrap();
    }
    assert!(std::fs::read(&drawn).unwrap() == std::fs::read(&kept).unwrap(), "RENEW=1 draws it anew");
}
