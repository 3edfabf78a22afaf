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
    /// The column with each contact's chance
    ///
    /// 0.2 or 20 %: that a call brings a meeting held [default: `probability`, if there is one]
    #[arg(long, env = "OUTREACH_PROBABILITY_COLUMN", value_name = "NAME", hide_env = true)]
    pub(crate) probability_column: Option<String>,
    /// The column that says cold or warm
    ///
    /// Used where there is no probability [default: `kind`, if there is one]
    #[arg(long, env = "OUTREACH_KIND_COLUMN", value_name = "NAME", hide_env = true)]
    pub(crate) kind_column: Option<String>,
    /// What that column says of cold contacts
    ///
    /// [default: cold and words like it]
    #[arg(long, env = "OUTREACH_COLD_VALUE", value_name = "TEXT", hide_env = true)]
    pub(crate) cold_value: Option<String>,
    /// What that column says of warm contacts
    ///
    /// [default: warm, referral, introduction and words like them]
    #[arg(long, env = "OUTREACH_WARM_VALUE", value_name = "TEXT", hide_env = true)]
    pub(crate) warm_value: Option<String>,
    /// The column with the attempts already made in vain
    ///
    /// Whoever was called in vain is worth less. Up to --max-attempts more are made.
    #[arg(long, env = "OUTREACH_ATTEMPTS_COLUMN", value_name = "NAME", hide_env = true)]
    pub(crate) attempts_column: Option<String>,
    /// Also a forecast per value of this column
    #[arg(long, env = "OUTREACH_GROUP_BY", value_name = "NAME", hide_env = true)]
    pub(crate) group_by: Option<String>,
    /// Column separator [default: detected]
    ///
    /// One character, or `tab`.
    #[arg(long, env = "OUTREACH_DELIMITER", value_name = "CHARACTER", value_parser = delimiter, hide_env = true)]
    pub(crate) delimiter: Option<u8>,
    #[command(flatten)]
    pub(crate) place: Place,
    /// Refuse a list with rejected rows
    ///
    /// Exit code 4, and no answer.
    #[arg(long, env = "OUTREACH_STRICT", hide_env = true)]
    pub(crate) strict: bool,
    /// Answer even if more than half of the rows are rejected
    ///
    /// Without it that is exit code 4, and no answer.
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
    /// Leave out this many lines above the header
    ///
    /// Titles are found without it.
    #[arg(
        long,
        env = "OUTREACH_SKIP_LINES",
        value_name = "N",
        default_value = "0",
        hide_default_value = true,
        hide_env = true
    )]
    pub(crate) skip_lines: u64,
    /// The sheet of a workbook (.xlsx, .xls, .ods)
    ///
    /// [default: the one that looks like such a table]
    #[arg(long, env = "OUTREACH_SHEET", value_name = "NAME", hide_env = true)]
    pub(crate) sheet: Option<String>,
}

