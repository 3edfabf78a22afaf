//! Answers: whatever verb asked for them.

use outreach::{Pmf, Sample};
use outreach_io::{Column, Image, Kept, Language, Look};
use pyo3::types::{PyAnyMethods as _, PyBytes, PyDict};
use pyo3::{Bound, PyResult, Python, pyclass, pymethods};

use crate::errors::caught;

/// An answer, and the arrays that are too long to be told in JSON each time they are looked at.
#[pyclass(frozen, module = "outreach._outreach")]
pub(crate) struct Answer {
    shown: Box<dyn outreach_io::Answer + Send + Sync>,
    /// Of little-endian 64-bit numbers.
    counts: Option<Vec<u8>>,
    pmf: Option<Vec<u8>>,
}

impl Answer {
    pub(crate) fn new(shown: impl outreach_io::Answer + Send + Sync + 'static) -> Self {
        Self { shown: Box::new(shown), counts: None, pmf: None }
    }

    /// With how many trials came to 0, 1, 2, …
    pub(crate) fn with_counts(mut self, sample: &Sample) -> Self {
        self.counts = Some((0..=sample.largest()).flat_map(|count| sample.count(count).to_le_bytes()).collect());
        self
    }

    /// With the probability of 0, 1, 2, …, where there is a distribution.
    pub(crate) fn with_pmf(mut self, law: Option<&Pmf>) -> Self {
        let masses = |law: &Pmf| (0..law.end()).flat_map(|count| law.mass(count).to_le_bytes()).collect();
        self.pmf = law.map(masses);
        self
    }

    pub(crate) fn of_yield(answer: outreach_io::Yield) -> Self {
        let (counts, pmf) = (answer.run().meetings().clone(), answer.distribution().cloned());
        Self::new(answer).with_counts(&counts).with_pmf(pmf.as_ref())
    }

    fn drawn(&self, language: &str, image: Image) -> PyResult<Option<Vec<u8>>> {
        caught(|| self.shown.picture(language.parse()?).map(|picture| picture.draw(image)).transpose())
    }
}

#[pymethods]
impl Answer {
    /// What was stored by `keep`.
    #[staticmethod]
    fn of_kept(kept: &[u8], counts: Option<Vec<u8>>, pmf: Option<Vec<u8>>) -> PyResult<Self> {
        Ok(Self { shown: Box::new(caught(|| Kept::read(kept))?), counts, pmf })
    }

    /// Everything that is shown, to be stored.
    fn keep<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let kept = caught(|| Ok::<_, String>(Kept::of(self.shown.as_ref()).bytes()))?;
        Ok(PyBytes::new(py, &kept))
    }

    fn json(&self) -> PyResult<String> {
        caught(|| Ok::<_, String>(self.shown.json().to_string()))
    }

    fn sentence(&self, language: &str) -> PyResult<String> {
        caught(|| Ok::<_, String>(self.shown.sentence(language.parse()?)))
    }

    fn notes(&self, language: &str) -> PyResult<Vec<String>> {
        caught(|| {
            Ok::<_, String>({
                let language = language.parse()?;
                [self.shown.warnings(language), self.shown.notes(language)].concat()
            })
        })
    }

    fn text(&self, language: &str) -> PyResult<String> {
        caught(|| {
            let language: Language = language.parse()?;
            Ok::<_, String>(self.shown.whole(Look { language, ..Look::default() }).text())
        })
    }

    /// For a notebook.
    fn section(&self, language: &str) -> PyResult<String> {
        caught(|| outreach_io::section(self.shown.as_ref(), language.parse()?))
    }

    /// A page that stands alone; `again` is what makes it again.
    fn page(&self, language: &str, again: &str) -> PyResult<String> {
        caught(|| outreach_io::page(self.shown.as_ref(), language.parse()?, again))
    }

    fn svg<'py>(&self, py: Python<'py>, language: &str) -> PyResult<Option<Bound<'py, PyBytes>>> {
        Ok(self.drawn(language, Image::Svg)?.map(|bytes| PyBytes::new(py, &bytes)))
    }

    fn png<'py>(&self, py: Python<'py>, language: &str) -> PyResult<Option<Bound<'py, PyBytes>>> {
        Ok(self.drawn(language, Image::Png)?.map(|bytes| PyBytes::new(py, &bytes)))
    }

    /// The columns of the table for spreadsheets: the bytes of floats, or texts.
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let sheet = caught(|| Ok::<_, String>(self.shown.csv()))?;
        let columns = PyDict::new(py);
        for (name, column) in sheet.columns() {
            match column {
                Column::Numbers(numbers) => columns.set_item(name, bytes(py, &numbers))?,
                Column::Texts(texts) => columns.set_item(name, texts)?,
            }
        }
        Ok(columns)
    }

    #[getter]
    fn counts<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        self.counts.as_ref().map(|counts| PyBytes::new(py, counts))
    }

    #[getter]
    fn pmf<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        self.pmf.as_ref().map(|pmf| PyBytes::new(py, pmf))
    }
}

/// Of little-endian floats.
fn bytes<'py>(py: Python<'py>, numbers: &[f64]) -> Bound<'py, PyBytes> {
    PyBytes::new(py, &numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<_>>())
}
