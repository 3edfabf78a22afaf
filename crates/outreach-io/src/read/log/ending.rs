//! How a row says that its call ended.

use outreach::Outcome;

use super::contact;
use super::role::Role;
use super::row::{NoCall, Reader};
use crate::language::Bilingual;
use crate::read::durations::Durations;
use crate::read::endings::{ANSWERED, Ending, NOT_REACHED, REFUSED, SET, Said};
use crate::read::rows::{PLANNED, UNTOLD, count};
use crate::read::table::Row;
use crate::read::vocabulary::known;
use crate::read::when;
use crate::read::words::{is_sheet_error, plain_word};

/// What a row tells of its ending, column by column.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub(super) struct Told {
    pub(super) ending: Option<Ending>,
    /// It is no more than that no meeting was set.
    pub(super) is_no: bool,
    pub(super) is_of_standing: bool,
    /// It stands in words that decide, whatever columns of yes and no say.
    pub(super) is_explicit: bool,
    pub(super) is_contradicted: bool,
    pub(super) is_overruled: bool,
    /// The first word left it open, and another one says how it ended.
    pub(super) is_closed: bool,
}

impl Told {
    /// What a further column says: more than those before it, or that these are wrong.
    fn add(&mut self, before: Ending, ending: Ending, asks: bool, is_standing: bool) {
        // That a contact is open says nothing of one call.
        let is_apart = is_standing && ending == Ending::Of(Outcome::Open);
        let (before, ending) = (if is_apart { before } else { before.beside(ending) }, ending.beside(before));
        self.ending = Some(before);
        // `Honoré` beside `RDV pris`: what became of the meeting.
        let became = matches!(ending, Ending::Of(Outcome::Held | Outcome::NoShow));
        if asks || before == SET && became && !is_standing || is_filled(before, ending, is_standing) {
            self.is_overruled |= asks && ending == SET && contradict(ending, before);
            self.is_closed |= !asks && before == Ending::Of(Outcome::Open) && ending.weight() > before.weight();
            self.ending = Some(if ending.weight() > before.weight() { ending } else { before });
        } else {
            self.is_contradicted |= contradict(ending, before);
        }
    }
}

