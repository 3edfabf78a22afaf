//! The answer of `calibrate`.

mod alike;
mod attempts;
mod beside;
mod brief;
mod drift;
mod names;
mod parts;
mod scenario;

use outreach::{
    Calibration, Kind, LoggedCall, LoggedIncident, Names, OpenCases, Outcome, Parameter, Posterior, Preset, Prior,
    Rates,
};
use serde_json::Value;

use self::alike::Alike;
use self::attempts::{Attempts, Histories};
use self::beside::{span, verdict};
pub(super) use self::brief::calls;
use self::drift::Drift;
use self::parts::{Parts, share};
use super::csv::{Cell, Sheet, Type};
use super::document::Table;
use super::json::as_json;
use super::picture::{Panel, Picture, Span};
use super::{Answer, Document, TextStyle, provenance};
use crate::answer::{BesideAnswer, CalibrateAnswer, Computed, Interval, LearnedRate, RatesInForce, Verdict};
use crate::error::{Result, refused};
use crate::read::assumed::Assumed;
use crate::read::rows::Rows;
use crate::{CallLog, Language};

/// The answer of `calibrate`: what a log tells of the rates.
#[derive(Debug, Clone)]
pub struct Calibrated {
    calibration: Calibration,
    /// Its cold and its warm calls.
    calls: [u64; Kind::ALL.len()],
    names: Names,
    /// Cases that are open at the end.
    open: u64,
    parts: Parts,
    alike: Alike,
    drift: Drift,
    attempts: Attempts,
    rows: Rows,
    prior: Prior,
    preset: Preset,
    /// The file with the log, if it has a name.
    log_in: Option<String>,
    /// The file that the scenario was written to.
    scenario_in: Option<String>,
}

/// Whether a conversation ended after an incident that leaves open which rate this tells of.
fn ended_unseen(call: LoggedCall) -> bool {
    call.kind == Kind::Warm && call.outcome > Outcome::Open && call.incident.is_some_and(LoggedIncident::hides_the_rate)
}

