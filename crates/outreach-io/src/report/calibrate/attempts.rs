//! What contacts that were called several times tell.

use outreach::{AttemptHistory, AttemptTable, Calibration, Closing, Kind, LoggedCall, Outcome, Parameter, ReachFit};
use serde_json::{Map, Value, json};

use super::share;
use crate::Language;
use crate::report::Document;
use crate::report::document::Table;
use crate::report::picture::{Curve, Panel};

/// The attempts of a log that is being read.
#[derive(Debug, Default)]
pub(super) struct Histories {
    of: [AttemptHistory; Kind::ALL.len()],
    /// Whether rows are contacts, after so many attempts.
    by_column: bool,
    by_name: bool,
}

impl Histories {
    pub(super) fn new(by_column: bool, tells_contacts: bool) -> Self {
        Self { by_column, by_name: tells_contacts && !by_column, ..Self::default() }
    }

    pub(super) fn learn(&mut self, call: LoggedCall, contact: &str, attempts: Option<u32>) {
        let history = &mut self.of[call.kind as usize];
        // A conversation that is to be continued has reached the contact.
        let (reached, agreed) = (call.outcome != Outcome::NotReached, call.outcome.set());
        match attempts {
            Some(attempts) => history.contact(attempts, reached, agreed),
            None if self.by_name => history.attempt(contact, reached, agreed),
            None => {}
        }
    }

    /// What they tell, once all rows were read.
    pub(super) fn told(self, calibration: &Calibration) -> Attempts {
        let tells_reach = calibration.of_outcome(Outcome::NotReached) > 0;
        let by = if tells_reach { Closing::Reach } else { Closing::Meeting };
        // Where every row is a conversation, the rows of a contact are no attempts to reach it.
        let known = self.by_column || (self.by_name && tells_reach);
        let of = self.of.map(|history| if known { OfKind::new(&history, by) } else { None });
        Attempts { of, by_column: self.by_column }
    }
}

/// What a log tells of attempts.
#[derive(Debug, Clone)]
pub(super) struct Attempts {
    of: [Option<OfKind>; Kind::ALL.len()],
    /// Whether rows are contacts, so that shares of rows are per contact.
    pub(super) by_column: bool,
}

#[derive(Debug, Clone)]
struct OfKind {
    by: Closing,
    table: AttemptTable,
    fit: ReachFit,
    /// What the first half's curve foretells of the second better than a constant rate [nats].
    gain: Option<f64>,
    mixes_periods: bool,
}

/// So many attempts are shown to people.
const SHOWN: usize = 10;

impl OfKind {
    fn new(history: &AttemptHistory, by: Closing) -> Option<Self> {
        let table = history.table(by);
        let fit = table.fit()?;
        let [first, second] = history.halves(by);
        Some(Self { by, table, fit, gain: second.gain_after(&first), mixes_periods: first.differs_from(&second) })
    }

    /// At risk, closed, and the share that the curve has, of each attempt.
    fn rows(&self) -> impl Iterator<Item = (u64, u64, f64)> {
        let reach = self.fit.reach();
        let counts = self.table.at_risk().iter().zip(self.table.reached());
        (1..).zip(counts).map(move |(attempt, (&at_risk, &closed))| (at_risk, closed, reach.at(attempt)))
    }

    fn json(&self) -> Value {
        let interval = |[low, high]: [f64; 2]| json!({ "low": low, "high": high, "probability": 0.9 });
        let row = |(attempt, (at_risk, closed, fitted)): (usize, (u64, u64, f64))| json!({ "attempt": attempt, "at_risk": at_risk, "successes": closed, "fitted": fitted });
        json!({
            "of": self.by.key(),
            "by_attempt": (1..).zip(self.rows()).map(row).collect::<Vec<_>>(),
            "first": self.fit.first,
            "ever": self.fit.ever,
            "first_interval": interval(self.fit.first_interval),
            "ever_interval": self.fit.ever_interval.map(interval),
            "log_score_gain": self.gain,
            "mixes_periods": self.mixes_periods,
        })
    }

