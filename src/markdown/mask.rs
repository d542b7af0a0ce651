//! Words in angle brackets that are no tags. Each loses its bracket to a sign that means nothing while the parser reads,
//! so that what stands round it is Markdown as everywhere, and gets it back afterwards.

use std::borrow::Cow;
use std::collections::BTreeSet;

use pulldown_cmark::{CowStr, Event, Tag};

/// The brackets of a text that begin no tag.
pub(super) struct Mask {
    sign: char,
    places: BTreeSet<usize>,
    rounds: usize,
    /// The elements of which a mistake was told.
    told: BTreeSet<String>,
}

/// The most times that a text is read: what is still no tag then is shown without Markdown round it.
const ROUNDS: usize = 20;

impl Mask {
    pub(super) fn new(text: &str) -> Self {
        // Without a bracket there is nothing to take.
        let is_needed = text.contains('<');
        let free = ('\u{1}'..='\u{8}').find(|sign| !is_needed || !text.contains(*sign));
        Self {
            sign: free.unwrap_or('\u{1}'),
            places: BTreeSet::new(),
            rounds: 0,
            told: BTreeSet::new(),
        }
    }

    /// Whether more brackets may be taken, so that the text is read once more.
    pub(super) fn begins_round(&mut self) -> bool {
        self.rounds += 1;
        self.rounds < ROUNDS
    }

    /// Takes the bracket at a place. Whether it was not taken before.
    pub(super) fn take(&mut self, text: &str, place: usize) -> bool {
        text.as_bytes().get(place) == Some(&b'<') && self.places.insert(place)
    }

    /// A mistake is told of an element.
    pub(super) fn tell(&mut self, element: &str) {
        self.told.insert(element.to_owned());
    }

    /// Whether a mistake was told of an element, so that what depends on it is no other.
    pub(super) fn has_told(&self, element: &str) -> bool {
        self.told.contains(element)
    }

    /// The text without the brackets that were taken, and every other sign in its place.
    pub(super) fn text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.places.is_empty() {
            return Cow::Borrowed(text);
        }
        let (mut masked, mut from) = (String::with_capacity(text.len()), 0);
        for place in &self.places {
            masked.push_str(&text[from..*place]);
            masked.push(self.sign);
            from = place + 1;
        }
        masked.push_str(&text[from..]);
        Cow::Owned(masked)
    }

    /// Words that were read, with their brackets.
    pub(super) fn words<'t>(&self, words: CowStr<'t>) -> CowStr<'t> {
        if self.places.is_empty() || !words.contains(self.sign) {
            return words;
        }
        words.replace(self.sign, "<").into()
    }

    /// Raw HTML that was read, with the brackets as HTML writes them.
    pub(super) fn html(&self, html: String) -> String {
        if self.places.is_empty() { html } else { html.replace(self.sign, "&lt;") }
    }

    /// What was read, with its brackets.
    pub(super) fn event<'t>(&self, event: Event<'t>) -> Event<'t> {
        if self.places.is_empty() {
            return event;
        }
        let words = |words| self.words(words);
        match event {
            Event::Text(text) => Event::Text(words(text)),
            Event::Code(code) => Event::Code(words(code)),
            Event::FootnoteReference(label) => Event::FootnoteReference(words(label)),
            Event::Start(tag) => Event::Start(match tag {
                Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(words(label)),
                Tag::Heading { level, id, classes, attrs } => {
                    let classes = classes.into_iter().map(words).collect();
                    Tag::Heading { level, id: id.map(words), classes, attrs }
                }
                Tag::Link { link_type, dest_url, title, id } => {
                    let [dest_url, title, id] = [dest_url, title, id].map(words);
                    Tag::Link { link_type, dest_url, title, id }
                }
                Tag::Image { link_type, dest_url, title, id } => {
                    let [dest_url, title, id] = [dest_url, title, id].map(words);
                    Tag::Image { link_type, dest_url, title, id }
                }
                other => other,
            }),
            other => other,
        }
    }
}