impl Reader {
    pub(super) fn outcome(&mut self, row: &Row) -> Result<Outcome, NoCall> {
        let (mut told, mut unknown) = (Told::default(), None);
        for place in 0..self.endings.len() - self.columns.ticks.len() {
            let column = self.columns.all(Role::Outcome)[place];
            let text = row.cell(column);
            let is_untold = || !text.bytes().any(|byte| byte.is_ascii_alphanumeric()) && plain_word(&text).is_empty();
            if is_untold() || is_sheet_error(&text) {
                continue;
            }
            let ending = match self.ending(place, &text) {
                Some(Said::Ends(ending)) => ending,
                Some(Said::CameIn) => return Err(NoCall::Other(text.to_lowercase())),
                None if place == 0 => {
                    unknown = Some(text.into_owned());
                    continue;
                }
                _ => continue,
            };
            told.is_no |=
                place == 0 && self.columns.asks_for_meeting == Some(column) && ending == Ending::Of(Outcome::Refused);
            let is_standing = self.columns.standings.contains(&column);
            // Yes to a meeting tells more than any word.
            let asks = self.columns.asks_for_meeting == Some(column);
            match told.ending {
                None if is_standing && unknown.is_some() => {}
                None => (told.ending, told.is_of_standing) = (Some(ending), is_standing),
                Some(before) if self.columns.of_other_meetings == Some(column) && decides(before) => {
                    told.is_contradicted |= contradict(ending, before);
                }
                Some(before) => told.add(before, ending, asks, is_standing),
            }
        }
        told.is_explicit = !(told.is_no || told.is_of_standing) && told.ending.is_some_and(decides);
        // What is no answer changes nothing of a row whose words decide.
        let answer = self.answer(row).or_else(|reason| if told.is_explicit { Ok(None) } else { Err(reason) })?;
        let answer = if self.is_of_machine(row) { Some(false) } else { answer };
        self.tick(row, answer, &mut told);
        if told.ending == Some(Ending::Rejected) {
            told.ending = Some(self.rejected(row, answer)?);
        }
        self.closed += u64::from(told.is_closed);
        let Told { ending: mut told, is_no, is_of_standing, is_explicit, mut is_contradicted, is_overruled, .. } = told;
        // Where a contact stands tells nothing of a call that nobody answered.
        if is_of_standing && answer.or_else(|| self.connected(row)) == Some(false) {
            is_contradicted |= told.is_some_and(|ending| contradict(ending, NOT_REACHED));
            told = Some(NOT_REACHED);
        }
        let is_denied = is_explicit && answer == Some(false) && told.is_some_and(is_talk);
        self.contradicted += u64::from(is_contradicted || is_denied);
        self.of_standing += u64::from(is_of_standing && answer == Some(true) && told == Some(SET));
        let held = self.columns.cell(row, Role::Held);
        let undone = |role| {
            let state = self.columns.cell(row, role);
            if state.is_empty() {
                return (role == Role::State && self.columns.state_boxes.is_some()).then_some("planned");
            }
            known().meaning(&self.exporters, "state", &plain_word(&state)).filter(|meaning| *meaning != "made")
        };
        let state = undone(Role::State);
        let is_planned = state.is_some();
        // What stands in a form before the call. What is `open` may be the contact.
        let is_default = state != Some("open") && told.is_some_and(|ending| self.columns.defaults.contains(&ending));
        // `Open` beside a state that is open: neither tells of a call.
        if is_planned && (is_default || undone(Role::Outcome).is_some()) {
            return Err(NoCall::Other(PLANNED.to_owned()));
        }
        let outcome = match (told, unknown) {
            (Some(Ending::Planned | Ending::Rejected), None) => return Err(NoCall::Other(PLANNED.to_owned())),
            (Some(Ending::Of(outcome)), None) => outcome,
            (Some(Ending::Of(outcome)), Some(_)) if ![Outcome::Answered, Outcome::Open].contains(&outcome) => outcome,
            // Why no meeting was set need not be known.
            (None, Some(_)) if answer == Some(true) && self.says_no_meeting(row) => Outcome::Refused,
            (_, Some(word)) => match answer.or_else(|| self.connected(row)) {
                // Of somebody who was not reached nothing more need be known.
                Some(false) if told.is_none() => Outcome::NotReached,
                Some(true) if word != self.header_of_outcomes => {
                    count(&mut self.unread, word);
                    if told == Some(Ending::Of(Outcome::Open)) { Outcome::Open } else { Outcome::Answered }
                }
                _ => return Err(NoCall::UnknownOutcome(word)),
            },
            (None, None) if is_planned => return Err(NoCall::Other(PLANNED.to_owned())),
            (None, None) if !self.columns.has_endings() => match answer {
                Some(_) => Outcome::Answered,
                None if self.columns.has(Role::Held) => Outcome::Refused,
                None => return Err(NoCall::Other(UNTOLD.to_owned())),
            },
            // Where nobody answered, exporters leave the outcome empty.
            (None, None) => match answer.or_else(|| self.connected(row)).or(self.talked(row)?) {
                Some(true) => Outcome::Answered,
                Some(false) => Outcome::NotReached,
                None if !held.is_empty() => Outcome::Answered,
                None if self.columns.boxes.is_some() => Outcome::Refused,
                None => return Err(NoCall::Other(UNTOLD.to_owned())),
            },
        };
        self.undone += u64::from(told.is_some() && is_planned);
        let outcome = self.held(&held, outcome)?;
        self.overruled += u64::from(outcome.set() && (is_overruled || answer == Some(false)));
        let reached = outcome.set() || !(answer == Some(false) && !is_denied || self.too_short(row)?);
        self.untimed += u64::from(reached && !outcome.set() && self.lacks_talk(row, is_no && answer.is_none()));
        Ok(if reached { outcome } else { Outcome::NotReached })
    }

    /// What `Rejected` says of a row: that somebody refused, where anything else tells that the call was answered.
    fn rejected(&mut self, row: &Row, answer: Option<bool>) -> Result<Ending, NoCall> {
        let answered = answer.or_else(|| self.connected(row)).or(self.talked(row)?);
        self.rejections += u64::from(answered.is_none());
        Ok(if answered == Some(true) { Ending::Of(Outcome::Refused) } else { NOT_REACHED })
    }

