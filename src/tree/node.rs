//! The tree: scalars, lists and maps, each with its span.

use std::fmt::Write;

use crate::source::Span;

/// A value and where it was written.
#[derive(Debug)]
pub struct Node {
    /// Where the value was written, without the key before it.
    pub span: Span,
    /// What was written.
    pub value: Value,
}

/// What a value can be: YAML and TOML have no other shapes here.
#[derive(Debug)]
pub enum Value {
    /// A scalar.
    Text(Text),
    /// Values one after another.
    List(Vec<Node>),
    /// Keys with their values, in the order in which they were written.
    Map(Vec<(Key, Node)>),
}

/// The name before the colon or the equals sign.
#[derive(Clone, Debug)]
pub struct Key {
    /// The name as it was written, without quotes.
    pub name: String,
    /// Where the name was written.
    pub span: Span,
}

/// A scalar: always text, whatever it looks like.
#[derive(Clone, Debug)]
pub struct Text {
    /// The characters that were typed, without quotes and escapes.
    pub text: String,
    /// Where they were written, quotes and all; below `|` and `>`, the lines alone.
    pub span: Span,
    /// How they were written.
    pub style: Style,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As it is, or not at all.
    Plain,
    /// Between two `'`.
    Single,
    /// Between two `"`.
    Double,
    /// In lines below a `|`, which starts at this offset.
    Literal(u32),
    /// In lines below a `>`, which starts at this offset.
    Folded(u32),
}

impl Style {
    /// Whether the text stands in lines of its own, below a `|` or `>`.
    #[must_use]
    pub fn is_block(self) -> bool {
        matches!(self, Self::Literal(_) | Self::Folded(_))
    }

    /// The sign before and behind the text.
    pub(super) fn quote(self) -> Option<char> {
        match self {
            Self::Single => Some('\''),
            Self::Double => Some('"'),
            Self::Plain | Self::Literal(_) | Self::Folded(_) => None,
        }
    }
}

/// The path of a key below a path.
#[must_use]
pub fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

impl Node {
    /// The shape as an author would call it.
    #[must_use]
    pub fn shape(&self) -> &'static str {
        match self.value {
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "a group of keys",
        }
    }

    /// Whether anything was written at all: `key:` with nothing behind it is an empty plain text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match &self.value {
            Value::Text(text) => text.text.trim().is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
        }
    }

    /// Whether it is a list in `[]` or a group of keys in `{}`.
    #[must_use]
    pub fn is_in_brackets(&self) -> bool {
        let range = self.span.range();
        let (sign, first) = match &self.value {
            Value::Text(_) => return false,
            Value::List(items) => ('[', items.first().map(|item| item.span.range().start)),
            Value::Map(entries) => ('{', entries.first().map(|(key, _)| key.span.range().start)),
        };
        // A list whose dash stands in the column of its key starts where its first item does.
        self.span.source().text()[range.clone()].starts_with(sign) && first != Some(range.start)
    }

    pub(super) fn end(&self) -> usize {
        self.span.range().end
    }

    /// The keys and positions that lead from here to the node or key that starts at `offset`.
    #[must_use]
    pub fn path_to(&self, offset: usize) -> String {
        let mut path = String::new();
        self.descend(offset, &mut path);
        path
    }

    fn descend(&self, offset: usize, path: &mut String) -> bool {
        if self.span.range().start == offset && matches!(self.value, Value::Text(_)) {
            return true;
        }
        let before = path.len();
        match &self.value {
            Value::Text(_) => {}
            // They stand in the order of the file, so only the last that starts before the place can hold it.
            Value::List(items) => {
                let next = items.partition_point(|item| item.span.range().start <= offset);
                if let Some(at) = next.checked_sub(1) {
                    let _ = write!(path, "[{at}]");
                    if items[at].descend(offset, path) {
                        return true;
                    }
                    path.truncate(before);
                }
            }
            Value::Map(entries) => {
                let next = entries.partition_point(|(key, _)| key.span.range().start <= offset);
                if let Some((key, node)) = next.checked_sub(1).map(|at| &entries[at]) {
                    let dot = if before == 0 { "" } else { "." };
                    let _ = write!(path, "{dot}{}", key.name);
                    if key.span.range().start == offset || node.descend(offset, path) {
                        return true;
                    }
                    path.truncate(before);
                }
            }
        }
        false
    }
}
