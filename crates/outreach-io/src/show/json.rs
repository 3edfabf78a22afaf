//! Parts of the JSON answers.

use std::io::{self, Write};

use serde_json::Value;

/// An answer as JSON, unless it has more bytes than that.
pub(crate) fn as_json(answer: &impl serde::Serialize, bytes: usize) -> Option<Value> {
    // A value takes many times the memory of the text.
    let fits = bytes == usize::MAX || serde_json::to_writer(Room(bytes), answer).is_ok();
    fits.then(|| serde_json::to_value(answer).expect("numbers, texts and objects whose keys are texts"))
}

/// Where this many bytes fit, none of which is kept.
struct Room(usize);

impl Write for Room {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The quantiles that every summary holds.
pub(crate) const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Their columns in a sheet.
pub(crate) fn quantile_columns() -> [String; 5] {
    QUANTILES.map(|q| format!("q{q}"))
}
