//! What may stand at a place, as whoever shows a box for it needs to know. It must not know what stands there.

use serde::Serialize;

use crate::schema::{Filled, Key, Map, Need, Shape};

use super::label;

/// The kind of a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// Words that are shown as they are.
    Text,
    /// One line of Markdown.
    Line,
    /// Paragraphs of Markdown.
    Prose,
    /// One of a few words.
    Word,
    /// `yes` or `no`.
    YesNo,
    /// A whole number.
    Number,
    /// A month or a day.
    Date,
    /// The id of something.
    Id,
    /// A list.
    List,
    /// A group of keys.
    Group,
    /// Keys of the author's own.
    Own,
    /// The text of a guide.
    Body,
    /// What has no box of its own.
    Other,
}

/// What a new item of a list is.
#[derive(Serialize)]
pub(super) struct Item {
    kind: Kind,
    words: Option<Vec<&'static str>>,
    /// The kind whose ids they are.
    of: Option<&'static str>,
    /// The groups of keys that it may be; empty where it is none.
    types: Vec<Type>,
}

/// A group of keys.
#[derive(Serialize)]
struct Type {
    name: &'static str,
    about: &'static str,
    keys: Vec<Declared>,
    /// Of these exactly one is written; empty where none excludes another.
    one_of: &'static [&'static str],
}

/// A key of a group, as it is declared.
#[derive(Serialize)]
struct Declared {
    key: &'static str,
    label: String,
    kind: Kind,
    needed: bool,
    help: &'static str,
    example: &'static str,
    words: Option<Vec<&'static str>>,
    of: Option<&'static str>,
}

/// The kind of box for a shape.
pub(super) fn kind(shape: &Shape) -> Kind {
    match shape {
        Shape::Text
        | Shape::Form(_)
        | Shape::FieldId
        | Shape::Example(Filled::Words | Filled::Number | Filled::Date) => Kind::Text,
        Shape::Line => Kind::Line,
        Shape::Prose => Kind::Prose,
        Shape::Texts | Shape::Lines | Shape::Ids(_) | Shape::Groups(_) | Shape::Typed(_) => {
            Kind::List
        }
        Shape::Word(_) => Kind::Word,
        Shape::YesNo | Shape::Example(Filled::Tick) => Kind::YesNo,
        Shape::Number | Shape::Count(_) | Shape::Example(Filled::Mark) => Kind::Number,
        Shape::Date => Kind::Date,
        Shape::Group(_) => Kind::Group,
        Shape::Named | Shape::Languages(_) | Shape::Rules => Kind::Own,
        Shape::Example(Filled::Several | Filled::Rows) | Shape::Alike | Shape::Anything => {
            Kind::Other
        }
    }
}

/// The words of which one may stand there.
pub(super) fn words(shape: &Shape) -> Option<Vec<&'static str>> {
    match shape {
        Shape::Word(words) => Some(words()),
        Shape::YesNo | Shape::Example(Filled::Tick) => Some(vec!["yes", "no"]),
        _ => None,
    }
}

/// The kind of content whose ids may stand there.
pub(super) fn ids_of(shape: &Shape) -> Option<&'static str> {
    if let Shape::Ids(kind) = shape { Some(kind.name()) } else { None }
}

/// What a new item of a list of this shape is, or a new group, or a new key of the author's own; `None` where it is none.
pub(super) fn item(shape: &Shape) -> Option<Item> {
    let plain = |kind| Item { kind, words: None, of: None, types: Vec::new() };
    Some(match shape {
        Shape::Texts | Shape::Named | Shape::Rules => plain(Kind::Text),
        Shape::Lines => plain(Kind::Line),
        Shape::Ids(_) => Item { of: ids_of(shape), ..plain(Kind::Id) },
        Shape::Group(map) | Shape::Groups(map) | Shape::Languages(map) => {
            Item { types: vec![group(map)], ..plain(Kind::Group) }
        }
        Shape::Typed(types) => {
            Item { types: (types.all)().into_iter().map(group).collect(), ..plain(Kind::Group) }
        }
        _ => return None,
    })
}

fn group(map: &'static Map) -> Type {
    let keys = map.all().map(|key: &Key| Declared {
        key: key.name,
        label: label::name(key.name),
        kind: kind(&key.shape),
        needed: key.need == Need::Needed,
        help: key.about,
        example: key.example,
        words: words(&key.shape),
        of: ids_of(&key.shape),
    });
    Type { name: map.name, about: map.about, keys: keys.collect(), one_of: map.one_of }
}
