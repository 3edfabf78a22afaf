//! Call logs.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outreach_fuzz::{answered, is_json};

fuzz_target!(|input: &[u8]| {
    for line in ["calibrate input", "backtest input --batch 1 --warmup 1", "calibrate input --newest-first"] {
        if let Some(answer) = answered(input, &format!("{line} --allow-rejected --format json")) {
            assert!(is_json(&answer));
        }
    }
});
