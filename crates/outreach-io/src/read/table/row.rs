//! A row of a table, cell by cell.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use csv::ByteRecord;

use crate::read::doubles::quick_hash;
use crate::read::words::text;

/// A cell's text by its column.
pub(crate) struct Row<'a> {
    pub(crate) line: u64,
    pub(super) record: &'a ByteRecord,
    /// Instead of the record, where its cells had to be put right.
    pub(super) mended: Option<Vec<String>>,
}

impl Row<'_> {
    /// Without the blanks around it.
    pub(crate) fn cell(&self, column: usize) -> Cow<'_, str> {
        if let Some(cells) = &self.mended {
            return cells.get(column).map_or(Cow::Borrowed(""), |cell| cell.trim().into());
        }
        match self.record.get(column).map(text) {
            None => Cow::Borrowed(""),
            Some(Cow::Borrowed(text)) => unwrapped(text.trim_matches(is_blank)).into(),
            Some(Cow::Owned(text)) => text.trim_matches(is_blank).to_owned().into(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.mended.as_ref().map_or(self.record.len(), Vec::len)
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.record.iter().all(|cell| cell.iter().all(u8::is_ascii_whitespace))
    }

    /// Its bytes, for comparing rows.
    pub(crate) fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.record.as_slice().hash(&mut hasher);
        self.record.len().hash(&mut hasher);
        hasher.finish()
    }

    /// The same for counting rows that are the same.
    pub(crate) fn quick_hash(&self) -> u64 {
        quick_hash(self.record.as_slice()) ^ self.record.len() as u64
    }

    /// The same with so many cells from a column on as one.
    pub(crate) fn joined(&self, column: usize, cells: usize) -> Row<'_> {
        let all: Vec<String> = self.record.iter().map(|cell| text(cell).into_owned()).collect();
        let mut mended = all[..column].to_vec();
        mended.push(all[column..column + cells].join(","));
        mended.extend_from_slice(&all[column + cells..]);
        Row { line: self.line, record: self.record, mended: Some(mended) }
    }
}

/// `="0639980002"`: what exporters write so that spreadsheets keep a text as it is.
fn unwrapped(cell: &str) -> &str {
    cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell)
}

/// Also the blanks that spreadsheets put where nobody sees them.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}' || letter == '\u{200b}'
}
