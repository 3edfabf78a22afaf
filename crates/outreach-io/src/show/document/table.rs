//! Tables, as wide as the terminal.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::{BETWEEN, escaped, wrapped};

/// Rows under a header; the first column stands left, the others right, unless they are words.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(crate) struct Table {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(header: impl IntoIterator<Item = String>) -> Self {
        Self { header: header.into_iter().collect(), rows: Vec::new() }
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The same with names that take more than half of the width on several lines, so that there is room for numbers.
    fn narrowed(&self, width: usize) -> Self {
        let (most, room) = ((width / 2).max(1), (width / 3).max(1));
        let narrow = |row: &Vec<String>| {
            let name = row.first().map_or("", String::as_str);
            let lines = if name.width() <= most { vec![name.to_owned()] } else { broken(name, room) };
            let rest =
                |line: usize| row.iter().skip(1).map(move |cell| if line == 0 { cell.clone() } else { String::new() });
            let rows = lines.into_iter().enumerate().map(|(line, name)| [name].into_iter().chain(rest(line)).collect());
            rows.collect::<Vec<_>>()
        };
        Self { header: self.header.clone(), rows: self.rows.iter().flat_map(narrow).collect() }
    }

    fn widths(&self) -> Vec<usize> {
        let cells = |column: usize| self.rows.iter().chain([&self.header]).filter_map(move |row| row.get(column));
        (0..self.header.len()).map(|column| cells(column).map(|cell| cell.width()).max().unwrap_or(0)).collect()
    }

    /// A column of numbers stands right.
    pub(super) fn is_right(&self, column: usize) -> bool {
        let begins_number = |cell: &String| {
            ["", "all", "none", "tous", "aucun"].contains(&cell.as_str())
                || cell.starts_with(|c: char| "0123456789<>-−+–".contains(c))
        };
        column > 0 && self.rows.iter().filter_map(|row| row.get(column)).all(begins_number)
    }

    /// The columns that fit side by side, then the others below, each time behind the first one.
    pub(super) fn lines(&self, width: usize) -> Vec<String> {
        self.narrowed(width).drawn(width)
    }

    fn drawn(&self, width: usize) -> Vec<String> {
        let widths = self.widths();
        let line = |row: &Vec<String>, columns: &[usize]| {
            let cells = columns.iter().map(|&column| {
                let (cell, width) = (row.get(column).map_or("", String::as_str), widths[column]);
                // Wide characters take two places, marks over letters none.
                let space = " ".repeat(width - cell.width());
                if self.is_right(column) { space + cell } else { cell.to_owned() + &space }
            });
            cells.collect::<Vec<_>>().join(BETWEEN)
        };
        let rows = || [&self.header].into_iter().chain(&self.rows);
        let parts = side_by_side(&widths, width);
        let part = |columns: &Vec<usize>| rows().map(|row| line(row, columns)).collect::<Vec<_>>();
        parts.iter().map(part).collect::<Vec<_>>().join(&String::new())
    }

    /// Takes away the columns that do not fit side by side, and tells their headers; the last ones, this many, fit together or not.
    pub(crate) fn cut(&mut self, width: usize, together: usize) -> Vec<String> {
        *self = self.narrowed(width);
        let (fitting, all) = (side_by_side(&self.widths(), width).first().map_or(0, Vec::len), self.header.len());
        let fitting = if fitting < all { fitting.min(all - together) } else { all };
        self.rows.iter_mut().for_each(|row| row.truncate(fitting));
        self.header.split_off(fitting)
    }

    /// As Markdown.
    pub(super) fn markdown(&self) -> String {
        let rule = (0..self.header.len()).map(|column| if self.is_right(column) { "---:" } else { "---" });
        let row = |cells: &[String]| {
            format!("| {} |\n", cells.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join(" | "))
        };
        let mut text = row(&self.header);
        let _ = writeln!(text, "| {} |", rule.collect::<Vec<_>>().join(" | "));
        for cells in &self.rows {
            text.push_str(&row(cells));
        }
        text
    }
}

/// A name on several lines, those after the first set in.
fn broken(name: &str, width: usize) -> Vec<String> {
    let lines = wrapped(name, width.saturating_sub(BETWEEN.len()).max(1));
    lines
        .lines()
        .enumerate()
        .map(|(line, text)| if line == 0 { text.to_owned() } else { format!("{BETWEEN}{text}") })
        .collect()
}

/// Columns of these widths in parts that are no wider than this many characters, each with the first column.
fn side_by_side(widths: &[usize], width: usize) -> Vec<Vec<usize>> {
    let mut parts = vec![vec![0]];
    let mut taken = widths.first().copied().unwrap_or(0);
    for (column, width_of) in widths.iter().enumerate().skip(1) {
        let (needed, last) = (BETWEEN.len() + width_of, parts.len() - 1);
        if parts[last].len() == 1 || taken + needed <= width {
            parts[last].push(column);
            taken += needed;
        } else {
            parts.push(vec![0, column]);
            taken = widths[0] + needed;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Table, side_by_side};

    #[test]
    fn wide_characters_and_marks_keep_their_columns() {
        let mut table = Table::new(["group", "contacts"].map(str::to_owned));
        for name in ["東京の顧客", "Zoe\u{301}", "Lyon"] {
            table.row([name.to_owned(), "7".to_owned()]);
        }
        let lines = table.lines(80);
        assert_eq!(lines[1..], ["東京の顧客         7", "Zoe\u{301}                7", "Lyon               7"]);
    }

    #[test]
    fn one_of_three_columns_stood_alone() {
        let header = ["strategy", "calls", "ahead", "tied", "behind"].map(str::to_owned);
        for (width, kept) in [(36, 5), (35, 2), (25, 2), (15, 2)] {
            let mut table = Table::new(header.clone());
            table.row(header.clone());
            assert_eq!((table.cut(width, 3), table.header.len()), (header[kept..].to_vec(), kept), "{width}");
        }
    }

    #[test]
    fn columns_that_do_not_fit_stand_below() {
        assert_eq!(side_by_side(&[4, 9, 5], 15), [vec![0, 1], vec![0, 2]]);
        assert_eq!(side_by_side(&[4, 9, 5], 22), [vec![0, 1, 2]]);
        assert_eq!(side_by_side(&[40], 22), [vec![0]]);
    }
}
