//! Holds `data/parameters.csv` against the library's constants. The library's own tests cannot: they are packaged
//! without the files of the root.

use outreach::{Confidence, Figures, Parameter, Preset, Provenance, Rate, Rates};

/// Compiled in, so that a change of the table rebuilds this test.
const TABLE: &str = include_str!("../../data/parameters.csv");
const HEADER: [&str; 10] =
    ["preset", "key", "value", "low", "high", "per", "meaning", "provenance", "confidence", "source"];

#[test]
fn the_table_states_the_rates_of_every_preset() {
    let mut table = csv::Reader::from_reader(TABLE.as_bytes());
    assert_eq!(table.headers().expect("a header"), HEADER.as_slice());
    let rows: Vec<_> = table.records().collect::<Result<_, _>>().expect("every row has as many fields");
    let expected = Preset::ALL.into_iter().flat_map(|preset| Parameter::ALL.map(|parameter| (preset, parameter)));
    assert_eq!(rows.len(), expected.clone().count(), "one row per preset and rate");
    for (row, (preset, parameter)) in rows.iter().zip(expected) {
        let stated: Vec<&str> = row.iter().collect();
        assert_eq!(stated, expected_row(preset, &preset.rates(), parameter));
    }
}

fn expected_row(preset: Preset, rates: &Rates, parameter: Parameter) -> Vec<String> {
    let evidence = rates.evidence(parameter).expect("a preset's value rests on something");
    let (value, range, confidence) = match (evidence.figures, rates.following(parameter)) {
        (Some(Figures { centre, range: [low, high], confidence, .. }), _) => {
            (centre.to_string(), [low.to_string(), high.to_string()], confidence.key())
        }
        (None, Some(followed)) => (followed.key().to_owned(), [String::new(), String::new()], ""),
        (None, None) => (rates.rate(parameter).mean().to_string(), [String::new(), String::new()], ""),
    };
    let [low, high] = range;
    let texts = [parameter.per(), parameter.meaning(), rates.provenance(parameter).key(), confidence, evidence.source];
    [preset.key().to_owned(), parameter.key().to_owned(), value, low, high]
        .into_iter()
        .chain(texts.map(str::to_owned))
        .collect()
}

#[test]
fn published_ranges_hold_their_rates_nine_times_in_ten_and_what_nobody_published_is_assumed() {
    let rates = Rates::published();
    let mut fitted = 0;
    for parameter in Parameter::ALL {
        let Some(figures) = rates.evidence(parameter).and_then(|evidence| evidence.figures) else { continue };
        let Rate::Beta(beta) = rates.rate(parameter) else { panic!("{parameter} has a range and is no distribution") };
        for (end, q) in figures.range.into_iter().zip([0.05, 0.95]) {
            assert!((beta.at_most(end) - q).abs() <= 1e-10, "{parameter}");
        }
        let assumed = rates.provenance(parameter) == Provenance::Assumed;
        assert_eq!(assumed, figures.confidence == Confidence::None, "{parameter}");
        fitted += 1;
    }
    assert_eq!(fitted, 7);
}
