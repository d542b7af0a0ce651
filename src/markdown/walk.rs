//! HTML is walked once, when its prose is read: what anybody may want to know of it later is noted on this way.

use std::collections::BTreeMap;

use super::callouts::{TITLE, WORD_MARKS};
use super::entities::{escape, unescape};
use super::letters::composed;
use super::marks::{Gap, Heading, Marks, Picture, Slot};

/// Stands for the address of a link while the HTML is made: `twohats-slot:3` is the third link.
pub(super) const SLOT_SCHEME: &str = "twohats-slot";

/// The words of the interface that prose may need.
pub(super) const WORDS: [&str; 5] =
    ["alert.note", "alert.tip", "alert.important", "alert.warning", "alert.caution"];

/// Attributes that name ids of their page.
const IDS: [&str; 14] = [
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
    "commandfor",
    "for",
    "form",
    "headers",
    "list",
    "popovertarget",
];

/// Elements, besides headings, whose end is the end of a line.
const CLOSE_LINES: [&str; 5] = ["p", "li", "td", "th", "pre"];

/// What a tag says that may be another on the page.
pub(super) enum Value<'v> {
    /// Of an `href` or a `src`.
    Address(&'v str),
    /// Of an `id`.
    Id(&'v str),
}

/// Takes the marks of slots out of the HTML, and notes what stands in it. `slot` is asked about every value, however it
/// is quoted; where it gives a slot, an address is taken out, and of an id the whole attribute.
pub(super) fn walk(
    html: &str,
    headings: Vec<Heading>,
    slot: impl FnMut(Value<'_>) -> Option<Slot>,
) -> (String, Marks) {
    let (done, marks) = (String::with_capacity(html.len()), Marks::default());
    let headings = headings.into_iter().map(|heading| (heading.id.clone(), heading)).collect();
    let lists = Vec::new();
    let (words, given, made) = (None, None, None);
    let mut walk =
        Walk { done, marks, headings, lists, slot, words, is_marked: false, given, made };
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
struct Walk<S> {
    done: String,
    marks: Marks,
    /// The headings that have not come yet, by their ids.
    headings: BTreeMap<String, Heading>,
    /// The lists that are open, each with the number of its next item where it has numbers.
    lists: Vec<Option<u32>>,
    slot: S,
    /// What `alt` says in the tag that is read.
    words: Option<String>,
    /// Whether an address of the tag that is read was written in Markdown.
    is_marked: bool,
    /// The number of the slot of the id that raw HTML gave last, and where its tag ends.
    given: Option<(usize, usize)>,
    /// The id that we gave last, and where its tag ends.
    made: Option<(String, usize)>,
}

impl<S: FnMut(Value<'_>) -> Option<Slot>> Walk<S> {
    /// Reads the key between two marks.
    fn word<'h>(&mut self, mark: &'h str) -> &'h str {
        let is_ours = self.done.ends_with(TITLE);
        let word = |key: &str| WORDS.into_iter().find(|word| *word == key);
        let inside = is_ours.then(|| mark[WORD_MARKS.0.len_utf8()..].split_once(WORD_MARKS.1));
        match inside.flatten().and_then(|(key, rest)| Some((word(key)?, rest))) {
            Some((word, rest)) => {
                self.push(Slot::Word(word));
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
            let heading = self.headings.remove(id);
            self.marks.headings.extend(heading.map(|heading| (start, heading)));
        }
        if is_one_of(name, &["img"]) {
            self.picture(slots);
        }
        if is_one_of(name, &["script", "style"]) {
            let mut ends = rest.match_indices("</").map(|(at, _)| at);
            let is_end = |at: &usize| {
                let name_of = rest.get(at + 2..at + 2 + name.len());
                name_of.is_some_and(|other| other.eq_ignore_ascii_case(name))
            };
            let end = ends.find(is_end).unwrap_or(rest.len());
            rest = self.copy(rest, end);
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
            Slot::Word(_) | Slot::At | Slot::Id(_) | Slot::Ids(..) | Slot::Level(_) => None,
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
                self.push(Slot::Level(level));
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
        match lower.as_str() {
            "href" | "src" => {
                self.is_marked |= written.starts_with(SLOT_SCHEME);
                self.done.extend([&lower, "=\""]);
                match (self.slot)(Value::Address(&unescape(written))) {
                    Some(slot) => self.push(slot),
                    None => self.done.push_str(&written.replace('"', "&quot;")),
                }
                self.done.push('"');
            }
            "id" => self.id(&composed(&unescape(written))),
            // A name belongs to one page, as an id does.
            "name" => {
                self.done.push_str("name=\"");
                self.push(Slot::At);
                self.done.extend([&written.replace('"', "&quot;"), "\""]);
            }
            one if IDS.contains(&one) => {
                let ids = unescape(written);
                let ids = ids.split_whitespace().map(|id| composed(id).into_owned()).collect();
                self.leave_out_space();
                self.push(Slot::Ids(lower, ids));
            }
            _ => {
                if lower == "alt" {
                    self.words = Some(unescape(written).into_owned());
                }
                return self.copy(html, html.len() - rest.len());
            }
        }
        rest
    }

    /// Writes an id. One that raw HTML gives the place of a heading of the same name is that one.
    fn id(&mut self, id: &str) {
        match (self.slot)(Value::Id(id)) {
            Some(Slot::Id(given)) => {
                self.leave_out_space();
                self.marks.ids.push(given.value.clone());
                let is_made = |(made, end): &(String, usize)| {
                    *made == given.value && has_no_words(&self.done[*end..])
                };
                if !self.made.as_ref().is_some_and(is_made) {
                    self.given = Some((self.marks.slots.len(), self.done.len()));
                    self.push(Slot::Id(given));
                }
            }
            _ => {
                let before = self.given.take().filter(|(_, end)| has_no_words(&self.done[*end..]));
                let is_same = |slot: &Slot| matches!(slot, Slot::Id(given) if given.value == id);
                let slots = &mut self.marks.slots;
                if let Some((slot, _)) = before.filter(|(slot, _)| is_same(&slots[*slot].1)) {
                    slots.remove(slot);
                }
                self.done.push_str("id=\"");
                self.push(Slot::At);
                self.done.extend([&escape(id), "\""]);
                self.marks.ids.push(id.to_owned());
                self.made = Some((id.to_owned(), self.done.len()));
            }
        }
    }

    /// What is put in for a whole attribute begins with a space.
    fn leave_out_space(&mut self) {
        self.done.truncate(self.done.trim_end().len());
    }

    fn push(&mut self, slot: Slot) {
        self.marks.slots.push((self.done.len(), slot));
    }

    /// Takes over so many bytes as they are.
    fn copy<'h>(&mut self, html: &'h str, length: usize) -> &'h str {
        let (taken, rest) = html.split_at(length);
        self.done.push_str(taken);
        rest
    }
}

/// Whether the rest of a tag and what follows it is nothing but tags.
fn has_no_words(html: &str) -> bool {
    let (mut is_tag, mut words) = (true, html.chars());
    words.all(|letter| {
        is_tag = if is_tag { letter != '>' } else { letter == '<' };
        is_tag || letter == '>' || letter.is_whitespace()
    })
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
