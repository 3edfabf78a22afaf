//! What words of tables mean: a file per language and one per exporter, in the crate's folder `vocabulary`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::words::{letters, plain_word};

const LANGUAGES: &[&str] = &[
    include_str!("../../vocabulary/languages/english.csv"),
    include_str!("../../vocabulary/languages/french.csv"),
    include_str!("../../vocabulary/languages/german.csv"),
    include_str!("../../vocabulary/languages/spanish.csv"),
    include_str!("../../vocabulary/languages/italian.csv"),
    include_str!("../../vocabulary/languages/portuguese.csv"),
    include_str!("../../vocabulary/languages/dutch.csv"),
];

const EXPORTERS: &[&str] = &[
    include_str!("../../vocabulary/exporters/aircall.csv"),
    include_str!("../../vocabulary/exporters/asterisk.csv"),
    include_str!("../../vocabulary/exporters/hubspot.csv"),
    include_str!("../../vocabulary/exporters/job-trackers.csv"),
    include_str!("../../vocabulary/exporters/ringcentral.csv"),
    include_str!("../../vocabulary/exporters/others.csv"),
    include_str!("../../vocabulary/exporters/vicidial.csv"),
];

type Meanings = HashMap<String, &'static str>;

/// The words of one file, or of several, by what they are words for.
#[derive(Debug, Default)]
pub(crate) struct Words(HashMap<&'static str, Meanings>);

impl Words {
    pub(crate) fn meaning(&self, what: &str, plain: &str) -> Option<&'static str> {
        self.0.get(what)?.get(plain).copied()
    }
}

/// An exporter that is known by its columns, and whose words go before those of the languages.
#[derive(Debug, Default)]
pub(crate) struct Exporter {
    /// One of these sets of columns is there; always, if there are none.
    signatures: Vec<Vec<String>>,
    words: Words,
}

impl Exporter {
    /// Whether it is known by its columns.
    pub(crate) fn is_signed(&self) -> bool {
        !self.signatures.is_empty()
    }
}

#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    words: Words,
    exporters: Vec<Exporter>,
    /// By role the names of its columns, the likeliest first.
    columns: HashMap<&'static str, Vec<String>>,
    /// The same for each language alone.
    languages: Vec<HashMap<&'static str, Vec<String>>>,
    /// The columns of a table without a header, by their number.
    headless: Vec<Vec<&'static str>>,
    /// Whether a text that begins with these two bytes can be a total's.
    totals: Vec<bool>,
}

static ALL: LazyLock<Vocabulary> = LazyLock::new(Vocabulary::new);

/// What is known.
pub(crate) fn known() -> &'static Vocabulary {
    &ALL
}

fn entries(file: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    file.lines().skip(1).filter_map(|line| {
        let (what, rest) = line.split_once(',')?;
        let (meaning, rest) = rest.split_once(',')?;
        let word = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?.0,
            None => rest.split_once(',')?.0,
        };
        Some([what, meaning, word])
    })
}

impl Vocabulary {
    fn new() -> Self {
        let mut all = Self::default();
        for file in EXPORTERS {
            let mut exporter = Exporter::default();
            for [what, meaning, word] in entries(file) {
                match what {
                    "column" => all.columns.entry(meaning).or_default().push(letters(word)),
                    "signature" => exporter.signatures.push(word.split(" + ").map(letters).collect()),
                    "headless" => all.headless.push(word.split(" + ").collect()),
                    _ => drop(exporter.words.0.entry(what).or_default().insert(plain_word(word), meaning)),
                }
            }
            all.exporters.push(exporter);
        }
        for file in LANGUAGES {
            let mut columns = HashMap::<_, Vec<_>>::new();
            for [what, meaning, word] in entries(file) {
                if what == "column" {
                    all.columns.entry(meaning).or_default().push(letters(word));
                    columns.entry(meaning).or_default().push(letters(word));
                } else {
                    all.words.0.entry(what).or_default().entry(plain_word(word)).or_insert(meaning);
                }
            }
            all.languages.push(columns);
        }
        // Whatever stands before a word may be left out, or be a letter with its accent.
        all.totals = (0..=u16::MAX).map(|pair| !pair.to_be_bytes().iter().all(u8::is_ascii_alphanumeric)).collect();
        for word in all.words.0.get("total").into_iter().flat_map(HashMap::keys) {
            let Some(&[first, second]) = word.as_bytes().first_chunk::<2>() else { continue };
            for first in [first, first.to_ascii_uppercase()] {
                for second in [second, second.to_ascii_uppercase()] {
                    all.totals[usize::from(u16::from_be_bytes([first, second]))] = true;
                }
            }
        }
        all
    }

