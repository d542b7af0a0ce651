//! What all kinds of content have in common.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::markdown::{Picture, Prose};
use crate::source::{Source, Span, Spanned};

use super::{
    Anchors, Body, Counterpart, Extra, Format, Kind, PagePath, Reference, Scenario, SitePath, Slug,
    Template,
};

/// A link into the book that an author wrote.
#[derive(Clone, Debug)]
pub struct Link {
    /// The address, as it was written.
    pub target: String,
    /// Where it was written.
    pub span: Span,
}

/// One thing of any kind: a file of content.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What all kinds of content have.
    pub head: Head,
    /// What is particular to its kind.
    pub body: Body,
    /// What it says about other files.
    pub mentions: Mentions,
    /// Every id that its prose puts on the page: headings and footnotes.
    pub ids: BTreeSet<String>,
    /// Those of them that raw HTML gives: the page may have one of the same name.
    pub raw_ids: Vec<Spanned<String>>,
    /// Whether its file has no faults: where it has, places that its page should have may be missing.
    pub is_whole: bool,
    /// Every id that a link to its page may name, once that is asked for.
    pub kept_anchors: Anchors,
}

/// What a file says about others. It is kept of files with faults too, so that all faults of a book are
/// told in one run.
#[derive(Clone, Debug, Default)]
pub struct Mentions {
    /// The file's address; a file that has no place has none.
    pub stem: Option<PagePath>,
    /// Whether the file is a draft, from which no reader comes.
    pub draft: bool,
    /// Every id that the file names, with the kind of thing it names.
    pub references: Vec<(Kind, Reference)>,
    /// Every topic that the file carries.
    pub topics: Vec<Reference>,
    /// Every link that its prose holds.
    pub links: Vec<Link>,
    /// Every picture of the book that its prose shows; their addresses are links, too.
    pub pictures: Vec<Picture>,
    /// In a translation: its keys, to point at.
    pub keys: Vec<Spanned<String>>,
}

impl Mentions {
    /// Whether this is what the file with that id says.
    #[must_use]
    pub fn is_of(&self, kind: Kind, id: &str) -> bool {
        self.stem.as_ref().is_some_and(|stem| stem.is_called(kind, id))
    }
}

/// Title, summary and what else every kind of content may have.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its name within its kind.
    pub id: Slug,
    /// The file it was read from.
    pub source: Arc<Source>,
    /// Where it stands in the site.
    pub stem: PagePath,
    /// In what it is translated into; nothing for what is in the book's own language.
    pub language: Option<String>,
    /// What its page is called.
    pub title: Spanned<String>,
    /// A sentence or two for below the title and in lists.
    pub summary: Option<Prose>,
    /// Other words that readers search for.
    pub also: Vec<String>,
    /// Its place among its kind: lower comes first, none comes last.
    pub order: Option<i64>,
    /// `2025-06` or `2025-06-30`.
    pub reviewed: Option<Spanned<String>>,
    /// Who answers for it, where its file says so.
    pub owner: Option<String>,
    /// Who reads it before it is changed.
    pub reviewers: Vec<String>,
    /// What was changed that readers should know, the newest first.
    pub changed: Vec<Change>,
    /// Not published yet.
    pub draft: bool,
    /// In a translation: the parts of the original when it was translated, and their marks.
    pub original: Vec<Spanned<(String, String)>>,
    /// Notes of the author's, for layouts of a theme.
    pub extra: Option<Extra>,
}

/// Something that was changed on a page.
#[derive(Clone, Debug)]
pub struct Change {
    /// `2025-06` or `2025-06-30`.
    pub date: Spanned<String>,
    /// What is different, in a line.
    pub what: Prose,
}

impl Entry {
    /// Which kind of content it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.body.kind()
    }

    /// The scenario that it is, if it is one.
    #[must_use]
    pub fn scenario(&self) -> Option<&Scenario> {
        if let Body::Scenario(scenario) = &self.body { Some(scenario) } else { None }
    }

    /// The template that it is, if it is one.
    #[must_use]
    pub fn template(&self) -> Option<&Template> {
        if let Body::Template(template) = &self.body { Some(template) } else { None }
    }

    /// Whom a situation is with: as its file says, or else the first of its topics that says it.
    #[must_use]
    pub fn counterpart(&self) -> Option<Counterpart> {
        let mut topics = self.mentions.topics.iter();
        let said = || topics.find_map(|topic| Counterpart::of_topic(&topic.value));
        self.scenario()?.with.or_else(said)
    }

    /// The path of its page in the site.
    #[must_use]
    pub fn page(&self) -> SitePath {
        self.head.stem.page()
    }

    /// The path of a template's blank sheet in this format.
    #[must_use]
    pub fn sheet(&self, format: Format) -> Option<SitePath> {
        (self.kind() == Kind::Template).then(|| self.head.stem.with_ending(format.ending()))
    }

    /// The paths of all its blank sheets.
    pub fn sheets(&self) -> impl Iterator<Item = SitePath> {
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
