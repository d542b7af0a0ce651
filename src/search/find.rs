//! Finds and ranks pages, for the check of a book's own queries.
//!
//! Words are weighed by BM25 (`bm25.rs`), and their sum by coverage: how much of the query a page holds, and how much of
//! it where words count. It is the coordination factor of G. Salton's SMART and of Lucene's classic ranking, with rare
//! words as larger parts of a query. Words that stand together in a label count once more (`proximity.rs`), as the
//! sequential dependence model of D. Metzler and B. Croft has it (2005): as if what they are together were a word too.
//!
//! `themes/default/scripts/search/20-find.js` does the same in the reader's browser: change both or none. All of
//! it is whole numbers, so that both come to the same order, and it reads only those parts of the index that
//! the browser would load.

use std::cmp::Reverse;
use std::ops::Range;

use fnv::FnvHashMap;

use super::index::{Index, Term};
use super::labels::Labels;
use super::proximity::Proximity;
use super::similarity::{IS_MEANT, LIGHT, NO_SLIP, SHORTEST, SURE, similarity, slip, within};
use super::slipped::{beginning, slipped};
use super::words::{each_word, has_no_spaces};

/// The most words of a query that count.
const MOST_WORDS: usize = 12;
/// The most parts of the index that are read for one word, and for its slips.
const NEAR: usize = 4;
const SLIPS: usize = 6;
/// In a book with no more parts than this, slips are looked for in all of them.
const SMALL: usize = 8;
/// From this weight on a word stands where it counts: in a title.
const WELL: u64 = 12;
/// How many pages are shown that hold only some of a query.
const HANDFUL: usize = 5;
/// The part of a query, of so many, that a page must hold when some of its words are unknown.
const LITTLE: u64 = 7;
/// How much the rarity of words that stand together adds to the score of a page, and to its coverage.
const TOGETHER: u64 = 96;
const TOGETHER_COVER: u64 = 2;
/// How many times better the best page may be than the last one; and than one of the first handful.
const FAR: u64 = 2;
const VERY_FAR: u64 = 8;

/// What a page holds of a query.
#[derive(Clone, Copy, Default)]
struct Held {
    /// What its words score together.
    score: u64,
    /// How much of the query it has: twice the rarity of each word, and once where only a beginning or a slip is there.
    cover: u64,
    /// The same times the weight of each word, up to that of a title.
    hold: u64,
    /// The labels in which a word stands.
    labels: Labels,
}

