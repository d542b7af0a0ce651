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
        // Text never holds a bare `<`, so what follows one is a tag.
        let tags = self.html.split('<').skip(1).filter_map(|rest| rest.split('>').next());
        tags.filter_map(|tag| tag.split(" id=\"").nth(1)?.split('"').next())
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
    let mut push = |words: &str| {
        // A tag between a word and its full stop is no gap.
        if !plain.is_empty() && !words.starts_with(['.', ',', ';', ':', '?', '!', ')']) {
            plain.push(' ');
        }
        plain.push_str(words);
    };
    for text in texts(html).map(str::trim).filter(|text| !text.is_empty()) {
        if is_on_one_line(text) {
            push(text);
        } else {
            text.split_whitespace().for_each(&mut push);
        }
    }
    if !plain.contains('&') {
        return plain;
    }
    let letters = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    letters.into_iter().fold(plain, |plain, (code, letter)| plain.replace(code, letter))
}

/// Whether its words stand as they would be put together: one space between two, and none before a full stop.
fn is_on_one_line(text: &str) -> bool {
    let gap = |two: &[u8]| {
        two[0] == b' ' && matches!(two[1], b' ' | b'.' | b',' | b';' | b':' | b'?' | b'!' | b')')
    };
    // All bytes are looked at, which is quicker than to stop at the first.
    text.bytes().fold(true, |fits, byte| fits & matches!(byte, b' '..=b'~'))
        && !text.as_bytes().windows(2).any(gap)
}

/// The text between tags. It never holds a bare `<`, so what follows one is a tag.
fn texts(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').enumerate().filter_map(|(at, part)| match at {
        0 => Some(part),
        _ => part.split_once('>').map(|(_, text)| text),
    })
}
