//! `model`: the call tree with every odd.

use anyhow::Result;
use clap::ArgMatches;
use outreach_io::{Asked, Model};

use crate::args;
use crate::commands::Destination;
use crate::{effects, resolve};

pub(crate) fn run(args: &args::Model, typed: &ArgMatches) -> Result<()> {
    let resolved = resolve::scenario(&args.scenario, None, None, Some(&args.file), typed)?;
    effects::check(&[(&resolved, Asked::Model, None)], &args.output)?;
    let answer = Model::new(resolved.scenario.rates())?;
    Destination::open(&args.output)?.show(&answer, &args.output)
}
