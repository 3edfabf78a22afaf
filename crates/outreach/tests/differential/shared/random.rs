//! Scenarios over all that is accepted: its middle, where users are, and its ends.

use outreach::{Parameter, Preset, Reading, Response};
use rand::rngs::ChaCha8Rng;
use rand::{Rng, RngExt, SeedableRng};

use super::scenario::{Calls, End, Known, Scenario};

/// Calls that are played one by one in all trials together.
const PLAYED: u64 = 2_000_000;
/// The same where they are played many at once.
const PLAYED_AT_ONCE: u64 = 100_000_000;
/// Each trial of a campaign under way draws up to ten thousand worlds.
const MOST_UNDER_WAY: u64 = 300;

impl Scenario {
    pub(crate) fn random(seed: u64, index: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(index);
        let rng = &mut rng;
        let end = end(rng);
        let calls = calls(rng, end != End::Calls);
        let warm = warm(rng, calls);
        let planned = end == End::Calls && !matches!(warm, Calls::Pool { .. });
        let mut scenario = Self {
            preset: if rng.random_bool(0.3) { Preset::Published } else { Preset::Documented },
            reading: rng.random_bool(0.5).then(|| one_of(rng, &Reading::ALL)),
            response: rng.random_bool(0.3).then(|| one_of(rng, &Response::ALL)),
            rates: rates(rng),
            connectors: None,
            warm,
            calls,
            max_attempts: 1,
            tables: [None, None],
            end,
            effort: rng.random_bool(0.2).then(|| std::array::from_fn(|_| minutes(rng))),
            so_far: None,
            trials: one_of(rng, &[1, 2, 100, 4_096, 4_097, 10_000, 10_000, 20_000, 20_000, 20_000]),
            seed: rng.next_u64() >> one_of(rng, &[0, 11, 40, 58]),
        };
        if !matches!(warm, Calls::Pool { .. }) && rng.random_bool(0.4) {
            scenario.call_again(rng);
        }
        let most_calls = u64::from(calls) * u64::from(scenario.max_attempts);
        scenario.trials = scenario.trials.min(1 + if planned { PLAYED_AT_ONCE } else { PLAYED } / most_calls);
        if !matches!(warm, Calls::Pool { .. }) && rng.random_bool(0.3) {
            scenario.connectors = Some(scale(rng, 0.0, 2.5) as u32);
            let correlation = known_correlation(rng);
            scenario.rates.retain(|(parameter, _)| *parameter != Parameter::ConnectorsCorrelation);
            scenario.rates.push((Parameter::ConnectorsCorrelation, correlation));
            // They are played call by call.
            scenario.trials = scenario.trials.min(1 + PLAYED / most_calls);
        } else if planned && scenario.max_attempts == 1 && rng.random_bool(0.15) {
            scenario.so_far = Some(so_far(rng, scenario.planned()));
            scenario.trials = scenario.trials.min(MOST_UNDER_WAY);
        }
        scenario
    }

    /// Contacts in the place of calls, whose reach is anything, or learned from a table.
    fn call_again(&mut self, rng: &mut impl Rng) {
        self.max_attempts = rng.random_range(2..=20);
        if self.calls > 1 && rng.random_bool(0.25) {
            return self.learn(rng);
        }
        for (kind, [reach, reachable]) in
            [[Parameter::ColdReach, Parameter::ColdReachable], [Parameter::WarmReach, Parameter::WarmReachable]]
                .into_iter()
                .enumerate()
        {
            if rng.random_bool(0.4) {
                self.tables[kind] = Some(table(rng));
                self.rates.retain(|(parameter, _)| ![reach, reachable].contains(parameter));
                continue;
            }
            for (parameter, often) in [(reach, 0.6), (reachable, 0.2)] {
                if rng.random_bool(often) && !self.rates.iter().any(|(of, _)| *of == parameter) {
                    self.rates.push((parameter, known(rng)));
                }
            }
        }
    }

    /// What a log leaves: both kinds called, a table of each, and every other rate a Beta distribution.
    fn learn(&mut self, rng: &mut impl Rng) {
        self.warm = Calls::Count(rng.random_range(1..self.calls));
        self.tables = [(); 2].map(|()| Some(table(rng)));
        let reach = [Parameter::ColdReach, Parameter::WarmReach];
        let others = Parameter::of_calls().filter(|parameter| !reach.contains(parameter));
        self.rates = others.map(|parameter| (parameter, learned(rng))).collect();
    }

    /// Cold and warm calls where nothing but their number decides.
    pub(crate) fn planned(&self) -> [u32; 2] {
        let warm = match self.warm {
            Calls::Share(share) => warm_of(share, self.calls),
            Calls::Count(count) => count.min(self.calls),
            Calls::Pool { .. } => 0,
        };
        [self.calls - warm, warm]
    }
}

/// This many thousandths of the calls, rounded half up.
pub(crate) fn warm_of(share: u32, calls: u32) -> u32 {
    ((2 * u64::from(share) * u64::from(calls) + 1_000) / 2_000) as u32
}

fn one_of<T: Copy>(rng: &mut impl Rng, choices: &[T]) -> T {
    choices[rng.random_range(0..choices.len())]
}

/// 10^x with x from low to high.
fn scale(rng: &mut impl Rng, low: f64, high: f64) -> f64 {
    10_f64.powf(rng.random_range(low..high))
}

