//! The index: which page has which word, how well, and in whose answer.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use rayon::prelude::*;

use crate::markdown::Prose;
use crate::model::{Entry, Kind, Playbook, Role};

use super::fnv::Fnv;
use super::passages::{Name, Place, Text, passages};
use super::words::{each_word, has_no_spaces};

/// What a word in the text of a page adds at most, and how soon more of the same adds little.
const TEXT: f64 = 4.0;
const SATURATION: f64 = 2.0;
/// How far a long page must say more often what it is about.
const LENGTH: f64 = 0.5;
/// What the places of a word must be worth for half of the steps.
const HALF: f64 = 10.0;
/// The steps of how well a page fits a word, and of how rare a word is.
pub const LEVELS: u8 = 20;
pub const RARITIES: u8 = 80;
/// How many steps a word that is e times rarer is higher.
const RARITY_STEP: f64 = 8.0;
/// The most pages of one word that are kept, the best ones.
const MOST_PAGES: usize = 1000;
/// The most bytes of the words and pages in one file.
const SHARD: usize = 16_000;

/// Something for each word. Only asked and counted, its order is nobody's concern.
type Words<T> = HashMap<String, T, BuildHasherDefault<Fnv>>;

/// Every published page, and every word with the pages that have it.
#[derive(Debug)]
pub struct Index {
    /// The pages in the order of the menu: a page's number is its place here.
    pub pages: Vec<Arc<Entry>>,
    /// Words in their order, cut into parts of about the same size.
    pub shards: Vec<Vec<Term>>,
    /// Changes when a page has another number or a word is in another part: files that a browser kept from
    /// before are not to be mixed with new ones.
    pub version: String,
}

#[derive(Debug)]
pub struct Term {
    pub word: String,
    /// 1 to `RARITIES`.
    pub rarity: u8,
    /// By page.
    pub postings: Vec<Posting>,
}

/// A page that has a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Posting {
    pub page: u32,
    /// 1 to `LEVELS`: how well the page fits the word.
    pub level: u8,
    /// 1 when it stands in the leader's answer, 2 in the manager's, 3 in both.
    pub roles: u8,
}

/// Where a word stands on a page, how often in its text, and in whose answers.
#[derive(Clone, Copy, Default)]
struct Count {
    places: u8,
    text: u32,
    roles: u8,
}

/// The words of one page.
struct Counted {
    words: Words<Count>,
    size: Size,
}

struct Size {
    /// How many words there are.
    length: u32,
    /// What a word of the title is worth.
    title: f64,
}

/// How many pages are counted before their words are put together.
const AT_A_TIME: usize = 256;

impl Index {
    /// The index of these pages.
    #[must_use]
    pub fn new(playbook: &Playbook, pages: Vec<Arc<Entry>>) -> Self {
        // A few pages at a time: the words of all pages, each page with its own, would not fit a small memory.
        let mut words: Words<Vec<(u32, Count)>> = Words::default();
        let mut sizes: Vec<Size> = Vec::with_capacity(pages.len());
        for some in pages.chunks(AT_A_TIME) {
            let counted: Vec<Counted> =
                some.par_iter().map(|entry| count(playbook, entry)).collect();
            for (page, one) in (0..).skip(sizes.len()).zip(&counted) {
                for (word, count) in &one.words {
                    match words.get_mut(word) {
                        Some(having) => having.push((page, *count)),
                        None => drop(words.insert(word.clone(), vec![(page, *count)])),
                    }
                }
            }
            sizes.extend(counted.into_iter().map(|one| one.size));
        }
        let total: f64 = sizes.iter().map(|size| f64::from(size.length)).sum();
        #[allow(clippy::cast_precision_loss, reason = "no book has so many pages")]
        let (number, average) = (pages.len() as f64, (total / pages.len().max(1) as f64).max(1.0));
        let posting = |(page, count): (u32, Count)| {
            let Count { places, text, roles } = count;
            let size = &sizes[page as usize];
            let norm = SATURATION * (1.0 - LENGTH + LENGTH * f64::from(size.length) / average);
            let text = f64::from(text);
            let named = Place::ALL.into_iter().filter(|place| places & place.bit() > 0);
            let named: f64 = named.map(|place| place.worth(size.title)).sum();
            let worth = named + TEXT * text / (text + norm);
            let level = step(1.25 * f64::from(LEVELS) * worth / (worth + HALF), LEVELS);
            Posting { page, level, roles }
        };
        let mut terms: Vec<Term> = words
            .into_par_iter()
            .map(|(word, having)| {
                let postings: Vec<Posting> = having.into_iter().map(posting).collect();
                #[allow(clippy::cast_precision_loss, reason = "no book has so many pages")]
                let having = postings.len() as f64;
                let rarity = (1.0 + (number - having + 0.5) / (having + 0.5)).ln() * RARITY_STEP;
                let rarity = step(rarity * importance(&word), RARITIES);
                Term { word, rarity, postings: best(postings) }
            })
            .collect();
        terms.par_sort_unstable_by(|a, b| a.word.cmp(&b.word));
        let shards = cut(terms);
        let stems = pages.iter().map(|entry| entry.head.stem.as_str());
        let mut version = Fnv::default();
        stems.chain(shards.iter().map(|shard| shard[0].word.as_str())).for_each(|text| {
            version.write(text.as_bytes());
            version.write(&[0]);
        });
        let version = format!("{:016x}", version.finish());
        Self { pages, shards, version }
    }

