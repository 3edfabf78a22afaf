//! One person in several spellings.

/// A telephone number by its digits within its country, whatever is written before and between them; a name or an address
/// in small letters.
pub(crate) fn identity(contact: &str) -> String {
    let text = contact.trim().trim_start_matches("tel:").trim_start_matches("sip:");
    let is_number = text.chars().all(|letter| letter.is_ascii_digit() || "+ .-()/\u{a0}\u{202f}".contains(letter));
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !is_number || digits.len() < 7 {
        let words: Vec<_> = text.split_whitespace().collect();
        return words.join(" ").to_lowercase();
    }
    let abroad = if text.starts_with('+') { Some(digits.as_str()) } else { digits.strip_prefix("00") };
    let national = match abroad {
        Some(number) => &number[country_code(number).min(number.len())..],
        // Of North America, written without its plus.
        None if digits.len() == 11 && digits.starts_with('1') => &digits[1..],
        None => &digits,
    };
    // `+44 (0)20 …` has the zero that is dialled within the country.
    national.trim_start_matches('0').to_owned()
}

/// So many digits of an international number are its country's, by the plan E.164 of the ITU.
fn country_code(number: &str) -> usize {
    const OF_TWO: &str = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 \
                          84 86 90 91 92 93 94 95 98";
    match number {
        _ if number.starts_with(['1', '7']) => 1,
        _ if OF_TWO.split(' ').any(|code| number.starts_with(code)) => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_is_one_in_all_spellings() {
        let same: &[&[&str]] = &[
            &["+33 6 39 98 01 02", "06 39 98 01 02", "0033639980102", "tel:+33639980102", "06.39.98.01.02"],
            &["Ana@Example.org", "ana@example.org "],
            &["(555) 010-0001", "+1 555 010 0001", "15550100001", "555-010-0001"],
            &["+44 (0)7700 900123", "07700 900123", "+447700900123"],
            &["Ana  Doe", "ana doe"],
        ];
        for spellings in same {
            for spelling in *spellings {
                assert_eq!(identity(spelling), identity(spellings[0]), "{spelling}");
            }
        }
        assert_ne!(identity("212-555-0100"), identity("312-555-0100"));
        assert_ne!(identity("c001"), identity("c002"));
    }
}
