//! Where a list of contacts says what, and the columns that contacts were read from.

use std::collections::BTreeSet;

use outreach::Kind;
use serde::{Deserialize, Serialize};

use super::vocabulary::{Exporter, known};
use super::words::{plain_word, spaced};

/// Where a list of contacts says what.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContactLayout {
    /// The column with the probability of a meeting; `probability` where none is named.
    pub probability_column: Option<String>,
    /// The column with the kind of the call; `kind` where none is named.
    pub kind_column: Option<String>,
    /// The column with the attempts that have been made at a contact of a kind, none of which reached it.
    pub attempts_column: Option<String>,
    /// The column whose values part the list into groups.
    pub group_by: Option<String>,
    /// What the kind column says of cold calls; the usual words where none is named.
    pub cold_word: Option<String>,
    /// What it says of warm calls.
    pub warm_word: Option<String>,
    /// Column separator; detected unless named.
    pub delimiter: Option<u8>,
    /// This many lines above the header are left out; titles are recognised anyway.
    pub skip_lines: u64,
    /// The sheet of a workbook; the one that looks like a list, where none is named.
    pub sheet: Option<String>,
    /// Whether a rejected row is an error.
    pub strict: bool,
    /// Whether more than half of the rows may be rejected.
    pub allow_rejected: bool,
}

impl ContactLayout {
    /// What a word of the kind's column says.
    ///
    /// ```
    /// use outreach::Kind;
    /// use outreach_io::ContactLayout;
    ///
    /// assert_eq!(ContactLayout::default().kind_of(" Warm "), Some(Kind::Warm));
    /// assert_eq!(ContactLayout::default().kind_of("tepid"), None);
    /// ```
    pub fn kind_of(&self, word: &str) -> Option<Kind> {
        self.kind_among(&[], self.kind_column.as_deref().and_then(asks), word)
    }

    /// Whether a word of the kind's column tells where a contact comes from, and nobody said what it means: it is taken as cold, and
    /// doubted.
    pub fn is_channel(&self, word: &str) -> bool {
        let is_named = self.cold_word.is_some() || self.warm_word.is_some();
        !is_named && known().is_channel(word)
    }

    /// The same in a column that asks whether a contact is of a kind: a yes or no to `Cold` says what it says nowhere else.
    pub(super) fn kind_among(&self, exporters: &[&'static Exporter], asked: Option<Kind>, word: &str) -> Option<Kind> {
        let plain = plain_word(word);
        let is = |word: &Option<String>| word.as_ref().is_some_and(|word| plain_word(word) == plain);
        match known().meaning(exporters, "kind", &plain) {
            _ if plain.is_empty() => None,
            _ if is(&self.cold_word) => Some(Kind::Cold),
            _ if is(&self.warm_word) => Some(Kind::Warm),
            of_kind if asked.is_some() && is_answer(&plain) && (of_kind.is_some() || plain == "x") => {
                let is_yes = known().meaning(&[], "answer", &plain) == Some("yes");
                let is_warm = is_yes == (asked == Some(Kind::Warm));
                let (kind, word) = if is_warm { (Kind::Warm, &self.warm_word) } else { (Kind::Cold, &self.cold_word) };
                word.is_none().then_some(kind)
            }
            Some("cold" | "channel") if self.cold_word.is_none() => Some(Kind::Cold),
            Some("warm") if self.warm_word.is_none() => Some(Kind::Warm),
            Some(_) => None,
            None => self.kind_of_parts(exporters, asked, word),
        }
    }

    fn kind_of_parts(&self, exporters: &[&'static Exporter], asked: Option<Kind>, text: &str) -> Option<Kind> {
        kind_of_parts(text, |part| self.kind_among(exporters, asked, part))
    }

    /// The options that say something of kinds, which a contact with a probability of its own has no need of.
    pub fn of_kinds(&self) -> Vec<&'static str> {
        let said = [
            ("--kind-column", &self.kind_column),
            ("--cold-value", &self.cold_word),
            ("--warm-value", &self.warm_word),
            ("--attempts-column", &self.attempts_column),
        ];
        said.into_iter().filter(|(_, said)| said.is_some()).map(|(option, _)| option).collect()
    }
}

/// `referral - Claire Dubois`, `Empfehlung von Claire`, `cold, B2B`: the first part, if no other one says otherwise.
pub(super) fn kind_of_parts(text: &str, of: impl Fn(&str) -> Option<Kind>) -> Option<Kind> {
    const BY: [&str; 13] = [
        " - ", " by ", " from ", " of ", " par ", " de ", " von ", " durch ", " da ", " di ", " por ", " door ",
        " van ",
    ];
    let by = BY.into_iter().find(|by| text.to_lowercase().contains(by));
    let parts: Vec<&str> = match by {
        Some(by) => text.to_lowercase().find(by).and_then(|at| text.get(..at)).into_iter().collect(),
        None => text.split([',', ';', ':', '/', '|', '(', ')', '–', '—']).collect(),
    };
    // `No - call later` says nothing of kinds.
    let is_part = |part: &&str| !part.is_empty() && part.len() < text.len() && !is_answer(&plain_word(part));
    let mut kinds = parts.into_iter().filter(is_part).filter_map(of);
    let first = kinds.next()?;
    kinds.all(|kind| kind == first).then_some(first)
}

/// Of which kind a contact is if a column of this name says yes: `Referral`, `Cold`.
pub(super) fn asks(name: &str) -> Option<Kind> {
    match known().meaning(&[], "asks", &plain_word(&spaced(name)))? {
        "cold" => Some(Kind::Cold),
        _ => Some(Kind::Warm),
    }
}

pub(super) fn is_answer(plain: &str) -> bool {
    known().meaning(&[], "answer", plain).is_some()
}

/// The columns that contacts were read from: of their probabilities, kinds, groups and attempts, each of several in the pieces of a list
/// that name theirs in several ways.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Columns([BTreeSet<String>; 4]);

impl Columns {
    pub(crate) fn new(names: [Option<String>; 4]) -> Self {
        Self(names.map(|name| name.into_iter().collect()))
    }

    /// Those that a layout names.
    pub(crate) fn of(layout: &ContactLayout) -> Self {
        let ContactLayout { probability_column, kind_column, group_by, attempts_column, .. } = layout;
        Self::new([probability_column, kind_column, group_by, attempts_column].map(Clone::clone))
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for (names, more) in self.0.iter_mut().zip(&other.0) {
            names.extend(more.iter().cloned());
        }
    }

    /// By what they say.
    pub(crate) fn named(&self) -> Vec<(&'static str, Vec<String>)> {
        let roles = ["probability", "kind", "group", "attempts"].into_iter().zip(&self.0);
        roles
            .filter(|(_, names)| !names.is_empty())
            .map(|(role, names)| (role, names.iter().cloned().collect()))
            .collect()
    }
}
