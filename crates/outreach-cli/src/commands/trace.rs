//! `trace`: the calls of one simulated campaign.

use anyhow::Result;
use clap::ArgMatches;
use outreach_io::Asked;
use outreach_io::ask::TraceQuestion;

use crate::args;
use crate::commands::Destination;
use crate::{effects, resolve};

pub(crate) fn run(args: &args::Trace, typed: &ArgMatches) -> Result<()> {
    let resolved = resolve::scenario(&args.scenario, Some(&args.strategy), Some(&args.stop), Some(&args.file), typed)?;
    let question = TraceQuestion { seed: resolve::seed(&args.seed)?, ..TraceQuestion::new(resolved.scenario.clone()) };
    let campaign = question.campaign()?;
    effects::check(&[(&resolved, Asked::Trace, Some(&campaign))], &args.output)?;
    let destination = Destination::open(&args.output)?;
    destination.show(&question.run()?, &args.output)
}
