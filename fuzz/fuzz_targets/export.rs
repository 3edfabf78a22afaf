//! Tables that the command writes: whatever a group is called, they can be read back, and no spreadsheet computes them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outreach_fuzz::answered;
use outreach_io::group_name;

fuzz_target!(|name: &str| {
    let mut list = csv::Writer::from_writer(Vec::new());
    list.write_record(["region", "probability"]).expect("memory takes it");
    list.write_record([name, "0.5"]).expect("memory takes it");
    let list = list.into_inner().expect("memory takes it");
    let Some(table) = answered(&list, "forecast input --delimiter , --group-by region --format csv") else { return };
    let mut reader = csv::Reader::from_reader(table.as_slice());
    let rows: Vec<_> = reader.records().map(|row| row.expect("rows are as long as the header")).collect();
    // The first row is of all contacts.
    assert_eq!(rows.len(), 2, "{rows:?}");
    let cell = &rows[1][0];
    assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    // No escape sequence comes through.
    let told = name.replace(|letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t'), "\u{fffd}");
    let told = group_name(told.trim());
    // What spreadsheets write so that it stays a text, `="0612"`, is read as that text.
    let is_wrapped = told.starts_with("=\"") && told.ends_with('"');
    assert!(
        told.is_empty() || is_wrapped || cell == &told || cell.strip_prefix('\'') == Some(&told),
        "{cell:?} for {name:?}"
    );
});
