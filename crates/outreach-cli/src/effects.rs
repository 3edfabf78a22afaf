//! Settings that change nothing in the answer: what was typed is an error, what a file brings along is a note. Variables are
//! there for many commands, and nothing is said of them.

use anyhow::Result;
use outreach::Campaign;
use outreach_io::{Asked, Error, Need, Reason, Setting, lacking};

use crate::args;
use crate::exit;
use crate::resolve::Resolved;

/// What is asked of a scenario, with its campaign if it has one.
pub(crate) type Question<'a> = (&'a Resolved, Asked, Option<&'a Campaign>);

/// Looks at every setting; one that acts in one of the questions acts.
///
/// # Errors
/// For options that act in none.
pub(crate) fn check(questions: &[Question<'_>], output: &args::Output) -> Result<()> {
    let faults: Vec<_> =
        idle(questions, |resolved| &resolved.flags).into_iter().map(|(setting, fault)| setting.fault(fault)).collect();
    if !faults.is_empty() {
        return Err(Error::WrongSettings(faults).into());
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
    if !output.quiet {
        for (setting, need, asked, keys) in notes {
            exit::note(&setting.fault(Reason::NoEffect { need, asked, keys }).message(output.lang()));
        }
    }
    Ok(())
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
