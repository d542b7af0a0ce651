//! Prose that was read: its HTML, and what stands where in it.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::{Span, Spanned};

use super::Extent;
use super::entities::unescape;
use super::marks::{Gap, Heading, Marks, Picture, Slot, Tag};

/// A piece of prose, ready to be put on any page. A large book has half a million of these, and it stays as long as they do.
#[derive(Clone, Debug)]
pub struct Prose {
    span: Span,
    /// Most prose is words of which the file says the very HTML, and has none.
    own: Option<Box<Own>>,
    is_line: bool,
    /// Whether the HTML is the words as `plain` puts them together: it need not be looked at again and again.
    is_plain: bool,
}

/// Prose whose HTML is another than the text of its file, or has more than words.
#[derive(Clone, Debug)]
struct Own {
    html: Box<str>,
    tags: Box<[Tag]>,
    /// Few have any of it.
    more: Option<Box<Marks>>,
}

impl Prose {
    pub(super) fn new(span: Span, html: Cow<'_, str>, marks: Marks, extent: Extent) -> Self {
        let is_bare = marks.tags.is_empty() && marks.slots.is_empty();
        let is_trimmed = !html.starts_with(' ') && !html.ends_with(' ');
        let is_plain = is_bare && is_trimmed && !html.contains('&') && is_spaced(&html);
        let is_in_file = is_bare && span.source().text()[span.range()] == *html;
        let own = (!is_in_file).then(|| Box::new(Own::new(html.into(), marks)));
        Self { span, own, is_line: extent == Extent::Inline, is_plain }
    }

    /// What stands where a translation leaves out what its original says.
    #[must_use]
    pub fn left_out(span: Span) -> Self {
        Self::new(span, Cow::Borrowed(""), Marks::default(), Extent::Block)
    }

    /// Where it was written.
    #[must_use]
    pub fn span(&self) -> &Span {
        &self.span
    }

