//! The tags of raw HTML, as a browser finds them. It must not know what becomes of them.

use std::collections::BTreeSet;
use std::ops::Range;

use super::elements::has_no_tags;
use super::entities::unescape;

/// A tag, or what a browser takes out like one.
#[derive(Debug)]
pub(super) struct Tag {
    pub sort: Sort,
    /// Where it stands.
    pub range: Range<usize>,
    /// The name of the element, in small letters; empty where there is none.
    pub name: String,
    pub attributes: Vec<Attribute>,
}

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Open,
    /// It is closed where it is opened: `<a id="x"/>`.
    Empty,
    Close,
    Comment,
    /// A comment that has no end.
    Endless,
    /// `<?…?>` and `<!…>`.
    Instruction,
    /// A tag that is not finished.
    Broken,
    /// A `</` before what is no name: a browser takes all up to the next `>` for a comment.
    Nameless,
}

/// An attribute, and where its value stands, without the quotes.
#[derive(Debug)]
pub(super) struct Attribute {
    pub name: String,
    pub range: Range<usize>,
    pub value: Range<usize>,
}

/// All tags, in their order.
pub(super) fn tags(html: &str) -> Vec<Tag> {
    let mut scan = Scan { html, absent: BTreeSet::new() };
    let (mut tags, mut from) = (Vec::new(), 0);
    while let Some(start) = html[from..].find('<').map(|at| from + at) {
        from = start + 1;
        let Some(tag) = scan.tag(start) else { continue };
        if !matches!(tag.sort, Sort::Broken | Sort::Nameless) {
            from = tag.range.end;
        }
        if tag.sort == Sort::Open && has_no_tags(&tag.name) {
            from = scan.end_of(&tag.name, from).unwrap_or(from);
        }
        tags.push(tag);
    }
    tags
}

/// The ids that the tags of a page have, in their order.
#[must_use]
pub fn ids(html: &str) -> Vec<String> {
    let tags = tags(html).into_iter().filter(|tag| matches!(tag.sort, Sort::Open | Sort::Empty));
    let attributes = tags.flat_map(|tag| tag.attributes);
    let ids = attributes.filter(|attribute| attribute.name == "id");
    ids.map(|id| unescape(&html[id.value]).into_owned()).collect()
}

/// Whether a `<` before this begins a tag.
fn begins_tag(after: &str) -> bool {
    after.starts_with(|letter: char| {
        letter.is_ascii_alphabetic() || matches!(letter, '/' | '!' | '?')
    })
}

struct Scan<'a> {
    html: &'a str,
    /// What was looked for to the end of the text, and is not there: nobody looks for it again.
    absent: BTreeSet<String>,
}

