//! Texts in ASCII, for terminals that know nothing else.

use std::borrow::Cow;

/// The characters that answers use, and what stands for them; bars keep their lengths.
const PLAIN: [(char, &str); 47] = [
    ('\u{a0}', " "),
    ('\u{202f}', " "),
    ('±', "+/-"),
    ('−', "-"),
    ('–', "-"),
    ('…', "..."),
    ('≥', ">="),
    ('∞', "infinity"),
    ('√', "sqrt"),
    ('«', "\""),
    ('»', "\""),
    ('à', "a"),
    ('â', "a"),
    ('ç', "c"),
    ('é', "e"),
    ('è', "e"),
    ('ê', "e"),
    ('ë', "e"),
    ('î', "i"),
    ('ï', "i"),
    ('ô', "o"),
    ('ù', "u"),
    ('û', "u"),
    ('ü', "u"),
    ('œ', "oe"),
    ('À', "A"),
    ('É', "E"),
    ('È', "E"),
    ('→', "->"),
    ('·', "|"),
    ('┤', "|"),
    ('│', "|"),
    ('─', "-"),
    ('├', "|"),
    ('└', "`"),
    ('◄', "<"),
    ('●', "o"),
    ('█', "#"),
    ('▉', "#"),
    ('▊', "#"),
    ('▋', "#"),
    ('▌', "#"),
    ('▍', " "),
    ('▎', " "),
    ('▏', " "),
    ('’', "'"),
    ('ö', "o"),
];

/// The text without what is not ASCII; a character that no answer uses is a question mark.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let plain = |character: char| {
        let known = PLAIN.iter().find(|(fine, _)| *fine == character).map(|(_, plain)| *plain);
        if character.is_ascii() { Cow::from(character.to_string()) } else { known.unwrap_or("?").into() }
    };
    text.chars().map(plain).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_ascii_has_a_likeness() {
        assert_eq!(plain("9.99 ± 0.01"), "9.99 +/- 0.01");
        assert_eq!(plain("À heures égales\u{a0}: 25,0\u{202f}%"), "A heures egales : 25,0 %");
        assert_eq!(plain("█████▍│"), "##### |");
        assert_eq!(plain("名"), "?");
    }
}
