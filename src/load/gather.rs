//! Reads one file of content and gathers, on the way, every link, id and reference that it holds.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::{self, Html, Prose, Shape, Writing, slug};
use crate::model::{Body, Entry, Head, Id, Kind, Link, Mentions, Reference};
use crate::source::{Source, Span, Spanned};
use crate::tree::{Fields, Node, Text, parse_yaml};

use super::files::Place;
use super::placeholders;

/// One file, being read.
pub struct Gather<'a> {
    pub source: &'a Arc<Source>,
    place: &'a Place,
    html: Html,
    /// What the file says about others, kept even when the file itself has faults.
    pub mentions: Mentions,
    ids: Vec<String>,
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

    /// Reads the whole file as YAML: the keys all kinds have, then those that `read` knows.
    pub fn yaml(
        &mut self,
        what: &'static str,
        read: impl FnOnce(&mut Self, &mut Fields<'_, '_>) -> Option<Body>,
    ) -> Option<Entry> {
        let Noted { value: root, notes } = parse_yaml(self.source);
        self.notes.extend(notes);
        self.entry(&root?, what, read)
    }

    /// Makes an entry of a map.
    pub fn entry(
        &mut self,
        root: &Node,
        what: &'static str,
        read: impl FnOnce(&mut Self, &mut Fields<'_, '_>) -> Option<Body>,
    ) -> Option<Entry> {
        let mut notes = std::mem::take(&mut self.notes);
        let entry = Fields::read(root, what, String::new(), &mut notes, |fields| {
            let head = self.head(fields);
            if !self.mentions.draft {
                placeholders::note(root, fields.notes());
            }
            let body = read(self, fields);
            Some((head?, body?))
        });
        self.notes = notes;
        let (head, body) = entry?;
        Some(Entry {
            head,
            body,
            mentions: std::mem::take(&mut self.mentions),
            ids: std::mem::take(&mut self.ids),
        })
    }

    fn head(&mut self, fields: &mut Fields<'_, '_>) -> Option<Head> {
        let title = fields.need_text("title", "add a line like `title: The release keeps growing`");
        let summary = self.inline(fields, "summary");
        let topics = fields.texts("topics").into_iter();
        let topics = topics.map(|topic| Reference::new(slug(&topic.text), topic.span));
        self.mentions.topics = topics.filter(|topic| !topic.value.is_empty()).collect();
        let also = fields.texts("also").into_iter().map(|words| words.text).collect();
        let order = fields.number("order").map(|number| number.value);
        let reviewed = fields.date("reviewed");
        let draft = fields.yes("draft").unwrap_or_default();
        self.mentions.draft = draft;
        // The one place where any key may stand.
        fields.raw("extra");
        Some(Head {
            id: self.place.stem.id(),
            source: Arc::clone(self.source),
            stem: self.place.stem.clone(),
            language: self.place.language.clone(),
            title: title.map(|title| Spanned::new(title.text, title.span))?,
            summary,
            also,
            order,
            reviewed,
            draft,
        })
    }

    /// Reads Markdown that was written as a scalar.
    pub fn prose(
        &mut self,
        text: &Text,
        shape: Shape,
        prefix: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> Prose {
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
    ) -> Prose {
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
    pub fn inline(&mut self, fields: &mut Fields<'_, '_>, name: &'static str) -> Option<Prose> {
        let text = fields.text(name)?;
        Some(self.prose(&text, Shape::Inline, "", fields.notes()))
    }

    /// Paragraphs of Markdown behind a key; the key goes before their ids.
    pub fn block(&mut self, fields: &mut Fields<'_, '_>, name: &'static str) -> Option<Prose> {
        let text = fields.text(name)?;
        // A point stands in no id of the theme.
        let prefix = format!("{}.", slug(&fields.path(name)));
        Some(self.prose(&text, Shape::Block, &prefix, fields.notes()))
    }

    /// Paragraphs of Markdown that must be there; `help` says what to write.
    pub fn need_block(
        &mut self,
        fields: &mut Fields<'_, '_>,
        name: &'static str,
        help: &str,
    ) -> Option<Prose> {
        fields.need(name, help)?;
        self.block(fields, name)
    }

    /// One line of Markdown that must be there; `help` says what to write.
    pub fn need_inline(
        &mut self,
        fields: &mut Fields<'_, '_>,
        name: &'static str,
        help: &str,
    ) -> Option<Prose> {
        fields.need(name, help)?;
        self.inline(fields, name)
    }

    /// A list of lines of Markdown.
    pub fn lines(&mut self, fields: &mut Fields<'_, '_>, name: &'static str) -> Vec<Prose> {
        let texts = fields.texts(name);
        texts.iter().map(|text| self.prose(text, Shape::Inline, "", fields.notes())).collect()
    }

    /// Ids of other things.
    pub fn references(
        &mut self,
        fields: &mut Fields<'_, '_>,
        name: &'static str,
        kind: Kind,
    ) -> Vec<Id> {
        let texts = fields.texts(name);
        let ids = texts.iter().map(|text| text.text.clone()).collect();
        self.mentions
            .references
            .extend(texts.into_iter().map(|text| (kind, Reference::new(text.text, text.span))));
        ids
    }
}
