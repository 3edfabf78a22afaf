//! What people read of campaigns, on terminals of many widths, in both languages: its length, and what no text may have.

use outreach::Pace;
use outreach_io::ask::{CompareQuestion, ModelQuestion, PlanQuestion, SensitivityQuestion, SimulateQuestion, variants};
use outreach_io::{Answer, Language, Layers, Sampling, Scenario, Setting, TextStyle};

const SCENARIOS: [&[(&str, &str)]; 9] = [
    &[],
    &[("calls", "75"), ("warm", "15")],
    &[("preset", "published")],
    &[("calls", "1")],
    &[("calls", "200000"), ("preset", "published")],
    &[("hours", "6")],
    &[("contacts", "300"), ("max_attempts", "4"), ("cold.reach", "0.08"), ("cold.reachable", "0.5")],
    &[("cold.meeting", "beta(2, 18)"), ("warm.meeting", "range(0.6, 0.9)"), ("incident.disliked", "0.3")],
    &[("strategy", "snowball"), ("calls", "40")],
];
const WIDTHS: [usize; 5] = [60, 72, 80, 120, 200];
/// What a week holds, of a scenario that it fits.
const PACE: [Pace; 2] = [Pace::Calls(7), Pace::Minutes(300)];

fn scenario(settings: &[(&str, &str)]) -> Scenario {
    Scenario::of_layers(&[of(settings)]).unwrap()
}

fn of(settings: &[(&str, &str)]) -> Vec<Setting> {
    settings.iter().map(|(key, value)| Setting::new(key, *value).unwrap()).collect()
}

/// Every answer with the most lines that it may have at 80 characters.
fn answers() -> Vec<(String, Box<dyn Answer>, usize)> {
    let mut answers: Vec<(String, Box<dyn Answer>, usize)> = Vec::new();
    for settings in SCENARIOS {
        let name = |verb: &str| format!("{verb} {settings:?}");
        let few = || Sampling::of(2_000, None);
        let simulated = SimulateQuestion::of(&scenario(settings)).unwrap().sampling(few());
        answers.push((name("simulate"), Box::new(simulated.run().unwrap()), 20));
        let again = settings.iter().any(|(key, _)| *key == "max_attempts");
        let pace = PACE[usize::from(again)];
        let by_week = simulated.at_least(&[1, 7]).by_week(Some(pace)).unwrap();
        if !settings.contains(&("calls", "200000")) {
            answers.push((name("simulate by week"), Box::new(by_week.run().unwrap()), 20));
        }
        let flags = of(settings).into_iter().filter(|setting| !["warm", "strategy", "hours"].contains(&setting.key()));
        let layers = Layers { flags: flags.collect(), ..Layers::default() };
        let campaigns = variants::campaigns(&variants::USUAL.map(str::to_owned), &[], &layers, &|_| None).unwrap();
        let campaigns = campaigns.into_iter().map(|(.., campaign)| campaign);
        answers.push((name("compare"), Box::new(CompareQuestion::of(campaigns).sampling(few()).run().unwrap()), 20));
        if !settings.iter().any(|(key, _)| ["hours", "contacts"].contains(key)) {
            let planned = PlanQuestion { sampling: few(), ..PlanQuestion::new(scenario(settings), 1) };
            answers.push((name("plan"), Box::new(planned.run().unwrap()), 14));
        }
        if !settings.contains(&("calls", "200000")) {
            let tornado = SensitivityQuestion { sampling: few(), ..SensitivityQuestion::new(scenario(settings)) };
            answers.push((name("sensitivity"), Box::new(tornado.run().unwrap()), 24));
        }
        answers.push((name("model"), Box::new(ModelQuestion::new(scenario(settings)).run().unwrap()), 40));
    }
    answers
}

/// What nobody would say.
const NEVER: [&str; 12] = [
    "NaN",
    "inf ",
    "-0",
    "1 meetings",
    "1 calls",
    "1 weeks",
    "1 hours",
    "so many",
    "as many",
    "odds of",
    " distribution ",
    "nine in ten",
];

#[test]
fn texts_keep_to_their_width_and_length_in_both_languages() {
    let (mut read, mut wrong) = (0, Vec::new());
    for (name, answer, most) in answers() {
        for language in Language::ALL {
            let sentence = answer.sentence(language);
            assert!(sentence.ends_with('.') && !sentence.contains('\n'), "{name}: {sentence}");
            for width in WIDTHS {
                let text =
                    answer.document(TextStyle { terminal: Some(width), language, ..TextStyle::default() }).text();
                let about = format!("{name}, {language:?}, {width}:\n{text}");
                let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
                if widest > width {
                    wrong.push(format!("{widest} characters of {about}"));
                }
                let lines = text.lines().count();
                if width >= 80 && lines > most {
                    wrong.push(format!("{lines} lines of {about}"));
                }
                let words = format!(" {} ", text.split_whitespace().collect::<Vec<_>>().join(" "));
                for never in NEVER {
                    let is_said = words.match_indices(never).any(|(at, _)| {
                        !words[..at].ends_with(|before: char| before.is_alphanumeric() || ",.".contains(before))
                    });
                    if is_said {
                        wrong.push(format!("`{never}` in {about}"));
                    }
                }
                read += 1;
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {read}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(read > 400, "{read}");
}

/// `47 (43–52)`, each time that it stands there.
fn yields(line: &str) -> Vec<String> {
    let words: Vec<_> = line.split_whitespace().collect();
    let pairs =
        words.windows(2).filter(|pair| pair[1].starts_with('(') && pair[1].contains('–') && pair[1].ends_with(')'));
    pairs.map(|pair| pair.join(" ")).collect()
}

#[test]
fn on_narrow_terminals_the_meetings_were_the_column_that_went() {
    let long = "cold.meeting=range(2%,25%) warm.meeting=mean(0.6,20)";
    let compared: [(&[&str], Option<f64>, &[u32]); 4] = [
        (&[long, "cold", "mixed", "warm=15"], Some(40.0), &[]),
        (&["cold.meeting=range(2%,25%)", "effort.introduction=45", "warm=15"], None, &[]),
        (&["cold", "mixed", "referral-heavy"], None, &[50, 60]),
        (&["warm=15", "warm=30", "cold.meeting=5%"], None, &[]),
    ];
    for (names, hours, at_least) in compared {
        let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
        let campaigns = variants::campaigns(&names, &[], &Layers::default(), &|_| None).unwrap();
        let question = CompareQuestion::of(campaigns.into_iter().map(|(.., campaign)| campaign)).hours(hours);
        let answer = question.at_least(at_least).sampling(Sampling::of(2_000, None)).run().unwrap();
        for language in Language::ALL {
            let shown =
                |width| answer.document(TextStyle { terminal: Some(width), language, ..TextStyle::default() }).text();
            let wide = shown(300);
            let best = wide.lines().map(yields).find(|yields| !yields.is_empty()).unwrap();
            assert_eq!(best.len(), if hours.is_some() { 1 } else { 2 }, "{wide}");
            for width in 60..=200 {
                let text = shown(width);
                let found: Vec<_> = text.lines().flat_map(yields).collect();
                assert!(best.iter().all(|one| found.contains(one)), "{width}: {best:?}\n{text}");
                assert!(text.lines().all(|line| line.chars().count() <= width), "{width}\n{text}");
                assert!(text.lines().count() <= 20 || width < 80, "{width}\n{text}");
                let lost = ["behind", "perd"].iter().all(|column| !text.contains(column));
                assert!(!lost, "{width}: neither shown nor said to be left out\n{text}");
            }
        }
    }
}
