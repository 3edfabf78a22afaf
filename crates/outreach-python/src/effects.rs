//! Settings that change nothing in an answer. A campaign brings settings along for several verbs and strategies: `simulate`,
//! `sensitivity` and `forecast` warn of those without effect; `compare` and `plan`, which try strategies, and `model` and `trace`,
//! which show what there is, do not.

use outreach::Campaign;
use outreach_io::{Asked, Error, Language, Resolved, check_effects};
use pyo3::exceptions::PyUserWarning;
use pyo3::{PyErr, PyResult, PyTypeInfo as _, Python};

use crate::errors::{caught, note};
use crate::scenario::Scenario;

/// What is asked of a scenario, and the campaign that it comes to.
pub(crate) type Question<'a> = (&'a Scenario, Asked, Option<&'a Campaign>);

/// Warns of each setting that acts in none of the questions; who called the package is so many frames away.
pub(crate) fn warn(py: Python<'_>, frames: i32, questions: &[Question<'_>]) -> PyResult<()> {
    let resolved = |(scenario, ..): &Question<'_>| scenario.resolved();
    let idle = caught(|| {
        let mut resolved = questions.iter().map(resolved).collect::<outreach_io::Result<Vec<_>>>()?;
        let check = |resolved: &[Resolved]| {
            let questions = resolved.iter().zip(questions).map(|(of, (_, asked, campaign))| (of, *asked, *campaign));
            check_effects(&questions.collect::<Vec<_>>())
        };
        match check(&resolved) {
            // The rest is said beside it.
            Err(Error::WrongSettings(mut faults)) => {
                for of in &mut resolved {
                    of.flags.clear();
                }
                faults.extend(check(&resolved)?);
                Ok(faults)
            }
            other => other,
        }
    })?;
    for fault in idle {
        let message = std::ffi::CString::new(note(&fault.message(Language::English), false)).unwrap_or_default();
        PyErr::warn(py, &PyUserWarning::type_object(py), &message, frames)?;
    }
    Ok(())
}
