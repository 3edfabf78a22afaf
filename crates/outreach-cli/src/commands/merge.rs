//! `merge`: one campaign's yield, from the parts of its simulation.

use anyhow::Result;
use outreach::Strategy;

use crate::args;
use crate::commands::Destination;
use crate::exit::wrong_input;
use crate::part_file::PartFile;
use crate::report::simulate::Yield;
use crate::report::so_far::Surprise;
use crate::resolve;
use crate::resolve::Sampling;

pub(crate) fn run(args: &args::Merge) -> Result<()> {
    let mut files = args.parts.iter();
    let first = files.next().ok_or_else(|| wrong_input("no part is given"))?;
    let PartFile { settings, so_far, shard, mut part } = PartFile::read(first)?;
    let mut shards = vec![shard];
    for path in files {
        let other = PartFile::read(path)?;
        part.merge(&other.part).map_err(|error| {
            let scenario = if other.settings == settings && other.so_far == so_far {
                String::new()
            } else {
                format!("; it is of {}, and {} is of {}", told(&other.settings), first.display(), told(&settings))
            };
            wrong_input(format!("{}: {error}{scenario}", path.display()))
        })?;
        shards.push(other.shard);
    }
    let scenario = resolve::of_settings(&settings)?;
    let plan = scenario.campaign_or(Strategy::mixed())?;
    let so_far = resolve::so_far(&so_far)?;
    let campaign = so_far.map_or_else(|| Ok(plan.clone()), |so_far| plan.after(so_far))?;
    let sampling = Sampling { trials: part.of_trials(), seed: part.seed(), threads: 0 };
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let surprise = so_far.map(|so_far| Surprise::new(&plan, so_far, sampling)).transpose()?;
    let joined = part.into_run(&campaign).map_err(|error| match missing(&shards) {
        Some(missing) => wrong_input(format!("{error}; shards {missing}")),
        None => error.into(),
    })?;
    let answer = Yield::new(joined, &args.at_least.at_least, None)?.after(surprise);
    destination.show(&answer, &args.output)
}

/// `calls = 200, strategy = cold`, or that nothing is set.
fn told(settings: &[(String, String)]) -> String {
    let told: Vec<_> = settings.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    if told.is_empty() { "a preset as it is".to_owned() } else { told.join(", ") }
}

/// `2/8, 5/8`: the shards that are not there, where all are of the same number of them and some are not.
fn missing(shards: &[String]) -> Option<String> {
    /// So many are told.
    const TOLD: u64 = 20;
    let shards: Vec<(u64, u64)> = shards
        .iter()
        .map(|shard| shard.split_once('/').and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?))))
        .collect::<Option<_>>()?;
    let (_, of) = *shards.first()?;
    if shards.iter().any(|&(_, other)| other != of) {
        return None;
    }
    let is_missing = |index: &u64| !shards.iter().any(|(there, _)| there == index);
    let told: Vec<_> =
        (1..=of).filter(is_missing).take(TOLD as usize + 1).map(|index| format!("{index}/{of}")).collect();
    if told.is_empty() {
        return None;
    }
    let shown = told.iter().take(TOLD as usize).cloned().collect::<Vec<_>>().join(", ");
    Some(if told.len() as u64 > TOLD { format!("{shown}, …") } else { shown })
}
