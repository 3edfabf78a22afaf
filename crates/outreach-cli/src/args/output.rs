//! What is written of an answer, how and where, and in which language.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use outreach_io::{Detail, Language};

use super::groups::count;

#[derive(Debug, Args)]
#[command(next_help_heading = "The output")]
pub(crate) struct AtLeast {
    /// Also print the chance of at least K meetings
    ///
    /// May be repeated.
    #[arg(long, value_name = "K", value_parser = count)]
    pub(crate) at_least: Vec<u32>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "The output")]
pub(crate) struct Plot {
    /// Also draw a picture
    #[arg(long, value_name = "FILE.svg|.png", value_parser = picture)]
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
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "text")]
    pub(crate) format: Format,
    /// Also write a page with the answer and its picture
    ///
    /// One file that needs no network, with the tables and the command that made it.
    #[arg(long, value_name = "FILE.html", value_parser = page)]
    pub(crate) report: Option<PathBuf>,
    /// Language of texts, pictures and pages
    ///
    /// JSON and CSV have none [default: that of the locale (LANG), or English].
    #[arg(long, value_name = "LANGUAGE",
          value_parser = PossibleValuesParser::new(Language::ALL.map(Language::key)).map(language))]
    lang: Option<Language>,
    /// Write the answer to this file
    ///
    /// The file is replaced as a whole.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// What was typed behind the name of the command.
    #[arg(skip)]
    pub(crate) typed: Vec<OsString>,
    /// Print the answer in one sentence
    ///
    /// No progress, and of notes those that doubt the answer or name what changes nothing in it.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Print everything behind the answer
    ///
    /// Exact beside simulated, standard errors, counts, assumptions, seed and trials.
    #[arg(long)]
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
