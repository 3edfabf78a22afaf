//! What the reading of tables calls its things: keys in JSON, words for people.

use super::Language;

const FRENCH: &[(&str, &str)] = &[
    ("documented", "documenté"),
    ("published", "publié"),
    ("smooth", "sans incident"),
    ("overall", "incidents compris"),
    ("kind", "type"),
    ("outcome", "issue"),
    ("reached", "joint"),
    ("duration", "durée"),
    ("caller", "appelant"),
    ("connector", "recommandé par"),
    ("nobody", "personne"),
    ("names", "noms"),
    ("held", "tenu"),
    ("direction", "sens"),
    ("time", "heure"),
    ("answered at", "décroché à"),
    ("talk", "conversation"),
    ("state", "état"),
    ("call id", "appel"),
    ("attempts", "appels"),
    ("probability", "probabilité"),
    ("group", "groupe"),
    ("the same call again", "le même appel encore"),
    ("total or footer", "total ou pied de page"),
    ("planned", "prévu"),
    ("not to be called", "à ne pas appeler"),
    ("no outcome", "sans issue"),
    ("incoming", "entrant"),
    ("nanoseconds", "nanosecondes"),
    ("microseconds", "microsecondes"),
    ("milliseconds", "millisecondes"),
    ("seconds", "secondes"),
    ("hours", "heures"),
    ("days", "jours"),
    ("hours:minutes", "heures:minutes"),
    ("minutes:seconds", "minutes:secondes"),
    ("minutes.seconds", "minutes.secondes"),
];

/// The strategies that bear a name; it is typed in English.
const STRATEGIES: [(&str, &str); 5] = [
    ("cold", "tout froid"),
    ("mixed", "mixte"),
    ("referral-heavy", "surtout chaud"),
    ("warm", "tout chaud"),
    ("snowball", "boule de neige"),
];

/// The name of the strategy that French answers call so: `surtout chaud`; of `tout froid` the second word will do.
///
/// ```
/// assert_eq!(outreach_io::strategy_in_french("froid"), Some("cold"));
/// assert_eq!(outreach_io::strategy_in_french("Surtout chaud"), Some("referral-heavy"));
/// assert_eq!(outreach_io::strategy_in_french("cold"), None);
/// ```
pub fn strategy_in_french(typed: &str) -> Option<&'static str> {
    let typed = typed.to_lowercase();
    let is_meant = |french: &str| [Some(french), french.strip_prefix("tout ")].contains(&Some(typed.as_str()));
    STRATEGIES.iter().find(|(_, french)| is_meant(french)).map(|(name, _)| *name)
}

impl Language {
    /// A strategy as people read it: `referral-heavy`, and `warm 15` where there is a count or a share.
    pub(crate) fn strategy_name(self, name: &str) -> String {
        if self == Self::English {
            return name.to_owned();
        }
        let (known, number) = name.split_once(' ').map_or((name, None), |(known, number)| (known, Some(number)));
        let supplied = number.filter(|number| known == "warm" && number.parse::<f64>().is_ok());
        if let Some(number) = supplied {
            let share = number.contains('.').then(|| number.parse::<f64>().ok()).flatten();
            return match share {
                Some(share) => format!("{} % d'appels chauds", self.compact(100.0 * share)),
                None => self.so_many_warm_calls(number),
            };
        }
        // A variant of attempts per contact: `cold (up to 4 calls)`, `cold (250 contacts, up to 4 calls)`.
        if let Some((strategy, attempts)) = name.split_once(" (").filter(|(_, attempts)| attempts.contains("up to ")) {
            let attempts = attempts.replace("up to", "jusqu'à").replace("call", "appel");
            return format!("{} ({attempts}", self.strategy_name(strategy));
        }
        let french = STRATEGIES.iter().find(|(english, _)| *english == known).map(|(_, french)| *french);
        // The same strategy again has a number: `cold (2)`.
        let again = |number: &&str| number.starts_with('(');
        match (french, number.filter(again)) {
            (Some(french), None) if number.is_none() => french.to_owned(),
            (Some(french), Some(number)) => format!("{french} {number}"),
            _ => name.to_owned(),
        }
    }

    /// Whether a text begins with words for a strategy.
    pub(crate) fn begins_with_a_strategy(self, text: &str) -> bool {
        let is_first = |(_, french): &(&str, &str)| {
            text.strip_prefix(french)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || "-_.=".contains(c)))
        };
        self == Self::French && STRATEGIES.iter().any(is_first)
    }

    /// A key in the words of the language; other words stay as they are.
    pub(crate) fn term(self, key: &str) -> &str {
        let french = || FRENCH.iter().find(|(english, _)| *english == key).map(|(_, french)| *french);
        if self == Self::French { french().unwrap_or(key) } else { key }
    }
}
