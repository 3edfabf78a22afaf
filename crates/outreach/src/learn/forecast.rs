//! The meetings that a list of contacts will bring.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::model::{Campaign, Effort, Kind, Rates, Stop};
use crate::numerics::{Pmf, PoissonBinomial, Probability};

/// Somebody to be called.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Contact {
    /// With this probability of a meeting held.
    Own(Probability),
    /// As likely as the rates say of this kind of call.
    OfKind(Kind),
    /// The same of somebody whom this many attempts have not reached.
    CalledBefore(Kind, u32),
}

/// Contacts to be called: some with a probability of their own that a call brings a meeting held, others of a
/// kind, whose probabilities the rates tell.
///
/// A summary that can be merged: it does not grow with the contacts, and what it tells does not depend on the order in
/// which they came, to the last bit. Those of the kinds are called once each, or up to several times. It can be written and read with serde.
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
    /// Cold and warm ones with this many attempts behind them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    called: BTreeMap<u32, [u64; 2]>,
}

impl Contacts {
    /// Adds a contact.
    pub fn push(&mut self, contact: Contact) {
        match contact {
            Contact::Own(meeting) => self.own.push(meeting),
            Contact::OfKind(kind) | Contact::CalledBefore(kind, 0) => self.of_kinds[kind.index()] += 1,
            Contact::CalledBefore(kind, attempts) => self.called.entry(attempts).or_default()[kind.index()] += 1,
        }
    }

    /// Adds the contacts of another list.
    pub fn merge(&mut self, other: &Self) {
        self.own.merge(&other.own);
        let add = |own: &mut [u64; 2], more: [u64; 2]| own.iter_mut().zip(more).for_each(|(own, more)| *own += more);
        add(&mut self.of_kinds, other.of_kinds);
        other.called.iter().for_each(|(attempts, more)| add(self.called.entry(*attempts).or_default(), *more));
    }

    /// The number of contacts.
    pub fn contacts(&self) -> u64 {
        let of_kinds = Kind::ALL.into_iter().map(|kind| self.of_kind(kind));
        of_kinds.fold(self.own.contacts(), u64::saturating_add)
    }

    /// The number of contacts of a kind.
    pub fn of_kind(&self, kind: Kind) -> u64 {
        let called = self.called.values().map(|contacts| contacts[kind.index()]);
        called.fold(self.of_kinds[kind.index()], u64::saturating_add)
    }

    /// Whether attempts have been made at some of them.
    pub fn were_called(&self) -> bool {
        !self.called.is_empty()
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
        self.distribution_of_attempts(rates, 1)
    }

