//! `compare`: several strategies side by side.

use std::path::Path;

use anyhow::Result;
use clap::ArgMatches;
use clap::parser::ValueSource;
use outreach_io::Layers;
use outreach_io::ask::{CompareQuestion, variants};

use crate::args;
use crate::commands::Destination;
use crate::{effects, files, resolve};

pub(crate) fn run(args: &args::Compare, typed: &ArgMatches) -> Result<()> {
    let layers = resolve::shared(&args.scenario, typed)?;
    let most = most_attempts(args);
    let compared = campaigns(args, typed, &most, &layers)?;
    let questions: Vec<_> =
        compared.iter().map(|(resolved, asked, campaign)| (resolved, *asked, Some(campaign))).collect();
    effects::check(&questions, &args.output)?;
    let (sampling, threads) = resolve::run(&args.run)?;
    let most_calls: Vec<_> = compared.iter().map(|(resolved, ..)| resolved.scenario.most_calls()).collect();
    let question = CompareQuestion::of(compared.into_iter().map(|(_, _, campaign)| campaign)).hours(args.hours);
    let in_force = if most.is_empty() { variants::in_force(&layers) } else { None };
    let question =
        question.in_force(in_force).most_calls(most_calls).at_least(&args.at_least.at_least).sampling(sampling);
    let trials = sampling.most_trials();
    question.comparison().check()?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;

    // All trials are made again at equal hours.
    destination.progress.of_trials(args.run.precision.is_none().then_some(trials), 2);
    let answer = destination.progress.on_threads(threads, || question.run())??;
    destination.show(&answer, &args.output)
}

/// Several numbers of attempts per contact; one alone is a setting.
fn most_attempts(args: &args::Compare) -> Vec<String> {
    let most = args.scenario.max_attempts.iter().flat_map(|text| text.split(','));
    let most: Vec<_> = most.map(|number| number.trim().to_owned()).collect();
    if most.len() < 2 { Vec::new() } else { most }
}

/// The campaigns that were typed; with several numbers of attempts per contact one for each of them.
fn campaigns(
    args: &args::Compare,
    typed: &ArgMatches,
    most: &[String],
    layers: &Layers,
) -> Result<Vec<variants::Variant>> {
    // Unless strategies are named, the numbers alone are compared.
    let named = typed.value_source("strategies") == Some(ValueSource::CommandLine);
    let strategies = if named || most.is_empty() { args.strategies.as_slice() } else { &["cold".to_owned()] };
    let file = |word: &str| {
        let path = Path::new(word);
        variants::is_file(word, word == "-" || path.exists()).then(|| files::settings(path))
    };
    Ok(variants::campaigns(strategies, most, layers, &file)?)
}
