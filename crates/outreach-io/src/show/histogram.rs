//! A distribution as bars of text.

use outreach::{Pmf, Sample};

use super::TextStyle;

/// At most this many rows; more counts than that share rows.
const ROWS: i64 = 24;

/// The simulated shares as bars, with the exact distribution as a mark on each; this share at either end is left out.
pub(crate) fn bars(sample: &Sample, exact: Option<&Pmf>, left_out: f64, style: TextStyle) -> String {
    let (first, last) = (sample.quantile(left_out), sample.quantile(1.0 - left_out));
    let step = ((last - first) / ROWS + 1).max(1);
    let rows: Vec<Row> =
        (0..=(last - first) / step).map(|row| Row::new(sample, exact, first + row * step, step)).collect();
    let most = rows.iter().map(|row| row.share.max(row.exact.unwrap_or(0.0))).fold(0.0, f64::max);
    let label = rows.iter().map(|row| row.label.chars().count()).max().unwrap_or(0);
    let shares: Vec<_> = rows.iter().map(|row| style.language.percent_estimate(sample.share(row.trials))).collect();
    let shown = shares.iter().map(|share| share.chars().count()).max().unwrap_or(0);
    let width = style.width().saturating_sub(label + shown + 8).min(60);
    let lines = rows.iter().zip(&shares).map(|(row, share)| {
        let bar = bar(row.share / most, row.exact.map(|exact| exact / most), width);
        format!("{:>label$} │{bar} {share:>shown$}", row.label)
    });
    lines.collect::<Vec<_>>().join("\n")
}

struct Row {
    label: String,
    trials: u64,
    share: f64,
    exact: Option<f64>,
}

impl Row {
    fn new(sample: &Sample, exact: Option<&Pmf>, first: i64, step: i64) -> Self {
        let counts = first..first + step;
        let label = if step == 1 { first.to_string() } else { format!("{first}–{}", first + step - 1) };
        let trials: u64 = counts.clone().map(|count| sample.count(count)).sum();
        let mass = |distribution: &Pmf| {
            counts.clone().filter_map(|count| usize::try_from(count).ok()).map(|k| distribution.mass(k)).sum()
        };
        Self { label, trials, share: trials as f64 / sample.trials() as f64, exact: exact.map(mass) }
    }
}

/// A bar in eighths of a character, and the exact value as a thin line where it stands clear of the bar's end.
fn bar(length: f64, exact: Option<f64>, width: usize) -> String {
    let eighths = (length * width as f64 * 8.0).round() as usize;
    let mut cells: Vec<char> = vec!['█'; eighths / 8];
    cells.extend([' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉'].get(eighths % 8).filter(|&&part| part != ' '));
    cells.resize(width, ' ');
    if let Some(exact) = exact {
        let at = ((exact * width as f64) as usize).min(width.saturating_sub(1));
        if cells.get(at) == Some(&' ') {
            cells[at] = '│';
        }
    }
    cells.into_iter().collect()
}
