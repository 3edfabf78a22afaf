//! The answer of `calibrate`.

mod attempts;
mod brief;
mod drift;
mod parts;

use std::cmp::Ordering;

use outreach::{Calibration, Kind, Names, OpenCases, Outcome, Parameter, Posterior, Preset, Prior, Rates};
use serde_json::Value;

use self::attempts::{Attempts, Histories};
pub(super) use self::brief::calls;
use self::drift::Drift;
use self::parts::{Parts, share};
use super::csv::{Cell, Sheet};
use super::document::Table;
use super::json::as_json;
use super::picture::{Panel, Picture};
use super::{Answer, Document, Look, provenance};
use crate::answer::{BesideAnswer, CalibrateAnswer, Interval, LearnedRate, NamesAnswer, RatesInForce, Verdict};
use crate::error::{Result, wrong_input};
use crate::read::rows::Rows;
use crate::read::scenario::written_attempts;
use crate::{CallLog, Language, Setting, file_of_settings};

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
    drift: Drift,
    attempts: Attempts,
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
    /// let log = CallLog::read("log.csv", std::io::Cursor::new(log), LogLayout::default())?;
    /// let answer = Calibrated::of_log(log, Prior::Jeffreys, Preset::Documented)?;
    /// assert_eq!(answer.json()["rates"]["cold.meeting"]["trials"], 2);
    /// # Ok::<(), outreach_io::Error>(())
    /// ```
    pub fn of_log(mut log: CallLog, prior: Prior, preset: Preset) -> Result<Self> {
        let mut calibration = Calibration::new(prior)?;
        let (mut parts, mut names, mut cases) = (Parts::default(), Names::default(), OpenCases::default());
        let (mut drift, mut calls) = (Drift::default(), [0; Kind::ALL.len()]);
        let mut ever_open = Vec::new();
        let mut histories = Histories::new(log.is_of_contacts(), log.tells_contacts());
        while let Some(entry) = log.next()? {
            histories.learn(entry.call, entry.contact, entry.attempts);
            drift.reach(entry.month, &calibration);
            calibration.learn(&entry.call);
            calls[entry.call.kind as usize] += 1;
            parts.learn(&entry);
            if let Some(given) = entry.names {
                names.learn(given);
            }
            let open = (entry.call.outcome == Outcome::Open).then(|| entry.clone());
            // Few contacts ever have an open call, and to look for the others among them would take long.
            let contact = entry.contact.map(|contact| contact as usize);
            if let (Some(contact), Some(_)) = (contact, &open) {
                ever_open.resize(ever_open.len().max(contact + 1), false);
                ever_open[contact] = true;
            }
            let may_close = contact.is_none_or(|contact| ever_open.get(contact) == Some(&true));
            if let Some(closed) = may_close.then(|| cases.next(entry.contact, open)).flatten() {
                calibration.close(&closed.call);
                parts.close(&closed);
            }
            for (option, groups) in [("--caller-column", &parts.callers), ("--connector-column", &parts.connectors)] {
                if groups.len() > MOST_GROUPS {
                    return Err(wrong_input(format!("{option}: more than {MOST_GROUPS} of them: name another column")));
                }
            }
        }
        drift.end(&calibration);
        let attempts = histories.told(&calibration);
        Ok(Self {
            calibration,
            calls,
            names,
            open: cases.open(),
            parts,
            drift,
            attempts,
            rows: log.finish()?,
            prior,
            preset,
        })
    }

    fn learned(&self) -> impl Iterator<Item = (Parameter, Posterior)> {
        Parameter::ALL.into_iter().filter_map(|parameter| Some((parameter, self.calibration.posterior(parameter)?)))
    }

    /// The learned rates, and the preset's where the log tells none.
    pub fn rates(&self) -> Rates {
        self.calibration.rates(self.preset)
    }

    fn prior_told(&self, say: Language) -> String {
        match self.prior {
            Prior::Preset(preset, trials) => say.prior_of_preset(preset.key(), say.compact(trials)),
            _ => say.jeffreys(),
        }
    }

    /// What the log says as a scenario file.
    pub fn scenario_file(&self) -> String {
        let ([cold, warm], prior) = (self.calls, self.prior_told(Language::English));
        let calls = cold + warm;
        let rows = format!(
            "# What {calls} logged calls say: their rates, and the share of them that were recommended ({warm}).\n"
        );
        let origin = format!("# Prior: {prior}. outreach {}.\n", provenance::VERSION);
        let unit = if self.attempts.by_column {
            "# A row is a contact after several attempts: meetings are per contact where the log does not say who was reached.\n"
        } else {
            ""
        };
        rows + unit + &origin + &file_of_settings(&self.settings())
    }

    /// Where each call of the log is a conversation, and the preset's reach would count them again.
    fn reached_always(&self) -> impl Iterator<Item = Parameter> {
        let reach = [Parameter::ColdReach, Parameter::WarmReach].into_iter().zip(self.calls);
        let told = self.calibration.of_outcome(Outcome::NotReached) > 0;
        let preset = self.preset.rates();
        reach
            .filter(move |(reach, calls)| !told && *calls > 0 && preset.rate(*reach).mean() < 1.0)
            .map(|(reach, _)| reach)
    }

    /// The same as settings: the rates, and the log's own share of warm calls, so that as many calls as the log has are
    /// forecast to bring what those brought.
    pub fn settings(&self) -> Vec<Setting> {
        let setting = |key: &str, value: String| Setting::new(key, value).expect("a scenario has such a key");
        let [cold, warm] = self.calls.map(|calls| calls as f64);
        // A point makes it a share: a whole number would be a count.
        let share = (warm / (cold + warm)).to_string();
        let share = if share.contains('.') { share } else { share + ".0" };
        let start = [("preset", self.preset.key()), ("reading", self.rates().reading().key()), ("warm", &share)];
        let start = start.into_iter().map(|(key, value)| setting(key, value.to_owned()));
        let reach = self.reached_always().map(|reach| setting(reach.key(), "1".to_owned()));
        let rate = |(parameter, known): (Parameter, Posterior)| {
            setting(parameter.key(), format!("beta({}, {})", known.beta.alpha(), known.beta.beta()))
        };
        let names = self.names.mean().map(|mean| setting("pool.names", mean.to_string()));
        // Of contacts after several attempts, the share that was reached is that of no single call.
        let per_call = |(parameter, _): &(Parameter, Posterior)| {
            !self.attempts.by_column || ![Parameter::ColdReach, Parameter::WarmReach].contains(parameter)
        };
        let tables: Vec<_> =
            Kind::ALL.into_iter().filter_map(|kind| Some((kind, self.attempts.of_reach(kind)?))).collect();
        let per_attempt = tables.iter().filter(|_| self.attempts.by_column).map(|(kind, table)| {
            let reach = if *kind == Kind::Cold { Parameter::ColdReach } else { Parameter::WarmReach };
            let reached: u64 = table.reached().iter().sum();
            let missed = table.attempts() - reached;
            setting(reach.key(), format!("beta({}, {})", reached as f64 + 0.5, missed as f64 + 0.5))
        });
        let per_attempt: Vec<_> = per_attempt.collect();
        let tables =
            tables.iter().map(|(kind, table)| setting(&format!("attempts.{}", kind.key()), written_attempts(table)));
        let rates = self.learned().filter(per_call).map(rate);
        start.chain(reach).chain(per_attempt).chain(rates).chain(names).chain(tables).collect()
    }

    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> CalibrateAnswer {
        let rates = self.rates();
        let (months, callers, connectors) = self.parts.data();
        let names = &self.names;
        CalibrateAnswer {
            schema: "outreach/calibrate/2".to_owned(),
            version: provenance::VERSION.to_owned(),
            scenario: RatesInForce::new(&rates, Parameter::ALL.into_iter()),
            assumptions: rates.assumptions().into_iter().map(str::to_owned).collect(),
            prior: self.prior_told(Language::English),
            rows: self.rows.data(),
            reading: self.rows.reading(),
            open_cases: self.open,
            rates: self
                .learned()
                .map(|(parameter, known)| (parameter.key().to_owned(), self.learned_rate(parameter, &known)))
                .collect(),
            names_per_meeting: NamesAnswer {
                meetings: names.meetings(),
                mean: names.mean(),
                dispersion: names.dispersion(),
                interval: names.interval90().map(Interval::of90),
            },
            attempts: self.attempts.data(),
            months,
            callers,
            connectors,
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

    /// What a preset says of a rate, where the log's share is of the same thing.
    fn said(&self, preset: Preset, parameter: Parameter) -> Option<[f64; 2]> {
        preset.range90(parameter).filter(|_| !self.attempts.is_per_contact(parameter))
    }

    /// A rate's name, with what it is per where that is no call.
    fn name(&self, say: Language, parameter: Parameter) -> String {
        let per_contact = self.attempts.is_per_contact(parameter);
        if per_contact { say.per_contact(parameter) } else { parameter.key().to_owned() }
    }

    /// The user's rates beside what others say.
    fn beside_table(&self, say: Language) -> Table {
        let beside = [say.documented(), say.yours_is(), say.published(), say.yours_is()];
        let mut table = Table::new([say.rate(), say.yours_now()].into_iter().chain(beside));
        for (parameter, known) in self.learned() {
            let cells = Preset::ALL.into_iter().flat_map(|preset| match self.said(preset, parameter) {
                Some(range) => [span(say, range), verdict_told(say, known.against(range))],
                None => ["–".to_owned(), String::new()],
            });
            table.row([self.name(say, parameter), say.percent(known.beta.mean())].into_iter().chain(cells));
        }
        table
    }

    /// What is to be taken with care.
    fn guards(&self, say: Language) -> Vec<String> {
        let few = self.learned().filter(|(_, known)| known.trials < known.enough()).map(|(parameter, known)| {
            let [trials, enough] = [known.trials, known.enough()].map(|count| say.grouped(count));
            say.few_trials(parameter, trials, say.of_library(parameter.per()), enough)
        });
        let enough = self.learned().filter(|(_, known)| known.trials >= known.enough());
        let outside = enough.filter_map(|(parameter, known)| {
            let published = self.said(Preset::Published, parameter)?;
            let [own, everything] = [known.interval90(), published].map(|range| span(say, range));
            match known.against(published) {
                Ordering::Less => Some(say.below_everything(parameter, own, everything)),
                Ordering::Greater => Some(say.above_everything(parameter, own, everything)),
                Ordering::Equal => None,
            }
        });
        let silent = (!self.calibration.tells_of_meetings()).then(|| say.tells_no_meetings());
        few.chain(outside).chain(silent).collect()
    }
}

fn verdict(order: Ordering) -> &'static str {
    match order {
        Ordering::Less => "lower",
        Ordering::Equal => "no different",
        Ordering::Greater => "higher",
    }
}

