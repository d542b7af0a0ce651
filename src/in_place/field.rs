//! A value of a file, as whoever shows a box for it needs to know. It must not know the other values.

use serde::Serialize;

use crate::amend::{Listed, Place};
use crate::edit::mark;
use crate::schema::{Need, Shape};
use crate::source::Span;

use super::item::{Item, Kind, ids_of, item, kind, words};
use super::label;

/// A value of a file, or one that could stand there.
#[derive(Serialize)]
pub(super) struct Field {
    /// Where it stands; empty for the text of a guide.
    pub key: String,
    label: String,
    kind: Kind,
    needed: bool,
    /// What it is for, and how it looks; empty for an item of a list.
    help: &'static str,
    example: &'static str,
    /// Whether it is written.
    there: bool,
    /// As it was written, where it is one text.
    pub text: Option<String>,
    /// The mark of what was written, by which a change of somebody else is known.
    pub was: Option<String>,
    /// The first and the last of its lines, from 1.
    line: Option<usize>,
    to: Option<usize>,
    /// The number in the signs round it on the traced page.
    pub mark: Option<usize>,
    words: Option<Vec<&'static str>>,
    of: Option<&'static str>,
    item: Option<Item>,
    #[serde(skip)]
    pub span: Option<Span>,
}

impl Field {
    /// A value that is listed. `list` is the shape of the list that it is an item of.
    pub(super) fn new(listed: Listed, list: Option<&Shape>) -> Self {
        let Listed { place, shape, need, key, text, span } = listed;
        // A list of one may be written as its one text.
        let is_id = list.is_some_and(|list| matches!(list, Shape::Ids(_)));
        Self {
            label: label::label(&place),
            kind: if is_id { Kind::Id } else { kind(&shape) },
            needed: need == Need::Needed,
            help: key.map_or("", |key| key.about),
            example: key.map_or("", |key| key.example),
            was: span.as_ref().map(|span| was(text.as_deref(), span)),
            words: words(&shape),
            of: list.map_or_else(|| ids_of(&shape), ids_of),
            item: item(&shape),
            key: place.to_string(),
            ..Self::at(text, span)
        }
    }

    /// The text of a guide.
    pub(super) fn body(span: Span) -> Self {
        let text = span.source().text()[span.range()].to_owned();
        Self {
            was: Some(mark(text.as_bytes())),
            text: Some(text.trim_end_matches('\n').to_owned()),
            kind: Kind::Body,
            label: label::BODY.to_owned(),
            help: "What the page says, in Markdown.",
            needed: true,
            ..Self::at(None, Some(span))
        }
    }

    fn at(text: Option<String>, span: Option<Span>) -> Self {
        Self {
            key: Place::default().to_string(),
            label: String::new(),
            kind: Kind::Other,
            needed: false,
            help: "",
            example: "",
            there: span.is_some(),
            text,
            was: None,
            line: span.as_ref().map(|span| span.line_and_column().0),
            to: span.as_ref().map(|span| span.end_line_and_column().0),
            mark: None,
            words: None,
            of: None,
            item: None,
            span,
        }
    }
}

/// The mark of what stands at a place: of the text where it is one, else of all that was written.
pub(super) fn was(text: Option<&str>, span: &Span) -> String {
    mark(text.unwrap_or_else(|| &span.source().text()[span.range()]).as_bytes())
}
