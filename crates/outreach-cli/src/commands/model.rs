//! `model`: the call tree with every probability.

use anyhow::Result;
use clap::ArgMatches;
use outreach_io::Asked;
use outreach_io::ask::ModelQuestion;

use crate::args;
use crate::commands::Destination;
use crate::{effects, resolve};

pub(crate) fn run(args: &args::Model, typed: &ArgMatches) -> Result<()> {
    let resolved = resolve::scenario(&args.scenario, None, None, Some(&args.file), typed)?;
    effects::check(&[(&resolved, Asked::Model, None)], &args.output)?;
    let answer = ModelQuestion::new(resolved.scenario).run()?;
    Destination::open(&args.output)?.show(&answer, &args.output)
}
