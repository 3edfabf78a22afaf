//! What the rows of a list say of contacts.

use outreach::{Campaign, Contact, Kind, Probability};

use super::amount::{amount, is_nothing, is_percent, percent_column};
use super::columns::{is_headless, made_calls, other_kinds, tally};
use super::likely;
use super::persons::Persons;
use super::standing::Standings;
use super::totals::Totals;
use crate::error::{Result, refused};
use crate::language::{Bilingual, Language};
use crate::read::assumed::Assumed;
use crate::read::connectors::Connectors;
use crate::read::contact_layout::{Columns, ContactLayout, asks, is_answer};
use crate::read::hashes::Doubles;
use crate::read::meanings::Meanings;
use crate::read::rows::{Rows, Word};
use crate::read::scenario::number;
use crate::read::table::{Row, Table};
use crate::read::vocabulary::{Exporter, known};
use crate::read::words::{letters, plain_word};

/// Where a contact's row says what.
pub(super) struct Reading<'a> {
    pub(super) probability: Option<usize>,
    /// The cells of the header.
    width: usize,
    kind: Option<usize>,
    /// Who recommended the caller, where probabilities do not tell all.
    connector: Option<usize>,
    attempts: Option<usize>,
    pub(super) group: Option<usize>,
    /// Numbers of the probability column without a sign are per cent.
    is_percent: bool,
    /// What that is concluded from, if not from the column's name alone.
    assumed: Option<Assumed>,
    pub(super) is_certain: bool,
    pub(super) totals: Totals,
    /// About this many rows stand there again, word for word.
    doubles: u64,
    /// About this many further ones are of a person who stands there already, by these columns.
    persons_again: Option<(u64, Vec<usize>)>,
    /// A column that tells other kinds than the one that is used.
    other_kinds: Option<usize>,
    /// A column that seems to count contacts.
    tally: Option<usize>,
    exporters: Vec<&'static Exporter>,
    kinds: Meanings<Kind>,
    /// Of which kind a contact is if the column of kinds says yes.
    asks: Option<Kind>,
    /// Of which kind one is if it has a sign for yes, and nothing stands there.
    unsigned: Option<Kind>,
    connectors: Connectors,
    /// Contacts whose kind is cold, though somebody recommends the caller to them.
    cold_with_connector: u64,
    standings: Standings,
    /// The column that says how calls ended, beside the probabilities.
    made: Option<usize>,
    layout: &'a ContactLayout,
}

