//! Connectors: the people whom recommendations come from. The calls by one of them go alike.

use super::call::lost_standing;
use super::{Parameter, Rate, World};
use crate::numerics::{Beta, Probability};

/// The connectors of a campaign, where it makes a difference who they are.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Connectors {
    /// How many there are; the recommended calls are dealt to them in turn.
    pub count: u32,
    /// The intraclass correlation of what each of them has of his own.
    pub correlation: Rate,
}

impl Connectors {
    /// A weaker correlation counts as none: it would change nothing but rounding.
    pub(crate) const NEGLIGIBLE: f64 = 1e-9;

    /// Whether a correlation is one: from 0 up to, and without, 1.
    pub(crate) fn accepts(correlation: Rate) -> bool {
        correlation.is_uncertain() || correlation.mean() < 1.0
    }

    /// The fewest of this many calls that one connector has, how many connectors have this many, and how many have one more.
    pub(crate) fn shares(self, calls: u32) -> (u32, [u32; 2]) {
        let more = calls % self.count;
        (calls / self.count, [self.count - more, more])
    }

    /// The pairs of two of this many calls, in both orders, that have the same connector.
    pub(crate) fn pairs(self, calls: u32) -> f64 {
        let (few, [of_few, of_more]) = self.shares(calls);
        let pairs = |calls: f64| calls * (calls - 1.0);
        f64::from(of_few) * pairs(few.into()) + f64::from(of_more) * pairs(f64::from(few) + 1.0)
    }
}

/// What a connector's own rates follow.
///
/// # Formula
/// ```text
/// Beta(m·w, (1 − m)·w),  w = 1/ρ − 1:  mean m, intraclass correlation ρ
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct OwnRates {
    /// P(meeting) of a conversation that kept its standing.
    pub(crate) meeting_if_standing_kept: Rate,
    /// P(incident), per conversation.
    pub(crate) incident: Rate,
}

impl OwnRates {
    pub(crate) fn around(world: &World) -> Self {
        let correlation = world.value(Parameter::ConnectorsCorrelation);
        Self {
            meeting_if_standing_kept: around(world.meeting_if_standing_kept(), correlation),
            incident: around(world.value(Parameter::IncidentRate), correlation),
        }
    }
}

fn around(mean: f64, correlation: f64) -> Rate {
    let weight = 1.0 / correlation.min(1.0 - Connectors::NEGLIGIBLE) - 1.0;
    let (alpha, beta) = (mean * weight, (1.0 - mean) * weight);
    // Too small for a number is a point too.
    if correlation < Connectors::NEGLIGIBLE || alpha < f64::MIN_POSITIVE || beta < f64::MIN_POSITIVE {
        return Probability::rounded(mean).into();
    }
    Beta::constant(alpha, beta).into()
}

/// The variance, over connectors, of P(meeting) of a conversation by one of them.
///
/// # Formula
/// ```text
/// w = k·(1 − i·c) + i·b,  k and i independent
/// Var(w) = Var(k)·(1 − E[i]·c)² + Var(i)·(b − E[k]·c)² + Var(k)·Var(i)·c²
/// ```
/// k: of a conversation that kept its standing; i: P(incident); c, b: of an incident, P(the standing is lost), and
/// P(it is lost and a meeting comes of it).
pub(crate) fn variance_of_meeting(world: &World) -> f64 {
    let correlation = world.value(Parameter::ConnectorsCorrelation);
    let (kept, incident) = (world.meeting_if_standing_kept(), world.value(Parameter::IncidentRate));
    let [of_kept, of_incident] = [kept, incident].map(|mean| correlation * mean * (1.0 - mean));
    let [lost, meeting] = lost_standing(world);
    of_kept * (1.0 - incident * lost).powi(2)
        + of_incident * (meeting - kept * lost).powi(2)
        + of_kept * of_incident * lost * lost
}
