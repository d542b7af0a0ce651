//! What an author may write, as a table: every key with its shape, what it is for, and an example.
//!
//! The one source of the JSON Schema that editors check with, of the comments in new files, and of the
//! tables in the author guide. It must not know how files are read; `tests/schema.rs` holds it to the loader.

mod book;
mod companions;
mod field;
mod field_keys;
mod head;
mod json;
mod scenario;
mod shape;
mod template;

pub use field::{FIELD_TYPES, FieldType};
pub use json::{all, schema};
pub use shape::{Filled, Key, Map, Need, Shape};

use crate::model::Kind;

/// A kind of file that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// A file of content; of a guide, the front matter.
    Content(Kind),
    /// `book.toml`.
    Book,
}

impl File {
    pub const ALL: [Self; 6] = [
        Self::Content(Kind::Scenario),
        Self::Content(Kind::Template),
        Self::Content(Kind::Guide),
        Self::Content(Kind::Comparison),
        Self::Content(Kind::Check),
        Self::Book,
    ];

    /// The word for it on the command line, and the name of its schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Content(Kind::Check) => "check",
            Self::Content(kind) => kind.name(),
            Self::Book => "book",
        }
    }

    /// Where its schema lies in a project.
    #[must_use]
    pub fn path(self) -> String {
        format!("schema/{}.json", self.name())
    }

    /// What may stand in it.
    #[must_use]
    pub fn map(self) -> &'static Map {
        match self {
            Self::Content(Kind::Scenario) => &scenario::SCENARIO,
            Self::Content(Kind::Template) => &template::TEMPLATE,
            Self::Content(Kind::Guide) => &companions::GUIDE,
            Self::Content(Kind::Comparison) => &companions::COMPARISON,
            Self::Content(Kind::Check) => &companions::CHECK,
            Self::Book => &book::BOOK,
        }
    }
}
