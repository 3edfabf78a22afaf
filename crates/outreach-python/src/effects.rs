//! Settings that change nothing in an answer. A campaign brings settings along for several verbs and strategies: `simulate`,
//! `sensitivity` and `forecast` warn of those without effect; `compare` and `plan`, which try strategies, and `model` and `trace`,
//! which show what there is, do not.

use outreach::Campaign;
use outreach_io::{Asked, Language, Resolved, Setting, check_effects};
use pyo3::exceptions::PyUserWarning;
use pyo3::{PyErr, PyResult, PyTypeInfo as _, Python};

use crate::errors::{caught, note};

/// What is asked of a scenario, and the campaign that it comes to.
pub(crate) type Question<'a> = (&'a outreach_io::Scenario, Asked, Option<&'a Campaign>);

/// Warns of each setting that acts in none of the questions; who called the package is so many frames away.
pub(crate) fn warn(py: Python<'_>, frames: i32, questions: &[Question<'_>]) -> PyResult<()> {
    let resolved = |(scenario, ..): &Question<'_>| {
        let set = scenario.settings().iter().map(|(key, value)| Setting::new(key, value));
        let file = set.collect::<outreach_io::Result<_>>()?;
        Ok(Resolved { scenario: (*scenario).clone(), file, flags: Vec::new() })
    };
    let idle = caught(|| {
        let resolved = questions.iter().map(resolved).collect::<outreach_io::Result<Vec<_>>>()?;
        let questions =
            resolved.iter().zip(questions).map(|(resolved, (_, asked, campaign))| (resolved, *asked, *campaign));
        check_effects(&questions.collect::<Vec<_>>())
    })?;
    for fault in idle {
        let message = std::ffi::CString::new(note(&fault.message(Language::English))).unwrap_or_default();
        PyErr::warn(py, &PyUserWarning::type_object(py), &message, frames)?;
    }
    Ok(())
}
