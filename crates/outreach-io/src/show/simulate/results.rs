//! The answer of `simulate` as data.

use outreach::{Kind, Quantity, Stop, Variance};

use super::Simulated;
use crate::answer::parts::defined;
use crate::answer::{
    AgreementAnswer, AttemptsMade, Computed, CountsByKind, Estimated, ExactAttempts, ExactMoments, ExactSummary,
    ExactYield, FoundPrecision, IncidentCounts, MeetingsByKind, NoExactDistribution, RoundAnswer, SampledYield,
    ScenarioInForce, SimulateAnswer, VarianceAnswer, YieldAnswer,
};
use crate::show::provenance::{VERSION, schema};
use crate::show::so_far::Begun;

impl Simulated {
    /// The answer as data: what is written as JSON.
    pub fn data(&self) -> SimulateAnswer {
        let campaign = self.run.campaign();
        SimulateAnswer {
            schema: schema("simulate"),
            version: VERSION.to_owned(),
            scenario: ScenarioInForce::of(campaign),
            assumptions: campaign.assumptions().into_iter().map(str::to_owned).collect(),
            computed: Computed::beside(self.distribution.is_some()),
            seed: self.run.seed(),
            trials: self.run.trials(),
            precision: self.precision.map(|asked| FoundPrecision { asked, reached: self.reached_precision() }),
            so_far: self.begun.as_ref().map(Begun::data),
            weeks: self.by_week.as_ref().map(|weeks| weeks.data(&self.at_least)),
            results: self.results(),
        }
    }

    /// Everything but the head.
    pub(in crate::show) fn results(&self) -> YieldAnswer {
        let run = &self.run;
        YieldAnswer {
            meetings: SampledYield::new(run.meetings(), &self.at_least),
            exact: self.distribution.as_ref().map(|distribution| ExactYield::new(distribution, &self.at_least)),
            agreement: self.distribution.as_ref().map(|distribution| {
                let agreement = run.against(distribution);
                let mean_sigmas = defined(agreement.sigmas());
                AgreementAnswer { mean_sigmas, largest_cdf_gap: agreement.largest_cdf_gap() }
            }),
            none: self.why_none.as_ref().map(|reason| NoExactDistribution {
                exact_reason: reason.clone(),
                exact_moments: run
                    .campaign()
                    .exact_moments()
                    .ok()
                    .map(|moments| ExactMoments { mean: moments.mean, sd: moments.sd() }),
            }),
            variance: self.variance(),
            clamped: run.campaign().may_clamp().then(|| run.clamped().into()),
            at_published_rates: self.published.clone(),
            one_more_introduction: run.campaign().value_of_introduction(),
            meetings_by_kind: MeetingsByKind {
                cold: run.campaign().mean_of_kind(Kind::Cold),
                warm: run.campaign().mean_of_kind(Kind::Warm),
            },
            connectors_apart: self.connectors_apart(),
            attempts: self.by_kind([Quantity::ColdAttempts, Quantity::WarmAttempts, Quantity::Attempts]),
            conversations: self.by_kind([
                Quantity::ColdConversations,
                Quantity::WarmConversations,
                Quantity::Conversations,
            ]),
            meetings_set: self.by_kind([Quantity::ColdMeetingsSet, Quantity::WarmMeetingsSet, Quantity::MeetingsSet]),
            incidents: IncidentCounts {
                total: self.mean_of(Quantity::Incidents),
                unknown: self.mean_of(Quantity::Unknown),
                recovered: self.mean_of(Quantity::Recovered),
                unrecovered: self.mean_of(Quantity::Unrecovered),
                disliked: self.mean_of(Quantity::Disliked),
            },
            attempts_made: self.attempts_made(),
            rounds: run.campaign().calls_again().then(|| RoundAnswer::all(run)),
            attempts_that_fill_hours: run
                .campaign()
                .calls_again()
                .then(|| run.campaign().attempts_that_fill().ok().flatten())
                .flatten(),
            pool: self.chains.as_ref().map(super::Chains::data),
            minutes: run.minutes().into(),
            meetings_per_hour: run.meetings_per_hour().map(Into::into),
            attempts_per_meeting: run.attempts_per_meeting().map(Into::into),
        }
    }

    fn mean_of(&self, quantity: Quantity) -> Estimated {
        self.run.mean(quantity).into()
    }

    fn by_kind(&self, quantities: [Quantity; 3]) -> CountsByKind {
        let [cold, warm, total] = quantities.map(|quantity| self.mean_of(quantity));
        CountsByKind { cold, warm, total }
    }

    fn variance(&self) -> VarianceAnswer {
        match self.run.variance() {
            Variance::Exact { luck, ignorance } => VarianceAnswer {
                luck: defined(luck),
                luck_std_error: None,
                ignorance: defined(ignorance),
                ignorance_std_error: None,
            },
            Variance::Simulated { luck, ignorance } => VarianceAnswer {
                luck: defined(luck.value),
                luck_std_error: Some(defined(luck.std_error)),
                ignorance: defined(ignorance.value),
                ignorance_std_error: Some(defined(ignorance.std_error)),
            },
        }
    }

    /// Where chance decides how many there are.
    fn attempts_made(&self) -> Option<AttemptsMade> {
        let campaign = self.run.campaign();
        let contacts = campaign.calls_again();
        if campaign.stop() == Stop::Calls && !contacts {
            return None;
        }
        let of_contacts = campaign.attempts_made().ok().filter(|_| contacts);
        let of_contacts =
            of_contacts.map(|made| ExactAttempts { mean: made.mean, sd: made.sd, quantiles: None, central90: None });
        let whole = || {
            let ExactSummary { mean, sd, quantiles, central90 } = self.attempts.as_ref()?.into();
            Some(ExactAttempts { mean, sd, quantiles: Some(quantiles), central90: Some(central90) })
        };
        Some(AttemptsMade { summary: self.run.attempts().into(), exact: of_contacts.or_else(whole) })
    }
}
