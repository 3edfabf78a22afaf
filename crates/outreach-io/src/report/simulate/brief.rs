//! The answer of `simulate` at a glance.

use outreach::{Campaign, Pmf, Preset, Stop, Variance};

use super::{Yield, rounds};
use crate::Language;
use crate::report::central::Central;
use crate::report::curves::Distribution;
use crate::report::document::Document;
use crate::report::{Answer, Look, figures, short};

impl Yield {
    /// The sentence, bars, where the meetings come from, what an introduction is worth, whose figures these are, and what to
    /// do next.
    pub(super) fn at_a_glance(&self, look: Look) -> Document {
        let (say, campaign) = (look.language, self.run.campaign());
        let mut document = Document::new(look);
        if let Some(surprise) = &self.surprise {
            document.line(surprise.sentence(say)).gap();
        }
        document.line(self.sentence(say));
        document.drawing(if self.stops_at_meetings() {
            short::bars(Distribution::best(self.attempts.as_ref(), self.run.attempts()), &[], look)
        } else {
            short::bars(self.meetings(), &self.at_least, look)
        });
        document.gap().line(say.work(say.about_duration(self.run.minutes().value)));
        if let Some(sentence) = rounds::sentence(&self.run, say).filter(|_| campaign.max_attempts() > 1) {
            document.line(sentence);
        }
        if let Some(value) = campaign.value_of_introduction() {
            document.line(say.one_more_introduction(say.about(value)));
        }
        document.gap().line(figures::whose(say, campaign, || at_published_rates(say, campaign)));
        if let Some(luck) = self.luck(say) {
            document.line(luck);
        }
        document.line(figures::next_step(say, campaign.rates()));
        document
    }

    fn luck(&self, say: Language) -> Option<String> {
        let (luck, ignorance) = match self.run.variance() {
            Variance::Exact { luck, ignorance } => (luck, ignorance),
            Variance::Simulated { luck, ignorance } => (luck.value, ignorance.value),
        };
        figures::luck_and_ignorance(say, luck, ignorance)
    }
}

/// What the campaign would bring at the published rates, where that is known exactly.
fn at_published_rates(say: Language, campaign: &Campaign) -> Option<String> {
    let published = campaign.with_preset(Preset::Published).ok()?;
    let distribution = match campaign.stop() {
        Stop::Meetings(_) => published.exact_attempts(),
        _ => published.exact_yield(),
    };
    let distribution: Pmf = distribution.ok()?;
    let range = Central::of(&distribution);
    Some(say.about_in_range(say.about(distribution.mean()), range.low, range.high))
}
