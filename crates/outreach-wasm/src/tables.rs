//! Call logs, and how tables are laid out.

use std::io::Cursor;

use js_sys::Object;
use outreach_io::ask::CalibrateQuestion;
use outreach_io::{CallLog, DateFormat, LogLayout, Role, Setting, near_miss};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::Shape;
use crate::error::{Thrown, set};
use crate::input::Options;

type Result<T, E = Thrown> = std::result::Result<T, E>;

/// The rates that a call log tells, beside the documented and the published ones; `settings` has them for other calls.
#[wasm_bindgen(unchecked_return_type = "Answer<CalibrateAnswer> & { settings: Settings }")]
pub fn calibrate(
    log: Vec<u8>,
    #[wasm_bindgen(unchecked_optional_param_type = "CalibrateOptions")] options: &JsValue,
) -> Result<Object> {
    let mut options = Options::of(options);
    let shape = Shape::of(&mut options);
    let (name, layout) = (options.name("log.csv"), log_layout(&mut options));
    let weight = options.parsed("priorWeight", "a number of trials above 0");
    let prior = options.text("prior");
    let preset = options.parsed("preset", "documented or published").unwrap_or_default();
    options.finish()?;
    let mut question = CalibrateQuestion { preset, ..CalibrateQuestion::default() };
    if let Some(prior) = prior {
        question = question.with_prior(&prior, weight).map_err(|error| Thrown::of("prior", error))?;
    }
    let answer = question.run(CallLog::read(name, Cursor::new(log), layout)?)?;
    let object = shape.told(&answer);
    set(&object, "settings", &object_of(&answer.settings()));
    Ok(object)
}

/// Settings as JavaScript has them.
pub(crate) fn object_of(settings: &[Setting]) -> Object {
    let object = Object::new();
    for setting in settings {
        set(&object, setting.key(), &setting.value().into());
    }
    object
}

pub(crate) fn log_layout(options: &mut Options) -> LogLayout {
    let usual = LogLayout::default();
    let mut layout = LogLayout {
        delimiter: delimiter(options),
        date_format: options.read("dateFormat", "dmy or mdy", |text| match text {
            "dmy" => Some(DateFormat::Dmy),
            "mdy" => Some(DateFormat::Mdy),
            _ => None,
        }),
        cold_words: options.texts("coldValues"),
        warm_words: options.texts("warmValues"),
        meeting_words: options.texts("meetingValues"),
        no_meeting_words: options.texts("noMeetingValues"),
        not_reached_words: options.texts("notReachedValues"),
        open_words: options.texts("openValues"),
        talk_time: options.parsed("talkTime", "a number of seconds (0 or more)").unwrap_or(usual.talk_time),
        no_dates: options.flag("noDates"),
        newest_first: options.flag("newestFirst"),
        skip_lines: options.parsed("skipLines", "a number of lines").unwrap_or_default(),
        strict: options.flag("strict"),
        allow_rejected: options.flag("allowRejected"),
        ..usual
    };
    for (what, column) in options.named("columns") {
        if let Some(role) = Role::ALL.into_iter().find(|role| role.key() == what) {
            layout = layout.with_column(role, column);
        } else {
            let names = Role::ALL.map(Role::key);
            let hint = near_miss(&what, names);
            options.refuse("columns", format!("unknown column `{what}`{hint}; accepted: {}", names.join(", ")));
        }
    }
    layout
}

pub(crate) fn delimiter(options: &mut Options) -> Option<u8> {
    let read = |text: &str| match text.as_bytes() {
        [byte] if byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'"' => Some(*byte),
        _ => None,
    };
    options.read("delimiter", "one character that is no letter, digit or quote", read)
}
