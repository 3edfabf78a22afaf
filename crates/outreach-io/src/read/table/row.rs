//! A row of a table, cell by cell.

use std::borrow::Cow;

use csv::{ByteRecord, StringRecord};

use crate::read::hashes::quick_hash;
use crate::read::words::text;

/// The cells of a row as they were read.
pub(super) enum Cells {
    Text(StringRecord),
    /// They are no UTF-8.
    Bytes(ByteRecord),
}

impl Cells {
    pub(super) fn of(record: ByteRecord) -> Self {
        StringRecord::from_byte_record(record).map_or_else(|error| Self::Bytes(error.into_byte_record()), Self::Text)
    }

    pub(super) fn bytes(&self) -> &ByteRecord {
        match self {
            Self::Text(record) => record.as_byte_record(),
            Self::Bytes(record) => record,
        }
    }

    pub(super) fn into_bytes(self) -> ByteRecord {
        match self {
            Self::Text(record) => record.into_byte_record(),
            Self::Bytes(record) => record,
        }
    }
}

/// A cell's text by its column.
pub(crate) struct Row<'a> {
    pub(crate) line: u64,
    pub(super) cells: &'a Cells,
    /// Nothing but signs of ASCII that are shown as they are: so are nearly all rows.
    pub(super) is_plain: bool,
    /// Instead of the cells, where these had to be put right.
    pub(super) mended: Option<Vec<String>>,
}

impl<'a> Row<'a> {
    pub(super) fn new(line: u64, cells: &'a Cells) -> Self {
        let bytes = cells.bytes().as_slice();
        let is_plain = bytes.iter().fold(true, |plain, byte| plain & (0x20..0x7f).contains(byte));
        Self { line, cells, is_plain, mended: None }
    }

    /// Whether it has these texts and no others.
    pub(crate) fn is(&self, texts: &[String]) -> bool {
        self.len() == texts.len() && texts.iter().enumerate().all(|(column, text)| self.cell(column) == *text)
    }

    /// Without the blanks around it.
    pub(crate) fn cell(&self, column: usize) -> Cow<'_, str> {
        if let Some(cells) = &self.mended {
            return cells.get(column).map_or(Cow::Borrowed(""), |cell| cell.trim().into());
        }
        if let (Cells::Text(cells), true) = (self.cells, self.is_plain) {
            return unwrapped(trimmed(cells.get(column).unwrap_or_default())).into();
        }
        match self.cells.bytes().get(column).map(text) {
            None => Cow::Borrowed(""),
            Some(Cow::Borrowed(text)) => unwrapped(trimmed(text)).into(),
            Some(Cow::Owned(text)) => trimmed(&text).to_owned().into(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.mended.as_ref().map_or(self.cells.bytes().len(), Vec::len)
    }

    /// Whether something stands behind this many cells.
    pub(crate) fn exceeds(&self, width: usize) -> bool {
        self.len() > width && (width..self.len()).any(|column| !self.cell(column).is_empty())
    }

    /// Whether a cell has several lines.
    pub(crate) fn has_line_breaks(&self) -> bool {
        !self.is_plain && self.cells.bytes().as_slice().contains(&b'\n')
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.bytes().as_slice().iter().all(u8::is_ascii_whitespace)
    }

    /// Its bytes, for comparing rows.
    pub(crate) fn hash(&self) -> u64 {
        let cells = self.cells.bytes();
        quick_hash(cells.as_slice()) ^ cells.len() as u64
    }

    /// The same with this many cells from a column on as one.
    pub(crate) fn joined(&self, column: usize, cells: usize) -> Row<'_> {
        let all: Vec<String> = self.cells.bytes().iter().map(|cell| text(cell).into_owned()).collect();
        let mut mended = all[..column].to_vec();
        mended.push(all[column..column + cells].join(","));
        mended.extend_from_slice(&all[column + cells..]);
        Row { line: self.line, cells: self.cells, is_plain: false, mended: Some(mended) }
    }
}

/// `="0639980002"`: what exporters write so that spreadsheets keep a text as it is.
fn unwrapped(cell: &str) -> &str {
    cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell)
}

/// Also without the blanks that spreadsheets put where nobody sees them.
fn trimmed(cell: &str) -> &str {
    match cell.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}' || letter == '\u{200b}'),
    }
}
