//! Tables, as wide as the terminal.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::{BETWEEN, TOGETHER, escaped, kept_together, wrapped};

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

    /// The same as narrow as is needed: with headers on several lines, where all columns fit side by side only so, and with names
    /// that take more than half of the width on several, so that there is room for numbers.
    fn narrowed(&self, width: usize) -> Self {
        let table = self.with_narrow_names(width);
        if table.fits(width) {
            return table;
        }
        let narrow = table.with_narrow_header();
        if narrow.fits(width) { narrow } else { table }
    }

    fn fits(&self, width: usize) -> bool {
        side_by_side(&self.widths(), width).len() < 2
    }

    /// Headers on two lines, where they are wider than the cells below them.
    fn with_narrow_header(&self) -> Self {
        let narrow = |(column, header): (usize, &String)| {
            let cells = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width());
            let words = kept_together(header);
            let words = words.split(' ').map(|word| word.replace(TOGETHER, " ").width());
            let least = cells.chain(words).max().unwrap_or(0);
            let lines = (least..).map(|width| wrapped(header, width).trim_end().to_owned());
            lines.into_iter().find(|lines| lines.lines().count() <= 2).unwrap_or_default()
        };
        Self { header: self.header.iter().enumerate().map(narrow).collect(), rows: self.rows.clone() }
    }

    fn with_narrow_names(&self, width: usize) -> Self {
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
        let lines = |column: usize| cells(column).flat_map(|cell| cell.lines()).map(UnicodeWidthStr::width);
        (0..self.header.len()).map(|column| lines(column).max().unwrap_or(0)).collect()
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
        let header = self.header_lines();
        let rows = || header.iter().chain(&self.rows);
        let parts = side_by_side(&widths, width);
        let part = |columns: &Vec<usize>| rows().map(|row| line(row, columns)).collect::<Vec<_>>();
        parts.iter().map(part).collect::<Vec<_>>().join(&String::new())
    }

    /// The header on as many lines as it takes, each column's last words right above its cells.
    fn header_lines(&self) -> Vec<Vec<String>> {
        let all = self.header.iter().map(|cell| cell.lines().count()).max().unwrap_or(1).max(1);
        let line = |number: usize| {
            let of = |cell: &String| {
                let lines: Vec<_> = cell.lines().collect();
                number.checked_sub(all - lines.len()).map_or_else(String::new, |line| lines[line].to_owned())
            };
            self.header.iter().map(of).collect()
        };
        (0..all).map(line).collect()
    }

    /// Takes away columns of these headers, as few groups of them as let the others fit side by side and the first ones first, and
    /// tells which.
    pub(crate) fn cut(&mut self, width: usize, going: &[Vec<String>]) -> Vec<String> {
        let fits = |gone: &[&Vec<String>]| self.without(gone).narrowed(width).fits(width);
        let mut gone: Vec<&Vec<String>> = Vec::new();
        for group in going {
            if fits(&gone) {
                break;
            }
            gone.push(group);
        }
        // Where a later group makes room enough, the earlier ones stay.
        for group in going {
            let fewer: Vec<_> = gone.iter().copied().filter(|other| *other != group).collect();
            if fits(&fewer) {
                gone = fewer;
            }
        }
        let cut =
            self.header.iter().filter(|header| gone.iter().any(|group| group.contains(header))).cloned().collect();
        *self = self.without(&gone);
        cut
    }

    fn without(&self, groups: &[&Vec<String>]) -> Self {
        let is_kept = |&column: &usize| !groups.iter().any(|group| group.contains(&self.header[column]));
        let kept: Vec<_> = (0..self.header.len()).filter(is_kept).collect();
        let of = |row: &Vec<String>| kept.iter().filter_map(|&column| row.get(column).cloned()).collect();
        Self { header: of(&self.header), rows: self.rows.iter().map(of).collect() }
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
    let width = width.saturating_sub(BETWEEN.len()).max(1);
    let lines = wrapped(name, width).lines().flat_map(|line| pieces(line, width)).collect::<Vec<_>>();
    lines
        .iter()
        .enumerate()
        .map(|(line, text)| if line == 0 { text.clone() } else { format!("{BETWEEN}{text}") })
        .collect()
}

/// A word that is wider than this in several, behind a sign where one is in it.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let (mut pieces, mut rest) = (Vec::new(), word);
    while rest.width() > width {
        let ends = rest.char_indices().map(|(start, letter)| start + letter.len_utf8());
        let fitting: Vec<_> = ends.take_while(|&end| rest[..end].width() <= width).collect();
        let sign = fitting.iter().rev().find(|&&end| rest[..end].ends_with(|c: char| c.is_ascii_punctuation()));
        let end = sign.or(fitting.last()).copied().unwrap_or_else(|| rest.chars().next().map_or(0, char::len_utf8));
        pieces.push(rest[..end].to_owned());
        rest = &rest[end..];
    }
    pieces.push(rest.to_owned());
    pieces
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
            assert_eq!(
                (table.cut(width, &[header[2..].to_vec()]), table.header.len()),
                (header[kept..].to_vec(), kept),
                "{width}"
            );
        }
    }

    #[test]
    fn as_few_columns_went_as_had_to() {
        let header = ["strategy", "meetings", "calls", "ahead", "tied"].map(str::to_owned);
        let going = [vec![header[2].clone()], header[3..].to_vec()];
        for (width, cut) in [(38, 5..5), (37, 2..3), (31, 2..3), (30, 3..5), (25, 3..5), (24, 2..5)] {
            let mut table = Table::new(header.clone());
            table.row(header.clone());
            assert_eq!(table.cut(width, &going), header[cut], "{width}");
        }
    }

    #[test]
    fn a_header_wider_than_its_cells_sent_columns_away() {
        let mut table = Table::new(["strategy", "in 100 calls", "in 11 h 40 min", "calls"].map(str::to_owned));
        table.row(["cold", "10 (5–15)", "10 (7–13)", "101"].map(str::to_owned));
        let lines = table.lines(40);
        let expected = ["             in 100           in       ", "strategy      calls  11 h 40 min  calls"];
        assert_eq!(lines[..2], expected, "{lines:?}");
        assert_eq!(table.lines(44).len(), 3);
        assert_eq!(table.lines(45).len(), 2);
    }

    #[test]
    fn a_name_without_spaces_was_wider_than_the_page() {
        for width in 20..60 {
            let mut table = Table::new(["strategy", "warm"].map(str::to_owned));
            table.row(["a-name-of-a-file-that-is-very-long-for-a-team.2026", "15"].map(str::to_owned));
            let lines = table.lines(width);
            assert!(lines.iter().all(|line| line.chars().count() <= width), "{width}: {lines:?}");
            let name: String = lines[1..].iter().map(|line| line.trim_end_matches(['1', '5', ' ']).trim()).collect();
            assert_eq!(name, "a-name-of-a-file-that-is-very-long-for-a-team.2026");
        }
    }

    #[test]
    fn columns_that_do_not_fit_stand_below() {
        assert_eq!(side_by_side(&[4, 9, 5], 15), [vec![0, 1], vec![0, 2]]);
        assert_eq!(side_by_side(&[4, 9, 5], 22), [vec![0, 1, 2]]);
        assert_eq!(side_by_side(&[40], 22), [vec![0]]);
    }
}
