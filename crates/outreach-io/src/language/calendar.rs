//! Months by their names.

use super::Language;

const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const FRENCH: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

impl Language {
    /// `September`, or `September 2026`.
    pub(crate) fn month_of_year(self, (year, month): (i32, u32), with_year: bool) -> String {
        let names = match self {
            Self::English => ENGLISH,
            Self::French => FRENCH,
        };
        let name = (month as usize).checked_sub(1).and_then(|index| names.get(index)).copied().unwrap_or_default();
        if with_year { format!("{name} {year}") } else { name.to_owned() }
    }
}
