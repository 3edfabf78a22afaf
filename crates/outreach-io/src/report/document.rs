//! What people read: headings, sentences, tables and bars, as plain text or Markdown.

use std::fmt::Write;

use super::{Look, plain};
use crate::Language;

/// What stands between two columns, and before tables and drawings.
const BETWEEN: &str = "  ";
const INDENT: &str = "  ";

/// A page for people: headings, sentences, tables and drawings.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Document {
    look: Look,
    blocks: Vec<Block>,
}

#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
enum Block {
    Heading(String),
    Line(String),
    /// A line on where the answer comes from.
    Origin(String),
    Table(Table),
    Drawing(String),
    /// Sets the lines after it apart from those before.
    Gap,
}

/// Rows under a header; the first column stands left, the others right, unless they are words.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(crate) struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(header: impl IntoIterator<Item = String>) -> Self {
        Self { header: header.into_iter().collect(), rows: Vec::new() }
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    fn widths(&self) -> Vec<usize> {
        let cells = |column: usize| self.rows.iter().chain([&self.header]).filter_map(move |row| row.get(column));
        (0..self.header.len()).map(|column| cells(column).map(|cell| cell.chars().count()).max().unwrap_or(0)).collect()
    }

    /// A column of numbers stands right.
    fn is_right(&self, column: usize) -> bool {
        let begins_number = |cell: &String| {
            ["", "all", "none", "tous", "aucun"].contains(&cell.as_str())
                || cell.starts_with(|c: char| "0123456789<>-−+–".contains(c))
        };
        column > 0 && self.rows.iter().filter_map(|row| row.get(column)).all(begins_number)
    }

    /// The columns that fit side by side, then the others below, each time behind the first one.
    fn lines(&self, width: usize) -> Vec<String> {
        let widths = self.widths();
        let line = |row: &Vec<String>, columns: &[usize]| {
            let cells = columns.iter().map(|&column| {
                let (cell, width) = (row.get(column).map_or("", String::as_str), widths[column]);
                if self.is_right(column) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
            });
            cells.collect::<Vec<_>>().join(BETWEEN)
        };
        let rows = || [&self.header].into_iter().chain(&self.rows);
        let parts = side_by_side(&widths, width);
        let part = |columns: &Vec<usize>| rows().map(|row| line(row, columns)).collect::<Vec<_>>();
        parts.iter().map(part).collect::<Vec<_>>().join(&String::new())
    }
}

impl Document {
    pub(crate) fn new(look: Look) -> Self {
        Self { look, blocks: Vec::new() }
    }

    /// A text as the look has it.
    fn spelled(&self, text: impl Into<String>) -> String {
        let text = text.into();
        if self.look.unicode { text } else { plain::plain(&text).into_owned() }
    }

    /// The language that it speaks.
    pub(crate) fn say(&self) -> Language {
        self.look.language
    }

    pub(crate) fn heading(&mut self, text: impl Into<String>) -> &mut Self {
        let text = self.spelled(text);
        self.blocks.push(Block::Heading(text));
        self
    }

    pub(crate) fn line(&mut self, text: impl Into<String>) -> &mut Self {
        let text = self.spelled(text);
        self.blocks.push(Block::Line(text));
        self
    }

    /// A line on where the answer comes from; the first one is set apart.
    pub(crate) fn origin_line(&mut self, text: impl Into<String>) -> &mut Self {
        if !matches!(self.blocks.last(), Some(Block::Origin(_))) {
            self.gap();
        }
        let text = self.spelled(text);
        self.blocks.push(Block::Origin(text));
        self
    }

    pub(crate) fn table(&mut self, mut table: Table) -> &mut Self {
        for row in table.rows.iter_mut().chain([&mut table.header]) {
            for cell in row {
                *cell = self.spelled(std::mem::take(cell));
            }
        }
        self.blocks.push(Block::Table(table));
        self
    }

    pub(crate) fn gap(&mut self) -> &mut Self {
        self.blocks.push(Block::Gap);
        self
    }

    /// Lines to be kept as they are.
    pub(crate) fn drawing(&mut self, text: impl Into<String>) -> &mut Self {
        let text = self.spelled(text);
        self.blocks.push(Block::Drawing(text));
        self
    }

    /// As plain text, with lines no longer than the look's width.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut in_lines = false;
        for block in &self.blocks {
            let (is_line, is_gap) = (matches!(block, Block::Line(_) | Block::Origin(_)), matches!(block, Block::Gap));
            let close_up = text.is_empty() || is_gap || (in_lines && is_line);
            if !close_up {
                text.push('\n');
            }
            in_lines = is_line;
            match block {
                Block::Gap => {}
                Block::Heading(heading) if self.look.terminal.is_none() => {
                    let _ = writeln!(text, "{heading}");
                }
                Block::Heading(line) | Block::Line(line) | Block::Origin(line) => {
                    text.push_str(&wrapped(line, self.look.width()));
                }
                Block::Table(table) => {
                    let width = self.look.terminal.map_or(usize::MAX, |_| self.look.width() - INDENT.len());
                    table.lines(width).iter().for_each(|line| indented(&mut text, line));
                }
                Block::Drawing(drawing) => drawing.lines().for_each(|line| indented(&mut text, line)),
            }
        }
        text
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        let mut text = String::new();
        for (index, block) in self.blocks.iter().enumerate() {
            if index > 0 && !matches!(block, Block::Gap) {
                text.push('\n');
            }
            match block {
                Block::Gap => {}
                Block::Heading(heading) => {
                    let _ = writeln!(text, "## {}", escaped(heading));
                }
                Block::Line(line) | Block::Origin(line) => {
                    let _ = writeln!(text, "{}", escaped(line));
                }
                Block::Table(table) => text.push_str(&markdown(table)),
                Block::Drawing(drawing) => {
                    let _ = writeln!(text, "```text\n{drawing}\n```");
                }
            }
        }
        text
    }
}

