//! `simulate`: one campaign's yield.

use std::ops::ControlFlow;

use anyhow::Result;
use clap::ArgMatches;
use outreach::{Simulation, Strategy};

use crate::args;
use crate::output::Output;
use crate::progress::Progress;
use crate::report::simulate::Yield;
use crate::report::so_far::Surprise;
use crate::{commands, resolve};

pub(crate) fn run(args: &args::Simulate, typed: &ArgMatches) -> Result<()> {
    let scenario = resolve::scenario(&args.scenario, Some(&args.strategy), Some(&args.stop), Some(&args.file), typed)?;
    let plan = scenario.campaign_or(Strategy::mixed())?;
    let run = resolve::run(&args.run)?;
    let so_far = resolve::so_far(&args.so_far)?;
    let campaign = so_far.map_or_else(|| Ok(plan.clone()), |so_far| plan.after(so_far))?;
    let mut simulation = Simulation::new(&campaign).trials(run.trials).seed(run.seed);
    if let Some(precision) = args.run.precision {
        simulation = simulation.precision(precision);
    }
    simulation.check()?;
    let output = Output::open(args.output.output.as_deref())?;

    let progress = Progress::new(run.trials, args.output.quiet);
    let observed = |so_far: &outreach::Run| {
        progress.show(so_far.trials());
        ControlFlow::Continue(())
    };
    let simulated = commands::on_threads(run.threads, || simulation.run_observed(observed))??;
    drop(progress);

    let surprise = so_far.map(|so_far| Surprise::new(&plan, so_far, run)).transpose()?;
    let answer = Yield::new(simulated, &args.at_least.at_least, args.run.precision)?.after(surprise);
    commands::answer(&answer, &args.output, output)
}
