//! What may stand behind a key as JSON Schema, where that is no group of keys.

use serde_json::{Map as Object, Value, json};

use crate::diagnostic::RuleLevel;
use crate::diagnostic::rules::{RULES, Rule};
use crate::model::MARKS;

use super::key::{Filled, Need, Range};

/// The most numbers that a pattern for texts names one by one.
const MOST_TOLD: u32 = 1000;

/// A month.
const MONTH: &str = "[0-9]{4}-(?:0[1-9]|1[0-2])";

/// A day that exists.
const DAY: &str = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])\
    |(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))\
    |(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

/// A month or a day.
pub(super) fn date() -> Value {
    json!({
        "type": ["string", "null"],
        "pattern": format!("^(?:{MONTH}|{DAY})$"),
        "patternErrorMessage": "write a month as `2025-06` or a day as `2025-06-30`",
    })
}

pub(super) fn yes_no() -> Value {
    json!({
        "enum": ["yes", "no", true, false, "true", "false", null],
        "errorMessage": "write `yes` or `no`",
    })
}

/// Whatever YAML makes of a text.
pub(super) fn scalar() -> Value {
    json!({"type": ["string", "number", "boolean", "null"]})
}

pub(super) fn text(need: Need) -> Value {
    match need {
        Need::Needed => json!({"type": ["string", "number", "boolean"], "pattern": "\\S"}),
        Need::Optional => scalar(),
    }
}

/// What a field may hold. Several of anything are taken too, and whether an option is one nobody can know here.
pub(super) fn example(filled: Filled) -> Value {
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
pub(super) fn alike() -> Value {
    json!({
        "type": ["array", "null"],
        "items": {"type": "array", "items": text(Need::Needed), "minItems": 2},
    })
}

/// How bad each rule is to be. What would leave out something that somebody wrote stays an error.
pub(super) fn rules() -> Value {
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
pub(super) fn texts(need: Need) -> Value {
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

/// The same list, or the one text, from which some are offered. What may stand there besides is said by what may not: of
/// types, editors would offer `true`, `false` and `null`.
pub(super) fn offering(mut texts: Value, offered: &Value, need: Need) -> Value {
    texts["items"] = json!({"anyOf": [offered, {"not": {"type": ["array", "object"]}}]});
    texts["anyOf"] = json!([offered, {}]);
    if let Some(texts) = texts.as_object_mut() {
        texts.remove("type");
    }
    texts["not"] = match need {
        Need::Needed => json!({"type": ["object", "null"]}),
        Need::Optional => json!({"type": "object"}),
    };
    texts
}

pub(super) fn words_schema(words: &[&str], need: Need) -> Value {
    let mut all: Vec<Value> = words.iter().map(|word| json!(word)).collect();
    if need == Need::Optional {
        all.push(Value::Null);
    }
    json!({"enum": all, "errorMessage": format!("write one of these: {}", words.join(", "))})
}

pub(super) fn number(range: Option<&Range>, need: Need) -> Value {
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

pub(super) fn list(items: &Value, need: Need) -> Value {
    let mut list = json!({"type": "array", "items": items});
    if need == Need::Needed {
        list["minItems"] = json!(1);
    }
    maybe_null(list, need)
}

/// A key with nothing behind it counts as one that is not there.
pub(super) fn maybe_null(mut schema: Value, need: Need) -> Value {
    if need == Need::Optional {
        match &mut schema["type"] {
            Value::Array(types) => types.push(json!("null")),
            one => *one = json!([one.take(), "null"]),
        }
    }
    schema
}
