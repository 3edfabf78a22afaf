//! Tables that people bring: CSV files of any delimiter, row by row, in memory that does not grow with the rows.

mod bounded;
mod row;

pub(crate) use self::row::Row;

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::{ByteRecord, Reader};

use self::bounded::{Bounded, behind_lines, reader};
use self::row::Cells;
use super::beginning::Beginning;
use super::source::{Bytes, Source};
use super::words::letters;
use crate::error::{Error, Result, refused};
use crate::language::Language;
use crate::near_miss;

/// A table of more columns is refused.
const MOST_COLUMNS: usize = 4_096;
/// So much of a file tells its delimiter.
const BEGINNING: usize = 1 << 16;

/// How a table is laid out, as far as that was given.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Layout<'a> {
    pub(crate) delimiter: Option<u8>,
    pub(crate) skip_lines: u64,
    pub(crate) sheet: Option<&'a str>,
}

/// A table with a header that is being read.
pub(crate) struct Table {
    name: String,
    bytes: Bytes,
    reader: Reader<Bounded>,
    /// Where the record that is being read begins.
    record: Arc<AtomicU64>,
    /// The quotes so far.
    quotes: Arc<AtomicU64>,
    crlf: bool,
    header: Vec<String>,
    /// Lines above the header.
    pub(crate) titles: u64,
    is_headless: bool,
    pub(crate) sample: Vec<Vec<String>>,
    /// Those of the last row.
    cells: Option<Cells>,
    /// Where the last row begins.
    line: u64,
    /// The last column of the last row, if what stands there holds what would end it without quotes.
    quoted: Option<usize>,
    delimiter: u8,
    latin1: Option<u64>,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Table").field("name", &self.name).field("header", &self.header).finish_non_exhaustive()
    }
}

/// What a text is that begins as no table does.
fn no_table(first: &[u8]) -> Option<&'static str> {
    let begins = first.trim_ascii_start();
    let begins = &begins[..begins.len().min(64)].to_ascii_lowercase();
    let of = |what: &'static str, marks: &[&str]| {
        marks.iter().any(|mark| begins.starts_with(mark.as_bytes())).then_some(what)
    };
    of("JSON", &["{\"", "[{", "{\n", "{ \""])
        .or_else(|| of("HTML", &["<html", "<!doctype", "<table", "<meta", "<head"]))
        .or_else(|| of("XML", &["<?xml", "<workbook"]))
        .or_else(|| of("PDF", &["%pdf"]))
        .or_else(|| of("RTF", &["{\\rtf"]))
}

/// What is read here.
fn formats(say: Language) -> String {
    if cfg!(feature = "containers") { say.all_formats() } else { say.csv_alone() }
}

impl Table {
    /// The delimiter is the one that the first lines have most of, unless it is given.
    pub(crate) fn read(name: impl Into<String>, source: impl Source + 'static, layout: Layout) -> Result<Self> {
        let name = name.into();
        let bytes = Bytes::open(&name, source, layout.sheet)?;
        let mut first = Vec::new();
        let begun = bytes.text().and_then(|text| text.take(BEGINNING as u64).read_to_end(&mut first));
        begun.map_err(|source| Error::Unreadable { name: name.clone(), source })?;
        if first.contains(&0) {
            return Err(refused(|say| say.no_text(&name, formats(say))));
        }
        if let Some(what) = no_table(&first) {
            return Err(refused(|say| say.no_table(&name, what, formats(say))));
        }
        if first.iter().all(u8::is_ascii_whitespace) {
            return Err(refused(|say| say.empty_file(&name)));
        }
        let crlf = first.split(|byte| *byte == b'\n').next().is_some_and(|line| line.ends_with(b"\r"));
        let beginning = Beginning::of(&first, first.len() == BEGINNING, layout.delimiter, layout.skip_lines);
        if beginning.header.len() > MOST_COLUMNS {
            return Err(refused(|say| say.too_wide(&name, beginning.titles + 1, MOST_COLUMNS + 1, MOST_COLUMNS)));
        }
        if beginning.first_is_a_row {
            return Err(refused(|say| say.no_header(&name)));
        }
        let (record, quotes) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
        let reader = reader(Box::new(io::empty()), beginning.delimiter, &record, &quotes);
        let mut table = Self {
            name,
            bytes,
            reader,
            record,
            quotes,
            crlf,
            header: beginning.header,
            titles: beginning.titles,
            is_headless: beginning.is_headless,
            sample: beginning.sample,
            cells: None,
            line: 1,
            quoted: None,
            delimiter: beginning.delimiter,
            latin1: None,
        };
        table.rewind()?;
        Ok(table)
    }

    /// Goes back to the first row.
    pub(crate) fn rewind(&mut self) -> Result<()> {
        let text = self.bytes.text().and_then(|text| behind_lines(text, self.titles));
        let text = text.map_err(|source| Error::Unreadable { name: self.name.clone(), source })?;
        self.record.store(0, Ordering::Relaxed);
        self.quotes.store(0, Ordering::Relaxed);
        self.reader = reader(text, self.delimiter, &self.record, &self.quotes);
        self.line = 1;
        if !self.is_headless {
            self.next()?;
        }
        Ok(())
    }