fn calls(rng: &mut impl Rng, stopped: bool) -> u32 {
    match rng.random_range(0..12) {
        0 => one_of(rng, &[1, 2, 3]),
        1 => scale(rng, 2.5, 4.0) as u32,
        2 => scale(rng, 4.0, 6.0) as u32,
        3 if stopped => 1_000_000,
        _ => scale(rng, 0.5, 2.5) as u32,
    }
}

fn warm(rng: &mut impl Rng, calls: u32) -> Calls {
    match rng.random_range(0..10) {
        0..4 => Calls::Share(match rng.random_range(0..4) {
            0 => one_of(rng, &[0, 1_000]),
            _ => rng.random_range(0..=1_000),
        }),
        4..7 => Calls::Count(rng.random_range(0..=calls)),
        _ => Calls::Pool {
            initial: match rng.random_range(0..4) {
                0 => one_of(rng, &[0, 1, 1_000_000]),
                _ => scale(rng, 0.0, 2.0) as u32,
            },
            names: match rng.random_range(0..4) {
                0 => one_of(rng, &[0.0, 1e-9, 100.0]),
                _ => scale(rng, -1.5, 0.8),
            },
            dispersion: rng.random_bool(0.4).then(|| scale(rng, -2.0, 6.0).clamp(0.01, 1e6)),
            decay: match rng.random_range(0..4) {
                0 | 1 => 1.0,
                2 => one_of(rng, &[0.0, 0.8, 0.999_999]),
                _ => rng.random(),
            },
        },
    }
}

fn end(rng: &mut impl Rng) -> End {
    match rng.random_range(0..10) {
        0..6 => End::Calls,
        6..8 => End::Meetings(one_of(rng, &[0, 1, 3, 10, 100])),
        _ => End::Hours(match rng.random_range(0..4) {
            0 => one_of(rng, &[0.0, 0.1, 0.2, 1_000.0]),
            _ => (scale(rng, -1.0, 2.0) * 100.0).round() / 100.0,
        }),
    }
}

fn minutes(rng: &mut impl Rng) -> f64 {
    match rng.random_range(0..4) {
        0 => one_of(rng, &[0.0, 0.1, 10_080.0]),
        _ => (rng.random::<f64>() * 600.0).round() / 10.0,
    }
}

fn rates(rng: &mut impl Rng) -> Vec<(Parameter, Known)> {
    let several = rng.random_range(0..7);
    let mut set: Vec<_> = (0..several).map(|_| (one_of(rng, &Parameter::ALL), known(rng))).collect();
    set.sort_by_key(|(parameter, _)| *parameter);
    set.dedup_by_key(|(parameter, _)| *parameter);
    set
}

fn table(rng: &mut impl Rng) -> [Vec<u64>; 2] {
    let mut open = scale(rng, 0.0, 4.5) as u64;
    let each: f64 = rng.random();
    let mut columns = [Vec::new(), Vec::new()];
    for _ in 0..rng.random_range(1..=8) {
        let at_risk = if rng.random_bool(0.3) { rng.random_range(0..=open) } else { open };
        let reached = (at_risk as f64 * each * rng.random::<f64>()).round() as u64;
        columns[0].push(at_risk);
        columns[1].push(reached);
        open = at_risk - reached;
    }
    columns
}

fn known_correlation(rng: &mut impl Rng) -> Known {
    match rng.random_range(0..6) {
        0 => Known::Fixed(one_of(rng, &[0.0, 1e-10, 1e-9, 1e-6, 0.5, 0.999, 1.0 - 1e-12])),
        1 => Known::Beta(scale(rng, -3.0, 3.0), scale(rng, -3.0, 3.0)),
        _ => Known::Fixed(scale(rng, -3.0, -0.01)),
    }
}

fn known(rng: &mut impl Rng) -> Known {
    match rng.random_range(0..10) {
        0 => Known::Fixed(one_of(rng, &[0.0, 1.0, 1e-12, 1.0 - 1e-12, 0.5])),
        1 | 2 => Known::Fixed(rng.random()),
        3..6 => learned(rng),
        6 => {
            let (mean, weight) = (rng.random::<f64>(), scale(rng, 0.0, 6.0));
            Known::Beta((mean * weight).max(1e-3), ((1.0 - mean) * weight).max(1e-3))
        }
        7 => Known::Beta(scale(rng, -3.0, 9.0).clamp(1e-3, 1e9), scale(rng, -3.0, 9.0).clamp(1e-3, 1e9)),
        8 => {
            let ends = [1e-3, 0.5, 1.0, 1.0 + 1e-9, 2.0, 1e4, 1e9];
            Known::Beta(one_of(rng, &ends), one_of(rng, &ends))
        }
        _ => {
            let (one, other) = (rng.random::<f64>(), rng.random::<f64>());
            Known::Range(one.min(other), one.max(other))
        }
    }
}

/// What a call log leaves of Jeffreys' prior.
fn learned(rng: &mut impl Rng) -> Known {
    let trials = scale(rng, 0.0, 4.5).round();
    let successes = (trials * rng.random::<f64>()).round();
    Known::Beta(successes + 0.5, trials - successes + 0.5)
}

/// Some of the planned attempts, with any number of meetings.
fn so_far(rng: &mut impl Rng, planned: [u32; 2]) -> [[u32; 2]; 2] {
    let attempts = planned.map(|most| rng.random_range(0..=most.min(60)));
    [attempts, attempts.map(|most| (f64::from(most) * rng.random::<f64>()).round() as u32)]
}
