//! Groups of options that several verbs have.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use outreach::{Preset, Reading, Strategy};
use outreach_io::{ContactLayout, Detail, Language};

#[derive(Debug, Args)]
#[command(next_help_heading = "The table")]
pub(crate) struct ContactColumns {
    /// The column with the probability that a call to the contact brings a meeting held: 0.2 or 20 % [default:
    /// `probability`, if there is one]
    #[arg(long, env = "OUTREACH_PROBABILITY_COLUMN", value_name = "NAME", hide_env = true)]
    pub(crate) probability_column: Option<String>,
    /// The column that tells cold contacts from warm ones, where there is no probability [default: `kind`, if there is
    /// one]
    #[arg(long, env = "OUTREACH_KIND_COLUMN", value_name = "NAME", hide_env = true)]
    pub(crate) kind_column: Option<String>,
    /// What that column says of cold contacts [default: cold and words like it]
    #[arg(long, env = "OUTREACH_COLD_VALUE", value_name = "TEXT", hide_env = true)]
    pub(crate) cold_value: Option<String>,
    /// What it says of warm ones [default: warm, referral, introduction and words like them]
    #[arg(long, env = "OUTREACH_WARM_VALUE", value_name = "TEXT", hide_env = true)]
    pub(crate) warm_value: Option<String>,
    /// The column with the attempts that have been made at a contact, none of which reached it: whoever was called in vain is
    /// worth less. Up to --max-attempts more are made
    #[arg(long, env = "OUTREACH_ATTEMPTS_COLUMN", value_name = "NAME", hide_env = true)]
    pub(crate) attempts_column: Option<String>,
    /// Also a forecast for each value of this column
    #[arg(long, env = "OUTREACH_GROUP_BY", value_name = "NAME", hide_env = true)]
    pub(crate) group_by: Option<String>,
    /// What stands between two columns [default: what the header has most of: , ; | or tabulators]
    #[arg(long, env = "OUTREACH_DELIMITER", value_name = "CHARACTER", value_parser = delimiter, hide_env = true)]
    pub(crate) delimiter: Option<u8>,
    #[command(flatten)]
    pub(crate) place: Place,
    /// Rejected rows are an error: exit code 4, and no answer
    #[arg(long, env = "OUTREACH_STRICT", hide_env = true)]
    pub(crate) strict: bool,
    /// Answers though more than half of the rows are rejected; without it that is exit code 4, and no answer
    #[arg(long, env = "OUTREACH_ALLOW_REJECTED", conflicts_with = "strict", hide_env = true)]
    pub(crate) allow_rejected: bool,
}

impl ContactColumns {
    /// What was told of the list.
    pub(crate) fn layout(&self) -> ContactLayout {
        ContactLayout {
            probability_column: self.probability_column.clone(),
            kind_column: self.kind_column.clone(),
            attempts_column: self.attempts_column.clone(),
            group_by: self.group_by.clone(),
            cold_word: self.cold_value.clone(),
            warm_word: self.warm_value.clone(),
            delimiter: self.delimiter,
            skip_lines: self.place.skip_lines,
            sheet: self.place.sheet.clone(),
            strict: self.strict,
            allow_rejected: self.allow_rejected,
        }
    }
}

/// Where in a file its table stands.
#[derive(Debug, Args)]
pub(crate) struct Place {
    /// Leaves out this many lines above the header; titles are found without it
    #[arg(
        long,
        env = "OUTREACH_SKIP_LINES",
        value_name = "N",
        default_value = "0",
        hide_default_value = true,
        hide_env = true
    )]
    pub(crate) skip_lines: u64,
    /// The sheet of a workbook (.xlsx, .xls, .ods) [default: the one that looks like such a table]
    #[arg(long, env = "OUTREACH_SHEET", value_name = "NAME", hide_env = true)]
    pub(crate) sheet: Option<String>,
}

