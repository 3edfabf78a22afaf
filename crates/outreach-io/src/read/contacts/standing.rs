//! Who in a list is not to be called: by a column that says so, or by one that says where contacts stand.

use outreach::Outcome;

use super::amount::amount;
use crate::read::endings::{Ending, is_filler};
use crate::read::log::contact::is_nobody;
use crate::read::log::is_of_another;
use crate::read::meanings::Meanings;
use crate::read::rows::{Counts, Rows, count};
use crate::read::table::{Row, Table};
use crate::read::vocabulary::{Exporter, known};
use crate::read::when;
use crate::read::words::{letters, plain_word, spaced};

/// What a row says of whether its contact is to be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Nobody may call, or nobody can.
    Barred,
    /// There is a meeting, or there was a no: who has a probability of their own has it all the same.
    Ended,
    /// That may be meant, or something else.
    Doubted,
    /// Likewise, and a probability of one's own has seen to it.
    Vague,
}

/// What a column is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// `Do not call`: whatever is no denial bars.
    Barred,
    /// `Opt-in`: a denial bars.
    Allowed,
    /// `GDPR`: likewise, but a bare no may say that the law does not apply.
    Law,
    /// `Meeting booked`.
    Met,
    /// `Refused`.
    Refused,
    /// `Customer`.
    Doubted,
    /// `Last called`: a day is that of the call, which forbids nothing.
    Called,
    /// `Meetings`, with 2 and more.
    Counted,
    /// `Comments`.
    Noted,
    /// `Status`.
    Standing,
}

/// A column that tells it.
#[derive(Debug)]
struct Told {
    column: usize,
    asks: Asks,
    words: Meanings<Standing>,
    /// The words of contacts that are left out.
    left_out: Counts,
    /// Those of others that may not be to be called.
    counted: Counts,
}

/// The columns that tell it.
#[derive(Debug, Default)]
pub(super) struct Standings(Vec<Told>);

impl Standings {
    /// Those that nothing else is read from.
    pub(super) fn find(table: &Table, exporters: &[&'static Exporter], used: &[Option<usize>]) -> Self {
        let counts =
            |column: usize| table.sampled(column).any(|cell| amount(cell).is_some_and(|(count, _)| count > 1.0));
        let bars = |cell: &str| {
            let meaning = || known().meaning(exporters, "barred", &plain_word(cell));
            cell.contains(' ') && matches!(meaning(), Some("yes" | "never"))
        };
        let told = |column: usize| {
            let asks = match asks(exporters, table.column_name(column)).filter(|_| !used.contains(&Some(column))) {
                Some(Asks::Met | Asks::Refused) if counts(column) => Asks::Counted,
                // `Amount (tax excluded)` has prices.
                Some(Asks::Barred | Asks::Allowed | Asks::Law) if counts(column) => return None,
                Some(asks) => asks,
                None if !used.contains(&Some(column)) && table.sampled(column).any(bars) => Asks::Noted,
                None => return None,
            };
            let (left_out, counted) = (Counts::new(), Counts::new());
            Some(Told { column, asks, words: Meanings::new(Vec::new()), left_out, counted })
        };
        Self((0..table.header().len()).filter_map(told).collect())
    }

    /// Whether the contact of a row is left out, which may have a probability of its own.
    pub(super) fn leave_out(&mut self, exporters: &[&Exporter], row: &Row, has_own: bool) -> bool {
        self.0.iter_mut().any(|told| {
            let cell = row.cell(told.column);
            if cell.is_empty() {
                return false;
            }
            let Some(standing) = told.words.of(&cell, |cell| said(exporters, told.asks, cell)) else { return false };
            let is_left_out = standing == Standing::Barred || standing == Standing::Ended && !has_own;
            if is_left_out {
                count(&mut told.left_out, shown(&cell));
            } else if standing != Standing::Vague || !has_own {
                count(&mut told.counted, shown(&cell));
            }
            is_left_out
        })
    }

    /// What was left out by which words, and what was not.
    pub(super) fn tell(&self, table: &Table, rows: &mut Rows) {
        for Told { column, left_out, counted, .. } in &self.0 {
            let of =
                |words: &Counts| (!words.is_empty()).then(|| (table.column_name(*column).to_owned(), words.clone()));
            rows.left_out.extend(of(left_out));
            rows.not_left_out.extend(of(counted));
        }
    }
}

/// Whether a column of this name says where contacts stand, whatever one call brought.
pub(super) fn is_standing(exporters: &[&Exporter], name: &str) -> bool {
    known().meaning(exporters, "standing", &plain_word(&spaced(name))).is_some()
        || asks(exporters, name).is_some_and(|asks| asks != Asks::Standing)
}

fn asks(exporters: &[&Exporter], name: &str) -> Option<Asks> {
    let plain = plain_word(&spaced(name));
    let words: Vec<_> = plain.split(' ').collect();
    let is_of_letters = |word: &&str| known().meaning(exporters, "direction", word) == Some("no call");
    match longest(exporters, &words, 1).or_else(|| known().meaning(exporters, "barred", &letters(name))) {
        Some("yes" | "alone" | "no") if words.iter().any(is_of_letters) => return None,
        Some("yes" | "alone") => return Some(Asks::Barred),
        Some("no") => return Some(Asks::Allowed),
        Some("consent") => return Some(Asks::Law),
        Some("note") => return Some(Asks::Noted),
        Some(meaning @ ("maybe" | "called")) if known().meaning(exporters, "barred", &plain).is_some() => {
            return Some(if meaning == "called" { Asks::Called } else { Asks::Doubted });
        }
        _ => {}
    }
    let is_another = is_of_another(&plain);
    let is_bare = |what| known().meaning(exporters, what, &plain).is_some();
    if !is_another && !is_bare("kind") && !is_bare("answer") {
        // `Meeting date` is of a meeting.
        let days = known().columns("date");
        let rest: Vec<_> = words.iter().copied().filter(|word| !days.iter().any(|day| day == word)).collect();
        let ending = known().ending(exporters, &rest.join(" "));
        let is_of_meeting = known().parts(&rest.join(" ")).iter().any(|(part, _)| *part == "meeting");
        match ending {
            Some(Ending::Of(Outcome::Set | Outcome::Held)) if is_of_meeting => return Some(Asks::Met),
            Some(Ending::Of(Outcome::Refused)) => return Some(Asks::Refused),
            _ => {}
        }
    }
    let outcomes = known().columns("outcome");
    let is_outcome = |words: &[&str]| outcomes.contains(&words.concat());
    let is_standing = is_bare("standing") || is_outcome(&words) || is_another && is_outcome(&words[1..]);
    is_standing.then_some(Asks::Standing)
}

/// A note may be long.
pub(super) fn shown(cell: &str) -> String {
    const MOST: usize = 60;
    if cell.chars().count() <= MOST { cell.to_owned() } else { cell.chars().take(MOST).chain(['…']).collect() }
}

/// What the longest of a text's parts says, of at least this many words, that is known to speak of who is to be called.
fn longest(exporters: &[&Exporter], words: &[&str], least: usize) -> Option<&'static str> {
    let mut parts = (least..=5).rev().flat_map(|length| words.windows(length));
    parts.find_map(|part| {
        let meaning = known().meaning(exporters, "barred", &part.join(" "))?;
        let is_of_all = part.len() == words.len() || !["maybe", "called", "consent"].contains(&meaning);
        (is_of_all && !["vague", "never", "allowed", "denied"].contains(&meaning)).then_some(meaning)
    })
}

