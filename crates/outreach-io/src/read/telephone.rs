//! Telephone numbers in their spellings.

/// A telephone number; its first digits are its country's code, where it has one.
pub(crate) struct Number {
    pub(crate) digits: String,
    pub(crate) country: usize,
    pub(crate) extension: String,
}

impl Number {
    pub(crate) fn of(contact: &str) -> Option<Self> {
        let text = bare(contact).trim_start_matches("tel:").trim_start_matches("sip:").trim_start_matches('\'');
        let (text, extension) = parted(text);
        // A spreadsheet took the number for an amount.
        let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
        let is_number = text.chars().all(|letter| letter.is_ascii_digit() || "+ .-()/\u{a0}\u{202f}".contains(letter));
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if !is_number || digits.len() < 7 {
            return None;
        }
        let is_abroad = text.starts_with('+') || digits.starts_with("00");
        let digits =
            if text.starts_with('+') { digits } else { digits.strip_prefix("00").unwrap_or(&digits).to_owned() };
        let has_country = is_abroad
            // Of North America, written without its plus.
            || digits.len() == 11 && digits.starts_with('1')
            // Of another country, likewise: no number is as long within its own, but for Brazil's with a 9 behind the area.
            || digits.len() >= 12 && !digits.starts_with('0')
            || digits.len() == 11 && digits.starts_with(['3', '4']) && !digits[2..].starts_with('9');
        let country = if has_country { country_code(&digits).min(digits.len()) } else { 0 };
        Some(Self { digits, country, extension })
    }

    pub(crate) fn country(&self) -> &str {
        &self.digits[..self.country]
    }
}

/// Whether a text is a telephone number.
pub(crate) fn is_number(text: &str) -> bool {
    Number::of(text).is_some()
}

/// `Ana <ana@example.org>` and `mailto:ana@example.org` are known by the address, a page by what stands between `https://www.` and `/`.
pub(crate) fn bare(contact: &str) -> &str {
    let address = contact.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(address, _)| address);
    let contact = address.filter(|address| address.contains('@')).unwrap_or(contact);
    let contact = contact.trim().trim_start_matches("mailto:").trim();
    let page = ["https://", "http://"].into_iter().find_map(|begin| contact.strip_prefix(begin)).unwrap_or(contact);
    let page = page.strip_prefix("www.").unwrap_or(page);
    if page.contains('.') { page.trim_end_matches('/') } else { contact }
}

/// `555-010-0001 ext. 12`: the number, and ` 12`.
fn parted(text: &str) -> (&str, String) {
    let Some(at) = text.find(|letter: char| letter.is_ascii_alphabetic() || letter == '#') else {
        return (text, String::new());
    };
    let (number, rest) = text.split_at(at);
    let digits = rest.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let mark = rest[..rest.len() - digits.len()].trim_matches(['.', ':', ' ']).to_ascii_lowercase();
    let is_extension = ["x", "ext", "extension", "#", "poste", "p", "dw"].contains(&mark.as_str())
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_extension { (number.trim_end(), format!(" {digits}")) } else { (text, String::new()) }
}

/// This many digits of an international number are its country's, by the plan E.164 of the ITU.
fn country_code(number: &str) -> usize {
    const OF_TWO: &str = "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 \
                          84 86 90 91 92 93 94 95 98";
    match number {
        _ if number.starts_with(['1', '7']) => 1,
        _ if OF_TWO.split(' ').any(|code| number.starts_with(code)) => 2,
        _ => 3,
    }
}