    /// Whether a text that begins so can be a total's: there may be a million to look at.
    pub(crate) fn may_begin_a_total(&self, text: &[u8]) -> bool {
        text.first_chunk::<2>().is_some_and(|pair| self.totals[usize::from(u16::from_be_bytes(*pair))])
    }

    /// The names of a role's columns, without blanks.
    pub(crate) fn columns(&self, role: &str) -> &[String] {
        self.columns.get(role).map_or(&[], Vec::as_slice)
    }

    /// The same, first those of the language that has most names of a header, where that is not English: `Telefono` is Italian and Spanish,
    /// the `Contatto` beside it Italian.
    pub(crate) fn columns_beside(&self, header: &[String], role: &str) -> impl Iterator<Item = &String> {
        let is_known = |columns: &HashMap<_, Vec<String>>, name| columns.values().any(|names| names.contains(name));
        let count = |columns: &HashMap<_, _>| header.iter().filter(|name| is_known(columns, name)).count();
        // Of several the first one.
        let most = (0..self.languages.len()).rev().max_by_key(|language| count(&self.languages[*language]));
        let own = most.filter(|language| *language > 0).and_then(|language| self.languages[language].get(role));
        own.into_iter().flatten().chain(self.columns(role))
    }

    /// Whether a column of any role has this name, without blanks.
    pub(crate) fn is_column(&self, letters: &str) -> bool {
        // `no` and `call` number the rows of some tables, `calls` counts them, and all are words in the rows of many.
        let mut named = self.columns.iter().filter(|(role, _)| !["number", "count", "period"].contains(*role));
        named.any(|(_, names)| names.iter().any(|name| name == letters))
    }

    /// The names of the columns of a table without a header, if one of this many is known.
    pub(crate) fn headless(&self, columns: usize) -> Option<&[&'static str]> {
        self.headless.iter().find(|names| names.len() == columns).map(Vec::as_slice)
    }

    /// Those whose columns these are, or whose codes stand in one of them.
    pub(crate) fn exporters(&self, header: &[String], rows: &[Vec<String>]) -> Vec<&Exporter> {
        let header: Vec<_> = header.iter().map(|name| letters(name)).collect();
        let is_there = |signature: &Vec<String>| signature.iter().all(|name| header.contains(name));
        let cells = |column| rows.iter().filter_map(move |row: &Vec<String>| row.get(column)).map(String::as_str);
        let has_codes =
            |exporter: &Exporter| (0..header.len()).any(|column| self.are_codes_of(exporter, cells(column)));
        let is_one = |exporter: &&Exporter| {
            !exporter.is_signed() || exporter.signatures.iter().any(is_there) || has_codes(exporter)
        };
        self.exporters.iter().filter(is_one).collect()
    }