fn is_end(ending: Option<Ending>) -> bool {
    matches!(ending, Some(Ending::Of(Outcome::Set | Outcome::Held | Outcome::Refused)))
}

/// `No meeting yet`, `Meeting not set`: the meeting is missing and nobody declined it.
fn is_without_meeting(cell: &str) -> bool {
    let parts = known().parts(&plain_word(cell));
    let denies = |word: &str| {
        let first = word.split(' ').next().unwrap_or_default();
        matches!(known().meaning(&[], "connector", first), Some("denial" | "none"))
    };
    parts.iter().any(|(part, _)| *part == "meeting") && parts.iter().any(|(part, word)| *part == "no" && denies(word))
}

/// `Lost`, `Lost contact`, `Sales Qualified Lead`: words of other things than calls as well, among such as say nothing.
fn may_be_of_anything(plain: &str) -> bool {
    let parts = known().parts(plain);
    let said: Vec<_> = parts.iter().filter(|(part, _)| !is_filler(part)).map(|(_, word)| word.as_str()).collect();
    known().meaning(&[], "anywhere", &said.join(" ")).is_some()
}

fn said(exporters: &[&Exporter], asks: Asks, cell: &str) -> Option<Standing> {
    let plain = plain_word(cell);
    let meaning = |what| known().meaning(exporters, what, &plain);
    let (barred, answer) = (meaning("barred"), meaning("answer"));
    let (is_barred, may_be_called) =
        (matches!(barred, Some("yes" | "alone" | "never")), matches!(barred, Some("no" | "allowed")));
    let is_yes = || answer == Some("yes") || answer.is_none() && when::read(cell).is_some();
    let among = || longest(exporters, &plain.split(' ').collect::<Vec<_>>(), 2) == Some("yes");
    let ends = || answer.is_none() && !is_without_meeting(cell) && is_end(known().ending(exporters, cell));
    match asks {
        Asks::Barred => {
            let is_denied = answer == Some("no") || may_be_called || known().is_blank(cell) || is_nobody(cell);
            (!is_denied).then_some(Standing::Barred)
        }
        Asks::Allowed | Asks::Law if is_barred || barred == Some("denied") || ends() => Some(Standing::Barred),
        Asks::Allowed => (answer == Some("no")).then_some(Standing::Barred),
        Asks::Law => (answer == Some("no")).then_some(Standing::Doubted),
        // A day is that of the meeting, or of the call.
        Asks::Met => (is_yes() || ends()).then_some(Standing::Ended),
        Asks::Refused => (answer == Some("yes")).then_some(Standing::Ended),
        Asks::Doubted => is_yes().then_some(Standing::Doubted),
        Asks::Called => (answer == Some("yes")).then_some(Standing::Doubted),
        Asks::Counted => cell.parse().is_ok_and(|count: u32| count > 0).then_some(Standing::Doubted),
        Asks::Noted => (is_barred || among()).then_some(Standing::Doubted),
        Asks::Standing => match barred {
            _ if is_barred => Some(Standing::Barred),
            Some("maybe") => Some(Standing::Doubted),
            Some("vague" | "consent") => Some(Standing::Vague),
            Some(meaning) if meaning != "denied" => None,
            _ if among() => Some(Standing::Barred),
            _ if answer.is_none() && is_without_meeting(cell) => Some(Standing::Vague),
            _ if !ends() => None,
            _ if may_be_of_anything(&plain) => Some(Standing::Doubted),
            _ => Some(Standing::Ended),
        },
    }
}
