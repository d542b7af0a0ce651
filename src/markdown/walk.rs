//! HTML is walked once, when its prose is read: what anybody may want to know of it later is noted on this way.

use std::vec::IntoIter;

use super::callouts::{TITLE, WORD_MARKS};
use super::entities::unescape;
use super::letters::composed;
use super::prose::{Gap, Heading, Marks, Picture, Slot};

/// Stands for the address of a link while the HTML is made: `twohats-slot:3` is the third link.
pub(super) const SLOT_SCHEME: &str = "twohats-slot";

/// The words of the interface that prose may need.
pub(super) const WORDS: [&str; 5] =
    ["alert.note", "alert.tip", "alert.important", "alert.warning", "alert.caution"];

/// Attributes that hold ids, or a name that belongs to one page.
const IDS: [&str; 8] = [
    "id",
    "for",
    "headers",
    "list",
    "name",
    "aria-controls",
    "aria-describedby",
    "aria-labelledby",
];

/// Elements, besides headings, whose end is the end of a line.
const CLOSE_LINES: [&str; 5] = ["p", "li", "td", "th", "pre"];

/// Takes the marks of slots out of the HTML, and notes what stands in it. `address` is asked about every `href`
/// and `src`, however it is quoted; where it gives a slot, the address is taken out too.
pub(super) fn walk(
    html: &str,
    headings: Vec<Heading>,
    address: impl FnMut(&str) -> Option<Slot>,
) -> (String, Marks) {
    let (done, marks) = (String::with_capacity(html.len()), Marks::default());
    let headings = headings.into_iter();
    let lists = Vec::new();
    let mut walk = Walk { done, marks, headings, lists, address, words: None, is_marked: false };
    // One sign is found much faster than either of two, and hardly any prose has words of the interface.
    let has_words = html.contains(WORD_MARKS.0);
    let next = |rest: &str| {
        if has_words { rest.find(['<', WORD_MARKS.0]) } else { rest.find('<') }
    };
    let mut rest = html;
    while let Some(at) = next(rest) {
        rest = walk.copy(rest, at);
        rest = if rest.starts_with('<') { walk.tag(rest) } else { walk.word(rest) };
    }
    walk.copy(rest, rest.len());
    (walk.done, walk.marks)
}

/// What was walked over. Each step takes the HTML that is left and gives what follows.
struct Walk<A> {
    done: String,
    marks: Marks,
    /// The headings that have not come yet.
    headings: IntoIter<Heading>,
    /// The lists that are open, each with the number of its next item where it has numbers.
    lists: Vec<Option<u32>>,
    address: A,
    /// What `alt` says in the tag that is read.
    words: Option<String>,
    /// Whether an address of the tag that is read was written in Markdown.
    is_marked: bool,
}

