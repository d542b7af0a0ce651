//! The index: which page has which word, how much it weighs there, and in whose answer it stands.

use std::hash::Hasher;
use std::sync::Arc;

use fnv::FnvHasher;
use rayon::prelude::*;

use crate::model::{Entry, Kind, Mark, Playbook};

use super::bm25;
use super::counting::{Count, Counted};
use super::words::has_no_spaces;
use super::zone::Zone;

/// The most that a word in the text of a page can weigh.
const TEXT: f64 = 4.0;
/// What a word must weigh in all zones for half of the steps.
const HALF: f64 = 10.0;
/// The highest weight of a word on a page, and the highest rarity of a word: both are whole numbers from 1 on.
pub(super) const WEIGHTS: u8 = 20;
pub(super) const RARITIES: u8 = 80;
/// How many steps a word that is e times rarer is higher.
const RARITY_STEP: f64 = 8.0;
/// The most pages of one word that are kept, the best ones.
const MOST_PAGES: usize = 1000;
/// About how many pages' texts are in one file, at most.
const TOGETHER: usize = 4;
/// The most bytes of the words and pages in one file.
const SHARD: usize = 16_000;

/// Every published page, and every word with the pages that have it.
#[derive(Debug)]
pub struct Index {
    /// The pages in the order of the menu: a page's number is its place here.
    pub pages: Vec<Arc<Entry>>,
    /// Words in their order, cut into parts of about the same size.
    pub shards: Vec<Vec<Term>>,
    /// The pages whose texts are in one file, for each such file.
    pub texts: Vec<Vec<usize>>,
    /// Changes when a page has another number or a word is in another part: files that a browser kept from
    /// before are not to be mixed with new ones.
    pub version: String,
    /// Of each page, another whenever its texts change.
    pub marks: Vec<Mark>,
}

/// A word of the index.
#[derive(Debug)]
pub struct Term {
    /// As it is looked for: see `words.rs`.
    pub word: String,
    /// How few pages have it, from 1 to `RARITIES`.
    pub rarity: u8,
    /// The pages that have it, in their order.
    pub postings: Vec<Posting>,
}

/// A page that has a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Posting {
    /// The page's number.
    pub page: u32,
    /// How much the word weighs there, from 1 to `WEIGHTS`.
    pub weight: u8,
    /// 1 when it stands in the leader's answer, 2 in the manager's, 3 in both.
    pub roles: u8,
}

impl Index {
    /// The index of these pages.
    #[must_use]
    pub fn new(playbook: &Playbook, pages: Vec<Arc<Entry>>) -> Self {
        // Threads take pages that follow each other: put in their order, each word has its pages in order.
        let run = pages.len().div_ceil(rayon::current_num_threads()).max(1);
        let runs: Vec<Counted> = (pages.par_chunks(run).enumerate())
            .map(|(number, some)| Counted::new(playbook, number * run, some))
            .collect();
        let Counted { words, sizes } =
            runs.into_iter().reduce(Counted::followed_by).unwrap_or_default();
        let total: f64 = sizes.iter().map(|size| f64::from(size.length)).sum();
        #[allow(clippy::cast_precision_loss, reason = "no book has so many pages")]
        let (number, average) = (pages.len() as f64, (total / pages.len().max(1) as f64).max(1.0));
        let posting = |count: Count| {
            let Count { page, zones, text, roles } = count;
            let size = &sizes[page as usize];
            let text = TEXT * bm25::frequency(text.into(), f64::from(size.length) / average);
            let named = Zone::ALL.into_iter().filter(|zone| zones & zone.bit() > 0);
            let named: f64 = named.map(|zone| zone.weight(size.title)).sum();
            let weight = named + text;
            let weight = step(1.25 * f64::from(WEIGHTS) * weight / (weight + HALF), WEIGHTS);
            Posting { page, weight, roles }
        };
        let mut terms: Vec<Term> = words
            .into_par_iter()
            .map(|(word, having)| {
                let postings: Vec<Posting> = having.into_iter().map(posting).collect();
                #[allow(clippy::cast_precision_loss, reason = "no book has so many pages")]
                let having = postings.len() as f64;
                let rarity = bm25::rarity(number, having) * RARITY_STEP;
                let rarity = step(rarity * importance(&word), RARITIES);
                Term { word, rarity, postings: best(postings) }
            })
            .collect();
        terms.par_sort_unstable_by(|a, b| a.word.cmp(&b.word));
        let shards = cut(terms);
        let stems = pages.iter().map(|entry| entry.head.stem.as_str());
        let mut version = FnvHasher::default();
        stems.chain(shards.iter().map(|shard| shard[0].word.as_str())).for_each(|text| {
            version.write(text.as_bytes());
            version.write(&[0]);
        });
        let version = format!("{:016x}", version.finish());
        // Twice as many when a book has grown to twice the size: until then a page stays in its bundle.
        let bundles = (pages.len() / TOGETHER).next_power_of_two();
        let mut texts = vec![Vec::new(); bundles];
        for (page, entry) in pages.iter().enumerate() {
            texts[bundle(entry.head.stem.as_str(), bundles)].push(page);
        }
        let marks = sizes.iter().map(|size| size.mark).collect();
        Self { pages, shards, texts, version, marks }
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

/// In which of so many bundles the text of a page is. It goes by the page's name alone, so that a page more or
/// a new title leaves the other bundles as they are. `30-passage.js` does the same.
fn bundle(stem: &str, bundles: usize) -> usize {
    let mut hash = FnvHasher::default();
    hash.write(stem.as_bytes());
    #[allow(clippy::cast_possible_truncation, reason = "only the last digits count")]
    let hash = hash.finish() as usize;
    hash % bundles
}

/// The pages on which a word weighs most, by their numbers.
fn best(mut postings: Vec<Posting>) -> Vec<Posting> {
    if postings.len() > MOST_PAGES {
        postings.sort_by_key(|one| (std::cmp::Reverse(one.weight), one.page));
        postings.truncate(MOST_PAGES);
        postings.shrink_to_fit();
        postings.sort_by_key(|one| one.page);
    }
    postings
}

/// Cuts the words into shards of about the same size.
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

#[cfg(test)]
mod tests {
    use super::bundle;

    #[test]
    fn the_bundle_of_a_text_is_the_one_that_the_browser_asks_for() {
        let stems = ["scenarios/late", "guidance/why", "scenarios/会議"];
        assert_eq!(stems.map(|stem| bundle(stem, 1024)), [837, 82, 942]);
    }
}