/// More callers or connectors than this are a column that tells calls apart.
const MOST_GROUPS: usize = 10_000;
/// Fewer open conversations than this are said to be so in the whole answer alone.
const FEWEST_OPEN: u64 = 3;

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
    /// let log = CallLog::read("log.csv", std::io::Cursor::new(log), LogLayout::default())?;
    /// let answer = Calibrated::of_log(log, Prior::Jeffreys, Preset::Documented)?;
    /// assert_eq!(answer.json()["rates"]["cold.meeting"]["trials"], 2);
    /// # Ok::<(), outreach_io::Error>(())
    /// ```
    pub fn of_log(mut log: CallLog, prior: Prior, preset: Preset) -> Result<Self> {
        let mut calibration = Calibration::new(prior)?;
        let (mut parts, mut names, mut cases) = (Parts::default(), Names::default(), OpenCases::default());
        let (mut drift, mut calls, mut untold) = (Drift::default(), [0; Kind::ALL.len()], 0);
        let mut ever_open = Vec::new();
        let mut histories = Histories::new(log.is_of_contacts(), log.tells_contacts());
        while let Some(entry) = log.next()? {
            drift.reach(entry.month, &calibration);
            match histories.learn(entry.call, entry.contact, entry.attempts) {
                Some(is_first) => calibration.learn_attempt(&entry.call, is_first),
                None => calibration.learn(&entry.call),
            }
            calls[entry.call.kind as usize] += 1;
            untold += u64::from(ended_unseen(entry.call));
            parts.learn(&entry);
            if let Some(given) = entry.names {
                names.learn(given);
            }
            let open = (entry.call.outcome == Outcome::Open).then(|| entry.clone());
            // Few contacts ever have an open call, and to look for the others among them would take long: a bit of each.
            let bit = entry.contact.map(|contact| (contact as usize / 64, 1_u64 << (contact % 64)));
            if let (Some((word, bit)), Some(_)) = (bit, &open) {
                ever_open.resize(ever_open.len().max(word + 1), 0);
                ever_open[word] |= bit;
            }
            let may_close = bit.is_none_or(|(word, bit)| ever_open.get(word).is_some_and(|bits| bits & bit != 0));
            if let Some(closed) = may_close.then(|| cases.next(entry.contact, open)).flatten() {
                calibration.close(&closed.call);
                parts.close(&closed);
            }
            for (option, groups) in [("--caller-column", &parts.callers), ("--connector-column", &parts.connectors)] {
                if groups.len() > MOST_GROUPS {
                    return Err(refused(|say| say.too_many_of_column(option, MOST_GROUPS)));
                }
            }
        }
        if histories.are_attempts() {
            return Err(refused(Language::rows_are_attempts));
        }
        drift.end(&calibration);
        let mut rows = log.finish()?;
        if rows.hidden_meetings().is_some() {
            (calibration, drift) = (calibration.without_meetings(), Drift::default());
        }
        let untold = (untold > 0).then_some(Assumed::AfterIncidents(untold));
        rows.assumed.extend(doubt_of_open(cases.open(), &calibration).into_iter().chain(untold));
        let attempts = histories.answer(&calibration);
        let tells_of_meetings = calibration.tells_of_meetings();
        Ok(Self {
            calibration,
            calls,
            names,
            open: cases.open(),
            alike: parts.alike(tells_of_meetings),
            parts,
            drift,
            attempts,
            rows,
            prior,
            preset,
            log_in: None,
            scenario_in: None,
        })
    }

    /// The same, whose text names the file that [`Self::scenario_file`] was written to.
    #[must_use]
    pub fn with_scenario_in(mut self, file: impl Into<String>) -> Self {
        self.scenario_in = Some(file.into());
        self
    }

    /// The same, whose text names the file that the log stands in.
    #[must_use]
    pub fn with_log_in(mut self, file: impl Into<String>) -> Self {
        self.log_in = Some(file.into());
        self
    }

    fn learned(&self) -> impl Iterator<Item = (Parameter, Posterior)> {
        Parameter::ALL.into_iter().filter_map(|parameter| Some((parameter, self.calibration.posterior(parameter)?)))
    }

    /// The learned rates, and the preset's where the log tells none.
    pub fn rates(&self) -> Rates {
        self.calibration.rates(self.preset)
    }

    fn describe_prior(&self, say: Language) -> String {
        match self.prior {
            Prior::Preset(preset, trials) => say.prior_of_preset(say.term(preset.key()), say.compact(trials)),
            _ => say.jeffreys(),
        }
    }

    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> CalibrateAnswer {
        let rates = self.rates();
        let (months, callers, connectors) = self.parts.data(&self.alike, self.calibration.tells_of_meetings());
        let (connectors_correlation, connectors_correlation_reason, callers_correlation) = self.alike.data();
        CalibrateAnswer {
            schema: provenance::schema("calibrate"),
            version: provenance::VERSION.to_owned(),
            scenario: RatesInForce::new(&rates, Parameter::ALL.into_iter()),
            assumptions: rates.assumptions().into_iter().map(str::to_owned).collect(),
            computed: Computed::Exact,
            prior: self.describe_prior(Language::English),
            rows: self.rows.data(),
            reading: self.rows.reading(),
            open_cases: self.open,
            rates: self
                .learned()
                .map(|(parameter, known)| (parameter.key().to_owned(), self.learned_rate(parameter, &known)))
                .collect(),
            names_per_meeting: names::data(&self.names),
            attempts: self.attempts.data(),
            months,
            callers,
            connectors,
            connectors_correlation,
            connectors_correlation_reason,
            callers_correlation,
        }
    }

    fn learned_rate(&self, parameter: Parameter, known: &Posterior) -> LearnedRate {
        let beside = |preset| {
            let range = self.said(preset, parameter)?;
            Some(Verdict { range, yours_is: verdict(known.against(range)).to_owned() })
        };
        LearnedRate {
            per: if self.attempts.is_per_contact(parameter) { "contact" } else { parameter.per() }.to_owned(),
            trials: known.trials,
            successes: known.successes,
            alpha: known.beta.alpha(),
            beta: known.beta.beta(),
            mean: known.beta.mean(),
            interval: Interval::of90(known.interval90()),
            half_life: known.half_life,
            enough_trials: known.enough(),
            beside: BesideAnswer { documented: beside(Preset::Documented), published: beside(Preset::Published) },
        }
    }

    /// What the log tells, the newest rate last.
    fn learned_table(&self, say: Language) -> Table {
        let counts = [say.rate(), say.trials(), say.successes(), say.share()];
        let header = counts.into_iter().chain([say.rate_now(), say.range_of_90(), say.half_life()]);
        let mut table = Table::new(header);
        for (parameter, known) in self.learned() {
            let half_life = known.half_life.map_or_else(|| "–".to_owned(), |trials| format!("{trials:.0}"));
            let counts = [known.trials, known.successes].map(|count| say.grouped(count));
            let share = share(say, known.successes, known.trials);
            let now = [say.percent(known.beta.mean()), span(say, known.interval90()), half_life];
            table.row([self.name(say, parameter)].into_iter().chain(counts).chain([share]).chain(now));
        }
        table
    }
}

