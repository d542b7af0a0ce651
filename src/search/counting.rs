//! Counts the words of pages: in which zones each stands, how often, and in whose answers.

use std::collections::BTreeMap;

use fnv::FnvHashMap;

use crate::markdown::Prose;
use crate::model::{Book, Entry, Kind, Mark, Role, Section, Title, Words};

use super::counts::{Count, Counts};
use super::findable::{Findable, Tool};
use super::labels::Labels;
use super::same::{Reading, Same};
use super::words::each_word;
use super::zone::Zone;

/// What is to be known of a book to count the words of its pages.
#[derive(Clone, Copy)]
pub(super) struct Counter<'a> {
    /// Its settings.
    pub book: &'a Book,
    /// What each kind of page is called.
    pub kinds: &'a BTreeMap<Kind, String>,
    /// The phrases that are one word.
    pub same: &'a Same,
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
    pub words: FnvHashMap<String, Counts>,
    /// The sizes of the pages, in their order.
    pub sizes: Vec<Size>,
}

impl Counted {
    /// Counts pages; `first` is the number of the first.
    pub(super) fn new(counter: Counter<'_>, first: usize, pages: &[Findable]) -> Self {
        let mut counted = Self::default();
        for (page, findable) in (first..).zip(pages) {
            let page = u32::try_from(page).expect("no book has so many pages");
            let counting = Counting {
                counted: &mut counted,
                counter,
                page,
                label: Labels::default(),
                length: 0,
                different: 0,
                mark: Mark::default(),
            };
            let size = match findable {
                Findable::Entry(entry) => counting.entry(entry),
                Findable::Tool(tool) => counting.tool(tool),
            };
            counted.sizes.push(size);
        }
        counted
    }

    /// Joins what was counted on the pages that come after these.
    pub(super) fn followed_by(mut self, next: Self) -> Self {
        for (word, counts) in next.words {
            let joined = match self.words.remove(&word) {
                Some(before) => before.followed_by(counts),
                None => counts,
            };
            self.words.insert(word, joined);
        }
        self.sizes.extend(next.sizes);
        self
    }
}

/// A page whose words are being counted.
struct Counting<'a> {
    counted: &'a mut Counted,
    counter: Counter<'a>,
    page: u32,
    /// The label that is being read, if one is.
    label: Labels,
    length: u32,
    different: u32,
    mark: Mark,
}

impl Counting<'_> {
    fn entry(mut self, entry: &Entry) -> Size {
        let head = &entry.head;
        let title = self.title(&head.title.value);
        self.also(head.also.iter().map(String::as_str));
        if let Some(summary) = &head.summary {
            self.prose(summary, Zone::Summary, 0);
        }
        let counter = self.counter;
        if let Some(kind) = counter.kinds.get(&entry.kind()).filter(|_| !head.stem.is_own()) {
            self.text(kind, Zone::Name, 0);
        }
        for topic in &entry.mentions.topics {
            self.text(&counter.book.topic_title(&topic.value), Zone::Name, 0);
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

    fn tool(mut self, tool: &Tool) -> Size {
        let title = self.title(&tool.title);
        self.also(tool.also.split(','));
        self.text(&tool.summary, Zone::Summary, 0);
        Size { length: self.length, title, mark: self.mark }
    }

    /// Counts the title, and says what a word of it weighs.
    fn title(&mut self, title: &str) -> f64 {
        self.label(0, title, Zone::Title);
        8.0 + 4.0 / f64::from(self.different.max(1))
    }

    fn also<'t>(&mut self, also: impl Iterator<Item = &'t str>) {
        for (number, text) in (1..).zip(also) {
            self.label(number, text, Zone::Also);
        }
    }

    fn label(&mut self, number: usize, text: &str, zone: Zone) {
        self.label = Labels::one(number);
        self.text(text, zone, 0);
        self.label = Labels::default();
    }

    fn prose(&mut self, prose: &Prose, zone: Zone, roles: u8) {
        prose.texts().for_each(|text| self.text(&text, zone, roles));
    }

    fn text(&mut self, text: &str, zone: Zone, roles: u8) {
        self.mark = self.mark.and(text.as_bytes());
        let same = self.counter.same;
        let mut reading = Reading::default();
        each_word(text, |word| {
            self.word(word, zone, roles);
            same.follow(&mut reading, word, |phrase| self.word(phrase, zone, roles));
        });
    }

    fn word(&mut self, word: &str, zone: Zone, roles: u8) {
        self.length += 1;
        let words = &mut self.counted.words;
        let counts = match words.get_mut(word) {
            Some(counts) => counts,
            None => words.entry(word.to_owned()).or_default(),
        };
        let text = u16::from(zone == Zone::Text);
        let count = Count { page: self.page, zones: zone.bit(), roles, text, labels: self.label };
        self.different += u32::from(counts.add(count));
    }
}
