//! Answers as TypeScript and Python declare them, and questions as TypeScript does: all follow from the schemas, and so from the
//! same types.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use outreach_io::answer::WITH_SCHEMA;
use serde_json::{Map, Value};

use crate::behaviour::stdout;

/// What every language is told of a type.
trait Language {
    /// The types of JSON's own, by their names in a schema.
    fn plain(&self, name: &str) -> &'static str;
    /// A constant text.
    fn literals(&self, texts: &[&str]) -> String;
    fn list(&self, items: &str, length: Option<usize>) -> String;
    fn map(&self, values: &str) -> String;
    /// A record without a name, of these fields and their types.
    fn record(&self, fields: &[(&str, String)]) -> String;

    fn type_of(&self, schema: &Value) -> String {
        let types = |schemas: &[Value]| schemas.iter().map(|one| self.type_of(one)).collect::<Vec<_>>();
        if let Some(reference) = schema["$ref"].as_str() {
            return reference.rsplit('/').next().unwrap().to_owned();
        }
        if let Some(options) = schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
            return types(options).join(" | ");
        }
        if let Some(text) = schema["const"].as_str() {
            return self.literals(&[text]);
        }
        if let Some(texts) = schema["enum"].as_array() {
            return self.literals(&texts.iter().filter_map(Value::as_str).collect::<Vec<_>>());
        }
        if let Some(several) = schema["type"].as_array() {
            let one = |name: &Value| {
                let mut schema = schema.clone();
                schema["type"] = name.clone();
                self.type_of(&schema)
            };
            return several.iter().map(one).collect::<Vec<_>>().join(" | ");
        }
        match schema["type"].as_str().unwrap() {
            "array" => {
                let length = schema["maxItems"].as_u64().map(|length| length as usize);
                self.list(&self.type_of(&schema["items"]), length)
            }
            "object" => match schema["properties"].as_object() {
                Some(fields) => {
                    let fields = fields.iter().map(|(name, of)| (name.as_str(), self.type_of(of)));
                    self.record(&fields.collect::<Vec<_>>())
                }
                None => self.map(&self.type_of(&schema["additionalProperties"])),
            },
            plain => self.plain(plain).to_owned(),
        }
    }
}

struct TypeScript;

impl Language for TypeScript {
    fn plain(&self, name: &str) -> &'static str {
        match name {
            "integer" | "number" => "number",
            "string" => "string",
            "boolean" => "boolean",
            "null" => "null",
            "bigint" => "bigint",
            other => panic!("{other} is no plain type"),
        }
    }

    fn literals(&self, texts: &[&str]) -> String {
        texts.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>().join(" | ")
    }

    fn list(&self, items: &str, length: Option<usize>) -> String {
        match length {
            Some(length) => format!("[{}]", vec![items; length].join(", ")),
            None if items.contains('|') => format!("({items})[]"),
            None => format!("{items}[]"),
        }
    }

    fn map(&self, values: &str) -> String {
        format!("Record<string, {values}>")
    }

    fn record(&self, fields: &[(&str, String)]) -> String {
        let fields: Vec<_> = fields.iter().map(|(name, of)| format!("{name}: {of}")).collect();
        format!("{{ {} }}", fields.join("; "))
    }
}

struct Python;

impl Language for Python {
    fn plain(&self, name: &str) -> &'static str {
        match name {
            "integer" => "int",
            "number" => "float",
            "string" => "str",
            "boolean" => "bool",
            "null" => "None",
            other => panic!("{other} is no plain type"),
        }
    }

    fn literals(&self, texts: &[&str]) -> String {
        format!("Literal[{}]", texts.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>().join(", "))
    }

    fn list(&self, items: &str, _: Option<usize>) -> String {
        format!("list[{items}]")
    }

    fn map(&self, values: &str) -> String {
        format!("dict[str, {values}]")
    }

    fn record(&self, fields: &[(&str, String)]) -> String {
        let of = &fields[0].1;
        assert!(fields.iter().all(|(_, other)| other == of), "a record of several types needs a name");
        self.map(of)
    }
}

/// The types of all answers by their names, an answer before what it is made of.
fn types() -> Map<String, Value> {
    types_of(&[])
}

/// The same of what `outreach schema` tells with these options.
fn types_of(options: &[&str]) -> Map<String, Value> {
    let mut types = Map::new();
    for verb in WITH_SCHEMA {
        let mut schema: Value = serde_json::from_str(&stdout(&[&["schema", verb], options].concat())).unwrap();
        let parts = schema["$defs"].take();
        let name = schema["title"].as_str().unwrap().to_owned();
        for (name, part) in [(&name, &schema)].into_iter().chain(parts.as_object().unwrap()) {
            let known = types.entry(name.as_str()).or_insert_with(|| part.clone());
            assert_eq!(known, part, "two types have the name {name}");
        }
    }
    types
}

/// The fields of a type: name, type, whether it is always there, description.
fn fields<'a>(language: &dyn Language, of: &'a Value) -> Vec<(&'a str, String, bool, &'a str)> {
    let required: Vec<_> = of["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let field = |(name, field): (&'a String, &'a Value)| {
        let told = field["description"].as_str().unwrap_or_default();
        (name.as_str(), language.type_of(field), required.contains(&name.as_str()), told)
    };
    of["properties"].as_object().into_iter().flatten().map(field).collect()
}

/// Questions as objects of JavaScript: settings are texts there, since its 1 and 1.0 are the same, and whole numbers may be big.
fn typescript_questions() -> String {
    let mut types = types_of(&["--question"]);
    types.remove("Settings");
    for of in types.values_mut() {
        let fields = of["properties"].as_object_mut().unwrap();
        fields.shift_remove("verb");
        for field in fields.values_mut().filter(|field| field["format"] == "uint64") {
            field["type"].as_array_mut().unwrap().push("bigint".into());
        }
    }
    typescript(&types)
}

