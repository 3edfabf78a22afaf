//! The answer of `calibrate`.

mod parts;

use std::cmp::Ordering;
use std::fmt::Write;

use outreach::{Calibration, Names, OpenCases, Outcome, Parameter, Posterior, Preset, Prior, Provenance, Rate, Rates};
use serde_json::{Map, Value, json};

use self::parts::{Parts, share};
use super::Rows;
use super::csv::{Cell, Sheet};
use super::document::Table;
use super::number::{compact, grouped, percent};
use super::{Answer, Document, Look, provenance};
use crate::CallLog;
use crate::error::{Result, wrong_input};

/// The answer of `calibrate`: what a log tells of the rates.
#[derive(Debug, Clone)]
pub struct Calibrated {
    calibration: Calibration,
    names: Names,
    /// Cases that are open at the end.
    open: u64,
    parts: Parts,
    rows: Rows,
    prior: Prior,
    preset: Preset,
}

/// More callers or connectors than this are a column that tells calls apart.
const MOST_GROUPS: usize = 10_000;

impl Calibrated {
    /// Reads a log to its end, with what is known before it; the preset has the rates that the log does not tell.
    ///
    /// # Errors
    /// For a log that cannot be read, has no call, or rejected rows where none may be; for a prior that is none.
    ///
    /// ```
    /// use outreach::{Preset, Prior};
    /// use outreach_io::{Answer, Calibrated, CallLog, LogLayout};
    ///
    /// let log = "date,kind,outcome\n2026-03-02,cold,meeting\n2026-03-02,warm,meeting\n2026-03-03,cold,refused\n";
    /// let log = CallLog::read("log.csv", log.as_bytes(), LogLayout::default())?;
    /// let answer = Calibrated::of_log(log, Prior::Jeffreys, Preset::Documented)?;
    /// assert_eq!(answer.json()["rates"]["cold.meeting"]["trials"], 2);
    /// # Ok::<(), outreach_io::Error>(())
    /// ```
    pub fn of_log(mut log: CallLog, prior: Prior, preset: Preset) -> Result<Self> {
        let mut calibration = Calibration::new(prior)?;
        let (mut parts, mut names, mut cases) = (Parts::default(), Names::default(), OpenCases::default());
        while let Some(entry) = log.next()? {
            calibration.learn(&entry.call);
            parts.learn(&entry);
            if let Some(given) = entry.names {
                names.learn(given);
            }
            let open = (entry.call.outcome == Outcome::Open).then(|| entry.clone());
            if let Some(closed) = cases.next(&entry.contact, open) {
                calibration.close(&closed.call);
                parts.close(&closed);
            }
            for (option, groups) in [("--caller-column", &parts.callers), ("--connector-column", &parts.connectors)] {
                if groups.len() > MOST_GROUPS {
                    return Err(wrong_input(format!("{option}: more than {MOST_GROUPS} of them: name another column")));
                }
            }
        }
        Ok(Self { calibration, names, open: cases.open(), parts, rows: log.finish()?, prior, preset })
    }

    fn learned(&self) -> impl Iterator<Item = (Parameter, Posterior)> {
        Parameter::ALL.into_iter().filter_map(|parameter| Some((parameter, self.calibration.posterior(parameter)?)))
    }

    /// The learned rates, and the preset's where the log tells none.
    pub fn rates(&self) -> Rates {
        self.calibration.rates(self.preset)
    }

    fn prior_told(&self) -> String {
        match self.prior {
            Prior::Preset(preset, trials) => {
                format!("the preset {}, worth {} trials of each rate", preset.key(), compact(trials))
            }
            _ => "Beta(1/2, 1/2) for each rate (Jeffreys)".to_owned(),
        }
    }

