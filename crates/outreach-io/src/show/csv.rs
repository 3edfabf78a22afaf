//! Tables for spreadsheets.

/// A header and rows.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Sheet {
    header: Vec<(String, Type)>,
    rows: Vec<Vec<Cell>>,
}

/// A cell: a number of our own, or somebody's text.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub(crate) enum Cell {
    Number(f64),
    Whole(i64),
    Truth(bool),
    Text(String),
    Empty,
}

/// What the cells of a column are, but for those that are empty: whatever the answer.
#[derive(Debug, Clone, Copy, serde::Serialize, serde::Deserialize)]
pub(crate) enum Type {
    Real,
    Whole,
    Truth,
    Text,
}

impl Type {
    /// Columns of this type.
    pub(crate) fn of<S: Into<String>>(
        self,
        names: impl IntoIterator<Item = S>,
    ) -> impl Iterator<Item = (String, Self)> {
        names.into_iter().map(move |name| (name.into(), self))
    }

    fn fits(self, cell: &Cell) -> bool {
        match cell {
            Cell::Number(_) => matches!(self, Self::Real),
            Cell::Whole(_) => matches!(self, Self::Whole),
            Cell::Truth(_) => matches!(self, Self::Truth),
            Cell::Text(_) => matches!(self, Self::Text),
            Cell::Empty => true,
        }
    }
}

/// A column of a sheet by what its cells are, some of which may be empty.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Numbers.
    Real(Vec<Option<f64>>),
    /// Whole numbers.
    Whole(Vec<Option<i64>>),
    /// Truth values.
    Truth(Vec<Option<bool>>),
    /// Texts as they are: no spreadsheet reads them.
    Text(Vec<Option<String>>),
}

impl Cell {
    pub(crate) fn number(number: Option<f64>) -> Self {
        number.filter(|number| number.is_finite()).map_or(Self::Empty, Self::Number)
    }

    pub(crate) fn whole(number: impl TryInto<i64>) -> Self {
        number.try_into().map_or(Self::Empty, Self::Whole)
    }

    fn written(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Whole(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            // A spreadsheet would compute such a text.
            Self::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
            Self::Text(text) => text.clone(),
            Self::Empty => String::new(),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Sheet {
    pub(crate) fn new(header: impl IntoIterator<Item = (String, Type)>) -> Self {
        Self { header: header.into_iter().collect(), rows: Vec::new() }
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = Cell>) {
        let row: Vec<_> = cells.into_iter().collect();
        debug_assert!(row.iter().zip(&self.header).all(|(cell, (_, is))| is.fits(cell)), "{:?} {row:?}", self.header);
        self.rows.push(row);
    }

    /// The columns with their names.
    pub fn columns(&self) -> impl Iterator<Item = (&str, Column)> {
        self.header.iter().enumerate().map(|(column, (name, _))| (name.as_str(), self.column(column)))
    }

    fn column(&self, column: usize) -> Column {
        let cells = || self.rows.iter().filter_map(move |row| row.get(column));
        match self.header[column].1 {
            Type::Real => Column::Real(
                cells().map(|cell| if let Cell::Number(number) = cell { Some(*number) } else { None }).collect(),
            ),
            Type::Whole => Column::Whole(
                cells().map(|cell| if let Cell::Whole(number) = cell { Some(*number) } else { None }).collect(),
            ),
            Type::Truth => Column::Truth(
                cells().map(|cell| if let Cell::Truth(truth) = cell { Some(*truth) } else { None }).collect(),
            ),
            Type::Text => Column::Text(
                cells().map(|cell| if let Cell::Text(text) = cell { Some(text.clone()) } else { None }).collect(),
            ),
        }
    }

    /// As CSV; a text that a spreadsheet would take for a formula is escaped.
    pub fn write(&self) -> Vec<u8> {
        const TAKES: &str = "memory takes rows of one length";
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(self.header.iter().map(|(name, _)| name)).expect(TAKES);
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
        let mut sheet = Sheet::new(Type::Text.of(["name"]).chain(Type::Real.of(["value"])));
        sheet.row([Cell::from("=1+1"), Cell::Number(-2.5)]);
        sheet.row([Cell::from("a,\"b\""), Cell::number(Some(f64::NAN))]);
        let written = String::from_utf8(sheet.write()).expect("it is UTF-8");
        assert_eq!(written, "name,value\n'=1+1,-2.5\n\"a,\"\"b\"\"\",\n");
    }
}
