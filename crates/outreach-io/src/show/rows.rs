//! What became of a table's rows, told.

use outreach::Kind;

use crate::answer::{ReadingAnswer, RejectionAnswer, RowsAnswer, WordAnswer};
use crate::language::Language;
use crate::read::assumed::Assumed;
use crate::read::log::TAKEN_AS_OUTGOING;
use crate::read::rows::{AGAIN, Counts, FOOTER, Rejection, Rows, UNTOLD, Word};

/// The option that a column of durations leads to.
fn durations(column: Option<&str>) -> String {
    column.map(|column| format!(", --duration-column `{column}`")).unwrap_or_default()
}

impl Rows {
    /// `failure (4,115), other (1,659)`.
    pub(crate) fn describe_others(&self, say: Language) -> String {
        values(say, &self.others, 2 * Self::TOLD)
    }

    /// `42,591 rows: 36,817 calls, 5,774 of other kinds: failure (4,115), other (1,659).`
    pub(crate) fn sentence(&self, say: Language) -> String {
        let mut parts = vec![say.cold_and_warm_calls(say.grouped(self.used()))];
        if self.other > 0 {
            parts.push(say.of_other_kinds(say.grouped(self.other), self.describe_others(say)));
        }
        if self.rejected > 0 {
            parts.push(say.rejected(say.grouped(self.rejected)));
        }
        say.rows_read(say.grouped(self.read), parts.join(", "), self.describe_columns(say))
    }

