//! What is wrong, as Python says it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use outreach_io::question::with_options;
use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::{PyErr, PyResult, pyfunction};

/// An error of the library as an exception.
pub(crate) trait IntoPython {
    fn into_python(self) -> PyErr;
}

impl IntoPython for outreach::Error {
    fn into_python(self) -> PyErr {
        raised(self.into(), argument)
    }
}

impl IntoPython for outreach_io::Error {
    fn into_python(self) -> PyErr {
        raised(self, argument)
    }
}

/// What is wrong with a call log.
pub(crate) struct OfLog(outreach_io::Error);

impl From<outreach_io::Error> for OfLog {
    fn from(error: outreach_io::Error) -> Self {
        Self(error)
    }
}

impl IntoPython for OfLog {
    /// `columns['call id']` is what Python has for `--call-id-column`.
    fn into_python(self) -> PyErr {
        raised(self.0, argument_of_log)
    }
}

fn argument_of_log(option: &str) -> String {
    match option.strip_suffix("-column") {
        Some(role) => format!("columns['{}']", role.replace('-', " ")),
        None => argument(option),
    }
}

/// With the words that Python has for options of the command.
fn raised(error: outreach_io::Error, argument: impl Fn(&str) -> String) -> PyErr {
    match error {
        outreach_io::Error::Unreadable { name, source } => {
            // Python says the number of the error itself, and picks `FileNotFoundError` and its like by it.
            let text = source.to_string();
            let reason = text.split(" (os error").next().unwrap_or_default().to_owned();
            PyOSError::new_err((source.raw_os_error(), reason, name))
        }
        other => PyValueError::new_err(worded(&other.to_string(), argument)),
    }
}

/// A message with Python's words in place of the command's.
fn worded(message: &str, argument: impl Fn(&str) -> String) -> String {
    let message = message
        .replace("outreach model --verbose", "outreach.model(outreach.Campaign()).text(verbose=True)")
        .replace("so far, cold", "so_far['cold']")
        .replace("so far, warm", "so_far['warm']");
    with_options(&message, argument)
}

/// What is said beside an answer, of a log or of anything else.
#[pyfunction]
pub(crate) fn note(message: &str, of_log: bool) -> String {
    worded(message, if of_log { argument_of_log } else { argument })
}

/// `group_by` for `--group-by`, `meeting` for `--meeting-value`.
fn argument(option: &str) -> String {
    option.trim_end_matches("-value").replace('-', "_")
}

/// Why a picture or a page cannot be drawn.
impl IntoPython for String {
    fn into_python(self) -> PyErr {
        PyValueError::new_err(self)
    }
}

/// What an interruption raises.
impl IntoPython for PyErr {
    fn into_python(self) -> PyErr {
        self
    }
}

/// Does it; a panic is an exception that asks to report it, and none that `except Exception` does not see.
pub(crate) fn caught<T, E: IntoPython>(work: impl FnOnce() -> Result<T, E>) -> PyResult<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(IntoPython::into_python),
        Err(panic) => Err(PyRuntimeError::new_err(format!(
            "outreach {} has a bug: {}; please report it with what you called",
            env!("CARGO_PKG_VERSION"),
            panic_message(panic.as_ref())
        ))),
    }
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("it panicked")
}

/// For the tests: what a panic looks like from Python.
#[pyfunction]
pub(crate) fn panics() -> PyResult<()> {
    caught(|| -> PyResult<()> { panic!("this is a test") })
}
