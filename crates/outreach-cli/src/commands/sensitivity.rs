//! `sensitivity`: which rate moves the yield.

use anyhow::Result;
use clap::ArgMatches;
use outreach::{Sensitivity, Strategy};

use crate::args;
use crate::output::Output;
use crate::report::sensitivity::Tornado;
use crate::{commands, resolve};

pub(crate) fn run(args: &args::Sensitivity, typed: &ArgMatches) -> Result<()> {
    let scenario = resolve::scenario(&args.scenario, Some(&args.strategy), Some(&args.stop), Some(&args.file), typed)?;
    let campaign = scenario.campaign_or(Strategy::mixed())?;
    let sampling = resolve::sampling(&args.sampling, 100_000)?;
    let analysis = Sensitivity::of(&campaign).trials(sampling.trials).seed(sampling.seed);
    analysis.check()?;
    let output = Output::open(args.output.output.as_deref())?;
    let picture = args.plot.plot.as_deref().map(|path| anyhow::Ok((path, Output::open(Some(path))?))).transpose()?;
    let found = commands::on_threads(sampling.threads, || analysis.run())??;
    let answer = Tornado::new(&campaign, found, sampling);
    if let Some((path, picture)) = picture {
        picture.write(&answer.picture().render(path)?)?;
    }
    commands::answer(&answer, &args.output, output)
}