    /// The same where each contact of a kind is called up to this many times from now on, until a conversation. Whoever was
    /// not reached before is worth less: [`Campaign::of_called`].
    ///
    /// ```
    /// use outreach::{Contact, Contacts, Kind, Parameter, Probability, Rates};
    ///
    /// let rates = Rates::documented()
    ///     .with(Parameter::ColdReach, Probability::new(0.08)?)
    ///     .with(Parameter::ColdReachable, Probability::new(0.5)?);
    /// let mut contacts = Contacts::default();
    /// (0..100).for_each(|_| contacts.push(Contact::CalledBefore(Kind::Cold, 3)));
    /// assert!((contacts.distribution(&rates)?.mean() - 0.595_419).abs() < 1e-6);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`Contacts::distribution`], and [`Error::Rejected`](crate::Error::Rejected) for more than
    /// [`Campaign::MAX_ATTEMPTS`] attempts, behind a contact or before it.
    pub fn distribution_of_attempts(&self, rates: &Rates, max_attempts: u32) -> Result<Pmf> {
        let own = self.own.distribution();
        let groups = Kind::ALL.map(|kind| {
            let called = self.called.iter().map(|(attempts, contacts)| (*attempts, contacts[kind.index()]));
            let first = std::iter::once((0, self.of_kinds[kind.index()]));
            first.chain(called).filter(|(_, contacts)| *contacts > 0).collect::<Vec<_>>()
        });
        if groups.iter().all(Vec::is_empty) {
            return Ok(own);
        }
        let campaign = Campaign::of_called(rates.clone(), [&groups[0], &groups[1]], max_attempts)?;
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
/// A warm contact's attempt includes its introduction, unless it was called before; one with a probability of its own takes
/// that of a cold call. Of several attempts, those that are expected.
///
/// It keeps all contacts: one of few minutes fits a gap that is known when all are there.
///
/// ```
/// use outreach::{BestOrder, Contact, Effort, Probability, Rates};
///
/// let mut order = BestOrder::within(60.0, &Rates::documented(), Effort::default())?;
/// for (name, p) in [("school", 0.1), ("bakery", 0.5), ("museum", 0.05)] {
///     order.push(name, Contact::Own(Probability::new(p)?))?;
/// }
/// // 4 + 0.5 · 30 = 19 minutes are expected for the bakery, 7 for the school, 5.5 for the museum.
/// let (first, minutes) = order.first();
/// assert_eq!((first[0].0, first[1].0, first[2].0, minutes), ("bakery", "school", "museum", 31.5));
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BestOrder<T> {
    budget: f64,
    rates: Rates,
    effort: Effort,
    max_attempts: u32,
    /// P(meeting held) and minutes of a contact of a kind with this many attempts behind it, on average.
    of_kinds: BTreeMap<(usize, u32), [f64; 2]>,
    told: Vec<Ranked<T>>,
}

#[derive(Debug, Clone)]
struct Ranked<T> {
    meetings_per_minute: f64,
    minutes: f64,
    contact: (T, Contact),
}

impl<T> BestOrder<T> {
    /// Within this many minutes.
    ///
    /// # Errors
    /// As [`Stop::check`] and [`Campaign::new`]; [`Error::NoExactDistribution`](crate::Error::NoExactDistribution)
    /// where the mean of a warm call is not known.
    pub fn within(minutes: f64, rates: &Rates, effort: Effort) -> Result<Self> {
        Stop::Minutes(minutes).check()?;
        let (rates, of_kinds) = (rates.clone(), BTreeMap::new());
        let mut order = Self { budget: minutes, rates, effort, max_attempts: 1, of_kinds, told: Vec::new() };
        for kind in 0..2 {
            order.of_kind(kind, 0)?;
        }
        Ok(order)
    }

    /// The same where each contact of a kind is called up to this many times.
    #[must_use]
    pub fn of_attempts(mut self, max_attempts: u32) -> Self {
        (self.max_attempts, self.of_kinds) = (max_attempts, BTreeMap::new());
        self
    }

    /// Adds a contact, and what to call it.
    ///
    /// # Errors
    /// As [`BestOrder::within`], where attempts have been made or several are to be made.
    pub fn push(&mut self, name: T, contact: Contact) -> Result<()> {
        let [cold, _, meeting] = self.effort.per_attempt_and_meeting();
        let (p, minutes) = match contact {
            Contact::Own(p) => (p.get(), cold + p.get() * meeting),
            Contact::OfKind(kind) => self.of_kind(kind.index(), 0)?,
            Contact::CalledBefore(kind, attempts) => self.of_kind(kind.index(), attempts)?,
        };
        let meetings_per_minute = if p > 0.0 { p / minutes } else { 0.0 };
        self.told.push(Ranked { meetings_per_minute, minutes, contact: (name, contact) });
        Ok(())
    }

    /// P(meeting held) and the expected minutes of a contact of a kind with this many attempts behind it.
    fn of_kind(&mut self, kind: usize, behind: u32) -> Result<(f64, f64)> {
        if let Some(&[p, minutes]) = self.of_kinds.get(&(kind, behind)) {
            return Ok((p, minutes));
        }
        let one: &[(u32, u64)] = &[(behind, 1)];
        let contacts = if kind == Kind::Cold.index() { [one, &[]] } else { [&[], one] };
        let campaign =
            Campaign::of_called(self.rates.clone(), contacts, self.max_attempts)?.with_effort(self.effort)?;
        let (p, minutes) = (campaign.exact_moments()?.mean, campaign.exact_minutes()?);
        self.of_kinds.insert((kind, behind), [p, minutes]);
        Ok((p, minutes))
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