    /// What a text of one of the outcome's columns says; `None` if it is not known.
    pub(super) fn ending(&mut self, place: usize, text: &str) -> Option<Said> {
        let column = self.columns.all(Role::Outcome)[place];
        let asks = self.columns.asks_for_meeting == Some(column);
        let (exporters, has_plans) = (&self.exporters, self.columns.has_plans);
        let is_numbered = asks || self.columns.numbered.contains(&column);
        let is_answered = asks || self.columns.answers.contains(&column);
        // Of a lead it says where that comes from.
        let may_come_in = !asks && !self.columns.standings.contains(&column);
        let is_of_telephones = self.columns.of_telephones.contains(&column);
        let known = |text: &str| {
            if may_come_in && known().came_in(exporters, text) {
                return Some(Said::CameIn);
            }
            let plain = plain_word(text);
            let answer = || known().meaning(exporters, "answer", &plain);
            // `no` to a meeting does not tell whether anybody answered, and another column does.
            if place > 0 && asks && answer() == Some("no") {
                return None;
            }
            let ending = known().ending(exporters, text).filter(|ending| is_numbered || !counts(&plain, *ending));
            // Among codes `N` is one of them.
            let is_letter = plain.len() == 1 && plain.bytes().all(|byte| byte.is_ascii_alphabetic());
            let ending = ending.filter(|ending| is_answered || !(is_letter && *ending == REFUSED));
            if ending.is_none() && (known().is_blank(text) || asks && when::is_no_day(text)) {
                return Some(Said::Nothing);
            }
            // `o`, `j`, `s`: too short to be an outcome's word anywhere else.
            let of_answer = |answer| Ending::Of(if answer == "yes" { Outcome::Set } else { Outcome::Refused });
            // The day of a meeting tells that one was set.
            let is_day = || asks && when::read(text).is_some();
            let ending = ending.or_else(|| answer().filter(|_| asks).map(of_answer));
            let ending = ending.or_else(|| is_day().then_some(SET))?;
            let is = |what| known().meaning(exporters, what, &plain);
            if ending == SET && is_of_telephones && known().may_be_of_calls(text) {
                return Some(Said::Ends(ANSWERED));
            }
            // Beside words of plans `scheduled` is one of them.
            if ending == SET && has_plans && is("state") == Some("planned") {
                return Some(Said::Ends(Ending::Planned));
            }
            // Beside a column that tells more, `successful` says that somebody answered.
            let is_lighter = place > 0 && !asks && ending == SET && is("anywhere").is_some();
            Some(Said::Ends(if is_lighter { Ending::Of(Outcome::Answered) } else { ending }))
        };
        self.endings[place].of(text, known)
    }

    /// Whether a machine answered, as a column says in words that otherwise tell of no outcome.
    fn is_of_machine(&self, row: &Row) -> bool {
        self.columns.machines.iter().any(|column| known().is_of_machine(&plain_word(&row.cell(*column))))
    }

    /// Whether a call has no talk time where a column has those of others.
    fn is_untimed(&self, row: &Row) -> bool {
        let Some(column) = self.columns.first(Role::Duration) else { return false };
        let text = row.cell(column);
        text.is_empty() || self.durations.seconds(&text).is_none()
    }

    /// Whether a conversation has no talk time, or one of 0 where it is one for a no to a meeting alone.
    fn lacks_talk(&self, row: &Row, is_bare_no: bool) -> bool {
        let is_zero = |column| Durations::of_column("").seconds(&row.cell(column)) == Some(0.0);
        self.is_untimed(row) || is_bare_no && self.columns.first(Role::Talk).is_some_and(is_zero)
    }

    /// Whether a column says in yes or no that no meeting was set.
    fn says_no_meeting(&self, row: &Row) -> bool {
        let cell = self.columns.asks_for_meeting.map(|column| row.cell(column));
        cell.is_some_and(|cell| known().meaning(&self.exporters, "answer", &plain_word(&cell)) == Some("no"))
    }

