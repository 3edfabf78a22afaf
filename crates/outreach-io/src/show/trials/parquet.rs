//! The part of Apache Parquet that a table of numbers takes: required columns, plain values, one page per column and group
//! of rows.
//!
//! Written here because the crates that write Parquet change the last bits of the library's random draws: they switch on
//! features of crates that it shares with them.
//!
//! Source: <https://parquet.apache.org/docs/file-format/>, and the compact protocol of Apache Thrift for its headers.

use std::io::{self, Write};

use outreach::TrialOutcome;

use super::COLUMNS;

const MAGIC: &[u8] = b"PAR1";
/// This many trials are kept in memory, about 7 MB of them.
const ROWS_PER_GROUP: usize = 64 * 4096;

/// A physical type by its number in the format, and the bytes of a value.
const INT32: (i64, usize) = (1, 4);
const INT64: (i64, usize) = (2, 8);
const DOUBLE: (i64, usize) = (5, 8);
/// In the order of [`COLUMNS`].
const TYPES: [(i64, usize); 5] = [INT64, INT32, INT32, INT32, DOUBLE];

/// A file that is being written.
pub(super) struct Parquet<W> {
    sink: W,
    at: usize,
    columns: [Vec<u8>; COLUMNS.len()],
    rows: usize,
    before: u64,
    groups: Vec<Group>,
}

/// A group of rows: their number, and where the page of each column begins and how long it is.
struct Group {
    rows: usize,
    pages: [(usize, usize); COLUMNS.len()],
}

impl<W: Write> Parquet<W> {
    pub(super) fn begin(mut sink: W) -> io::Result<Self> {
        sink.write_all(MAGIC)?;
        Ok(Self { sink, at: MAGIC.len(), columns: Default::default(), rows: 0, before: 0, groups: Vec::new() })
    }

    pub(super) fn rows(&mut self, trials: &[TrialOutcome]) -> io::Result<()> {
        for trial in trials {
            let number = self.before + self.rows as u64 + 1;
            let [numbers, cold, warm, meetings, minutes] = &mut self.columns;
            numbers.extend(number.to_le_bytes());
            let counts = [(cold, trial.cold_attempts), (warm, trial.warm_attempts), (meetings, trial.meetings)];
            for (column, count) in counts {
                column.extend(count.to_le_bytes());
            }
            minutes.extend(trial.minutes.to_le_bytes());
            self.rows += 1;
            if self.rows == ROWS_PER_GROUP {
                self.end_group()?;
            }
        }
        Ok(())
    }

    fn end_group(&mut self) -> io::Result<()> {
        let mut pages = [(0, 0); COLUMNS.len()];
        for (page, column) in pages.iter_mut().zip(&mut self.columns) {
            let header = page_header(self.rows, column.len());
            self.sink.write_all(&header)?;
            self.sink.write_all(column)?;
            *page = (self.at, header.len() + column.len());
            self.at += page.1;
            column.clear();
        }
        self.groups.push(Group { rows: self.rows, pages });
        self.before += self.rows as u64;
        self.rows = 0;
        Ok(())
    }

    /// Writes what is left, and where everything stands.
    pub(super) fn end(mut self) -> io::Result<()> {
        if self.rows > 0 {
            self.end_group()?;
        }
        let footer = self.footer();
        self.sink.write_all(&footer)?;
        let length = u32::try_from(footer.len()).map_err(io::Error::other)?;
        self.sink.write_all(&length.to_le_bytes())?;
        self.sink.write_all(MAGIC)
    }

