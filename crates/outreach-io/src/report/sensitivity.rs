//! The answer of `sensitivity`.

use outreach::{Bar, Campaign, Estimate, Index, Information, Kind, NumberBar, Sensitivities, Stop};
use serde_json::Value;

use super::csv::{Cell, Sheet};
use super::document::Table;
use super::picture::{Panel, Picture};
use super::{Answer, Document, Look, as_json, provenance};
use crate::answer::parts::defined;
use crate::answer::{BarAnswer, BoundsAnswer, IndexAnswer, InformationAnswer, ScenarioInForce, SensitivityAnswer};
use crate::{Language, Sampling};

/// The answer of `sensitivity`: what each rate does to the mean yield.
#[derive(Debug, Clone)]
pub struct Tornado {
    campaign: Campaign,
    found: Sensitivities,
    sampling: Sampling,
}

/// A bar of a rate or a number.
#[derive(Debug)]
struct Shown {
    name: &'static str,
    range: [f64; 2],
    yields: [Option<Estimate>; 2],
    bounds: Option<[Option<Estimate>; 2]>,
    assumed: bool,
}

impl Shown {
    fn span(&self) -> f64 {
        match self.yields {
            [Some(low), Some(high)] => (high.value - low.value).abs(),
            _ => 0.0,
        }
    }
}

