//! The sets of rates to start from, each with its sources.

use super::rates::{Entry, Setting};
use super::{Confidence, Evidence, Figures, Parameter, Pool, Preset, Provenance, Rate, Rates, Reading, Response};
use crate::numerics::{Beta, Probability};

impl Preset {
    /// Its rates.
    pub fn rates(self) -> Rates {
        match self {
            Self::Documented => Rates::documented(),
            Self::Published => Rates::published(),
        }
    }

    /// What it says of a rate: the ends of its 90 % range, or the same number twice where it gives a number; `None` where it
    /// assumes one.
    ///
    /// ```
    /// use outreach::{Parameter, Preset};
    ///
    /// assert_eq!(Preset::Documented.range90(Parameter::ColdMeeting), Some([0.1, 0.1]));
    /// assert_eq!(Preset::Documented.range90(Parameter::ColdReach), None);
    /// ```
    pub fn range90(self, parameter: Parameter) -> Option<[f64; 2]> {
        let rates = self.rates();
        let range = match rates.rate(parameter) {
            Rate::Beta(beta) => [0.05, 0.95].map(|q| beta.quantile(q)),
            known => [known.mean(); 2],
        };
        (rates.provenance(parameter) != Provenance::Assumed).then_some(range)
    }

    /// Its pool of referrals.
    pub fn pool(self) -> Pool {
        match self {
            Self::Documented => Pool::default(),
            Self::Published => Pool::PUBLISHED,
        }
    }
}

const TEXT: &str = "the founding text";
const INTRODUCED: &str = "HBR 2007, of another trade: of 68 % who meant to refer 33 % did, of 81 % 30 %";

/// A documented or assumed value of a preset.
const fn known(value: f64, provenance: Provenance, source: &'static str) -> Entry {
    Entry {
        setting: Setting::Own(Rate::Fixed(Probability::constant(value))),
        provenance,
        evidence: Some(Evidence { source, figures: None }),
    }
}

const fn follows(parameter: Parameter, source: &'static str) -> Entry {
    Entry {
        setting: Setting::Follows(parameter),
        provenance: Provenance::Assumed,
        evidence: Some(Evidence { source, figures: None }),
    }
}

fn figures(centre: f64, range: [f64; 2], confidence: Confidence, source: &'static str) -> Entry {
    let provenance = if confidence == Confidence::None { Provenance::Assumed } else { Provenance::Published };
    let rate = Rate::Beta(Beta::from_range(range[0], range[1]).expect("a range of the table can be fitted"));
    let figures = Some(Figures { centre, range, confidence });
    Entry { setting: Setting::Own(rate), provenance, evidence: Some(Evidence { source, figures }) }
}

impl Rates {
    /// The founding text's probabilities: nine in ten with a recommendation, one in ten without; 2 % of the recommended
    /// conversations go wrong at the connector's name, two in three of those recover.
    ///
    /// Source: a French networking coach's text (docs/model.md § 2). It speaks of people one talks to and of meetings
    /// agreed, so reach and show are 1 by assumption; it gives no probability for a disliked connector, so none is
    /// disliked.
    pub fn documented() -> Self {
        use Provenance::{Assumed, Documented};
        Self {
            preset: Preset::Documented,
            entries: Parameter::ALL.map(|parameter| match parameter {
                Parameter::ColdMeeting => known(0.1, Documented, TEXT),
                Parameter::WarmMeeting => known(0.9, Documented, TEXT),
                Parameter::IncidentRate => known(0.02, Documented, TEXT),
                Parameter::IncidentRecovery => known(2.0 / 3.0, Documented, TEXT),
                Parameter::IncidentDisliked => {
                    known(0.0, Assumed, "the founding text gives a probability for the other case only")
                }
                Parameter::ColdReach | Parameter::WarmReach => {
                    known(1.0, Assumed, "the founding text speaks of people one talks to")
                }
                Parameter::ColdReachable | Parameter::WarmReachable => {
                    known(1.0, Assumed, "the founding text does not speak of calling again")
                }
                Parameter::ColdShow | Parameter::WarmShow => {
                    known(1.0, Assumed, "the founding text speaks of meetings agreed")
                }
                Parameter::IncidentPlainAsk => follows(Parameter::ColdMeeting, "the founding text: \"try your luck\""),
                Parameter::IncidentDisagree
                | Parameter::IncidentAgree
                | Parameter::IncidentAsk
                | Parameter::IncidentReframe => {
                    follows(Parameter::ColdMeeting, "the founding text names the response and gives no probability")
                }
                Parameter::PoolIntroduced => known(1.0, Assumed, "the founding text does not speak of names"),
                Parameter::ConnectorsCorrelation => known(0.0, Assumed, "nothing is published"),
            }),
            response: (Response::default(), Provenance::Assumed),
            reading: (Reading::default(), Provenance::Assumed),
            attempts: [None, None],
        }
    }

