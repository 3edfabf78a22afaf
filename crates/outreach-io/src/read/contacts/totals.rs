//! Sums and remarks among the rows of a list.

use super::amount::amount;
use crate::read::labels::{Label, label};
use crate::read::table::Row;

/// What a row is among those of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Contact,
    /// Its first text says so, and there is no other one.
    Footer,
    /// A total, if it ends the list or a block of it: it has no text where those above it have one each, and is their sum or their mean;
    /// or a text that may be a name, and is their sum, their mean, or the least or greatest of them.
    Last,
}

/// What the contacts above a row come to.
#[derive(Debug, Clone)]
struct Above {
    rows: u64,
    /// Those of them with a text.
    named: u64,
    /// The texts of the row that has fewest.
    fewest: usize,
    sum: f64,
    least: f64,
    greatest: f64,
    /// The sums of all columns, of few rows.
    columns: Vec<f64>,
}

impl Default for Above {
    fn default() -> Self {
        let (least, greatest) = (f64::INFINITY, f64::NEG_INFINITY);
        Self { rows: 0, named: 0, fewest: usize::MAX, sum: 0.0, least, greatest, columns: Vec::new() }
    }
}

impl Above {
    fn add(&mut self, row: &[Option<f64>], number: f64, texts: usize) {
        self.rows += 1;
        self.named += u64::from(texts > 0);
        self.fewest = self.fewest.min(texts);
        self.sum += number;
        (self.least, self.greatest) = (self.least.min(number), self.greatest.max(number));
        if self.rows <= 2 {
            self.columns.resize(self.columns.len().max(row.len()), 0.0);
            for (sum, cell) in self.columns.iter_mut().zip(row) {
                *sum += cell.unwrap_or_default();
            }
        }
    }

    fn are_named(&self) -> bool {
        self.rows > 0 && self.named == self.rows
    }

    fn is_summed_by(&self, number: f64) -> bool {
        self.rows > 1 && is_close(number, self.sum)
    }

    fn is_many_summed_by(&self, number: f64) -> bool {
        self.rows > 2 && self.is_summed_by(number)
    }

    /// Where all are alike the next one is as well.
    fn differs(&self) -> bool {
        self.least < self.greatest
    }

    fn is_averaged_by(&self, number: f64) -> bool {
        self.differs() && is_close(number, self.sum / self.rows as f64)
    }

    fn has_at_its_end(&self, number: f64) -> bool {
        self.differs() && (is_close(number, self.least) || is_close(number, self.greatest))
    }
}

fn is_close(number: f64, other: f64) -> bool {
    other > 0.0 && (number - other).abs() < 1e-6 * other
}

/// A row that is a contact or a total, as the next one tells.
#[derive(Debug)]
struct Pending {
    line: u64,
    number: f64,
    texts: usize,
}

/// Finds the totals of a list as its rows come.
#[derive(Debug, Default)]
pub(super) struct Totals {
    column: Option<usize>,
    /// Whether a row without a probability is a contact all the same: neither it nor a kind has a column.
    counts_all: bool,
    /// The columns of telephone numbers and addresses, which no total has.
    pub(super) numbers: Vec<usize>,
    all: Above,
    /// Since the last total.
    block: Above,
    pending: Option<Pending>,
    /// The line below the row before: further down, blank ones stand between, if it has no line breaks.
    below: Option<u64>,
    /// The first row that may be a total, and has contacts below it.
    within: Option<u64>,
    /// The lines of totals and remarks.
    lines: Vec<u64>,
    /// The last row, if it is a contact whose probability is the sum of those above, or their mean, or that alone has no text.
    pub(super) like_a_total: Option<u64>,
}

impl Totals {
    /// Of a list with its probabilities or kinds in these columns.
    pub(super) fn new(column: Option<usize>, kind: Option<usize>) -> Self {
        Self { column, counts_all: column.or(kind).is_none(), ..Self::default() }
    }

