//! The answer of `sensitivity` at a glance, and its picture in characters.

use outreach::{Estimate, Information, Measure, Movement, Parameter};

use super::{Analysed, labelled};
use crate::Language;
use crate::show::document::Document;
use crate::show::{Answer, TextStyle, figures};

/// This many bars are seen at a glance.
const BARS: usize = 8;
/// What stands before drawings.
const INDENT: usize = 2;
/// Shorter than this a bar tells nothing.
const SHORTEST: usize = 10;
/// The longest bar.
const LONGEST: usize = 50;

/// A bar that is not a mere line: what it is of, its range, and the yields at its ends.
pub(super) type Moving = (Movement, String, [f64; 2]);

impl Analysed {
    /// The sentence, the longest bars, what to log first, whose figures these are, and what to do next.
    pub(super) fn at_a_glance(&self, style: TextStyle) -> Document {
        let say = style.language;
        let mut document = Document::new(style);
        document.line(self.sentence(say));
        let moving = self.moving(say).len();
        if moving > 0 {
            document.drawing(self.drawing(style, BARS));
            document.gap();
            if moving > BARS {
                document.hint(say.smaller_bars((moving - BARS) as u64));
            }
            document.line(say.each_alone());
            self.ranges_of_others(&mut document, say);
        }
        if let Some(few) = say.of_few_trials(self.sampling.most_trials()).filter(|_| self.found.is_sampled()) {
            document.line(few);
        }
        self.what_it_brings(&mut document, say);
        document.line(self.advice(say, true)).gap();
        document.line(self.whose_figures(say));
        document.hint(figures::next_step(say, self.campaign.rates()));
        document
    }

    /// Whose figures these are, with the published ones beside.
    pub(super) fn whose_figures(&self, say: Language) -> String {
        let beside = || Some(say.about_so_many_meetings(say.about(self.base_at_published_rates()?)));
        figures::whose(say, &self.campaign, beside)
    }

    /// What the ranges of numbers are, and what the bar of a correlation is of.
    pub(super) fn ranges_of_others(&self, document: &mut Document, say: Language) {
        let numbers = self.found.numbers();
        if numbers.iter().any(|bar| bar.number.key.starts_with("pool.")) {
            document.line(say.numbers_within());
        } else if !numbers.is_empty() {
            document.line(say.minutes_within());
        }
        if self.found.bars().iter().any(|bar| bar.of == Measure::LowEnd) {
            document.line(say.correlation_moves_the_low_end());
        }
    }

    pub(super) fn what_it_brings(&self, document: &mut Document, say: Language) {
        if let Some(range) = self.brings {
            document.line(say.such_campaigns_bring(range.said(say), range.share(say)));
        }
    }

    /// `cold.meeting moves the yield most: 46.9 to 53.5 meetings, 49.7 as it stands.`
    pub(super) fn in_one_sentence(&self, say: Language) -> String {
        let moving = self.moving(say);
        moving.iter().find(|(bar, ..)| bar.of == Measure::Mean).map_or_else(
            || say.moves_nothing(),
            |(bar, _, [low, high])| {
                let [low, high] = [low.min(*high), low.max(*high)];
                let [low, high, base] =
                    [low, high, self.found.base().value].map(|meetings| counted(say, meetings, high - low));
                say.moves_most(bar.key, low, high, base)
            },
        )
    }

    /// The bars that are not a mere line, the longest first.
    pub(super) fn moving(&self, say: Language) -> Vec<Moving> {
        let base = self.found.base().value;
        let moving = self.found.movements().into_iter().filter(|bar| bar.span() > 1e-9);
        let shown = |bar: Movement| {
            let ends = bar.yields.map(|end| end.map_or(base, |end| end.value));
            (bar, range(say, &bar), ends)
        };
        moving.map(shown).collect()
    }

