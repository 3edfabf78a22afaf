//! `plan`: the smallest effort that reaches a target.

use anyhow::Result;
use clap::ArgMatches;
use outreach::{Planning, Solve, Strategy, Target};
use outreach_io::{Asked, Planned};

use crate::args;
use crate::commands::Destination;
use crate::exit::Unreachable;
use crate::{commands, effects, resolve};

pub(crate) fn run(args: &args::Plan, typed: &ArgMatches) -> Result<()> {
    let mut resolved = resolve::scenario(&args.scenario, Some(&args.strategy), None, Some(&args.file), typed)?;
    resolved.scenario = resolved.scenario.without_target();
    let campaign = resolved.scenario.campaign_or(Strategy::cold())?;
    let (sampling, threads) = resolve::sampling(&args.sampling, 100_000)?;
    let target = Target::meetings(args.meetings).with_confidence(args.confidence);
    let solve: Solve = args.solve.parse()?;
    effects::check(&[(&resolved, Asked::Plan(solve), Some(&campaign))], &args.output)?;
    let max = args.max.min(resolved.scenario.most(solve));
    let planning = Planning::of(&campaign, target).solve(solve).most(max);
    let planning = planning.trials(sampling.trials).seed(sampling.seed);
    planning.check()?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let plan = commands::on_threads(threads, || planning.run())??;
    let mut answer = Planned::new(&campaign, target, solve, max, plan, sampling);
    if destination.is_pictured() {
        answer = commands::on_threads(threads, || answer.with_curve(&planning))??;
    }
    destination.show(&answer, &args.output)?;
    if plan.smallest().is_none() { Err(Unreachable(answer.unreachable()).into()) } else { Ok(()) }
}
