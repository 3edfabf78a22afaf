//! The command `outreach` as a function: translates what was typed, calls the library, shows what it answers.

mod again;
mod apart;
mod args;
mod bug;
mod commands;
mod effects;
mod exit;
mod files;
mod output;
mod progress;
#[cfg(test)]
mod reference;
mod resolve;
mod signals;

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue};
use clap::{CommandFactory, FromArgMatches};
use outreach_io::{Fault, Reason};

use crate::args::Cli;
pub use crate::bug::keep_panics_quiet;
pub use crate::signals::end_cleanly;

/// Does what a command line says, whose first word is the name of the command, and tells the exit code: 0 where there is
/// an answer, 1 where reading or writing failed, 2 for wrong input, 3 for a target out of reach, 4 for rejected rows.
///
/// Reads and writes the files that are named, and standard output and error.
///
/// ```
/// assert_eq!(outreach_cli::run(["outreach", "simulate", "--calls", "100", "--trials", "1000"]), 0);
/// assert_eq!(outreach_cli::run(["outreach", "simulate", "--calls", "many"]), 2);
/// ```
pub fn run<S: Into<OsString>>(words: impl IntoIterator<Item = S>) -> u8 {
    let words: Vec<OsString> = words.into_iter().map(Into::into).collect();
    let mut saying = exit::Saying { json: asks_for_json(&words), ..exit::Saying::default() };
    let done = bug::caught(|| {
        let matches = match Cli::command().try_get_matches_from(&words) {
            Ok(matches) => matches,
            Err(error) => return Ok(said(&error, saying)),
        };
        let mut cli = match Cli::from_arg_matches(&matches) {
            Ok(cli) => cli,
            Err(error) => return Ok(said(&error, saying)),
        };
        let (_, verb) = matches.subcommand().expect("clap demands a verb");
        if let Some(output) = cli.verb.output() {
            saying = exit::Saying { language: output.lang(), json: output.format == args::Format::Json };
            output.typed = words.into_iter().skip(1).collect();
        }
        commands::run(&cli.verb, verb).map(|()| exit::SUCCESS)
    });
    done.unwrap_or_else(|error| exit::explain(&error, saying))
}

/// Whether the words ask for JSON: what cannot be parsed is answered so, too.
fn asks_for_json(words: &[OsString]) -> bool {
    let asked = words.windows(2).any(|pair| pair[0] == "--format" && pair[1] == "json");
    asked
        || words.iter().any(|word| word == "--format=json")
        || std::env::var("OUTREACH_FORMAT").as_deref() == Ok("json")
}

/// What the parser has to say: help, or what is wrong.
fn said(error: &clap::Error, saying: exit::Saying) -> u8 {
    if saying.json && error.use_stderr() {
        exit::say(&[fault(error)], saying);
    } else {
        // Nothing can be said where standard output and error are closed.
        let _ = error.print();
    }
    error.exit_code() as u8
}

/// What the parser found wrong, as data.
fn fault(error: &clap::Error) -> Fault {
    let text = |kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    };
    let told = error.render().to_string();
    let message = told.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    let option = text(ContextKind::InvalidArg);
    // `--calls <N>` is the option `calls`.
    let key =
        option.as_ref().map(|option| option.trim_start_matches('-').split(' ').next().unwrap_or_default().to_owned());
    let reason = Reason::Usage {
        message,
        value: text(ContextKind::InvalidValue),
        accepted: text(ContextKind::ValidValue),
        hint: text(ContextKind::SuggestedArg).or_else(|| text(ContextKind::SuggestedValue)),
    };
    Fault { key, place: None, reason }
}