impl<'a> Reading<'a> {
    pub(super) fn find(table: &Table, layout: &'a ContactLayout) -> Result<Self> {
        let exporters = known().exporters(table.header(), &table.sample);
        let header: Vec<_> = table.header().iter().map(|name| letters(name)).collect();
        let usual =
            |role| known().columns(role).iter().find_map(|name| header.iter().position(|column| column == name));
        let asked = |option, name: &Option<String>| name.as_deref().map(|name| table.column(option, name)).transpose();
        let is_kind = |cell: &str| {
            known().meaning(&exporters, "kind", &plain_word(cell)).is_some()
                || layout.kind_among(&exporters, None, cell).is_some()
        };
        let is_said = |column: &usize| {
            let (all, said) =
                table.sampled(*column).fold((0, 0), |(all, said), cell| (all + 1, said + usize::from(is_kind(cell))));
            (said, letters(table.column_name(*column)) == "kind" || all > 0 && 2 * said > all)
        };
        let probability = asked("--probability-column", &layout.probability_column)?
            .or_else(|| usual("probability"))
            .or_else(|| percent_column(table))
            .or_else(|| likely::probabilities(table));
        // Words of kinds say who was recommended; where contacts come from does not.
        let is_told = |column: &usize| table.sampled(*column).any(|cell| !known().is_channel(cell));
        let said = usual("kind").filter(|kind| is_said(kind).1);
        let kind = asked("--kind-column", &layout.kind_column)?
            .or_else(|| said.filter(is_told))
            .or_else(|| likely::asked(table))
            .or(said);
        let connector = usual("connector").filter(|column| probability.is_none() && kind != Some(*column));
        // A column whose words are known in part is the one that is meant, and its other words are what is wrong.
        let kind =
            kind.or_else(|| usual("kind").filter(|kind| probability.or(connector).is_none() && is_said(kind).0 > 0));
        let attempts = asked("--attempts-column", &layout.attempts_column)?;
        let group = asked("--group-by", &layout.group_by)?;
        let mut is_percent = probability.is_some_and(|column| is_percent(table.column_name(column)));
        is_percent &= probability.is_some();
        let made = made_calls(table, &exporters, probability.is_some());
        if let (None, Some(column)) = (probability, made) {
            let (name, column) = (table.name(), table.column_name(column));
            return Err(refused(|say| say.looks_like_a_log(name, column)));
        }
        if is_headless(table, probability.or(kind)) {
            return Err(refused(|say| say.no_header(table.name())));
        }
        if probability.or(kind).or(connector).is_none() {
            let hint = |say: Language| if table.header().len() < 2 { say.or_layout() } else { String::new() };
            return Err(refused(|say| {
                let meant = likely::meant(say, table, &exporters);
                say.no_probability_column(table.name(), table.columns(say)) + &meant + &hint(say)
            }));
        }
        let asks = kind.and_then(|kind| asks(table.column_name(kind)));
        let other = |kind| if kind == Kind::Cold { Kind::Warm } else { Kind::Cold };
        let unsigned = kind.filter(|kind| likely::has_boxes(table, *kind)).and(asks).map(other);
        let named = [(Kind::Cold, &layout.cold_word), (Kind::Warm, &layout.warm_word)];
        let kinds = Meanings::new(named.map(|(kind, word)| (kind, word.as_slice())).into());
        let standings = Standings::find(table, &exporters, &[probability, kind, connector, attempts, made]);
        Ok(Self {
            probability,
            width: table.header().len(),
            kind,
            connector,
            attempts,
            group,
            is_percent,
            assumed: None,
            is_certain: false,
            totals: Totals::new(probability, kind),
            doubles: 0,
            persons_again: None,
            other_kinds: kind.and_then(|kind| other_kinds(table, &exporters, kind)),
            tally: tally(table, &[probability, kind, attempts, group]),
            exporters,
            kinds,
            asks,
            unsigned,
            connectors: Connectors::of(table, connector),
            cold_with_connector: 0,
            standings,
            made,
            layout,
        })
    }

    /// Looks at the whole column of probabilities: numbers from 2 to 100 are per cent, and nothing but 0 and 1, 0 % and 100 %, is doubted.
    pub(super) fn survey(&mut self, table: &mut Table) -> Result<()> {
        let (mut above, mut between, mut ends, mut of_percent) = (0_u64, 0_u64, 0_u64, 0_u64);
        let mut doubles = Doubles::default();
        let mut persons = Persons::of(table, &[self.probability, self.kind, self.attempts, self.group]);
        self.totals.numbers = persons.as_ref().map(|persons| persons.own.clone()).unwrap_or_default();
        while let Some(row) = table.next()? {
            if !row.is_blank() {
                doubles.add(row.hash());
            }
            if let Some(persons) = &mut persons {
                persons.add(&row);
            }
            let probability = self.probability.and_then(|column| amount(&row.cell(column)));
            let is_contact = self.totals.survey(&row, probability.map(|(number, _)| number));
            match probability.filter(|_| is_contact && !row.exceeds(self.width)) {
                Some((number, _)) if number == 0.0 || (number - 1.0).abs() < f64::EPSILON => ends += 1,
                Some((_, true)) => of_percent += 1,
                Some((number, false)) if number > 1.0 && number <= 100.0 => above += 1,
                Some((number, false)) if number > 0.0 && number < 1.0 => between += 1,
                _ => {}
            }
        }
        self.totals.settle();
        let is_small = self.is_percent && above + of_percent == 0 && between > 0;
        let is_concluded = !self.is_percent && above > 0 && between == 0;
        self.is_percent |= is_concluded;
        self.is_certain = above + between + of_percent == 0 && ends > 1;
        let name = self.probability.map(|column| table.column_name(column).to_owned());
        self.assumed = match () {
            () if is_small => name.map(Assumed::SmallPercent),
            () if is_concluded || self.is_percent && self.is_certain => name.map(Assumed::Percent),
            () => None,
        };
        // Rows that say no more than how likely they are may well be alike.
        let used = [self.probability, self.kind, self.group];
        let tells_apart = (0..table.header().len()).any(|column| !used.contains(&Some(column)));
        self.doubles = if tells_apart { doubles.met() } else { 0 };
        // What is the same word for word is said as such.
        let again = persons.map(Persons::again).filter(|(rows, _)| *rows > self.doubles);
        self.persons_again = again.map(|(rows, columns)| (rows - self.doubles, columns));
        table.rewind()
    }

