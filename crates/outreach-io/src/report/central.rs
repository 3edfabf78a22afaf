//! The range from the 5 % point to the 95 % point, with its own probability: counts are discrete, and it holds 90 % or more.

use outreach::{Estimate, Pmf, Sample};

use crate::Language;

/// The central range of a count.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Central {
    pub(crate) low: i64,
    pub(crate) high: i64,
    probability: Estimate,
    is_sampled: bool,
}

impl Central {
    /// Exact.
    pub(crate) fn of(law: &Pmf) -> Self {
        let [low, high] = [0.05, 0.95].map(|q| law.quantile(q));
        let value: f64 = (low..=high).map(|count| law.mass(count)).sum();
        let probability = Estimate { value: value.min(1.0), std_error: 0.0 };
        Self { low: low as i64, high: high as i64, probability, is_sampled: false }
    }

    /// As it was simulated.
    pub(crate) fn of_sample(sample: &Sample) -> Self {
        let [low, high] = [0.05, 0.95].map(|q| sample.quantile(q));
        let probability = sample.share((low..=high).map(|count| sample.count(count)).sum());
        Self { low, high, probability, is_sampled: true }
    }

    /// The exact one where there is one.
    pub(crate) fn best(law: Option<&Pmf>, sample: &Sample) -> Self {
        law.map_or_else(|| Self::of_sample(sample), Self::of)
    }

    /// Its probability in whole per cent; 100 % if nothing else can be, and no more than the trials tell.
    pub(crate) fn share(self, say: Language) -> String {
        /// What rounding may take from the sum of all masses.
        const ROUNDING: f64 = 1e-12;
        let certain = !self.is_sampled && self.probability.value >= 1.0 - ROUNDING;
        if !certain && self.probability.value >= 0.995 {
            let sure = self.probability.value - 3.0 * self.probability.std_error;
            return say.more_than((100.0 * sure).floor().clamp(0.0, 99.0));
        }
        say.whole_percent(self.probability.value)
    }

    /// Whether nothing else can be than this one count.
    pub(crate) fn is_sure(self) -> bool {
        !self.is_sampled && self.low == self.high && self.probability.value >= 1.0 - 1e-12
    }

    /// Its ends as people write them.
    pub(crate) fn ends(self, say: Language) -> [String; 2] {
        [self.low, self.high].map(|end| say.grouped(end.unsigned_abs()))
    }

    /// And its standard error, where it is sampled.
    pub(crate) fn probability(self) -> (f64, Option<f64>) {
        (self.probability.value, self.is_sampled.then_some(self.probability.std_error))
    }
}

#[cfg(test)]
mod tests {
    use outreach::Probability;

    use super::*;

    #[test]
    fn the_central_range_has_its_own_probability() {
        // 5 to 15 of 100 cold calls hold 93.6 %.
        let law = Pmf::binomial(100, Probability::new(0.1).expect("a probability"));
        let range = Central::of(&law);
        assert_eq!((range.low, range.high, range.share(Language::English)), (5, 15, "94 %".to_owned()));
        assert!((range.probability.value - 0.936).abs() < 5e-4, "{range:?}");
        let sure = Central::of(&Pmf::binomial(7, Probability::new(1.0).expect("a probability")));
        assert_eq!((sure.low, sure.share(Language::English)), (7, "100 %".to_owned()));
        let nearly = Central::of(&Pmf::binomial(1, Probability::new(0.999).expect("a probability")));
        assert_eq!(nearly.share(Language::English), "more than 99 %", "{nearly:?}");
        let sampled = |trials| Central { is_sampled: true, probability: Estimate::of_share(trials, trials), ..sure };
        assert_eq!(
            [10, 10_000].map(|trials| sampled(trials).share(Language::English)),
            ["more than 73 %", "more than 99 %"]
        );
    }
}
