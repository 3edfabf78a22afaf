//! The answer of `forecast`.

mod brief;

use outreach::{BestOrder, ContactYield, Contacts, Estimate, Kind, Parameter, Pmf, Rates};
use serde_json::Value;

use super::csv::{Cell, Sheet, Type};
use super::curves::{self, Distribution};
use super::document::Table;
use super::json::{QUANTILES, as_json, quantile_columns};
use super::picture::{Curve, Panel, Picture};
use super::{Answer, Document, TextStyle, dots, provenance};
use crate::answer::{
    BestOrderAnswer, Computed, CountRange, ForecastAnswer, GroupAnswer, GroupYield, ListSummary, MinutesAnswer,
    RatesInForce,
};
use crate::read::assumed::Assumed;
use crate::read::contacts::List;
use crate::read::rows::Rows;
use crate::{Language, Result, Scenario};

/// The answer of `forecast`: the distribution of each group, that of all contacts first.
#[derive(Debug, Clone)]
pub struct Forecast {
    rates: Rates,
    groups: Vec<Group>,
    rows: Rows,
    at_least: Vec<u32>,
    of_kinds: [bool; 2],
    /// Of each contact of a kind, from now on.
    max_attempts: u32,
    were_called: bool,
    best: Option<Best>,
}

/// How far some hours go.
#[derive(Debug, Clone)]
pub(crate) struct Best {
    hours: f64,
    /// That the calls and the meetings of these contacts are expected to take.
    minutes: f64,
    /// Of a cold call, of a warm one with its introduction, of a meeting.
    minutes_of: [f64; 3],
    /// Where they stand in the table, the one to be called first first.
    lines: Vec<u64>,
    distribution: Pmf,
    meetings: ListSummary,
}

impl Best {
    /// What the hours are best spent on.
    pub(crate) fn of(hours: f64, order: BestOrder<u64>, scenario: &Scenario) -> outreach::Result<Self> {
        let (first, minutes) = order.first();
        let mut contacts = Contacts::default();
        for (_, contact) in &first {
            contacts.push(*contact);
        }
        let minutes_of = scenario.effort().per_attempt_and_meeting();
        let lines = first.into_iter().map(|(line, _)| line).collect();
        let yields = contacts.yields(scenario.rates(), scenario.max_attempts())?;
        let meetings = (&yields).into();
        Ok(Self { hours, minutes, minutes_of, lines, distribution: yields.distribution().clone(), meetings })
    }

    fn sentences(&self, say: Language, contacts: u64) -> String {
        /// This many lines are named.
        const TOLD: usize = 10;
        let first: Vec<_> = self.lines.iter().take(TOLD).map(u64::to_string).collect();
        let more = if self.lines.len() > TOLD { ", …" } else { "" };
        let range = CountRange::of(&self.distribution);
        let (reached, mean) = (say.grouped(self.lines.len() as u64), say.plain(self.distribution.mean()));
        let [call, introduced, meeting] = self.minutes_of.map(|minutes| say.compact(minutes));
        let (hours, contacts) = (say.compact(self.hours), say.grouped(contacts));
        let calls = say.best_order(hours, reached, contacts, mean, say.range(range.low, range.high), range.share(say))
            + &say.minutes_taken(call, introduced, meeting);
        if first.is_empty() { calls } else { calls + &say.their_lines(format!("{}{more}", first.join(", "))) }
    }

    fn data(&self) -> BestOrderAnswer {
        let [cold_attempt, warm_attempt, meeting] = self.minutes_of;
        BestOrderAnswer {
            hours: self.hours,
            contacts: self.lines.len(),
            minutes: self.minutes,
            minutes_of: MinutesAnswer { cold_attempt, warm_attempt, meeting },
            meetings: self.meetings.clone(),
            lines: self.lines.clone(),
        }
    }
}

