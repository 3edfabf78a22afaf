//! Where the result goes: standard output, or a file that is replaced as a whole.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::NamedTempFile;

use crate::signals;

/// An opened destination. Nothing is to be seen there before [`Output::write`].
#[derive(Debug)]
pub(crate) enum Output {
    Standard,
    /// Written beside the target, then given its name.
    Replaced {
        unfinished: NamedTempFile,
        target: PathBuf,
    },
    /// A device or pipe, which cannot be replaced.
    Direct {
        file: File,
        target: PathBuf,
    },
}

impl Output {
    /// Opens standard output, or the file: before the run, so that a long run is not for nothing.
    pub(crate) fn open(target: Option<&Path>) -> Result<Self> {
        let Some(target) = target else { return Ok(Self::Standard) };
        let failed = || format!("can't write {}", target.display());
        // A link stays a link: what it points to is replaced.
        let target = &target.canonicalize().unwrap_or_else(|_| target.to_path_buf());
        let existing = target.metadata().ok();
        if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
            let file = OpenOptions::new().write(true).open(target).with_context(failed)?;
            return Ok(Self::Direct { file, target: target.clone() });
        }
        if existing.is_some() {
            // A file that may not be written is not replaced either, though its directory would allow it.
            OpenOptions::new().write(true).open(target).with_context(failed)?;
        }
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        folder.metadata().with_context(failed)?;
        let permissions = existing.map_or_else(|| Permissions::from_mode(0o666), |existing| existing.permissions());
        let unfinished = tempfile::Builder::new()
            .prefix(".outreach-")
            .suffix(".tmp")
            .permissions(permissions)
            .tempfile_in(folder)
            .map_err(|error| without_path(&error))
            .with_context(failed)?;
        signals::begin(unfinished.path());
        Ok(Self::Replaced { unfinished, target: target.clone() })
    }

    /// Writes everything, and gives the file its name.
    pub(crate) fn write(self, bytes: &[u8]) -> Result<()> {
        let failed = |target: &Path| format!("can't write {}", target.display());
        match self {
            Self::Standard => {
                let mut standard = io::stdout().lock();
                standard.write_all(bytes).and_then(|()| standard.flush()).context("can't write to standard output")
            }
            Self::Direct { mut file, target } => file.write_all(bytes).with_context(|| failed(&target)),
            Self::Replaced { mut unfinished, target } => {
                unfinished.write_all(bytes).map_err(|error| without_path(&error)).with_context(|| failed(&target))?;
                unfinished.as_file().sync_all().with_context(|| failed(&target))?;
                let temporary = unfinished.path().to_path_buf();
                unfinished.persist(&target).map_err(|error| error.error).with_context(|| failed(&target))?;
                signals::finish(&temporary);
                Ok(())
            }
        }
    }
}

/// The bare error: the name of a temporary file says nothing to a user.
fn without_path(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| io::Error::from(error.kind()), io::Error::from_raw_os_error)
}
