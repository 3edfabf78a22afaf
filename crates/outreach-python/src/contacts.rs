//! Lists of contacts, as tables or as columns.

use std::collections::BTreeMap;

use outreach::{Contact, Kind, Probability};
use outreach_io::ask::ForecastQuestion;
use outreach_io::{Asked, ContactLayout, Forecast, OfList, group_name};
use pyo3::pybacked::PyBackedBytes;
use pyo3::{FromPyObject, PyResult, Python, pyfunction};

use crate::answer::Answer;
use crate::effects;
use crate::run::run;
use crate::scenario::Scenario;
use crate::source::{Source, delimiter};

/// Where a table says what.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Layout {
    probability_column: Option<String>,
    kind_column: Option<String>,
    attempts_column: Option<String>,
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
    pub(crate) fn build(self) -> PyResult<ContactLayout> {
        Ok(ContactLayout {
            probability_column: self.probability_column,
            kind_column: self.kind_column,
            attempts_column: self.attempts_column,
            group_by: self.group_by,
            cold_word: Some(self.cold_word).filter(|word| word != "cold"),
            warm_word: Some(self.warm_word).filter(|word| word != "warm"),
            delimiter: delimiter(self.delimiter.as_deref())?,
            skip_lines: self.skip_lines,
            sheet: self.sheet,
            strict: self.strict,
            allow_rejected: self.allow_rejected,
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
    let layout = layout.build()?;
    let answer = run(py, 1, || {
        let (name, source) = source.open()?;
        let question = ForecastQuestion { scenario: scenario.scenario.clone(), layout, at_least, hours };
        question.run(&name, source)
    })?;
    of_forecast(py, scenario, hours, answer)
}

/// What the words of a kind's column say: 0 for cold, 1 for warm, 255 for neither; and whether they tell of channels.
#[pyfunction]
pub(crate) fn kinds_of(words: Vec<String>, layout: Layout) -> PyResult<(Vec<u32>, Vec<bool>)> {
    let layout = layout.build()?;
    let code = |word: &String| layout.kind_of(word).map_or(255, |kind| u32::from(kind == Kind::Warm));
    Ok((words.iter().map(code).collect(), words.iter().map(|word| layout.is_channel(word)).collect()))
}

/// The names of the groups that have these texts.
#[pyfunction]
pub(crate) fn group_names(texts: Vec<String>) -> Vec<String> {
    texts.iter().map(|text| group_name(text).into_owned()).collect()
}

/// Some rows, as columns that are empty where there is none: little-endian floats, which are NaN where the kind counts; 0
/// for cold, 1 for warm, else none; the attempts made so far, and numbers of the groups' names, in 32 bits each. The last are the rows
/// of words that tell of channels and not of kinds.
#[derive(FromPyObject)]
pub(crate) struct Batch(
    PyBackedBytes,
    PyBackedBytes,
    PyBackedBytes,
    PyBackedBytes,
    Vec<String>,
    pub(crate) Vec<(String, u64)>,
);

impl Batch {
    /// Each with its group; the number of the first row and `name` are what errors call them by.
    pub(crate) fn rows<'a>(
        &'a self,
        name: &'a str,
        first: u64,
    ) -> impl Iterator<Item = outreach::Result<(&'a str, Contact)>> + 'a {
        let Self(probabilities, kinds, attempts, groups, names, _) = self;
        let (probabilities, _) = probabilities.as_chunks::<8>();
        let [attempts, groups] = [attempts, groups].map(|column| column.as_chunks::<4>().0);
        (0..probabilities.len().max(kinds.len())).map(move |row| {
            let group = groups.get(row).map_or("", |bytes| names[u32::from_le_bytes(*bytes) as usize].as_str());
            let p = probabilities.get(row).map_or(f64::NAN, |bytes| f64::from_le_bytes(*bytes));
            let kind = match kinds.get(row) {
                Some(0) if p.is_nan() => Some(Kind::Cold),
                Some(1) if p.is_nan() => Some(Kind::Warm),
                _ => None,
            };
            let contact = match (kind, attempts.get(row)) {
                (Some(kind), None) => Contact::OfKind(kind),
                (Some(kind), Some(attempts)) => Contact::CalledBefore(kind, u32::from_le_bytes(*attempts)),
                (None, _) => Contact::Own(
                    Probability::new(p).or_else(|_| Probability::named(&format!("{name}{}", first + row as u64), p))?,
                ),
            };
            Ok((group, contact))
        })
    }
}

/// Of the rows of batches, whose columns the layout names.
#[pyfunction]
pub(crate) fn forecast_columns(
    py: Python<'_>,
    scenario: &Scenario,
    layout: Layout,
    batches: Vec<Batch>,
    at_least: Vec<u32>,
    hours: Option<f64>,
) -> PyResult<Answer> {
    let layout = layout.build()?;
    let answer = run(py, 1, || {
        let rows = batches.iter().flat_map(|batch| batch.rows("the contact at ", 0));
        let column = layout.kind_column.clone().unwrap_or_default();
        let question = ForecastQuestion { scenario: scenario.scenario.clone(), layout, at_least, hours };
        let mut channels = BTreeMap::<_, u64>::new();
        for (word, rows) in batches.iter().flat_map(|batch| &batch.5) {
            *channels.entry(word.clone()).or_default() += rows;
        }
        question.run_contacts(rows).map(|answer| answer.doubting(&column, channels))
    })?;
    of_forecast(py, scenario, hours, answer)
}

pub(crate) fn of_forecast(
    py: Python<'_>,
    scenario: &Scenario,
    hours: Option<f64>,
    answer: Forecast,
) -> PyResult<Answer> {
    let (of_kinds, calls_again) = (answer.of_kinds(), answer.calls_again());
    let list = OfList { of_kinds, calls_again, hours: hours.is_some() };
    effects::warn(py, 3, &[(scenario, Asked::Forecast(list), None)])?;
    let distributions: Vec<_> = answer.distributions().cloned().collect();
    Ok(Answer::new(answer).with_exact(&distributions))
}