    /// Whether a row's contact is not to be called, which may have a probability of its own.
    pub(super) fn leave_out(&mut self, row: &Row, number: Option<(f64, bool)>) -> bool {
        let has_own = number.is_some() || self.probability.is_some_and(|column| !is_nothing(&row.cell(column)));
        !row.exceeds(self.width) && self.standings.leave_out(&self.exporters, row, has_own)
    }

    /// The words that were named and that no row said.
    fn unmet(&self) -> Vec<String> {
        if self.kinds.is_empty() { Vec::new() } else { self.kinds.unmet() }
    }

    /// What the words of kinds were taken for, once all rows were read.
    pub(super) fn tell_words(&self, table: &Table, rows: &mut Rows) {
        rows.doubt_unmet(self.unmet());
        rows.words =
            self.kind.map(|kind| self.kinds.words("kind", table.column_name(kind), Kind::key)).unwrap_or_default();
        if let Some(column) = self.connector {
            rows.words.extend(self.connectors.words(table.column_name(column)));
            rows.assumed.extend(self.connectors.doubts(&self.exporters, table.column_name(column)));
        }
        self.standings.tell(table, rows);
        if let (Some(kind), Some(connector), 1..) = (self.kind, self.connector, self.cold_with_connector) {
            let [kind, connector] = [kind, connector].map(|column| table.column_name(column).to_owned());
            rows.assume(Assumed::ColdWithConnector(self.cold_with_connector, kind, connector));
        }
        if self.layout.cold_word.is_none() && self.layout.warm_word.is_none() {
            if self.connector.is_none() {
                rows.doubt_channels();
            }
            self.doubt_answers(rows);
        }
    }

    /// Doubts a yes and a no that name no kind, in a column that does not ask for warm contacts.
    fn doubt_answers(&self, rows: &mut Rows) {
        let kinds = || rows.words.iter().filter(|word| word.role == "kind");
        let is_one = |word: &&Word| is_answer(&plain_word(&word.word));
        let is_told = kinds().any(|word| word.meaning == Kind::Warm.key() && !is_one(&word))
            || !kinds().any(|word| is_one(&word));
        if let Some(first) = kinds().next().filter(|_| self.asks != Some(Kind::Warm) && !is_told) {
            let of = |kind: Kind| {
                let of_kind = kinds().filter(|word| word.meaning == kind.key());
                of_kind.map(|word| (word.word.clone(), word.rows)).collect()
            };
            let doubt = Assumed::Answers(first.column.clone(), [of(Kind::Cold), of(Kind::Warm)]);
            rows.assume(doubt);
        }
    }

    pub(super) fn tell(&self, table: &Table, rows: &mut Rows) -> Columns {
        let name = |column: usize| table.column_name(column).to_owned();
        let names = |columns: &Vec<usize>| columns.iter().map(|column| name(*column)).collect::<Vec<_>>().join("`, `");
        let counts_attempts = |column: usize| known().columns("attempts").contains(&letters(table.column_name(column)));
        let kinds = self.other_kinds.zip(self.kind);
        let doubts = [
            (self.doubles > 0).then_some(Assumed::ContactsAgain(self.doubles)),
            self.persons_again.as_ref().map(|(rows, columns)| Assumed::PersonsAgain(*rows, names(columns))),
            kinds.map(|(other, kind)| Assumed::OtherKinds(name(kind), name(other))),
            self.tally.map(|column| Assumed::Tally(name(column), counts_attempts(column))),
            self.made.map(name).map(Assumed::Made),
            likely::chances(table).filter(|_| self.probability.is_none()).map(name).map(Assumed::Chances),
            self.kind.filter(|_| self.unsigned.is_some()).map(name).map(Assumed::Boxes),
            self.probability.filter(|_| self.is_certain).map(name).map(Assumed::Certain),
        ];
        rows.assumed.extend(doubts.into_iter().flatten());
        let columns =
            Columns::new([self.probability, self.kind, self.group, self.attempts].map(|column| column.map(name)));
        rows.columns = columns.named();
        rows.columns.extend(self.connector.map(|column| ("connector", vec![name(column)])));
        rows.assumed.extend(self.assumed.clone());
        if self.kind.is_none() {
            rows.assumed.extend(self.connector.map(name).map(Assumed::Connectors));
        }
        columns
    }

