//! What the command says of itself, in both languages: on one screen for `-h`, whole for `--help`.

mod french;
mod verbs;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};
use outreach_io::Language;

use self::verbs::{TOP, VERBS, Verb};
use crate::args;

/// The definition of the command line as it speaks; `brief` shows the options that most people need.
pub(crate) fn command(language: Language, brief: bool) -> Command {
    let mut command = args::command();
    // With the help of every verb, which clap adds.
    command.build();
    let names: Vec<_> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
    for name in names {
        let verb = VERBS.iter().find(|verb| verb.name == name);
        command = command.mut_subcommand(name, |command| match verb {
            Some(verb) => dressed(command, verb, language, brief),
            None => command.hide(true),
        });
    }
    let more = match language {
        Language::English => "Options of a verb: outreach plan -h; all of them: outreach plan --help",
        Language::French => "Options d'un verbe : outreach plan -h ; toutes : outreach plan --help",
    };
    let usage = usage(language);
    let template = format!("{{about}}\n\n{{before-help}}{usage} {{usage}}\n\n{{subcommands}}\n{}", set(language, more));
    let command = command.before_help(examples(&TOP, language)).help_template(template);
    let command = command.mut_args(|arg| translated(arg, TOP.name, language, brief));
    match language {
        Language::English => command,
        Language::French => command.about(TOP.about).subcommand_value_name("VERBE"),
    }
}

fn dressed(command: Command, verb: &Verb, language: Language, brief: bool) -> Command {
    let more = match language {
        Language::English => "All options",
        Language::French => "Toutes les options",
    };
    let (usage, name) = (usage(language), verb.name);
    let template = if brief && !verb.brief.is_empty() {
        let more = set(language, &format!("{more} : outreach {name} --help"));
        format!("{{about}}\n\n{{before-help}}{usage} {{usage}}\n\n{{options}}\n\n{more}")
    } else {
        format!("{{about}}\n\n{{before-help}}{usage} {{usage}}\n\n{{all-args}}{{after-help}}")
    };
    let command = command.before_help(examples(verb, language)).help_template(template);
    let command = command.mut_args(|arg| {
        // Where no options are chosen for the brief help, it has all of them.
        let is_brief = verb.brief.is_empty() || verb.brief.contains(&arg.get_id().as_str());
        translated(arg, name, language, brief).hide_short_help(!is_brief)
    });
    if language == Language::French { command.about(verb.about) } else { command }
}

fn usage(language: Language) -> &'static str {
    match language {
        Language::English => "Usage:",
        Language::French => "Utilisation\u{a0}:",
    }
}

