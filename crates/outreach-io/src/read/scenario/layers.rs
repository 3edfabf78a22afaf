//! Layers of settings, the weakest first, and the scenario that they come to.

use super::{Scenario, Setting};
use crate::error::Result;

/// Settings by where they come from: one of a later layer wins over one of an earlier.
#[derive(Debug, Clone, Default)]
pub struct Layers {
    /// Of a scenario file.
    pub file: Vec<Setting>,
    /// Of variables.
    pub variables: Vec<Setting>,
    /// What was said for this one question.
    pub flags: Vec<Setting>,
    /// What one of the campaigns of a comparison sets itself.
    pub variant: Vec<Setting>,
}

impl Layers {
    /// The scenario that they come to. Connectors that a file brings along wait for other campaigns than pools of referrals.
    ///
    /// # Errors
    /// As [`Scenario::of_layers`].
    pub fn resolved(&self) -> Result<Resolved> {
        let Self { file, variables, flags, variant } = self.clone();
        let said = [flags.as_slice(), variant.as_slice()].concat();
        let connectors_of_file = !variables.iter().chain(&said).any(|setting| setting.key().starts_with("connectors."));
        let scenario = Scenario::of_layers(&[file.clone(), variables, flags, variant])?;
        let scenario = Scenario { connectors_of_file, ..scenario };
        Ok(Resolved { scenario, file, flags: said })
    }

    /// What a variable or a flag says of a key.
    pub(crate) fn said(&self, key: &str) -> Option<&str> {
        let said = self.variables.iter().chain(&self.flags).rfind(|setting| setting.key() == key);
        said.map(Setting::value)
    }

    /// Without what variables and flags say of a key.
    pub(crate) fn without(mut self, key: &str) -> Self {
        self.variables.retain(|setting| setting.key() != key);
        self.flags.retain(|setting| setting.key() != key);
        self
    }
}

/// A scenario, and who set what of it.
#[derive(Debug)]
pub struct Resolved {
    /// The scenario.
    pub scenario: Scenario,
    /// What the file set.
    pub file: Vec<Setting>,
    /// What was said for this one question.
    pub flags: Vec<Setting>,
}
