//! What the rows of a table are read from: in bounded memory, whatever quotes are not closed.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::{Reader, ReaderBuilder};

use super::BEGINNING;
use crate::read::beginning::line_end;

/// A record longer than this is a quote that was not closed.
const LONGEST_RECORD: u64 = 1 << 20;

pub(super) fn reader(
    source: Box<dyn Read + Send>,
    delimiter: u8,
    record: &Arc<AtomicU64>,
    quotes: &Arc<AtomicU64>,
) -> Reader<Bounded> {
    let bounded = Bounded { source, read: 0, record: record.clone(), quotes: quotes.clone() };
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true).buffer_capacity(1 << 16).from_reader(bounded)
}

/// Without this many lines at its beginning, however they end.
pub(super) fn behind_lines(mut text: Box<dyn Read + Send>, mut lines: u64) -> io::Result<Box<dyn Read + Send>> {
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
pub(super) struct Bounded {
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
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = self.source.read(buffer)?;
        self.read += read as u64;
        // In bytes, of which many are counted at once.
        let of_part = |part: &[u8]| part.iter().fold(0_u8, |quotes, byte| quotes.wrapping_add(u8::from(*byte == b'"')));
        let quotes: u64 = buffer[..read].chunks(255).map(|part| u64::from(of_part(part))).sum();
        self.quotes.fetch_add(quotes, Ordering::Relaxed);
        Ok(read)
    }
}
