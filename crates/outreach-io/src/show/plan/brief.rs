//! The answer of `plan` at a glance.

use outreach::{Pace, Preset, Solve, Supply};

use super::{Planned, Row, Weeks};
use crate::Language;
use crate::answer::WhoseFigures;
use crate::show::document::{Document, Table};
use crate::show::{Answer, TextStyle, figures};

impl Planned {
    /// The sentence, what other confidences take, what other calls would, whose figures these are, and what to do next.
    pub(super) fn at_a_glance(&self, style: TextStyle) -> Document {
        let (say, campaign) = (style.language, &self.campaign);
        let mut document = Document::new(style);
        document.line(self.sentence(say));
        if let Some([low, high]) = self.plan.range() {
            document.line(self.cannot_tell(say, [low, high]));
        }
        if let Some(table) = self.table(say) {
            document.table(table);
        }
        document.gap();
        if let Some(range) = self.brings {
            document.line(say.such_campaigns_bring(range.said(say), range.share(say)));
        }
        if let Some(others) = self.other_strategies(say) {
            document.line(others);
        }
        document.line(self.whose_figures(say));
        document.hint(figures::next_step(say, campaign.rates()));
        document
    }

    /// `140 cold calls for 10 meetings, 90 % sure; about 13 h 50 min.`
    pub(super) fn in_one_sentence(&self, say: Language) -> String {
        let meetings = say.grouped(self.target.least_meetings().into());
        let sure = say.confidence_digits(self.target.confidence());
        let Some(smallest) = self.plan.smallest() else {
            return say.not_within(self.limit(say), meetings, self.best(say), sure);
        };
        if self.target.least_meetings() == 0 {
            return say.reached_already();
        }
        let calls = say.grouped(self.campaign.calls().into());
        if self.solve == Solve::Referrals {
            let count = say.grouped(smallest.into());
            let (called, all_cold) = if self.campaign.calls_again() {
                (say.so_many_people(&calls), say.cold_contacts(&calls))
            } else {
                (say.so_many_calls(&calls), say.so_many_cold_calls(&calls))
            };
            return match self.campaign.strategy().supply() {
                Supply::Pool(_) if smallest == 0 => say.no_introduction_to_start(calls, meetings, sure),
                _ if smallest == 0 => say.no_introduction(all_cold, meetings, sure),
                Supply::Pool(_) => say.introductions_to_start(count, calls, meetings, sure),
                _ => say.introductions_among(count, called, meetings, sure),
            };
        }
        let effort = self.effort_shown(say, smallest);
        let own = self.rows.iter().find(|row| row.confidence.total_cmp(&self.target.confidence()).is_eq());
        match (self.weeks, own.and_then(|row| row.minutes)) {
            (Some(Weeks { pace, even: Some(even), asked: Some(asked) }), _) => {
                let pace = match pace {
                    Pace::Calls(calls) => say.calls_a_week(say.grouped(calls.into())),
                    Pace::Minutes(minutes) => say.hours_a_week(say.duration(minutes.into())),
                };
                let [even, asked] = [even, asked].map(|weeks| say.grouped(weeks.into()));
                say.weeks_for(even, meetings, asked, sure, effort.trim_end_matches(','), pace)
            }
            (_, Some(minutes)) => say.effort_and_hours(effort, meetings, sure, say.about_duration(minutes.into())),
            _ => say.effort_for(effort, meetings, sure),
        }
    }

    /// `140 cold calls`, `13 h 50 min of cold calls`, `80 contacts (up to 3 calls each)`.
    fn effort_shown(&self, say: Language, size: u32) -> String {
        let (count, supply) = (say.grouped(size.into()), self.campaign.strategy().supply());
        match self.solve {
            Solve::Contacts => say.contacts_called(count, say.grouped(self.campaign.max_attempts().into())),
            Solve::AttemptsPerContact => say.calls_to_each(count, say.grouped(self.campaign.calls().into())),
            Solve::Hours => {
                let duration = say.duration(size.into());
                match supply {
                    Supply::Share(share) if share.get() == 0.0 => say.hours_of_cold_calls(duration),
                    Supply::Share(share) if share.get() >= 1.0 => say.hours_of_warm_calls(duration),
                    Supply::Share(share) => say.hours_partly_warm(duration, say.per_cent(100.0 * share.get())),
                    Supply::Count(warm) => say.hours_partly_warm(duration, say.grouped(warm.into())),
                    _ => self.hours_of_pool(say, duration),
                }
            }
            _ => match supply {
                Supply::Pool(pool) => say.calls_from_pool(count, say.grouped(pool.initial.into())),
                Supply::Share(share) => calls_shown(say, size, share.of(size)),
                Supply::Count(warm) => calls_shown(say, size, warm.min(size)),
                _ => say.so_many_calls(count),
            },
        }
    }

