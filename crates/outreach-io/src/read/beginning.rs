//! The beginning of a table: what stands between its columns, where its header is, and some of its rows.

use super::labels::{Label, label};
use super::vocabulary::known;
use super::when;
use super::words::{letters, text};

const DELIMITERS: [u8; 4] = *b",;\t|";
/// This many records are looked at for a header.
const TITLES: usize = 40;

#[derive(Debug)]
pub(crate) struct Beginning {
    pub(crate) delimiter: u8,
    /// Lines above the header.
    pub(crate) titles: u64,
    pub(crate) header: Vec<String>,
    /// The first row is a call, and its columns are named by their number.
    pub(crate) is_headless: bool,
    pub(crate) sample: Vec<Vec<String>>,
    /// The first record with something in it, where it looks like a row and no header was found.
    pub(crate) first_is_a_row: bool,
}

struct Record {
    /// From 0 up.
    line: u64,
    cells: Vec<String>,
}

impl Record {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn names(&self) -> usize {
        self.cells.iter().filter(|cell| known().is_column(&letters(cell))).count()
    }

    /// Whether it has a date, a number or an ending in it, as rows have and headers have not.
    fn is_a_row(&self) -> bool {
        let says_an_end = |cell: &String| {
            let is_name = known().is_column(&letters(cell));
            cell.contains(' ') && !is_name && known().ending(&[], cell).is_some()
        };
        let is_number = |cell: &String| cell.trim_end_matches('%').trim_end().replace(',', ".").parse::<f64>().is_ok();
        self.names() == 0 && self.cells.iter().any(|cell| says_an_end(cell) || is_number(cell))
            || self.cells.iter().any(|cell| {
                let digits = cell.bytes().filter(u8::is_ascii_digit).count();
                digits >= 4 && (2 * digits >= cell.len() || when::read(cell).is_some())
            })
    }
}

impl Beginning {
    /// Of the first bytes of a text; `cut` says that more follow. Lines that the user skips are not looked at.
    pub(crate) fn of(bytes: &[u8], cut: bool, delimiter: Option<u8>, skip: u64) -> Self {
        let mut rest = bytes;
        let mut skipped = 0;
        while skipped < skip && !rest.is_empty() {
            rest = behind_line(rest);
            skipped += 1;
        }
        let named = rest.get(..5).filter(|line| line[..4].eq_ignore_ascii_case(b"sep=")).map(|line| line[4]);
        if named.is_some() {
            rest = behind_line(rest);
            skipped += 1;
        }
        let delimiter = delimiter.or(named).unwrap_or_else(|| sniffed(rest));
        let mut records = records(rest, delimiter, skipped);
        if cut && records.len() > 1 {
            records.pop();
        }
        let first = records.iter().position(|record| record.filled() > 0).unwrap_or_default();
        let header = if skip > 0 { first } else { header(&records).unwrap_or(first) };
        let mut records = records.into_iter().skip(header);
        let head = records.next().unwrap_or(Record { line: skipped, cells: Vec::new() });
        let records: Vec<_> = records.collect();
        let looks_like_a_row = (head.is_a_row() || recurs(&head, &records)) && head.names() < 2;
        let headless = known().headless(head.cells.len()).filter(|_| looks_like_a_row);
        let mut sample: Vec<_> = records
            .into_iter()
            .map(|record| record.cells)
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        if sample.iter().any(|row| tells_of_columns(row, &head.cells)) {
            sample.retain(|row| tells_of_columns(row, &head.cells));
        }
        let titles = head.line;
        let names = headless.map(|names| names.iter().map(|name| (*name).to_owned()).collect());
        if headless.is_some() {
            sample.insert(0, head.cells.clone());
        }
        Self {
            delimiter,
            titles,
            header: names.unwrap_or(head.cells),
            is_headless: headless.is_some(),
            sample,
            first_is_a_row: looks_like_a_row && headless.is_none(),
        }
    }
}

