//! The answer of `trace`: the calls of one simulated campaign.

use outreach::{Campaign, Ending, Incident, Kind, Path};
use serde_json::{Value, json};

use super::csv::{Cell, Sheet};
use super::{Answer, Document, provenance};

/// The calls in their order.
#[derive(Debug)]
pub(crate) struct Trace<'a> {
    campaign: &'a Campaign,
    seed: u64,
    calls: Vec<(Kind, Path)>,
}

impl<'a> Trace<'a> {
    pub(crate) fn new(campaign: &'a Campaign, seed: u64, calls: Vec<(Kind, Path)>) -> Self {
        Self { campaign, seed, calls }
    }

    fn story(&self, path: &Path) -> String {
        let response = self.campaign.rates().response();
        let incident = match path.incident {
            Incident::None => String::new(),
            Incident::Recovered => "\"Who? I don't know this person.\" Explaining helps: ".to_owned(),
            Incident::Unrecovered => "\"Who? I don't know this person.\" Explaining doesn't help: ".to_owned(),
            Incident::Disliked => format!("\"You call on behalf of that one!\" Response {response}: "),
        };
        let ending = match path.ending {
            Ending::NotReached => "not reached",
            Ending::Refused => "no meeting",
            Ending::NoShow => "meeting set, not held",
            Ending::Held => "meeting held",
        };
        format!("{incident}{ending}")
    }

    fn held(&self) -> usize {
        self.calls.iter().filter(|(_, path)| path.held()).count()
    }
}

impl Answer for Trace<'_> {
    fn document(&self) -> Document {
        let width = self.calls.len().to_string().len();
        let told = (1..)
            .zip(&self.calls)
            .map(|(number, (kind, path))| format!("{number:>width$}  {}  {}", kind.key(), self.story(path)));
        let told = told.collect::<Vec<_>>().join("\n");
        let mut document = Document::default();
        document.heading(format!("One campaign, call by call (strategy {})", self.campaign.strategy().name()));
        document.drawing(told);
        document.line(format!("Meetings held: {} of {} calls.", self.held(), self.calls.len()));
        provenance::lines(&mut document, self.campaign.rates(), &self.campaign.assumptions());
        document.line(format!("Seed {}, the first trial, outreach {}.", self.seed, provenance::VERSION));
        document
    }

    fn json(&self) -> Value {
        let scenario = provenance::scenario(self.campaign);
        let mut answer = provenance::head("trace", scenario, &self.campaign.assumptions());
        answer.insert("seed".into(), self.seed.into());
        answer.insert("trials".into(), 1.into());
        answer.insert("held".into(), self.held().into());
        let call = |(kind, path): &(Kind, Path)| json!({ "kind": kind.key(), "incident": path.incident.key(), "ending": path.ending.key() });
        answer.insert("calls".into(), self.calls.iter().map(call).collect());
        answer.into()
    }

    fn csv(&self) -> Sheet {
        let mut sheet = Sheet::new(["call", "kind", "incident", "ending"]);
        for (number, (kind, path)) in (1..).zip(&self.calls) {
            let words = [kind.key(), path.incident.key(), path.ending.key()].map(Cell::from);
            sheet.row([Cell::Number(f64::from(number))].into_iter().chain(words));
        }
        sheet
    }
}
