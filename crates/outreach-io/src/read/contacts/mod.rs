//! Lists of contacts: rows of a table, each with a probability of its own or a kind.

mod amount;
mod columns;
mod group;
mod likely;
mod persons;
mod reading;
mod standing;
mod totals;

use std::collections::BTreeMap;

use outreach::{BestOrder, Contact, Contacts};

use self::amount::amount;
pub use self::group::group_name;
use self::reading::Reading;
use self::standing::shown;
use self::totals::Totals;
use super::Source;
use super::assumed::Assumed;
use super::contact_layout::{Columns, ContactLayout};
use super::rows::{BARRED, FOOTER, Rows};
use super::scenario::Scenario;
use super::table::{Layout, Table};
use crate::error::{Result, refused};
use crate::language::Language;

/// More groups than this are a column that tells contacts apart.
pub(crate) const MOST_GROUPS: usize = 10_000;

/// The contacts of a list by their groups.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) groups: BTreeMap<String, Contacts>,
    /// Whether a column parts them.
    pub(crate) is_grouped: bool,
    pub(crate) rows: Rows,
    pub(crate) columns: Columns,
    /// Hours, and who is to be called in them.
    pub(crate) order: Option<(f64, BestOrder<u64>)>,
}

impl List {
    pub(crate) fn read(
        name: &str,
        source: impl Source + 'static,
        layout: &ContactLayout,
        scenario: &Scenario,
        hours: Option<f64>,
    ) -> Result<Self> {
        let of_table =
            Layout { delimiter: layout.delimiter, skip_lines: layout.skip_lines, sheet: layout.sheet.as_deref() };
        let mut table = Table::read(name, source, of_table)?;
        let mut columns = Reading::find(&table, layout)?;
        columns.survey(&mut table)?;
        let mut order = best_order(scenario, hours)?;
        let (mut rows, mut groups) = (Rows::default(), Groups::new(columns.group.is_some()));
        if table.titles > layout.skip_lines {
            rows.assume(Assumed::Titles(table.titles));
        }
        let read_from = columns.tell(&table, &mut rows);
        let (mut sure, mut like_a_total) = (0, columns.totals.doubted());
        while let Some(row) = table.next()? {
            if row.is_blank() {
                continue;
            }
            rows.read += 1;
            if columns.totals.is_one(row.line) {
                rows.other(FOOTER.to_owned());
                let mut texts = (0..row.len()).map(|column| row.cell(column)).filter(|cell| !cell.is_empty());
                rows.totals
                    .extend(texts.next().filter(|_| rows.totals.len() <= 2 * Rows::TOLD).map(|text| shown(&text)));
                continue;
            }
            let probability = columns.probability.and_then(|column| amount(&row.cell(column)));
            if columns.leave_out(&row, probability) {
                rows.other(BARRED.to_owned());
                continue;
            }
            match columns.contact(&row, probability) {
                Ok(contact) => {
                    sure += u64::from(matches!(contact, Contact::Own(own) if own.get() >= 1.0));
                    let group = columns.group.map_or("".into(), |column| row.cell(column));
                    groups.push(&group_name(&group), contact);
                    if let Some(order) = &mut order {
                        order.push(row.line, contact)?;
                    }
                }
                Err((column, reason)) => {
                    let line = row.line;
                    like_a_total = like_a_total.filter(|like| *like != line);
                    rows.reject(line, column.map(|column| table.column_name(column)), reason);
                }
            }
            if groups.are_too_many() {
                return Err(refused(|say| say.too_many_groups(name, say.grouped(MOST_GROUPS as u64))));
            }
        }
        let groups = groups.finish();
        rows.assumed.extend(table.latin1().map(Assumed::Latin1));
        rows.assumed.extend(like_a_total.map(Assumed::LikeATotal));
        if sure > 0 && !columns.is_certain {
            rows.assume(Assumed::Sure(sure));
        }
        columns.tell_words(&table, &mut rows);
        rows.check(name, layout.strict, layout.allow_rejected)?;
        if groups.is_empty() {
            let why = |say| match rows.left_out(say).next() {
                _ if rows.read == 0 => Language::no_rows(say),
                Some(left_out) if rows.rejected == 0 => left_out,
                _ => rows.describe(say),
            };
            return Err(refused(|say| say.no_contact_at_all(name, why(say))));
        }
        Ok(Self { groups, is_grouped: columns.group.is_some(), rows, columns: read_from, order: hours.zip(order) })
    }

