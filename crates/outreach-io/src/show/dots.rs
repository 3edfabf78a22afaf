//! A distribution as a quantile dotplot: fifty dots, each one campaign in fifty.

use std::ops::RangeInclusive;

use super::TextStyle;
use super::curves::{self, Distribution};
use super::picture::Panel;
use super::short::{INDENT, Tail, chances, label};
use crate::Language;

/// This many dots there are.
pub(crate) const DOTS: usize = 50;
/// A column of text is at most this many dots high.
const HIGH: usize = 6;
/// At most this many columns.
const COLUMNS: usize = 25;
/// What stands between the dots and the chances.
const BETWEEN: usize = 4;

/// Dots over the same numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column {
    /// The lowest of the numbers.
    pub(crate) first: i64,
    /// The highest of them.
    pub(crate) last: i64,
    pub(crate) dots: usize,
}

/// The quantiles of orders 1 %, 3 %, …, 99 % over ranges of this many numbers, which begin at multiples of it.
pub(crate) fn columns(distribution: Distribution, step: i64) -> Vec<Column> {
    let dots = quantiles(distribution);
    let from = |count: i64| count - count.rem_euclid(step);
    let (first, last) = (from(dots[0]), from(dots[DOTS - 1]));
    let column = |first: i64| {
        let last = first + step - 1;
        Column { first, last, dots: dots.iter().filter(|dot| (first..=last).contains(dot)).count() }
    };
    (first..=last).step_by(step as usize).map(column).collect()
}

/// The dots as a picture, over the same numbers as its other panels.
pub(crate) fn panel(say: Language, of: &str, distribution: Distribution, counts: &RangeInclusive<i64>) -> Panel {
    let columns = steps(distribution, 2 * COLUMNS).next().map_or_else(Vec::new, |step| columns(distribution, step));
    let middle = |column: &Column| (column.first + column.last) as f64 / 2.0;
    Panel::Dots {
        axis: say.each_dot(of),
        columns: columns.iter().map(|column| (middle(column), column.dots)).collect(),
        reach: curves::reach(counts),
    }
}

/// Where the first dot stands, and the last one.
fn outer(distribution: Distribution) -> [i64; 2] {
    [0.5 / DOTS as f64, 1.0 - 0.5 / DOTS as f64].map(|q| distribution.quantile(q))
}

fn quantiles(distribution: Distribution) -> Vec<i64> {
    (0..DOTS).map(|dot| distribution.quantile((dot as f64 + 0.5) / DOTS as f64)).collect()
}

/// 1, 2, 3, 5, 10, 20, …: the smallest that leaves at most this many columns comes first.
pub(crate) fn steps(distribution: Distribution, most: usize) -> impl Iterator<Item = i64> {
    let [first, last] = outer(distribution);
    let steps = (0..18).flat_map(|power| [1, 2, 3, 5].map(|digit| digit * 10_i64.pow(power)));
    steps.skip_while(move |step| (last - first) / step + 1 > most as i64)
}

/// The dots as text, and beside them one of the tails, where there is room for it.
pub(crate) fn drawn(distribution: Distribution, tail: Tail, style: TextStyle) -> String {
    let say = style.language;
    let room = style.width().saturating_sub(INDENT);
    let legend = say.one_in_fifty();
    let mut chances: Vec<String> = chances(say, distribution, tail);
    let more = chances.len().saturating_sub(HIGH + 1);
    chances.truncate(HIGH + 1 - usize::from(more > 0));
    chances.extend((more > 0).then(|| say.more_of_them((more + 1).to_string())));
    let longest = chances.iter().chain([&legend]).map(|line| line.chars().count()).max().unwrap_or(0);
    let beside = longest + BETWEEN;
    let fitting = |room: usize| {
        steps(distribution, COLUMNS)
            .map(|step| Dots::of(say, columns(distribution, step)))
            .find(|dots| dots.width() <= room)
    };
    // Where few columns would be left the tail goes.
    let [first, last] = outer(distribution);
    let narrow =
        fitting(room.saturating_sub(beside)).filter(|dots| dots.columns.len() as i64 >= 5.min(last - first + 1));
    let (dots, right) = match narrow {
        Some(dots) => (dots, chances),
        None => (fitting(room).unwrap_or_else(|| Dots::of(say, columns(distribution, i64::MAX / 2))), Vec::new()),
    };
    let width = dots.width();
    let left = dots.lines();
    let aside = !right.is_empty();
    let height = left.len().max(right.len() + usize::from(aside));
    let line = |row: usize| {
        // The chances begin at the top, the dots stand on the ground, and what a dot means beside the numbers below them.
        let dots = (row + left.len()).checked_sub(height).map_or("", |row| left[row].as_str());
        let beside = if aside && row + 1 == height { &legend } else { right.get(row).map_or("", String::as_str) };
        format!("{dots:<width$}{:BETWEEN$}{beside}", "").trim_end().to_owned()
    };
    let lines = (0..height).map(line);
    lines.chain((!aside).then_some(legend.clone())).collect::<Vec<_>>().join("\n")
}

