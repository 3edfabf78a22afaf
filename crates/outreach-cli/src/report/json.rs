//! Parts of the JSON answers.

use outreach::{Estimate, Pmf, Sample};
use serde_json::{Map, Value, json};

/// The quantiles that every summary holds.
pub(crate) const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

pub(crate) fn estimate(estimate: Estimate) -> Value {
    json!({ "mean": estimate.value, "std_error": estimate.std_error })
}

/// An object with one entry per key.
pub(crate) fn keyed<K: ToString + Copy, V: Into<Value>>(keys: &[K], value: impl Fn(K) -> V) -> Value {
    keys.iter().map(|&key| (key.to_string(), value(key).into())).collect::<Map<_, _>>().into()
}

/// A simulated law.
pub(crate) fn sample(sample: &Sample, at_least: &[u32]) -> Value {
    let (mean, sd) = (sample.mean(), sample.sd());
    json!({
        "mean": mean.value,
        "std_error": mean.std_error,
        "sd": sd.value,
        "sd_std_error": sd.std_error,
        "quantiles": keyed(&QUANTILES, |q| sample.quantile(q)),
        "quantile_intervals": keyed(&QUANTILES, |q| json!(sample.quantile_interval(q))),
        "at_least": keyed(at_least, |count| sample.at_least(count.into()).value),
        "at_least_std_error": keyed(at_least, |count| sample.at_least(count.into()).std_error),
        "counts": (0..=sample.largest()).map(|count| sample.count(count)).collect::<Vec<_>>(),
    })
}

/// An exact law.
pub(crate) fn law(law: &Pmf, at_least: &[u32]) -> Value {
    json!({
        "mean": law.mean(),
        "sd": law.sd(),
        "quantiles": keyed(&QUANTILES, |q| law.quantile(q)),
        "at_least": keyed(at_least, |count| law.at_least(count as usize)),
        "pmf": (0..law.end()).map(|count| law.mass(count)).collect::<Vec<_>>(),
    })
}
