//! Counts the words of pages: where each stands, how often, and in whose answers.

use std::sync::Arc;

use fnv::FnvHashMap;

use crate::markdown::Prose;
use crate::model::{Entry, Playbook, Role, Section, Title, Words};

use super::place::Place;
use super::words::each_word;

/// How a word stands on a page. A large book has millions of these.
#[derive(Clone, Copy)]
pub struct Count {
    pub page: u32,
    /// Where it stands.
    pub places: u8,
    /// In whose answers.
    pub roles: u8,
    /// How often it is in the text.
    pub text: u16,
}

pub struct Size {
    /// How many words there are.
    pub length: u32,
    /// What a word of the title is worth.
    pub title: f64,
}

/// The words of pages that follow each other.
#[derive(Default)]
pub struct Counted {
    /// Every word, by page. Only asked and counted, their order is nobody's concern.
    pub words: FnvHashMap<String, Vec<Count>>,
    pub sizes: Vec<Size>,
}

impl Counted {
    /// `first` is the number of the first page.
    pub fn new(playbook: &Playbook, first: usize, pages: &[Arc<Entry>]) -> Self {
        let mut counted = Self::default();
        for (page, entry) in (first..).zip(pages) {
            let page = u32::try_from(page).expect("no book has so many pages");
            let counting = Counting { counted: &mut counted, page, length: 0, different: 0 };
            let size = counting.all(playbook, entry);
            counted.sizes.push(size);
        }
        counted
    }

    /// `next` is of the pages that come after these.
    pub fn followed_by(mut self, next: Self) -> Self {
        for (word, counts) in next.words {
            self.words.entry(word).or_default().extend(counts);
        }
        self.sizes.extend(next.sizes);
        self
    }
}

/// A page whose words are being counted.
struct Counting<'a> {
    counted: &'a mut Counted,
    page: u32,
    length: u32,
    different: u32,
}

impl Counting<'_> {
    fn all(mut self, playbook: &Playbook, entry: &Entry) -> Size {
        let head = &entry.head;
        self.text(&head.title.value, Place::Title, 0);
        let title = 8.0 + 4.0 / f64::from(self.different.max(1));
        for also in &head.also {
            self.text(also, Place::Also, 0);
        }
        if let Some(summary) = &head.summary {
            self.prose(summary, Place::Summary, 0);
        }
        for topic in &entry.mentions.topics {
            self.text(&playbook.book.topic_title(&topic.value), Place::Name, 0);
        }
        for part in entry.body.parts() {
            let roles = match part.role {
                Some(Role::Leader) => 1,
                Some(Role::Manager) => 2,
                None => 0,
            };
            if let Some(Section { title: Title::Own(title), .. }) = part.section {
                self.text(title, Place::Name, roles);
            }
            for text in &part.texts {
                let Some(place) = Place::of(text.said) else { continue };
                match &text.words {
                    Words::Plain(text) => self.text(text, place, roles),
                    Words::Prose(prose) => self.prose(prose, place, roles),
                    Words::Piece(prose) => self.prose(prose, place, roles),
                }
            }
        }
        Size { length: self.length, title }
    }

    fn prose(&mut self, prose: &Prose, place: Place, roles: u8) {
        prose.texts().for_each(|text| self.text(&text, place, roles));
    }

    fn text(&mut self, text: &str, place: Place, roles: u8) {
        each_word(text, |word| self.word(word, place, roles));
    }

    fn word(&mut self, word: &str, place: Place, roles: u8) {
        self.length += 1;
        let words = &mut self.counted.words;
        let counts = match words.get_mut(word) {
            Some(counts) => counts,
            None => words.entry(word.to_owned()).or_default(),
        };
        let (places, text) = (place.bit(), u16::from(place == Place::Text));
        match counts.last_mut() {
            Some(count) if count.page == self.page => {
                count.places |= places;
                count.roles |= roles;
                count.text = count.text.saturating_add(text);
            }
            _ => {
                self.different += 1;
                counts.push(Count { page: self.page, places, roles, text });
            }
        }
    }
}
