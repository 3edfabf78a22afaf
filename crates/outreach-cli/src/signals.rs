//! SIGINT and SIGTERM: no temporary file stays, and the exit code says what ended the run.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::NamedTempFile;

/// The files that are being written and do not bear their final names yet.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Ends the process at the first signal with 128 + its number: 130 or 143.
///
/// Where no handler can be installed, the system ends the process as it does by default.
#[cfg(unix)]
#[expect(clippy::exit, reason = "a signal ends the process, wherever it is")]
pub fn end_cleanly() {
    use signal_hook::consts::{SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;

    use crate::progress;

    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGXFSZ]) else { return };
    let waits = std::thread::Builder::new().spawn(move || {
        // A file that grows too large is an error where it is written.
        if let Some(signal) = signals.forever().find(|signal| *signal != SIGXFSZ) {
            // Held to the end, so that no other file is begun.
            let unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
            for path in unfinished.iter() {
                // It may be gone already: it was just given its final name.
                let _ = std::fs::remove_file(path);
            }
            progress::clear();
            std::process::exit(128 + signal);
        }
    });
    // A system that has no more threads has none for the run either, which then ends by itself.
    drop(waits);
}

/// Where there are no such signals.
#[cfg(not(unix))]
pub fn end_cleanly() {}

/// Makes a file that is removed at a signal, whenever that comes.
pub(crate) fn begin(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
    let mut unfinished = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner);
    let file = make()?;
    unfinished.push(file.path().to_path_buf());
    Ok(file)
}

/// The file has its final name.
pub(crate) fn finish(path: &Path) {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).retain(|other| other != path);
}
