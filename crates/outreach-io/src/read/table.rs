//! Tables that people bring: CSV files of any delimiter, row by row, in memory that does not grow with the rows.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::beginning::{Beginning, line_end};
use super::doubles::quick_hash;
use super::source::{Bytes, Source};
use super::words::{letters, text};
use crate::error::{Error, Result, wrong_input};
use crate::near_miss;

/// A record longer than this is a quote that was not closed.
const LONGEST_RECORD: u64 = 1 << 20;
/// A table of more columns is refused.
const MOST_COLUMNS: usize = 4_096;
/// So much of a file tells its delimiter.
const BEGINNING: usize = 1 << 16;

/// How a table is laid out, as far as that is told.
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
    row: ByteRecord,
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

/// A cell's text by its column.
pub(crate) struct Row<'a> {
    pub(crate) line: u64,
    record: &'a ByteRecord,
    /// Instead of the record, where its cells had to be put right.
    mended: Option<Vec<String>>,
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
        .or_else(|| of("a PDF", &["%pdf"]))
        .or_else(|| of("RTF", &["{\\rtf"]))
}

/// `="0639980002"`: what exporters write so that spreadsheets keep a text as it is.
fn unwrapped(cell: &str) -> &str {
    cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(cell)
}

/// Also the blanks that spreadsheets put where nobody sees them.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || letter == '\u{feff}' || letter == '\u{200b}'
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
            return Err(wrong_input(format!(
                "{name}: this is no text and no workbook; CSV, .xlsx, .xls, .ods and .gz are read"
            )));
        }
        if let Some(what) = no_table(&first) {
            return Err(wrong_input(format!(
                "{name}: this is {what} and no table; CSV, .xlsx, .xls, .ods and .gz are read: save or export it as one of them"
            )));
        }
        if first.iter().all(u8::is_ascii_whitespace) {
            return Err(wrong_input(format!("{name}: the file is empty; a header and rows are accepted")));
        }
        let crlf = first.split(|byte| *byte == b'\n').next().is_some_and(|line| line.ends_with(b"\r"));
        let beginning = Beginning::of(&first, first.len() == BEGINNING, layout.delimiter, layout.skip_lines);
        if beginning.first_is_a_row {
            return Err(wrong_input(format!(
                "{name}: the first line looks like a row and not like a header; add a line with the names of the columns, or skip \
                 lines above it with --skip-lines"
            )));
        }
        if beginning.header.len() > MOST_COLUMNS {
            return Err(wrong_input(format!(
                "{name}: line {}, column {}: tables of up to {MOST_COLUMNS} columns are read; is --delimiter right?",
                beginning.titles + 1,
                MOST_COLUMNS + 1
            )));
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
            row: ByteRecord::new(),
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
                Err(wrong_input(format!("{}: two columns are named `{asked}`", self.name)))
            }
            Some(found) => Ok(found),
            None => {
                let hint = near_miss::hint(asked, self.header.iter().map(String::as_str));
                Err(wrong_input(format!("{option} = {asked} is no column of {}{hint}; {}", self.name, self.columns())))
            }
        }
    }

    pub(crate) fn column_name(&self, column: usize) -> &str {
        &self.header[column]
    }

    /// `its columns are: name, probability`.
    pub(crate) fn columns(&self) -> String {
        format!("its columns are: {}", self.header.join(", "))
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The first line that was not UTF-8, and was read as Latin-1.
    pub(crate) fn latin1(&self) -> Option<u64> {
        self.latin1
    }

    /// The next row that is not blank.
    pub(crate) fn next(&mut self) -> Result<Option<Row<'_>>> {
        let begins = self.reader.position().clone();
        self.record.store(begins.byte(), Ordering::Relaxed);
        if !self
            .reader
            .read_byte_record(&mut self.row)
            .map_err(|error| self.unreadable(error, begins.line() + self.line_break_behind() + self.titles))?
        {
            // An odd quote may also stand in the middle of a text, as the inches of 5".
            let unclosed = self.quoted.filter(|_| !self.quotes.load(Ordering::Relaxed).is_multiple_of(2));
            return unclosed.map_or(Ok(None), |column| Err(self.unclosed_quote(column)));
        }
        let line = self.row.position().map_or(0, csv::Position::line) + self.line_break_behind() + self.titles;
        self.line = line;
        let ends = |byte: &u8| *byte == self.delimiter || *byte == b'\n';
        self.quoted = self.row.iter().next_back().filter(|cell| cell.iter().any(ends)).map(|_| self.row.len() - 1);
        if std::str::from_utf8(self.row.as_slice()).is_err() {
            self.latin1 = self.latin1.or(Some(line));
        }
        Ok(Some(Row { line, record: &self.row, mended: None }))
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
        wrong_input(format!(
            "{name}: a quote is not closed; the row begins on line {line}, the quote in column {column}"
        ))
    }

    fn unreadable(&self, error: csv::Error, line: u64) -> Error {
        let told = error.to_string();
        match error.into_kind() {
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::InvalidData => {
                wrong_input(format!("{}, line {line}: {error}", self.name))
            }
            csv::ErrorKind::Io(source) => Error::Unreadable { name: self.name.clone(), source },
            _ => wrong_input(format!("{}, line {line}: {told}", self.name)),
        }
    }
}

fn reader(
    source: Box<dyn Read + Send>,
    delimiter: u8,
    record: &Arc<AtomicU64>,
    quotes: &Arc<AtomicU64>,
) -> Reader<Bounded> {
    let bounded = Bounded { source, read: 0, record: record.clone(), quotes: quotes.clone() };
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true).buffer_capacity(1 << 16).from_reader(bounded)
}

/// Without so many lines at its beginning, however they end.
fn behind_lines(mut text: Box<dyn Read + Send>, mut lines: u64) -> io::Result<Box<dyn Read + Send>> {
    let mut first = Vec::new();
    text.by_ref().take(BEGINNING as u64).read_to_end(&mut first)?;
    let ends = line_end(&first);
    let mut at = 0;
    while lines > 0 && at < first.len() {
        lines -= u64::from(first[at] == ends);
        at += 1;
    }
    first.drain(..at);
    Ok(Box::new(io::Cursor::new(first).chain(text)))
}

/// A source that fails where a record goes on for too long: a quote that is not closed would be read to the end.
struct Bounded {
    source: Box<dyn Read + Send>,
    read: u64,
    record: Arc<AtomicU64>,
    quotes: Arc<AtomicU64>,
}

impl std::fmt::Debug for Bounded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bounded").field("read", &self.read).finish_non_exhaustive()
    }
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.read > self.record.load(Ordering::Relaxed) + LONGEST_RECORD {
            let message = "a row of more than a megabyte: is a quote not closed?";
            return Err(io::Error::new(io::ErrorKind::InvalidData, message));
        }
        let read = self.source.read(buffer)?;
        self.read += read as u64;
        let quotes = buffer[..read].iter().map(|&byte| u64::from(byte == b'"')).sum();
        self.quotes.fetch_add(quotes, Ordering::Relaxed);
        Ok(read)
    }
}
