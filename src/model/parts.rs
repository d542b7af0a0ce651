//! A page's body as one walk: its parts in their order, each with its place, its hat and its texts. The sections of
//! a page, what can be linked to, what is searched and what is counted are all made from it.
//!
//! Each kind says its own parts, in the file of its type. They are made from all that it has, so that a new field
//! does not compile until it is thought of.

use std::borrow::Cow;

use crate::markdown::Prose;

use super::{Id, Role};

/// A part of a page: what stands at one place of it.
#[derive(Debug)]
pub struct Part<'a> {
    /// The section that it belongs to; none for what has no heading.
    pub section: Option<Section<'a>>,
    /// The id of its place on the page; empty for the page itself.
    pub anchor: Cow<'a, str>,
    /// Whose words they are.
    pub role: Option<Role>,
    /// What stands there, in its order.
    pub texts: Vec<Text<'a>>,
    /// Whether there is anything to show.
    pub is_there: bool,
}

/// A part of a page under a heading, with an id of its own.
#[derive(Clone, Debug)]
pub struct Section<'a> {
    /// What links name it by.
    pub id: Cow<'a, str>,
    /// What its heading says.
    pub title: Title<'a>,
    /// 2 to 6.
    pub level: u8,
}

/// What a section is called.
#[derive(Clone, Copy, Debug)]
pub enum Title<'a> {
    /// The word `ID` of the interface in this group.
    In(&'static str),
    /// The author's own words. They are found too.
    Own(&'a str),
}

/// Something that an author wrote.
#[derive(Debug)]
pub struct Text<'a> {
    /// What was written.
    pub words: Words<'a>,
    /// What the text is for.
    pub purpose: Purpose,
}

/// What an author wrote, in the form in which it is kept.
#[derive(Debug)]
pub enum Words<'a> {
    /// Words that are no Markdown.
    Plain(&'a str),
    /// Markdown that was read.
    Prose(&'a Prose),
    /// A piece of prose.
    Piece(Prose),
}

/// What a text is to those who look for a page, and to those who read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It is looked for and read.
    Text,
    /// By it readers know that this is their situation.
    Sign,
    /// It is read, and not looked for among the texts.
    Read,
    /// It is looked for, and what is read stands in another text.
    Sought,
}

impl<'a> Part<'a> {
    /// What stands at a place that has no title.
    pub(super) fn at(
        anchor: impl Into<Cow<'a, str>>,
        texts: impl IntoIterator<Item = Text<'a>>,
    ) -> Self {
        let texts: Vec<_> = texts.into_iter().collect();
        let (anchor, is_there) = (anchor.into(), !texts.is_empty());
        Self { section: None, anchor, role: None, texts, is_there }
    }

    /// A section whose title is a word of the interface.
    pub(super) fn section(id: &'static str, texts: impl IntoIterator<Item = Text<'a>>) -> Self {
        let section = Section { id: Cow::Borrowed(id), title: Title::In("contents"), level: 2 };
        Self { section: Some(section), ..Self::at(id, texts) }
    }

    /// A section that names other pages.
    pub(super) fn names(id: &'static str, names: &[Id]) -> Self {
        Self { is_there: !names.is_empty(), ..Self::section(id, []) }
    }

    /// The same, where the word for the section is in another group.
    pub(super) fn called_in(mut self, group: &'static str) -> Self {
        if let Some(section) = &mut self.section {
            section.title = Title::In(group);
        }
        self
    }

    /// What one hat says in a section, which stands at a place of its own.
    pub(super) fn side(self, role: Role, anchor: impl Into<Cow<'a, str>>) -> Self {
        Self { role: Some(role), anchor: anchor.into(), ..self }
    }
}

impl<'a> Section<'a> {
    /// A section that the author gave its title.
    pub(super) fn own(id: Cow<'a, str>, title: &'a str) -> Self {
        Self { id, title: Title::Own(title), level: 2 }
    }

    /// What it is called; `word` gives the words of the interface.
    pub fn name(&self, word: impl Fn(&str) -> String) -> String {
        match self.title {
            Title::In(group) => word(&format!("{group}.{}", self.id)),
            Title::Own(title) => title.to_owned(),
        }
    }
}

impl<'a> Text<'a> {
    pub(super) fn plain(text: &'a str) -> Self {
        Self { words: Words::Plain(text), purpose: Purpose::Text }
    }

    pub(super) fn prose(prose: &'a Prose) -> Self {
        Self { words: Words::Prose(prose), purpose: Purpose::Text }
    }

    pub(super) fn purpose(self, purpose: Purpose) -> Self {
        Self { purpose, ..self }
    }

    /// Whether it takes time to read.
    #[must_use]
    pub fn is_read(&self) -> bool {
        match self.purpose {
            Purpose::Text | Purpose::Sign | Purpose::Read => true,
            Purpose::Sought => false,
        }
    }
}

impl Words<'_> {
    /// The words alone, on one line.
    #[must_use]
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Plain(text) => Cow::Borrowed(text),
            Self::Prose(prose) => Cow::Owned(prose.plain()),
            Self::Piece(prose) => Cow::Owned(prose.plain()),
        }
    }
}
