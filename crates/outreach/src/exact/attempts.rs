//! The distribution of the number of attempts that a number of meetings takes.

use crate::error::{Result, no_exact_distribution};
use crate::model::{Campaign, Kind, Parameter, Rate, Stop};
use crate::numerics::{Beta, Pmf};

/// The distribution of the attempts that a campaign makes, capped at its calls.
///
/// # Formula
/// ```text
/// of one kind, P(held) = p known:   P(n) = C(n − 1, k − 1) p^k (1 − p)^(n − k)              negative binomial
/// of one kind, p ~ Beta(α, β):      P(n) = C(n − 1, k − 1) B(α + k, β + n − k) / B(α, β)    beta negative binomial
/// of both kinds, known:             call by call, over the meetings held so far
/// ```
pub(crate) fn attempts_distribution(campaign: &Campaign) -> Result<Pmf> {
    if campaign.calls_again() {
        return no_exact_distribution(
            "the attempts at contacts that are called several times have their mean and deviation alone",
        );
    }
    match campaign.stop() {
        Stop::Calls if campaign.pool().is_none() => Ok(Pmf::point(campaign.calls() as usize)),
        Stop::Meetings(1..) if campaign.connectors().is_some() => {
            no_exact_distribution("the attempts of connectors whose calls go alike are simulated")
        }
        _ if campaign.pool().is_some() => no_exact_distribution("the attempts of a campaign with a pool are simulated"),
        Stop::Meetings(0) => Ok(Pmf::point(0)),
        Stop::Meetings(meetings) => until(campaign, meetings as usize),
        _ => no_exact_distribution("the attempts within a budget of minutes are simulated"),
    }
}

/// What is rarer than this is added to the cap: no probability changes by 1e-12.
const NEGLIGIBLE: f64 = 1e-13;
/// Steps that are worth an exact distribution: about a second.
const AFFORDABLE: f64 = 1e9;

fn until(campaign: &Campaign, meetings: usize) -> Result<Pmf> {
    let cap = campaign.calls() as usize;
    let uncertain = campaign.uncertain();
    let one_kind = Kind::ALL.into_iter().find(|&kind| campaign.attempts(kind) == campaign.calls());
    if uncertain.is_empty() {
        if !is_affordable(campaign, meetings) {
            return no_exact_distribution(&format!(
                "{meetings} meetings in up to {cap} calls are not worth an exact distribution of the attempts"
            ));
        }
        return Ok(call_by_call(campaign, meetings).2);
    }
    match (one_kind, uncertain.as_slice()) {
        (Some(Kind::Cold), &[(rate, beta)]) if decides_alone(campaign, rate) => {
            Ok(beta_negative_binomial(meetings, beta, cap))
        }
        _ => no_exact_distribution("the attempts are a negative binomial only where one uncertain rate decides alone"),
    }
}

/// Whether a cold call succeeds just when this rate says so.
fn decides_alone(campaign: &Campaign, rate: Parameter) -> bool {
    let sure = |parameter| campaign.rates().rate(parameter) == Rate::Fixed(crate::numerics::Probability::ONE);
    [Parameter::ColdReach, Parameter::ColdMeeting, Parameter::ColdShow].into_iter().all(|own| own == rate || sure(own))
}

fn is_affordable(campaign: &Campaign, meetings: usize) -> bool {
    meetings as f64 * f64::from(campaign.calls()) <= AFFORDABLE
}

/// The distribution of the yield with known rates, by the same steps: it takes only the calls that there are. `None`
/// where that is too much.
pub(crate) fn yield_until(campaign: &Campaign, meetings: usize) -> Option<Pmf> {
    let apart = campaign.pool().is_none() && campaign.connectors().is_none();
    let applies = apart && campaign.uncertain().is_empty() && is_affordable(campaign, meetings);
    if !applies || meetings == 0 {
        return None;
    }
    let (mut masses, reached, _) = call_by_call(campaign, meetings);
    // Of what is that rare rounding leaves nothing but itself.
    masses.iter_mut().filter(|mass| **mass < f64::MIN_POSITIVE).for_each(|mass| *mass = 0.0);
    masses.push(if reached < 0.5 { reached } else { 1.0 - masses.iter().sum::<f64>() });
    Pmf::from_masses(0, masses)
}

/// The masses of m = 0, …, meetings − 1 after the last call, that of the target, and the distribution of the attempts: what reaches the
/// target at a call is the mass of that call.
fn call_by_call(campaign: &Campaign, meetings: usize) -> (Vec<f64>, f64, Pmf) {
    let held = Kind::ALL.map(|kind| campaign.tree(kind).held().get());
    let mut short = vec![0.0; meetings];
    short[0] = 1.0;
    let mut masses = vec![0.0];
    let (mut left, mut reached) = (1.0, 0.0);
    for kind in campaign.kinds().take(campaign.calls() as usize) {
        let p = held[kind.index()];
        let reaches = p * short[meetings - 1];
        for m in (1..meetings).rev() {
            short[m] += p * (short[m - 1] - short[m]);
        }
        short[0] *= 1.0 - p;
        reached += reaches;
        // The attempts end where nothing is left to tell of them, what falls short where it is no number any more.
        if left >= NEGLIGIBLE {
            masses.push(reaches);
            left -= reaches;
        } else if short.iter().all(|mass| *mass < f64::MIN_POSITIVE) {
            break;
        }
    }
    (short, reached, capped(masses, campaign.calls() as usize))
}

fn beta_negative_binomial(meetings: usize, rate: Beta, cap: usize) -> Pmf {
    let (k, alpha, beta) = (meetings as f64, rate.alpha(), rate.beta());
    // P(k attempts) = B(α + k, β) / B(α, β).
    let mut mass: f64 = (0..meetings).map(|i| (alpha + i as f64) / (alpha + beta + i as f64)).product();
    let mut masses = vec![0.0; meetings];
    let mut left = 1.0;
    for n in meetings..=cap {
        masses.push(mass);
        left -= mass;
        if left < NEGLIGIBLE {
            break;
        }
        let n = n as f64;
        mass *= n / (n + 1.0 - k) * (beta + n - k) / (alpha + beta + n);
    }
    masses.truncate(cap + 1);
    capped(masses, cap)
}

/// What the masses leave is the chance to stop at the cap, the target reached or not.
fn capped(mut masses: Vec<f64>, cap: usize) -> Pmf {
    let left = 1.0 - masses.iter().sum::<f64>();
    if left > NEGLIGIBLE {
        masses.resize(cap + 1, 0.0);
        masses[cap] += left;
    }
    Pmf::from_masses(0, masses).expect("the masses of a distribution")
}
