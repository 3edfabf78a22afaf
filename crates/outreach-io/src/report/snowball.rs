//! What becomes of a pool of referrals.

use outreach::{Campaign, Estimate, PoolLaw, Run, Simulation, Snowball, Stop, Strategy};
use serde_json::{Map, Value, json};

use super::document::Table;
use super::json::{QUANTILES, estimate, keyed};
use super::number::{self, compact, percent, percent_estimate, plain};

/// A pool's chains in the long run, in this campaign, and against the same hours spent cold.
#[derive(Debug, Clone)]
pub(crate) struct Chains {
    run: Run,
    snowball: Snowball,
    law: Option<PoolLaw>,
    cold: Option<Cold>,
}

/// The yield of the same hours on cold calls.
#[derive(Debug, Clone)]
struct Cold {
    hours: f64,
    mean: Estimate,
}

/// Generations beyond are shown together.
const SHOWN: usize = 8;

impl Chains {
    /// `None` without a pool.
    pub(crate) fn new(run: &Run) -> outreach::Result<Option<Self>> {
        let campaign = run.campaign();
        let Some(snowball) = campaign.snowball(run.trials().clamp(2, 10_000), run.seed()) else { return Ok(None) };
        let law = campaign.exact_pool().ok();
        Ok(Some(Self { run: run.clone(), snowball, law, cold: Cold::new(run)? }))
    }

    pub(crate) fn sentences(&self) -> Vec<String> {
        let reproduction = self.snowball.reproduction[0];
        let outlook = if reproduction.std_error > 0.0 {
            let (grows, extinction) =
                (percent_estimate(self.snowball.grows), percent_estimate(self.snowball.extinction));
            format!(
                "It is more than 1, and a chain can feed itself, in {grows} of the worlds; an endless one dies out with a \
                 probability of {extinction}."
            )
        } else if reproduction.value > 1.0 {
            let extinction = percent(self.snowball.extinction.value);
            format!(
                "That is more than 1: chains feed themselves; all of an endless one die out with a probability of {extinction}."
            )
        } else {
            "That is not more than 1: every chain dies out.".to_owned()
        };
        let later = match self.snowball.reproduction.get(1..) {
            Some([]) | None => String::new(),
            Some(later) => {
                let shown: Vec<_> = later.iter().take(4).map(|r| format!("{:.2}", r.value)).collect();
                let more = if later.len() > shown.len() { ", …" } else { "" };
                format!(" One of the next generations brings {}{more}.", shown.join(", "))
            }
        };
        let (calls, dry) = (number::grouped(self.run.campaign().calls().into()), self.run.runs_dry());
        let dry = self.law.as_ref().map_or_else(|| percent_estimate(dry), |law| percent(law.runs_dry()));
        let first = self.run.first_dry();
        let when = if first.trials() > 0 {
            format!("; if it does, half the time by call {}", number::grouped(first.quantile(0.5).unsigned_abs()))
        } else {
            String::new()
        };
        let mut sentences = vec![
            format!("One referral brings {} others on average. {outlook}{later}", number::estimate(reproduction)),
            format!("Within {calls} calls the pool runs dry with a probability of {dry}{when}."),
        ];
        if let Some(cold) = &self.cold {
            let hours = compact((cold.hours * 10.0).round() / 10.0);
            let mean = if cold.mean.std_error > 0.0 { cold.mean.to_string() } else { plain(cold.mean.value) };
            sentences.push(format!("The same {hours} hours spent on cold calls alone would bring {mean} meetings."));
        }
        sentences
    }

    /// Meetings by generation: exact where their law is known, which the simulation then does not count; else simulated.
    pub(crate) fn generations(&self) -> Table {
        let simulated = self.run.meetings_by_generation();
        let (header, shown, later): (_, Vec<String>, f64) = if let Some(law) = &self.law {
            let means = &law.by_generation;
            ("exact", means.iter().copied().map(plain).collect(), means.iter().skip(SHOWN).sum())
        } else {
            let later = simulated.iter().skip(SHOWN).map(|mean| mean.value).sum();
            ("simulated", simulated.into_iter().map(number::estimate).collect(), later)
        };
        let mut table = Table::new(["meetings held", header]);
        for (generation, mean) in (1..=SHOWN).zip(&shown) {
            table.row([format!("generation {generation}"), mean.clone()]);
        }
        if shown.len() > SHOWN {
            table.row(["later generations".to_owned(), plain(later)]);
        }
        table
    }

    pub(crate) fn json(&self) -> Value {
        let mut pool = Map::new();
        pool.insert("reproduction".into(), self.snowball.reproduction.iter().map(|&r| estimate(r)).collect());
        pool.insert("grows".into(), estimate(self.snowball.grows));
        pool.insert("extinction".into(), estimate(self.snowball.extinction));
        pool.insert("runs_dry".into(), estimate(self.run.runs_dry()));
        let first = self.run.first_dry();
        let first = (first.trials() > 0).then(|| {
            json!({
                "mean": first.mean().value,
                "std_error": first.mean().std_error,
                "quantiles": keyed(&QUANTILES, |q| first.quantile(q)),
                "quantile_intervals": keyed(&QUANTILES, |q| json!(first.quantile_interval(q))),
            })
        });
        pool.insert("first_dry_attempt".into(), first.into());
        let by_generation = self.run.meetings_by_generation();
        let by_generation: Option<Vec<_>> =
            (!by_generation.is_empty()).then(|| by_generation.into_iter().map(estimate).collect());
        pool.insert("meetings_by_generation".into(), by_generation.into());
        let exact = self.law.as_ref().map(|law| {
            json!({
                "runs_dry": law.runs_dry(),
                "first_dry_attempt": law.first_dry,
                "meetings_by_generation": law.by_generation,
                "cold_meetings": law.cold_meetings,
                "cold_attempts": law.cold_attempts,
            })
        });
        pool.insert("exact".into(), exact.into());
        let cold = self
            .cold
            .as_ref()
            .map(|cold| json!({ "hours": cold.hours, "mean": cold.mean.value, "std_error": cold.mean.std_error }));
        pool.insert("same_hours_cold".into(), cold.into());
        pool.into()
    }
}

impl Cold {
    /// `None` where the hours are nothing, or cold calls take none.
    fn new(run: &Run) -> outreach::Result<Option<Self>> {
        let campaign = run.campaign();
        let minutes = run.minutes().value;
        if minutes <= 0.0 || campaign.effort().cold_attempt <= 0.0 {
            return Ok(None);
        }
        let all = Campaign::new(campaign.rates().clone(), Strategy::cold(), Campaign::MAX_CALLS.into())?;
        let cold = all.with_effort(*campaign.effort())?.until(Stop::Minutes(minutes))?;
        let mean = match cold.exact_yield() {
            Ok(law) => Estimate { value: law.mean(), std_error: 0.0 },
            Err(_) => Simulation::new(&cold).trials(run.trials().min(10_000)).seed(run.seed()).run()?.meetings().mean(),
        };
        Ok(Some(Self { hours: minutes / 60.0, mean }))
    }
}