    fn show(&self, document: &mut Document, kind: Kind, by_column: bool) {
        let say = document.say();
        document.heading(say.attempts_of(say.kind(kind)));
        document.line(self.sentence(say));
        if by_column {
            let closed: u64 = self.table.reached().iter().sum();
            let [per_contact, per_attempt] =
                [self.table.contacts(), self.table.attempts()].map(|of| say.hundredths(closed as f64 / of as f64));
            document.line(match self.by {
                Closing::Reach => say.reached_per(per_contact, per_attempt),
                Closing::Meeting => say.agreed_per(per_contact, per_attempt),
            });
        }
        let closed = match self.by {
            Closing::Reach => say.contacts_reached(),
            Closing::Meeting => say.contacts_agreed(),
        };
        let mut table = Table::new([say.attempt(), say.at_risk(), closed, say.share(), say.fitted()]);
        for (attempt, (at_risk, closed, fitted)) in (1..).zip(self.rows()).take(SHOWN) {
            let counts = [at_risk, closed].map(|count| say.grouped(count));
            let shares = [share(say, closed, at_risk), say.percent(fitted)];
            table.row([attempt.to_string()].into_iter().chain(counts).chain(shares));
        }
        document.table(table);
        if self.table.at_risk().len() > SHOWN {
            document.line(say.more_attempts(say.grouped(self.table.at_risk().len() as u64)));
        }
        document.line(match self.by {
            Closing::Reach => say.later_are_selected(),
            Closing::Meeting => say.who_agreed_alone(),
        });
        if self.mixes_periods && self.fit.ever.is_some() {
            document.line(say.mixes_periods());
        }
    }

    fn sentence(&self, say: Language) -> String {
        let interval = |[low, high]: [f64; 2]| {
            say.range(say.percent(low).trim_end_matches([' ', '\u{202f}', '%']), say.percent(high))
        };
        let (first, of_first) = (say.percent(self.fit.first), interval(self.fit.first_interval));
        match (self.by, self.fit.ever.zip(self.fit.ever_interval)) {
            (Closing::Reach, Some((ever, of_ever))) => {
                say.reached_at_all(first, of_first, say.decimals(100.0 * ever, 0), interval(of_ever))
            }
            (Closing::Reach, None) => say.reached_first(first, of_first),
            (Closing::Meeting, _) => say.agreed_first(first, of_first),
        }
    }

    fn panel(&self, say: Language, kind: Kind) -> Panel {
        let rows = || (1..).map(f64::from).zip(self.rows()).take(3 * SHOWN);
        let counted = rows().map(|(attempt, (at_risk, closed, _))| (attempt, closed as f64 / at_risk as f64)).collect();
        let fitted = rows().map(|(attempt, (.., fitted))| (attempt, fitted)).collect();
        let measured = match self.by {
            Closing::Reach => say.contacts_reached(),
            Closing::Meeting => say.contacts_agreed(),
        };
        Panel::Curves {
            axes: [say.attempts_of(say.kind(kind)), measured],
            bars: Some(Curve { name: say.share(), points: counted }),
            curves: vec![Curve { name: say.fitted(), points: fitted }],
            marks: Vec::new(),
        }
    }
}

impl Attempts {
    fn told(&self) -> impl Iterator<Item = (Kind, &OfKind)> {
        Kind::ALL.into_iter().filter_map(|kind| Some((kind, self.of[kind as usize].as_ref()?)))
    }

    /// Whether the log's share of a rate is per contact after several attempts, and so none of single calls.
    pub(super) fn is_per_contact(&self, parameter: Parameter) -> bool {
        let by_meeting = self.told().any(|(_, told)| told.by == Closing::Meeting);
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

    pub(super) fn insert_into(&self, answer: &mut Map<String, Value>) {
        let told: Map<_, _> = self.told().map(|(kind, told)| (kind.key().to_owned(), told.json())).collect();
        if !told.is_empty() {
            answer.insert("attempts".into(), told.into());
        }
    }

    pub(super) fn show(&self, document: &mut Document) {
        for (kind, told) in self.told().filter(|(_, told)| self.by_column || told.table.at_risk().len() > 1) {
            told.show(document, kind, self.by_column);
        }
    }

    pub(super) fn panels(&self, say: Language) -> Vec<Panel> {
        let several = self.told().filter(|(_, told)| told.table.at_risk().len() > 1);
        several.map(|(kind, told)| told.panel(say, kind)).collect()
    }
}
