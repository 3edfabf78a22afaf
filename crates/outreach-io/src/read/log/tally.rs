//! Plain counts of a part of a log: a month's, a caller's, a connector's.

use outreach::{Kind, LoggedCall, Outcome};

/// The calls of each kind.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally([OfKind; Kind::ALL.len()]);

/// The calls of one kind.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct OfKind {
    pub(crate) attempts: u64,
    pub(crate) reached: u64,
    /// Those that came to an end.
    pub(crate) conversations: u64,
    pub(crate) meetings_set: u64,
}

impl Tally {
    pub(crate) fn learn(&mut self, call: LoggedCall) {
        let of_kind = &mut self.0[call.kind as usize];
        let reached = call.outcome != Outcome::NotReached;
        of_kind.attempts += 1;
        of_kind.reached += u64::from(reached);
        of_kind.conversations += u64::from(reached && call.outcome != Outcome::Open);
        of_kind.meetings_set += u64::from(call.outcome.set());
    }

    /// An open conversation ended without a meeting of its own.
    pub(crate) fn close(&mut self, call: LoggedCall) {
        self.0[call.kind as usize].conversations += 1;
    }

    pub(crate) fn of(&self, kind: Kind) -> OfKind {
        self.0[kind as usize]
    }
}
