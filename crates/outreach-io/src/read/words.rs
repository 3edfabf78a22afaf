//! Words as they are read and compared.

use std::borrow::Cow;

/// Read as Windows-1252, the Latin-1 of spreadsheets, where it is no UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Cow<'_, str> {
    /// What stands from 0x80 to 0x9f, where Latin-1 has control characters.
    const BETWEEN: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";
    let letter = |&byte: &u8| match byte {
        0x80..=0x9f => BETWEEN.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        byte => char::from(byte),
    };
    let text: Cow<str> = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => bytes.iter().map(letter).collect::<String>().into(),
    };
    // Escape sequences of cells are shown nowhere.
    let ends_lines = |letter: char| matches!(letter, '\u{2028}' | '\u{2029}');
    let is_control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t') || ends_lines(letter);
    // Nor do signs that turn the direction of writing round, which copied telephone numbers bring along.
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if bytes.iter().any(|byte| *byte < 0x20 || *byte >= 0x7f)
        && text.contains(|letter| is_control(letter) || turns(letter))
    {
        return text.replace(turns, "").replace(is_control, "\u{fffd}").into();
    }
    text
}

/// What a spreadsheet writes where it cannot tell: `#N/A`, `#REF!`.
pub(crate) fn is_sheet_error(cell: &str) -> bool {
    cell.starts_with('#') && (cell.ends_with(['!', '?']) || ["#N/A", "#NV"].contains(&cell))
}

/// A word as words of tables are compared: Latin, Greek and Cyrillic letters small and without accents, digits and letters of other
/// scripts as they are, single blanks for everything else.
pub(crate) fn plain_word(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for letter in word.chars().map(narrow) {
        match letter {
            letter if is_mark(letter) => {}
            'ß' | 'ẞ' => plain.push_str("ss"),
            'œ' | 'Œ' => plain.push_str("oe"),
            'æ' | 'Æ' => plain.push_str("ae"),
            // The accent alone tells who was visited from a visit.
            'é' | 'É' if plain.ends_with("visit") || plain.ends_with("rencontr") => plain.push_str("ee"),
            letter => match plain_letter(letter) {
                ' ' if plain.is_empty() || plain.ends_with(' ') => {}
                letter => plain.push(letter),
            },
        }
    }
    plain.truncate(plain.trim_end().len());
    if plain.is_empty() && !word.is_ascii() {
        plain.push_str(sign(word));
    }
    plain
}

/// What a sign says that stands alone: `✓` is a yes.
fn sign(text: &str) -> &'static str {
    match text.trim().trim_end_matches('\u{fe0f}') {
        "✓" | "✔" | "☑" | "✅" => "yes",
        "✗" | "✘" | "✖" | "❌" | "☐" => "no",
        _ => "",
    }
}

/// The same without blanks: `hs_call_duration` and `HS call duration` are one name.
pub(crate) fn letters(name: &str) -> String {
    plain_word(name).replace(' ', "")
}

/// `CallDurationInSeconds` as words.
pub(crate) fn spaced(name: &str) -> String {
    let mut spaced = String::new();
    let mut before = ' ';
    for letter in name.chars() {
        if letter.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(letter);
        before = letter;
    }
    spaced
}

/// A letter of full width, as Chinese and Japanese keyboards write it, in its usual one.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).unwrap_or(letter),
        letter => letter,
    }
}

/// An accent that stands as a letter of its own behind the one that it is of, or what has no width at all.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// A name without accents, in small letters, and everything else as it is.
pub(crate) fn unaccented(name: &str, into: &mut String) {
    for letter in name.chars().map(narrow) {
        let plain = plain_letter(letter);
        match letter {
            'ß' | 'ẞ' => into.push_str("ss"),
            '‘' | '’' | 'ʼ' | '´' => into.push('\''),
            '‐' | '‑' => into.push('-'),
            _ if is_mark(letter) => {}
            _ if !letter.is_ascii() && ![' ', letter].contains(&plain) => into.push(plain),
            _ => into.extend(letter.to_lowercase()),
        }
    }
}

