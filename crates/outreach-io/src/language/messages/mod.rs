//! The table of messages: each in every language, with the same parts. A message without one of the languages does not
//! compile.

/// Makes a function of [`Language`](super::Language) of each message. A word that agrees with the number before it stands there
/// as `[one|several]`: `{calls} [call|calls]`.
macro_rules! messages {
    ($($name:ident($($part:ident),*) { en: $english:literal, fr: $french:literal })*) => {
        impl $crate::language::Language {
            $(pub(crate) fn $name(self $(, $part: impl std::fmt::Display)*) -> String {
                $(let $part = $crate::language::agreement::part($part);)*
                match self {
                    Self::English => self.agreed(&format!($english)),
                    Self::French => $crate::language::typeset(&self.agreed(&format!($french))),
                }
            })*
        }

        #[cfg(test)]
        pub(super) const ALL: &[(&str, &str, &str)] = &[$((stringify!($name), $english, $french)),*];
    };
}

mod backtest;
mod calibrate;
mod compare;
mod effect;
mod kinds;
mod learned;
mod lists;
mod logs;
mod model;
#[cfg(feature = "pages")]
mod page;
mod picture;
#[cfg(not(feature = "containers"))]
mod plain_files;
mod plan;
mod pool;
mod sensitivity;
mod sentences;
mod shared;
mod short;
mod simulate;
mod tables;
#[cfg(feature = "containers")]
mod workbooks;
mod wrong;

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(message: &str) -> Vec<&str> {
        let mut parts: Vec<_> =
            message.split('{').skip(1).map(|rest| rest.split(['}', ':']).next().unwrap_or_default()).collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }

    #[test]
    fn both_languages_say_the_same_of_the_same() {
        let tables = [
            backtest::ALL,
            calibrate::ALL,
            compare::ALL,
            effect::ALL,
            kinds::ALL,
            learned::ALL,
            lists::ALL,
            logs::ALL,
            model::ALL,
            #[cfg(feature = "pages")]
            page::ALL,
            picture::ALL,
            #[cfg(not(feature = "containers"))]
            plain_files::ALL,
            plan::ALL,
            pool::ALL,
            sensitivity::ALL,
            sentences::ALL,
            shared::ALL,
            short::ALL,
            simulate::ALL,
            tables::ALL,
            #[cfg(feature = "containers")]
            workbooks::ALL,
            wrong::ALL,
        ];
        for (name, english, french) in tables.concat() {
            assert!(!english.is_empty() && !french.is_empty(), "{name} is empty");
            assert_eq!(parts(english), parts(french), "the parts of {name} differ");
            let same = [
                "contacts",
                "counted_contacts",
                "exact",
                "more_than",
                "minutes",
                "incidents",
                "conversations",
                "generation",
                "describe_incident",
                "exactly",
                "learned_rate",
                "rests_on",
                "so_many_people",
            ];
            let nothing_but_parts = english.replace(|c: char| !c.is_alphabetic(), "").is_empty();
            assert!(nothing_but_parts || same.contains(&name) || english != french, "{name} is not translated");
            for message in [english, french] {
                for before in message.split('[').rev().skip(1) {
                    let (_, words) = before.rsplit_once('}').unwrap_or_else(|| panic!("{name} agrees with no number"));
                    assert!(!words.contains(|c: char| c.is_numeric()), "{name} agrees with a number of its own");
                }
            }
        }
    }
}
