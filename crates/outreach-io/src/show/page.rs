//! An answer as a page that stands alone: the answer in one sentence, pictures, tables, where it comes from, and the
//! command that repeats it.

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};

use super::draw::Image;
use super::provenance::VERSION;
use super::{Answer, Document, TextStyle};
use crate::Language;

/// The names end as HTML does, so that all texts are escaped.
const TEMPLATES: [(&str, &str); 2] =
    [("page.html", include_str!("page.html")), ("section.html", include_str!("section.html"))];

/// An answer as HTML; `command` is what repeats it.
///
/// The page asks no network, prints well, and has the picture's words for screen readers.
///
/// # Errors
/// Why the picture cannot be drawn.
///
/// ```
/// use outreach_io::{Language, Modelled, Scenario, page};
///
/// let answer = Modelled::new(Scenario::of_layers(&[])?.rates())?;
/// let html = page(&answer, Language::French, "outreach model --report tree.html").unwrap();
/// assert!(html.starts_with("<!DOCTYPE html>") && html.contains("L&#x27;arbre d&#x27;un appel"));
/// # Ok::<(), outreach_io::Error>(())
/// ```
pub fn page(answer: &dyn Answer, language: Language, command: &str) -> Result<String, String> {
    let mut document = answer.whole(TextStyle { language, ..TextStyle::default() });
    rendered(
        "page.html",
        context! {
            language => language.key(),
            version => VERSION,
            title => document.take_title(),
            origin => document.origin(),
            origin_title => language.origin_title(),
            again_with => language.again_with(),
            command,
            ..section_of(answer, &document)?
        },
    )
}

/// The answer, its notes, picture and tables alone, for a page that holds more: a notebook.
///
/// # Errors
/// Why the picture cannot be drawn.
///
/// ```
/// use outreach_io::{Language, Modelled, Scenario, section};
///
/// let answer = Modelled::new(Scenario::of_layers(&[])?.rates())?;
/// let html = section(&answer, Language::English).unwrap();
/// assert!(html.starts_with("<p class=\"answer\">"));
/// # Ok::<(), outreach_io::Error>(())
/// ```
pub fn section(answer: &dyn Answer, language: Language) -> Result<String, String> {
    let mut document = answer.whole(TextStyle { language, ..TextStyle::default() });
    document.take_title();
    rendered("section.html", section_of(answer, &document)?)
}

fn section_of(answer: &dyn Answer, document: &Document) -> Result<Value, String> {
    let language = document.say();
    let picture = answer.picture(language).map(|picture| picture.draw(Image::Svg)).transpose()?;
    let picture = picture.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let sentence = answer.sentence(language);
    // What is drawn by letters stands in the picture, where there is one.
    let blocks = Value::from(Serde(document.parts(&sentence, picture.is_none())));
    Ok(context! { sentence, notes => [answer.warnings(language), answer.notes(language)].concat(), blocks, picture })
}

fn rendered(name: &str, context: Value) -> Result<String, String> {
    let render = || {
        let mut environment = Environment::new();
        for (name, source) in TEMPLATES {
            environment.add_template(name, source)?;
        }
        environment.get_template(name)?.render(context)
    };
    render().map_err(|error: minijinja::Error| error.to_string())
}