#[derive(Debug, Clone)]
struct Group {
    /// `None` for the whole list.
    name: Option<String>,
    contacts: u64,
    distribution: Pmf,
    meetings: GroupYield,
}

impl Forecast {
    /// The same of contacts that stood in no table, with the rows of each word that is a channel in the column of this name
    /// ([`ContactLayout::is_channel`](crate::ContactLayout::is_channel)): these are doubted.
    #[must_use]
    pub fn doubting(mut self, column: &str, channels: impl IntoIterator<Item = (String, u64)>) -> Self {
        self.rows.doubt(column, channels, Assumed::Channels);
        self
    }

    pub(crate) fn of(list: List, scenario: &Scenario, at_least: &[u32]) -> Result<Self> {
        let List { groups, is_grouped, rows, order, .. } = list;
        let best = order.map(|(hours, order)| Best::of(hours, order, scenario)).transpose()?;
        let mut all = Contacts::default();
        for contacts in groups.values() {
            all.merge(contacts);
        }
        let rates = scenario.rates();
        let (of_kinds, were_called) = (Kind::ALL.map(|kind| all.of_kind(kind) > 0), all.were_called());
        let max_attempts = scenario.max_attempts();
        let groups = groups.into_iter().filter(|_| is_grouped).map(|(name, contacts)| (Some(name), contacts));
        let group = |(name, contacts): (Option<String>, Contacts)| {
            let yields = contacts.yields(rates, max_attempts)?;
            let meetings = GroupYield::new(&yields, at_least);
            Ok(Group { name, contacts: contacts.contacts(), distribution: yields.distribution().clone(), meetings })
        };
        let groups = std::iter::once((None, all)).chain(groups).map(group).collect::<outreach::Result<_>>()?;
        let (rates, at_least) = (rates.clone(), at_least.to_vec());
        Ok(Self { rates, groups, rows, at_least, of_kinds, max_attempts, were_called, best })
    }

    /// The distribution of the meetings of the whole list.
    pub fn distribution(&self) -> &Pmf {
        &self.groups[0].distribution
    }

    /// The same of each group, that of the whole list first.
    pub fn distributions(&self) -> impl Iterator<Item = &Pmf> {
        self.groups.iter().map(|group| &group.distribution)
    }

    /// Whether some cold, some warm contacts have the scenario's probabilities.
    pub fn of_kinds(&self) -> [bool; 2] {
        self.of_kinds
    }

    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> ForecastAnswer {
        let deciding = Parameter::ALL.into_iter().filter(|parameter| self.decides(*parameter));
        let group = |group: &Group| GroupAnswer {
            group: group.name.clone(),
            contacts: group.contacts,
            meetings: group.meetings.clone(),
        };
        ForecastAnswer {
            schema: provenance::schema("forecast"),
            version: provenance::VERSION.to_owned(),
            scenario: RatesInForce::new(&self.rates, deciding),
            assumptions: self.assumptions().into_iter().map(str::to_owned).collect(),
            computed: Computed::unless(self.is_averaged()),
            seed: self.is_averaged().then_some(ContactYield::SEED),
            trials: self.is_averaged().then_some(ContactYield::WORLDS),
            contacts: self.groups[0].contacts,
            max_attempts: if self.of_kinds.contains(&true) { self.max_attempts } else { 1 },
            rows: self.rows.data(),
            reading: self.rows.reading(),
            groups: self.groups.iter().map(group).collect(),
            best_order: self.best.as_ref().map(Best::data),
        }
    }

    /// Whether some distribution is an average over drawn values of the rates.
    fn is_averaged(&self) -> bool {
        self.groups.iter().any(|group| group.meetings.summary.errors.is_some())
    }

    /// Whether some contact of a kind has a second attempt, now or before: then it matters who can be reached at all.
    pub fn calls_again(&self) -> bool {
        self.of_kinds.contains(&true) && (self.max_attempts > 1 || self.were_called)
    }

