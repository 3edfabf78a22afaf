//! One rate, as a sequence of trials tells it.

use std::sync::OnceLock;

use multiversion::multiversion;

use super::Posterior;
use crate::exact::successes;
use crate::model::Rate;
use crate::numerics::{Beta, Pmf, beta_mixture};

/// What is known of a rate after some of its trials, in their order; the rate may have drifted, and periods may differ.
///
/// # Formula
/// ```text
/// weight of the trial t trials ago, of half-life h:   2^(−t / h)
/// belief of (h, c):   Beta(a + s, b + f),  s and f the weighted successes and failures, cut to s + f ≤ c
/// distribution of the next n:  Σ w(h, c) BetaBinomial(n, belief of (h, c))
/// after m trials:     w ← 0.98 · w · P(these m | belief before them) / Σ … + 0.02 · w at the start
/// ```
/// The half-lives h are 25, 50, … 3,200 trials and none at all, the caps c of the weight 10, 20, … 640 and none. At the
/// start half of the weight is on a constant rate (no half-life, no cap), the other half is even: so the beliefs that
/// told the past best, one step of m trials ahead, tell the future, and the one chance in fifty lets another take over.
/// A step is as long as what is to be forecast, as far as that makes sense: what tells the next 25 trials best, tells
/// the next hundred too narrowly where the rate jumps between periods. Before 200 trials nothing is forgotten: too few
/// to tell.
///
/// Costs about 40 ns per trial.
///
/// Source: exponential forgetting with its factor averaged by predictive likelihood (Raftery, Kárný and Ettler, *Online
/// prediction under model uncertainty via dynamic model averaging*, 2010), with the fixed share of Herbster and
/// Warmuth, *Tracking the best expert*, 1998.
///
/// ```
/// use outreach::DriftingRate;
///
/// let mut rate = DriftingRate::default();
/// for trial in 0..100 {
///     rate.learn(trial % 10 == 0);
/// }
/// let posterior = rate.posterior();
/// // Few trials: as Jeffreys has it.
/// assert_eq!((posterior.beta.alpha(), posterior.beta.beta(), posterior.half_life), (10.5, 90.5, None));
/// assert_eq!(rate.distribution(20).quantile(0.5), 2);
/// ```
#[derive(Debug, Clone)]
pub struct DriftingRate {
    prior: Beta,
    /// For each half-life what is left of a trial after the next one.
    kept: [f64; HALF_LIVES.len()],
    /// This many trials judge the weights.
    step: u32,
    trials: u64,
    successes: u64,
    /// For each half-life the successes and failures that still count.
    counted: [[f64; 2]; HALF_LIVES.len()],
    /// The same when the weights were last judged.
    judged: [[f64; 2]; HALF_LIVES.len()],
    /// What has come since.
    since: [u32; 2],
    weights: Vec<f64>,
    /// The posterior's range, which costs far more than a trial, once somebody has asked for it.
    range: OnceLock<[f64; 2]>,
}

const HALF_LIVES: [f64; 9] = [25.0, 50.0, 100.0, 200.0, 400.0, 800.0, 1600.0, 3200.0, f64::INFINITY];
const CAPS: [f64; 8] = [10.0, 20.0, 40.0, 80.0, 160.0, 320.0, 640.0, f64::INFINITY];
const BELIEFS: usize = HALF_LIVES.len() * CAPS.len();
/// The last one: no half-life, no cap.
const CONSTANT: usize = BELIEFS - 1;
/// Weight that returns to the start at each step.
const SHARE: f64 = 0.02;

impl Default for DriftingRate {
    /// With the prior of Jeffreys, to forecast the next fifty trials.
    fn default() -> Self {
        Self::new(Self::JEFFREYS, 50)
    }
}

impl DriftingRate {
    /// Beta(1/2, 1/2).
    pub const JEFFREYS: Beta = Beta::constant(0.5, 0.5);
    /// Before this many trials nothing is forgotten.
    pub const ENOUGH: u64 = 200;

    /// Nothing seen yet; this many trials are to be forecast, and a step is as long, but 25 at the least and 100 at the
    /// most. The prior is never forgotten.
    pub fn new(prior: Beta, horizon: u32) -> Self {
        let nothing = [[0.0; 2]; HALF_LIVES.len()];
        let weights = (0..BELIEFS).map(at_the_start).collect();
        let kept = HALF_LIVES.map(|half_life| libm::exp(-std::f64::consts::LN_2 / half_life));
        let step = horizon.clamp(25, 100);
        Self {
            prior,
            kept,
            step,
            trials: 0,
            successes: 0,
            counted: nothing,
            judged: nothing,
            since: [0; 2],
            weights,
            range: OnceLock::new(),
        }
    }

    /// One more trial.
    pub fn learn(&mut self, success: bool) {
        self.range.take();
        self.trials += 1;
        self.successes += u64::from(success);
        for (counted, kept) in self.counted.iter_mut().zip(self.kept) {
            *counted = counted.map(|count| count * kept);
            counted[usize::from(!success)] += 1.0;
        }
        self.since[usize::from(!success)] += 1;
        if self.since.iter().sum::<u32>() == self.step {
            self.judge();
        }
    }

    /// Gives each belief its weight by what it said of the last trials.
    fn judge(&mut self) {
        let mut beliefs = [[0.0; BELIEFS]; 2];
        for (place, [alpha, beta]) in self.beliefs(&self.judged).enumerate() {
            (beliefs[0][place], beliefs[1][place]) = (alpha, beta);
        }
        let likelihoods = likelihoods(&beliefs, self.since);
        for (weight, likelihood) in self.weights.iter_mut().zip(likelihoods) {
            *weight *= likelihood;
        }
        let total: f64 = self.weights.iter().sum();
        for (index, weight) in self.weights.iter_mut().enumerate() {
            *weight = (1.0 - SHARE) * *weight / total + SHARE * at_the_start(index);
        }
        self.judged = self.counted;
        self.since = [0; 2];
    }

