//! What a log says as a scenario.

use outreach::{Kind, Outcome, Parameter, Posterior};

use super::Calibrated;
use crate::read::scenario::written_attempts;
use crate::show::provenance;
use crate::{Language, Setting, file_of_settings};

impl Calibrated {
    /// What the log says as a scenario file.
    pub fn scenario_file(&self) -> String {
        let ([cold, warm], prior) = (self.calls, self.describe_prior(Language::English));
        let calls = cold + warm;
        let rows = format!(
            "# What {calls} logged calls say: their rates, and the share of them that were recommended ({warm}).\n"
        );
        let origin = format!("# Prior: {prior}. outreach {}.\n", provenance::VERSION);
        let shares = if self.warm().starts_with("shares") {
            "# Of the calls another share is warm than of the contacts: the one for as many calls, the other for as many contacts.\n"
        } else {
            ""
        };
        let unit = if self.attempts.by_column {
            "# A row is a contact after several attempts: meetings are per contact where the log does not say who was reached.\n"
        } else if Kind::ALL.into_iter().any(|kind| self.attempts.of_reach(kind).is_some()) {
            "# Reach is that of all attempts, as for as many calls as these; the tables of attempts are for contacts.\n"
        } else {
            ""
        };
        rows + unit + shares + &origin + &file_of_settings(&self.settings())
    }

    /// Where each call of the log is a conversation: a reach of less would count the others twice.
    fn reached_always(&self) -> impl Iterator<Item = Parameter> {
        let told = self.calibration.of_outcome(Outcome::NotReached) > 0;
        let reach = [Parameter::ColdReach, Parameter::WarmReach].into_iter().zip(self.calls);
        reach.filter(move |(_, calls)| !told && *calls > 0).map(|(reach, _)| reach)
    }

    /// The same as settings: the rates, and the log's own share of warm calls, so that as many calls as the log has are
    /// forecast to bring what those brought.
    pub fn settings(&self) -> Vec<Setting> {
        let setting = |key: &str, value: String| Setting::new(key, value).expect("a scenario has such a key");
        let share = self.warm();
        let start = [("preset", self.preset.key()), ("reading", self.rates().reading().key()), ("warm", &share)];
        let start = start.into_iter().map(|(key, value)| setting(key, value.to_owned()));
        let reach = self.reached_always().map(|reach| setting(reach.key(), "1".to_owned()));
        let rate = |(parameter, known): (Parameter, Posterior)| {
            setting(parameter.key(), format!("beta({}, {})", known.beta.alpha(), known.beta.beta()))
        };
        let names = self.names.mean().map(|mean| setting("pool.names", mean.to_string()));
        let names = names.into_iter().chain(self.dispersion().map(|value| setting("pool.dispersion", value)));
        let connectors = self.alike.connectors.iter().flat_map(|known| {
            let correlation = format!("beta({}, {})", known.beta.alpha(), known.beta.beta());
            [("connectors.count", known.groups.to_string()), ("connectors.correlation", correlation)]
        });
        let connectors = connectors.map(|(key, value)| setting(key, value));
        // Of contacts after several attempts, the share that was reached is that of no single call.
        let per_call = |(parameter, _): &(Parameter, Posterior)| {
            !self.attempts.by_column || ![Parameter::ColdReach, Parameter::WarmReach].contains(parameter)
        };
        let tables: Vec<_> =
            Kind::ALL.into_iter().filter_map(|kind| Some((kind, self.attempts.of_reach(kind)?))).collect();
        let per_attempt = tables.iter().filter(|_| self.attempts.by_column).map(|(kind, table)| {
            let reach = if *kind == Kind::Cold { Parameter::ColdReach } else { Parameter::WarmReach };
            let reached: u64 = table.reached().iter().sum();
            let missed = table.attempts() - reached;
            setting(reach.key(), format!("beta({}, {})", reached as f64 + 0.5, missed as f64 + 0.5))
        });
        let per_attempt: Vec<_> = per_attempt.collect();
        let tables =
            tables.iter().map(|(kind, table)| setting(&format!("attempts.{}", kind.key()), written_attempts(table)));
        let rates = self.learned().filter(per_call).map(rate);
        start.chain(reach).chain(per_attempt).chain(rates).chain(names).chain(connectors).chain(tables).collect()
    }

    /// The share of the log's calls that are warm; and that of its contacts, who are not called equally often.
    fn warm(&self) -> String {
        // A point makes it a share: a whole number would be a count.
        let share = |[cold, warm]: [u64; 2]| {
            let share = (warm as f64 / (cold + warm) as f64).to_string();
            if share.contains('.') { share } else { share + ".0" }
        };
        let [calls, contacts] = self.attempts.calls_and_contacts(self.calls).map(share);
        if calls == contacts { calls } else { format!("shares({calls}, {contacts})") }
    }

    /// The dispersion of the names, as a setting; none where the log may have both that of the preset and Poisson's.
    fn dispersion(&self) -> Option<String> {
        let (likeliest, [low, high]) = self.names.dispersion()?;
        let preset = self.preset.pool().dispersion.unwrap_or(f64::INFINITY);
        let is_told = high.is_finite() || !(low..=high).contains(&preset);
        is_told.then(|| if likeliest.is_finite() { likeliest.to_string() } else { "none".to_owned() })
    }
}
