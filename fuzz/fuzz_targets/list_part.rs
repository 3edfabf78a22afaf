//! Parts of a list of contacts: as they are, and with the checksum that belongs to them, which no fuzzer would find.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outreach_io::ask::ForecastQuestion;
use outreach_io::{Answer, ListPart, Scenario};

fuzz_target!(|input: &[u8]| {
    let text = input.splitn(2, |byte| *byte == b'\n').nth(1).unwrap_or(input);
    let checked = [format!("outreach-list 1 {:08x}\n", crc32fast::hash(text)).as_bytes(), text].concat();
    for file in [input, &checked] {
        let Ok(part) = ListPart::read("input", file) else { continue };
        let bytes = part.bytes();
        let again = ListPart::read("again", &bytes).expect("what was written can be read");
        assert_eq!(again.bytes(), bytes);
        let scenario = Scenario::of_layers(&[]).expect("no settings are a scenario");
        let question = ForecastQuestion { at_least: vec![1], ..ForecastQuestion::new(scenario) };
        if let Ok(answer) = question.run_parts(part) {
            assert!((answer.distribution().at_least(0) - 1.0).abs() < 1e-9);
            assert!(answer.json().is_object());
        }
    }
});