    /// Where each kind begins among the pages, of the kinds that have any.
    #[must_use]
    pub fn kinds(&self) -> Vec<(Kind, usize)> {
        let mut kinds: Vec<(Kind, usize)> = Vec::new();
        for (at, kind) in self.pages.iter().map(|entry| entry.kind()).enumerate() {
            if kinds.last().is_none_or(|(last, _)| *last != kind) {
                kinds.push((kind, at));
            }
        }
        kinds
    }
}

/// Short words are seldom what a query is about.
fn importance(word: &str) -> f64 {
    match word.chars().count() {
        _ if word.starts_with(has_no_spaces) => 1.0,
        1 | 2 => 0.5,
        3 => 0.75,
        _ => 1.0,
    }
}

/// A value from 1 to the highest step.
fn step(value: f64, highest: u8) -> u8 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped")]
    let step = value.ceil().clamp(1.0, f64::from(highest)) as u8;
    step
}

fn count(playbook: &Playbook, entry: &Entry) -> Counted {
    let mut counting = Counting::default();
    let head = &entry.head;
    counting.text(&head.title, Place::Title, 0);
    #[allow(clippy::cast_precision_loss, reason = "no title has so many words")]
    let title = 8.0 + 4.0 / counting.words.len().max(1) as f64;
    for also in &head.also {
        counting.text(also, Place::Also, 0);
    }
    if let Some(summary) = &head.summary {
        summary.texts().for_each(|text| counting.text(text, Place::Summary, 0));
    }
    for topic in &entry.mentions.topics {
        counting.text(&playbook.book.topic_title(&topic.value), Place::Name, 0);
    }
    for passage in passages(entry) {
        let roles = match passage.role {
            Some(Role::Leader) => 1,
            Some(Role::Manager) => 2,
            None => 0,
        };
        if let Name::Own(name) = passage.name {
            counting.text(name, Place::Name, roles);
        }
        for text in &passage.texts {
            match text {
                Text::Plain(text) => counting.text(text, passage.place, roles),
                Text::Prose(prose) => counting.prose(prose, passage.place, roles),
                Text::Part(prose) => counting.prose(prose, passage.place, roles),
            }
        }
    }
    Counted { words: counting.words, size: Size { length: counting.length, title } }
}

#[derive(Default)]
struct Counting {
    words: Words<Count>,
    length: u32,
}

impl Counting {
    fn prose(&mut self, prose: &Prose, place: Place, roles: u8) {
        prose.texts().for_each(|text| self.text(text, place, roles));
    }

    /// Takes a text as it stands in HTML.
    fn text(&mut self, text: &str, place: Place, roles: u8) {
        for part in text.split('&').enumerate().map(|(at, part)| match part.split_once(';') {
            // What stands for a letter of HTML is no word.
            Some(("lt" | "gt" | "quot" | "#39" | "#x27" | "amp", rest)) if at > 0 => rest,
            _ => part,
        }) {
            each_word(part, |word| {
                self.length += 1;
                let count = match self.words.get_mut(word) {
                    Some(count) => count,
                    None => self.words.entry(word.to_owned()).or_default(),
                };
                count.places |= place.bit();
                count.text += u32::from(place == Place::Text);
                count.roles |= roles;
            });
        }
    }
}

/// The pages that fit best, by their numbers.
fn best(mut postings: Vec<Posting>) -> Vec<Posting> {
    if postings.len() > MOST_PAGES {
        postings.sort_by_key(|one| (std::cmp::Reverse(one.level), one.page));
        postings.truncate(MOST_PAGES);
        postings.sort_by_key(|one| one.page);
    }
    postings
}

fn cut(terms: Vec<Term>) -> Vec<Vec<Term>> {
    let mut shards = Vec::new();
    let (mut shard, mut size) = (Vec::new(), 0);
    for term in terms {
        size += term.word.len() + 3 * term.postings.len() + 3;
        shard.push(term);
        if size >= SHARD {
            shards.push(std::mem::take(&mut shard));
            size = 0;
        }
    }
    if !shard.is_empty() {
        shards.push(shard);
    }
    shards
}
