//! Parts of the JSON answers.

use serde_json::Value;

/// An answer as JSON.
pub(crate) fn as_json(answer: &impl serde::Serialize) -> Value {
    serde_json::to_value(answer).expect("numbers, texts and objects whose keys are texts")
}

/// The quantiles that every summary holds.
pub(crate) const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Their columns in a sheet.
pub(crate) fn quantile_columns() -> [String; 5] {
    QUANTILES.map(|q| format!("q{q}"))
}