    fn title(&self, say: Language) -> String {
        if self.calls_again() {
            let contacts = say.grouped(self.groups[0].contacts);
            let most = self.max_attempts;
            return match (self.were_called, most) {
                (true, 1) => say.contacts_called_once_more(contacts),
                (true, _) => say.contacts_called_more(contacts, say.grouped(most.into())),
                (false, _) => say.contacts_called_again(contacts, say.grouped(most.into())),
            };
        }
        say.contacts_title(say.grouped(self.groups[0].contacts))
    }

    /// Whether a rate decides how contacts of the kinds in the list do.
    fn decides(&self, parameter: Parameter) -> bool {
        let key = parameter.key();
        if [Parameter::ColdReachable, Parameter::WarmReachable].contains(&parameter) && !self.calls_again() {
            return false;
        }
        let [cold, warm] = self.of_kinds;
        (cold && key.starts_with("cold.")) || (warm && (key.starts_with("warm.") || key.starts_with("incident.")))
    }

    fn assumptions(&self) -> Vec<&'static str> {
        let assumed = |parameter: &Parameter| self.rates.provenance(*parameter) == outreach::Provenance::Assumed;
        let deciding = Parameter::ALL.into_iter().filter(|parameter| self.decides(*parameter));
        deciding.filter(assumed).map(Parameter::key).collect()
    }
}

impl Group {
    fn shown_name(&self, say: Language) -> String {
        match self.name.as_deref() {
            None => say.all_contacts(),
            Some("") => say.empty(),
            Some(name) => name.to_owned(),
        }
    }

    fn quantiles(&self) -> [usize; 5] {
        QUANTILES.map(|q| self.distribution.quantile(q))
    }

    /// P(at least so many meetings), with the standard error that it may have.
    fn at_least(&self, count: u32) -> (f64, Option<f64>) {
        (self.distribution.at_least(count as usize), self.meetings.at_least_std_error.get(&count).copied())
    }
}

impl Forecast {
    /// What the whole list brings, in a sentence.
    fn of_all(&self, say: Language) -> String {
        let all = &self.groups[0];
        let (range, about) = (CountRange::of(&all.distribution), say.about(all.distribution.mean()));
        say.about_contacts(about, say.grouped(all.contacts), range.said(say), range.share(say))
    }
}

impl Answer for Forecast {
    fn sentence(&self, say: Language) -> String {
        let in_hours = self.best.as_ref().map(|best| best.in_short(say, self.groups[0].contacts));
        [self.of_all(say)].into_iter().chain(in_hours).collect::<Vec<_>>().join(" ")
    }

    fn short(&self, style: TextStyle) -> Document {
        self.at_a_glance(style)
    }

    fn whole(&self, style: TextStyle) -> Document {
        let (say, all) = (style.language, &self.groups[0]);
        let mut document = Document::new(style);
        document.heading(self.title(say)).gap();
        let how = if self.is_averaged() {
            say.averaged_list(say.grouped(ContactYield::WORLDS.into()), ContactYield::SEED)
        } else {
            say.exact_list()
        };
        document.line(format!("{} {how}", self.of_all(say)));
        let quantiles = QUANTILES.map(|q| say.per_cent(100.0 * q));
        let header = [String::new(), say.contacts(), say.mean(), say.sd()].into_iter().chain(quantiles);
        let at_least = self.at_least.iter().map(|count| format!("≥ {count}"));
        let mut table = Table::new(header.chain(at_least));
        for group in &self.groups {
            let distribution = &group.distribution;
            let moments = match &group.meetings.summary.errors {
                None => [distribution.mean(), distribution.sd()].map(|number| say.plain(number)),
                Some(errors) => [(distribution.mean(), errors.std_error), (distribution.sd(), errors.sd_std_error)]
                    .map(|(value, std_error)| say.with_error(Estimate { value, std_error })),
            };
            let moments = std::iter::once(say.grouped(group.contacts)).chain(moments);
            let quantiles = group.quantiles().map(|count| count.to_string());
            let at_least = self.at_least.iter().map(|count| match group.at_least(*count) {
                (value, None) => say.percent(value),
                (value, Some(std_error)) => say.percent_estimate(Estimate { value, std_error }),
            });
            table.row(std::iter::once(group.shown_name(say)).chain(moments).chain(quantiles).chain(at_least));
        }
        document.table(table);
        if let Some(best) = &self.best {
            document.line(best.sentences(say, all.contacts));
        }
        document.lines(&self.watch(say)).line(self.whose(say));
        for line in
            [self.rows.describe_words(say, usize::MAX), self.rows.columns_at_a_glance(say)].into_iter().flatten()
        {
            document.line(line);
        }
        if self.of_kinds.contains(&true) {
            provenance::lines_of_rates(&mut document, &self.rates);
        }
        document
    }

