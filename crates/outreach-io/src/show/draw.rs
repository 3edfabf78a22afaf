//! Drawing pictures: the one place that knows the plotting crate.

mod course;
mod dots;
mod spans;

use std::sync::Arc;

use crc::{CRC_32_ISO_HDLC, Crc};
use kuva::backend::png::PngBackend;
use kuva::backend::svg::SvgBackend;
use kuva::plot::legend::{LegendEntry, LegendPosition, LegendShape};
use kuva::plot::{BandPlot, BarPlot, Histogram, LinePlot, LineStyle};
use kuva::render::annotations::ReferenceLine;
use kuva::render::figure::Figure;
use kuva::render::layout::{Layout, TickFormat};
use kuva::render::plots::Plot;

use super::picture::{Curve, Panel, Picture};
use crate::Language;

/// Colours that stay apart for the colour-blind (Okabe and Ito); the first two also in grey.
const BLUE: &str = "#0072B2";
const ORANGE: &str = "#E69F00";
const MORE: [&str; 5] = ["#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#000000"];
const GREY: &str = "#555555";
const WIDTH: f64 = 760.0;
/// How far an axis goes beyond what is drawn, where lines have labels.
const ROOM_FOR_LABELS: f64 = 1.1;
/// Left of panels over numbers.
const LEFT: f64 = 84.0;
/// A letter of a name is about so wide.
const LETTER: f64 = 6.6;
const CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

/// A form of a picture's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Image {
    /// Scales, and has the picture's title and description for screen readers.
    Svg,
    /// For slides; two pixels per unit.
    Png,
}

impl Picture {
    /// The bytes of a file of this form.
    ///
    /// # Errors
    /// Why the drawing crate cannot draw it.
    pub fn draw(&self, image: Image) -> Result<Vec<u8>, String> {
        let drawn = |panel: &Panel| {
            let (plots, layout) = panel.drawn(self.language);
            (
                plots,
                match self.margins_of(panel) {
                    Some([left, right]) => layout.with_force_margins(left, right),
                    None => layout,
                },
            )
        };
        let (plots, layouts): (Vec<_>, Vec<_>) = self.panels.iter().map(drawn).unzip();
        let height: f64 = self.panels.iter().map(Panel::height).sum();
        let mut figure = Figure::new(self.panels.len(), 1)
            .with_title(&self.title)
            .with_title_size(self.title_size())
            .with_plots(plots)
            .with_layouts(layouts);
        for (row, panel) in self.panels.iter().enumerate() {
            figure = figure.with_row_height(row, panel.height());
        }
        let scene = figure.with_figure_size(WIDTH, height + 60.0).render();
        match image {
            Image::Png => PngBackend::new().with_scale(2.0).render_scene(&scene),
            Image::Svg => {
                let view = format!("<svg viewBox=\"0 0 {} {}\" ", scene.width, scene.height);
                // Without it a page that shows the picture smaller would cut it off.
                let svg = SvgBackend.render_scene(&scene).replacen("<svg ", &view, 1);
                Ok(self.described(&named_by_content(&svg)).into_bytes())
            }
        }
    }

    /// The margins of a panel over numbers: as wide as the names beside all panels over the same ones need, so that their axes
    /// stand below each other.
    fn margins_of(&self, panel: &Panel) -> Option<[f64; 2]> {
        let reach = panel.reach()?;
        let alike = || self.panels.iter().filter(|other| other.reach() == Some(reach));
        let longest = |names: fn(&Panel) -> Vec<&str>| alike().flat_map(names).map(|name| name.chars().count()).max();
        let left = longest(Panel::rows).map_or(LEFT, |longest| LEFT.max(45.0 + LETTER * longest as f64));
        let right = longest(Panel::names).filter(|&longest| longest > 0);
        Some([left, right.map_or(30.0, |longest| 60.0 + LETTER * longest as f64)])
    }

    /// In pixels, so that the title is no wider than the picture: a letter is about 0.6 of its size wide.
    fn title_size(&self) -> u32 {
        (WIDTH / (0.6 * self.title.chars().count() as f64)).min(20.0) as u32
    }

    /// The title and the description as a screen reader finds them.
    fn described(&self, svg: &str) -> String {
        let Some(end) = svg.find("<svg").and_then(|start| svg[start..].find('>').map(|end| start + end + 1)) else {
            return svg.to_owned();
        };
        let (title, description) = (escaped(&self.title), escaped(&self.description));
        format!("{}<title>{title}</title><desc>{description}</desc>{}", &svg[..end], &svg[end..])
    }
}

/// A number beside an axis: whole ones with their thousands set apart.
fn marked(say: Language, number: f64) -> String {
    let size = number.abs();
    let sign = if number < 0.0 { "−" } else { "" };
    format!("{sign}{}", if size.fract() == 0.0 { say.grouped(size as u64) } else { say.compact(size) })
}