pub(super) fn delimiter(text: &str) -> Result<u8, String> {
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
    #[arg(long, env = "OUTREACH_PRESET", value_name = "NAME",
          value_parser = PossibleValuesParser::new(Preset::ALL.map(Preset::key)), hide_env = true)]
    pub(crate) preset: Option<String>,
    /// A scenario file
    #[arg(long, env = "OUTREACH_SCENARIO", value_name = "FILE.toml", hide_env = true)]
    pub(crate) scenario: Option<PathBuf>,
    /// Set a rate or another key; may be repeated
    ///
    /// cold.meeting=0.2, warm.reach=30%, effort.introduction=20. A rate you are not sure of: cold.meeting="beta(2, 18)",
    /// "mean(0.1, 20)" or "range(2%, 25%)", which holds it with 90 %.
    #[arg(long, env = "OUTREACH_SET", value_name = "KEY=VALUE", allow_hyphen_values = true, hide_env = true)]
    pub(crate) set: Vec<String>,
    /// Whether the warm rate includes calls with an incident
    ///
    /// smooth: it is of calls without one; overall: of all warm calls.
    #[arg(long, env = "OUTREACH_READING", value_name = "READING",
          value_parser = PossibleValuesParser::new(Reading::ALL.map(Reading::key)), hide_env = true)]
    pub(crate) reading: Option<String>,
    /// Calls in a campaign [default: 100]
    ///
    /// Up to 1,000,000. With --hours or --meetings: the most calls that are made [default: 1000000].
    #[arg(long, env = "OUTREACH_CALLS", value_name = "N", allow_hyphen_values = true, hide_env = true)]
    pub(crate) calls: Option<String>,
    /// People to call, instead of a number of calls
    ///
    /// Up to 1,000,000. Each is called until a conversation, at most --max-attempts times.
    #[arg(long, env = "OUTREACH_CONTACTS", value_name = "C", allow_hyphen_values = true, hide_env = true)]
    pub(crate) contacts: Option<String>,
    /// Attempts per contact [default: 1]
    ///
    /// Up to 1,000. `compare` takes several, as in 1,2,4,6: of the same people with --contacts; with --calls, of as many
    /// people as take that many calls on average.
    #[arg(long, env = "OUTREACH_MAX_ATTEMPTS", value_name = "R", allow_hyphen_values = true, hide_env = true)]
    pub(crate) max_attempts: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The campaign")]
pub(crate) struct OneStrategy {
    /// How many calls are warm
    ///
    /// cold: none; mixed: half; referral-heavy: eight in ten; warm: all; snowball: as long as there are referrals [default:
    /// mixed; of plan: cold]
    #[arg(long, env = "OUTREACH_STRATEGY", value_name = "NAME",
          value_parser = PossibleValuesParser::new(Strategy::NAMES), hide_env = true)]
    pub(crate) strategy: Option<String>,
    /// Warm calls: a count (15) or a share (80%)
    ///
    /// 1 is one call; 1.0 and 100% are all of them.
    #[arg(long, env = "OUTREACH_WARM", value_name = "SHARE|COUNT", allow_hyphen_values = true, hide_env = true)]
    pub(crate) warm: Option<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The campaign")]
pub(crate) struct Stop {
    /// Stop when these hours are used up
    ///
    /// 6, 6h, 1.5 or 11:40
    #[arg(long, env = "OUTREACH_HOURS", value_name = "H", allow_hyphen_values = true, hide_env = true)]
    pub(crate) hours: Option<String>,
    /// Stop when this many meetings are held
    #[arg(long, env = "OUTREACH_MEETINGS", value_name = "K", allow_hyphen_values = true, hide_env = true)]
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
    #[arg(long, env = "OUTREACH_PRECISION", value_name = "X", allow_hyphen_values = true, hide_env = true)]
    pub(crate) precision: Option<f64>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The run")]
pub(crate) struct Sampling {
    /// Simulated campaigns [default: 100000]
    #[arg(long, env = "OUTREACH_TRIALS", value_name = "N", value_parser = trials, allow_hyphen_values = true,
          hide_env = true)]
    pub(crate) trials: Option<u64>,
    #[command(flatten)]
    pub(crate) seed: Seed,
    /// Threads [default: one per core]
    ///
    /// Up to 1024. They change the time and nothing else.
    #[arg(long, env = "OUTREACH_THREADS", value_name = "J", hide_env = true,
          value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The run")]
pub(crate) struct Seed {
    /// The same seed gives the same answer
    ///
    /// `random` draws one and prints it.
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
            .map_err(|_| "a whole number (0 to 18446744073709551615), or `random`".to_owned()),
    }
}

fn trials(text: &str) -> Result<u64, String> {
    outreach_io::whole(text).ok_or_else(|| "a number of trials (1 to 1,000,000,000,000)".to_owned())
}

