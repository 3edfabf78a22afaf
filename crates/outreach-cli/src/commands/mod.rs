//! The verbs.

mod ask;
mod backtest;
mod calibrate;
mod compare;
mod forecast;
mod generate;
mod mcp;
mod merge;
mod model;
mod plan;
mod sensitivity;
mod simulate;
mod trace;

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use clap::ArgMatches;
use outreach_io::{Answer, Image, Language, TextStyle};

use crate::args::{self, Format, Verb};
use crate::output::Output;
use crate::progress::Progress;
use crate::{apart, exit, reproduce};

/// Does what the verb says; `typed` distinguishes flags from variables, `language` is that of pages.
pub(crate) fn run(verb: &Verb, typed: &ArgMatches, language: Language) -> Result<()> {
    apart::check(typed)?;
    match verb {
        Verb::Simulate(args) => simulate::run(args, typed),
        Verb::Compare(args) => compare::run(args, typed),
        Verb::Plan(args) => plan::run(args, typed),
        Verb::Sensitivity(args) => sensitivity::run(args, typed),
        Verb::Calibrate(args) => calibrate::run(args),
        Verb::Backtest(args) => backtest::run(args),
        Verb::Forecast(args) => forecast::run(args, typed),
        Verb::Model(args) => model::run(args, typed),
        Verb::Trace(args) => trace::run(args, typed),
        Verb::Merge(args) => merge::run(args),
        Verb::Ask(args) => ask::run(args, language),
        Verb::Mcp { allow } => mcp::run(allow),
        Verb::Schema { verb, question } => generate::schema(verb, *question),
        Verb::Completions { shell } => generate::completions(*shell),
        Verb::Man => generate::man(language),
    }
}

/// Runs on this many threads; on one per core for 0.
pub(crate) fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> Result<T> {
    Ok(rayon::ThreadPoolBuilder::new().num_threads(threads).build()?.install(work))
}

/// Where an answer goes: opened before the run, so that a long run is not for nothing. Until it is shown, the terminal shows
/// that time passes.
struct Destination {
    output: Output,
    progress: Progress,
    picture: Option<(PathBuf, Output)>,
    page: Option<(PathBuf, Output)>,
}

impl Destination {
    fn open(args: &args::Output) -> Result<Self> {
        let output = Output::open(args.output.as_deref())?;
        let page = args.report.as_deref().map(opened).transpose()?;
        Ok(Self { output, progress: Progress::begin(args), picture: None, page })
    }

    fn with_picture(self, args: &args::Plot) -> Result<Self> {
        Ok(Self { picture: args.plot.as_deref().map(opened).transpose()?, ..self })
    }

    /// Whether a picture is wanted.
    fn is_pictured(&self) -> bool {
        self.picture.is_some() || self.page.is_some()
    }

    /// Shows the answer where it was asked for, and says beside it what else there is to say.
    fn show(self, answer: &impl Answer, args: &args::Output) -> Result<()> {
        if let Some((path, output)) = self.picture
            && let Some(picture) = answer.picture(args.lang())
        {
            let image = if path.extension().is_some_and(|ending| ending == "png") { Image::Png } else { Image::Svg };
            output.write(&picture.draw(image).map_err(|error| undrawn(&path, &error))?)?;
        }
        if let Some((path, output)) = self.page {
            let again = reproduce::command(&args.typed, answer.json()["seed"].as_u64());
            let page = outreach_io::page(answer, args.lang(), &again).map_err(|error| undrawn(&path, &error))?;
            output.write(page.as_bytes())?;
        }
        let shown = shown(answer, args)?;
        drop(self.progress);
        answer.warnings(args.lang()).iter().for_each(|warning| exit::note(warning, args.lang()));
        if !args.quiet {
            answer.notes(args.lang()).iter().for_each(|note| exit::note(note, args.lang()));
        }
        self.output.write(&shown)
    }
}

fn opened(path: &Path) -> Result<(PathBuf, Output)> {
    Ok((path.to_path_buf(), Output::open(Some(path))?))
}

fn undrawn(path: &Path, error: &str) -> anyhow::Error {
    anyhow!("can't draw {}: {error}", path.display())
}

/// The answer in a format.
fn shown(answer: &impl Answer, args: &args::Output) -> Result<Vec<u8>> {
    let style = style(args);
    Ok(match args.format {
        Format::Text => answer.document(style).text().into_bytes(),
        Format::Markdown => answer.whole(style).markdown().into_bytes(),
        Format::Csv => answer.csv().write(),
        Format::Json => {
            let mut bytes = serde_json::to_vec(&answer.json())?;
            bytes.push(b'\n');
            bytes
        }
    })
}

/// As wide as the terminal and with the letters that it has, if there is one: files and pipes have all of them.
fn style(args: &args::Output) -> TextStyle {
    let terminal = terminal_size::terminal_size_of(std::io::stdout()).map(|(width, _)| usize::from(width.0));
    let unicode = terminal.is_none() || has_unicode(|name| std::env::var(name).ok());
    TextStyle { terminal, language: args.lang(), unicode, detail: args.detail() }
}

/// Whether the locale says so, by the first of its variables that is set.
fn has_unicode(variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find(set).and_then(&variable).unwrap_or_default();
    let of_utf8 = locale.to_ascii_lowercase().replace('-', "").contains("utf8");
    of_utf8 && variable("TERM").is_none_or(|terminal| terminal != "dumb")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_tells_whether_the_terminal_has_unicode() {
        let has = |set: &[(&str, &str)]| {
            has_unicode(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        assert!(has(&[("LANG", "fr_FR.UTF-8")]) && has(&[("LC_ALL", ""), ("LC_CTYPE", "C.utf8"), ("TERM", "xterm")]));
        assert!(!has(&[]) && !has(&[("LANG", "fr_FR.UTF-8"), ("LC_ALL", "C")]));
        assert!(!has(&[("LANG", "fr_FR.UTF-8"), ("TERM", "dumb")]));
    }
}