pub(super) fn delimiter(text: &str) -> Result<u8, String> {
    let accepted = "one character that is no letter, digit or quote is accepted, or `tab`";
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
    #[arg(long, env = "OUTREACH_PRESET", value_name = "NAME",
          value_parser = PossibleValuesParser::new(Preset::ALL.map(Preset::key)), hide_env = true)]
    pub(crate) preset: Option<String>,
    /// A scenario file
    #[arg(long, env = "OUTREACH_SCENARIO", value_name = "FILE.toml", hide_env = true)]
    pub(crate) scenario: Option<PathBuf>,
    /// Sets a rate or any other key of a scenario: cold.meeting=0.2, warm.reach=30%, effort.introduction=20; a rate that is
    /// not known for sure as cold.meeting="beta(2, 18)", "mean(0.1, 20)" or "range(2%, 25%)" (90 % sure)
    #[arg(long, env = "OUTREACH_SET", value_name = "KEY=VALUE", allow_hyphen_values = true, hide_env = true)]
    pub(crate) set: Vec<String>,
    /// Whether the nine in ten is of conversations without an incident, or of all
    #[arg(long, env = "OUTREACH_READING", value_name = "READING",
          value_parser = PossibleValuesParser::new(Reading::ALL.map(Reading::key)), hide_env = true)]
    pub(crate) reading: Option<String>,
    /// Attempts in a campaign, up to 1,000,000 [default: 100]; the most of them where something else stops it [default:
    /// 1000000]
    #[arg(long, env = "OUTREACH_CALLS", value_name = "N", allow_hyphen_values = true, hide_env = true)]
    pub(crate) calls: Option<String>,
    /// People instead of calls, up to 1,000,000: each is called until a conversation, at most --max-attempts times
    #[arg(long, env = "OUTREACH_CONTACTS", value_name = "C", allow_hyphen_values = true, hide_env = true)]
    pub(crate) contacts: Option<String>,
    /// Attempts at each contact, up to 1,000 [default: 1]; of compare also several, as in 1,2,4,6: with --contacts at the same
    /// people, with --calls at as many as take that many calls on average
    #[arg(long, env = "OUTREACH_MAX_ATTEMPTS", value_name = "R", allow_hyphen_values = true, hide_env = true)]
    pub(crate) max_attempts: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The campaign")]
pub(crate) struct OneStrategy {
    /// How many of the calls are warm: none, half, eight in ten, all, or as long as there are referrals [default: mixed;
    /// of plan: cold]
    #[arg(long, env = "OUTREACH_STRATEGY", value_name = "NAME",
          value_parser = PossibleValuesParser::new(Strategy::NAMES), hide_env = true)]
    pub(crate) strategy: Option<String>,
    /// The warm calls, as a share (0.8, 1.0, 80%) or a count (80)
    #[arg(long, env = "OUTREACH_WARM", value_name = "SHARE|COUNT", allow_hyphen_values = true, hide_env = true)]
    pub(crate) warm: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The campaign")]
pub(crate) struct Stop {
    /// Stops when these hours are used up
    #[arg(long, env = "OUTREACH_HOURS", value_name = "H", allow_hyphen_values = true, hide_env = true)]
    pub(crate) hours: Option<String>,
    /// Stops when this many meetings are held
    #[arg(long, env = "OUTREACH_MEETINGS", value_name = "K", allow_hyphen_values = true, hide_env = true)]
    pub(crate) meetings: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The run")]
pub(crate) struct Run {
    #[command(flatten)]
    pub(crate) sampling: Sampling,
    /// Stops when the standard error of the mean is at most this; --trials is then the most [default: 1000000000]
    #[arg(long, env = "OUTREACH_PRECISION", value_name = "X", allow_hyphen_values = true, hide_env = true)]
    pub(crate) precision: Option<f64>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The run")]
pub(crate) struct Sampling {
    /// Simulated campaigns [default: 100000]
    #[arg(long, env = "OUTREACH_TRIALS", value_name = "N", allow_hyphen_values = true, hide_env = true)]
    pub(crate) trials: Option<String>,
    #[command(flatten)]
    pub(crate) seed: Seed,
    /// Threads, up to 1024 [default: one per core]: they change the time and nothing else
    #[arg(long, env = "OUTREACH_THREADS", value_name = "J", hide_env = true,
          value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The run")]
pub(crate) struct Seed {
    /// The same seed gives the same answer; `random` draws one and prints it
    #[arg(long, env = "OUTREACH_SEED", value_name = "N|random", default_value = "42", value_parser = seed,
          hide_env = true)]
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
            .map_err(|_| "a whole number from 0 to 18446744073709551615, or `random`, is accepted".to_owned()),
    }
}

/// A whole number, as people write it.
pub(super) fn count(text: &str) -> Result<u32, String> {
    let number = outreach_io::whole(text).ok_or("a whole number is accepted, such as 20 or 1,000")?;
    number.try_into().map_err(|_| format!("a whole number up to {} is accepted", u32::MAX))
}

