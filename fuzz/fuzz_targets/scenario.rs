//! Scenario files.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outreach_fuzz::{answered, is_json};

fuzz_target!(|input: &[u8]| {
    for verb in ["simulate --trials 8 --threads 1", "model", "plan --meetings 2 --max 40 --trials 8 --threads 1"] {
        if let Some(answer) = answered(input, &format!("{verb} --scenario input --format json")) {
            assert!(is_json(&answer));
        }
    }
});
