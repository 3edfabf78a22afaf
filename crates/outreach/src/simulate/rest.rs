//! The rest of a campaign, after what it has brought so far.

use super::worlds::kept_share;
use crate::error::{Error, Result};
use crate::model::{Campaign, Kind, SoFar, Strategy, Supply};

impl Campaign {
    /// The rest of this campaign after what it has brought so far. The uncertain rates are those that the outcomes
    /// leave: every world counts as its likelihood. Known rates stay what they are.
    ///
    /// # Errors
    /// [`Error::Rejected`] if chance has a say in which attempts are made ([`Campaign::is_planned`]); if more attempts
    /// were made than were planned, or nothing is left to do; if the outcomes are all but impossible: fewer than one
    /// world in ten thousand would be kept by rejection.
    pub fn after(&self, so_far: SoFar) -> Result<Self> {
        if !self.is_planned() {
            let this = if self.pool().is_some() { "one with a pool of referrals" } else { "one with a stop" };
            return Err(Error::rejected(
                "campaign",
                this,
                "one whose calls of each kind are planned, so that the rest is known",
            ));
        }
        if self.max_attempts() > 1 {
            return Err(Error::rejected(
                "campaign",
                "one of contacts that are called several times",
                "one of calls: what rounds have brought so far is not built",
            ));
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
        let calls = u64::from(left[0]) + u64::from(left[1]);
        let rest = Self::new(self.rates().clone(), strategy, calls)?.with_effort(*self.effort())?;
        // The rest of a rest knows all that came before.
        let so_far = self.so_far().map_or(so_far, |before| before.and(so_far));
        let rest = rest.with_so_far(so_far);
        if rest.is_updated() && kept_share(&rest) < Self::LEAST_KEPT {
            let outcome = format!("{} of {} (meetings of attempts)", so_far.all_meetings(), so_far.all_attempts());
            return Err(Error::rejected(
                "so far",
                &outcome,
                "an outcome that these rates leave any chance: set others",
            ));
        }
        Ok(rest)
    }

    /// A world is kept with its likelihood; where fewer are, a run would draw for ever.
    const LEAST_KEPT: f64 = 1e-4;
}
