//! Sheets of `.ods`, cell by cell: the library for workbooks holds all cells in memory, those that are repeated a million times
//! too.

use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::sheet_text::SheetText;
use crate::error::{Result, refused};

/// The sheets, with their text.
pub(super) fn sheets(name: &str, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>> {
    let wrong = |error: &dyn std::fmt::Display| refused(|say| say.unreadable_workbook(name, error));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| wrong(&error))?;
    if is_encrypted(&mut archive) {
        return Err(refused(|say| say.encrypted_workbook(name)));
    }
    let content = archive.by_name("content.xml").map_err(|error| wrong(&error))?;
    let mut reader = Reader::from_reader(BufReader::new(content));
    reader.config_mut().expand_empty_elements = true;
    let mut sheet = Sheet::new(name);
    let (mut sheets, mut sheet_name) = (Vec::new(), String::new());
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| wrong(&error))? {
            Event::Start(start) if start.name().0 == "table:table" => {
                sheet_name = attribute(&start, "table:name").unwrap_or_default();
                sheet = Sheet::new(name);
            }
            Event::Start(start) if start.name().0 == "office:annotation" => {
                skip(&mut reader).map_err(|error| wrong(&error))?;
            }
            Event::Start(start) => sheet.start(&start),
            Event::End(end) if end.name().0 == "table:table" => {
                let rows = std::mem::replace(&mut sheet.rows, SheetText::new(name));
                sheets.push((std::mem::take(&mut sheet_name), rows.end()));
            }
            Event::End(end) => sheet.end(end.name().0)?,
            Event::Text(text) => sheet.say(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let letter = entity.resolve_char_ref().ok().flatten().map(String::from);
                sheet
                    .say(&letter.or_else(|| resolve_predefined_entity(&entity).map(str::to_owned)).unwrap_or_default());
            }
            Event::Eof => return Ok(sheets),
            _ => {}
        }
        let read: usize = sheets.iter().map(|(_, text)| text.len()).sum();
        if read as u64 > super::LONGEST {
            return Err(super::too_long(name));
        }
    }
}

/// The sheet that is being read.
struct Sheet<'a> {
    cell: Option<Cell>,
    /// A paragraph of the cell is being read.
    is_within: bool,
    column: u32,
    row_times: u32,
    /// Nothing stands in the row so far.
    is_blank: bool,
    /// Rows of nothing before it: the rest of a sheet is one of a million.
    blank: u32,
    rows: SheetText<'a>,
}

struct Cell {
    /// What its attributes tell.
    value: Option<String>,
    /// Its text, as it is shown.
    text: String,
    times: u32,
}

impl<'a> Sheet<'a> {
    fn new(name: &'a str) -> Self {
        Self {
            cell: None,
            is_within: false,
            column: 0,
            row_times: 1,
            is_blank: true,
            blank: 0,
            rows: SheetText::new(name),
        }
    }

    fn start(&mut self, start: &BytesStart) {
        let times = |name| attribute(start, name).and_then(|times| times.parse().ok()).unwrap_or(1_u32);
        match start.name().0 {
            "table:table-row" => (self.column, self.row_times) = (0, times("table:number-rows-repeated")),
            "table:table-cell" | "table:covered-table-cell" => {
                let value = [
                    "office:date-value",
                    "office:time-value",
                    "office:boolean-value",
                    "office:string-value",
                    "office:value",
                ]
                .into_iter()
                .find_map(|name| Some((name, attribute(start, name)?)));
                let is_percent = attribute(start, "office:value-type").as_deref() == Some("percentage");
                let value = value.map(|(name, value)| match name {
                    "office:time-value" => clock(&value),
                    "office:date-value" => value.replacen('T', " ", 1),
                    "office:value" if is_percent => super::sheet_text::as_percent(value),
                    _ => value,
                });
                self.cell = Some(Cell { value, text: String::new(), times: times("table:number-columns-repeated") });
            }
            // Paragraphs and runs of blanks within a cell.
            "text:p" => {
                self.is_within = true;
                if self.cell.as_ref().is_some_and(|cell| !cell.text.is_empty()) {
                    self.say(" ");
                }
            }
            "text:s" | "text:tab" | "text:line-break" => self.say(" "),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|_| self.is_within) {
            cell.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<()> {
        match name {
            "text:p" => self.is_within = false,
            "table:table-cell" | "table:covered-table-cell" => {
                let Some(cell) = self.cell.take() else { return Ok(()) };
                let text = cell.value.unwrap_or(cell.text);
                if !text.trim().is_empty() {
                    self.rows.skip(std::mem::take(&mut self.blank))?;
                    self.is_blank = false;
                    let row = self.rows.written();
                    for column in self.column..self.column.saturating_add(cell.times) {
                        self.rows.put(row, column, text.trim())?;
                    }
                }
                self.column = self.column.saturating_add(cell.times);
            }
            "table:table-row" => {
                if std::mem::replace(&mut self.is_blank, true) {
                    self.blank = self.blank.saturating_add(self.row_times);
                } else {
                    self.rows.repeat(self.row_times)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

pub(super) fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok().flatten()?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// `PT00H01M35S` as `0:01:35`.
fn clock(duration: &str) -> String {
    let part = |unit: char| {
        let before = duration.split(unit).next().filter(|before| before.len() < duration.len())?;
        let digits = before.rsplit(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != ',').next()?;
        digits.split(['.', ',']).next()?.parse::<u64>().ok()
    };
    let (hours, minutes, seconds) = (part('H').unwrap_or(0), part('M').unwrap_or(0), part('S').unwrap_or(0));
    format!("{hours}:{minutes:02}:{seconds:02}")
}

/// Reads on to the end of a remark.
fn skip<R: BufRead>(reader: &mut Reader<R>) -> quick_xml::Result<()> {
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::End(end) if end.name().0 == "office:annotation" => return Ok(()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn is_encrypted(archive: &mut ZipArchive<Cursor<&[u8]>>) -> bool {
    let Ok(manifest) = archive.by_name("META-INF/manifest.xml") else { return false };
    let mut reader = Reader::from_reader(BufReader::new(manifest));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) if start.name().0 == "manifest:encryption-data" => {
                return true;
            }
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}
