//! `compare`: several strategies side by side.

use std::ops::ControlFlow;

use anyhow::Result;
use clap::ArgMatches;
use outreach::{Comparison, Strategy};

use crate::args;
use crate::output::Output;
use crate::progress::Progress;
use crate::report::compare::Duels;
use crate::{commands, resolve};

pub(crate) fn run(args: &args::Compare, typed: &ArgMatches) -> Result<()> {
    let scenario = resolve::scenario(&args.scenario, None, None, typed)?;
    let campaigns = args
        .strategies
        .iter()
        .map(|name| scenario.campaign(Strategy::named(name)?))
        .collect::<outreach::Result<Vec<_>>>()?;
    let run = resolve::run(&args.run)?;
    let mut comparison = Comparison::of(&campaigns).trials(run.trials).seed(run.seed);
    if let Some(precision) = args.run.precision {
        comparison = comparison.precision(precision);
    }
    comparison.check()?;
    let output = Output::open(args.output.output.as_deref())?;

    let progress = Progress::new(run.trials, args.output.quiet);
    let observed = |trials| {
        progress.show(trials);
        ControlFlow::Continue(())
    };
    let compared = commands::on_threads(run.threads, || comparison.run_observed(observed))??;
    drop(progress);

    commands::answer(&Duels::new(compared, &args.at_least.at_least, args.run.precision), &args.output, output)
}
