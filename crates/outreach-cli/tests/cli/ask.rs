//! Questions given as JSON: the answers are the command's, byte for byte, and whatever is wrong stays on its line.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use outreach_io::question::Question;
use serde_json::{Value, json};

use crate::behaviour::{outreach, stdout};
use crate::schemas::against;

const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli/pages/");

/// Questions as they are typed and as JSON, with every field of every verb; `@` is the folder of the pages' files.
const ASKED: &[(&str, &str)] = &[
    ("simulate --trials 3000", r#"{"verb":"simulate","trials":3000}"#),
    (
        "simulate --calls 75 --warm 15 --trials 3000 --seed 7 --at-least 10 --at-least 20",
        r#"{"verb":"simulate","settings":{"calls":75,"warm":{"count":15}},"trials":3000.0,"seed":7,"at_least":[10,20]}"#,
    ),
    ("simulate --warm 1.0 --trials 3000", r#"{"verb":"simulate","settings":{"warm":{"share":1}},"trials":3000}"#),
    ("simulate --warm 1 --trials 3000", r#"{"verb":"simulate","settings":{"warm":{"count":1.0}},"trials":3000}"#),
    (
        "simulate --so-far cold=10:1 --precision 0.1 --set cold.meeting=beta(2,18)",
        r#"{"verb":"simulate","so_far":["cold=10:1"],"precision":0.1,"settings":{"cold.meeting":"beta(2,18)"}}"#,
    ),
    (
        "simulate @../../../../../data/scenarios/cold-list.toml --trials 3000",
        r#"{"verb":"simulate","scenario":"@../../../../../data/scenarios/cold-list.toml","trials":3000,"seed":null}"#,
    ),
    (
        "simulate --calls 75 --warm 15 --calls-per-week 20 --at-least 20 --trials 3000",
        r#"{"verb":"simulate","settings":{"calls":75,"warm":{"count":15}},"calls_per_week":20,"at_least":[20],"trials":3000}"#,
    ),
    (
        "simulate --hours 20 --hours-per-week 6.5 --trials 3000",
        r#"{"verb":"simulate","settings":{"hours":20},"hours_per_week":6.5,"trials":3000}"#,
    ),
    ("compare --trials 3000", r#"{"verb":"compare","trials":3000}"#),
    (
        "compare cold warm=15 @../../../../../data/scenarios/sales-week.toml --hours 5 --at-least 3 --trials 3000 --seed 1",
        r#"{"verb":"compare","strategies":["cold","warm=15","@../../../../../data/scenarios/sales-week.toml"],"hours":5,
            "at_least":[3],"trials":3000,"seed":1}"#,
    ),
    (
        "compare --max-attempts 1,3 --calls 50 --set cold.reach=0.3 --trials 3000",
        r#"{"verb":"compare","max_attempts":[1,3],"settings":{"cold.reach":0.3,"calls":50},"trials":3000}"#,
    ),
    (
        "compare cold mixed --max-attempts 1,3 --contacts 50 --set cold.reach=0.3 --precision 0.2",
        r#"{"verb":"compare","strategies":["cold","mixed"],"max_attempts":[1,3],"precision":0.2,
            "settings":{"cold.reach":0.3,"contacts":50}}"#,
    ),
    (
        "compare --scenario @../../../../../data/scenarios/cold-list.toml --set cold.meeting=0.05 --trials 3000",
        r#"{"verb":"compare","scenario":"@../../../../../data/scenarios/cold-list.toml","settings":{"cold.meeting":0.05},
            "trials":3000}"#,
    ),
    ("plan --meetings 5", r#"{"verb":"plan","meetings":5}"#),
    (
        "plan --meetings 5 --confidence 80% --solve hours --strategy mixed --hours-per-week 6.5 --max 500",
        r#"{"verb":"plan","meetings":5,"confidence":0.8,"solve":"hours","hours_per_week":6.5,"max":500,
            "settings":{"strategy":"mixed"}}"#,
    ),
    (
        "plan --meetings 8 --strategy snowball --set pool.decay=0.9 --trials 2000 --seed 3 --calls-per-week 20",
        r#"{"verb":"plan","meetings":8,"settings":{"strategy":"snowball","pool.decay":0.9},"trials":2000,"seed":3,
            "calls_per_week":20}"#,
    ),
    (
        "plan --meetings 5 --scenario @../../../../../data/scenarios/cold-list.toml",
        r#"{"verb":"plan","meetings":5,"scenario":"@../../../../../data/scenarios/cold-list.toml"}"#,
    ),
    ("plan --meetings 5 --max 3", r#"{"verb":"plan","meetings":5,"max":3}"#),
    (
        "sensitivity --preset published --trials 3000 --seed 5",
        r#"{"verb":"sensitivity","settings":{"preset":"published"},"trials":3000,"seed":5}"#,
    ),
    (
        "sensitivity @../../../../../data/scenarios/cold-list.toml --trials 3000",
        r#"{"verb":"sensitivity","scenario":"@../../../../../data/scenarios/cold-list.toml","trials":3000}"#,
    ),
    (
        "model @../../../../../data/scenarios/cold-list.toml --reading overall",
        r#"{"verb":"model","scenario":"@../../../../../data/scenarios/cold-list.toml","settings":{"reading":"overall"}}"#,
    ),
    (
        "trace @../../../../../data/scenarios/cold-list.toml --calls 20 --seed 8",
        r#"{"verb":"trace","scenario":"@../../../../../data/scenarios/cold-list.toml","settings":{"calls":20},"seed":8}"#,
    ),
    (
        "calibrate @logs.in/journal.csv --date-format dmy --prior documented --prior-weight 10 --preset published",
        r#"{"verb":"calibrate","log":{"file":"@logs.in/journal.csv","date_format":"dmy"},"prior":"documented",
            "prior_weight":10,"preset":"published"}"#,
    ),
    (
        "compare warm=3 --contacts 50 --max-attempts 3 --set cold.reach=0.3 --trials 3000",
        r#"{"verb":"compare","strategies":["warm=3"],"settings":{"contacts":50.0,"max_attempts":3.0,"cold.reach":0.3},
            "trials":3000.0}"#,
    ),
    (
        "trace --calls 20 --strategy snowball --set pool.initial=3 --meetings 2",
        r#"{"verb":"trace","settings":{"calls":20.0,"strategy":"snowball","pool.initial":3.0,"meetings":2.0}}"#,
    ),
    (
        "simulate --warm 12 --set connectors.count=5 --set connectors.correlation=0.2 --trials 3000 --at-least 3",
        r#"{"verb":"simulate","settings":{"warm":"12","connectors.count":5.0,"connectors.correlation":0.2},"trials":3e3,
            "at_least":[3.0]}"#,
    ),
    (
        "backtest @logs.in/journal.csv --date-format dmy --kind cold --batch 2 --warmup 2",
        r#"{"verb":"backtest","log":{"file":"@logs.in/journal.csv","date_format":"dmy"},"kind":"cold","batch":2,
            "warmup":2}"#,
    ),
    (
        "forecast @forecast.in/contacts.csv --group-by region --hours 1 --at-least 3 --set cold.meeting=0.2",
        r#"{"verb":"forecast","list":{"file":"@forecast.in/contacts.csv","group_by":"region"},"hours":1,"at_least":[3],
            "settings":{"cold.meeting":0.2}}"#,
    ),
    (
        "forecast @forecast.in/contacts.csv --scenario @../../../../../data/scenarios/cold-list.toml",
        r#"{"verb":"forecast","list":{"file":"@forecast.in/contacts.csv"},
            "scenario":"@../../../../../data/scenarios/cold-list.toml"}"#,
    ),
];

