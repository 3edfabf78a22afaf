//! Contacts who were called before and not reached.

use super::Campaign;
use crate::error::{Error, Result};
use crate::model::kind::Kind;
use crate::model::parameter::Parameter;
use crate::model::rates::Rates;
use crate::model::rounds::ReachByAttempt;
use crate::model::strategy::Supply;

/// Contacts who have as many attempts behind them, none of which reached them, and as many before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Called {
    pub(crate) contacts: u32,
    pub(crate) behind: u32,
    pub(crate) left: u32,
}

impl Called {
    /// P(a conversation in the attempts left).
    pub(crate) fn reached(self, reach: ReachByAttempt) -> f64 {
        reach.after(self.behind).reached_by(self.left)
    }
}

impl Campaign {
    /// A campaign of contacts of whom some were called before and not reached, each called up to this many times more: of cold and
    /// of warm ones, attempts behind them and how many contacts have as many.
    ///
    /// Whoever was not reached in k attempts is reached by the next one with `h_(k + 1)`: [`ReachByAttempt::after`].
    ///
    /// ```
    /// use outreach::{Campaign, Parameter, Probability, Rates};
    ///
    /// let rates = Rates::documented()
    ///     .with(Parameter::ColdReach, Probability::new(0.08)?)
    ///     .with(Parameter::ColdReachable, Probability::new(0.5)?);
    /// let campaign = Campaign::of_called(rates, [&[(0, 100), (3, 200)], &[]], 1)?;
    /// // A first attempt brings 0.8 meetings per 100 calls, a fourth one 0.595.
    /// assert!((campaign.exact_yield()?.mean() - 0.8 - 2.0 * 0.595_419).abs() < 1e-6);
    /// # Ok::<(), outreach::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`CampaignBuilder::build`](super::CampaignBuilder::build); [`Error::Rejected`] for more than [`Campaign::MAX_ATTEMPTS`] attempts behind a contact.
    pub fn of_called(rates: Rates, contacts: [&[(u32, u64)]; 2], max_attempts: u32) -> Result<Self> {
        let all = contacts.map(|of_kind| of_kind.iter().map(|(_, contacts)| contacts).sum::<u64>());
        let warm = u32::try_from(all[1]).unwrap_or(u32::MAX);
        let campaign = Campaign::contacts(all[0].saturating_add(all[1]))
            .max_attempts(max_attempts)
            .strategy(Supply::Count(warm).into())
            .rates(rates)
            .build()?;
        let most = contacts.iter().flat_map(|of_kind| of_kind.iter().map(|(behind, _)| *behind)).max().unwrap_or(0);
        if most > Self::MAX_ATTEMPTS {
            return Err(Error::rejected("attempts", most, "a number of attempts at a contact (0 to 1,000)"));
        }
        if most == 0 {
            return Ok(campaign);
        }
        let called = contacts.map(|of_kind| {
            let groups = of_kind.iter().filter(|(_, contacts)| *contacts > 0);
            let group =
                |&(behind, contacts): &(u32, u64)| Called { contacts: contacts as u32, behind, left: max_attempts };
            groups.map(group).collect()
        });
        campaign.with_called(called)
    }

    /// The same with these contacts, who are as many as it has of each kind.
    pub(crate) fn with_called(mut self, called: [Vec<Called>; 2]) -> Result<Self> {
        self.rates = self.rates.with_reach_of_tables();
        let mut errors: Vec<_> = Kind::ALL.into_iter().filter_map(|kind| self.unreachable(kind)).collect();
        for kind in Kind::ALL {
            let reach = self.rates.world_at(&[]).reach_by_attempt(kind);
            let impossible = |group: &&Called| reach.open_after(group.behind) <= 0.0;
            if let Some(group) = called[kind.index()].iter().find(impossible) {
                let accepted = format!("possible: with {} = 1 nobody is left: set what it is", Parameter::reach(kind));
                let field = format!("attempts in vain at a {} contact", kind.key());
                errors.push(Error::rejected(&field, group.behind, &accepted));
            }
        }
        Error::all(errors)?;
        self.max_attempts = called.iter().flatten().map(|group| group.left).max().unwrap_or(1);
        self.called = called;
        self.trees = self.trees_at(&[]);
        Ok(self)
    }

    /// Whether somebody may have a second attempt, now or before: else the share that can be reached is without effect.
    pub fn calls_again(&self) -> bool {
        self.max_attempts > 1 || self.was_called()
    }

    /// Whether some contacts were called before.
    pub fn was_called(&self) -> bool {
        !self.called.iter().all(Vec::is_empty)
    }

    /// Its contacts of a kind by the attempts behind and before them.
    pub(crate) fn called(&self, kind: Kind) -> Vec<Called> {
        let contacts = self.attempts(kind);
        match self.called[kind.index()].as_slice() {
            [] if contacts == 0 => Vec::new(),
            [] => vec![Called { contacts, behind: 0, left: self.max_attempts }],
            groups => groups.to_vec(),
        }
    }

    /// Its contacts of a kind in that world by the attempts behind and before them, with P(a conversation) of each.
    pub(crate) fn reached_by_group(&self, kind: Kind, drawn: &[(Parameter, f64)]) -> Vec<(u32, f64)> {
        let reach = self.rates.world_at(drawn).reach_by_attempt(kind);
        self.called(kind).into_iter().map(|group| (group.contacts, group.reached(reach))).collect()
    }

    /// P(a conversation with a contact), on average over those of a kind.
    pub(super) fn mean_reach(&self, kind: Kind, reach: ReachByAttempt) -> f64 {
        let groups = &self.called[kind.index()];
        let contacts: u32 = groups.iter().map(|group| group.contacts).sum();
        let reached = |group: &Called| f64::from(group.contacts) * group.reached(reach);
        groups.iter().map(reached).sum::<f64>() / f64::from(contacts.max(1))
    }
}