/// A number of hours, or a time.
pub(super) fn hours(text: &str) -> Result<f64, String> {
    outreach_io::hours(text).map_err(|error| match error {
        outreach::Error::Rejected { accepted, .. } => format!("{accepted} is accepted, such as 6, 6h or 11:40"),
        other => other.to_string(),
    })
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The output")]
pub(crate) struct AtLeast {
    /// Also prints the chance of at least K meetings; may be repeated
    #[arg(long, env = "OUTREACH_AT_LEAST", value_name = "K", value_parser = count, hide_env = true)]
    pub(crate) at_least: Vec<u32>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The output")]
pub(crate) struct Plot {
    /// Also draws a picture, as SVG or PNG
    #[arg(long, env = "OUTREACH_PLOT", value_name = "FILE.svg|.png", value_parser = picture, hide_env = true)]
    pub(crate) plot: Option<PathBuf>,
}

fn page(text: &str) -> Result<PathBuf, String> {
    with_ending(text, &["html", "htm"], "a file that ends in .html is accepted")
}

fn picture(text: &str) -> Result<PathBuf, String> {
    with_ending(text, &["svg", "png"], "a file that ends in .svg or .png is accepted")
}

pub(super) fn trials_file(text: &str) -> Result<PathBuf, String> {
    with_ending(text, &["csv", "parquet"], "a file that ends in .csv or .parquet is accepted")
}

fn with_ending(text: &str, endings: &[&str], accepted: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let known = path.extension().is_some_and(|extension| endings.iter().any(|ending| extension == *ending));
    if known { Ok(path) } else { Err(accepted.to_owned()) }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The output")]
pub(crate) struct Output {
    /// How the result is written
    #[arg(long, env = "OUTREACH_FORMAT", value_name = "FORMAT", value_enum, default_value = "text", hide_env = true)]
    pub(crate) format: Format,
    /// Also writes a page with the answer, its picture and tables, and the command that makes it again
    #[arg(long, env = "OUTREACH_REPORT", value_name = "FILE.html", value_parser = page, hide_env = true)]
    pub(crate) report: Option<PathBuf>,
    /// The language of texts, pictures and reports; JSON and CSV have none [default: that of the locale (LANG), or English]
    #[arg(long, env = "OUTREACH_LANG", value_name = "LANGUAGE", hide_env = true,
          value_parser = PossibleValuesParser::new(Language::ALL.map(Language::key)).map(language))]
    lang: Option<Language>,
    /// Writes the result to this file, which is replaced as a whole
    #[arg(short, long, env = "OUTREACH_OUTPUT", value_name = "FILE", hide_env = true)]
    pub(crate) output: Option<PathBuf>,
    /// What was typed behind the name of the command.
    #[arg(skip)]
    pub(crate) typed: Vec<OsString>,
    /// Prints the answer in one sentence; no progress, no notes
    #[arg(short, long, env = "OUTREACH_QUIET", hide_env = true)]
    pub(crate) quiet: bool,
    /// Prints everything behind the answer: exact beside simulated, standard errors, counts, assumptions, seed and trials
    #[arg(long, env = "OUTREACH_VERBOSE", hide_env = true)]
    pub(crate) verbose: bool,
}

impl Output {
    /// The language that was asked for, or else that of the locale.
    pub(crate) fn lang(&self) -> Language {
        self.lang.unwrap_or_else(|| of_locale(|name| std::env::var(name).ok()))
    }

    /// How much of the answer its text has.
    pub(crate) fn detail(&self) -> Detail {
        match (self.verbose, self.quiet) {
            (true, _) => Detail::Whole,
            (false, true) => Detail::Sentence,
            (false, false) => Detail::Short,
        }
    }
}

/// The language of `fr_FR.UTF-8` and the like: of the first of the variables that is set, as POSIX has it.
fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Language {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).unwrap_or_default();
    let tag: String = locale.chars().take_while(char::is_ascii_alphabetic).collect();
    tag.parse().unwrap_or_default()
}

/// One of the tags that the parser has let through.
#[expect(clippy::needless_pass_by_value, reason = "the parser gives it away")]
fn language(tag: String) -> Language {
    tag.parse().unwrap_or_default()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
    /// For documents
    Markdown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_chooses_the_language() {
        let of = |set: &[(&str, &str)]| {
            of_locale(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8")]), Language::French);
        assert_eq!(of(&[("LANG", "de_DE.UTF-8"), ("LC_MESSAGES", "fr_CA"), ("LC_ALL", "")]), Language::French);
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8"), ("LC_ALL", "C")]), Language::English);
        assert_eq!(of(&[]), Language::English);
    }
}