/// By a total, or the header again, as on the pages of a report, no column is judged.
fn tells_of_columns(row: &[String], header: &[String]) -> bool {
    let mut filled = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let is_labelled = filled.next().is_some_and(|first| label(first) == Some(Label::Whole));
    let is_number = |cell: &str| {
        cell.starts_with(|first: char| first.is_ascii_digit())
            && cell.chars().all(|letter| letter.is_ascii_digit() || letter.is_whitespace() || ".,:%".contains(letter))
    };
    row != header && !(is_labelled && filled.clone().next().is_some() && filled.all(is_number))
}

fn behind_line(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte == b'\n' || *byte == b'\r').unwrap_or(bytes.len());
    let rest = &bytes[end..];
    rest.strip_prefix(b"\r\n").or_else(|| rest.get(1..)).unwrap_or_default()
}

fn records(bytes: &[u8], delimiter: u8, skipped: u64) -> Vec<Record> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(bytes);
    let mut records = Vec::new();
    let mut record = csv::ByteRecord::new();
    let (end, mut line, mut at) = (line_end(bytes), skipped, 0);
    while let Ok(true) = reader.read_byte_record(&mut record) {
        // The reader tells the line on which it went on, blank lines included.
        let start = record.position().map_or(at, |position| position.byte() as usize);
        let begins = start + bytes[start..].iter().take_while(|byte| b"\r\n".contains(byte)).count();
        line += bytes[at..begins].split(|byte| *byte == end).count() as u64 - 1;
        at = begins;
        let cells = record.iter().map(|cell| text(cell).trim().to_owned()).collect();
        records.push(Record { line, cells });
    }
    records
}

/// What ends the lines of a text: `\r` where nothing else does.
pub(crate) fn line_end(bytes: &[u8]) -> u8 {
    if bytes.contains(&b'\n') { b'\n' } else { b'\r' }
}

/// Whether most of what stands in a record stands in its column again, as words of rows do; the headers of pages are there as a whole.
fn recurs(record: &Record, others: &[Record]) -> bool {
    let others: Vec<_> = others.iter().filter(|other| other.cells != record.cells).collect();
    let again = |(column, cell): &(usize, &String)| {
        !cell.is_empty() && others.iter().any(|other| other.cells.get(*column) == Some(cell))
    };
    2 * record.cells.iter().enumerate().filter(again).count() > record.filled()
}

/// The first record that names more columns than the others, if titles stand above it.
fn header(records: &[Record]) -> Option<usize> {
    let first = records.iter().position(|record| record.filled() > 0)?;
    let wide = records.iter().skip(first).map(|record| record.cells.len()).max()?;
    // One filled cell above a wider table is a title; two names of columns are a header.
    let is_header = |record: &&Record| {
        record.names() >= 2 && !record.is_a_row() && 2 * record.cells.len() > wide && !recurs(record, records)
    };
    let found = records.iter().take(TITLES).position(|record| is_header(&record));
    let is_title = |record: &Record| record.filled() < 2 && wide > 2 || record.names() < 2;
    match found {
        Some(found) if records[first..found].iter().all(is_title) => Some(found),
        _ if records[first].filled() == 1 && wide > 1 => {
            let below =
                records.iter().take(TITLES).position(|record| record.filled() >= 2 && 2 * record.filled() > wide)?;
            // Of two columns the first one may have no more than its name.
            let is_header = wide > 2 || records[first].names() == 0 && records[below].names() > 0;
            (is_header && !records[below].is_a_row()).then_some(below)
        }
        _ => Some(first),
    }
}

/// The one that the first lines have most of, in the same number.
fn sniffed(bytes: &[u8]) -> u8 {
    let score = |delimiter: &u8| {
        let found = records(&bytes[..bytes.len().min(1 << 13)], *delimiter, 0);
        let wide = found.iter().take(30).map(|record| record.cells.len()).collect::<Vec<_>>();
        let names = found.iter().take(TITLES).map(Record::names).max().unwrap_or_default();
        let best = wide.iter().map(|width| (*width - 1) * wide.iter().filter(|other| *other == width).count()).max();
        (names, best.unwrap_or_default())
    };
    DELIMITERS.into_iter().rev().max_by_key(score).unwrap_or(b',')
}