/// What lies between marks: …, 0.5, 1, 2, 5, 10, …, so that there are no more than eight.
fn step([low, high]: [f64; 2]) -> f64 {
    let mut steps = (-9..16).flat_map(|power| [1.0, 2.0, 5.0].map(|digit| digit * 10_f64.powi(power)));
    steps.find(|step| (high - low) / step <= 7.0).unwrap_or(high - low)
}

/// The same of marks at whole numbers.
fn whole_step(reach: [f64; 2]) -> f64 {
    step(reach).max(1.0)
}

/// The least and the greatest of some numbers.
fn ends(numbers: impl Iterator<Item = f64>) -> [f64; 2] {
    numbers.fold([f64::MAX, f64::MIN], |[low, high], number| [low.min(number), high.max(number)])
}

impl Panel {
    /// The ends of the axis, of a panel over numbers.
    fn reach(&self) -> Option<[f64; 2]> {
        match self {
            Self::Dots { reach, .. } | Self::Curves { reach, .. } | Self::Ridges { reach, .. } => Some(*reach),
            Self::Course { at, is_dated, .. } => Some(course::reach(at, *is_dated)),
            _ => None,
        }
    }

    /// What its legend says.
    fn names(&self) -> Vec<&str> {
        match self {
            Self::Curves { bars, curves, .. } => curves.iter().chain(bars).map(|curve| curve.name.as_str()).collect(),
            Self::Course { range, points, .. } => vec![&range.0, &points.0],
            _ => Vec::new(),
        }
    }

