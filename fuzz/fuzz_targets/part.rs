//! Parts of a run: as they are, and with the checksum that belongs to them, which no fuzzer would find.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outreach_fuzz::{answered, is_json};

fuzz_target!(|input: &[u8]| {
    let text = input.splitn(2, |byte| *byte == b'\n').nth(1).unwrap_or(input);
    let checked = [format!("outreach-part 1 {:08x}\n", crc32fast::hash(text)).as_bytes(), text].concat();
    for file in [input, &checked] {
        for line in ["merge input", "simulate --trials 5000 --threads 1 --checkpoint input"] {
            if let Some(answer) = answered(file, &format!("{line} --format json")) {
                assert!(is_json(&answer));
            }
        }
    }
});
