//! The yield with uncertain rates, for any number of calls: given the world it is binomial in one probability for each kind
//! of call, whose distribution is found once.

mod held;
mod standing;
#[cfg(test)]
mod tests;

use self::held::Held;
use crate::model::{Campaign, Kind, Parameter, Rate};
use crate::numerics::Pmf;
use crate::numerics::product::{Node, RateProduct};
use crate::parallel::prelude::*;

/// The distributions of P(meeting held) of both kinds of call, whatever the number of calls.
///
/// # Formula
/// ```text
/// q = reach · meeting · show, a product of known numbers and independent Beta rates
/// P(yield = k) = E[Binomial(calls, q)(k)], an integral over q alone;
/// where both kinds share an uncertain reach, an integral over it of the distribution of their sum
/// ```
/// Errors: 1e-9 of the largest probability. Under the reading `overall` what is asked plainly makes recommended calls hang
/// on cold ones in worlds whose probability is clamped. That is left out: 3e-9 for the published figures.
#[derive(Debug)]
pub(crate) struct Uncertain {
    kinds: [Held; 2],
    /// The reach that both kinds have.
    shared: RateProduct,
}

/// Hundreds of nodes that are rarer than this do not change a probability that is compared with a confidence.
const RAREST: f64 = 1e-14;

impl Uncertain {
    /// Clamped more often than this, both kinds may hang on each other by more than 1e-8.
    const MOST_CLAMPED: f64 = 3e-4;

    /// Costs some ten milliseconds. `None` where nothing is uncertain, or P(meeting held) is no such product: incidents that
    /// take standing away under the reading `smooth`, several attempts, outcomes so far, rates that nodes do not follow.
    pub(crate) fn of(campaign: &Campaign) -> Option<Self> {
        let together = campaign.pool().is_some() || campaign.connectors().is_some();
        if campaign.uncertain().is_empty() || together || campaign.so_far().is_some() {
            return None;
        }
        let learned = Kind::ALL.into_iter().any(|kind| campaign.learned_reach(kind).is_some());
        if campaign.calls_again() || learned {
            return None;
        }
        let reach = Kind::ALL.map(|kind| campaign.rates().owner(Parameter::reach(kind)));
        let both = Kind::ALL.into_iter().all(|kind| campaign.attempts(kind) > 0);
        let shared = match campaign.rates().rate(reach[0]) {
            Rate::Beta(beta) if both && reach[0] == reach[1] => Some((reach[0], beta)),
            _ => None,
        };
        let of_kind = |kind: Kind| match campaign.attempts(kind) {
            0 => Some(Held::never()),
            _ => Held::of(campaign, kind, shared.map(|(reach, _)| reach)),
        };
        let kinds = [of_kind(Kind::Cold)?, of_kind(Kind::Warm)?];
        if both && kinds[Kind::Warm.index()].clamped_weight() > Self::MOST_CLAMPED {
            return None;
        }
        let shared: Vec<_> = shared.into_iter().map(|(_, beta)| beta).collect();
        Some(Self { kinds, shared: RateProduct::of(&shared)? })
    }

    /// P(yield ≥ count) of these numbers of cold and warm calls, to about 1e-11.
    pub(crate) fn at_least(&self, count: usize, calls: [u32; 2]) -> f64 {
        // One sum per world, added in their order: no scheduling changes a bit.
        let given = self.given(count, calls, RAREST, |[cold, warm]| {
            let mut at_most = 0.0;
            let cumulative: Vec<f64> = warm
                .iter()
                .map(|mass| {
                    at_most += mass;
                    at_most
                })
                .collect();
            // So many cold meetings leave room for one less than the rest.
            let below = |(held, mass): (usize, &f64)| mass * cumulative[(count - 1 - held).min(cumulative.len() - 1)];
            cold.iter().enumerate().map(below).sum::<f64>()
        });
        (1.0 - given.into_iter().map(|(weight, below)| weight * below).sum::<f64>()).clamp(0.0, 1.0)
    }

    /// More calls of two kinds that share a reach take longer than simulating them.
    const MOST_SHARED: u32 = 20_000;

    /// The distribution of the yield of so many cold and warm calls; `None` where it is not worth its time.
    pub(crate) fn yields(&self, calls: [u32; 2]) -> Option<Pmf> {
        let all = calls[0] + calls[1];
        if all > Self::MOST_SHARED && self.shared.log_sd() > 0.0 {
            return None;
        }
        let all = all as usize + 1;
        let given = self.given(all, calls, 0.0, |kinds| {
            let [cold, warm] =
                kinds.map(|masses| Pmf::from_masses(0, masses.into_iter().map(|mass| mass.max(0.0)).collect()));
            Some(cold?.convolve(&warm?))
        });
        let yields: Option<Vec<_>> = given.into_iter().map(|(weight, yields)| Some((weight, yields?))).collect();
        Pmf::mixture(yields?.iter().map(|(weight, yields)| (*weight, yields)))
    }

    /// What follows from the masses of both kinds below a bound, for each value of the shared reach with its weight; without
    /// the nodes that are rarer than the rarest.
    fn given<T: Send>(
        &self,
        bound: usize,
        calls: [u32; 2],
        rarest: f64,
        follow: impl Fn([Vec<f64>; 2]) -> T + Sync,
    ) -> Vec<(f64, T)> {
        let is_worth_it = |node: &Node| node.weight.abs() > rarest;
        let own = Kind::ALL.map(|kind| {
            let mut nodes = self.kinds[kind.index()].nodes(calls[kind.index()]);
            nodes.retain(is_worth_it);
            nodes
        });
        let given = |Node { value, weight }| {
            let masses = Kind::ALL.map(|kind| {
                let kind = kind.index();
                Held::masses(&own[kind], value, bound, calls[kind])
            });
            (weight, follow(masses))
        };
        self.shared_nodes(calls).into_par_iter().filter(is_worth_it).map(given).collect()
    }

    /// Given the reach, each kind's meetings are told apart no better than its own rates and luck allow.
    fn shared_nodes(&self, calls: [u32; 2]) -> Vec<Node> {
        let reach = self.shared.mean();
        let told = self.kinds.iter().zip(calls).filter(|(_, calls)| *calls > 0).map(|(held, calls)| {
            let meetings = f64::from(calls) * reach * held.mean();
            1.0 / (held.log_variance() + 1.0 / meetings.max(1e-3))
        });
        let nodes = self.shared.nodes(told.sum::<f64>() / reach);
        nodes.into_iter().filter(|node| node.weight > 1e-17).collect()
    }
}
