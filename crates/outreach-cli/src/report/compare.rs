//! The answer of `compare`.

use outreach::{Compared, Estimate, Pair};
use serde_json::{Value, json};

use super::csv::{Cell, Sheet};
use super::document::Table;
use super::json::QUANTILES;
use super::number::{self, percent_estimate, plain};
use super::simulate::{Yield, missed_precision, precision, summary_header};
use super::{Answer, Document, provenance};

/// Several strategies' yields and each pair of them.
#[derive(Debug)]
pub(crate) struct Duels {
    compared: Compared,
    yields: Vec<Yield>,
    /// Each strategy's name; the same one twice is told apart by a number.
    labels: Vec<String>,
    precision: Option<f64>,
}

impl Duels {
    pub(crate) fn new(compared: Compared, at_least: &[u32], precision: Option<f64>) -> Self {
        let yields: Vec<_> = compared.runs().iter().map(|run| Yield::new(run.clone(), at_least, None)).collect();
        let names: Vec<_> = yields.iter().map(Yield::name).collect();
        let labels = names.iter().enumerate().map(|(index, name)| {
            let before = names[..index].iter().filter(|other| *other == name).count();
            if before == 0 { (*name).to_owned() } else { format!("{name} ({})", before + 1) }
        });
        Self { labels: labels.collect(), yields, compared, precision }
    }

    fn reached_precision(&self) -> bool {
        let errors = self.compared.runs().iter().map(|run| run.meetings().mean().std_error);
        self.precision.is_none_or(|precision| errors.fold(0.0, f64::max) <= precision)
    }

    /// P(the strategy of the row beats that of the column).
    fn wins(&self, row: usize, column: usize) -> Option<(Estimate, Option<f64>)> {
        let pair = self
            .compared
            .pairs()
            .iter()
            .find(|pair| (pair.a(), pair.b()) == (row, column) || (pair.a(), pair.b()) == (column, row))?;
        let exact = |index: usize| pair.exact().map(|exact| exact[index]);
        Some(if pair.a() == row { (pair.a_wins(), exact(0)) } else { (pair.b_wins(), exact(2)) })
    }

    fn summary(&self) -> Table {
        let mut header = summary_header("strategy");
        header.extend(["meetings per hour".to_owned(), "attempts per meeting".to_owned()]);
        let mut table = Table::with_header(header);
        for (label, answer) in self.labels.iter().zip(&self.yields) {
            let moments = match &answer.law {
                Some(law) => [plain(law.mean()), plain(law.sd())],
                None => [answer.run.meetings().mean(), answer.run.meetings().sd()].map(number::estimate),
            };
            let ratios = [answer.run.meetings_per_hour(), answer.run.attempts_per_meeting()]
                .map(|ratio| ratio.map_or_else(|| "none".to_owned(), number::estimate));
            let quantiles = QUANTILES.map(|q| answer.quantile(q).to_string());
            table.row([label.clone()].into_iter().chain(moments).chain(quantiles).chain(ratios));
        }
        table
    }

    fn pairs(&self) -> Table {
        let mut table = Table::new(["more meetings", "exact", "simulated", "mean difference"]);
        for pair in self.compared.pairs() {
            let (a, b) = (&self.labels[pair.a()], &self.labels[pair.b()]);
            let [in_a, in_b] = [pair.a(), pair.b()].map(|index| self.yields[index].run.campaign().possible_meetings());
            let exact = |index: usize, possible: bool, certain: bool| {
                pair.exact().map_or_else(|| "–".to_owned(), |exact| number::chance(exact[index], possible, certain))
            };
            let a_wins = exact(0, in_a.end() > in_b.start(), in_a.start() > in_b.end());
            let overlap = in_a.start() <= in_b.end() && in_b.start() <= in_a.end();
            let tie = exact(1, overlap, in_a == in_b && in_a.start() == in_a.end());
            let b_wins = exact(2, in_b.end() > in_a.start(), in_b.start() > in_a.end());
            let difference = number::estimate(pair.difference().mean());
            table.row([format!("{a} over {b}"), a_wins, percent_estimate(pair.a_wins()), difference]);
            table.row(["  as many".to_owned(), tie, percent_estimate(pair.tie())]);
            table.row([format!("  {b} over {a}"), b_wins, percent_estimate(pair.b_wins())]);
        }
        table
    }