/// Columns of these widths in parts that are no wider than so many characters, each with the first column.
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

/// A part of a page, for its template.
#[cfg(feature = "pages")]
#[derive(Debug, Default, serde::Serialize)]
pub(crate) struct Part {
    heading: Option<String>,
    line: Option<String>,
    drawing: Option<String>,
    header: Option<Vec<Cell>>,
    rows: Vec<Vec<Cell>>,
}

/// A cell of a page's table.
#[cfg(feature = "pages")]
#[derive(Debug, serde::Serialize)]
struct Cell {
    text: String,
    right: bool,
}

#[cfg(feature = "pages")]
impl Document {
    /// Takes the first heading away, which is the page's.
    pub(crate) fn take_title(&mut self) -> String {
        match self.blocks.first_mut() {
            Some(Block::Heading(title)) => std::mem::take(title),
            _ => String::new(),
        }
    }

    /// What stands between the title and where it comes from, without the sentence that is said already; drawings only
    /// where they are wanted.
    pub(crate) fn parts(&self, said: &str, drawings: bool) -> Vec<Part> {
        let part = |block: &Block| match block {
            Block::Heading(text) if !text.is_empty() => Some(Part { heading: Some(text.clone()), ..Part::default() }),
            Block::Line(text) if text != said => Some(Part { line: Some(text.clone()), ..Part::default() }),
            Block::Drawing(text) if drawings => Some(Part { drawing: Some(text.clone()), ..Part::default() }),
            Block::Table(table) => Some(table.part()),
            _ => None,
        };
        self.blocks.iter().filter_map(part).collect()
    }

    /// The lines on where it comes from.
    pub(crate) fn origin(&self) -> Vec<String> {
        let origin = |block: &Block| match block {
            Block::Origin(text) => Some(text.clone()),
            _ => None,
        };
        self.blocks.iter().filter_map(origin).collect()
    }
}

#[cfg(feature = "pages")]
impl Table {
    fn part(&self) -> Part {
        let cells = |row: &Vec<String>| {
            let cell =
                |column| Cell { text: row.get(column).cloned().unwrap_or_default(), right: self.is_right(column) };
            (0..self.header.len()).map(cell).collect()
        };
        Part { header: Some(cells(&self.header)), rows: self.rows.iter().map(cells).collect(), ..Part::default() }
    }
}

fn indented(text: &mut String, line: &str) {
    let _ = writeln!(text, "{}", format!("{INDENT}{line}").trim_end());
}

fn markdown(table: &Table) -> String {
    let rule = (0..table.header.len()).map(|column| if table.is_right(column) { "---:" } else { "---" });
    let row =
        |cells: &[String]| format!("| {} |\n", cells.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join(" | "));
    let mut text = row(&table.header);
    let _ = writeln!(text, "| {} |", rule.collect::<Vec<_>>().join(" | "));
    for cells in &table.rows {
        text.push_str(&row(cells));
    }
    text
}

/// No character of a name is taken for Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '#') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// A sentence on as many lines as it takes.
fn wrapped(line: &str, width: usize) -> String {
    let mut text = String::new();
    let mut length = 0;
    for word in line.split(' ') {
        let letters = word.chars().count();
        if length > 0 && length + 1 + letters > width {
            text.push('\n');
            length = 0;
        } else if length > 0 {
            text.push(' ');
            length += 1;
        }
        text.push_str(word);
        length += letters;
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(terminal: usize, unicode: bool) -> String {
        let mut table = Table::new(["rate", "mean", "error"].map(str::to_owned));
        table.row(["été".to_owned(), "0.5 ± 0.1".to_owned(), "0.25".to_owned()]);
        let mut document = Document::new(Look { terminal: Some(terminal), unicode, ..Look::default() });
        document.heading("Words that take more than one line of the terminal").table(table).drawing("█│");
        document.text()
    }

    #[test]
    fn wide_tables_go_on_below() {
        let wide = "Words that take more than one line of the\nterminal\n\n  rate       mean  error\n  été   0.5 ± 0.1   0.25\n\n  █│\n";
        assert_eq!(shown(44, true), wide);
        assert_eq!(side_by_side(&[4, 9, 5], 15), [vec![0, 1], vec![0, 2]]);
        assert_eq!(side_by_side(&[4, 9, 5], 22), [vec![0, 1, 2]]);
        assert_eq!(side_by_side(&[40], 22), [vec![0]]);
    }

    #[test]
    fn without_unicode_columns_stay_columns() {
        let plain = "Words that take more than one line of the\nterminal\n\n  rate         mean  error\n  ete   0.5 +/- 0.1   0.25\n\n  #|\n";
        assert_eq!(shown(44, false), plain);
    }
}
