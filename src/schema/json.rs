//! Keys as JSON Schema (draft-07, which the language servers for YAML and TOML know).
//!
//! It says what the loader says, as far as values have kept what was typed: to a schema, `~` is nothing and
//! `1.0` a whole number, where the loader sees the characters.

use serde_json::{Map as Object, Value, json};

use super::key::{Key, Map, Need, Shape};
use super::known::Known;
use super::shapes::{
    alike, date, example, list, maybe_null, number, offering, rules, scalar, text, texts,
    words_schema, yes_no,
};

/// A language's tag.
const TAG: &str = "^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$";

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// With all that it needs.
    Whole,
    /// Over another file, whose words it has where it says nothing: of what is needed, only this key is.
    Over(&'static str),
}

/// The schema of a file with these keys, which offers what is known of a book.
#[must_use]
pub fn schema(map: &'static Map, written: Written, known: &Known) -> Value {
    let writer = Writer { known, lacks: written != Written::Whole };
    let mut schema = writer.object(map);
    if let Written::Over(needed) = written
        && let Some(key) = map.all().find(|key| key.name == needed && key.need == Need::Needed)
    {
        schema["required"] = json!([needed]);
        schema["properties"][needed] = Writer { lacks: false, ..writer }.key(key);
    }
    let definitions = known.definitions(&schema);
    if !definitions.is_empty() {
        schema["definitions"] = definitions.into();
    }
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(match written {
        Written::Whole => format!("{OURS}{}", map.name),
        Written::Over(_) => format!("{OURS}{} in another language", map.name),
    });
    schema
}

/// How the title of each of our schemas begins.
const OURS: &str = "Twohats: ";

/// Whether a text is a schema of ours, of any version and any book; also one that Git could not merge.
#[must_use]
pub fn is_ours(text: &str) -> bool {
    text.contains(&format!("\"title\": \"{OURS}"))
}

/// The schemas of several kinds of files in one, each by its name.
#[must_use]
pub fn all(files: &[(&str, &'static Map)]) -> Value {
    let known = Known::default();
    let writer = Writer { known: &known, lacks: false };
    let definitions: Object<String, Value> =
        files.iter().map(|(name, map)| ((*name).to_owned(), writer.object(map))).collect();
    let any: Vec<Value> =
        files.iter().map(|(name, _)| json!({"$ref": format!("#/definitions/{name}")})).collect();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Twohats",
        "anyOf": any,
        "definitions": definitions,
    })
}

/// Writes what may stand behind keys.
#[derive(Clone, Copy)]
struct Writer<'k> {
    known: &'k Known,
    /// Whether what is needed may be missing, since another file has it.
    lacks: bool,
}

impl Writer<'_> {
    fn object(self, map: &'static Map) -> Value {
        let all: Vec<&Key> = map.all().collect();
        let whole = self.keys(map.about, &all);
        // Whichever of the keys is there, the others are none of its keys.
        let one = |name: &&'static str| {
            let others = |key: &&&Key| key.name == *name || !map.one_of.contains(&key.name);
            let keys_of_it: Vec<&Key> = all.iter().filter(others).copied().collect();
            (*name, self.keys(map.about, &keys_of_it))
        };
        choose(map.one_of.iter().map(one), whole, map.one_of)
    }

    /// A group of these keys and no others.
    fn keys(self, about: &str, all: &[&Key]) -> Value {
        let properties: Object<String, Value> =
            all.iter().map(|key| (key.name.to_owned(), self.key(key))).collect();
        let required = all.iter().filter(|key| self.need(key) == Need::Needed);
        let required: Vec<&str> = required.map(|key| key.name).collect();
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

    fn key(self, key: &Key) -> Value {
        described(self.shape(key), key.about, key.example)
    }

    fn need(self, key: &Key) -> Need {
        if self.lacks { Need::Optional } else { key.need }
    }

    fn shape(self, key: &Key) -> Value {
        let need = self.need(key);
        // What is listed is listed as a whole, in a translation too.
        let whole = Self { lacks: false, ..self };
        match key.shape {
            Shape::Text | Shape::Line | Shape::Prose | Shape::FieldId => text(need),
            Shape::Form(pattern) => json!({
                "type": "string",
                "pattern": pattern.regex,
                "patternErrorMessage": format!("write {}", pattern.words),
            }),
            Shape::Lines => texts(need),
            Shape::Texts | Shape::Ids(_) => match self.known.offered(key) {
                Some(offered) => offering(texts(need), &offered, need),
                None => texts(need),
            },
            Shape::Word(words) => words_schema(&words(), need),
            Shape::YesNo => yes_no(),
            Shape::Number => number(None, need),
            Shape::Count(range) => number(Some(&range), need),
            Shape::Date => date(),
            Shape::Group(map) => maybe_null(self.object(map), need),
            Shape::Groups(map) => list(&whole.object(map), need),
            Shape::Typed(types) => list(&whole.typed(&(types.all)()), need),
            Shape::Example(filled) => example(filled),
            Shape::Named => json!({"type": ["object", "null"], "additionalProperties": scalar()}),
            Shape::Languages(map) => json!({
                "type": ["object", "null"],
                "propertyNames": {"pattern": TAG},
                "additionalProperties": self.object(map),
            }),
            Shape::Rules => rules(),
            Shape::Alike => alike(),
            Shape::Anything => json!({}),
        }
    }

    /// One field: its type, and for each type the keys that go with it.
    fn typed(self, types: &[&'static Map]) -> Value {
        let labels: Vec<&Key> = types.iter().filter_map(|one| one.all().next()).collect();
        let names: Vec<&'static str> = labels.iter().map(|label| label.name).collect();
        let about = "A field: its type with its label, and what goes with it.";
        let whole = self.keys(about, &labels);
        choose(types.iter().map(|one| (one.name, self.object(one))), whole, &names)
    }
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

/// A schema with what a hovering pointer shows.
fn described(mut schema: Value, about: &str, example: &str) -> Value {
    schema["description"] = json!(about);
    schema["markdownDescription"] = json!(format!("{about}\n\n```yaml\n{example}\n```"));
    schema
}
