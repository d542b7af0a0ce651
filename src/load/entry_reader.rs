//! Reads one file of content and gathers, on the way, every link, id and reference that it holds.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::{self, Extent, Html, Writing, composed, slug};
use crate::model::{Id, Link, Mentions, Reference};
use crate::schema::{Ids, Key, Keys, Line, Lines, Prose};
use crate::source::{Source, Span, Spanned};
use crate::tree::Text;

use super::broken_gap;
use super::content_path::ContentPath;

/// One file, being read.
pub struct EntryReader<'a> {
    pub source: &'a Arc<Source>,
    pub path: &'a ContentPath,
    html: Html,
    /// What the page is called, once that is known.
    pub title: Option<Spanned<String>>,
    /// What the file says about others, kept even when the file itself has faults.
    pub mentions: Mentions,
    pub ids: BTreeSet<String>,
    pub raw_ids: Vec<Spanned<String>>,
    pub notes: Vec<Diagnostic>,
}

impl<'a> EntryReader<'a> {
    pub fn new(source: &'a Arc<Source>, path: &'a ContentPath, html: Html) -> Self {
        Self {
            source,
            path,
            html,
            title: None,
            mentions: Mentions { stem: Some(path.stem.clone()), ..Mentions::default() },
            ids: BTreeSet::new(),
            raw_ids: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Whether it translates another file. Facts such as ids are that file's, so they are not looked at.
    pub fn is_translation(&self) -> bool {
        self.path.language.is_some()
    }

    /// A text that must be there. What a translation leaves out is the original's.
    pub fn or_left_out(
        &self,
        keys: &Keys<'_, '_>,
        found: Option<markdown::Prose>,
    ) -> Option<markdown::Prose> {
        found.or_else(|| self.is_translation().then(|| markdown::Prose::left_out(keys.span())))
    }

    /// Something behind a key that must be there, unless it may be the original's.
    pub fn needs<V: Copy>(&self, keys: &mut Keys<'_, '_>, key: &Key<V>) -> Option<()> {
        let found = keys.get(key);
        (found.is_some() || self.is_translation()).then_some(())
    }

    /// Reads Markdown that was written as a scalar.
    pub fn prose(
        &mut self,
        text: &Text,
        extent: Extent,
        prefix: &str,
        notes: &mut Vec<Diagnostic>,
    ) -> markdown::Prose {
        let places = text.places();
        self.markdown(&text.text, extent, prefix, &|range| places.find(range), notes)
    }

    /// Reads Markdown, whose ranges `place` finds in the file.
    pub fn markdown(
        &mut self,
        text: &str,
        extent: Extent,
        prefix: &str,
        place: &dyn Fn(Range<usize>) -> Span,
        notes: &mut Vec<Diagnostic>,
    ) -> markdown::Prose {
        let title = self.title.as_ref().map(|title| title.value.as_str());
        let title = title.filter(|_| extent == Extent::Document);
        let Noted { value: prose, notes: found } =
            markdown::read(&Writing { text, extent, html: self.html, prefix, title, place });
        notes.extend(found);
        self.mentions.links.extend(
            prose
                .links()
                .map(|(target, span)| Link { target: target.to_owned(), span: span.clone() }),
        );
        self.mentions.pictures.extend(prose.pictures().cloned());
        self.ids.extend(prose.ids().map(str::to_owned));
        self.raw_ids.extend(prose.raw_ids().cloned());
        prose
    }

    /// One line of Markdown behind a key.
    pub fn line(&mut self, keys: &mut Keys<'_, '_>, key: &Key<Line>) -> Option<markdown::Prose> {
        let text = keys.text(key)?;
        Some(self.prose(&text, Extent::Inline, "", keys.notes()))
    }

    /// Paragraphs of Markdown behind a key; the key goes before their ids.
    pub fn block(&mut self, keys: &mut Keys<'_, '_>, key: &Key<Prose>) -> Option<markdown::Prose> {
        let text = keys.text(key)?;
        // A point stands in no id of the theme.
        let prefix = format!("{}.", slug(&keys.path(key.name)));
        Some(self.prose(&text, Extent::Block, &prefix, keys.notes()))
    }

    /// What somebody says, behind a key: words of the case alone may be marked as gaps.
    pub fn script(&mut self, keys: &mut Keys<'_, '_>, key: &Key<Prose>) -> Option<markdown::Prose> {
        let text = keys.text(key)?;
        let path = keys.path(key.name);
        keys.notes().extend(broken_gap::note(&text, &path));
        let prefix = format!("{}.", slug(&path));
        Some(self.prose(&text, Extent::Script, &prefix, keys.notes()))
    }

    /// A list of lines of Markdown.
    pub fn lines(&mut self, keys: &mut Keys<'_, '_>, key: &Key<Lines>) -> Vec<markdown::Prose> {
        let texts = keys.texts(key);
        texts.iter().map(|text| self.prose(text, Extent::Inline, "", keys.notes())).collect()
    }

    /// Ids of other things.
    pub fn references(&mut self, keys: &mut Keys<'_, '_>, key: &Key<Ids>) -> Vec<Id> {
        let texts = keys.texts(key).into_iter();
        let named = texts.map(|text| Reference::new(composed(&text.text).into_owned(), text.span));
        let named: Vec<Reference> = named.collect();
        let ids = named.iter().map(|reference| reference.value.clone()).collect();
        let kind = key.of.0;
        self.mentions.references.extend(named.into_iter().map(|reference| (kind, reference)));
        ids
    }
}
