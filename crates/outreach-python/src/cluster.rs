//! What is made in pieces elsewhere, as it is joined.

use std::collections::BTreeMap;

use outreach::{Contacts, Part as Trials, Shard, Simulation, Strategy};
use outreach_io::ask::ForecastQuestion;
use outreach_io::{Error, PartFile, Sampling};
use pyo3::exceptions::PyValueError;
use pyo3::types::PyBytes;
use pyo3::{Bound, PyResult, Python, pyclass, pymethods};

use crate::answer::Answer;
use crate::contacts::{Batch, Layout, of_forecast};
use crate::errors::caught;
use crate::part::Part;
use crate::run::run;
use crate::scenario::Scenario;
use crate::source::Source;

/// A run as far as its parts are there.
#[pyclass(module = "outreach._outreach")]
pub(crate) struct Run {
    nothing: Trials,
    so_far: PartFile,
}

#[pymethods]
impl Run {
    #[new]
    fn new(scenario: &Scenario, so_far: Vec<String>, trials: Option<u64>, seed: u64) -> PyResult<Self> {
        caught(|| {
            let [_, campaign] = scenario.campaigns(Strategy::mixed(), outreach_io::so_far(&so_far)?)?;
            let part = Simulation::new(&campaign).trials(Sampling::of(trials, seed).most_trials()).seed(seed).part()?;
            let settings = scenario.scenario.settings().to_vec();
            let shard = Shard::WHOLE.to_string();
            Ok::<_, Error>(Self { nothing: part.clone(), so_far: PartFile { settings, so_far, shard, part } })
        })
    }

    /// The number of trials.
    #[getter]
    fn trials(&self) -> u64 {
        self.nothing.of_trials()
    }

    /// Adds a part; `name` is what errors call it.
    fn add(&mut self, name: &str, part: &Part) -> PyResult<()> {
        caught(|| self.so_far.part.merge(&part.file.part).map_err(|error| format!("{name}: {error}")))
    }

    /// The shards that are not there, of this many.
    fn missing(&self, of: u64) -> PyResult<Vec<String>> {
        let mut missing = Vec::new();
        for index in 1..=of {
            let shard = caught(|| Shard::new(index, of))?;
            let trials = self.so_far.part.missing(shard);
            if trials.is_empty() {
                continue;
            }
            if trials != self.nothing.missing(shard) {
                let told = format!("of shard {shard} some trials are there and others are not");
                return Err(PyValueError::new_err(format!("{told}: the run was cut into another number of shards")));
            }
            missing.push(shard.to_string());
        }
        Ok(missing)
    }

    fn answer(&self, py: Python<'_>, at_least: Vec<u32>) -> PyResult<Answer> {
        run(py, 0, || {
            let whole = [Ok(("the run".to_owned(), self.so_far.clone()))];
            Ok::<_, Error>(Answer::of_yield(outreach_io::merge::<Error>(whole, &at_least)?))
        })
    }
}

/// Pieces of a list of contacts.
#[pyclass(module = "outreach._outreach")]
pub(crate) struct ListPart {
    part: outreach_io::ListPart,
}

#[pymethods]
impl ListPart {
    #[new]
    fn new(list: &str, of: u64, piece: Option<u64>, is_grouped: bool) -> PyResult<Self> {
        Ok(Self { part: caught(|| outreach_io::ListPart::new(list, of, piece, is_grouped))? })
    }

    /// Of the bytes of a file; `name` is what errors call it.
    #[staticmethod]
    fn of_bytes(name: &str, bytes: &[u8]) -> PyResult<Self> {
        Ok(Self { part: caught(|| outreach_io::ListPart::read(name, bytes))? })
    }

    fn bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.part.bytes())
    }

    /// Adds the rows of columns as `forecast_columns` takes them, whose names the layout tells; `name` and the number of the first row are what errors
    /// call them by.
    fn add_columns(
        &mut self,
        py: Python<'_>,
        name: &str,
        layout: Layout,
        first_row: u64,
        batch: Batch,
    ) -> PyResult<()> {
        let part = &mut self.part;
        let layout = layout.build()?;
        part.read_from(&layout);
        part.doubt(&layout.kind_column.unwrap_or_default(), batch.5.clone());
        run(py, 1, || {
            let (place, mut groups) = (format!("{name}, row "), BTreeMap::<_, Contacts>::new());
            for row in batch.rows(&place, first_row) {
                let (group, contact) = row?;
                groups.entry(group).or_default().push(contact);
            }
            groups.iter().try_for_each(|(group, contacts)| part.push(group, contacts))
        })
    }

    /// Adds the rows of a table.
    fn add_table(&mut self, py: Python<'_>, source: Source, layout: Layout) -> PyResult<()> {
        let (part, layout) = (&mut self.part, layout.build()?);
        run(py, 1, || {
            let (name, source) = source.open()?;
            part.push_table(&name, source, &layout)
        })
    }

    /// Adds another part of the list; `name` is what errors call it.
    fn add(&mut self, name: &str, other: &Self) -> PyResult<()> {
        caught(|| self.part.merge(name, &other.part))
    }

    /// The pieces that are not there.
    fn missing(&self) -> Vec<u64> {
        self.part.missing().collect()
    }

    /// Of the whole list, or of its pieces that are there.
    fn answer(&self, py: Python<'_>, scenario: &Scenario, at_least: Vec<u32>, is_whole: bool) -> PyResult<Answer> {
        let answer = run(py, 1, || {
            let part = self.part.clone();
            let part = if is_whole { part } else { part.alone() };
            let question = ForecastQuestion { at_least, ..ForecastQuestion::new(scenario.scenario.clone()) };
            question.run_parts(part)
        })?;
        of_forecast(py, scenario, None, answer)
    }
}
