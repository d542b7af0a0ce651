//! What is read in a file, without its places: what must be the same before and after, but for what is changed. It must
//! not know how files are written.

use std::mem::{Discriminant, discriminant};

use crate::tree::{Node, Style, Value as Written};

use super::change::Value;
use super::place::{Place, Step};

/// A value that is read, or is to be.
#[derive(Clone, Debug)]
pub(super) enum Seen {
    /// A text, and how it was written where that is to stay.
    Text(String, Option<Discriminant<Style>>),
    List(Vec<Seen>),
    Map(Vec<(String, Seen)>),
}

impl Seen {
    pub(super) fn text(text: &str) -> Self {
        Self::Text(text.to_owned(), None)
    }

    pub(super) fn empty() -> Self {
        Self::Map(Vec::new())
    }

    pub(super) fn at(&mut self, place: &Place) -> Option<&mut Self> {
        place.0.iter().try_fold(self, |seen, step| match (seen, step) {
            (Self::Map(entries), Step::Key(name)) => {
                entries.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)
            }
            (Self::List(items), Step::Item(at)) => items.get_mut(*at),
            // A single text is the first item of a list.
            (seen @ Self::Text(..), Step::Item(0)) => Some(seen),
            _ => None,
        })
    }

    pub(super) fn items(&mut self, place: &Place) -> Option<&mut Vec<Self>> {
        if let Self::List(items) = self.at(place)? { Some(items) } else { None }
    }

    pub(super) fn entries(&mut self, place: &Place) -> Option<&mut Vec<(String, Self)>> {
        if let Self::Map(entries) = self.at(place)? { Some(entries) } else { None }
    }

    /// The text that is read at a place.
    pub(super) fn text_at(&mut self, place: &Place) -> Option<String> {
        if let Self::Text(text, _) = self.at(place)? { Some(text.clone()) } else { None }
    }

    /// Whether what is read is what is expected. Ends of lines behind a text that is new are those of its form.
    pub(super) fn fits(&self, read: &Self) -> bool {
        let ends = |text: &str| text.trim_end_matches('\n').len();
        match (self, read) {
            (Self::Text(expected, None), Self::Text(read, _)) => {
                expected[..ends(expected)] == read[..ends(read)]
            }
            (Self::Text(expected, how), Self::Text(read, read_how)) => {
                expected == read && how == read_how
            }
            (Self::List(expected), Self::List(read)) => {
                expected.len() == read.len()
                    && expected.iter().zip(read).all(|(one, other)| one.fits(other))
            }
            (Self::Map(expected), Self::Map(read)) => {
                let is_same = |(one, other): (&(String, Self), &(String, Self))| {
                    one.0 == other.0 && one.1.fits(&other.1)
                };
                expected.len() == read.len() && expected.iter().zip(read).all(is_same)
            }
            _ => false,
        }
    }
}

impl From<&Node> for Seen {
    fn from(node: &Node) -> Self {
        match &node.value {
            Written::Text(text) => Self::Text(text.text.clone(), Some(discriminant(&text.style))),
            Written::List(items) => Self::List(items.iter().map(Self::from).collect()),
            Written::Map(entries) => {
                let entry = |(key, node): &(_, Node)| {
                    let key: &crate::tree::Key = key;
                    (key.name.clone(), Self::from(node))
                };
                Self::Map(entries.iter().map(entry).collect())
            }
        }
    }
}

impl From<&Value> for Seen {
    fn from(value: &Value) -> Self {
        match value {
            Value::Text(text) => Self::text(text),
            Value::List(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Map(entries) => {
                let entry = |(name, value): &(String, Value)| (name.clone(), Self::from(value));
                Self::Map(entries.iter().map(entry).collect())
            }
        }
    }
}
