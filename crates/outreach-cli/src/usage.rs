//! What the parser found wrong with a command line, as one thing to mend, in both languages.

use std::error::Error as _;
use std::ffi::OsString;
use std::path::Path;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use outreach::Error as Model;
use outreach_io::{Fault, Language, Reason};

use crate::args;

/// The words of a command line that could not be parsed.
pub(crate) struct Typed<'a>(pub(crate) &'a [OsString]);

impl Typed<'_> {
    /// What is wrong.
    pub(crate) fn fault(&self, error: &clap::Error) -> Fault {
        let context = |kind| context(error, kind);
        let argument = context(ContextKind::InvalidArg).unwrap_or_default();
        // `--calls <N>` is the option `calls`.
        let key = argument.trim_start_matches('-').split([' ', '=']).next().unwrap_or_default().to_owned();
        let value = context(ContextKind::InvalidValue);
        let accepted = context(ContextKind::ValidValue);
        let near = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
        let hint = self.meant(error, &key).or_else(|| near.into_iter().find_map(context));
        let given = value.clone().unwrap_or_default();
        let [english, french] = match error.kind() {
            ErrorKind::ValueValidation => {
                let accepted = error.source().map(|source| noun(&source.to_string())).unwrap_or_default();
                let field = self.source(&key);
                let reason = Reason::Model(Model::Rejected { field: field.clone(), value: given, accepted });
                return Fault { key: Some(field), place: None, reason };
            }
            ErrorKind::InvalidValue if given.is_empty() => {
                [format!("--{key} needs a value"), format!("il manque une valeur à --{key}")]
            }
            ErrorKind::InvalidValue => {
                let (key, accepted) = (self.source(&key), accepted.as_deref().unwrap_or_default());
                [
                    format!("{key} = {given} is none of: {accepted}"),
                    format!("{key} = {given} n'est pas admis ; valeurs : {accepted}"),
                ]
            }
            ErrorKind::UnknownArgument if argument.starts_with('-') => {
                [format!("unknown option {argument}"), format!("option inconnue {argument}")]
            }
            ErrorKind::UnknownArgument => {
                [format!("nothing is expected in the place of `{argument}`"), format!("`{argument}` est de trop")]
            }
            ErrorKind::InvalidSubcommand => {
                let verb = context(ContextKind::InvalidSubcommand).unwrap_or_default();
                [format!("unknown verb `{verb}`"), format!("verbe inconnu `{verb}`")]
            }
            ErrorKind::MissingRequiredArgument => [format!("{argument} is missing"), format!("il manque {argument}")],
            ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
                Some(other) => {
                    [format!("{argument} and {other} exclude each other"), format!("{argument} et {other} s'excluent")]
                }
                None => [format!("{argument} was given twice"), format!("{argument} est donné deux fois")],
            },
            _ => {
                let text = error.render().to_string();
                let first = text.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
                [first.clone(), first]
            }
        };
        let [message, french] = match &hint {
            Some(hint) => {
                [format!("{english} (did you mean {hint}?)"), format!("{french} (vouliez-vous dire {hint} ?)")]
            }
            None => [english, french],
        };
        let key = (!key.is_empty()).then_some(key);
        Fault { key, place: None, reason: Reason::Usage { message, french, value, accepted, hint } }
    }

    /// Where the options of what was typed are shown.
    pub(crate) fn help(&self, language: Language) -> String {
        let command = match self.verb() {
            Some(verb) => format!("outreach {} -h", verb.get_name()),
            None => "outreach -h".to_owned(),
        };
        match language {
            Language::English => format!("Help: {command}"),
            Language::French => format!("Aide\u{a0}: {command}"),
        }
    }

    fn verb(&self) -> Option<Command> {
        let name = self.0.get(1)?.to_str()?;
        args::command().find_subcommand(name).cloned()
    }

    /// The command with the options of a verb behind it, where they stand before.
    fn behind_the_verb(&self, option: &str) -> Option<String> {
        let words: Vec<_> = self.0.iter().skip(1).map(|word| word.to_str()).collect::<Option<_>>()?;
        let command = args::command();
        let (place, verb) =
            words.iter().enumerate().skip(1).find_map(|(place, word)| Some((place, command.find_subcommand(word)?)))?;
        let is_its_own = verb.get_opts().chain(verb.get_arguments()).any(|one| one.get_long() == Some(option));
        let (before, behind) = words.split_at(place);
        let all = [&["outreach", verb.get_name()], before, &behind[1..]].concat();
        (words[0].starts_with("--") && is_its_own).then(|| all.join(" "))
    }

    fn has(&self, option: &str) -> bool {
        self.0.iter().any(|word| word.to_str().is_some_and(|word| word.split('=').next() == Some(option)))
    }

    /// What gave the option its value: itself, or else its variable.
    fn source(&self, key: &str) -> String {
        let variable = args::variable(key);
        let is_typed = self.has(&format!("--{key}"));
        if !is_typed && std::env::var_os(&variable).is_some() { variable } else { key.to_owned() }
    }

    /// The number that an option was given, behind it or behind its sign.
    fn number_of(&self, option: &str) -> Option<String> {
        let words = || self.0.iter().map(|word| word.to_str().unwrap_or_default());
        let behind = words().zip(words().skip(1)).find_map(|(word, next)| (word == option).then_some(next));
        let joined = || words().find_map(|word| word.strip_prefix(option)?.strip_prefix('='));
        behind.or_else(joined).filter(|word| outreach_io::number(word).is_some()).map(str::to_owned)
    }

    /// What says how many calls are cold: all the calls, and how many of them are warm.
    fn instead_of_cold(&self) -> Option<String> {
        let verb = self.verb()?;
        let takes = |option| verb.get_opts().any(|one| one.get_long() == Some(option));
        let given = |option| self.number_of(option);
        let whole = |option| given(option).and_then(|number| number.parse::<u32>().ok());
        let cold = given("--cold").unwrap_or_else(|| "60".to_owned());
        match (given("--calls"), given("--warm")) {
            _ if !takes("calls") => None,
            _ if !takes("warm") => Some(format!("--calls {cold}")),
            (Some(calls), Some(warm)) => Some(format!("--calls {calls} --warm {warm}")),
            (None, Some(warm)) => {
                let all = whole("--cold").unwrap_or(60).checked_add(whole("--warm")?)?;
                Some(format!("--calls {all} --warm {warm}"))
            }
            (Some(calls), None) if whole("--calls") > whole("--cold") && whole("--cold").is_some() => {
                Some(format!("--calls {calls} --warm {}", whole("--calls")? - whole("--cold")?))
            }
            _ => Some(format!("--calls {cold} --strategy cold")),
        }
    }

    /// The words that were probably meant, where the parser itself has no guess.
    fn meant(&self, error: &clap::Error, key: &str) -> Option<String> {
        let is_scenario = |word: &str| {
            Path::new(word).extension().is_some_and(|end| end == "toml")
                && self.verb().is_some_and(|verb| verb.get_opts().any(|option| option.get_long() == Some("scenario")))
        };
        match (error.kind(), key) {
            (ErrorKind::UnknownArgument, option) if self.behind_the_verb(option).is_some() => {
                self.behind_the_verb(option)
            }
            (ErrorKind::UnknownArgument, file) if is_scenario(file) => Some(format!("--scenario {file}")),
            (ErrorKind::UnknownArgument, "warm-calls" | "referrals" | "introductions") => Some("--warm".to_owned()),
            (ErrorKind::InvalidValue, "strategy") => {
                let typed = context(error, ContextKind::InvalidValue)?;
                outreach_io::strategy_in_french(&typed).map(str::to_owned)
            }
            (ErrorKind::UnknownArgument, "cold") => self.instead_of_cold(),
            // The hours of a week, which are like it, are another thing.
            (ErrorKind::UnknownArgument, "hours") => {
                let hours = self.number_of("--hours").unwrap_or_else(|| "10".to_owned());
                self.has("plan").then(|| format!("--set hours={hours}"))
            }
            (ErrorKind::MissingRequiredArgument, "meetings") => {
                let target = self.0.get(2)?.to_str().filter(|word| outreach_io::number(word).is_some())?;
                Some(format!("outreach plan --meetings {target}"))
            }
            _ => None,
        }
    }
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}

/// What is accepted: our own readers say it, those of the parser say what is wrong.
fn noun(said: &str) -> String {
    let range = said.split_once(" is not in ").and_then(|(_, range)| range.split_once(".."));
    match (range, said) {
        (Some((from, "")), _) => format!("a whole number ({from} or more)"),
        (Some((from, to)), _) => format!("a whole number ({from} to {})", to.trim_start_matches('=')),
        (None, "invalid float literal") => "a number".to_owned(),
        (None, wrong) if wrong.ends_with("digit found in string") || wrong.starts_with("number too") => {
            "a whole number".to_owned()
        }
        // The library says the value, too.
        (None, own) => own.rsplit_once(" is not ").map_or(own, |(_, accepted)| accepted).to_owned(),
    }
}