/// A whole number, as people write it.
pub(super) fn count(text: &str) -> Result<u32, String> {
    let number = outreach_io::whole(text).ok_or("a whole number, such as 20 or 1,000")?;
    number.try_into().map_err(|_| format!("a whole number up to {}", u32::MAX))
}

/// A number of hours, or a time.
pub(super) fn hours(text: &str) -> Result<f64, String> {
    outreach_io::hours(text).map_err(|error| match error {
        outreach::Error::Rejected { accepted, .. } => format!("{accepted}, such as 6, 6h or 11:40"),
        other => other.to_string(),
    })
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The output")]
pub(crate) struct AtLeast {
    /// Also print the chance of at least K meetings
    ///
    /// May be repeated.
    #[arg(long, env = "OUTREACH_AT_LEAST", value_name = "K", value_parser = count, hide_env = true)]
    pub(crate) at_least: Vec<u32>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The output")]
pub(crate) struct Plot {
    /// Also draw a picture
    #[arg(long, env = "OUTREACH_PLOT", value_name = "FILE.svg|.png", value_parser = picture, hide_env = true)]
    pub(crate) plot: Option<PathBuf>,
}

fn page(text: &str) -> Result<PathBuf, String> {
    with_ending(text, &["html", "htm"], "a file that ends in .html")
}

fn picture(text: &str) -> Result<PathBuf, String> {
    with_ending(text, &["svg", "png"], "a file that ends in .svg or .png")
}

pub(super) fn trials_file(text: &str) -> Result<PathBuf, String> {
    with_ending(text, &["csv", "parquet"], "a file that ends in .csv or .parquet")
}

fn with_ending(text: &str, endings: &[&str], accepted: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let known = path.extension().is_some_and(|extension| endings.iter().any(|ending| extension == *ending));
    if known { Ok(path) } else { Err(accepted.to_owned()) }
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The output")]
pub(crate) struct Output {
    /// How the answer is written
    #[arg(long, env = "OUTREACH_FORMAT", value_name = "FORMAT", value_enum, default_value = "text", hide_env = true)]
    pub(crate) format: Format,
    /// Also write a page with the answer and its picture
    ///
    /// One file that needs no network, with the tables and the command that made it.
    #[arg(long, env = "OUTREACH_REPORT", value_name = "FILE.html", value_parser = page, hide_env = true)]
    pub(crate) report: Option<PathBuf>,
    /// Language of texts, pictures and pages
    ///
    /// JSON and CSV have none [default: that of the locale (LANG), or English].
    #[arg(long, env = "OUTREACH_LANG", value_name = "LANGUAGE", hide_env = true,
          value_parser = PossibleValuesParser::new(Language::ALL.map(Language::key)).map(language))]
    lang: Option<Language>,
    /// Write the answer to this file
    ///
    /// The file is replaced as a whole.
    #[arg(short, long, env = "OUTREACH_OUTPUT", value_name = "FILE", hide_env = true)]
    pub(crate) output: Option<PathBuf>,
    /// What was typed behind the name of the command.
    #[arg(skip)]
    pub(crate) typed: Vec<OsString>,
    /// Print the answer in one sentence
    ///
    /// No progress, no notes.
    #[arg(short, long, env = "OUTREACH_QUIET", hide_env = true)]
    pub(crate) quiet: bool,
    /// Print everything behind the answer
    ///
    /// Exact beside simulated, standard errors, counts, assumptions, seed and trials.
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

/// The language of words that are not parsed yet: what `--lang` says, the variable, the locale.
pub(crate) fn language_of(words: &[OsString]) -> Language {
    let words: Vec<_> = words.iter().filter_map(|word| word.to_str()).collect();
    let behind = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let typed = behind.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
    let tag = typed.map(str::to_owned).or_else(|| std::env::var("OUTREACH_LANG").ok());
    let asked = tag.and_then(|tag| tag.parse().ok());
    asked.unwrap_or_else(|| of_locale(|name| std::env::var(name).ok()))
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
