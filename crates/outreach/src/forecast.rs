//! The meetings that a list of contacts will bring.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::{Campaign, Kind, Pmf, PoissonBinomial, Probability, Rates, Result, Supply};

/// Contacts to be called once each: some with a probability of their own that a call brings a meeting held, others of a
/// kind, whose odds the rates tell.
///
/// A summary that can be merged: it does not grow with the contacts.
///
/// ```
/// use outreach::{Contacts, Kind, Probability, Rates};
///
/// let mut contacts = Contacts::default();
/// contacts.push(Probability::new(0.5)?);
/// contacts.push_kind(Kind::Cold);
/// let law = contacts.law(&Rates::documented())?;
/// assert!((law.mean() - 0.6).abs() < 1e-15);
/// assert!((law.at_least(2) - 0.05).abs() < 1e-15);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Contacts {
    own: PoissonBinomial,
    of_kinds: [u64; 2],
}

impl Contacts {
    /// Adds a contact with this probability of a meeting held.
    pub fn push(&mut self, meeting: Probability) {
        self.own.push(meeting);
    }

    /// Adds a contact of a kind.
    pub fn push_kind(&mut self, kind: Kind) {
        self.of_kinds[kind.index()] += 1;
    }

    /// Adds the contacts of another list.
    pub fn merge(&mut self, other: &Self) {
        self.own.merge(&other.own);
        self.of_kinds.iter_mut().zip(other.of_kinds).for_each(|(own, more)| *own += more);
    }

    /// The number of contacts.
    pub fn contacts(&self) -> u64 {
        self.own.contacts() + self.of_kinds.iter().sum::<u64>()
    }

    /// The number of contacts of a kind.
    pub fn of_kind(&self, kind: Kind) -> u64 {
        self.of_kinds[kind.index()]
    }

    /// The exact law of the number of meetings: that of the contacts with a probability of their own, and that of a
    /// campaign of as many cold and warm calls as there are others. An uncertain rate is the same for all of them.
    ///
    /// Costs some milliseconds for a million contacts.
    ///
    /// # Errors
    /// [`Error::NoExactLaw`](crate::Error::NoExactLaw) where a campaign with these uncertain rates has none;
    /// [`Error::Rejected`](crate::Error::Rejected) for more than a million contacts of the kinds.
    pub fn law(&self, rates: &Rates) -> Result<Pmf> {
        let own = self.own.law();
        let [cold, warm] = self.of_kinds;
        if cold + warm == 0 {
            return Ok(own);
        }
        let warm = u32::try_from(warm).unwrap_or(u32::MAX);
        let campaign = Campaign::new(rates.clone(), Supply::Count(warm).into(), cold.saturating_add(warm.into()))?;
        Ok(own.convolve(&campaign.exact_yield()?))
    }
}

/// The contacts that a budget of minutes is best spent on: those with the most meetings per expected minute come first.
///
/// # Formula
/// ```text
/// p / (attempt + p · meeting), in minutes; of equal ones the one that was told first
/// ```
/// It keeps no more contacts than the budget can pay for.
///
/// ```
/// use outreach::{BestOrder, Probability};
///
/// let mut order = BestOrder::within(60.0);
/// for (name, p) in [("school", 0.1), ("bakery", 0.5), ("museum", 0.05)] {
///     order.push(name, Probability::new(p)?, 4.0, 30.0);
/// }
/// // 4 + 0.5 · 30 = 19 minutes are expected for the bakery, 7 for the school, 5.5 for the museum.
/// assert_eq!(order.first(), (vec!["bakery", "school", "museum"], 31.5));
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BestOrder<T> {
    budget: f64,
    minutes: f64,
    kept: BinaryHeap<Ranked<T>>,
    told: u64,
}

/// The last one of the order is the greatest.
#[derive(Debug, Clone)]
struct Ranked<T> {
    meetings_per_minute: f64,
    number: u64,
    minutes: f64,
    contact: T,
}

impl<T> Ord for Ranked<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.meetings_per_minute.total_cmp(&self.meetings_per_minute).then(self.number.cmp(&other.number))
    }
}

impl<T> PartialOrd for Ranked<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> PartialEq for Ranked<T> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<T> Eq for Ranked<T> {}

impl<T> BestOrder<T> {
    /// Within so many minutes.
    pub fn within(minutes: f64) -> Self {
        Self { budget: minutes, minutes: 0.0, kept: BinaryHeap::new(), told: 0 }
    }

    /// Adds a contact with its probability of a meeting held, and the minutes of the attempt and of a meeting.
    pub fn push(&mut self, contact: T, meeting: Probability, attempt_minutes: f64, meeting_minutes: f64) {
        let p = meeting.get();
        let minutes = attempt_minutes + p * meeting_minutes;
        let meetings_per_minute = if p > 0.0 { p / minutes } else { 0.0 };
        self.kept.push(Ranked { meetings_per_minute, number: self.told, minutes, contact });
        self.told += 1;
        self.minutes += minutes;
        // What comes after a full budget is not reached.
        while self.kept.peek().is_some_and(|last| last.minutes > 0.0 && self.minutes - last.minutes >= self.budget) {
            self.minutes -= self.kept.pop().map_or(0.0, |last| last.minutes);
        }
    }

    /// The contacts in their order as long as their expected minutes fit the budget, and those minutes.
    pub fn first(self) -> (Vec<T>, f64) {
        let mut minutes = 0.0;
        let fits = |ranked: &Ranked<T>| {
            let fits = minutes + ranked.minutes <= self.budget * (1.0 + 1e-12);
            minutes += if fits { ranked.minutes } else { 0.0 };
            fits
        };
        let first = self.kept.into_sorted_vec().into_iter().take_while(fits).map(|ranked| ranked.contact).collect();
        (first, minutes)
    }
}
