//! What the short answers say: sentences that were wrong, ties, and how many lines there are.

use crate::behaviour::stdout;

fn said(line: &str) -> String {
    stdout(&line.split(' ').collect::<Vec<_>>())
}

#[test]
fn calls_of_a_pool_are_not_called_cold() {
    for lang in ["en", "fr"] {
        let plan = "plan --solve referrals --strategy snowball --calls 75 --trials 1000 -q --meetings";
        let said = said(&format!("{plan} 20 --lang {lang}"));
        assert!(!said.contains("cold") && !said.contains("froid"), "{said}");
        let start = if lang == "en" { "to start with" } else { "au départ" };
        assert!(said.contains(start) && said.contains("75"), "{said}");
    }
    assert!(said("plan --solve referrals --calls 75 --meetings 4 -q").contains("75 cold calls"));
}