    /// At most this many bars on one scale, the yield as it stands a line across them. Where they would be too short to be read
    /// the ranges are left out.
    pub(super) fn drawing(&self, style: TextStyle, most: usize) -> String {
        let (say, mut moving) = (style.language, self.moving(style.language));
        moving.truncate(most);
        let base = self.found.base().value;
        let all = || moving.iter().flat_map(|(_, _, ends)| *ends).chain([base]);
        let [least, highest] = [all().fold(f64::MAX, f64::min), all().fold(f64::MIN, f64::max)];
        let rows: Vec<[String; 4]> = moving
            .iter()
            .map(|(bar, range, ends)| {
                let [low, high] = ends.map(|end| counted(say, end, highest - least));
                [labelled(say, bar), range.clone(), low, high]
            })
            .collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let [name, range, low, high] = [0, 1, 2, 3].map(width);
        let room = |taken: usize| style.width().saturating_sub(INDENT + taken);
        let beside = name + 2 + low + 1 + 1 + high;
        let ranged = room(beside + range + 2) >= SHORTEST;
        let bar = room(if ranged { beside + range + 2 } else { beside }).clamp(SHORTEST, LONGEST);
        let place = |value: f64| ((value - least) / (highest - least) * (bar - 1) as f64).round() as usize;
        let line = |(row, (_, _, ends)): (&[String; 4], &Moving)| {
            let [from, to] = [ends[0].min(ends[1]), ends[0].max(ends[1])].map(place);
            let cell = |at: usize| match at {
                at if at == place(base) => '│',
                at if (from..=to).contains(&at) => '█',
                _ => ' ',
            };
            let cells: String = (0..bar).map(cell).collect();
            let [key, of, at_low, at_high] = row;
            let range = if ranged { format!("{of:<range$}  ") } else { String::new() };
            format!("{key:<name$}  {range}{at_low:>low$} {cells} {at_high:<high$}")
        };
        rows.iter().zip(&moving).map(line).collect::<Vec<_>>().join("\n")
    }

    /// What to log, in words; roughly, or with standard errors.
    pub(super) fn advice(&self, say: Language, roughly: bool) -> String {
        let Some(kinds) = self.found.to_log() else { return say.all_known() };
        if kinds.iter().any(|information| information.share.is_nan()) {
            return say.ignorance_not_seen();
        }
        if kinds.iter().all(|information| information.share == 0.0 && information.std_error == 0.0) {
            return say.single_calls_tell_nothing();
        }
        let shown = |information: Information| {
            let share = Estimate { value: information.share, std_error: information.std_error };
            let shown = match share.std_error {
                _ if roughly => say.whole_percent(share.value),
                0.0 => say.percent(share.value),
                _ => say.percent_estimate(share),
            };
            (say.kind(information.kind), shown)
        };
        let [(first, first_share), (other, other_share)] = kinds.map(shown);
        say.log_first(first, first_share, other, other_share)
    }
}

/// An end of a span, with as many digits as tell it from the other.
fn counted(say: Language, meetings: f64, span: f64) -> String {
    match span {
        span if span >= 10.0 => say.decimals(meetings, 0),
        span if span >= 0.5 => say.decimals(meetings, 1),
        span if span >= 0.05 => say.decimals(meetings, 2),
        span if span >= 0.005 => say.decimals(meetings, 3),
        _ => say.about(meetings),
    }
}

/// `4 to 20 %` of a rate, `2 to 10` of a number.
fn range(say: Language, bar: &Movement) -> String {
    let is_number = |key: &str| Parameter::ALL.iter().all(|rate| rate.key() != key);
    if bar.of == Measure::LowEnd || is_number(bar.key) {
        let shown = |end: f64| say.compact((1e3 * end).round() / 1e3);
        let [low, high] = bar.range.map(|end| if end.is_finite() { shown(end) } else { "Poisson".to_owned() });
        return say.range(low, high);
    }
    let [low, high] = bar.range.map(|end| say.percent_digits(end));
    say.range(low, say.percent_of(high))
}
