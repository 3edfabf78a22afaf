//! Settings that change nothing in the answer: what was said for the question is an error, unless it lacks what comes
//! later; what a file brings along is a note.
//! Variables are there for many commands, and nothing is said of them.

use outreach::Campaign;

use super::{Resolved, Setting, lacking};
use crate::error::{Error, Fault, Reason, Result};
use crate::need::{Asked, Need, OfList};

/// What is asked of a scenario, with its campaign if it has one.
type Question<'a> = (&'a Resolved, Asked, Option<&'a Campaign>);

/// Looks at every setting; one that acts in one of the questions acts. Tells those of a file that act in none.
///
/// # Errors
/// For what was said for the questions and acts in none.
pub fn check(questions: &[Question<'_>]) -> Result<Vec<Fault>> {
    let is_noted = |reason: &Reason| matches!(reason, Reason::NoEffect { need, asked, .. } if need.is_noted(*asked));
    let (noted, faults): (Vec<_>, Vec<_>) =
        idle(questions, |resolved| &resolved.flags).into_iter().partition(|(_, reason)| is_noted(reason));
    let faults: Vec<_> = faults.into_iter().map(|(setting, reason)| setting.fault(reason)).collect();
    if !faults.is_empty() {
        return Err(Error::WrongSettings(faults));
    }
    let mut notes: Vec<(&Setting, Need, Asked, String)> = Vec::new();
    for (setting, reason) in noted.into_iter().chain(idle(questions, |resolved| &resolved.file)) {
        let Reason::NoEffect { need, asked, keys } = reason else { continue };
        // What was said may take the place of what a file says, a table that of the reach of first attempts beside it.
        let is_replaced = matches!(need, Need::NotSetItself | Need::NoTable(_));
        if is_replaced || (need != Need::NotSought && waits(questions, setting)) {
            continue;
        }
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

/// Whether a file that says itself which calls are warm has it for other questions: how their rate is read, a pool, what later
/// attempts reach, of a list how many calls are warm and how those of connectors go alike. So are those that `calibrate` writes. A table of attempts
/// waits beside a reach for single calls alone, as these would reach everybody.
fn waits(questions: &[Question<'_>], setting: &Setting) -> bool {
    let says_its_calls = |file: &[Setting]| file.iter().any(|setting| ["strategy", "warm"].contains(&setting.key()));
    let is_of = |group| setting.key().starts_with(group);
    let is_of_calls = |at: &Resolved| {
        let reach = setting.key().strip_prefix("attempts.").map(|kind| format!("{kind}.reach"));
        reach.is_none_or(|reach| at.file.iter().any(|setting| setting.key() == reach))
    };
    let of_lists = questions.iter().all(|(_, asked, _)| matches!(asked, Asked::Forecast(_)));
    // A file that says nothing else is meant for this question.
    let says_more = |file: &[Setting]| file.iter().any(|other| !["strategy", "warm"].contains(&other.key()));
    let is_whole = || questions.iter().any(|(at, ..)| at.file.contains(setting) && says_more(&at.file));
    let is_of_lists = is_of("connectors.") || setting.key() == "warm" && is_whole();
    (is_of("pool.") || is_of("attempts.") || setting.key() == "reading" || is_of_lists && of_lists)
        && questions.iter().any(|(at, ..)| at.file.contains(setting) && says_its_calls(&at.file) && is_of_calls(at))
}

/// The options of a list that tell of kinds, where every contact has a probability of its own.
///
/// # Errors
/// For those that were said.
pub fn check_of_kinds(asked: Asked, said: &[&str]) -> Result<()> {
    match asked {
        Asked::Forecast(OfList { of_kinds: [false, false], .. }) if !said.is_empty() => {
            let keys = said.join(", ");
            let reason = Reason::NoEffect { need: Need::NoProbabilities, asked, keys: keys.clone() };
            Err(Error::WrongSettings(vec![Fault { key: Some(keys), place: None, reason }]))
        }
        _ => Ok(()),
    }
}

/// The settings of a layer that act in no question, each with what it lacks in the first one where it is in force.
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
            // Beside a pool they are named even where they act on others: it is compared with what they make riskier.
            let of_pool = lacks.iter().find(|(lacks, _)| *lacks == Some(Need::NoPool));
            if of_pool.is_some() || lacks.iter().all(|(lacks, _)| lacks.is_some()) {
                let first = of_pool.or(lacks.first()).copied();
                let (need, asked) = first.unwrap_or((Some(Need::NotSetItself), questions[0].1));
                let need = need.unwrap_or(Need::NotSetItself);
                idle.push((setting, Reason::NoEffect { need, asked, keys: setting.key().to_owned() }));
            }
        }
    }
    idle
}
