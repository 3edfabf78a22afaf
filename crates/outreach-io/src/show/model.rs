//! The answer of `model`: the call tree with every probability, its value and its provenance.

mod tree;

use outreach::{CallTree, Figures, Incident, Kind, Number, Parameter, Preset, Provenance, Rate, Rates, World};
use serde_json::Value;

use super::csv::{Cell, Sheet, Type};
use super::document::Table;
use super::trace::ended;
use super::{Answer, Document, TextStyle, as_json, figures, provenance};
use crate::Language;
use crate::answer::parts::defined;
use crate::answer::{
    Computed, HeldPerAttempt, Interval, ModelAnswer, NumberAnswer, RateAnswer, RatesInForce, TreeAnswer,
};

/// The answer of `model`: the rates in force and the two trees that they make.
#[derive(Debug, Clone)]
pub struct Modelled {
    rates: Rates,
    world: World,
    trees: [CallTree; 2],
}

impl Modelled {
    /// Of these rates.
    ///
    /// # Errors
    /// For rates that do not go together.
    pub fn new(rates: &Rates) -> outreach::Result<Self> {
        let world = rates.world()?;
        let trees = Kind::ALL.map(|kind| CallTree::in_world(kind, &world));
        Ok(Self { rates: rates.clone(), world, trees })
    }

    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> ModelAnswer {
        let owned = |text: &str| text.to_owned();
        let rate = |parameter: Parameter| {
            let evidence = self.rates.evidence(parameter);
            let figures = evidence.and_then(|evidence| evidence.figures);
            RateAnswer {
                rate: owned(parameter.key()),
                value: self.rates.rate(parameter).into(),
                interval: match self.rates.rate(parameter) {
                    Rate::Beta(beta) => Some(Interval::of90([0.05, 0.95].map(|q| beta.quantile(q)))),
                    _ => None,
                },
                per: owned(parameter.per()),
                meaning: owned(parameter.meaning()),
                provenance: owned(self.rates.provenance(parameter).key()),
                follows: self.rates.following(parameter).map(|followed| owned(followed.key())),
                source: evidence.map(|evidence| owned(evidence.source)),
                confidence: figures.map(|figures| owned(figures.confidence.key())),
                published_centre: figures.map(|figures| figures.centre),
                published_range: figures.map(|figures| figures.range),
            }
        };
        let preset = self.rates.preset();
        let number = |number: Number| {
            let evidence = number.evidence(preset);
            NumberAnswer {
                number: owned(number.key),
                value: number.value(preset),
                per: owned(number.per),
                meaning: owned(number.meaning),
                provenance: owned(number.provenance(preset).key()),
                source: owned(evidence.source),
                confidence: evidence.figures.map(|figures| owned(figures.confidence.key())),
                published_range: evidence.figures.map(|figures| figures.range),
            }
        };
        let [cold, warm] = &self.trees;
        ModelAnswer {
            schema: provenance::schema("model"),
            version: provenance::VERSION.to_owned(),
            scenario: RatesInForce::new(&self.rates, Parameter::ALL.into_iter()),
            assumptions: provenance::assumptions(self.rates.assumptions()),
            computed: Computed::Exact,
            rates: Parameter::ALL.map(rate).to_vec(),
            numbers: Number::ALL.map(number).to_vec(),
            cold: TreeAnswer::new(cold),
            warm: TreeAnswer {
                meeting_per_conversation_that_kept_its_standing: Some(defined(self.world.meeting_if_standing_kept())),
                ..TreeAnswer::new(warm)
            },
            at_published_rates: self.at_published_rates(),
        }
    }

    fn at_published_rates(&self) -> Option<HeldPerAttempt> {
        let others = self.rates.preset() != Preset::Published;
        let world = others.then(|| self.rates.with_preset(Preset::Published).world().ok())??;
        let [cold, warm] = Kind::ALL.map(|kind| CallTree::in_world(kind, &world).held().get());
        Some(HeldPerAttempt { cold, warm })
    }

    /// Whose figures these are, with the published ones beside.
    fn whose_figures(&self, say: Language) -> String {
        let beside = || {
            let HeldPerAttempt { cold, warm } = self.at_published_rates()?;
            Some(say.about_cold_and_warm(say.rough_percent(cold), say.rough_percent(warm)))
        };
        // Those of contacts, pools and connectors stand in no tree.
        let is_own = |rate: Parameter| self.rates.provenance(rate) == Provenance::SetByYou;
        let is_told = |rate: &Parameter| Parameter::of_calls().any(|of| of == *rate) || is_own(*rate);
        let told: Vec<_> = Parameter::ALL.into_iter().filter(is_told).collect();
        figures::of_rates(say, &self.rates, &told, beside)
    }

