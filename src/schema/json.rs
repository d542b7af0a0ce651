//! Keys as JSON Schema (draft-07, which the language servers for YAML and TOML know).
//!
//! It says what the loader says, as far as values have kept what was typed: to a schema, `~` is nothing and
//! `1.0` a whole number, where the loader sees the characters.

use serde_json::{Map as Object, Value, json};

use crate::diagnostic::RuleLevel;
use crate::diagnostic::rules::{RULES, Rule};
use crate::model::MARKS;

use super::key::{Filled, Key, Map, Need, Range, Shape};

/// The most numbers that a pattern for texts names one by one.
const MOST_TOLD: u32 = 1000;

/// A month.
const MONTH: &str = "[0-9]{4}-(?:0[1-9]|1[0-2])";

/// A language's tag.
const TAG: &str = "^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$";

/// A day that exists.
const DAY: &str = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])\
    |(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))\
    |(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

/// The schema of a file with these keys.
#[must_use]
pub fn schema(map: &'static Map) -> Value {
    let mut schema = object(map);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(format!("Twohats: {}", map.name));
    schema
}

/// The schemas of several kinds of files in one, each by its name.
#[must_use]
pub fn all(files: &[(&str, &'static Map)]) -> Value {
    let definitions: Object<String, Value> =
        files.iter().map(|(name, map)| ((*name).to_owned(), object(map))).collect();
    let any: Vec<Value> =
        files.iter().map(|(name, _)| json!({"$ref": format!("#/definitions/{name}")})).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Twohats",
        "anyOf": any,
        "definitions": definitions,
    })
}

fn object(map: &'static Map) -> Value {
    let all: Vec<&Key> = map.all().collect();
    let whole = keys(map.about, &all);
    // Whichever of the keys is there, the others are none of its keys.
    let one = |name: &&'static str| {
        let others = |key: &&&Key| key.name == *name || !map.one_of.contains(&key.name);
        let keys_of_it: Vec<&Key> = all.iter().filter(others).copied().collect();
        (*name, keys(map.about, &keys_of_it))
    };
    choose(map.one_of.iter().map(one), whole, map.one_of)
}

