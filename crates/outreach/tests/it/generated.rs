//! What `properties` is tried on: rates, distributions and samples from a seeded generator, so that every run sees the
//! same ones.

use std::fmt::Debug;

use outreach::{CallTree, Kind, Parameter, Pmf, Probability, Rates, Response, Sample};
use quickcheck::{Arbitrary, Gen};

/// Tries a property on 300 cases. A loop rather than `QuickCheck::quickcheck`, which keeps a case that returned false
/// to itself where nothing can be shrunk.
#[track_caller]
pub(crate) fn check<A: Arbitrary + Debug>(property: fn(A) -> bool) {
    let mut g = Gen::from_size_and_seed(60, 2026);
    for _ in 0..300 {
        let case = A::arbitrary(&mut g);
        assert!(property(case.clone()), "{case:?}");
    }
}

/// A number of calls for which an exact distribution costs little.
fn small(g: &mut Gen) -> u32 {
    u32::arbitrary(g) % 80
}

/// A probability: often 0 or 1, sometimes tiny.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AnyProbability(pub(crate) f64);

impl Arbitrary for AnyProbability {
    fn arbitrary(g: &mut Gen) -> Self {
        let uniform = f64::from(u32::arbitrary(g)) / f64::from(u32::MAX);
        Self(*g.choose(&[0.0, 1.0, uniform, uniform, uniform, uniform, 1e-9 * uniform, 1.0 - 1e-9 * uniform]).unwrap())
    }
}

impl AnyProbability {
    pub(crate) fn get(self) -> Probability {
        Probability::new(self.0).unwrap()
    }
}

/// A value for some of the rates and a response; the others follow or stay documented.
#[derive(Debug, Clone)]
pub(crate) struct AnyRates(pub(crate) Rates);

impl Arbitrary for AnyRates {
    fn arbitrary(g: &mut Gen) -> Self {
        let rates = Rates::documented().with_response(*g.choose(&Response::ALL).unwrap());
        Self(Parameter::ALL.into_iter().fold(rates, |rates, parameter| {
            if bool::arbitrary(g) { rates.with(parameter, AnyProbability::arbitrary(g).get()) } else { rates }
        }))
    }
}

impl AnyRates {
    pub(crate) fn value(&self, parameter: Parameter) -> f64 {
        self.0.rate(parameter).mean()
    }

    /// P(held) per attempt of both kinds with one rate set.
    pub(crate) fn held_with(&self, parameter: Parameter, value: AnyProbability) -> [f64; 2] {
        let rates = self.0.clone().with(parameter, value.get());
        Kind::ALL.map(|kind| CallTree::new(kind, &rates).unwrap().held().get())
    }
}

/// A distribution on a short window, with zeros inside.
#[derive(Debug, Clone)]
pub(crate) struct AnyDistribution(pub(crate) Pmf);

impl Arbitrary for AnyDistribution {
    fn arbitrary(g: &mut Gen) -> Self {
        let mut masses: Vec<f64> = (0..=small(g) % 20).map(|_| AnyProbability::arbitrary(g).0).collect();
        masses.push(1.0);
        Self(Pmf::from_masses(small(g) as usize, masses).unwrap())
    }
}

impl AnyDistribution {
    pub(crate) fn is_near(&self, other: &Pmf) -> bool {
        (0..self.0.end().max(other.end())).all(|k| near(self.0.mass(k), other.mass(k)))
    }
}

/// Up to 79 trials that came to −128 to 127.
#[derive(Debug, Clone)]
pub(crate) struct AnySample(pub(crate) Sample);

impl Arbitrary for AnySample {
    fn arbitrary(g: &mut Gen) -> Self {
        let mut sample = Sample::default();
        (0..small(g)).for_each(|_| sample.push(i64::from(i8::arbitrary(g))));
        Self(sample)
    }
}

impl AnySample {
    pub(crate) fn and(&self, other: &Self) -> Self {
        let mut merged = self.0.clone();
        merged.merge(&other.0);
        Self(merged)
    }
}

/// Equal up to the rounding of a few operations on probabilities.
pub(crate) fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-13
}
