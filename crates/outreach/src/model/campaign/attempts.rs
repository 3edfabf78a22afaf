//! Which attempts a campaign makes, as far as that is planned.

use crate::model::stop::Spent;
use crate::model::{Campaign, Kind, Stop, Supply};

impl Campaign {
    /// The number of warm attempts. Without a stop and a pool they come first, and all are made; under a stop it is the
    /// most there can be, with a pool all calls.
    pub fn warm_attempts(&self) -> u32 {
        match self.strategy().supply() {
            Supply::Share(share) => share.of(self.calls()),
            Supply::Count(count) => count,
            Supply::Pool(_) => self.calls(),
        }
    }

    /// The number of cold attempts; under a stop or with a pool the most there can be.
    pub fn cold_attempts(&self) -> u32 {
        match self.strategy().supply() {
            Supply::Pool(_) => self.calls(),
            _ => self.calls() - self.warm_attempts(),
        }
    }

    /// The number of attempts of a kind; under a stop or with a pool the most there can be.
    pub fn attempts(&self, kind: Kind) -> u32 {
        match kind {
            Kind::Cold => self.cold_attempts(),
            Kind::Warm => self.warm_attempts(),
        }
    }

    /// Whether chance has no say in whom is called: no stop and no pool. With several attempts per contact it has one in how
    /// often.
    pub fn is_planned(&self) -> bool {
        self.stop() == Stop::Calls && self.pool().is_none()
    }

    /// The kind of attempt 1, 2, 3, … where nothing stops them; all cold with a pool.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = Kind> + use<> {
        let (share, count) = match self.strategy().supply() {
            Supply::Share(share) => (Some(share), 0),
            Supply::Count(count) => (None, count as usize),
            Supply::Pool(_) => (None, 0),
        };
        let shared = share.into_iter().flat_map(crate::model::strategy::Share::steps);
        let counted = std::iter::repeat_n(true, count).chain(std::iter::repeat(false));
        shared.chain(counted).map(|warm| if warm { Kind::Warm } else { Kind::Cold })
    }

    /// The first this many calls of it, with nothing that stops them.
    pub(crate) fn first_calls(&self, calls: u32) -> Self {
        let supply = match self.strategy().supply() {
            Supply::Count(count) => Supply::Count(count.min(calls)),
            other => other,
        };
        let strategy = crate::model::strategy::Strategy::new(self.strategy().name().to_owned(), supply);
        Self { calls, stop: Stop::Calls, strategy, ..self.clone() }
    }

    /// How many attempts fit a budget if k − 1 meetings are held before the last of them, for k = 1, 2, … as long as k
    /// meetings can be held in them.
    ///
    /// The k-th meeting is held within the budget if and only if it is held within this many calls: more of them, or more
    /// meetings before, only take more minutes.
    pub(crate) fn calls_within(&self, budget: f64) -> Vec<u32> {
        let made = self.made_within(budget);
        let within = (0..).map(|meetings| self.fitting(&made, meetings, budget));
        (1..).zip(within).take_while(|(meetings, calls)| calls >= meetings).map(|(_, calls)| calls).collect()
    }

    /// How many attempts fit a budget if this many meetings are held before the last of them.
    pub(crate) fn calls_before(&self, meetings: u32, budget: f64) -> u32 {
        self.fitting(&self.made_within(budget), meetings, budget)
    }

    /// Attempts made, cold and warm, after one attempt, two, … as long as they fit a budget without a meeting.
    fn made_within(&self, budget: f64) -> Vec<[u32; 2]> {
        let mut attempts = [0, 0];
        let made = self.kinds().take(self.calls() as usize).map(|kind| {
            attempts[kind.index()] += 1;
            attempts
        });
        made.take_while(|&attempts| Spent { attempts, ..Spent::default() }.fits(self.effort(), budget)).collect()
    }

    fn fitting(&self, made: &[[u32; 2]], meetings: u32, budget: f64) -> u32 {
        made.partition_point(|&attempts| Spent { attempts, meetings, ..Spent::default() }.fits(self.effort(), budget))
            as u32
    }

    /// The fewest and the most meetings that can be held at all: all of the calls that cannot fail, all that can succeed.
    pub fn possible_meetings(&self) -> std::ops::RangeInclusive<u32> {
        let calls = |counts: fn(f64) -> bool| -> u32 {
            let counting = Kind::ALL.into_iter().filter(|&kind| counts(self.tree(kind).held().get()));
            counting.map(|kind| self.attempts(kind)).sum::<u32>().min(self.calls())
        };
        let most = calls(|held| held > 0.0);
        let fewest = if self.is_planned() { calls(|held| held >= 1.0) } else { 0 };
        match self.stop() {
            Stop::Calls => fewest..=most,
            Stop::Meetings(meetings) => fewest..=most.min(meetings),
            Stop::Minutes(minutes) if self.pool().is_none() && self.max_attempts() == 1 => {
                0..=most.min(self.calls_within(minutes).len() as u32)
            }
            Stop::Minutes(_) => 0..=most,
        }
    }
}
