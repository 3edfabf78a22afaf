//! A campaign put together from what was said of it.

use super::Campaign;
use crate::error::{Error, Result};
use crate::model::{Effort, Rates, Stop, Strategy};

/// What a campaign is to be: made by [`Campaign::contacts`], checked by [`CampaignBuilder::build`].
#[derive(Debug, Clone)]
#[must_use = "`build` makes the campaign"]
pub struct CampaignBuilder {
    contacts: u64,
    max_attempts: u32,
    strategy: Strategy,
    rates: Rates,
    connectors: Option<u32>,
    effort: Effort,
    stop: Stop,
}

impl Campaign {
    /// A campaign of this many contacts: unless said otherwise each is called once, half of them are recommended, and the rates are
    /// the documented ones.
    ///
    /// Their first attempts reach as many as a table of attempts tells, where the rates have one.
    ///
    /// With several attempts the calls go in rounds: in each, every contact who is still open is attempted once, the recommended
    /// ones first, until a conversation, whatever that brings.
    ///
    /// ```
    /// use outreach::{Campaign, Parameter, Probability, Rates, Strategy};
    ///
    /// let rates = Rates::documented()
    ///     .with(Parameter::ColdReach, Probability::new(0.08)?)
    ///     .with(Parameter::ColdReachable, Probability::new(0.5)?);
    /// let campaign = Campaign::contacts(300).max_attempts(4).strategy(Strategy::cold()).rates(rates).build()?;
    /// assert!((campaign.exact_yield()?.mean() - 7.531_930).abs() < 1e-6);
    /// assert!((campaign.attempts_made()?.mean - 1_070.745_6).abs() < 1e-4);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    pub fn contacts(contacts: u64) -> CampaignBuilder {
        CampaignBuilder {
            contacts,
            max_attempts: 1,
            strategy: Strategy::mixed(),
            rates: Rates::documented(),
            connectors: None,
            effort: Effort::default(),
            stop: Stop::Calls,
        }
    }
}

impl CampaignBuilder {
    /// The most attempts at each contact.
    pub fn max_attempts(self, max_attempts: u32) -> Self {
        Self { max_attempts, ..self }
    }

    /// How many of the contacts are recommended, and when they are called.
    pub fn strategy(self, strategy: Strategy) -> Self {
        Self { strategy, ..self }
    }

    /// The rates.
    pub fn rates(self, rates: Rates) -> Self {
        Self { rates, ..self }
    }

    /// The number of people whom the recommendations come from: [`Campaign::with_connectors`].
    pub fn connectors(self, count: u32) -> Self {
        Self { connectors: Some(count), ..self }
    }

    /// The minutes that calls and meetings take.
    pub fn effort(self, effort: Effort) -> Self {
        Self { effort, ..self }
    }

    /// What stops it; its contacts are then the most.
    pub fn until(self, stop: Stop) -> Self {
        Self { stop, ..self }
    }

    /// The campaign.
    ///
    /// # Errors
    /// All that is wrong with a field by itself: a number of contacts outside 1 to 1,000,000, and what [`Campaign::new`],
    /// [`Effort::check`] and [`Stop::check`] refuse. Then all that does not go together: [`Campaign::with_max_attempts`] and
    /// [`Campaign::with_connectors`].
    pub fn build(self) -> Result<Campaign> {
        let alone = if (1..=u64::from(Campaign::MAX_CALLS)).contains(&self.contacts) {
            Campaign::new(self.rates.with_reach_of_tables(), self.strategy, self.contacts)
        } else {
            Err(Error::rejected("contacts", self.contacts, "a number of contacts (1 to 1,000,000)"))
        };
        let wrong = [alone.as_ref().err().cloned(), self.effort.check().err(), self.stop.check().err()];
        Error::all(wrong.into_iter().flatten().collect())?;
        let alone = Campaign { effort: self.effort, stop: self.stop, ..alone? };
        let called = alone.clone().with_max_attempts(self.max_attempts);
        let Some(count) = self.connectors else { return called };
        let connected = called.clone().unwrap_or(alone).with_connectors(count);
        Error::all(called.err().into_iter().chain(connected.as_ref().err().cloned()).collect())?;
        connected
    }
}
