//! What can be read: the model, its parameters with their sources, the manual's pages.

use rmcp::model::{Resource, ResourceContents};

/// The end of an address, and the text.
type Page = (&'static str, &'static str);

macro_rules! pages {
    ($($name:literal)*) => {
        &[
            ("model", include_str!("../manual/model.md")),
            $((concat!("manual/", $name), include_str!(concat!("../manual/", $name, ".md")))),*
        ]
    };
}

/// The pages, each with a heading and a paragraph that says what it is about; in the manual's order.
const PAGES: &[Page] = pages![
    "introduction" "tour" "questions" "fifteen-introductions" "next-week" "how-many-calls" "worth-an-introduction"
    "disliked-connector" "one-connector" "bought-list" "six-hours" "chain-of-names" "hours-for-twenty" "whom-first" "call-again"
    "check-a-claim" "json" "calibration" "strategies" "sensitivity" "cli" "embedding" "python" "python-reference" "cluster" "browser"
    "embedding-browser" "validation" "reproducibility" "performance" "design" "comparison"
];

const PARAMETERS: Page = ("parameters", include_str!("../manual/parameters.csv"));

/// All of them, without their text.
pub(crate) fn all() -> Vec<Resource> {
    let parameters = of(PARAMETERS, "text/csv")
        .with_title("The parameters")
        .with_description("Every probability with its range, confidence and source, a coach's and the published ones.");
    let page = |&(name, text): &Page| {
        let (title, about) = beginning(text);
        of((name, text), "text/markdown").with_title(title).with_description(about)
    };
    std::iter::once(parameters).chain(PAGES.iter().map(page)).collect()
}

fn of((name, text): Page, media: &str) -> Resource {
    Resource::new(uri(name), name).with_mime_type(media).with_size(text.len() as u64)
}

/// The heading of a page and its first paragraph.
fn beginning(text: &'static str) -> (&'static str, String) {
    let (title, rest) = text.trim_start_matches("# ").split_once("\n\n").unwrap_or((text, ""));
    (title, rest.split("\n\n").next().unwrap_or_default().replace('\n', " "))
}

/// The text of one.
pub(crate) fn read(asked: &str) -> Option<ResourceContents> {
    let resource = all().into_iter().find(|resource| resource.uri == asked)?;
    let (_, text) = PAGES.iter().chain([&PARAMETERS]).find(|(name, _)| *name == resource.name)?;
    let (uri, mime_type) = (resource.uri, resource.mime_type);
    Some(ResourceContents::TextResourceContents { uri, mime_type, text: (*text).to_owned(), meta: None })
}

fn uri(name: &str) -> String {
    format!("outreach://{name}")
}
