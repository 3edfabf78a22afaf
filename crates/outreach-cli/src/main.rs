//! The command `outreach`: translates what was typed, calls the library, shows what it answers.

mod args;
mod call_log;
mod commands;
mod exit;
mod near_miss;
mod output;
mod part_file;
mod progress;
mod report;
mod resolve;
mod scenario;
mod scenario_file;
mod signals;
mod table;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::args::Cli;

fn main() -> ExitCode {
    signals::end_cleanly();
    let matches = Cli::command().get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let (_, verb) = matches.subcommand().expect("clap demands a verb");
    match commands::run(&cli.verb, verb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => exit::explain(&error),
    }
}
