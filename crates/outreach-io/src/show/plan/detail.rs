//! The answer of `plan` in words, with all that audits it.

use outreach::{Campaign, Estimate, Solve, Stop, Supply};

use super::Planned;
use crate::Language;
use crate::show::document::Document;
use crate::show::{Answer, TextStyle, provenance};

impl Planned {
    /// All of it.
    pub(super) fn in_detail(&self, style: TextStyle) -> Document {
        let mut document = Document::new(style);
        let say = style.language;
        document.heading(self.title(say)).gap();
        document.line(self.sentence(say));
        if let Some(table) = self.table(say) {
            document.table(table);
        }
        document.gap().line(self.sentences(say).join(" "));
        if let Some(range) = self.brings {
            document.line(say.such_campaigns_bring(range.said(say), range.share(say)));
        }
        if !self.plan.is_sampled() {
            document.line(say.all_probabilities_exact());
        }
        if let Some(others) = self.other_strategies(say) {
            document.line(others);
        }
        document.line(self.whose_figures(say));
        provenance::lines(&mut document, &self.campaign);
        if self.plan.is_sampled() {
            provenance::sampled(&mut document, self.sampling.seed, self.sampling.most_trials());
        }
        document
    }

    /// `78 attempts`, `7 h 12 min`.
    pub(super) fn shown(&self, say: Language, size: u32) -> String {
        match self.solve {
            Solve::Hours => hours_shown(say, size),
            Solve::Attempts => say.so_many_calls(say.grouped(size.into())),
            Solve::Contacts => say.counted_contacts(say.grouped(size.into())),
            Solve::AttemptsPerContact => say.so_many_attempts_per_contact(say.grouped(size.into())),
            Solve::Referrals => say.so_many_referrals(say.grouped(size.into())),
        }
    }

    /// What a simulation leaves open: `between 13,278 and 13,554 calls`.
    pub(super) fn cannot_tell(&self, say: Language, [low, high]: [u32; 2]) -> String {
        let low = if self.solve == Solve::Hours { hours_shown(say, low) } else { say.grouped(low.into()) };
        say.cannot_tell(low, self.shown(say, high))
    }

    fn goal(&self, say: Language) -> String {
        let (meetings, confidence) = (self.target.least_meetings(), self.target.confidence());
        say.goal(say.grouped(meetings.into()), say.confidence_digits(confidence))
    }

    /// The limit of the search, in words.
    pub(super) fn limit(&self, say: Language) -> String {
        let calls = match self.solve {
            Solve::Referrals => say.so_many_calls(say.grouped(self.campaign.calls().into())),
            Solve::Contacts | Solve::AttemptsPerContact => self.shown(say, self.max),
            _ => say.so_many_calls(say.grouped(self.max.into())),
        };
        let most = if self.solve == Solve::Referrals { self.campaign.calls() } else { self.max };
        match self.campaign.stop() {
            Stop::Minutes(minutes) if most == Campaign::MAX_CALLS => hours_shown(say, minutes as u32),
            Stop::Minutes(minutes) => say.calls_and_hours(calls, hours_shown(say, minutes as u32)),
            _ => calls,
        }
    }

    /// The highest probability; nothing where even all calls are fewer than the target.
    pub(super) fn best(&self, say: Language) -> String {
        // A contact brings one meeting at most, however often it is called.
        let most = match self.solve {
            Solve::Referrals | Solve::AttemptsPerContact => self.campaign.calls(),
            _ => self.max,
        };
        let found = self.plan.probability();
        let brings_none = self.solve != Solve::Referrals && *self.campaign.possible_meetings().end() == 0;
        let is_nothing = (found.value, found.std_error) == (0.0, 0.0) && brings_none;
        if most < self.target.least_meetings() || is_nothing { say.per_cent(0.0) } else { chance(say, found) }
    }

    /// Why there is no answer, where none is within the limit.
    pub(super) fn out_of_reach(&self, say: Language) -> Option<String> {
        let unreachable = say.unreachable(self.goal(say), self.limit(say), self.best(say));
        self.plan.smallest().is_none().then_some(unreachable)
    }

    pub(super) fn title(&self, say: Language) -> String {
        let (strategy, calls) =
            (say.strategy_name(self.campaign.strategy().name()), say.grouped(self.campaign.calls().into()));
        match (self.solve, self.campaign.strategy().supply()) {
            (Solve::Attempts, _) => say.fewest_attempts(strategy, self.goal(say)),
            (Solve::Referrals, Supply::Pool(_)) => say.fewest_referrals(calls, self.goal(say)),
            (Solve::Referrals, _) => say.fewest_warm(calls, self.goal(say)),
            (Solve::Hours, _) => say.fewest_hours(strategy, self.goal(say)),
            (Solve::Contacts, _) => {
                say.fewest_contacts(say.grouped(self.campaign.max_attempts().into()), strategy, self.goal(say))
            }
            (Solve::AttemptsPerContact, _) => say.fewest_attempts_per_contact(calls, strategy, self.goal(say)),
        }
    }

    fn sentences(&self, say: Language) -> Vec<String> {
        let Some(smallest) = self.plan.smallest().filter(|_| self.target.least_meetings() > 0) else {
            return Vec::new();
        };
        let shown = self.shown(say, smallest);
        let mut sentences = vec![say.probability_there(shown, chance(say, self.plan.probability()))];
        if let Some(less) = self.plan.at_one_less() {
            sentences.push(match self.solve {
                Solve::Hours => say.minute_less(chance(say, less)),
                _ => say.one_less(chance(say, less)),
            });
        }
        if let Some([low, high]) = self.plan.range() {
            sentences.push(self.cannot_tell(say, [low, high]));
        }
        sentences
    }
}

/// To the minute, however many hours there are.
fn hours_shown(say: Language, minutes: u32) -> String {
    match minutes {
        0..6_000 => say.duration(minutes.into()),
        _ => format!("{} h {:02} min", say.grouped((minutes / 60).into()), minutes % 60),
    }
}

fn chance(say: Language, probability: Estimate) -> String {
    let shown = say.percent(probability.value);
    match probability {
        _ if shown.starts_with(['<', '>']) => shown,
        Estimate { std_error, .. } if std_error > 0.0 => say.percent_estimate(probability),
        // Neighbours differ by little.
        _ => say.hundredths(probability.value),
    }
}
