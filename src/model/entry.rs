//! What all kinds of content have in common.

use std::sync::Arc;

use crate::markdown::Prose;
use crate::source::{Source, Span, Spanned};

use super::{Comparison, Format, Guide, Kind, Scenario, SelfCheck, Template};

/// The name of a thing within its kind: its file's name without the ending.
pub type Id = String;

/// An id that an author wrote to name another thing.
pub type Reference = Spanned<Id>;

/// A link into the book that an author wrote.
#[derive(Clone, Debug)]
pub struct Link {
    pub target: String,
    pub span: Span,
}

/// One thing of any kind: a file of content.
#[derive(Clone, Debug)]
pub struct Entry {
    pub head: Head,
    pub body: Body,
    pub mentions: Mentions,
    /// Every id that its prose puts on the page: headings and footnotes.
    pub ids: Vec<String>,
}

/// What a file says about others. It is kept of files with faults too, so that all faults of a book are
/// told in one run.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// The file's address within the site without `.html`.
    pub stem: String,
    pub draft: bool,
    /// Every id that the file names, with the kind of thing it names.
    pub references: Vec<(Kind, Reference)>,
    pub topics: Vec<Reference>,
    /// Every link that its prose holds.
    pub links: Vec<Link>,
}

impl Mentions {
    /// Whether this is what the file with that id says.
    #[must_use]
    pub fn is_of(&self, kind: Kind, id: &str) -> bool {
        let inside = self.stem.strip_prefix(kind.folder()).and_then(|path| path.strip_prefix('/'));
        inside.is_some_and(|path| path.rsplit('/').next() == Some(id))
    }
}

/// Title, summary and what else every kind of content may have.
#[derive(Clone, Debug)]
pub struct Head {
    pub id: Id,
    pub source: Arc<Source>,
    /// The address within the site without `.html`: `scenarios/scope-creep`.
    pub stem: String,
    /// In what it is translated into; nothing for what is in the book's own language.
    pub language: Option<String>,
    pub title: String,
    pub summary: Option<Prose>,
    /// Other words that readers search for.
    pub also: Vec<String>,
    /// Its place among its kind: lower comes first, none comes last.
    pub order: Option<i64>,
    /// `2025-06` or `2025-06-30`.
    pub reviewed: Option<Spanned<String>>,
    /// Not published yet.
    pub draft: bool,
}

/// What is particular to a kind.
#[derive(Clone, Debug)]
pub enum Body {
    Scenario(Box<Scenario>),
    Template(Arc<Template>),
    Guide(Guide),
    Comparison(Comparison),
    Check(Box<SelfCheck>),
}

impl Entry {
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.body {
            Body::Scenario(_) => Kind::Scenario,
            Body::Template(_) => Kind::Template,
            Body::Guide(_) => Kind::Guide,
            Body::Comparison(_) => Kind::Comparison,
            Body::Check(_) => Kind::Check,
        }
    }

    /// The path of its page in the site.
    #[must_use]
    pub fn page(&self) -> String {
        format!("{}.html", self.head.stem)
    }

    /// The path of a template's blank sheet in this format.
    #[must_use]
    pub fn sheet(&self, format: Format) -> Option<String> {
        let path = || format!("{}.{}", self.head.stem, format.ending());
        (self.kind() == Kind::Template).then(path)
    }

    /// The paths of all its blank sheets.
    pub fn sheets(&self) -> impl Iterator<Item = String> {
        Format::ALL.into_iter().filter_map(|format| self.sheet(format))
    }
}

impl Head {
    /// When it was last reviewed, in digits.
    #[must_use]
    pub fn reviewed(&self) -> Option<&str> {
        self.reviewed.as_ref().map(|reviewed| reviewed.value.as_str())
    }

    /// The start of the file, to point at when something is wrong with the file as a whole.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(&self.source, 0..0)
    }
}