impl Index {
    /// The numbers of the pages that fit a query, the best first.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<usize> {
        let (words, light) = self.asked(query);
        // Those pages alone that have any of it, since a book may have thousands of pages and of queries.
        let mut held: FnvHashMap<u32, Held> = FnvHashMap::default();
        let mut proximity = Proximity::default();
        let (mut whole, mut is_known) = (0, true);
        for word in &words {
            let matches = self.matches(word);
            // All that may be meant is as rare as what is most similar: a rarer form of a word is no better hit.
            let rarity =
                matches.iter().map(|(similar, term)| (Reverse(*similar), term.rarity)).min();
            let rarity = rarity.map(|(_, rarity)| rarity);
            is_known &= rarity.is_some();
            let rarity = u64::from(rarity.unwrap_or(self.unknown));
            whole += 2 * rarity;
            let mut best: FnvHashMap<u32, Held> = FnvHashMap::default();
            for (similar, term) in matches {
                // A form that more pages have says less.
                let rarity = rarity.min(u64::from(term.rarity));
                let is_meant = similar >= IS_MEANT;
                let cover = rarity * if is_meant { 2 } else { 1 };
                for posting in term.postings.iter() {
                    let weight = u64::from(posting.weight);
                    let page = best.entry(posting.page).or_default();
                    page.score = page.score.max(similar * rarity * weight);
                    page.cover = page.cover.max(cover);
                    page.hold = page.hold.max(cover * weight.min(WELL));
                    if is_meant {
                        page.labels = page.labels.and(posting.labels);
                    }
                }
            }
            for (page, best) in best {
                proximity.add(rarity, page, best.labels);
                let page = held.entry(page).or_default();
                page.score += best.score;
                page.cover += best.cover;
                page.hold += best.hold;
            }
        }
        for term in light.iter().filter_map(|word| self.light(word)) {
            for posting in term.postings.iter() {
                proximity.add_light(posting.page, posting.labels);
            }
        }
        let together = proximity.of_pages();
        let most = held.values().map(|page| page.cover).max().unwrap_or_default();
        let best = held.values().map(|page| page.hold).max().unwrap_or_default() / WELL;
        // Who holds little of what was asked is no answer, and who holds some of it is one of a handful.
        let few = match words.len() {
            _ if !is_known && LITTLE * best < whole => 0,
            2.. if most < whole && 2 * best < whole => HANDFUL,
            _ => usize::MAX,
        };
        let rank = |page: u32, Held { score, cover, hold, .. }: Held| {
            let together = together.get(&page).copied().unwrap_or_default();
            let coverage = WELL * (cover + TOGETHER_COVER * together) + hold;
            (score + TOGETHER * together) * coverage
        };
        let mut found: Vec<(u64, u32)> =
            held.into_iter().map(|(page, held)| (rank(page, held), page)).collect();
        found.sort_unstable_by_key(|(rank, page)| (Reverse(*rank), *page));
        if words.len() > 1 {
            let top = found.first().map_or(0, |(rank, _)| *rank);
            let first = found.len().min(HANDFUL);
            let near = found.partition_point(|(rank, _)| FAR * rank >= top);
            let near_first = found[..first].partition_point(|(rank, _)| VERY_FAR * rank >= top);
            found.truncate(near.max(near_first));
        }
        found.truncate(few);
        found.into_iter().map(|(_, page)| page as usize).collect()
    }

    /// The words of a query that count, in which each phrase is one word, and those without weight beside them.
    fn asked(&self, query: &str) -> (Vec<String>, Vec<String>) {
        let mut words: Vec<String> = Vec::new();
        each_word(query, |word| words.push(word.to_owned()));
        let mut all: Vec<String> = Vec::new();
        for word in self.same.joined(&words) {
            if !all.contains(&word) {
                all.push(word);
            }
        }
        let (mut light, mut heavy): (Vec<String>, Vec<String>) =
            all.into_iter().partition(|word| self.language.weightless.contains(word));
        if heavy.is_empty() {
            std::mem::swap(&mut light, &mut heavy);
        }
        heavy.truncate(MOST_WORDS);
        light.truncate(MOST_WORDS);
        (heavy, light)
    }

    /// The labels that have a word without weight.
    fn light(&self, word: &str) -> Option<&Term> {
        let word = format!("{LIGHT}{word}");
        let next = self.shards.partition_point(|shard| shard[0].word <= word);
        let shard = &self.shards[next.checked_sub(1)?];
        let at = shard.binary_search_by(|term| term.word.cmp(&word)).ok()?;
        Some(&shard[at])
    }

    /// The words of the index that may be meant, and how similar they are.
    fn matches(&self, word: &str) -> Vec<(u64, &Term)> {
        let letters: Vec<char> = word.chars().collect();
        let stem = letters.len().min(4.max(letters.len().saturating_sub(5)));
        let near = self.span(&letters[..stem]);
        // Of a word of two letters all that stands beside it will do.
        let most = if letters.len() > 2 || has_no_spaces(letters[0]) { NEAR } else { 1 };
        let near = near.start..near.end.min(near.start + most);
        let endings = self.language.endings;
        let sure: String = letters[..letters.len().min(SURE)].iter().collect();
        let terms = near.flat_map(|shard| beginning(&self.shards[shard], &sure));
        let terms = terms.map(|term| (similarity(&letters, &term.word, endings), term));
        let mut matches: Vec<(u64, &Term)> = terms.filter(|(similar, _)| *similar > 0).collect();
        let is_near = matches.iter().any(|(similar, _)| *similar >= NO_SLIP);
        if is_near || letters.len() < SHORTEST || has_no_spaces(letters[0]) {
            return matches;
        }
        let parts = self.slips(&letters).into_iter().map(|shard| &self.shards[shard]);
        let slips = parts.clone().flat_map(|terms| slipped(terms, &letters));
        let slips = slips.map(|term| (slip(&letters, &term.word), term));
        matches.extend(slips.filter(|(similar, _)| *similar > 0));
        if !self.language.between.is_empty() {
            let others = parts.flatten().map(|term| (within(word, &term.word), term));
            let others = others.filter(|(similar, _)| *similar > 0);
            matches.extend(others.filter(|(_, term)| slip(&letters, &term.word) == 0));
        }
        matches
    }

    /// The parts of the index that may hold words with this beginning.
    fn span(&self, start: &[char]) -> Range<usize> {
        let start: String = start.iter().collect();
        let first = |shard: &Vec<Term>| shard[0].word.as_str() <= start.as_str();
        let from = self.shards.partition_point(first).saturating_sub(1);
        let begins = |shard: &Vec<Term>| {
            let word = shard[0].word.as_str();
            word <= start.as_str() || word.starts_with(&start)
        };
        from..self.shards.partition_point(begins)
    }

    /// The parts that may hold a word from which this one slipped, or which has it within.
    fn slips(&self, letters: &[char]) -> Vec<usize> {
        if self.shards.len() <= SMALL {
            return (0..self.shards.len()).collect();
        }
        let [a, b, c, ..] = *letters else { return Vec::new() };
        let mut shards = Vec::new();
        for start in [&[a, b][..], &[b, a], &[a, c], &[b, c], &[a]] {
            for shard in self.span(start) {
                if shards.len() < SLIPS && !shards.contains(&shard) {
                    shards.push(shard);
                }
            }
        }
        shards
    }
}
