//! Parts of a list of contacts, which were read elsewhere, and how they are joined.

use outreach::{Contacts, PoissonBinomial};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::assumed::Assumed;
use super::contact_layout::{Columns, ContactLayout};
use super::contacts::{List, MOST_GROUPS};
use super::part_file::{framed, unframed};
use super::scenario::Scenario;
use super::source::Source;
use crate::Language;
use crate::error::{Result, refused, refused_at};

/// The first word of the file, and the number of its form.
const BEGINNING: &str = "outreach-list 1 ";

/// Some of the pieces into which a list of contacts was cut, as what they come to; joined in any order they are the
/// list, to the last bit of its distributions.
///
/// The file has a line with the checksum of the second one, which holds this as JSON.
///
/// ```
/// use outreach::{Contact, Contacts, Probability};
/// use outreach_io::ask::ForecastQuestion;
/// use outreach_io::{Answer, ListPart, Scenario};
///
/// let mut list = ListPart::new("contacts of May", 2, None, false)?;
/// for (piece, p) in [(2, 0.35), (1, 0.2)] {
///     let mut part = ListPart::new("contacts of May", 2, Some(piece), false)?;
///     let mut contacts = Contacts::default();
///     contacts.push(Contact::Own(Probability::new(p)?));
///     part.push("", &contacts)?;
///     list.merge("part", &ListPart::read("part", &part.bytes())?)?;
/// }
/// let answer = ForecastQuestion::new(Scenario::of_layers(&[])?).run_parts(list)?;
/// assert!((answer.distribution().mean() - 0.55).abs() < 1e-15);
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListPart {
    /// The library that read it.
    version: String,
    list: String,
    of: u64,
    /// From 1 up.
    pieces: BTreeSet<u64>,
    is_grouped: bool,
    groups: BTreeMap<String, Contacts>,
    #[serde(default)]
    columns: Columns,
    /// Columns of tables whose numbers were taken for per cent.
    #[serde(default)]
    percent: BTreeSet<String>,
    /// The rows of each word that tells of a channel and not of a kind, by its column.
    #[serde(default)]
    channels: WordsByColumn,
    /// The rows of each word by which contacts of tables were left out, and by which they may not be to be called.
    #[serde(default)]
    left_out: WordsByColumn,
    #[serde(default)]
    not_left_out: WordsByColumn,
    /// Rows of tables that are no contacts, by what they are.
    #[serde(default)]
    others: BTreeMap<String, u64>,
    /// Columns of tables whose names of connectors tell who is warm.
    #[serde(default)]
    connectors: BTreeSet<String>,
}

type WordsByColumn = BTreeMap<String, BTreeMap<String, u64>>;

fn add<'a>(words: &mut WordsByColumn, column: &str, more: impl IntoIterator<Item = (&'a String, &'a u64)>) {
    let of_column = words.entry(column.to_owned()).or_default();
    for (word, rows) in more {
        *of_column.entry(word.clone()).or_default() += rows;
    }
}

impl ListPart {
    /// Of a list that was cut into this many pieces: no contact yet, neither of one of them nor, for `None`, of any.
    /// Parts that call their list by another name are parts of another one.
    ///
    /// # Errors
    /// For a piece that there is not.
    pub fn new(list: &str, of: u64, piece: Option<u64>, is_grouped: bool) -> Result<Self> {
        if let Some(piece) = piece.filter(|piece| !(1..=of).contains(piece)) {
            return Err(refused(|say| say.no_such_piece(piece, of)));
        }
        let version = env!("CARGO_PKG_VERSION").to_owned();
        Ok(Self {
            version,
            list: list.to_owned(),
            of,
            pieces: piece.into_iter().collect(),
            is_grouped,
            groups: BTreeMap::new(),
            columns: Columns::default(),
            percent: BTreeSet::new(),
            channels: WordsByColumn::new(),
            left_out: WordsByColumn::new(),
            not_left_out: WordsByColumn::new(),
            others: BTreeMap::new(),
            connectors: BTreeSet::new(),
        })
    }

    /// Adds contacts of a group; without groups that has no name.
    ///
    /// # Errors
    /// For more groups than a list can have.
    pub fn push(&mut self, group: &str, contacts: &Contacts) -> Result<()> {
        self.groups.entry(group.to_owned()).or_default().merge(contacts);
        self.check_groups()
    }

    /// Adds the columns that its contacts were read from.
    pub fn read_from(&mut self, layout: &ContactLayout) {
        self.columns.add(&Columns::of(layout));
    }

    /// Adds the rows of words that are channels ([`ContactLayout::is_channel`]) in the column of this name: these are doubted.
    pub fn doubt(&mut self, column: &str, channels: impl IntoIterator<Item = (String, u64)>) {
        let channels: BTreeMap<_, _> = channels.into_iter().collect();
        add(&mut self.channels, column, &channels);
    }

