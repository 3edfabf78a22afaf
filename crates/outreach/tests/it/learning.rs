//! Rates learned from trials and from rows of a log.

use std::cmp::Ordering;

use outreach::{
    Beta, Calibration, DriftingRate, Error, Kind, LoggedCall, LoggedIncident, Names, Outcome, Parameter, Preset, Prior,
    Provenance, Reading, Response,
};

/// scripts/reference/drifting.py made it.
const DRIFTING: &str = include_str!("reference/drifting.csv");

/// Every fifth trial at first; unless steady every second after 300, none after 450.
fn success(trial: u64, steady: bool) -> bool {
    if steady || trial < 300 { trial.is_multiple_of(5) } else { trial < 450 && trial.is_multiple_of(2) }
}

fn learned(trials: u64, steady: bool, horizon: u32) -> DriftingRate {
    let mut rate = DriftingRate::new(DriftingRate::JEFFREYS, horizon);
    (0..trials).for_each(|trial| rate.learn(success(trial, steady)));
    rate
}

/// The largest relative difference from the reference, of parameters, half-lives, weights, distributions and ranges.
fn off_the_reference(learned: impl Fn(u64, bool, u32) -> DriftingRate) -> f64 {
    let mut largest = 0.0_f64;
    for line in DRIFTING.lines().skip(1) {
        let cells: Vec<_> = line.split(',').collect();
        let rate = learned(cells[2].parse().unwrap(), cells[0] == "true", cells[1].parse().unwrap());
        let (known, distribution) = (rate.posterior(), rate.distribution(10));
        let half_life = known.half_life.unwrap_or(f64::NAN);
        let [low, high] = known.interval90();
        let masses = [0, 3, 10].map(|meetings| distribution.mass(meetings));
        let known = [known.beta.alpha(), known.beta.beta(), half_life, known.constant];
        let told = known.into_iter().chain(masses).chain([low, high]);
        for (told, cell) in told.zip(&cells[3..]) {
            if cell.is_empty() {
                assert!(told.is_nan(), "{line}: a half-life of {told}");
            } else {
                let expected: f64 = cell.parse().unwrap();
                largest = largest.max((told / expected - 1.0).abs());
            }
        }
    }
    largest
}

#[test]
fn what_is_known_of_a_rate_is_what_every_belief_sums_up_to() {
    let off = off_the_reference(learned);
    assert!(off < 1e-10, "{off:e}");
}

#[test]
fn one_trial_less_is_seen() {
    assert!(off_the_reference(|trials, steady, horizon| learned(trials - 1, steady, horizon)) > 1e-4);
}

#[test]
fn a_rate_that_moved_is_followed_and_one_that_did_not_is_kept() {
    let (steady, moved) = (learned(10_000, true, 50).posterior(), learned(700, false, 50).posterior());
    assert_eq!((steady.half_life, steady.successes), (None, 2_000));
    assert!(steady.constant > 0.8);
    assert!((steady.beta.mean() - 0.2).abs() < 0.01);
    assert!(moved.half_life.unwrap() < 100.0);
    assert!(moved.beta.mean() < 0.05 && moved.successes == 60 + 75);
}

#[test]
fn ranges_that_do_not_meet_differ() {
    let mut rate = DriftingRate::default();
    (0..100).for_each(|trial| rate.learn(trial < 10));
    let known = rate.posterior();
    let [low, high] = known.interval90();
    assert!((low - Beta::new(10.5, 90.5).unwrap().quantile(0.05)).abs() < 1e-15 && low < high);
    assert_eq!(known.against([0.1, 0.1]), Ordering::Equal);
    assert_eq!(known.against([0.3, 0.4]), Ordering::Less);
    assert_eq!(known.against([0.01, 0.04]), Ordering::Greater);
    assert_eq!(known.against([high, 0.9]), Ordering::Equal);
    // 1.645 √(0.104 · 0.896 / n) = 0.104 / 3
    assert_eq!(known.enough(), 210);
}

const fn call(kind: Kind, outcome: Outcome, incident: Option<LoggedIncident>) -> LoggedCall {
    LoggedCall { kind, outcome, incident }
}

