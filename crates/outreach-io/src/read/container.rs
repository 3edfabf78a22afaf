//! Sheets of workbooks as text with commas: `.xlsx`, `.xls`, `.ods`.

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, ExcelDateTime, Reader, Sheets, Xlsx, open_workbook_auto_from_rs};
use chrono::{Duration, NaiveDate};

use super::vocabulary::known;
use super::words::letters;
use crate::error::{Error, Result, wrong_input};

/// A workbook of more bytes is refused, and a sheet that comes to more text.
const LONGEST: u64 = 1 << 28;
/// A column beyond this one is refused: a row of a call log has some dozens.
const MOST_COLUMNS: u32 = 4_096;

/// The text of the named sheet, or of the one that looks like a table of calls or contacts.
pub(crate) fn sheet(name: &str, source: impl Read, sheet: Option<&str>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = source.take(LONGEST + 1).read_to_end(&mut bytes);
    read.map_err(|source| Error::Unreadable { name: name.to_owned(), source })?;
    check_size(name, &bytes)?;
    let wrong =
        |error: &dyn std::fmt::Display| wrong_input(format!("{name}: it is no workbook that can be read ({error})"));
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| wrong(&error))?;
    let names = book.sheet_names();
    let listed = || names.join(", ");
    if let Some(asked) = sheet {
        let found = names.iter().find(|known| *known == asked || letters(known) == letters(asked));
        let missing = || wrong_input(format!("--sheet = {asked} is no sheet of {name}; its sheets are: {}", listed()));
        return text(name, &mut book, found.ok_or_else(missing)?);
    }
    let mut tables = Vec::new();
    for sheet in &names {
        let text = text(name, &mut book, sheet)?;
        let score = score(&text);
        if !text.is_empty() {
            tables.push((score, text));
        }
    }
    let best = tables.iter().map(|(score, _)| *score).max().unwrap_or_default();
    let many = tables.iter().filter(|(score, _)| *score == best).count();
    match tables.into_iter().find(|(score, _)| *score == best) {
        None => Err(wrong_input(format!("{name}: its sheets are empty: {}", listed()))),
        Some(_) if many > 1 => {
            Err(wrong_input(format!("{name} has several sheets: {}; --sheet names the one to be read", listed())))
        }
        Some((_, text)) => Ok(text),
    }
}

/// Archives tell how much their entries come to; what is packed a thousandfold is no table.
fn check_size(name: &str, bytes: &[u8]) -> Result<()> {
    let too_long =
        || wrong_input(format!("{name}: a workbook of more than {} MB is not read; save it as CSV", LONGEST >> 20));
    if bytes.len() as u64 > LONGEST {
        return Err(too_long());
    }
    let encrypted: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    if bytes.starts_with(b"\xd0\xcf") && bytes.windows(encrypted.len()).any(|window| window == encrypted) {
        return Err(wrong_input(format!("{name}: the workbook is encrypted; save it without a password")));
    }
    // The sizes that the central directory tells, before anything is unpacked.
    let mut total = 0_u64;
    for at in 0..bytes.len().saturating_sub(46) {
        if bytes[at..].starts_with(b"PK\x01\x02") {
            let size = u32::from_le_bytes([bytes[at + 24], bytes[at + 25], bytes[at + 26], bytes[at + 27]]);
            total += u64::from(size);
        }
    }
    if total > 4 * LONGEST || total > 1 << 24 && total > 500 * bytes.len() as u64 {
        return Err(too_long());
    }
    Ok(())
}

/// How many names of columns the first rows hold.
fn score(text: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    let rows = reader.records().take(30).flatten();
    rows.map(|row| row.iter().filter(|cell| known().is_column(&letters(cell))).count()).max().unwrap_or_default()
}

fn text(name: &str, book: &mut Sheets<Cursor<Vec<u8>>>, sheet: &str) -> Result<Vec<u8>> {
    let wrong =
        |error: &dyn std::fmt::Display| wrong_input(format!("{name}, sheet {sheet}: it cannot be read ({error})"));
    let mut rows = Rows { name, text: Vec::new(), row: Vec::new(), at: 0 };
    if let Sheets::Xlsx(book) = book {
        let book: &mut Xlsx<_> = book;
        let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| wrong(&error))?;
        while let Some(cell) = cells.next_cell().map_err(|error| wrong(&error))? {
            let (row, column) = cell.get_position();
            rows.put(row, column, &of_cell(cell.get_value()))?;
        }
    } else {
        let range = book.worksheet_range(sheet).map_err(|error| wrong(&error))?;
        let (row, column) = range.start().unwrap_or_default();
        for (r, c, value) in range.used_cells() {
            rows.put(row + r as u32, column + c as u32, &of_value(value))?;
        }
    }
    Ok(rows.end())
}

/// Rows as they come, one line each.
struct Rows<'a> {
    name: &'a str,
    text: Vec<u8>,
    row: Vec<String>,
    at: u32,
}

impl Rows<'_> {
    fn put(&mut self, row: u32, column: u32, cell: &str) -> Result<()> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS || self.text.len() as u64 > LONGEST || row > 1 << 21 {
            return Err(wrong_input(format!(
                "{}: line {}, column {}: a sheet of up to {MOST_COLUMNS} columns is read",
                self.name,
                u64::from(row) + 1,
                u64::from(column) + 1
            )));
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

    fn end(mut self) -> Vec<u8> {
        if !self.row.is_empty() {
            self.flush();
        }
        self.text
    }
}

fn of_cell(cell: &DataRef) -> String {
    match cell {
        DataRef::SharedString(text) => (*text).to_owned(),
        other => of_value(&other.clone().into()),
    }
}

fn of_value(value: &Data) -> String {
    match value {
        Data::DateTime(time) => of_time(*time),
        Data::Bool(true) => "true".to_owned(),
        Data::Bool(false) => "false".to_owned(),
        Data::Error(_) => String::new(),
        other => other.to_string(),
    }
}

/// `2026-05-04 09:00:00`, and `0:03:11` for lengths and times of day.
fn of_time(time: ExcelDateTime) -> String {
    let days = time.as_f64();
    let seconds = (days * 86_400.0).round();
    if time.is_duration() || (0.0..1.0).contains(&days) {
        let seconds = seconds as i64;
        return format!("{}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
    let day = NaiveDate::from_ymd_opt(1899, 12, 30).and_then(|day| day.and_hms_opt(0, 0, 0));
    let at = day.zip(Duration::try_seconds(seconds as i64)).and_then(|(day, after)| day.checked_add_signed(after));
    at.map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M:%S").to_string())
}
