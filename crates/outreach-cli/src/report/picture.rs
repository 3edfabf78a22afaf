//! Pictures: what is drawn, and the one place that knows the plotting crate.

use std::path::Path;

use anyhow::{Result, anyhow};
use kuva::backend::png::PngBackend;
use kuva::backend::svg::SvgBackend;
use kuva::plot::legend::{LegendEntry, LegendPosition, LegendShape};
use kuva::plot::{BandPlot, BarPlot, ForestPlot, ScatterPlot};
use kuva::render::annotations::ReferenceLine;
use kuva::render::figure::Figure;
use kuva::render::layout::Layout;
use kuva::render::plots::Plot;

/// Blue and orange that stay apart for the colour-blind and in grey (Okabe and Ito).
const BLUE: &str = "#0072B2";
const ORANGE: &str = "#E69F00";
const WIDTH: f64 = 760.0;

/// A picture with the words that tell it to those who cannot see it.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) title: String,
    pub(crate) description: String,
    /// One below the other.
    pub(crate) panels: Vec<Panel>,
}

/// A part of a picture with its axes.
#[derive(Debug)]
pub(crate) enum Panel {
    /// What lies between which values, a row for each.
    Spans {
        axis: String,
        rows: Vec<(String, [f64; 2])>,
        /// A vertical line.
        at: f64,
    },
    /// A range that changes along the axis, and what happened.
    Course {
        axes: [String; 2],
        range: (String, Vec<[f64; 2]>),
        points: (String, Vec<f64>),
        /// Where the ranges and points stand.
        at: Vec<f64>,
    },
    /// Groups of two bars.
    Bars {
        axes: [String; 2],
        names: [&'static str; 2],
        groups: Vec<(String, [f64; 2])>,
        /// A horizontal line.
        at: f64,
    },
}

impl Picture {
    /// As the file's ending says: SVG or PNG.
    pub(crate) fn render(&self, path: &Path) -> Result<Vec<u8>> {
        let (plots, layouts): (Vec<_>, Vec<_>) = self.panels.iter().map(Panel::drawn).unzip();
        let height: f64 = self.panels.iter().map(Panel::height).sum();
        let mut figure =
            Figure::new(self.panels.len(), 1).with_title(&self.title).with_plots(plots).with_layouts(layouts);
        for (row, panel) in self.panels.iter().enumerate() {
            figure = figure.with_row_height(row, panel.height());
        }
        let scene = figure.with_figure_size(WIDTH, height + 60.0).render();
        if path.extension().is_some_and(|extension| extension == "png") {
            let png = PngBackend::new().with_scale(2.0).render_scene(&scene);
            png.map_err(|error| anyhow!("can't draw {}: {error}", path.display()))
        } else {
            Ok(self.told(&SvgBackend.render_scene(&scene)).into_bytes())
        }
    }

    /// The title and the description as a screen reader finds them.
    fn told(&self, svg: &str) -> String {
        let Some(end) = svg.find("<svg").and_then(|start| svg[start..].find('>').map(|end| start + end + 1)) else {
            return svg.to_owned();
        };
        let (title, description) = (escaped(&self.title), escaped(&self.description));
        format!("{}<title>{title}</title><desc>{description}</desc>{}", &svg[..end], &svg[end..])
    }
}

impl Panel {
    fn height(&self) -> f64 {
        match self {
            Self::Spans { rows, .. } => 110.0 + 34.0 * rows.len() as f64,
            _ => 320.0,
        }
    }

    fn drawn(&self) -> (Vec<Plot>, Layout) {
        match self {
            Self::Spans { axis, rows, at } => {
                let mut bars = ForestPlot::new().with_color(BLUE).with_null_value(*at);
                bars = bars.with_whisker_width(14.0).with_marker_size(0.0);
                for (label, [low, high]) in rows {
                    bars = bars.with_row(label.clone(), *at, low.min(*high), low.max(*high));
                }
                let plots = vec![Plot::Forest(bars)];
                let layout = Layout::auto_from_plots(&plots).with_x_label(axis);
                (plots, layout)
            }
            Self::Course { axes, range: (range, spans), points: (happened, values), at } => {
                let ends = |end: usize| spans.iter().map(move |span| span[end]);
                let band = BandPlot::new(at.iter().copied(), ends(0), ends(1));
                let band = band.with_color(BLUE).with_opacity(0.35);
                let points = ScatterPlot::new()
                    .with_data(at.iter().copied().zip(values.iter().copied()))
                    .with_color(ORANGE)
                    .with_size(2.0);
                let plots = vec![Plot::Band(band), Plot::Scatter(points)];
                let layout = labelled(Layout::auto_from_plots(&plots), axes);
                let entry = |label: &String, color: &str, shape| LegendEntry {
                    label: label.clone(),
                    color: color.to_owned(),
                    shape,
                    dasharray: None,
                };
                let names = [entry(range, BLUE, LegendShape::Rect), entry(happened, ORANGE, LegendShape::Circle)];
                (plots, layout.with_legend_entries(names.to_vec()))
            }
            Self::Bars { axes, names, groups, at } => {
                let mut bars = BarPlot::new();
                for (label, [first, second]) in groups {
                    bars = bars.with_group(label.clone(), [(*first, BLUE), (*second, ORANGE)]);
                }
                let plots = vec![Plot::Bar(bars.with_legend(names.to_vec()))];
                let layout = labelled(Layout::auto_from_plots(&plots), axes);
                (plots, layout.with_reference_line(ReferenceLine::horizontal(*at).with_color("#555555")))
            }
        }
    }
}

fn labelled(layout: Layout, [x, y]: &[String; 2]) -> Layout {
    layout.with_x_label(x).with_y_label(y).with_legend_position(LegendPosition::InsideTopCenter)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
