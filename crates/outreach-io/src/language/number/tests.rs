//! Numbers as people read them.

use crate::Language::{English, French};

#[test]
fn a_probability_is_never_shown_as_certain_unless_it_is() {
    let percent = |probability| English.percent(probability);
    assert_eq!([0.0, 1e-9, 0.25, 1.0].map(percent), ["< 0.1 %", "< 0.1 %", "25.0 %", "> 99.9 %"]);
    assert_eq!(English.chance(1.0, true, false), "> 99.9 %");
    assert_eq!(English.chance(1.0, true, true), "100 %");
    assert_eq!(English.chance(0.0, false, false), "0 %");
}

#[test]
fn what_is_tiny_is_not_shown_as_nothing() {
    assert_eq!(
        [1e-9, 4.567e-6, -1.5e-300, 0.0].map(|number| English.compact(number)),
        ["1e-9", "4.57e-6", "−1.5e-300", "0"]
    );
    assert_eq!([1e-9, 0.0004, 0.0, 1e-17].map(|number| English.plain(number)), ["1e-9", "4e-4", "0.000", "0.000"]);
    assert_eq!(French.compact(1.5e-7), "1,5e-7");
}

#[test]
fn a_sampled_share_says_no_more_than_its_trials() {
    let shown = |of, trials| English.percent_estimate(outreach::Estimate::of_share(of, trials));
    assert_eq!([shown(0, 10), shown(10, 10)], ["< 26.3 %", "> 73.7 %"]);
    assert_eq!([shown(0, 2000), shown(0, 10_000), shown(10_000, 10_000)], ["< 0.2 %", "< 0.1 %", "> 99.9 %"]);
    assert_eq!(shown(1, 2000), "0.050 % ± 0.071");
    assert_eq!(shown(1, 100_000), "< 0.1 %");
    assert_eq!(shown(2500, 10_000), "25.00 % ± 0.43");
    let nothing = |value| outreach::Estimate { value, std_error: f64::NAN };
    assert_eq!([f64::NAN, 0.5].map(|value| English.percent_estimate(nothing(value))), ["–", "50 % ± –"]);
}

#[test]
fn fractions_are_found_and_not_invented() {
    let fraction = |number| English.fraction(number);
    assert_eq!(fraction(671.0 / 750.0), "671/750 = 0.894667");
    assert_eq!(fraction(1349.0 / 1490.0), "1349/1490 = 0.905369");
    assert_eq!(fraction(2.0 / 3.0), "2/3 = 0.666667");
    assert_eq!(fraction(0.0), "0");
    assert_eq!(fraction(1.0), "1");
    assert_eq!(fraction(std::f64::consts::FRAC_1_PI), "0.31831");
    assert_eq!(fraction(1e-12), "1e-12");
}

#[test]
fn nobody_is_certain_of_a_plan() {
    let confidences = [0.9, 0.995, 0.999, 0.999_999_999, 1.0 - f64::EPSILON / 2.0];
    let said = ["90", "99.5", "99.9", "99.9999999", "99.99999999999999"];
    assert_eq!(confidences.map(|confidence| English.confidence_digits(confidence)), said);
    assert_eq!(French.confidence_digits(0.999_999_999), "99,9999999");
}

#[test]
fn numbers_are_said_as_people_say_them() {
    let percents = [0.0, 1e-9, 0.0049, 0.005, 0.445, 0.9949, 0.995, 1.0 - 1e-9, 1.0];
    let said = ["0 %", "< 1 %", "< 1 %", "1 %", "45 %", "99 %", "> 99 %", "> 99 %", "100 %"];
    assert_eq!(percents.map(|probability| English.whole_percent(probability)), said);
    let counts = [19.42, 9.951, 9.949, 6.0, 0.44, 0.0995, 0.0994, 0.0032, 1e-9, 0.0, 7005.3, -0.84];
    let said = ["19", "10", "9.9", "6", "0.4", "0.1", "0.10", "0.003", "1e-9", "0", "7,005", "−0.8"];
    assert_eq!(counts.map(|count| English.about(count)), said);
    let minutes = [0.3, 45.0, 59.6, 60.0, 65.0, 700.0, 1110.0, 5999.0, 6000.0, 70_030.0, f64::NAN];
    let said = [
        "0 min",
        "45 min",
        "1 h",
        "1 h",
        "1 h 05 min",
        "11 h 40 min",
        "18 h 30 min",
        "99 h 59 min",
        "100 h",
        "1,167 h",
        "–",
    ];
    assert_eq!(minutes.map(|minutes| English.duration(minutes)), said);
    let roughly = [44.6, 62.0, 598.0, 1107.77];
    assert_eq!(roughly.map(|minutes| English.about_duration(minutes)), ["45 min", "1 h", "10 h", "18 h 30 min"]);
    assert_eq!([830.0, 5.0, 60_000.0].map(|minutes| English.clock(minutes)), ["13:50", "0:05", "1,000:00"]);
    assert_eq!(French.about(0.84), "0,8");
}

#[test]
fn thousands_are_grouped() {
    let grouped = |number| English.grouped(number);
    assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    assert_eq!(French.grouped(1_234_567), "1\u{202f}234\u{202f}567");
}

#[test]
fn french_has_a_decimal_comma() {
    assert_eq!(French.percent(0.256), "25,6\u{202f}%");
    assert_eq!(French.fraction(2.0 / 3.0), "2/3 = 0,666667");
    let mean = outreach::Estimate { value: 9.9876, std_error: 0.0095 };
    assert_eq!(French.estimate(mean), "9,9876 ± 0,0095");
}
