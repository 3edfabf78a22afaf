//! How far the calls of one connector, and those of one caller, go alike.

use std::collections::BTreeMap;

use outreach::{CallCounts, GroupCorrelation, Kind};

use super::span;
use crate::Language;
use crate::answer::{CallersByKind, CallersCorrelation, ConnectorsCorrelation, Interval, PooledAnswer};
use crate::show::Document;

/// The calls of both kinds.
pub(super) type Counts = [CallCounts; Kind::ALL.len()];

/// Callers or connectors by their names.
pub(super) type Groups = BTreeMap<String, Counts>;

/// What is known of the correlation of each kind.
pub(super) type Correlations<'a> = [Option<&'a GroupCorrelation>; Kind::ALL.len()];

/// What groups of calls tell of their correlation: those by one connector, and of each kind those of one caller.
#[derive(Debug, Clone)]
pub(super) struct Alike {
    /// Of recommended calls.
    pub(super) connectors: Option<GroupCorrelation>,
    pub(super) callers: [Option<GroupCorrelation>; Kind::ALL.len()],
    /// Why that of connectors is not told.
    why_not: Option<WhyNot>,
}

#[derive(Debug, Clone, Copy)]
enum WhyNot {
    NoConnectors,
    NoMeetings,
    Few,
}

fn of(groups: &Groups, kind: Kind) -> Option<GroupCorrelation> {
    GroupCorrelation::of(groups.values().map(|counts| of_group(counts[kind as usize])))
}

/// Its conversations, and the meetings that came of them.
fn of_group(counts: CallCounts) -> (u64, u64) {
    (counts.conversations, counts.meetings_set.min(counts.conversations))
}

/// A group's share of meetings, drawn towards that of all.
pub(super) fn pooled(correlation: Option<&GroupCorrelation>, counts: CallCounts) -> Option<PooledAnswer> {
    let (conversations, meetings) = of_group(counts);
    let (mean, interval) = correlation.filter(|_| conversations > 0)?.pooled(conversations, meetings);
    Some(PooledAnswer { mean, interval: Interval::of90(interval) })
}

impl Alike {
    pub(super) fn of(connectors: &Groups, callers: &Groups, tells_of_meetings: bool) -> Self {
        if !tells_of_meetings {
            return Self { connectors: None, callers: [None, None], why_not: Some(WhyNot::NoMeetings) };
        }
        let of_connectors = of(connectors, Kind::Warm);
        let why_not = if connectors.is_empty() { WhyNot::NoConnectors } else { WhyNot::Few };
        let why_not = of_connectors.is_none().then_some(why_not);
        Self { connectors: of_connectors, callers: Kind::ALL.map(|kind| of(callers, kind)), why_not }
    }

    /// Of each kind; cold calls have no connector.
    pub(super) fn of_connectors(&self) -> Correlations<'_> {
        [None, self.connectors.as_ref()]
    }

    pub(super) fn of_callers(&self) -> Correlations<'_> {
        self.callers.each_ref().map(Option::as_ref)
    }

    /// In one sentence; none for a log without connectors.
    pub(super) fn sentence(&self, say: Language) -> Option<String> {
        match (&self.connectors, self.why_not) {
            (Some(known), _) => {
                let connectors = say.grouped(u64::from(known.groups));
                Some(say.connectors_alike(say.decimals(known.mean, 2), between(say, known), connectors))
            }
            (None, Some(WhyNot::Few)) => Some(say.too_few_connectors()),
            (None, _) => None,
        }
    }

    pub(super) fn show(&self, document: &mut Document) {
        let say = document.say();
        if let Some(told) = self.sentence(say) {
            document.line(told);
        }
        for kind in Kind::ALL {
            if let Some(known) = &self.callers[kind as usize] {
                let callers = say.grouped(u64::from(known.groups));
                document.line(say.callers_alike(
                    say.calls_of_kind(say.kind(kind)),
                    say.decimals(known.mean, 2),
                    between(say, known),
                    callers,
                ));
            }
        }
    }

    pub(super) fn data(&self) -> (Option<ConnectorsCorrelation>, Option<String>, CallersByKind) {
        let connectors = self.connectors.as_ref().map(|known| ConnectorsCorrelation {
            mean: known.mean,
            interval: Interval::of90(known.interval),
            connectors: known.groups,
        });
        let [cold, warm] = self.of_callers().map(|known| {
            known.map(|known| CallersCorrelation {
                mean: known.mean,
                interval: Interval::of90(known.interval),
                callers: known.groups,
            })
        });
        let callers = CallersByKind { cold, warm };
        let reason = self.why_not.map(|why| match why {
            WhyNot::NoConnectors => "the log names no connectors".to_owned(),
            WhyNot::NoMeetings => Language::English.tells_no_meetings(),
            WhyNot::Few => Language::English.too_few_connectors(),
        });
        (connectors, reason, callers)
    }
}

fn between(say: Language, known: &GroupCorrelation) -> String {
    let [low, high] = known.interval.map(|end| say.decimals(end, 2));
    say.range(low, high)
}

/// `8.3 to 17.2 %`, or a dash.
pub(super) fn describe_pooled(say: Language, correlation: Option<&GroupCorrelation>, counts: CallCounts) -> String {
    let told = pooled(correlation, counts).map(|of| span(say, [of.interval.low, of.interval.high]));
    told.unwrap_or_else(|| "–".to_owned())
}