#[test]
fn a_row_is_a_trial_of_every_rate_on_its_way() {
    use LoggedIncident::{Disliked, None as Smooth, Unknown};
    use Outcome::{Held, NoShow, NotReached, Open, Refused, Set};
    use Parameter as P;
    let trials = |outcome, incident| call(Kind::Warm, outcome, incident).trials();
    assert_eq!(call(Kind::Cold, NotReached, None).trials(), [(P::ColdReach, false)]);
    let held = [(P::ColdReach, true), (P::ColdMeeting, true), (P::ColdShow, true)];
    assert_eq!(call(Kind::Cold, Held, None).trials(), held);
    // A cold call has no connector.
    assert_eq!(call(Kind::Cold, Held, Some(Unknown { recovered: None })).trials(), held);
    assert_eq!(trials(Set, None), [(P::WarmReach, true), (P::WarmMeeting, true)]);
    assert_eq!(trials(Open, Some(Smooth)), [(P::WarmReach, true), (P::IncidentRate, false)]);
    let incident = [(P::WarmReach, true), (P::IncidentRate, true), (P::IncidentDisliked, false)];
    assert_eq!(trials(Refused, Some(Unknown { recovered: None })), incident);
    assert_eq!(
        trials(NoShow, Some(Unknown { recovered: Some(true) })),
        [&incident[..], &[(P::IncidentRecovery, true), (P::WarmMeeting, true), (P::WarmShow, false)]].concat()
    );
    assert_eq!(
        trials(Refused, Some(Unknown { recovered: Some(false) })),
        [&incident[..], &[(P::IncidentRecovery, false), (P::IncidentPlainAsk, false)]].concat()
    );
    let disliked = [(P::WarmReach, true), (P::IncidentRate, true), (P::IncidentDisliked, true)];
    assert_eq!(trials(Set, Some(Disliked { response: None })), disliked);
    assert_eq!(
        trials(Set, Some(Disliked { response: Some(Response::Agree) })),
        [&disliked[..], &[(P::IncidentAgree, true)]].concat()
    );
}

#[test]
fn an_open_conversation_is_no_failure_before_it_is_closed() {
    let mut calibration = Calibration::new(Prior::Jeffreys).unwrap();
    let open = call(Kind::Cold, Outcome::Open, None);
    let counts = |calibration: &Calibration, parameter| {
        calibration.posterior(parameter).map(|posterior| (posterior.trials, posterior.successes))
    };
    for row in [call(Kind::Cold, Outcome::NotReached, None), open, call(Kind::Cold, Outcome::Set, None)] {
        calibration.learn(&row);
    }
    assert_eq!(counts(&calibration, Parameter::ColdReach), Some((3, 2)));
    assert_eq!(counts(&calibration, Parameter::ColdMeeting), Some((1, 1)));
    calibration.close(&open);
    assert_eq!(counts(&calibration, Parameter::ColdReach), Some((3, 2)));
    assert_eq!(counts(&calibration, Parameter::ColdMeeting), Some((2, 1)));
}

#[test]
fn later_attempts_that_reach_fewer_are_no_drift() {
    // First attempts reach every fifth contact and later ones every twentieth, in rounds or as they come; then from the middle on
    // first attempts reach every twentieth as well.
    let half_life = |drifts: bool, in_rounds: bool| {
        let mut calibration = Calibration::new(Prior::Jeffreys).unwrap();
        for row in 0..4_000 {
            let is_first = if in_rounds { row < 2_000 } else { row % 2 == 0 };
            let half = if in_rounds { row % 2_000 / 1_000 } else { row / 2_000 };
            let every = if is_first && !(drifts && half == 1) { 5 } else { 20 };
            let at = if in_rounds { row } else { row / 2 };
            let outcome = if at % every == 0 { Outcome::Answered } else { Outcome::NotReached };
            calibration.learn_attempt(&call(Kind::Cold, outcome, None), is_first);
        }
        let known = calibration.posterior(Parameter::ColdReach).unwrap();
        assert_eq!(known.trials, 4_000);
        known.half_life
    };
    for in_rounds in [true, false] {
        assert_eq!(half_life(false, in_rounds), None, "{in_rounds}");
        assert!(half_life(true, in_rounds).is_some(), "{in_rounds}");
    }
}

#[test]
fn a_log_is_silent_on_what_it_cannot_tell() {
    let mut calibration = Calibration::new(Prior::Jeffreys).unwrap();
    calibration.learn(&call(Kind::Cold, Outcome::Answered, None));
    assert_eq!(calibration.posterior(Parameter::ColdReach), None);
    assert_eq!(calibration.posterior(Parameter::ColdMeeting), None);
    calibration.learn(&call(Kind::Cold, Outcome::NotReached, None));
    assert_eq!(calibration.posterior(Parameter::ColdReach).unwrap().successes, 1);
    assert_eq!(calibration.posterior(Parameter::ColdMeeting), None);
    calibration.learn(&call(Kind::Cold, Outcome::Refused, None));
    assert_eq!(calibration.posterior(Parameter::ColdMeeting).unwrap().trials, 2);
    assert_eq!(calibration.posterior(Parameter::WarmMeeting), None);
}

