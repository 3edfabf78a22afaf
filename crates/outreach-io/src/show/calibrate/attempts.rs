//! What contacts that were called several times tell.

use outreach::{
    AttemptCurve, AttemptHistory, AttemptTable, Calibration, Closing, Kind, LoggedCall, Outcome, Parameter,
};

use super::share;
use crate::Language;
use crate::answer::{AttemptAnswer, AttemptsAnswer, AttemptsByKind, Interval};
use crate::show::Document;
use crate::show::document::Table;
use crate::show::picture::{Curve, Panel};

/// The attempts of a log that is being read.
#[derive(Debug, Default)]
pub(super) struct Histories {
    of: [AttemptHistory; Kind::ALL.len()],
    /// Whether rows are contacts, after this many attempts.
    by_column: bool,
    by_name: bool,
    /// Rows of nobody in particular, where others tell contacts apart.
    nobody: [u64; Kind::ALL.len()],
    /// The attempts of the last row of each contact, by its number; 0 where there was none.
    last: Vec<u32>,
    /// Rows after more than one attempt, and those of them that are one more or less than the row before of this contact.
    several: u64,
    next: u64,
}

impl Histories {
    pub(super) fn new(by_column: bool, tells_contacts: bool) -> Self {
        Self { by_column, by_name: tells_contacts && !by_column, ..Self::default() }
    }

    /// Tells whether the row is a contact's first attempt, where contacts are told apart.
    pub(super) fn learn(&mut self, call: LoggedCall, contact: Option<u32>, attempts: Option<u32>) -> Option<bool> {
        let history = &mut self.of[call.kind as usize];
        // A conversation that is to be continued has reached the contact.
        let (reached, agreed) = (call.outcome != Outcome::NotReached, call.outcome.set());
        match attempts {
            Some(attempts) => {
                history.contact(attempts, reached, agreed);
                self.number(contact, attempts);
            }
            None if self.by_name && contact.is_some() => return Some(history.attempt(contact, reached, agreed)),
            None if self.by_name => self.nobody[call.kind as usize] += 1,
            None => {}
        }
        None
    }

    fn number(&mut self, contact: Option<u32>, attempts: u32) {
        self.several += u64::from(attempts > 1);
        let Some(contact) = contact.map(|contact| contact as usize) else { return };
        self.last.resize(self.last.len().max(contact + 1), 0);
        let before = std::mem::replace(&mut self.last[contact], attempts);
        self.next += u64::from(before > 0 && before.abs_diff(attempts) == 1);
    }

    /// Whether rows that were to be contacts after their attempts are the attempts themselves: contacts come back with 1, 2, 3, …
    pub(super) fn are_attempts(&self) -> bool {
        2 * self.next > self.several
    }

    /// What they tell, once all rows were read.
    pub(super) fn answer(self, calibration: &Calibration) -> Attempts {
        let tells_reach = calibration.of_outcome(Outcome::NotReached) > 0;
        let by = if tells_reach { Closing::Reach } else { Closing::Meeting };
        // Where every row is a conversation, the rows of a contact are no attempts to reach it.
        let known = self.by_column && (tells_reach || calibration.tells_of_meetings()) || (self.by_name && tells_reach);
        let of = self.of.map(|history| if known { history.curve(by) } else { None });
        let nobody = if known { self.nobody } else { [0; Kind::ALL.len()] };
        Attempts { of, by_column: self.by_column, nobody }
    }
}

/// What a log tells of attempts.
#[derive(Debug, Clone)]
pub(super) struct Attempts {
    of: [Option<AttemptCurve>; Kind::ALL.len()],
    /// Whether rows are contacts, so that shares of rows are per contact.
    pub(super) by_column: bool,
    /// Rows of nobody in particular, which may each be a contact.
    nobody: [u64; Kind::ALL.len()],
}

/// This many attempts are shown to people.
const SHOWN: usize = 10;

fn data(curve: &AttemptCurve) -> AttemptsAnswer {
    let by_attempt = curve.points().map(|point| AttemptAnswer {
        attempt: point.attempt,
        at_risk: point.at_risk,
        successes: point.closed,
        fitted: point.fitted,
    });
    AttemptsAnswer {
        of: curve.by.key().to_owned(),
        by_attempt: by_attempt.collect(),
        first: curve.fit.first,
        ever: curve.fit.ever,
        first_interval: Interval::of90(curve.fit.first_interval),
        ever_interval: curve.fit.ever_interval.map(Interval::of90),
        log_score_gain: curve.log_score_gain,
        mixes_periods: curve.mixes_periods,
    }
}

