//! The answer of `sensitivity`.

mod brief;
mod detail;

use outreach::{Campaign, Estimate, Index, Information, Measure, Movement, Preset, SensitivityResult};
use serde_json::Value;

use super::csv::{Cell, Sheet, Type};
use super::picture::{Panel, Picture, Span};
use super::{Answer, Document, TextStyle, as_json, provenance};
use crate::answer::parts::defined;
use crate::answer::{
    BarAnswer, BoundsAnswer, Computed, CountRange, IndexAnswer, InformationAnswer, ScenarioInForce, SensitivityAnswer,
};
use crate::{Language, Sampling};

/// The answer of `sensitivity`: what each rate does to the mean yield.
#[derive(Debug, Clone)]
pub struct Analysed {
    campaign: Campaign,
    found: SensitivityResult,
    brings: Option<CountRange>,
    sampling: Sampling,
}

impl Analysed {
    /// Of a campaign and what most like it bring; `sampling` is how it was found where it is not exact.
    pub fn new(campaign: &Campaign, found: SensitivityResult, brings: Option<CountRange>, sampling: Sampling) -> Self {
        Self { campaign: campaign.clone(), found, brings, sampling }
    }

    /// The mean yield at the published rates, where others are in force and it is known exactly.
    fn base_at_published_rates(&self) -> Option<f64> {
        let others = self.campaign.rates().preset() != Preset::Published;
        let published = others.then(|| self.campaign.with_preset(Preset::Published).ok())??;
        published.exact_mean()
    }

    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> SensitivityAnswer {
        let sampled = self.found.is_sampled();
        let sampling = Some(self.sampling).filter(|_| sampled);
        let of = |value: Option<Estimate>| {
            let error = value.and_then(|value| defined(value.std_error));
            (value.map(|value| value.value), sampled.then_some(error))
        };
        let known = |value: Estimate| (value.value, of(Some(value)).1);
        let (base, base_std_error) = known(self.found.base());
        let bar = |bar: Movement| {
            let [(yield_at_low, yield_at_low_std_error), (yield_at_high, yield_at_high_std_error)] = bar.yields.map(of);
            let bounds = bar.bounds.map(|bounds| {
                let [(yield_at_0, yield_at_0_std_error), (yield_at_1, yield_at_1_std_error)] = bounds.map(of);
                BoundsAnswer { yield_at_0, yield_at_0_std_error, yield_at_1, yield_at_1_std_error }
            });
            let ([low, high], assumed, rate) = (bar.range, bar.assumed, bar.key.to_owned());
            let (high, of) = (defined(high), bar.of.key().to_owned());
            BarAnswer {
                rate,
                low,
                high,
                of,
                yield_at_low,
                yield_at_low_std_error,
                yield_at_high,
                yield_at_high_std_error,
                assumed,
                bounds,
            }
        };
        let index = |index: &Index| {
            let share = |share: Estimate| (defined(share.value), of(Some(share)).1);
            let [(first_order, first_order_std_error), (total, total_std_error)] =
                [index.first_order, index.total].map(share);
            let rate = index.parameter.key().to_owned();
            let with = index.with.map(|with| with.key().to_owned());
            IndexAnswer { rate, with, first_order, first_order_std_error, total, total_std_error }
        };
        let information = |information: &Information| InformationAnswer {
            kind: information.kind.key().to_owned(),
            calls: information.calls,
            ignorance_taken_away: defined(information.share),
            std_error: defined(information.std_error),
        };
        SensitivityAnswer {
            schema: provenance::schema("sensitivity"),
            version: provenance::VERSION.to_owned(),
            scenario: ScenarioInForce::of(&self.campaign),
            assumptions: provenance::assumptions(self.campaign.assumptions()),
            computed: Computed::unless(sampling.is_some()),
            seed: sampling.map(|sampling| sampling.seed),
            trials: sampling.map(|sampling| sampling.most_trials()),
            base,
            base_std_error,
            base_at_published_rates: self.base_at_published_rates(),
            central90: self.brings,
            bars: self.found.movements().into_iter().map(bar).collect(),
            indices: self.found.indices().iter().map(index).collect(),
            information: self.found.information().iter().map(information).collect(),
        }
    }
}

/// The key of a bar, and what it is of where that is not the mean.
fn labelled(say: Language, bar: &Movement) -> String {
    match bar.of {
        Measure::LowEnd => say.low_end_of(bar.key),
        Measure::Mean => bar.key.to_owned(),
    }
}

impl Answer for Analysed {
    fn sentence(&self, say: Language) -> String {
        self.in_one_sentence(say)
    }

    fn short(&self, style: TextStyle) -> Document {
        self.at_a_glance(style)
    }

    fn whole(&self, style: TextStyle) -> Document {
        self.in_detail(style)
    }

    fn json_within(&self, bytes: usize) -> Option<Value> {
        as_json(&self.data(), bytes)
    }

    fn csv(&self) -> Sheet {
        let header = Type::Text.of(["rate"]).chain(Type::Real.of(["low", "high", "yield_at_low", "yield_at_high"]));
        let header = header.chain(Type::Truth.of(["assumed"])).chain(Type::Real.of(["yield_at_0", "yield_at_1"]));
        let mut sheet = Sheet::new(header.chain(Type::Text.of(["of"])));
        for bar in self.found.movements() {
            let value = |end: Option<Estimate>| Cell::number(end.map(|end| end.value));
            let [at_0, at_1] = bar.bounds.unwrap_or([None, None]);
            sheet.row([
                bar.key.into(),
                Cell::Number(bar.range[0]),
                Cell::number(Some(bar.range[1]).filter(|end| end.is_finite())),
                value(bar.yields[0]),
                value(bar.yields[1]),
                Cell::Truth(bar.assumed),
                value(at_0),
                value(at_1),
                bar.of.key().into(),
            ]);
        }
        sheet
    }

    /// The tornado as a picture.
    fn picture(&self, say: Language) -> Option<Picture> {
        let base = self.found.base().value;
        let moving = self.moving(say).into_iter();
        let spans: Vec<_> = moving
            .map(|(bar, range, ends)| Span {
                name: format!("{}, {range}", labelled(say, &bar)),
                ends,
                marks: Vec::new(),
            })
            .collect();
        let told = spans.iter().map(|Span { name, ends: [low, high], .. }| {
            say.describe_bar(name, say.decimals(*low, 2), say.decimals(*high, 2))
        });
        Some(Picture {
            language: say,
            title: self.title(say),
            description: say.describe_ranges(say.decimals(base, 2), told.collect::<Vec<_>>().join(&say.semicolon())),
            panels: vec![Panel::Spans {
                axis: say.mean_held_axis(),
                rows: spans,
                at: Some(base),
                names: Vec::new(),
                shares: false,
            }],
        })
    }
}
