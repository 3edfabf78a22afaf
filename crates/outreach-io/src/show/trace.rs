//! The answer of `trace`: the calls of one simulated campaign.

use outreach::{Attempt, Campaign, Ending, Incident, Path};
use serde_json::Value;

use super::csv::{Cell, Sheet, Type};
use super::{Answer, Document, TextStyle, as_json, figures, provenance};
use crate::Language;
use crate::answer::{CallAnswer, Computed, CountRange, ScenarioInForce, TraceAnswer};

/// The fewest bytes of a call in JSON.
const SHORTEST: usize = r#"{"kind":"","incident":"","ending":""}"#.len();

/// The answer of `trace`: the calls of one campaign in their order.
#[derive(Debug, Clone)]
pub struct Traced {
    campaign: Campaign,
    seed: u64,
    calls: Vec<Attempt>,
}

impl Traced {
    /// Of a campaign's first trial with this seed.
    pub fn new(campaign: &Campaign, seed: u64, calls: Vec<Attempt>) -> Self {
        Self { campaign: campaign.clone(), seed, calls }
    }

    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> TraceAnswer {
        let of_contacts = self.is_of_contacts();
        let call = |call: &Attempt| CallAnswer {
            kind: call.kind.key().to_owned(),
            generation: self.campaign.pool().map(|_| call.generation),
            contact: of_contacts.then_some(call.contact),
            attempt: of_contacts.then_some(call.attempt),
            connector: self.campaign.connectors().map(|_| call.connector),
            incident: call.path.incident.key().to_owned(),
            ending: call.path.ending.key().to_owned(),
        };
        TraceAnswer {
            schema: provenance::schema("trace"),
            version: provenance::VERSION.to_owned(),
            scenario: ScenarioInForce::of(&self.campaign),
            assumptions: provenance::assumptions(self.campaign.assumptions()),
            computed: Computed::Simulated,
            seed: self.seed,
            trials: 1,
            held: self.held(),
            central90: self.range(),
            calls: self.calls.iter().map(call).collect(),
        }
    }

    fn story(&self, say: Language, path: &Path) -> String {
        let response = self.campaign.rates().response();
        let incident = match path.incident {
            Incident::None => String::new(),
            Incident::Recovered => say.unknown_recovered(),
            Incident::Unrecovered => say.unknown_unrecovered(),
            Incident::Disliked => say.disliked_answered(response),
        };
        format!("{incident}{}", ended(say, path.ending))
    }

    /// Every call, one per line.
    fn story_of_all(&self, say: Language) -> String {
        let width = self.calls.len().to_string().len();
        let tell = |(number, call): (usize, &Attempt)| {
            let generation = self.generation(call).map(|generation| say.of_generation(generation));
            let connector = call.connector.map(|connector| say.of_connector(connector));
            let kind = [say.kind(call.kind).to_owned(), generation.unwrap_or_default(), connector.unwrap_or_default()]
                .concat();
            let contact = self.is_of_contacts().then(|| format!("  {}", say.of_contact(call.contact, call.attempt)));
            format!("{number:>width$}  {kind}{}  {}", contact.unwrap_or_default(), self.story(say, &call.path))
        };
        (1..).zip(&self.calls).map(tell).collect::<Vec<_>>().join("\n")
    }

    /// The generation of the referral that was used, where there are generations.
    fn generation(&self, call: &Attempt) -> Option<usize> {
        call.generation.filter(|_| self.campaign.pool().is_some())
    }

    fn is_of_contacts(&self) -> bool {
        self.campaign.max_attempts() > 1
    }

    /// What campaigns like this one bring.
    fn range(&self) -> Option<CountRange> {
        self.campaign.exact_yield().ok().map(|meetings| CountRange::of(&meetings))
    }

    fn one_of_many(&self, say: Language) -> Option<String> {
        self.range().map(|range| say.one_campaign_of_many(range.share(say), range.said(say)))
    }

    fn held(&self) -> usize {
        self.calls.iter().filter(|call| call.path.held()).count()
    }
}

/// How a call ended.
pub(crate) fn ended(say: Language, ending: Ending) -> String {
    match ending {
        Ending::NotReached => say.not_reached(),
        Ending::Refused => say.no_meeting(),
        Ending::NoShow => say.set_and_not_held(),
        Ending::Held => say.meeting_held(),
    }
}

impl Answer for Traced {
    fn sentence(&self, say: Language) -> String {
        say.held_of_calls(self.held(), self.calls.len())
    }

    fn short(&self, style: TextStyle) -> Document {
        let say = style.language;
        let mut document = Document::new(style);
        document.line(self.sentence(say)).drawing(self.story_of_all(say));
        document.gap();
        if let Some(range) = self.one_of_many(say) {
            document.line(range);
        }
        document.line(figures::whose(say, &self.campaign, || None));
        document.line(say.first_trial(self.seed, provenance::VERSION)).hint(say.details());
        document
    }

    fn whole(&self, style: TextStyle) -> Document {
        let say = style.language;
        let mut document = Document::new(style);
        document.heading(say.trace_title(say.strategy_name(self.campaign.strategy().name())));
        document.drawing(self.story_of_all(say));
        document.line(self.sentence(say));
        if let Some(range) = self.one_of_many(say) {
            document.line(range);
        }
        provenance::lines(&mut document, &self.campaign);
        document.origin_line(say.first_trial(self.seed, provenance::VERSION));
        document
    }

    fn json_within(&self, bytes: usize) -> Option<Value> {
        // Of so many calls even what is made before the first byte would be large.
        if self.calls.len() <= bytes / SHORTEST { as_json(&self.data(), bytes) } else { None }
    }

    fn csv(&self) -> Sheet {
        let generation = self.campaign.pool().map(|_| "generation");
        let contact = ["contact", "attempt"].into_iter().filter(|_| self.is_of_contacts());
        let connector = self.campaign.connectors().map(|_| "connector");
        let numbers = Type::Whole.of(generation.into_iter().chain(contact).chain(connector));
        let header = Type::Whole.of(["call"]).chain(Type::Text.of(["kind"])).chain(numbers);
        let mut sheet = Sheet::new(header.chain(Type::Text.of(["incident", "ending"])));
        for (number, call) in (1..).zip(&self.calls) {
            let generation = generation.map(|_| call.generation.map_or(Cell::Empty, Cell::whole));
            let start = [Cell::Whole(number), call.kind.key().into()];
            let end = [call.path.incident.key(), call.path.ending.key()].map(Cell::from);
            let contact = [call.contact, call.attempt].map(Cell::whole);
            let contact = contact.into_iter().filter(|_| self.is_of_contacts());
            let connector = connector.map(|_| call.connector.map_or(Cell::Empty, Cell::whole));
            sheet.row(start.into_iter().chain(generation).chain(contact).chain(connector).chain(end));
        }
        sheet
    }
}
