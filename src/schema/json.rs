//! The table as JSON Schema (draft-07, which the language servers for YAML and TOML know).
//!
//! It says what the loader says, as far as values have kept what was typed: to a schema, `~` is nothing and
//! `1.0` a whole number, where the loader sees the characters.

use serde_json::{Map as Object, Value, json};

use super::File;
use super::field::{FIELD_TYPES, FieldType};
use super::shape::{Key, Map, Need, Shape};

/// A month or a day that exists.
const DATE: &str = "(?:[0-9]{4}-(?:0[1-9]|1[0-2])|[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])\
    |(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))\
    |(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

/// The schema of one kind of file.
#[must_use]
pub fn schema(file: File) -> Value {
    let mut schema = object(file.map());
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(format!("Twohats: {}", file.map().name));
    schema
}

/// The schemas of all kinds in one.
#[must_use]
pub fn all() -> Value {
    let definitions: Object<String, Value> =
        File::ALL.iter().map(|file| (file.name().to_owned(), object(file.map()))).collect();
    let any: Vec<Value> = File::ALL
        .iter()
        .map(|file| json!({"$ref": format!("#/definitions/{}", file.name())}))
        .collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Twohats",
        "anyOf": any,
        "definitions": definitions,
    })
}

fn object(map: &'static Map) -> Value {
    keys(map.about, map.all(), map.one_of)
}

/// A group of these keys and no others.
fn keys(about: &str, all: impl Iterator<Item = &'static Key>, one_of: &[&'static str]) -> Value {
    let all: Vec<&Key> = all.collect();
    let properties: Object<String, Value> =
        all.iter().map(|key| (key.name.to_owned(), key_schema(key, one_of))).collect();
    let required: Vec<&str> =
        all.iter().filter(|key| key.need == Need::Needed).map(|key| key.name).collect();
    let mut schema = json!({
        "type": "object",
        "description": about,
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if !one_of.is_empty() {
        let each: Vec<Value> = one_of.iter().map(|name| json!({"required": [name]})).collect();
        schema["oneOf"] = json!(each);
    }
    schema
}

fn key_schema(key: &Key, one_of: &[&'static str]) -> Value {
    let need = if one_of.contains(&key.name) { Need::Needed } else { key.need };
    let mut schema = shape(&key.shape, need);
    schema["description"] = json!(key.about);
    schema["examples"] = json!([key.example]);
    schema
}

fn shape(shape: &Shape, need: Need) -> Value {
    match shape {
        Shape::Text | Shape::Line | Shape::Prose => text(need),
        Shape::Texts | Shape::Lines | Shape::Ids(_) => texts(need),
        Shape::Word(words) => words_schema(words, need),
        Shape::YesNo => json!({"enum": ["yes", "no", true, false, "true", "false", "", null]}),
        Shape::Number(range) => number(*range, need),
        Shape::Date => {
            json!({"type": ["string", "null"], "pattern": format!("^(?:{DATE})?$")})
        }
        Shape::Group(map) => maybe_null(object(map), need),
        Shape::Groups(map) => list(object(map), need),
        Shape::Fields => list(fields(|_| true), need),
        Shape::Columns => list(fields(|one| one.in_tables), need),
        Shape::Example => json!({
            "type": ["string", "number", "boolean", "null", "array"],
            "items": {"type": ["string", "number", "boolean", "null", "array"], "items": scalar()},
        }),
        Shape::Named => json!({"type": ["object", "null"], "additionalProperties": scalar()}),
        Shape::Anything => json!({}),
    }
}

/// Whatever YAML makes of a text.
fn scalar() -> Value {
    json!({"type": ["string", "number", "boolean", "null"]})
}

fn text(need: Need) -> Value {
    match need {
        Need::Needed => json!({"type": ["string", "number", "boolean"], "pattern": "\\S"}),
        Need::Optional => scalar(),
    }
}

/// A list, or one text that is no list gone wrong: `-one`.
fn texts(need: Need) -> Value {
    let one = json!({
        "type": ["array", "string", "number", "boolean"],
        "items": scalar(),
        "pattern": "^(?!-)",
        "minimum": 0,
    });
    match need {
        Need::Needed => {
            let mut one = one;
            one["minItems"] = json!(1);
            one["pattern"] = json!("^(?!-)[\\s\\S]*\\S");
            one
        }
        Need::Optional => maybe_null(one, need),
    }
}

fn words_schema(words: &[&str], need: Need) -> Value {
    let mut all: Vec<Value> = words.iter().map(|word| json!(word)).collect();
    if need == Need::Optional {
        all.extend([json!(""), Value::Null]);
    }
    json!({"enum": all})
}

fn number(range: Option<(i64, i64)>, need: Need) -> Value {
    let mut number = json!({"type": ["integer", "string"], "pattern": "^[+-]?[0-9]+$"});
    if let Some((least, most)) = range {
        let texts: Vec<String> = (least..=most).map(|one| one.to_string()).collect();
        number["minimum"] = json!(least);
        number["maximum"] = json!(most);
        number["pattern"] = json!(format!("^[+]?0*(?:{})$", texts.join("|")));
    }
    maybe_null(number, need)
}

fn list(items: Value, need: Need) -> Value {
    let mut list = json!({"type": "array", "items": items});
    if need == Need::Needed {
        list["minItems"] = json!(1);
    }
    maybe_null(list, need)
}

/// A key with nothing behind it counts as one that is not there.
fn maybe_null(mut schema: Value, need: Need) -> Value {
    if need == Need::Optional {
        match &mut schema["type"] {
            Value::Array(types) => types.push(json!("null")),
            one => *one = json!([one.take(), "null"]),
        }
    }
    schema
}

/// One field: its type, and for each type the keys that go with it.
fn fields(is_meant: impl Fn(&FieldType) -> bool) -> Value {
    let types: Vec<&'static FieldType> = FIELD_TYPES.iter().filter(|one| is_meant(one)).collect();
    let each: Vec<Value> = types.iter().map(|one| field(one)).collect();
    json!({"type": "object", "description": "A field: its type, its label, and what goes with it.", "oneOf": each})
}

fn field(one: &'static FieldType) -> Value {
    let mut schema = keys(one.about, one.all(), one.one_of);
    let mut label = text(Need::Needed);
    label["description"] = json!(one.about);
    label["examples"] = json!([one.example]);
    schema["properties"][one.name] = label;
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let required: Vec<Value> = [json!(one.name)].into_iter().chain(required).collect();
    schema["required"] = json!(required);
    schema
}
