//! `compare`: several strategies side by side.

use std::ops::ControlFlow;
use std::path::Path;

use anyhow::Result;
use clap::ArgMatches;
use clap::parser::ValueSource;
use outreach::{Campaign, Strategy};
use outreach_io::ask::CompareQuestion;
use outreach_io::{Asked, Error, Fault};

use crate::args;
use crate::commands::Destination;
use crate::progress::{self, Progress};
use crate::resolve::Resolved;
use crate::{commands, effects, resolve};

pub(crate) fn run(args: &args::Compare, typed: &ArgMatches) -> Result<()> {
    let compared = campaigns(args, typed)?;
    let questions: Vec<_> =
        compared.iter().map(|(resolved, asked, campaign)| (resolved, *asked, Some(campaign))).collect();
    effects::check(&questions, &args.output)?;
    let (run, threads) = resolve::run(&args.run)?;
    let question = CompareQuestion::of(compared.into_iter().map(|(_, _, campaign)| campaign)).hours(args.hours);
    let question = question.at_least(&args.at_least.at_least).precision(args.run.precision);
    let question = question.trials(run.trials).seed(run.seed);
    let comparison = question.comparison();
    comparison.check()?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    if !args.output.quiet && args.run.precision.is_none() {
        commands::on_threads(threads, || {
            progress::tell_days(run.trials, |trials| {
                commands::on_threads(1, || comparison.clone().trials(trials).run())
            });
        })?;
    }

    let progress = Progress::new(run.trials, args.output.quiet);
    let observed = |trials| {
        progress.show(trials);
        ControlFlow::Continue(())
    };
    let answer = commands::on_threads(threads, || question.run_observed(observed))??;
    drop(progress);

    destination.show(&answer, &args.output)
}

/// The campaign of each strategy; with several numbers of attempts per contact one for each of them, of the same contacts or of
/// as many calls.
fn campaigns(args: &args::Compare, typed: &ArgMatches) -> Result<Vec<(Resolved, Asked, Campaign)>> {
    let variants: Vec<_> = args.scenario.max_attempts.iter().flat_map(|text| text.split(',')).map(str::trim).collect();
    if variants.len() < 2 {
        return args.strategies.iter().map(|strategy| campaign(&args.scenario, strategy, typed)).collect();
    }
    // Unless strategies are named, the numbers alone are compared.
    let named = typed.value_source("strategies") == Some(ValueSource::CommandLine);
    let strategies = if named { args.strategies.as_slice() } else { &["cold".to_owned()] };
    let mut campaigns = Vec::new();
    for strategy in strategies {
        for most in &variants {
            let max_attempts = Some((*most).to_owned());
            let Some(calls) = args.scenario.calls.clone().filter(|_| args.scenario.contacts.is_none()) else {
                let scenario = args::Scenario { max_attempts, ..args.scenario.clone() };
                let (resolved, asked, campaign) = campaign(&scenario, strategy, typed)?;
                campaigns.push((resolved, asked, campaign.named(format!("{strategy}, up to {most}"))));
                continue;
            };
            // At equal calls: as many contacts as take them on average.
            let scenario = args::Scenario { contacts: Some(calls), calls: None, max_attempts, ..args.scenario.clone() };
            let (resolved, asked, campaign) = campaign(&scenario, strategy, typed)?;
            let campaign = campaign.of_as_many_attempts(campaign.calls())?;
            let name = format!("{strategy}, {} up to {most}", campaign.calls());
            campaigns.push((resolved, asked, campaign.named(name)));
        }
    }
    Ok(campaigns)
}

/// The campaign of a strategy by its name, of settings (`warm=15`), or of a scenario file; these bear their own name.
fn campaign(args: &args::Scenario, strategy: &str, typed: &ArgMatches) -> Result<(Resolved, Asked, Campaign)> {
    if Strategy::NAMES.contains(&strategy) {
        let resolved = resolve::scenario(args, None, None, None, typed)?;
        let campaign = resolved.scenario.campaign(Strategy::named(strategy)?)?;
        return Ok((resolved, Asked::Compare(false), campaign));
    }
    let file = Path::new(strategy);
    if strategy.contains('=') && !file.exists() {
        let set = args.set.iter().cloned().chain(settings(strategy)).collect();
        let resolved = resolve::scenario(&args::Scenario { set, ..args.clone() }, None, None, None, typed)?;
        let campaign = resolved.scenario.campaign_named(strategy.to_owned(), Strategy::mixed().supply())?;
        return Ok((resolved, Asked::Compare(true), campaign));
    }
    if !file.exists() && file.extension().is_none() {
        let accepted = Strategy::NAMES.into_iter().chain(["settings (warm=15)", "a scenario file"]);
        return Err(Error::WrongSettings(vec![Fault::unknown("strategy", strategy, accepted)]).into());
    }
    let resolved = resolve::with_file(args, None, None, Some(file), typed)?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let campaign = resolved.scenario.campaign_named(name, Strategy::mixed().supply())?;
    Ok((resolved, Asked::Compare(true), campaign))
}

/// The settings of a variant, apart: `warm=15 cold.meeting=beta(2, 18)`.
fn settings(variant: &str) -> Vec<String> {
    let mut settings: Vec<String> = Vec::new();
    for word in variant.split_whitespace() {
        match settings.last_mut() {
            // The rest of a value with a blank in it.
            Some(last) if !word.contains('=') => {
                last.push(' ');
                last.push_str(word);
            }
            _ => settings.push(word.to_owned()),
        }
    }
    settings
}

#[cfg(test)]
mod tests {
    use super::settings;

    #[test]
    fn a_variant_has_several_settings_and_values_with_blanks() {
        assert_eq!(settings("warm=15 cold.meeting=beta(2, 18)"), ["warm=15", "cold.meeting=beta(2, 18)"]);
        assert_eq!(settings("cold.meeting=5 %"), ["cold.meeting=5 %"]);
    }
}
