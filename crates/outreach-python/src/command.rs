//! The command, for `python -m outreach`.

use pyo3::{Python, pyfunction};

/// Runs it with these words, its own name first, and hands back its exit code.
#[pyfunction]
pub(crate) fn command(py: Python<'_>, words: Vec<String>) -> u8 {
    py.detach(|| outreach_cli::run(words))
}
