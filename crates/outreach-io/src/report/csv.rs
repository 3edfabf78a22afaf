//! Tables for spreadsheets.

/// A header and rows.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Sheet {
    header: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// A cell: a number of our own, or somebody's text.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(crate) enum Cell {
    Number(f64),
    Text(String),
    Empty,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Numbers alone, NaN where there is none.
    Numbers(Vec<f64>),
    /// Texts as they are: no spreadsheet reads them.
    Texts(Vec<String>),
}

impl Cell {
    pub(crate) fn number(number: Option<f64>) -> Self {
        number.filter(|number| number.is_finite()).map_or(Self::Empty, Self::Number)
    }

    /// As it is, where no spreadsheet reads it.
    fn told(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
            Self::Empty => String::new(),
        }
    }

    fn written(&self) -> String {
        match self {
            // A spreadsheet would compute such a text.
            Self::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
            other => other.told(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Sheet {
    pub(crate) fn new<S: Into<String>>(header: impl IntoIterator<Item = S>) -> Self {
        Self { header: header.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The columns with their names; those of numbers have NaN where a cell is empty.
    pub fn columns(&self) -> impl Iterator<Item = (&str, Column)> {
        let cells = |column: usize| self.rows.iter().filter_map(move |row| row.get(column));
        self.header.iter().enumerate().map(move |(column, name)| {
            let is_text = cells(column).any(|cell| matches!(cell, Cell::Text(_)));
            let column = if is_text {
                Column::Texts(cells(column).map(Cell::told).collect())
            } else {
                Column::Numbers(
                    cells(column)
                        .map(|cell| if let Cell::Number(number) = cell { *number } else { f64::NAN })
                        .collect(),
                )
            };
            (name.as_str(), column)
        })
    }

    /// As CSV; a text that a spreadsheet would take for a formula is escaped.
    pub fn write(&self) -> Vec<u8> {
        const TAKES: &str = "memory takes rows of one length";
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.header).expect(TAKES);
        for row in &self.rows {
            writer.write_record(row.iter().map(Cell::written)).expect(TAKES);
        }
        writer.into_inner().expect(TAKES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_compute_is_escaped_and_numbers_are_not() {
        let mut sheet = Sheet::new(["name", "value"]);
        sheet.row([Cell::from("=1+1"), Cell::Number(-2.5)]);
        sheet.row([Cell::from("a,\"b\""), Cell::number(Some(f64::NAN))]);
        let written = String::from_utf8(sheet.write()).expect("it is UTF-8");
        assert_eq!(written, "name,value\n'=1+1,-2.5\n\"a,\"\"b\"\"\",\n");
    }
}
