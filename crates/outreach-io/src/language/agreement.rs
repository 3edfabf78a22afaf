//! Words that agree with the number before them: `{calls} [call|calls]` in a message.

use std::fmt::Display;

use super::Language;

/// Stand for the marks in what is put into a message: marks are those of the message alone.
const MARKS: [(char, char); 3] = [('[', '\u{e000}'), ('|', '\u{e001}'), (']', '\u{e002}')];

/// A part of a message, whose own brackets stay.
pub(super) fn part(part: impl Display) -> String {
    MARKS.iter().fold(part.to_string(), |text, (mark, stand_in)| text.replace(*mark, &stand_in.to_string()))
}

impl Language {
    /// Chooses from every `[one|several]` by the number before it.
    pub(super) fn agreed(self, message: &str) -> String {
        let mut agreed = String::new();
        let mut rest = message;
        while let Some((before, (choice, after))) =
            rest.split_once('[').and_then(|(before, rest)| Some((before, rest.split_once(']')?)))
        {
            agreed += before;
            let (one, several) = choice.split_once('|').unwrap_or((choice, choice));
            agreed += if self.is_one(last_number(&agreed)) { one } else { several };
            rest = after;
        }
        MARKS.iter().fold(agreed + rest, |text, (mark, stand_in)| text.replace(*stand_in, &mark.to_string()))
    }

    /// Whether a noun behind this number is in the singular: in French so is what is less than two.
    fn is_one(self, number: &str) -> bool {
        let number = number.trim_end_matches(['.', ',']);
        match self {
            Self::English => number == "1",
            Self::French => matches!(number.split_once(',').map_or(number, |(whole, _)| whole), "0" | "1"),
        }
    }
}

/// The last number of a text, with what separates its thousands and its decimals; of `15.7 ± 0.1` the first.
fn last_number(text: &str) -> &str {
    let text = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\u{202f}');
    let (before, number) = text.split_at(text.trim_end_matches(is_of_number).len());
    before.trim_end().strip_suffix('±').map_or(number, last_number)
}

#[cfg(test)]
mod tests {
    use super::Language::{English, French};
    use super::part;

    #[test]
    fn nouns_agree_with_the_number_before_them() {
        let [english, french] = [
            |number: &str| English.agreed(&format!("{} [call|calls] of {number} [hour|hours]", "2")),
            |number: &str| French.agreed(&format!("{number} [appel émis|appels émis]")),
        ];
        for (number, noun) in [("0", "hours"), ("1", "hour"), ("1.5", "hours"), ("1,001", "hours"), ("21", "hours")] {
            assert_eq!(english(number), format!("2 calls of {number} {noun}"));
        }
        for (number, noun) in [
            ("0", "appel émis"),
            ("1", "appel émis"),
            ("1,5", "appel émis"),
            ("2", "appels émis"),
            ("15,678 ± 0,010", "appels émis"),
            ("1,678 ± 2,010", "appel émis"),
            ("1\u{202f}001", "appels émis"),
        ] {
            assert_eq!(french(number), format!("{number} {noun}"));
        }
    }

    #[test]
    fn brackets_of_a_part_stay() {
        assert_eq!(English.agreed(&format!("{}: 1 [row|rows]", part("[a|b] 7"))), "[a|b] 7: 1 row");
    }
}
