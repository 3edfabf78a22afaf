//! The meetings that a list of contacts will bring.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::model::{Campaign, Effort, Kind, Rates, Stop, Strategy, Supply};
use crate::numerics::{Pmf, PoissonBinomial, Probability};

/// Somebody to be called once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Contact {
    /// With this probability of a meeting held.
    Own(Probability),
    /// As likely as the rates say of this kind of call.
    OfKind(Kind),
}

/// Contacts to be called once each: some with a probability of their own that a call brings a meeting held, others of a
/// kind, whose probabilities the rates tell.
///
/// A summary that can be merged: it does not grow with the contacts, and what it tells does not depend on the order in
/// which they came, to the last bit. It can be written and read with serde.
///
/// ```
/// use outreach::{Contact, Contacts, Kind, Probability, Rates};
///
/// let mut contacts = Contacts::default();
/// contacts.push(Contact::Own(Probability::new(0.5)?));
/// contacts.push(Contact::OfKind(Kind::Cold));
/// let law = contacts.distribution(&Rates::documented())?;
/// assert!((law.mean() - 0.6).abs() < 1e-15);
/// assert!((law.at_least(2) - 0.05).abs() < 1e-15);
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contacts {
    own: PoissonBinomial,
    of_kinds: [u64; 2],
}

impl Contacts {
    /// Adds a contact.
    pub fn push(&mut self, contact: Contact) {
        match contact {
            Contact::Own(meeting) => self.own.push(meeting),
            Contact::OfKind(kind) => self.of_kinds[kind.index()] += 1,
        }
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

    /// The exact distribution of the number of meetings: that of the contacts with a probability of their own, and that
    /// of a campaign of as many cold and warm calls as there are others. An uncertain rate is the same for all of them.
    ///
    /// Costs some milliseconds for a million contacts.
    ///
    /// # Errors
    /// [`Error::NoExactDistribution`](crate::Error::NoExactDistribution) where a campaign with these uncertain rates
    /// has none; [`Error::Rejected`](crate::Error::Rejected) for more than a million contacts of the kinds.
    pub fn distribution(&self, rates: &Rates) -> Result<Pmf> {
        let own = self.own.distribution();
        let [cold, warm] = self.of_kinds;
        if cold + warm == 0 {
            return Ok(own);
        }
        let warm = u32::try_from(warm).unwrap_or(u32::MAX);
        let campaign = Campaign::new(rates.clone(), Supply::Count(warm).into(), cold.saturating_add(warm.into()))?;
        Ok(own.convolve(&campaign.exact_yield()?))
    }
}

/// The contacts that a budget of minutes is best spent on: those with the most meetings per expected minute come first,
/// and each that fits what is left of the budget is called.
///
/// # Formula
/// ```text
/// p / (attempt + p · meeting), in minutes; of equal ones the one that was told first
/// ```
/// A warm contact's attempt includes its introduction; one with a probability of its own takes that of a cold call.
///
/// It keeps all contacts: one of few minutes fits a gap that is known when all are told.
///
/// ```
/// use outreach::{BestOrder, Contact, Effort, Probability, Rates};
///
/// let mut order = BestOrder::within(60.0, &Rates::documented(), Effort::default())?;
/// for (name, p) in [("school", 0.1), ("bakery", 0.5), ("museum", 0.05)] {
///     order.push(name, Contact::Own(Probability::new(p)?));
/// }
/// // 4 + 0.5 · 30 = 19 minutes are expected for the bakery, 7 for the school, 5.5 for the museum.
/// let (first, minutes) = order.first();
/// assert_eq!((first[0].0, first[1].0, first[2].0, minutes), ("bakery", "school", "museum", 31.5));
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BestOrder<T> {
    budget: f64,
    effort: Effort,
    /// P(meeting held) of a cold and of a warm contact, on average.
    of_kinds: [f64; 2],
    told: Vec<Ranked<T>>,
}

#[derive(Debug, Clone)]
struct Ranked<T> {
    meetings_per_minute: f64,
    minutes: f64,
    contact: (T, Contact),
}

impl<T> BestOrder<T> {
    /// Within so many minutes.
    ///
    /// # Errors
    /// As [`Stop::check`] and [`Campaign::new`]; [`Error::NoExactDistribution`](crate::Error::NoExactDistribution)
    /// where the mean of a warm call is not known.
    pub fn within(minutes: f64, rates: &Rates, effort: Effort) -> Result<Self> {
        Stop::Minutes(minutes).check()?;
        let mean = |strategy| Ok(Campaign::new(rates.clone(), strategy, 1)?.exact_moments()?.mean);
        let of_kinds = [mean(Strategy::cold())?, mean(Strategy::warm())?];
        Ok(Self { budget: minutes, effort, of_kinds, told: Vec::new() })
    }

    /// Adds a contact, and what to call it.
    pub fn push(&mut self, name: T, contact: Contact) {
        let [cold, warm, meeting] = self.effort.per_attempt_and_meeting();
        let (p, attempt) = match contact {
            Contact::Own(p) => (p.get(), cold),
            Contact::OfKind(Kind::Cold) => (self.of_kinds[0], cold),
            Contact::OfKind(Kind::Warm) => (self.of_kinds[1], warm),
        };
        let minutes = attempt + p * meeting;
        let meetings_per_minute = if p > 0.0 { p / minutes } else { 0.0 };
        self.told.push(Ranked { meetings_per_minute, minutes, contact: (name, contact) });
    }

    /// The contacts in their order as far as their expected minutes fit the budget, and those minutes.
    pub fn first(mut self) -> (Vec<(T, Contact)>, f64) {
        // Stable: equal ones keep the order in which they were told.
        self.told.sort_by(|a, b| b.meetings_per_minute.total_cmp(&a.meetings_per_minute));
        let mut minutes = 0.0;
        let fits = |ranked: &Ranked<T>| {
            let fits = minutes + ranked.minutes <= self.budget * (1.0 + 1e-12);
            minutes += if fits { ranked.minutes } else { 0.0 };
            fits
        };
        let first = self.told.into_iter().filter(fits).map(|ranked| ranked.contact).collect();
        (first, minutes)
    }
}