#[test]
fn a_preset_is_worth_what_is_said_and_its_assumptions_nothing() {
    let mut calibration = Calibration::new(Prior::Preset(Preset::Documented, 20.0)).unwrap();
    for outcome in [Outcome::NotReached, Outcome::Refused] {
        calibration.learn(&call(Kind::Cold, outcome, None));
    }
    let beta = |parameter| calibration.posterior(parameter).unwrap().beta;
    assert_eq!((beta(Parameter::ColdMeeting).alpha(), beta(Parameter::ColdMeeting).beta()), (2.0, 19.0));
    assert_eq!((beta(Parameter::ColdReach).alpha(), beta(Parameter::ColdReach).beta()), (1.5, 1.5));
    let refused = Calibration::new(Prior::Preset(Preset::Documented, 0.0)).unwrap_err();
    assert!(matches!(refused, Error::Rejected { .. }));
}

#[test]
fn learned_rates_take_the_place_of_the_preset_s() {
    let mut calibration = Calibration::new(Prior::Jeffreys).unwrap();
    calibration.learn(&call(Kind::Warm, Outcome::Refused, None));
    let rates = calibration.rates(Preset::Documented);
    assert_eq!(rates.reading(), Reading::Overall);
    assert_eq!(rates.provenance(Parameter::WarmMeeting), Provenance::SetByYou);
    assert_eq!(rates.provenance(Parameter::ColdMeeting), Provenance::Documented);
    calibration.learn(&call(Kind::Warm, Outcome::Set, Some(LoggedIncident::None)));
    assert_eq!(calibration.rates(Preset::Published).reading(), Reading::WithoutIncident);
}

#[test]
fn names_that_vary_more_than_poisson_ones_tell_less() {
    // Gamma(8.5, 4), from scipy.stats.gamma.ppf([0.05, 0.95], 8.5, scale=1/4).
    let even = names(&[(2, 4)]).interval90().unwrap();
    assert!(
        (even[0] - 1.083_970_025_583_76).abs() < 1e-9 && (even[1] - 3.448_388_954_784_417).abs() < 1e-9,
        "{even:?}"
    );
    let uneven = names(&[(0, 3), (8, 1)]).interval90().unwrap();
    assert!(uneven[0] < even[0] && uneven[1] > even[1]);
    assert_eq!((names(&[]).mean(), names(&[(3, 1)]).interval90()), (None, None));
}

fn names(meetings_with: &[(u32, u32)]) -> Names {
    let mut names = Names::default();
    for &(given, meetings) in meetings_with {
        for _ in 0..meetings {
            names.learn(given);
        }
    }
    names
}

/// From 264 New York jazz musicians whom a survey asked for others, with and without those who began; the dispersions and the
/// ranges by another program.
#[test]
fn the_dispersion_of_real_chains_is_found() {
    let all = [(0, 146), (1, 54), (2, 26), (3, 19), (4, 12), (5, 4), (6, 2), (8, 1)];
    let recruited = [(0, 141), (1, 54), (2, 25), (3, 16), (4, 11), (5, 3), (8, 1)];
    for (counts, people, mean, dispersion, range) in
        [(&all[..], 264, 0.951, 0.725, [0.53, 1.03]), (&recruited, 251, 0.873, 0.794, [0.56, 1.17])]
    {
        let names = names(counts);
        assert!(names.meetings() == people && (names.mean().unwrap() - mean).abs() < 5e-4);
        let (found, ends) = names.dispersion().unwrap();
        assert!((found - dispersion).abs() < 0.005, "{found}");
        assert!((0..2).all(|end| (ends[end] - range[end]).abs() < 0.01), "{ends:?}");
    }
}

#[test]
fn names_that_vary_less_than_poisson_ones_are_poisson() {
    let of = |meetings_with: &[(u32, u32)]| names(meetings_with).dispersion();
    let (even, [low, high]) = of(&[(1, 1), (2, 6), (3, 1)]).unwrap();
    assert_eq!((even, high), (f64::INFINITY, f64::INFINITY));
    assert!(low > 1.0, "{low}");
    assert_eq!((of(&[(4, 1)]), of(&[(0, 3)])), (None, None));
    // As lumpy as can be, and a number that nobody brings, take no time.
    let (lumpy, _) = of(&[(0, 7), (u32::MAX, 1)]).unwrap();
    assert!((0.01..0.1).contains(&lumpy), "{lumpy}");
}
