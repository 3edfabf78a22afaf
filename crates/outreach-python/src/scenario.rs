//! Scenarios: keys and values, as typed for the command.

use outreach::{Campaign, Progress, Strategy};
use outreach_io::{Resolved, Setting};
use pyo3::{PyResult, pyclass, pymethods};

use crate::errors::caught;

/// What the keys of some layers come to.
#[pyclass(frozen, module = "outreach._outreach")]
pub(crate) struct Scenario {
    pub(crate) scenario: outreach_io::Scenario,
    /// A scenario file says which calls are warm, and no option.
    #[pyo3(get)]
    is_of_file: bool,
}

impl Scenario {
    fn of_layers(layers: &[Vec<Setting>], is_of_file: bool) -> outreach_io::Result<Self> {
        let scenario = outreach_io::Scenario::of_layers(layers)?;
        // What does not go together is said where it was written, and not where it is used first.
        scenario.campaign_or(Strategy::mixed())?;
        Ok(Self { scenario, is_of_file })
    }

    /// What a file brings along, and what was said; nothing is said for one question alone but which calls are warm.
    pub(crate) fn resolved(&self) -> outreach_io::Result<Resolved> {
        let set = self.scenario.settings().iter().map(|(key, value)| Setting::new(key, value));
        let set = set.collect::<outreach_io::Result<Vec<_>>>()?;
        let is_said = |setting: &Setting| !self.is_of_file && ["strategy", "warm"].contains(&setting.key());
        let (flags, file) = set.into_iter().partition(is_said);
        Ok(Resolved { scenario: self.scenario.clone(), file, flags })
    }

    /// The campaign, and its rest where something is said of what it has brought.
    pub(crate) fn campaigns(&self, default: Strategy, so_far: Option<Progress>) -> outreach_io::Result<[Campaign; 2]> {
        let plan = self.scenario.campaign_or(default)?;
        let rest = so_far.map_or_else(|| Ok(plan.clone()), |so_far| plan.after(so_far))?;
        Ok([plan, rest])
    }
}

fn settings(pairs: &[(String, String)]) -> outreach_io::Result<Vec<Setting>> {
    pairs.iter().map(|(key, value)| Setting::new(key, value)).collect()
}

#[pymethods]
impl Scenario {
    /// The weakest layer first.
    #[new]
    fn new(layers: Vec<Vec<(String, String)>>, is_of_file: bool) -> PyResult<Self> {
        caught(|| {
            let layers = layers.iter().map(|layer| settings(layer)).collect::<outreach_io::Result<Vec<_>>>()?;
            Self::of_layers(&layers, is_of_file)
        })
    }

    /// Of a scenario file; `name` is what errors call it.
    #[staticmethod]
    fn of_file(name: &str, toml: &[u8]) -> PyResult<Self> {
        caught(|| Self::of_layers(&[outreach_io::settings_of_file(name, toml)?], true))
    }

    /// Every parameter in force as JSON, with this strategy if it names none.
    fn in_force(&self, strategy: &str) -> PyResult<String> {
        caught(|| {
            let campaign = self.scenario.campaign_or(Strategy::named(strategy)?)?;
            let told = outreach_io::answer::ScenarioInForce::of(&campaign);
            Ok::<_, outreach_io::Error>(serde_json::to_string(&told).expect("numbers and texts are JSON"))
        })
    }

    /// The text of a scenario file.
    fn toml(&self) -> PyResult<String> {
        caught(|| Ok::<_, outreach_io::Error>(outreach_io::file_of_settings(&settings(self.scenario.settings())?)))
    }

    /// What was set: set again, it is the same scenario.
    #[getter]
    fn settings(&self) -> Vec<(String, String)> {
        self.scenario.settings().to_vec()
    }
}
