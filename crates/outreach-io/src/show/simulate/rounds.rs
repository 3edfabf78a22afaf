//! What each round of calls to the same contacts brings.

use outreach::{Round, SimulationResult, Stop};

use crate::Language;
use crate::answer::per_100;
use crate::show::document::Table;

/// This many rounds are shown: with more of them the first ones, some between, and the last.
const SHOWN: usize = 8;

/// A row for each round.
pub(super) fn table(run: &SimulationResult, say: Language) -> Table {
    let exact = run.campaign().rounds().ok();
    let header = [
        say.round(),
        say.attempts(),
        say.conversations(),
        say.meetings_held(),
        say.per_100_attempts(),
        say.pays_from(),
    ];
    let mut table = Table::new(header);
    let rounds = run.rounds();
    let step = rounds.len().div_ceil(SHOWN);
    for (index, simulated) in rounds.iter().enumerate() {
        let behind = run.campaign().was_called() && simulated.attempts.value <= 0.0;
        if behind {
            continue;
        }
        if index > 2 && index + 1 < rounds.len() && (index + 1) % step > 0 {
            continue;
        }
        let exact = exact.as_ref().map(|rounds| &rounds[index]);
        let means = match exact {
            Some(round) => [round.attempts, round.conversations, round.meetings].map(|mean| say.decimals(mean, 1)),
            None => [simulated.attempts, simulated.conversations, simulated.meetings].map(|mean| say.estimate(mean)),
        };
        let [attempts, conversations, meetings] = means;
        let per_100 = per_100(exact, simulated).map(|per_100| match exact {
            Some(_) => say.decimals(per_100.value, 2),
            None => say.estimate(per_100),
        });
        let minutes = exact.and_then(|round| round.break_even_minutes).map(|minutes| say.decimals(minutes, 1));
        let [per_100, minutes] = [per_100, minutes].map(|cell| cell.unwrap_or_else(|| "–".to_owned()));
        table.row([(index + 1).to_string(), attempts, conversations, meetings, per_100, minutes]);
    }
    table
}

/// How often each contact can be called in the hours of the campaign.
pub(super) fn in_hours(run: &SimulationResult, say: Language) -> Option<String> {
    let Stop::Minutes(budget) = run.campaign().stop() else { return None };
    let hours = say.about_duration(budget);
    Some(match run.campaign().attempts_that_fill().ok()? {
        Some(attempts) => say.attempts_fill_hours(say.grouped(attempts.into()), hours),
        None => say.contacts_leave_hours(hours),
    })
}

/// What the last round brings beside the first, and from when on it pays.
pub(super) fn sentence(run: &SimulationResult, say: Language) -> Option<String> {
    let rounds = run.campaign().rounds().ok()?;
    let per_100 = |round: &&Round| round.meetings_per_100_attempts();
    // Calls before these have gone through the first rounds.
    let (first, last) = (rounds.iter().find(|round| per_100(round).is_some())?, rounds.last()?);
    if let Some(empty) = rounds.iter().rev().take_while(|round| per_100(round).is_none()).last() {
        return Some(say.nobody_left(say.grouped(empty.attempt.into())));
    }
    let [of_last, of_first] = [per_100(&last)?, per_100(&first)?].map(|meetings| say.decimals(meetings, 2));
    let attempt = say.ordinal_attempt(last.attempt);
    Some(match last.break_even_minutes {
        None => say.reaches_nobody(attempt),
        // Shown as nothing.
        Some(minutes) if minutes < 0.05 => say.as_good_as_the_first(attempt, of_last),
        Some(minutes) => say.later_attempt(attempt, of_last, of_first, say.decimals(minutes, 1)),
    })
}
