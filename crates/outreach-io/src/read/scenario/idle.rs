//! Settings that change nothing in the answer: what was said for the question is an error, what a file brings along is a note.
//! Variables are there for many commands, and nothing is said of them.

use outreach::Campaign;

use super::{Resolved, Setting, lacking};
use crate::error::{Error, Fault, Reason, Result};
use crate::need::{Asked, Need};

/// What is asked of a scenario, with its campaign if it has one.
type Question<'a> = (&'a Resolved, Asked, Option<&'a Campaign>);

/// Looks at every setting; one that acts in one of the questions acts. Tells those of a file that act in none.
///
/// # Errors
/// For what was said for the questions and acts in none.
pub fn check(questions: &[Question<'_>]) -> Result<Vec<Fault>> {
    let faults: Vec<_> =
        idle(questions, |resolved| &resolved.flags).into_iter().map(|(setting, fault)| setting.fault(fault)).collect();
    if !faults.is_empty() {
        return Err(Error::WrongSettings(faults));
    }
    let mut notes: Vec<(&Setting, Need, Asked, String)> = Vec::new();
    for (setting, reason) in idle(questions, |resolved| &resolved.file) {
        let Reason::NoEffect { need, asked, keys } = reason else { continue };
        match notes.iter_mut().find(|(_, known, of, _)| (*known, *of) == (need, asked)) {
            Some((.., told)) => {
                told.push_str(", ");
                told.push_str(&keys);
            }
            None => notes.push((setting, need, asked, keys)),
        }
    }
    let note =
        |(setting, need, asked, keys): (&Setting, _, _, _)| setting.fault(Reason::NoEffect { need, asked, keys });
    Ok(notes.into_iter().map(note).collect())
}

/// The settings of a layer that act in no question, each with what it lacks in the first one.
fn idle<'a>(questions: &[Question<'a>], layer: impl Fn(&'a Resolved) -> &'a [Setting]) -> Vec<(&'a Setting, Reason)> {
    let mut seen: Vec<&Setting> = Vec::new();
    let mut idle = Vec::new();
    for (resolved, ..) in questions {
        for setting in layer(resolved) {
            if seen.contains(&setting) {
                continue;
            }
            seen.push(setting);
            let in_force = |(resolved, ..): &&Question<'a>| {
                let set = resolved.scenario.settings();
                layer(resolved).contains(setting)
                    && set.iter().any(|(key, value)| (key.as_str(), value.as_str()) == (setting.key(), setting.value()))
            };
            let lacks: Vec<_> = questions
                .iter()
                .filter(in_force)
                .map(|(resolved, asked, campaign)| {
                    let rates = campaign.map_or(resolved.scenario.rates(), Campaign::rates);
                    (lacking(setting.key(), *asked, rates, *campaign), *asked)
                })
                .collect();
            if let Some((Some(need), asked)) = lacks.first().copied()
                && lacks.iter().all(|(lacks, _)| lacks.is_some())
            {
                idle.push((setting, Reason::NoEffect { need, asked, keys: setting.key().to_owned() }));
            }
        }
    }
    idle
}
