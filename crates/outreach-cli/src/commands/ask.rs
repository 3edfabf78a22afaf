//! `ask`: questions given as JSON, answered as JSON, each on a line of its own.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};

use anyhow::{Context, Result};
use outreach_io::question::{self, Question};
use outreach_io::{Fault, error_json};
use serde_json::Value;

use crate::exit;
use crate::files::Disk;
use crate::{args, bug, commands, files};

/// The most bytes of a question.
const LONGEST: u64 = 64 << 20;

pub(crate) fn run(args: &args::Ask) -> Result<()> {
    let from: Box<dyn Read + Send> = if args.questions.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        Box::<File>::new(files::open(&args.questions)?.1)
    };
    let threads = args.threads.map_or(0, usize::from);
    let code = commands::on_threads(threads, || answer_all(BufReader::new(from), io::stdout().lock()))??;
    if code == exit::SUCCESS { Ok(()) } else { Err(exit::AlreadySaid(code).into()) }
}

/// Answers one question after the other, each as soon as it is read; tells the exit code of the first that has no answer.
fn answer_all(mut from: impl BufRead, mut to: impl Write) -> Result<u8> {
    let mut code = exit::SUCCESS;
    let mut tell = |question: Result<Value>| -> Result<()> {
        let (line, of_this) = answer(question);
        code = if code == exit::SUCCESS { of_this } else { code };
        to.write_all(&line).and_then(|()| to.flush()).context("can't write to standard output")
    };
    let (mut asked, mut line) = (0, Vec::new());
    loop {
        line.clear();
        let length = (&mut from).take(LONGEST + 1).read_until(b'\n', &mut line).context("can't read the questions")?;
        if length == 0 {
            break;
        }
        let is_blank = line.iter().all(u8::is_ascii_whitespace);
        if is_blank && length as u64 <= LONGEST {
            continue;
        }
        asked += 1;
        if length as u64 > LONGEST {
            skip_line(&mut from).context("can't read the questions")?;
            tell(Err(wrong_question(format!("a question of more than {LONGEST} bytes"))))?;
            continue;
        }
        let question = parsed(&line);
        // A single question may be written on several lines.
        if asked == 1 && question.as_ref().is_err_and(serde_json::Error::is_eof) {
            let mut all = line.clone();
            (&mut from).take(LONGEST).read_to_end(&mut all).context("can't read the questions")?;
            if let Ok(question) = parsed(&all) {
                tell(Ok(question))?;
            } else {
                let lines = all.split(|byte| *byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
                lines.map(parsed).try_for_each(|question| tell(question.map_err(|error| no_json(&error))))?;
            }
            break;
        }
        tell(question.map_err(|error| no_json(&error)))?;
    }
    if asked == 0 {
        tell(Err(wrong_question("no question: one is expected, as in {\"verb\": \"simulate\"}")))?;
    }
    Ok(code)
}

fn parsed(bytes: &[u8]) -> serde_json::Result<Value> {
    question::parse(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes))
}

/// Programs ask, and read English.
fn wrong_question(message: impl Into<String>) -> anyhow::Error {
    outreach_io::Error::WrongSettings(vec![Fault::said(message)]).into()
}

fn no_json(error: &serde_json::Error) -> anyhow::Error {
    wrong_question(format!("this is no question in JSON: {error}"))
}

fn skip_line(from: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = from.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let (skipped, is_done) = (end.map_or(buffer.len(), |end| end + 1), end.is_some() || buffer.is_empty());
        from.consume(skipped);
        if is_done {
            return Ok(());
        }
    }
}

/// The line of a question, and the exit code that its verb would have.
fn answer(asked: Result<Value>) -> (Vec<u8>, u8) {
    let verb = asked.as_ref().ok().and_then(|asked| asked["verb"].as_str()).unwrap_or_default().to_owned();
    let answered = bug::caught(|| {
        let answer = Question::of(asked?)?.run(&Disk)?;
        let code = if answer.unreachable(outreach_io::Language::English).is_some() {
            exit::UNREACHABLE
        } else {
            exit::SUCCESS
        };
        Ok((answer.json(), code))
    });
    let (json, code) = answered.unwrap_or_else(|error| {
        let (faults, code) = exit::understood(&error);
        (question::error_in_fields(&verb, error_json(&faults)), code)
    });
    let mut line = json.to_string().into_bytes();
    line.push(b'\n');
    (line, code)
}
