//! `plan`: the smallest effort that reaches a target.

use anyhow::Result;
use clap::ArgMatches;
use outreach_io::ask::PlanQuestion;
use outreach_io::{Answer, Asked, Language};

use crate::args;
use crate::commands::Destination;
use crate::exit::Unreachable;
use crate::{commands, effects, resolve};

pub(crate) fn run(args: &args::Plan, typed: &ArgMatches) -> Result<()> {
    let resolved = resolve::scenario(&args.scenario, Some(&args.strategy), None, Some(&args.file), typed)?;
    let (sampling, threads) = resolve::sampling(&args.sampling)?;
    let mut question = PlanQuestion {
        confidence: args.confidence,
        solve: args.solve.parse()?,
        max: args.max,
        pace: args.pace.given()?,
        sampling,
        ..PlanQuestion::new(resolved.scenario.clone(), args.meetings)
    };
    let campaign = question.campaign()?;
    effects::check(&[(&resolved, Asked::Plan(question.solve), Some(&campaign))], &args.output)?;
    question.check()?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    question.pictured = destination.is_pictured();
    let answer = commands::on_threads(threads, || question.run())??;
    destination.show(&answer, &args.output)?;
    match Language::ALL.map(|language| answer.unreachable(language)) {
        [Some(english), Some(french)] => Err(Unreachable([english, french]).into()),
        _ => Ok(()),
    }
}
