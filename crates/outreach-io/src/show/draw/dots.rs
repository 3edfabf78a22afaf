//! A quantile dotplot.

use kuva::plot::ScatterPlot;
use kuva::render::layout::Layout;
use kuva::render::plots::Plot;

use super::{BLUE, LEFT, WIDTH, whole_step};

/// The panel's height, and that of its plot.
pub(super) const HEIGHT: f64 = 300.0;
const WITHIN: f64 = 210.0;
/// What a legend beside the panels below may take of its width.
const LEGEND: f64 = 200.0;

/// Dots that all but touch, as large as columns and height allow.
pub(super) fn composed(axis: &str, columns: &[(f64, usize)], reach: [f64; 2]) -> (Vec<Plot>, Layout) {
    let [first, last] = reach;
    let apart = columns.windows(2).map(|two| two[1].0 - two[0].0).fold(last - first, f64::min);
    let wide = (WIDTH - LEFT - LEGEND) * apart / (last - first);
    let most = columns.iter().map(|(_, dots)| *dots).max().unwrap_or(1).max(1);
    let dot = wide.min(WITHIN / most as f64);
    let dots = columns.iter().flat_map(|&(at, dots)| (0..dots).map(move |row| (at, row as f64 + 0.5)));
    let plot = ScatterPlot::new().with_data(dots).with_color(BLUE).with_size(0.46 * dot);
    let plots = vec![Plot::Scatter(plot)];
    let mut layout = Layout::auto_from_plots(&plots)
        .with_x_label(axis)
        .with_x_axis_min(first)
        .with_x_axis_max(last)
        .with_x_tick_step(whole_step(reach))
        .with_y_axis_min(0.0)
        .with_y_axis_max(WITHIN / dot)
        .with_show_grid(false);
    // Dots are counted, not measured.
    layout.suppress_y_ticks = true;
    (plots, layout)
}
