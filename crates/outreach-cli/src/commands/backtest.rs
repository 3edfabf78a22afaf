//! `backtest`: what would have been forecast from a call log, and what happened.

use anyhow::Result;
use outreach::Kind;
use outreach_io::CallLog;
use outreach_io::ask::BacktestQuestion;

use crate::args;
use crate::commands::Destination;
use crate::files;

pub(crate) fn run(args: &args::Backtest) -> Result<()> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.key() == args.kind).unwrap_or(Kind::Cold);
    let (name, file) = files::table(&args.log.log)?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let log = CallLog::read(name, file, args.log.layout())?;
    let answer = BacktestQuestion { kind, batch: args.batch, warmup: args.warmup }.run(log)?;
    destination.show(&answer, &args.output)
}