    /// One more row, with what stands in the column of probabilities; whether it counts as a contact, for all that is known by now.
    pub(super) fn survey(&mut self, row: &Row, probability: Option<f64>) -> bool {
        if row.is_blank() || self.below.is_some_and(|below| below < row.line) {
            self.within = self.within.or(self.like_a_total);
            self.settle();
        }
        self.below = (!row.has_line_breaks()).then_some(row.line + 1);
        if row.is_blank() {
            return false;
        }
        let (sort, texts, is_odd) = self.sort(row, probability);
        if sort == Sort::Footer {
            self.settle();
            self.lines.push(row.line);
            self.block = Above::default();
            return false;
        }
        if let Some(pending) = self.pending.take() {
            self.within = self.within.or((pending.texts == 0).then_some(pending.line));
            self.all.add(&[], pending.number, pending.texts);
            self.block.add(&[], pending.number, pending.texts);
        }
        let number = probability.unwrap_or_default();
        if sort == Sort::Last {
            self.pending = Some(Pending { line: row.line, number, texts });
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
            Some(column) != self.column && cells[column].is_some_and(|cell| is_close(cell, sum))
        };
        let is_sum = self.all.is_many_summed_by(number)
            || self.all.is_summed_by(number) && (texts == 0 && self.all.named > 0 || (0..cells.len()).any(agrees));
        let is_mean = self.all.rows > 3 && self.all.is_averaged_by(number);
        self.like_a_total = (is_sum || is_mean || is_odd).then_some(row.line);
        self.all.add(&cells, number, texts);
        self.block.add(&cells, number, texts);
        true
    }

    /// One more contact of which nothing else is known.
    pub(super) fn add(&mut self, line: u64, probability: f64) {
        self.like_a_total = self.all.is_many_summed_by(probability).then_some(line);
        self.all.add(&[], probability, 0);
    }

    /// The list or a block of it ends here.
    pub(super) fn settle(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.lines.push(pending.line);
            self.block = Above::default();
        }
    }

    /// The row that is counted and may be a total: the last one, or one within the list.
    pub(super) fn doubted(&self) -> Option<u64> {
        self.like_a_total.or(self.within)
    }

    /// Whether a row is a total or a remark, once all rows were seen.
    pub(super) fn is_one(&self, line: u64) -> bool {
        self.lines.binary_search(&line).is_ok()
    }

    /// What a row is, how many texts it has, and whether the only one is what totals are called, or none is there where all rows above
    /// have one.
    fn sort(&self, row: &Row, probability: Option<f64>) -> (Sort, usize, bool) {
        let others = (0..row.len()).filter(|column| probability.is_none() || Some(*column) != self.column);
        let mut texts = others.map(|column| row.cell(column)).filter(|cell| !cell.is_empty() && amount(cell).is_none());
        let first = texts.next();
        let many = usize::from(first.is_some()) + texts.count();
        let of = |is: fn(&Above, f64) -> bool| {
            probability.is_some_and(|number| [&self.all, &self.block].into_iter().any(|above| is(above, number)))
        };
        let is_sum = || of(Above::is_summed_by);
        let is_typical = || is_sum() || of(Above::is_averaged_by);
        let label = first.filter(|_| many == 1).map(|text| self.label(&text));
        if (many == 0 || label.is_some_and(|label| label.is_some())) && self.has_number(row) {
            return (Sort::Contact, many, false);
        }
        let says_nothing = probability.is_none() && !self.counts_all;
        let is_short = self.is_short() && !self.counts_all;
        let sort = match label {
            Some(Some(Label::Whole)) => Sort::Footer,
            Some(Some(Label::Counted)) if of(|above, number| is_close(number, above.rows as f64)) => Sort::Footer,
            Some(Some(Label::Part | Label::Counted)) if says_nothing || is_short || is_typical() => Sort::Footer,
            Some(Some(Label::Name)) if is_typical() || of(Above::has_at_its_end) => Sort::Last,
            None if many == 0
                && of(|above, number| {
                    above.are_named() && (above.is_summed_by(number) || above.is_averaged_by(number))
                }) =>
            {
                Sort::Last
            }
            _ => Sort::Contact,
        };
        let lacks_a_name = many == 0 && probability.is_some() && self.all.are_named();
        (sort, many, lacks_a_name || label.flatten().is_some())
    }

    fn has_number(&self, row: &Row) -> bool {
        let is_one = |cell: &str| cell.contains('@') || cell.bytes().filter(u8::is_ascii_digit).count() >= 7;
        self.numbers.iter().any(|column| is_one(&row.cell(*column)))
    }

    /// Whether a row with one text has fewer than any above it.
    fn is_short(&self) -> bool {
        self.all.rows > 0 && self.all.fewest > 1
    }

    /// `Total`, `Generated by …`; `12 contacts` or `N = 12` below as many.
    fn label(&self, text: &str) -> Option<Label> {
        let behind = || text.strip_prefix(['n', 'N'])?.trim_start().strip_prefix(['=', ':']).map(str::trim_start);
        let begins = text.starts_with(|first: char| first.is_ascii_digit());
        let count = if begins { text.split_once(' ').map(|(count, _)| count) } else { behind() };
        let is_count = self.all.rows > 0 && count.and_then(|count| count.parse().ok()) == Some(self.all.rows);
        if is_count { Some(Label::Whole) } else { label(text) }
    }
}
