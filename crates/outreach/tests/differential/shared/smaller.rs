//! Scenarios that are a step simpler.

use outreach::Preset;

use super::scenario::{Calls, End, Known, Scenario};

impl Scenario {
    /// Each field at its default, numbers halved or rounded; never the scenario itself.
    pub(crate) fn smaller(&self) -> Vec<Self> {
        let mut all = Vec::new();
        let mut with = |change: &dyn Fn(&mut Self)| {
            let mut changed = self.clone();
            change(&mut changed);
            if changed != *self {
                all.push(changed);
            }
        };
        with(&|s| s.so_far = None);
        with(&|s| s.end = End::Calls);
        with(&|s| s.warm = Calls::Share(0));
        with(&|s| s.warm = Calls::Share(1_000));
        with(&|s| s.effort = None);
        with(&|s| (s.max_attempts, s.tables) = (1, [None, None]));
        with(&|s| s.max_attempts = s.max_attempts.min(2));
        with(&|s| s.max_attempts = s.max_attempts.min((s.max_attempts / 2).max(2)));
        with(&|s| s.tables[0] = None);
        with(&|s| s.tables[1] = None);
        with(&|s| s.connectors = None);
        with(&|s| s.connectors = s.connectors.map(|count| (count / 2).max(1)));
        with(&|s| s.preset = Preset::Documented);
        with(&|s| s.reading = None);
        with(&|s| s.response = None);
        with(&|s| s.calls = s.calls.min(100));
        with(&|s| s.calls = (s.calls / 2).max(1));
        with(&|s| s.trials = (s.trials / 2).max(1));
        with(&|s| s.seed = 42);
        with(&|s| {
            if let Calls::Count(count) = &mut s.warm {
                *count /= 2;
            }
        });
        with(&|s| {
            if let Calls::Pool { initial, names, dispersion, decay } = &mut s.warm {
                (*initial, *names, *dispersion, *decay) = (5, 2.0, None, 1.0);
            }
        });
        with(&|s| match &mut s.end {
            End::Calls => {}
            End::Meetings(meetings) => *meetings /= 2,
            End::Hours(hours) => *hours = (*hours / 2.0).round(),
        });
        for index in 0..self.rates.len() {
            with(&|s| {
                s.rates.remove(index);
            });
            with(&|s| s.rates[index].1 = simpler(s.rates[index].1));
        }
        all
    }
}

/// Two digits are easier to tell, and a number is simpler than a distribution.
fn simpler(known: Known) -> Known {
    let rounded = |value: f64| format!("{value:.1e}").parse().unwrap_or(value);
    match known {
        Known::Beta(alpha, beta) if (rounded(alpha), rounded(beta)) == (alpha, beta) => {
            Known::Fixed(alpha / (alpha + beta))
        }
        Known::Beta(alpha, beta) => Known::Beta(rounded(alpha), rounded(beta)),
        Known::Range(low, high) => Known::Fixed(f64::midpoint(low, high)),
        Known::Fixed(value) => Known::Fixed(rounded(value)),
    }
}
