//! The command `outreach` as a function: translates what was typed, calls the library, shows what it answers.

mod apart;
mod args;
mod bug;
mod commands;
mod effects;
mod exit;
mod files;
mod help;
mod output;
mod progress;
#[cfg(test)]
mod reference;
mod reproduce;
mod resolve;
mod signals;
mod usage;

use std::ffi::OsString;

use clap::FromArgMatches;
use clap::error::ErrorKind;

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
    let mut saying = exit::Saying { json: asks_for_json(&words), language: args::language_of(&words) };
    let done = bug::caught(|| {
        let brief = words.iter().any(|word| word == "-h");
        let matches = match help::command(saying.language, brief).try_get_matches_from(&words) {
            Ok(matches) => matches,
            Err(error) => return Ok(said(&error, saying, &words)),
        };
        let mut cli = match Cli::from_arg_matches(&matches) {
            Ok(cli) => cli,
            Err(error) => return Ok(said(&error, saying, &words)),
        };
        let (_, verb) = matches.subcommand().expect("clap demands a verb");
        if let Some(output) = cli.verb.output() {
            saying = exit::Saying { language: output.lang(), json: output.format == args::Format::Json };
            output.typed = words.iter().skip(1).cloned().collect();
        }
        commands::run(&cli.verb, verb, saying.language).map(|()| exit::SUCCESS)
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
fn said(error: &clap::Error, saying: exit::Saying, words: &[OsString]) -> u8 {
    // Where too little was typed to be wrong, help is the answer.
    let is_help = !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if is_help {
        // Nothing can be said where standard output and error are closed.
        let _ = error.print();
    } else {
        let typed = usage::Typed(words);
        exit::say(&[typed.fault(error)], saying);
        if !saying.json {
            anstream::eprintln!("{}", typed.help(saying.language));
        }
    }
    error.exit_code() as u8
}
