//! The bytes of a table, as often as they are asked for.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::{Error, Result, refused};

/// What a table is read from: twice, once for its dates and units and once for its rows.
pub trait Source: Read + Seek + Send {}

impl<T: Read + Seek + Send> Source for T {}

/// A source whose text can be read from its beginning again and again.
#[derive(Clone)]
pub(crate) struct Bytes {
    source: Arc<Mutex<Box<dyn Source>>>,
    form: Form,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Plain,
    #[cfg(feature = "containers")]
    Gzip,
    /// The text of a workbook's sheet.
    #[cfg(feature = "containers")]
    Sheet,
}

impl Bytes {
    /// What is packed is unpacked, and a workbook's sheet is read as text with commas.
    pub(crate) fn open(name: &str, source: impl Source + 'static, sheet: Option<&str>) -> Result<Self> {
        let unreadable = |source| Error::Unreadable { name: name.to_owned(), source };
        #[cfg_attr(not(feature = "containers"), expect(unused_mut, reason = "nothing is unpacked"))]
        let mut bytes = Self { source: Arc::new(Mutex::new(Box::new(source))), form: Form::Plain };
        let mut first = Vec::new();
        bytes.packed().map_err(unreadable)?.take(8).read_to_end(&mut first).map_err(unreadable)?;
        let is_workbook = first.starts_with(b"PK\x03\x04") || first.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        let is_packed = first.starts_with(&[0x1f, 0x8b]);
        #[cfg(feature = "containers")]
        {
            if is_packed {
                bytes.form = Form::Gzip;
            } else if is_workbook {
                let text = super::container::sheet(name, bytes.packed().map_err(unreadable)?, sheet)?;
                bytes.source = Arc::new(Mutex::new(Box::new(io::Cursor::new(text))));
                bytes.form = Form::Sheet;
                return Ok(bytes);
            }
        }
        #[cfg(not(feature = "containers"))]
        if is_packed || is_workbook {
            return Err(refused(|say| say.only_plain_files(name)));
        }
        if let Some(sheet) = sheet {
            return Err(refused(|say| say.no_workbook_but_sheet(sheet, name)));
        }
        Ok(bytes)
    }

    /// Whether every cell surely stands in its own column.
    pub(crate) fn is_sheet(&self) -> bool {
        #[cfg(feature = "containers")]
        return self.form == Form::Sheet;
        #[cfg(not(feature = "containers"))]
        false
    }

    fn packed(&self) -> io::Result<Handle> {
        self.source.lock().unwrap_or_else(PoisonError::into_inner).seek(SeekFrom::Start(0))?;
        Ok(Handle(self.source.clone()))
    }

    /// From the beginning, as UTF-8 or Latin-1 without a byte order mark.
    pub(crate) fn text(&self) -> io::Result<Box<dyn Read + Send>> {
        let packed = self.packed()?;
        let mut text: Box<dyn Read + Send> = match self.form {
            Form::Plain => Box::new(packed),
            #[cfg(feature = "containers")]
            Form::Sheet => Box::new(packed),
            #[cfg(feature = "containers")]
            Form::Gzip => Box::new(flate2::read::MultiGzDecoder::new(io::BufReader::with_capacity(1 << 16, packed))),
        };
        let mut mark = Vec::new();
        text.by_ref().take(4).read_to_end(&mut mark)?;
        let zero = |at: usize| mark.get(at) == Some(&0);
        Ok(match mark[..] {
            [0xff, 0xfe, ..] => {
                Box::new(Utf16::new(io::Cursor::new(mark[2..].to_vec()).chain(text), u16::from_le_bytes))
            }
            [0xfe, 0xff, ..] => {
                Box::new(Utf16::new(io::Cursor::new(mark[2..].to_vec()).chain(text), u16::from_be_bytes))
            }
            _ if !zero(0) && zero(1) && !zero(2) && zero(3) => {
                Box::new(Utf16::new(io::Cursor::new(mark).chain(text), u16::from_le_bytes))
            }
            _ if zero(0) && !zero(1) && zero(2) && mark.len() == 4 && !zero(3) => {
                Box::new(Utf16::new(io::Cursor::new(mark).chain(text), u16::from_be_bytes))
            }
            [0xef, 0xbb, 0xbf, ..] => Box::new(io::Cursor::new(mark[3..].to_vec()).chain(text)),
            _ => Box::new(io::Cursor::new(mark).chain(text)),
        })
    }
}

pub(crate) struct Handle(Arc<Mutex<Box<dyn Source>>>);

impl Read for Handle {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).read(buffer)
    }
}

/// UTF-16 as UTF-8.
struct Utf16<R> {
    source: R,
    unit: fn([u8; 2]) -> u16,
    /// Bytes that are half of a letter.
    left: Vec<u8>,
    text: Vec<u8>,
    at: usize,
}

impl<R: Read> Utf16<R> {
    fn new(source: R, unit: fn([u8; 2]) -> u16) -> Self {
        Self { source, unit, left: Vec::new(), text: Vec::new(), at: 0 }
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut bytes = std::mem::take(&mut self.left);
        let before = bytes.len();
        self.source.by_ref().take(1 << 14).read_to_end(&mut bytes)?;
        let is_end = bytes.len() == before;
        let mut units: Vec<u16> = bytes.chunks_exact(2).map(|pair| (self.unit)([pair[0], pair[1]])).collect();
        self.left = bytes[units.len() * 2..].to_vec();
        if let Some(&high) = units.last().filter(|unit| (0xd800..0xdc00).contains(*unit) && !is_end) {
            units.pop();
            let whole = bytes.len() - self.left.len();
            self.left.splice(0..0, bytes[whole - 2..whole].iter().copied());
            let _ = high;
        }
        let text: String = char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
        (self.text, self.at) = (text.into_bytes(), 0);
        if is_end {
            self.left.clear();
        }
        Ok(())
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.text.len() {
            self.fill()?;
        }
        let read = buffer.len().min(self.text.len() - self.at);
        buffer[..read].copy_from_slice(&self.text[self.at..self.at + read]);
        self.at += read;
        Ok(read)
    }
}
