//! Tables of attempts in scenarios: in a setting `32/400, 27/368`, reached of those at risk at each attempt; in a file two
//! lists.

use outreach::{AttemptTable, Error, Result};
use toml::de::{DeTable, DeValue};

use super::rejected;

/// The table of a setting.
pub(super) fn table(key: &str, value: &str) -> Result<AttemptTable> {
    let Some((at_risk, reached)) = pairs(value, ',') else {
        let accepted = "a table of attempts: reached/at risk of the first, the second, …, as in 32/400, 27/368";
        return Err(rejected(key, value, accepted));
    };
    AttemptTable::new(at_risk, reached).map_err(|error| match error {
        Error::Rejected { value, accepted, .. } => rejected(key, &value, &accepted),
        other => other,
    })
}

/// Attempted and reached in each round: `24/300+20/276`.
pub(super) fn rounds(text: &str) -> Option<(Vec<u64>, Vec<u64>)> {
    pairs(text, '+')
}

/// At risk and reached, of pairs the other way round.
fn pairs(text: &str, between: char) -> Option<(Vec<u64>, Vec<u64>)> {
    let pair = |text: &str| {
        let (reached, at_risk) = text.trim().split_once('/')?;
        Some((at_risk.trim().parse::<u64>().ok()?, reached.trim().parse::<u64>().ok()?))
    };
    let pairs: Option<Vec<_>> = text.split(between).map(pair).collect();
    Some(pairs?.into_iter().unzip())
}

/// A table as a setting has it.
pub(crate) fn written(table: &AttemptTable) -> String {
    let pair = |(at_risk, reached): (&u64, &u64)| format!("{reached}/{at_risk}");
    table.at_risk().iter().zip(table.reached()).map(pair).collect::<Vec<_>>().join(", ")
}

/// The two lists of a file as a setting has them; `None` for what is no such table.
pub(super) fn of_file(table: &DeTable) -> Option<String> {
    let list = |name: &str| match table.get(name)?.get_ref() {
        DeValue::Array(numbers) => {
            let number = |value: &DeValue| match value {
                DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
                _ => None,
            };
            numbers.iter().map(|value| number(value.get_ref())).collect::<Option<Vec<_>>>()
        }
        _ => None,
    };
    let (at_risk, reached) = (list("at_risk")?, list("reached")?);
    let same = table.len() == 2 && at_risk.len() == reached.len();
    let pairs = at_risk.iter().zip(&reached).map(|(at_risk, reached)| format!("{reached}/{at_risk}"));
    same.then(|| pairs.collect::<Vec<_>>().join(", "))
}

/// A setting as the two lists of a file; `None` for what is no such table.
pub(super) fn in_file(key: &str, value: &str) -> Option<String> {
    let table = table(key, value).ok().filter(|_| key.starts_with("attempts."))?;
    let list = |numbers: &[u64]| numbers.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
    let (at_risk, reached) = (list(table.at_risk()), list(table.reached()));
    Some(format!("[{key}]\nat_risk = [{at_risk}]\nreached = [{reached}]\n"))
}
