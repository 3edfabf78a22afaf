//! The answer of `model`: the call tree with every odd, its value and its provenance.

use std::fmt::Write;

use outreach::{CallTree, Ending, Figures, Incident, Kind, Number, Parameter, Rate, Rates, Reading, World};
use serde_json::{Map, Value, json};

use super::csv::{Cell, Sheet};
use super::document::Table;
use super::number::{compact, fraction};
use super::{Answer, Document, Look, provenance};

/// The answer of `model`: the rates in force and the two trees that they make.
#[derive(Debug, Clone)]
pub struct Model {
    rates: Rates,
    world: World,
    trees: [CallTree; 2],
}

impl Model {
    /// Of these rates.
    ///
    /// # Errors
    /// For rates that do not go together.
    pub fn new(rates: &Rates) -> outreach::Result<Self> {
        let world = rates.world()?;
        let trees = Kind::ALL.map(|kind| CallTree::in_world(kind, &world));
        Ok(Self { rates: rates.clone(), world, trees })
    }

    /// `cold.meeting` or, for what follows another, `assumed, follows cold.meeting`.
    fn origin(&self, parameter: Parameter) -> String {
        let provenance = self.rates.provenance(parameter);
        self.rates
            .following(parameter)
            .map_or_else(|| provenance.to_string(), |followed| format!("{provenance}, follows {followed}"))
    }

    fn drawing(&self) -> String {
        let mut drawing = String::new();
        let line = |drawing: &mut String, branch: &str, parameter: Parameter| {
            let solved = parameter == Parameter::WarmMeeting && self.rates.reading() == Reading::Overall;
            let (value, origin) = if solved {
                (
                    self.world.kept_standing(),
                    format!("solved from {} of all", provenance::shown(self.rates.rate(parameter))),
                )
            } else {
                (self.world.value(parameter), self.origin(parameter))
            };
            let value = match self.rates.rate(parameter) {
                uncertain @ Rate::Beta(_) if !solved => provenance::shown(uncertain),
                _ => fraction(value),
            };
            let _ = writeln!(drawing, "{branch:<38} {:<18}  {value:<20}  {origin}", parameter.key());
        };
        drawing.push_str("cold attempt\n");
        line(&mut drawing, "└─ reached: a conversation", Parameter::ColdReach);
        line(&mut drawing, "   └─ meeting set", Parameter::ColdMeeting);
        line(&mut drawing, "      └─ meeting held", Parameter::ColdShow);
        drawing.push_str("\nwarm attempt\n");
        line(&mut drawing, "└─ reached: a conversation", Parameter::WarmReach);
        drawing.push_str("   ├─ no incident\n");
        line(&mut drawing, "   │  └─ meeting set", Parameter::WarmMeeting);
        line(&mut drawing, "   ├─ incident at the connector's name", Parameter::IncidentRate);
        drawing.push_str("   │  ├─ connector unknown\n");
        line(&mut drawing, "   │  │  ├─ recovered", Parameter::IncidentRecovery);
        line(&mut drawing, "   │  │  │  └─ meeting set", Parameter::WarmMeeting);
        drawing.push_str("   │  │  └─ not recovered\n");
        line(&mut drawing, "   │  │     └─ meeting set", Parameter::IncidentPlainAsk);
        line(&mut drawing, "   │  └─ connector disliked", Parameter::IncidentDisliked);
        for (letter, response) in ["a", "b", "c", "d"].into_iter().zip(outreach::Response::ALL) {
            let branch = if letter == "d" { "└─" } else { "├─" };
            let chosen = if response == self.rates.response() { " ◄ chosen" } else { "" };
            let text = format!("   │     {branch} ({letter}) {response}{chosen}");
            line(&mut drawing, &text, response.parameter());
        }
        line(&mut drawing, "   └─ meeting set: meeting held", Parameter::WarmShow);
        drawing
    }

    /// What a rate rests on, in a sentence.
    fn source(&self, parameter: Parameter) -> String {
        let value = provenance::shown(self.rates.rate(parameter));
        let origin = self.origin(parameter);
        let evidence = self.rates.evidence(parameter);
        let source = evidence.map_or_else(String::new, |evidence| format!(": {}", evidence.source));
        match evidence.and_then(|evidence| evidence.figures) {
            Some(Figures { centre, confidence, .. }) => {
                let confidence = confidence.key();
                format!(
                    "{parameter} = {value}, {origin}, confidence {confidence}, centre of the figures {centre}{source}."
                )
            }
            _ => format!("{parameter} = {value}, {origin}{source}."),
        }
    }

    /// The same of a number of the pool or the effort, as the preset has it.
    fn source_of(&self, number: Number) -> String {
        let preset = self.rates.preset();
        let value = number.value(preset).map_or_else(|| "none".to_owned(), compact);
        let (provenance, evidence) = (number.provenance(preset), number.evidence(preset));
        let range = evidence.figures.map(|Figures { range: [low, high], confidence, .. }| {
            format!(" ({low} to {high}), confidence {}", confidence.key())
        });
        let range = range.unwrap_or_default();
        let Number { key, per, meaning, .. } = number;
        format!("{key} = {value}{range}, {meaning} per {per}, {provenance}: {}.", evidence.source)
    }