/// The same for people.
fn verdict_told(say: Language, order: Ordering) -> String {
    match order {
        Ordering::Less => say.lower(),
        Ordering::Equal => say.no_different(),
        Ordering::Greater => say.higher(),
    }
}

/// `2.0 to 16.0 %`.
fn span(say: Language, [low, high]: [f64; 2]) -> String {
    match [low, high].map(|end| say.percent(end)) {
        [low, high] if low == high => low,
        [low, high] => say.range(low.trim_end_matches([' ', '\u{202f}', '%']), high),
    }
}

impl Answer for Calibrated {
    /// What calls of each kind bring now.
    fn sentence(&self, say: Language) -> String {
        let told: Vec<_> = Kind::ALL.into_iter().filter_map(|kind| self.calls_at_a_glance(say, kind)).collect();
        if told.is_empty() { say.learned_nothing() } else { told.join(" ") }
    }

    fn short(&self, look: Look) -> Document {
        self.at_a_glance(look)
    }

    fn whole(&self, look: Look) -> Document {
        let mut document = Document::new(look);
        let say = look.language;
        document.heading(say.calibrate_title(say.grouped(self.rows.used()))).gap();
        document.line(self.sentence(say)).gap().line(self.rows.sentence(say));
        if let Some(words) = self.rows.words_told(say, 10) {
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
        if let (Some(mean), Some(range)) = (self.names.mean(), self.names.interval90()) {
            let [mean, low, high] = [mean, range[0], range[1]].map(|names| say.decimals(names, 1));
            document.gap().line(say.names_per_meeting(mean, low, high, say.grouped(self.names.meetings())));
        }
        self.attempts.show(&mut document);
        self.parts.show(&mut document, self.calibration.tells_of_meetings());
        document.origin_line(say.prior(self.prior_told(say)));
        document.origin_line(say.the_rest_as_in(self.preset.key()));
        document
    }

    fn json(&self) -> Value {
        as_json(&self.data())
    }

    fn csv(&self) -> Sheet {
        let header = ["rate", "trials", "successes", "alpha", "beta", "mean", "low90", "high90", "half_life"];
        let mut sheet = Sheet::new(header);
        for (parameter, known) in self.learned() {
            let [low, high] = known.interval90();
            let counts = [known.trials, known.successes].map(Cell::whole);
            let beta = [known.beta.alpha(), known.beta.beta(), known.beta.mean(), low, high];
            let numbers = counts.into_iter().chain(beta.map(Cell::Number));
            let half_life = Cell::number(known.half_life);
            sheet.row([Cell::from(parameter.key())].into_iter().chain(numbers).chain([half_life]));
        }
        sheet
    }

    /// The rates with their ranges, and how those of meetings went from month to month.
    fn picture(&self, say: Language) -> Option<Picture> {
        let learned: Vec<_> =
            self.learned().map(|(parameter, known)| (parameter.key().to_owned(), known.interval90())).collect();
        let rates = Panel::Spans { axis: say.range_of_rates(), rows: learned, at: 0.0 };
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
