//! The answer of `simulate` at a glance.

use outreach::{Campaign, Kind, Parameter, Probability, Quantity, Stop, Variance};

use super::{Simulated, rounds};
use crate::Language;
use crate::answer::CountRange;
use crate::show::curves::Distribution;
use crate::show::document::Document;
use crate::show::short::Tail;
use crate::show::{Answer, TextStyle, central, dots, figures};

impl Simulated {
    /// The sentence, dots, where the meetings come from, what an introduction is worth, whose figures these are, and what to
    /// do next: all that fits a screen.
    pub(super) fn at_a_glance(&self, style: TextStyle) -> Document {
        let (say, campaign) = (style.language, self.run.campaign());
        let follows = self.what_follows(say);
        let few = say.of_few_trials(self.run.trials()).filter(|_| self.is_sampled());
        let origin: Vec<_> = few.into_iter().chain([self.whose_figures(say)]).chain(self.luck(say)).collect();
        let next_step = figures::next_step(say, campaign.rates());
        let of_lines = |lines: usize| {
            let mut document = Document::new(style);
            document.line(self.sentence(say));
            if let Some(begun) = &self.begun {
                document.line(begun.in_short(say));
            }
            self.draw(&mut document, style);
            document.gap().lines(&follows[..lines]).gap().lines(&origin).hint(next_step.as_str());
            document
        };
        // What is said last is the first to go.
        let least = follows.len().min(1);
        (least..=follows.len()).rev().map(of_lines).find(Document::is_seen_at_once).unwrap_or_else(|| of_lines(least))
    }

    /// What chance decides.
    fn draw(&self, document: &mut Document, style: TextStyle) {
        match &self.by_week {
            Some(weeks) => _ = document.table(weeks.table(style.language, self.run.campaign(), &self.at_least)),
            None if self.stops_at_meetings() => {
                let calls = Distribution::best(self.attempts.as_ref(), self.run.attempts());
                if !calls.central().is_sure() {
                    document.drawing(dots::drawn(calls, Tail::Within, style));
                }
            }
            None if self.central().is_sure() => {}
            None => _ = document.drawing(dots::drawn(self.meetings(), Tail::AtLeast(&self.at_least), style)),
        }
    }

    /// Whether what is seen at a glance was simulated.
    fn is_sampled(&self) -> bool {
        let shown = if self.stops_at_meetings() { &self.attempts } else { &self.distribution };
        shown.is_none()
    }

    /// Whose figures these are, with the published ones beside.
    pub(super) fn whose_figures(&self, say: Language) -> String {
        figures::whose(say, self.run.campaign(), || self.at_published_rates(say))
    }

    /// What one more introduction brings, where that is known.
    pub(super) fn introduction(&self, say: Language) -> Option<String> {
        let campaign = self.run.campaign();
        campaign.value_of_introduction().map(|value| one_more(say, campaign, value))
    }

    /// Where the meetings come from, what they take, and what more would bring.
    fn what_follows(&self, say: Language) -> Vec<String> {
        let campaign = self.run.campaign();
        let work = say.about_duration(self.run.minutes().value);
        let [cold, warm] = Kind::ALL.map(|kind| campaign.mean_of_kind(kind).filter(|&mean| mean > 0.0));
        let mut lines = vec![match (campaign.stop(), warm, cold) {
            (Stop::Meetings(0), ..) => return Vec::new(),
            // How long it takes is known.
            (Stop::Minutes(_), ..) if self.run.attempts().mean().value == 0.0 => say.time_for_none(),
            (Stop::Minutes(_), ..) => say.time_for(self.calls_made(say)),
            (_, Some(warm), Some(cold)) => say.split_by_kind(tenths(say, warm), tenths(say, cold), work),
            _ if campaign.is_planned() && !campaign.calls_again() => say.work(work),
            _ => say.calls_and_work(self.calls_made(say), work),
        }];
        if self.stops_at_meetings() {
            for &count in &self.at_least {
                lines.push(say.chance_of(say.at_least(count), self.meetings().chance_of_at_least(say, count.into())));
            }
        }
        lines.extend(self.what_connectors_do(say));
        lines.extend(self.chains.as_ref().into_iter().flat_map(|chains| chains.in_short(say)));
        lines.extend(self.introduction(say));
        if campaign.max_attempts() > 1 {
            lines.extend(rounds::sentence(&self.run, say));
            lines.extend(rounds::in_hours(&self.run, say));
        }
        lines
    }

    /// The range with a connector for each call, where that is known.
    pub(super) fn connectors_apart(&self) -> Option<CountRange> {
        let campaign = self.run.campaign();
        let (false, Some(_)) = (self.stops_at_meetings(), campaign.connectors()) else { return None };
        let rates = campaign.rates().clone().with(Parameter::ConnectorsCorrelation, Probability::ZERO);
        campaign.with_rates(rates).ok()?.exact_yield().ok().map(|apart| CountRange::of(&apart))
    }

    /// How much wider the range is than with a connector for each call.
    fn what_connectors_do(&self, say: Language) -> Option<String> {
        let connectors = self.run.campaign().connectors().filter(|_| !self.stops_at_meetings())?;
        let count = say.grouped(connectors.count.into());
        let correlation = say.compact((1e3 * connectors.correlation.mean()).round() / 1e3);
        Some(match self.connectors_apart().map(|apart| apart.ends(say)) {
            Some([low, high]) => say.connectors_widen(count, correlation, say.range(low, high)),
            None => say.connectors_correlate(count, correlation),
        })
    }

    /// `7 warm calls and 6 cold ones`; a kind of which there are none is not named.
    fn calls_made(&self, say: Language) -> String {
        let counts =
            [Quantity::WarmAttempts, Quantity::ColdAttempts].map(|made| self.run.mean(made).value.round() as u64);
        match counts.map(|count| say.grouped(count)) {
            [warm, _] if counts[1] == 0 => say.so_many_warm_calls(warm),
            [_, cold] if counts[0] == 0 => say.so_many_cold_calls(cold),
            [warm, cold] => say.calls_of_two_kinds(warm, cold),
        }
    }

    fn at_published_rates(&self, say: Language) -> Option<String> {
        let beside = self.published.as_ref()?;
        let mean = say.about(beside.mean);
        let mean = if self.stops_at_meetings() { say.so_many_calls(mean) } else { mean };
        let range = beside.central90;
        let is_sure = [range.low, range.high].iter().all(|&end| (end as f64).total_cmp(&beside.mean).is_eq());
        Some(if is_sure { mean } else { say.about_in_range(mean, central::said(say, [range.low, range.high])) })
    }

    fn luck(&self, say: Language) -> Option<String> {
        let (luck, ignorance) = match self.run.variance() {
            Variance::Exact { luck, ignorance } => (luck, ignorance),
            Variance::Simulated { luck, ignorance } => (luck.value, ignorance.value),
        };
        let uncertain = !self.run.campaign().uncertain().is_empty();
        figures::luck_and_ignorance(say, luck, ignorance).filter(|_| uncertain)
    }
}

/// A mean with a decimal, unless it is large.
fn tenths(say: Language, mean: f64) -> String {
    if mean < 99.95 { say.decimals(mean, 1) } else { say.about(mean) }
}

fn one_more(say: Language, campaign: &Campaign, value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    let value = format!("{sign}{}", say.about(value.abs()));
    match (campaign.pool(), campaign.calls_again()) {
        (Some(_), _) => say.one_more_referral(value),
        (None, false) => say.one_more_introduction(value),
        _ => say.one_more_warm_contact(value),
    }
}
