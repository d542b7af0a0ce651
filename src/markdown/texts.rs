//! Texts that the parser gives beside each other, held back until something else comes: an address may go through
//! several of them, and becomes a link.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::bare_links::{self, BareLink};

/// The texts that are not written yet.
#[derive(Default)]
pub(super) struct Texts<'t> {
    held: Vec<(CowStr<'t>, Range<usize>)>,
    /// How many links, pictures and boxes of code are open: no address in them becomes a link.
    unlinked: usize,
}

impl<'t> Texts<'t> {
    pub(super) fn hold(&mut self, words: CowStr<'t>, range: Range<usize>) {
        self.held.push((words, range));
    }

    /// Something opens, in which there may be no links.
    pub(super) fn open(&mut self, tag: &Tag<'_>) {
        let is_one = matches!(tag, Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_));
        self.unlinked += usize::from(is_one);
    }

    /// Something closes, in which there may have been none.
    pub(super) fn close(&mut self, tag: TagEnd) {
        let is_one = matches!(tag, TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock);
        self.unlinked = self.unlinked.saturating_sub(usize::from(is_one));
    }

    /// Raw HTML stands here, which may be a link.
    pub(super) fn raw(&mut self, html: &str) {
        self.unlinked += usize::from(html.starts_with("<a "));
        self.unlinked = self.unlinked.saturating_sub(usize::from(html.starts_with("</a>")));
    }

    /// Writes what was held back, with a link at each address.
    pub(super) fn write(&mut self, out: &mut Vec<Event<'t>>) {
        if self.held.is_empty() {
            return;
        }
        let is_linked =
            self.unlinked == 0 && self.held.iter().any(|(words, _)| bare_links::may_be_in(words));
        if !is_linked {
            for (words, _) in self.held.drain(..) {
                out.push(Event::Text(words));
            }
            return;
        }
        for beside in self.held.chunk_by(|(_, one), (_, next)| one.end == next.start) {
            let words: String = beside.iter().map(|(words, _)| &**words).collect();
            let mut from = 0;
            for BareLink { at, kind, address } in bare_links::find(&words) {
                let link = Tag::Link {
                    link_type: kind,
                    dest_url: address.into(),
                    title: CowStr::from(""),
                    id: CowStr::from(""),
                };
                out.push(text(&words[from..at.start]));
                out.push(Event::Start(link));
                out.push(text(&words[at.clone()]));
                out.push(Event::End(TagEnd::Link));
                from = at.end;
            }
            out.push(text(&words[from..]));
        }
        self.held.clear();
    }
}

fn text<'t>(words: &str) -> Event<'t> {
    Event::Text(words.to_owned().into())
}
