//! A range that changes along the axis, and what happened.

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveTime};
use kuva::plot::legend::{LegendPosition, LegendShape};
use kuva::plot::{BandPlot, ScatterPlot};
use kuva::render::datetime::DateTimeAxis;
use kuva::render::layout::Layout;
use kuva::render::plots::Plot;

use super::{BLUE, ORANGE, ends, entry, labelled, step, whole_step};

pub(super) fn composed(
    axes: &[String; 2],
    (range, spans): &(String, Vec<[f64; 2]>),
    (happened, values): &(String, Vec<f64>),
    at: &[f64],
    is_dated: bool,
    shares: bool,
) -> (Vec<Plot>, Layout) {
    let [first, last] = reach(at, is_dated);
    // A range at one place has no width.
    let (along, spans) =
        if let [span] = spans[..] { (vec![first, last], &vec![span; 2]) } else { (at.to_vec(), spans) };
    let ends_of = |end: usize| spans.iter().map(move |span| span[end]);
    let band = BandPlot::new(along, ends_of(0), ends_of(1)).with_color(BLUE).with_opacity(0.35);
    let points = at.iter().copied().zip(values.iter().copied());
    let points = ScatterPlot::new().with_data(points).with_color(ORANGE).with_size(4.0);
    let plots = vec![Plot::Band(band), Plot::Scatter(points)];
    let [low, high] = ends(spans.iter().flatten().chain(values).copied());
    let mut layout = labelled(Layout::auto_from_plots(&plots), axes).with_x_axis_min(first).with_x_axis_max(last);
    // A point on the axis would be cut in half.
    if low <= 0.0 {
        layout = layout.with_y_axis_min(low - 0.03 * (high - low));
    }
    layout = layout.with_y_tick_step(if shares { step([low, high]) } else { whole_step([low, high]) });
    layout = match months(at) {
        Some([first, last]) if is_dated => layout.with_x_datetime(dates(first, last)),
        _ => layout.with_x_tick_step(whole_step([first, last])),
    };
    let names = [entry(range, BLUE, LegendShape::Rect), entry(happened, ORANGE, LegendShape::Circle)];
    (plots, layout.with_legend_entries(names.to_vec()).with_legend_position(LegendPosition::OutsideRightTop))
}

/// The ends of the axis: whole months, or the numbers with a little room for the points at either end.
pub(super) fn reach(at: &[f64], is_dated: bool) -> [f64; 2] {
    let seconds = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc().timestamp() as f64;
    match months(at) {
        Some(months) if is_dated => months.map(seconds),
        _ => {
            let [first, last] = ends(at.iter().copied());
            let room = (0.03 * (last - first)).max(0.5);
            [first - room, last + room]
        }
    }
}

/// The first day of the first month, and that of the month after the last, of seconds since 1970.
fn months(at: &[f64]) -> Option<[NaiveDate; 2]> {
    let begun = |seconds: f64| DateTime::from_timestamp(seconds as i64, 0)?.date_naive().with_day(1);
    Some([begun(*at.first()?)?, begun(*at.last()?)?.checked_add_months(Months::new(1))?])
}

/// Marks at months or years, no more than fit between these dates.
fn dates(first: NaiveDate, last: NaiveDate) -> DateTimeAxis {
    let months = 12 * (last.year() - first.year()) + last.month() as i32 - first.month() as i32;
    match [1, 2, 3, 6].into_iter().find(|step| months / step <= 7) {
        Some(step) => DateTimeAxis::months("%Y-%m").with_step(step as usize),
        None => DateTimeAxis::years("%Y").with_step((months / 12).div_euclid(7) as usize + 1),
    }
}
