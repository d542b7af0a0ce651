//! What is to change in a file. It must not know how a file is written.

use super::place::Place;

/// A value that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A group of keys, in the order in which they are written.
    Map(Vec<(String, Value)>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// One change of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Another text behind a key, or as an item of a list. An empty one takes the key or the item away, or leaves `""`
    /// where something must be. A key that is not there is added.
    Set(Place, String),
    /// A key that is not there, or has nothing behind it. It gets the place that it has among the declared ones.
    Add(Place, Value),
    /// A new item of a list, which may not be there yet, or be a single text.
    Insert {
        /// The list.
        list: Place,
        /// The place that the item will have; the end, where the list is shorter.
        at: usize,
        /// What the item is.
        value: Value,
    },
    /// A key or an item goes. The last item takes the key of its list with it, where the key may be left out.
    Remove(Place),
    /// An item of a list gets another place.
    Move {
        /// The list.
        list: Place,
        /// The place that the item has.
        from: usize,
        /// The place that it gets.
        to: usize,
    },
    /// Another text below the front matter of a guide, from which control signs are always taken out.
    Body(String),
}

impl Change {
    /// The value that is changed, or the list in which something is.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::Set(place, _) | Self::Add(place, _) | Self::Remove(place) => place.clone(),
            Self::Insert { list, .. } | Self::Move { list, .. } => list.clone(),
            Self::Body(_) => Place::default(),
        }
    }
}

/// What becomes of control signs, which cannot stand in a file as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// They are taken out of what was typed, and told of.
    TakenOut,
    /// They are kept, as escapes in quotes.
    Kept,
}