    /// Both parameters of every belief, the caps running fastest.
    fn beliefs(&self, counted: &[[f64; 2]; HALF_LIVES.len()]) -> impl Iterator<Item = [f64; 2]> {
        let prior = [self.prior.alpha(), self.prior.beta()];
        counted.iter().flat_map(move |&[successes, failures]| {
            CAPS.into_iter().map(move |cap| {
                let scale = (cap / (successes + failures)).min(1.0);
                [prior[0] + scale * successes, prior[1] + scale * failures]
            })
        })
    }

    /// The beliefs of today with their weights.
    fn weighted(&self) -> Vec<(f64, Beta)> {
        if self.trials < Self::ENOUGH {
            return vec![(1.0, self.constant())];
        }
        let beta = |[alpha, beta]: [f64; 2]| Beta::constant(alpha, beta);
        self.weights.iter().copied().zip(self.beliefs(&self.counted).map(beta)).collect()
    }

    /// The posterior of a rate that never changes.
    fn constant(&self) -> Beta {
        let failures = self.trials - self.successes;
        Beta::constant(self.prior.alpha() + self.successes as f64, self.prior.beta() + failures as f64)
    }

    /// The number of trials seen.
    pub fn trials(&self) -> u64 {
        self.trials
    }

    /// The number of successes among them.
    pub fn successes(&self) -> u64 {
        self.successes
    }

    /// The exact distribution of the successes among the next trials.
    ///
    /// Costs about 0.5 µs per trial asked for.
    pub fn distribution(&self, trials: u32) -> Pmf {
        let distributions: Vec<_> = self
            .weighted()
            .into_iter()
            .map(|(weight, belief)| (weight, successes(trials as usize, Rate::Beta(belief))))
            .collect();
        Pmf::mixture(distributions.iter().map(|(weight, distribution)| (*weight, distribution)))
            .expect("weights that sum to 1")
    }

    /// What is known of the rate now.
    pub fn posterior(&self) -> Posterior {
        let (trials, successes) = (self.trials, self.successes);
        let weighted = self.weighted();
        let range = *self.range.get_or_init(|| [0.05, 0.95].map(|q| beta_mixture::quantile(&weighted, q)));
        let [_] = weighted[..] else {
            let mean: f64 = weighted.iter().map(|(weight, belief)| weight * belief.mean()).sum();
            let spread = |belief: &Beta| belief.variance() + (belief.mean() - mean).powi(2);
            let variance: f64 = weighted.iter().map(|(weight, belief)| weight * spread(belief)).sum();
            let weight = mean * (1.0 - mean) / variance - 1.0;
            let beta = Beta::constant(mean * weight, (1.0 - mean) * weight);
            return Posterior {
                trials,
                successes,
                beta,
                half_life: self.half_life(),
                constant: self.weights[CONSTANT],
                range,
            };
        };
        Posterior { range, ..self.of_no_drift() }
    }

    /// The same of a rate that is known not to change.
    pub(super) fn of_no_drift(&self) -> Posterior {
        let (trials, successes, beta) = (self.trials, self.successes, self.constant());
        let range = [0.05, 0.95].map(|q| beta.quantile(q));
        Posterior { trials, successes, beta, half_life: None, constant: 1.0, range }
    }

    /// Whether it is more likely to have drifted than not.
    pub(super) fn drifts(&self) -> bool {
        self.trials >= Self::ENOUGH && self.half_life().is_some()
    }

    fn half_life(&self) -> Option<f64> {
        let of_half_lives = self.weights.chunks_exact(CAPS.len()).map(|weights| weights.iter().sum::<f64>());
        let forgotten: f64 = of_half_lives.zip(HALF_LIVES).map(|(weight, half_life)| weight / half_life).sum();
        let kept: f64 = self.weights[BELIEFS - CAPS.len()..].iter().sum();
        (kept < 0.5).then(|| 1.0 / forgotten)
    }
}

/// Half for a constant rate, the other half even.
fn at_the_start(belief: usize) -> f64 {
    if belief == CONSTANT { 0.5 } else { 0.5 / CONSTANT as f64 }
}

/// P(this many successes and failures in this order) by each belief.
///
/// # Formula
/// ```text
/// B(a + s, b + f) / B(a, b) = Π (a + i) Π (b + j) / Π (a + b + k),  i < s, j < f, k < s + f
/// ```
/// Factor by factor, as the products by themselves would leave the range of floats; all beliefs side by side, as processors have it.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl", "x86_64+avx2", "x86_64+sse4.1"))]
fn likelihoods([alphas, betas]: &[[f64; BELIEFS]; 2], [successes, failures]: [u32; 2]) -> [f64; BELIEFS] {
    let sums: [f64; BELIEFS] = std::array::from_fn(|place| alphas[place] + betas[place]);
    let mut products = [1.0; BELIEFS];
    let mut factor = |of: &[f64; BELIEFS], hit: u32, all: u32| {
        let (hit, all) = (f64::from(hit), f64::from(all));
        for ((product, of), sum) in products.iter_mut().zip(of).zip(&sums) {
            *product *= (of + hit) / (sum + all);
        }
    };
    (0..successes).for_each(|success| factor(alphas, success, success));
    (0..failures).for_each(|failure| factor(betas, failure, successes + failure));
    products
}