    /// Whether cells are codes, most of them an exporter's, several its alone (`DC`), and one of somebody who was reached (`NI`).
    fn are_codes_of<'a>(&self, exporter: &Exporter, cells: impl Iterator<Item = &'a str>) -> bool {
        let codes: HashSet<_> = cells.filter(|cell| !cell.is_empty()).collect();
        let is_code = |code: &str| code.len() <= 6 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        let all: Vec<_> =
            codes.iter().filter_map(|code| exporter.words.meaning("outcome", &plain_word(code))).collect();
        let own = || codes.iter().filter(|code| self.ending(&[], code).is_none());
        codes.iter().all(|code| is_code(code))
            && 3 * all.len() >= 2 * codes.len()
            && own().count() > 1
            && own().any(|code| code.len() > 1)
            && all.iter().any(|meaning| !["not reached", "planned"].contains(meaning))
    }

    /// Whether a text says that nothing is said: `N/A`, `(blank)`, `-`.
    pub(crate) fn is_blank(&self, text: &str) -> bool {
        let plain = plain_word(text);
        plain.is_empty() || self.meaning(&[], "blank", &plain) == Some("")
    }

    /// Whether some of a text's words say that a machine answered: `voicemail`, `Was voicemail`, `outgoing_voicemail`.
    pub(crate) fn is_of_machine(&self, plain: &str) -> bool {
        let words: Vec<_> = plain.split(' ').collect();
        let is_one = |words: &[&str]| self.meaning(&[], "machine", &words.join(" ")).is_some();
        (1..=2).any(|length| words.windows(length).any(is_one))
    }

    /// What one word means, by its plain form.
    pub(crate) fn meaning(&self, exporters: &[&Exporter], what: &str, plain: &str) -> Option<&'static str> {
        exporters
            .iter()
            .find_map(|exporter| exporter.words.meaning(what, plain))
            .or_else(|| self.words.meaning(what, plain))
    }

    /// Whether a word of kinds tells where a contact comes from, and not whether somebody recommended the caller: `Website`.
    pub(crate) fn is_channel(&self, word: &str) -> bool {
        self.meaning(&[], "kind", &plain_word(word)) == Some("channel")
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a failed test is the message")]
mod tests {
    use super::*;
    use crate::read::endings::Ending;

    #[test]
    fn every_line_of_the_files_is_whole() {
        let whats = "column outcome part abbreviation direction answer kind incident connector contact state total unit month weekday \
                     signature headless anywhere blank aside another creation standing barred name \
                     title coarse wide machine chance asks object initiator";
        for file in LANGUAGES.iter().chain(EXPORTERS) {
            let mut reader = csv::Reader::from_reader(file.as_bytes());
            assert_eq!(reader.headers().unwrap(), vec!["what", "meaning", "word", "source"]);
            let read: Vec<_> = reader.records().map(Result::unwrap).collect();
            assert_eq!(read.len(), entries(file).count());
            for (row, [what, meaning, word]) in read.iter().zip(entries(file)) {
                assert_eq!([&row[0], &row[1], &row[2]], [what, meaning, word]);
                assert!(whats.split_whitespace().any(|known| known == what), "{row:?}");
                assert!(!row[3].is_empty(), "{row:?}: its source, or `assumed`");
                assert!(what != "outcome" || Ending::of_key(meaning).is_some(), "{row:?}");
                assert!(
                    what != "column"
                        || super::super::Role::ALL.iter().any(|role| role.key() == meaning)
                        || ["probability", "number", "count", "zone", "period", "attempts"].contains(&meaning),
                    "{row:?}"
                );
            }
        }
    }

    #[test]
    fn a_word_means_one_thing_in_all_languages() {
        let mut met = HashMap::new();
        for [what, meaning, word] in LANGUAGES.iter().flat_map(|file| entries(file)) {
            // A column's name may stand for several things, of which its cells tell one; short words differ by language.
            if ["outcome", "kind", "direction", "incident", "month", "barred", "chance", "asks"].contains(&what) {
                let before = *met.entry((what, plain_word(word))).or_insert(meaning);
                assert_eq!(before, meaning, "{what} {word}");
            }
        }
    }

    #[test]
    fn words_that_an_accent_tells_from_a_meeting_were_meetings() {
        let words =
            || LANGUAGES.iter().flat_map(|file| entries(file)).map(|[what, meaning, word]| (what, meaning, word));
        let is_meeting = |(what, meaning): (&str, &str)| (what, meaning) == ("part", "meeting");
        let meetings: Vec<_> = words().filter(|(what, meaning, _)| is_meeting((*what, *meaning))).collect();
        let is_written_as_one = |word: &str| {
            let same = |(_, _, meeting): &(&str, &str, &str)| {
                plain_word(meeting) == plain_word(word) && meeting.to_lowercase() != word.to_lowercase()
            };
            meetings.iter().any(same)
        };
        let others = words().filter(|(what, meaning, _)| ["state", "barred"].contains(what) && *meaning != "vague");
        let met: Vec<_> = others.filter(|(.., word)| is_written_as_one(word)).map(|(.., word)| word).collect();
        // As the name of a column it is a state.
        assert_eq!(met, ["terminé"]);
    }
}
