//! The answer of `simulate` as a document for people.

use outreach::{Campaign, Parameter, Stop, Supply, Variance};

use super::Simulated;
use super::counts::COUNTS;
use super::rounds;
use crate::Language;
use crate::show::document::Table;
use crate::show::json::QUANTILES;
use crate::show::summary::summary;
use crate::show::{Answer, Document, TextStyle, curves, histogram, provenance};

impl Simulated {
    /// All that there is to say.
    pub(super) fn in_detail(&self, style: TextStyle) -> Document {
        let (say, campaign) = (style.language, self.run.campaign());
        let mut document = Document::new(style);
        document.heading(heading(say, campaign));
        if let Some(begun) = &self.begun {
            document.line(begun.sentence(say)).gap();
        }
        document.line(self.sentence(say)).table(self.summary(say));
        if let Some(distribution) = &self.distribution {
            document.line(say.agreement(say.signed(self.run.against(distribution).sigmas())));
        }
        if let Some(reason) = &self.why_none {
            document.line(say.simulated_only(say.no_distribution(reason)));
        }
        if let Some(doubt) = self.doubt(say) {
            document.gap().line(doubt);
        }
        if !self.at_least.is_empty() {
            document.table(self.chances(say));
        }
        if let Some(weeks) = &self.by_week {
            document.heading(say.week_by_week()).table(weeks.table(say, campaign, &self.at_least));
        }
        if campaign.calls_again() {
            if let Some(sentence) = rounds::sentence(&self.run, say).or_else(|| rounds::in_hours(&self.run, say)) {
                document.gap().line(sentence);
            }
            document.heading(say.rounds_title()).table(rounds::table(&self.run, say));
            document.line(self.attempts_of_contacts(say));
        } else if campaign.stop() != Stop::Calls {
            document.heading(say.attempts_title()).table(summary(say, self.attempts.as_ref(), self.run.attempts()));
        }
        if let Some(chains) = &self.chains {
            document.heading(say.referrals_title()).gap();
            for sentence in chains.sentences(say) {
                document.line(sentence);
            }
            document.table(chains.generations(say));
        }
        document.drawing(if self.stops_at_meetings() {
            histogram::bars(self.run.attempts(), self.attempts.as_ref(), curves::LEFT_OUT_OF_CALLS, style)
        } else {
            histogram::bars(self.run.meetings(), self.distribution.as_ref(), curves::LEFT_OUT, style)
        });
        document.table(self.per_campaign(say)).gap();
        if let Some(introduction) = self.introduction(say) {
            document.line(introduction);
        }
        document.line(self.whose_figures(say));
        provenance::lines(&mut document, campaign);
        provenance::sampled(&mut document, self.run.seed(), self.run.trials());
        document
    }

    /// Mean, standard deviation and quantiles, exact and simulated.
    fn summary(&self, say: Language) -> Table {
        let mut table = summary(say, self.distribution.as_ref(), self.run.meetings());
        if let (None, Ok(moments)) = (&self.distribution, self.run.campaign().exact_moments()) {
            let cells = [say.exact(), say.plain(moments.mean), say.plain(moments.sd())];
            table.row(cells.into_iter().chain(QUANTILES.map(|_| "–".to_owned())));
        }
        table
    }

    /// Luck and ignorance apart, where a rate is uncertain.
    fn doubt(&self, say: Language) -> Option<String> {
        if self.run.campaign().uncertain().is_empty() {
            return None;
        }
        let (luck, ignorance, errors) = match self.run.variance() {
            Variance::Exact { luck, ignorance } => (luck, ignorance, String::new()),
            Variance::Simulated { luck, ignorance } => {
                let errors = say.variances(say.with_error(luck), say.with_error(ignorance));
                (luck.value, ignorance.value, errors)
            }
        };
        // One trial tells no variance, and a yield that is always the same has none to split.
        if !(luck + ignorance).is_normal() {
            return None;
        }
        let [luck_sd, ignorance_sd] = [luck, ignorance].map(|variance| say.decimals(variance.max(0.0).sqrt(), 1));
        let share = 100.0 * ignorance / (luck + ignorance);
        let set = self.set_to_possible(say).unwrap_or_default();
        Some(say.doubt(luck_sd, ignorance_sd, say.decimals(share, 0), errors, set))
    }

