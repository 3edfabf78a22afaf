//! The options of the verbs that read a call log.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use outreach::{Kind, Preset};
use outreach_io::ask::{BacktestQuestion, CalibrateQuestion};
use outreach_io::{LogLayout, Role};

use super::{Output, Plot, Table};

#[derive(Debug, Args)]
pub(crate) struct Calibrate {
    #[command(flatten)]
    pub(crate) log: LogFile,
    /// What is known before the log
    #[arg(long, value_name = "PRIOR", default_value = CalibrateQuestion::PRIORS[0],
          value_parser = PossibleValuesParser::new(CalibrateQuestion::PRIORS), help_heading = "The rates")]
    pub(crate) prior: String,
    /// How many trials of each rate that knowledge is worth
    ///
    /// Needed with --prior documented or published.
    #[arg(long, value_name = "TRIALS", allow_hyphen_values = true, help_heading = "The rates",
          required_if_eq_any([("prior", "documented"), ("prior", "published")]))]
    pub(crate) prior_weight: Option<f64>,
    /// Where rates come from that the log does not show
    #[arg(long, value_name = "NAME", default_value = Preset::default().key(),
          value_parser = PossibleValuesParser::new(Preset::ALL.map(Preset::key)), help_heading = "The rates")]
    pub(crate) preset: String,
    /// Also write your rates as a scenario
    ///
    /// For `outreach simulate FILE.toml`.
    #[arg(long, value_name = "FILE.toml", help_heading = "The output")]
    pub(crate) scenario_out: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) plot: Plot,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Debug, Args)]
pub(crate) struct Backtest {
    #[command(flatten)]
    pub(crate) log: LogFile,
    /// Which calls to forecast
    #[arg(long, value_name = "KIND", default_value = BacktestQuestion::default().kind.key(),
          value_parser = PossibleValuesParser::new(Kind::ALL.map(Kind::key)), help_heading = "The forecasts")]
    pub(crate) kind: String,
    /// Calls per forecast
    #[arg(long, value_name = "N", default_value = BacktestQuestion::default().batch.to_string(), value_parser = clap::value_parser!(u32).range(1..=100_000),
          help_heading = "The forecasts")]
    pub(crate) batch: u32,
    /// Calls before the first forecast, at least
    #[arg(long, value_name = "N", default_value = BacktestQuestion::default().warmup.to_string(), value_parser = clap::value_parser!(u64).range(1..),
          help_heading = "The forecasts")]
    pub(crate) warmup: u64,
    #[command(flatten)]
    pub(crate) plot: Plot,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// A call log, and how it is read.
#[derive(Debug, Args)]
#[command(next_help_heading = "The log")]
pub(crate) struct LogFile {
    /// A call log: CSV (as .gz too), .xlsx, .xls or .ods; `-` is standard input
    ///
    /// A header and one call per row.
    #[arg(value_name = "LOG.csv")]
    pub(crate) log: PathBuf,
    #[command(flatten)]
    pub(crate) columns: LogColumns,
    /// Order of day and month in dates like 5/6/2026
    ///
    /// Needed where no date of the column shows it.
    #[arg(long, value_name = "ORDER", value_enum)]
    pub(crate) date_format: Option<DateFormat>,
    /// Take the rows in their order, whatever their dates
    #[arg(long, conflicts_with = "date_column")]
    pub(crate) no_dates: bool,
    /// The newest row comes first
    ///
    /// Needed where no column has the time of the calls.
    #[arg(long)]
    pub(crate) newest_first: bool,
    /// What the kind column says of cold calls
    ///
    /// May be repeated [default: cold and words like it].
    #[arg(long, value_name = "TEXT")]
    pub(crate) cold_value: Vec<String>,
    /// What the kind column says of warm calls
    ///
    /// May be repeated [default: warm, referral, introduction and words like them].
    #[arg(long, value_name = "TEXT")]
    pub(crate) warm_value: Vec<String>,
    /// The outcome column's word for a meeting set
    ///
    /// May be repeated; adds to the known words.
    #[arg(long, value_name = "TEXT")]
    pub(crate) meeting_value: Vec<String>,
    /// Its word for a conversation without a meeting
    ///
    /// May be repeated.
    #[arg(long, value_name = "TEXT")]
    pub(crate) no_meeting_value: Vec<String>,
    /// Its word where nobody was reached
    ///
    /// May be repeated.
    #[arg(long, value_name = "TEXT")]
    pub(crate) not_reached_value: Vec<String>,
    /// Its word for a conversation to be continued
    ///
    /// May be repeated.
    #[arg(long, value_name = "TEXT")]
    pub(crate) open_value: Vec<String>,
    /// A call of at most this many seconds reached nobody
    ///
    /// Unless a meeting was set; needs --duration-column [default: 30].
    #[arg(long, value_name = "SECONDS", allow_hyphen_values = true, requires = "duration_column")]
    pub(crate) talk_time: Option<f64>,
    #[command(flatten)]
    pub(crate) table: Table,
}