    fn hours_of_pool(&self, say: Language, duration: String) -> String {
        let initial = self.campaign.pool().map_or(0, |pool| pool.initial);
        say.hours_from_pool(duration, say.grouped(initial.into()))
    }

    /// What each confidence takes.
    pub(super) fn table(&self, say: Language) -> Option<Table> {
        let rows: Vec<_> = self.rows.iter().filter(|row| row.size.is_some()).collect();
        // One that was found is in the sentence already.
        let told = usize::from(self.plan.smallest().is_some());
        if rows.len() <= told || self.target.least_meetings() == 0 {
            return None;
        }
        let confidences = rows.iter().map(|row| match (1e6 * row.confidence).round() / 1e4 {
            rounded if rounded < 100.0 => say.per_cent(rounded),
            _ => say.percent(row.confidence),
        });
        let mut table = Table::new([say.how_sure()].into_iter().chain(confidences));
        let count = |size: Option<u32>| size.map_or_else(|| "–".to_owned(), |size| say.grouped(size.into()));
        let clock = |minutes: Option<u32>| minutes.map_or_else(|| "–".to_owned(), |minutes| say.clock(minutes.into()));
        let mut add = |name: String, cell: &dyn Fn(&Row) -> String| {
            table.row([name].into_iter().chain(rows.iter().map(|row| cell(row))));
        };
        match self.solve {
            Solve::Hours => add(say.hours(), &|row| clock(row.size)),
            Solve::Attempts => add(say.calls(), &|row| count(row.size)),
            Solve::Referrals => add(say.introductions(), &|row| count(row.size)),
            Solve::Contacts => add(say.contacts(), &|row| count(row.size)),
            Solve::AttemptsPerContact => add(say.calls_per_contact(), &|row| count(row.size)),
        }
        if rows.iter().any(|row| row.minutes.is_some()) {
            add(say.hours(), &|row| clock(row.minutes));
        }
        if rows.iter().any(|row| row.weeks.is_some()) {
            add(say.weeks(), &|row| count(row.weeks));
        }
        Some(table)
    }

    /// `23 calls if half of them are warm, 15 if eight in ten are.`
    pub(super) fn other_strategies(&self, say: Language) -> Option<String> {
        let own = self.campaign.rates().preset();
        let others = self.others.iter().filter(|other| other.preset == own).filter_map(|other| {
            let calls = say.grouped(other.size?.into());
            Some(match other.strategy.as_str() {
                "cold" => say.if_all_cold(calls),
                "mixed" => say.if_half_warm(calls),
                _ => say.if_eight_in_ten_warm(calls),
            })
        });
        let others: Vec<_> = others.collect();
        (!others.is_empty()).then(|| say.other_calls(others.join(", ")))
    }

    /// Whose figures these are, with the published ones beside.
    pub(super) fn whose_figures(&self, say: Language) -> String {
        figures::told(say, WhoseFigures::of_all(&self.campaign), &[&self.campaign], || self.at_published_rates(say))
    }

    /// What the same takes at the published rates.
    fn at_published_rates(&self, say: Language) -> Option<String> {
        let is_published = self.campaign.rates().preset() == Preset::Published;
        let other = self.others.iter().find(|other| !is_published && other.preset == Preset::Published)?;
        Some(match other.size {
            Some(size) => match self.solve {
                Solve::Attempts => say.so_many_calls(say.grouped(size.into())),
                Solve::Hours => say.about_duration(size.into()),
                _ => self.shown(say, size),
            },
            None => say.never_within(self.limit(say)),
        })
    }
}

fn calls_shown(say: Language, calls: u32, warm: u32) -> String {
    let count = say.grouped(calls.into());
    match warm {
        0 => say.cold_calls_counted(count),
        _ if warm == calls => say.warm_calls_counted(count),
        _ => say.calls_partly_warm(count, say.grouped(warm.into())),
    }
}
