//! Which thing of a book is named at a place, where it stands, and who names it.

use std::ops::Range;
use std::sync::Arc;

use crate::amend::{Step, values};
use crate::load::{File, TITLE, TOPICS};
use crate::markdown::{composed, slug};
use crate::model::{Href, Kind, SitePath};
use crate::schema::Shape;
use crate::source::{PROJECT_FILE, Source, Span};
use crate::tree::parse_yaml;

use super::here::{Sort, What, here};
use super::lookup::{
    anchor_of, assigned_topics, carried, entries, entry_of, field_of, fields_of, meant, mentions,
    mentions_of, page_of, stem_of, title_of, topic_keys,
};
use super::project::Read;

/// A thing that has a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    Entry(Kind, String),
    /// A place on a page.
    Anchor(Kind, String, String),
    Topic(String),
    /// A field of the template in this file, a column as `table.column`.
    Field(String, String),
    /// A file that is carried along, by its path from `content/`.
    Carried(SitePath),
}

/// A thing, and where it is named.
pub(super) struct Named {
    pub thing: Thing,
    pub span: Span,
}

/// The thing that is named at a place.
pub(super) fn thing_at(read: &Read, source: &Arc<Source>, offset: usize) -> Option<Named> {
    let path = source.path();
    let named = |thing, range: Range<usize>| Some(Named { thing, span: Span::new(source, range) });
    if let Some(found) = mentioned(read, source, offset) {
        return Some(found);
    }
    let stem = stem_of(&read.playbook, path);
    let entry = |kind: Kind, id: &str| Thing::entry(read, kind, &composed(id));
    match Sort::of(source, &read.playbook.book) {
        Sort::Queries => {
            let root = parse_yaml(source).value?;
            let (key, _) = entries(&root).iter().find(|(key, _)| has(&key.span, offset))?;
            let page = read.playbook.at(&composed(&key.name))?;
            named(entry(page.kind(), page.head.id.as_str()), key.span.range())
        }
        Sort::Keys(file) => {
            let here = here(source, file, offset);
            let word = &source.text()[here.range.clone()];
            let last = here.path.last();
            let is_key = |name: &str| last == Some(&Step::Key(name.to_owned()));
            let is_item_of =
                |name: &str| here.path.iter().rev().nth(1) == Some(&Step::Key(name.to_owned()));
            let shape = here.declared.map(|one| one.shape);
            match (file, here.what, shape) {
                (File::Book, What::Key { .. }, _) if is_key("topics") => {
                    named(Thing::Topic(slug(word)), here.range)
                }
                (File::Book, What::Value(_), _)
                    if here.path.first() == Some(&Step::Key("redirects".into())) =>
                {
                    let page = page_of(&read.playbook, None, word)?;
                    named(entry(page.kind(), page.head.id.as_str()), here.range)
                }
                (_, What::Value(_), _) if is_key(TOPICS.name) || is_item_of(TOPICS.name) => {
                    named(Thing::Topic(slug(word)), here.range)
                }
                (_, What::Value(_), _) if here.ids.is_some() => {
                    named(entry(here.ids?, word), here.range)
                }
                (_, What::Value(_), Some(Shape::FieldId)) => {
                    named(Thing::Field(path.to_owned(), word.to_owned()), here.range)
                }
                (File::Content(Kind::Template), _, _)
                    if here.path.first() == Some(&Step::Key("fields".into())) =>
                {
                    field_at(read, source, offset)
                }
                (File::Content(kind), What::Value(_), _)
                    if is_key(TITLE.name) && here.path.len() == 1 =>
                {
                    let stem = stem?;
                    named(entry(kind, stem.id().as_str()), here.range)
                }
                _ => None,
            }
        }
        _ => None,
    }
}

/// The field whose label or id stands at a place.
fn field_at(read: &Read, source: &Arc<Source>, offset: usize) -> Option<Named> {
    let entry = entry_of(&read.playbook, source.path())?;
    let fields = fields_of(entry).into_iter();
    let mut found = fields.filter_map(|(id, field)| {
        let spans = [&field.id.span, &field.label.span];
        let span = spans.into_iter().find(|span| has(span, offset))?;
        let thing = Thing::Field(source.path().to_owned(), id);
        Some(Named { thing, span: span.clone() })
    });
    found.next()
}

/// What the loader noted at a place.
fn mentioned(read: &Read, source: &Arc<Source>, offset: usize) -> Option<Named> {
    let playbook = &read.playbook;
    if source.path() == PROJECT_FILE {
        let topic = assigned_topics(playbook).find(|topic| has(&topic.span, offset))?;
        return Some(Named { thing: Thing::Topic(topic.value.clone()), span: topic.span.clone() });
    }
    let says = mentions_of(playbook, source.path())?;
    let mut references = says.references.iter();
    if let Some((kind, id)) = references.find(|(_, id)| has(&id.span, offset)) {
        return Some(Named { thing: Thing::entry(read, *kind, &id.value), span: id.span.clone() });
    }
    if let Some(topic) = says.topics.iter().find(|topic| has(&topic.span, offset)) {
        return Some(Named { thing: Thing::Topic(topic.value.clone()), span: topic.span.clone() });
    }
    let link = says.links.iter().find(|link| has(&link.span, offset))?;
    let from = says.stem.as_ref();
    let thing = match page_of(playbook, from, &link.target) {
        Some(page) => {
            let (kind, id) = (page.kind(), page.head.id.to_string());
            let anchor = Href::cut(&link.target).anchor();
            if anchor.is_empty() { Thing::Entry(kind, id) } else { Thing::Anchor(kind, id, anchor) }
        }
        None => Thing::Carried(carried(playbook, from, &link.target)?),
    };
    Some(Named { thing, span: link.span.clone() })
}

