//! What can be read: the model, its parameters with their sources, pages of the manual.

use rmcp::model::{Resource, ResourceContents};

/// Name, title, media type, text.
type Page = (&'static str, &'static str, &'static str, &'static str);

const MARKDOWN: &str = "text/markdown";

/// The pages, the first ones first to be read.
const PAGES: &[Page] = &[
    ("model", "The model: every rule, and how each number is computed", MARKDOWN, include_str!("../manual/model.md")),
    (
        "parameters",
        "Every probability with its range, confidence and source, a coach's and the published ones",
        "text/csv",
        include_str!("../manual/parameters.csv"),
    ),
    ("manual/tour", "A tour in ten minutes", MARKDOWN, include_str!("../manual/tour.md")),
    ("manual/calibration", "Your own rates", MARKDOWN, include_str!("../manual/calibration.md")),
    ("manual/strategies", "Strategies", MARKDOWN, include_str!("../manual/strategies.md")),
    ("manual/sensitivity", "Sensitivity", MARKDOWN, include_str!("../manual/sensitivity.md")),
    (
        "manual/how-many-calls",
        "How many calls for ten meetings?",
        MARKDOWN,
        include_str!("../manual/how-many-calls.md"),
    ),
    (
        "manual/worth-an-introduction",
        "Is it worth asking for introductions?",
        MARKDOWN,
        include_str!("../manual/worth-an-introduction.md"),
    ),
    (
        "manual/six-hours",
        "Six hours a week: strangers, or introductions first?",
        MARKDOWN,
        include_str!("../manual/six-hours.md"),
    ),
    ("manual/whom-first", "Whom shall I call first?", MARKDOWN, include_str!("../manual/whom-first.md")),
    ("manual/validation", "What the answers are checked against", MARKDOWN, include_str!("../manual/validation.md")),
    ("manual/reproducibility", "Reproducibility", MARKDOWN, include_str!("../manual/reproducibility.md")),
    ("manual/comparison", "Comparison with other tools", MARKDOWN, include_str!("../manual/comparison.md")),
];

/// All of them, without their text.
pub(crate) fn all() -> Vec<Resource> {
    let resource = |&(name, title, media, text): &Page| {
        Resource::new(uri(name), name).with_title(title).with_mime_type(media).with_size(text.len() as u64)
    };
    PAGES.iter().map(resource).collect()
}

/// The text of one.
pub(crate) fn read(asked: &str) -> Option<ResourceContents> {
    let (name, _, media, text) = PAGES.iter().find(|(name, ..)| uri(name) == asked)?;
    let (uri, mime_type) = (uri(name), Some((*media).to_owned()));
    Some(ResourceContents::TextResourceContents { uri, mime_type, text: (*text).to_owned(), meta: None })
}

fn uri(name: &str) -> String {
    format!("outreach://{name}")
}
