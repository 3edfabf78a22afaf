//! `simulate --trials-out`: a row per trial, of the campaigns that the answer counts.

use std::fs;
use std::path::Path;

use crate::behaviour::{outreach, stdout};

const SCENARIOS: [&[&str]; 6] = [
    &["--calls", "75", "--warm", "15"],
    &["--preset", "published", "--calls", "300"],
    &["--strategy", "snowball", "--set", "pool.decay=0.8", "--calls", "30"],
    &["--hours", "5", "--strategy", "warm"],
    &["--contacts", "60", "--max-attempts", "3", "--preset", "published"],
    &["--set", "cold.meeting=beta(2, 18)", "--calls", "50", "--so-far", "cold=20:3", "--strategy", "cold"],
];

/// Simulates 10,000 trials; tells the answer, and the file of that name.
fn simulated(scenario: &[&str], threads: &str, file: &Path) -> (serde_json::Value, Vec<u8>) {
    let run = ["simulate", "--trials", "10000", "--format", "json", "--threads", threads, "--trials-out"];
    let answer = stdout(&[&run[..], &[file.to_str().unwrap()], scenario].concat());
    (serde_json::from_str(&answer).unwrap(), fs::read(file).unwrap())
}

#[test]
fn the_rows_of_trials_are_those_that_the_answer_counts_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    for scenario in SCENARIOS {
        let (answer, table) = simulated(scenario, "1", &folder.path().join("one.csv"));
        let (_, same) = simulated(scenario, "3", &folder.path().join("two.csv"));
        assert!(table == same, "{scenario:?}");
        let mut reader = csv::Reader::from_reader(&table[..]);
        assert_eq!(
            reader.headers().unwrap(),
            ["trial", "attempts_cold", "attempts_warm", "meetings", "minutes"].as_slice()
        );
        let rows: Vec<[f64; 5]> = reader.deserialize().map(Result::unwrap).collect();
        assert!(rows.iter().zip(1..).all(|(row, number)| row[0] == f64::from(number)));
        assert_eq!(rows.len(), 10_000);
        let counts = answer["meetings"]["counts"].as_array().unwrap();
        for (meetings, counted) in counts.iter().enumerate() {
            let of_rows = rows.iter().filter(|row| row[3] == meetings as f64).count();
            assert_eq!(of_rows as u64, counted.as_u64().unwrap(), "{meetings} meetings of {scenario:?}");
        }
        let told = [(1, &answer["attempts"]["cold"]), (2, &answer["attempts"]["warm"]), (4, &answer["minutes"])];
        for (column, told) in told {
            let mean = rows.iter().map(|row| row[column]).sum::<f64>() / 1e4;
            assert!((mean - told["mean"].as_f64().unwrap()).abs() < 1e-6, "{column} of {scenario:?}");
        }
    }
}

/// Read by hand: the five pages of plain values stand where the sizes say, from the front.
#[test]
fn parquet_holds_what_csv_does() {
    let folder = tempfile::tempdir().unwrap();
    let (_, csv) = simulated(SCENARIOS[3], "2", &folder.path().join("trials.csv"));
    let (_, bytes) = simulated(SCENARIOS[3], "2", &folder.path().join("trials.parquet"));
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
    let mut at = 4;
    let columns = [8, 4, 4, 4, 8].map(|width| {
        // Above a page of 10,000 values stands a header that ends a structure in a structure.
        at += bytes[at..].windows(2).position(|two| two == [0, 0]).unwrap() + 2;
        let page = &bytes[at..at + 10_000 * width];
        at += page.len();
        page.chunks(width)
    });
    let number = |bytes: &[u8]| match *bytes {
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]).into(),
        _ => u64::from_le_bytes(bytes.try_into().unwrap()),
    };
    let mut reader = csv::Reader::from_reader(&csv[..]);
    let rows: Vec<[f64; 5]> = reader.deserialize().map(Result::unwrap).collect();
    for (index, column) in columns.into_iter().enumerate() {
        let values: Vec<f64> =
            column.map(|bytes| if index == 4 { f64::from_bits(number(bytes)) } else { number(bytes) as f64 }).collect();
        assert_eq!(values, rows.iter().map(|row| row[index]).collect::<Vec<_>>(), "column {index}");
    }
    let footer = &bytes[at..];
    let length = u32::from_le_bytes(footer[footer.len() - 8..footer.len() - 4].try_into().unwrap());
    assert_eq!(length as usize, footer.len() - 8);
}

#[test]
fn rows_of_trials_are_of_whole_runs_in_csv_or_parquet() {
    for words in [&["--trials-out", "rows.txt"][..], &["--trials-out", "rows.csv", "--shard", "1/2", "-o", "part"]] {
        let output = outreach(&[&["simulate"], words].concat());
        assert_eq!(output.status.code(), Some(2), "{output:?}");
    }
}
