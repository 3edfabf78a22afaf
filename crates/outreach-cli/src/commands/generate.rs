//! `completions` and `man`, made from the definition of the command line itself; `schema`, made from the types of answers and questions.

use anyhow::{Context, Result};
use clap_complete::Shell;
use clap_mangen::Man;
use outreach_io::question::Question;
use outreach_io::{Language, answer};

use crate::exit::wrong_usage;
use crate::output::Output;
use crate::{args, help};

pub(crate) fn completions(shell: Shell) -> Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut args::command(), "outreach", &mut script);
    Output::Standard.write(&script)
}

pub(crate) fn schema(verb: &str, of_question: bool) -> Result<()> {
    let schema = match (verb, of_question) {
        ("error", true) => return Err(wrong_usage("an error has no question", "une erreur n'a pas de question")),
        ("error", false) => Some(answer::error_schema()),
        (verb, true) => Question::schema(verb),
        (verb, false) => answer::schema(verb),
    };
    let schema = schema.context("the parser lets no other verb through")?;
    Output::Standard.write(format!("{schema:#}\n").as_bytes())
}

/// The page of the command, followed by the page of each verb with its options.
pub(crate) fn man(language: Language) -> Result<()> {
    let verbs = match language {
        Language::English => "VERBS",
        Language::French => "VERBES",
    };
    let mut command = help::command(language, false).subcommand_help_heading(verbs);
    command.build();
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    for verb in command.get_subcommands().filter(|verb| verb.get_name() != "help") {
        let verb = Man::new(verb.clone());
        verb.render_name_section(&mut page)?;
        verb.render_synopsis_section(&mut page)?;
        verb.render_options_section(&mut page)?;
    }
    let page = String::from_utf8(page)?;
    let page = if language == Language::French { page.replace(".SH NAME\n", ".SH NOM\n") } else { page };
    Output::Standard.write(page.as_bytes())
}
