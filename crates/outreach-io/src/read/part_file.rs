//! Files with a part of a run: shards that were made elsewhere, and checkpoints.

use crc::{CRC_32_ISO_HDLC, Crc};
use outreach::Part;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::{Result, refused_at};
use crate::language::Language;

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
        unframed(BEGINNING, Language::no_part_of_run, name, bytes)
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        framed(BEGINNING, self)
    }

    /// `calls = 200, strategy = cold`, or that nothing is set.
    pub(crate) fn describe(&self, say: Language) -> String {
        let told: Vec<_> = self.settings.iter().map(|(key, value)| format!("{key} = {value}")).collect();
        if told.is_empty() { say.preset_as_it_is() } else { told.join(", ") }
    }
}

/// The bytes of a file: what it is and the checksum of the rest, a line; the rest, JSON.
pub(crate) fn framed(beginning: &str, content: &impl Serialize) -> Vec<u8> {
    let json = serde_json::to_vec(content).expect("counts and texts are JSON");
    [format!("{beginning}{}\n", checksum(&json)).into_bytes(), json].concat()
}

/// What is in the bytes of a file; `other` says that they are none.
pub(crate) fn unframed<T: DeserializeOwned>(
    beginning: &str,
    other: impl Fn(Language) -> String,
    name: &str,
    bytes: &[u8],
) -> Result<T> {
    let begins = bytes.strip_prefix(beginning.as_bytes()).and_then(|rest| rest.split_at_checked(9));
    let Some((told, json)) = begins else {
        return Err(refused_at(name, other));
    };
    if told != format!("{}\n", checksum(json)).as_bytes() {
        return Err(refused_at(name, Language::wrong_checksum));
    }
    serde_json::from_slice(json).map_err(|error| refused_at(name, |say| format!("{} ({error})", other(say))))
}

fn checksum(json: &[u8]) -> String {
    format!("{:08x}", CRC.checksum(json))
}
