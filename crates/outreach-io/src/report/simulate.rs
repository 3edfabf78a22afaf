//! The answer of `simulate`, which is also a part of `compare`'s.

use outreach::{Campaign, Pmf, Quantity, Run, Stop, Supply, Variance};
use serde_json::{Map, Value, json};

use super::csv::{Cell, Sheet};
use super::curves::{self, Law};
use super::document::Table;
use super::json::{QUANTILES, estimate};
use super::picture::{Curve, Panel, Picture};
use super::snowball::Chains;
use super::so_far::Surprise;
use super::summary::summary;
use super::{Answer, Document, Look, histogram, json, provenance};
use crate::Language;

/// The answer of `simulate`: one campaign's yield, simulated and, where it is known, exact.
#[derive(Debug, Clone)]
pub struct Yield {
    pub(crate) run: Run,
    pub(crate) law: Option<Pmf>,
    /// Why there is no exact law.
    why_none: Option<String>,
    at_least: Vec<u32>,
    precision: Option<f64>,
    surprise: Option<Surprise>,
    /// The exact law of the attempts, where a stop leaves them to chance.
    attempts: Option<Pmf>,
    chains: Option<Chains>,
}

/// What a campaign has a number of: its name in JSON, what it is, its name for people.
type Counted = (&'static str, Quantity, fn(Language) -> String);

/// The counted things by their groups in JSON.
const COUNTS: [(&str, &[Counted]); 4] = [
    (
        "attempts",
        &[
            ("cold", Quantity::ColdAttempts, Language::attempts_cold),
            ("warm", Quantity::WarmAttempts, Language::attempts_warm),
            ("total", Quantity::Attempts, Language::attempts),
        ],
    ),
    (
        "conversations",
        &[
            ("cold", Quantity::ColdConversations, Language::conversations_cold),
            ("warm", Quantity::WarmConversations, Language::conversations_warm),
            ("total", Quantity::Conversations, Language::conversations),
        ],
    ),
    (
        "meetings_set",
        &[
            ("cold", Quantity::ColdMeetingsSet, Language::meetings_set_cold),
            ("warm", Quantity::WarmMeetingsSet, Language::meetings_set_warm),
            ("total", Quantity::MeetingsSet, Language::meetings_set),
        ],
    ),
    (
        "incidents",
        &[
            ("total", Quantity::Incidents, Language::incidents),
            ("unknown", Quantity::Unknown, Language::incidents_unknown),
            ("recovered", Quantity::Recovered, Language::incidents_recovered),
            ("unrecovered", Quantity::Unrecovered, Language::incidents_unrecovered),
            ("disliked", Quantity::Disliked, Language::incidents_disliked),
        ],
    ),
];

impl Yield {
    /// Of a run, with the chance of at least so many meetings, and the precision that was asked for.
    ///
    /// # Errors
    /// Where a campaign of cold calls in the same hours is no campaign.
    pub fn new(run: Run, at_least: &[u32], precision: Option<f64>) -> outreach::Result<Self> {
        let mut at_least = at_least.to_vec();
        at_least.sort_unstable();
        at_least.dedup();
        let (law, why_none) = match run.campaign().exact_yield() {
            Ok(law) => (Some(law), None),
            Err(error) => (None, Some(error.to_string())),
        };
        let stopped = run.campaign().stop() != Stop::Calls;
        let attempts = if stopped { run.campaign().exact_attempts().ok() } else { None };
        let chains = Chains::new(&run)?;
        Ok(Self { run, law, why_none, at_least, precision, surprise: None, attempts, chains })
    }

    /// The same as the rest of a campaign.
    #[must_use]
    pub fn after(mut self, surprise: Option<Surprise>) -> Self {
        self.surprise = surprise;
        self
    }

    /// What was simulated.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The exact law, where it is known.
    pub fn law(&self) -> Option<&Pmf> {
        self.law.as_ref()
    }

    pub(crate) fn name(&self) -> &str {
        self.run.campaign().strategy().name()
    }

    /// The exact quantile where there is one.
    pub(crate) fn quantile(&self, q: f64) -> i64 {
        self.law.as_ref().map_or_else(|| self.run.meetings().quantile(q), |law| law.quantile(q) as i64)
    }

    /// The exact mean where there is one.
    pub(crate) fn mean(&self) -> f64 {
        self.law.as_ref().map_or_else(|| self.run.meetings().mean().value, Pmf::mean)
    }

    fn stops_at_meetings(&self) -> bool {
        matches!(self.run.campaign().stop(), Stop::Meetings(_))
    }

    fn reached_precision(&self) -> bool {
        self.precision.is_none_or(|precision| self.run.meetings().mean().std_error <= precision)
    }

    /// The law of the meetings: the exact one where it is known.
    pub(crate) fn meetings(&self) -> Law<'_> {
        Law::best(self.law.as_ref(), self.run.meetings())
    }

    /// Everything but the head.
    pub(crate) fn results(&self) -> Map<String, Value> {
        let meetings = self.run.meetings();
        let mut results = Map::new();
        results.insert("meetings".into(), json::sample(meetings, &self.at_least));
        results.insert("exact".into(), self.law.as_ref().map_or(Value::Null, |law| json::law(law, &self.at_least)));
        let agreement = self.law.as_ref().map(|law| {
            let agreement = self.run.against(law);
            json!({ "mean_sigmas": agreement.sigmas(), "largest_cdf_gap": agreement.largest_cdf_gap() })
        });
        results.insert("agreement".into(), agreement.into());
        if let Some(reason) = &self.why_none {
            results.insert("exact_reason".into(), reason.clone().into());
            let moments = self.run.campaign().exact_moments().ok();
            let moments = moments.map(|moments| json!({ "mean": moments.mean, "sd": moments.sd() }));
            results.insert("exact_moments".into(), moments.into());
        }
        results.insert(
            "variance".into(),
            match self.run.variance() {
                Variance::Exact { luck, ignorance } => json!({ "luck": luck, "ignorance": ignorance }),
                Variance::Simulated { luck, ignorance } => json!({
                    "luck": luck.value,
                    "luck_std_error": luck.std_error,
                    "ignorance": ignorance.value,
                    "ignorance_std_error": ignorance.std_error,
                }),
            },
        );
        if self.run.campaign().solves_uncertain_odds() {
            results.insert("clamped".into(), estimate(self.run.clamped()));
        }
        for (group, members) in COUNTS {
            let members: Map<_, _> =
                members.iter().map(|&(name, quantity, _)| (name.into(), estimate(self.run.mean(quantity)))).collect();
            results.insert(group.into(), members.into());
        }
        if self.run.campaign().stop() != Stop::Calls {
            let attempts = self.run.attempts();
            let mut made = json::summary(attempts);
            made.insert("exact".into(), self.attempts.as_ref().map(json::exact_summary).into());
            results.insert("attempts_made".into(), made.into());
        }
        if let Some(chains) = &self.chains {
            results.insert("pool".into(), chains.json());
        }
        results.insert("minutes".into(), estimate(self.run.minutes()));
        results.insert("meetings_per_hour".into(), self.run.meetings_per_hour().map(estimate).into());
        results.insert("attempts_per_meeting".into(), self.run.attempts_per_meeting().map(estimate).into());
        results
    }

    /// Mean, standard deviation and quantiles, exact and simulated.
    fn summary(&self, say: Language) -> Table {
        let mut table = summary(say, self.law.as_ref(), self.run.meetings());
        if let (None, Ok(moments)) = (&self.law, self.run.campaign().exact_moments()) {
            let cells = [say.exact(), say.plain(moments.mean), say.plain(moments.sd())];
            table.row(cells.into_iter().chain(QUANTILES.map(|_| "–".to_owned())));
        }
        table
    }

    /// Luck and ignorance apart, where a rate is uncertain.
    fn doubt(&self, say: Language) -> Option<String> {
        if self.run.campaign().uncertain().is_empty() {
            return None;
        }
        let (luck, ignorance, errors) = match self.run.variance() {
            Variance::Exact { luck, ignorance } => (luck, ignorance, String::new()),
            Variance::Simulated { luck, ignorance } => {
                let errors = say.variances(say.with_error(luck), say.with_error(ignorance));
                (luck.value, ignorance.value, errors)
            }
        };
        // One trial tells no variance, and a yield that is always the same has none to split.
        if !(luck + ignorance).is_normal() {
            return None;
        }
        let [luck_sd, ignorance_sd] = [luck, ignorance].map(|variance| say.decimals(variance.max(0.0).sqrt(), 1));
        let share = 100.0 * ignorance / (luck + ignorance);
        let clamped = Some(self.run.clamped())
            .filter(|share| share.value > 0.0)
            .map(|share| say.clamped(say.percent_estimate(share)));
        Some(say.doubt(luck_sd, ignorance_sd, say.decimals(share, 0), errors, clamped.unwrap_or_default()))
    }

    fn chances(&self, say: Language) -> Table {
        let mut table = Table::new([say.meetings(), say.exact(), say.simulated()]);
        let possible = self.run.campaign().possible_meetings();
        for &count in &self.at_least {
            let exact = self.law.as_ref().map(|law| {
                say.chance(law.at_least(count as usize), count <= *possible.end(), count <= *possible.start())
            });
            let simulated = say.percent_estimate(self.run.meetings().at_least(count.into()));
            table.row([say.at_least(count), exact.unwrap_or_else(|| "–".into()), simulated]);
        }
        table
    }

    fn per_campaign(&self, say: Language) -> Table {
        let mut table = Table::new([say.per_campaign(), say.mean()]);
        for (_, members) in COUNTS {
            for &(name, quantity, told) in members {
                let mean = self.run.mean(quantity);
                if mean.value > 0.0 || name == "total" {
                    table.row([told(say), say.estimate(mean)]);
                }
            }
        }
        let ratios = [
            (say.minutes(), Some(self.run.minutes())),
            (say.meetings_per_hour(), self.run.meetings_per_hour()),
            (say.attempts_per_meeting(), self.run.attempts_per_meeting()),
        ];
        for (name, ratio) in ratios {
            table.row([name, ratio.map_or_else(|| say.none(), |ratio| say.estimate(ratio))]);
        }
        table
    }
}