    /// Adds the contacts of a table, none of whose rows may be wrong.
    ///
    /// # Errors
    /// As [`ForecastQuestion::run`](crate::ask::ForecastQuestion::run).
    pub fn push_table(&mut self, name: &str, source: impl Source + 'static, layout: &ContactLayout) -> Result<()> {
        let layout = ContactLayout { strict: true, ..layout.clone() };
        let list = List::read(name, source, &layout, &Scenario::of_layers(&[])?, None)?;
        self.columns.add(&list.columns);
        for (words, told) in
            [(&mut self.left_out, &list.rows.left_out), (&mut self.not_left_out, &list.rows.not_left_out)]
        {
            for (column, told) in told {
                add(words, column, told.iter().map(|(word, rows)| (word, rows)));
            }
        }
        for (why, rows) in &list.rows.others {
            *self.others.entry(why.clone()).or_default() += rows;
        }
        for assumed in list.rows.assumed {
            match assumed {
                Assumed::Percent(column) | Assumed::SmallPercent(column) => drop(self.percent.insert(column)),
                Assumed::Connectors(column) => drop(self.connectors.insert(column)),
                Assumed::Channels(column, words) => self.doubt(&column, words),
                _ => {}
            }
        }
        self.add(&list.groups)
    }

    /// Adds another part of the same list; `name` is what errors call it.
    ///
    /// # Errors
    /// For a part of another list, and for pieces that are here already. Nothing is added then.
    pub fn merge(&mut self, name: &str, other: &Self) -> Result<()> {
        let differ = |what: &str, one: &str, other: &str| {
            if one == other {
                return Ok(());
            }
            Err(refused_at(name, |say| say.of_another_list(what, other, one)))
        };
        differ("version", &self.version, &other.version)?;
        differ("list", &self.list, &other.list)?;
        differ("number of pieces", &self.of.to_string(), &other.of.to_string())?;
        differ("groups", &self.is_grouped.to_string(), &other.is_grouped.to_string())?;
        if let Some(piece) = self.pieces.intersection(&other.pieces).next() {
            return Err(refused_at(name, |say| say.piece_twice(piece, self.of)));
        }
        if self.contacts() + other.contacts() > u128::from(PoissonBinomial::MOST_READ) {
            return Err(refused_at(name, Language::too_many_contacts));
        }
        self.pieces.extend(&other.pieces);
        self.columns.add(&other.columns);
        self.percent.extend(other.percent.iter().cloned());
        self.connectors.extend(other.connectors.iter().cloned());
        for (words, told) in [
            (&mut self.channels, &other.channels),
            (&mut self.left_out, &other.left_out),
            (&mut self.not_left_out, &other.not_left_out),
        ] {
            for (column, told) in told {
                add(words, column, told);
            }
        }
        for (why, rows) in &other.others {
            *self.others.entry(why.clone()).or_default() += rows;
        }
        self.add(&other.groups)
    }

    /// The pieces that are there as a list of their own.
    #[must_use]
    pub fn alone(mut self) -> Self {
        (self.of, self.pieces) = (1, BTreeSet::from([1]));
        self
    }

    /// The pieces that are not there.
    pub fn missing(&self) -> impl Iterator<Item = u64> {
        (1..=self.of).filter(|piece| !self.pieces.contains(piece))
    }

    /// Reads the bytes of a file; `name` is what errors call it.
    ///
    /// # Errors
    /// For bytes that are no part of a list, are one of another version, or are damaged.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self> {
        let part: Self = unframed(BEGINNING, Language::no_part_of_list, name, bytes)?;
        let pieces = part.pieces.iter().all(|piece| (1..=part.of).contains(piece));
        let most = u128::from(PoissonBinomial::MOST_READ);
        if pieces && part.contacts() <= most && part.groups.len() <= MOST_GROUPS {
            Ok(part)
        } else {
            Err(refused_at(name, Language::damaged_list))
        }
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        framed(BEGINNING, self)
    }

    /// The list, once all its pieces are there.
    pub(crate) fn whole(self) -> Result<List> {
        /// So many are named.
        const NAMED: usize = 20;
        let missing: Vec<_> = self.missing().take(NAMED).map(|piece| format!("{piece}/{}", self.of)).collect();
        if !missing.is_empty() {
            let more = if self.missing().nth(NAMED).is_some() { ", …" } else { "" };
            return Err(refused(|say| say.pieces_missing(format!("{}{more}", missing.join(", ")))));
        }
        let mut list = List::of_groups(self.groups, self.is_grouped, self.columns)?;
        for column in self.percent {
            list.rows.assume(Assumed::Percent(column));
        }
        for column in self.connectors {
            list.rows.assume(Assumed::Connectors(column));
        }
        let told =
            |words: WordsByColumn| words.into_iter().map(|(column, words)| (column, words.into_iter().collect()));
        list.rows.left_out = told(self.left_out).collect();
        list.rows.not_left_out = told(self.not_left_out).collect();
        list.rows.other = self.others.values().sum();
        list.rows.read += list.rows.other;
        list.rows.others = self.others.into_iter().collect();
        for (column, words) in self.channels {
            list.rows.doubt(&column, words, Assumed::Channels);
        }
        Ok(list)
    }

    /// Without overflow whatever was read.
    fn contacts(&self) -> u128 {
        self.groups.values().map(Contacts::contacts).map(u128::from).sum()
    }

    fn add(&mut self, groups: &BTreeMap<String, Contacts>) -> Result<()> {
        groups.iter().try_for_each(|(name, contacts)| self.push(name, contacts))
    }

    fn check_groups(&self) -> Result<()> {
        if self.groups.len() > MOST_GROUPS {
            return Err(refused(|say| say.more_than_groups(MOST_GROUPS)));
        }
        Ok(())
    }
}
