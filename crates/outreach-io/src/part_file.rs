//! Files with a part of a run: shards that were made elsewhere, and checkpoints.

use crc::{CRC_32_ISO_HDLC, Crc};
use outreach::{Part, Strategy};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, wrong_input};
use crate::{Sampling, Scenario, Setting, Surprise, Yield, so_far};

const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
/// The first word of the file, and the number of its form.
const BEGINNING: &str = "outreach-part 1 ";

/// A part of a run with what is needed to tell what was run.
///
/// The file has a line with the checksum of the second one, which holds this as JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartFile {
    /// Of the scenario, weakest first: keys and values.
    pub settings: Vec<(String, String)>,
    /// What the campaign has brought so far, as it was typed.
    pub so_far: Vec<String>,
    /// Which share of the run it is to be: `2/8`.
    pub shard: String,
    /// The trials that were run.
    pub part: Part,
}

impl PartFile {
    /// A longer file is none of ours: a million counters take less. In bytes.
    pub const LONGEST: u64 = 1 << 26;

    /// Reads the bytes of a file; `name` is what errors call it.
    ///
    /// # Errors
    /// For bytes that are no part, are one of another version, or are damaged.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self> {
        unframed(BEGINNING, "part of a run", name, bytes)
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        framed(BEGINNING, self)
    }

    /// `calls = 200, strategy = cold`, or that nothing is set.
    fn told(&self) -> String {
        let told: Vec<_> = self.settings.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        if told.is_empty() { "a preset as it is".to_owned() } else { told.join(", ") }
    }
}

/// The bytes of a file: what it is and the checksum of the rest, a line; the rest, JSON.
pub(crate) fn framed(beginning: &str, content: &impl Serialize) -> Vec<u8> {
    let json = serde_json::to_vec(content).expect("counts and texts are JSON");
    [format!("{beginning}{}\n", checksum(&json)).into_bytes(), json].concat()
}

/// What is in the bytes of a file, which is a `what`.
pub(crate) fn unframed<T: DeserializeOwned>(beginning: &str, what: &str, name: &str, bytes: &[u8]) -> Result<T> {
    let refused = |reason: &str| wrong_input(format!("{name}: {reason}"));
    let begins = bytes.strip_prefix(beginning.as_bytes()).and_then(|rest| rest.split_at_checked(9));
    let Some((told, json)) = begins else {
        return Err(refused(&format!("this is no {what}, or one of another version")));
    };
    if told != format!("{}\n", checksum(json)).as_bytes() {
        return Err(refused("the file is damaged: its checksum is that of another text"));
    }
    serde_json::from_slice(json).map_err(|error| refused(&format!("this is no {what}: {error}")))
}

fn checksum(json: &[u8]) -> String {
    format!("{:08x}", CRC.checksum(json))
}

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
) -> Result<Yield, E> {
    let mut parts = parts.into_iter();
    let (first, mut file) = parts.next().ok_or_else(|| wrong_input("no part is given"))??;
    let mut shards = vec![file.shard.clone()];
    for other in parts {
        let (name, other) = other?;
        file.part.merge(&other.part).map_err(|error| {
            let same = (&other.settings, &other.so_far) == (&file.settings, &file.so_far);
            let told = || format!("; it is of {}, and {first} is of {}", other.told(), file.told());
            wrong_input(format!("{name}: {error}{}", if same { String::new() } else { told() }))
        })?;
        shards.push(other.shard);
    }
    Ok(whole(file, &shards, at_least)?)
}

fn whole(file: PartFile, shards: &[String], at_least: &[u32]) -> Result<Yield> {
    let set = |(key, value): &(String, String)| Setting::new(key, value);
    let settings = file.settings.iter().map(set).collect::<Result<_>>()?;
    let plan = Scenario::of_layers(&[settings])?.campaign_or(Strategy::mixed())?;
    let so_far = so_far(&file.so_far)?;
    let campaign = so_far.clone().map_or_else(|| Ok(plan.clone()), |so_far| plan.after(so_far))?;
    let sampling = Sampling { trials: file.part.of_trials(), seed: file.part.seed() };
    let surprise = so_far.map(|so_far| Surprise::new(&plan, so_far, sampling)).transpose()?;
    let joined = file.part.into_run(&campaign).map_err(|error| match missing(shards) {
        Some(missing) => wrong_input(format!("{error}; shards {missing}")),
        None => Error::from(error),
    })?;
    Ok(Yield::new(joined, at_least, None)?.after(surprise))
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