/// Commands with what they do, on lines of a terminal with 80 characters.
fn examples(verb: &Verb, language: Language) -> String {
    let typed = |command: &str| match language {
        Language::English => command.to_owned(),
        Language::French => command.replace("mine.toml", "miens.toml").replace("log.csv", "journal.csv"),
    };
    let width = verb.examples.iter().map(|(command, ..)| typed(command).chars().count()).max().unwrap_or(0);
    let lines = verb.examples.iter().map(|(command, english, french)| {
        let command = typed(command);
        let what = if language == Language::French { set(language, french) } else { (*english).to_owned() };
        format!("  outreach {command:width$}  {what}")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// An option in a language; for the whole help with the variable that sets it.
fn translated(arg: Arg, verb: &str, language: Language, brief: bool) -> Arg {
    let french = if language == Language::French { french::option(verb, arg.get_id().as_str()) } else { None };
    let english = |text: Option<&StyledStr>| text.map(ToString::to_string).unwrap_or_default();
    let (short, long) = match french {
        Some((short, "")) => (set(language, short), set(language, short)),
        Some((short, more)) => (set(language, short), set(language, &format!("{short}\n\n{more}"))),
        None => (english(arg.get_help()), english(arg.get_long_help().or(arg.get_help()))),
    };
    let (mut short, mut long) = (short, long);
    for note in notes(&arg, language) {
        // The brief help has a line for each option.
        if !brief {
            short = format!("{short} {note}");
        }
        long = format!("{long} {note}");
    }
    if let Some(variable) = arg.get_env() {
        long = format!("{long} [env: {}]", variable.to_string_lossy());
    }
    let heading = match arg.get_help_heading() {
        _ if language != Language::French => None,
        Some(heading) => french::heading(heading),
        None if arg.is_positional() => Some("Arguments\u{a0}"),
        None => Some("Options\u{a0}"),
    };
    let names: Vec<_> = arg.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect();
    let arg = match language {
        Language::French if !names.is_empty() => arg.value_names(names.iter().map(|name| french::value(name))),
        _ => arg,
    };
    let arg = arg.help(short).long_help(long).hide_default_value(true).hide_possible_values(true);
    match heading {
        Some(heading) => arg.help_heading(heading),
        None => arg,
    }
}

/// The values that an option has and the one that it takes by itself.
fn notes(arg: &Arg, language: Language) -> Vec<String> {
    if !matches!(arg.get_action(), ArgAction::Set | ArgAction::Append) {
        return Vec::new();
    }
    let [by_default, values] = match language {
        Language::English => ["default", "values"],
        Language::French => ["par défaut", "valeurs"],
    };
    let of_default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let possible: Vec<_> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let note = |name: &str, value: String| (!value.is_empty()).then(|| set(language, &format!("[{name} : {value}]")));
    let default = note(by_default, of_default.join(" ")).filter(|_| !arg.is_hide_default_value_set());
    [default, note(values, possible.join(", "))].into_iter().flatten().collect()
}

/// Colons as a language sets them.
fn set(language: Language, text: &str) -> String {
    match language {
        Language::English => text.replace(" : ", ": "),
        Language::French => text.replace(" :", "\u{a0}:").replace(" ;", "\u{202f};").replace(" ?", "\u{202f}?"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The screen of most terminals.
    const SCREEN: [usize; 2] = [80, 24];

    fn of(name: &str) -> &'static Verb {
        VERBS.iter().find(|verb| verb.name == name).expect("a verb")
    }

    /// Words for values that no French reader would write.
    #[test]
    fn the_french_help_named_values_in_english() {
        for verb in &VERBS {
            let help = help(Language::French, Some(verb.name), "--help");
            for word in [
                "<NAME",
                "<WHAT",
                "<FILE",
                "<TEXT>",
                "=VALUE",
                "<SHARE",
                "|COUNT",
                "<LOG",
                "[STRATEGY",
                " mine.toml",
                " log.csv",
            ] {
                assert!(!help.contains(word), "{word}:\n{help}");
            }
        }
    }

    fn help(language: Language, verb: Option<&str>, flag: &str) -> String {
        let words = ["outreach"].into_iter().chain(verb).chain([flag]);
        let command = command(language, flag == "-h").term_width(SCREEN[0]);
        let asked = command.mut_subcommands(|verb| verb.term_width(SCREEN[0])).try_get_matches_from(words);
        asked.expect_err("help is an error to the parser").to_string()
    }

    #[test]
    fn brief_help_fits_a_screen_and_begins_with_examples() {
        for language in Language::ALL {
            for verb in [None].into_iter().chain(VERBS.iter().map(|verb| Some(verb.name))) {
                let help = help(language, verb, "-h");
                assert!(help.lines().count() <= SCREEN[1], "{} lines:\n{help}", help.lines().count());
                let widest = help.lines().map(|line| line.chars().count()).max().unwrap_or(0);
                assert!(widest <= SCREEN[0], "{widest} characters:\n{help}");
                let mut lines = help.lines().skip(2);
                let examples = verb.map_or(TOP.examples, |name| of(name).examples).len();
                assert!(lines.by_ref().take(examples).all(|line| line.starts_with("  outreach")), "{help}");
                assert_eq!(lines.next(), Some(""), "an example takes two lines:\n{help}");
            }
        }
    }

    #[test]
    fn the_brief_options_are_options() {
        let command = args::command();
        for verb in &VERBS {
            let definition = command.find_subcommand(verb.name).unwrap_or_else(|| panic!("{} is no verb", verb.name));
            for id in verb.brief {
                assert!(definition.get_arguments().any(|arg| arg.get_id() == id), "{}: {id}", verb.name);
            }
        }
        assert_eq!(command.get_subcommands().count(), VERBS.len());
    }

    /// Options, verbs and headings; words that are the same in both languages are named here.
    #[test]
    fn everything_is_said_in_both_languages() {
        let (english, french) = (command(Language::English, false), command(Language::French, false));
        let mut compared = 0;
        for verb in &VERBS {
            let [english, french] = [&english, &french].map(|one| one.find_subcommand(verb.name).expect("a verb"));
            assert_ne!(english.get_about().map(ToString::to_string), french.get_about().map(ToString::to_string));
            for (one, other) in english.get_arguments().zip(french.get_arguments()) {
                let name = format!("{} {}", verb.name, one.get_id());
                let text = |arg: &Arg| arg.get_long_help().map(ToString::to_string).unwrap_or_default();
                assert_ne!(text(one), text(other), "{name} is the same in both languages");
                let (heading, same) = (one.get_help_heading(), other.get_help_heading());
                assert!(heading.is_none() || heading != same, "{name}: {heading:?}");
                compared += 1;
            }
            for (_, english, french) in verb.examples {
                assert_ne!(english, french);
            }
        }
        assert!(compared > 150, "{compared}");
    }

    #[test]
    fn every_french_text_is_of_an_option() {
        let command = command(Language::French, false);
        for (key, ..) in french::OPTIONS {
            let (of_verb, id) = key.split_once('.').map_or((None, *key), |(verb, id)| (Some(verb), id));
            let mut verbs = command.get_subcommands().filter(|verb| of_verb.is_none_or(|name| verb.get_name() == name));
            assert!(verbs.any(|verb| verb.get_arguments().any(|arg| arg.get_id() == id)), "{key} is of no option");
        }
    }
}
