//! Prospects whose last row has an open outcome.

use std::collections::BTreeMap;

/// The last open row of each prospect, until the prospect's next row comes.
///
/// Rows of nobody in particular are cases of their own: they stay open. Grows with the prospects that are open, not
/// with the rows.
///
/// ```
/// use outreach::OpenCases;
///
/// let mut cases = OpenCases::default();
/// assert_eq!(cases.next(Some("Ana"), Some("to be called back")), None);
/// assert_eq!(cases.next(Some("Ana"), None), Some("to be called back"));
/// assert_eq!(cases.open(), 0);
/// ```
#[derive(Debug, Clone)]
pub struct OpenCases<P, T> {
    cases: BTreeMap<P, T>,
    nameless: u64,
}

impl<P, T> Default for OpenCases<P, T> {
    fn default() -> Self {
        Self { cases: BTreeMap::new(), nameless: 0 }
    }
}

impl<P: Ord, T> OpenCases<P, T> {
    /// The prospect's next row, `Some` if it is open. Tells the prospect's open row before, which this one closes.
    pub fn next(&mut self, prospect: Option<P>, row: Option<T>) -> Option<T> {
        match (prospect, row) {
            (Some(prospect), Some(row)) => self.cases.insert(prospect, row),
            (Some(prospect), None) => self.cases.remove(&prospect),
            (None, row) => {
                self.nameless += u64::from(row.is_some());
                None
            }
        }
    }

    /// The number of open cases.
    pub fn open(&self) -> u64 {
        self.cases.len() as u64 + self.nameless
    }
}
