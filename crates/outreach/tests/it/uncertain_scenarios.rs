//! Campaigns with uncertain rates: those of scripts/reference/uncertain.py, by their names there, and what the tests of
//! uncertain rates compute by hand.

use outreach::{Beta, Campaign, Parameter, Pmf, Rate, Rates, Reading, Response, Supply};

pub(crate) fn beta(alpha: f64, beta: f64) -> Rate {
    Beta::new(alpha, beta).unwrap().into()
}

pub(crate) fn fixed(value: f64) -> Rate {
    Rate::fixed(value).unwrap()
}

pub(crate) fn with(rates: Rates, changes: &[(Parameter, Rate)]) -> Rates {
    changes.iter().fold(rates, |rates, &(parameter, rate)| rates.with(parameter, rate))
}

/// The documented rates with changes.
pub(crate) fn uncertain_with(changes: &[(Parameter, Rate)]) -> Rates {
    with(Rates::documented(), changes)
}

pub(crate) fn campaign(rates: Rates, [cold, warm]: [u32; 2]) -> Campaign {
    Campaign::new(rates, Supply::Count(warm).into(), u64::from(cold + warm)).unwrap()
}

/// The rates that most cases of the script start from.
pub(crate) fn mixed() -> Rates {
    uncertain_with(&[
        (Parameter::ColdMeeting, beta(2.0, 3.0)),
        (Parameter::WarmMeeting, beta(9.0, 1.0)),
        (Parameter::IncidentRate, beta(2.0, 3.0)),
        (Parameter::IncidentRecovery, beta(2.0, 1.0)),
    ])
}

/// [`mixed`] with a probability of asking all the same that does not follow that of a cold call.
pub(crate) fn own_plain_ask() -> Rates {
    mixed().with(Parameter::IncidentPlainAsk, beta(2.0, 3.0))
}

/// [`mixed`] with disliked connectors and a response that has a probability of its own.
pub(crate) fn reframe() -> Rates {
    let changes = [(Parameter::IncidentDisliked, beta(1.0, 2.0)), (Parameter::IncidentReframe, beta(3.0, 4.0))];
    with(mixed(), &changes).with_response(Response::Reframe)
}

/// Two uncertain rates with many incidents.
fn two() -> Rates {
    uncertain_with(&[(Parameter::ColdMeeting, beta(2.0, 3.0)), (Parameter::IncidentRate, fixed(0.4))])
}

/// The documented rates, but that `warm.reach` follows an uncertain `cold.reach`: only the preset `published` links
/// them.
pub(crate) fn linked_reach() -> Rates {
    let one = fixed(1.0);
    let documented = [
        (Parameter::ColdMeeting, fixed(0.1)),
        (Parameter::ColdShow, one),
        (Parameter::WarmShow, one),
        (Parameter::IncidentRate, fixed(0.02)),
        (Parameter::IncidentRecovery, fixed(2.0 / 3.0)),
        (Parameter::ColdReach, beta(4.0, 2.0)),
        (Parameter::WarmMeeting, beta(9.0, 1.0)),
    ];
    with(Rates::published(), &documented).with_reading(Reading::WithoutIncident)
}

/// The rates of the case `overall`: probabilities solved from uncertain ones, and clamped in four worlds of ten.
pub(crate) fn overall() -> Campaign {
    let changes = [(Parameter::WarmMeeting, beta(9.0, 1.0)), (Parameter::IncidentRate, beta(2.0, 8.0))];
    campaign(uncertain_with(&changes).with_reading(Reading::Overall), [10, 20])
}

