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
use crate::exit::{no_scenario_file, wrong_usage};
use crate::files;

/// The scenario of a verb: preset, file, variables and flags together.
pub(crate) fn scenario(
    args: &args::Scenario,
    strategy: Option<&args::OneStrategy>,
    stop: Option<&args::Stop>,
    file: Option<&args::File>,
    typed: &ArgMatches,
) -> Result<Resolved> {
    let file = scenario_path(args, strategy.is_some(), file, typed)?;
    Ok(with_file(args, strategy, stop, file.as_deref(), typed)?.resolved()?)
}

/// What all campaigns of a comparison have in common.
pub(crate) fn shared(args: &args::Scenario, typed: &ArgMatches) -> Result<Layers> {
    with_file(args, None, None, scenario_path(args, false, None, typed)?.as_deref(), typed)
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
    let mut add = |option: &str, setting: Setting| {
        if on_command_line(typed, option) {
            layers.flags.push(setting);
        } else {
            layers.variables.push(setting.of_variable(&args::variable(option)));
        }
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

/// Whether an option was typed, and does not come from a variable.
pub(crate) fn on_command_line(typed: &ArgMatches, option: &str) -> bool {
    typed.value_source(option) == Some(ValueSource::CommandLine)
}

/// The file named on the command line, by position or by option, else the variable's.
fn scenario_path(
    args: &args::Scenario,
    takes_strategy: bool,
    file: Option<&args::File>,
    typed: &ArgMatches,
) -> Result<Option<PathBuf>> {
    let positional = file.and_then(|file| file.file.clone());
    if let Some(word) = positional.as_deref().filter(|path| !path.exists()).and_then(Path::to_str) {
        misplaced(word, args, takes_strategy, typed)?;
    }
    if positional.is_some() && on_command_line(typed, "scenario") {
        return Err(wrong_usage(
            "two scenario files were given: one by --scenario, one without",
            "deux fichiers de scénario sont donnés : l'un par --scenario, l'autre sans",
        ));
    }
    Ok(positional.or_else(|| args.scenario.clone()))
}

/// Words that stand where a scenario file does, and were meant otherwise.
fn misplaced(word: &str, args: &args::Scenario, takes_strategy: bool, typed: &ArgMatches) -> Result<()> {
    let named = outreach::Strategy::NAMES.into_iter().find(|name| *name == word);
    let strategy = named.or_else(|| outreach_io::strategy_in_french(word));
    if strategy.is_some() && !takes_strategy {
        return Err(wrong_usage(
            format!(
                "{word} is a strategy, not a scenario file; this answer is the same for every strategy: leave it out"
            ),
            format!(
                "{word} est une stratégie, non un fichier de scénario ; cette réponse est la même pour toutes : retirez-la"
            ),
        ));
    }
    if let Some(strategy) = strategy {
        return Err(no_scenario_file(word, ["a strategy", "une stratégie"], &format!("--strategy {strategy}")));
    }
    if outreach_io::number(word).is_none() {
        return Ok(());
    }
    if let Some(key) = args.set.iter().find(|text| !text.contains('=')) {
        return Err(wrong_usage(
            format!("--set {key} {word} has a space: say --set {key}={word}"),
            format!("--set {key} {word} a une espace : dites --set {key}={word}"),
        ));
    }
    let counts = typed.try_get_many::<u32>("at_least").ok().flatten();
    if counts.is_some_and(|mut counts| counts.next().is_some()) {
        return Err(wrong_usage(
            format!("--at-least takes one number: repeat it, --at-least {word}"),
            format!("--at-least prend un nombre : répétez-le, --at-least {word}"),
        ));
    }
    // Of people that are called again there is a number, too.
    let option = if args.max_attempts.is_some() { "--contacts" } else { "--calls" };
    if takes_strategy && args.calls.is_none() && args.contacts.is_none() {
        return Err(no_scenario_file(word, ["a number", "un nombre"], &format!("{option} {word}")));
    }
    Ok(())
}

/// `KEY=VALUE`, taken apart.
fn setting(text: &str) -> Result<Setting> {
    let Some((key, value)) = text.split_once('=') else {
        return Err(wrong_usage(
            format!("--set {text} is not KEY=VALUE, such as cold.meeting=0.2"),
            format!("--set {text} n'est pas CLÉ=VALEUR, comme cold.meeting=0.2"),
        ));
    };
    Ok(Setting::new(key.trim(), value.trim())?)
}

/// Trials and seed; and threads, 0 for one per core.
pub(crate) fn sampling(args: &args::Sampling) -> Result<(Sampling, usize)> {
    Ok((Sampling::of(args.trials, seed(&args.seed)?), args.threads.map_or(0, usize::from)))
}

/// The same for a run that may stop at a precision.
pub(crate) fn run(args: &args::Run) -> Result<(Sampling, usize)> {
    let (sampling, threads) = sampling(&args.sampling)?;
    Ok((sampling.until(args.precision), threads))
}

/// The seed given, or one drawn from the system; below 2^53, so that every reader of JSON keeps all its digits.
pub(crate) fn seed(args: &args::Seed) -> Result<u64> {
    match args.seed {
        SeedChoice::Given(seed) => Ok(seed),
        SeedChoice::Random => Ok(SysRng.try_next_u64()? >> 11),
    }
}
