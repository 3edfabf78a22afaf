//! `forecast`: the meetings that a list of contacts will bring.

use std::collections::BTreeMap;

use anyhow::Result;
use clap::ArgMatches;
use outreach::{BestOrder, Contact, Contacts, Kind, Probability};

use crate::args::{self, ContactColumns};
use crate::commands::Destination;
use crate::exit::{NoAnswer, wrong_input};
use crate::report::forecast::{Best, Forecast};
use crate::report::rows::Rows;
use crate::scenario::Scenario;
use crate::table::{Row, Table};
use crate::{resolve, scenario};

pub(crate) fn run(args: &args::Forecast, typed: &ArgMatches) -> Result<()> {
    let scenario = resolve::scenario(&args.scenario, None, None, None, typed)?;
    let mut table = Table::open(&args.contacts, args.columns.delimiter)?;
    let columns = Columns::new(&table, &args.columns)?;
    let destination = Destination::open(&args.output)?.with_picture(&args.plot)?;
    let order = |hours: f64| BestOrder::within(60.0 * hours, &scenario.rates, scenario.effort);
    let mut order = args.hours.map(order).transpose()?;
    let (mut rows, mut groups) = (Rows::default(), BTreeMap::<String, Contacts>::new());
    while let Some(row) = table.next()? {
        rows.read += 1;
        let group = columns.group.map_or_else(String::new, |column| row.cell(column).to_owned());
        match columns.contact(&row) {
            Ok(contact) => {
                groups.entry(group).or_default().push(contact);
                if let Some(order) = &mut order {
                    order.push(row.line, contact);
                }
            }
            Err(reason) => rows.reject(row.line, reason),
        }
        if groups.len() > MOST_GROUPS {
            return Err(wrong_input(format!("--group-by: more than {MOST_GROUPS} groups in {}", table.name())));
        }
    }
    rows.latin1 = table.latin1();
    if args.columns.strict && rows.rejected() > 0 {
        return Err(NoAnswer::Rejected(format!("{}: {}", table.name(), rows.told())).into());
    }
    if groups.is_empty() {
        let why = if rows.read == 0 { "it has no rows".to_owned() } else { rows.told() };
        return Err(wrong_input(format!("{}: no contact to be called; {why}", table.name())));
    }
    let groups = groups.into_iter().collect();
    let answer = Forecast::new(&scenario.rates, groups, columns.group.is_some(), rows, &args.at_least.at_least)?;
    let best = args.hours.zip(order).map(|(hours, order)| best(hours, order, &scenario)).transpose()?;
    let answer = answer.with_best(best);
    destination.show(&answer, &args.output)
}

/// More groups than this are a column that tells contacts apart.
const MOST_GROUPS: usize = 10_000;

/// What the hours are best spent on.
fn best(hours: f64, order: BestOrder<u64>, scenario: &Scenario) -> Result<Best> {
    let (first, minutes) = order.first();
    let mut contacts = Contacts::default();
    for (_, contact) in &first {
        contacts.push(*contact);
    }
    let minutes_of = scenario.effort.per_attempt_and_meeting();
    let lines = first.into_iter().map(|(line, _)| line).collect();
    Ok(Best { hours, minutes, minutes_of, lines, law: contacts.law(&scenario.rates)? })
}

/// Where a contact's row says what.
struct Columns<'a> {
    probability: Option<usize>,
    kind: Option<usize>,
    group: Option<usize>,
    asked: &'a ContactColumns,
}

impl<'a> Columns<'a> {
    fn new(table: &Table, asked: &'a ContactColumns) -> Result<Self> {
        let probability =
            table.column("--probability-column", asked.probability_column.as_deref(), &["probability"])?;
        let kind = table.column("--kind-column", asked.kind_column.as_deref(), &["kind"])?;
        let group = table.column("--group-by", asked.group_by.as_deref(), &[])?;
        if probability.is_none() && kind.is_none() {
            let name = table.name();
            let columns = table.columns();
            return Err(wrong_input(format!(
                "{name} has no column `probability` or `kind` (--probability-column and --kind-column name others); {columns}"
            )));
        }
        Ok(Self { probability, kind, group, asked })
    }

    /// A probability counts before a kind. Else the reason why the row is none.
    fn contact(&self, row: &Row) -> Result<Contact, String> {
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let (probability, kind) = (cell(self.probability), cell(self.kind));
        if !probability.is_empty() {
            let number = scenario::number(probability).and_then(|number| Probability::new(number).ok());
            return number.map(Contact::Own).ok_or_else(|| format!("`{probability}` is not a probability (0 to 1)"));
        }
        let is = |value: &str| kind.eq_ignore_ascii_case(value.trim());
        match kind {
            "" => Err("there is neither a probability nor a kind".to_owned()),
            _ if is(&self.asked.cold_value) => Ok(Contact::OfKind(Kind::Cold)),
            _ if is(&self.asked.warm_value) => Ok(Contact::OfKind(Kind::Warm)),
            _ => Err(format!("`{kind}` is no kind ({} or {})", self.asked.cold_value, self.asked.warm_value)),
        }
    }
}
