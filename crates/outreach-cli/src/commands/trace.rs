//! `trace`: the calls of one simulated campaign.

use anyhow::Result;
use clap::ArgMatches;
use outreach::{Simulation, Strategy};
use outreach_io::{Asked, Trace};

use crate::args;
use crate::commands::Destination;
use crate::{effects, resolve};

pub(crate) fn run(args: &args::Trace, typed: &ArgMatches) -> Result<()> {
    let resolved = resolve::scenario(&args.scenario, Some(&args.strategy), Some(&args.stop), Some(&args.file), typed)?;
    let campaign = resolved.scenario.campaign_or(Strategy::mixed())?;
    effects::check(&[(&resolved, Asked::Trace, Some(&campaign))], &args.output)?;
    let seed = resolve::seed(&args.seed)?;
    let destination = Destination::open(&args.output)?;
    let answer = Trace::new(&campaign, seed, Simulation::new(&campaign).seed(seed).first_trial());
    destination.show(&answer, &args.output)
}
