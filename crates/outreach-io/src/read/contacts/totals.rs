//! Sums and remarks among the rows of a list.

use super::amount::amount;
use crate::read::beginning::is_footer;
use crate::read::table::Row;

/// What a row is among those of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Contact,
    /// Its first text says so, and there is no other one.
    Footer,
    /// It has no text, those above it have one each, and it is their sum: a total, if it ends the list or a block of it.
    Sum,
}

/// What the contacts above a row come to.
#[derive(Debug, Clone, Default)]
struct Above {
    rows: u64,
    /// Those of them with a text.
    named: u64,
    sum: f64,
    /// The sums of all columns, of few rows.
    columns: Vec<f64>,
}

impl Above {
    fn add(&mut self, row: &[Option<f64>], number: f64, is_named: bool) {
        self.rows += 1;
        self.named += u64::from(is_named);
        self.sum += number;
        if self.rows <= 2 {
            self.columns.resize(self.columns.len().max(row.len()), 0.0);
            for (sum, cell) in self.columns.iter_mut().zip(row) {
                *sum += cell.unwrap_or_default();
            }
        }
    }

    fn is_summed_by(&self, number: f64) -> bool {
        self.rows > 1 && self.sum > 0.0 && (number - self.sum).abs() < 1e-6 * self.sum
    }
}

/// A row that is a contact or a total, as the next one tells.
#[derive(Debug)]
struct Pending {
    line: u64,
    number: f64,
}

/// Finds the totals of a list as its rows come.
#[derive(Debug, Default)]
pub(super) struct Totals {
    column: Option<usize>,
    all: Above,
    /// Since the last total.
    block: Above,
    pending: Option<Pending>,
    /// The lines of totals without a name.
    lines: Vec<u64>,
    /// The last row, if it is a contact whose probability is the sum of those above.
    pub(super) like_a_total: Option<u64>,
}

impl Totals {
    /// Of a list with its probabilities in this column.
    pub(super) fn new(column: Option<usize>) -> Self {
        Self { column, ..Self::default() }
    }

    /// One more row, with what stands in the column of probabilities; whether it counts as a contact, for all that is known by now.
    pub(super) fn survey(&mut self, row: &Row, probability: Option<f64>) -> bool {
        if row.is_blank() {
            self.settle();
            return false;
        }
        let (sort, is_named) = self.sort(row, probability);
        if sort == Sort::Footer {
            self.settle();
            self.block = Above::default();
            return false;
        }
        if let Some(pending) = self.pending.take() {
            self.all.add(&[], pending.number, false);
            self.block.add(&[], pending.number, false);
        }
        let number = probability.unwrap_or_default();
        if sort == Sort::Sum {
            self.pending = Some(Pending { line: row.line, number });
            self.like_a_total = None;
            return false;
        }
        let cells: Vec<_> = if self.all.rows < 3 {
            (0..row.len()).map(|column| amount(&row.cell(column)).map(|(number, _)| number)).collect()
        } else {
            Vec::new()
        };
        // Of two rows another column has the sum as well, or nobody is named.
        let agrees = |column: usize| {
            let sum = self.all.columns.get(column).copied().unwrap_or_default();
            Some(column) != self.column
                && sum > 0.0
                && cells[column].is_some_and(|cell| (cell - sum).abs() < 1e-6 * sum)
        };
        let is_alike = self.all.is_summed_by(number)
            && (self.all.rows > 2 || !is_named && self.all.named > 0 || (0..cells.len()).any(agrees));
        self.like_a_total = is_alike.then_some(row.line);
        self.all.add(&cells, number, is_named);
        self.block.add(&cells, number, is_named);
        true
    }

    /// The list or a block of it ends here.
    pub(super) fn settle(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.lines.push(pending.line);
            self.block = Above::default();
        }
    }

    /// Whether a row is a total or a remark, once all rows were seen.
    pub(super) fn is_one(&self, row: &Row, probability: Option<f64>, above: u64) -> bool {
        let is_sum = || self.lines.binary_search(&row.line).is_ok();
        is_sum() || self.label(row, probability).is_some_and(|(text, is_alone)| is_alone && is_label(&text, above))
    }

    fn sort(&self, row: &Row, probability: Option<f64>) -> (Sort, bool) {
        let label = self.label(row, probability);
        let is_named = label.is_some();
        let sort = match label {
            Some((text, true)) if is_label(&text, self.all.rows) => Sort::Footer,
            Some(_) => Sort::Contact,
            None => {
                let of = |above: &Above| {
                    above.named == above.rows && probability.is_some_and(|number| above.is_summed_by(number))
                };
                if of(&self.all) || of(&self.block) { Sort::Sum } else { Sort::Contact }
            }
        };
        (sort, is_named)
    }

    /// The first text of a row, and whether it is the only one.
    fn label<'a>(&self, row: &'a Row, probability: Option<f64>) -> Option<(std::borrow::Cow<'a, str>, bool)> {
        let others = (0..row.len()).filter(|column| probability.is_none() || Some(*column) != self.column);
        let mut texts = others.map(|column| row.cell(column)).filter(|cell| !cell.is_empty() && amount(cell).is_none());
        texts.next().map(|first| (first, texts.next().is_none()))
    }
}

/// `Total`, `Generated by …`; `12 contacts` below as many.
fn is_label(text: &str, above: u64) -> bool {
    let count = || text.split_once(' ').and_then(|(count, _)| count.parse().ok());
    is_footer(text) || text.starts_with(|first: char| first.is_ascii_digit()) && above > 0 && count() == Some(above)
}
