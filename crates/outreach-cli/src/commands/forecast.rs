//! `forecast`: the meetings that a list of contacts will bring.

use anyhow::Result;
use clap::ArgMatches;
use outreach_io::ask::ForecastQuestion;
use outreach_io::{Asked, OfList, check_of_kinds};

use crate::args;
use crate::commands::Destination;
use crate::{effects, files, resolve};

pub(crate) fn run(args: &args::Forecast, typed: &ArgMatches) -> Result<()> {
    let resolved = resolve::scenario(&args.scenario, None, None, None, typed)?;
    let (name, file) = files::table(&args.list)?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let (layout, at_least) = (args.columns.layout(), args.at_least.at_least.clone());
    let question = ForecastQuestion { scenario: resolved.scenario.clone(), layout, at_least, hours: args.hours };
    let answer = question.run(&name, file)?;
    let (of_kinds, calls_again) = (answer.of_kinds(), answer.calls_again());
    let asked = Asked::Forecast(OfList { of_kinds, calls_again, hours: args.hours.is_some() });
    effects::check(&[(&resolved, asked, None)], &args.output)?;
    let is_typed = |option: &&str| resolve::on_command_line(typed, &option[2..].replace('-', "_"));
    check_of_kinds(asked, &question.layout.of_kinds().into_iter().filter(is_typed).collect::<Vec<_>>())?;
    destination.show(&answer, &args.output)
}
