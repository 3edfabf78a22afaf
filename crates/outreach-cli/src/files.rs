//! The files that are read.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use outreach_io::{PartFile, Setting};

/// A table with what errors call it. What comes through a pipe is kept in a file without a name: tables are read twice.
pub(crate) fn table(path: &Path) -> Result<(String, File)> {
    let (name, mut file) = if path.as_os_str() == "-" { open(Path::new("/dev/stdin"))? } else { open(path)? };
    let name = if path.as_os_str() == "-" { "standard input".to_owned() } else { name };
    if file.stream_position().is_ok() {
        return Ok((name, file));
    }
    let failed = || format!("can't read {name}");
    let mut kept = tempfile::tempfile().with_context(failed)?;
    std::io::copy(&mut file, &mut kept).with_context(failed)?;
    kept.rewind().with_context(failed)?;
    Ok((name, kept))
}

/// A file with what errors call it.
pub(crate) fn open(path: &Path) -> Result<(String, File)> {
    let name = path.display().to_string();
    let failed = || format!("can't read {name}");
    let file = File::open(path).with_context(failed)?;
    if file.metadata().with_context(failed)?.is_dir() {
        return Err(anyhow!("can't read {name}: it is a directory"));
    }
    Ok((name, file))
}

/// The settings of a scenario file.
pub(crate) fn settings(path: &Path) -> Result<Vec<Setting>> {
    let bytes = std::fs::read(path).with_context(|| format!("can't read {}", path.display()))?;
    Ok(outreach_io::settings_of_file(&path.display().to_string(), &bytes)?)
}

/// A part of a run.
pub(crate) fn part(path: &Path) -> Result<(String, PartFile)> {
    let (name, file) = open(path)?;
    let mut bytes = Vec::new();
    file.take(PartFile::LONGEST).read_to_end(&mut bytes).with_context(|| format!("can't read {name}"))?;
    let part = PartFile::read(&name, &bytes)?;
    Ok((name, part))
}