    fn json_within(&self, bytes: usize) -> Option<Value> {
        as_json(&self.data(), bytes)
    }

    fn csv(&self) -> Sheet {
        // Of exact numbers there is no error to be told.
        let averaged = self.is_averaged();
        let errors =
            |names: &[&str]| names.iter().filter(|_| averaged).map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let mut reals: Vec<_> = self.at_least.iter().map(|count| format!("at_least_{count}")).collect();
        reals.extend(errors(&["std_error", "sd_std_error"]));
        reals.extend(self.at_least.iter().flat_map(|count| errors(&[&format!("at_least_{count}_std_error")])));
        let header = Type::Text.of(["group"]).chain(Type::Whole.of(["contacts"])).chain(Type::Real.of(["mean", "sd"]));
        let header = header.chain(Type::Whole.of(quantile_columns()));
        let mut sheet = Sheet::new(header.chain(Type::Real.of(reals)));
        for group in &self.groups {
            let name = group.name.as_deref().map_or(Cell::Empty, Cell::from);
            let mut row = vec![name, Cell::whole(group.contacts)];
            row.extend([group.distribution.mean(), group.distribution.sd()].map(Cell::Number));
            row.extend(group.quantiles().map(Cell::whole));
            let at_least = self.at_least.iter().map(|count| group.at_least(*count));
            row.extend(at_least.clone().map(|(share, _)| Cell::Number(share)));
            if averaged {
                let own = group.meetings.summary.errors.as_ref().map(|errors| [errors.std_error, errors.sd_std_error]);
                let own = own.map_or([None; 2], |errors| errors.map(Some)).into_iter();
                row.extend(
                    own.chain(at_least.map(|(_, error)| error)).map(|error| error.map_or(Cell::Empty, Cell::Number)),
                );
            }
            sheet.row(row);
        }
        sheet
    }

    /// The distribution of the whole list.
    fn picture(&self, say: Language) -> Option<Picture> {
        let distribution = Distribution::Exact(&self.groups[0].distribution);
        let counts = curves::counts(&[distribution], curves::LEFT_OUT);
        let meetings = Panel::Curves {
            axes: [curves::axis(say, &say.meetings_held(), distribution), say.probability()],
            bars: Some(Curve { name: String::new(), points: distribution.masses(&counts) }),
            curves: Vec::new(),
            marks: curves::marks(distribution),
            reach: curves::reach(&counts),
        };
        let dots = dots::panel(say, &say.meetings_held(), distribution, &counts);
        let at_least = curves::at_least(say, &say.meetings_held(), &[(String::new(), distribution)], &counts);
        let description = curves::describe(say, &say.meetings_held_title(), distribution);
        Some(Picture { language: say, title: self.title(say), description, panels: vec![dots, meetings, at_least] })
    }

    fn warnings(&self, say: Language) -> Vec<String> {
        self.rows.warnings(say)
    }

    fn notes(&self, say: Language) -> Vec<String> {
        self.rows.notes(say)
    }
}
