//! Lists of contacts.
#![no_main]

use libfuzzer_sys::fuzz_target;
use outreach_fuzz::{answered, is_json};

fuzz_target!(|input: &[u8]| {
    for options in ["--group-by region", "--hours 3"] {
        if let Some(answer) = answered(input, &format!("forecast input {options} --format json")) {
            assert!(is_json(&answer));
        }
    }
});