    fn derived(&self) -> Vec<(&'static str, f64)> {
        let [cold, warm] = &self.trees;
        vec![
            ("P(meeting set | cold conversation)", cold.meeting()),
            ("P(meeting set | warm conversation)", warm.meeting()),
            ("P(meeting set | warm conversation that kept its standing)", self.world.kept_standing()),
            ("P(meeting held | cold attempt)", cold.held().get()),
            ("P(meeting held | warm attempt)", warm.held().get()),
        ]
    }

    fn paths(&self) -> Table {
        let mut table = Table::new(["path", "per attempt"]);
        for tree in &self.trees {
            for path in tree.paths().iter().filter(|path| path.odds > 0.0) {
                let incident = match path.incident {
                    Incident::None => String::new(),
                    other => format!("incident {}, ", other.key()),
                };
                let ending = match path.ending {
                    Ending::NotReached => "not reached",
                    Ending::Refused => "no meeting",
                    Ending::NoShow => "meeting set, not held",
                    Ending::Held => "meeting held",
                };
                table.row([format!("{}: {incident}{ending}", tree.kind().key()), fraction(path.odds)]);
            }
        }
        table
    }
}

impl Answer for Model {
    fn document(&self, look: Look) -> Document {
        let mut document = Document::new(look);
        document.heading(format!(
            "The call tree (preset {}, reading {})",
            self.rates.preset().key(),
            self.rates.reading()
        ));
        document.drawing(self.drawing().trim_end());
        let mut derived = Table::new(["what follows", "probability"]);
        for (name, value) in self.derived() {
            derived.row([name.to_owned(), if value.is_nan() { "none".to_owned() } else { fraction(value) }]);
        }
        if !self.rates.is_known() {
            document.line("Uncertain rates stand at their means, with the range that holds them nine times in ten.");
        }
        document.table(derived).heading("Every path that can happen").table(self.paths());
        document.heading("What each rate rests on").gap();
        for parameter in Parameter::ALL {
            document.line(self.source(parameter));
        }
        document.heading("What the numbers of pool and effort rest on").gap();
        for number in Number::ALL {
            document.line(self.source_of(number));
        }
        provenance::lines_of_rates(&mut document, &self.rates);
        document
    }

    fn json(&self) -> Value {
        let scenario = provenance::rates(&self.rates, Parameter::ALL.into_iter()).into();
        let mut answer = provenance::head("model", scenario, &self.rates.assumptions());
        let rate = |parameter: Parameter| {
            let evidence = self.rates.evidence(parameter);
            let figures = evidence.and_then(|evidence| evidence.figures);
            json!({
                "rate": parameter.key(),
                "value": provenance::rate(self.rates.rate(parameter)),
                "per": parameter.per(),
                "meaning": parameter.meaning(),
                "provenance": self.rates.provenance(parameter).key(),
                "follows": self.rates.following(parameter).map(Parameter::key),
                "source": evidence.map(|evidence| evidence.source),
                "confidence": figures.map(|figures| figures.confidence.key()),
                "published_centre": figures.map(|figures| figures.centre),
                "published_range": figures.map(|figures| figures.range),
            })
        };
        answer.insert("rates".into(), Parameter::ALL.map(rate).to_vec().into());
        let preset = self.rates.preset();
        let number = |number: Number| {
            let evidence = number.evidence(preset);
            json!({
                "number": number.key,
                "value": number.value(preset),
                "per": number.per,
                "meaning": number.meaning,
                "provenance": number.provenance(preset).key(),
                "source": evidence.source,
                "confidence": evidence.figures.map(|figures| figures.confidence.key()),
                "published_range": evidence.figures.map(|figures| figures.range),
            })
        };
        answer.insert("numbers".into(), Number::ALL.map(number).to_vec().into());
        for tree in &self.trees {
            let path = |path: &outreach::Path| json!({ "incident": path.incident.key(), "ending": path.ending.key(), "odds": path.odds });
            let mut branch = Map::new();
            branch.insert("meeting_per_conversation".into(), tree.meeting().into());
            branch.insert("held_per_attempt".into(), tree.held().get().into());
            if tree.kind() == Kind::Warm {
                branch.insert(
                    "meeting_per_conversation_that_kept_its_standing".into(),
                    self.world.kept_standing().into(),
                );
            }
            branch.insert("paths".into(), tree.paths().iter().map(path).collect());
            answer.insert(tree.kind().key().into(), branch.into());
        }
        answer.into()
    }

    fn csv(&self) -> Sheet {
        let mut sheet = Sheet::new([
            "rate",
            "value",
            "low",
            "high",
            "per",
            "meaning",
            "provenance",
            "follows",
            "confidence",
            "source",
        ]);
        for parameter in Parameter::ALL {
            let range = match self.rates.rate(parameter) {
                Rate::Beta(beta) => [0.05, 0.95].map(|q| Cell::Number(beta.quantile(q))),
                _ => [Cell::Empty, Cell::Empty],
            };
            let [low, high] = range;
            let evidence = self.rates.evidence(parameter);
            sheet.row([
                parameter.key().into(),
                Cell::Number(self.world.value(parameter)),
                low,
                high,
                parameter.per().into(),
                parameter.meaning().into(),
                self.rates.provenance(parameter).key().into(),
                self.rates.following(parameter).map_or(Cell::Empty, |followed| followed.key().into()),
                evidence
                    .and_then(|evidence| evidence.figures)
                    .map_or(Cell::Empty, |figures| figures.confidence.key().into()),
                evidence.map_or(Cell::Empty, |evidence| evidence.source.into()),
            ]);
        }
        sheet
    }
}