/// The schema of whichever key is there; `whole`, which then lacks one, when none is.
fn choose(
    each: impl DoubleEndedIterator<Item = (&'static str, Value)>,
    mut whole: Value,
    names: &[&'static str],
) -> Value {
    if names.is_empty() {
        return whole;
    }
    // What is needed is told as one, and not as the lack of each: no group of keys is a text.
    if let Some(whole) = whole.as_object_mut() {
        whole.remove("required");
    }
    let words = format!("one of these is needed: {}", names.join(", "));
    whole["allOf"] = json!([{"type": "string", "errorMessage": words}]);
    let about = whole["description"].clone();
    let mut schema = each.rev().fold(
        whole,
        |rest, (name, one)| json!({"if": {"type": "object", "required": [name]}, "then": one, "else": rest}),
    );
    schema["type"] = json!("object");
    schema["description"] = about;
    schema
}

/// A group of these keys and no others.
fn keys(about: &str, all: &[&Key]) -> Value {
    let properties: Object<String, Value> =
        all.iter().map(|key| (key.name.to_owned(), key_schema(key))).collect();
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
    schema
}

fn key_schema(key: &Key) -> Value {
    described(shape(&key.shape, key.need), key.about, key.example)
}

/// A schema with what a hovering pointer shows.
fn described(mut schema: Value, about: &str, example: &str) -> Value {
    schema["description"] = json!(about);
    schema["markdownDescription"] = json!(format!("{about}\n\n```yaml\n{example}\n```"));
    schema
}

fn shape(shape: &Shape, need: Need) -> Value {
    match shape {
        Shape::Text | Shape::Line | Shape::Prose | Shape::FieldId => text(need),
        Shape::Form(pattern) => json!({
            "type": "string",
            "pattern": pattern.regex,
            "patternErrorMessage": format!("write {}", pattern.words),
        }),
        Shape::Texts | Shape::Lines | Shape::Ids(_) => texts(need),
        Shape::Word(words) => words_schema(&words(), need),
        Shape::YesNo => yes_no(),
        Shape::Number => number(None, need),
        Shape::Count(range) => number(Some(range), need),
        Shape::Date => {
            json!({
                "type": ["string", "null"],
                "pattern": format!("^(?:{MONTH}|{DAY})$"),
                "patternErrorMessage": "write a month as `2025-06` or a day as `2025-06-30`",
            })
        }
        Shape::Group(map) => maybe_null(object(map), need),
        Shape::Groups(map) => list(&object(map), need),
        Shape::Typed(types) => list(&typed(&(types.all)()), need),
        Shape::Example(filled) => example(*filled),
        Shape::Named => json!({"type": ["object", "null"], "additionalProperties": scalar()}),
        Shape::Languages(map) => json!({
            "type": ["object", "null"],
            "propertyNames": {"pattern": TAG},
            "additionalProperties": object(map),
        }),
        Shape::Rules => rules(),
        Shape::Alike => alike(),
        Shape::Anything => json!({}),
    }
}

fn yes_no() -> Value {
    json!({
        "enum": ["yes", "no", true, false, "true", "false", null],
        "errorMessage": "write `yes` or `no`",
    })
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

/// What a field may hold. Several of anything are taken too, and whether an option is one nobody can know here.
fn example(filled: Filled) -> Value {
    const NUMBER: &str = r"^\s*(?:[+-]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?)?\s*$";
    let several = json!({"type": "array", "items": scalar()});
    let (one, words) = match filled {
        Filled::Words | Filled::Several => (scalar(), "words"),
        Filled::Number => {
            (json!({"type": ["number", "string", "null"], "pattern": NUMBER}), "a number")
        }
        Filled::Date => (
            json!({"type": ["string", "null"], "pattern": format!("^{DAY}$")}),
            "a day as `2026-06-30`",
        ),
        Filled::Mark => {
            let (least, most) = (MARKS.start(), MARKS.end());
            let pattern = format!("^[+]?0*[{least}-{most}]$");
            let mark = json!({"type": ["integer", "string", "null"], "minimum": least, "maximum": most, "pattern": pattern});
            (mark, "a whole number from 1 to 5")
        }
        Filled::Tick => (yes_no(), "`yes` or `no`"),
        Filled::Rows => {
            let rows = json!({"type": ["array", "null"], "items": several});
            return rows;
        }
    };
    json!({"anyOf": [one, several], "errorMessage": format!("write {words}")})
}

/// Lists of at least two texts each.
fn alike() -> Value {
    json!({
        "type": ["array", "null"],
        "items": {"type": "array", "items": text(Need::Needed), "minItems": 2},
    })
}

/// How bad each rule is to be. What would leave out something that somebody wrote stays an error.
fn rules() -> Value {
    let level = |rule: &&'static Rule| {
        let levels = RuleLevel::ALL.into_iter();
        let levels = levels.filter(|(_, level)| *level == RuleLevel::Error || !rule.is_firm());
        let names: Vec<&str> = levels.map(|(name, _)| name).collect();
        (rule.name.to_owned(), words_schema(&names, Need::Needed))
    };
    let properties: Object<String, Value> = RULES.iter().map(level).collect();
    json!({"type": ["object", "null"], "properties": properties, "additionalProperties": false})
}

/// A list, or one text that is no list gone wrong: `-one`.
fn texts(need: Need) -> Value {
    let one = json!({
        "type": ["array", "string", "number", "boolean"],
        "items": scalar(),
        "pattern": "^(?!-)",
        "patternErrorMessage": "put a space after each `-` of a list",
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
        all.push(Value::Null);
    }
    json!({"enum": all, "errorMessage": format!("write one of these: {}", words.join(", "))})
}

fn number(range: Option<&Range>, need: Need) -> Value {
    let mut number = json!({
        "type": ["integer", "string"],
        "pattern": "^[+-]?[0-9]+$",
        "patternErrorMessage": "write a whole number, as in `3`",
    });
    if let Some(&Range { least, most, .. }) = range {
        let texts: Vec<String> = (least..=most.min(MOST_TOLD)).map(|one| one.to_string()).collect();
        let texts = if most > MOST_TOLD { "[1-9][0-9]*".to_owned() } else { texts.join("|") };
        number["minimum"] = json!(least);
        number["maximum"] = json!(most);
        number["patternErrorMessage"] = json!(format!("write a number from {least} to {most}"));
        number["pattern"] = json!(format!("^[+]?0*(?:{texts})$"));
    }
    maybe_null(number, need)
}

fn list(items: &Value, need: Need) -> Value {
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
fn typed(types: &[&'static Map]) -> Value {
    let labels: Vec<&Key> = types.iter().filter_map(|one| one.all().next()).collect();
    let names: Vec<&'static str> = labels.iter().map(|label| label.name).collect();
    let whole = keys("A field: its type with its label, and what goes with it.", &labels);
    choose(types.iter().map(|one| (one.name, object(one))), whole, &names)
}
