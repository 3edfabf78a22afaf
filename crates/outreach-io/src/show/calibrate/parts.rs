//! The parts of a log side by side: months, callers, connectors.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use outreach::{CallCounts, Kind};

use super::alike::{Alike, Correlations, Counts, Groups, describe_pooled, pooled};

use crate::Language;
use crate::answer::{CallerAnswer, CallsAnswer, CallsByKind, ConnectorAnswer, Interval, MonthAnswer};
use crate::read::log::Entry;
use crate::show::Document;
use crate::show::document::Table;

/// Year and month.
pub(super) type Month = (i32, u32);

/// The calls of each month, caller and connector, as far as the log tells them.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    pub(super) months: BTreeMap<Month, Counts>,
    pub(super) callers: Groups,
    pub(super) connectors: Groups,
}

impl Parts {
    pub(super) fn learn(&mut self, entry: &Entry) {
        self.each(entry, |counts| counts.learn(&entry.call));
    }

    pub(super) fn close(&mut self, entry: &Entry) {
        self.each(entry, CallCounts::close);
    }

    fn each(&mut self, entry: &Entry, change: impl Fn(&mut CallCounts)) {
        let kind = entry.call.kind as usize;
        if let Some(month) = entry.month {
            change(&mut self.months.entry(month).or_default()[kind]);
        }
        for (name, groups) in [(&entry.caller, &mut self.callers), (&entry.connector, &mut self.connectors)] {
            if !name.is_empty() {
                match groups.get_mut(&**name) {
                    Some(counts) => change(&mut counts[kind]),
                    None => change(&mut groups.entry(name.to_string()).or_default()[kind]),
                }
            }
        }
    }

    /// How far their calls go alike.
    pub(super) fn alike(&self, tells_of_meetings: bool) -> Alike {
        Alike::of(&self.connectors, &self.callers, tells_of_meetings)
    }

    pub(super) fn show(&self, document: &mut Document, alike: &Alike, describe_meetings: bool) {
        let say = document.say();
        let months: Vec<_> = self.months.iter().map(|(month, counts)| (written(*month), counts)).collect();
        // Of months the last ones, of names those with the most calls.
        let last = months.len().saturating_sub(SHOWN);
        show(document, say.month(), &months[last..], last, [None; 2], describe_meetings);
        let parts = [
            (say.caller(), &self.callers, alike.of_callers()),
            (say.connector(), &self.connectors, alike.of_connectors()),
        ];
        for (header, groups, correlations) in parts {
            let groups = most_first(groups);
            let shown = groups.len().min(SHOWN);
            show(document, header, &groups[..shown], groups.len() - shown, correlations, describe_meetings);
        }
        alike.show(document);
    }

    pub(super) fn data(
        &self,
        alike: &Alike,
        tells_of_meetings: bool,
    ) -> (Vec<MonthAnswer>, Vec<CallerAnswer>, Vec<ConnectorAnswer>) {
        let data = |counts: &_, known| data(counts, known, tells_of_meetings);
        let month =
            |(month, counts): (&Month, &Counts)| MonthAnswer { month: written(*month), calls: data(counts, [None; 2]) };
        let (of_callers, of_connectors) = (alike.of_callers(), alike.of_connectors());
        let caller = |(caller, counts): (String, &Counts)| CallerAnswer { caller, calls: data(counts, of_callers) };
        let connector =
            |(connector, counts): (String, &Counts)| ConnectorAnswer { connector, calls: data(counts, of_connectors) };
        (
            self.months.iter().map(month).collect(),
            most_first(&self.callers).into_iter().map(caller).collect(),
            most_first(&self.connectors).into_iter().map(connector).collect(),
        )
    }
}

/// This many months, callers or connectors stand in a table; all of them in the other formats.
const SHOWN: usize = 24;

fn written((year, month): Month) -> String {
    format!("{year}-{month:02}")
}

fn most_first(groups: &Groups) -> Vec<(String, &Counts)> {
    let mut groups: Vec<_> = groups.iter().map(|(name, counts)| (name.clone(), counts)).collect();
    groups.sort_by_key(|(_, counts)| Reverse(counts.iter().map(|of_kind| of_kind.attempts).sum::<u64>()));
    groups
}

fn show(
    document: &mut Document,
    name: String,
    rows: &[(String, &Counts)],
    more: usize,
    correlations: Correlations<'_>,
    describe_meetings: bool,
) {
    if rows.is_empty() {
        return;
    }
    let say = document.say();
    let any = |told: fn(&CallCounts) -> bool, kind: Kind| rows.iter().any(|(_, counts)| told(&counts[kind as usize]));
    let kinds: Vec<_> = Kind::ALL.into_iter().filter(|kind| any(|counts| counts.attempts > 0, *kind)).collect();
    let reach = kinds.iter().any(|kind| any(|counts| counts.reached < counts.attempts, *kind));
    let mut header = vec![name];
    for kind in &kinds {
        header.push(say.calls_of_kind(say.kind(*kind)));
        header.extend(reach.then(|| say.reached()));
        if describe_meetings {
            header.extend([say.meetings_set(), say.share()]);
            header.extend(correlations[*kind as usize].map(|_| say.pooled()));
        }
    }
    let mut table = Table::new(header);
    for (name, counts) in rows {
        let cells = kinds.iter().flat_map(|&kind| {
            let counts = counts[kind as usize];
            let pooled = correlations[kind as usize].map(|known| describe_pooled(say, Some(known), counts));
            cells(say, counts, reach, describe_meetings).into_iter().chain(pooled)
        });
        table.row([name.clone()].into_iter().chain(cells));
    }
    document.table(table);
    if describe_meetings {
        document.line(say.share_explained());
    }
    if correlations.iter().any(Option::is_some) {
        document.line(say.pooled_explained());
    }
    if more > 0 {
        document.line(say.more_in_json(more));
    }
}

fn cells(say: Language, of: CallCounts, reach: bool, describe_meetings: bool) -> Vec<String> {
    let mut cells = vec![say.grouped(of.attempts)];
    cells.extend(reach.then(|| share(say, of.reached, of.attempts)));
    if describe_meetings {
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

fn data(counts: &Counts, correlations: Correlations<'_>, tells_of_meetings: bool) -> CallsByKind {
    let [cold, warm] =
        Kind::ALL.map(|kind| (counts[kind as usize], correlations[kind as usize])).map(|(of, known)| CallsAnswer {
            attempts: of.attempts,
            reached: of.reached,
            conversations: of.conversations,
            meetings_set: of.meetings_set,
            interval: of.interval90().filter(|_| tells_of_meetings).map(Interval::of90),
            pooled: pooled(known, of),
        });
    CallsByKind { cold, warm }
}
