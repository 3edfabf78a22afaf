//! The answer of `backtest`.

use outreach::{Backtest, Calibration, Forecasted, Kind, OpenCases, Outcome, Prior, Score};
use serde_json::{Value, json};

use super::Rows;
use super::csv::{Cell, Sheet};
use super::document::Table;
use super::number::{grouped, percent, plain};
use super::picture::{Panel, Picture};
use super::{Answer, Document, Look, provenance};
use crate::CallLog;
use crate::error::{Result, wrong_input};

/// The answer of `backtest`: forecasts of one kind of calls, and what happened.
#[derive(Debug, Clone)]
pub struct Backtested {
    kind: Kind,
    batch: u32,
    warmup: u64,
    backtest: Backtest,
    rows: Rows,
}

/// The scores of one way to forecast, as means over the forecasts.
struct Scores {
    coverage80: f64,
    expected80: f64,
    mean_width80: f64,
    crps: f64,
    /// −∞ where something happened that could not.
    log_score: f64,
    /// The histogram of the probability integral transform.
    histogram: [f64; 10],
}

impl Scores {
    fn new(backtest: &Backtest, of: fn(&Forecasted) -> Score) -> Self {
        let scores: Vec<_> = backtest.forecasts().iter().map(of).collect();
        let mean = |part: fn(&Score) -> f64| scores.iter().map(part).sum::<f64>() / scores.len() as f64;
        Self {
            coverage80: mean(|score| f64::from(u8::from(score.covered))),
            expected80: mean(|score| score.expected80),
            mean_width80: mean(|score| (score.interval80[1] - score.interval80[0]) as f64),
            crps: mean(|score| score.crps),
            log_score: mean(|score| score.log_score),
            histogram: backtest.histogram(of),
        }
    }

    fn row(&self, name: &str) -> [String; 6] {
        let log_score = if self.log_score.is_finite() { plain(self.log_score) } else { "–".to_owned() };
        [
            name.to_owned(),
            percent(self.coverage80),
            percent(self.expected80),
            format!("{:.1}", self.mean_width80),
            plain(self.crps),
            log_score,
        ]
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
        while let Some(entry) = log.next()? {
            let open = (entry.call.outcome == Outcome::Open).then_some(entry.call.kind);
            // An open conversation that goes on in another call brought no meeting itself.
            if cases.next(&entry.contact, open) == Some(kind) {
                backtest.push(false);
            }
            if entry.call.kind == kind && open.is_none() {
                calibration.learn(&entry.call);
                backtest.push(entry.call.outcome.set());
            }
        }
        let name = log.name().to_owned();
        let rows = log.finish()?;
        let calls = backtest.trials();
        let enough = warmup.next_multiple_of(batch.into()) + u64::from(batch);
        if calls < enough {
            let (calls, enough) = (grouped(calls), grouped(enough));
            return Err(wrong_input(format!(
                "{name}: {calls} {} calls are too few; the first forecast, of {batch} calls after at least {warmup}, takes \
                 {enough} (--batch, --warmup)",
                kind.key()
            )));
        }
        if !calibration.tells_of_meetings() {
            return Err(wrong_input(format!(
                "{name} does not tell meetings from refusals (--outcome-column, --meeting-value); {}",
                rows.sentence()
            )));
        }
        Ok(Self { kind, batch, warmup, backtest, rows })
    }

    fn scores(&self) -> [Scores; 2] {
        let of: [fn(&Forecasted) -> Score; 2] = [|forecast| forecast.drifting, |forecast| forecast.binomial];
        of.map(|of| Scores::new(&self.backtest, of))
    }

    fn title(&self) -> String {
        let (forecasts, batch) = (grouped(self.backtest.forecasts().len() as u64), self.batch);
        format!("{forecasts} forecasts of the meetings set by the next {batch} {} calls", self.kind.key())
    }
}