/// What the command prints of questions on its standard input.
pub(crate) fn ask(questions: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outreach"));
    let mut child =
        command.args(["ask", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut to, questions) = (child.stdin.take().unwrap(), questions.to_owned());
    let writes = std::thread::spawn(move || to.write_all(questions.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writes.join().unwrap();
    output
}

pub(crate) fn lines(output: &Output) -> Vec<Value> {
    str::from_utf8(&output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_question_has_the_bytes_of_the_command() {
    let one_line = |json: &str| json.replace('\n', " ").replace('@', HERE);
    let questions: Vec<_> = ASKED.iter().map(|(_, json)| one_line(json)).collect();
    let answered = ask(&(questions.join("\n") + "\n"));
    assert_eq!(answered.status.code(), Some(3), "one plan is out of reach, all else is answered");
    let answers: Vec<_> = str::from_utf8(&answered.stdout).unwrap().lines().collect();
    assert_eq!(answers.len(), ASKED.len());
    for ((words, _), answer) in ASKED.iter().zip(answers) {
        let line = format!("{words} --format json").replace('@', HERE);
        let printed = outreach(&line.split(' ').collect::<Vec<_>>());
        assert_eq!(format!("{answer}\n"), String::from_utf8_lossy(&printed.stdout), "{words}");
    }
}

#[test]
fn question_schemas_of_the_manual_are_those_of_the_command() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/question");
    for verb in Question::VERBS {
        let schema = stdout(&["schema", verb, "--question"]);
        let path = folder.join(format!("{verb}.json"));
        if std::env::var_os("RENEW").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &schema).unwrap();
        }
        assert_eq!(
            fs::read_to_string(&path).unwrap_or_default(),
            schema,
            "cargo xtask renew writes {}",
            path.display()
        );
    }
}

#[test]
fn every_question_fits_its_schema_and_every_field_is_asked() {
    for verb in Question::VERBS {
        let schema: Value = serde_json::from_str(&stdout(&["schema", verb, "--question"])).unwrap();
        let mut seen = BTreeSet::new();
        for (_, json) in ASKED.iter().filter(|(words, _)| words.starts_with(verb)) {
            let question: Value = serde_json::from_str(json).unwrap();
            assert_eq!(against(&schema, &schema, &question, "", &mut seen), [] as [String; 0], "{json}");
        }
        for name in schema["properties"].as_object().unwrap().keys() {
            assert!(seen.contains(&format!(".{name}")), "no question of {verb} has {name}");
        }
    }
}

#[test]
fn a_number_alone_was_one_warm_call_or_all_of_them_as_a_program_wrote_it() {
    let asked = |warm: &str| format!("{{\"verb\":\"model\",\"settings\":{{\"warm\":{warm}}}}}\n");
    for (warm, readings) in [
        ("1", r#"{"count": 1} or {"share": 1.0}"#),
        ("1.0", r#"{"count": 1} or {"share": 1.0}"#),
        ("0", r#"{"count": 0} or {"share": 0.0}"#),
        ("15", r#"{"count": 15}"#),
        ("0.3", r#"{"share": 0.3}"#),
        ("-1", r#"{"count": 15}, {"share": 0.8} or a text ("15", "80%")"#),
    ] {
        let error = &lines(&ask(&asked(warm)))[0]["error"];
        assert_eq!(error["field"], "settings.warm", "{warm}");
        assert_eq!(error["accepted"], format!("named as a count or a share: {readings}"), "{warm}");
    }
    for wrong in
        ["{}", "null", "true", r#"{"shar":1}"#, r#"{"share":"1"}"#, r#"{"count":1,"share":1}"#, r#"{"share":1.5}"#]
    {
        assert!(lines(&ask(&asked(wrong)))[0]["error"].is_object(), "{wrong}");
    }
}

#[test]
fn the_warm_calls_of_an_answer_were_no_question() {
    for warm in ["1.0", "1", "15", "0.3", "0.0000001", "0", "0.0", "80%"] {
        let question = json!({ "verb": "simulate", "trials": 10, "settings": { "warm": warm } });
        let answer = &lines(&ask(&format!("{question}\n")))[0];
        let again = json!({ "verb": "simulate", "trials": 10, "settings": { "warm": answer["scenario"]["warm"] } });
        assert_eq!(&lines(&ask(&format!("{again}\n")))[0], answer, "{again}");
    }
}

#[test]
fn a_question_that_named_standard_input_swallowed_those_after_it() {
    for name in ["-", "/dev/stdin", "/dev/fd/0"] {
        let tables = [
            json!({ "verb": "calibrate", "log": { "file": name } }),
            json!({ "verb": "forecast", "list": { "file": name } }),
        ];
        let scenario = json!({ "verb": "model", "scenario": name });
        for question in tables.iter().chain([&scenario]) {
            let answers = lines(&ask(&format!("{question}\n{{\"verb\":\"model\"}}\n")));
            let told = answers[0]["error"]["message"].as_str().unwrap();
            assert!(
                told.starts_with(&format!("can't read {name}: the questions come from there")),
                "{question}: {told}"
            );
            assert_eq!(answers[1]["schema"], "outreach/model/1", "{question}");
        }
    }
}

/// Wrong questions with what is said of them; all others are answered all the same.
pub(crate) const WRONG: &[(&str, Option<&str>, &str)] = &[
    ("nonsense", None, "this is no question in JSON: expected ident at line 1 column 2"),
    ("[1]", None, "a question is an object"),
    ("{}", Some("verb"), "verb = missing is not one of backtest,"),
    (r#"{"verb":"plna"}"#, Some("verb"), "unknown verb `plna` (did you mean `plan`?)"),
    (r#"{"verb":"plan","meetings":5,"meetings":6}"#, None, "`meetings` stands there twice"),
    (r#"{"verb":"simulate","settings":{"calls":5,"calls":6}}"#, None, "`calls` stands there twice"),
    (r#"{"verb":"plan"}"#, Some("meetings"), "meetings is missing"),
    (r#"{"verb":"plan","meetings":null}"#, Some("meetings"), "meetings = null is not a whole number"),
    (r#"{"verb":"plan","meetings":5.5}"#, Some("meetings"), "meetings = 5.5 is not a whole number"),
    (r#"{"verb":"plan","meetings":-1}"#, Some("meetings"), "meetings = -1 is not a whole number"),
    (r#"{"verb":"plan","meetings":5,"confidence":90}"#, Some("confidence"), "did you mean 90 %?"),
    (r#"{"verb":"plan","meetings":5,"solve":"atempts"}"#, None, "attempts"),
    (
        r#"{"verb":"plan","meetings":5,"calls_per_week":1,"hours_per_week":1}"#,
        Some("calls_per_week"),
        "give one of them",
    ),
    (r#"{"verb":"simulate","trails":5}"#, Some("trails"), "unknown field `trails` (did you mean `trials`?)"),
    (r#"{"verb":"simulate","trials":"many","seed":-1}"#, Some("trials"), "seed = -1 is not a whole number"),
    (r#"{"verb":"simulate","settings":{"cold.meting":0.1}}"#, Some("cold.meting"), "did you mean `cold.meeting`?"),
    (r#"{"verb":"simulate","settings":{"calls":[1]}}"#, Some("settings.calls"), "is not a number or a text"),
    (r#"{"verb":"simulate","settings":{"calls":null}}"#, Some("settings.calls"), "is not a number or a text"),
    (r#"{"verb":"simulate","at_least":null}"#, Some("at_least"), "at_least = null is not a list"),
    (r#"{"verb":"simulate","settings":{"max_attempts":0}}"#, Some("max_attempts"), "max_attempts = 0 is not"),
    (r#"{"verb":"simulate","settings":[]}"#, Some("settings"), "settings = [] is not an object"),
    (r#"{"verb":"simulate","settings":{"cold.meeting":1.2}}"#, Some("cold.meeting"), "is not a probability (0 to 1)"),
    (r#"{"verb":"simulate","settings":{"pool.names":3}}"#, Some("pool.names"), "no effect"),
    (r#"{"verb":"simulate","settings":{"warm":"1","strategy":"cold"}}"#, Some("warm"), "exclude each other"),
    (r#"{"verb":"simulate","scenario":"missing.toml"}"#, None, "can't read missing.toml"),
    (r#"{"verb":"compare","strategies":["colt"]}"#, Some("colt"), "unknown strategy `colt`"),
    (r#"{"verb":"compare","strategies":["colt warm=5"]}"#, None, "colt is not KEY=VALUE"),
    (r#"{"verb":"calibrate"}"#, Some("log"), "log is missing"),
    (r#"{"verb":"calibrate","log":{}}"#, Some("log.file"), "log.file is missing: name a file, or give"),
    (r#"{"verb":"calibrate","log":{"file":"a","text":"b"}}"#, Some("log.file"), "log.file stands beside `text`: give"),
    (r#"{"verb":"model","scenario":""}"#, Some("scenario"), "scenario = \"\" is not the name of a file"),
    (r#"{"verb":"calibrate","log":{"file":"missing.csv"}}"#, None, "can't read missing.csv"),
    (r#"{"verb":"calibrate","log":{"text":"x","columns":{"dat":"x"}}}"#, Some("log.columns"), "unknown column `dat`"),
    (r#"{"verb":"calibrate","log":{"text":"x","talk_time":20}}"#, Some("log.talk_time"), "names the column `duration`"),
    (r#"{"verb":"calibrate","log":{"text":"x","strict":1}}"#, Some("log.strict"), "true or false"),
    (
        r#"{"verb":"forecast","list":{"text":"probability\n0.2\n","delimiter":"ab"}}"#,
        Some("list.delimiter"),
        "one character",
    ),
];

/// Whose figures an answer rests on, in its JSON and in its text.
const TOLD: &[(&str, &str)] = &[
    ("a coach's", "A coach's figures"),
    ("published", "Published averages, not your own figures."),
    ("yours and a coach's", "the other figures are a coach's."),
    ("yours and published", "the other figures are published averages."),
    ("yours", "the other figures are assumed."),
];

#[test]
fn every_answer_tells_whose_figures_it_rests_on_and_whether_it_is_exact() {
    let asked = |words: &str| serde_json::from_str::<Value>(&stdout(&words.split(' ').collect::<Vec<_>>())).unwrap();
    let log = format!("{HERE}logs.in/months.csv");
    for (words, figures, computed) in [
        ("simulate --trials 100", "a coach's", "both"),
        ("simulate --trials 100 --preset published", "published", "both"),
        ("simulate --trials 100 --set cold.meeting=0.2", "yours and a coach's", "both"),
        ("simulate --trials 100 --strategy cold --set cold.meeting=0.2", "yours", "both"),
        ("simulate --trials 100 --strategy warm --set warm.meeting=0.2", "yours and a coach's", "both"),
        (
            "simulate --trials 100 --strategy cold --preset published --set cold.meeting=0.2",
            "yours and published",
            "both",
        ),
        ("plan --meetings 5 --set cold.meeting=0.2", "yours and a coach's", "exact"),
        ("simulate --trials 100 --strategy snowball --set pool.decay=0.5", "yours and a coach's", "simulated"),
        ("compare --trials 100", "a coach's", "both"),
        ("compare cold --trials 100 --set cold.meeting=0.2", "yours", "both"),
        ("compare cold mixed --trials 100 --set cold.meeting=0.2", "yours and a coach's", "both"),
        ("compare cold --preset published --trials 100 --set cold.meeting=0.2", "yours and published", "both"),
        ("sensitivity --strategy cold --set cold.meeting=0.2", "yours", "exact"),
        ("trace --strategy cold --set cold.meeting=0.2", "yours", "simulated"),
        ("trace --preset published", "published", "simulated"),
        ("model --set cold.meeting=0.2", "yours and a coach's", "exact"),
        ("plan --meetings 5", "a coach's", "exact"),
        ("plan --meetings 5 --strategy snowball --set pool.decay=0.9", "yours and a coach's", "simulated"),
        ("sensitivity", "a coach's", "exact"),
        ("sensitivity --preset published --set warm.meeting=0.8 --trials 100", "yours and published", "simulated"),
        ("model", "a coach's", "exact"),
        ("trace", "a coach's", "simulated"),
        (&format!("calibrate {log}"), "yours and a coach's", "exact"),
        (&format!("backtest {log} --batch 10 --warmup 20"), "yours", "exact"),
        (&format!("forecast {HERE}forecast.in/contacts.csv"), "a coach's", "exact"),
        (&format!("forecast {HERE}../tables/list-percent.csv"), "yours", "exact"),
    ] {
        let answer = asked(&format!("{words} --format json"));
        assert_eq!([&answer["scenario"]["figures"], &answer["computed"]], [figures, computed], "{words}");
        if ["calibrate", "backtest", "forecast"].iter().all(|verb| !words.starts_with(verb)) {
            let text = stdout(&words.split(' ').collect::<Vec<_>>());
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let (_, told) = TOLD.iter().find(|(known, _)| *known == figures).unwrap();
            assert!(text.contains(told), "{words}: {text}");
            let others = TOLD.iter().filter(|(known, _)| *known != figures);
            others.for_each(|(_, other)| assert!(!text.contains(other), "{words}: {text}"));
        }
    }
}

#[test]
fn a_question_is_answered_before_the_next_one_comes() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_outreach"));
    let mut child = command.args(["ask", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for calls in 1..=3 {
        writeln!(to, r#"{{"verb":"trace","settings":{{"calls":{calls}}}}}"#).unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(answer["calls"].as_array().unwrap().len(), calls);
    }
    // Whoever reads no more has had enough.
    drop(from);
    writeln!(to, r#"{{"verb":"model"}}"#).unwrap();
    drop(to);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_traced_campaign_tells_what_others_like_it_bring() {
    let trace = |words: &str| {
        let words: Vec<_> = words.split(' ').collect();
        let (text, json) = (stdout(&words), stdout(&[words.as_slice(), &["--format", "json"]].concat()));
        (text, serde_json::from_str::<Value>(&json).unwrap())
    };
    let (text, answer) = trace("trace --calls 100 --strategy cold");
    let simulated = stdout(&["simulate", "--strategy", "cold", "--trials", "1", "--format", "json"]);
    let simulated: Value = serde_json::from_str(&simulated).unwrap();
    assert_eq!(answer["central90"], simulated["exact"]["central90"]);
    assert!(text.contains("One campaign of many; meetings held in 94 % of them: 5 to 15."), "{text}");
    let (text, answer) = trace("trace --strategy snowball --set pool.decay=0.5");
    assert_eq!(answer["central90"], Value::Null);
    assert!(!text.contains("One campaign of many"), "{text}");
}
