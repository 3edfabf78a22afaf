//! The exact distribution with uncertain rates, by conditioning on the path counts: given how many calls share a rate,
//! their successes are beta-binomial.

use std::collections::BTreeMap;

use super::conversations::conversations;
use super::counts::{OF_A_MASS, computed, successes, thin, thin_with};
use crate::interruption::check_cancelled;
use crate::model::{Campaign, Kind, Parameter, Rate};
use crate::numerics::{Pmf, Probability};

/// Multiplications that are worth an exact distribution: about two seconds.
pub(super) const AFFORDABLE: u64 = 10_000_000_000;
/// The same of a mass that is kept: so they take 80 MB at most.
const OF_A_KEPT_MASS: u64 = 1_000;
/// What is rarer than this changes no probability by 1e-9, however often it is left out.
const NEGLIGIBLE: f64 = 1e-24;

/// `None` where calls that share an uncertain rate meet different rates afterwards, or where it would take more
/// multiplications than that.
pub(crate) fn yield_distribution(campaign: &Campaign, affordable: u64) -> Option<Pmf> {
    let applies = !campaign.solves_uncertain_probability() && !campaign.is_updated();
    if !applies || shares_reach_or_show(campaign) {
        return None;
    }
    let distribution = Distribution::new(campaign, affordable)?;
    let lost = distribution.lost_calls()?;
    let pool = |state: &Lost| {
        state.unrecovered * usize::from(distribution.pools_unrecovered)
            + state.disliked * usize::from(distribution.pools_disliked)
    };
    // Meetings set by lost warm calls are in the cold calls' pool: one show rate has to serve all of them.
    let [cold_show, warm_show] = [Parameter::ColdShow, Parameter::WarmShow].map(|show| campaign.rates().rate(show));
    let all_held = [cold_show, warm_show].iter().all(|show| *show == Rate::Fixed(Probability::ONE));
    let all_warm = campaign.cold_attempts() == 0;
    let apart = lost.keys().all(|state| pool(state) == 0);
    if !(all_held || all_warm || apart) {
        return None;
    }
    let (cold_show, show) = if all_warm { (Rate::Fixed(Probability::ONE), warm_show) } else { (cold_show, warm_show) };
    // Pooled distributions by the number of lost calls in the pool.
    let mut pooled = vec![None; campaign.warm_attempts() as usize + 1];
    let mut parts = Vec::with_capacity(lost.len());
    for (state, kept) in &lost {
        let size = pool(state);
        let of_pool = pooled[size].get_or_insert_with(|| thin(&distribution.pool(size), cold_show));
        let warm = distribution.warm(state, kept);
        let warm = if all_warm { warm } else { thin_unless_sure(warm, show) };
        parts.push((kept.iter().map(|(_, mass)| mass).sum::<f64>(), of_pool.convolve(&warm)));
    }
    let distribution = Pmf::mixture(parts.iter().map(|(weight, distribution)| (*weight, distribution)))?;
    Some(if all_warm { thin_unless_sure(distribution, show) } else { distribution })
}

fn thin_unless_sure(distribution: Pmf, rate: Rate) -> Pmf {
    if rate == Rate::Fixed(Probability::ONE) { distribution } else { thin(&distribution, rate) }
}

/// Both kinds under one uncertain reach or show rate: then cold and warm conversations depend on each other.
fn shares_reach_or_show(campaign: &Campaign) -> bool {
    let rates = campaign.rates();
    let both = campaign.cold_attempts() > 0 && campaign.warm_attempts() > 0;
    let pairs = [
        (Parameter::ColdReach, Parameter::WarmReach),
        (Parameter::ColdReachable, Parameter::WarmReachable),
        (Parameter::ColdShow, Parameter::WarmShow),
    ];
    both && pairs
        .into_iter()
        .any(|(cold, warm)| rates.resolved(cold) == rates.resolved(warm) && rates.rate(warm).is_uncertain())
}

/// Warm conversations that lost their standing, by how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Lost {
    unrecovered: usize,
    disliked: usize,
}

struct Distribution<'a> {
    campaign: &'a Campaign,
    affordable: u64,
    conversations: [Pmf; 2],
    kept: Rate,
    pools_unrecovered: bool,
    pools_disliked: bool,
}

impl<'a> Distribution<'a> {
    fn new(campaign: &'a Campaign, affordable: u64) -> Option<Self> {
        let rates = campaign.rates();
        let pools = |parameter| {
            rates.resolved(parameter) == Parameter::ColdMeeting && rates.rate(Parameter::ColdMeeting).is_uncertain()
        };
        let [cold, warm] = Kind::ALL.map(|kind| conversations(campaign, kind, affordable));
        Some(Self {
            campaign,
            affordable,
            conversations: [cold?, warm?],
            kept: campaign.meeting_if_standing_kept(),
            pools_unrecovered: pools(Parameter::IncidentPlainAsk),
            pools_disliked: pools(rates.response().parameter()),
        })
    }

    fn rate(&self, parameter: Parameter) -> Rate {
        self.campaign.rates().rate(parameter)
    }

    fn conversations(&self, kind: Kind) -> &Pmf {
        &self.conversations[kind.index()]
    }

