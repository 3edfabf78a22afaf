//! The columns that nobody names: by the names that exporters give them, and by what stands in them.

use outreach::Outcome;

use super::LogLayout;
use super::role::{ByRole, Role};
use crate::read::connectors::{is_way, names};
use crate::read::endings::Ending;
use crate::read::objects::{Object, parted};
use crate::read::table::Table;
use crate::read::vocabulary::{Exporter, known};
use crate::read::words::{letters, plain_word, spaced};
use crate::read::{durations, when};

pub(super) struct Search<'a> {
    pub(super) table: &'a Table,
    pub(super) layout: &'a LogLayout,
    pub(super) exporters: &'a [&'a Exporter],
}

impl Search<'_> {
    /// Notes show this many words of a column.
    pub(super) const SHOWN: usize = 4;

    pub(super) fn of(&self, role: Role, columns: &ByRole) -> Vec<usize> {
        let header: Vec<_> = self.table.header().iter().map(|name| letters(name)).collect();
        let position = |name: &String| header.iter().position(|column| column == name);
        let mut named: Vec<usize> = known().columns_beside(&header, role.key()).filter_map(position).collect();
        let rests: Vec<_> = self.table.header().iter().map(|name| bare(role, name)).collect();
        let bare_position = |name: &String| rests.iter().position(|column| column.as_ref() == Some(name));
        named.extend(known().columns_beside(&header, role.key()).filter_map(bare_position));
        // The shortest lists of names come first, so that our own are found before those of exporters.
        if let Some(own) = position(&letters(role.key())) {
            named.insert(0, own);
        }
        named.retain(|column| !columns.is_used(*column));
        let mut seen = Vec::new();
        named.retain(|column| {
            !seen.contains(column) && {
                seen.push(*column);
                true
            }
        });
        if role == Role::Connector {
            let is_filled = |column: usize| self.filled(column).next().is_some();
            named.sort_by_key(|column| (is_way(self.table.column_name(*column)), !is_filled(*column)));
        }
        if role == Role::Kind {
            // Words of kinds say who was recommended; where contacts come from does not.
            let is_told = |cell: &str| {
                matches!(known().meaning(self.exporters, "kind", &plain_word(cell)), Some("cold" | "warm"))
            };
            named.sort_by_key(|column| !self.filled(*column).any(is_told));
        }
        match role {
            Role::Outcome => self.outcomes(named, columns),
            Role::Direction => {
                // `Sens de l'appel (E/S)`
                let names = known().columns(role.key()).iter().filter(|name| name.len() > 7);
                let begins = |column: &usize| names.clone().any(|name| header[*column].starts_with(name.as_str()));
                let others = (0..header.len()).filter(|column| !named.contains(column) && !columns.is_used(*column));
                let all = named.iter().copied().chain(others.filter(begins));
                all.filter(|column| self.tells_direction(*column) || self.tells_incoming(*column)).collect()
            }
            Role::Date => self.date(&named, columns),
            Role::Held => {
                let found = named.into_iter().find(|column| self.is(role, *column, columns));
                found.or_else(|| self.held_by_words(columns)).into_iter().collect()
            }
            _ => {
                let found = named.into_iter().find(|column| self.is(role, *column, columns));
                match role {
                    Role::Contact | Role::Connector => self.person(role, found, columns),
                    Role::Talk => found.or_else(|| self.talk_by_zeros(columns)).into_iter().collect(),
                    _ => found.into_iter().collect(),
                }
            }
        }
    }

    /// Whether a column and its name are of words that rows have, and nothing else in the header names a column: `Ana,meeting`.
    pub(super) fn is_headless(&self, column: usize) -> bool {
        let header = self.table.header();
        let is_of_rows = |name: &str| self.says("kind", name) || known().ending(self.exporters, name).is_some();
        let is_column = |column: usize| known().is_column(&letters(&header[column]));
        let is_row = |column: usize| {
            let name = &header[column];
            let is_asked = self.filled(column).next().is_some() && self.says_yes_or_no(column);
            is_of_rows(name)
                && (!is_asked || self.says("answer", name) && !is_column(column))
                && self.share(column, is_of_rows) >= 0.5
        };
        is_row(column) && (0..header.len()).all(|column| is_row(column) || !is_column(column))
    }

    pub(super) fn filled(&self, column: usize) -> impl Iterator<Item = &str> {
        self.table
            .sample
            .iter()
            .filter_map(move |row| row.get(column))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
    }

    /// The first different words of a column.
    pub(super) fn words(&self, column: usize) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for cell in self.filled(column) {
            if words.len() < Self::SHOWN && !words.iter().any(|word| word == cell) {
                words.push(cell.to_owned());
            }
        }
        words
    }

    /// The share of a column's cells for which something holds; 1 if there are none.
    pub(super) fn share(&self, column: usize, holds: impl Fn(&str) -> bool) -> f64 {
        let (all, some) =
            self.filled(column).fold((0, 0), |(all, some), cell| (all + 1, some + usize::from(holds(cell))));
        if all == 0 { 1.0 } else { some as f64 / f64::from(all) }
    }

    pub(super) fn says(&self, what: &'static str, cell: &str) -> bool {
        known().meaning(self.exporters, what, &plain_word(cell)).is_some()
    }

    fn is(&self, role: Role, column: usize, columns: &ByRole) -> bool {
        match role {
            Role::Time => columns.has(Role::Date) && self.share(column, |cell| when::time_of_day(cell).is_some()) > 0.5,
            Role::Reached => {
                let answers = |cell: &str| {
                    self.says("answer", cell)
                        || matches!(
                            known().ending(self.exporters, cell),
                            Some(Ending::Of(Outcome::NotReached | Outcome::Answered) | Ending::Rejected)
                        )
                };
                self.share(column, answers) > 0.5 && self.filled(column).next().is_some()
            }
            Role::Held => {
                let known =
                    |cell: &str| self.says("answer", cell) || known().of_a_meeting(self.exporters, cell).is_some();
                self.share(column, known) > 0.5
            }
            Role::Kind if self.tells_both_ways(column) || self.tells_incoming(column) => false,
            Role::Kind => {
                let own = ["kind", "source kind", "call kind", "type de contact"]
                    .contains(&plain_word(self.table.column_name(column)).as_str());
                let tells = |cell: &str| self.says("kind", cell) || self.is_warm_by_parts(cell);
                own || self.share(column, tells) > 0.5
            }
            Role::State => self.is_state(column),
            Role::Talk => self.share(column, |cell| durations::Durations::of_column("").seconds(cell).is_some()) > 0.9,
            Role::AnsweredAt => self.share(column, |cell| when::read(cell).is_some()) > 0.9,
            // The first one whom somebody recommended may come late.
            Role::Connector => {
                let is_named = |cell: &str| names(self.exporters, true, cell);
                !is_way(self.table.column_name(column)) || self.filled(column).any(is_named)
            }
            // `Decision maker` may ask whether one was reached.
            Role::Contact if self.says_yes_or_no(column) && self.filled(column).next().is_some() => false,
            _ => {
                self.filled(column).next().is_some()
                    || self.table.sample.is_empty()
                    || matches!(role, Role::Incident | Role::Names)
            }
        }
    }

    /// The first named column of dates that are not all the same; else any column of dates. Numbers may be anything there.
    fn date(&self, named: &[usize], columns: &ByRole) -> Vec<usize> {
        let share = |column: &usize| self.share(*column, |cell| when::read(cell).is_some());
        let is_filled = |column: &usize| self.filled(*column).next().is_some();
        let is_date = |column: &usize| is_filled(column) && share(column) >= 0.5;
        let varies = |column: &usize| {
            let mut cells = self.filled(*column);
            let first = cells.next();
            cells.any(|cell| Some(cell) != first)
        };
        let is_dated = |column: &usize| {
            is_filled(column)
                && share(column) > 0.9
                && self.filled(*column).all(|cell| cell.contains(['-', '/', ' ', ':']))
                && !is_of_another(&self.name(*column))
        };
        let others =
            (0..self.table.header().len()).filter(|column| !columns.is_used(*column) && !named.contains(column));
        let (dates, rest): (Vec<_>, Vec<_>) = named.iter().copied().partition(is_date);
        // When a row was created may be later than its call; a day alone may be another one.
        let is_created = |column: &usize| self.name(*column).split(' ').any(|word| self.says("creation", word));
        let (created, mut dates): (Vec<_>, Vec<_>) = dates.into_iter().partition(is_created);
        let has_times = |column: &usize| self.filled(*column).any(|cell| cell.contains(':'));
        let is_timed = created.iter().any(has_times);
        let by_cells = || others.clone().filter(is_dated);
        dates.extend(by_cells().filter(|column| !is_timed || has_times(column)).filter(|column| !is_created(column)));
        dates.extend(created);
        let varied = dates.iter().copied().chain(by_cells()).find(varies);
        let found = varied.or_else(|| dates.first().copied());
        found.or_else(|| rest.into_iter().find(is_filled)).into_iter().collect()
    }

    /// A column of whole numbers that is named as numbers of calls are, or stands alone beside words none of which comes twice: rows
    /// may be days, contacts or sums, and no calls.
    pub(super) fn counts(&self, columns: &ByRole) -> Option<usize> {
        let names = known().columns("count");
        let is_apart = |column: usize| {
            let mut words: Vec<_> = self.filled(column).collect();
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            words.len() == all
        };
        let is_pivot =
            columns.first(Role::Outcome).is_some_and(|told| self.table.header().len() == 2 && is_apart(told));
        let counts = |column: &usize| {
            let numbers = || self.filled(*column).map(|cell| cell.parse::<u32>().ok());
            (is_pivot || names.contains(&letters(self.table.column_name(*column))))
                && columns.first(Role::Attempts) != Some(*column)
                && (is_pivot || columns.first(Role::Contact) != Some(*column))
                && numbers().all(|number| number.is_some_and(|number| number < 10_000))
                && numbers().flatten().any(|number| number > 1)
        };
        (0..self.table.header().len()).find(counts).or_else(|| self.tally(columns))
    }

    /// The first of several columns that are named as endings and have nothing but numbers, some above 1: each row sums up many calls.
    fn tally(&self, columns: &ByRole) -> Option<usize> {
        let number = |cell: &str| cell.parse::<u32>().ok();
        let has_numbers = |column: &usize| {
            self.filled(*column).next().is_some() && self.filled(*column).all(|cell| number(cell).is_some())
        };
        let others = (0..self.table.header().len()).filter(|column| columns.first(Role::Contact) != Some(*column));
        let named = others.filter(|column| self.names_ending(*column).is_some());
        let all: Vec<_> = named.filter(has_numbers).collect();
        let is_above = |column: &usize| self.filled(*column).filter_map(number).any(|number| number > 1);
        all.iter().copied().find(is_above).filter(|_| all.len() > 1)
    }

    /// A column in no use that tells of several time zones, in a log with dates.
    pub(super) fn zones(&self, columns: &ByRole) -> Option<usize> {
        let names = known().columns("zone");
        let is_one = |column: &usize| {
            !columns.is_used(*column)
                && names.contains(&letters(self.table.column_name(*column)))
                && self.words(*column).len() > 1
        };
        (0..self.table.header().len()).find(is_one).filter(|_| columns.has(Role::Date))
    }

    pub(super) fn name(&self, column: usize) -> String {
        let name = self.table.column_name(column);
        let bare = parted(name).filter(|(_, object)| *object == Object::Call).map_or(name, |(rest, _)| rest);
        plain_word(&spaced(bare))
    }
}

