//! The answer of `backtest`.

mod brief;

use outreach::{Backtest, Calibration, Kind, OpenCases, Outcome, Prior, Scores};
use serde_json::Value;

use super::csv::{Cell, Sheet, Type};
use super::document::Table;
use super::json::as_json;
use super::picture::{Panel, Picture};
use super::{Answer, Document, TextStyle, provenance};
use crate::answer::{BacktestAnswer, BacktestScenario, Computed, WhoseFigures};
use crate::error::{Result, refused, refused_at};
use crate::read::rows::Rows;
use crate::{CallLog, Language};

/// The answer of `backtest`: forecasts of one kind of calls, and what happened.
#[derive(Debug, Clone)]
pub struct Backtested {
    kind: Kind,
    batch: u32,
    warmup: u64,
    backtest: Backtest,
    /// Of the drifting rate, and of binomial distributions.
    scores: [Scores; 2],
    rows: Rows,
}

/// The cells of a row of scores.
fn cells(say: Language, name: String, scores: &Scores) -> [String; 6] {
    let log_score = if scores.log_score.is_finite() { say.plain(scores.log_score) } else { "–".to_owned() };
    [
        name,
        coverage(say, scores),
        say.percent(scores.expected80),
        say.decimals(scores.mean_width80, 1),
        say.plain(scores.crps),
        log_score,
    ]
}

/// How many outcomes the ranges held, of a few as they are counted.
fn coverage(say: Language, scores: &Scores) -> String {
    let all = scores.forecasts as u64;
    match brief::held(scores) {
        some if some == 0 || some == all => say.of_all(say.grouped(some), say.grouped(all)),
        _ => say.percent(scores.coverage80),
    }
}

impl Backtested {
    /// Reads a log to its end, and forecasts every batch of its calls of a kind from those before it, the first after at
    /// least `warmup` of them.
    ///
    /// # Errors
    /// For a log that cannot be read, has too few calls of the kind, or does not tell meetings from refusals.
    pub fn of_log(mut log: CallLog, kind: Kind, batch: u32, warmup: u64) -> Result<Self> {
        let mut backtest = Backtest::new(batch, warmup);
        let (mut calibration, mut cases) = (Calibration::new(Prior::Jeffreys)?, OpenCases::default());
        let mut of_other_kind = 0;
        while let Some(entry) = log.next()? {
            of_other_kind += u64::from(entry.call.kind != kind);
            let open = (entry.call.outcome == Outcome::Open).then_some(entry.call.kind);
            // An open conversation that goes on in another call brought no meeting itself.
            if cases.next(entry.contact, open) == Some(kind) {
                backtest.push(false);
            }
            if entry.call.kind == kind && open.is_none() {
                calibration.learn(&entry.call);
                backtest.push(entry.call.outcome.set());
            }
        }
        let name = log.name().to_owned();
        let rows = log.finish()?;
        let Some(scores) = backtest.scores() else {
            let whole = warmup.checked_next_multiple_of(batch.into()).unwrap_or(u64::MAX);
            let counts = [backtest.trials(), whole.saturating_add(batch.into())];
            return Err(refused_at(&name, |say| {
                let [calls, enough] = counts.map(|count| say.grouped(count));
                let other = if kind == Kind::Cold { Kind::Warm } else { Kind::Cold };
                let hint = if of_other_kind > counts[0] {
                    say.of_other_kind(say.grouped(of_other_kind), say.kind(other), other.key())
                } else {
                    String::new()
                };
                say.too_few_calls(say.kind(kind), calls, enough, batch, warmup) + &hint
            }));
        };
        let hidden = rows.hidden_meetings();
        if hidden.is_some() || !calibration.tells_of_meetings() {
            let why = |say| hidden.map_or_else(|| rows.sentence(say), |hidden| hidden.describe(say));
            return Err(refused(|say| say.meetings_unknown(&name, why(say))));
        }
        Ok(Self { kind, batch, warmup, backtest, scores, rows })
    }

    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> BacktestAnswer {
        let [ours, binomial] = self.scores.map(Into::into);
        BacktestAnswer {
            schema: provenance::schema("backtest"),
            version: provenance::VERSION.to_owned(),
            // The rates are the log's: no preset has a say.
            scenario: BacktestScenario { figures: WhoseFigures::Yours, prior: "jeffreys".to_owned() },
            assumptions: Vec::new(),
            computed: Computed::Exact,
            rows: self.rows.data(),
            reading: self.rows.reading(),
            kind: self.kind.key().to_owned(),
            batch: self.batch,
            warmup: self.warmup,
            calls: self.backtest.trials(),
            meetings_set: self.backtest.successes(),
            forecasts: self.backtest.forecasts().len(),
            scores: ours,
            binomial,
        }
    }

    fn title(&self, say: Language) -> String {
        let forecasts = say.grouped(self.backtest.forecasts().len() as u64);
        say.backtest_title(forecasts, self.batch, say.kind(self.kind))
    }
}

impl Answer for Backtested {
    fn sentence(&self, say: Language) -> String {
        self.verdict(say)
    }