impl Thing {
    /// An entry by its whole id, also where a guide is named without its folder.
    fn entry(read: &Read, kind: Kind, written: &str) -> Self {
        let found = meant(&read.playbook, kind, written);
        Self::Entry(kind, found.map_or_else(|| written.to_owned(), |one| one.head.id.to_string()))
    }

    /// Where it stands.
    pub(super) fn places(&self, read: &Read) -> Vec<Span> {
        let Read { sources, playbook, .. } = read;
        match self {
            Self::Entry(kind, id) => title_of(sources, playbook, *kind, id).into_iter().collect(),
            Self::Anchor(kind, id, anchor) => {
                let entry = meant(playbook, *kind, id);
                let place = entry.and_then(|entry| anchor_of(entry, anchor));
                place.or_else(|| title_of(sources, playbook, *kind, id)).into_iter().collect()
            }
            Self::Topic(id) => topic_keys(sources, id).into_iter().map(|key| key.span).collect(),
            Self::Field(path, id) => {
                let field = entry_of(playbook, path).and_then(|entry| field_of(entry, id));
                field.map(|field| field.id.span.clone()).into_iter().collect()
            }
            Self::Carried(path) => {
                let source = Arc::new(Source::new(format!("content/{path}"), ""));
                vec![Span::new(&source, 0..0)]
            }
        }
    }

    /// Where it is named by others.
    pub(super) fn named(&self, read: &Read) -> Vec<Span> {
        let playbook = &read.playbook;
        match self {
            Self::Entry(kind, id) | Self::Anchor(kind, id, _) => entry_named(read, *kind, id),
            Self::Topic(id) => {
                let topics = mentions(playbook).flat_map(|says| &says.topics);
                let topics = topics.chain(assigned_topics(playbook));
                topics.filter(|one| one.value == *id).map(|one| one.span.clone()).collect()
            }
            Self::Field(path, id) => field_named(read, path, id),
            Self::Carried(path) => {
                let links = mentions(playbook)
                    .flat_map(|says| says.links.iter().map(move |link| (says.stem.as_ref(), link)));
                let leads = links.filter(|(from, link)| {
                    carried(playbook, *from, &link.target).as_ref() == Some(path)
                });
                leads.map(|(_, link)| link.span.clone()).collect()
            }
        }
    }
}

/// Who names an entry: by its id, by a link, as a page of a search, as what took the place of an old address.
fn entry_named(read: &Read, kind: Kind, id: &str) -> Vec<Span> {
    let playbook = &read.playbook;
    let mut spans = Vec::new();
    let is_it = |from, link: &str| {
        page_of(playbook, from, link)
            .is_some_and(|page| page.kind() == kind && page.head.id.as_str() == id)
    };
    for says in mentions(playbook) {
        let ids = says.references.iter().filter(|(of, one)| {
            let names = || meant(playbook, kind, &one.value).map(|entry| entry.head.id.as_str());
            *of == kind && names().unwrap_or(&one.value) == id
        });
        spans.extend(ids.map(|(_, one)| one.span.clone()));
        let from = says.stem.as_ref();
        // Links within its own page are no mention of it.
        let links = says.links.iter().filter(|link| !link.target.starts_with('#'));
        let links = links.filter(|link| is_it(from, &link.target));
        spans.extend(links.map(|link| link.span.clone()));
    }
    if let Some(page) = meant(playbook, kind, id) {
        let stem = page.head.stem.as_str();
        let queries = playbook.queries.iter().filter(|(page, _)| page.value == stem);
        spans.extend(queries.map(|(page, _)| page.span.clone()));
    }
    let redirects = playbook.book.redirects.iter().filter(|one| is_it(None, &one.to.value));
    spans.extend(redirects.map(|one| one.to.span.clone()));
    spans
}

/// Where a template names one of its own fields.
fn field_named(read: &Read, path: &str, id: &str) -> Vec<Span> {
    let Some(source) = read.sources.texts.get(path) else { return Vec::new() };
    let all = values(source, File::Content(Kind::Template)).unwrap_or_default();
    let is_it =
        |text: &str| text == id || text.strip_prefix(id).is_some_and(|rest| rest.starts_with('.'));
    let named = all.into_iter().filter(|one| {
        matches!(one.shape, Shape::FieldId) && one.text.as_deref().is_some_and(is_it)
    });
    named.filter_map(|one| one.span).collect()
}

/// Whether a place is in a span or right behind it.
pub(super) fn has(span: &Span, offset: usize) -> bool {
    has_range(&span.range(), offset)
}

fn has_range(range: &Range<usize>, offset: usize) -> bool {
    range.start <= offset && offset <= range.end
}