    fn footer(&self) -> Vec<u8> {
        let mut footer = Thrift::default();
        footer.number(1, I32, 1); // The version of the format.
        footer.list(2, STRUCT, 1 + COLUMNS.len());
        footer.element(|root| {
            root.text(4, "trials");
            root.number(5, I32, COLUMNS.len() as i64);
        });
        for (name, (physical, _)) in COLUMNS.into_iter().zip(TYPES) {
            footer.element(|column| {
                column.number(1, I32, physical);
                column.number(3, I32, REQUIRED);
                column.text(4, name);
            });
        }
        footer.number(3, I64, self.before as i64);
        footer.list(4, STRUCT, self.groups.len());
        for group in &self.groups {
            footer.element(|of_group| group.describe(of_group));
        }
        footer.text(6, concat!("outreach version ", env!("CARGO_PKG_VERSION")));
        footer.end()
    }
}

impl Group {
    fn describe(&self, to: &mut Thrift) {
        to.list(1, STRUCT, COLUMNS.len());
        for ((name, (physical, _)), (at, length)) in COLUMNS.into_iter().zip(TYPES).zip(self.pages) {
            to.element(|chunk| {
                chunk.number(2, I64, at as i64);
                chunk.group(3, |column| {
                    column.number(1, I32, physical);
                    column.list(2, I32, 1);
                    column.bare(PLAIN);
                    column.list(3, BINARY, 1);
                    column.bare_text(name);
                    column.number(4, I32, 0); // Not compressed.
                    column.number(5, I64, self.rows as i64);
                    column.number(6, I64, length as i64);
                    column.number(7, I64, length as i64);
                    column.number(9, I64, at as i64);
                });
            });
        }
        to.number(2, I64, self.pages.iter().map(|(_, length)| *length as i64).sum());
        to.number(3, I64, self.rows as i64);
    }
}

fn page_header(rows: usize, bytes: usize) -> Vec<u8> {
    let mut header = Thrift::default();
    header.number(1, I32, 0); // A page of data.
    header.number(2, I32, bytes as i64);
    header.number(3, I32, bytes as i64);
    header.group(5, |data| {
        data.number(1, I32, rows as i64);
        data.number(2, I32, PLAIN);
        data.number(3, I32, LEVELS);
        data.number(4, I32, LEVELS);
    });
    header.end()
}

const PLAIN: i64 = 0;
/// How levels are encoded, of which required columns have none.
const LEVELS: i64 = 3;
const REQUIRED: i64 = 0;

const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// A structure of Thrift's compact protocol; its fields come in ascending order of their numbers.
#[derive(Default)]
struct Thrift {
    bytes: Vec<u8>,
    last: u8,
}

impl Thrift {
    fn field(&mut self, number: u8, kind: u8) {
        self.bytes.push(((number - self.last) << 4) | kind);
        self.last = number;
    }

    fn number(&mut self, field: u8, kind: u8, number: i64) {
        self.field(field, kind);
        self.bare(number);
    }

    fn text(&mut self, field: u8, text: &str) {
        self.field(field, BINARY);
        self.bare_text(text);
    }

    fn list(&mut self, field: u8, kind: u8, length: usize) {
        self.field(field, LIST);
        if length < 15 {
            self.bytes.push(((length as u8) << 4) | kind);
        } else {
            self.bytes.push(0xf0 | kind);
            self.varint(length as u64);
        }
    }

    fn group(&mut self, field: u8, write: impl FnOnce(&mut Self)) {
        self.field(field, STRUCT);
        self.element(write);
    }

    /// A structure in a list.
    fn element(&mut self, write: impl FnOnce(&mut Self)) {
        let mut inner = Self { bytes: std::mem::take(&mut self.bytes), last: 0 };
        write(&mut inner);
        self.bytes = inner.end();
    }

    fn bare(&mut self, number: i64) {
        self.varint(((number << 1) ^ (number >> 63)) as u64);
    }

    fn bare_text(&mut self, text: &str) {
        self.varint(text.len() as u64);
        self.bytes.extend(text.as_bytes());
    }

    fn varint(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.bytes.push((number as u8) | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    fn end(mut self) -> Vec<u8> {
        self.bytes.push(0);
        self.bytes
    }
}