    /// The rates as a scenario file.
    pub fn scenario_file(&self) -> String {
        let (preset, reading) = (self.preset.key(), self.rates().reading());
        let mut text = format!(
            "# Rates of {} logged calls. Prior: {}. outreach {}.\npreset = \"{preset}\"\nreading = \"{reading}\"\n\n[rates]\n",
            self.rows.used(),
            self.prior_told(),
            provenance::VERSION
        );
        for (parameter, posterior) in self.learned() {
            let (alpha, beta) = (posterior.beta.alpha(), posterior.beta.beta());
            let _ = writeln!(text, "{parameter} = {{ alpha = {alpha}, beta = {beta} }}");
        }
        if let Some(mean) = self.names.mean() {
            let _ = write!(text, "\n[pool]\nnames = {mean}\n");
        }
        text
    }

    /// What the log tells, the newest rate last.
    fn learned_table(&self) -> Table {
        let mut table = Table::new(["rate", "trials", "successes", "share", "now", "90 % range", "half-life"]);
        for (parameter, known) in self.learned() {
            let half_life = known.half_life.map_or_else(|| "–".to_owned(), |trials| format!("{trials:.0}"));
            let counts = [grouped(known.trials), grouped(known.successes)];
            let share = share(known.successes, known.trials);
            let now = [percent(known.beta.mean()), span(known.interval90()), half_life];
            table.row([parameter.key().to_owned()].into_iter().chain(counts).chain([share]).chain(now));
        }
        table
    }

    /// The user's rates beside what others say.
    fn beside_table(&self) -> Table {
        let mut table = Table::new(["rate", "yours now", "documented", "yours is", "published", "yours is"]);
        for (parameter, known) in self.learned() {
            let cells = Preset::ALL.into_iter().flat_map(|preset| match said(preset, parameter) {
                Some(range) => [span(range), verdict(known.against(range)).to_owned()],
                None => ["–".to_owned(), String::new()],
            });
            table.row([parameter.key().to_owned(), percent(known.beta.mean())].into_iter().chain(cells));
        }
        table
    }

    /// What is to be taken with care.
    fn guards(&self) -> Vec<String> {
        let few = self.learned().filter(|(_, known)| known.trials < known.enough()).map(|(parameter, known)| {
            let (trials, enough) = (grouped(known.trials), grouped(known.enough()));
            format!(
                "{parameter}: few trials, {trials} (one per {}); some {enough} would tell the rate to within a third of it, or two \
                 points.",
                parameter.per()
            )
        });
        let enough = self.learned().filter(|(_, known)| known.trials >= known.enough());
        let outside = enough.filter_map(|(parameter, known)| {
            let published = said(Preset::Published, parameter)?;
            let side = match known.against(published) {
                Ordering::Less => "below",
                Ordering::Greater => "above",
                Ordering::Equal => return None,
            };
            let (own, published) = (span(known.interval90()), span(published));
            Some(format!(
                "{parameter}: {own} is {side} everything published ({published}). Does the log mean the same by its words?"
            ))
        });
        let silent = (!self.calibration.tells_of_meetings())
            .then(|| "The log does not tell meetings from refusals: nothing is learned of meetings.".to_owned());
        few.chain(outside).chain(silent).collect()
    }
}

/// What a preset says of a rate: its 90 % range where it has one, the same number twice where it has not; nothing if it
/// assumes it.
fn said(preset: Preset, parameter: Parameter) -> Option<[f64; 2]> {
    let rates = preset.rates();
    if rates.provenance(parameter) == Provenance::Assumed {
        return None;
    }
    match rates.rate(parameter) {
        Rate::Beta(beta) => Some([0.05, 0.95].map(|q| beta.quantile(q))),
        known => Some([known.mean(); 2]),
    }
}

fn verdict(order: Ordering) -> &'static str {
    match order {
        Ordering::Less => "lower",
        Ordering::Equal => "no different",
        Ordering::Greater => "higher",
    }
}