    pub(crate) fn header(&self) -> &[String] {
        &self.header
    }

    /// The column of this name, whatever its case and accents and whatever stands between its words.
    pub(crate) fn column(&self, option: &str, asked: &str) -> Result<usize> {
        let alike = |column: &&String| *column == asked || letters(column) == letters(asked);
        let exactly = self.header.iter().position(|column| column == asked);
        let found = exactly.or_else(|| self.header.iter().position(|column| letters(column) == letters(asked)));
        match found {
            Some(_)
                if self.header.iter().filter(alike).count() > 1
                    && exactly.is_none_or(|found| self.header[found + 1..].contains(&self.header[found])) =>
            {
                Err(refused(|say| say.two_columns_named(&self.name, asked)))
            }
            Some(found) => Ok(found),
            None => {
                let near = near_miss::nearest(asked, self.header.iter().map(String::as_str));
                let hint = |say: Language| near.map_or_else(String::new, |near| say.did_you_mean(near));
                Err(refused(|say| {
                    say.no_column(option, asked, &self.name, hint(say), self.columns_near(say, Some(asked)))
                }))
            }
        }
    }

    pub(crate) fn column_name(&self, column: usize) -> &str {
        &self.header[column]
    }

    /// What its first rows say in a column.
    pub(crate) fn sampled(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self.sample.iter().filter_map(move |row| row.get(column)).map(String::as_str);
        cells.filter(|cell| !cell.is_empty())
    }

    /// `its columns are: name, probability`.
    pub(crate) fn columns(&self, say: Language) -> String {
        self.columns_near(say, None)
    }

    fn columns_near(&self, say: Language, asked: Option<&str>) -> String {
        say.its_columns(near_miss::some(asked, self.header.iter().map(String::as_str)))
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The first line that was not UTF-8, and was read as Latin-1.
    pub(crate) fn latin1(&self) -> Option<u64> {
        self.latin1
    }

    /// The next row that is not blank.
    pub(crate) fn next(&mut self) -> Result<Option<Row<'_>>> {
        let begins = self.reader.position().line();
        self.record.store(self.reader.position().byte(), Ordering::Relaxed);
        let mut record = self.cells.take().map_or_else(ByteRecord::new, Cells::into_bytes);
        let read = self.reader.read_byte_record(&mut record);
        if !read.map_err(|error| self.unreadable(error, begins + self.line_break_behind() + self.titles))? {
            // An odd quote may also stand in the middle of a text, as the inches of 5".
            let unclosed = self.quoted.filter(|_| !self.quotes.load(Ordering::Relaxed).is_multiple_of(2));
            return unclosed.map_or(Ok(None), |column| Err(self.unclosed_quote(column)));
        }
        let went_on = record.position().map_or(0, csv::Position::line) + self.line_break_behind();
        let line = self.begins(&record, went_on) + self.titles;
        self.line = line;
        let ends = |byte: &u8| *byte == self.delimiter || *byte == b'\n';
        // What stands beside the table of a sheet, such as a legend, is no part of it.
        if self.bytes.is_sheet() && !self.is_headless {
            record.truncate(self.header.len());
        }
        self.quoted = record.iter().next_back().filter(|cell| cell.iter().any(ends)).map(|_| record.len() - 1);
        let cells = self.cells.insert(Cells::of(record));
        if matches!(cells, Cells::Bytes(_)) {
            self.latin1 = self.latin1.or(Some(line));
        }
        Ok(Some(Row::new(line, cells)))
    }

    /// Where a record begins: the reader tells the line on which it went on, and leaves out empty ones in front of the record.
    fn begins(&self, record: &ByteRecord, went_on: u64) -> u64 {
        let ends = self.reader.position().line() - u64::from(!self.crlf);
        if ends <= went_on {
            return went_on;
        }
        let within = record.as_slice().split(|byte| *byte == b'\n').count() as u64 - 1;
        ends.saturating_sub(within).max(went_on)
    }

    /// After `\r` the reader leaves `\n` to the next row, and counts it there.
    fn line_break_behind(&self) -> u64 {
        u64::from(self.crlf && (self.line > 1 || self.record.load(Ordering::Relaxed) > 0))
    }

    /// All that follows the quote stands in the last column of the last row.
    fn unclosed_quote(&self, column: usize) -> Error {
        let (name, line) = (&self.name, self.line);
        let column = match self.header.get(column) {
            Some(column) if line > 1 => format!("`{column}`"),
            _ => (column + 1).to_string(),
        };
        refused(|say| say.quote_not_closed(name, line, &column))
    }

    fn unreadable(&self, error: csv::Error, line: u64) -> Error {
        let (name, told) = (&self.name, error.to_string());
        match error.into_kind() {
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                refused(|say| say.row_too_long(name, line))
            }
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::InvalidData => {
                refused(|say| say.wrong_line(name, line, &error))
            }
            csv::ErrorKind::Io(source) => Error::Unreadable { name: self.name.clone(), source },
            _ => refused(|say| say.wrong_line(name, line, &told)),
        }
    }
}
