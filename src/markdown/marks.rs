//! What stands in the HTML of prose besides its words. It must not know how it is found.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{Span, Spanned};

/// What stands in HTML besides words, each with its place, in the order of the places.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    pub tags: Vec<(Range<usize>, Gap)>,
    pub slots: Vec<(usize, Slot)>,
    pub ids: Vec<String>,
    pub headings: Vec<(usize, Heading)>,
    pub pictures: Vec<Picture>,
    /// Ids that headings have elsewhere, and ours.
    pub second_names: BTreeMap<String, String>,
}

/// A picture of the book.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its address, as the author wrote it.
    pub target: String,
    /// Where the address was written.
    pub span: Span,
    /// What is said to those who cannot see it; empty where that is meant, `None` where nothing was written.
    pub words: Option<String>,
}

/// What the words before and after a tag have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// They stand on the same line.
    Plain,
    /// A line ends here: of a paragraph, a heading, an item or a cell.
    Line,
    /// An item of a list begins, with its number where the list has numbers.
    Item(Option<u32>),
}

/// What is put in when a page is rendered.
#[derive(Clone, Debug)]
pub enum Slot {
    /// The address of something in the book.
    Link {
        /// As the author wrote it.
        target: String,
        /// Where it was written.
        span: Span,
    },
    /// A word of the interface, by its key in the wording file.
    Word(&'static str),
    /// What goes before an id, so that it stands once on its page.
    At,
    /// An attribute by which raw HTML gives an id; what is put in begins with a space.
    Id(Spanned<String>),
    /// An attribute by which raw HTML names ids of its page, and those.
    Ids(String, Vec<String>),
    /// The level of a heading, as it is where the prose stands by itself.
    Level(u8),
}

/// A heading of prose, which has an id of its own.
#[derive(Clone, Debug)]
pub struct Heading {
    /// As it stands on the page, once.
    pub id: String,
    /// Plain text.
    pub title: String,
    /// 2 to 6.
    pub level: u8,
}

/// Where a tag stands in the HTML, and what it parts.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    start: u32,
    end: u32,
    gap: Gap,
}

impl Marks {
    /// Moves all places on by the length of what is put in front.
    pub(super) fn move_behind(&mut self, length: usize) {
        for (tag, _) in &mut self.tags {
            *tag = tag.start + length..tag.end + length;
        }
        self.slots.iter_mut().for_each(|(at, _)| *at += length);
        self.headings.iter_mut().for_each(|(at, _)| *at += length);
    }
}

impl Tag {
    pub(super) fn new((place, gap): (Range<usize>, Gap)) -> Self {
        let at = |place: usize| u32::try_from(place).expect("what a file says fits into its spans");
        Self { start: at(place.start), end: at(place.end), gap }
    }

    /// Where it begins.
    pub(super) fn start(&self) -> usize {
        self.start as usize
    }

    /// Where it stands, and what it parts.
    pub(super) fn place(&self) -> (Range<usize>, Gap) {
        (self.start as usize..self.end as usize, self.gap)
    }
}