fn typescript(types: &Map<String, Value>) -> String {
    let mut text = "// Made from docs/schema by `cargo xtask renew`.\n".to_owned();
    for (name, of) in types {
        write!(text, "\n/** {} */\n", of["description"].as_str().unwrap_or(name)).unwrap();
        if of.get("properties").is_none() {
            writeln!(text, "export type {name} = {};", TypeScript.type_of(of)).unwrap();
            continue;
        }
        writeln!(text, "export interface {name} {{").unwrap();
        for (name, of, always, told) in fields(&TypeScript, of) {
            let plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            let name = if plain && !name.starts_with('0') { name.to_owned() } else { format!("{name:?}") };
            let told = told.replace('\n', " ");
            writeln!(text, "  /** {told} */\n  {name}{}: {of};", if always { "" } else { "?" }).unwrap();
        }
        text += "}\n";
    }
    text
}

fn python() -> String {
    let mut text = r#""""The dictionaries that `to_dict()` returns. Made from docs/schema by `cargo xtask renew`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal, TypedDict, Union

if sys.version_info >= (3, 11):
    from typing import NotRequired
elif TYPE_CHECKING:
    from typing_extensions import NotRequired
"#
    .to_owned();
    let types = types();
    // A name that stands for others is evaluated, and so comes before them, as text.
    for (name, of) in types.iter().filter(|(_, of)| of.get("properties").is_none()) {
        let options = Python.type_of(of);
        let options: Vec<_> = options.split(" | ").map(|option| format!("{option:?}")).collect();
        let told = of["description"].as_str().unwrap_or(name);
        write!(text, "\n{name} = Union[{}]\n\"\"\"{told}\"\"\"\n", options.join(", ")).unwrap();
    }
    for (name, of) in types.iter().filter(|(_, of)| of.get("properties").is_some()) {
        let told = of["description"].as_str().unwrap_or(name);
        let fields = fields(&Python, of);
        let identifier = |name: &str| name != "with" && !name.contains('.');
        let optional = |of: &str, always: bool| if always { of.to_owned() } else { format!("NotRequired[{of}]") };
        if fields.iter().all(|(name, ..)| identifier(name)) {
            write!(text, "\n\nclass {name}(TypedDict):\n    \"\"\"{told}\"\"\"\n").unwrap();
            for (name, of, always, told) in fields {
                write!(text, "\n    {name}: {}\n    \"\"\"{told}\"\"\"\n", optional(&of, always)).unwrap();
            }
        } else {
            write!(text, "\n\n{name} = TypedDict(\n    \"{name}\",\n    {{\n").unwrap();
            for (name, of, always, told) in fields {
                let of = format!("{:?}", optional(&of, always)).replace("\\\"", "'");
                write!(text, "        # {told}\n        \"{name}\": {of},\n").unwrap();
            }
            write!(text, "    }},\n)\n\"\"\"{told}\"\"\"\n").unwrap();
        }
    }
    text
}

/// What the classes of the package say otherwise than `to_dict()`: distributions and records.
const OWN: [(&str, &str); 3] = [("simulate", "exact"), ("compare", "pairs"), ("forecast", "groups")];

/// The attributes of answers: what stands in `to_dict()`, by the same names.
fn attributes() -> String {
    let mut text = r#""""The attributes of answers: what `to_dict()` returns, by the same names. Made from docs/schema by `cargo xtask renew`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from outreach.answers import Answer

if TYPE_CHECKING:
    from outreach import dicts
"#
    .to_owned();
    let types = types();
    for verb in WITH_SCHEMA {
        let schema: Value = serde_json::from_str(&stdout(&["schema", verb])).unwrap();
        let (name, of) = types.get_key_value(schema["title"].as_str().unwrap()).unwrap();
        let (class, told) = (name.replace("Answer", "Fields"), of["description"].as_str().unwrap());
        write!(text, "\n\nclass {class}(Answer):\n    \"\"\"{told}\"\"\"\n\n    __slots__ = ()\n").unwrap();
        write!(text, "\n    if TYPE_CHECKING:\n\n        def to_dict(self) -> dicts.{name}: ...\n").unwrap();
        for (field, of, always, told) in fields(&Python, of) {
            if OWN.contains(&(verb, field)) {
                continue;
            }
            let none = if always || of.ends_with("None") { "" } else { " | None" };
            let of = types.keys().fold(format!(" {of}{none} "), |of, name| {
                let word = |before, after| (format!("{before}{name}{after}"), format!("{before}dicts.{name}{after}"));
                [word(" ", " "), word("[", "]"), word(" ", "]")].iter().fold(of, |of, (old, new)| of.replace(old, new))
            });
            let of = of.trim();
            write!(text, "\n    @property\n    def {field}(self) -> {of}:\n        \"\"\"{told}\"\"\"\n").unwrap();
            writeln!(text, "        found: {of} = self._field(\"{field}\")\n        return found").unwrap();
        }
    }
    text
}

#[test]
fn the_declarations_of_the_faces_are_those_of_the_schemas() {
    for (path, text) in [
        ("outreach-wasm/src/answers.d.ts", typescript(&types())),
        ("outreach-wasm/src/questions.d.ts", typescript_questions()),
        ("outreach-python/python/outreach/dicts.py", python()),
        ("outreach-python/python/outreach/fields.py", attributes()),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
        if std::env::var_os("RENEW").is_some() {
            fs::write(&path, &text).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(kept, text, "cargo xtask renew writes {}", path.display());
    }
}
