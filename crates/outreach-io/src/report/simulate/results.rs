//! The results of `simulate` as JSON for programs.

use outreach::{Stop, Variance};
use serde_json::{Map, Value, json};

use super::Yield;
use super::counts::COUNTS;
use super::rounds;
use crate::report::json::{self, estimate};

impl Yield {
    /// Everything but the head.
    pub(in crate::report) fn results(&self) -> Map<String, Value> {
        let meetings = self.run.meetings();
        let mut results = Map::new();
        results.insert("meetings".into(), json::sample(meetings, &self.at_least));
        results.insert(
            "exact".into(),
            self.law.as_ref().map_or(Value::Null, |law| json::distribution(law, &self.at_least)),
        );
        let agreement = self.law.as_ref().map(|law| {
            let agreement = self.run.against(law);
            json!({ "mean_sigmas": agreement.sigmas(), "largest_cdf_gap": agreement.largest_cdf_gap() })
        });
        results.insert("agreement".into(), agreement.into());
        if let Some(reason) = &self.why_none {
            results.insert("exact_reason".into(), reason.clone().into());
            let moments = self.run.campaign().exact_moments().ok();
            let moments = moments.map(|moments| json!({ "mean": moments.mean, "sd": moments.sd() }));
            results.insert("exact_moments".into(), moments.into());
        }
        results.insert(
            "variance".into(),
            match self.run.variance() {
                Variance::Exact { luck, ignorance } => json!({ "luck": luck, "ignorance": ignorance }),
                Variance::Simulated { luck, ignorance } => json!({
                    "luck": luck.value,
                    "luck_std_error": luck.std_error,
                    "ignorance": ignorance.value,
                    "ignorance_std_error": ignorance.std_error,
                }),
            },
        );
        if self.run.campaign().may_clamp() {
            results.insert("clamped".into(), estimate(self.run.clamped()));
        }
        for (group, members) in COUNTS {
            let members: Map<_, _> =
                members.iter().map(|&(name, quantity, _)| (name.into(), estimate(self.run.mean(quantity)))).collect();
            results.insert(group.into(), members.into());
        }
        let contacts = self.run.campaign().max_attempts() > 1;
        if self.run.campaign().stop() != Stop::Calls || contacts {
            let attempts = self.run.attempts();
            let mut made = json::summary(attempts);
            let of_contacts = self.run.campaign().attempts_made().ok().filter(|_| contacts);
            let of_contacts = of_contacts.map(|made| json!({ "mean": made.mean, "sd": made.sd }));
            let exact = of_contacts.or_else(|| self.attempts.as_ref().map(|law| json::exact_summary(law).into()));
            made.insert("exact".into(), exact.into());
            results.insert("attempts_made".into(), made.into());
        }
        if contacts {
            results.insert("rounds".into(), rounds::json(&self.run).into());
        }
        if let Some(chains) = &self.chains {
            results.insert("pool".into(), chains.json());
        }
        results.insert("minutes".into(), estimate(self.run.minutes()));
        results.insert("meetings_per_hour".into(), self.run.meetings_per_hour().map(estimate).into());
        results.insert("attempts_per_meeting".into(), self.run.attempts_per_meeting().map(estimate).into());
        results
    }
}
