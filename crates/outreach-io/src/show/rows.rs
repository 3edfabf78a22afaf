//! What became of a table's rows, told.

use outreach::Kind;

use crate::answer::{ReadingAnswer, RejectionAnswer, RowsAnswer, WordAnswer};
use crate::language::Language;
use crate::read::log::TAKEN_AS_OUTGOING;
use crate::read::rows::{AGAIN, Assumed, Counts, FOOTER, Rejection, Rows, UNTOLD, Word};

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
        let rejected = (self.rejected > 0).then(|| self.describe(say));
        let counts = self.counts.as_ref().map(|column| say.rows_of_several(column));
        let made = self.made.as_ref().map(|column| say.calls_made(column));
        let certain = self.certain.as_ref().map(|column| say.certainties(column));
        let sure = (self.sure > 0).then(|| say.certain_contacts(say.grouped(self.sure)));
        let like_a_total = self.like_a_total.map(|line| say.like_a_total(line));
        let words = |words: &Counts| values(say, words, 2 * Self::TOLD);
        let counted = self.not_left_out.iter().map(|(column, told)| say.contacts_not_left_out(column, words(told)));
        let totals = self.aside(FOOTER).map(|rows| say.totals_left_out(say.grouped(rows) + &self.named_totals()));
        let of_rows = [rejected, counts, made, certain, sure, totals, like_a_total].into_iter().flatten();
        let of_rows = of_rows.chain(self.left_out(say)).chain(counted);
        let assumed = self.assumed.iter().filter(|assumed| assumed.is_doubt()).map(|assumed| assumed.describe(say));
        of_rows.chain(assumed).chain(self.doubts(say)).collect()
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

    /// What may be meant otherwise, so that the rates are others.
    fn doubts(&self, say: Language) -> impl Iterator<Item = String> {
        let aside = |why| self.aside(why).map(|rows| say.grouped(rows));
        let unread = self.unread_dates.as_ref().map(|(column, example, is_ambiguous)| {
            if *is_ambiguous { say.dates_ambiguous(column, example) } else { say.dates_unreadable(column, example) }
        });
        let directions: Vec<_> = self.words.iter().filter(|word| word.meaning == TAKEN_AS_OUTGOING).collect();
        let outgoing = directions.first().map(|first| {
            let words: Vec<_> = directions
                .iter()
                .take(2 * Self::TOLD)
                .map(|word| format!("{} ({})", word.word, say.grouped(word.rows)))
                .collect();
            say.taken_as_outgoing(&first.column, words.join(", "))
        });
        let unknown_direction =
            self.unknown_direction.as_ref().map(|(column, words)| say.unknown_direction(column, words.join(", ")));
        let unused_outcomes = (!self.unused_outcomes.is_empty())
            .then(|| say.outcomes_unused(format!("`{}`", self.unused_outcomes.join("`, `"))));
        let unused_answers = (!self.unused_answers.is_empty())
            .then(|| say.answers_unused(format!("`{}`", self.unused_answers.join("`, `"))));
        let vague = self.vague.as_ref().map(|(column, words)| {
            let more = if words.len() > Self::TOLD { ", …" } else { "" };
            say.words_of_anything(column, words[..words.len().min(Self::TOLD)].join(", ") + more)
        });
        let seem_separated = self.unused_kinds.as_ref().filter(|_| self.all_cold);
        let words = |words: &Counts| values(say, words, 2 * Self::TOLD);
        [
            aside(UNTOLD).map(|rows| say.no_outcome(rows)),
            aside(AGAIN).map(|rows| say.counted_once(rows)),
            unread,
            (self.doubles > 0).then(|| say.rows_twice(say.grouped(self.doubles))),
            (self.contacts_again > 0).then(|| say.contacts_twice(say.grouped(self.contacts_again))),
            self.persons_again.as_ref().map(|(rows, column)| say.persons_twice(say.grouped(*rows), column)),
            self.other_kinds.as_ref().map(|(kind, other)| say.kinds_differ(kind, other)),
            self.tally.as_ref().map(|(column, is_of_attempts)| {
                if *is_of_attempts { say.attempts_uncounted(column) } else { say.contacts_counted(column) }
            }),
            self.ids_again.as_ref().map(|(column, rows)| say.ids_again(say.grouped(*rows), column)),
            unknown_direction,
            outgoing,
            unused_outcomes,
            unused_answers,
            vague,
            self.channels.as_ref().map(|(column, told)| say.channels_taken_as_cold(column, words(told))),
            self.unknown_kinds.as_ref().map(|(column, told)| say.kinds_not_known(column, words(told))),
            self.successes.as_ref().map(|(column, told)| say.successes_taken_as_meetings(column, words(told))),
            seem_separated.map(|column| say.all_taken_as_cold() + &say.kinds_unused(column)),
        ]
        .into_iter()
        .flatten()
    }

    /// How the table was read, where that is not plain.
    pub(crate) fn notes(&self, say: Language) -> Vec<String> {
        let unknown =
            (!self.unknown.is_empty()).then(|| say.outcomes_not_known(values(say, &self.unknown, 2 * Self::TOLD)));
        let latin1 = self.latin1.map(|line| say.read_as_latin1(line));
        let all_cold = (self.all_cold && self.unused_kinds.is_none()).then(|| say.all_taken_as_cold());
        let unmet = (!self.unmet.is_empty()).then(|| say.said_by_no_row(self.unmet.join(", ")));
        let undated = self.undated.as_ref().map(|(rows, example)| say.without_a_date(say.grouped(*rows), example));
        let free = || {
            let shown: Vec<_> = self.unused.iter().take(2 * Self::TOLD).map(|name| format!("`{name}`")).collect();
            if shown.is_empty() { String::new() } else { say.not_used(shown.join(", ")) }
        };
        let timeless = self.timeless.then(|| say.no_time() + &free());
        let is_open = || self.words.iter().any(|word| word.meaning == "open");
        let why = || if is_open() { say.no_contacts() } else { say.attempts_not_numbered() };
        let matters = self.contactless && (is_open() || self.may_have_contacts());
        let contactless = matters.then(|| why() + &free());
        let rounded = self
            .rounded
            .as_ref()
            .map(|((rows, example), column)| say.numbers_rounded(say.grouped(*rows), column, example));
        let assumed = self.assumed.iter().filter(|assumed| !assumed.is_doubt()).map(|assumed| assumed.describe(say));
        let told = [unknown, latin1, unmet, undated, timeless, contactless, rounded, all_cold];
        assumed.chain(told.into_iter().flatten()).collect()
    }
}