    /// Of contacts that stand in no table, each with its group if the layout names the column of groups; they have the lines that
    /// they would have in one.
    pub(crate) fn of_contacts<'a>(
        contacts: impl IntoIterator<Item = outreach::Result<(&'a str, Contact)>>,
        layout: &ContactLayout,
        scenario: &Scenario,
        hours: Option<f64>,
    ) -> Result<Self> {
        let (columns, is_grouped) = (Columns::of(layout), layout.group_by.is_some());
        let mut order = best_order(scenario, hours)?;
        let (mut rows, mut groups, mut totals) = (Rows::default(), Groups::new(is_grouped), Totals::default());
        for contact in contacts {
            let (group, contact) = contact?;
            rows.read += 1;
            if let Contact::Own(own) = contact {
                totals.add(rows.read + 1, own.get());
            }
            groups.push(group, contact);
            if let Some(order) = &mut order {
                order.push(rows.read + 1, contact)?;
            }
            if groups.are_too_many() {
                return Err(refused(|say| say.more_than_groups(MOST_GROUPS)));
            }
        }
        let groups = groups.finish();
        if groups.is_empty() {
            return Err(refused(Language::nobody_to_call));
        }
        rows.columns = columns.named();
        rows.assumed.extend(totals.like_a_total.map(Assumed::LikeATotal));
        Ok(Self { groups, is_grouped, rows, columns, order: hours.zip(order) })
    }

    /// Of contacts that came before.
    pub(crate) fn of_groups(groups: BTreeMap<String, Contacts>, is_grouped: bool, columns: Columns) -> Result<Self> {
        let read = groups.values().map(Contacts::contacts).sum();
        if read == 0 {
            return Err(refused(Language::nobody_to_call));
        }
        let rows = Rows { read, columns: columns.named(), ..Rows::default() };
        Ok(Self { groups, is_grouped, rows, columns, order: None })
    }
}

/// Contacts that come one by one, by their groups.
#[derive(Debug)]
struct Groups {
    is_grouped: bool,
    by_name: BTreeMap<String, Contacts>,
    /// To look up a group without a name took ten times as long as all else: the processor stumbles over comparing texts that are
    /// nowhere.
    ungrouped: Contacts,
}

impl Groups {
    fn new(is_grouped: bool) -> Self {
        Self { is_grouped, by_name: BTreeMap::new(), ungrouped: Contacts::default() }
    }

    fn push(&mut self, group: &str, contact: Contact) {
        if !self.is_grouped {
            self.ungrouped.push(contact);
        } else if let Some(contacts) = self.by_name.get_mut(group) {
            contacts.push(contact);
        } else {
            self.by_name.entry(group.to_owned()).or_default().push(contact);
        }
    }

    fn are_too_many(&self) -> bool {
        self.by_name.len() > MOST_GROUPS
    }

    fn finish(mut self) -> BTreeMap<String, Contacts> {
        if self.ungrouped.contacts() > 0 {
            self.by_name.insert(String::new(), self.ungrouped);
        }
        self.by_name
    }
}

fn best_order(scenario: &Scenario, hours: Option<f64>) -> outreach::Result<Option<BestOrder<u64>>> {
    let order = |hours: f64| {
        let order = BestOrder::within(60.0 * hours, scenario.rates(), scenario.effort())?;
        Ok(order.of_attempts(scenario.max_attempts()))
    };
    hours.map(order).transpose()
}
