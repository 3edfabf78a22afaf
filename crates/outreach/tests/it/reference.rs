//! The reference values of docs/model.md and other exact values, from rationals that are computed here.

use num_bigint::BigInt;
use num_rational::BigRational;
use outreach::{
    CallTree, Campaign, Ending, Incident, Kind, Parameter, Path, Pmf, Rates, Reading, Response, Share, Strategy,
};

use crate::scenarios::{documented, documented_with};

fn ratio(above: i64, below: i64) -> BigRational {
    BigRational::new(BigInt::from(above), BigInt::from(below))
}

fn without(p: &BigRational) -> BigRational {
    ratio(1, 1) - p
}

/// Compares with the exact value of the float, so that the only rounding is the library's.
#[track_caller]
fn assert_near(value: f64, exact: &BigRational, relative: f64) {
    let value = BigRational::from_float(value).unwrap();
    let off = if value > *exact { &value - exact } else { exact - &value };
    assert!(off <= exact * BigRational::from_float(relative).unwrap(), "{value} is not {exact}");
}

/// The rates of a tree, as rationals.
struct Probabilities {
    reach: BigRational,
    show: BigRational,
    kept: BigRational,
    incident: BigRational,
    disliked: BigRational,
    recovery: BigRational,
    plain_ask: BigRational,
    response: BigRational,
}

impl Probabilities {
    fn documented() -> Self {
        Self {
            reach: ratio(1, 1),
            show: ratio(1, 1),
            kept: ratio(9, 10),
            incident: ratio(2, 100),
            disliked: ratio(0, 1),
            recovery: ratio(2, 3),
            plain_ask: ratio(1, 10),
            response: ratio(1, 10),
        }
    }

    /// Each way past the connector's name: its share of the warm conversations and its probability of a meeting.
    fn ways(&self) -> [(Incident, BigRational, BigRational); 4] {
        let unknown = &self.incident * without(&self.disliked);
        [
            (Incident::None, without(&self.incident), self.kept.clone()),
            (Incident::Recovered, &unknown * &self.recovery, self.kept.clone()),
            (Incident::Unrecovered, &unknown * without(&self.recovery), self.plain_ask.clone()),
            (Incident::Disliked, &self.incident * &self.disliked, self.response.clone()),
        ]
    }

    fn meeting(&self) -> BigRational {
        self.ways().iter().map(|(_, share, meeting)| share * meeting).fold(ratio(0, 1), |sum, term| sum + term)
    }
}

/// An exact distribution: integers over one denominator.
struct Distribution {
    weights: Vec<BigInt>,
    total: BigInt,
}

impl Distribution {
    fn binomial(n: u32, p: &BigRational) -> Self {
        let (yes, no) = (p.numer().clone(), p.denom() - p.numer());
        let mut choose = BigInt::from(1);
        let mut weights = Vec::new();
        for k in 0..=n {
            weights.push(&choose * yes.pow(k) * no.pow(n - k));
            choose = choose * (n - k) / (k + 1);
        }
        Self { weights, total: p.denom().pow(n) }
    }

    fn convolve(&self, other: &Self) -> Self {
        let mut weights = vec![BigInt::from(0); self.weights.len() + other.weights.len() - 1];
        for (i, a) in self.weights.iter().enumerate() {
            for (j, b) in other.weights.iter().enumerate() {
                weights[i + j] += a * b;
            }
        }
        Self { weights, total: &self.total * &other.total }
    }

    fn mean_of(&self, value: impl Fn(i64) -> i64) -> BigRational {
        let terms = (0..).zip(&self.weights).map(|(k, weight)| weight * value(k));
        BigRational::new(terms.fold(BigInt::from(0), |sum, term| sum + term), self.total.clone())
    }

    fn variance(&self) -> BigRational {
        let mean = self.mean_of(|k| k);
        self.mean_of(|k| k * k) - &mean * &mean
    }

    /// The smallest k with P(M ≤ k) ≥ percent / 100.
    fn quantile(&self, percent: i64) -> usize {
        let mut below = BigInt::from(0);
        let reached = |weight: &BigInt| {
            below += weight;
            &below * 100 >= &self.total * percent
        };
        self.weights.iter().position(reached).unwrap()
    }
}

const PERCENTS: [i64; 5] = [5, 25, 50, 75, 95];

/// The documented yield of this many warm and cold conversations.
fn distribution_of(warm: u32, cold: u32) -> Distribution {
    Distribution::binomial(warm, &Probabilities::documented().meeting())
        .convolve(&Distribution::binomial(cold, &ratio(1, 10)))
}

#[track_caller]
fn assert_distribution(yields: &Pmf, exact: &Distribution) {
    assert_eq!((yields.first(), yields.end()), (0, exact.weights.len()));
    for (mass, weight) in yields.masses().iter().zip(&exact.weights) {
        assert_near(*mass, &BigRational::new(weight.clone(), exact.total.clone()), 1e-13);
    }
    assert_near(yields.mean(), &exact.mean_of(|k| k), 2e-15);
    assert_near(yields.variance(), &exact.variance(), 1e-13);
    let quantiles = PERCENTS.map(|percent| yields.quantile(percent as f64 / 100.0));
    assert_eq!(quantiles, PERCENTS.map(|percent| exact.quantile(percent)));
}

#[test]
fn a_documented_warm_conversation_brings_671_meetings_in_750() {
    assert_eq!(Probabilities::documented().meeting(), ratio(671, 750));
    let tree = CallTree::new(Kind::Warm, &Rates::documented()).unwrap();
    assert_near(tree.meeting(), &ratio(671, 750), 2e-16);
    assert_near(tree.held().get(), &ratio(671, 750), 2e-16);
}

