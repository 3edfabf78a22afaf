//! Why rows of a table are rejected, in French. In an answer as data the reasons are English, as all of it.

use super::{Language, refusals, typeset};

/// What is said behind the text of a cell, or of a row. A `#` stands for a number.
const FRENCH: &[(&str, &str)] = &[
    ("does not tell whether anybody answered", "ne dit pas si quelqu'un a répondu"),
    ("does not tell whether the meeting was held", "ne dit pas si le rendez-vous a été tenu"),
    (
        "is no incident (none, unknown, recovered, unrecovered, disliked)",
        "n'est pas un incident (none, unknown, recovered, unrecovered, disliked)",
    ),
    ("is no number of attempts (# to #)", "n'est pas un nombre d'appels (# à #)"),
    ("is no number of attempts made (# to #)", "n'est pas un nombre d'appels émis (# à #)"),
    ("is no number of names (#, #, #, …)", "n'est pas un nombre de noms (#, #, #, …)"),
    ("is no outcome that is known", "n'est pas un résultat connu"),
    ("is no talk time (#, #:#, # #)", "n'est pas une durée de conversation (#, #:#, # #)"),
    ("is not a probability (# to #)", "n'est pas une probabilité (# à #)"),
    ("is not a probability (# to # %)", "n'est pas une probabilité (# à # %)"),
    ("it does not say how many attempts were made", "elle ne dit pas combien d'appels ont été émis"),
    (
        "more cells (#) than the header has (#): a text with a delimiter needs quotes",
        "plus de cellules (#) que l'en-tête (#) : un texte qui contient un séparateur doit être entre guillemets",
    ),
    (
        "says that a meeting was held, and the outcome that none was set",
        "dit qu'un rendez-vous a été tenu, et le résultat qu'aucun n'a été pris",
    ),
    ("there is neither a probability nor a kind", "il n'y a ni probabilité ni sorte d'appel"),
];

impl Language {
    /// The reason of a rejection, which is given in English.
    pub(crate) fn rejection(self, english: &str) -> String {
        let french = || {
            // The text of a cell stands before its reason, in quotes, and may have some itself.
            let (cell, reason) = english.rsplit_once("` ").map_or(("", english), |(cell, reason)| (cell, reason));
            let told = match reason.strip_prefix("is no kind (") {
                Some(words) => format!("n'est pas une sorte d'appel ({}", words.replacen(" or ", " ou ", 1)),
                None => refusals::with_numbers(FRENCH, reason)?,
            };
            Some(typeset(&if cell.is_empty() { told } else { format!("{cell}` {told}") }))
        };
        match self {
            Self::English => english.to_owned(),
            Self::French => french().unwrap_or_else(|| english.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rejection_keeps_its_cell_and_its_numbers() {
        for (english, french) in [
            ("`soon` is no number of attempts (1 to 1,000)", "`soon` n'est pas un nombre d'appels (1 à 1\u{202f}000)"),
            ("`a` b` is no kind (froid or chaud)", "`a` b` n'est pas une sorte d'appel (froid ou chaud)"),
            ("`x` is no talk time (95, 1:35, 1m 35s)", "`x` n'est pas une durée de conversation (95, 1:35, 1m 35s)"),
            ("`120` is not a probability (0 to 100 %)", "`120` n'est pas une probabilité (0 à 100\u{202f}%)"),
            (
                "more cells (5) than the header has (4): a text with a delimiter needs quotes",
                "plus de cellules (5) que l'en-tête (4)\u{a0}: un texte qui contient un séparateur doit être entre guillemets",
            ),
        ] {
            assert_eq!(Language::French.rejection(english), french);
            assert_eq!(Language::English.rejection(english), english);
        }
    }
}
