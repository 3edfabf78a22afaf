//! Holds `data/parameters.csv` against the library's constants. The library's own tests cannot: they are packaged
//! without the files of the root.

use outreach::{Parameter, Rates};

/// Compiled in, so that a change of the table rebuilds this test.
const TABLE: &str = include_str!("../../data/parameters.csv");

#[test]
fn the_table_states_the_rates_of_the_preset_documented() {
    let rates = Rates::documented();
    let mut table = csv::Reader::from_reader(TABLE.as_bytes());
    assert_eq!(table.headers().expect("a header"), vec!["key", "value", "per", "meaning", "provenance", "source"]);
    let rows: Vec<_> = table.records().collect::<Result<_, _>>().expect("every row has six fields");
    assert_eq!(rows.len(), Parameter::COUNT, "one row per rate");

    for (row, parameter) in rows.iter().zip(Parameter::ALL) {
        let key = parameter.key();
        assert_eq!(&row[0], key, "the rows are in the order of Parameter::ALL");
        if let Some(followed) = rates.following(parameter) {
            assert_eq!(&row[1], followed.key(), "{key} follows another rate");
        } else {
            let value: f64 = row[1].parse().expect("a number");
            assert!(value.total_cmp(&rates.rate(parameter).mean()).is_eq(), "{key} is {value} in the table");
        }
        assert_eq!(&row[2], parameter.per(), "the denominator of {key}");
        assert_eq!(&row[3], parameter.meaning(), "the meaning of {key}");
        assert_eq!(&row[4], rates.provenance(parameter).key(), "the provenance of {key}");
        assert!(!row[5].is_empty(), "{key} has no source");
    }
}
