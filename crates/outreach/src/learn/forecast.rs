//! The meetings that a list of contacts will bring.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::contact_yield::ContactYield;
use crate::error::{Error, Result};
use crate::model::{Campaign, Kind, Rates};
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
/// let distribution = contacts.distribution(&Rates::documented())?;
/// assert!((distribution.mean() - 0.6).abs() < 1e-15);
/// assert!((distribution.at_least(2) - 0.05).abs() < 1e-15);
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
        let Some(campaign) = self.of_the_kinds(rates, max_attempts)? else { return Ok(own) };
        Ok(own.convolve(&campaign.exact_yield()?))
    }

    /// The same, and averaged over drawn worlds where there is no exact distribution.
    ///
    /// ```
    /// use outreach::{Beta, Contact, Contacts, Kind, Parameter, Rates, Reading};
    ///
    /// let rates = Rates::documented().with(Parameter::IncidentRate, Beta::new(2.0, 8.0)?).with_reading(Reading::Overall);
    /// let mut contacts = Contacts::default();
    /// (0..50).for_each(|_| contacts.push(Contact::OfKind(Kind::Warm)));
    /// let yields = contacts.yields(&rates, 1)?;
    /// assert!(contacts.distribution(&rates).is_err() && !yields.is_exact());
    /// assert!(yields.std_error(|yields| yields.mean()).is_some_and(|error| error < 0.1));
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Rejected`](crate::Error::Rejected) as [`Contacts::distribution_of_attempts`].
    pub fn yields(&self, rates: &Rates, max_attempts: u32) -> Result<ContactYield> {
        let own = self.own.distribution();
        let Some(campaign) = self.of_the_kinds(rates, max_attempts)? else { return Ok(ContactYield::exact(own)) };
        match campaign.exact_yield() {
            Ok(of_kinds) => Ok(ContactYield::exact(own.convolve(&of_kinds))),
            Err(Error::NoExactDistribution { .. }) => Ok(ContactYield::averaged(&own, &campaign)),
            Err(error) => Err(error),
        }
    }

    /// A campaign of the contacts of the kinds, if there are any.
    fn of_the_kinds(&self, rates: &Rates, max_attempts: u32) -> Result<Option<Campaign>> {
        let groups = Kind::ALL.map(|kind| {
            let called = self.called.iter().map(|(attempts, contacts)| (*attempts, contacts[kind.index()]));
            let first = std::iter::once((0, self.of_kinds[kind.index()]));
            first.chain(called).filter(|(_, contacts)| *contacts > 0).collect::<Vec<_>>()
        });
        if groups.iter().all(Vec::is_empty) {
            return Ok(None);
        }
        Campaign::of_called(rates.clone(), [&groups[0], &groups[1]], max_attempts).map(Some)
    }
}
