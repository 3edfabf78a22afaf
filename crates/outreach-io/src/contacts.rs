//! Lists of contacts: rows of a table, each with a probability of its own or a kind.

use std::collections::BTreeMap;
use std::io::Read;

use outreach::{BestOrder, Contact, Contacts, Kind, Probability};

use crate::error::{Result, wrong_input};
use crate::report::Rows;
use crate::report::forecast::Best;
use crate::scenario::number;
use crate::table::{Row, Table};
use crate::{Language, Scenario};

/// More groups than this are a column that tells contacts apart.
pub(crate) const MOST_GROUPS: usize = 10_000;

/// Where a list of contacts says what.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactLayout {
    /// The column with the probability of a meeting; `probability` where it is not told.
    pub probability_column: Option<String>,
    /// The column with the kind of the call; `kind` where it is not told.
    pub kind_column: Option<String>,
    /// The column whose values part the list into groups.
    pub group_by: Option<String>,
    /// What the kind column says of cold calls.
    pub cold_word: String,
    /// What it says of warm calls.
    pub warm_word: String,
    /// What stands between two columns; what the header has most of, where it is not told.
    pub delimiter: Option<u8>,
    /// Whether a rejected row is an error.
    pub strict: bool,
    /// Whether more than half of the rows may be rejected.
    pub allow_rejected: bool,
}

impl Default for ContactLayout {
    fn default() -> Self {
        Self {
            probability_column: None,
            kind_column: None,
            group_by: None,
            cold_word: Kind::Cold.key().to_owned(),
            warm_word: Kind::Warm.key().to_owned(),
            delimiter: None,
            strict: false,
            allow_rejected: false,
        }
    }
}

/// The contacts of a list by their groups.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) groups: BTreeMap<String, Contacts>,
    /// Whether a column parts them.
    pub(crate) is_grouped: bool,
    pub(crate) rows: Rows,
    pub(crate) best: Option<Best>,
}

impl List {
    pub(crate) fn read(
        name: &str,
        source: impl Read + Send + 'static,
        layout: &ContactLayout,
        scenario: &Scenario,
        hours: Option<f64>,
    ) -> Result<Self> {
        let mut table = Table::read(name, source, layout.delimiter)?;
        let columns = Columns::find(&table, layout)?;
        let mut order = best_order(scenario, hours)?;
        let (mut rows, mut groups) = (Rows::default(), BTreeMap::<String, Contacts>::new());
        while let Some(row) = table.next()? {
            rows.read += 1;
            let group = columns.group.map_or_else(String::new, |column| row.cell(column).to_owned());
            let (line, contact) = (row.line, columns.contact(&row));
            match contact {
                Ok(contact) => {
                    groups.entry(group).or_default().push(contact);
                    if let Some(order) = &mut order {
                        order.push(line, contact);
                    }
                }
                Err((column, reason)) => rows.reject(line, column.map(|column| table.column_name(column)), reason),
            }
            if groups.len() > MOST_GROUPS {
                return Err(wrong_input(format!("--group-by: more than {MOST_GROUPS} groups in {name}")));
            }
        }
        rows.latin1 = table.latin1();
        rows.check(name, layout.strict, layout.allow_rejected)?;
        if groups.is_empty() {
            let why = if rows.read == 0 { "it has no rows".to_owned() } else { rows.told(Language::English) };
            return Err(wrong_input(format!("{name}: no contact to be called; {why}")));
        }
        let best = hours.zip(order).map(|(hours, order)| Best::of(hours, order, scenario)).transpose()?;
        Ok(Self { groups, is_grouped: columns.group.is_some(), rows, best })
    }

