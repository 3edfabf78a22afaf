//! The yield with uncertain rates, for any number of calls: given the world it is binomial in one probability for each kind
//! of call, whose distribution is found once.

mod held;
mod reach;
mod standing;
#[cfg(test)]
mod tests;

use self::held::Held;
use self::reach::Reached;
use super::grid::clamps_reach;
use crate::model::{Campaign, Kind};
use crate::numerics::Pmf;
use crate::numerics::product::{Node, RateProduct};
use crate::parallel::prelude::*;

/// The distributions of P(meeting held) of both kinds of call, whatever the number of calls.
///
/// # Formula
/// ```text
/// q = reach · meeting · show, a product of known numbers and independent Beta rates
/// P(yield = k) = E[Binomial(calls, q)(k)], an integral over q alone;
/// where both kinds share an uncertain reach, or contacts are called several times, an integral over it of the
/// distribution of their sum; q = F(attempts) · meeting · show
/// ```
/// Errors: 1e-9 of the largest probability. Under the reading `overall` what is asked plainly makes recommended calls hang
/// on cold ones in worlds whose probability is clamped. That is left out: 3e-9 for the published figures.
#[derive(Debug)]
pub(crate) struct Uncertain {
    kinds: [Held; 2],
    /// The reach that is integrated over, and what follows from it.
    reach: RateProduct,
    reached: Reached,
}

/// Hundreds of nodes that are rarer than this do not change a probability that is compared with a confidence.
const RAREST: f64 = 1e-14;

impl Uncertain {
    /// Clamped more often than this, both kinds may depend on each other by more than 1e-8.
    const MOST_CLAMPED: f64 = 3e-4;

    /// Costs about ten milliseconds. `None` where nothing is uncertain, or P(meeting held) is no such product: incidents that
    /// take standing away under the reading `smooth`, outcomes so far, rates that nodes do not follow; nor does one reach decide.
    pub(crate) fn of(campaign: &Campaign) -> Option<Self> {
        let together = campaign.pool().is_some() || campaign.connectors().is_some();
        if campaign.uncertain().is_empty() || together || campaign.so_far().is_some() {
            return None;
        }
        let learned = Kind::ALL.into_iter().any(|kind| campaign.learned_reach(kind).is_some());
        if campaign.was_called() || learned || clamps_reach(campaign) {
            return None;
        }
        let reached = Reached::of(campaign)?;
        let of_kind = |kind: Kind| match campaign.attempts(kind) {
            0 => Some(Held::never()),
            _ => Held::of(campaign, kind, &reached),
        };
        let kinds = [of_kind(Kind::Cold)?, of_kind(Kind::Warm)?];
        let both = Kind::ALL.into_iter().all(|kind| campaign.attempts(kind) > 0);
        if both && kinds[Kind::Warm.index()].clamped_weight() > Self::MOST_CLAMPED {
            return None;
        }
        let reach = RateProduct::of(reached.drawn().as_slice())?;
        Some(Self { kinds, reach, reached })
    }

    /// The attempts at each contact that it is of.
    pub(crate) fn attempts(&self) -> u32 {
        self.reached.attempts
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
            // This many cold meetings leave room for one less than the rest.
            let below = |(held, mass): (usize, &f64)| mass * cumulative[(count - 1 - held).min(cumulative.len() - 1)];
            cold.iter().enumerate().map(below).sum::<f64>()
        });
        (1.0 - given.into_iter().map(|(weight, below)| weight * below).sum::<f64>()).clamp(0.0, 1.0)
    }

    /// More calls of two kinds that share a reach take longer than simulating them.
    const MOST_SHARED: u32 = 20_000;

    /// The distribution of the yield of this many cold and warm calls; `None` where it is not worth its time.
    pub(crate) fn yields(&self, calls: [u32; 2]) -> Option<Pmf> {
        let all = calls[0] + calls[1];
        if all > Self::MOST_SHARED && self.reach.log_sd() > 0.0 {
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
        let mut reach = self.nodes_of_reach(calls);
        reach.retain(is_worth_it);
        // The nodes of a kind do for every reach up to the largest of its octave.
        let octave = |node: &Node| libm::ilogb(node.value);
        let octaves: Vec<&[Node]> = reach.chunk_by(|one, other| octave(one) == octave(other)).collect();
        let own = |octave: &[Node]| {
            Kind::ALL.map(|kind| {
                let largest = octave.last().map_or(1.0, |node| self.reached.given(kind, node.value));
                let mut nodes = self.kinds[kind.index()].nodes(largest * f64::from(calls[kind.index()]));
                nodes.retain(is_worth_it);
                nodes
            })
        };
        let own: Vec<[Vec<Node>; 2]> = octaves.clone().into_par_iter().map(own).collect();
        let each = octaves.into_iter().zip(&own).flat_map(|(nodes, own)| nodes.iter().map(move |node| (node, own)));
        let each: Vec<_> = each.collect();
        let given = |(Node { value, weight }, own): (&Node, &[Vec<Node>; 2])| {
            let masses = Kind::ALL.map(|kind| {
                Held::masses(&own[kind.index()], self.reached.given(kind, *value), bound, calls[kind.index()])
            });
            (*weight, follow(masses))
        };
        each.into_par_iter().map(given).collect()
    }

    /// Given the reach, each kind's meetings are told apart no better than its own rates and luck allow; what several attempts
    /// reach depends on it no more than in proportion.
    fn nodes_of_reach(&self, calls: [u32; 2]) -> Vec<Node> {
        let reach = self.reach.mean();
        let told = self.kinds.iter().zip(calls).filter(|(_, calls)| *calls > 0).map(|(held, calls)| {
            let meetings = f64::from(calls) * f64::from(self.reached.attempts) * reach * held.mean();
            1.0 / (held.log_variance() + 1.0 / meetings.max(1e-3))
        });
        let nodes = self.reach.nodes(told.sum::<f64>() / reach);
        nodes.into_iter().filter(|node| node.weight > 1e-17).collect()
    }
}
