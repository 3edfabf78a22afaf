//! Columns that say in yes or no whether a call ended as their names say: `No answer`, `Refused`, `Voicemail?`.

use outreach::Outcome;

use super::columns::Tick;
use super::ending::{Told, contradict, is_filled, is_talk};
use super::role::{ByRole, Role};
use super::row::Reader;
use super::search::{Search, is_of_another};
use crate::read::endings::{ANSWERED, Ending, NOT_REACHED, REFUSED, SET, Said};
use crate::read::table::Row;
use crate::read::vocabulary::known;
use crate::read::words::plain_word;

const OPEN: Ending = Ending::Of(Outcome::Open);

impl Tick {
    /// What a no says: who was not `Not reached` answered; of any other ending it leaves all else open.
    fn denied(self) -> Option<Ending> {
        match self.ending {
            // Where no machine answered, nobody else need have done so.
            NOT_REACHED if self.is_of_machines => None,
            NOT_REACHED => Some(ANSWERED),
            ANSWERED => Some(NOT_REACHED),
            _ => None,
        }
    }
}

impl Told {
    /// What a tick says beside all else: the heaviest counts.
    fn tick(&mut self, ticked: Ending) {
        let is_light = [OPEN, ANSWERED].contains(&ticked);
        self.ending = self.ending.map(|before| before.beside(ticked));
        self.ending = Some(match self.ending {
            None => ticked,
            Some(_) if self.is_no || self.is_of_standing && ticked == NOT_REACHED => ticked,
            Some(before) if is_light && !is_filled(before, ticked, false) => before,
            Some(before) if self.is_explicit && is_talk(before) => {
                self.is_contradicted |= ticked != before;
                before
            }
            Some(before) => {
                self.is_contradicted |= contradict(ticked, before);
                self.is_overruled |= before == SET && contradict(ticked, before);
                if ticked.weight() > before.weight() { ticked } else { before }
            }
        });
        self.is_no = false;
    }
}

impl Search<'_> {
    /// The ending that a column is named as.
    pub(super) fn names_ending(&self, column: usize) -> Option<Ending> {
        let name = self.name(column);
        let ending = known().ending(self.exporters, &name)?;
        if known().parts(&name).iter().all(|(part, _)| *part == "filler") {
            return None;
        }
        // `No` alone is of nothing.
        let is_bare = self.says("answer", &name) && [SET, REFUSED].contains(&ending);
        // A call to come, as in `Callback`, is what this one left open.
        (!is_bare && (ending == OPEN || !is_of_another(&name))).then_some(ending)
    }

    /// Columns in no use that say in yes or no whether a call ended as their names say. A meeting may be of another call.
    pub(super) fn ticks(&self, columns: &ByRole) -> Vec<Tick> {
        let free = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        // The first rows of a column that numbers attempts are nothing but 1.
        let is_constant = |column: usize| self.filled(column).all(|cell| cell == "1") && !self.is_of_boxes(column);
        let asks = free.filter(|column| {
            self.filled(*column).next().is_some() && self.says_yes_or_no(*column) && !is_constant(*column)
        });
        let tick = |column| {
            let ending = self.names_ending(column)?;
            // `No meeting` is so of those who were not reached, too.
            let is_other = matches!(ending, Ending::Planned | Ending::Of(Outcome::Set | Outcome::Held))
                || ending == REFUSED && self.is_of_meetings(column)
                // A letter is sent to those who were not reached, too.
                || known().is_of_mail(&self.name(column));
            let is_other = is_other || ending == ANSWERED && self.tells_nothing_of_answers(column, columns);
            let is_of_machines = known().is_of_machine(&self.name(column));
            (!is_other).then(|| Tick { column, ending, is_of_boxes: self.is_of_boxes(column), is_of_machines })
        };
        asks.filter_map(tick).collect()
    }
}

impl Search<'_> {
    /// Whether yes and no are of the state of a task, as in `Closed`, or of something else: yes beside most words of nobody who was reached,
    /// or no beside most words of people who were, as in `Transferred`.
    fn tells_nothing_of_answers(&self, column: usize, columns: &ByRole) -> bool {
        self.says("state", &self.name(column))
            || [true, false].into_iter().any(|reached| self.denies_words(column, columns, reached))
    }

    /// `Replied` to a letter: nothing but no, beside words of people who were reached by telephone.
    pub(super) fn is_of_letters(&self, column: usize, columns: &ByRole) -> bool {
        let is_standing = columns.first(Role::Outcome).is_some_and(|words| self.is_standing(words));
        !is_standing && !self.filled(column).any(|cell| self.is_yes(cell)) && self.denies_words(column, columns, true)
    }

    /// Whether most words of people who were reached stand beside no, or most of others beside yes.
    fn denies_words(&self, column: usize, columns: &ByRole, reached: bool) -> bool {
        let in_words = |column: &usize| !self.says_yes_or_no(*column) && !self.asks_for_meeting(*column);
        let Some(words) = columns.first(Role::Outcome).filter(in_words) else { return false };
        let is_one = |row: &&Vec<String>| {
            let ending = row.get(words).and_then(|cell| known().ending(self.exporters, cell));
            ending.is_some_and(|ending| if reached { is_talk(ending) } else { ending == NOT_REACHED })
        };
        let answers = self.table.sample.iter().filter(is_one).filter_map(|row| row.get(column));
        let answers: Vec<_> = answers.filter(|cell| !cell.is_empty()).collect();
        let denial = if reached { "no" } else { "yes" };
        let is_wrong = |cell: &&&String| known().meaning(self.exporters, "answer", &plain_word(cell)) == Some(denial);
        let wrong = answers.iter().filter(is_wrong).count();
        wrong > 1 && 2 * wrong > answers.len()
    }
}

impl Reader {
    /// Adds what the ticks of a row say to what its words do, and whether anybody answered.
    pub(super) fn tick(&mut self, row: &Row, answer: Option<bool>, told: &mut Told) {
        let first = self.endings.len() - self.columns.ticks.len();
        let is_alone = self.columns.ticks.len() == 1;
        let mut denied: Option<Ending> = None;
        for place in first..self.endings.len() {
            let tick = self.columns.ticks[place - first];
            let text = row.cell(tick.column);
            let exporters = &self.exporters;
            let known = |text: &str| match known().meaning(exporters, "answer", &plain_word(text))? {
                "yes" => Some(Said::Ends(tick.ending)),
                _ => Some(tick.denied().map_or(Said::Nothing, Said::Ends)),
            };
            // Of several boxes one is to be ticked.
            let said = if text.is_empty() {
                tick.denied().filter(|_| tick.is_of_boxes && is_alone).map(Said::Ends)
            } else {
                self.endings[place].of(&text, known)
            };
            match said {
                Some(Said::Ends(ending)) if ending == tick.ending => {
                    told.is_contradicted |= answer.is_some_and(|answered| answered == (ending == NOT_REACHED))
                        && ![OPEN, ANSWERED, Ending::Rejected].contains(&ending);
                    told.tick(ending);
                }
                Some(Said::Ends(ending)) if denied != Some(NOT_REACHED) => denied = Some(ending),
                _ => {}
            }
        }
        told.ending = told.ending.map(|before| denied.map_or(before, |denied| before.beside(denied)));
        match denied.filter(|_| answer.is_none()) {
            Some(ending) if told.ending.is_none() || told.is_no && ending == NOT_REACHED => told.ending = Some(ending),
            _ => {}
        }
    }
}
