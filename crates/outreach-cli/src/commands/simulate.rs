//! `simulate`: one campaign's yield.

use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::ArgMatches;
use outreach::{Part, Shard, Simulation};
use outreach_io::ask::SimulateQuestion;
use outreach_io::{Asked, PartFile, Scenario, TrialsFormat};

use crate::args;
use crate::commands::Destination;
use crate::output::Output;
use crate::progress::Progress;
use crate::{commands, effects, files, resolve};

/// Checkpoints are written about this often, unless that would take more than a twentieth of the time.
const BETWEEN_CHECKPOINTS: Duration = Duration::from_millis(250);

pub(crate) fn run(args: &args::Simulate, typed: &ArgMatches) -> Result<()> {
    let resolved = resolve::scenario(&args.scenario, Some(&args.strategy), Some(&args.stop), Some(&args.file), typed)?;
    let (sampling, threads) = resolve::run(&args.run)?;
    let question = SimulateQuestion::of(&resolved.scenario)?.at_least(&args.at_least.at_least);
    effects::check(&[(&resolved, Asked::Simulate, Some(question.plan()))], &args.output)?;
    let trials = sampling.most_trials();
    let question =
        question.sampling(sampling).after(outreach_io::so_far(&args.so_far)?)?.by_week(args.pace.given()?)?;
    let simulation = question.simulation();
    simulation.check()?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let of_trials = args.trials_out.as_deref().map(|path| Ok::<_, anyhow::Error>((path, Output::open(Some(path))?)));
    let of_trials = of_trials.transpose()?;

    let answer = if args.shard.is_some() || args.checkpoint.is_some() {
        let progress = &destination.progress;
        let file = progress.on_threads(threads, || in_parts(&simulation, args, &resolved.scenario, progress))??;
        if args.shard.is_some() {
            drop(destination.progress);
            destination.output.write(&file.bytes())?;
            return remove(args.checkpoint.as_deref());
        }
        question.answer(file.part.into_run(question.campaign())?)?
    } else {
        destination.progress.of_trials(args.run.precision.is_none().then_some(trials), 1);
        destination.progress.on_threads(threads, || question.run())??
    };

    if let Some((path, output)) = of_trials {
        let format = match path.extension() {
            Some(ending) if ending == "parquet" => TrialsFormat::Parquet,
            _ => TrialsFormat::Csv,
        };
        commands::on_threads(threads, || output.write_by(|sink| answer.write_trials(format, sink)))??;
    }
    destination.show(&answer, &args.output)?;
    remove(args.checkpoint.as_deref())
}

/// The part that was asked for: what a checkpoint has of it, and the rest.
fn in_parts(
    simulation: &Simulation,
    args: &args::Simulate,
    scenario: &Scenario,
    progress: &Progress,
) -> Result<PartFile> {
    let shard = args.shard.unwrap_or(Shard::WHOLE);
    let checkpoint = args.checkpoint.as_deref();
    let file = |part: Part| PartFile {
        settings: scenario.settings().to_vec(),
        so_far: args.so_far.clone(),
        shard: shard.to_string(),
        part,
    };
    let save =
        |part: &Part| checkpoint.map_or(Ok(()), |path| Output::open(Some(path))?.write(&file(part.clone()).bytes()));
    let mut part = simulation.part()?;
    match checkpoint.filter(|path| path.exists()) {
        Some(path) => part = files::part(path)?.1.part,
        None => save(&part)?,
    }
    progress.of_trials(Some(part.of_trials()), 1);
    progress.go_on(part.trials());
    let (mut saved, mut pause, mut failed) = (Instant::now(), BETWEEN_CHECKPOINTS, Ok(()));
    let extended = simulation.extend(&mut part, shard, |part| {
        if saved.elapsed() > pause {
            let begun = Instant::now();
            failed = save(part);
            pause = BETWEEN_CHECKPOINTS.max(20 * begun.elapsed());
            saved = Instant::now();
        }
        if failed.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    extended.map_err(outreach_io::Error::from).map_err(|error| match checkpoint {
        Some(path) => error.at(&path.display().to_string()),
        None => error,
    })?;
    failed?;
    // What is done is not lost if the answer cannot be written.
    save(&part)?;
    Ok(file(part))
}

/// The checkpoint of a run that is done.
fn remove(checkpoint: Option<&Path>) -> Result<()> {
    checkpoint
        .map_or(Ok(()), |path| std::fs::remove_file(path).with_context(|| format!("can't remove {}", path.display())))
}
