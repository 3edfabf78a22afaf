//! The rows of a sheet as text with commas, in bounded memory.

use super::LONGEST;
use crate::error::{Result, refused};

/// A column beyond this one is refused: a row of a call log has some dozens.
const MOST_COLUMNS: u32 = 4_096;
/// A row beyond this one is refused: spreadsheets have half as many.
const MOST_ROWS: u32 = 1 << 21;

/// The rows of a sheet as they come, one line each.
pub(super) struct SheetText<'a> {
    name: &'a str,
    text: Vec<u8>,
    row: Vec<String>,
    at: u32,
}

impl<'a> SheetText<'a> {
    pub(super) fn new(name: &'a str) -> Self {
        Self { name, text: Vec::new(), row: Vec::new(), at: 0 }
    }

    /// This many rows of nothing.
    pub(super) fn skip(&mut self, rows: u32) -> Result<()> {
        let at = self.at.saturating_add(rows);
        if at > MOST_ROWS {
            return Err(self.too_much(u64::from(at), 1));
        }
        self.text.resize(self.text.len() + rows as usize, b'\n');
        self.at = at;
        Ok(())
    }

    /// The rows that are written.
    pub(super) fn written(&self) -> u32 {
        self.at
    }

    /// Ends the row that is being written, and writes it this many times.
    pub(super) fn repeat(&mut self, times: u32) -> Result<()> {
        let begins = self.text.len();
        self.flush();
        let row = self.text[begins..].to_vec();
        let more = u64::from(times.saturating_sub(1)) * row.len() as u64;
        if self.text.len() as u64 + more > LONGEST || u64::from(self.at) + u64::from(times) > u64::from(MOST_ROWS) {
            return Err(self.too_much(u64::from(self.at), 1));
        }
        for _ in 1..times {
            self.text.extend_from_slice(&row);
        }
        self.at += times.saturating_sub(1);
        Ok(())
    }

    fn too_much(&self, row: u64, column: u64) -> crate::Error {
        refused(|say| say.sheet_too_far(self.name, row, column, MOST_COLUMNS, MOST_ROWS, LONGEST >> 20))
    }

    pub(super) fn put(&mut self, row: u32, column: u32, cell: &str) -> Result<()> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS || self.text.len() as u64 > LONGEST || row > MOST_ROWS {
            return Err(self.too_much(u64::from(row) + 1, u64::from(column) + 1));
        }
        while self.at < row {
            self.flush();
        }
        self.row.resize(self.row.len().max(column as usize + 1), String::new());
        self.row[column as usize] = cell.replace(['\n', '\r'], " ");
        Ok(())
    }

    fn flush(&mut self) {
        for (column, cell) in self.row.drain(..).enumerate() {
            if column > 0 {
                self.text.push(b',');
            }
            if cell.contains(['"', ',']) {
                self.text.extend_from_slice(format!("\"{}\"", cell.replace('"', "\"\"")).as_bytes());
            } else {
                self.text.extend_from_slice(cell.as_bytes());
            }
        }
        self.text.push(b'\n');
        self.at += 1;
    }

    pub(super) fn end(mut self) -> Vec<u8> {
        if !self.row.is_empty() {
            self.flush();
        }
        self.text
    }
}

/// `0.2` as `20%`, without the traces of binary fractions.
pub(super) fn as_percent(text: String) -> String {
    let Ok(number) = text.parse::<f64>() else { return text };
    format!("{}%", (number * 1e12).round() / 1e10)
}
