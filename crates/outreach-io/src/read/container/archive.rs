//! Archives are looked at before they are read: what they come to, and what they hold.

use std::io::{self, Cursor, Read, Write};

use zip::ZipArchive;

use super::{LONGEST, too_long};
use crate::error::{Result, refused};

/// What the parts of a workbook come to, unpacked.
const MOST: u64 = 1 << 30;
/// What a part comes to that is held in memory whole: the texts of a workbook, its styles.
const MOST_HELD: u64 = LONGEST / 2;
/// The text of a cell, in bytes.
const LONGEST_CELL: u64 = 1 << 20;

#[derive(PartialEq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
}

/// Unpacks every part and keeps nothing: the sizes that an archive tells of itself need not be true.
pub(super) fn check(name: &str, bytes: &[u8]) -> Result<Kind> {
    let wrong = |error: &dyn std::fmt::Display| refused(|say| say.unreadable_archive(name, error));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| wrong(&error))?;
    let names: Vec<String> = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let has = |part: &str| names.iter().any(|name| name == part);
    let kind = match () {
        () if has("xl/workbook.xml") => Kind::Xlsx,
        () if has("content.xml") => Kind::Ods,
        () => {
            return Err(refused(|say| say.no_workbook_in_archive(name)));
        }
    };
    let mut total = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| wrong(&error))?;
        // Pictures and the like are not read.
        let is_read = [".xml", ".rels"].iter().any(|ending| part.name().is_ok_and(|name| name.ends_with(ending)));
        if !is_read {
            continue;
        }
        let is_streamed = part.name().is_ok_and(|name| name.starts_with("xl/worksheets/") || name == "content.xml");
        let mut measure = Measure {
            is_sheet: is_streamed && kind == Kind::Xlsx,
            most: if is_streamed { MOST - total } else { MOST_HELD.min(MOST - total) },
            ..Measure::default()
        };
        let copied = io::copy(&mut part.take(MOST + 1), &mut measure);
        if measure.references.is_too_far {
            return Err(refused(|say| say.reference_too_far(name)));
        }
        if measure.is_cell_too_long {
            let most = LONGEST_CELL >> 20;
            return Err(refused(|say| say.cell_too_long(name, most)));
        }
        if measure.is_too_long {
            return Err(too_long(name));
        }
        copied.map_err(|error| wrong(&error))?;
        total += measure.read;
    }
    Ok(kind)
}

/// Counts bytes, and those since the last mark of XML.
#[derive(Default)]
struct Measure {
    most: u64,
    read: u64,
    /// Since the last `<`.
    run: u64,
    is_too_long: bool,
    is_cell_too_long: bool,
    is_sheet: bool,
    references: References,
}

/// Looks for places of cells that no sheet has (`r="ABCD1"`, `r="A99999999"`), whose numbers would wrap around.
#[derive(Default)]
struct References {
    /// The last bytes, of what is no place.
    before: Vec<u8>,
    is_within: bool,
    letters: usize,
    digits: usize,
    is_too_far: bool,
}

impl References {
    const MOST_LETTERS: usize = 3;
    const MOST_DIGITS: usize = 7;
    /// What stands before a place and its quote.
    const NAME: &[u8] = b" r=";

    fn read(&mut self, mut bytes: &[u8]) {
        while let Some(quote) = memchr::memchr(b'"', bytes) {
            self.add(&bytes[..quote]);
            self.is_within = !self.is_within && self.before.ends_with(Self::NAME);
            (self.letters, self.digits) = (0, 0);
            self.before.clear();
            bytes = &bytes[quote + 1..];
        }
        self.add(bytes);
    }

    fn add(&mut self, bytes: &[u8]) {
        if self.is_within {
            self.letters += bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
            self.digits += bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
            self.is_too_far |= self.letters > Self::MOST_LETTERS || self.digits > Self::MOST_DIGITS;
        } else {
            // Of what came in two pieces.
            self.before.extend_from_slice(&bytes[bytes.len().saturating_sub(Self::NAME.len())..]);
        }
    }
}

impl Write for Measure {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.read += bytes.len() as u64;
        let (first, last) = (bytes.iter().position(|byte| *byte == b'<'), bytes.iter().rposition(|byte| *byte == b'<'));
        // What stands between two marks within a buffer is shorter than the buffer.
        self.run += first.unwrap_or(bytes.len()) as u64;
        self.is_cell_too_long |= self.run > LONGEST_CELL;
        self.run = last.map_or(self.run, |last| (bytes.len() - last) as u64);
        self.is_too_long |= self.read > self.most;
        if self.is_sheet {
            self.references.read(bytes);
        }
        if self.is_too_long || self.is_cell_too_long || self.references.is_too_far {
            return Err(io::Error::other("too long"));
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
