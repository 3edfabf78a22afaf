//! What people come with: each a prompt that names the tools and what has to be said with every number.

use outreach_io::{Fault, Language};
use rmcp::ErrorData;
use rmcp::model::{GetPromptResult, JsonObject, Prompt, PromptArgument, PromptMessage, Role};
use serde_json::Value;

/// A blank of a prompt with what stands there unless it is filled in.
type Blank = (&'static str, &'static str, &'static str);

/// One thing that people come with: `{name}` stands for a blank.
struct Errand {
    name: &'static str,
    title: &'static str,
    blanks: &'static [Blank],
    text: &'static str,
}

const ERRANDS: &[Errand] = &[
    Errand {
        name: "job-seeker",
        title: "A job seeker with some introductions and a list of names",
        blanks: &[
            ("introductions", "People to whom somebody introduces me", "15"),
            ("names", "All people I will call, the introduced ones among them", "60"),
        ],
        text: "I look for a job. I will call {names} people, to {introductions} of whom somebody introduces me. How many meetings \
               will that bring? Use the tool `simulate` with the settings calls = {names} and warm = {introductions}; then \
               `compare` with one more introduction in ten, to see what introductions are worth.",
    },
    Errand {
        name: "manager-with-a-log",
        title: "A sales manager with a call log",
        blanks: &[
            ("log", "The file with the calls, in an allowed folder", "log.csv"),
            ("calls", "Calls to plan with", "400"),
        ],
        text: "My team's calls are in {log}. What are our own rates, do they change, and how many meetings will the next {calls} \
               calls bring? Use `calibrate` on the log, look at the rejected rows and at how its words were read; then `backtest`, \
               to see how well forecasts from this log have been; then `simulate` with calls = {calls} and the learned rates as \
               settings.",
    },
    Errand {
        name: "fund-raiser",
        title: "A fund-raiser with a few hours a week",
        blanks: &[("hours", "Hours a week", "6"), ("meetings", "Meetings needed", "10")],
        text: "I raise funds and have {hours} hours a week. Shall I call strangers, or look for introductions first, and when shall \
               I have {meetings} meetings? Use `compare` with hours = {hours}, then `plan` with meetings = {meetings}, \
               solve = hours and hours_per_week = {hours}.",
    },
    Errand {
        name: "check-a-claim",
        title: "A statistician who checks a claim",
        blanks: &[("claim", "What is claimed", "forty calls bring 25 meetings")],
        text: "Somebody claims: {claim}. How likely is that? Use `simulate` with what the claim says and its number of meetings in \
               at_least, once with preset = documented and once with preset = published; `sensitivity`, to see on which \
               assumption it hangs; and read the resource outreach://parameters for the sources. Say which figures would make \
               the claim true.",
    },
    Errand {
        name: "program-reading-json",
        title: "A program that reads JSON",
        blanks: &[("question", "What the program has to know", "the chance of at least 10 meetings from 80 calls")],
        text: "Answer with JSON alone, no words around it: {question}. Call the tool that fits and return of its structured content \
               the fields that answer this, with `schema`, `version`, `assumptions`, and the range with its probability.",
    },
];

/// What an answer owes whoever asked.
const OWED: &str = "Say with every number its range and that range's probability, whether it is exact or simulated, and whose \
                    figures it rests on. Unless rates were set, these are a coach's, and optimistic: show the published ones beside.";

/// All of them.
pub(crate) fn all() -> Vec<Prompt> {
    let argument = |&(name, told, usual): &Blank| {
        PromptArgument::new(name).with_description(format!("{told}; {usual} unless given")).with_required(false)
    };
    let prompt = |errand: &Errand| {
        let arguments = errand.blanks.iter().map(argument).collect();
        Prompt::new(errand.name, Some(errand.title), Some(arguments)).with_title(errand.title)
    };
    ERRANDS.iter().map(prompt).collect()
}

/// One of them with its blanks filled in; what is unknown is an error.
pub(crate) fn filled(name: &str, given: Option<&JsonObject>) -> Result<GetPromptResult, ErrorData> {
    let errand = ERRANDS.iter().find(|errand| errand.name == name);
    let wrong = |fault: Fault| ErrorData::invalid_params(fault.message(Language::English), None);
    let unknown = || wrong(Fault::unknown("prompt", name, ERRANDS.iter().map(|errand| errand.name)));
    let errand = errand.ok_or_else(unknown)?;
    let blanks = || errand.blanks.iter().map(|&(blank, ..)| blank);
    let unknown = given.into_iter().flat_map(JsonObject::keys).find(|name| blanks().all(|blank| blank != *name));
    if let Some(name) = unknown {
        return Err(wrong(Fault::unknown("argument", name, blanks())));
    }
    let text = errand.blanks.iter().fold(errand.text.to_owned(), |text, (blank, _, usual)| {
        let value = given.and_then(|given| given.get(*blank));
        let value = value.map_or_else(|| (*usual).to_owned(), written);
        text.replace(&format!("{{{blank}}}"), &value)
    });
    let message = PromptMessage::new_text(Role::User, format!("{text}\n\n{OWED}"));
    Ok(GetPromptResult::new(vec![message]).with_description(errand.title))
}

fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
