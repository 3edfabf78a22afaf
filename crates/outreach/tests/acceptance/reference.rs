//! What the model says, written out once more.

use outreach::{Parameter as P, Rates, Response, Sample};

/// The probabilities of a call's ways, from the formula of the model, by known rates.
pub(crate) struct Probabilities {
    pub(crate) reach: f64,
    pub(crate) show: f64,
    pub(crate) meeting: f64,
    /// Of a conversation.
    pub(crate) incident: f64,
    pub(crate) unknown: f64,
    pub(crate) recovered: f64,
}

pub(crate) fn cold(rates: &Rates) -> Probabilities {
    let of = |parameter| rates.rate(parameter).mean();
    let [reach, meeting, show] = [P::ColdReach, P::ColdMeeting, P::ColdShow].map(of);
    Probabilities { reach, show, meeting, incident: 0.0, unknown: 0.0, recovered: 0.0 }
}

/// By the reading `smooth`.
pub(crate) fn warm(rates: &Rates) -> Probabilities {
    let of = |parameter| rates.rate(parameter).mean();
    let [reach, smooth, show] = [P::WarmReach, P::WarmMeeting, P::WarmShow].map(of);
    let [incident, disliked, recovery, plain] =
        [P::IncidentRate, P::IncidentDisliked, P::IncidentRecovery, P::IncidentPlainAsk].map(of);
    let response = of(match rates.response() {
        Response::Disagree => P::IncidentDisagree,
        Response::Agree => P::IncidentAgree,
        Response::Ask => P::IncidentAsk,
        Response::Reframe => P::IncidentReframe,
    });
    let unknown = incident * (1.0 - disliked);
    let recovered = unknown * recovery;
    let unrecovered = unknown * (1.0 - recovery);
    let meeting = (1.0 - incident + recovered) * smooth + unrecovered * plain + incident * disliked * response;
    Probabilities { reach, show, meeting, incident, unknown, recovered }
}

impl Probabilities {
    pub(crate) fn held(&self) -> f64 {
        self.reach * self.meeting * self.show
    }
}

/// The masses of Binomial(n, p), by adding one trial after the other: slow, and nothing can cancel.
pub(crate) fn binomial(n: usize, p: f64) -> Vec<f64> {
    and_then(vec![1.0], n, p)
}

/// The distribution of a count and n more trials.
pub(crate) fn and_then(mut distribution: Vec<f64>, n: usize, p: f64) -> Vec<f64> {
    for _ in 0..n {
        let mut next = vec![0.0; distribution.len() + 1];
        for (count, mass) in distribution.iter().enumerate() {
            next[count] += mass * (1.0 - p);
            next[count + 1] += mass * p;
        }
        distribution = next;
    }
    distribution
}

/// The masses of the beta-binomial distribution, by an urn: each trial adds a ball of its outcome.
pub(crate) fn beta_binomial(n: usize, alpha: f64, beta: f64) -> Vec<f64> {
    let mut distribution = vec![1.0];
    for trial in 0..n {
        let all = alpha + beta + trial as f64;
        let mut next = vec![0.0; distribution.len() + 1];
        for (count, mass) in distribution.iter().enumerate() {
            let success = (alpha + count as f64) / all;
            next[count] += mass * (1.0 - success);
            next[count + 1] += mass * success;
        }
        distribution = next;
    }
    distribution
}

/// The largest gap between the shares at or below a count and the distribution's.
pub(crate) fn gap(sample: &Sample, distribution: &[f64]) -> f64 {
    let (mut below, mut cumulative, mut largest) = (0, 0.0, 0.0_f64);
    for count in 0..distribution.len().max(sample.largest() as usize + 1) {
        below += sample.count(count as i64);
        cumulative += distribution.get(count).copied().unwrap_or(0.0);
        largest = largest.max((below as f64 / sample.trials() as f64 - cumulative).abs());
    }
    largest
}

/// 2 exp(−2 n D²): P(a gap as large), for any distribution.
pub(crate) fn massart(trials: u64, gap: f64) -> f64 {
    (2.0 * (-2.0 * trials as f64 * gap * gap).exp()).min(1.0)
}
