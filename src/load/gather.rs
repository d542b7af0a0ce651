//! Reads one file of content and gathers, on the way, every link, id and reference that it holds.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::{self, Html, Prose, Shape, Writing, slug};
use crate::model::{Body, Entry, Head, Id, Kind, Link, Reference};
use crate::source::{Source, Span};
use crate::tree::{Fields, Node, Text, parse_yaml};

use super::files::Place;

/// One file, being read.
pub struct Gather<'a> {
    pub source: &'a Arc<Source>,
    place: &'a Place,
    html: Html,
    links: Vec<Link>,
    ids: Vec<String>,
    references: Vec<(Kind, Reference)>,
    pub notes: Vec<Diagnostic>,
}

impl<'a> Gather<'a> {
    pub fn new(source: &'a Arc<Source>, place: &'a Place, html: Html) -> Self {
        Self {
            source,
            place,
            html,
            links: Vec::new(),
            ids: Vec::new(),
            references: Vec::new(),
            notes: Vec::new(),
        }
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
            let body = read(self, fields);
            Some((head?, body?))
        });
        self.notes = notes;
        let (head, body) = entry?;
        Some(Entry {
            head,
            body,
            references: std::mem::take(&mut self.references),
            links: std::mem::take(&mut self.links),
            ids: std::mem::take(&mut self.ids),
        })
    }

    fn head(&mut self, fields: &mut Fields<'_, '_>) -> Option<Head> {
        let title = fields.need_text("title", "add a line like `title: The release keeps growing`");
        let summary = self.inline(fields, "summary");
        let topics = fields
            .texts("topics")
            .into_iter()
            .map(|topic| Reference::new(slug(&topic.text), topic.span));
        let topics = topics.filter(|topic| !topic.value.is_empty()).collect();
        let also = fields.texts("also").into_iter().map(|words| words.text).collect();
        let order = fields.number("order").map(|number| number.value);
        let reviewed = fields.date("reviewed");
        let draft = fields.yes("draft").unwrap_or_default();
        // The one place where any key may stand.
        fields.raw("extra");
        Some(Head {
            id: self.place.id.clone(),
            source: Arc::clone(self.source),
            stem: self.place.stem.clone(),
            title: title?.text,
            summary,
            topics,
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
        self.markdown(&text.text, shape, prefix, &|range| text.place(range), notes)
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
        self.links.extend(
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
        let prefix = format!("{}-", slug(&fields.path(name)));
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
        self.references
            .extend(texts.into_iter().map(|text| (kind, Reference::new(text.text, text.span))));
        ids
    }
}
