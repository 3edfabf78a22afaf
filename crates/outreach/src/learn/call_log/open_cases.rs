//! Prospects whose last row has an open outcome.

use std::collections::BTreeMap;

/// The last open row of each prospect, until the prospect's next row comes.
///
/// Rows of prospects without a name are cases of their own: they stay open. Grows with the prospects that are open, not
/// with the rows.
///
/// ```
/// use outreach::OpenCases;
///
/// let mut cases = OpenCases::default();
/// assert_eq!(cases.next("Ana", Some("to be called back")), None);
/// assert_eq!(cases.next("Ana", None), Some("to be called back"));
/// assert_eq!(cases.open(), 0);
/// ```
#[derive(Debug, Clone)]
pub struct OpenCases<T> {
    cases: BTreeMap<String, T>,
    nameless: u64,
}

impl<T> Default for OpenCases<T> {
    fn default() -> Self {
        Self { cases: BTreeMap::new(), nameless: 0 }
    }
}

impl<T> OpenCases<T> {
    /// The prospect's next row, `Some` if it is open. Tells the prospect's open row before, which this one closes.
    pub fn next(&mut self, prospect: &str, row: Option<T>) -> Option<T> {
        if prospect.is_empty() {
            self.nameless += u64::from(row.is_some());
            return None;
        }
        match row {
            Some(row) => self.cases.insert(prospect.to_owned(), row),
            None => self.cases.remove(prospect),
        }
    }

    /// The number of open cases.
    pub fn open(&self) -> u64 {
        self.cases.len() as u64 + self.nameless
    }
}
