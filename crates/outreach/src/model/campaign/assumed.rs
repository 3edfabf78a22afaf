//! What a campaign takes for known and what not, and where its numbers come from.

use super::Campaign;
use crate::model::{Kind, Number, Parameter, Provenance, Rate, Reading};
use crate::numerics::{Beta, Probability};

impl Campaign {
    /// The uncertain rates that decide the yield.
    pub fn uncertain(&self) -> Vec<(Parameter, Beta)> {
        let made = |kind| self.so_far.as_ref().map_or(0, |so_far| so_far.attempts(kind));
        let kinds = Kind::ALL.into_iter().filter(|&kind| self.attempts(kind) + made(kind) > 0);
        self.uncertain_with(&kinds.collect::<Vec<_>>())
    }

    /// Those that decide the yield of a kind of call.
    pub(crate) fn uncertain_of(&self, kind: Kind) -> Vec<(Parameter, Beta)> {
        if self.attempts(kind) > 0 { self.uncertain_with(&[kind]) } else { Vec::new() }
    }

    fn uncertain_with(&self, kinds: &[Kind]) -> Vec<(Parameter, Beta)> {
        let reachable = kinds.iter().filter(|_| self.calls_again()).map(|&kind| Parameter::reachable(kind));
        let of_names = self.pool().map(|_| Parameter::PoolIntroduced);
        let of_connectors = self.connectors().map(|_| Parameter::ConnectorsCorrelation);
        let others: Vec<_> = of_names.into_iter().chain(of_connectors).chain(reachable).collect();
        self.rates.uncertain(kinds, &others)
    }

    /// Whether warm probabilities are solved from uncertain ones: then no distribution of the yield is a polynomial in
    /// the rates.
    pub fn solves_uncertain_probability(&self) -> bool {
        self.has_calls()[Kind::Warm.index()] && self.rates.solves_uncertain_probability()
    }

    /// The probability of a warm conversation that kept its standing, where they are not solved from uncertain ones.
    pub(crate) fn meeting_if_standing_kept(&self) -> Rate {
        match self.rates.reading() {
            Reading::WithoutIncident => self.rates.rate(Parameter::WarmMeeting),
            Reading::Overall => Probability::rounded(self.rates.world_at(&[]).meeting_if_standing_kept()).into(),
        }
    }

    /// The rates that its calls, its contacts and its pool can meet.
    pub fn parameters(&self) -> impl Iterator<Item = Parameter> {
        Parameter::ALL.into_iter().filter(|&parameter| match parameter {
            Parameter::ColdReachable | Parameter::WarmReachable => self.calls_again(),
            Parameter::PoolIntroduced => self.pool().is_some(),
            Parameter::ConnectorsCorrelation => self.deals_to_connectors(),
            _ => true,
        })
    }

    /// The keys of every assumption in force: those of the rates, of the effort, of contacts and of a pool.
    pub fn assumptions(&self) -> Vec<&'static str> {
        let rates = &self.rates;
        let beyond_calls = self.parameters().filter(|parameter| !Parameter::of_calls().any(|of| of == *parameter));
        let beyond_calls = beyond_calls.filter(|&parameter| rates.provenance(parameter) == Provenance::Assumed);
        let assumed = self.numbers().filter(|(_, _, provenance)| *provenance == Provenance::Assumed);
        let rates = rates.assumptions().into_iter().chain(beyond_calls.map(Parameter::key));
        rates.chain(assumed.map(|(number, ..)| number.key)).collect()
    }

    /// Every number of its effort, and of its pool if it has one, with its value and its provenance; no value is none.
    pub fn numbers(&self) -> impl Iterator<Item = (Number, Option<f64>, Provenance)> {
        let pool = self.pool().map_or([None; 4], |pool| pool.numbers().map(Some));
        let values = pool.into_iter().chain(self.effort.minutes().map(Some));
        let preset = self.rates.preset();
        Number::ALL.into_iter().zip(values).filter_map(move |(number, value)| {
            let value = value.map(|value| value.is_finite().then_some(value))?;
            let untouched = value == number.value(preset);
            Some((number, value, if untouched { number.provenance(preset) } else { Provenance::SetByYou }))
        })
    }
}
