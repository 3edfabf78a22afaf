//! What people read: headings, sentences, tables and bars, as plain text or Markdown.

use std::fmt::Write;

use super::Look;
use crate::Language;

/// A page for people: headings, sentences, tables and drawings.
#[derive(Debug)]
pub struct Document {
    look: Look,
    blocks: Vec<Block>,
}

#[derive(Debug)]
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
#[derive(Debug)]
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

    fn lines(&self, separator: &str) -> Vec<String> {
        let widths = self.widths();
        let line = |row: &Vec<String>| {
            let cells = widths.iter().enumerate().map(|(column, &width)| {
                let cell = row.get(column).map_or("", String::as_str);
                if self.is_right(column) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
            });
            cells.collect::<Vec<_>>().join(separator)
        };
        [&self.header].into_iter().chain(&self.rows).map(line).collect()
    }
}

impl Document {
    pub(crate) fn new(look: Look) -> Self {
        Self { look, blocks: Vec::new() }
    }

    /// The language that it speaks.
    pub(crate) fn say(&self) -> Language {
        self.look.language
    }

    pub(crate) fn heading(&mut self, text: impl Into<String>) -> &mut Self {
        self.blocks.push(Block::Heading(text.into()));
        self
    }

    pub(crate) fn line(&mut self, text: impl Into<String>) -> &mut Self {
        self.blocks.push(Block::Line(text.into()));
        self
    }

    /// A line on where the answer comes from; the first one is set apart.
    pub(crate) fn origin_line(&mut self, text: impl Into<String>) -> &mut Self {
        if !matches!(self.blocks.last(), Some(Block::Origin(_))) {
            self.gap();
        }
        self.blocks.push(Block::Origin(text.into()));
        self
    }

    pub(crate) fn table(&mut self, table: Table) -> &mut Self {
        self.blocks.push(Block::Table(table));
        self
    }

    pub(crate) fn gap(&mut self) -> &mut Self {
        self.blocks.push(Block::Gap);
        self
    }

    /// Lines to be kept as they are.
    pub(crate) fn drawing(&mut self, text: impl Into<String>) -> &mut Self {
        self.blocks.push(Block::Drawing(text.into()));
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
                Block::Heading(heading) => {
                    let _ = writeln!(text, "{heading}");
                }
                Block::Line(line) | Block::Origin(line) => text.push_str(&wrapped(line, self.look.width)),
                Block::Table(table) => {
                    table.lines("  ").iter().for_each(|line| indented(&mut text, line));
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
    let _ = writeln!(text, "{}", format!("  {line}").trim_end());
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
