//! The rest of a campaign, after what it has brought so far.

use super::rate_draws::kept_share;
use crate::error::{Error, Result};
use crate::model::{AttemptTable, Called, Campaign, Kind, Progress, Strategy, Supply};

impl Campaign {
    /// The rest of this campaign after what it has brought so far. The uncertain rates are those that the outcomes
    /// leave: every world counts as its likelihood. Known rates stay what they are.
    ///
    /// # Errors
    /// [`Error::Rejected`] if chance has a say in which attempts are made ([`Campaign::is_planned`]); if more attempts
    /// were made than were planned, or nothing is left to do. [`Error::Unlikely`] if fewer than one world in ten thousand would
    /// be kept by rejection.
    pub fn after(&self, so_far: Progress) -> Result<Self> {
        if !self.is_planned() {
            let this = if self.pool().is_some() { "one with a pool of referrals" } else { "one with a stop" };
            return Err(Error::rejected(
                "campaign",
                this,
                "one whose calls of each kind are planned, so that the rest is known",
            ));
        }
        if self.calls_again() || so_far.rounds(Kind::Cold).is_some() {
            return self.after_rounds(so_far);
        }
        let mut errors = Vec::new();
        for kind in Kind::ALL {
            let (made, planned) = (so_far.attempts(kind), self.attempts(kind));
            if made > planned {
                let accepted = format!("a number of attempts made of {planned} planned ones");
                errors.push(Error::rejected(&format!("so far, {}", kind.key()), made, &accepted));
            }
        }
        Error::all(errors)?;
        let left = Kind::ALL.map(|kind| self.attempts(kind) - so_far.attempts(kind));
        if left == [0, 0] {
            return Err(Error::rejected("so far", so_far.all_attempts(), "fewer attempts than were planned"));
        }
        let strategy = Strategy::new(self.strategy().name().to_owned(), Supply::Count(left[1]));
        let rest = self.anew(strategy, left[0] + left[1])?;
        // The rest of a rest knows all that came before.
        let so_far = self.so_far().map_or(so_far.clone(), |before| before.and(&so_far));
        rest.with_so_far(so_far).unless_unlikely()
    }

    /// Its contacts who are still open, each with the attempts behind it.
    fn after_rounds(&self, so_far: Progress) -> Result<Self> {
        let first = self.max_attempts() > 1 && !self.was_called();
        let mut errors = Vec::new();
        let open = Kind::ALL.map(|kind| match so_far.rounds(kind) {
            Some(table) if first => self.open_after(kind, table).unwrap_or_else(|error| {
                errors.push(error);
                Vec::new()
            }),
            _ => Vec::new(),
        });
        if !first || so_far.rounds(Kind::Cold).is_none() {
            let (this, accepted) = if first {
                ("attempts and meetings alone", "what each round brought: how many of how many contacts were reached")
            } else {
                ("rounds", "attempts and meetings alone, where nobody is called twice or a rest is continued")
            };
            errors.push(Error::rejected("so far", this, accepted));
        }
        Error::all(errors)?;
        let left = open.each_ref().map(|groups| groups.iter().map(|group| group.contacts).sum::<u32>());
        if left == [0, 0] {
            return Err(Error::rejected("so far", so_far.all_attempts(), "fewer attempts than were planned"));
        }
        let strategy = Strategy::new(self.strategy().name().to_owned(), Supply::Count(left[1]));
        let rest = self.anew(strategy, left[0] + left[1])?;
        rest.with_called(open)?.with_so_far(so_far).unless_unlikely()
    }

    /// Contacts of a kind by the attempts behind them, who have some before them.
    fn open_after(&self, kind: Kind, table: &AttemptTable) -> Result<Vec<Called>> {
        let (contacts, most) = (u64::from(self.attempts(kind)), self.max_attempts());
        let field = format!("so far, {}", kind.key());
        if table.contacts() > contacts {
            let accepted = format!("a number of contacts called of {contacts} planned ones");
            return Err(Error::rejected(&field, table.contacts(), &accepted));
        }
        if table.at_risk().len() > most as usize {
            return Err(Error::rejected(&field, table.at_risk().len(), &format!("up to {most} rounds, as planned")));
        }
        let open = std::iter::once(contacts).chain(table.shares().map(|(at_risk, reached)| (at_risk - reached) as u64));
        let called_next = table.at_risk().iter().copied().chain(std::iter::once(0));
        let groups = (0..most).zip(open.zip(called_next)).map(|(behind, (open, next))| Called {
            contacts: (open - next) as u32,
            behind,
            left: most - behind,
        });
        Ok(groups.filter(|group| group.contacts > 0).collect())
    }

    fn unless_unlikely(self) -> Result<Self> {
        let Some(so_far) = self.so_far().filter(|_| self.is_updated()) else { return Ok(self) };
        let kept = kept_share(&self);
        if kept >= Self::LEAST_KEPT {
            return Ok(self);
        }
        Err(Error::Unlikely {
            attempts: so_far.all_attempts(),
            meetings: so_far.all_meetings(),
            probability: kept * so_far.largest_probability(),
        })
    }

    /// A world is kept with its likelihood; where fewer are, a run would draw for ever.
    const LEAST_KEPT: f64 = 1e-4;
}
