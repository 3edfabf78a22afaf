//! The central range of a count, told.

use crate::answer::CountRange;
use crate::language::Language;

/// Whole per cent do not tell this from certainty.
const NEARLY_SURE: f64 = 0.995;

impl CountRange {
    /// Its probability in whole per cent; 100 % if nothing else can be, and no more than the trials tell.
    pub(crate) fn share(self, say: Language) -> String {
        let certain = self.probability_std_error.is_none() && self.probability >= 1.0;
        if !certain && self.probability >= NEARLY_SURE {
            return say.more_than((100.0 * self.at_least()).floor().clamp(0.0, 99.0));
        }
        say.whole_percent(self.probability)
    }

    /// Its probability; where nearly every trial was in it, the bound that three standard errors set.
    pub(crate) fn at_least(self) -> f64 {
        let errors = if self.probability >= NEARLY_SURE { 3.0 } else { 0.0 };
        self.probability - errors * self.probability_std_error.unwrap_or(0.0)
    }

    /// Whether nothing else can be than this one count.
    pub(crate) fn is_sure(self) -> bool {
        self.probability_std_error.is_none() && self.low == self.high && self.probability >= 1.0
    }

    /// Its ends as people write them.
    pub(crate) fn ends(self, say: Language) -> [String; 2] {
        [self.low, self.high].map(|end| say.grouped(end.unsigned_abs()))
    }

    /// From one end to the other; one count alone where they are the same.
    pub(crate) fn said(self, say: Language) -> String {
        said(say, [self.low, self.high])
    }
}

/// Counts from one to the other; one alone where they are the same.
pub(crate) fn said(say: Language, ends: [i64; 2]) -> String {
    match ends.map(|end| say.grouped(end.unsigned_abs())) {
        [low, high] if low == high => low,
        [low, high] => say.both_ends(low, high),
    }
}

#[cfg(test)]
mod tests {
    use outreach::{Estimate, Pmf, Probability};

    use super::*;

    #[test]
    fn the_central_range_has_its_own_probability() {
        // 5 to 15 of 100 cold calls hold 93.6 %.
        let distribution = Pmf::binomial(100, Probability::new(0.1).expect("a probability"));
        let range = CountRange::of(&distribution);
        assert_eq!((range.low, range.high, range.share(Language::English)), (5, 15, "94 %".to_owned()));
        assert!((range.probability - 0.936).abs() < 5e-4, "{range:?}");
        let sure = CountRange::of(&Pmf::binomial(7, Probability::new(1.0).expect("a probability")));
        assert_eq!((sure.low, sure.share(Language::English)), (7, "100 %".to_owned()));
        let nearly = CountRange::of(&Pmf::binomial(1, Probability::new(0.999).expect("a probability")));
        assert_eq!(nearly.share(Language::English), "more than 99 %", "{nearly:?}");
        let sampled = |trials| {
            let Estimate { value: probability, std_error } = Estimate::of_share(trials, trials);
            CountRange { probability, probability_std_error: Some(std_error), ..sure }
        };
        assert_eq!(
            [10, 10_000].map(|trials| sampled(trials).share(Language::English)),
            ["more than 73 %", "more than 99 %"]
        );
    }
}