/// What the campaign is, in a heading.
fn heading(say: Language, campaign: &Campaign) -> String {
    let calls = say.grouped(campaign.calls().into());
    let capped = campaign.calls() < Campaign::MAX_CALLS;
    let cap = if capped { say.at_most_calls(&calls) } else { String::new() };
    let when = match campaign.stop() {
        Stop::Minutes(minutes) => say.in_hours(say.compact(minutes / 60.0), cap),
        Stop::Meetings(meetings) => say.in_calls_until(say.grouped(meetings.into()), cap),
        _ => say.so_many_calls(calls),
    };
    let supply = match (campaign.strategy().supply(), campaign.is_planned()) {
        (Supply::Pool(pool), _) => say.to_start_with(say.grouped(pool.initial.into())),
        (_, true) => {
            let counted = |calls: u32| say.grouped(calls.into());
            say.warm_and_cold(counted(campaign.warm_attempts()), counted(campaign.cold_attempts()))
        }
        _ => String::new(),
    };
    say.campaign_title(when, supply, campaign.strategy().name())
}

impl Answer for Yield {
    /// `About 50 meetings; nine campaigns in ten bring 45 to 55.`, and of the calls where these are what chance decides.
    fn sentence(&self, say: Language) -> String {
        if self.stops_at_meetings() {
            let (law, sample) = (self.attempts.as_ref(), self.run.attempts());
            let mean = law.map_or_else(|| sample.mean().value, Pmf::mean);
            let [low, high] =
                [0.05, 0.95].map(|q| law.map_or_else(|| sample.quantile(q), |law| law.quantile(q) as i64));
            return say.about_calls(say.decimals(mean, 0), low, high);
        }
        let mean = self.mean();
        let about = say.decimals(mean, usize::from(mean < 9.95));
        say.about_meetings(about, self.quantile(0.05), self.quantile(0.95))
    }

