//! Pictures: what is drawn, and the one place that knows the plotting crate.

use std::path::Path;

use anyhow::{Result, anyhow};
use kuva::plot::ForestPlot;
use kuva::render::layout::Layout;
use kuva::render::plots::Plot;

/// Blue and orange that stay apart for the colour-blind and in grey (Okabe and Ito).
const BLUE: &str = "#0072B2";

/// A picture with the words that tell it to those who cannot see it.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) axis: String,
    /// Label, and what lies between which values.
    pub(crate) spans: Vec<(String, [f64; 2])>,
    /// A vertical line.
    pub(crate) at: f64,
}

impl Picture {
    /// As the file's ending says: SVG or PNG.
    pub(crate) fn render(&self, path: &Path) -> Result<Vec<u8>> {
        let (plots, layout) = self.drawn();
        if path.extension().is_some_and(|extension| extension == "png") {
            kuva::render_to_png(plots, layout, 2.0).map_err(|error| anyhow!("can't draw {}: {error}", path.display()))
        } else {
            Ok(self.told(&kuva::render_to_svg(plots, layout)).into_bytes())
        }
    }

    fn drawn(&self) -> (Vec<Plot>, Layout) {
        let mut bars = ForestPlot::new().with_color(BLUE).with_null_value(self.at);
        bars = bars.with_whisker_width(14.0).with_marker_size(0.0);
        for (label, [low, high]) in &self.spans {
            bars = bars.with_row(label.clone(), self.at, low.min(*high), low.max(*high));
        }
        let plots = vec![Plot::Forest(bars)];
        let height = 140.0 + 34.0 * self.spans.len() as f64;
        let layout = Layout::auto_from_plots(&plots).with_title(&self.title).with_x_label(&self.axis);
        (plots, layout.with_width(760.0).with_height(height))
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

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
