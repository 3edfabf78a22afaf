//! `trace`: the calls of one simulated campaign.

use anyhow::Result;
use clap::ArgMatches;
use outreach::{Simulation, Strategy};
use outreach_io::Trace;

use crate::args;
use crate::commands::Destination;
use crate::resolve;

pub(crate) fn run(args: &args::Trace, typed: &ArgMatches) -> Result<()> {
    let scenario = resolve::scenario(&args.scenario, Some(&args.strategy), Some(&args.stop), Some(&args.file), typed)?;
    let campaign = scenario.campaign_or(Strategy::mixed())?;
    let seed = resolve::seed(&args.seed)?;
    let destination = Destination::open(&args.output)?;
    let answer = Trace::new(&campaign, seed, Simulation::new(&campaign).seed(seed).first_trial());
    destination.show(&answer, &args.output)
}
