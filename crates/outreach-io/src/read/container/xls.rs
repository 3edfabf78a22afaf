//! Workbooks of old are looked at before they are read: what is encrypted, and how far apart their cells stand.

use std::io::{BufReader, Cursor, Read};

use cfb::CompoundFile;

use crate::error::{Result, refused};

/// A sheet of more cells is refused, the empty ones between the others included: each takes memory.
const MOST_CELLS: u64 = 1 << 23;

/// # Errors
/// For a workbook that is encrypted, or whose sheets are too wide.
pub(super) fn check(name: &str, bytes: &[u8]) -> Result<()> {
    let wrong = |error: std::io::Error| refused(|say| say.unreadable_workbook(name, &error));
    let encrypted = || refused(|say| say.encrypted_workbook(name));
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(wrong)?;
    if file.exists("/EncryptedPackage") {
        return Err(encrypted());
    }
    let Some(path) = ["/Workbook", "/Book"].into_iter().find(|path| file.exists(path)) else {
        return Err(refused(|say| say.no_old_workbook(name)));
    };
    let mut records = BufReader::new(file.open_stream(path).map_err(wrong)?);
    let (mut rows, mut columns) = (0_u64, 0_u64);
    let mut head = [0; 4];
    while records.read_exact(&mut head).is_ok() {
        let (kind, length) = (u16::from_le_bytes([head[0], head[1]]), u16::from_le_bytes([head[2], head[3]]));
        let mut record = vec![0; usize::from(length)];
        if records.read_exact(&mut record).is_err() {
            break;
        }
        let number =
            |at: usize| record.get(at..at + 2).map_or(0, |pair| u64::from(u16::from_le_bytes([pair[0], pair[1]])));
        match kind {
            // A sheet begins.
            0x0809 => (rows, columns) = (0, 0),
            0x002f => return Err(encrypted()),
            // Blanks, numbers, texts, truths, formulas; and several numbers, whose last column stands at the end.
            0x0006 | 0x0201 | 0x0203 | 0x0204 | 0x0205 | 0x00d6 | 0x00fd | 0x027e => {
                (rows, columns) = (rows.max(number(0) + 1), columns.max(number(2) + 1));
            }
            0x00bd | 0x00be => {
                let last = number(record.len().saturating_sub(2)).max(number(2));
                (rows, columns) = (rows.max(number(0) + 1), columns.max(last + 1));
            }
            _ => {}
        }
        if rows * columns > MOST_CELLS {
            return Err(refused(|say| say.sheet_too_large(name, rows, columns, MOST_CELLS)));
        }
    }
    Ok(())
}
