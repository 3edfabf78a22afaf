//! `backtest`: what would have been forecast of a call log, against what happened.

use anyhow::Result;
use outreach::{Backtest, Calibration, Kind, OpenCases, Outcome, Prior};

use crate::args;
use crate::call_log::CallLog;
use crate::commands::Destination;
use crate::exit::wrong_input;
use crate::report::backtest::Backtested;
use crate::report::number::grouped;

pub(crate) fn run(args: &args::Backtest) -> Result<()> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.key() == args.kind).unwrap_or(Kind::Cold);
    let mut log = CallLog::open(&args.log)?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let mut backtest = Backtest::new(args.batch, args.warmup);
    let (mut calibration, mut cases) = (Calibration::new(Prior::Jeffreys)?, OpenCases::default());
    while let Some(entry) = log.next()? {
        let open = (entry.call.outcome == Outcome::Open).then_some(entry.call.kind);
        // An open conversation that goes on in another call brought no meeting itself.
        if cases.next(&entry.contact, open) == Some(kind) {
            backtest.push(false);
        }
        if entry.call.kind == kind && open.is_none() {
            calibration.learn(&entry.call);
            backtest.push(entry.call.outcome.set());
        }
    }
    let rows = log.finish()?;
    let (calls, log) = (backtest.trials(), args.log.log.display());
    let enough = args.warmup.next_multiple_of(args.batch.into()) + u64::from(args.batch);
    if calls < enough {
        let (calls, enough) = (grouped(calls), grouped(enough));
        let (batch, warmup) = (args.batch, args.warmup);
        return Err(wrong_input(format!(
            "{log}: {calls} {} calls are too few; the first forecast, of {batch} calls after at least {warmup}, takes {enough} \
             (--batch, --warmup)",
            kind.key()
        )));
    }
    if !calibration.tells_of_meetings() {
        return Err(wrong_input(format!(
            "{log} does not tell meetings from refusals (--outcome-column, --meeting-value); {}",
            rows.sentence()
        )));
    }
    let answer = Backtested { kind, batch: args.batch, warmup: args.warmup, backtest, rows };
    destination.show(&answer, &args.output)
}
