//! The question of `backtest`.

use outreach::Kind;

use crate::error::Result;
use crate::{Backtested, CallLog};

/// What would have been forecast from a call log, and what happened.
///
/// ```
/// use outreach_io::ask::BacktestQuestion;
/// use outreach_io::{CallLog, LogLayout};
///
/// let calls = (0..400).map(|call| if call % 10 == 0 { "cold,meeting\n" } else { "cold,refused\n" });
/// let log = "kind,outcome\n".to_owned() + &calls.collect::<String>();
/// let log = CallLog::read("log.csv", std::io::Cursor::new(log), LogLayout::default())?;
/// let answer = BacktestQuestion::default().run(log)?.data();
/// assert_eq!((answer.forecasts, answer.scores.coverage80), (2, 1.0));
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BacktestQuestion {
    /// The calls that are forecast.
    pub kind: Kind,
    /// Each forecast covers this many calls.
    pub batch: u32,
    /// The first one comes after at least this many calls.
    pub warmup: u64,
}

impl Default for BacktestQuestion {
    fn default() -> Self {
        Self { kind: Kind::Cold, batch: 100, warmup: 200 }
    }
}

impl BacktestQuestion {
    /// The answer, once the log is read to its end.
    ///
    /// # Errors
    /// As [`Backtested::of_log`].
    pub fn run(&self, log: CallLog) -> Result<Backtested> {
        Backtested::of_log(log, self.kind, self.batch, self.warmup)
    }
}
