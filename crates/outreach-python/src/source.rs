//! Where tables come from.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use outreach_io::Error;
use pyo3::exceptions::PyValueError;
use pyo3::pybacked::PyBackedBytes;
use pyo3::{FromPyObject, PyResult};

/// A table of delimited text.
#[derive(FromPyObject)]
pub(crate) enum Source {
    /// Of a frame.
    Text(PyBackedBytes),
    /// Of a file.
    Path(PathBuf),
}

impl Source {
    /// Opened, with what errors call it; it ends in an error once it is interrupted.
    pub(crate) fn open(self, interrupted: &Arc<AtomicBool>) -> outreach_io::Result<(String, Interruptible)> {
        let (name, source): (_, Box<dyn Read + Send>) = match self {
            Self::Text(text) => ("the frame".to_owned(), Box::new(Cursor::new(text))),
            Self::Path(path) => {
                let name = path.display().to_string();
                let file = File::open(&path).map_err(|source| Error::Unreadable { name: name.clone(), source })?;
                (name, Box::new(file))
            }
        };
        Ok((name, Interruptible { source, interrupted: interrupted.clone() }))
    }
}

pub(crate) struct Interruptible {
    source: Box<dyn Read + Send>,
    interrupted: Arc<AtomicBool>,
}

impl Read for Interruptible {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.interrupted.load(Ordering::Relaxed) {
            return Err(io::Error::other("interrupted"));
        }
        self.source.read(buffer)
    }
}

/// What stands between two columns.
pub(crate) fn delimiter(text: Option<&str>) -> PyResult<Option<u8>> {
    match text.map(str::as_bytes) {
        None => Ok(None),
        Some(&[byte]) if byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'"' => Ok(Some(byte)),
        Some(_) => {
            let text = text.unwrap_or_default();
            Err(PyValueError::new_err(format!(
                "delimiter = {text:?} is not one character that is no letter, digit or quote"
            )))
        }
    }
}