    /// Of contacts that stand in no table, each with its group; they have the lines that they would have in one.
    pub(crate) fn of_contacts<'a>(
        contacts: impl IntoIterator<Item = outreach::Result<(&'a str, Contact)>>,
        is_grouped: bool,
        scenario: &Scenario,
        hours: Option<f64>,
    ) -> Result<Self> {
        let mut order = best_order(scenario, hours)?;
        let (mut rows, mut groups) = (Rows::default(), BTreeMap::<String, Contacts>::new());
        let mut ungrouped = Contacts::default();
        for contact in contacts {
            let (group, contact) = contact?;
            rows.read += 1;
            // To look up a group without a name took ten times as long as all else: the processor stumbles over comparing
            // texts that are nowhere.
            if !is_grouped {
                ungrouped.push(contact);
            } else if let Some(contacts) = groups.get_mut(group) {
                contacts.push(contact);
            } else {
                groups.entry(group.to_owned()).or_default().push(contact);
            }
            if let Some(order) = &mut order {
                order.push(rows.read + 1, contact);
            }
            if groups.len() > MOST_GROUPS {
                return Err(wrong_input(format!("more than {MOST_GROUPS} groups of contacts")));
            }
        }
        if ungrouped.contacts() > 0 {
            groups.insert(String::new(), ungrouped);
        }
        if groups.is_empty() {
            return Err(wrong_input("no contact to be called"));
        }
        let best = hours.zip(order).map(|(hours, order)| Best::of(hours, order, scenario)).transpose()?;
        Ok(Self { groups, is_grouped, rows, best })
    }

    /// Of contacts that were told before.
    pub(crate) fn of_groups(groups: BTreeMap<String, Contacts>, is_grouped: bool) -> Result<Self> {
        let read = groups.values().map(Contacts::contacts).sum();
        if read == 0 {
            return Err(wrong_input("no contact to be called"));
        }
        let mut rows = Rows::default();
        rows.read = read;
        Ok(Self { groups, is_grouped, rows, best: None })
    }
}

fn best_order(scenario: &Scenario, hours: Option<f64>) -> outreach::Result<Option<BestOrder<u64>>> {
    let order = |hours: f64| BestOrder::within(60.0 * hours, scenario.rates(), scenario.effort());
    hours.map(order).transpose()
}

/// Where a contact's row says what.
struct Columns<'a> {
    probability: Option<usize>,
    kind: Option<usize>,
    group: Option<usize>,
    layout: &'a ContactLayout,
}

impl<'a> Columns<'a> {
    fn find(table: &Table, layout: &'a ContactLayout) -> Result<Self> {
        let probability =
            table.column("--probability-column", layout.probability_column.as_deref(), &["probability"])?;
        let kind = table.column("--kind-column", layout.kind_column.as_deref(), &["kind"])?;
        let group = table.column("--group-by", layout.group_by.as_deref(), &[])?;
        if probability.is_none() && kind.is_none() {
            let name = table.name();
            let columns = table.columns();
            return Err(wrong_input(format!(
                "{name} has no column `probability` or `kind` (--probability-column and --kind-column name others); {columns}"
            )));
        }
        Ok(Self { probability, kind, group, layout })
    }

    /// A probability counts before a kind. Else the column that is to blame and the reason why the row is none.
    fn contact(&self, row: &Row) -> Result<Contact, (Option<usize>, String)> {
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let (probability, kind) = (cell(self.probability), cell(self.kind));
        if !probability.is_empty() {
            let number = number(probability).and_then(|number| Probability::new(number).ok());
            let wrong = || (self.probability, format!("`{probability}` is not a probability (0 to 1)"));
            return number.map(Contact::Own).ok_or_else(wrong);
        }
        let is = |word: &str| kind.eq_ignore_ascii_case(word.trim());
        let ContactLayout { cold_word, warm_word, .. } = self.layout;
        match kind {
            "" => Err((None, "there is neither a probability nor a kind".to_owned())),
            _ if is(cold_word) => Ok(Contact::OfKind(Kind::Cold)),
            _ if is(warm_word) => Ok(Contact::OfKind(Kind::Warm)),
            _ => Err((self.kind, format!("`{kind}` is no kind ({cold_word} or {warm_word})"))),
        }
    }
}