    fn pair(&self, pair: &Pair) -> Value {
        let difference = pair.difference();
        let mean = difference.mean();
        json!({
            "a": self.labels[pair.a()],
            "b": self.labels[pair.b()],
            "a_wins": pair.a_wins().value,
            "a_wins_std_error": pair.a_wins().std_error,
            "tie": pair.tie().value,
            "tie_std_error": pair.tie().std_error,
            "b_wins": pair.b_wins().value,
            "b_wins_std_error": pair.b_wins().std_error,
            "mean_difference": mean.value,
            "std_error": mean.std_error,
            "difference": {
                "first": difference.smallest(),
                "counts": (difference.smallest()..=difference.largest()).map(|d| difference.count(d)).collect::<Vec<_>>(),
            },
            "exact": pair.exact().map(|[a_wins, tie, b_wins]| json!({ "a_wins": a_wins, "tie": tie, "b_wins": b_wins })),
        })
    }
}

impl Answer for Duels {
    fn document(&self) -> Document {
        let first = self.yields[0].run.campaign();
        let mut document = Document::default();
        document.heading(format!("Meetings held in {} calls", number::grouped(first.calls().into())));
        document.table(self.summary());
        if self.yields.iter().all(|answer| answer.law.is_some()) {
            document.line("Means, standard deviations (sd) and quantiles are exact; ± is a standard error.");
        }
        if !self.compared.pairs().is_empty() {
            document.heading("How often one brings more meetings than the other").table(self.pairs());
        }
        provenance::lines(&mut document, first.rates(), &first.assumptions());
        provenance::sampled(&mut document, self.compared.runs()[0].seed(), self.compared.runs()[0].trials());
        document
    }

    fn json(&self) -> Value {
        let first = self.yields[0].run.campaign();
        let scenario = provenance::shared(first).into();
        let mut answer = provenance::head("compare", scenario, &first.assumptions());
        answer.insert("seed".into(), self.compared.runs()[0].seed().into());
        answer.insert("trials".into(), self.compared.runs()[0].trials().into());
        answer.extend(precision(self.precision, self.reached_precision()));
        let strategies = self.labels.iter().zip(&self.yields).map(|(label, answer)| {
            let mut strategy = serde_json::Map::from_iter([("name".to_owned(), label.clone().into())]);
            strategy.insert("scenario".into(), provenance::scenario(answer.run.campaign()));
            strategy.extend(answer.results());
            Value::from(strategy)
        });
        answer.insert("strategies".into(), strategies.collect());
        answer.insert("pairs".into(), self.compared.pairs().iter().map(|pair| self.pair(pair)).collect());
        answer.into()
    }

    fn csv(&self) -> Sheet {
        let quantiles = QUANTILES.map(|q| format!("quantile_{q}"));
        let header = ["strategy", "mean", "std_error", "sd"].map(str::to_owned).into_iter().chain(quantiles);
        let header = header.chain(["exact_mean".to_owned(), "exact_sd".to_owned()]);
        let mut sheet = Sheet::new(header.chain(self.labels.iter().map(|label| format!("wins_over {label}"))));
        for (row, answer) in self.yields.iter().enumerate() {
            let meetings = answer.run.meetings();
            let mean = meetings.mean();
            let moments = [mean.value, mean.std_error, meetings.sd().value].map(|number| Cell::number(Some(number)));
            let quantiles = QUANTILES.map(|q| Cell::Number(meetings.quantile(q) as f64));
            let exact = answer.law.as_ref().map(|law| [law.mean(), law.sd()]);
            let exact = [0, 1].map(|index| Cell::number(exact.map(|exact| exact[index])));
            let wins = (0..self.labels.len()).map(|column| {
                Cell::number(self.wins(row, column).map(|(simulated, exact)| exact.unwrap_or(simulated.value)))
            });
            let label = Cell::from(self.labels[row].as_str());
            sheet.row([label].into_iter().chain(moments).chain(quantiles).chain(exact).chain(wins));
        }
        sheet
    }

    fn notes(&self) -> Vec<String> {
        let trials = self.compared.runs()[0].trials();
        missed_precision(self.precision, self.reached_precision(), trials).into_iter().collect()
    }
}