    fn document(&self, look: Look) -> Document {
        let (say, campaign) = (look.language, self.run.campaign());
        let mut document = Document::new(look);
        document.heading(heading(say, campaign));
        if let Some(surprise) = &self.surprise {
            document.line(surprise.sentence(say)).gap();
        }
        document.line(self.sentence(say)).table(self.summary(say));
        if let Some(law) = &self.law {
            document.line(say.agreement(say.signed(self.run.against(law).sigmas())));
        }
        if let Some(reason) = &self.why_none {
            document.line(say.simulated_only(reason));
        }
        if let Some(doubt) = self.doubt(say) {
            document.gap().line(doubt);
        }
        if !self.at_least.is_empty() {
            document.table(self.chances(say));
        }
        if campaign.stop() != Stop::Calls {
            document.heading(say.attempts_title()).table(summary(say, self.attempts.as_ref(), self.run.attempts()));
        }
        if let Some(chains) = &self.chains {
            document.heading(say.referrals_title()).gap();
            for sentence in chains.sentences(say) {
                document.line(sentence);
            }
            document.table(chains.generations(say));
        }
        document.drawing(if self.stops_at_meetings() {
            histogram::bars(self.run.attempts(), self.attempts.as_ref(), curves::LEFT_OUT_OF_CALLS, look)
        } else {
            histogram::bars(self.run.meetings(), self.law.as_ref(), curves::LEFT_OUT, look)
        });
        document.table(self.per_campaign(say));
        provenance::lines(&mut document, campaign);
        provenance::sampled(&mut document, self.run.seed(), self.run.trials());
        document
    }

