//! Files with a part of a run: shards that were made elsewhere, and checkpoints.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use outreach::Part;
use serde::{Deserialize, Serialize};

use crate::exit::wrong_input;
use crate::output::Output;

/// The first word of the file, and the number of its form.
const BEGINNING: &str = "outreach-part 1 ";
/// A longer file is none of ours: a million counters take less.
const LONGEST: u64 = 1 << 26;

/// A part of a run with what is needed to tell what was run.
///
/// The file has a line with the checksum of the second one, which holds this as JSON.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartFile {
    /// Of the scenario, weakest first.
    pub(crate) settings: Vec<(String, String)>,
    /// As they were typed.
    pub(crate) so_far: Vec<String>,
    /// Which share of the run it is to be: `2/8`.
    pub(crate) shard: String,
    pub(crate) part: Part,
}

impl PartFile {
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let failed = || format!("can't read {}", path.display());
        let refused = |reason: &str| wrong_input(format!("{}: {reason}", path.display()));
        let mut text = Vec::new();
        File::open(path).with_context(failed)?.take(LONGEST).read_to_end(&mut text).with_context(failed)?;
        let begins = text.strip_prefix(BEGINNING.as_bytes()).and_then(|rest| rest.split_at_checked(9));
        let Some((checksum, json)) = begins else {
            return Err(refused("this is no part of a run, or one of another version"));
        };
        if checksum != format!("{}\n", Self::checksum(json)).as_bytes() {
            return Err(refused("the file is damaged: its checksum is that of another text"));
        }
        serde_json::from_slice(json).map_err(|error| refused(&format!("this is no part of a run: {error}")))
    }

    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        let json = serde_json::to_vec(self)?;
        Ok([format!("{BEGINNING}{}\n", Self::checksum(&json)).into_bytes(), json].concat())
    }

    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        Output::open(Some(path))?.write(&self.bytes()?)
    }

    fn checksum(json: &[u8]) -> String {
        format!("{:08x}", crc32fast::hash(json))
    }
}
