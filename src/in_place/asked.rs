//! What a writer asks for, as it comes over the wire. It must not know the file.

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::amend::{Change, Place, Value};

/// One thing that is to change. `was` is the mark of what the writer saw there.
#[derive(Debug, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase", deny_unknown_fields)]
pub enum Asked {
    /// Another text.
    Set {
        /// Where it stands.
        key: String,
        /// None where nothing was there.
        was: Option<String>,
        /// What was typed.
        value: String,
    },
    /// A key that is not there.
    Add {
        /// Where it is to stand.
        key: String,
        /// What is to stand there.
        value: Typed,
    },
    /// A new item of a list.
    Insert {
        /// The list.
        key: String,
        /// The place that the item will have, from 0.
        at: usize,
        /// What it is.
        value: Typed,
    },
    /// A key or an item that goes.
    Remove {
        /// Where it stands.
        key: String,
        /// What the writer saw there.
        was: Option<String>,
    },
    /// An item that gets another place.
    Move {
        /// The list.
        key: String,
        /// What the writer saw there.
        was: Option<String>,
        /// The place that the item has, from 0.
        from: usize,
        /// The place that it gets.
        to: usize,
    },
    /// Another text of a guide.
    Body {
        /// What the writer saw there.
        was: Option<String>,
        /// What was typed.
        value: String,
    },
}

impl Asked {
    /// The place that is to change, as it was written; empty for the text of a guide.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Set { key, .. }
            | Self::Add { key, .. }
            | Self::Insert { key, .. }
            | Self::Remove { key, .. }
            | Self::Move { key, .. } => key,
            Self::Body { .. } => "",
        }
    }

    /// Whether the writer saw what has this mark now; nothing has none.
    pub(super) fn saw(&self, now: Option<&str>) -> bool {
        match self {
            Self::Set { was, .. }
            | Self::Remove { was, .. }
            | Self::Move { was, .. }
            | Self::Body { was, .. } => was.as_deref() == now,
            Self::Add { .. } => now.is_none(),
            // One item more is no matter to those that are there.
            Self::Insert { .. } => true,
        }
    }

    /// The text that was typed, where it is one.
    pub(super) fn typed(&self) -> Option<&str> {
        match self {
            Self::Set { value, .. }
            | Self::Body { value, .. }
            | Self::Add { value: Typed(Value::Text(value)), .. }
            | Self::Insert { value: Typed(Value::Text(value)), .. } => Some(value),
            Self::Add { .. } | Self::Insert { .. } | Self::Remove { .. } | Self::Move { .. } => {
                None
            }
        }
    }

    /// The change that it is.
    #[must_use]
    pub fn change(self) -> Change {
        let place = |key: String| Place::from(key.as_str());
        match self {
            Self::Set { key, value, .. } => Change::Set(place(key), value),
            Self::Add { key, value } => Change::Add(place(key), value.0),
            Self::Insert { key, at, value } => {
                Change::Insert { list: place(key), at, value: value.0 }
            }
            Self::Remove { key, .. } => Change::Remove(place(key)),
            Self::Move { key, from, to, .. } => Change::Move { list: place(key), from, to },
            Self::Body { value, .. } => Change::Body(value),
        }
    }
}

/// A value that was typed; keys keep the order in which they came.
#[derive(Debug)]
pub struct Typed(pub Value);

impl<'de> Deserialize<'de> for Typed {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Typed;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or a group of keys")
    }

    fn visit_str<E>(self, text: &str) -> Result<Typed, E> {
        Ok(Typed(Value::Text(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Typed, A::Error> {
        let mut list = Vec::new();
        while let Some(Typed(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Typed(Value::List(list)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Typed, A::Error> {
        let mut map = Vec::new();
        while let Some((key, Typed(value))) = entries.next_entry()? {
            map.push((key, value));
        }
        Ok(Typed(Value::Map(map)))
    }
}