    /// What was found where: `date`, `kind` in `previous_outcome`.
    fn describe_columns(&self, say: Language) -> String {
        let told = self.columns.iter().map(|(role, names)| match &names[..] {
            [name] if name.eq_ignore_ascii_case(role) => (*role).to_owned(),
            names => say.role_in(say.term(role), format!("`{}`", names.join("`, `"))),
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// What was not used, and why; nothing where all rows were.
    pub(crate) fn set_aside(&self, say: Language, most: usize) -> Option<String> {
        let unreadable = (self.rejected > 0).then(|| say.unreadable(say.grouped(self.rejected)));
        let others = (self.other > 0).then(|| values(say, &self.others, most));
        let told: Vec<_> = others.into_iter().chain(unreadable).collect();
        let (aside, read) = (say.grouped(self.other + self.rejected), say.grouped(self.read));
        (!told.is_empty()).then(|| say.set_aside(aside, read, told.join(", ")))
    }

    /// The columns that were used; nothing where all are named as what they say.
    pub(crate) fn columns_at_a_glance(&self, say: Language) -> Option<String> {
        let is_own = |(role, names): &(&str, Vec<String>)| names.len() == 1 && names[0].eq_ignore_ascii_case(role);
        (!self.columns.iter().all(is_own)).then(|| say.columns_used(self.describe_columns(say)))
    }

    /// `Meeting Booked (3) → meeting set · Voicemail (8), Busy (1) → not reached`, this many words of each meaning; nothing where the words are
    /// their own meanings.
    pub(crate) fn describe_words(&self, say: Language, most: usize) -> Option<String> {
        let outcomes = self.words_of(say, "outcome", most, &|key| say.ending(key));
        let kinds = self.words_of(say, "kind", most, &|key| say.kind_of(key));
        let connectors = self.words_of(say, "connector", most, &|key| {
            if key == "connector" { say.connector() } else { say.term(key).to_owned() }
        });
        let told = [outcomes, kinds, connectors].concat();
        (!told.is_empty()).then(|| say.your_words(told.join(" · ")))
    }

    /// The words of a role by their meanings.
    fn words_of(&self, say: Language, role: &str, most: usize, name: &dyn Fn(&str) -> String) -> Vec<String> {
        let of_role = || self.words.iter().filter(|word| word.role == role);
        let mut meanings: Vec<&str> = Vec::new();
        for word in of_role().filter(|word| !meanings_contain(&word.word, word.meaning)) {
            if !meanings.contains(&word.meaning) {
                meanings.push(word.meaning);
            }
        }
        let told = meanings.iter().map(|meaning| {
            // Two columns may say the same of one row.
            let mut words: Vec<(&str, u64)> = Vec::new();
            for word in of_role().filter(|word| word.meaning == *meaning) {
                if words.iter().all(|(told, _)| *told != word.word) {
                    words.push((&word.word, word.rows));
                }
            }
            let more = if words.len() > most { ", …" } else { "" };
            let told = words.iter().take(most).map(|(word, rows)| format!("{word} ({})", say.grouped(*rows)));
            format!("{}{more} → {}", told.collect::<Vec<_>>().join(", "), name(meaning))
        });
        told.collect()
    }

    /// How the table was read.
    pub(crate) fn reading(&self) -> ReadingAnswer {
        let word = |word: &Word| WordAnswer {
            role: word.role.to_owned(),
            column: word.column.clone(),
            word: word.word.clone(),
            meaning: word.meaning.to_owned(),
            rows: word.rows,
        };
        ReadingAnswer {
            columns: self.columns.iter().map(|(role, names)| ((*role).to_owned(), names.clone())).collect(),
            unused_columns: self.unused.clone(),
            words: self.words.iter().map(word).collect(),
            assumed: self.assumed.iter().map(Assumed::data).collect(),
        }
    }

    /// What became of them.
    pub(crate) fn data(&self) -> RowsAnswer {
        RowsAnswer {
            read: self.read,
            used: self.used(),
            other: self.other,
            rejected: self.rejected,
            others: self.others.iter().cloned().collect(),
            unknown_outcomes: self.unknown.iter().cloned().collect(),
            rejections: self.first.iter().map(rejected).collect(),
        }
    }

    /// What no wish for silence hides: rows that are left out, and doubts of the answer.
    pub(crate) fn warnings(&self, say: Language) -> Vec<String> {
        let words = |words: &Counts| values(say, words, 2 * Self::TOLD);
        let aside = |why| self.aside(why).map(|rows| say.grouped(rows));
        let of_rows = [
            (self.rejected > 0).then(|| self.describe(say)),
            aside(FOOTER).map(|rows| say.totals_left_out(rows + &self.named_totals())),
            aside(UNTOLD).map(|rows| say.no_outcome(rows, durations(self.unused_durations()))),
            aside(AGAIN).map(|rows| say.counted_once(rows)),
            self.outgoing(say),
        ];
        let counted = self.not_left_out.iter().map(|(column, told)| say.contacts_not_left_out(column, words(told)));
        let doubts = self.assumed.iter().filter(|assumed| assumed.is_doubt()).map(|assumed| assumed.describe(say));
        of_rows.into_iter().flatten().chain(self.left_out(say)).chain(counted).chain(doubts).collect()
    }

    /// By which columns contacts of a list are left out.
    pub(crate) fn left_out(&self, say: Language) -> impl Iterator<Item = String> {
        let told = move |words: &Counts| values(say, words, 2 * Self::TOLD);
        self.left_out.iter().map(move |(column, words)| say.contacts_left_out(column, told(words)))
    }

    /// The first of them in brackets: a company may be called as totals are.
    fn named_totals(&self) -> String {
        let names: Vec<_> = self.totals.iter().take(2 * Self::TOLD).map(String::as_str).collect();
        let more = if self.totals.len() > names.len() { ", …" } else { "" };
        if names.is_empty() { String::new() } else { format!(" ({}{more})", names.join(", ")) }
    }

    /// How many rows are set aside for this reason, if any.
    fn aside(&self, why: &str) -> Option<u64> {
        self.others.iter().find(|(value, _)| value == why).map(|(_, rows)| *rows)
    }

    /// Directions that nobody knows, and that were taken as those of calls that were made.
    fn outgoing(&self, say: Language) -> Option<String> {
        let words: Vec<_> = self.words.iter().filter(|word| word.meaning == TAKEN_AS_OUTGOING).collect();
        let told = words.iter().take(2 * Self::TOLD).map(|word| format!("{} ({})", word.word, say.grouped(word.rows)));
        words.first().map(|first| say.taken_as_outgoing(&first.column, told.collect::<Vec<_>>().join(", ")))
    }

    /// How the table was read, where that is not plain.
    pub(crate) fn notes(&self, say: Language) -> Vec<String> {
        let assumed = self.assumed.iter().filter(|assumed| !assumed.is_doubt()).map(|assumed| assumed.describe(say));
        let unknown =
            (!self.unknown.is_empty()).then(|| say.outcomes_not_known(values(say, &self.unknown, 2 * Self::TOLD)));
        assumed.chain(unknown).collect()
    }
}

impl Language {
    /// The meaning of a kind's word.
    fn kind_of(self, key: &str) -> String {
        let kind = Kind::ALL.into_iter().find(|kind| kind.key() == key);
        kind.map_or_else(|| key.to_owned(), |kind| self.kind(kind).to_owned())
    }

    /// The meaning of an outcome's word.
    pub(super) fn ending(self, key: &str) -> String {
        match key {
            "not reached" => self.ending_not_reached(),
            "not reached or refused" => self.ending_rejected(),
            "open" => self.ending_open(),
            "answered" => self.ending_answered(),
            "refused" => self.ending_refused(),
            "meeting set" => self.ending_set(),
            "no show" => self.ending_no_show(),
            "held" => self.ending_held(),
            UNTOLD | "incoming" => self.term(key).to_owned(),
            _ => self.ending_planned(),
        }
    }
}

/// Whether a word is its meaning: `Refused`.
fn meanings_contain(word: &str, meaning: &str) -> bool {
    word.eq_ignore_ascii_case(meaning)
}

fn rejected(row: &Rejection) -> RejectionAnswer {
    let reason = row.reason.of(Language::English).to_owned();
    RejectionAnswer { line: row.line, column: row.column.clone(), reason }
}

/// The most frequent ones first.
pub(super) fn values(say: Language, counts: &Counts, most: usize) -> String {
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let named = |value: &str| if value.is_empty() { say.empty() } else { say.term(value).to_owned() };
    let told = sorted.iter().take(most).map(|(value, count)| format!("{} ({})", named(value), say.grouped(*count)));
    let more = if sorted.len() > most { ", …" } else { "" };
    format!("{}{more}", told.collect::<Vec<_>>().join(", "))
}
