//! Parts of the JSON answers.

use outreach::{Estimate, Pmf, Sample};
use serde_json::{Map, Value, json};

use super::central::Central;

/// The quantiles that every summary holds.
pub(crate) const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

pub(crate) fn estimate(estimate: Estimate) -> Value {
    json!({ "mean": estimate.value, "std_error": estimate.std_error })
}

/// An object with one entry per key.
pub(crate) fn keyed<K: ToString + Copy, V: Into<Value>>(keys: &[K], value: impl Fn(K) -> V) -> Value {
    keys.iter().map(|&key| (key.to_string(), value(key).into())).collect::<Map<_, _>>().into()
}

/// Mean, standard deviation and quantiles of a simulated distribution.
pub(crate) fn summary(sample: &Sample) -> Map<String, Value> {
    let (mean, sd) = (sample.mean(), sample.sd());
    let summary = [
        ("mean", mean.value.into()),
        ("std_error", mean.std_error.into()),
        ("sd", sd.value.into()),
        ("sd_std_error", sd.std_error.into()),
        ("quantiles", keyed(&QUANTILES, |q| sample.quantile(q))),
        ("quantile_intervals", keyed(&QUANTILES, |q| json!(sample.quantile_interval(q)))),
        ("central90", Central::of_sample(sample).json()),
    ];
    summary.map(|(name, value)| (name.to_owned(), value)).into_iter().collect()
}

/// A simulated distribution.
pub(crate) fn sample(sample: &Sample, at_least: &[u32]) -> Value {
    let mut object = summary(sample);
    object.insert("at_least".into(), keyed(at_least, |count| sample.at_least(count.into()).value));
    object.insert("at_least_std_error".into(), keyed(at_least, |count| sample.at_least(count.into()).std_error));
    object.insert("counts".into(), (0..=sample.largest()).map(|count| sample.count(count)).collect());
    object.into()
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

/// An exact distribution.
pub(crate) fn distribution(law: &Pmf, at_least: &[u32]) -> Value {
    let mut object = exact_summary(law);
    object.insert("at_least".into(), keyed(at_least, |count| law.at_least(count as usize)));
    object.insert("pmf".into(), (0..law.end()).map(|count| law.mass(count)).collect());
    object.into()
}
