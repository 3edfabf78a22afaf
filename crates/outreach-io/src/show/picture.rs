//! What is to be drawn.

use crate::Language;

/// A picture with the words that tell it to those who cannot see it.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Picture {
    /// What is shown.
    pub title: String,
    /// What there is to be seen, in sentences.
    pub description: String,
    /// The language that it speaks, and writes numbers in.
    pub language: Language,
    /// One below the other.
    pub panels: Vec<Panel>,
}

/// A part of a picture with its axes.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[non_exhaustive]
pub enum Panel {
    /// Fifty dots in columns: a quantile dotplot.
    Dots {
        /// What stands along the axis, and what a dot is.
        axis: String,
        /// The middle of each column, and its dots.
        columns: Vec<(f64, usize)>,
        /// The ends of the axis.
        reach: [f64; 2],
    },
    /// What lies between which values, a row for each.
    Spans {
        /// What is measured.
        axis: String,
        /// The first stands highest.
        rows: Vec<Span>,
        /// A vertical line.
        at: Option<f64>,
        /// What the range and the marks of the rows are, in their order; none where the axis says it.
        names: Vec<String>,
        /// Whether shares are measured, which are written in per cent.
        shares: bool,
    },
    /// A range that changes along the axis, and what happened.
    Course {
        /// What stands along the axis, and what is measured.
        axes: [String; 2],
        /// The name of the range, and its ends.
        range: (String, Vec<[f64; 2]>),
        /// The name of what happened, and its values.
        points: (String, Vec<f64>),
        /// Where the ranges and points stand.
        at: Vec<f64>,
        /// Whether they stand at dates, in seconds since 1970.
        is_dated: bool,
        /// Whether shares are measured, which are written in per cent.
        shares: bool,
    },
    /// Shares one above the other, each with its own name.
    Ridges {
        /// What stands along the axis, and what is measured.
        axes: [String; 2],
        /// The lowest first.
        ridges: Vec<Curve>,
        /// The ends of the axis.
        reach: [f64; 2],
    },
    /// Curves of shares over the same axis, with bars behind them.
    Curves {
        /// What stands along the axis, and what is measured.
        axes: [String; 2],
        /// Shares as bars.
        bars: Option<Curve>,
        /// Lines over them.
        curves: Vec<Curve>,
        /// Vertical lines with what they mark.
        marks: Vec<(String, f64)>,
        /// The ends of the axis.
        reach: [f64; 2],
    },
    /// Groups of two bars.
    Bars {
        /// What the groups are, and what is measured.
        axes: [String; 2],
        /// Of the two bars.
        names: [String; 2],
        /// Each group's name and values.
        groups: Vec<(String, [f64; 2])>,
        /// A horizontal line.
        at: f64,
    },
}

/// A row of ranges.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Span {
    /// What it is of.
    pub name: String,
    /// Its ends.
    pub ends: [f64; 2],
    /// What is marked on it or beside it, each mark of its own form.
    pub marks: Vec<Option<f64>>,
}

/// Points with a name; one without a name is alone, and said by the axes.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Curve {
    /// Empty where there is only one.
    pub name: String,
    /// Places along the axis and values.
    pub points: Vec<(f64, f64)>,
}
