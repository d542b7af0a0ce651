//! Counts the words of pages: in which zones each stands, how often, and in whose answers.

use std::sync::Arc;

use fnv::FnvHashMap;

use crate::markdown::Prose;
use crate::model::{Entry, Mark, Playbook, Role, Section, Title, Words};

use super::words::each_word;
use super::zone::Zone;

/// How a word stands on a page. A large book has millions of these.
#[derive(Clone, Copy)]
pub(super) struct Count {
    /// The page's number.
    pub page: u32,
    /// The zones in which it stands, by `Zone::bit`.
    pub zones: u8,
    /// In whose answers: 1 the leader's, 2 the manager's, 3 both.
    pub roles: u8,
    /// How often it is in the text.
    pub text: u16,
}

/// How long a page and its title are.
pub(super) struct Size {
    /// How many words the page has.
    pub length: u32,
    /// The weight of a word of the title: more, the fewer it has.
    pub title: f64,
    /// Another whenever anything changes that the search shows of the page.
    pub mark: Mark,
}

/// The words of pages that follow each other.
#[derive(Default)]
pub(super) struct Counted {
    /// Every word, by page. Only asked and counted, their order is nobody's concern.
    pub words: FnvHashMap<String, Vec<Count>>,
    /// The sizes of the pages, in their order.
    pub sizes: Vec<Size>,
}

impl Counted {
    /// Counts pages; `first` is the number of the first.
    pub(super) fn new(playbook: &Playbook, first: usize, pages: &[Arc<Entry>]) -> Self {
        let mut counted = Self::default();
        for (page, entry) in (first..).zip(pages) {
            let page = u32::try_from(page).expect("no book has so many pages");
            let counting = Counting {
                counted: &mut counted,
                page,
                length: 0,
                different: 0,
                mark: Mark::default(),
            };
            let size = counting.all(playbook, entry);
            counted.sizes.push(size);
        }
        counted
    }

    /// Joins what was counted on the pages that come after these.
    pub(super) fn followed_by(mut self, next: Self) -> Self {
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
    mark: Mark,
}

impl Counting<'_> {
    fn all(mut self, playbook: &Playbook, entry: &Entry) -> Size {
        let head = &entry.head;
        self.text(&head.title.value, Zone::Title, 0);
        let title = 8.0 + 4.0 / f64::from(self.different.max(1));
        for also in &head.also {
            self.text(also, Zone::Also, 0);
        }
        if let Some(summary) = &head.summary {
            self.prose(summary, Zone::Summary, 0);
        }
        for topic in &entry.mentions.topics {
            self.text(&playbook.book.topic_title(&topic.value), Zone::Name, 0);
        }
        for part in entry.body.parts() {
            let roles = match part.role {
                Some(Role::Leader) => 1,
                Some(Role::Manager) => 2,
                None => 0,
            };
            self.mark = self.mark.and(part.anchor.as_bytes()).and(&[roles]);
            if let Some(Section { title: Title::Own(title), .. }) = part.section {
                self.text(title, Zone::Name, roles);
            }
            for text in &part.texts {
                let Some(zone) = Zone::of(text.purpose) else { continue };
                match &text.words {
                    Words::Plain(text) => self.text(text, zone, roles),
                    Words::Prose(prose) => self.prose(prose, zone, roles),
                    Words::Piece(prose) => self.prose(prose, zone, roles),
                }
            }
        }
        Size { length: self.length, title, mark: self.mark }
    }

    fn prose(&mut self, prose: &Prose, zone: Zone, roles: u8) {
        prose.texts().for_each(|text| self.text(&text, zone, roles));
    }

    fn text(&mut self, text: &str, zone: Zone, roles: u8) {
        self.mark = self.mark.and(text.as_bytes());
        each_word(text, |word| self.word(word, zone, roles));
    }

    fn word(&mut self, word: &str, zone: Zone, roles: u8) {
        self.length += 1;
        let words = &mut self.counted.words;
        let counts = match words.get_mut(word) {
            Some(counts) => counts,
            None => words.entry(word.to_owned()).or_default(),
        };
        let (zones, text) = (zone.bit(), u16::from(zone == Zone::Text));
        match counts.last_mut() {
            Some(count) if count.page == self.page => {
                count.zones |= zones;
                count.roles |= roles;
                count.text = count.text.saturating_add(text);
            }
            _ => {
                self.different += 1;
                counts.push(Count { page: self.page, zones, roles, text });
            }
        }
    }
}
