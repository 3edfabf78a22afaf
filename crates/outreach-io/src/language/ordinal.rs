//! Attempts by their number, in words.

use super::Language;

const ENGLISH: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];
const FRENCH: [&str; 12] = [
    "premier",
    "deuxième",
    "troisième",
    "quatrième",
    "cinquième",
    "sixième",
    "septième",
    "huitième",
    "neuvième",
    "dixième",
    "onzième",
    "douzième",
];

impl Language {
    /// `A fourth attempt`, `Attempt 13`.
    pub(crate) fn ordinal_attempt(self, attempt: u32) -> String {
        let named = |names: [&'static str; 12]| names.get((attempt as usize).wrapping_sub(1)).copied();
        match self {
            Self::English => match named(ENGLISH) {
                Some(name) if name.starts_with('e') => format!("An {name} attempt"),
                Some(name) => format!("A {name} attempt"),
                None => format!("Attempt {attempt}"),
            },
            Self::French => {
                named(FRENCH).map_or_else(|| format!("L'appel {attempt}"), |name| format!("Un {name} appel"))
            }
        }
    }
}