    /// What stands left of it.
    fn rows(&self) -> Vec<&str> {
        match self {
            Self::Ridges { ridges, .. } => ridges.iter().map(|ridge| ridge.name.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    fn height(&self) -> f64 {
        match self {
            Self::Spans { rows, .. } => 110.0 + 34.0 * rows.len() as f64,
            Self::Dots { .. } => dots::HEIGHT,
            Self::Ridges { ridges, .. } => 140.0 + 46.0 * ridges.len() as f64,
            _ => 320.0,
        }
    }

    /// The plots, and the layout with numbers as the language writes them.
    fn drawn(&self, say: Language) -> (Vec<Plot>, Layout) {
        let plain = || TickFormat::Custom(Arc::new(move |number| marked(say, number)));
        let shares = || TickFormat::Custom(Arc::new(move |share| say.per_cent((1e6 * share).round() / 1e4)));
        let (plots, layout) = self.composed();
        let layout = match self {
            Self::Spans { shares: true, .. } => layout.with_tick_format(shares()),
            Self::Curves { .. } | Self::Course { shares: true, .. } | Self::Bars { .. } => {
                layout.with_x_tick_format(plain()).with_y_tick_format(shares())
            }
            _ => layout.with_tick_format(plain()),
        };
        (plots, layout)
    }

    fn composed(&self) -> (Vec<Plot>, Layout) {
        match self {
            Self::Dots { axis, columns, reach } => dots::composed(axis, columns, *reach),
            Self::Spans { axis, rows, at, names, .. } => spans::composed(axis, rows, *at, names),
            Self::Course { axes, range, points, at, is_dated, shares } => {
                course::composed(axes, range, points, at, *is_dated, *shares)
            }
            Self::Curves { axes, bars, curves, marks, reach: [low, high] } => {
                let all = || curves.iter().chain(bars).flat_map(|curve| &curve.points);
                let bars = bars.iter().map(Curve::as_bars);
                let lines = curves.iter().enumerate().map(|(number, curve)| curve.as_line(number));
                let plots: Vec<_> = bars.chain(lines).collect();
                let mut layout = labelled(Layout::auto_from_plots(&plots), axes).with_y_axis_min(0.0);
                // Marks of the axis at the ends of the bars would say nothing.
                layout.x_bin_width = None;
                layout = layout.with_x_axis_min(*low).with_x_axis_max(*high);
                // Several counts share a point in their middle.
                if all().all(|(at, _)| (2.0 * at).fract() == 0.0) {
                    layout = layout.with_x_tick_step(whole_step([*low, *high]));
                }
                if !marks.is_empty() {
                    // Labels stand at the top, above lines and the highest mark of the axis.
                    let highest = all().map(|(_, height)| *height).fold(0.0, f64::max);
                    layout = layout.with_y_axis_max(ROOM_FOR_LABELS * highest);
                }
                let mut labelled_at = f64::MIN;
                for &(ref label, at) in marks.iter().filter(|(_, at)| (*low..=*high).contains(at)) {
                    let line = ReferenceLine::vertical(at).with_color(GREY);
                    // Two labels that are closer would lie over each other.
                    let is_clear = at - labelled_at > 0.07 * (high - low);
                    labelled_at = if is_clear { at } else { labelled_at };
                    layout = layout.with_reference_line(if is_clear { line.with_label(label) } else { line });
                }
                (plots, layout.with_legend_position(LegendPosition::OutsideRightTop))
            }
            Self::Ridges { axes, ridges, reach: [low, high] } => {
                let plots: Vec<_> =
                    ridges.iter().enumerate().rev().map(|(number, curve)| curve.as_ridge(number)).collect();
                let names = ridges.iter().map(|ridge| ridge.name.clone()).collect();
                let layout = labelled(Layout::auto_from_plots(&plots), axes).with_y_categories(names);
                let layout = layout.with_x_axis_min(*low).with_x_axis_max(*high);
                (plots, layout.with_x_tick_step(whole_step([*low, *high])))
            }
            Self::Bars { axes, names, groups, at } => {
                let mut bars = BarPlot::new();
                for (label, [first, second]) in groups {
                    bars = bars.with_group(label.clone(), [(*first, BLUE), (*second, ORANGE)]);
                }
                let plots = vec![Plot::Bar(bars.with_legend(names.iter().map(String::as_str).collect()))];
                let layout = labelled(Layout::auto_from_plots(&plots), axes);
                let layout = layout.with_legend_position(LegendPosition::OutsideRightTop);
                (plots, layout.with_reference_line(ReferenceLine::horizontal(*at).with_color(GREY)))
            }
        }
    }
}

fn entry(label: &str, color: &str, shape: LegendShape) -> LegendEntry {
    LegendEntry { label: label.to_owned(), color: color.to_owned(), shape, dasharray: None }
}

impl Curve {
    fn as_bars(&self) -> Plot {
        let half = self.points.windows(2).next().map_or(0.5, |two| (two[1].0 - two[0].0) / 2.0);
        let first = self.points.first().map(|(at, _)| at - half);
        let edges = first.into_iter().chain(self.points.iter().map(|(at, _)| at + half)).collect();
        let heights = self.points.iter().map(|(_, height)| *height).collect();
        let bars = Histogram::from_bins(edges, heights).with_color("#9ECAE1");
        Plot::Histogram(if self.name.is_empty() { bars } else { bars.with_legend(&self.name) })
    }

    /// As an area that stands this many steps above the lowest one, and is up to a step and a half high.
    fn as_ridge(&self, number: usize) -> Plot {
        let most = self.points.iter().map(|(_, height)| *height).fold(f64::MIN_POSITIVE, f64::max);
        let foot = number as f64 + 1.0;
        let at = self.points.iter().map(|(at, _)| *at);
        let tops = self.points.iter().map(|(_, height)| foot + 1.5 * height / most);
        let feet = self.points.iter().map(|_| foot);
        let color = [BLUE].into_iter().chain(MORE).cycle().nth(number).unwrap_or(BLUE);
        Plot::Band(BandPlot::new(at, feet, tops).with_color(color).with_opacity(0.7))
    }

    /// Told apart by colour, and by the kind of line where there is no colour.
    fn as_line(&self, number: usize) -> Plot {
        let colors = [BLUE].into_iter().chain(MORE);
        let styles = [LineStyle::Solid, LineStyle::Dashed, LineStyle::Dotted, LineStyle::DashDot];
        let color = colors.cycle().nth(number).unwrap_or(BLUE);
        let style = styles.into_iter().cycle().nth(number).unwrap_or_default();
        let line = LinePlot::new().with_data(self.points.iter().copied()).with_color(color).with_line_style(style);
        let line = line.with_stroke_width(2.0);
        Plot::Line(if self.name.is_empty() { line } else { line.with_legend(&self.name) })
    }
}

fn labelled(layout: Layout, [x, y]: &[String; 2]) -> Layout {
    layout.with_x_label(x).with_y_label(y).with_legend_position(LegendPosition::InsideTopCenter)
}

/// The drawing crate numbers what clips over the whole process: named by what is drawn, the same picture is the same bytes,
/// and several fit on one page.
fn named_by_content(svg: &str) -> String {
    const NUMBERED: &str = "kuva-clip-";
    let mut numbers = Vec::new();
    let parts: Vec<_> = svg
        .split(NUMBERED)
        .enumerate()
        .map(|(index, part)| {
            let digits = if index == 0 { 0 } else { part.bytes().take_while(u8::is_ascii_digit).count() };
            let (number, rest) = part.split_at(digits);
            let known = numbers.iter().position(|known| *known == number).unwrap_or_else(|| {
                numbers.push(number);
                numbers.len() - 1
            });
            (known, rest)
        })
        .collect();
    let mut digest = CRC.digest();
    for (_, rest) in &parts {
        digest.update(rest.as_bytes());
    }
    let name = format!("clip-{:08x}-", digest.finalize());
    let renamed = parts[1..].iter().map(|(number, rest)| format!("{name}{number}{rest}"));
    std::iter::once(parts[0].1.to_owned()).chain(renamed).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
