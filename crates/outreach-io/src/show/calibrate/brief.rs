//! The answer of `calibrate` at a glance.

use std::cmp::Ordering;

use outreach::{CallCounts, Kind, Parameter, Posterior, Preset};

use super::Calibrated;
use super::beside::describe_verdict;
use super::parts::Month;
use crate::Language;
use crate::show::document::{Document, Table};
use crate::show::{Answer, TextStyle};

/// This many rates stand in the table.
const RATES: usize = 6;
/// This many words of each meaning, and this many values of rows that are set aside.
const WORDS: usize = 4;
/// This many rates of few trials are named.
const FEW: usize = 3;
/// A month of fewer trials tells no share.
const ENOUGH_OF_A_MONTH: u64 = 30;

const REACH: [Parameter; 2] = [Parameter::ColdReach, Parameter::WarmReach];
const MEETING: [Parameter; 2] = [Parameter::ColdMeeting, Parameter::WarmMeeting];

impl Calibrated {
    /// The rates now beside the published ones, where they went, how the log was read, and what to do with it.
    pub(super) fn at_a_glance(&self, style: TextStyle) -> Document {
        let say = style.language;
        let mut document = Document::new(style);
        let calls: Vec<_> = Kind::ALL.into_iter().filter_map(|kind| self.calls_at_a_glance(say, kind)).collect();
        if calls.is_empty() {
            document.line(self.sentence(say));
        }
        for sentence in calls {
            document.line(sentence);
        }
        if self.learned().next().is_some() {
            document.table(self.rates_at_a_glance(say));
        }
        for drift in Kind::ALL.into_iter().flat_map(|kind| self.drifts(say, kind)) {
            document.line(drift);
        }
        let [words, columns] = [self.rows.describe_words(say, WORDS), self.rows.columns_at_a_glance(say)];
        let few = self.few_at_a_glance(say);
        let silent = (!self.calibration.tells_of_meetings()).then(|| say.tells_no_meetings());
        let alike = self.alike.sentence(say).filter(|_| self.alike.connectors.is_some());
        for line in [alike, words, columns, self.rows.set_aside(say, WORDS), few, silent].into_iter().flatten() {
            document.line(line);
        }
        let next =
            self.scenario_in.as_ref().map_or_else(|| self.next_calibration(say), |file| say.next_with_scenario(file));
        document.gap().hint(format!("{next}  {}", say.details()));
        document
    }

    /// The calls of a kind: how many reach somebody, how many of these set a meeting, and what both come to.
    pub(super) fn calls_at_a_glance(&self, say: Language, kind: Kind) -> Option<String> {
        let calls = calls(say, kind);
        let [reach, meeting] = [REACH, MEETING].map(|of| of[kind as usize]);
        let of_contacts = [reach, meeting].map(|parameter| self.attempts.is_per_contact(parameter));
        let mean = |parameter| Some(self.calibration.posterior(parameter)?.beta.mean());
        let rough = |share: f64| say.rough_percent(share);
        Some(match (mean(reach), mean(meeting)) {
            (Some(reach), Some(meeting)) if of_contacts == [true, false] => {
                say.reach_and_meeting_per_contact(calls, rough(reach), rough(meeting), say.about(1.0 / reach / meeting))
            }
            (Some(reach), Some(meeting)) if of_contacts == [false; 2] => {
                say.reach_and_meeting(calls, rough(reach), rough(meeting), say.about(1.0 / reach / meeting))
            }
            (_, Some(meeting)) if of_contacts[1] => {
                say.meeting_per_contact(calls, rough(meeting), say.about(1.0 / meeting))
            }
            (_, Some(meeting)) => say.meeting_per_conversation(calls, rough(meeting), say.about(1.0 / meeting)),
            (Some(reach), None) => say.reach_alone(calls, rough(reach)),
            (None, None) => return None,
        })
    }

