//! The answer of `backtest` at a glance.

use std::cmp::Ordering;

use outreach::{Forecasted, Scores};

use super::Backtested;
use crate::Language;
use crate::show::calibrate::calls;
use crate::show::{Answer, Document, TextStyle};

/// This many forecasts are drawn: the last ones.
const DRAWN: usize = 8;
/// The widest drawing of a range.
const WIDEST: usize = 48;

impl Backtested {
    /// The verdict, the last forecasts with what came, a constant rate beside them, and what to make of it.
    pub(super) fn at_a_glance(&self, style: TextStyle) -> Document {
        let say = style.language;
        let mut document = Document::new(style);
        document.line(self.sentence(say)).drawing(self.last_forecasts(style)).gap();
        document.line(say.each_of_the_next(self.batch, calls(say, self.kind)));
        let [ours, constant] = &self.scores;
        let beside = say.a_constant_rate_held(held(constant), ours.forecasts);
        document.line(format!("{beside} {}", errors(say, ours, constant)));
        document.line(match ours.against_expected() {
            Ordering::Less => say.take_wider_ranges(),
            Ordering::Equal => say.trust_until_they_differ(),
            Ordering::Greater => say.ranges_are_wide(),
        });
        document.gap().hint(format!("{}  {}", say.rates_by_calibrate(), say.details()));
        document
    }

    pub(super) fn verdict(&self, say: Language) -> String {
        /// Of fewer forecasts luck decides over a fifth of what their ranges hold.
        const ENOUGH: usize = 16;
        let [ours, _] = &self.scores;
        let expected = say.decimals(ours.expected80 * ours.forecasts as f64, 0);
        let (held, forecasts) = (held(ours), ours.forecasts);
        match ours.against_expected() {
            Ordering::Less => say.are_too_sure(held, forecasts, expected),
            Ordering::Equal if forecasts < ENOUGH => say.are_too_few(held, forecasts, expected),
            Ordering::Equal => say.can_be_trusted(held, forecasts, expected),
            Ordering::Greater => say.are_too_cautious(held, forecasts, expected),
        }
    }

    /// `call 2,901  ├──●────┤      6–14    9`.
    fn last_forecasts(&self, style: TextStyle) -> String {
        let say = style.language;
        let all = self.backtest.forecasts();
        let last = &all[all.len().saturating_sub(DRAWN)..];
        let ends = |forecast: &Forecasted| [forecast.drifting.interval80[1], forecast.outcome];
        let most = last.iter().flat_map(ends).max().unwrap_or(0);
        let rows: Vec<[String; 3]> = last
            .iter()
            .map(|forecast| {
                let [low, high] = forecast.drifting.interval80.map(|end| say.grouped(end as u64));
                let from = say.call_number(say.grouped(forecast.before + 1));
                [from, format!("{low}–{high}"), say.grouped(forecast.outcome as u64)]
            })
            .collect();
        let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let [from, range, came] = [0, 1, 2].map(width);
        let room = style.width().saturating_sub(from + range + came + "  ".len() * 4).clamp(8, WIDEST);
        let drawn = last.iter().zip(&rows).map(|(forecast, [call, ends, outcome])| {
            format!("{call:>from$}  {}  {ends:>range$}  {outcome:>came$}", strip(forecast, most, room))
        });
        drawn.collect::<Vec<_>>().join("\n")
    }
}

/// How many outcomes the ranges held.
pub(super) fn held(scores: &Scores) -> u64 {
    (scores.coverage80 * scores.forecasts as f64).round() as u64
}

/// By how much the forecasts miss less than a constant rate, or more.
fn errors(say: Language, ours: &Scores, constant: &Scores) -> String {
    let ratio = ours.crps / constant.crps;
    match ratio {
        less if less < 0.995 => say.errors_smaller(say.whole_percent(1.0 - ratio)),
        more if more > 1.005 => say.errors_larger(say.per_cent((100.0 * (ratio - 1.0)).round())),
        _ => String::new(),
    }
}

/// A range as a line with what came on it.
fn strip(forecast: &Forecasted, most: usize, width: usize) -> String {
    let place = |count: usize| ((count as f64 / most.max(1) as f64) * (width - 1) as f64).round() as usize;
    let [low, high] = forecast.drifting.interval80.map(place);
    let mut cells = vec![' '; width];
    cells[low..=high].fill('─');
    (cells[low], cells[high]) = ('├', '┤');
    cells[place(forecast.outcome)] = '●';
    cells.into_iter().collect()
}
