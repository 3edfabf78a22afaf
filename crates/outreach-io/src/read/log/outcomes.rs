//! The columns that tell how calls ended.

use outreach::Outcome;

use super::role::{ByRole, Role};
use super::search::{Search, is_of_another};
use crate::read::endings::{ANSWERED, Ending, NOT_REACHED, REFUSED, SET, is_filler};
use crate::read::vocabulary::known;
use crate::read::when;
use crate::read::words::{letters, plain_word};

impl Search<'_> {
    /// All that tell how calls ended, the one that tells most first, and yes and no to a meeting last.
    pub(super) fn outcomes(&self, mut named: Vec<usize>, columns: &ByRole) -> Vec<usize> {
        // `Response` in yes and no tells who was reached.
        let reached = known().columns(Role::Reached.key());
        named.retain(|column| {
            !reached.contains(&letters(self.table.column_name(*column))) || !self.says_yes_or_no(*column)
        });
        let mut told: Vec<(usize, f64, usize)> = Vec::new();
        let others =
            (0..self.table.header().len()).filter(|column| !columns.is_used(*column) && !named.contains(column));
        let (beside, others): (Vec<_>, Vec<_>) = others.partition(|column| self.is_beside(*column));
        for column in named.iter().copied().chain(beside) {
            match self.endings(column) {
                // Boxes have a sign where others have a word.
                Some((_, kinds)) if self.asks_for_meeting(column) => told.push((column, 1.0, kinds)),
                // `Done` and `planned` alone are the state of tasks.
                Some((share, kinds)) if share >= 0.3 && (kinds > 0 || !self.is_state(column)) => {
                    told.push((column, share, kinds));
                }
                _ => {}
            }
        }
        if told.is_empty() {
            // Unknown words are reported as such; where there are none, the column is there all the same.
            let is_free = |column: &usize| !self.is_of_meetings(*column) && !self.is_state(*column);
            let asks =
                || others.into_iter().find(|column| self.asks_for_meeting(*column) && self.counts(columns).is_none());
            return named.into_iter().find(is_free).or_else(asks).into_iter().collect();
        }
        told.extend(others.into_iter().filter(|column| self.asks_for_meeting(*column)).map(|column| (column, 1.0, 0)));
        told.sort_by_key(|(column, _, kinds)| {
            (self.asks_for_meeting(*column), self.is_standing(*column), std::cmp::Reverse(*kinds))
        });
        let first = told[0].0;
        told.retain(|(column, share, _)| {
            let is_rich = self.is_of_meetings(*column) || !self.is_state(*column) && !self.says_yes_or_no(*column);
            *column == first || *share >= 0.8 && is_rich
        });
        told.into_iter().map(|(column, ..)| column).collect()
    }

    /// The share of a column's cells that are known as endings, and how many ways of ending there are among them.
    pub(super) fn endings(&self, column: usize) -> Option<(f64, usize)> {
        let mut kinds = [false; 9];
        let named = |cell: &str| self.layout.outcome_words().any(|word| plain_word(word) == plain_word(cell));
        let (mut all, mut some) = (0_usize, 0_usize);
        for cell in self.filled(column) {
            all += 1;
            if let Some(ending) = known().ending(self.exporters, cell) {
                some += 1;
                kinds[match ending {
                    Ending::Of(outcome) => outcome as usize,
                    Ending::Rejected => Outcome::NotReached as usize,
                    Ending::Planned => 8,
                }] = true;
            } else if named(cell) {
                some += 1;
                kinds[7] = true;
            }
        }
        let decisive = [Outcome::Refused, Outcome::Set, Outcome::NoShow, Outcome::Held, Outcome::Open];
        let weight = decisive.iter().filter(|outcome| kinds[**outcome as usize]).count() * 2
            + usize::from(kinds[Outcome::NotReached as usize])
            + usize::from(kinds[Outcome::Answered as usize])
            + usize::from(kinds[7]) * 2;
        (all > 0).then(|| (some as f64 / all as f64, weight))
    }

    /// Whether a column tells who was reached, and nothing of what they said: `Accepted` in it is said of calls.
    pub(super) fn is_of_telephones(&self, column: usize) -> bool {
        let others = self.filled(column).filter(|cell| !known().may_be_of_calls(cell));
        let told: Vec<_> = others.filter_map(|cell| known().ending(self.exporters, cell)).collect();
        let of_calls = [NOT_REACHED, ANSWERED, Ending::Rejected, Ending::Planned];
        told.contains(&NOT_REACHED) && told.iter().all(|ending| of_calls.contains(ending))
    }

    pub(super) fn is_yes(&self, cell: &str) -> bool {
        known().meaning(self.exporters, "answer", &plain_word(cell)) == Some("yes")
    }

    /// Whether a column separates calls that were made from planned ones.
    pub(super) fn is_state(&self, column: usize) -> bool {
        self.filled(column).next().is_some() && self.share(column, |cell| self.says("state", cell)) > 0.9
    }

    /// Endings short of a decision that calls which were made have, too: where none of these has them, as `No answer`, who was not reached
    /// is to be called again, and what is to be done is no call that was planned.
    pub(super) fn defaults(&self, columns: &ByRole) -> Vec<Ending> {
        let (Some(state), Some(outcome)) = (columns.first(Role::State), columns.first(Role::Outcome)) else {
            return Vec::new();
        };
        let is_made = |row: &&Vec<String>| {
            let state = row.get(state).map(|cell| plain_word(cell));
            state.and_then(|state| known().meaning(self.exporters, "state", &state)) == Some("made")
        };
        let made: Vec<_> = self.table.sample.iter().filter(is_made).filter_map(|row| row.get(outcome)).collect();
        let endings = [Outcome::NotReached, Outcome::Open, Outcome::Answered].map(Ending::Of);
        let has = |ending: &Ending| made.iter().any(|cell| known().ending(self.exporters, cell) == Some(*ending));
        endings.into_iter().filter(has).collect()
    }

    /// Whether nothing but one word of yes stands in a column, and nothing in its other cells: boxes.
    pub(super) fn is_of_boxes(&self, column: usize) -> bool {
        let cells = || self.table.sample.iter().filter_map(|row| row.get(column));
        let first = self.filled(column).next();
        first.is_some_and(|first| self.is_yes(first) && self.filled(column).all(|cell| cell == first))
            && cells().any(String::is_empty)
    }

    /// Columns in no use whose words tell how calls ended.
    pub(super) fn unused_outcomes(&self, columns: &ByRole) -> Vec<usize> {
        // Where nothing tells of meetings and refusals, some of them are enough.
        let is_told =
            columns.all(Role::Outcome).iter().any(|column| self.endings(*column).is_some_and(|(_, kinds)| kinds > 2));
        let (least, fewest) = if is_told { (0.8, 2) } else { (0.3, 3) };
        let tells = |column: &usize| {
            let told = self.endings(*column);
            told.is_some_and(|(known, kinds)| known >= 0.8 && kinds >= 2 || known >= least && kinds >= fewest)
        };
        let is_text = |column: &usize| self.filled(*column).any(|cell| cell.len() > 3);
        let all = 0..self.table.header().len();
        let free = all.filter(|column| !columns.is_used(*column) && !self.says_yes_or_no(*column));
        // Beside words that decide, notes and objections say why.
        free.filter(|column| !(is_told && self.is_of_prose(*column))).filter(is_text).filter(tells).collect()
    }

    /// Columns of few words, or directions, some of which say that a machine answered, where another column tells that somebody did:
    /// Dialpad's `category`.
    pub(super) fn machines(&self, columns: &ByRole) -> Vec<usize> {
        const MOST: usize = 20;
        if ![Role::Reached, Role::AnsweredAt, Role::Talk].into_iter().any(|role| columns.has(role)) {
            return Vec::new();
        }
        let is_free = |column: &usize| !columns.is_used(*column) || columns.all(Role::Direction).contains(column);
        let tells = |column: &usize| {
            let mut words: Vec<_> = self.filled(*column).collect();
            words.sort_unstable();
            words.dedup();
            let is_machine = |word: &&str| known().is_of_machine(&plain_word(word));
            words.len() <= MOST && words.iter().any(is_machine) && words.iter().all(|word| word.split(' ').count() <= 3)
        };
        let own = |column: &usize| !is_of_another(&self.name(*column)) && !self.is_standing(*column);
        (0..self.table.header().len()).filter(is_free).filter(own).filter(tells).collect()
    }

    /// Yes and no tell whether somebody answered, or a meeting was set.
    pub(super) fn says_yes_or_no(&self, column: usize) -> bool {
        let is_yes_or_no = |cell: &str| {
            let ending = known().ending(self.exporters, cell);
            self.says("answer", cell) && matches!(ending, None | Some(Ending::Of(Outcome::Set | Outcome::Refused)))
        };
        self.share(column, is_yes_or_no) > 0.9
    }

    /// A column whose words tell how calls ended, whatever its name. Yes and no may be about anything but meetings.
    pub(super) fn outcome_by_words(&self, columns: &ByRole) -> Option<usize> {
        let all = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        // The meetings of days may be no more than one each.
        let is_of_days = self.counts(columns).is_some();
        let tells = all.filter(|column| !self.says_yes_or_no(*column) || self.is_of_setting(*column) && !is_of_days);
        let tells = tells.filter(|column| !self.has_numbers(*column));
        let told = tells.filter_map(|column| Some((column, self.endings(column)?)));
        let best = told.filter(|(_, (known, kinds))| *known >= 0.6 && *kinds >= 2);
        best.max_by_key(|(_, (_, kinds))| *kinds).map(|(column, _)| column)
    }

    /// Whether nothing but numbers stands in a column, some above 1.
    fn has_numbers(&self, column: usize) -> bool {
        let number = |cell: &str| cell.parse::<u32>().ok();
        self.filled(column).all(|cell| number(cell).is_some())
            && self.filled(column).filter_map(number).any(|many| many > 1)
    }

    /// A column of nothing but yes and no.
    pub(super) fn yes_or_no(&self, columns: &ByRole) -> Option<usize> {
        let mut all = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        all.find(|column| self.filled(*column).next().is_some() && self.says_yes_or_no(*column))
    }

    /// Whether a column's name speaks of meetings, set or not.
    pub(super) fn is_of_meetings(&self, column: usize) -> bool {
        known().parts(&self.name(column)).iter().any(|(part, _)| *part == "meeting")
    }

    /// Whether a column's name speaks of meetings that are set, and of nothing else: neither `Meeting cancelled` nor `No meeting`, nor
    /// of one before.
    fn is_of_setting(&self, column: usize) -> bool {
        let name = self.name(column);
        let parts = known().parts(&name);
        let speaks = |(part, word): &(&str, String)| {
            ["meeting", "set", "away"].contains(part)
                || is_filler(part)
                || ["date", "time"].into_iter().any(|role| known().columns(role).contains(word))
        };
        // `Terminé`, done, is written as German appointments are, but for its accent.
        let is_of_state = self.says("state", &name);
        // `Booked` alone is of meetings; of a success of any kind, as of `Won`, that is not known.
        let is_set = || known().ending(self.exporters, &name) == Some(SET) && !known().is_any_success(&name);
        let is_of_one = parts.iter().any(|(part, _)| *part == "meeting")
            || parts.iter().any(|(part, _)| *part == "set") && !self.says("answer", &name) && is_set();
        is_of_one && parts.iter().all(speaks) && !is_of_state && !is_of_another(&name)
    }

    /// Whether a column tells by yes and no, or by its day, whether a meeting was set.
    pub(super) fn asks_for_meeting(&self, column: usize) -> bool {
        self.is_of_setting(column) && (self.says_yes_or_no(column) || self.has_days_of_some(column))
    }

    /// The column whose yes to a meeting tells of other meetings than those that the calls brought: most of it contradicts the words beside it,
    /// and some of these are of nobody who was reached.
    pub(super) fn of_other_meetings(&self, columns: &ByRole) -> Option<usize> {
        let told = columns.all(Role::Outcome);
        let words = *told.first().filter(|first| !self.is_standing(**first))?;
        let asks = told.iter().skip(1).copied().find(|column| self.asks_for_meeting(*column))?;
        self.says_yes_without_meetings(asks, words).then_some(asks)
    }

    /// Whether most rows in which a column says yes have an outcome without a meeting, and some nobody who was reached.
    pub(super) fn says_yes_without_meetings(&self, column: usize, words: usize) -> bool {
        let met = self.table.sample.iter().filter(|row| row.get(column).is_some_and(|cell| self.is_yes(cell)));
        let beside: Vec<_> = met.filter_map(|row| known().ending(self.exporters, row.get(words)?)).collect();
        let count = |ending| beside.iter().filter(|beside| **beside == ending).count();
        let unreached = count(NOT_REACHED);
        unreached > 1 && 2 * (unreached + count(REFUSED)) > beside.len()
    }

    /// `Meeting date`: days, and nothing where no meeting was set.
    fn has_days_of_some(&self, column: usize) -> bool {
        let is_day = |cell: &&str| cell.contains(['-', '/', '.', ' ', ':']) && when::read(cell).is_some();
        let is_none = |cell: &str| known().is_blank(cell) || when::is_no_day(cell);
        let cells = || self.table.sample.iter().filter_map(|row| row.get(column)).map(String::as_str);
        let told: Vec<_> = cells().filter(|cell| !is_none(cell)).collect();
        let days = told.iter().filter(|cell| is_day(cell)).count();
        days > 0 && 10 * days > 9 * told.len() && cells().any(is_none)
    }

    /// A column in no use that tells by yes and no whether a meeting was set, whatever its name.
    pub(super) fn meetings(&self, columns: &ByRole) -> Option<usize> {
        (0..self.table.header().len()).find(|column| !columns.is_used(*column) && self.asks_for_meeting(*column))
    }

    /// Columns in no use that say yes or no, where no other one tells who was reached, or none where a meeting was set.
    pub(super) fn unused_answers(&self, columns: &ByRole) -> Vec<usize> {
        let told = columns.all(Role::Outcome);
        let names = |endings: &[Ending]| {
            told.iter().any(|column| self.names_ending(*column).is_some_and(|ending| endings.contains(&ending)))
        };
        let has = |roles: &[Role]| roles.iter().any(|role| columns.has(*role));
        let is_in_words = |column: &usize| !self.says_yes_or_no(*column) && !self.asks_for_meeting(*column);
        let reached = has(&[Role::Reached, Role::AnsweredAt, Role::Talk])
            || names(&[Ending::Of(Outcome::Answered), Ending::Of(Outcome::NotReached)]);
        let met = has(&[Role::Held]) || told.iter().any(|column| self.asks_for_meeting(*column));
        if told.iter().any(is_in_words) || reached && met {
            return Vec::new();
        }
        let is_free = |column: &usize| !columns.is_used(*column) && self.filled(*column).next().is_some();
        (0..self.table.header().len()).filter(is_free).filter(|column| self.says_yes_or_no(*column)).collect()
    }

    /// `Sub-disposition`: the name of an outcome within a longer one, and words that tell endings; not those of another call, and
    /// neither yes nor no.
    fn is_beside(&self, column: usize) -> bool {
        let name = self.name(column);
        let words: Vec<_> = name.split(' ').collect();
        let names = known().columns(Role::Outcome.key());
        words.len() > 1
            && words.iter().any(|word| names.iter().any(|name| name == word))
            && !is_of_another(&name)
            && !self.says_yes_or_no(column)
            && self.endings(column).is_some_and(|(known, kinds)| known >= 0.8 && kinds >= 2)
    }

    /// `Lead Status`: where the contact stands, whatever this call brought.
    pub(super) fn is_standing(&self, column: usize) -> bool {
        known().meaning(self.exporters, "standing", &self.name(column)).is_some()
    }

    /// Where contacts stand, of the columns that tell how calls ended.
    pub(super) fn standings(&self, columns: &ByRole) -> Vec<usize> {
        let outcomes = columns.all(Role::Outcome);
        outcomes.iter().copied().filter(|column| self.is_standing(*column)).collect()
    }

    /// Whether words of plans stand in a column.
    pub(super) fn has_plans(&self, columns: &ByRole) -> bool {
        let is_plan = |cell: &str| known().ending(self.exporters, cell) == Some(Ending::Planned);
        columns.all(Role::Outcome).iter().any(|column| self.filled(*column).any(is_plan))
    }

    /// A column in no use that speaks of meetings or successes in yes and no, days or numbers; or in anything that stands in some
    /// rows alone, where nothing else tells meetings: `Meeting link`.
    pub(super) fn unused_meetings(&self, columns: &ByRole) -> Vec<usize> {
        let is_number =
            |cell: &str| cell.parse::<u32>().is_ok() || when::read(cell).is_some() || known().is_blank(cell);
        let is_met =
            |cell: &str| matches!(known().ending(self.exporters, cell), Some(Ending::Of(outcome)) if outcome.set());
        let tells_meetings = columns.all(Role::Outcome).iter().any(|column| self.filled(*column).any(is_met));
        let is_of_some = |column: usize| {
            !tells_meetings && self.table.sample.iter().any(|row| row.get(column).is_none_or(String::is_empty))
        };
        let tells = |column: usize| self.says_yes_or_no(column) || self.share(column, is_number) > 0.9;
        let all = (0..self.table.header().len()).filter(|column| !columns.is_used(*column));
        all.filter(|column| self.filled(*column).next().is_some())
            .filter(|column| {
                let is_of_meetings = self.is_of_meetings(*column);
                is_of_meetings && (tells(*column) || is_of_some(*column))
                    || tells(*column)
                        && self.name(*column).split(' ').any(|word| !self.says("answer", word) && is_met(word))
            })
            .collect()
    }
}
