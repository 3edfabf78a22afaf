//! `backtest`: what would have been forecast of a call log, against what happened.

use anyhow::Result;
use outreach::Kind;
use outreach_io::{Backtested, CallLog};

use crate::args;
use crate::commands::Destination;
use crate::files;

pub(crate) fn run(args: &args::Backtest) -> Result<()> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.key() == args.kind).unwrap_or(Kind::Cold);
    let (name, file) = files::table(&args.log.log)?;
    let log = CallLog::read(name, file, args.log.layout())?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let answer = Backtested::of_log(log, kind, args.batch, args.warmup)?;
    destination.show(&answer, &args.output)
}
