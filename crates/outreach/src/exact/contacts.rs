//! Mean and variance of the yield where it is uncertain how many of the contacts are reached.

use super::grid::{Weighted, grid_of, worlds_of_reach};
use crate::model::{Campaign, Kind, Parameter};

/// Where it is uncertain how many of the contacts are reached: whom several attempts reach and what the conversations bring
/// depend on rates of their own, so that neither needs the worlds of the other.
///
/// # Formula
/// ```text
/// of a kind:  n = Σ P(a contact is reached), s = Σ P(…)², v = P(meeting held | conversation)
/// luck        = Σ E[n] E[v] − E[s] E[v²] + what calls by one connector have in common
/// ignorance   = Σ over pairs of kinds of Cov(n, n′) E[v v′] + E[n] E[n′] Cov(v, v′)
/// ```
pub(super) fn mean_luck_and_ignorance(campaign: &Campaign) -> [f64; 3] {
    let blocks = worlds_of_reach(campaign);
    let of_reach = |parameter: Parameter| {
        let mut drawn = blocks.iter().filter_map(|(_, worlds)| worlds.first()).flat_map(|(_, drawn)| drawn);
        drawn.any(|(of, _)| *of == parameter)
    };
    let (mut reached, mut squares, mut pairs) = (Pair::default(), [0.0; 2], 0.0);
    for (kinds, worlds) in &blocks {
        let in_world = |(weight, drawn): &Weighted| {
            let groups = kinds.iter().map(|&kind| (kind, campaign.reached_by_group(kind, drawn)));
            let mut mean = [0.0; 2];
            for (kind, groups) in groups {
                for (contacts, reached) in groups {
                    mean[kind.index()] += f64::from(contacts) * reached;
                    squares[kind.index()] += weight * f64::from(contacts) * reached * reached;
                }
            }
            if kinds.contains(&Kind::Warm) {
                pairs += weight * campaign.covariance_of_pairs(1.0, drawn);
            }
            (*weight, mean)
        };
        reached.add(&Pair::of(&worlds.iter().map(in_world).collect::<Vec<_>>()));
    }
    let others: Vec<_> = campaign.uncertain().into_iter().filter(|(parameter, _)| !of_reach(*parameter)).collect();
    let others = grid_of(campaign, &others, |_| 2);
    let connected: f64 = others.iter().map(|(weight, drawn)| weight * campaign.variance_of_held(drawn)).sum();
    let in_world = |(weight, drawn): &Weighted| (*weight, Kind::ALL.map(|kind| campaign.held_given(kind, drawn)));
    let held = Pair::of(&others.iter().map(in_world).collect::<Vec<_>>());
    let (mut mean, mut luck, mut ignorance) = (0.0, pairs * connected, 0.0);
    for (one, squares) in squares.into_iter().enumerate() {
        mean += reached.mean[one] * held.mean[one];
        luck += reached.mean[one] * held.mean[one] - squares * held.of_product(one, one);
        for other in 0..2 {
            ignorance += reached.covariance[one][other] * held.of_product(one, other)
                + reached.mean[one] * reached.mean[other] * held.covariance[one][other];
        }
    }
    [mean, luck, ignorance]
}

/// Mean and covariance of a number of each kind.
#[derive(Debug, Default)]
struct Pair {
    mean: [f64; 2],
    covariance: [[f64; 2]; 2],
}

impl Pair {
    fn of(worlds: &[(f64, [f64; 2])]) -> Self {
        let mut pair = Self::default();
        for (weight, numbers) in worlds {
            (0..2).for_each(|kind| pair.mean[kind] += weight * numbers[kind]);
        }
        for (weight, numbers) in worlds {
            let away: [f64; 2] = std::array::from_fn(|kind| numbers[kind] - pair.mean[kind]);
            for one in 0..2 {
                (0..2).for_each(|other| pair.covariance[one][other] += weight * away[one] * away[other]);
            }
        }
        pair
    }

    /// The sum with independent numbers.
    fn add(&mut self, other: &Self) {
        for one in 0..2 {
            self.mean[one] += other.mean[one];
            (0..2).for_each(|two| self.covariance[one][two] += other.covariance[one][two]);
        }
    }

    /// The expectation of the product of two.
    fn of_product(&self, one: usize, other: usize) -> f64 {
        self.covariance[one][other] + self.mean[one] * self.mean[other]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Rates, Strategy};
    use crate::numerics::Beta;

    #[test]
    fn a_thousand_attempts_were_too_many_for_two_dozen_nodes() {
        let rates = Rates::documented().with(Parameter::ColdReach, Beta::new(1.0, 1.0).expect("in bounds"));
        let campaign = Campaign::contacts(1_000).max_attempts(1_000).strategy(Strategy::cold()).rates(rates);
        // Whoever has a uniform reach is reached within n attempts with probability n / (n + 1).
        let mean = campaign.build().expect("a campaign").exact_moments().expect("moments").mean;
        assert!((mean / (100.0 * 1_000.0 / 1_001.0) - 1.0).abs() < 1e-9, "{mean}");
    }

    /// 1,568 points of each table, and two nodes of each other rate, make 2.5 thousand million worlds together.
    #[test]
    fn tables_of_both_kinds_took_all_memory() {
        let beta = Beta::new(2.0, 18.0).expect("in bounds");
        let table = |reached: u64| {
            let at_risk = vec![500, 500 - reached, 400 - reached];
            crate::model::AttemptTable::new(at_risk, vec![reached, 30, 20]).expect("a table")
        };
        let rates = Parameter::of_calls().fold(Rates::documented(), |rates, parameter| rates.with(parameter, beta));
        let rates = rates.with_attempts(Kind::Cold, table(50)).with_attempts(Kind::Warm, table(90));
        let of = |strategy: Strategy, contacts: u64| {
            let campaign = Campaign::contacts(contacts).max_attempts(3).strategy(strategy).rates(rates.clone());
            campaign.build().expect("a campaign")
        };
        let [both, cold, warm] = [of(Strategy::mixed(), 40), of(Strategy::cold(), 20), of(Strategy::warm(), 20)];
        assert!(worlds_of_reach(&both).iter().all(|(_, worlds)| worlds.len() <= 1_568));
        // The kinds have no rate in common.
        let [all, cold, warm] = [&both, &cold, &warm].map(|campaign| campaign.exact_moments().expect("moments"));
        assert!((all.mean / (cold.mean + warm.mean) - 1.0).abs() < 1e-12);
        assert!((all.luck / (cold.luck + warm.luck) - 1.0).abs() < 1e-12);
        assert!((all.ignorance / (cold.ignorance + warm.ignorance) - 1.0).abs() < 1e-12);
        assert!(both.rounds().is_ok() && both.attempts_made().expect("attempts").sd > 0.0);
    }
}