    /// Published figures, as Beta distributions fitted to 90 % ranges that were judged from them. They are of others'
    /// calls, mix trades and countries, and come mostly from sellers of calls.
    ///
    /// The warm figure is per person reached, incidents included, so the reading is `overall`.
    ///
    /// Source: each rate's [`Evidence`]; the same in data/parameters.csv.
    pub fn published() -> Self {
        Self {
            preset: Preset::Published,
            entries: Parameter::ALL.map(|parameter| match parameter {
                Parameter::ColdReach => figures(0.09, [0.04, 0.2], Confidence::Medium,
                    "Gong 2024: 5.4 % on average, 13.3 % in the top quarter of 300 million calls; Belkins 2025: 9.9 % of \
                     175,000; InsideSales: about 10 %"),
                Parameter::ColdReachable | Parameter::WarmReachable => known(1.0, Provenance::Assumed, "nothing is published of sales calls by attempt"),
                Parameter::ColdMeeting => figures(0.06, [0.02, 0.15], Confidence::Medium,
                    "Belkins 2025: 4.6 %; Cognism 2024: 4.8 % (254 of 5,265); MPI 2017: 10 %"),
                Parameter::ColdShow => figures(0.7, [0.6, 0.8], Confidence::Low,
                    "LeadRiver: 65 to 75 % after cold outreach; SalesCadia: about 70 %"),
                Parameter::WarmReach => follows(Parameter::ColdReach, "nothing is published of recommended calls"),
                Parameter::WarmMeeting => figures(0.55, [0.3, 0.85], Confidence::Low,
                    "one connector's 52 introductions: about 75 % of those who answered; Khalsa: 40 %; Granum's long study \
                     of referred names: 30 %; sellers of introductions: 35 to 60 %"),
                Parameter::WarmShow => figures(0.85, [0.75, 0.95], Confidence::Low, "LeadRiver: above 80 % of referred meetings"),
                Parameter::IncidentRate => figures(0.02, [0.005, 0.1], Confidence::None,
                    "nothing is published: the founding text's 2 %, in a range by judgement"),
                Parameter::IncidentRecovery => figures(0.667, [0.3, 0.9], Confidence::None,
                    "nothing is published: the founding text's two in three, in a range by judgement"),
                Parameter::IncidentDisliked | Parameter::ConnectorsCorrelation => {
                    known(0.0, Provenance::Assumed, "nothing is published")
                }
                Parameter::IncidentPlainAsk
                | Parameter::IncidentDisagree
                | Parameter::IncidentAgree
                | Parameter::IncidentAsk
                | Parameter::IncidentReframe => follows(Parameter::ColdMeeting, "nothing is published"),
                Parameter::PoolIntroduced => figures(0.4, [0.25, 0.6], Confidence::Low, INTRODUCED),
            }),
            response: (Response::default(), Provenance::Assumed),
            reading: (Reading::Overall, Provenance::Published),
            attempts: [None, None],
        }
    }
}
