//! Where tables come from.

use std::fs::File;
use std::io::{Cursor, Read, Seek};
use std::path::PathBuf;

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
    /// Opened, with what errors call it.
    pub(crate) fn open(self) -> outreach_io::Result<(String, Box<dyn outreach_io::Source>)> {
        match self {
            Self::Text(text) => Ok(("the frame".to_owned(), Box::new(Cursor::new(text)))),
            Self::Path(path) => {
                let name = path.display().to_string();
                let opened = File::open(&path).and_then(|mut file| {
                    // What comes through a pipe is read once, and tables twice.
                    if file.stream_position().is_err() {
                        let mut bytes = Vec::new();
                        file.read_to_end(&mut bytes)?;
                        return Ok(Box::new(Cursor::new(bytes)) as Box<dyn outreach_io::Source>);
                    }
                    Ok(Box::new(file) as Box<dyn outreach_io::Source>)
                });
                match opened {
                    Ok(source) => Ok((name, source)),
                    Err(source) => Err(Error::Unreadable { name, source }),
                }
            }
        }
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
