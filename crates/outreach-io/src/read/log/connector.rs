//! Whether a call was cold or warm, and who recommended the caller.

use std::sync::Arc;

use outreach::Kind;

use super::role::Role;
use super::row::{NoCall, Reader};
use crate::read::contact_layout::kind_of_parts;
use crate::read::table::Row;
use crate::read::vocabulary::known as vocabulary;
use crate::read::words::plain_word;

impl Reader {
    /// The kind, and who recommended the caller.
    pub(super) fn kind(&mut self, row: &Row) -> Result<(Kind, Arc<str>), NoCall> {
        let (kind, connector) = (self.columns.cell(row, Role::Kind), self.columns.person(row, Role::Connector));
        let is_named = self.connectors.names(&self.exporters, &connector);
        let mut connector = if is_named { self.shared(&connector) } else { self.nobody.clone() };
        // Whoever calls recommends nobody to himself.
        if is_named && self.columns.has(Role::Caller) && connector == self.shared(&self.columns.cell(row, Role::Caller))
        {
            self.own += 1;
            connector = self.nobody.clone();
        }
        let is_nobody = connector.is_empty();
        if kind.is_empty() && !is_nobody {
            return Ok((Kind::Warm, connector));
        }
        if !self.columns.has(Role::Kind) {
            return Ok((Kind::Cold, connector));
        }
        // Where the words of one kind are named, no other word is of that kind.
        let (names_cold, names_warm) = (!self.layout.cold_words.is_empty(), !self.layout.warm_words.is_empty());
        let exporters = &self.exporters;
        let known = |word: &str| match vocabulary().meaning(exporters, "kind", &plain_word(word))? {
            "cold" | "channel" if !names_cold => Some(Kind::Cold),
            "warm" if !names_warm => Some(Kind::Warm),
            _ => None,
        };
        // What a channel is called together with says no more than the channel.
        let of_parts = |word: &str| kind_of_parts(word, |part| known(part).filter(|_| !vocabulary().is_channel(part)));
        match self.kinds.of(&kind, |word| known(word).or_else(|| of_parts(word))) {
            Some(Kind::Cold) if !is_nobody => Ok((self.recommended(&kind, names_cold), connector)),
            Some(kind) => Ok((kind, connector)),
            None => Err(NoCall::Other(kind.into_owned())),
        }
    }

    /// The kind of a call that a connector recommended, and a word calls cold: one for where contacts come from gives way.
    fn recommended(&mut self, word: &str, names_cold: bool) -> Kind {
        if !names_cold && vocabulary().is_channel(word) {
            return Kind::Warm;
        }
        self.cold_with_connector += 1;
        Kind::Cold
    }
}
