//! What short answers are made of.

use super::Look;
use super::curves::Distribution;
use crate::Language;

/// At most so many rows has the picture of a distribution, but for one more where ranges begin at round numbers.
const ROWS: i64 = 6;
/// The longest bar.
const BAR: usize = 24;
/// So much of a distribution is left out at either end: no whole per cent.
const LEFT_OUT: f64 = 0.005;
/// The chances for which counts are looked for, where nobody asks for some: nearly sure, even, hardly, and between.
const CHANCES: [f64; 5] = [0.95, 0.75, 0.5, 0.25, 0.05];

/// What stands beside the bars.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tail<'a> {
    /// How likely at least so many are: those that were asked for, else five that tell most.
    AtLeast(&'a [u32]),
    /// How likely so many suffice.
    Within,
}

/// A distribution as a few bars of whole per cent, and beside them one of its tails.
pub(crate) fn bars(law: Distribution, tail: Tail, look: Look) -> String {
    let say = look.language;
    let (ranges, shares) = shares(law);
    let most = shares.iter().copied().fold(0.0, f64::max);
    let labels: Vec<String> = ranges.iter().map(|&range| label(say, range)).collect();
    let label = labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
    let chances: Vec<String> = chances(say, law, tail);
    let beside = chances.iter().map(|chance| chance.chars().count()).max().map_or(0, |width| width + 5);
    let room = look.width().saturating_sub(INDENT + label + " │".len() + PERCENT);
    // Where bars would be too short to be seen the second column goes.
    let beside = if room < beside + 8 { 0 } else { beside };
    let width = (room - beside).min(BAR);
    let row = |index: usize| {
        let bar = labels.get(index).map_or_else(
            || " ".repeat(label + 2 + width + PERCENT),
            |text| {
                let (share, length) = (say.whole_percent(shares[index]), shares[index] / most);
                format!("{text:>label$} │{}{share:>PERCENT$}", bar(length, width))
            },
        );
        let chance = chances.get(index).filter(|_| beside > 0).map_or("", String::as_str);
        format!("{bar}     {chance}").trim_end().to_owned()
    };
    (0..labels.len().max(if beside > 0 { chances.len() } else { 0 })).map(row).collect::<Vec<_>>().join("\n")
}

/// What stands before drawings.
const INDENT: usize = 2;
/// `  100 %`.
const PERCENT: usize = 8;

/// Ranges that hold nearly all of a distribution, each with its share.
fn shares(law: Distribution) -> (Vec<(i64, i64)>, Vec<f64>) {
    let (least, most) = (law.quantile(0.0), law.quantile(1.0));
    let ranges = ranges(law.quantile(LEFT_OUT), law.quantile(1.0 - LEFT_OUT)).into_iter();
    let shared = ranges.map(|(first, last)| {
        let (first, last) = (first.max(least), last.min(most));
        ((first, last), (first..=last).map(|count| law.mass(count)).sum::<f64>())
    });
    shared.filter(|(_, share)| *share >= LEFT_OUT).unzip()
}

/// Ranges of equal length that begin at multiples of it.
fn ranges(first: i64, last: i64) -> Vec<(i64, i64)> {
    let steps = (0..).flat_map(|power| [1, 2, 3, 5].map(|digit| digit * 10_i64.pow(power)));
    let step = steps.into_iter().find(|step| (last - first) / step < ROWS).unwrap_or(i64::MAX);
    let begin = first - first.rem_euclid(step);
    (begin..=last).step_by(step as usize).map(|first| (first, first + step - 1)).collect()
}

fn label(say: Language, (first, last): (i64, i64)) -> String {
    let number = |count: i64| say.grouped(count.unsigned_abs());
    if first == last { number(first) } else { format!("{}–{}", number(first), number(last)) }
}

/// A bar in eighths of a character, as wide as the longest.
fn bar(length: f64, width: usize) -> String {
    let eighths = (length * width as f64 * 8.0).round() as usize;
    let mut cells = "█".repeat(eighths / 8);
    cells.extend(['▏', '▎', '▍', '▌', '▋', '▊', '▉'].get((eighths % 8).wrapping_sub(1)));
    format!("{cells:<width$}")
}

/// `at least 18   77 %`, aligned.
fn chances(say: Language, law: Distribution, tail: Tail) -> Vec<String> {
    let counts = match tail {
        Tail::AtLeast([]) => telling(law),
        Tail::AtLeast(asked) => asked.iter().map(|&count| i64::from(count)).collect(),
        Tail::Within => telling(law).into_iter().map(|count| count - 1).rev().collect(),
    };
    let row = |&count: &i64| {
        let shown = say.grouped(count.unsigned_abs());
        match tail {
            Tail::AtLeast(_) => [say.at_least(shown), law.chance_of_at_least(say, count)],
            Tail::Within => [say.within(shown), law.chance_of_at_most(say, count)],
        }
    };
    let rows: Vec<[String; 2]> = counts.iter().map(row).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (left, right) = (width(0), width(1));
    rows.iter().map(|[count, chance]| format!("{count:<left$}   {chance:>right$}")).collect()
}

/// The counts whose chances are nearest to [`CHANCES`], each once; none that is sure.
pub(crate) fn telling(law: Distribution) -> Vec<i64> {
    let mut counts: Vec<i64> = CHANCES
        .into_iter()
        .map(|chance| {
            // P(at least k) falls from above the chance to at most it between this count and the next one.
            let before = law.quantile(1.0 - chance);
            let distance = |count: &i64| (law.at_least(*count) - chance).abs();
            [before, before + 1].into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(before)
        })
        .filter(|&count| count > law.quantile(0.0) && law.at_least(count) > 0.0)
        .collect();
    counts.dedup();
    counts
}

#[cfg(test)]
mod tests {
    use outreach::{Pmf, Probability};

    use super::*;

    fn shown(calls: u32, probability: f64, asked: &[u32], terminal: usize) -> String {
        let law = Pmf::binomial(calls, Probability::new(probability).expect("a probability"));
        bars(Distribution::Exact(&law), Tail::AtLeast(asked), Look { terminal: Some(terminal), ..Look::default() })
    }

    #[test]
    fn a_distribution_is_seen_at_a_glance() {
        let ten = [
            "  3–5 │███▌                         6 %     at least 6    94 %",
            "  6–8 │████████████████▌           26 %     at least 8    79 %",
        ];
        assert_eq!(shown(100, 0.1, &[], 80).lines().take(2).collect::<Vec<_>>(), ten);
    }

    #[test]
    fn bars_fit_every_terminal_and_hold_nearly_all() {
        for terminal in [40, 60, 80, 200] {
            for (calls, probability) in
                [(1, 0.0), (1, 0.5), (1, 1.0), (75, 0.26), (100, 0.9), (1000, 0.001), (100_000, 0.9)]
            {
                for asked in [&[][..], &[5, 10]] {
                    let text = shown(calls, probability, asked, terminal);
                    let rows = text.lines().count();
                    assert!((1..=7).contains(&rows), "{calls} {probability}: {rows} rows\n{text}");
                    let longest = text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
                    assert!(longest + INDENT <= terminal, "{calls} {probability}: {longest} of {terminal}\n{text}");
                }
            }
        }
    }

    #[test]
    fn ranges_begin_at_round_numbers() {
        assert_eq!(ranges(13, 26), [(12, 14), (15, 17), (18, 20), (21, 23), (24, 26)]);
        assert_eq!(ranges(0, 2), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(ranges(89_755, 90_244).first(), Some(&(89_700, 89_799)));
        assert_eq!(ranges(7, 7), [(7, 7)]);
    }
}