/// Where a row says what; what is not named is looked for under its usual names.
#[derive(Debug, Args)]
#[command(next_help_heading = "The log")]
pub(crate) struct LogColumns {
    /// The column with the date of the call
    ///
    /// In any usual form.
    #[arg(long, value_name = "NAME")]
    pub(crate) date_column: Option<String>,
    /// The column that says cold or warm
    #[arg(long, value_name = "NAME")]
    pub(crate) kind_column: Option<String>,
    /// The column that says how the call ended
    #[arg(long, value_name = "NAME")]
    pub(crate) outcome_column: Option<String>,
    /// The column that says whether somebody answered
    #[arg(long, value_name = "NAME")]
    pub(crate) reached_column: Option<String>,
    /// The column with the talk time
    ///
    /// 95, 1:35, 1m 35s, PT1M35S. Used only where it is named.
    #[arg(long, value_name = "NAME")]
    pub(crate) duration_column: Option<String>,
    /// The column that says who was called
    #[arg(long, value_name = "NAME")]
    pub(crate) contact_column: Option<String>,
    /// The column that says who called
    #[arg(long, value_name = "NAME")]
    pub(crate) caller_column: Option<String>,
    /// The column that says who recommended the caller
    ///
    /// Without a kind column, calls with a connector are warm.
    #[arg(long, value_name = "NAME")]
    pub(crate) connector_column: Option<String>,
    /// The column with what the connector's name met
    ///
    /// none, unknown, recovered, unrecovered, disliked
    #[arg(long, value_name = "NAME")]
    pub(crate) incident_column: Option<String>,
    /// The column with the names that the meeting brought
    ///
    /// Their number.
    #[arg(long, value_name = "NAME")]
    pub(crate) names_column: Option<String>,
    /// The column that says whether the meeting was held
    #[arg(long, value_name = "NAME")]
    pub(crate) held_column: Option<String>,
    /// The column that tells outgoing from incoming calls
    ///
    /// Incoming ones are counted and not used.
    #[arg(long, value_name = "NAME")]
    pub(crate) direction_column: Option<String>,
    /// The column with the number of attempts at the contact
    ///
    /// Then a row is a contact after that many attempts, and no call.
    #[arg(long, value_name = "NAME")]
    pub(crate) attempts_column: Option<String>,
    /// The column with the time of the call
    ///
    /// Beside the one with its day.
    #[arg(long, value_name = "NAME")]
    pub(crate) time_column: Option<String>,
    /// The column with the id of the call
    ///
    /// A call that stands there twice is counted once.
    #[arg(long, value_name = "NAME")]
    pub(crate) call_id_column: Option<String>,
}

/// The order of the parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DateFormat {
    /// Day, month, year
    Dmy,
    /// Month, day, year
    Mdy,
}

impl LogFile {
    /// How the log was said to be laid out.
    pub(crate) fn layout(&self) -> LogLayout {
        let columns = &self.columns;
        let named = [
            (Role::Date, &columns.date_column),
            (Role::Kind, &columns.kind_column),
            (Role::Outcome, &columns.outcome_column),
            (Role::Reached, &columns.reached_column),
            (Role::Duration, &columns.duration_column),
            (Role::Contact, &columns.contact_column),
            (Role::Caller, &columns.caller_column),
            (Role::Connector, &columns.connector_column),
            (Role::Incident, &columns.incident_column),
            (Role::Names, &columns.names_column),
            (Role::Held, &columns.held_column),
            (Role::Direction, &columns.direction_column),
            (Role::Attempts, &columns.attempts_column),
            (Role::Time, &columns.time_column),
            (Role::CallId, &columns.call_id_column),
        ];
        let usual = LogLayout::default();
        let layout = LogLayout {
            delimiter: self.table.delimiter,
            date_format: self.date_format.map(DateFormat::order),
            cold_words: self.cold_value.clone(),
            warm_words: self.warm_value.clone(),
            meeting_words: self.meeting_value.clone(),
            no_meeting_words: self.no_meeting_value.clone(),
            not_reached_words: self.not_reached_value.clone(),
            open_words: self.open_value.clone(),
            talk_time: self.talk_time.unwrap_or(usual.talk_time),
            no_dates: self.no_dates,
            newest_first: self.newest_first,
            skip_lines: self.table.skip_lines,
            sheet: self.table.sheet.clone(),
            strict: self.table.strict,
            allow_rejected: self.table.allow_rejected,
            ..usual
        };
        let given = named.into_iter().filter_map(|(role, name)| Some((role, name.as_ref()?)));
        given.fold(layout, |layout, (role, name)| layout.with_column(role, name))
    }
}

impl DateFormat {
    fn order(self) -> outreach_io::DateFormat {
        match self {
            Self::Dmy => outreach_io::DateFormat::Dmy,
            Self::Mdy => outreach_io::DateFormat::Mdy,
        }
    }
}
