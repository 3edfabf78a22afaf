//! The command `outreach` as a function: translates what was typed, calls the library, shows what it answers.

mod again;
mod apart;
mod args;
mod bug;
mod commands;
mod exit;
mod files;
mod output;
mod progress;
#[cfg(test)]
mod reference;
mod resolve;
mod signals;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches};

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
    let done = bug::caught(|| {
        let matches = match Cli::command().try_get_matches_from(&words) {
            Ok(matches) => matches,
            Err(error) => return Ok(said(&error)),
        };
        let mut cli = match Cli::from_arg_matches(&matches) {
            Ok(cli) => cli,
            Err(error) => return Ok(said(&error)),
        };
        let (_, verb) = matches.subcommand().expect("clap demands a verb");
        if let Some(output) = cli.verb.output() {
            output.typed = words.into_iter().skip(1).collect();
        }
        commands::run(&cli.verb, verb).map(|()| exit::SUCCESS)
    });
    done.unwrap_or_else(|error| exit::explain(&error))
}

/// What the parser has to say: help, or what is wrong.
fn said(error: &clap::Error) -> u8 {
    // Nothing can be said where standard output and error are closed.
    let _ = error.print();
    error.exit_code() as u8
}
