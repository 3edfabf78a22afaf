//! SIGINT and SIGTERM: no temporary file stays, and the exit code says what ended the run.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// The file that is being written and does not bear its final name yet.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Ends the process at the first signal with 128 + its number: 130 or 143.
///
/// Where no handler can be installed, the system ends the process as it does by default.
#[expect(clippy::exit, reason = "a signal ends the process, wherever it is")]
pub(crate) fn end_cleanly() {
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            if let Some(path) = UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).take() {
                // It may be gone already: it was just given its final name.
                let _ = std::fs::remove_file(path);
            }
            std::process::exit(128 + signal);
        }
    });
}

/// Names the file to remove at a signal, or none.
pub(crate) fn set_unfinished(path: Option<&Path>) {
    *UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner) = path.map(Path::to_path_buf);
}
