//! Tables that people bring: CSV files of any delimiter, row by row, in memory that does not grow with the rows.

use std::borrow::Cow;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::{ByteRecord, Reader, ReaderBuilder};
use outreach::plain_word;

use crate::error::{Error, Result, wrong_input};
use crate::near_miss;

/// A record longer than this is a quote that was not closed.
const LONGEST_RECORD: u64 = 1 << 20;
/// So much of a file tells its delimiter.
const BEGINNING: usize = 1 << 16;
const DELIMITERS: [u8; 4] = *b",;\t|";

/// A table with a header that is being read.
#[derive(Debug)]
pub(crate) struct Table {
    name: String,
    reader: Reader<Bounded>,
    /// Where the record that is being read begins.
    record: Arc<AtomicU64>,
    /// The quotes so far.
    quotes: Arc<AtomicU64>,
    crlf: bool,
    header: Vec<String>,
    row: ByteRecord,
    /// Where the last row begins.
    line: u64,
    /// The last column of the last row, if what stands there holds what would end it without quotes.
    quoted: Option<usize>,
    delimiter: u8,
    latin1: Option<u64>,
}

/// A cell's text by its column.
pub(crate) struct Row<'a> {
    pub(crate) line: u64,
    cells: Vec<Cow<'a, str>>,
}

impl Row<'_> {
    /// Without the blanks around it.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

impl Table {
    /// The delimiter is the one that the first line has most of, unless it is given.
    pub(crate) fn read(
        name: impl Into<String>,
        mut source: impl Read + Send + 'static,
        delimiter: Option<u8>,
    ) -> Result<Self> {
        let name = name.into();
        let mut beginning = Vec::new();
        let begun = source.by_ref().take(BEGINNING as u64).read_to_end(&mut beginning);
        begun.map_err(|source| Error::Unreadable { name: name.clone(), source })?;
        if beginning.starts_with(&[0xff, 0xfe]) || beginning.starts_with(&[0xfe, 0xff]) || beginning.contains(&0) {
            return Err(wrong_input(format!("{name}: this is UTF-16 or no text; save it as UTF-8")));
        }
        if let Some(rest) = beginning.strip_prefix(b"\xef\xbb\xbf") {
            beginning = rest.to_vec();
        }
        if beginning.iter().all(u8::is_ascii_whitespace) {
            return Err(wrong_input(format!("{name}: the file is empty; a header and rows are accepted")));
        }
        let crlf = beginning.split(|byte| *byte == b'\n').next().is_some_and(|line| line.ends_with(b"\r"));
        let delimiter = delimiter.unwrap_or_else(|| sniffed(&beginning));
        let record = Arc::new(AtomicU64::new(0));
        let quotes = Arc::new(AtomicU64::new(0));
        let source = Box::new(io::Cursor::new(beginning).chain(source));
        let bounded = Bounded { source, read: 0, record: record.clone(), quotes: quotes.clone() };
        let reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(bounded);
        let row = ByteRecord::new();
        let mut table = Self {
            name,
            reader,
            record,
            quotes,
            crlf,
            header: Vec::new(),
            row,
            line: 1,
            quoted: None,
            delimiter,
            latin1: None,
        };
        let header = table.next()?.map(|row| (0..row.cells.len()).map(|column| row.cell(column).to_owned()).collect());
        table.header = header.unwrap_or_default();
        table.check_header()?;
        Ok(table)
    }

    fn check_header(&self) -> Result<()> {
        for (index, name) in self.header.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if self.header[..index].contains(name) {
                return Err(wrong_input(format!("{}: two columns are named `{name}`", self.name)));
            }
        }
        Ok(())
    }

    /// The column of this name, whatever its case and accents and whatever stands between its words; by the usual names,
    /// the first that is there, where none is asked for.
    pub(crate) fn column(&self, option: &str, asked: Option<&str>, usual: &[&str]) -> Result<Option<usize>> {
        let find = |name: &str| {
            let exactly = self.header.iter().position(|column| column == name);
            exactly.or_else(|| self.header.iter().position(|column| letters(column) == letters(name)))
        };
        let Some(asked) = asked else { return Ok(usual.iter().find_map(|name| find(name))) };
        find(asked).map(Some).ok_or_else(|| {
            let hint = near_miss::hint(asked, self.header.iter().map(String::as_str));
            wrong_input(format!("{option} = {asked} is no column of {}{hint}; {}", self.name, self.columns()))
        })
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
            .map_err(|error| self.unreadable(error, begins.line() + self.line_break_behind()))?
        {
            // An odd quote may also stand in the middle of a text, as the inches of 5".
            let unclosed = self.quoted.filter(|_| !self.quotes.load(Ordering::Relaxed).is_multiple_of(2));
            return unclosed.map_or(Ok(None), |column| Err(self.unclosed_quote(column)));
        }
        let line = self.row.position().map_or(0, csv::Position::line) + self.line_break_behind();
        self.line = line;
        let ends = |byte: &u8| *byte == self.delimiter || *byte == b'\n';
        self.quoted = self.row.iter().next_back().filter(|cell| cell.iter().any(ends)).map(|_| self.row.len() - 1);
        if std::str::from_utf8(self.row.as_slice()).is_err() {
            self.latin1 = self.latin1.or(Some(line));
        }
        Ok(Some(Row { line, cells: self.row.iter().map(text).collect() }))
    }

    /// After `\r` the reader leaves `\n` to the next row, and counts it there.
    fn line_break_behind(&self) -> u64 {
        u64::from(self.crlf && !self.header.is_empty())
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

fn letters(name: &str) -> String {
    plain_word(name).replace(' ', "")
}

/// Read as Latin-1 where it is no UTF-8.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect::<String>().into(),
    }
}

fn sniffed(beginning: &[u8]) -> u8 {
    let mut quoted = false;
    let first_line = beginning.iter().take_while(|&&byte| {
        quoted ^= byte == b'"';
        quoted || byte != b'\n'
    });
    let line: Vec<u8> = first_line.copied().collect();
    let count = |delimiter: &u8| {
        let mut quoted = false;
        let outside = line.iter().filter(|&&byte| {
            quoted ^= byte == b'"';
            !quoted && byte == *delimiter
        });
        outside.count()
    };
    DELIMITERS.into_iter().rev().max_by_key(count).unwrap_or(b',')
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