impl Answer for Backtested {
    fn document(&self, look: Look) -> Document {
        let mut document = Document::new(look);
        let [ours, binomial] = self.scores();
        document.heading(self.title()).gap().line(self.rows.sentence());
        let calls = [self.backtest.trials(), self.backtest.successes()].map(grouped);
        document.line(format!(
            "{} {} calls, {} meetings set; the first forecast after at least {} of the calls.",
            calls[0],
            self.kind.key(),
            calls[1],
            grouped(self.warmup)
        ));
        let mut table = Table::new(["", "in the 80 % range", "expected", "mean width", "CRPS", "log score"]);
        table.row(ours.row("outreach"));
        table.row(binomial.row("constant rate"));
        document.table(table);
        document.line(format!(
            "The CRPS, in meetings, is {:.2} times that of the constant rate; less is better. A range of counts holds more than \
             80 % even where all is right: that is expected.",
            ours.crps / binomial.crps
        ));
        let tenths = (0..10).map(|part| format!("{}–{}", 10 * part, 10 * part + 10));
        let mut table = Table::with_header(["fell at %".to_owned()].into_iter().chain(tenths).collect());
        for (name, scores) in [("outreach", ours), ("constant rate", binomial)] {
            let shares = scores.histogram.map(|share| format!("{:.1}", 100.0 * share));
            table.row([name.to_owned()].into_iter().chain(shares));
        }
        document.table(table);
        document.line(
            "Per cent of the outcomes by where in the forecast they fell: ten each where forecasts are right, many at both \
             ends where they are too sure, many in the middle where they are not sure enough.",
        );
        document
            .gap()
            .line(format!("Nothing was set by hand or learned from later calls. outreach {}.", provenance::VERSION));
        document
    }

    fn json(&self) -> Value {
        let [ours, binomial] = self.scores();
        // The rates are the log's: no preset has a say.
        let mut answer = provenance::head("backtest", json!({ "prior": "jeffreys" }), &[]);
        let log_score = |scores: &Scores| scores.log_score.is_finite().then_some(scores.log_score);
        let parts = json!({
            "rows": self.rows.json(),
            "kind": self.kind.key(),
            "batch": self.batch,
            "warmup": self.warmup,
            "calls": self.backtest.trials(),
            "meetings_set": self.backtest.successes(),
            "forecasts": self.backtest.forecasts().len(),
            "coverage80": ours.coverage80,
            "expected80": ours.expected80,
            "mean_width80": ours.mean_width80,
            "crps": ours.crps,
            "log_score": log_score(&ours),
            "histogram": ours.histogram,
            "binomial": {
                "coverage80": binomial.coverage80,
                "expected80": binomial.expected80,
                "mean_width80": binomial.mean_width80,
                "crps": binomial.crps,
                "log_score": log_score(&binomial),
                "histogram": binomial.histogram,
            },
        });
        answer.extend(parts.as_object().cloned().unwrap_or_default());
        answer.into()
    }

    fn csv(&self) -> Sheet {
        let header = ["before", "outcome", "mean", "low80", "high80", "crps", "log_score"];
        let binomial = header[2..].iter().map(|name| format!("binomial_{name}"));
        let mut sheet = Sheet::new(header.map(str::to_owned).into_iter().chain(binomial));
        for forecast in self.backtest.forecasts() {
            let scores = [forecast.drifting, forecast.binomial].into_iter().flat_map(|score| {
                let [low, high] = score.interval80.map(|end| end as f64);
                [score.mean, low, high, score.crps, score.log_score].map(|number| Cell::number(Some(number)))
            });
            let counts = [forecast.before as f64, forecast.outcome as f64].map(Cell::Number);
            sheet.row(counts.into_iter().chain(scores));
        }
        sheet
    }

    /// The ranges with what happened, and where in the forecasts it fell.
    fn picture(&self) -> Option<Picture> {
        let forecasts = self.backtest.forecasts();
        let [ours, binomial] = self.scores();
        let after = |forecast: &Forecasted| (forecast.before + u64::from(self.batch)) as f64;
        let course = Panel::Course {
            axes: [format!("{} calls so far", self.kind.key()), format!("meetings set by {} calls", self.batch)],
            range: (
                "forecast, central 80 %".to_owned(),
                forecasts.iter().map(|forecast| forecast.drifting.interval80.map(|end| end as f64)).collect(),
            ),
            points: ("what happened".to_owned(), forecasts.iter().map(|forecast| forecast.outcome as f64).collect()),
            at: forecasts.iter().map(after).collect(),
        };
        let shares = ours.histogram.into_iter().zip(binomial.histogram);
        let bars = Panel::Bars {
            axes: ["where in the forecast the outcome fell (%)".to_owned(), "share of the outcomes".to_owned()],
            names: ["outreach", "constant rate"].map(str::to_owned),
            groups: shares
                .enumerate()
                .map(|(part, shares)| (format!("{}–{}", 10 * part, 10 * part + 10), shares.into()))
                .collect(),
            at: 0.1,
        };
        let description = format!(
            "The central 80 % ranges held {} of the outcomes, of {} expected; those of a constant rate {}.",
            percent(ours.coverage80),
            percent(ours.expected80),
            percent(binomial.coverage80)
        );
        Some(Picture { title: self.title(), description, panels: vec![course, bars] })
    }

    fn notes(&self) -> Vec<String> {
        self.rows.notes()
    }
}
