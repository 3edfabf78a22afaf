//! Parts of runs, in the files of `outreach simulate --shard` and `outreach merge`.

use std::ops::ControlFlow;

use outreach::{Shard, Simulation, Strategy};
use outreach_io::{PartFile, Sampling};
use pyo3::types::PyBytes;
use pyo3::{Bound, Py, PyResult, Python, pyclass, pyfunction, pymethods};

use crate::answer::Answer;
use crate::errors::caught;
use crate::run::{run, run_shown};
use crate::scenario::Scenario;

/// A part of a run.
#[pyclass(frozen, module = "outreach._outreach")]
pub(crate) struct Part {
    pub(crate) file: PartFile,
}

#[pymethods]
impl Part {
    /// Simulates a share of a run.
    #[staticmethod]
    fn simulated(
        py: Python<'_>,
        scenario: &Scenario,
        shard: &str,
        so_far: Vec<String>,
        trials: Option<u64>,
        seed: u64,
        threads: usize,
    ) -> PyResult<Self> {
        let shard: Shard = caught(|| shard.parse())?;
        let trials = Sampling::of(trials, seed).most_trials();
        let file = run_shown(py, threads, Some(trials / shard.of()), || {
            let [_, campaign] = scenario.campaigns(Strategy::mixed(), outreach_io::so_far(&so_far)?)?;
            let simulation = Simulation::new(&campaign).trials(trials).seed(seed);
            let mut part = simulation.part()?;
            simulation.extend(&mut part, shard, |_| ControlFlow::Continue(()))?;
            let settings = scenario.scenario.settings().to_vec();
            Ok::<_, outreach_io::Error>(PartFile { settings, so_far, shard: shard.to_string(), part })
        })?;
        Ok(Self { file })
    }

    /// Of the bytes of a file; `name` is what errors call it.
    #[staticmethod]
    fn of_bytes(name: &str, bytes: &[u8]) -> PyResult<Self> {
        Ok(Self { file: caught(|| PartFile::read(name, bytes))? })
    }

    fn bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.file.bytes())
    }

    #[getter]
    fn shard(&self) -> &str {
        &self.file.shard
    }

    #[getter]
    fn trials(&self) -> u64 {
        self.file.part.trials()
    }

    #[getter]
    fn of_trials(&self) -> u64 {
        self.file.part.of_trials()
    }

    #[getter]
    fn seed(&self) -> u64 {
        self.file.part.seed()
    }
}

/// The yield of the run that these are the parts of, each with the name that errors call it.
#[pyfunction]
pub(crate) fn merge(py: Python<'_>, parts: Vec<(String, Py<Part>)>, at_least: Vec<u32>) -> PyResult<Answer> {
    run(py, 0, || {
        let parts = parts.into_iter().map(|(name, part)| Ok((name, part.get().file.clone())));
        Ok::<_, outreach_io::Error>(Answer::of_yield(outreach_io::merge::<outreach_io::Error>(parts, &at_least)?))
    })
}