    fn short(&self, style: TextStyle) -> Document {
        self.at_a_glance(style)
    }

    fn whole(&self, style: TextStyle) -> Document {
        let say = style.language;
        let mut document = Document::new(style);
        let [ours, binomial] = self.scores;
        document.heading(self.title(say)).gap().line(self.sentence(say)).gap().line(self.rows.sentence(say));
        let [calls, meetings, warmup] =
            [self.backtest.trials(), self.backtest.successes(), self.warmup].map(|count| say.grouped(count));
        document.line(say.calls_and_meetings(calls, say.kind(self.kind), meetings, warmup));
        let scores = ["CRPS".to_owned(), say.log_score()];
        let header = [String::new(), say.in_the_range(), say.expected(), say.mean_width()];
        let mut table = Table::new(header.into_iter().chain(scores));
        table.row(cells(say, "outreach".to_owned(), &ours));
        table.row(cells(say, say.constant_rate(), &binomial));
        document.table(table);
        document.line(say.crps_explained(say.decimals(ours.crps / binomial.crps, 2)));
        let tenths = (0..10).map(|part| format!("{}–{}", 10 * part, 10 * part + 10));
        let mut table = Table::new([say.fell_at()].into_iter().chain(tenths));
        for (name, scores) in [("outreach".to_owned(), ours), (say.constant_rate(), binomial)] {
            let shares = scores.histogram.map(|share| say.decimals(100.0 * share, 1));
            table.row([name].into_iter().chain(shares));
        }
        document.table(table);
        document.line(say.histogram_explained());
        document.origin_line(say.nothing_by_hand(provenance::VERSION));
        document
    }

    fn json_within(&self, bytes: usize) -> Option<Value> {
        as_json(&self.data(), bytes)
    }

    fn csv(&self) -> Sheet {
        let scores = |of: &str| {
            let named = |names: &'static [&str]| names.iter().map(|name| format!("{of}{name}")).collect::<Vec<_>>();
            let numbers = Type::Real.of(named(&["mean"])).chain(Type::Whole.of(named(&["low", "high"])));
            numbers.chain(Type::Real.of(named(&["crps", "log_score"])))
        };
        let header = Type::Whole.of(["before", "outcome"]).chain(scores("")).chain(scores("binomial_"));
        let mut sheet = Sheet::new(header);
        for forecast in self.backtest.forecasts() {
            let scores = [forecast.drifting, forecast.binomial].into_iter().flat_map(|score| {
                let [low, high] = score.interval80.map(Cell::whole);
                let [mean, crps, log] =
                    [score.mean, score.crps, score.log_score].map(|number| Cell::number(Some(number)));
                [mean, low, high, crps, log]
            });
            let counts = [Cell::whole(forecast.before), Cell::whole(forecast.outcome)];
            sheet.row(counts.into_iter().chain(scores));
        }
        sheet
    }

    /// The ranges with what happened, and where in the forecasts it fell.
    fn picture(&self, say: Language) -> Option<Picture> {
        let forecasts = self.backtest.forecasts();
        let [ours, binomial] = self.scores;
        let course = Panel::Course {
            axes: [say.calls_axis(say.kind(self.kind)), say.set_by_calls_axis(self.batch)],
            range: (
                say.central_range(),
                forecasts.iter().map(|forecast| forecast.drifting.interval80.map(|end| end as f64)).collect(),
            ),
            points: (say.what_happened(), forecasts.iter().map(|forecast| forecast.outcome as f64).collect()),
            at: forecasts.iter().map(|forecast| forecast.before as f64).collect(),
            is_dated: false,
            shares: false,
        };
        let shares = ours.histogram.into_iter().zip(binomial.histogram);
        let bars = Panel::Bars {
            axes: [say.fell_axis(), say.share_of_outcomes()],
            names: ["outreach".to_owned(), say.constant_rate()],
            groups: shares
                .enumerate()
                .map(|(part, shares)| (format!("{}–{}", 10 * part, 10 * part + 10), shares.into()))
                .collect(),
            at: 0.1,
        };
        Some(Picture {
            language: say,
            title: self.title(say),
            description: self.sentence(say),
            panels: vec![course, bars],
        })
    }

    fn warnings(&self, say: Language) -> Vec<String> {
        self.rows.warnings(say)
    }

    fn notes(&self, say: Language) -> Vec<String> {
        self.rows.notes(say)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LogLayout;

    #[test]
    fn forecasts_stood_one_batch_too_late() {
        let rows: String = (0..60).map(|call| if call % 5 == 0 { "meeting\n" } else { "refused\n" }).collect();
        let log = std::io::Cursor::new(format!("outcome\n{rows}").into_bytes());
        let log = CallLog::read("log.csv", log, LogLayout::default()).expect("a log");
        let answer = Backtested::of_log(log, Kind::Cold, 10, 20).expect("enough calls");
        let picture = answer.picture(Language::English).expect("a picture");
        let Panel::Course { at, .. } = &picture.panels[0] else { panic!("no course") };
        assert_eq!(*at, [20.0, 30.0, 40.0, 50.0]);
    }
}
