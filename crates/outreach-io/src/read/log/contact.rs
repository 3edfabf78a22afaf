//! One person in several spellings.

use super::names;
use crate::read::telephone::{Number, bare};
use crate::read::vocabulary::known;
use crate::read::words::{is_sheet_error, plain_word};

/// Tells people apart by telephone numbers, names or addresses, each in whatever spelling.
#[derive(Debug, Default)]
pub(crate) struct Identities {
    /// The code of the country whose numbers are also written without it.
    home: String,
    plain: String,
}

impl Identities {
    /// The home is where most numbers of these contacts are, as far as they tell, the first of several such; else the first one that is met.
    /// It has a zero that is dialled within the country alone, if one is written.
    pub(crate) fn of<'a>(contacts: impl Iterator<Item = &'a str>) -> Self {
        const WITHOUT_ZERO: &str = "1 7 30 34 45 47 48 351 352 354 356 357 371 372 376 377 420";
        let numbers: Vec<_> = contacts.filter(|contact| !is_plain(contact)).filter_map(Number::of).collect();
        let has_zero = numbers.iter().any(|number| number.country == 0 && number.digits.starts_with('0'));
        let is_home = |country: &&str| !(has_zero && WITHOUT_ZERO.split(' ').any(|without| without == *country));
        let mut homes: Vec<(&str, usize)> = Vec::new();
        for country in numbers.iter().map(Number::country).filter(|country| !country.is_empty()).filter(is_home) {
            match homes.iter_mut().find(|(home, _)| *home == country) {
                Some((_, rows)) => *rows += 1,
                None => homes.push((country, 1)),
            }
        }
        let most = homes.iter().rev().max_by_key(|(_, rows)| rows);
        Self { home: most.map(|(home, _)| (*home).to_owned()).unwrap_or_default(), plain: String::new() }
    }

    /// A telephone number by its digits, with its extension, those of another country with its code; an address in small letters; a name
    /// by its words.
    pub(crate) fn write(&mut self, contact: &str, into: &mut String) {
        into.clear();
        if is_plain(contact) {
            into.push_str(contact);
            return into.make_ascii_lowercase();
        }
        let Some(number) = Number::of(contact) else {
            return names::write(bare(contact), &mut self.plain, into);
        };
        let country = number.country();
        if self.home.is_empty() {
            self.home.push_str(country);
        }
        if !country.is_empty() && country != self.home {
            into.push_str(country);
            into.push(' ');
        }
        // `+44 (0)20 …` has the zero that is dialled within the country.
        into.push_str(number.digits[number.country..].trim_start_matches('0'));
        into.push_str(&number.extension);
    }
}

/// Whether a text is its own identity, but for capitals: no number, and one word of which nothing is to be taken away. Nearly all are so.
fn is_plain(contact: &str) -> bool {
    let mut digits = 0;
    for byte in contact.bytes() {
        digits += u32::from(byte.is_ascii_digit());
        if !(byte.is_ascii_alphanumeric() || b".@_-".contains(&byte)) {
            return false;
        }
    }
    digits < 7
}

/// `n/a`, `Unknown`, `-`, `+33 6 12 XX XX 12`: what stands where nobody is named.
pub(crate) fn is_nobody(contact: &str) -> bool {
    let plain = plain_word(contact);
    plain.is_empty()
        || is_masked(contact)
        || is_sheet_error(contact)
        || known().meaning(&[], "contact", &plain).is_some()
}

/// Whether some digits of a number are hidden, two at least.
fn is_masked(text: &str) -> bool {
    let hides = |letter: &char| "xX*•".contains(*letter);
    let is_sign = |letter: char| letter.is_ascii_digit() || hides(&letter) || "+ .-()/\u{a0}\u{202f}".contains(letter);
    text.chars().all(is_sign) && text.chars().filter(hides).count() > 1
}

