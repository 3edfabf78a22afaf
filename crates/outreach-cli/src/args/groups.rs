//! Groups of options that several verbs have.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;
use outreach::{Preset, Reading, Strategy};
use outreach_io::ContactLayout;

#[derive(Debug, Args)]
#[command(next_help_heading = "The table")]
pub(crate) struct ContactColumns {
    /// The column with each contact's chance
    ///
    /// 0.2 or 20 %: that a call brings a meeting held [default: `probability`, if there is one]
    #[arg(long, value_name = "NAME")]
    pub(crate) probability_column: Option<String>,
    /// The column that says cold or warm
    ///
    /// Used where there is no probability [default: `kind`, if there is one]
    #[arg(long, value_name = "NAME")]
    pub(crate) kind_column: Option<String>,
    /// What that column says of cold contacts
    ///
    /// [default: cold and words like it]
    #[arg(long, value_name = "TEXT")]
    pub(crate) cold_value: Option<String>,
    /// What that column says of warm contacts
    ///
    /// [default: warm, referral, introduction and words like them]
    #[arg(long, value_name = "TEXT")]
    pub(crate) warm_value: Option<String>,
    /// The column with the attempts already made in vain
    ///
    /// Whoever was called in vain is worth less. Up to --max-attempts more are made.
    #[arg(long, value_name = "NAME")]
    pub(crate) attempts_column: Option<String>,
    /// Also a forecast per value of this column
    #[arg(long, value_name = "NAME")]
    pub(crate) group_by: Option<String>,
    #[command(flatten)]
    pub(crate) table: Table,
}

impl ContactColumns {
    /// How the list was said to be laid out.
    pub(crate) fn layout(&self) -> ContactLayout {
        ContactLayout {
            probability_column: self.probability_column.clone(),
            kind_column: self.kind_column.clone(),
            attempts_column: self.attempts_column.clone(),
            group_by: self.group_by.clone(),
            cold_word: self.cold_value.clone(),
            warm_word: self.warm_value.clone(),
            delimiter: self.table.delimiter,
            skip_lines: self.table.skip_lines,
            sheet: self.table.sheet.clone(),
            strict: self.table.strict,
            allow_rejected: self.table.allow_rejected,
        }
    }
}

/// Where in a file its table stands, and which one is refused.
#[derive(Debug, Args)]
pub(crate) struct Table {
    /// Column separator [default: detected]
    ///
    /// One character, or `tab`.
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter)]
    pub(crate) delimiter: Option<u8>,
    /// Leave out this many lines above the header
    ///
    /// Titles are found without it.
    #[arg(long, value_name = "N", default_value = "0", hide_default_value = true)]
    pub(crate) skip_lines: u64,
    /// The sheet of a workbook (.xlsx, .xls, .ods)
    ///
    /// [default: the one that looks like such a table]
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// Refuse a table with rejected rows
    ///
    /// Exit code 4, and no answer.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Answer even if more than half of the rows are rejected
    ///
    /// Without it that is exit code 4, and no answer.
    #[arg(long, conflicts_with = "strict")]
    pub(crate) allow_rejected: bool,
}

fn delimiter(text: &str) -> Result<u8, String> {
    let accepted = "one character that is no letter, digit or quote, or `tab`";
    outreach_io::delimiter(text).ok_or_else(|| accepted.to_owned())
}

