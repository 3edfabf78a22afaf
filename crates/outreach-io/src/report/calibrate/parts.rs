//! The parts of a log side by side: months, callers, connectors.

use std::collections::BTreeMap;

use outreach::{Beta, Kind};
use serde_json::{Map, Value, json};

use crate::Language;
use crate::read::log::{Entry, OfKind, Tally};
use crate::report::Document;
use crate::report::document::Table;

/// The calls of each month, caller and connector, as far as the log tells them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    months: BTreeMap<(i32, u32), Tally>,
    pub(crate) callers: BTreeMap<String, Tally>,
    pub(crate) connectors: BTreeMap<String, Tally>,
}

impl Parts {
    pub(crate) fn learn(&mut self, entry: &Entry) {
        self.each(entry, |tally| tally.learn(entry.call));
    }

    pub(crate) fn close(&mut self, entry: &Entry) {
        self.each(entry, |tally| tally.close(entry.call));
    }

    fn each(&mut self, entry: &Entry, mut change: impl FnMut(&mut Tally)) {
        if let Some(month) = entry.month {
            change(self.months.entry(month).or_default());
        }
        for (name, groups) in [(&entry.caller, &mut self.callers), (&entry.connector, &mut self.connectors)] {
            if !name.is_empty() {
                match groups.get_mut(&**name) {
                    Some(tally) => change(tally),
                    None => change(groups.entry(name.to_string()).or_default()),
                }
            }
        }
    }

    /// Of the conversations of a month; `None` where there was none.
    pub(crate) fn share_of_meetings(&self, month: (i32, u32), kind: Kind) -> Option<f64> {
        let of_kind = self.months.get(&month)?.of(kind);
        (of_kind.conversations > 0).then(|| of_kind.meetings_set as f64 / of_kind.conversations as f64)
    }

    /// One table per sort of part.
    fn tables(&self) -> [(&'static str, Vec<(String, Tally)>); 3] {
        let months = self.months.iter().map(|((year, month), tally)| (format!("{year}-{month:02}"), *tally)).collect();
        // Those with the most calls first.
        let sorted = |groups: &BTreeMap<String, Tally>| {
            let mut groups: Vec<_> = groups.iter().map(|(name, tally)| (name.clone(), *tally)).collect();
            groups.sort_by_key(|(_, tally)| {
                std::cmp::Reverse(Kind::ALL.map(|kind| tally.of(kind).attempts).iter().sum::<u64>())
            });
            groups
        };
        [("month", months), ("caller", sorted(&self.callers)), ("connector", sorted(&self.connectors))]
    }

    pub(crate) fn show(&self, document: &mut Document, meetings_told: bool) {
        /// So many months, callers or connectors stand in a table; all of them in the other formats.
        const SHOWN: usize = 24;
        let say = document.say();
        for (part, rows) in self.tables().into_iter().filter(|(_, rows)| !rows.is_empty()) {
            let told = Kind::ALL.map(|kind| rows.iter().any(|(_, tally)| tally.of(kind).attempts > 0));
            let kinds: Vec<_> =
                Kind::ALL.into_iter().zip(told).filter(|(_, told)| *told).map(|(kind, _)| kind).collect();
            let reach = rows
                .iter()
                .any(|(_, tally)| kinds.iter().any(|&kind| tally.of(kind).reached < tally.of(kind).attempts));
            let mut header = vec![match part {
                "month" => say.month(),
                "caller" => say.caller(),
                _ => say.connector(),
            }];
            for kind in &kinds {
                header.push(say.calls_of_kind(say.kind(*kind)));
                header.extend(reach.then(|| say.reached()));
                if meetings_told {
                    header.extend([say.meetings_set(), say.share()]);
                }
            }
            let mut table = Table::new(header);
            // Of months the last ones, of names those with the most calls.
            let cut = rows.len().saturating_sub(SHOWN);
            let shown = if part == "month" { &rows[cut..] } else { &rows[..rows.len() - cut] };
            for (name, tally) in shown {
                let cells = kinds.iter().flat_map(|&kind| cells(say, tally.of(kind), reach, meetings_told));
                table.row([name.clone()].into_iter().chain(cells));
            }
            document.table(table);
            if meetings_told {
                document.line(say.share_explained());
            }
            if cut > 0 {
                document.line(say.more_in_json(cut));
            }
        }
    }

    pub(crate) fn insert_into(&self, answer: &mut Map<String, Value>) {
        for (part, rows) in self.tables() {
            let row = |(name, tally): &(String, Tally)| {
                let mut row = Map::from_iter([(part.to_owned(), name.as_str().into())]);
                row.extend(Kind::ALL.map(|kind| (kind.key().to_owned(), json(tally.of(kind)))));
                Value::from(row)
            };
            answer.insert(format!("{part}s"), rows.iter().map(row).collect());
        }
    }
}

fn cells(say: Language, of: OfKind, reach: bool, meetings_told: bool) -> Vec<String> {
    let mut cells = vec![say.grouped(of.attempts)];
    cells.extend(reach.then(|| share(say, of.reached, of.attempts)));
    if meetings_told {
        cells.extend([say.grouped(of.meetings_set), share(say, of.meetings_set, of.conversations)]);
    }
    cells
}

/// Of what happened, so that it may well be all or none.
pub(super) fn share(say: Language, some: u64, all: u64) -> String {
    match (some, all) {
        (_, 0) => "–".to_owned(),
        (some, all) if some == all => say.all(),
        (0, _) => say.none(),
        (some, all) => say.percent(some as f64 / all as f64),
    }
}

/// The counts, and the range of the share of meetings by Jeffreys' prior, as if nothing drifted.
fn json(of: OfKind) -> Value {
    let share = Beta::new(of.meetings_set as f64 + 0.5, (of.conversations - of.meetings_set) as f64 + 0.5).ok();
    json!({
        "attempts": of.attempts,
        "reached": of.reached,
        "conversations": of.conversations,
        "meetings_set": of.meetings_set,
        "interval90": share.filter(|_| of.conversations > 0).map(|share| [0.05, 0.95].map(|q| share.quantile(q))),
    })
}
