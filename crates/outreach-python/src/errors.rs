//! What is wrong, as Python says it.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::exceptions::{PyOSError, PyRuntimeError, PyValueError};
use pyo3::{PyErr, PyResult, pyfunction};

/// An error of the library as an exception.
pub(crate) trait IntoPython {
    fn into_python(self) -> PyErr;
}

impl IntoPython for outreach::Error {
    fn into_python(self) -> PyErr {
        PyValueError::new_err(self.to_string())
    }
}

impl IntoPython for outreach_io::Error {
    fn into_python(self) -> PyErr {
        match self {
            Self::Unreadable { name, source } => {
                // Python says the number of the error itself, and picks `FileNotFoundError` and its like by it.
                let text = source.to_string();
                let reason = text.split(" (os error").next().unwrap_or_default().to_owned();
                PyOSError::new_err((source.raw_os_error(), reason, name))
            }
            other => PyValueError::new_err(options_as_arguments(&other.to_string())),
        }
    }
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

/// `--kind-column` is `kind_column` here, `--meeting-value` is `meeting`.
fn options_as_arguments(message: &str) -> String {
    let word = |word: &str| match word.split_once("--") {
        Some((before, option)) if before.is_empty() || before == "(" => {
            format!("{before}{}", option.replace("-value", "").replace('-', "_"))
        }
        _ => word.to_owned(),
    };
    message.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Does it; a panic is an exception that asks to report it, and none that `except Exception` does not see.
pub(crate) fn caught<T, E: IntoPython>(work: impl FnOnce() -> Result<T, E>) -> PyResult<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(IntoPython::into_python),
        Err(panic) => Err(PyRuntimeError::new_err(format!(
            "outreach {} has a bug: {}; please report it with what you called",
            env!("CARGO_PKG_VERSION"),
            told(panic.as_ref())
        ))),
    }
}

fn told(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("it panicked")
}

/// For the tests: what a panic looks like from Python.
#[pyfunction]
pub(crate) fn panics() -> PyResult<()> {
    caught(|| -> PyResult<()> { panic!("this is a test") })
}
