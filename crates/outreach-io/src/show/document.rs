//! What people read: headings, sentences, tables and bars, as plain text or Markdown.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

#[cfg(feature = "pages")]
mod parts;
mod table;

pub(crate) use self::table::Table;
use super::{TextStyle, plain};
use crate::Language;

/// What stands between two columns, and before tables and drawings.
const BETWEEN: &str = "  ";
const INDENT: &str = "  ";

/// A page for people: headings, sentences, tables and drawings.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Document {
    style: TextStyle,
    blocks: Vec<Block>,
}

#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
enum Block {
    Heading(String),
    Line(String),
    /// A line on where the answer comes from.
    Origin(String),
    /// A line on what to type next.
    Hint(String),
    Table(Table),
    Drawing(String),
    /// Sets the lines after it apart from those before.
    Gap,
}

impl Document {
    pub(crate) fn new(style: TextStyle) -> Self {
        Self { style, blocks: Vec::new() }
    }

    /// A sentence alone.
    pub(crate) fn of_sentence(style: TextStyle, sentence: String) -> Self {
        let mut document = Self::new(style);
        document.line(sentence);
        document
    }

    /// A text as the style has it.
    fn spelled(&self, text: impl Into<String>) -> String {
        let text = text.into();
        if self.style.unicode { text } else { plain::plain(&text).into_owned() }
    }

    /// The language that it speaks.
    pub(crate) fn say(&self) -> Language {
        self.style.language
    }

    /// A table may be this many characters wide.
    pub(crate) fn table_width(&self) -> usize {
        self.style.terminal.map_or(usize::MAX, |_| self.style.width() - INDENT.len())
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

    pub(crate) fn lines(&mut self, lines: &[String]) -> &mut Self {
        for line in lines {
            self.line(line.as_str());
        }
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

    /// A line on what to type next, for those who have a command line.
    pub(crate) fn hint(&mut self, text: impl Into<String>) -> &mut Self {
        let text = self.spelled(text);
        self.blocks.push(Block::Hint(text));
        self
    }

    /// Without what to type next, for those who type nothing.
    #[must_use]
    pub fn without_hints(mut self) -> Self {
        self.blocks.retain(|block| !matches!(block, Block::Hint(_)));
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

    /// Whether it fits a small terminal, with what was typed and what is typed next.
    pub(crate) fn is_seen_at_once(&self) -> bool {
        /// A terminal has 24 lines.
        const LINES: usize = 20;
        self.text().lines().count() <= LINES
    }

    /// As plain text, with lines no longer than the style's width.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut in_lines = false;
        for block in &self.blocks {
            let (is_line, is_gap) =
                (matches!(block, Block::Line(_) | Block::Origin(_) | Block::Hint(_)), matches!(block, Block::Gap));
            let close_up = text.is_empty() || is_gap || (in_lines && is_line);
            if !close_up {
                text.push('\n');
            }
            in_lines = is_line;
            match block {
                Block::Gap => {}
                Block::Heading(heading) if self.style.terminal.is_none() => {
                    let _ = writeln!(text, "{heading}");
                }
                Block::Heading(line) | Block::Line(line) | Block::Origin(line) | Block::Hint(line) => {
                    text.push_str(&wrapped(line, self.style.width()));
                }
                Block::Table(table) => {
                    table.lines(self.table_width()).iter().for_each(|line| indented(&mut text, line));
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
                Block::Line(line) | Block::Origin(line) | Block::Hint(line) => {
                    let _ = writeln!(text, "{}", escaped(line));
                }
                Block::Table(table) => text.push_str(&table.markdown()),
                Block::Drawing(drawing) => {
                    let _ = writeln!(text, "```text\n{drawing}\n```");
                }
            }
        }
        text
    }
}

fn indented(text: &mut String, line: &str) {
    let _ = writeln!(text, "{}", format!("{INDENT}{line}").trim_end());
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

/// Stands for a space where no line ends.
const TOGETHER: char = '\u{2060}';

/// A per cent sign and units of time stay with their numbers: `11 h 40 min`.
fn kept_together(line: &str) -> String {
    let is_number =
        |word: &str| word.trim_start_matches('(').chars().all(|c| c.is_ascii_digit() || ".,\u{202f}".contains(c));
    // French sets signs behind spaces of their own.
    let is_end = |c: char| ".,;:)\u{a0}\u{202f}".contains(c);
    let is_unit = |word: &str| ["%", "h", "min"].contains(&word.trim_end_matches(is_end));
    let mut kept = String::with_capacity(line.len());
    let mut before = "";
    for word in line.split(' ') {
        if !kept.is_empty() {
            let is_one = is_number(before) && is_unit(word) || before == "h" && is_number(word);
            kept.push(if is_one { TOGETHER } else { ' ' });
        }
        kept.push_str(word);
        before = word;
    }
    kept
}

/// A sentence on as many lines as it takes, each with its end.
///
/// ```
/// assert_eq!(outreach_io::wrapped("About 11 h 40 min of work.", 16), "About\n11 h 40 min of\nwork.\n");
/// ```
pub fn wrapped(line: &str, width: usize) -> String {
    let mut text = String::new();
    let mut length = 0;
    for word in kept_together(line).split(' ') {
        let word = word.replace(TOGETHER, " ");
        let letters = word.width();
        if length > 0 && length + 1 + letters > width {
            text.truncate(text.trim_end_matches(' ').len());
            text.push('\n');
            length = 0;
        } else if length > 0 {
            text.push(' ');
            length += 1;
        }
        text.push_str(&word);
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
        let mut document = Document::new(TextStyle { terminal: Some(terminal), unicode, ..TextStyle::default() });
        document.heading("Words that take more than one line of the terminal").table(table).drawing("█│");
        document.text()
    }

    #[test]
    fn no_line_ends_within_a_time_or_a_percentage() {
        let text =
            "In the same 11 h 40 min it holds 95 % (2 h) of campaigns, 6 h 55 min\u{a0}: 1\u{202f}035 h\u{202f}; all.";
        for width in 10..60 {
            let lines = wrapped(text, width);
            assert!(
                ["11 h 40 min", "95 %", "(2 h)", "6 h 55 min", "1\u{202f}035 h"].iter().all(|one| lines.contains(one)),
                "{lines}"
            );
            assert_eq!(lines.trim_end().replace('\n', " "), text);
        }
    }

    #[test]
    fn wide_tables_go_on_below() {
        let wide = "Words that take more than one line of the\nterminal\n\n  rate       mean  error\n  été   0.5 ± 0.1   0.25\n\n  █│\n";
        assert_eq!(shown(44, true), wide);
    }

    #[test]
    fn without_unicode_columns_stay_columns() {
        let plain = "Words that take more than one line of the\nterminal\n\n  rate         mean  error\n  ete   0.5 +/- 0.1   0.25\n\n  #|\n";
        assert_eq!(shown(44, false), plain);
    }
}