fn show(curve: &AttemptCurve, document: &mut Document, kind: Kind, by_column: bool) {
    let say = document.say();
    document.heading(say.attempts_of(say.kind(kind)));
    document.line(sentence(curve, say));
    if by_column {
        let [per_contact, per_attempt] = curve.shares().map(|share| say.hundredths(share));
        document.line(match curve.by {
            Closing::Reach => say.reached_per(per_contact, per_attempt),
            Closing::Meeting => say.agreed_per(per_contact, per_attempt),
        });
    }
    let closed = match curve.by {
        Closing::Reach => say.contacts_reached(),
        Closing::Meeting => say.contacts_agreed(),
    };
    let mut table = Table::new([say.attempt(), say.at_risk(), closed, say.share(), say.fitted()]);
    for point in curve.points().take(SHOWN) {
        let counts = [point.at_risk, point.closed].map(|count| say.grouped(count));
        let shares = [share(say, point.closed, point.at_risk), say.percent(point.fitted)];
        table.row([point.attempt.to_string()].into_iter().chain(counts).chain(shares));
    }
    document.table(table);
    if curve.table.at_risk().len() > SHOWN {
        document.line(say.more_attempts(say.grouped(curve.table.at_risk().len() as u64)));
    }
    document.line(match curve.by {
        Closing::Reach => say.later_are_selected(),
        Closing::Meeting => say.who_agreed_alone(),
    });
    if curve.mixes_periods && curve.fit.ever.is_some() {
        document.line(say.mixes_periods());
    }
}

fn sentence(curve: &AttemptCurve, say: Language) -> String {
    let interval =
        |[low, high]: [f64; 2]| say.range(say.percent(low).trim_end_matches([' ', '\u{202f}', '%']), say.percent(high));
    let (first, of_first) = (say.percent(curve.fit.first), interval(curve.fit.first_interval));
    match (curve.by, curve.fit.ever.zip(curve.fit.ever_interval)) {
        (Closing::Reach, Some((ever, of_ever))) => {
            say.reached_at_all(first, of_first, say.decimals(100.0 * ever, 0), interval(of_ever))
        }
        (Closing::Reach, None) => say.reached_first(first, of_first),
        (Closing::Meeting, _) => say.agreed_first(first, of_first),
    }
}

fn panel(curve: &AttemptCurve, say: Language, kind: Kind) -> Panel {
    let points = || curve.points().take(3 * SHOWN).map(|point| (point.attempt as f64, point));
    let counted = points().map(|(attempt, point)| (attempt, point.closed as f64 / point.at_risk as f64)).collect();
    let fitted = points().map(|(attempt, point)| (attempt, point.fitted)).collect();
    let measured = match curve.by {
        Closing::Reach => say.contacts_reached(),
        Closing::Meeting => say.contacts_agreed(),
    };
    Panel::Curves {
        axes: [say.attempts_of(say.kind(kind)), measured],
        bars: Some(Curve { name: say.share(), points: counted }),
        marks: Vec::new(),
        reach: [0.5, points().count() as f64 + 0.5],
        curves: vec![Curve { name: say.fitted(), points: fitted }],
    }
}

impl Attempts {
    fn curves(&self) -> impl Iterator<Item = (Kind, &AttemptCurve)> {
        Kind::ALL.into_iter().filter_map(|kind| Some((kind, self.of[kind as usize].as_ref()?)))
    }

    /// Whether the log's share of a rate is per contact after several attempts, and so none of single calls.
    pub(super) fn is_per_contact(&self, parameter: Parameter) -> bool {
        let by_meeting = self.curves().any(|(_, told)| told.by == Closing::Meeting);
        self.by_column
            && match parameter {
                Parameter::ColdReach | Parameter::WarmReach => true,
                Parameter::ColdMeeting | Parameter::WarmMeeting => by_meeting,
                _ => false,
            }
    }

    /// The table of a kind's reach; `None` where the log does not tell who was reached.
    pub(super) fn of_reach(&self, kind: Kind) -> Option<&AttemptTable> {
        let told = self.of[kind as usize].as_ref().filter(|told| told.by == Closing::Reach);
        told.map(|told| &told.table).filter(|table| table.at_risk().len() > 1)
    }

    /// The calls and the contacts of each kind, of a log with these rows; the same where it does not tell contacts apart.
    pub(super) fn calls_and_contacts(&self, rows: [u64; 2]) -> [[u64; 2]; 2] {
        let [cold, warm] = self.of.each_ref().map(|told| told.as_ref().map_or(&[][..], |told| told.table.at_risk()));
        let [of_cold, of_warm] = self.nobody;
        let contacts = [(cold, of_cold), (warm, of_warm)].map(|(at_risk, more)| at_risk.first().unwrap_or(&0) + more);
        match (contacts, self.by_column) {
            ([0, 0], _) => [rows, rows],
            (_, true) => [[cold, warm].map(|at_risk| at_risk.iter().sum()), contacts],
            (_, false) => [rows, contacts],
        }
    }

    pub(super) fn data(&self) -> Option<AttemptsByKind> {
        let [cold, warm] = Kind::ALL.map(|kind| self.of[kind as usize].as_ref().map(data));
        (cold.is_some() || warm.is_some()).then_some(AttemptsByKind { cold, warm })
    }

    pub(super) fn show(&self, document: &mut Document) {
        for (kind, told) in self.curves().filter(|(_, told)| self.by_column || told.table.at_risk().len() > 1) {
            show(told, document, kind, self.by_column);
        }
    }

    pub(super) fn panels(&self, say: Language) -> Vec<Panel> {
        let several = self.curves().filter(|(_, told)| told.table.at_risk().len() > 1);
        several.map(|(kind, told)| panel(told, say, kind)).collect()
    }
}
