//! The command as its users meet it: exit code, standard output and standard error.
#![expect(clippy::unwrap_used, reason = "a failed test is the message")]
#![expect(clippy::float_cmp, reason = "what is compared exactly is a whole number")]

mod agreement;
mod ask;
mod ask_faults;
mod behaviour;
mod both_languages;
mod bounds;
mod cases;
mod ceilings;
mod claims;
mod connectors;
mod contacts;
mod declarations;
mod docs;
mod doubts;
mod effects;
mod errors;
mod faults;
mod glance;
mod idle;
mod languages;
mod logs;
mod next_steps;
mod parts;
mod pictures;
mod reports;
mod round_trip;
mod same_campaigns;
mod schemas;
mod sheets;
mod terminal;
mod trials;
mod uncertain;
mod whose;
mod wording;

/// Every `console` block of the pages below is run and its output compared. `cargo xtask renew` writes the output anew.
#[test]
fn the_pages_show_what_the_command_prints() {
    trycmd::TestCases::new()
        .default_bin_name("outreach")
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .env("LC_MESSAGES", "C")
        .case("tests/cli/pages/*.md")
        .case("tests/cli/pages/*.toml")
        .case("../../README.md");
}