impl Tornado {
    /// Of a campaign; `sampling` is how it was found where it is not exact.
    pub fn new(campaign: &Campaign, found: Sensitivities, sampling: Sampling) -> Self {
        Self { campaign: campaign.clone(), found, sampling }
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
        let bar = |bar: Shown| {
            let [(yield_at_low, yield_at_low_std_error), (yield_at_high, yield_at_high_std_error)] = bar.yields.map(of);
            let bounds = bar.bounds.map(|bounds| {
                let [(yield_at_0, yield_at_0_std_error), (yield_at_1, yield_at_1_std_error)] = bounds.map(of);
                BoundsAnswer { yield_at_0, yield_at_0_std_error, yield_at_1, yield_at_1_std_error }
            });
            let ([low, high], assumed, rate) = (bar.range, bar.assumed, bar.name.to_owned());
            BarAnswer {
                rate,
                low,
                high,
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
            IndexAnswer { rate, first_order, first_order_std_error, total, total_std_error }
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
            seed: sampling.map(|sampling| sampling.seed),
            trials: sampling.map(|sampling| sampling.trials),
            base,
            base_std_error,
            bars: self.bars().into_iter().map(bar).collect(),
            indices: self.found.indices().iter().map(index).collect(),
            information: self.found.information().iter().map(information).collect(),
        }
    }

    fn title(&self, say: Language) -> String {
        let calls = say.grouped(self.campaign.calls().into());
        match self.campaign.stop() {
            Stop::Minutes(minutes) => say.moves_in_hours(say.compact(minutes / 60.0)),
            Stop::Meetings(meetings) => say.moves_until(meetings, calls),
            _ if self.campaign.max_attempts() > 1 => {
                say.moves_among_contacts(say.so_many_contacts(calls, say.grouped(self.campaign.max_attempts().into())))
            }
            _ => say.moves_in_calls(calls),
        }
    }

    /// Every bar, the longest on top.
    fn bars(&self) -> Vec<Shown> {
        let rate = |bar: &Bar| Shown {
            name: bar.parameter.key(),
            range: bar.range,
            yields: bar.yields,
            bounds: bar.bounds,
            assumed: bar.assumed,
        };
        let number = |bar: &NumberBar| Shown {
            name: bar.number.key,
            range: bar.range,
            yields: bar.yields.map(Some),
            bounds: None,
            assumed: bar.assumed,
        };
        let mut bars: Vec<_> =
            self.found.bars().iter().map(rate).chain(self.found.numbers().iter().map(number)).collect();
        bars.sort_by(|a, b| b.span().total_cmp(&a.span()));
        bars
    }

    /// Those that are not a mere line, with what they are called and where they end.
    fn moving(&self, say: Language) -> Vec<(Shown, String, [f64; 2])> {
        let base = self.found.base().value;
        let moving = self.bars().into_iter().filter(|bar| bar.span() > 1e-9);
        let shown = |bar: Shown| {
            let [low, high] = bar.range.map(|end| say.plain(end));
            let ends = bar.yields.map(|end| end.map_or(base, |end| end.value));
            (bar, say.range(low, high), ends)
        };
        moving.map(shown).collect()
    }

    fn drawing(&self, look: Look) -> String {
        let (say, moving) = (look.language, self.moving(look.language));
        let all: Vec<_> = moving.iter().flat_map(|(_, _, ends)| *ends).collect();
        let [least, most] =
            [all.iter().copied().fold(f64::MAX, f64::min), all.iter().copied().fold(f64::MIN, f64::max)];
        let width = look.width().saturating_sub(62).clamp(10, 50);
        let place =
            |value: f64| (((value - least) / (most - least)).clamp(0.0, 1.0) * (width - 1) as f64).round() as usize;
        let lines = moving.iter().map(|(bar, range, [low, high])| {
            let (from, to, base) = (place(low.min(*high)), place(low.max(*high)), place(self.found.base().value));
            let cell = |at: usize| match at {
                at if at == base => '│',
                at if (from..=to).contains(&at) => '█',
                _ => ' ',
            };
            let cells: String = (0..width).map(cell).collect();
            let [low, high] = [low, high].map(|end| say.decimals(*end, 2));
            format!("{:<19} {range:<15} {low:>10} {cells} {high:<10}", bar.name)
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    fn bounds(&self, say: Language) -> Table {
        let mut table = Table::new([say.assumed_rate(), say.if_it_were(0), say.if_it_were(1)]);
        let shown = |end: Option<Estimate>| end.map_or_else(|| say.none(), |end| say.estimate(end));
        for bar in self.found.bars() {
            if let Some([at_0, at_1]) = bar.bounds {
                table.row([bar.parameter.key().to_owned(), shown(at_0), shown(at_1)]);
            }
        }
        table
    }

    fn indices(&self, say: Language) -> Table {
        let mut table = Table::new([say.uncertain_rate(), say.causes_alone(), say.with_the_others()]);
        for index in self.found.indices() {
            let share = |share: Estimate| match share.std_error {
                _ if share.value.is_nan() => "–".to_owned(),
                0.0 => say.tenths(share.value),
                // It may come out slightly negative.
                error => {
                    format!(
                        "{} ± {}",
                        say.tenths((1000.0 * share.value).round() / 1000.0 + 0.0),
                        say.decimals(100.0 * error, 1)
                    )
                }
            };
            table.row([index.parameter.key().to_owned(), share(index.first_order), share(index.total)]);
        }
        table
    }

    /// What to log, in words.
    fn advice(&self, say: Language) -> String {
        const NOTHING: Estimate = Estimate { value: 0.0, std_error: 0.0 };
        let hundred = |kind: Kind| {
            let of_kind = |information: &&Information| information.kind == kind && information.calls == 100;
            self.found
                .information()
                .iter()
                .find(of_kind)
                .map_or(NOTHING, |information| Estimate { value: information.share, std_error: information.std_error })
        };
        let [cold, warm] = [Kind::Cold, Kind::Warm].map(hundred);
        if self.found.information().is_empty() {
            return say.all_known();
        }
        if cold.value.is_nan() || warm.value.is_nan() {
            return say.ignorance_not_seen();
        }
        let mut kinds = [(Kind::Cold, cold), (Kind::Warm, warm)];
        kinds.sort_by(|(_, a), (_, b)| b.value.total_cmp(&a.value));
        let shown = |share: Estimate| match share.std_error {
            0.0 => say.percent(share.value),
            _ => say.percent_estimate(share),
        };
        let [(first, first_share), (other, other_share)] = kinds.map(|(kind, share)| (say.kind(kind), shown(share)));
        say.log_first(first, first_share, other, other_share)
    }
}

impl Answer for Tornado {
    fn sentence(&self, say: Language) -> String {
        self.moving(say).first().map_or_else(
            || say.moves_nothing(),
            |(bar, _, [low, high])| {
                let [low, high] = [low.min(*high), low.max(*high)].map(|end| say.decimals(end, 2));
                say.moves_most(bar.name, low, high)
            },
        )
    }

    fn whole(&self, look: Look) -> Document {
        let (say, campaign) = (look.language, &self.campaign);
        let mut document = Document::new(look);
        document.heading(say.of_strategy(self.title(say), campaign.strategy().name()));
        document.line(say.nothing_moved(say.estimate(self.found.base())));
        if !self.moving(say).is_empty() {
            document.drawing(self.drawing(look));
        }
        document.line(say.each_rate_alone());
        if !self.found.numbers().is_empty() {
            document.line(say.numbers_within());
        }
        document.table(self.bounds(say));
        document.line(say.as_if_given());
        if !self.found.indices().is_empty() {
            document.heading(say.which_unknown()).table(self.indices(say));
            document.line(say.shares_of_ignorance());
        }
        document.gap().line(self.advice(say));
        provenance::lines(&mut document, campaign);
        if self.found.is_sampled() {
            provenance::sampled(&mut document, self.sampling.seed, self.sampling.trials);
        } else {
            document.origin_line(say.exactly(provenance::VERSION));
        }
        document
    }

    fn json(&self) -> Value {
        as_json(&self.data())
    }

    fn csv(&self) -> Sheet {
        let mut sheet =
            Sheet::new(["rate", "low", "high", "yield_at_low", "yield_at_high", "assumed", "yield_at_0", "yield_at_1"]);
        for bar in self.bars() {
            let value = |end: Option<Estimate>| Cell::number(end.map(|end| end.value));
            let [at_0, at_1] = bar.bounds.unwrap_or([None, None]);
            sheet.row([
                bar.name.into(),
                Cell::Number(bar.range[0]),
                Cell::Number(bar.range[1]),
                value(bar.yields[0]),
                value(bar.yields[1]),
                if bar.assumed { "true".into() } else { "false".into() },
                value(at_0),
                value(at_1),
            ]);
        }
        sheet
    }

    /// The tornado as a picture.
    fn picture(&self, say: Language) -> Option<Picture> {
        let base = self.found.base().value;
        let moving = self.moving(say).into_iter();
        let spans: Vec<_> = moving.map(|(bar, range, ends)| (format!("{}, {range}", bar.name), ends)).collect();
        let told =
            spans.iter().map(|(label, [low, high])| say.bar_told(label, say.decimals(*low, 2), say.decimals(*high, 2)));
        Some(Picture {
            language: say,
            title: self.title(say),
            description: say.tornado_told(say.decimals(base, 2), told.collect::<Vec<_>>().join("; ")),
            panels: vec![Panel::Spans { axis: say.mean_held_axis(), rows: spans, at: base }],
        })
    }
}