    /// A contact of a kind with the attempts behind it, which are said of everybody where there is such a column.
    fn of_kind(&self, row: &Row, kind: Kind) -> Result<Contact, (Option<usize>, Bilingual)> {
        let Some(column) = self.attempts else { return Ok(Contact::OfKind(kind)) };
        let text = row.cell(column);
        let read = number(&text).filter(|number| number.fract() == 0.0);
        match read.filter(|number| (0.0..=f64::from(Campaign::MAX_ATTEMPTS)).contains(number)) {
            Some(attempts) => Ok(Contact::CalledBefore(kind, attempts as u32)),
            None if text.is_empty() => Err((Some(column), Bilingual::new(Language::attempts_missing))),
            None => Err((Some(column), Bilingual::new(|say| say.no_attempts_made(&text)))),
        }
    }

    /// A probability counts before a kind. Else the column that is to blame and the reason why the row is none.
    pub(super) fn contact(
        &mut self,
        row: &Row,
        number: Option<(f64, bool)>,
    ) -> Result<Contact, (Option<usize>, Bilingual)> {
        if row.exceeds(self.width) {
            return Err((None, Bilingual::new(|say| say.too_many_cells(row.len(), self.width))));
        }
        let cell = |column: Option<usize>| column.map_or("".into(), |column| row.cell(column));
        let (probability, kind) = (cell(self.probability), cell(self.kind));
        if number.is_some() || !is_nothing(&probability) {
            let number = number.and_then(|(number, is_percent)| {
                let parts = if self.is_percent && !is_percent { 100.0 } else { 1.0 };
                Probability::new(number / parts).ok()
            });
            let accepted = |say: Language| if self.is_percent { say.of_a_hundred() } else { say.of_one() };
            let wrong = || (self.probability, Bilingual::new(|say| say.no_probability(&probability, accepted(say))));
            return number.map(Contact::Own).ok_or_else(wrong);
        }
        let connector = cell(self.connector);
        let is_recommended = self.connectors.names(&self.exporters, &connector);
        if is_recommended && (kind.is_empty() || self.kind.is_none()) {
            return self.of_kind(row, Kind::Warm);
        }
        if self.kind.is_none() && self.connector.is_some() {
            return self.of_kind(row, Kind::Cold);
        }
        if let (true, Some(unsigned)) = (kind.is_empty(), self.unsigned) {
            return self.of_kind(row, unsigned);
        }
        let [cold, warm] = [&self.layout.cold_word, &self.layout.warm_word];
        match self.kinds.of(&kind, |kind| self.layout.kind_among(&self.exporters, self.asks, kind)) {
            // Where contacts come from gives way.
            Some(Kind::Cold) if is_recommended && self.layout.is_channel(&kind) => self.of_kind(row, Kind::Warm),
            Some(of_kind) => {
                self.cold_with_connector += u64::from(is_recommended && of_kind == Kind::Cold);
                self.of_kind(row, of_kind)
            }
            None if kind.is_empty() => Err((None, Bilingual::new(Language::neither_probability_nor_kind))),
            None => {
                let word = |word: &Option<String>, usual: &str| word.clone().unwrap_or_else(|| usual.to_owned());
                Err((self.kind, Bilingual::new(|say| say.no_kind_word(&kind, word(cold, "cold"), word(warm, "warm")))))
            }
        }
    }
}