impl Scan<'_> {
    fn tag(&mut self, start: usize) -> Option<Tag> {
        let rest = &self.html[start..];
        let after = &rest[1..];
        let is_close = after.starts_with('/');
        let named = after.strip_prefix('/').unwrap_or(after);
        let tag = |sort, end, name| Tag { sort, range: start..end, name, attributes: Vec::new() };
        if rest.starts_with("<!--") {
            // A browser takes `<!-->` for a whole comment.
            let short = ["<!-->", "<!--->"].into_iter().find(|whole| rest.starts_with(whole));
            let end = short.map(|whole| start + whole.len());
            return Some(match end.or_else(|| self.behind("-->", start + 4)) {
                Some(end) => tag(Sort::Comment, end, String::new()),
                None => tag(Sort::Endless, self.html.len(), String::new()),
            });
        }
        if after.starts_with(['!', '?']) {
            let is_code = after.starts_with("![CDATA[");
            let mark = if after.starts_with('?') {
                "?>"
            } else if is_code {
                "]]>"
            } else {
                ">"
            };
            return Some(match self.behind(mark, start) {
                Some(end) => tag(Sort::Instruction, end, String::new()),
                None => tag(Sort::Broken, start + 2, String::new()),
            });
        }
        if !named.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return is_close.then(|| tag(Sort::Nameless, start + 2, String::new()));
        }
        let ends = |letter: char| letter.is_whitespace() || matches!(letter, '/' | '>' | '<');
        let length = named.find(ends).unwrap_or(named.len());
        let name = named[..length].to_ascii_lowercase();
        let from = self.html.len() - named.len() + length;
        let Some((end, is_empty, attributes)) = self.attributes(from) else {
            return Some(tag(Sort::Broken, from, name));
        };
        let sort = match (is_close, is_empty) {
            (true, _) => Sort::Close,
            (false, true) => Sort::Empty,
            (false, false) => Sort::Open,
        };
        Some(Tag { attributes, ..tag(sort, end, name) })
    }

    /// Reads on from behind the name of a tag: where it ends, whether by `/>`, and its attributes. There is no end
    /// where another tag begins before: a quote was left open, or `>` was forgotten.
    fn attributes(&self, from: usize) -> Option<(usize, bool, Vec<Attribute>)> {
        let mut limits = self.html[from..].match_indices('<').map(|(at, _)| from + at);
        let limit = limits.find(|at| begins_tag(&self.html[at + 1..]));
        let html = &self.html[..limit.unwrap_or(self.html.len())];
        let (mut at, mut attributes, mut is_empty) = (from, Vec::new(), false);
        loop {
            let letter = html[at..].chars().next()?;
            if letter == '>' {
                return Some((at + 1, is_empty, attributes));
            }
            is_empty = letter == '/';
            if letter.is_whitespace() || letter == '/' {
                at += letter.len_utf8();
                continue;
            }
            let attribute = attribute(html, at)?;
            at = attribute.range.end;
            attributes.push(attribute);
        }
    }

    /// The place behind a mark.
    fn behind(&mut self, mark: &str, from: usize) -> Option<usize> {
        if self.absent.contains(mark) {
            return None;
        }
        let found = self.html[from..].find(mark).map(|at| from + at + mark.len());
        if found.is_none() {
            self.absent.insert(mark.to_owned());
        }
        found
    }

    /// Where the tag begins that ends an element.
    fn end_of(&mut self, name: &str, from: usize) -> Option<usize> {
        let closing = format!("</{name}");
        if self.absent.contains(&closing) {
            return None;
        }
        let mut ends = self.html[from..].match_indices("</").map(|(at, _)| from + at);
        let found = ends.find(|at| {
            let there = self.html.get(*at..*at + closing.len());
            there.is_some_and(|there| there.eq_ignore_ascii_case(&closing))
        });
        if found.is_none() {
            self.absent.insert(closing);
        }
        found
    }
}

fn attribute(html: &str, start: usize) -> Option<Attribute> {
    let rest = &html[start..];
    let first = rest.chars().next()?.len_utf8();
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '/' | '>' | '=');
    let name = &rest[..rest[first..].find(ends).map_or(rest.len(), |at| first + at)];
    let named = Attribute {
        name: name.to_ascii_lowercase(),
        range: start..start + name.len(),
        value: start + name.len()..start + name.len(),
    };
    let Some(value) = rest[name.len()..].trim_start().strip_prefix('=').map(str::trim_start) else {
        return Some(named);
    };
    let from = html.len() - value.len();
    let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
    let (value, end) = match quote {
        Some(quote) => {
            let length = value[1..].find(quote)?;
            // Words of the text that a quote has swallowed, up to one of another tag or of the text.
            let inside = &value[1..=length];
            if inside.contains('>') && inside.contains('\n') {
                return None;
            }
            (from + 1..from + 1 + length, from + length + 2)
        }
        None => {
            let ends = |letter: char| letter.is_whitespace() || letter == '>';
            let length = value.find(ends).unwrap_or(value.len());
            (from..from + length, from + length)
        }
    };
    Some(Attribute { range: start..end, value, ..named })
}
