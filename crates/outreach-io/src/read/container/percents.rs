//! The cells of `.xlsx` that are shown as per cent: there `0.2` is 20 %, whatever its column is called.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::ods::attribute;

pub(super) type Archive = ZipArchive<Cursor<Arc<[u8]>>>;

/// For each element that begins, until there is none; what is damaged was said before.
fn each_start(part: impl Read, mut at: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) => at(&start),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// By its number whether a style is of per cent; nothing where none is.
pub(super) fn styles(archive: &mut Archive) -> Vec<bool> {
    let Ok(part) = archive.by_name("xl/styles.xml") else { return Vec::new() };
    // Two formats are of per cent without being written down.
    let mut formats = vec!["9".to_owned(), "10".to_owned()];
    let (mut of_cells, mut styles) = (false, Vec::new());
    each_start(part, |start| match start.name().0 {
        "numFmt" if attribute(start, "formatCode").is_some_and(|code| code.contains('%')) => {
            formats.extend(attribute(start, "numFmtId"));
        }
        "cellXfs" => of_cells = true,
        "xf" if of_cells => styles.push(attribute(start, "numFmtId").is_some_and(|format| formats.contains(&format))),
        "cellStyles" | "dxfs" => of_cells = false,
        _ => {}
    });
    if styles.contains(&true) { styles } else { Vec::new() }
}

/// The part of the archive that is the sheet of this name.
pub(super) fn path(archive: &mut Archive, sheet: &str) -> Option<String> {
    let mut id = None;
    each_start(archive.by_name("xl/workbook.xml").ok()?, |start| {
        if start.name().0 == "sheet" && attribute(start, "name").as_deref() == Some(sheet) {
            id = attribute(start, "r:id");
        }
    });
    let mut targets = HashMap::new();
    each_start(archive.by_name("xl/_rels/workbook.xml.rels").ok()?, |start| {
        targets.extend(attribute(start, "Id").zip(attribute(start, "Target")));
    });
    let target = targets.remove(&id?)?;
    Some(target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned))
}

/// Goes along the cells of a sheet, as it is read.
pub(super) struct Percents<R> {
    reader: Reader<R>,
    styles: Vec<bool>,
    buffer: Vec<u8>,
    /// Row and column of the last cell, from 0 up, and whether it is of per cent.
    at: Option<((u32, u32), bool)>,
}

impl<R: BufRead> Percents<R> {
    pub(super) fn new(part: R, styles: Vec<bool>) -> Self {
        Self { reader: Reader::from_reader(part), styles, buffer: Vec::new(), at: None }
    }

    /// Whether a cell is of per cent; asked for in the order of the cells.
    pub(super) fn has(&mut self, cell: (u32, u32)) -> bool {
        while self.at.is_none_or(|(at, _)| at < cell) {
            if !self.go_on() {
                return false;
            }
        }
        self.at.is_some_and(|(at, is_percent)| at == cell && is_percent)
    }

    fn go_on(&mut self) -> bool {
        loop {
            self.buffer.clear();
            match self.reader.read_event_into(&mut self.buffer) {
                Ok(Event::Start(start) | Event::Empty(start)) if start.name().0 == "c" => {
                    let style = attribute(&start, "s").and_then(|style| style.parse::<usize>().ok());
                    let is_percent = style.is_some_and(|style| self.styles.get(style) == Some(&true));
                    let Some(place) = attribute(&start, "r").as_deref().and_then(place) else { continue };
                    self.at = Some((place, is_percent));
                    return true;
                }
                Ok(Event::Eof) | Err(_) => return false,
                Ok(_) => {}
            }
        }
    }
}

/// `B12`: row 11 and column 1.
fn place(name: &str) -> Option<(u32, u32)> {
    let (letters, digits) = name.split_at(name.find(|letter: char| letter.is_ascii_digit())?);
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let digit = u32::from(letter.to_ascii_uppercase().checked_sub(b'A')?) + 1;
        sum.checked_mul(26)?.checked_add(digit)
    })?;
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
