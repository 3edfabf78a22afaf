//! Ranges one below the other, with marks.

use kuva::plot::legend::{LegendPosition, LegendShape};
use kuva::plot::scatter::MarkerShape;
use kuva::plot::{BandPlot, ScatterPlot};
use kuva::render::annotations::ReferenceLine;
use kuva::render::layout::Layout;
use kuva::render::plots::Plot;

use super::{BLUE, GREY, MORE, ORANGE, ends, entry, whole_step};
use crate::show::picture::Span;

/// The forms of marks, told apart without colour, too.
const MARKS: [(MarkerShape, LegendShape, &str, f64); 3] = [
    (MarkerShape::Circle, LegendShape::Circle, "#000000", 4.5),
    (MarkerShape::Diamond, LegendShape::Marker(MarkerShape::Diamond), ORANGE, 7.5),
    (MarkerShape::Square, LegendShape::Marker(MarkerShape::Square), MORE[0], 6.0),
];

pub(super) fn composed(axis: &str, rows: &[Span], at: Option<f64>, names: &[String]) -> (Vec<Plot>, Layout) {
    // The first row is the highest.
    let steps = || rows.iter().rev().enumerate().map(|(step, row)| (step as f64 + 1.0, row));
    let all = || rows.iter().flat_map(|row| row.ends).chain(at);
    let [low, high] = ends(all());
    let mut plots: Vec<_> = steps().map(|(step, row)| span(step, row.ends, high - low)).collect();
    // The first one stands on the others.
    for (number, (form, _, color, size)) in MARKS.into_iter().enumerate().rev() {
        let marked: Vec<_> =
            steps().filter_map(|(step, row)| Some((*row.marks.get(number)?.as_ref()?, step))).collect();
        if !marked.is_empty() {
            let marks = ScatterPlot::new().with_data(marked).with_color(color).with_size(size).with_marker(form);
            plots.push(Plot::Scatter(marks));
        }
    }
    let categories = rows.iter().rev().map(|row| row.name.clone()).collect();
    let mut layout = Layout::auto_from_plots(&plots).with_x_label(axis).with_y_categories(categories);
    layout = layout.with_y_axis_min(0.5).with_y_axis_max(rows.len() as f64 + 0.5);
    if rows.iter().flat_map(|row| row.ends).all(|end| end.fract() == 0.0) {
        let room = (0.05 * (high - low)).max(0.2);
        layout =
            layout.with_x_axis_min(low - room).with_x_axis_max(high + room).with_x_tick_step(whole_step([low, high]));
    }
    if let Some(at) = at {
        layout = layout.with_reference_line(ReferenceLine::vertical(at).with_color(GREY));
    }
    if !names.is_empty() {
        let forms = [(LegendShape::Rect, BLUE)].into_iter().chain(MARKS.map(|(_, form, color, _)| (form, color)));
        let entries = names.iter().zip(forms).map(|(name, (form, color))| entry(name, color, form)).collect();
        layout = layout.with_legend_entries(entries).with_legend_position(LegendPosition::OutsideRightTop);
    }
    (plots, layout)
}

/// What lies between two values, as a bar this many steps up; of all that the bars reach, it takes as much as can be seen.
fn span(step: f64, [low, high]: [f64; 2], reach: f64) -> Plot {
    const HALF: f64 = 0.25;
    let hairline = reach / 800.0;
    let ends = [low.min(high) - hairline, low.max(high) + hairline];
    let bar = BandPlot::new(ends, [step - HALF; 2], [step + HALF; 2]);
    Plot::Band(bar.with_color(BLUE).with_opacity(1.0))
}
