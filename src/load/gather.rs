//! Reads one file of content and gathers, on the way, every link, id and reference that it holds.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::{self, Html, Shape, Writing, slug};
use crate::model::{Id, Link, Mentions, Reference};
use crate::schema::{Fields, Ids, Key, Line, Lines, Prose};
use crate::source::{Source, Span};
use crate::tree::Text;

use super::files::Place;

/// One file, being read.
pub struct Gather<'a> {
    pub source: &'a Arc<Source>,
    pub place: &'a Place,
    html: Html,
    /// What the file says about others, kept even when the file itself has faults.
    pub mentions: Mentions,
    pub ids: Vec<String>,
    pub notes: Vec<Diagnostic>,
}

impl<'a> Gather<'a> {
    pub fn new(source: &'a Arc<Source>, place: &'a Place, html: Html) -> Self {
        Self {
            source,
            place,
            html,
            mentions: Mentions { stem: Some(place.stem.clone()), ..Mentions::default() },
            ids: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Whether it translates another file. Facts such as ids are that file's, so they are not looked at.
    pub fn is_translation(&self) -> bool {
        self.place.language.is_some()
    }

    /// Reads Markdown that was written as a scalar.
    pub fn prose(
        &mut self,
        text: &Text,
        shape: Shape,
        prefix: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> markdown::Prose {
        let places = text.places();
        self.markdown(&text.text, shape, prefix, &|range| places.find(range), notes)
    }

    /// Reads Markdown, whose ranges `place` finds in the file.
    pub fn markdown(
        &mut self,
        text: &str,
        shape: Shape,
        prefix: &str,
        place: &dyn Fn(Range<usize>) -> Span,
        notes: &mut Vec<Diagnostic>,
    ) -> markdown::Prose {
        let Noted { value: prose, notes: found } =
            markdown::read(&Writing { text, shape, html: self.html, prefix, place });
        notes.extend(found);
        self.mentions.links.extend(
            prose
                .links()
                .map(|(target, span)| Link { target: target.to_owned(), span: span.clone() }),
        );
        self.ids.extend(prose.ids().map(str::to_owned));
        prose
    }

    /// One line of Markdown behind a key.
    pub fn line(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &Key<Line>,
    ) -> Option<markdown::Prose> {
        let text = fields.text(key)?;
        Some(self.prose(&text, Shape::Inline, "", fields.notes()))
    }

    /// Paragraphs of Markdown behind a key; the key goes before their ids.
    pub fn block(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: &Key<Prose>,
    ) -> Option<markdown::Prose> {
        let text = fields.text(key)?;
        // A point stands in no id of the theme.
        let prefix = format!("{}.", slug(&fields.path(key.name)));
        Some(self.prose(&text, Shape::Block, &prefix, fields.notes()))
    }

    /// A list of lines of Markdown.
    pub fn lines(&mut self, fields: &mut Fields<'_, '_>, key: &Key<Lines>) -> Vec<markdown::Prose> {
        let texts = fields.texts(key);
        texts.iter().map(|text| self.prose(text, Shape::Inline, "", fields.notes())).collect()
    }

    /// Ids of other things.
    pub fn references(&mut self, fields: &mut Fields<'_, '_>, key: &Key<Ids>) -> Vec<Id> {
        let texts = fields.texts(key);
        let ids = texts.iter().map(|text| text.text.clone()).collect();
        let kind = key.of.0;
        self.mentions
            .references
            .extend(texts.into_iter().map(|text| (kind, Reference::new(text.text, text.span))));
        ids
    }
}
