//! The index: which page has which word, how much it weighs there, and in whose answer it stands.

use std::collections::BTreeMap;
use std::hash::Hasher;

use fnv::FnvHasher;
use rayon::prelude::*;

use crate::model::{Book, Kind, Mark};

use super::bm25;
use super::counting::{Counted, Counter};
use super::counts::Count;
use super::findable::Findable;
use super::language::Language;
use super::others::add_others;
use super::postings::{Posting, Postings};
use super::same::Same;
use super::similarity::OTHER;
use super::weightless::part_weightless;
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
/// The most pages of a small book.
const FEW: usize = 256;
/// The most pages of one word that are kept, the best ones.
const MOST_PAGES: usize = 1000;
/// About how many pages' texts are in one file of a large book, at most; in a small one each page has its own.
const TOGETHER: usize = 4;
/// The most bytes of the words and pages in one file of a small book, and of a large one, which has many files anyway.
const SHARD: usize = 3_000;
const LARGE_SHARD: usize = 16_000;

/// Every published page, and every word with the pages that have it.
#[derive(Debug)]
pub struct Index {
    /// The pages in the order of the menu: a page's number is its place here.
    pub pages: Vec<Findable>,
    /// Words in their order, cut into parts of about the same size.
    pub shards: Vec<Vec<Term>>,
    /// The pages whose texts are in one file, for each such file.
    pub texts: Vec<Vec<usize>>,
    /// Changes when a page has another number or a word is in another part: files that a browser kept from
    /// before are not to be mixed with new ones.
    pub version: String,
    /// Of each page, another whenever its texts change.
    pub marks: Vec<Mark>,
    /// How rare a word would be that no page has.
    pub unknown: u8,
    pub(super) language: Language,
    pub(super) same: Same,
}

/// A word of the index.
#[derive(Debug)]
pub struct Term {
    /// As it is looked for: see `words.rs`.
    pub word: String,
    /// Where it stands for others: some of those.
    pub others: Vec<String>,
    /// How few pages have it, from 1 to `RARITIES`.
    pub rarity: u8,
    /// The pages that have it, in their order.
    pub postings: Postings,
}

impl Index {
    /// The index of these pages of a book; `kinds` are what each kind of page is called.
    #[must_use]
    pub fn new(book: &Book, kinds: &BTreeMap<Kind, String>, pages: Vec<Findable>) -> Self {
        let language = Language::of(&book.language);
        let same = Same::new(&book.language, &book.same);
        let counter = Counter { book, kinds, same: &same };
        // Threads take pages that follow each other: put in their order, each word has its pages in order.
        let run = pages.len().div_ceil(rayon::current_num_threads()).max(1);
        let runs: Vec<Counted> = (pages.par_chunks(run).enumerate())
            .map(|(number, some)| Counted::new(counter, number * run, some))
            .collect();
        let Counted { mut words, sizes } =
            runs.into_iter().reduce(Counted::followed_by).unwrap_or_default();
        let mut others = add_others(&mut words, &language, &same);
        part_weightless(&mut words, &language);
        let is_there =
            |word: &str| words.contains_key(word) || words.contains_key(&format!("{word}{OTHER}"));
        let same = same.of_which(is_there);
        let total: f64 = sizes.iter().map(|size| f64::from(size.length)).sum();
        #[allow(clippy::cast_precision_loss, reason = "no book has so many pages")]
        let (number, average) = (pages.len() as f64, (total / pages.len().max(1) as f64).max(1.0));
        let posting = |count: Count| {
            let Count { page, zones, text, roles, labels } = count;
            let size = &sizes[page as usize];
            let text = TEXT * bm25::frequency(text.into(), f64::from(size.length) / average);
            let named = Zone::ALL.into_iter().filter(|zone| zones & zone.bit() > 0);
            let named: f64 = named.map(|zone| zone.weight(size.title)).sum();
            let weight = named + text;
            let weight = step(1.25 * f64::from(WEIGHTS) * weight / (weight + HALF), WEIGHTS);
            Posting { page, weight, roles, labels }
        };
        let mut terms: Vec<(Term, usize)> = words
            .into_par_iter()
            .map(|(word, having)| {
                let postings: Vec<Posting> = having.iter().map(posting).collect();
                #[allow(clippy::cast_precision_loss, reason = "no book has so many pages")]
                let having = postings.len() as f64;
                let rarity = rarity(number, having, importance(&word));
                let postings = best(postings);
                let size = size(&word, &postings);
                let postings = Postings::new(&postings);
                (Term { word, others: Vec::new(), rarity, postings }, size)
            })
            .collect();
        for (term, _) in &mut terms {
            term.others = others.remove(&term.word).unwrap_or_default();
        }
        terms.par_sort_unstable_by(|(a, _), (b, _)| a.word.cmp(&b.word));
        let shards = cut(terms, if is_large(pages.len()) { LARGE_SHARD } else { SHARD });
        let stems = pages.iter().map(Findable::stem);
        let mut version = FnvHasher::default();
        stems.chain(shards.iter().map(|shard| shard[0].word.as_str())).for_each(|text| {
            version.write(text.as_bytes());
            version.write(&[0]);
        });
        let version = format!("{:016x}", version.finish());
        // Twice as many when a book has grown to twice the size: until then a page stays in its bundle.
        let together = if is_large(pages.len()) { TOGETHER } else { 1 };
        let bundles = (pages.len() / together).next_power_of_two();
        let mut texts = vec![Vec::new(); bundles];
        for (page, findable) in pages.iter().enumerate() {
            if let Findable::Entry(entry) = findable {
                texts[bundle(entry.head.stem.as_str(), bundles)].push(page);
            }
        }
        let marks = sizes.iter().map(|size| size.mark).collect();
        let unknown = rarity(number, 0.0, 1.0);
        Self { pages, shards, texts, version, marks, unknown, language, same }
    }

    /// Where each kind begins among the pages, of the kinds that have any, and so the owner's own pages and tools.
    pub(super) fn kinds(&self) -> Vec<(&'static str, usize)> {
        let mut kinds: Vec<(&str, usize)> = Vec::new();
        for (at, kind) in self.pages.iter().map(Findable::kind).enumerate() {
            if kinds.last().is_none_or(|(last, _)| *last != kind) {
                kinds.push((kind, at));
            }
        }
        kinds
    }
}

/// Whether a book has so many pages that their files must be few rather than small.
pub(super) fn is_large(pages: usize) -> bool {
    pages > FEW
}

/// How rare a word is that so many pages of all have, in steps.
fn rarity(pages: f64, having: f64, importance: f64) -> u8 {
    step(bm25::rarity(pages, having) * RARITY_STEP * importance, RARITIES)
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
        postings.sort_by_key(|one| one.page);
    }
    postings
}

/// About how many bytes a word and its pages take in a file.
fn size(word: &str, postings: &[Posting]) -> usize {
    let labels: usize = postings.iter().map(|posting| posting.labels.count()).sum();
    word.len() + 3 * postings.len() + 2 * labels + 3
}

/// Cuts the words, each with its size, into shards of about this size.
fn cut(terms: Vec<(Term, usize)>, most: usize) -> Vec<Vec<Term>> {
    let mut shards = Vec::new();
    let (mut shard, mut sum) = (Vec::new(), 0);
    for (term, size) in terms {
        sum += size;
        shard.push(term);
        if sum >= most {
            shards.push(std::mem::take(&mut shard));
            sum = 0;
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
