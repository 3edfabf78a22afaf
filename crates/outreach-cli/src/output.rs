//! Where the result goes: standard output, or a file that is replaced as a whole.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::signals;

/// An opened destination. Nothing is to be seen there before [`Output::write`].
#[derive(Debug)]
pub(crate) enum Output {
    Standard,
    /// To be written beside the target, then given its name.
    Replaced {
        permissions: Option<Permissions>,
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
        // Where standard output goes to a file, that is not replaced: others may write to it, too.
        let Some(target) = target.filter(|target| *target != Path::new("/dev/stdout")) else {
            return Ok(Self::Standard);
        };
        let failed = || format!("can't write {}", target.display());
        let existing = target.metadata().ok();
        if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
            let file = OpenOptions::new().write(true).open(target).with_context(failed)?;
            return Ok(Self::Direct { file, target: target.to_path_buf() });
        }
        if existing.is_some() {
            // A file that may not be written is not replaced either, though its directory would allow it.
            OpenOptions::new().write(true).open(target).with_context(failed)?;
        }
        let behind_links = behind_links(target);
        let folder = folder(&behind_links);
        folder.metadata().with_context(failed)?;
        // Where there are no such bits, the folder decides.
        let of_new_files = None;
        #[cfg(unix)]
        let of_new_files = of_new_files.or(Some(std::os::unix::fs::PermissionsExt::from_mode(0o666)));
        let permissions = existing.map(|existing| existing.permissions()).or(of_new_files);
        // A nameless file shows that one can be made there, and is gone whatever happens.
        tempfile::tempfile_in(folder).map_err(|error| without_path(&error)).with_context(failed)?;
        Ok(Self::Replaced { permissions, target: target.to_path_buf() })
    }

    /// Writes everything, and gives the file its name.
    pub(crate) fn write(self, bytes: &[u8]) -> Result<()> {
        self.write_by(|sink| sink.write_all(bytes))
    }

    /// The same of what is made while it is written.
    pub(crate) fn write_by(self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        let failed = |target: &Path| format!("can't write {}", target.display());
        match self {
            Self::Standard => {
                let mut standard = io::stdout().lock();
                write(&mut standard).and_then(|()| standard.flush()).context("can't write to standard output")
            }
            Self::Direct { mut file, target } => write(&mut file).with_context(|| failed(&target)),
            Self::Replaced { permissions, target } => {
                replace(&target, permissions, write).with_context(|| failed(&target))
            }
        }
    }
}

/// Writes beside the target, and gives that its name: whatever happens, the old file or the new one is there, whole.
fn replace(
    target: &Path,
    permissions: Option<Permissions>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let target = &behind_links(target);
    let mut builder = tempfile::Builder::new();
    let builder = builder.prefix(".outreach-").suffix(".tmp");
    let builder = permissions.into_iter().fold(builder, tempfile::Builder::permissions);
    let made = signals::begin(|| builder.tempfile_in(folder(target)));
    let mut unfinished = made.map_err(|error| without_path(&error))?;
    let temporary = unfinished.path().to_path_buf();
    let written = write(unfinished.as_file_mut()).and_then(|()| unfinished.as_file().sync_all());
    let named = match written {
        Ok(()) => unfinished.persist(target).map(|_| ()).map_err(|error| error.error),
        Err(error) => Err(error),
    };
    signals::finish(&temporary);
    named.map_err(|error| without_path(&error))
}

/// A link stays a link: what it points to is replaced.
fn behind_links(target: &Path) -> PathBuf {
    target.canonicalize().unwrap_or_else(|_| target.to_path_buf())
}

fn folder(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The bare error: the name of a temporary file says nothing to a user.
fn without_path(error: &io::Error) -> io::Error {
    error.raw_os_error().map_or_else(|| io::Error::from(error.kind()), io::Error::from_raw_os_error)
}