/// Where so many conversations are open that the share of meetings would be another one, were they refusals.
fn doubt_of_open(open: u64, calibration: &Calibration) -> Option<Assumed> {
    let known = [Parameter::ColdMeeting, Parameter::WarmMeeting].map(|meeting| calibration.posterior(meeting));
    let (closed, set) =
        known.iter().flatten().fold((0, 0), |(all, set), known| (all + known.trials, set + known.successes));
    (open >= FEWEST_OPEN && 2 * open >= closed && set > 0).then_some(Assumed::StillOpen { open, closed, set })
}

impl Answer for Calibrated {
    /// What calls of each kind bring now.
    fn sentence(&self, say: Language) -> String {
        let told: Vec<_> = Kind::ALL.into_iter().filter_map(|kind| self.calls_at_a_glance(say, kind)).collect();
        if told.is_empty() { say.learned_nothing() } else { told.join(" ") }
    }

    fn short(&self, style: TextStyle) -> Document {
        self.at_a_glance(style)
    }

    fn whole(&self, style: TextStyle) -> Document {
        let mut document = Document::new(style);
        let say = style.language;
        document.heading(say.calibrate_title(say.grouped(self.rows.used()))).gap();
        document.line(self.sentence(say)).gap().line(self.rows.sentence(say));
        if let Some(words) = self.rows.describe_words(say, 10) {
            document.line(words);
        }
        if self.open > 0 {
            document.line(say.open_cases(say.grouped(self.open)));
        }
        document.table(self.learned_table(say));
        document.line(say.now_explained());
        document.table(self.beside_table(say));
        for guard in self.guards(say) {
            document.line(guard);
        }
        names::show(&self.names, &mut document);
        self.attempts.show(&mut document);
        self.parts.show(&mut document, &self.alike, self.calibration.tells_of_meetings());
        document.origin_line(say.prior(self.describe_prior(say)));
        document.origin_line(say.the_rest_as_in(say.term(self.preset.key())));
        document
    }

    fn json_within(&self, bytes: usize) -> Option<Value> {
        as_json(&self.data(), bytes)
    }

    fn csv(&self) -> Sheet {
        let reals = ["alpha", "beta", "mean", "low", "high", "half_life"];
        let header = Type::Text.of(["rate"]).chain(Type::Whole.of(["trials", "successes"]));
        let mut sheet = Sheet::new(header.chain(Type::Real.of(reals)));
        for (parameter, known) in self.learned() {
            let [low, high] = known.interval90();
            let counts = [known.trials, known.successes].map(Cell::whole);
            let beta = [known.beta.alpha(), known.beta.beta(), known.beta.mean(), low, high];
            let numbers = counts.into_iter().chain(beta.map(Cell::Number));
            let half_life = Cell::number(known.half_life);
            sheet.row([Cell::from(parameter.key())].into_iter().chain(numbers).chain([half_life]));
        }
        if let Some(known) = &self.alike.connectors {
            let key = Parameter::ConnectorsCorrelation.key();
            let [low, high] = known.interval;
            let numbers = [known.beta.alpha(), known.beta.beta(), known.mean, low, high].map(Cell::Number);
            sheet.row([Cell::from(key), Cell::Empty, Cell::Empty].into_iter().chain(numbers).chain([Cell::Empty]));
        }
        sheet
    }

    /// The rates with their ranges, and how those of meetings went from month to month.
    fn picture(&self, say: Language) -> Option<Picture> {
        let presets = Preset::ALL.map(Preset::rates);
        let row = |(parameter, known): (Parameter, Posterior)| {
            let said =
                presets.iter().map(|rates| self.said(rates.preset(), parameter).map(|_| rates.rate(parameter).mean()));
            let marks = [Some(known.beta.mean())].into_iter().chain(said).collect();
            Span { name: parameter.key().to_owned(), ends: known.interval90(), marks }
        };
        let rates = Panel::Spans {
            axis: say.range_of_rates(),
            rows: self.learned().map(row).collect(),
            at: None,
            names: vec![say.range_of_90(), say.yours_now(), say.documented(), say.published()],
            shares: true,
        };
        let panels =
            [rates].into_iter().chain(self.drift.panels(say, &self.parts)).chain(self.attempts.panels(say)).collect();
        Some(Picture {
            language: say,
            title: say.calibrate_title(say.grouped(self.rows.used())),
            description: self.sentence(say),
            panels,
        })
    }

    fn warnings(&self, say: Language) -> Vec<String> {
        self.rows.warnings(say)
    }

    fn notes(&self, say: Language) -> Vec<String> {
        self.rows.notes(say)
    }
}