/// Whether a spreadsheet cut the digits of a number: `3.36E+10`.
pub(crate) fn is_rounded(text: &str) -> bool {
    let Some((digits, exponent)) = text.split_once(['E', 'e']) else { return false };
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(exponent.trim_start_matches('+')) && all_digits(&digits.replacen(['.', ','], "", 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(contact: &str) -> String {
        let mut identity = String::new();
        Identities::default().write(contact, &mut identity);
        identity
    }

    #[test]
    fn people_of_two_countries_with_the_same_digits_were_one() {
        let mut written = [const { String::new() }; 4];
        for (first, others) in [
            ("+33 639980101", ["0639980101", "0033639980101", "+34 639980101"]),
            ("+34 639980101", ["639980101", "0034639980101", "33639980101"]),
        ] {
            for sample in [&[first, "+49 30 901820", first, others[1]][..], &[]] {
                let mut identities = Identities::of(sample.iter().copied());
                for (contact, written) in [first].iter().chain(&others).zip(&mut written) {
                    identities.write(contact, written);
                }
                assert!(written[..3].iter().all(|same| *same == written[0]), "{written:?}");
                assert_ne!(written[0], written[3]);
            }
        }
    }

    #[test]
    fn one_person_is_one_in_all_spellings() {
        let same: &[&[&str]] = &[
            &["+33 6 39 98 01 02", "06 39 98 01 02", "0033639980102", "tel:+33639980102", "06.39.98.01.02"],
            &["Ana@Example.org", "ana@example.org ", "mailto:ana@example.org", "Ana Doe <ana@example.org>"],
            &["(555) 010-0001", "+1 555 010 0001", "15550100001", "555-010-0001"],
            &["+44 (0)7700 900123", "07700 900123", "+447700900123"],
            &["Ana  Doe", "ana doe", "Doe, Ana", "Doe Ana", "Mrs. Ana Doe", "Doe, Mrs Ana", "Ana Doe (Acme)"],
            &["Jean-Paul de La Tour", "DE LA TOUR Jean-Paul", "M. Jean-Paul de la Tour"],
            &["Martin", "MARTIN"],
            &["J. Doe", "J Doe"],
            &["Zoé Müller", "ZOE MULLER", "zoé müller", "Zoe\u{301} Mu\u{308}ller", "Ｚｏé Müller"],
            &["Dvořák", "Dvor\u{30c}a\u{301}k", "Dvo\u{200b}rak"],
            &["Groß", "GROSS", "Groẞ"],
            &["Андрей", "АНДРЕЙ", "Андреи\u{306}"],
            &["Νίκος", "ΝΙΚΟΣ", "Νι\u{301}κος"],
            &["(555) 010-0001 x12", "555-010-0001 ext. 12", "+1 555 010 0001 #12"],
            &[
                "https://www.example.org/in/ana",
                "http://example.org/in/ana/",
                "example.org/in/ana/",
                "example.org/in/ana",
            ],
            &["33639980001.0", "+33 6 39 98 00 01", "'0639980001", "33639980001"],
        ];
        for spellings in same {
            for spelling in *spellings {
                assert_eq!(identity(spelling), identity(spellings[0]), "{spelling}");
            }
        }
        for nobody in ["-", "N/A", "Unknown", "inconnu", "?", "+33 6 12 XX XX 3", "06 12 ** ** 12", "xxx", "****1234"] {
            assert!(is_nobody(nobody), "{nobody}");
        }
        assert!(!is_nobody("Ana") && !is_nobody("0639980102"));
        assert_ne!(identity("212-555-0100"), identity("312-555-0100"));
        assert_ne!(identity("c001"), identity("c002"));
        assert_ne!(identity("Mr Doe"), identity("Mrs Doe"));
        assert_ne!(identity("Martin (Acme)"), identity("Martin (Globex)"));
        assert_ne!(identity("Unit 4 Block 2"), identity("Unit 2 Block 4"));
        assert_ne!(identity("555-010-0001 x12"), identity("555-010-0001 x13"));
        assert!(
            is_rounded("3.36E+10") && is_rounded("3,36E+10") && !is_rounded("ana@example.org") && !is_rounded("E10")
        );
    }
}