/// A case of the script that has an exact distribution: its rates, its cold and its warm calls. `None` for a name it
/// has not.
pub(crate) fn case(name: &str) -> Option<(Rates, [u32; 2])> {
    let cold = |alpha, b| uncertain_with(&[(Parameter::ColdMeeting, beta(alpha, b))]);
    Some(match name {
        "cold 100 weight 100" => (cold(10.0, 90.0), [100, 0]),
        "cold 100 weight 20" => (cold(2.0, 18.0), [100, 0]),
        "mixed" => (mixed(), [6, 6]),
        "own plain ask" => (own_plain_ask(), [6, 6]),
        "disliked" => (mixed().with(Parameter::IncidentDisliked, beta(1.0, 2.0)), [6, 6]),
        "reframe" => (reframe(), [6, 6]),
        "reach" => {
            let reach = [(Parameter::ColdReach, beta(4.0, 2.0)), (Parameter::WarmReach, beta(3.0, 3.0))];
            (with(mixed(), &reach), [6, 6])
        }
        "fixed shows" => {
            let shows = [(Parameter::ColdShow, fixed(0.7)), (Parameter::WarmShow, fixed(0.7))];
            (with(two(), &shows).with(Parameter::WarmMeeting, beta(9.0, 1.0)), [6, 6])
        }
        "uncertain cold show" => (two().with(Parameter::ColdShow, beta(7.0, 3.0)), [6, 6]),
        "uncertain shows apart" => {
            let shows = [(Parameter::ColdShow, beta(7.0, 3.0)), (Parameter::WarmShow, beta(6.0, 2.0))];
            (with(mixed(), &shows).with(Parameter::IncidentPlainAsk, beta(1.0, 4.0)), [6, 6])
        }
        "warm with show" => (mixed().with(Parameter::WarmShow, beta(7.0, 3.0)), [0, 10]),
        "linked reach" => (linked_reach(), [6, 6]),
        "arcsine" => {
            let keys = [Parameter::ColdMeeting, Parameter::WarmMeeting, Parameter::IncidentRate];
            (uncertain_with(&keys.map(|key| (key, beta(0.5, 0.5)))), [4, 5])
        }
        "mixed 60" => {
            let changes = [
                (Parameter::ColdMeeting, beta(10.0, 90.0)),
                (Parameter::WarmMeeting, beta(27.0, 3.0)),
                (Parameter::IncidentRate, beta(2.0, 18.0)),
            ];
            (uncertain_with(&changes), [30, 30])
        }
        _ => return None,
    })
}

/// The committed distributions, by case, in their order.
pub(crate) fn committed_distributions() -> Vec<(&'static str, Vec<f64>)> {
    let mut distributions: Vec<(&str, Vec<f64>)> = Vec::new();
    for row in include_str!("reference/uncertain.csv").lines().skip(1) {
        let [name, k, probability] = row.split(',').collect::<Vec<_>>().try_into().unwrap();
        if distributions.last().is_none_or(|(last, _)| *last != name) {
            assert!(distributions.iter().all(|(other, _)| *other != name), "the rows of {name} are not together");
            distributions.push((name, Vec::new()));
        }
        let masses = &mut distributions.last_mut().unwrap().1;
        assert_eq!(k.parse(), Ok(masses.len()), "{name}");
        masses.push(probability.parse().unwrap());
    }
    distributions
}

/// The committed distribution of the case `overall`.
pub(crate) fn committed_overall_distribution() -> Pmf {
    let (_, masses) = committed_distributions().into_iter().find(|(name, _)| *name == "overall").unwrap();
    Pmf::from_masses(0, masses).unwrap()
}

/// A committed value of the case `overall`.
pub(crate) fn committed_overall(quantity: &str) -> f64 {
    let mut rows = include_str!("reference/overall.csv").lines();
    let value = rows.find_map(|row| row.strip_prefix(quantity)?.strip_prefix(','));
    value.unwrap_or_else(|| panic!("there is no {quantity}")).parse().unwrap()
}

/// C(n, k) B(k + α, n − k + β) / B(α, β), by logarithms.
pub(crate) fn beta_binomial(n: u32, alpha: f64, beta: f64) -> Vec<f64> {
    let log_beta = |a: f64, b: f64| libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let n = f64::from(n);
    let mass = |k: f64| {
        let choose = -libm::log(n + 1.0) - log_beta(n - k + 1.0, k + 1.0);
        libm::exp(choose + log_beta(k + alpha, n - k + beta) - log_beta(alpha, beta))
    };
    (0..=n as u32).map(|k| mass(f64::from(k))).collect()
}

/// Points with weights that sum to 1: the midpoint rule over the density of a Beta distribution with integer
/// parameters.
pub(crate) fn midpoints(alpha: f64, beta: f64, points: u32) -> Vec<(f64, f64)> {
    let at = |i: u32| {
        let x = (f64::from(i) + 0.5) / f64::from(points);
        (x, x.powf(alpha - 1.0) * (1.0 - x).powf(beta - 1.0))
    };
    let total: f64 = (0..points).map(|i| at(i).1).sum();
    (0..points).map(|i| (at(i).0, at(i).1 / total)).collect()
}

/// Whether two numbers are equal up to so much, relative to the second.
pub(crate) fn close(actual: f64, expected: f64, relative: f64) -> bool {
    (actual - expected).abs() <= relative * expected.abs()
}
