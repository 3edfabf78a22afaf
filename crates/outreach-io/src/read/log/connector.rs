//! Whether a call was cold or warm, and who recommended the caller.

use std::sync::Arc;

use outreach::Kind;

use super::role::Role;
use super::row::{NoCall, Reader};
use crate::read::connectors::CONNECTOR;
use crate::read::endings::is_filler;
use crate::read::table::Row;
use crate::read::vocabulary::{Exporter, known};
use crate::read::words::{is_sheet_error, plain_word};

const NOBODY: &str = "nobody";

impl Reader {
    /// The kind, and who recommended the caller.
    pub(super) fn kind(&mut self, row: &Row) -> Result<(Kind, Arc<str>), NoCall> {
        let (kind, connector) = (self.columns.cell(row, Role::Kind), self.columns.person(row, Role::Connector));
        let exporters = &self.exporters;
        let who = |text: &str| Some(if is_nobody(exporters, text) { NOBODY } else { CONNECTOR });
        let is_nobody = connector.is_empty() || self.connectors.of(&connector, who) == Some(NOBODY);
        let connector = if is_nobody { self.nobody.clone() } else { self.shared(&connector) };
        if kind.is_empty() && !is_nobody {
            return Ok((Kind::Warm, connector));
        }
        if !self.columns.has(Role::Kind) {
            return Ok((Kind::Cold, connector));
        }
        // Where the words of one kind are named, no other word is of that kind.
        let (names_cold, names_warm) = (!self.layout.cold_words.is_empty(), !self.layout.warm_words.is_empty());
        let exporters = &self.exporters;
        let known = |word: &str| match known().meaning(exporters, "kind", &plain_word(word))? {
            "cold" | "channel" if !names_cold => Some(Kind::Cold),
            "warm" if !names_warm => Some(Kind::Warm),
            _ => None,
        };
        match self.kinds.of(&kind, known) {
            Some(kind) => Ok((kind, connector)),
            None => Err(NoCall::Other(kind.into_owned())),
        }
    }
}

/// Whether nobody recommended the caller: `none`, `No introduction`, `nicht bekannt`, `cold list`, `xxx`; not `Noah`, `Non-Stop` or `Sem
/// Jansen`, whose names begin like a denial or are one.
pub(crate) fn is_nobody(exporters: &[&Exporter], text: &str) -> bool {
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
        let is_known = |word: &str| meaning(&plain_word(word)).is_some();
        let others_are_known = || words.clone().all(is_known);
        words.clone().any(|word| {
            meaning(&plain_word(word)) == Some("coldness")
                && (Some(word) == first || word.starts_with(char::is_lowercase) || others_are_known())
        })
    };
    plain.is_empty()
        || plain.bytes().all(|letter| letter == b'x')
        || is_sheet_error(text)
        || meaning(&plain).is_some_and(|meaning| meaning != "noun")
        || is_cold()
        || denies() == Some(true)
        || lacks()
}
