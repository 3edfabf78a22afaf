//! What more logged calls would take away from the ignorance.

use super::Index;
use crate::model::{Campaign, Incident, Kind, Parameter, Path, Reading};
use crate::numerics::{Beta, Pmf, Probability};

/// What logging this many more calls of a kind takes away from the ignorance.
///
/// # Formula
/// ```text
/// share taken away ≈ Σ first order · E[n / (w + n)],  n ~ Binomial(calls, trials of the rate per call)
/// ```
/// over the uncertain rates: w = α + β, what is known of the rate in trials. A Beta rate's variance shrinks by just n /
/// (w + n) on average. What the rates do together is left out: that makes it less than what is taken away, unless they only
/// add. The first orders are estimates, so it is no sure bound. The trials per call are those of the rates' means: where they are uncertain themselves, it is slightly too
/// large.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Information {
    /// The kind of the calls.
    pub kind: Kind,
    /// Their number.
    pub calls: u32,
    /// The share of the ignorance that they take away, about; not a number where the yields show no ignorance.
    pub share: f64,
    /// Its standard error, at most: the first orders come from the same worlds, and their errors are taken to add up.
    pub std_error: f64,
}

/// The numbers of calls that are looked at.
const CALLS: [u32; 3] = [10, 100, 1000];

/// For each kind and number of calls; empty where nothing is uncertain.
pub(crate) fn of(campaign: &Campaign, indices: &[Index]) -> Vec<Information> {
    let uncertain = campaign.uncertain();
    if uncertain.is_empty() {
        return Vec::new();
    }
    let taken = |kind: Kind, calls: u32| {
        let (mut share, mut std_error) = (0.0, 0.0);
        for index in indices {
            let own = uncertain.iter().find(|(parameter, _)| *parameter == index.parameter);
            let Some((parameter, beta)) = own else { continue };
            let probability = trials_per_attempt(campaign, kind, *parameter);
            let shrunk = shrinkage(*beta, &Pmf::binomial(calls, Probability::rounded(probability)));
            // Of a share that is not known nothing is known either.
            share += if index.first_order.value < 0.0 { 0.0 } else { index.first_order.value * shrunk };
            std_error += index.first_order.std_error * shrunk;
        }
        Information { kind, calls, share: if share > 1.0 { 1.0 } else { share }, std_error }
    };
    let all = Kind::ALL.into_iter().flat_map(|kind| CALLS.map(|calls| (kind, calls)));
    all.map(|(kind, calls)| taken(kind, calls)).collect()
}

/// The share of the rate's variance that this many trials take away on average.
fn shrinkage(rate: Beta, trials: &Pmf) -> f64 {
    let weight = rate.alpha() + rate.beta();
    let share = |(trials, mass): (usize, &f64)| mass * trials as f64 / (weight + trials as f64);
    (trials.first()..).zip(trials.masses()).map(share).sum()
}

/// How many trials of a rate one attempt of a kind brings, rates at their means; those of rates that follow it
/// included.
fn trials_per_attempt(campaign: &Campaign, kind: Kind, owner: Parameter) -> f64 {
    let rates = campaign.rates();
    let own = Parameter::ALL.into_iter().filter(|&parameter| rates.resolved(parameter) == owner);
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