    /// Whether there is nothing to see: no word, no picture, not even a line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.written().trim().is_empty()
    }

    /// The same within an element that has these attributes, each with a space before it.
    #[must_use]
    pub fn within(&self, attributes: &str) -> Self {
        let element = if self.is_line { "span" } else { "div" };
        let (open, close) = (format!("<{element}{attributes}>"), format!("</{element}>"));
        let html = [&open, self.written(), &close].concat();
        let mut marks = self.more().cloned().unwrap_or_default();
        marks.tags = self.tags().iter().map(Tag::place).collect();
        marks.move_behind(open.len());
        marks.tags.insert(0, (0..open.len(), Gap::Plain));
        marks.tags.push((html.len() - close.len()..html.len(), Gap::Plain));
        let own = Some(Box::new(Own::new(html.into(), marks)));
        Self { span: self.span.clone(), own, is_line: self.is_line, is_plain: false }
    }

    /// The HTML as it is kept, with nothing in its slots.
    pub(super) fn written(&self) -> &str {
        self.own
            .as_ref()
            .map_or_else(|| &self.span.source().text()[self.span.range()], |own| &own.html)
    }

    /// The tags in it.
    pub(super) fn tags(&self) -> &[Tag] {
        self.own.as_ref().map_or(&[], |own| &own.tags)
    }

    /// What stands in it besides words and tags.
    fn more(&self) -> Option<&Marks> {
        self.own.as_ref()?.more.as_deref()
    }

    fn slots(&self) -> &[(usize, Slot)] {
        self.more().map_or(&[], |more| &more.slots)
    }

    /// The headings, in their order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.more().into_iter().flat_map(|marks| &marks.headings).map(|(_, heading)| heading)
    }

    /// The ids that can be linked to, those of raw HTML and footnotes too.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.more().into_iter().flat_map(|marks| &marks.ids).map(String::as_str)
    }

    /// The ids that raw HTML gives.
    pub fn raw_ids(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.slots().iter().filter_map(|(_, slot)| match slot {
            Slot::Id(id) => Some(id),
            Slot::Link { .. } | Slot::Word(_) | Slot::At | Slot::Ids(..) | Slot::Level(_) => None,
        })
    }

    /// The id of the heading to which this one leads on GitHub and in editors, where that is another.
    #[must_use]
    pub fn second_name(&self, id: &str) -> Option<&str> {
        self.more()?.second_names.get(id).map(String::as_str)
    }

    /// The links into the book: as written, and where.
    pub fn links(&self) -> impl Iterator<Item = (&str, &Span)> {
        self.slots().iter().filter_map(|(_, slot)| match slot {
            Slot::Link { target, span } => Some((target.as_str(), span)),
            Slot::Word(_) | Slot::At | Slot::Id(_) | Slot::Ids(..) | Slot::Level(_) => None,
        })
    }

    /// The pictures of the book, in their order.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.more().into_iter().flat_map(|marks| &marks.pictures)
    }

    /// The words between tags, for who only looks for words.
    pub fn texts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.runs().map(|(text, _)| text)
    }

    /// What stands before the first heading, and then each heading with what is below it.
    #[must_use]
    pub fn sections(&self) -> Vec<(Option<&Heading>, Self)> {
        let headings = self.more().into_iter().flat_map(|marks| &marks.headings);
        let starts: Vec<_> =
            [(0, None)].into_iter().chain(headings.map(|(at, one)| (*at, Some(one)))).collect();
        let ends = starts[1..].iter().map(|(at, _)| *at).chain([self.written().len()]);
        let parts = starts.iter().zip(ends);
        parts.map(|((from, heading), to)| (*heading, self.part(*from..to))).collect()
    }

    /// The words of a part of it; nothing can be put on a page by itself.
    fn part(&self, range: Range<usize>) -> Self {
        let tags = self.tags();
        let before = |end: usize| tags.partition_point(|tag| tag.start() < end);
        let inside = tags[before(range.start)..before(range.end)].iter().map(Tag::place);
        let moved = inside.map(|(tag, gap)| (tag.start - range.start..tag.end - range.start, gap));
        let marks = Marks { tags: moved.collect(), ..Marks::default() };
        let html = Cow::Borrowed(&self.written()[range]);
        Self::new(self.span.clone(), html, marks, Extent::Block)
    }

    /// The HTML, with every slot filled by what `fill` gives for it. What it gives must be escaped.
    #[must_use]
    pub fn html(&self, mut fill: impl FnMut(&Slot) -> String) -> Cow<'_, str> {
        let html = self.written();
        if self.slots().is_empty() {
            return Cow::Borrowed(html);
        }
        Cow::Owned(self.filled(0..html.len(), &mut fill))
    }

    /// A part of the HTML, with its slots filled.
    pub(super) fn filled(
        &self,
        range: Range<usize>,
        fill: &mut impl FnMut(&Slot) -> String,
    ) -> String {
        let (written, slots) = (self.written(), self.slots());
        let mut html = String::with_capacity(range.len() + 16 * slots.len());
        let mut from = range.start;
        for (at, slot) in slots.iter().filter(|(at, _)| range.contains(at)) {
            html.push_str(&written[from..*at]);
            html.push_str(&fill(slot));
            from = *at;
        }
        html.push_str(&written[from..range.end]);
        html
    }

    /// The words alone, on one line.
    #[must_use]
    pub fn plain(&self) -> String {
        if self.is_plain {
            return self.written().to_owned();
        }
        let mut line = String::with_capacity(self.written().len());
        self.texts().for_each(|text| join(&mut line, &text));
        line
    }

    /// How many words `plain` has.
    #[must_use]
    pub fn count(&self) -> usize {
        let gaps = |words: &str| words.bytes().filter(|byte| *byte == b' ').count();
        if self.is_plain {
            return gaps(self.written()) + 1;
        }
        let mut count = 0;
        for text in self.texts() {
            pieces(&text, |piece| {
                count += gaps(piece) + usize::from(count == 0 || !is_glued(piece));
            });
        }
        count
    }

    /// The words of each paragraph, heading, line of a list or cell, without those that are empty.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<String> {
        let (mut lines, mut line, mut mark) = (Vec::new(), String::new(), None);
        for (text, gap) in self.runs() {
            if !text.trim().is_empty() {
                mark.take().iter().for_each(|mark: &String| join(&mut line, mark));
            }
            join(&mut line, &text);
            match gap {
                Gap::Plain => {}
                Gap::Line => lines.push(std::mem::take(&mut line)),
                Gap::Item(None) => mark = Some("•".to_owned()),
                Gap::Item(Some(number)) => mark = Some(format!("{number}.")),
            }
        }
        lines.push(line);
        lines.retain(|words| !words.is_empty());
        lines
    }

    /// Each text with the gap behind it.
    fn runs(&self) -> impl Iterator<Item = (Cow<'_, str>, Gap)> {
        let html = self.written();
        let end = (html.len()..html.len(), Gap::Plain);
        let mut from = 0;
        self.tags().iter().map(Tag::place).chain([end]).map(move |(tag, gap)| {
            let text = &html[from..tag.start];
            let text = if self.is_plain { Cow::Borrowed(text) } else { unescape(text) };
            from = tag.end;
            (text, gap)
        })
    }
}

