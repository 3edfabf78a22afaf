//! The answer of `forecast`.

use outreach::{Contacts, Kind, Parameter, Pmf, Rates};
use serde_json::{Value, json};

use super::csv::{Cell, Sheet};
use super::document::Table;
use super::json::{QUANTILES, exact_summary, keyed};
use super::number::{grouped, percent, plain};
use super::{Answer, Document, provenance};

/// What became of a table's rows.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub(crate) read: u64,
    rejected: u64,
    /// Of the first rejected ones the line and the reason.
    first: Vec<(u64, String)>,
    /// The first line that was read as Latin-1.
    pub(crate) latin1: Option<u64>,
}

impl Rows {
    /// So many rejected rows are told one by one.
    const TOLD: usize = 5;

    pub(crate) fn reject(&mut self, line: u64, reason: String) {
        self.rejected += 1;
        if self.first.len() < Self::TOLD {
            self.first.push((line, reason));
        }
    }

    pub(crate) fn rejected(&self) -> u64 {
        self.rejected
    }

    /// `3 of 120 rows are rejected: line 4, …`.
    pub(crate) fn told(&self) -> String {
        let first: Vec<_> = self.first.iter().map(|(line, reason)| format!("line {line}, {reason}")).collect();
        let more = if self.rejected > first.len() as u64 { "; …" } else { "" };
        let (rejected, read) = (grouped(self.rejected), grouped(self.read));
        format!("{rejected} of {read} rows are rejected: {}{more}", first.join("; "))
    }
}

/// The law of each group, that of all contacts first.
#[derive(Debug)]
pub(crate) struct Forecast {
    rates: Rates,
    groups: Vec<Group>,
    rows: Rows,
    at_least: Vec<u32>,
    of_kinds: [bool; 2],
}

#[derive(Debug)]
struct Group {
    /// `None` for the whole list.
    name: Option<String>,
    contacts: u64,
    law: Pmf,
}

impl Forecast {
    pub(crate) fn new(
        rates: &Rates,
        groups: Vec<(String, Contacts)>,
        grouped: bool,
        rows: Rows,
        at_least: &[u32],
    ) -> outreach::Result<Self> {
        let mut all = Contacts::default();
        for (_, contacts) in &groups {
            all.merge(contacts);
        }
        let of_kinds = Kind::ALL.map(|kind| all.of_kind(kind) > 0);
        let groups = groups.into_iter().filter(|_| grouped).map(|(name, contacts)| (Some(name), contacts));
        let group = |(name, contacts): (Option<String>, Contacts)| {
            Ok(Group { name, contacts: contacts.contacts(), law: contacts.law(rates)? })
        };
        let groups = std::iter::once((None, all)).chain(groups).map(group).collect::<outreach::Result<_>>()?;
        Ok(Self { rates: rates.clone(), groups, rows, at_least: at_least.to_vec(), of_kinds })
    }

    /// Whether a rate decides how contacts of the kinds in the list do.
    fn decides(&self, parameter: Parameter) -> bool {
        let key = parameter.key();
        let [cold, warm] = self.of_kinds;
        (cold && key.starts_with("cold.")) || (warm && (key.starts_with("warm.") || key.starts_with("incident.")))
    }

    fn assumptions(&self) -> Vec<&'static str> {
        let assumed = |parameter: &Parameter| self.rates.provenance(*parameter) == outreach::Provenance::Assumed;
        let deciding = Parameter::ALL.into_iter().filter(|parameter| self.decides(*parameter));
        deciding.filter(assumed).map(Parameter::key).collect()
    }
}

impl Group {
    fn shown_name(&self) -> String {
        match self.name.as_deref() {
            None => "all contacts".to_owned(),
            Some("") => "(empty)".to_owned(),
            Some(name) => name.to_owned(),
        }
    }

    fn quantiles(&self) -> [usize; 5] {
        QUANTILES.map(|q| self.law.quantile(q))
    }
}

impl Answer for Forecast {
    fn document(&self) -> Document {
        let mut document = Document::default();
        let all = &self.groups[0];
        let contacts = if all.contacts == 1 { "one contact, one call" } else { "contacts, one call each" };
        let number = if all.contacts == 1 { String::new() } else { format!("{} ", grouped(all.contacts)) };
        document.heading(format!("Meetings held from {number}{contacts}")).gap();
        let [low, .., high] = all.quantiles();
        let mean = plain(all.law.mean());
        document.line(format!(
            "About {mean} meetings; nine such lists in ten bring {low} to {high}. All numbers are exact."
        ));
        let quantiles = QUANTILES.map(|q| format!("{} %", 100.0 * q));
        let header = ["", "contacts", "mean", "sd"].map(str::to_owned).into_iter().chain(quantiles);
        let at_least = self.at_least.iter().map(|count| format!("≥ {count}"));
        let mut table = Table::with_header(header.chain(at_least).collect());
        for group in &self.groups {
            let law = &group.law;
            let moments = [grouped(group.contacts), plain(law.mean()), plain(law.sd())];
            let quantiles = group.quantiles().map(|count| count.to_string());
            let at_least = self.at_least.iter().map(|count| percent(law.at_least(*count as usize)));
            table.row(std::iter::once(group.shown_name()).chain(moments).chain(quantiles).chain(at_least));
        }
        document.table(table);
        if self.of_kinds.contains(&true) {
            provenance::lines_of_rates(&mut document, &self.rates);
        }
        document
    }

    fn json(&self) -> Value {
        let deciding = Parameter::ALL.into_iter().filter(|parameter| self.decides(*parameter));
        let scenario = provenance::rates(&self.rates, deciding);
        let mut answer = provenance::head("forecast", scenario.into(), &self.assumptions());
        answer.insert("contacts".into(), self.groups[0].contacts.into());
        let (read, rejected) = (self.rows.read, self.rows.rejected);
        answer.insert("rows".into(), json!({ "read": read, "used": read - rejected, "rejected": rejected }));
        let group = |group: &Group| {
            let mut meetings = exact_summary(&group.law);
            meetings.insert("at_least".into(), keyed(&self.at_least, |count| group.law.at_least(count as usize)));
            json!({ "group": group.name, "contacts": group.contacts, "meetings": meetings })
        };
        answer.insert("groups".into(), self.groups.iter().map(group).collect());
        answer.into()
    }

    fn csv(&self) -> Sheet {
        let quantiles = QUANTILES.map(|q| format!("q{q}"));
        let header = ["group", "contacts", "mean", "sd"].map(str::to_owned).into_iter().chain(quantiles);
        let mut sheet = Sheet::new(header.chain(self.at_least.iter().map(|count| format!("at_least_{count}"))));
        for group in &self.groups {
            let law = &group.law;
            let name = group.name.as_deref().unwrap_or_default();
            let numbers = [group.contacts as f64, law.mean(), law.sd()];
            let quantiles = group.quantiles().map(|count| count as f64);
            let at_least = self.at_least.iter().map(|count| law.at_least(*count as usize));
            let numbers = numbers.into_iter().chain(quantiles).chain(at_least).map(Cell::Number);
            sheet.row(std::iter::once(Cell::from(name)).chain(numbers));
        }
        sheet
    }

    fn notes(&self) -> Vec<String> {
        let rejected = (self.rows.rejected > 0).then(|| self.rows.told());
        let latin1 = self.rows.latin1.map(|line| format!("line {line} is not UTF-8: it is read as Latin-1"));
        rejected.into_iter().chain(latin1).collect()
    }
}