#[test]
fn read_overall_a_kept_standing_brings_1349_meetings_in_1490() {
    let world = Rates::documented().with_reading(Reading::Overall).world().unwrap();
    assert_near(world.meeting_if_standing_kept(), &ratio(1349, 1490), 3e-16);
    // The definition, not only the number: with these probabilities nine in ten warm conversations bring a meeting.
    assert_eq!(Probabilities { kept: ratio(1349, 1490), ..Probabilities::documented() }.meeting(), ratio(9, 10));
    let tree = CallTree::in_world(Kind::Warm, &world);
    assert_near(tree.meeting(), &ratio(9, 10), 3e-16);
}

#[test]
fn the_yields_of_the_named_strategies_are_exact_to_the_last_mass() {
    let cases = [(Strategy::warm(), 100), (Strategy::cold(), 0), (Strategy::mixed(), 50)];
    for (strategy, warm) in cases.into_iter().chain([(Strategy::referral_heavy(), 80)]) {
        assert_distribution(&documented(strategy, 100).exact_yield().unwrap(), &distribution_of(warm, 100 - warm));
    }
}

#[test]
fn the_yields_of_the_named_strategies_are_those_of_the_model_page() {
    // Mean over 750, standard deviation to nine digits; the quantiles of all warm are not on the page.
    let cases = [
        (Strategy::warm(), 67_100, 3.069_824_461, [84, 87, 90, 92, 94]),
        (Strategy::cold(), 7_500, 3.0, [5, 8, 10, 12, 15]),
        (Strategy::mixed(), 37_300, 3.035_113_031, [45, 48, 50, 52, 55]),
        (Strategy::referral_heavy(), 55_180, 3.055_987_202, [68, 72, 74, 76, 78]),
    ];
    for (strategy, mean, sd, quantiles) in cases {
        let yields = documented(strategy, 100).exact_yield().unwrap();
        assert_near(yields.mean(), &ratio(mean, 750), 2e-15);
        assert!((yields.sd() - sd).abs() < 1e-9, "{}", yields.sd());
        assert_eq!(PERCENTS.map(|percent| yields.quantile(percent as f64 / 100.0)), quantiles);
    }
}

#[test]
fn a_tree_that_uses_every_branch_has_the_probability_of_its_definition() {
    for (response, probability) in Response::ALL.into_iter().zip([1, 2, 3, 4]) {
        let exact = Probabilities {
            reach: ratio(1, 2),
            show: ratio(1, 2),
            incident: ratio(1, 4),
            disliked: ratio(3, 10),
            plain_ask: ratio(3, 20),
            response: ratio(probability, 5),
            ..Probabilities::documented()
        };
        let rates = documented_with(&[
            (Parameter::WarmReach, 0.5),
            (Parameter::WarmShow, 0.5),
            (Parameter::IncidentRate, 0.25),
            (Parameter::IncidentDisliked, 0.3),
            (Parameter::IncidentPlainAsk, 0.15),
            (Parameter::IncidentDisagree, 0.2),
            (Parameter::IncidentAgree, 0.4),
            (Parameter::IncidentAsk, 0.6),
            (Parameter::IncidentReframe, 0.8),
        ]);
        assert_tree(&CallTree::new(Kind::Warm, &rates.clone().with_response(response)).unwrap(), &exact);
        let campaign = Campaign::new(rates.with_response(response), Strategy::warm(), 40).unwrap();
        let held = exact.meeting() * &exact.reach * &exact.show;
        assert_distribution(&campaign.exact_yield().unwrap(), &Distribution::binomial(40, &held));
    }
}

#[track_caller]
fn assert_tree(tree: &CallTree, exact: &Probabilities) {
    for (incident, share, meeting) in exact.ways() {
        let of = |picks: fn(&Path) -> bool| tree.probability_of(|path| path.incident == incident && picks(path));
        let way = &exact.reach * share;
        let set = &way * &meeting;
        assert_near(of(|path| path.reached() && !path.set()), &(&way * without(&meeting)), 1e-15);
        assert_near(of(|path| path.set() && !path.held()), &(&set * without(&exact.show)), 1e-15);
        assert_near(of(Path::held), &(&set * &exact.show), 1e-15);
    }
    assert_near(tree.probability_of(|path| !path.reached()), &without(&exact.reach), 1e-15);
    assert_near(tree.meeting(), &exact.meeting(), 1e-15);
}

#[test]
fn shares_are_rounded_half_up_as_the_decimals_that_were_written() {
    let cases =
        [(0.35, 90, 32), (0.145, 100, 15), (0.285, 100, 29), (0.5, 1, 1), (0.5, 7, 4), (0.8, 3, 2), (1.0, 9, 9)];
    for (share, attempts, warm) in cases {
        assert_eq!(Share::new(share).unwrap().of(attempts), warm, "{share} of {attempts}");
        assert_eq!(share.to_string().parse::<Share>().unwrap().of(attempts), warm, "{share} of {attempts}");
    }
    assert_eq!("14.5 %".parse::<Share>().unwrap().of(100), 15);
    assert_eq!("0.00005%".parse::<Share>().unwrap().of(1_000_000), 1);
    assert_eq!("0.4999999999999999999999".parse::<Share>().unwrap().of(1), 0);
}

#[test]
fn kinds_incidents_and_endings_have_the_names_that_programs_read() {
    assert_eq!(Kind::ALL.map(Kind::key), ["cold", "warm"]);
    let incidents = [Incident::None, Incident::Recovered, Incident::Unrecovered, Incident::Disliked];
    assert_eq!(incidents.map(Incident::key), ["none", "recovered", "unrecovered", "disliked"]);
    let endings = [Ending::NotReached, Ending::Refused, Ending::NoShow, Ending::Held];
    assert_eq!(endings.map(Ending::key), ["not reached", "refused", "no show", "held"]);
}
