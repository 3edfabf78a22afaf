//! `sensitivity`: which rate moves the yield.

use anyhow::Result;
use clap::ArgMatches;
use outreach_io::Asked;
use outreach_io::ask::SensitivityQuestion;

use crate::args;
use crate::commands::Destination;
use crate::{commands, effects, resolve};

pub(crate) fn run(args: &args::Sensitivity, typed: &ArgMatches) -> Result<()> {
    let resolved = resolve::scenario(&args.scenario, Some(&args.strategy), Some(&args.stop), Some(&args.file), typed)?;
    let (sampling, threads) = resolve::sampling(&args.sampling)?;
    let question = SensitivityQuestion { sampling, ..SensitivityQuestion::new(resolved.scenario.clone()) };
    let campaign = question.campaign()?;
    effects::check(&[(&resolved, Asked::Sensitivity, Some(&campaign))], &args.output)?;
    question.check()?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let answer = commands::on_threads(threads, || question.run())??;
    destination.show(&answer, &args.output)
}
