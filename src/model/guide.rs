//! Markdown guidance.

use std::borrow::Cow;

use crate::markdown::Prose;

use super::Id;
use super::overlay::Overlay;
use super::parts::{Part, Purpose, Section, Text, Words};

/// A page of Markdown.
#[derive(Clone, Debug)]
pub struct Guide {
    /// All below the front matter.
    pub body: Prose,
    /// Other guides.
    pub related: Vec<Id>,
}

impl Guide {
    /// What stands before the first heading, and each heading with what is below it.
    #[must_use]
    pub fn parts(&self) -> Vec<Part<'_>> {
        // The other guides stand at a place that no link may name: headings could have the same.
        let Self { body, related: _ } = self;
        let sections = body.sections().into_iter().map(|(heading, text)| {
            let id = Cow::Borrowed(heading.map_or("", |heading| &*heading.id));
            let section = heading.map(|heading| Section {
                level: heading.level,
                ..Section::own(id.clone(), &heading.title)
            });
            let text = Text { words: Words::Piece(text), purpose: Purpose::Text };
            Part { section, ..Part::at(id, [text]) }
        });
        sections.collect()
    }

    pub(super) fn translate(&mut self, own: &Self, over: &mut Overlay<'_>) {
        let Self { body, related } = self;
        over.facts("related", related, &own.related);
        over.page(body, &own.body);
    }
}
