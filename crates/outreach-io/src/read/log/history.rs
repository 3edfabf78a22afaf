//! What the calls of a log tell in the order of time.

use chrono::DateTime;
use outreach::Outcome;

use super::Entry;
use crate::read::hashes::{ByHash, Doubles, quick_hash};

const DAY: i64 = 86_400;

/// The calls so far.
#[derive(Debug, Default)]
pub(super) struct History {
    calls: u64,
    first: i64,
    last: i64,
    gap: Option<Gap>,
    doubles: Doubles,
    meetings: Meetings,
}

/// The meetings so far.
#[derive(Debug, Default)]
struct Meetings {
    all: u64,
    /// Of contacts who had one before: it may be the same one.
    again: u64,
    /// Those of them that were held or missed, where the row before tells of a meeting that is still to come.
    became: u64,
    /// How the last row with a meeting of each contact ended, and when it was.
    last: ByHash<u32, (Outcome, Option<i64>)>,
}

impl Meetings {
    fn add(&mut self, Entry { call, at, contact, .. }: &Entry) {
        let outcome = call.outcome;
        if !outcome.set() {
            return;
        }
        self.all += 1;
        let Some((before, then)) = contact.and_then(|contact| self.last.insert(contact, (outcome, *at))) else {
            return;
        };
        // The same row again is another doubt.
        if before != outcome || at.is_none() || then != *at {
            self.again += 1;
            self.became += u64::from(before == Outcome::Set && outcome != Outcome::Set);
        }
    }
}

/// The longest time without a call.
#[derive(Debug)]
struct Gap {
    from: i64,
    to: i64,
    /// The calls before.
    before: u64,
}

impl History {
    pub(super) fn add(&mut self, entry: &Entry) {
        self.meetings.add(entry);
        let Some(at) = entry.at.filter(|at| *at > i64::MIN) else { return };
        if self.calls == 0 {
            self.first = at;
        } else if self.gap.as_ref().is_none_or(|gap| at - self.last > gap.to - gap.from) {
            self.gap = Some(Gap { from: self.last, to: at, before: self.calls });
        }
        self.calls += 1;
        self.last = at;
        // At midnight stands what has no time.
        if let (Some(contact), false) = (entry.contact, at % DAY == 0) {
            let call = [at / 60, i64::from(contact), entry.call.outcome as i64];
            self.doubles.add(call.iter().fold(0, |hash, part| quick_hash(&(hash ^ *part as u64).to_le_bytes())));
        }
    }

    /// About this many calls are of the same person, in the same minute and with the same outcome, as others.
    pub(super) fn again(&self) -> u64 {
        self.doubles.met()
    }

    /// How many meetings are of contacts who had one before. None where so few may be further meetings, unless rows tell what became of
    /// the first one, and no column does.
    pub(super) fn meetings_again(&self, has_column: bool) -> Option<u64> {
        let Meetings { all, again, became, .. } = self.meetings;
        (again > 2 && 20 * again >= all || became > 0 && !has_column).then_some(again)
    }

    /// How many of the first or the last calls are further from all others than these are from each other, and by more than half a
    /// year; and the day of one of them: `2030`, where `2026` was meant, or what is still to come.
    pub(super) fn far_away(&self) -> Option<(u64, String)> {
        let gap = self.gap.as_ref()?;
        let length = gap.to - gap.from;
        let most = if length > 730 * DAY { self.calls / 3 } else { self.calls / 10 }.max(1);
        let behind = self.calls - gap.before;
        let is_far =
            |many: u64, span_of_others: i64| many <= most && many < self.calls - many && length > span_of_others;
        let (many, at) = match () {
            () if length <= 183 * DAY => return None,
            () if is_far(behind, gap.from - self.first) => (behind, gap.to),
            () if is_far(gap.before, self.last - gap.to) => (gap.before, self.first),
            () => return None,
        };
        Some((many, DateTime::from_timestamp(at, 0)?.date_naive().to_string()))
    }
}
