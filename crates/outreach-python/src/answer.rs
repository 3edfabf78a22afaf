//! Answers: whatever verb asked for them.

use std::convert::Infallible;

use outreach::{Pmf, SizeNeeded};
use outreach_io::{Column, Image, Language, StoredAnswer, TextStyle};
use pyo3::types::{PyAnyMethods as _, PyBytes, PyBytesMethods as _, PyDict};
use pyo3::{
    Borrowed, Bound, FromPyObject, IntoPyObject, IntoPyObjectRef, PyAny, PyErr, PyResult, Python, pyclass, pymethods,
};

use crate::errors::caught;

/// An answer, and the arrays that are too long to be told in JSON each time they are looked at.
#[pyclass(frozen, module = "outreach._outreach")]
pub(crate) struct Answer {
    shown: Box<dyn outreach_io::Answer + Send + Sync>,
    arrays: Arrays,
}

/// What distributions are made of; numbers are little-endian.
#[derive(Debug, Default, FromPyObject, IntoPyObjectRef)]
struct Arrays(
    /// How many trials came to 0, 1, 2, …; with the sample's mean, variance, and the standard errors of the mean and the
    /// standard deviation.
    Option<(Numbers, f64, f64, f64, f64)>,
    /// The smallest count, the mean, the variance, and the probabilities from that count on: of each distribution.
    Vec<(usize, f64, f64, Numbers)>,
    /// Efforts, and the probability of the target with each.
    (Numbers, Numbers),
);

/// Sizes, the probability that each suffices, and the trials unless it is exact.
pub(crate) type Sizes<'py> = (Bound<'py, PyBytes>, Bound<'py, PyBytes>, Option<u64>);

pub(crate) fn sizes<'py>(py: Python<'py>, needed: &SizeNeeded) -> Sizes<'py> {
    let numbers = |of: fn(&(u32, f64)) -> f64| {
        let numbers: Vec<_> = needed.chances().iter().map(|chance| of(chance).to_le_bytes()).collect();
        PyBytes::new(py, numbers.as_flattened())
    };
    (numbers(|(size, _)| f64::from(*size)), numbers(|(_, chance)| *chance), needed.trials())
}

/// Of 64 bits each, handed out as bytes.
#[derive(Debug, Default)]
struct Numbers(Vec<[u8; 8]>);

impl FromIterator<f64> for Numbers {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Self {
        Self(numbers.into_iter().map(f64::to_le_bytes).collect())
    }
}

impl<'py> FromPyObject<'_, 'py> for Numbers {
    type Error = PyErr;

    fn extract(kept: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(kept.cast::<PyBytes>()?.as_bytes().as_chunks().0.to_vec()))
    }
}

impl<'py> IntoPyObject<'py> for &Numbers {
    type Target = PyBytes;
    type Output = Bound<'py, PyBytes>;
    type Error = Infallible;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(PyBytes::new(py, self.0.as_flattened()))
    }
}

impl Answer {
    pub(crate) fn new(shown: impl outreach_io::Answer + Send + Sync + 'static) -> Self {
        Self { shown: Box::new(shown), arrays: Arrays::default() }
    }

    /// With these distributions.
    pub(crate) fn with_exact<'a>(mut self, exact: impl IntoIterator<Item = &'a Pmf>) -> Self {
        let parts = |pmf: &Pmf| (pmf.first(), pmf.mean(), pmf.variance(), pmf.masses().iter().copied().collect());
        self.arrays.1 = exact.into_iter().map(parts).collect();
        self
    }

    /// With a probability for each effort.
    pub(crate) fn with_curve(mut self, curve: &[(f64, f64)]) -> Self {
        self.arrays.2 = (curve.iter().map(|point| point.0).collect(), curve.iter().map(|point| point.1).collect());
        self
    }

    pub(crate) fn of_yield(answer: outreach_io::Simulated) -> Self {
        let (sample, exact) = (answer.run().meetings().clone(), answer.distribution().cloned());
        let counts = (0..=sample.largest()).map(|count| sample.count(count).to_le_bytes()).collect();
        let [mean, sd] = [sample.mean(), sample.sd()];
        let mut made = Self::new(answer).with_exact(&exact);
        made.arrays.0 = Some((Numbers(counts), mean.value, sample.variance(), mean.std_error, sd.std_error));
        made
    }

    fn drawn(&self, language: &str, image: Image) -> PyResult<Option<Vec<u8>>> {
        caught(|| self.shown.picture(language.parse()?).map(|picture| picture.draw(image)).transpose())
    }
}

#[pymethods]
impl Answer {
    /// What was stored by `keep`.
    #[staticmethod]
    fn of_kept(kept: &[u8], arrays: Arrays) -> PyResult<Self> {
        Ok(Self { shown: Box::new(caught(|| StoredAnswer::read(kept))?), arrays })
    }

    /// Everything that is shown, to be stored.
    fn keep<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let kept = caught(|| Ok::<_, String>(StoredAnswer::of(self.shown.as_ref()).bytes()))?;
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

    fn text(&self, language: &str, verbose: bool) -> PyResult<String> {
        caught(|| {
            let language: Language = language.parse()?;
            let style = TextStyle { language, ..TextStyle::default() };
            Ok::<_, String>(if verbose { self.shown.whole(style) } else { self.shown.short(style) }.text())
        })
    }

    /// For a notebook.
    fn section(&self, language: &str) -> PyResult<String> {
        caught(|| outreach_io::section(self.shown.as_ref(), language.parse()?))
    }

    /// A page that stands alone; `again` is what repeats it.
    fn page(&self, language: &str, again: &str) -> PyResult<String> {
        caught(|| outreach_io::page(self.shown.as_ref(), language.parse()?, again))
    }

    fn svg<'py>(&self, py: Python<'py>, language: &str) -> PyResult<Option<Bound<'py, PyBytes>>> {
        Ok(self.drawn(language, Image::Svg)?.map(|bytes| PyBytes::new(py, &bytes)))
    }

    fn png<'py>(&self, py: Python<'py>, language: &str) -> PyResult<Option<Bound<'py, PyBytes>>> {
        Ok(self.drawn(language, Image::Png)?.map(|bytes| PyBytes::new(py, &bytes)))
    }

    /// The columns of the table for spreadsheets: what their cells are, and the cells.
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let sheet = caught(|| Ok::<_, String>(self.shown.csv()))?;
        let columns = PyDict::new(py);
        for (name, column) in sheet.columns() {
            match column {
                Column::Real(cells) => columns.set_item(name, ("real", cells))?,
                Column::Whole(cells) => columns.set_item(name, ("whole", cells))?,
                Column::Truth(cells) => columns.set_item(name, ("truth", cells))?,
                Column::Text(cells) => columns.set_item(name, ("text", cells))?,
            }
        }
        Ok(columns)
    }

    #[getter]
    fn arrays(&self) -> &Arrays {
        &self.arrays
    }
}
