//! Prose that was read: HTML, its holes, its headings.

use std::borrow::Cow;

use crate::source::Span;

use super::Shape;
use super::holes::escape;

/// A piece of prose, ready to be put on any page.
#[derive(Clone, Debug)]
pub struct Prose {
    span: Span,
    html: String,
    holes: Vec<(usize, Hole)>,
    headings: Vec<Heading>,
    is_line: bool,
}

/// What is put in when a page is rendered.
#[derive(Clone, Debug)]
pub enum Hole {
    /// The address of something in the book, as the author wrote it, and where.
    Link { target: String, span: Span },
    /// A word of the interface, by its key in the wording file.
    Word(&'static str),
}

#[derive(Clone, Debug)]
pub struct Heading {
    pub id: String,
    /// Plain text.
    pub title: String,
    /// 2 to 6.
    pub level: u8,
}

impl Prose {
    pub(super) fn new(
        span: Span,
        html: String,
        holes: Vec<(usize, Hole)>,
        headings: Vec<Heading>,
        shape: Shape,
    ) -> Self {
        Self { span, html, holes, headings, is_line: shape == Shape::Inline }
    }

    /// Where it was written.
    #[must_use]
    pub fn span(&self) -> &Span {
        &self.span
    }

    /// The same within an element that has these attributes, each with a space before it.
    #[must_use]
    pub fn within(&self, attributes: &str) -> Self {
        let element = if self.is_line { "span" } else { "div" };
        let open = format!("<{element}{attributes}>");
        let holes = self.holes.iter().map(|(at, hole)| (at + open.len(), hole.clone()));
        Self {
            span: self.span.clone(),
            html: format!("{open}{}</{element}>", self.html),
            holes: holes.collect(),
            headings: self.headings.clone(),
            is_line: self.is_line,
        }
    }

    #[must_use]
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The ids that can be linked to, those of raw HTML and footnotes too.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        // Most prose has no attribute at all, and a sign is found faster than a word.
        let html = if self.html.contains('=') { self.html.as_str() } else { "" };
        // Text never holds a bare `<`, so what follows one is a tag.
        let tags = html.split('<').skip(1).filter_map(|rest| rest.split('>').next());
        tags.filter(|tag| tag.contains('='))
            .filter_map(|tag| tag.split(" id=\"").nth(1)?.split('"').next())
    }

    /// The links into the book: as written, and where.
    pub fn links(&self) -> impl Iterator<Item = (&str, &Span)> {
        self.holes.iter().filter_map(|(_, hole)| match hole {
            Hole::Link { target, span } => Some((target.as_str(), span)),
            Hole::Word(_) => None,
        })
    }

    /// The words between tags, as they stand in HTML, for who only looks for words.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        texts(&self.html)
    }

    /// What stands before the first heading, and then each heading with what is below it.
    #[must_use]
    pub fn sections(&self) -> Vec<(Option<&Heading>, Self)> {
        let mut starts = vec![(0, None)];
        for heading in &self.headings {
            let (from, _) = starts[starts.len() - 1];
            let mark = format!("<h{} id=\"{}\"", heading.level, escape(&heading.id));
            if let Some(at) = self.html[from..].find(&mark) {
                starts.push((from + at, Some(heading)));
            }
        }
        let ends = starts[1..].iter().map(|(at, _)| *at).chain([self.html.len()]);
        let parts = starts.iter().zip(ends).map(|((from, heading), to)| {
            let html = self.html[*from..to].to_owned();
            (*heading, Self::new(self.span.clone(), html, Vec::new(), Vec::new(), Shape::Block))
        });
        parts.collect()
    }

    /// The HTML, with every hole filled by what `fill` gives for it. What it gives must be escaped.
    #[must_use]
    pub fn html(&self, mut fill: impl FnMut(&Hole) -> String) -> Cow<'_, str> {
        if self.holes.is_empty() {
            return Cow::Borrowed(&self.html);
        }
        let mut html = String::with_capacity(self.html.len() + 16 * self.holes.len());
        let mut from = 0;
        for (at, hole) in &self.holes {
            html.push_str(&self.html[from..*at]);
            html.push_str(&fill(hole));
            from = *at;
        }
        html.push_str(&self.html[from..]);
        Cow::Owned(html)
    }

    /// The words alone, on one line.
    #[must_use]
    pub fn plain(&self) -> String {
        words(&self.html)
    }

    /// How many words `plain` has.
    #[must_use]
    pub fn count(&self) -> usize {
        let mut count = 0;
        pieces(&self.html, |piece| {
            let gaps = piece.bytes().filter(|byte| *byte == b' ').count();
            count += gaps + usize::from(count == 0 || !is_glued(piece));
        });
        count
    }

    /// The words of each paragraph, heading, line of a list or cell, without those that are empty.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<String> {
        const ENDS: [&str; 8] = ["</p>", "</li>", "</h", "<br", "</td>", "</th>", "</pre>", "<ul"];
        let mut html = self.html.replace("<li>", "<li>• ");
        for end in ENDS {
            html = html.replace(end, &format!("\0{end}"));
        }
        html.split('\0').map(words).filter(|words| !words.is_empty() && words != "•").collect()
    }
}

/// What HTML says, on one line.
fn words(html: &str) -> String {
    let mut plain = String::with_capacity(html.len());
    pieces(html, |piece| {
        if !plain.is_empty() && !is_glued(piece) {
            plain.push(' ');
        }
        plain.push_str(piece);
    });
    if !plain.contains('&') {
        return plain;
    }
    let letters = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    letters.into_iter().fold(plain, |plain, (code, letter)| plain.replace(code, letter))
}

/// Whether it stands right behind the word before it: a tag between a word and its full stop is no gap.
fn is_glued(piece: &str) -> bool {
    piece.starts_with(['.', ',', ';', ':', '?', '!', ')'])
}

/// Gives the words between tags to `take`: those that stand as they would be put together at once, others one by one.
fn pieces<'h>(html: &'h str, mut take: impl FnMut(&'h str)) {
    for line in texts(html).flat_map(|text| text.split('\n')).map(str::trim) {
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

/// The text between tags. It never holds a bare `<`, so what follows one is a tag.
fn texts(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').enumerate().filter_map(|(at, part)| match at {
        0 => Some(part),
        _ => part.split_once('>').map(|(_, text)| text),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Prose, Shape, is_glued, texts};
    use crate::source::{Source, Span};

    const PIECES: [&str; 9] = ["one", "é", ".", " ", "\n", "\u{a0}", "<b>", "</b>", "&amp;"];

    #[test]
    fn words_stand_on_one_line_with_one_gap_between_two_and_are_counted() {
        let source = Arc::new(Source::new("a.md", ""));
        for number in 0..PIECES.len().pow(5) {
            let places = (0..5).map(|place| number / PIECES.len().pow(place) % PIECES.len());
            let html: String = places.map(|piece| PIECES[piece]).collect();
            let mut line = String::new();
            for word in texts(&html).flat_map(str::split_whitespace) {
                line += if line.is_empty() || is_glued(word) { "" } else { " " };
                line += word;
            }
            let (span, shape) = (Span::new(&source, 0..0), Shape::Inline);
            let prose = Prose::new(span, html.clone(), Vec::new(), Vec::new(), shape);
            assert_eq!(prose.plain(), line.replace("&amp;", "&"), "{html:?}");
            assert_eq!(prose.count(), line.split_whitespace().count(), "{html:?}");
        }
    }
}