    /// For every number of lost calls: how likely it is together with each number of kept ones. `None` if there are too
    /// many.
    fn lost_calls(&self) -> Option<BTreeMap<Lost, Vec<(usize, f64)>>> {
        let conversations = self.conversations(Kind::Warm);
        let mut lost: BTreeMap<Lost, Vec<(usize, f64)>> = BTreeMap::new();
        let mut recovered_of = vec![None; conversations.end()];
        let mut cost = 0;
        let [incident, dislike, recovery] =
            [Parameter::IncidentRate, Parameter::IncidentDisliked, Parameter::IncidentRecovery]
                .map(|parameter| self.rate(parameter));
        for (warm, mass) in masses(conversations, 1.0) {
            check_cancelled();
            let mut of_warm: BTreeMap<Lost, f64> = BTreeMap::new();
            let incidents = successes(warm, incident);
            cost += OF_A_MASS * computed(warm, incident, &incidents);
            for (incidents, mass) in masses(&incidents, mass) {
                let disliked = successes(incidents, dislike);
                cost += OF_A_MASS * computed(incidents, dislike, &disliked);
                for (disliked, mass) in masses(&disliked, mass) {
                    let unknown = incidents - disliked;
                    let recovered = recovered_of[unknown].get_or_insert_with(|| {
                        let recovered = successes(unknown, recovery);
                        cost += OF_A_MASS * computed(unknown, recovery, &recovered);
                        cost += OF_A_KEPT_MASS * recovered.masses().len() as u64;
                        recovered
                    });
                    for (recovered, mass) in masses(recovered, mass) {
                        *of_warm.entry(Lost { unrecovered: unknown - recovered, disliked }).or_default() += mass;
                        cost += 200;
                    }
                }
                if cost > self.affordable {
                    return None;
                }
            }
            for (state, mass) in of_warm {
                lost.entry(state).or_default().push((warm - state.unrecovered - state.disliked, mass));
                cost += warm as u64;
            }
        }
        cost += conversations.masses().len() as u64 * u64::from(self.campaign.warm_attempts());
        cost = cost.saturating_add(self.cost_of_one().saturating_mul(lost.len() as u64));
        (cost <= self.affordable).then_some(lost)
    }

    /// What the distribution given one number of lost calls costs.
    fn cost_of_one(&self) -> u64 {
        let [cold, warm] = Kind::ALL.map(|kind| u64::from(self.campaign.attempts(kind)) + 1);
        let calls = cold + warm;
        // Thinning computes the distribution of every number of calls, by a division a mass.
        let thinned = |show, calls: u64| {
            if self.rate(show) == Rate::Fixed(Probability::ONE) { 0 } else { 6 * calls.saturating_mul(calls) }
        };
        let cold_calls = self.conversations(Kind::Cold).masses().len() as u64;
        // The pool's distribution and the kept calls', and those of the lost ones apart.
        let convolutions = 1 + u64::from(!self.pools_unrecovered) + u64::from(!self.pools_disliked);
        (convolutions * Pmf::convolution_cost(calls, warm))
            .saturating_add(thinned(Parameter::WarmShow, warm))
            .saturating_add(thinned(Parameter::ColdShow, calls))
            .saturating_add(10 * cold_calls * calls)
    }

    /// Meetings set by the cold conversations and this many lost calls of the same rate.
    fn pool(&self, lost: usize) -> Pmf {
        thin_with(self.conversations(Kind::Cold), lost, self.rate(Parameter::ColdMeeting))
    }

    /// Meetings set by the kept calls and by the lost ones outside the pool.
    fn warm(&self, state: &Lost, kept: &[(usize, f64)]) -> Pmf {
        let distributions: Vec<_> = kept.iter().map(|&(calls, _)| successes(calls, self.kept)).collect();
        let mut warm = Pmf::mixture(kept.iter().map(|&(_, mass)| mass).zip(&distributions)).expect("some mass");
        let response = self.campaign.rates().response().parameter();
        for (pooled, calls, rate) in [
            (self.pools_unrecovered, state.unrecovered, Parameter::IncidentPlainAsk),
            (self.pools_disliked, state.disliked, response),
        ] {
            if !pooled && calls > 0 {
                warm = warm.convolve(&successes(calls, self.rate(rate)));
            }
        }
        warm
    }
}

/// The counts of a distribution with their masses times a weight, the negligible ones left out.
fn masses(distribution: &Pmf, weight: f64) -> impl Iterator<Item = (usize, f64)> {
    let weighted = distribution.masses().iter().map(move |mass| weight * mass);
    (distribution.first()..).zip(weighted).filter(|(_, mass)| *mass > NEGLIGIBLE)
}

#[cfg(test)]
mod tests {
    use super::super::counts::COMPUTED;
    use super::*;
    use crate::model::{Rates, Strategy};
    use crate::numerics::Beta;

    /// Nearly all incidents are dislikes: of a million masses few are kept, and all of them were computed for nothing.
    #[test]
    fn masses_that_underflow_are_paid_for() {
        const CHEAP: u64 = 100_000_000;
        let beta = |alpha, beta| Beta::new(alpha, beta).expect("in bounds");
        for (rate, disliked) in [((87.5, 30.5), (1e9, 0.5)), ((87.5, 30.5), (0.5, 1e9)), ((2.0, 2.0), (1e6, 1e6))] {
            let rates = Rates::documented()
                .with(Parameter::IncidentRate, beta(rate.0, rate.1))
                .with(Parameter::IncidentDisliked, beta(disliked.0, disliked.1));
            let campaign = Campaign::new(rates, Strategy::warm(), 100_000).expect("a campaign");
            COMPUTED.set(0);
            assert!(yield_distribution(&campaign, CHEAP).is_none());
            let masses = COMPUTED.get();
            // What is paid for, and the one distribution that was too much.
            assert!(masses <= CHEAP / OF_A_MASS + 200_000, "{disliked:?}: {masses} masses");
        }
    }
}
