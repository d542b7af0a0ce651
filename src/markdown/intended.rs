//! What the tags of a text were meant for: to be HTML, or to be read as they were typed. It must not know how a page is
//! written.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::endless_comment::endless_comment;
use crate::diagnostic::rules::never_closed::{
    element_never_closed, element_never_opened, tag_never_closed,
};

use super::elements::{Element, is_of_tables, is_void, is_word, parents};
use super::mask::Mask;
use super::pieces::{Found, Pieces};
use super::tags::{Sort, Tag};
use super::writing::{Html, Writing};

/// What becomes of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    /// It is a tag of an element that a text may have.
    Tag,
    /// The element is whole with this tag alone: a place to link to.
    Whole,
    /// It is taken out, and told.
    Out,
    /// So is all up to the tag at its other end.
    OutTo(usize),
    /// It is taken out, as comments are.
    Silent,
    /// It is a word in angle brackets, or may be one.
    Word(Doubt),
}

/// Whether it is certain that a tag is a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    None,
    Told,
}

impl Intent {
    /// For a word, whether it is certain that it is one.
    fn doubt(self) -> Option<Doubt> {
        match self {
            Self::Word(doubt) => Some(doubt),
            Self::Tag | Self::Whole | Self::Out | Self::OutTo(_) | Self::Silent => None,
        }
    }
}

/// What each tag was meant for.
pub(super) fn intents(pieces: &Pieces) -> Vec<Intent> {
    let mut intents = Vec::with_capacity(pieces.tags.len());
    let mut open = Open::default();
    for (at, found) in pieces.tags.iter().enumerate() {
        let intent = match found.tag.sort {
            Sort::Comment => Intent::Silent,
            Sort::Endless => Intent::Word(Doubt::Told),
            Sort::Instruction => Intent::Out,
            Sort::Broken => broken(&found.tag),
            Sort::Nameless => Intent::Word(Doubt::None),
            Sort::Close => closed(found, &intents),
            Sort::Open | Sort::Empty => opened(pieces, at, &open),
        };
        if intent == Intent::Tag && found.partner.is_some() {
            open.hear(&found.tag);
        }
        intents.push(intent);
    }
    intents
}

/// Takes the brackets of words that are no tags. Whether there were any: then the text is to be read anew.
pub(super) fn take_words(
    writing: &Writing<'_>,
    (text, mask): (&str, &mut Mask),
    (pieces, intents): (&Pieces, &[Intent]),
    notes: &mut Vec<Diagnostic>,
) -> bool {
    if !mask.begins_round() {
        return false;
    }
    let words: Vec<_> = match swallower(pieces) {
        // What comes after it may be anything else once it is read as Markdown.
        Some(first) => vec![(first, Doubt::Told)],
        None => {
            intents.iter().enumerate().filter_map(|(at, one)| Some((at, one.doubt()?))).collect()
        }
    };
    let mut is_taken = false;
    for (at, doubt) in words {
        let found = &pieces.tags[at];
        let place = pieces.place(found, found.tag.range.clone()).start;
        if mask.take(text, place) {
            is_taken = true;
            // An end whose beginning has a mistake has none of its own.
            let is_known = found.tag.sort == Sort::Close && mask.has_told(&found.tag.name);
            if doubt == Doubt::Told && !is_known {
                mask.tell(&found.tag.name);
                notes.push(told(writing, pieces, found));
            }
        }
    }
    is_taken
}

/// The first tag behind which the parser sees no Markdown any more, although nothing ends it.
fn swallower(pieces: &Pieces) -> Option<usize> {
    pieces.tags.iter().position(|found| {
        let tag = &found.tag;
        let is_endless = match tag.sort {
            Sort::Endless => true,
            Sort::Broken => tag.name.is_empty(),
            Sort::Open => {
                let is_text = matches!(&*tag.name, "pre" | "script" | "style" | "textarea");
                is_text && found.partner.is_none()
            }
            Sort::Empty | Sort::Close | Sort::Comment | Sort::Instruction | Sort::Nameless => false,
        };
        is_endless && pieces.all[found.piece].is_block
    })
}

