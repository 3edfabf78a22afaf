//! What the reading of tables calls its things: keys in JSON, words for people.

use super::Language;

const FRENCH: &[(&str, &str)] = &[
    ("kind", "sorte"),
    ("outcome", "issue"),
    ("reached", "joint"),
    ("duration", "durée"),
    ("caller", "appelant"),
    ("connector", "recommandé par"),
    ("names", "noms"),
    ("held", "tenu"),
    ("direction", "sens"),
    ("time", "heure"),
    ("answered at", "décroché à"),
    ("talk", "conversation"),
    ("state", "état"),
    ("call id", "appel"),
    ("attempts", "tentatives"),
    ("probability", "probabilité"),
    ("group", "groupe"),
    ("the same call again", "le même appel encore"),
    ("total or footer", "total ou pied de page"),
    ("planned", "prévu"),
    ("no outcome", "sans issue"),
    ("incoming", "entrant"),
    ("milliseconds", "millisecondes"),
    ("seconds", "secondes"),
    ("hours", "heures"),
    ("days", "jours"),
    ("hours:minutes", "heures:minutes"),
    ("minutes:seconds", "minutes:secondes"),
];

impl Language {
    /// A key in the words of the language; other words stay as they are.
    pub(crate) fn term(self, key: &str) -> &str {
        let french = || FRENCH.iter().find(|(english, _)| *english == key).map(|(_, french)| *french);
        if self == Self::French { french().unwrap_or(key) } else { key }
    }
}
