//! Holds `data/parameters.csv` against the library's constants. The library's own tests cannot: they are packaged
//! without the files of the root.

use outreach::{Confidence, Evidence, Figures, Number, Parameter, Preset, Provenance, Rate, Rates};

/// Compiled in, so that a change of the table rebuilds this test.
const TABLE: &str = include_str!("../../data/parameters.csv");
const HEADER: [&str; 10] =
    ["preset", "key", "value", "low", "high", "per", "meaning", "provenance", "confidence", "source"];

#[test]
fn the_table_states_the_rates_of_every_preset() {
    let mut table = csv::Reader::from_reader(TABLE.as_bytes());
    assert_eq!(table.headers().expect("a header"), HEADER.as_slice());
    let rows: Vec<_> = table.records().collect::<Result<_, _>>().expect("every row has as many fields");
    let of_preset = |preset: Preset| {
        let rates = preset.rates();
        let numbers = Number::ALL.map(|number| row_of_number(preset, number));
        Parameter::ALL.map(|parameter| row_of_rate(preset, &rates, parameter)).into_iter().chain(numbers)
    };
    let expected: Vec<_> = Preset::ALL.into_iter().flat_map(of_preset).collect();
    for (row, expected) in rows.iter().zip(&expected) {
        assert_eq!(&row.iter().collect::<Vec<_>>(), expected);
    }
    assert_eq!(rows.len(), expected.len(), "one row per preset and rate or number");
}

fn row_of_rate(preset: Preset, rates: &Rates, parameter: Parameter) -> Vec<String> {
    let evidence = rates.evidence(parameter).expect("a preset's value rests on something");
    let value = match (evidence.figures, rates.following(parameter)) {
        (Some(figures), _) => figures.centre.to_string(),
        (None, Some(followed)) => followed.key().to_owned(),
        (None, None) => rates.rate(parameter).mean().to_string(),
    };
    let (per, meaning) = (parameter.per(), parameter.meaning());
    row([preset.key(), parameter.key(), &value], [per, meaning, rates.provenance(parameter).key()], evidence)
}

fn row_of_number(preset: Preset, number: Number) -> Vec<String> {
    let value = number.value(preset).map_or_else(|| "none".to_owned(), |value| value.to_string());
    let texts = [number.per, number.meaning, number.provenance(preset).key()];
    row([preset.key(), number.key, &value], texts, number.evidence(preset))
}

fn row(start: [&str; 3], middle: [&str; 3], Evidence { source, figures, .. }: Evidence) -> Vec<String> {
    let of_figures = |Figures { range, confidence, .. }: Figures| (range.map(|end| end.to_string()), confidence.key());
    let ([low, high], confidence) = figures.map_or_else(|| ([String::new(), String::new()], ""), of_figures);
    let row = start.into_iter().chain([low.as_str(), &high]).chain(middle).chain([confidence, source]);
    row.map(str::to_owned).collect()
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
    assert_eq!(fitted, 8);
}
