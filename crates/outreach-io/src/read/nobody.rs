//! What tells that nobody recommended the caller, in a column of connectors.

use super::endings::is_filler;
use super::vocabulary::{Exporter, known};
use super::words::{is_sheet_error, plain_word};

/// Whether nobody recommended the caller: `none`, `No introduction`, `nicht bekannt`, `cold list`, `xxx`; not `Noah`, `Non-Stop` or `Sem
/// Jansen`, whose names begin like a denial or are one.
pub(super) fn is_nobody(exporters: &[&Exporter], text: &str) -> bool {
    let plain = plain_word(text);
    let meaning = |word: &str| known().meaning(exporters, "connector", word);
    let denies = || {
        let at = text.trim().find(|letter: char| letter.is_whitespace() || letter == '-')?;
        let (first, rest) = text.trim().split_at(at);
        let rest = rest.trim_start();
        let is_word = match rest.strip_prefix('-') {
            Some(rest) => rest.starts_with(char::is_lowercase),
            None => !rest.starts_with(|letter: char| letter.is_ascii_digit()),
        };
        Some(meaning(&plain_word(first)) == Some("denial") && is_word)
    };
    // `sin` and `sem` are names as well.
    let parts = known().parts(&plain);
    let lacks = || {
        parts.len() > 1
            && parts[0].0 == "no"
            && parts[1..].iter().all(|(part, word)| is_filler(part) || meaning(word).is_some())
    };
    // `Nora Cold` has a surname.
    let is_cold = || {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let first = words.clone().next();
        let is_known = |word: &str| meaning(&plain_word(word)).is_some_and(|meaning| meaning != "device");
        let others_are_known = || words.clone().all(is_known);
        words.clone().any(|word| {
            meaning(&plain_word(word)) == Some("coldness")
                && (Some(word) == first || word.starts_with(char::is_lowercase) || others_are_known())
        })
    };
    plain.is_empty()
        || plain.bytes().all(|letter| letter == b'x')
        || is_sheet_error(text)
        || meaning(&plain).is_some_and(|meaning| !["noun", "device"].contains(&meaning))
        || known().is_channel(text)
        || is_cold()
        || denies() == Some(true)
        || lacks()
}

/// `google.com`, `https://www.bing.com/`: an address that is nobody's own.
pub(super) fn is_page(text: &str) -> bool {
    const OF_PERSONS: [&str; 4] = ["/in/", "/profile", "/contact", "/people/"];
    const ENDS: &str = "com org net io fr de es it pt nl eu uk co ai app info biz us ca be ch at br mx";
    let text = text.to_lowercase();
    let is_url = ["http://", "https://", "www."].into_iter().any(|begin| text.starts_with(begin));
    let host = text.split('/').next().unwrap_or_default();
    let is_host = || {
        let labels: Vec<_> = host.split('.').collect();
        let is_label =
            |label: &&str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        labels.len() > 1 && labels.iter().all(is_label) && ENDS.split(' ').any(|end| labels.last() == Some(&end))
    };
    (is_url || is_host()) && !OF_PERSONS.iter().any(|part| text.contains(part))
}
