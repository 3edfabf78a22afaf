//! Documents as the templates of pages take them.

use super::{Block, Document, Table};

/// A part of a page, for its template.
#[derive(Debug, Default, serde::Serialize)]
pub(crate) struct Part {
    heading: Option<String>,
    line: Option<String>,
    drawing: Option<String>,
    header: Option<Vec<Cell>>,
    rows: Vec<Vec<Cell>>,
}

/// A cell of a page's table.
#[derive(Debug, serde::Serialize)]
struct Cell {
    text: String,
    right: bool,
}

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
