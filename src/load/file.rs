//! The kinds of files that authors write, each with its keys.

use crate::model::Kind;
use crate::schema::Map;

use super::{book, comparison, guide, home, scenario, self_check, template};

/// A kind of file that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// A file of content; of a guide, the front matter.
    Content(Kind),
    /// The first page.
    Home,
    /// `book.toml`.
    Book,
}

impl File {
    /// Every kind of file, in the order in which their schemas are written.
    pub const ALL: [Self; 7] = [
        Self::Content(Kind::Scenario),
        Self::Content(Kind::Template),
        Self::Content(Kind::Guide),
        Self::Content(Kind::Comparison),
        Self::Content(Kind::SelfCheck),
        Self::Home,
        Self::Book,
    ];

    /// The word for it on the command line, and the name of its schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Content(Kind::SelfCheck) => "check",
            Self::Content(kind) => kind.name(),
            Self::Home => "home",
            Self::Book => "book",
        }
    }

    /// Where its schema lies in a project.
    #[must_use]
    pub fn path(self) -> String {
        format!("schema/{}.json", self.name())
    }

    /// Where the schema of its translations lies in a project: they may leave out what the original has.
    #[must_use]
    pub fn path_translated(self) -> String {
        format!("schema/translated/{}.json", self.name())
    }

    /// Whether it is written in YAML alone, and not within or beside something else.
    #[must_use]
    pub fn is_yaml(self) -> bool {
        match self {
            Self::Content(kind) => kind.extension() == "yaml",
            Self::Home => true,
            Self::Book => false,
        }
    }

    /// What may stand in it.
    #[must_use]
    pub fn map(self) -> &'static Map {
        match self {
            Self::Content(Kind::Scenario) => &scenario::KEYS,
            Self::Content(Kind::Template) => &template::KEYS,
            Self::Content(Kind::Guide) => &guide::KEYS,
            Self::Content(Kind::Comparison) => &comparison::KEYS,
            Self::Content(Kind::SelfCheck) => &self_check::KEYS,
            Self::Home => &home::KEYS,
            Self::Book => &book::KEYS,
        }
    }
}
