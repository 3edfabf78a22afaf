//! Call logs.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outreach_fuzz::{answered, is_json};

fuzz_target!(|input: &[u8]| {
    for verb in ["calibrate", "backtest"] {
        if let Some(answer) = answered(input, &format!("{verb} input --date-format %d/%m/%Y --format json")) {
            assert!(is_json(&answer));
        }
    }
});
