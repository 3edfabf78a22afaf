//! What more logged calls would take away from the ignorance.

use super::Index;
use crate::model::{Campaign, Incident, Kind, Parameter, Path, Reading};
use crate::numerics::{Beta, Pmf, Probability};

/// What logging so many more calls of a kind takes away from the ignorance.
///
/// # Formula
/// ```text
/// share taken away ≥ Σ first order · E[n / (w + n)],  n ~ Binomial(calls, trials of the rate per call)
/// ```
/// over the uncertain rates: w = α + β, what is known of the rate in trials. A Beta rate's variance shrinks by just n /
/// (w + n) on average. What the rates do together is left out: the share is a lower bound, and exact where they only
/// add. The trials per call are those of the rates' means: where they are uncertain themselves, it is slightly too
/// large.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Information {
    /// The kind of the calls.
    pub kind: Kind,
    /// Their number.
    pub calls: u32,
    /// The share of the ignorance that they take away, at least.
    pub share: f64,
}

/// The numbers of calls that are looked at.
const CALLS: [u32; 3] = [10, 100, 1000];

/// For each kind and number of calls; empty where nothing is uncertain.
pub(crate) fn of(campaign: &Campaign, indices: &[Index]) -> Vec<Information> {
    let uncertain = campaign.uncertain();
    if uncertain.is_empty() {
        return Vec::new();
    }
    let share = |kind: Kind, calls: u32| {
        let shrunk = uncertain.iter().zip(indices).map(|((parameter, beta), index)| {
            let probability = trials_per_attempt(campaign, kind, *parameter);
            index.first_order.value.max(0.0)
                * shrinkage(*beta, &Pmf::binomial(calls, Probability::rounded(probability)))
        });
        shrunk.sum::<f64>().min(1.0)
    };
    let all = Kind::ALL.into_iter().flat_map(|kind| CALLS.map(|calls| (kind, calls)));
    all.map(|(kind, calls)| Information { kind, calls, share: share(kind, calls) }).collect()
}

/// The share of the rate's variance that so many trials take away on average.
fn shrinkage(rate: Beta, trials: &Pmf) -> f64 {
    let weight = rate.alpha() + rate.beta();
    let share = |(trials, mass): (usize, &f64)| mass * trials as f64 / (weight + trials as f64);
    (trials.first()..).zip(trials.masses()).map(share).sum()
}

/// How many trials of a rate one attempt of a kind brings, rates at their means; those of rates that follow it
/// included.
fn trials_per_attempt(campaign: &Campaign, kind: Kind, owner: Parameter) -> f64 {
    let rates = campaign.rates();
    let own = Parameter::ALL.into_iter().filter(|&parameter| rates.owner(parameter) == owner);
    let tree = campaign.tree(kind);
    own.map(|parameter| tree.probability_of(|path| is_trial(campaign, kind, parameter, path))).sum()
}

/// Whether an attempt that takes this path tells something of the rate.
fn is_trial(campaign: &Campaign, kind: Kind, parameter: Parameter, path: &Path) -> bool {
    let rates = campaign.rates();
    let overall = rates.reading() == Reading::Overall;
    match (kind, parameter) {
        (Kind::Cold, Parameter::ColdReach) | (Kind::Warm, Parameter::WarmReach) => true,
        (Kind::Cold, Parameter::ColdMeeting) | (Kind::Warm, Parameter::IncidentRate) => path.reached(),
        (Kind::Cold, Parameter::ColdShow) | (Kind::Warm, Parameter::WarmShow) => path.set(),
        (Kind::Warm, Parameter::WarmMeeting) => {
            path.reached() && (overall || matches!(path.incident, Incident::None | Incident::Recovered))
        }
        (Kind::Warm, Parameter::IncidentDisliked) => path.incident != Incident::None,
        (Kind::Warm, Parameter::IncidentRecovery) => {
            matches!(path.incident, Incident::Recovered | Incident::Unrecovered)
        }
        (Kind::Warm, Parameter::IncidentPlainAsk) => path.incident == Incident::Unrecovered,
        // Names that a meeting held brings are told apart no further: one is counted.
        (_, Parameter::PoolIntroduced) => path.held(),
        (Kind::Warm, response) if response == rates.response().parameter() => path.incident == Incident::Disliked,
        _ => false,
    }
}
