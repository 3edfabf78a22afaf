//! From what was typed to what it means.
//!
//! A flag wins over an `OUTREACH_…` variable, that over the scenario file, that over the preset. The settings of all of
//! them are put in that order, weakest first, and then set one after the other.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::ArgMatches;
use clap::parser::ValueSource;
use outreach::{Kind, Preset, SoFar};
use rand::TryRng;
use rand::rngs::SysRng;

use crate::args::{self, SeedChoice};
use crate::exit::{WrongInput, wrong_input};
use crate::scenario::{self, Scenario};
use crate::scenario_file;

/// One key with the value somebody gave it.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    pub(crate) key: String,
    pub(crate) value: String,
    /// Where it stands in a file.
    pub(crate) place: Option<String>,
}

/// The scenario of a verb: preset, file, variables and flags together.
pub(crate) fn scenario(
    args: &args::Scenario,
    strategy: Option<&args::OneStrategy>,
    stop: Option<&args::Stop>,
    file: Option<&args::File>,
    typed: &ArgMatches,
) -> Result<Scenario> {
    let file = scenario_path(args, file, typed)?;
    with_file(args, strategy, stop, file.as_deref(), typed)
}

/// The scenario of these settings.
pub(crate) fn of_settings(settings: &[(String, String)]) -> Result<Scenario> {
    let setting = |(key, value): &(String, String)| Setting { key: key.clone(), value: value.clone(), place: None };
    if let Some((key, _)) = settings.iter().find(|(key, _)| !scenario::keys().any(|known| known == key)) {
        return Err(wrong_input(scenario::unknown_key(key)));
    }
    apply(&settings.iter().map(setting).collect::<Vec<_>>())
}

/// The same with this file.
pub(crate) fn with_file(
    args: &args::Scenario,
    strategy: Option<&args::OneStrategy>,
    stop: Option<&args::Stop>,
    file: Option<&Path>,
    typed: &ArgMatches,
) -> Result<Scenario> {
    let mut layers = Layers::new(typed);
    let from_file = file.map(scenario_file::read).transpose()?.unwrap_or_default();
    excluding(&from_file)?;
    for text in &args.set {
        layers.add("set", setting(text)?);
    }
    let options = [("preset", &args.preset), ("reading", &args.reading), ("calls", &args.calls)];
    let strategy = strategy.map(|one| [("strategy", &one.strategy), ("warm", &one.warm)]);
    let stop = stop.map(|stop| [("hours", &stop.hours), ("meetings", &stop.meetings)]);
    for (key, value) in options.into_iter().chain(strategy.into_iter().flatten()).chain(stop.into_iter().flatten()) {
        if let Some(value) = value {
            layers.add(key, Setting { key: key.to_owned(), value: value.clone(), place: None });
        }
    }
    excluding(&layers.variables)?;
    excluding(&layers.flags)?;
    apply(&[from_file, layers.variables, layers.flags].concat())
}

/// Settings from variables, then those from the command line.
struct Layers<'a> {
    typed: &'a ArgMatches,
    variables: Vec<Setting>,
    flags: Vec<Setting>,
}

impl<'a> Layers<'a> {
    fn new(typed: &'a ArgMatches) -> Self {
        Self { typed, variables: Vec::new(), flags: Vec::new() }
    }

    fn add(&mut self, option: &str, setting: Setting) {
        let layer = if on_command_line(self.typed, option) { &mut self.flags } else { &mut self.variables };
        layer.push(setting);
    }
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
    let (key, value) = (key.trim(), value.trim());
    if scenario::keys().any(|known| known == key) {
        Ok(Setting { key: key.to_owned(), value: value.to_owned(), place: None })
    } else {
        Err(wrong_input(scenario::unknown_key(key)))
    }
}

/// Keys that say the same thing in two ways: one of them, in one place.
const EXCLUDING: [(&str, &str, &str); 2] = [
    ("strategy", "warm", "both say how many calls are warm"),
    ("hours", "meetings", "both say when the campaign stops"),
];

