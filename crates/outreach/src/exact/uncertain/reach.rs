//! P(a contact is reached), as far as one uncertain rate decides it.

use crate::model::{Campaign, Kind, Parameter, Rate, ReachByAttempt};
use crate::numerics::{Beta, Probability};

/// The rate that is integrated over, and what it does to each kind of call.
#[derive(Debug)]
pub(super) struct Reached {
    /// The uncertain reach of a first attempt that both kinds share, or that decides several attempts.
    drawn: Option<(Parameter, Beta)>,
    /// The attempts at each contact.
    pub(super) attempts: u32,
    /// By kind: the share that can be reached; `None` where this rate does not decide the reach.
    reachable: [Option<f64>; 2],
}

impl Reached {
    /// `None` where no one rate decides: several attempts of kinds with an uncertain reach of their own each, of an uncertain
    /// share that can be reached, or of a reach that is set to that share.
    pub(super) fn of(campaign: &Campaign) -> Option<Self> {
        let (rates, attempts) = (campaign.rates(), campaign.max_attempts());
        let owner = |kind: Kind| rates.resolved(Parameter::reach(kind));
        let called: Vec<Kind> = Kind::ALL.into_iter().filter(|&kind| campaign.attempts(kind) > 0).collect();
        let shared = called.len() > 1 && owner(Kind::Cold) == owner(Kind::Warm);
        let mut drawn = None;
        let mut reachable = [None; 2];
        for &kind in &called {
            let share = rates.rate(Parameter::reachable(kind));
            if attempts > 1 && share.is_uncertain() {
                return None;
            }
            match rates.rate(owner(kind)) {
                Rate::Beta(beta) if shared || attempts > 1 => {
                    if drawn.is_some_and(|(other, _)| other != owner(kind)) {
                        return None;
                    }
                    drawn = Some((owner(kind), beta));
                    reachable[kind.index()] = Some(share.mean());
                }
                _ => {}
            }
        }
        Some(Self { drawn, attempts, reachable })
    }

    pub(super) fn drawn(&self) -> Option<Beta> {
        self.drawn.map(|(_, beta)| beta)
    }

    /// What is left of the rate of a kind's reach beside the one that is integrated over.
    pub(super) fn own(&self, campaign: &Campaign, kind: Kind) -> Rate {
        match campaign.rates().rate(Parameter::reach(kind)) {
            _ if self.reachable[kind.index()].is_some() => Rate::Fixed(Probability::ONE),
            Rate::Fixed(_) if self.attempts > 1 => {
                Rate::Fixed(Probability::rounded(campaign.reach_by_attempt(kind).reached_by(self.attempts)))
            }
            rate => rate,
        }
    }

    /// P(a contact of a kind is reached) at this value of the rate; 1 where it does not decide that.
    pub(super) fn given(&self, kind: Kind, first: f64) -> f64 {
        match self.reachable[kind.index()] {
            None => 1.0,
            Some(_) if self.attempts == 1 => first,
            Some(reachable) => ReachByAttempt::clamping(first, reachable).reached_by(self.attempts),
        }
    }
}
