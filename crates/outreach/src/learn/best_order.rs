//! Whom to call first.

use std::collections::BTreeMap;

use super::contact_yield::expected;
use super::forecast::Contact;
use crate::error::Result;
use crate::model::{Campaign, Effort, Kind, Rates, Stop};

/// The contacts that a budget of minutes is best spent on: those with the most meetings per expected minute come first,
/// and each whose attempts fit what is left of the budget is called. As under [`Stop::Minutes`] the minutes of its meeting may
/// overrun the budget, and the meeting counts.
///
/// # Formula
/// ```text
/// p / (attempt + p · meeting), in minutes; of equal ones the one that was told first
/// ```
/// A warm contact's attempt includes its introduction, unless it was called before; one with a probability of its own takes
/// that of a cold call. Of several attempts, those that are expected.
///
/// Where no exact mean is known it is averaged over drawn worlds, as by [`Contacts::yields`](super::Contacts::yields).
///
/// It keeps all contacts: one of few minutes fits a gap that is known when all are there.
///
/// ```
/// use outreach::{BestOrder, Contact, Effort, Probability, Rates};
///
/// let mut order = BestOrder::within(60.0, &Rates::documented(), Effort::default())?;
/// for (name, p) in [("school", 0.1), ("bakery", 0.5), ("museum", 0.05)] {
///     order.push(name, Contact::Own(Probability::new(p)?))?;
/// }
/// // 4 + 0.5 · 30 = 19 minutes are expected for the bakery, 7 for the school, 5.5 for the museum.
/// let (first, minutes) = order.first();
/// assert_eq!((first[0].0, first[1].0, first[2].0, minutes), ("bakery", "school", "museum", 31.5));
/// # Ok::<(), outreach::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BestOrder<T> {
    budget: f64,
    rates: Rates,
    effort: Effort,
    max_attempts: u32,
    /// P(meeting held) and minutes of a contact of a kind with this many attempts behind it, on average.
    of_kinds: BTreeMap<(usize, u32), [f64; 2]>,
    told: Vec<Ranked<T>>,
}

#[derive(Debug, Clone)]
struct Ranked<T> {
    meetings_per_minute: f64,
    /// Of its attempts, and with its meeting.
    minutes: [f64; 2],
    contact: (T, Contact),
}

impl<T> BestOrder<T> {
    /// Within this many minutes.
    ///
    /// # Errors
    /// As [`Stop::check`] and [`Campaign::new`].
    pub fn within(minutes: f64, rates: &Rates, effort: Effort) -> Result<Self> {
        Stop::Minutes(minutes).check()?;
        let (rates, of_kinds) = (rates.clone(), BTreeMap::new());
        let mut order = Self { budget: minutes, rates, effort, max_attempts: 1, of_kinds, told: Vec::new() };
        for kind in 0..2 {
            order.of_kind(kind, 0)?;
        }
        Ok(order)
    }

    /// The same where each contact of a kind is called up to this many times.
    #[must_use]
    pub fn of_attempts(mut self, max_attempts: u32) -> Self {
        (self.max_attempts, self.of_kinds) = (max_attempts, BTreeMap::new());
        self
    }

    /// Adds a contact, and what to call it.
    ///
    /// # Errors
    /// As [`BestOrder::within`], where attempts have been made or several are to be made.
    pub fn push(&mut self, name: T, contact: Contact) -> Result<()> {
        let [cold, _, meeting] = self.effort.per_attempt_and_meeting();
        let (p, minutes) = match contact {
            Contact::Own(p) => (p.get(), cold + p.get() * meeting),
            Contact::OfKind(kind) => self.of_kind(kind.index(), 0)?,
            Contact::CalledBefore(kind, attempts) => self.of_kind(kind.index(), attempts)?,
        };
        let meetings_per_minute = if p > 0.0 { p / minutes } else { 0.0 };
        let minutes = [minutes - p * meeting, minutes];
        self.told.push(Ranked { meetings_per_minute, minutes, contact: (name, contact) });
        Ok(())
    }

    /// P(meeting held) and the expected minutes of a contact of a kind with this many attempts behind it.
    fn of_kind(&mut self, kind: usize, behind: u32) -> Result<(f64, f64)> {
        if let Some(&[p, minutes]) = self.of_kinds.get(&(kind, behind)) {
            return Ok((p, minutes));
        }
        let one: &[(u32, u64)] = &[(behind, 1)];
        let contacts = if kind == Kind::Cold.index() { [one, &[]] } else { [&[], one] };
        let campaign =
            Campaign::of_called(self.rates.clone(), contacts, self.max_attempts)?.with_effort(self.effort)?;
        let (p, minutes) = expected(&campaign);
        self.of_kinds.insert((kind, behind), [p, minutes]);
        Ok((p, minutes))
    }

    /// The contacts in their order as far as the expected minutes of their attempts fit the budget, and all their minutes.
    pub fn first(mut self) -> (Vec<(T, Contact)>, f64) {
        // Stable: equal ones keep the order in which they were told.
        self.told.sort_by(|a, b| b.meetings_per_minute.total_cmp(&a.meetings_per_minute));
        let mut minutes = 0.0;
        let fits = |ranked: &Ranked<T>| {
            let [attempts, all] = ranked.minutes;
            let fits = minutes + attempts <= self.budget * (1.0 + 1e-12);
            minutes += if fits { all } else { 0.0 };
            fits
        };
        let first = self.told.into_iter().filter(fits).map(|ranked| ranked.contact).collect();
        (first, minutes)
    }
}