/// The columns, each this many dots wide, and the numbers below every this many of them.
struct Dots {
    columns: Vec<Column>,
    wide: usize,
    labels: Vec<String>,
}

impl Dots {
    fn of(say: Language, columns: Vec<Column>) -> Self {
        let most = columns.iter().map(|column| column.dots).max().unwrap_or(0);
        let wide = most.div_ceil(HIGH).max(1);
        let longest = columns.last().map_or(0, |column| label(say, (column.first, column.last)).chars().count());
        let every = (longest + 1).div_ceil(wide + 1).max(1);
        let labels = columns.iter().enumerate().map(|(index, column)| {
            if index % every == 0 { label(say, (column.first, column.last)) } else { String::new() }
        });
        let labels = labels.collect();
        Self { columns, wide, labels }
    }

    fn width(&self) -> usize {
        self.lines().last().map_or(0, |line| line.chars().count()).max(self.columns.len() * (self.wide + 1) - 1)
    }

    /// The highest first, and last the numbers.
    fn lines(&self) -> Vec<String> {
        let most = self.columns.iter().map(|column| column.dots).max().unwrap_or(0);
        let wide = self.wide;
        let row = |row: usize| {
            let dots = self.columns.iter().map(|column| column.dots.saturating_sub(row * wide).min(wide));
            let cells: Vec<String> = dots.map(|dots| format!("{:<wide$}", "●".repeat(dots))).collect();
            cells.join(" ").trim_end().to_owned()
        };
        let mut numbers = String::new();
        for (index, label) in self.labels.iter().enumerate().filter(|(_, label)| !label.is_empty()) {
            let at = index * (wide + 1);
            let before = at.saturating_sub(numbers.chars().count());
            numbers.push_str(&" ".repeat(before));
            numbers.push_str(label);
        }
        (0..most.div_ceil(wide)).rev().map(row).chain([numbers]).collect()
    }
}

#[cfg(test)]
mod tests {
    use outreach::{Pmf, Probability};

    use super::*;

    fn distribution(calls: u32, probability: f64) -> Pmf {
        Pmf::binomial(calls, Probability::new(probability).expect("a probability"))
    }

    fn shown(distribution: &Pmf, asked: &[u32], terminal: usize) -> String {
        let style = TextStyle { terminal: Some(terminal), ..TextStyle::default() };
        drawn(Distribution::Exact(distribution), Tail::AtLeast(asked), style)
    }

    #[test]
    fn fifty_dots_stand_at_the_quantiles() {
        let ten = distribution(100, 0.1);
        let of = columns(Distribution::Exact(&ten), 1);
        // By a sum of masses in Python: the smallest k with P(M <= k) >= (i - 1/2)/50, counted.
        let expected = [
            (4, 1),
            (5, 2),
            (6, 3),
            (7, 4),
            (8, 6),
            (9, 7),
            (10, 6),
            (11, 6),
            (12, 5),
            (13, 4),
            (14, 2),
            (15, 2),
            (16, 1),
            (17, 0),
            (18, 1),
        ];
        assert_eq!(of.iter().map(|column| (column.first, column.dots)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn dots_fit_every_terminal_and_none_is_lost() {
        for terminal in [40, 60, 72, 80, 120, 200] {
            for (calls, probability) in
                [(1, 0.0), (1, 0.5), (1, 1.0), (75, 0.26), (100, 0.9), (1000, 0.001), (100_000, 0.9), (1_000_000, 0.5)]
            {
                for asked in [&[][..], &[5, 10]] {
                    let distribution = distribution(calls, probability);
                    let text = shown(&distribution, asked, terminal);
                    let legend = text.matches("one chance").count();
                    assert_eq!(text.matches('●').count(), DOTS + legend, "{calls} {probability}, {terminal}:\n{text}");
                    assert!(text.lines().count() <= HIGH + 2, "{calls} {probability}, {terminal}:\n{text}");
                    let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
                    assert!(longest + INDENT <= terminal, "{longest} of {terminal}\n{text}");
                }
            }
        }
    }
}
