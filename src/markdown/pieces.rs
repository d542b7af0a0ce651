//! The raw HTML of a text: its pieces among what the parser found, the tags in them, and which two belong together.
//! It must not know what becomes of them.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag as Markdown, TagEnd};

use super::elements::is_void;
use super::tags::{Sort, Tag, tags};

/// An event of the parser, and where it stands.
pub(super) type Placed<'t> = (Event<'t>, Range<usize>);

/// A block of HTML, however many lines it has, or a tag within words.
pub(super) struct Piece {
    /// Its events.
    pub events: Range<usize>,
    pub html: String,
    /// Its tags, among those of all pieces.
    pub tags: Range<usize>,
    pub is_block: bool,
    /// Where each line begins: in `html`, and where it stands in the text.
    lines: Vec<(usize, Range<usize>)>,
    /// What it stands in: the event that begins that, or none.
    inside: Option<usize>,
}

/// A tag of a piece.
pub(super) struct Found {
    pub tag: Tag,
    /// The tag of the same element at its other end.
    pub partner: Option<usize>,
    /// Which piece has it.
    pub piece: usize,
}

/// The raw HTML of a text.
#[derive(Default)]
pub(super) struct Pieces {
    pub all: Vec<Piece>,
    pub tags: Vec<Found>,
}

impl Pieces {
    pub(super) fn new(events: &[Placed<'_>]) -> Self {
        let mut pieces = Self { all: gather(events), tags: Vec::new() };
        for (at, piece) in pieces.all.iter_mut().enumerate() {
            let start = pieces.tags.len();
            let found = tags(&piece.html).into_iter();
            pieces.tags.extend(found.map(|tag| Found { tag, partner: None, piece: at }));
            piece.tags = start..pieces.tags.len();
        }
        pieces.pair();
        pieces
    }

    /// Joins each end with the nearest beginning of its element that has none yet.
    fn pair(&mut self) {
        let mut open: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for at in 0..self.tags.len() {
            let Found { tag, .. } = &self.tags[at];
            match tag.sort {
                Sort::Open if !is_void(&tag.name) => {
                    open.entry(tag.name.clone()).or_default().push(at);
                }
                Sort::Close => {
                    let first = open.get_mut(&tag.name).and_then(Vec::pop);
                    self.tags[at].partner = first;
                    if let Some(first) = first {
                        self.tags[first].partner = Some(at);
                    }
                }
                Sort::Open
                | Sort::Empty
                | Sort::Comment
                | Sort::Endless
                | Sort::Instruction
                | Sort::Broken
                | Sort::Nameless => {}
            }
        }
    }

    /// Where in the text a range of a piece stands that has this tag.
    pub(super) fn place(&self, found: &Found, range: Range<usize>) -> Range<usize> {
        self.all[found.piece].place(range)
    }

    /// The whole of an element whose two ends stand in the same part of the text, and not one in a list, say, and one
    /// below it.
    pub(super) fn whole(&self, open: usize) -> Option<usize> {
        let close = self.tags[open].partner?;
        let inside = |tag: usize| self.all[self.tags[tag].piece].inside;
        (inside(open) == inside(close)).then_some(close)
    }
}

impl Piece {
    /// Where all of it stands in the text.
    pub(super) fn range(&self) -> Range<usize> {
        let start = self.lines.first().map_or(0, |(_, range)| range.start);
        start..self.lines.last().map_or(start, |(_, range)| range.end)
    }

    fn place(&self, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let line = self.lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            let (start, written) = &self.lines[line];
            (written.start + at - start).min(written.end)
        };
        let start = place(range.start);
        // The last sign of it, and one more: what ends a line does not begin the next.
        let end = if range.is_empty() { start } else { place(range.end - 1) + 1 };
        start..end
    }
}

fn gather(events: &[Placed<'_>]) -> Vec<Piece> {
    let (mut pieces, mut inside, mut block) = (Vec::<Piece>::new(), Vec::new(), None);
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Markdown::HtmlBlock) => block = Some(pieces.len()),
            Event::End(TagEnd::HtmlBlock) => block = None,
            Event::Start(_) => inside.push(at),
            Event::End(_) => drop(inside.pop()),
            Event::Html(html) | Event::InlineHtml(html) => {
                if block.is_none_or(|block| block == pieces.len()) {
                    pieces.push(Piece {
                        events: at..at,
                        html: String::new(),
                        tags: 0..0,
                        is_block: block.is_some(),
                        lines: Vec::new(),
                        inside: inside.last().copied(),
                    });
                }
                let piece = pieces.last_mut().expect("there is one by now");
                piece.lines.push((piece.html.len(), range.clone()));
                piece.html.push_str(html);
                piece.events.end = at + 1;
            }
            _ => {}
        }
    }
    pieces
}
