//! An answer as a page that stands alone: the answer in one sentence, pictures, tables, where it comes from, and the
//! command that makes it again.

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};

use super::draw::Image;
use super::provenance::VERSION;
use super::{Answer, Look};
use crate::Language;

/// The name ends as HTML does, so that all texts are escaped.
const NAME: &str = "page.html";

/// An answer as HTML; `command` is what makes it again.
///
/// The page asks no network, prints well, and has the picture's words for screen readers.
///
/// # Errors
/// Why the picture cannot be drawn.
///
/// ```
/// use outreach_io::{Language, Model, Scenario, page};
///
/// let answer = Model::new(Scenario::of_layers(&[])?.rates())?;
/// let html = page(&answer, Language::French, "outreach model --report tree.html").unwrap();
/// assert!(html.starts_with("<!DOCTYPE html>") && html.contains("L&#x27;arbre d&#x27;un appel"));
/// # Ok::<(), outreach_io::Error>(())
/// ```
pub fn page(answer: &dyn Answer, language: Language, command: &str) -> Result<String, String> {
    let picture = answer.picture(language).map(|picture| picture.draw(Image::Svg)).transpose()?;
    let picture = picture.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let mut document = answer.document(Look { language, ..Look::default() });
    let title = document.take_title();
    let sentence = answer.sentence(language);
    let mut environment = Environment::new();
    environment.add_template(NAME, include_str!("page.html")).map_err(|error| error.to_string())?;
    let page = environment.get_template(NAME).map_err(|error| error.to_string())?;
    let rendered = page.render(context! {
        language => language.key(),
        version => VERSION,
        title,
        sentence => sentence.as_str(),
        notes => answer.notes(language),
        // What is drawn by letters stands in the picture, where there is one.
        blocks => Value::from(Serde(document.parts(&sentence, picture.is_none()))),
        origin => document.origin(),
        picture,
        origin_title => language.origin_title(),
        again_with => language.again_with(),
        command,
    });
    rendered.map_err(|error| error.to_string())
}