impl<A: FnMut(&str) -> Option<Slot>> Walk<A> {
    /// Reads the key between two marks.
    fn word<'h>(&mut self, mark: &'h str) -> &'h str {
        let is_ours = self.done.ends_with(TITLE);
        let inside = mark[WORD_MARKS.0.len_utf8()..].split_once(WORD_MARKS.1);
        let word = |key: &str| WORDS.into_iter().find(|word| *word == key);
        match inside.filter(|_| is_ours).and_then(|(key, rest)| Some((word(key)?, rest))) {
            Some((word, rest)) => {
                self.slot(Slot::Word(word));
                rest
            }
            // Some fonts have signs of their own there, and somebody wrote one.
            None => self.copy(mark, WORD_MARKS.0.len_utf8()),
        }
    }

    /// Reads a tag or a comment, or the whole of what is no HTML inside; a `<` that begins none is a letter.
    fn tag<'h>(&mut self, html: &'h str) -> &'h str {
        let start = self.done.len();
        let is_end = html.starts_with("</");
        let from = if is_end { 2 } else { 1 };
        let length = html[from..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (rest, gap) = if length > 0 {
            let (name, rest) = self.copy(html, from).split_at(length);
            if is_end { self.close(name, rest) } else { self.open(name, rest, start) }
        } else if matches!(html.as_bytes().get(1), Some(b'!' | b'?')) {
            let end = if html.starts_with("<!--") { "-->" } else { ">" };
            let length = html.find(end).map_or(html.len(), |at| at + end.len());
            (self.copy(html, length), Gap::Plain)
        } else {
            return self.copy(html, 1);
        };
        self.marks.tags.push((start..self.done.len(), gap));
        rest
    }

    /// Reads on from behind the name of a tag that closes an element.
    fn close<'h>(&mut self, name: &str, rest: &'h str) -> (&'h str, Gap) {
        self.name(name);
        if is_one_of(name, &["ol", "ul"]) {
            self.lists.pop();
        }
        let rest = self.copy(rest, rest.find('>').map_or(rest.len(), |at| at + 1));
        let is_line = level(name).is_some() || is_one_of(name, &CLOSE_LINES);
        (rest, if is_line { Gap::Line } else { Gap::Plain })
    }

    /// Reads on from behind the name of a tag that opens an element; the tag stands at `start`.
    fn open<'h>(&mut self, name: &str, rest: &'h str, start: usize) -> (&'h str, Gap) {
        self.name(name);
        let (ids, slots) = (self.marks.ids.len(), self.marks.slots.len());
        (self.words, self.is_marked) = (None, false);
        let is_item = is_one_of(name, &["li"]) && rest.starts_with('>');
        let mut rest = rest;
        while let Some(letter) = rest.chars().next().filter(|letter| *letter != '>') {
            rest = if letter.is_whitespace() || matches!(letter, '/' | '"' | '\'' | '=') {
                self.copy(rest, letter.len_utf8())
            } else {
                self.attribute(rest)
            };
        }
        rest = self.copy(rest, rest.len().min(1));
        if let (Some(_), Some(id)) = (level(name), self.marks.ids.get(ids)) {
            let place = self.headings.as_slice().iter().position(|heading| heading.id == *id);
            let heading = place.and_then(|place| self.headings.nth(place));
            self.marks.headings.extend(heading.map(|heading| (start, heading)));
        }
        if is_one_of(name, &["img"]) {
            self.picture(slots);
        }
        if is_one_of(name, &["script", "style"]) {
            let end = rest.to_ascii_lowercase().find(&format!("</{}", name.to_ascii_lowercase()));
            rest = self.copy(rest, end.unwrap_or(rest.len()));
        }
        let gap = if is_item {
            Gap::Item(self.number())
        } else if is_one_of(name, &["ol", "ul"]) {
            let number = is_one_of(name, &["ol"]).then(|| first_number(&self.done[start..]));
            self.lists.push(number);
            Gap::Line
        } else if is_one_of(name, &["br"]) {
            Gap::Line
        } else {
            Gap::Plain
        };
        (rest, gap)
    }

    /// Notes a picture of the book, whose address is the first slot from this number on.
    fn picture(&mut self, from: usize) {
        let words = self.words.take();
        // Markdown cannot say that a picture is to have no words; raw HTML can, by an empty `alt`.
        let words = words.filter(|words| !self.is_marked || !words.trim().is_empty());
        let link = self.marks.slots[from..].iter().find_map(|(_, slot)| match slot {
            Slot::Link { target, span } => Some((target.clone(), span.clone())),
            Slot::Word(_) | Slot::At | Slot::Level(_) => None,
        });
        self.marks.pictures.extend(link.map(|(target, span)| Picture { target, span, words }));
    }

    /// The number of the item that begins, where its list has numbers.
    fn number(&mut self) -> Option<u32> {
        let next = self.lists.last_mut()?.as_mut()?;
        let number = *next;
        *next = number.saturating_add(1);
        Some(number)
    }

    /// Writes the name of an element. A heading has another level on other pages.
    fn name(&mut self, name: &str) {
        match level(name) {
            Some(level) => {
                self.copy(name, 1);
                self.slot(Slot::Level(level));
            }
            None => self.done.push_str(name),
        }
    }

    /// Reads an attribute. An id or an address comes out in double quotes, however it was written.
    fn attribute<'h>(&mut self, html: &'h str) -> &'h str {
        let name_end = html.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'));
        let name = &html[..name_end.unwrap_or(html.len())];
        let Some(value) = html[name.len()..].trim_start().strip_prefix('=').map(str::trim_start)
        else {
            if is_one_of(name, &["alt"]) {
                self.words = Some(String::new());
            }
            return self.copy(html, name.len());
        };
        let quote = value.chars().next().filter(|first| matches!(first, '"' | '\''));
        let inside = &value[usize::from(quote.is_some())..];
        let length = match quote {
            Some(quote) => inside.find(quote),
            None => inside.find(|c: char| c.is_whitespace() || c == '>'),
        };
        let (written, rest) = inside.split_at(length.unwrap_or(inside.len()));
        let rest = quote.and_then(|quote| rest.strip_prefix(quote)).unwrap_or(rest);
        let lower = name.to_ascii_lowercase();
        let is_address = matches!(lower.as_str(), "href" | "src");
        if lower == "alt" {
            self.words = Some(unescape(written).into_owned());
        }
        self.is_marked |= is_address && written.starts_with(SLOT_SCHEME);
        if !is_address && !IDS.contains(&lower.as_str()) {
            return self.copy(html, html.len() - rest.len());
        }
        self.done.extend([&lower, "=\""]);
        if lower == "id" {
            self.marks.ids.push(composed(&unescape(written)).into_owned());
        }
        match is_address.then(|| (self.address)(&unescape(written))) {
            Some(Some(slot)) => self.slot(slot),
            Some(None) => self.done.push_str(&written.replace('"', "&quot;")),
            None => self.names(&composed(written)),
        }
        self.done.push('"');
        rest
    }

    /// Writes ids of the page. On a page of many they are others.
    fn names(&mut self, ids: &str) {
        for (at, id) in ids.split_whitespace().enumerate() {
            self.done.push_str(if at > 0 { " " } else { "" });
            self.slot(Slot::At);
            self.done.push_str(&id.replace('"', "&quot;"));
        }
    }

    fn slot(&mut self, slot: Slot) {
        self.marks.slots.push((self.done.len(), slot));
    }

    /// Takes over so many bytes as they are.
    fn copy<'h>(&mut self, html: &'h str, length: usize) -> &'h str {
        let (taken, rest) = html.split_at(length);
        self.done.push_str(taken);
        rest
    }
}

/// The number with which the list of this tag begins.
fn first_number(tag: &str) -> u32 {
    let start = tag.split_once(" start=\"").and_then(|(_, rest)| rest.split('"').next());
    start.and_then(|start| start.parse().ok()).unwrap_or(1)
}

/// Whether an element, in letters of either size, is one of these.
fn is_one_of(name: &str, elements: &[&str]) -> bool {
    elements.iter().any(|element| name.eq_ignore_ascii_case(element))
}

/// The level of a heading, when it is one.
fn level(name: &str) -> Option<u8> {
    let level = name.strip_prefix(['h', 'H'])?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}
