//! `model`: the call tree with every odd.

use anyhow::Result;
use clap::ArgMatches;

use crate::args;
use crate::output::Output;
use crate::report::model::Model;
use crate::{commands, resolve};

pub(crate) fn run(args: &args::Model, typed: &ArgMatches) -> Result<()> {
    let scenario = resolve::scenario(&args.scenario, None, None, Some(&args.file), typed)?;
    let answer = Model::new(&scenario.rates)?;
    commands::answer(&answer, &args.output, Output::open(args.output.output.as_deref())?)
}
