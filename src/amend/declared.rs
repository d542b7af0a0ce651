//! What is declared for a place: its shape, and whether something must stand there. It must not know what does.

use crate::schema::{Filled, Key, Map, Need, Shape};
use crate::tree::{Node, Value as Written};

use super::change::Value;
use super::place::Step;

/// What may stand at a place.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// Its shape.
    pub shape: Shape,
    /// Whether something must stand there.
    pub need: Need,
    /// The key that is declared, where it is one.
    pub key: Option<&'static Key>,
}

impl Declared {
    /// Where nothing is declared.
    pub(super) const ANYTHING: Self =
        Self { shape: Shape::Anything, need: Need::Optional, key: None };

    /// What stands in a file that has these keys.
    #[must_use]
    pub fn file(map: &'static Map) -> Self {
        Self::of(Shape::Group(map), Need::Needed)
    }

    fn of(shape: Shape, need: Need) -> Self {
        Self { shape, need, key: None }
    }

    /// What is declared one step further. `names` are the keys of the group that is an item, by which its type is
    /// known.
    #[must_use]
    pub fn below(&self, step: &Step, names: &[&str]) -> Option<Self> {
        let optional = |shape| Some(Self::of(shape, Need::Optional));
        match (self.shape, step) {
            (Shape::Group(_), Step::Key(name)) => {
                let key = self.keys().find(|key| key.name == name)?;
                Some(Self { shape: key.shape, need: key.need, key: Some(key) })
            }
            (Shape::Groups(map), Step::Item(_)) | (Shape::Languages(map), Step::Key(_)) => {
                optional(Shape::Group(map))
            }
            (Shape::Typed(types), Step::Item(_)) => {
                let maps = (types.all)();
                let is_type = |map: &&Map| names.contains(&map.name);
                let map = maps.iter().copied().find(is_type)?;
                optional(Shape::Group(map))
            }
            (Shape::Lines, Step::Item(_)) => optional(Shape::Line),
            (Shape::Alike, Step::Item(_)) => optional(Shape::Texts),
            (Shape::Example(Filled::Rows), Step::Item(_)) => {
                optional(Shape::Example(Filled::Words))
            }
            // The cells of a row are known by their place.
            (Shape::Example(Filled::Words), Step::Item(_)) => {
                Some(Self::of(Shape::Anything, Need::Needed))
            }
            (Shape::Texts | Shape::Ids(_) | Shape::Example(_), Step::Item(_))
            | (Shape::Named | Shape::Rules, Step::Key(_)) => optional(Shape::Text),
            (Shape::Anything, _) => optional(Shape::Anything),
            _ => None,
        }
    }

    /// Keys of which exactly one is to be there.
    #[must_use]
    pub fn one_of(&self) -> &'static [&'static str] {
        if let Shape::Group(map) = self.shape { map.one_of } else { &[] }
    }

    /// The keys that may stand here, in the order in which they are best written.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> + use<> {
        let map = if let Shape::Group(map) = self.shape { Some(map) } else { None };
        map.into_iter().flat_map(Map::all)
    }
}

/// The keys of a group that stands in a file.
pub(super) fn names(node: &Node) -> Vec<&str> {
    match &node.value {
        Written::Map(entries) => entries.iter().map(|(key, _)| key.name.as_str()).collect(),
        Written::Text(_) | Written::List(_) => Vec::new(),
    }
}

/// The keys of a group that is to stand there.
pub(super) fn names_of(value: &Value) -> Vec<&str> {
    match value {
        Value::Map(entries) => entries.iter().map(|(name, _)| name.as_str()).collect(),
        Value::Text(_) | Value::List(_) => Vec::new(),
    }
}
