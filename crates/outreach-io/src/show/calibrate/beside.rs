//! The rates of a log beside those of the presets.

use std::cmp::Ordering;

use outreach::{Parameter, Preset};

use super::Calibrated;
use crate::Language;
use crate::show::document::Table;

impl Calibrated {
    /// What a preset says of a rate, where the log's share is of the same thing.
    pub(super) fn said(&self, preset: Preset, parameter: Parameter) -> Option<[f64; 2]> {
        preset.range90(parameter).filter(|_| !self.attempts.is_per_contact(parameter))
    }

    /// A rate's name, with what it is per where that is no call.
    pub(super) fn name(&self, say: Language, parameter: Parameter) -> String {
        let per_contact = self.attempts.is_per_contact(parameter);
        if per_contact { say.per_contact(parameter) } else { parameter.key().to_owned() }
    }

    /// The user's rates beside what others say.
    pub(super) fn beside_table(&self, say: Language) -> Table {
        let beside = [say.documented(), say.yours_is(), say.published(), say.yours_is()];
        let mut table = Table::new([say.rate(), say.yours_now()].into_iter().chain(beside));
        for (parameter, known) in self.learned() {
            let cells = Preset::ALL.into_iter().flat_map(|preset| match self.said(preset, parameter) {
                Some(range) => [span(say, range), describe_verdict(say, known.against(range))],
                None => ["–".to_owned(), String::new()],
            });
            table.row([self.name(say, parameter), say.percent(known.beta.mean())].into_iter().chain(cells));
        }
        table
    }

    /// What is to be taken with care.
    pub(super) fn guards(&self, say: Language) -> Vec<String> {
        let few = self.learned().filter(|(_, known)| known.trials < known.enough()).map(|(parameter, known)| {
            let [trials, enough] = [known.trials, known.enough()].map(|count| say.grouped(count));
            say.few_trials(parameter, trials, say.of_library(parameter.per()), enough)
        });
        let enough = self.learned().filter(|(_, known)| known.trials >= known.enough());
        let outside = enough.filter_map(|(parameter, known)| {
            let published = self.said(Preset::Published, parameter)?;
            let [own, everything] = [known.interval90(), published].map(|range| span(say, range));
            match known.against(published) {
                Ordering::Less => Some(say.below_everything(parameter, own, everything)),
                Ordering::Greater => Some(say.above_everything(parameter, own, everything)),
                Ordering::Equal => None,
            }
        });
        let silent = (!self.calibration.tells_of_meetings()).then(|| say.tells_no_meetings());
        few.chain(outside).chain(silent).collect()
    }
}

pub(super) fn verdict(order: Ordering) -> &'static str {
    match order {
        Ordering::Less => "lower",
        Ordering::Equal => "no different",
        Ordering::Greater => "higher",
    }
}

/// The same for people.
pub(super) fn describe_verdict(say: Language, order: Ordering) -> String {
    match order {
        Ordering::Less => say.lower(),
        Ordering::Equal => say.no_different(),
        Ordering::Greater => say.higher(),
    }
}

/// `2.0 to 16.0 %`.
pub(super) fn span(say: Language, [low, high]: [f64; 2]) -> String {
    match [low, high].map(|end| say.percent(end)) {
        [low, high] if low == high => low,
        [low, high] => say.range(low.trim_end_matches([' ', '\u{202f}', '%']), high),
    }
}