#[derive(Debug, Args)]
pub(crate) struct File {
    /// A scenario file, as with --scenario
    #[arg(value_name = "SCENARIO.toml")]
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "The campaign")]
pub(crate) struct Scenario {
    /// The rates to start from
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(Preset::ALL.map(Preset::key)))]
    pub(crate) preset: Option<String>,
    /// A scenario file; `-` is standard input
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) scenario: Option<PathBuf>,
    /// Set a rate or another key; may be repeated
    ///
    /// cold.meeting=0.2, warm.reach=30%, effort.introduction=20. A rate you are not sure of: cold.meeting="beta(2, 18)",
    /// "mean(0.1, 20)" or "range(2%, 25%)", which holds it with 90 %.
    #[arg(long, value_name = "KEY=VALUE", allow_hyphen_values = true)]
    pub(crate) set: Vec<String>,
    /// Whether the warm rate includes calls with an incident
    ///
    /// smooth: it is of calls without one; overall: of all warm calls.
    #[arg(long, value_name = "READING", value_parser = PossibleValuesParser::new(Reading::ALL.map(Reading::key)))]
    pub(crate) reading: Option<String>,
    /// Calls in a campaign [default: 100]
    ///
    /// Up to 1,000,000. With --hours or --meetings: the most calls that are made [default: 1000000].
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub(crate) calls: Option<String>,
    /// People to call, instead of a number of calls
    ///
    /// Up to 1,000,000. Each is called until a conversation, at most --max-attempts times.
    #[arg(long, value_name = "C", allow_hyphen_values = true)]
    pub(crate) contacts: Option<String>,
    /// Attempts per contact [default: 1]
    ///
    /// Up to 1,000. `compare` takes several, as in 1,2,4,6: with --contacts for the same people; with --calls for
    /// the number of people who take that many calls on average.
    #[arg(long, value_name = "R", allow_hyphen_values = true)]
    pub(crate) max_attempts: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The campaign")]
pub(crate) struct OneStrategy {
    /// How many calls are warm
    ///
    /// cold: none; mixed: half; referral-heavy: eight in ten; warm: all; snowball: as long as there are referrals [default:
    /// mixed; of plan: cold]
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(Strategy::NAMES))]
    pub(crate) strategy: Option<String>,
    /// Warm calls: a count (15) or a share (80%)
    ///
    /// 1 is one call; 1.0 and 100% are all of them.
    #[arg(long, value_name = "SHARE|COUNT", allow_hyphen_values = true)]
    pub(crate) warm: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The campaign")]
pub(crate) struct Stop {
    /// Stop when these hours are used up
    ///
    /// 6, 6h, 1.5 or 11:40
    #[arg(long, value_name = "H", allow_hyphen_values = true)]
    pub(crate) hours: Option<String>,
    /// Stop when this many meetings are held
    #[arg(long, value_name = "K", allow_hyphen_values = true)]
    pub(crate) meetings: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The run")]
pub(crate) struct Run {
    #[command(flatten)]
    pub(crate) sampling: Sampling,
    /// Stop once the standard error of the mean is this small
    ///
    /// --trials is then the most [default: 1000000000].
    #[arg(long, value_name = "X", allow_hyphen_values = true)]
    pub(crate) precision: Option<f64>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The run")]
pub(crate) struct Sampling {
    /// Simulated campaigns [default: 100000]
    #[arg(long, value_name = "N", value_parser = trials, allow_hyphen_values = true)]
    pub(crate) trials: Option<u64>,
    #[command(flatten)]
    pub(crate) seed: Seed,
    /// Threads [default: one per core]
    ///
    /// Up to 1024. They change the time and nothing else.
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The run")]
pub(crate) struct Seed {
    /// The same seed gives the same answer
    ///
    /// `random` draws one and prints it.
    #[arg(long, value_name = "N|random", allow_hyphen_values = true, default_value = outreach_io::Sampling::SEED.to_string(), value_parser = seed)]
    pub(crate) seed: SeedChoice,
}

/// A seed, or the wish for one.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SeedChoice {
    Given(u64),
    Random,
}

fn seed(text: &str) -> Result<SeedChoice, String> {
    match text {
        "random" => Ok(SeedChoice::Random),
        number => number
            .parse()
            .map(SeedChoice::Given)
            .map_err(|_| "a whole number (0 to 18446744073709551615), or `random`".to_owned()),
    }
}

fn trials(text: &str) -> Result<u64, String> {
    outreach_io::whole_or(text, "a number of trials (1 to 1,000,000,000,000)")
}

/// A whole number, as people write it.
pub(super) fn count(text: &str) -> Result<u32, String> {
    outreach_io::whole_or(text, "a whole number, such as 20 or 1,000")?
        .try_into()
        .map_err(|_| format!("a whole number up to {}", u32::MAX))
}

/// A number of hours, or a time.
pub(super) fn hours(text: &str) -> Result<f64, String> {
    outreach_io::hours(text).map_err(|error| match error {
        outreach::Error::Rejected { accepted, .. } if accepted == "a number of hours" => {
            format!("{accepted}, such as 6, 6h or 11:40")
        }
        outreach::Error::Rejected { accepted, .. } => accepted,
        other => other.to_string(),
    })
}