impl Language {
    /// The meaning of a kind's word.
    fn kind_of(self, key: &str) -> String {
        let kind = Kind::ALL.into_iter().find(|kind| kind.key() == key);
        kind.map_or_else(|| key.to_owned(), |kind| self.kind(kind).to_owned())
    }

    /// The meaning of an outcome's word.
    fn ending(self, key: &str) -> String {
        match key {
            "not reached" => self.ending_not_reached(),
            "not reached or refused" => self.ending_rejected(),
            "open" => self.ending_open(),
            "answered" => self.ending_answered(),
            "refused" => self.ending_refused(),
            "meeting set" => self.ending_set(),
            "no show" => self.ending_no_show(),
            "held" => self.ending_held(),
            UNTOLD => self.term(UNTOLD).to_owned(),
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
fn values(say: Language, counts: &Counts, most: usize) -> String {
    let mut sorted: Vec<_> = counts.iter().collect();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let named = |value: &str| if value.is_empty() { say.empty() } else { say.term(value).to_owned() };
    let told = sorted.iter().take(most).map(|(value, count)| format!("{} ({})", named(value), say.grouped(*count)));
    let more = if sorted.len() > most { ", …" } else { "" };
    format!("{}{more}", told.collect::<Vec<_>>().join(", "))
}
