//! What short answers are made of.

use super::curves::Distribution;
use crate::Language;

/// The chances for which counts are looked for, where nobody asks for some: nearly sure, even, hardly, and between.
const CHANCES: [f64; 5] = [0.95, 0.75, 0.5, 0.25, 0.05];

/// What stands beside the dots.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tail<'a> {
    /// How likely at least so many are: those that were asked for, else five that tell most.
    AtLeast(&'a [u32]),
    /// How likely this many suffice.
    Within,
}

/// What stands before drawings.
pub(crate) const INDENT: usize = 2;
/// A number, or a range of them.
pub(crate) fn label(say: Language, (first, last): (i64, i64)) -> String {
    let number = |count: i64| say.grouped(count.unsigned_abs());
    if first == last { number(first) } else { format!("{}–{}", number(first), number(last)) }
}

/// `at least 18   77 %`, aligned.
pub(crate) fn chances(say: Language, distribution: Distribution, tail: Tail) -> Vec<String> {
    let counts = match tail {
        Tail::AtLeast([]) => telling(distribution),
        Tail::AtLeast(asked) => asked.iter().map(|&count| i64::from(count)).collect(),
        Tail::Within => telling(distribution).into_iter().map(|count| count - 1).rev().collect(),
    };
    let row = |&count: &i64| {
        let shown = say.grouped(count.unsigned_abs());
        match tail {
            Tail::AtLeast(_) => [say.at_least(shown), distribution.chance_of_at_least(say, count)],
            Tail::Within => [say.within(shown), distribution.chance_of_at_most(say, count)],
        }
    };
    let rows: Vec<[String; 2]> = counts.iter().map(row).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let (left, right) = (width(0), width(1));
    rows.iter().map(|[count, chance]| format!("{count:<left$}   {chance:>right$}")).collect()
}

/// The counts whose chances are nearest to [`CHANCES`], each once; none that is sure.
pub(crate) fn telling(distribution: Distribution) -> Vec<i64> {
    let mut counts: Vec<i64> = CHANCES
        .into_iter()
        .map(|chance| {
            // P(at least k) falls from above the chance to at most it between this count and the next one.
            let before = distribution.quantile(1.0 - chance);
            let distance = |count: &i64| (distribution.at_least(*count) - chance).abs();
            [before, before + 1].into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(before)
        })
        .filter(|&count| count > distribution.quantile(0.0) && distribution.at_least(count) > 0.0)
        .collect();
    counts.dedup();
    counts
}
