//! The command `outreach` as a function: translates what was typed, calls the library, shows what it answers.

mod again;
mod apart;
mod args;
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
    let typed = Cli::command().try_get_matches_from(&words);
    let read = typed.and_then(|matches| Ok((Cli::from_arg_matches(&matches)?, matches)));
    let (mut cli, matches) = match read {
        Ok(read) => read,
        Err(error) => {
            // Nothing can be said where standard output and error are closed.
            let _ = error.print();
            return error.exit_code() as u8;
        }
    };
    let (_, verb) = matches.subcommand().expect("clap demands a verb");
    if let Some(output) = cli.verb.output() {
        output.typed = words.into_iter().skip(1).collect();
    }
    match commands::run(&cli.verb, verb) {
        Ok(()) => exit::SUCCESS,
        Err(error) => exit::explain(&error),
    }
}
