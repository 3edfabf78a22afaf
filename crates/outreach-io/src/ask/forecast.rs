//! The question of `forecast`.

use outreach::Contact;

use crate::error::Result;
use crate::read::contacts::List;
use crate::read::{ContactLayout, ListPart, Scenario, Source};
use crate::show::forecast::Forecast;

/// The meetings that a list of contacts will bring; contacts that have a kind alone have the scenario's probabilities.
///
/// ```
/// use outreach_io::ask::ForecastQuestion;
/// use outreach_io::{Answer, Scenario};
///
/// let question = ForecastQuestion { at_least: vec![1], ..ForecastQuestion::new(Scenario::of_layers(&[])?) };
/// let answer = question.run("list.csv", std::io::Cursor::new("probability\n0.2\n35 %\n"))?;
/// assert_eq!(answer.json()["contacts"], 2);
/// # Ok::<(), outreach_io::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct ForecastQuestion {
    /// The rates, the minutes, and the attempts at each contact.
    pub scenario: Scenario,
    /// Where the list says what.
    pub layout: ContactLayout,
    /// Also the chance of at least this many meetings, for each of these numbers.
    pub at_least: Vec<u32>,
    /// Also whom to call first in these hours.
    pub hours: Option<f64>,
}

impl ForecastQuestion {
    /// Of a scenario.
    pub fn new(scenario: Scenario) -> Self {
        Self { scenario, layout: ContactLayout::default(), at_least: Vec::new(), hours: None }
    }

    /// Reads a list to its end: a table with a header and one contact per row; `name` is what errors call it.
    ///
    /// # Errors
    /// For a list that cannot be read, has no contact, or rejected rows where none may be.
    pub fn run(&self, name: &str, source: impl Source + 'static) -> Result<Forecast> {
        self.answer(List::read(name, source, &self.layout, &self.scenario, self.hours)?)
    }

    /// Of contacts that stand in no table, each with the name of its group, or the first of them that is none. The layout names
    /// the columns that they come from, if there are any; with one of groups, each group has a forecast.
    ///
    /// # Errors
    /// For a contact that is none, and for no contact at all.
    ///
    /// ```
    /// use outreach::{Contact, Probability};
    /// use outreach_io::Scenario;
    /// use outreach_io::ask::ForecastQuestion;
    ///
    /// let contacts = [0.2, 0.35].map(|p| Probability::new(p).map(|p| ("", Contact::Own(p))));
    /// let answer = ForecastQuestion::new(Scenario::of_layers(&[])?).run_contacts(contacts)?;
    /// assert!((answer.distribution().mean() - 0.55).abs() < 1e-15);
    /// # Ok::<(), outreach_io::Error>(())
    /// ```
    pub fn run_contacts<'a>(
        &self,
        contacts: impl IntoIterator<Item = outreach::Result<(&'a str, Contact)>>,
    ) -> Result<Forecast> {
        self.answer(List::of_contacts(contacts, &self.layout, &self.scenario, self.hours)?)
    }

    /// Of the parts of a list that was read elsewhere, once they are joined; without hours.
    ///
    /// # Errors
    /// For pieces that are missing, which it names, and for no contact at all.
    pub fn run_parts(&self, list: ListPart) -> Result<Forecast> {
        self.answer(list.whole()?)
    }

    fn answer(&self, list: List) -> Result<Forecast> {
        Forecast::of(list, &self.scenario, &self.at_least)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::{Answer, Language, TextStyle};

    const LONG: [&str; 6] = [
        "Recommandation de la part d'un client satisfait",
        "Referral by an old colleague of mine",
        "Empfehlung von einer langjährigen Kundin",
        "cold, bought list of the chamber of commerce",
        "cold (telephone book of the whole county)",
        "Kaltakquise, Adressen vom Adresshändler",
    ];

    /// Whether the text of a list in nine groups, which is no longer than a screen, says what its words mean.
    fn tells_its_words(words: [&str; 6], group: &str, hours: Option<f64>, language: Language) -> bool {
        let rows = (0..200).map(|row| {
            let own = if row % 3 == 0 { format!("0.{:02}", 1 + row % 97) } else { String::new() };
            format!("P{row};{own};{};{group} {}\n", words[row % words.len()], row % 9)
        });
        let header = format!("Name;Probability of a meeting;Type de contact;{group}\n");
        let list: String = std::iter::once(header).chain(rows).collect();
        let layout = ContactLayout { group_by: Some(group.to_owned()), ..ContactLayout::default() };
        let scenario = Scenario::of_layers(&[]).expect("a scenario");
        let at_least = vec![95, 99, 103];
        let question = ForecastQuestion { layout, at_least, hours, ..ForecastQuestion::new(scenario) };
        let answer = question.run("list.csv", Cursor::new(list)).expect("an answer");
        let style = TextStyle { terminal: Some(80), language, ..TextStyle::default() };
        let text = answer.document(style).text();
        assert!(text.lines().count() <= 24, "{}\n{text}", text.lines().count());
        text.contains(" → ")
    }

    #[test]
    fn no_list_leaves_the_screen() {
        let short = ["Recommandé", "Referral", "Empfehlung", "Froid", "Kaltakquise", "cold call"];
        for language in Language::ALL {
            for hours in [None, Some(3.0), Some(40.0)] {
                let tells = tells_its_words(short, "region", hours, language);
                assert!(tells || hours.is_some(), "{language:?}");
                tells_its_words(LONG, "The region that the contact works in", hours, language);
            }
        }
    }
}
