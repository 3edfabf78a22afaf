//! Parts of the JSON answers.

use outreach::Pmf;
use serde_json::{Map, Value};

use super::central::Central;

/// An answer as JSON.
pub(crate) fn as_json(answer: &impl serde::Serialize) -> Value {
    serde_json::to_value(answer).expect("numbers, texts and objects whose keys are texts")
}

/// The quantiles that every summary holds.
pub(crate) const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// An object with one entry per key.
pub(crate) fn keyed<K: ToString + Copy, V: Into<Value>>(keys: &[K], value: impl Fn(K) -> V) -> Value {
    keys.iter().map(|&key| (key.to_string(), value(key).into())).collect::<Map<_, _>>().into()
}

/// Mean, standard deviation and quantiles of an exact distribution.
pub(crate) fn exact_summary(law: &Pmf) -> Map<String, Value> {
    let summary = [
        ("mean", law.mean().into()),
        ("sd", law.sd().into()),
        ("quantiles", keyed(&QUANTILES, |q| law.quantile(q))),
        ("central90", Central::of(law).json()),
    ];
    summary.map(|(name, value)| (name.to_owned(), value)).into_iter().collect()
}