/// Without the standard library's tables of all scripts, which weigh as much in a browser as the words that are known.
fn plain_letter(letter: char) -> char {
    match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ď'..='đ' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='į' | 'İ' => 'i',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ň' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' => 's',
        'Ţ'..='ť' | 'Ț' | 'ț' => 't',
        // The sign of a millionth, a Greek letter, is written as a `u` where it cannot be.
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'µ' | 'μ' | 'Μ' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => 'y',
        'Ź'..='ž' => 'z',
        // Greek and Cyrillic.
        'ά' | 'Ά' => 'α',
        'έ' | 'Έ' => 'ε',
        'ή' | 'Ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' | 'Ί' | 'Ϊ' => 'ι',
        'ό' | 'Ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' | 'Ύ' | 'Ϋ' => 'υ',
        'ώ' | 'Ώ' => 'ω',
        'ς' => 'σ',
        'й' | 'Й' => 'и',
        'ё' | 'Ё' => 'е',
        'ї' | 'Ї' => 'і',
        'ў' | 'Ў' => 'у',
        'ѓ' | 'Ѓ' => 'г',
        'ќ' | 'Ќ' => 'к',
        'Α'..='Ω' | 'А'..='Я' => char::from_u32(letter as u32 + 0x20).unwrap_or(letter),
        'Ѐ'..='Џ' => char::from_u32(letter as u32 + 0x50).unwrap_or(letter),
        // Signs, blanks and punctuation, also those that stand for an apostrophe; arrows, ticks, crosses and other pictures.
        '\u{80}'..='\u{bf}'
        | '\u{2b0}'..='\u{2ff}'
        | '×'
        | '÷'
        | '\u{2000}'..='\u{206f}'
        | '\u{2190}'..='\u{2bff}'
        | '\u{3000}'
        | '\u{fe0f}'
        | '\u{feff}'
        | '\u{1f000}'..='\u{1faff}' => ' ',
        letter if letter.is_ascii_alphanumeric() || !letter.is_ascii() => letter.to_ascii_lowercase(),
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_the_direction_of_writing_is_left_out() {
        assert_eq!(text("\u{202a}+33 6 39 98 01 02\u{202c}".as_bytes()), "+33 6 39 98 01 02");
        assert_eq!(text("Ana\u{2028}Bo".as_bytes()), "Ana\u{fffd}Bo");
        assert_eq!(text("\u{2066}Ana\u{202e}\u{1b}".as_bytes()), "Ana\u{fffd}");
    }

    #[test]
    fn case_accents_and_punctuation_do_not_matter() {
        assert_eq!(plain_word("  Pas-de RÉPONSE… "), "pas de reponse");
        assert_eq!(plain_word("N° d’APPEL, Résultat"), "n d appel resultat");
        assert_eq!(plain_word("Straße, Œuvre"), "strasse oeuvre");
        assert_eq!(letters("hs_call_duration"), letters("HS call duration"));
        assert_eq!(
            ["re\u{301}pondeur", "Ｎｏ　ａｎｓｗｅｒ", "Meeting s\u{200b}et", "STRAẞE"].map(plain_word),
            ["repondeur", "no answer", "meeting set", "strasse"]
        );
        assert_eq!(["Занятый", "ЗАНЯТЫИ\u{306}", "Ёлка"].map(plain_word), ["занятыи", "занятыи", "елка"]);
        assert_eq!(["Συνάντηση", "ΣΥΝΑ\u{301}ΝΤΗΣΗ", "Όχι"].map(plain_word), ["συναντηση", "συναντηση", "οχι"]);
        assert_eq!(plain_word("Μήνυμα"), plain_word("ΜΗΝΥΜΑ"));
        for apostrophe in ["'", "’", "‘", "´", "`", "ʼ", "′", "＇", " "] {
            assert_eq!(plain_word(&format!("N{apostrophe}est")), "n est", "{apostrophe}");
        }
        assert_eq!(["✓", "✔️", "❌", "→", "✅ Meeting"].map(plain_word), ["yes", "yes", "no", "", "meeting"]);
    }
}