    /// Whether anybody answered, as a column says in yes or no, or as telephone systems do.
    fn answer(&mut self, row: &Row) -> Result<Option<bool>, NoCall> {
        let text = self.columns.cell(row, Role::Reached);
        if text.is_empty() {
            return Ok(match self.columns.boxes {
                Some(_) if self.columns.has(Role::Reached) => Some(false),
                _ if self.columns.has_endings() || self.columns.has(Role::Reached) => None,
                _ => self.connected(row),
            });
        }
        // A dash tells no more than nothing, but the row is there.
        if plain_word(&text).is_empty() {
            return Ok(self.connected(row));
        }
        let (exporters, has_outcome) = (&self.exporters, self.columns.has_endings());
        let known = |text: &str| {
            let plain = plain_word(text);
            // That a call was logged as completed says nothing beside an outcome.
            if has_outcome && ["completed", "complete"].contains(&plain.as_str()) {
                return Some(None);
            }
            match known().meaning(exporters, "answer", &plain) {
                Some(answer) => Some(Some(answer == "yes")),
                None => match known().ending(exporters, text)? {
                    Ending::Planned => Some(None),
                    Ending::Of(outcome) => Some(Some(!matches!(outcome, Outcome::NotReached | Outcome::Refused))),
                    Ending::Rejected => Some(Some(false)),
                },
            }
        };
        let reason = || NoCall::Rejected(Some(Role::Reached), Bilingual::new(|say| say.no_answer_word(&text)));
        self.answers.of(&text, known).ok_or_else(reason)
    }

    /// Whether the call was connected, by the columns that telephone systems have.
    fn connected(&self, row: &Row) -> Option<bool> {
        if self.columns.has(Role::AnsweredAt) {
            return Some(!self.columns.cell(row, Role::AnsweredAt).is_empty());
        }
        if !self.columns.has(Role::Talk) {
            return None;
        }
        let text = self.columns.cell(row, Role::Talk);
        Some(Durations::of_column("").seconds(&text).is_some_and(|seconds| seconds > 0.0))
    }

    /// Whether a call was long enough for a conversation, where its length is told.
    fn talked(&self, row: &Row) -> Result<Option<bool>, NoCall> {
        let is_timed = self.columns.has(Role::Duration) && !self.is_untimed(row);
        is_timed.then(|| self.too_short(row).map(|short| !short)).transpose()
    }

    fn too_short(&self, row: &Row) -> Result<bool, NoCall> {
        let text = self.columns.cell(row, Role::Duration);
        if text.is_empty() {
            return Ok(false);
        }
        match self.durations.seconds(&text) {
            Some(seconds) => Ok(seconds <= self.layout.talk_time),
            None if contact::is_nobody(&text) => Ok(false),
            None => Err(NoCall::Rejected(Some(Role::Duration), Bilingual::new(|say| say.no_talk_time(&text)))),
        }
    }
}

/// Whether a text among words is a number, or one of meetings: `1`, `2 meetings`.
fn counts(plain: &str, ending: Ending) -> bool {
    let (first, rest) = plain.split_once(' ').unwrap_or((plain, ""));
    let is_set = matches!(ending, Ending::Of(outcome) if outcome.set());
    first.bytes().all(|byte| byte.is_ascii_digit()) && (rest.is_empty() || is_set)
}

/// Whether a further column may say more of a call than the first one did: where the contact stands says less than a word beside it.
pub(super) fn is_filled(before: Ending, ending: Ending, is_standing: bool) -> bool {
    match before {
        Ending::Planned => true,
        Ending::Of(Outcome::Answered) => !is_standing || ![NOT_REACHED, Ending::Of(Outcome::Open)].contains(&ending),
        Ending::Of(Outcome::Open) => !is_standing,
        Ending::Rejected | Ending::Of(_) => false,
    }
}

/// Whether an ending leaves nothing for other columns to tell but what became of a meeting.
fn decides(ending: Ending) -> bool {
    !matches!(ending, Ending::Planned | Ending::Rejected | Ending::Of(Outcome::Answered))
}

/// Whether somebody said so who was reached, and no meeting was set.
pub(super) fn is_talk(ending: Ending) -> bool {
    matches!(ending, Ending::Of(Outcome::Refused | Outcome::Open))
}

/// Whether two endings differ in who was reached or whether a meeting was set.
pub(super) fn contradict(one: Ending, other: Ending) -> bool {
    let sort = |ending| match ending {
        // Telephone systems say so of machines as well.
        Ending::Planned | Ending::Of(Outcome::Answered) => None,
        Ending::Rejected => Some((false, false)),
        Ending::Of(outcome) => Some((outcome != Outcome::NotReached, outcome.set())),
    };
    sort(one).zip(sort(other)).is_some_and(|(one, other)| one != other)
}
