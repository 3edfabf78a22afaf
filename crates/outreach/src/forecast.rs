//! The meetings that a list of contacts will bring.

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
