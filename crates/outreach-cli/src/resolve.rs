//! From what was typed to what it means.
//!
//! A flag wins over an `OUTREACH_…` variable, that over the scenario file, that over the preset. The settings of all of
//! them are put in that order, weakest first, and then set one after the other.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ArgMatches;
use clap::parser::ValueSource;
use outreach_io::{Layers, Resolved, Sampling, Setting};
use rand::TryRng;
use rand::rngs::SysRng;

use crate::args::{self, SeedChoice};
use crate::exit::wrong_input;
use crate::files;

/// The scenario of a verb: preset, file, variables and flags together.
pub(crate) fn scenario(
    args: &args::Scenario,
    strategy: Option<&args::OneStrategy>,
    stop: Option<&args::Stop>,
    file: Option<&args::File>,
    typed: &ArgMatches,
) -> Result<Resolved> {
    let file = scenario_path(args, file, typed)?;
    Ok(with_file(args, strategy, stop, file.as_deref(), typed)?.resolved()?)
}

/// What all campaigns of a comparison have in common.
pub(crate) fn shared(args: &args::Scenario, typed: &ArgMatches) -> Result<Layers> {
    with_file(args, None, None, scenario_path(args, None, typed)?.as_deref(), typed)
}

/// The same with this file.
fn with_file(
    args: &args::Scenario,
    strategy: Option<&args::OneStrategy>,
    stop: Option<&args::Stop>,
    file: Option<&Path>,
    typed: &ArgMatches,
) -> Result<Layers> {
    let mut layers = Layers { file: file.map(files::settings).transpose()?.unwrap_or_default(), ..Layers::default() };
    let mut add = |option: &str, setting| {
        let layer = if on_command_line(typed, option) { &mut layers.flags } else { &mut layers.variables };
        layer.push(setting);
    };
    for text in &args.set {
        add("set", setting(text)?);
    }
    let options = [
        ("preset", &args.preset),
        ("reading", &args.reading),
        ("calls", &args.calls),
        ("contacts", &args.contacts),
        ("max_attempts", &args.max_attempts),
    ];
    let strategy = strategy.map(|one| [("strategy", &one.strategy), ("warm", &one.warm)]);
    let stop = stop.map(|stop| [("hours", &stop.hours), ("meetings", &stop.meetings)]);
    for (key, value) in options.into_iter().chain(strategy.into_iter().flatten()).chain(stop.into_iter().flatten()) {
        if let Some(value) = value {
            add(key, Setting::new(key, value)?);
        }
    }
    Ok(layers)
}

fn on_command_line(typed: &ArgMatches, option: &str) -> bool {
    typed.value_source(option) == Some(ValueSource::CommandLine)
}

/// The file named on the command line, by position or by option, else the variable's.
fn scenario_path(args: &args::Scenario, file: Option<&args::File>, typed: &ArgMatches) -> Result<Option<PathBuf>> {
    let positional = file.and_then(|file| file.file.clone());
    if positional.is_some() && on_command_line(typed, "scenario") {
        return Err(wrong_input("two scenario files were given: one by --scenario, one without"));
    }
    Ok(positional.or_else(|| args.scenario.clone()))
}

/// `KEY=VALUE`, taken apart.
fn setting(text: &str) -> Result<Setting> {
    let Some((key, value)) = text.split_once('=') else {
        return Err(wrong_input(format!("--set {text} is not KEY=VALUE")));
    };
    Ok(Setting::new(key.trim(), value.trim())?)
}

/// Trials, so many unless they were given, and seed; and threads, 0 for one per core.
pub(crate) fn sampling(args: &args::Sampling, default: u64) -> Result<(Sampling, usize)> {
    let trials = match &args.trials {
        Some(text) => outreach_io::whole(text).ok_or_else(|| {
            wrong_input(format!("trials = {text} is not a number of trials (1 to 1,000,000,000,000)"))
        })?,
        None => default,
    };
    Ok((Sampling { trials, seed: seed(&args.seed)? }, args.threads.map_or(0, usize::from)))
}

/// The same for a run that may stop at a precision.
pub(crate) fn run(args: &args::Run) -> Result<(Sampling, usize)> {
    sampling(&args.sampling, if args.precision.is_some() { 1_000_000_000 } else { 100_000 })
}

/// The seed given, or one drawn from the system; below 2^53, so that every reader of JSON keeps all its digits.
pub(crate) fn seed(args: &args::Seed) -> Result<u64> {
    match args.seed {
        SeedChoice::Given(seed) => Ok(seed),
        SeedChoice::Random => Ok(SysRng.try_next_u64()? >> 11),
    }
}