fn excluding(settings: &[Setting]) -> Result<()> {
    let given = |key: &str| settings.iter().find(|setting| setting.key == key);
    for (one, other, why) in EXCLUDING {
        if let (Some(first), Some(second)) = (given(one), given(other)) {
            let place = second.place.as_ref().map(|place| format!("{place}: ")).unwrap_or_default();
            let (first, second) = (&first.value, &second.value);
            return Err(wrong_input(format!(
                "{place}{one} = {first} and {other} = {second} exclude each other: {why}"
            )));
        }
    }
    Ok(())
}

fn apply(settings: &[Setting]) -> Result<Scenario> {
    let located = |setting: &Setting, error: outreach::Error| match &setting.place {
        Some(place) => format!("{place}: {error}"),
        None => error.to_string(),
    };
    let mut errors = Vec::new();
    let mut preset = Preset::default();
    for setting in settings.iter().filter(|setting| setting.key == "preset") {
        match setting.value.parse() {
            Ok(named) => preset = named,
            Err(error) => errors.push(located(setting, error)),
        }
    }
    let mut scenario = Scenario::new(preset);
    for setting in settings {
        if let Err(error) = scenario.set(&setting.key, &setting.value) {
            errors.push(located(setting, error));
        }
    }
    if errors.is_empty() { Ok(scenario) } else { Err(WrongInput(errors).into()) }
}

/// `cold=37:2`, `warm=10:9`: each kind at most once.
pub(crate) fn so_far(parts: &[String]) -> Result<Option<SoFar>> {
    let mut made = [None; 2];
    for part in parts {
        let read = || {
            let (kind, counts) = part.trim().split_once('=')?;
            let (attempts, meetings) = counts.split_once(':')?;
            let kind = Kind::ALL.into_iter().position(|known| known.key() == kind)?;
            Some((kind, [attempts.parse::<u32>().ok()?, meetings.parse::<u32>().ok()?]))
        };
        let Some((kind, counts)) = read() else {
            let accepted = "cold=ATTEMPTS:MEETINGS or warm=ATTEMPTS:MEETINGS, as in cold=37:2";
            return Err(wrong_input(format!("so far = {part} is not {accepted}")));
        };
        if made[kind].replace(counts).is_some() {
            return Err(wrong_input(format!(
                "so far = {part} says a second time what {} calls brought",
                Kind::ALL[kind].key()
            )));
        }
    }
    if parts.is_empty() {
        return Ok(None);
    }
    let counts = made.map(|counts| counts.unwrap_or([0, 0]));
    Ok(Some(SoFar::new(counts.map(|[attempts, _]| attempts), counts.map(|[_, meetings]| meetings))?))
}

/// How trials are drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sampling {
    pub(crate) trials: u64,
    pub(crate) seed: u64,
    pub(crate) threads: usize,
}

/// Trials, so many unless they were given, seed and threads.
pub(crate) fn sampling(args: &args::Sampling, default: u64) -> Result<Sampling> {
    let trials = match &args.trials {
        Some(text) => text
            .parse()
            .map_err(|_| wrong_input(format!("trials = {text} is not a number of trials (1 to 1,000,000,000,000)")))?,
        None => default,
    };
    Ok(Sampling { trials, seed: seed(&args.seed)?, threads: args.threads.map_or(0, usize::from) })
}

/// The same for a run that may stop at a precision.
pub(crate) fn run(args: &args::Run) -> Result<Sampling> {
    sampling(&args.sampling, if args.precision.is_some() { 1_000_000_000 } else { 100_000 })
}

/// The seed given, or one drawn from the system; below 2^53, so that every reader of JSON keeps all its digits.
pub(crate) fn seed(args: &args::Seed) -> Result<u64> {
    match args.seed {
        SeedChoice::Given(seed) => Ok(seed),
        SeedChoice::Random => Ok(SysRng.try_next_u64()? >> 11),
    }
}
