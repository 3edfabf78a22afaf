//! Sheets of workbooks as text with commas: `.xlsx`, `.xls`, `.ods`. What they come to is bounded before they are read.

mod archive;
mod ods;
mod sheet_text;
mod xls;

use std::io::{Cursor, Read};

use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetType, Style, Xls, Xlsx};
use chrono::{Duration, NaiveDate};

use self::archive::Kind;
use self::sheet_text::SheetText;
use super::vocabulary::known;
use super::words::letters;
use crate::error::{Error, Result, refused};

/// A workbook of more bytes is refused, and a sheet that comes to more text.
const LONGEST: u64 = 1 << 28;

enum Book {
    Xlsx(Xlsx<Cursor<Vec<u8>>>),
    Xls(Xls<Cursor<Vec<u8>>>),
    Ods(Vec<(String, Vec<u8>)>),
}

impl Book {
    fn open(name: &str, bytes: Vec<u8>) -> Result<Self> {
        let wrong = |error: &dyn std::fmt::Display| refused(|say| say.unreadable_workbook(name, error));
        if bytes.starts_with(b"\xd0\xcf") {
            xls::check(name, &bytes)?;
            return Xls::new(Cursor::new(bytes)).map(Self::Xls).map_err(|error| wrong(&error));
        }
        match archive::check(name, &bytes)? {
            Kind::Xlsx => Xlsx::new(Cursor::new(bytes)).map(Self::Xlsx).map_err(|error| wrong(&error)),
            Kind::Ods => ods::sheets(name, &bytes).map(Self::Ods),
        }
    }

    fn names(&self) -> Vec<String> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xls(book) => book.sheets_metadata(),
            Self::Ods(sheets) => return sheets.iter().map(|(name, _)| name.clone()).collect(),
        };
        // Charts and macros have no cells.
        sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect()
    }

    /// The text of a sheet, and whether cells without a value stand in it, which may have formulas.
    fn text(&mut self, name: &str, sheet: &str) -> Result<(Vec<u8>, bool)> {
        let wrong = |error: &dyn std::fmt::Display| refused(|say| say.unreadable_sheet(name, sheet, error));
        let mut rows = SheetText::new(name);
        let mut has_blanks = false;
        match self {
            Self::Xlsx(book) => {
                let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| wrong(&error))?;
                let is_percent: Vec<_> = cells.styles().iter().map(of_percent).collect();
                while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|error| wrong(&error))? {
                    let (row, column) = cell.get_position();
                    has_blanks |= *cell.get_value() == DataRef::Empty;
                    let text = of_cell(cell.get_value());
                    let is_number = matches!(cell.get_value(), DataRef::Float(_) | DataRef::Int(_));
                    let is_percent = is_number && is_percent.get(style) == Some(&true);
                    rows.put(row, column, &if is_percent { sheet_text::as_percent(text) } else { text })?;
                }
            }
            Self::Xls(book) => {
                let range = book.worksheet_range(sheet).map_err(|error| wrong(&error))?;
                let (row, column) = range.start().unwrap_or_default();
                for (r, c, value) in range.used_cells() {
                    rows.put(row + r as u32, column + c as u32, &of_value(value))?;
                }
            }
            Self::Ods(sheets) => {
                let found = sheets.iter_mut().find(|(known, _)| known == sheet);
                return Ok((found.map(|(_, text)| std::mem::take(text)).unwrap_or_default(), false));
            }
        }
        Ok((rows.end(), has_blanks))
    }

    /// Refuses formulas whose values were not stored with them: what a program writes that does not compute.
    fn check_formulas(&mut self, name: &str, sheet: &str) -> Result<()> {
        let wrong = |error: &dyn std::fmt::Display| refused(|say| say.unreadable_sheet(name, sheet, error));
        let Self::Xlsx(book) = self else { return Ok(()) };
        let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| wrong(&error))?;
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|error| wrong(&error))? {
            if cell.formula.is_some() && cell.value == DataRef::Empty {
                let (row, column) = cell.pos;
                return Err(refused(|say| say.formula_without_value(name, sheet, row + 1, column + 1)));
            }
        }
        Ok(())
    }
}

/// Whether `0.2` is shown as 20 %, whatever its column is called.
fn of_percent(style: &Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%'))
}

fn too_long(name: &str) -> Error {
    refused(|say| say.workbook_too_long(name, LONGEST >> 20))
}

/// The text of the named sheet, or of the one that looks like a table of calls or contacts.
pub(crate) fn sheet(name: &str, source: impl Read, sheet: Option<&str>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = source.take(LONGEST + 1).read_to_end(&mut bytes);
    read.map_err(|source| Error::Unreadable { name: name.to_owned(), source })?;
    if bytes.len() as u64 > LONGEST {
        return Err(too_long(name));
    }
    let mut book = Book::open(name, bytes)?;
    let names = book.names();
    let listed = || names.join(", ");
    let (chosen, (text, has_blanks)) = if let Some(asked) = sheet {
        let found = names.iter().find(|known| *known == asked || letters(known) == letters(asked));
        let missing = || refused(|say| say.no_sheet(asked, name, listed()));
        let found = found.ok_or_else(missing)?;
        (found, book.text(name, found)?)
    } else {
        // The best one so far, and how many are as good: all of them would not fit.
        let (mut best, mut many) = (None::<(usize, &String, (Vec<u8>, bool))>, 0);
        for sheet in &names {
            let read = book.text(name, sheet)?;
            let score = score(&read.0);
            match &best {
                _ if read.0.is_empty() => {}
                Some((before, ..)) if score < *before => {}
                Some((before, ..)) if score == *before => many += 1,
                _ => (best, many) = (Some((score, sheet, read)), 1),
            }
        }
        match best {
            None => return Err(refused(|say| say.empty_sheets(name, listed()))),
            Some(_) if many > 1 => return Err(refused(|say| say.several_sheets(name, listed()))),
            Some((_, sheet, read)) => (sheet, read),
        }
    };
    if has_blanks {
        book.check_formulas(name, chosen)?;
    }
    Ok(text)
}

/// How many names of columns the first rows hold.
fn score(text: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    let rows = reader.records().take(30).flatten();
    rows.map(|row| row.iter().filter(|cell| known().is_column(&letters(cell))).count()).max().unwrap_or_default()
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
    // Days count from 1900, or from 1904.
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    let day = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).and_then(|day| day.and_hms_opt(0, 0, 0));
    let of_day = Duration::try_seconds(seconds as i64 - 86_400 * days.floor() as i64);
    let at = day.zip(of_day).and_then(|(day, after)| day.checked_add_signed(after));
    at.map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M:%S").to_string())
}

#[cfg(test)]
mod tests;
