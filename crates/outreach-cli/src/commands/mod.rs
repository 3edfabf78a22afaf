//! The verbs.

mod backtest;
mod calibrate;
mod compare;
mod forecast;
mod generate;
mod merge;
mod model;
mod plan;
mod sensitivity;
mod simulate;
mod trace;

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use clap::ArgMatches;
use outreach_io::{Answer, Image, Language, Look};

use crate::args::{self, Format, Verb};
use crate::output::Output;
use crate::{again, exit};

/// Does what the verb says; `typed` tells flags from variables.
pub(crate) fn run(verb: &Verb, typed: &ArgMatches) -> Result<()> {
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
        Verb::Completions { shell } => generate::completions(*shell),
        Verb::Man => generate::man(),
    }
}

/// Runs on so many threads; on one per core for 0.
fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> Result<T> {
    Ok(rayon::ThreadPoolBuilder::new().num_threads(threads).build()?.install(work))
}

/// Where an answer goes: opened before the run, so that a long run is not for nothing.
struct Destination {
    output: Output,
    picture: Option<(PathBuf, Output)>,
    page: Option<(PathBuf, Output)>,
}

impl Destination {
    fn open(args: &args::Output) -> Result<Self> {
        let output = Output::open(args.output.as_deref())?;
        Ok(Self { output, picture: None, page: args.report.as_deref().map(opened).transpose()? })
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
            && let Some(picture) = answer.picture(args.lang)
        {
            let image = if path.extension().is_some_and(|ending| ending == "png") { Image::Png } else { Image::Svg };
            output.write(&picture.draw(image).map_err(|error| undrawn(&path, &error))?)?;
        }
        if let Some((path, output)) = self.page {
            let again = again::command(&args.typed, answer.json()["seed"].as_u64());
            let page = outreach_io::page(answer, args.lang, &again).map_err(|error| undrawn(&path, &error))?;
            output.write(page.as_bytes())?;
        }
        let shown = shown(answer, args)?;
        if !args.quiet {
            answer.notes(args.lang).iter().for_each(|note| exit::note(note));
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
    let look = look(args.lang);
    Ok(match args.format {
        Format::Text => answer.document(look).text().into_bytes(),
        Format::Markdown => answer.document(look).markdown().into_bytes(),
        Format::Csv => answer.csv().write(),
        Format::Json => {
            let mut bytes = serde_json::to_vec(&answer.json())?;
            bytes.push(b'\n');
            bytes
        }
    })
}

/// As wide as the terminal, if there is one.
fn look(language: Language) -> Look {
    let terminal = terminal_size::terminal_size_of(std::io::stdout());
    let width = terminal.map_or(Look::default().width, |(width, _)| usize::from(width.0).clamp(40, 120));
    Look { width, language }
}
