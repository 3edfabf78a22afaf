//! What `merge` asks.

use super::SimulateQuestion;
use crate::error::{Error, Fault, Result, refused, refused_at};
use crate::language::Language;
use crate::read::{Layers, PartFile, Setting, so_far};
use crate::sampling::Sampling;
use crate::show::simulate::Simulated;

/// The yield of the run whose parts these are, in any order, each with the name that errors call it; the result is that of
/// one run, to the bit.
///
/// # Errors
/// For parts of other runs, trials that two parts hold, and parts that are missing, which it names.
///
/// ```
/// use outreach::{Shard, Simulation, Strategy};
/// use outreach_io::{Answer, Error, PartFile, Scenario, merge};
///
/// let campaign = Scenario::of_layers(&[])?.campaign_or(Strategy::mixed())?;
/// let simulation = Simulation::new(&campaign).trials(20_000);
/// let parts = ["2/2", "1/2"].map(|shard| {
///     let mut part = simulation.part()?;
///     simulation.extend(&mut part, shard.parse()?, |_| std::ops::ControlFlow::Continue(()))?;
///     Ok((shard.to_owned(), PartFile { settings: vec![], so_far: vec![], shard: shard.to_owned(), part }))
/// });
/// let merged = merge::<Error>(parts, &[])?;
/// assert_eq!(merged.json()["trials"], 20_000);
/// # Ok::<(), Error>(())
/// ```
pub fn merge<E: From<Error>>(
    parts: impl IntoIterator<Item = Result<(String, PartFile), E>>,
    at_least: &[u32],
) -> Result<Simulated, E> {
    let mut parts = parts.into_iter();
    let (first, mut file) = parts.next().ok_or_else(|| refused(Language::no_part_given))??;
    let mut shards = vec![file.shard.clone()];
    for other in parts {
        let (name, other) = other?;
        file.part.merge(&other.part).map_err(|error| {
            let (fault, same) =
                (Fault::of_model(&error), (&other.settings, &other.so_far) == (&file.settings, &file.so_far));
            refused_at(&name, |say| match fault.message(say) {
                why if same => why,
                why => say.of_another_scenario(why, other.describe(say), &first, file.describe(say)),
            })
        })?;
        shards.push(other.shard);
    }
    Ok(whole(file, &shards, at_least)?)
}

fn whole(file: PartFile, shards: &[String], at_least: &[u32]) -> Result<Simulated> {
    let set = |(key, value): &(String, String)| Setting::new(key, value);
    let settings = file.settings.iter().map(set).collect::<Result<_>>()?;
    let question = SimulateQuestion::of(&Layers { file: settings, ..Layers::default() }.resolved()?.scenario)?
        .after(so_far(&file.so_far)?)?;
    let question = question.sampling(Sampling::of(file.part.of_trials(), file.part.seed())).at_least(at_least);
    let joined = file.part.into_run(question.campaign()).map_err(|error| match missing(shards) {
        Some(missing) => refused(|say| say.shards_missing(Fault::of_model(&error).message(say), &missing)),
        None => Error::from(error),
    })?;
    question.answer(joined)
}

/// `2/8, 5/8`: the shards that are not there, where all are of the same number of them and some are not.
fn missing(shards: &[String]) -> Option<String> {
    /// This many are named.
    const SHOWN: u64 = 20;
    let shards: Vec<(u64, u64)> = shards
        .iter()
        .map(|shard| shard.split_once('/').and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?))))
        .collect::<Option<_>>()?;
    let (_, of) = *shards.first()?;
    if shards.iter().any(|&(_, other)| other != of) {
        return None;
    }
    let is_missing = |index: &u64| !shards.iter().any(|(there, _)| there == index);
    let missing: Vec<_> =
        (1..=of).filter(is_missing).take(SHOWN as usize + 1).map(|index| format!("{index}/{of}")).collect();
    if missing.is_empty() {
        return None;
    }
    let shown = missing.iter().take(SHOWN as usize).cloned().collect::<Vec<_>>().join(", ");
    Some(if missing.len() as u64 > SHOWN { format!("{shown}, …") } else { shown })
}
