//! `forecast`: the meetings that a list of contacts will bring.

use anyhow::Result;
use clap::ArgMatches;
use outreach_io::Forecast;

use crate::args;
use crate::commands::Destination;
use crate::{files, resolve};

pub(crate) fn run(args: &args::Forecast, typed: &ArgMatches) -> Result<()> {
    let scenario = resolve::scenario(&args.scenario, None, None, None, typed)?;
    let (name, file) = files::open(&args.list)?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let (layout, at_least) = (args.columns.layout(), &args.at_least.at_least);
    let answer = Forecast::of_list(&name, file, &layout, &scenario, at_least, args.hours)?;
    destination.show(&answer, &args.output)
}
