//! What is refused, with the exact message: the field, its value and what is accepted.

use outreach::{Campaign, Comparison, Effort, Error, Parameter, Preset, Probability, Rate, Rates, Reading, Response};
use outreach::{Share, Simulation, Stop, Strategy, Supply};

use crate::scenarios::{documented, documented_with};

#[track_caller]
fn message<T>(result: Result<T, Error>) -> String {
    result.err().expect("this is refused").to_string()
}

const NO_PROBABILITY: [(f64, &str); 5] =
    [(1.2, "1.2"), (-0.1, "-0.1"), (f64::NAN, "NaN"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")];

#[test]
fn what_is_no_probability_is_refused_by_its_field() {
    for (value, shown) in NO_PROBABILITY {
        let expected = |field: &str| format!("{field} = {shown} is not a probability (0 to 1)");
        assert_eq!(message(Probability::new(value)), expected("probability"));
        assert_eq!(message(Rate::fixed(value)), expected("probability"));
        assert_eq!(message(Probability::named("cold.reach", value)), expected("cold.reach"));
    }
    assert!(Probability::new(1.0 + f64::EPSILON).is_err());
}

#[test]
fn a_negative_zero_is_zero() {
    assert_eq!(Probability::new(-0.0).unwrap().to_string(), "0");
}

#[test]
fn a_negative_zero_is_a_share() {
    assert_eq!(Share::new(-0.0).unwrap().of(100), 0);
}

#[test]
fn a_share_beyond_all_or_none_is_refused() {
    for (value, shown) in [(1.5, "1.5"), (-0.1, "-0.1"), (f64::NAN, "NaN"), (f64::INFINITY, "inf")] {
        let expected = format!("share = {shown} is not a share (0 to 1, or 0 % to 100 %)");
        assert_eq!(message(Share::new(value)), expected);
        assert_eq!(message(shown.parse::<Share>()), expected);
    }
    for text in ["", "%", ".", "half", "1e-1", "+0.5", "100.1%", "1.0000000001", "0,5", "0.5.5", " 0.5", "99999999999"]
    {
        let expected = format!("share = {text} is not a share (0 to 1, or 0 % to 100 %)");
        assert_eq!(message(text.parse::<Share>()), expected);
    }
    // More digits than an integer holds.
    assert!("9".repeat(60).parse::<Share>().is_err());
}

#[test]
fn a_campaign_without_calls_or_with_too_many_is_refused() {
    for calls in [0, 1_000_001, 1_000_000_000_000_000_000, u64::MAX] {
        let expected = format!("calls = {calls} is not a number of calls (1 to 1,000,000)");
        assert_eq!(message(Campaign::new(Rates::documented(), Strategy::cold(), calls)), expected);
    }
    assert!(Campaign::new(Rates::documented(), Strategy::cold(), 1_000_000).is_ok());
}

#[test]
fn more_warm_calls_than_calls_are_refused() {
    let with_warm = |count| Campaign::new(Rates::documented(), Supply::Count(count).into(), 10);
    assert_eq!(message(with_warm(11)), "warm = 11 is not a count of warm calls (0 to 10, the calls)");
    assert_eq!(with_warm(10).unwrap().cold_attempts(), 0);
}

#[test]
fn names_that_nothing_bears_are_refused_with_those_that_exist() {
    assert_eq!(
        message(Strategy::named("Cold")),
        "unknown strategy `Cold` (accepted: cold, mixed, referral-heavy, warm, snowball)"
    );
    assert_eq!(message("text".parse::<Preset>()), "unknown preset `text` (accepted: documented, published)");
    assert_eq!(message("rough".parse::<Reading>()), "unknown reading `rough` (accepted: smooth, overall)");
    assert_eq!(message("".parse::<Response>()), "unknown response `` (accepted: disagree, agree, ask, reframe)");
    assert_eq!(
        message("cold.meetings".parse::<Parameter>()),
        "unknown rate `cold.meetings` (accepted: cold.reach, cold.reachable, cold.meeting, cold.show, warm.reach, warm.reachable, warm.meeting, \
         warm.show, incident.rate, incident.disliked, incident.recovery, incident.plain_ask, incident.disagree, \
         incident.agree, incident.ask, incident.reframe, pool.introduced, \
         connectors.correlation)"
    );
}

/// Half the conversations lose their standing and then never bring a meeting.
fn half_lost(meeting: f64) -> Rates {
    let rates = documented_with(&[
        (Parameter::ColdMeeting, 0.0),
        (Parameter::WarmMeeting, meeting),
        (Parameter::IncidentRate, 0.5),
        (Parameter::IncidentRecovery, 0.0),
    ]);
    rates.with_reading(Reading::Overall)
}

const UNSOLVABLE: &str = "reading `overall` cannot be solved: with warm.meeting = 0.75, incident.rate = 0.5, \
    incident.disliked = 0 and incident.recovery = 0 the probability of a conversation that kept its standing would be 1.5, \
    not a probability (0 to 1)";

#[test]
fn an_overall_reading_without_a_solution_is_refused_by_its_rates() {
    assert_eq!(message(half_lost(0.75).world()), UNSOLVABLE);
    assert_eq!(message(Campaign::new(half_lost(0.75), Strategy::cold(), 10)), UNSOLVABLE);
    assert_eq!(half_lost(0.5).world().unwrap().meeting_if_standing_kept(), 1.0);
    assert_eq!(half_lost(0.0).world().unwrap().meeting_if_standing_kept(), 0.0);
}

#[test]
fn an_overall_reading_below_what_incidents_bring_is_refused() {
    let rates = documented_with(&[(Parameter::WarmMeeting, 0.0)]).with_reading(Reading::Overall);
    assert!(message(rates.world()).contains("would be -0.000"));
}

#[test]
fn an_overall_reading_where_nothing_keeps_its_standing_is_refused() {
    let rates = documented_with(&[(Parameter::IncidentRate, 1.0), (Parameter::IncidentRecovery, 0.0)]);
    assert!(message(rates.with_reading(Reading::Overall).world()).contains("would be inf, not a probability"));
}

#[test]
fn an_effort_that_is_no_sensible_time_is_refused() {
    let refused = |value: f64| message(Effort { introduction: value, ..Effort::default() }.check());
    for (value, shown) in [(-1.0, "-1"), (f64::NAN, "NaN"), (f64::INFINITY, "inf"), (10_080.5, "10080.5")] {
        let expected = format!("effort.introduction = {shown} is not a number of minutes (0 to 10080, a week)");
        assert_eq!(refused(value), expected);
    }
    assert!(Effort { meeting: 10_080.0, cold_attempt: 0.0, ..Effort::default() }.check().is_ok());
}

#[test]
fn a_run_without_trials_or_with_too_many_is_refused() {
    let campaign = documented(Strategy::cold(), 10);
    for trials in [0, 1_000_000_000_001, u64::MAX] {
        let expected = format!("trials = {trials} is not a number of trials (1 to 1,000,000,000,000)");
        assert_eq!(message(Simulation::new(&campaign).trials(trials).run()), expected);
        assert_eq!(message(Simulation::new(&campaign).trials(trials).check()), expected);
        assert_eq!(message(Comparison::between(&campaign, &campaign).trials(trials).run()), expected);
    }
}

#[test]
fn a_precision_that_is_no_standard_error_is_refused() {
    let campaign = documented(Strategy::cold(), 10);
    for (precision, shown) in [(0.0, "0"), (-1.0, "-1"), (f64::NAN, "NaN"), (f64::INFINITY, "inf")] {
        let expected = format!("precision = {shown} is not a standard error (a number above 0)");
        assert_eq!(message(Simulation::new(&campaign).precision(precision).run()), expected);
        assert_eq!(message(Comparison::of([&campaign]).precision(precision).run()), expected);
    }
}

#[test]
fn a_comparison_of_nothing_or_of_too_much_is_refused() {
    let campaign = documented(Strategy::cold(), 10);
    for strategies in [0, 101] {
        let compared = Comparison::of(vec![&campaign; strategies]).trials(10).run();
        let expected = format!("strategies = {strategies} is not a number of strategies to compare (1 to 100)");
        assert_eq!(message(compared), expected);
        assert_eq!(message(Comparison::of(vec![&campaign; strategies]).check()), expected);
    }
    assert_eq!(Comparison::of(vec![&campaign; 100]).trials(10).run().unwrap().pairs().len(), 4950);
}

#[test]
fn all_that_is_wrong_is_reported_at_once() {
    let warm: Strategy = Supply::Count(5).into();
    assert_eq!(
        message(Campaign::new(half_lost(0.75), warm, 0)),
        format!(
            "calls = 0 is not a number of calls (1 to 1,000,000); warm = 5 is not a count of warm calls (0 to 0, the calls); {UNSOLVABLE}"
        )
    );
    let campaign = documented(Strategy::cold(), 10);
    assert_eq!(
        message(Simulation::new(&campaign).trials(0).precision(0.0).run()),
        "trials = 0 is not a number of trials (1 to 1,000,000,000,000); precision = 0 is not a standard error (a \
         number above 0)"
    );
    let effort = Effort { cold_attempt: -1.0, warm_attempt: f64::NAN, ..Effort::default() };
    assert_eq!(
        message(campaign.with_effort(effort)),
        "effort.cold_attempt = -1 is not a number of minutes (0 to 10080, a week); effort.warm_attempt = NaN is not a \
         number of minutes (0 to 10080, a week)"
    );
}

#[test]
fn a_campaign_that_is_built_names_all_that_is_wrong_at_once() {
    let effort = Effort { cold_attempt: -1.0, ..Effort::default() };
    let fields = |campaign: Result<Campaign, Error>| match campaign {
        Err(Error::Several(errors)) => errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        other => message(other),
    };
    assert_eq!(
        fields(Campaign::contacts(0).effort(effort).until(Stop::hours(-1.0)).build()),
        "contacts = 0 is not a number of contacts (1 to 1,000,000); \
         effort.cold_attempt = -1 is not a number of minutes (0 to 10080, a week); hours = -1 is not a number of hours (0 to 1,666,666)"
    );
    assert_eq!(
        fields(Campaign::contacts(10).max_attempts(0).connectors(0).build()),
        "max_attempts = 0 is not a number of attempts per contact (1 to 1,000); \
         connectors.count = 0 is not a number of connectors (1 or more)"
    );
    assert!(Campaign::contacts(10).max_attempts(2).connectors(3).until(Stop::Meetings(2)).build().is_ok());
}