    /// How often a drawn rate was set to what is possible, and which.
    fn set_to_possible(&self, say: Language) -> Option<String> {
        let (share, campaign) = (self.run.clamped(), self.run.campaign());
        let reach = [Parameter::ColdReach, Parameter::ColdReachable, Parameter::WarmReach, Parameter::WarmReachable];
        let of_reach = campaign.calls_again() && campaign.uncertain().iter().any(|(rate, _)| reach.contains(rate));
        let what = match (campaign.solves_uncertain_probability(), of_reach) {
            (true, true) => say.no_solution_or_reach(),
            (true, false) => say.no_solution(),
            _ => say.reach_above_share(),
        };
        (share.value > 0.0).then(|| say.set_to_possible(say.percent_estimate(share), what))
    }

    /// How many attempts the contacts take.
    fn attempts_of_contacts(&self, say: Language) -> String {
        if let Ok(made) = self.run.campaign().attempts_made() {
            return say.attempts_made(say.decimals(made.mean, 1), say.decimals(made.sd, 1));
        }
        let attempts = self.run.attempts();
        say.attempts_made(say.estimate(attempts.mean()), say.estimate(attempts.sd()))
    }

    fn chances(&self, say: Language) -> Table {
        let mut table = Table::new([say.meetings(), say.exact(), say.simulated()]);
        let possible = self.run.campaign().possible_meetings();
        for &count in &self.at_least {
            let exact = self.distribution.as_ref().map(|distribution| {
                say.chance(distribution.at_least(count as usize), count <= *possible.end(), count <= *possible.start())
            });
            let simulated = say.percent_estimate(self.run.meetings().at_least(count.into()));
            table.row([say.at_least(count), exact.unwrap_or_else(|| "–".into()), simulated]);
        }
        table
    }

    fn per_campaign(&self, say: Language) -> Table {
        let mut table = Table::new([say.per_campaign(), say.mean()]);
        for (_, members) in COUNTS {
            for &(name, quantity, told) in members {
                let mean = self.run.mean(quantity);
                if mean.value > 0.0 || name == "total" {
                    table.row([told(say), say.estimate(mean)]);
                }
            }
        }
        let ratios = [
            (say.minutes(), Some(self.run.minutes())),
            (say.meetings_per_hour(), self.run.meetings_per_hour()),
            (say.attempts_per_meeting(), self.run.attempts_per_meeting()),
        ];
        for (name, ratio) in ratios {
            table.row([name, ratio.map_or_else(|| say.none(), |ratio| say.estimate(ratio))]);
        }
        table
    }
}

/// What the campaign is, in a heading.
pub(super) fn heading(say: Language, campaign: &Campaign) -> String {
    let calls = say.grouped(campaign.calls().into());
    if campaign.calls_again() {
        let most = say.grouped(campaign.max_attempts().into());
        let of_contacts = match (campaign.was_called(), campaign.max_attempts()) {
            (false, _) => say.so_many_contacts(&calls, most),
            (true, 1) => say.so_many_open_contacts_once(&calls),
            (true, _) => say.so_many_open_contacts(&calls, most),
        };
        let when = match campaign.stop() {
            Stop::Minutes(minutes) => say.contacts_within(say.compact(minutes / 60.0), of_contacts),
            Stop::Meetings(meetings) => say.contacts_until(say.grouped(meetings.into()), of_contacts),
            _ => of_contacts,
        };
        let [warm, cold] = [campaign.warm_attempts(), campaign.cold_attempts()].map(|of| say.grouped(of.into()));
        return say.campaign_title(when, say.warm_and_cold(warm, cold), say.strategy_name(campaign.strategy().name()));
    }
    let capped = campaign.calls() < Campaign::MAX_CALLS;
    let cap = if capped { say.at_most_calls(&calls) } else { String::new() };
    let when = match campaign.stop() {
        Stop::Minutes(minutes) => say.in_hours(say.compact(minutes / 60.0), cap),
        Stop::Meetings(meetings) => say.in_calls_until(say.grouped(meetings.into()), cap),
        _ => say.so_many_calls(calls),
    };
    let supply = match (campaign.strategy().supply(), campaign.is_planned()) {
        (Supply::Pool(pool), _) => say.to_start_with(say.grouped(pool.initial.into())),
        (_, true) => {
            let counted = |calls: u32| say.grouped(calls.into());
            say.warm_and_cold(counted(campaign.warm_attempts()), counted(campaign.cold_attempts()))
        }
        _ => String::new(),
    };
    say.campaign_title(when, supply, say.strategy_name(campaign.strategy().name()))
}
