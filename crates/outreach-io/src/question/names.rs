//! Messages that name options of the command, in the words of a question.

use serde_json::Value;

/// Messages for those who ask with the fields of a question: `max_attempts` for `--max-attempts`, `incident.rate=0.02` for
/// `--set incident.rate=0.02`, and of a log `columns.outcome` for `--outcome-column`, `meeting_values` for `--meeting-value`.
///
/// ```
/// use outreach_io::question::in_fields;
///
/// assert_eq!(in_fields("simulate", "add --contacts 100 --max-attempts 3"), "add contacts 100 max_attempts 3");
/// assert_eq!(in_fields("simulate", "add --set incident.rate=0.02"), "add incident.rate=0.02");
/// assert_eq!(in_fields("simulate", "add --set\nincident.rate=0.02"), "add incident.rate=0.02");
/// assert_eq!(in_fields("calibrate", "(--kind-column, --cold-value)"), "(columns.kind, cold_values)");
/// assert_eq!(in_fields("forecast", "(--kind-column, --cold-value)"), "(kind_column, cold_value)");
/// assert_eq!(in_fields("simulate", "a -- b--c"), "a -- b--c");
/// assert_eq!(in_fields("simulate", "all keys: outreach model --verbose"), "all keys: the verb model");
/// ```
pub fn in_fields(verb: &str, text: &str) -> String {
    let text = &text.replace("outreach model --verbose", "the verb model");
    let of_log = ["backtest", "calibrate"].contains(&verb);
    with_options(text, |option| match (option.strip_suffix("-column"), option.strip_suffix("-value")) {
        (Some(column), _) if of_log => format!("columns.{}", column.replace('-', " ")),
        (_, Some(words)) if of_log => format!("{}_values", words.replace('-', "_")),
        _ => option.replace('-', "_"),
    })
}

/// The text with other words for the options of the command, which are named without their dashes; of `--set` its key and value
/// stay.
///
/// ```
/// use outreach_io::question::with_options;
///
/// let named = with_options("--group-by: add --set incident.rate=0.02", str::to_uppercase);
/// assert_eq!(named, "GROUP-BY: add incident.rate=0.02");
/// ```
pub fn with_options(text: &str, named: impl Fn(&str) -> String) -> String {
    let (mut replaced, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, option)) = rest.split_once("--") {
        let end = option.find(|c: char| c != '-' && !c.is_ascii_lowercase()).unwrap_or(option.len());
        let (name, after) = option.split_at(end);
        replaced += before;
        rest = after;
        if name.is_empty() || replaced.ends_with(|c: char| c.is_alphanumeric() || c == '-') {
            replaced.extend(["--", name]);
        } else if name == "set" {
            // The line may end behind it.
            rest = after.trim_start();
        } else {
            replaced += &named(name);
        }
    }
    replaced + rest
}

/// The same of an error for programs, whose `value` stays as it was given.
pub fn error_in_fields(verb: &str, mut error: Value) -> Value {
    match &mut error {
        Value::String(text) => *text = in_fields(verb, text),
        Value::Array(items) => items.iter_mut().for_each(|item| *item = error_in_fields(verb, item.take())),
        Value::Object(members) => {
            for (_, member) in members.iter_mut().filter(|(name, _)| *name != "value") {
                *member = error_in_fields(verb, member.take());
            }
        }
        _ => {}
    }
    error
}