/// `2.0 to 16.0 %`.
fn span([low, high]: [f64; 2]) -> String {
    match [low, high].map(percent) {
        [low, high] if low == high => low,
        [low, high] => format!("{} to {high}", low.trim_end_matches(" %")),
    }
}

impl Answer for Calibrated {
    fn document(&self, look: Look) -> Document {
        let mut document = Document::new(look);
        let calls = grouped(self.rows.used());
        document.heading(format!("What {calls} logged calls tell of the rates")).gap();
        document.line(self.rows.sentence());
        if self.open > 0 {
            document.line(format!("Open cases: {} (reached, and no trials of a meeting yet).", grouped(self.open)));
        }
        document.table(self.learned_table());
        document.line(
            "Now: where the past tells the next calls better when it is forgotten, it counts half after the half-life, in trials; –: \
             no drift is seen, or there are too few trials to tell.",
        );
        document.table(self.beside_table());
        for guard in self.guards() {
            document.line(guard);
        }
        if let (Some(mean), Some(range)) = (self.names.mean(), self.names.interval90()) {
            let [low, high] = range.map(compact_tenths);
            let meetings = grouped(self.names.meetings());
            document.gap().line(format!(
                "{} names per meeting held ({low} to {high} in nine of ten cases), from {meetings} meetings.",
                compact_tenths(mean)
            ));
        }
        self.parts.show(&mut document, self.calibration.tells_of_meetings());
        document.gap().line(format!("Prior: {}.", self.prior_told()));
        document.line(format!("What the log does not tell is as in the preset {}.", self.preset.key()));
        document
    }

    fn json(&self) -> Value {
        let rates = self.rates();
        let scenario = provenance::rates(&rates, Parameter::ALL.into_iter());
        let mut answer = provenance::head("calibrate", scenario.into(), &rates.assumptions());
        answer.insert("prior".into(), self.prior_told().into());
        answer.insert("rows".into(), self.rows.json());
        answer.insert("open_cases".into(), self.open.into());
        let rate = |(parameter, known): (Parameter, Posterior)| {
            let against = Preset::ALL.into_iter().map(|preset| {
                let range = said(preset, parameter);
                let yours = |range| json!({ "range": range, "yours_is": verdict(known.against(range)) });
                (preset.key().to_owned(), range.map_or(Value::Null, yours))
            });
            let rate = json!({
                "trials": known.trials,
                "successes": known.successes,
                "alpha": known.beta.alpha(),
                "beta": known.beta.beta(),
                "mean": known.beta.mean(),
                "interval90": known.interval90(),
                "half_life": known.half_life,
                "enough_trials": known.enough(),
                "beside": against.collect::<Map<_, _>>(),
            });
            (parameter.key().to_owned(), rate)
        };
        answer.insert("rates".into(), self.learned().map(rate).collect::<Map<_, _>>().into());
        let names = &self.names;
        let told = json!({ "meetings": names.meetings(), "mean": names.mean(), "interval90": names.interval90() });
        answer.insert("names_per_meeting".into(), told);
        self.parts.insert_into(&mut answer);
        answer.into()
    }

    fn csv(&self) -> Sheet {
        let header = ["rate", "trials", "successes", "alpha", "beta", "mean", "low90", "high90", "half_life"];
        let mut sheet = Sheet::new(header);
        for (parameter, known) in self.learned() {
            let [low, high] = known.interval90();
            let counts = [known.trials as f64, known.successes as f64];
            let beta = [known.beta.alpha(), known.beta.beta(), known.beta.mean(), low, high];
            let numbers = counts.into_iter().chain(beta).map(Cell::Number);
            let half_life = Cell::number(known.half_life);
            sheet.row([Cell::from(parameter.key())].into_iter().chain(numbers).chain([half_life]));
        }
        sheet
    }

    fn notes(&self) -> Vec<String> {
        self.rows.notes()
    }
}

fn compact_tenths(number: f64) -> String {
    format!("{number:.1}")
}