    fn rates_at_a_glance(&self, say: Language) -> Table {
        let header = [say.rate(), say.rate_now(), say.range_of_90(), say.trials(), say.published(), say.yours_is()];
        let mut table = Table::new(header);
        let rough = |[low, high]: [f64; 2]| say.rough_range(low, high);
        for (parameter, known) in self.learned().take(RATES) {
            let [range, verdict] = match self.said(Preset::Published, parameter) {
                Some(range) => [rough(range), describe_verdict(say, known.against(range))],
                None => ["–".to_owned(), String::new()],
            };
            let now = [say.rough_percent(known.beta.mean()), rough(known.interval90()), say.grouped(known.trials)];
            table.row([self.name(say, parameter)].into_iter().chain(now).chain([range, verdict]));
        }
        table
    }

    /// Where the rates of a kind went: from the first month to the last one where these tell it, else from the whole log to now.
    fn drifts(&self, say: Language, kind: Kind) -> impl Iterator<Item = String> {
        let reach: fn(&CallCounts) -> (u64, Option<f64>) = |of| (of.attempts, of.share_reached());
        let meeting: fn(&CallCounts) -> (u64, Option<f64>) = |of| (of.conversations, of.share_of_meetings());
        [(REACH, reach), (MEETING, meeting)].into_iter().filter_map(move |(of, share)| {
            let parameter = of[kind as usize];
            let known = self.calibration.posterior(parameter)?;
            let order = known.drift()?;
            let [before, now] = self.ends(say, kind, &known, order, share);
            let calls = calls(say, kind);
            Some(match (of == REACH, order) {
                (true, Ordering::Less) => say.reach_falls(calls, before, now),
                (true, _) => say.reach_rises(calls, before, now),
                (false, Ordering::Less) => say.meetings_fall(calls, before, now),
                (false, _) => say.meetings_rise(calls, before, now),
            })
        })
    }

    fn ends(
        &self,
        say: Language,
        kind: Kind,
        known: &Posterior,
        order: Ordering,
        share: fn(&CallCounts) -> (u64, Option<f64>),
    ) -> [String; 2] {
        let of_month = |(&month, counts): (&Month, &[CallCounts; 2])| match share(&counts[kind as usize]) {
            (trials, Some(share)) if trials >= ENOUGH_OF_A_MONTH => Some((month, share)),
            _ => None,
        };
        let mut months = self.parts.months.iter().filter_map(of_month);
        match (months.next(), months.next_back()) {
            (Some((first, before)), Some((last, now))) if now.partial_cmp(&before) == Some(order) => {
                [(first, before), (last, now)].map(|(month, share)| {
                    say.in_month(say.rough_percent(share), say.month_of_year(month, first.0 != last.0))
                })
            }
            _ => {
                let all = known.successes as f64 / known.trials as f64;
                [say.over_the_log(say.rough_percent(all)), say.at_its_end(say.rough_percent(known.beta.mean()))]
            }
        }
    }

    /// The same log once more, in words of the shell.
    fn next_calibration(&self, say: Language) -> String {
        let quoted = |file: &String| if file.contains(' ') { format!("\"{file}\"") } else { file.clone() };
        say.next_after_calibrate(self.log_in.as_ref().map_or_else(|| say.a_log(), quoted))
    }

    fn few_at_a_glance(&self, say: Language) -> Option<String> {
        let few = self.learned().filter(|(_, known)| known.trials < known.enough());
        let mut told: Vec<_> = few
            .map(|(parameter, known)| say.so_many_of(parameter, say.grouped(known.trials), say.grouped(known.enough())))
            .collect();
        let end = if told.len() > FEW { ", …" } else { "." };
        told.truncate(FEW);
        (!told.is_empty()).then(|| say.still_few(told.join(", ") + end))
    }
}

pub(in crate::show) fn calls(say: Language, kind: Kind) -> String {
    match kind {
        Kind::Cold => say.calls_cold(),
        Kind::Warm => say.calls_warm(),
    }
}
