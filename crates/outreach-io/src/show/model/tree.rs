//! The call tree, drawn with characters.

use outreach::{Parameter, Rate, Reading, Response};

use super::Modelled;
use crate::Language;
use crate::show::{TextStyle, provenance};

/// What stands between two columns.
const BETWEEN: &str = "  ";
/// What stands before drawings.
const INDENT: usize = 2;

/// A line of the tree: a branch and, where it is one, its rate.
type Line = (String, Option<Parameter>);

impl Modelled {
    /// `cold.meeting` or, for what follows another, `assumed, follows cold.meeting`.
    pub(super) fn origin(&self, say: Language, parameter: Parameter) -> String {
        let provenance = say.provenance(self.rates.provenance(parameter));
        self.rates
            .following(parameter)
            .map_or_else(|| provenance.clone(), |followed| say.follows(&provenance, followed))
    }

    /// The lines of both trees, an empty one between them.
    fn lines(&self, say: Language) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        let mut line = |stem: &str, what: String, parameter: Option<Parameter>| {
            lines.push((format!("{stem}{what}"), parameter));
        };
        line("", say.cold_attempt(), None);
        line("└─ ", say.reached_conversation(), Some(Parameter::ColdReach));
        line("   └─ ", say.meeting_set(), Some(Parameter::ColdMeeting));
        line("      └─ ", say.meeting_held(), Some(Parameter::ColdShow));
        line("", String::new(), None);
        line("", say.warm_attempt(), None);
        line("└─ ", say.reached_conversation(), Some(Parameter::WarmReach));
        line("   ├─ ", say.no_incident(), None);
        line("   │  └─ ", say.meeting_set(), Some(Parameter::WarmMeeting));
        line("   ├─ ", say.incident_at_name(), Some(Parameter::IncidentRate));
        line("   │  ├─ ", say.connector_unknown(), None);
        line("   │  │  ├─ ", say.recovered(), Some(Parameter::IncidentRecovery));
        line("   │  │  │  └─ ", say.meeting_set(), Some(Parameter::WarmMeeting));
        line("   │  │  └─ ", say.not_recovered(), None);
        line("   │  │     └─ ", say.meeting_set(), Some(Parameter::IncidentPlainAsk));
        line("   │  └─ ", say.connector_disliked(), Some(Parameter::IncidentDisliked));
        for (letter, response) in ["a", "b", "c", "d"].into_iter().zip(Response::ALL) {
            let stem = if letter == "d" { "   │     └─ " } else { "   │     ├─ " };
            let chosen =
                if response == self.rates.response() { format!(" ◄ {}", say.chosen()) } else { String::new() };
            line(stem, format!("({letter}) {}{chosen}", say.response(response)), Some(response.parameter()));
        }
        line("   └─ ", say.set_then_held(), Some(Parameter::WarmShow));
        lines
    }

    /// Whether a rate is not what was given, but solved from it.
    fn is_solved(&self, parameter: Parameter) -> bool {
        parameter == Parameter::WarmMeeting && self.rates.reading() == Reading::Overall
    }

    /// With every value to its last digit and where it comes from.
    pub(super) fn whole_tree(&self, say: Language) -> String {
        let told = |(branch, parameter): Line| {
            let Some(parameter) = parameter else { return branch };
            let rate = self.rates.rate(parameter);
            let (value, origin) = if self.is_solved(parameter) {
                (say.fraction(self.world.meeting_if_standing_kept()), say.solved_from(provenance::shown(say, rate)))
            } else {
                let value = match rate {
                    Rate::Beta(_) => provenance::shown(say, rate),
                    _ => say.fraction(self.world.value(parameter)),
                };
                (value, self.origin(say, parameter))
            };
            format!("{branch:<38} {:<18}  {value:<20}  {origin}", parameter.key())
        };
        self.lines(say).into_iter().map(told).collect::<Vec<_>>().join("\n")
    }

    /// With every value in per cent; the keys and where they come from stand beside it as far as the style's width allows.
    pub(super) fn tree(&self, style: TextStyle) -> String {
        let say = style.language;
        let told = |(branch, parameter): Line| {
            let Some(parameter) = parameter else { return [branch, String::new(), String::new(), String::new()] };
            let value = if self.is_solved(parameter) {
                self.world.meeting_if_standing_kept()
            } else {
                self.world.value(parameter)
            };
            let shown = match self.rates.rate(parameter) {
                Rate::Beta(beta) if !self.is_solved(parameter) => {
                    let [low, high] = [0.05, 0.95].map(|q| say.percent_digits(beta.quantile(q)));
                    format!("{} ({low}–{high})", say.percent_of(say.percent_digits(value)))
                }
                _ => say.percent_of(say.percent_digits(value)),
            };
            let origin = say.provenance(self.rates.provenance(parameter));
            [branch, shown, parameter.key().to_owned(), origin]
        };
        let rows: Vec<[String; 4]> = self.lines(say).into_iter().map(told).collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let widths = [0, 1, 2, 3].map(width);
        let fits = |columns: usize| {
            let taken: usize = widths[..columns].iter().sum::<usize>() + (columns - 1) * BETWEEN.len();
            INDENT + taken <= style.width()
        };
        let columns = (2..=4).rev().find(|&columns| fits(columns)).unwrap_or(2);
        let line = |row: &[String; 4]| {
            let cells = row.iter().zip(widths).take(columns).map(|(cell, width)| format!("{cell:<width$}"));
            cells.collect::<Vec<_>>().join(BETWEEN).trim_end().to_owned()
        };
        rows.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}