/// A name without the object that it belongs to, where that may have a column of this role.
fn bare(role: Role, name: &str) -> Option<String> {
    let (rest, object) = parted(name)?;
    let may_have = match object {
        Object::Call => true,
        Object::Person => [Role::Connector, Role::Contact, Role::Caller, Role::Kind].contains(&role),
        Object::Other => role == Role::Connector,
    };
    may_have.then(|| letters(rest))
}

/// Whether a name speaks of another day or call: `Last outcome`, `Follow-up date`.
pub(crate) fn is_of_another(name: &str) -> bool {
    let words: Vec<_> = name.split(' ').collect();
    let is_one = |words: &[&str]| known().meaning(&[], "another", &words.join(" ")).is_some();
    (1..=3).any(|length| words.windows(length).any(is_one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_what_was_before_or_is_expected_were_of_this_call() {
        let others = "Old status;Former result;Initial status;Status after;Expected outcome;Planned outcome;Previous status;Next step;\
                      Ancien statut;Statut précédent;Suite à donner;Résultat attendu;Statut après;Premier résultat;Alter Status;\
                      Vorheriger Status;Früheres Ergebnis;Erwartetes Ergebnis;Erster Status;Estado anterior;Antiguo estado;\
                      Resultado esperado;Resultado previsto;Siguiente estado;Vecchio stato;Stato precedente;Esito atteso;Stato iniziale;\
                      Estado antigo;Resultado anterior;Resultado esperado;Próximo estado;Vorig resultaat;Oude status;\
                      Verwacht resultaat;Eerste status;Volgende status";
        for name in others.split(';') {
            assert!(is_of_another(&plain_word(name)), "{name}");
        }
        let own = "Outcome;Call status;Final result;Suite donnée;Statut de l'appel;RDV prévu;Meeting planned;Geplanter Termin;\
                   Termin geplant;Afspraak gepland;Cita prevista;Appuntamento previsto;Resultado final;Ergebnis;Uitkomst";
        for name in own.split(';') {
            assert!(!is_of_another(&plain_word(name)), "{name}");
        }
    }
}