    fn json(&self) -> Value {
        let campaign = self.run.campaign();
        let mut answer = provenance::head("simulate", provenance::scenario(campaign), &campaign.assumptions());
        answer.insert("seed".into(), self.run.seed().into());
        answer.insert("trials".into(), self.run.trials().into());
        answer.extend(precision(self.precision, self.reached_precision()));
        if let Some(surprise) = &self.surprise {
            answer.insert("so_far".into(), surprise.json());
        }
        answer.extend(self.results());
        answer.into()
    }

    fn csv(&self) -> Sheet {
        let mut sheet = Sheet::new(["meetings", "trials", "share", "share_std_error", "exact"]);
        let sample = self.run.meetings();
        let last = self.law.as_ref().map_or(0, |law| law.quantile(1.0) as i64).max(sample.largest());
        for count in 0..=last {
            let trials = sample.count(count);
            let share = sample.share(trials);
            sheet.row([
                Cell::Number(count as f64),
                Cell::Number(trials as f64),
                Cell::Number(share.value),
                Cell::Number(share.std_error),
                Cell::number(self.law.as_ref().map(|law| law.mass(count as usize))),
            ]);
        }
        sheet
    }

    /// What chance decides, meetings or calls: bars with the exact law over them, and how likely at least so many are.
    fn picture(&self, say: Language) -> Option<Picture> {
        let (of, sample, exact, left_out) = if self.stops_at_meetings() {
            (say.calls(), self.run.attempts(), self.attempts.as_ref(), curves::LEFT_OUT_OF_CALLS)
        } else {
            (say.meetings_held(), self.run.meetings(), self.law.as_ref(), curves::LEFT_OUT)
        };
        let law = Law::best(exact, sample);
        let counts = curves::counts(&[law], left_out);
        let simulated = Curve { name: say.simulated(), points: Law::Simulated(sample).masses(&counts) };
        let exact = exact.map(|exact| Curve { name: say.exact_law(), points: Law::Exact(exact).masses(&counts) });
        let yields = Panel::Curves {
            axes: [of.clone(), say.share_of_campaigns()],
            bars: Some(simulated),
            curves: exact.into_iter().collect(),
            marks: curves::marks(law),
        };
        let at_least = curves::at_least(say, &of, &[(String::new(), law)], &counts);
        let drying = self.chains.as_ref().map(|chains| chains.drying(say));
        let panels = [yields, at_least].into_iter().chain(drying).collect();
        let description = format!("{} {}", self.sentence(say), curves::told(say, &of, law));
        Some(Picture { language: say, title: heading(say, self.run.campaign()), description, panels })
    }

    fn notes(&self, say: Language) -> Vec<String> {
        missed_precision(say, self.precision, self.reached_precision(), self.run.trials()).into_iter().collect()
    }
}

/// What was asked and whether it was reached, where it was asked.
pub(crate) fn precision(asked: Option<f64>, reached: bool) -> Map<String, Value> {
    let precision = asked.map(|asked| ("precision".to_owned(), json!({ "asked": asked, "reached": reached })));
    precision.into_iter().collect()
}

pub(crate) fn missed_precision(say: Language, asked: Option<f64>, reached: bool, trials: u64) -> Option<String> {
    let asked = asked.filter(|_| !reached)?;
    Some(say.precision_missed(say.compact(asked), say.grouped(trials)))
}
