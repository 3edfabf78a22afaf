//! `sensitivity`: which rate moves the yield.

use anyhow::Result;
use clap::ArgMatches;
use outreach::{Sensitivity, Strategy};
use outreach_io::{Asked, Tornado};

use crate::args;
use crate::commands::Destination;
use crate::{commands, effects, resolve};

pub(crate) fn run(args: &args::Sensitivity, typed: &ArgMatches) -> Result<()> {
    let resolved = resolve::scenario(&args.scenario, Some(&args.strategy), Some(&args.stop), Some(&args.file), typed)?;
    let campaign = resolved.scenario.campaign_or(Strategy::mixed())?;
    effects::check(&[(&resolved, Asked::Sensitivity, Some(&campaign))], &args.output)?;
    let (sampling, threads) = resolve::sampling(&args.sampling, 100_000)?;
    let analysis = Sensitivity::of(&campaign).trials(sampling.trials).seed(sampling.seed);
    analysis.check()?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let found = commands::on_threads(threads, || analysis.run())??;
    let answer = Tornado::new(&campaign, found, sampling);
    destination.show(&answer, &args.output)
}