    /// What a rate rests on, in a sentence.
    fn source(&self, say: Language, parameter: Parameter) -> String {
        let value = provenance::shown(say, self.rates.rate(parameter));
        let origin = self.origin(say, parameter);
        let evidence = self.rates.evidence(parameter);
        let source = evidence.map_or_else(String::new, |evidence| say.with_source(say.of_library(evidence.source)));
        let origin = match evidence.and_then(|evidence| evidence.figures) {
            Some(Figures { centre, confidence, .. }) => {
                say.with_figures(origin, say.confidence(confidence), say.compact(centre))
            }
            _ => origin,
        };
        say.rests_on(parameter, value, origin, source)
    }

    /// The same of a number of the pool or the effort, as the preset has it.
    fn source_of(&self, say: Language, number: Number) -> String {
        let preset = self.rates.preset();
        let value = number.value(preset).map_or_else(|| say.none(), |value| say.compact(value));
        let (provenance, evidence) = (number.provenance(preset), number.evidence(preset));
        let range = evidence.figures.map(|Figures { range: [low, high], confidence, .. }| {
            say.figures_of_number(say.compact(low), say.compact(high), say.confidence(confidence))
        });
        let value = value + &range.unwrap_or_default();
        let [meaning, per, source] =
            [number.meaning, number.per, evidence.source].map(|sentence| say.of_library(sentence));
        say.number_rests_on(number.key, value, meaning, per, say.provenance(provenance), source)
    }

    fn derived(&self, say: Language) -> Vec<(String, f64)> {
        let [cold, warm] = &self.trees;
        vec![
            (say.set_per_cold_conversation(), cold.meeting()),
            (say.set_per_warm_conversation(), warm.meeting()),
            (say.set_per_kept_standing(), self.world.meeting_if_standing_kept()),
            (say.held_per_cold_attempt(), cold.held().get()),
            (say.held_per_warm_attempt(), warm.held().get()),
        ]
    }

    fn paths(&self, say: Language) -> Table {
        let mut table = Table::new([say.path(), say.per_attempt()]);
        for tree in &self.trees {
            for path in tree.paths().iter().filter(|path| path.probability > 0.0) {
                let incident = match path.incident {
                    Incident::None => String::new(),
                    Incident::Recovered => say.describe_incident(say.recovered()),
                    Incident::Unrecovered => say.describe_incident(say.unrecovered()),
                    Incident::Disliked => say.describe_incident(say.disliked()),
                };
                let told = say.describe_path(say.kind(tree.kind()), incident, ended(say, path.ending));
                table.row([told, say.fraction(path.probability)]);
            }
        }
        table
    }
}

impl Answer for Modelled {
    fn sentence(&self, say: Language) -> String {
        let [cold, warm] = self
            .trees
            .each_ref()
            .map(|tree| say.chance(tree.held().get(), tree.held().get() > 0.0, tree.held().get() >= 1.0));
        say.held_per_attempt(cold, warm)
    }

    fn short(&self, style: TextStyle) -> Document {
        let say = style.language;
        let mut document = Document::new(style);
        document.line(self.sentence(say));
        document.drawing(self.tree(style)).gap();
        if !self.rates.is_known() {
            document.line(say.at_their_means());
        }
        document.line(self.whose_figures(say));
        document.hint(figures::next_step(say, &self.rates));
        document
    }

    fn whole(&self, style: TextStyle) -> Document {
        let mut document = Document::new(style);
        let say = style.language;
        document.heading(say.tree_title(say.term(self.rates.preset().key()), say.term(self.rates.reading().key())));
        document.line(self.sentence(say)).drawing(self.whole_tree(say));
        let mut derived = Table::new([say.what_follows(), say.probability()]);
        for (name, value) in self.derived(say) {
            derived.row([name, if value.is_nan() { say.none() } else { say.fraction(value) }]);
        }
        if !self.rates.is_known() {
            document.line(say.at_their_means());
        }
        document.table(derived).heading(say.every_path()).table(self.paths(say));
        document.line(self.whose_figures(say)).heading(say.rates_rest_on()).gap();
        for parameter in Parameter::ALL {
            document.line(self.source(say, parameter));
        }
        document.heading(say.numbers_rest_on()).gap();
        for number in Number::ALL {
            document.line(self.source_of(say, number));
        }
        let rated = |key: &&str| {
            !Parameter::ALL.iter().any(|of| of.key() == *key) && !Number::ALL.iter().any(|of| of.key == *key)
        };
        let others: Vec<_> = crate::read::scenario::keys().filter(rated).collect();
        document.gap().line(say.other_keys(others.join(", ")));
        provenance::lines_of_rates(&mut document, &self.rates);
        document
    }

    fn json_within(&self, bytes: usize) -> Option<Value> {
        as_json(&self.data(), bytes)
    }

    fn csv(&self) -> Sheet {
        let texts = ["per", "meaning", "provenance", "follows", "figures_confidence", "source"];
        let header = Type::Text.of(["rate"]).chain(Type::Real.of(["value", "low", "high"]));
        let mut sheet = Sheet::new(header.chain(Type::Text.of(texts)));
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
