//! Lists of contacts, as tables or as columns.

use outreach::{Contact, Kind, Probability};
use outreach_io::{ContactLayout, Forecast};
use pyo3::pybacked::PyBackedBytes;
use pyo3::{FromPyObject, PyResult, Python, pyfunction};

use crate::answer::Answer;
use crate::run::run;
use crate::scenario::Scenario;
use crate::source::{Source, delimiter};

/// Where a table says what.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Layout {
    probability_column: Option<String>,
    kind_column: Option<String>,
    group_by: Option<String>,
    cold_word: String,
    warm_word: String,
    delimiter: Option<String>,
    skip_lines: u64,
    sheet: Option<String>,
    strict: bool,
    allow_rejected: bool,
}

impl Layout {
    pub(crate) fn told(self) -> PyResult<ContactLayout> {
        Ok(ContactLayout {
            probability_column: self.probability_column,
            kind_column: self.kind_column,
            group_by: self.group_by,
            cold_word: Some(self.cold_word).filter(|word| word != "cold"),
            warm_word: Some(self.warm_word).filter(|word| word != "warm"),
            delimiter: delimiter(self.delimiter.as_deref())?,
            skip_lines: self.skip_lines,
            sheet: self.sheet,
            strict: self.strict,
            allow_rejected: self.allow_rejected,
            ..ContactLayout::default()
        })
    }
}

#[pyfunction]
pub(crate) fn forecast_table(
    py: Python<'_>,
    scenario: &Scenario,
    source: Source,
    layout: Layout,
    at_least: Vec<u32>,
    hours: Option<f64>,
) -> PyResult<Answer> {
    let layout = layout.told()?;
    run(py, 1, || {
        let (name, source) = source.open()?;
        let answer = Forecast::of_list(&name, source, &layout, &scenario.scenario, &at_least, hours)?;
        Ok::<_, outreach_io::Error>(of_forecast(answer))
    })
}

/// Of columns, whose names the layout tells: little-endian floats, which are NaN where the kind counts; 0 for cold, 1 for warm, else none; and
/// numbers of the groups' names in 32 bits. Columns that are not there are empty.
#[pyfunction]
#[expect(clippy::too_many_arguments, reason = "the options of the verb, all of which Python gives")]
pub(crate) fn forecast_columns(
    py: Python<'_>,
    scenario: &Scenario,
    layout: Layout,
    probabilities: PyBackedBytes,
    kinds: PyBackedBytes,
    groups: PyBackedBytes,
    names: Vec<String>,
    at_least: Vec<u32>,
    hours: Option<f64>,
) -> PyResult<Answer> {
    let layout = layout.told()?;
    run(py, 1, || {
        let (probabilities, _) = probabilities.as_chunks::<8>();
        let (groups, _) = groups.as_chunks::<4>();
        let contact = |row: usize| {
            let contact = contact(probabilities.get(row), kinds.get(row), || format!("probability[{row}]"))?;
            let group = groups.get(row).map_or("", |bytes| names[u32::from_le_bytes(*bytes) as usize].as_str());
            Ok((group, contact))
        };
        let rows = 0..probabilities.len().max(kinds.len());
        let answer = Forecast::of_contacts(rows.map(contact), &layout, &scenario.scenario, &at_least, hours)?;
        Ok::<_, outreach_io::Error>(of_forecast(answer))
    })
}

/// A row of columns; `place` is what errors call it, made where it is needed alone.
pub(crate) fn contact(
    probability: Option<&[u8; 8]>,
    kind: Option<&u8>,
    place: impl Fn() -> String,
) -> outreach::Result<Contact> {
    let p = probability.map_or(f64::NAN, |bytes| f64::from_le_bytes(*bytes));
    match kind {
        Some(0) if p.is_nan() => Ok(Contact::OfKind(Kind::Cold)),
        Some(1) if p.is_nan() => Ok(Contact::OfKind(Kind::Warm)),
        _ => Probability::new(p).or_else(|_| Probability::named(&place(), p)).map(Contact::Own),
    }
}

pub(crate) fn of_forecast(answer: Forecast) -> Answer {
    let distributions: Vec<_> = answer.distributions().cloned().collect();
    Answer::new(answer).with_exact(&distributions)
}