impl Own {
    fn new(html: Box<str>, mut marks: Marks) -> Self {
        let tags = std::mem::take(&mut marks.tags).into_iter().map(Tag::new);
        marks.slots.shrink_to_fit();
        // Whatever else there is has a tag or a slot, and an id.
        let is_empty = marks.slots.is_empty() && marks.ids.is_empty();
        Self { html, tags: tags.collect(), more: (!is_empty).then(|| Box::new(marks)) }
    }
}

/// Puts words behind those of a line.
fn join(line: &mut String, text: &str) {
    pieces(text, |piece| {
        if !line.is_empty() && !is_glued(piece) {
            line.push(' ');
        }
        line.push_str(piece);
    });
}

/// Whether it stands right behind the word before it: a tag between a word and its full stop is no gap.
fn is_glued(piece: &str) -> bool {
    piece.starts_with(['.', ',', ';', ':', '?', '!', ')'])
}

/// Gives words to `take`: those that stand as they would be put together at once, others one by one.
fn pieces(text: &str, mut take: impl FnMut(&str)) {
    for line in text.split('\n').map(str::trim) {
        if is_spaced(line) {
            take(line);
        } else {
            line.split_whitespace().for_each(&mut take);
        }
    }
}

/// Whether it has words with one space between two, and none before a full stop.
#[expect(clippy::needless_bitwise_bool, reason = "a branch would look at one byte at a time")]
fn is_spaced(line: &str) -> bool {
    let bytes = line.as_bytes();
    // Every byte is looked at, whatever was found before: so the machine looks at many at a time.
    let is_control = bytes.iter().fold(false, |found, byte| found | byte.is_ascii_control());
    let is_gap = bytes.iter().zip(bytes.iter().skip(1)).fold(false, |found, (one, next)| {
        let is_bad = matches!(next, b' ' | b'.' | b',' | b';' | b':' | b'?' | b'!' | b')');
        found | ((*one == b' ') & is_bad)
    });
    let is_space = |letter: char| letter != ' ' && letter.is_whitespace();
    !line.is_empty() && !is_control && !is_gap && (line.is_ascii() || !line.contains(is_space))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::walk::walk;
    use super::{Extent, Prose, is_glued};
    use crate::source::{Source, Span};

    const PIECES: [&str; 9] = ["one", "é", ".", " ", "\n", "\u{a0}", "<b>", "</b>", "&amp;"];

    #[test]
    fn words_stand_on_one_line_with_one_gap_between_two_and_are_counted() {
        let source = Arc::new(Source::new("a.md", ""));
        for number in 0..PIECES.len().pow(5) {
            let places = (0..5).map(|place| number / PIECES.len().pow(place) % PIECES.len());
            let html: String = places.map(|piece| PIECES[piece]).collect();
            let mut line = String::new();
            let texts = html.replace("</b>", "<b>").replace("&amp;", "&");
            for word in texts.split("<b>").flat_map(str::split_whitespace) {
                line += if line.is_empty() || is_glued(word) { "" } else { " " };
                line += word;
            }
            let (walked, marks) = walk(&html, Vec::new(), |_| None);
            assert_eq!(walked, html);
            let prose = Prose::new(Span::new(&source, 0..0), walked.into(), marks, Extent::Inline);
            assert_eq!(prose.plain(), line, "{html:?}");
            assert_eq!(prose.count(), line.split_whitespace().count(), "{html:?}");
        }
    }
}
