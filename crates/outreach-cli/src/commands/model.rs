//! `model`: the call tree with every odd.

use anyhow::Result;
use clap::ArgMatches;
use outreach_io::Model;

use crate::args;
use crate::commands::Destination;
use crate::resolve;

pub(crate) fn run(args: &args::Model, typed: &ArgMatches) -> Result<()> {
    let scenario = resolve::scenario(&args.scenario, None, None, Some(&args.file), typed)?;
    let answer = Model::new(scenario.rates())?;
    Destination::open(&args.output)?.show(&answer, &args.output)
}
