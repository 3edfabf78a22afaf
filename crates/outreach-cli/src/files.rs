//! The files that are read.

use std::fs::File;
use std::io::{ErrorKind, Read, Seek};
use std::path::Path;
use std::sync::OnceLock;

use outreach_io::question::Files;
use outreach_io::{Error, Fault, Language, PartFile, Result, Setting, Source, settings_of_file};

use crate::exit;

/// A table with what errors call it. What comes through a pipe is kept in a file without a name: tables are read twice.
pub(crate) fn table(path: &Path) -> Result<(String, File)> {
    let (name, mut file) = open(path)?;
    if file.stream_position().is_ok() {
        return Ok((name, file));
    }
    let mut kept = || {
        let mut kept = tempfile::tempfile()?;
        std::io::copy(&mut file, &mut kept)?;
        kept.rewind()?;
        Ok(kept)
    };
    kept().map(|kept| (name.clone(), kept)).map_err(|source| Error::Unreadable { name, source })
}

/// A file, or standard input for `-`, with what errors call it.
pub(crate) fn open(path: &Path) -> Result<(String, File)> {
    let is_standard_input = path.as_os_str() == "-";
    let name = if is_standard_input { "standard input".to_owned() } else { shown(path) };
    let path = if is_standard_input { Path::new("/dev/stdin") } else { path };
    let open = || {
        let file = File::open(path)?;
        if file.metadata()?.is_dir() { Err(ErrorKind::IsADirectory.into()) } else { Ok(file) }
    };
    open().map(|file| (name.clone(), file)).map_err(|source| Error::Unreadable { name, source })
}

/// A file's name as messages have it: on one line.
fn shown(path: &Path) -> String {
    path.display().to_string().replace(char::is_control, "\u{fffd}")
}

/// Whether a name leads to standard input, by whatever way.
pub(crate) fn is_standard_input(name: &str) -> bool {
    #[cfg(unix)]
    let is_the_same = {
        use std::os::unix::fs::MetadataExt;

        let identity = |path: &str| std::fs::metadata(path).map(|found| (found.dev(), found.ino())).ok();
        identity(name).is_some_and(|named| identity("/dev/stdin") == Some(named))
    };
    #[cfg(not(unix))]
    let is_the_same = false;
    name == "-" || is_the_same
}

/// The settings of a scenario file.
pub(crate) fn settings(path: &Path) -> Result<Vec<Setting>> {
    /// What came through a pipe does not come again: `compare - - --scenario -`.
    static STANDARD_INPUT: OnceLock<Vec<u8>> = OnceLock::new();
    if path.as_os_str() != "-" {
        return Disk.scenario(&path.display().to_string());
    }
    let (name, mut file) = open(path)?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|source| Error::Unreadable { name: name.clone(), source })?;
    settings_of_file(&name, STANDARD_INPUT.get_or_init(|| bytes))
}

/// The files that questions name: those of the system.
pub(crate) struct Disk;

impl Files for Disk {
    fn scenario(&self, name: &str) -> Result<Vec<Setting>> {
        let told = shown(Path::new(name));
        let unreadable = |source| Error::Unreadable { name: told.clone(), source };
        settings_of_file(&told, &std::fs::read(name).map_err(unreadable)?)
    }

    fn table(&self, name: &str) -> Result<Box<dyn Source>> {
        Ok(Box::new(table(Path::new(name))?.1))
    }

    fn exists(&self, name: &str) -> bool {
        Path::new(name).exists()
    }

    fn note(&self, idle: &Fault) {
        exit::note(&idle.message(Language::English), Language::English);
    }
}

/// A part of a run.
pub(crate) fn part(path: &Path) -> Result<(String, PartFile)> {
    let (name, file) = open(path)?;
    let mut bytes = Vec::new();
    let read = file.take(PartFile::LONGEST).read_to_end(&mut bytes);
    read.map_err(|source| Error::Unreadable { name: name.clone(), source })?;
    let part = PartFile::read(&name, &bytes)?;
    Ok((name, part))
}