/// What is told of a tag that may be a word, and may be a mistake.
pub(super) fn told(writing: &Writing<'_>, pieces: &Pieces, found: &Found) -> Diagnostic {
    let (tag, name) = (&found.tag, found.tag.name.as_str());
    let start = tag.range.start;
    let range =
        if tag.sort == Sort::Endless { start..start + "<!--".len() } else { tag.range.clone() };
    let span = writing.span(pieces.place(found, range));
    match tag.sort {
        Sort::Endless => endless_comment(span),
        Sort::Broken => tag_never_closed(span, name),
        Sort::Close => element_never_opened(span, name),
        Sort::Open | Sort::Empty | Sort::Comment | Sort::Instruction | Sort::Nameless => {
            element_never_closed(span, name)
        }
    }
}

/// A comment within words that has no end comes as words, which begin here.
pub(super) fn endless(writing: &Writing<'_>, text: &str, start: usize) -> Option<Diagnostic> {
    let is_meant = text[start..].starts_with("<!--") && !text[..start].ends_with('\\');
    let span = || writing.span(start..start + "<!--".len());
    (is_meant && writing.html == Html::Clean).then(|| endless_comment(span()))
}

/// How many elements are open, by name.
#[derive(Default)]
struct Open<'a>(BTreeMap<&'a str, usize>);

impl<'a> Open<'a> {
    fn hear(&mut self, tag: &'a Tag) {
        let count = self.0.entry(&tag.name).or_default();
        *count = if tag.sort == Sort::Close { *count - 1 } else { *count + 1 };
    }

    fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|count| *count > 0)
    }
}

fn broken(tag: &Tag) -> Intent {
    let is_known = tag.name.is_empty() || Element::of(&tag.name).is_some();
    Intent::Word(if is_known { Doubt::Told } else { Doubt::None })
}

fn closed(found: &Found, before: &[Intent]) -> Intent {
    let name = found.tag.name.as_str();
    match found.partner {
        _ if Element::of(name).is_none() => Intent::Word(Doubt::None),
        // The same as at the other end.
        Some(open) if before[open] == Intent::Tag => Intent::Tag,
        Some(_) => Intent::Silent,
        // Browsers take it for `<br>`.
        None if name == "br" => Intent::Tag,
        None => Intent::Word(Doubt::Told),
    }
}

fn opened(pieces: &Pieces, at: usize, open: &Open<'_>) -> Intent {
    let found = &pieces.tags[at];
    let (tag, name) = (&found.tag, found.tag.name.as_str());
    let is_bare = tag.attributes.is_empty();
    let word = |is_certain| Intent::Word(if is_certain { Doubt::None } else { Doubt::Told });
    let Some(element) = Element::of(name) else { return word(true) };
    let is_placed = parents(name).is_some_and(|outer| outer.iter().any(|name| open.has(name)));
    let is_misplaced = is_of_tables(name) && !is_placed;
    match element {
        Element::Unwrapped | Element::Refused if is_bare && found.partner.is_none() => {
            word(is_word(name))
        }
        Element::Unwrapped => Intent::Out,
        Element::Refused => pieces.whole(at).map_or(Intent::Out, Intent::OutTo),
        Element::Kept if is_void(name) => match name {
            "area" | "img" if is_bare => word(true),
            "col" if is_misplaced => Intent::Out,
            _ => Intent::Tag,
        },
        Element::Kept if found.partner.is_some() => {
            if is_misplaced {
                Intent::Out
            } else {
                Intent::Tag
            }
        }
        Element::Kept if is_placed && tag.sort == Sort::Open => Intent::Tag,
        Element::Kept if is_anchor(tag) => Intent::Whole,
        Element::Kept if name == "p" && (!is_bare || begins_line(pieces, found)) => Intent::Tag,
        Element::Kept => {
            let is_part = name == "summary" && open.has("details");
            word(is_bare && !is_part && is_word(name))
        }
    }
}

/// Whether it is a place to link to, which needs no words.
fn is_anchor(tag: &Tag) -> bool {
    let has = |name: &str| tag.attributes.iter().any(|attribute| attribute.name == name);
    (tag.name == "a" || tag.sort == Sort::Empty) && (has("id") || has("name")) && !has("href")
}

/// Whether a tag begins a line of a block, and is no word of a sentence there.
fn begins_line(pieces: &Pieces, found: &Found) -> bool {
    let piece = &pieces.all[found.piece];
    let is_gap = |sign: char| sign.is_whitespace() && sign != '\n';
    let before = piece.html[..found.tag.range.start].trim_end_matches(is_gap);
    let after = &piece.html[found.tag.range.end..];
    let words = after.trim_start_matches(is_gap);
    let is_word = after.starts_with(' ') && !words.is_empty() && !words.starts_with('\n');
    piece.is_block && (before.is_empty() || before.ends_with('\n')) && !is_word
}
