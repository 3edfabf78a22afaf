//! `ask`: questions given as JSON, answered as JSON, each on a line of its own.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};

use anyhow::{Context, Result};
use outreach_io::question::{self, Files, Question};
use outreach_io::{Fault, Language, Setting, Source, error_json};
use serde_json::Value;

use crate::exit;
use crate::files::Disk;
use crate::{args, bug, commands, files};

/// The most bytes of a question.
const LONGEST: u64 = 64 << 20;

pub(crate) fn run(args: &args::Ask, language: Language) -> Result<()> {
    let of_input = args.questions.as_os_str() == "-";
    let asker = Asker { of_input, language };
    let from: Box<dyn Read + Send> =
        if of_input { Box::new(io::stdin()) } else { Box::<File>::new(files::open(&args.questions)?.1) };
    let threads = args.threads.map_or(0, usize::from);
    let code = commands::on_threads(threads, || answer_all(BufReader::new(from), asker, io::stdout().lock()))??;
    if code == exit::SUCCESS { Ok(()) } else { Err(exit::AlreadySaid(code).into()) }
}

/// Answers one question after the other, each as soon as it is read; returns the exit code of the first whose command
/// would not exit with 0.
fn answer_all(mut from: impl BufRead, asker: Asker, mut to: impl Write) -> Result<u8> {
    let mut code = exit::SUCCESS;
    let mut tell = |number: usize, question: Result<Value>| -> Result<()> {
        let (line, of_this) = answer(number, question, asker);
        code = if code == exit::SUCCESS { of_this } else { code };
        to.write_all(&line).and_then(|()| to.flush()).context("can't write to standard output")
    };
    let (mut asked, mut line) = (0, Vec::new());
    for number in 1.. {
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
            tell(number, Err(wrong_question(format!("a question of more than {LONGEST} bytes"))))?;
            continue;
        }
        let question = parsed(&line);
        // A single question may be written on several lines.
        if asked == 1 && question.as_ref().is_err_and(serde_json::Error::is_eof) {
            let mut all = line.clone();
            (&mut from).take(LONGEST).read_to_end(&mut all).context("can't read the questions")?;
            if let Ok(question) = parsed(&all) {
                tell(number, Ok(question))?;
            } else {
                let lines = (number..).zip(all.split(|byte| *byte == b'\n'));
                let mut lines = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
                lines.try_for_each(|(number, line)| tell(number, parsed(line).map_err(|error| no_json(&error))))?;
            }
            break;
        }
        tell(number, question.map_err(|error| no_json(&error)))?;
    }
    if asked == 0 {
        tell(1, Err(wrong_question("no question: one is expected, as in {\"verb\": \"simulate\"}")))?;
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

/// The files of the system; what of them acts on nothing is kept.
struct Noted {
    notes: RefCell<Vec<String>>,
    asker: Asker,
}

/// Who asks: a program that reads English, and somebody who reads the notes.
#[derive(Clone, Copy)]
struct Asker {
    /// Whether the questions come from standard input, which nothing else may read then.
    of_input: bool,
    language: Language,
}

impl Noted {
    fn checked(&self, name: &str) -> outreach_io::Result<()> {
        if !self.asker.of_input || !files::is_standard_input(name) {
            return Ok(());
        }
        let message = format!("can't read {name}: the questions come from there; name a file, or give its text itself");
        Err(outreach_io::Error::WrongSettings(vec![Fault::said(message)]))
    }
}

impl Files for Noted {
    fn scenario(&self, name: &str) -> outreach_io::Result<Vec<Setting>> {
        self.checked(name).and_then(|()| Disk.scenario(name))
    }

    fn table(&self, name: &str) -> outreach_io::Result<Box<dyn Source>> {
        self.checked(name).and_then(|()| Disk.table(name))
    }

    fn exists(&self, name: &str) -> bool {
        Disk.exists(name)
    }

    fn note(&self, idle: &Fault) {
        self.notes.borrow_mut().push(idle.message(self.asker.language));
    }
}

/// The answer to the question of a line, and the exit code that its verb would have.
fn answer(number: usize, asked: Result<Value>, asker: Asker) -> (Vec<u8>, u8) {
    let verb = asked.as_ref().ok().and_then(|asked| asked["verb"].as_str()).unwrap_or_default().to_owned();
    let language = asker.language;
    let answered = bug::caught(|| {
        let files = Noted { notes: RefCell::default(), asker };
        let answer = Question::of(asked?)?.run(&files)?;
        let code = if answer.unreachable(Language::English).is_some() { exit::UNREACHABLE } else { exit::SUCCESS };
        let of_answer = [answer.warnings(language), answer.notes(language)].concat();
        for note in files.notes.into_inner().into_iter().chain(of_answer) {
            let note = question::in_fields(&verb, &note);
            let note = match language {
                Language::English => format!("line {number}: {note}"),
                Language::French => format!("ligne {number}\u{a0}: {note}"),
            };
            exit::note(&note, language);
        }
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
