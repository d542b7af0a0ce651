//! Finds and ranks pages, for the check of a book's own queries.
//!
//! `themes/default/scripts/search/20-find.js` does the same in the reader's browser: change both or none. All of
//! it is whole numbers, so that both come to the same order, and it reads only those parts of the index that
//! the browser would load.

use std::cmp::Reverse;
use std::ops::Range;

use super::index::{Index, Term};
use super::words::{each_word, has_no_spaces};

/// The most words of a query that count.
const MOST_WORDS: usize = 8;
/// The most parts of the index that are read for one word, and for its slips.
const NEAR: usize = 4;
const SLIPS: usize = 6;
/// In a book with no more parts than this, slips are looked for in all of them.
const SMALL: usize = 8;

/// How similar a word of the index is to one of the query.
const SAME: u64 = 16;
const LONGER: u64 = 12;
const RELATED: u64 = 10;
const BEGINS: u64 = 8;
const SLIP: u64 = 7;
const LOOSELY_RELATED: u64 = 6;
const SLIP_BEGINS: u64 = 4;

impl Index {
    /// The numbers of the pages that fit a query, the best first.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<usize> {
        let mut words: Vec<String> = Vec::new();
        each_word(query, |word| {
            if words.len() < MOST_WORDS && !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        });
        let mut scores: Vec<Score> = vec![Score::default(); self.pages.len()];
        for word in &words {
            let matches = self.matches(word);
            // All that may be meant is as rare as what is most similar: a rarer form of a word is no better hit.
            let rarity =
                matches.iter().map(|(similar, term)| (Reverse(*similar), term.rarity)).min();
            let rarity = rarity.map_or(0, |(_, rarity)| u64::from(rarity));
            let mut best = vec![0; self.pages.len()];
            for (similar, term) in matches {
                for posting in &term.postings {
                    let score = similar * rarity * u64::from(posting.weight);
                    let page = &mut best[posting.page as usize];
                    *page = score.max(*page);
                }
            }
            for (page, score) in scores.iter_mut().zip(best).filter(|(_, score)| *score > 0) {
                page.sum += score;
                page.coverage += rarity;
            }
        }
        let most = scores.iter().map(|page| page.coverage).max().unwrap_or_default();
        let mut found: Vec<usize> = (0..scores.len())
            .filter(|at| scores[*at].sum > 0 && 3 * scores[*at].coverage >= most)
            .collect();
        found.sort_by_key(|at| Reverse(scores[*at].sum * scores[*at].coverage));
        found
    }

    /// The words of the index that may be meant, and how similar they are.
    fn matches(&self, word: &str) -> Vec<(u64, &Term)> {
        let letters: Vec<char> = word.chars().collect();
        let stem = letters.len().min(4.max(letters.len().saturating_sub(3)));
        let near = self.span(&letters[..stem]);
        let near = near.start..near.end.min(near.start + NEAR);
        let mut matches: Vec<(u64, &Term)> = Vec::new();
        let mut best = 0;
        for term in near.flat_map(|shard| &self.shards[shard]) {
            let similar = similarity(&letters, &term.word);
            if similar > 0 {
                best = similar.max(best);
                matches.push((similar, term));
            }
        }
        if best >= BEGINS || letters.len() < 4 || has_no_spaces(letters[0]) {
            return matches;
        }
        for term in self.slips(&letters).into_iter().flat_map(|shard| &self.shards[shard]) {
            let similar = slip(&letters, &term.word);
            if similar > 0 {
                matches.push((similar, term));
            }
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

    /// The parts that may hold a word from which this one slipped.
    fn slips(&self, letters: &[char]) -> Vec<usize> {
        if self.shards.len() <= SMALL {
            return (0..self.shards.len()).collect();
        }
        let [a, b, c, ..] = *letters else { return Vec::new() };
        let mut shards = Vec::new();
        for start in [[a, b], [b, a], [a, c], [b, c]] {
            for shard in self.span(&start) {
                if shards.len() < SLIPS && !shards.contains(&shard) {
                    shards.push(shard);
                }
            }
        }
        shards
    }
}

/// What a page scores for a query.
#[derive(Clone, Default)]
struct Score {
    /// What the words of the query that were found score together.
    sum: u64,
    /// How much of the query was found: the rarities of these words.
    coverage: u64,
}

/// How similar a word is by its beginning; 0 when it is another word.
fn similarity(word: &[char], term: &str) -> u64 {
    let same = word.iter().zip(term.chars()).take_while(|(a, b)| **a == *b).count();
    let (more, rest) = (word.len() - same, term.chars().count() - same);
    match (more, rest) {
        (0, 0) => SAME,
        (0, _) if has_no_spaces(word[0]) => u64::from(word.len() == 1) * BEGINS,
        (0, 0..=3) if word.len() > 2 => LONGER,
        (0, _) => BEGINS,
        _ if same < 4 => 0,
        _ if more + rest <= 2 => RELATED,
        (0..=3, 0..=3) => LOOSELY_RELATED,
        _ => 0,
    }
}

/// How similar a word is when one letter of either is missing, another, or swapped with the next.
fn slip(word: &[char], term: &str) -> u64 {
    let term: Vec<char> = term.chars().collect();
    let same = word.iter().zip(&term).take_while(|(a, b)| a == b).count();
    let (a, b) = (&word[same..], &term[same..]);
    let swapped = matches!((a, b), ([a1, a2, ..], [b1, b2, ..]) if a1 == b2 && a2 == b1);
    let tries = [(1, 1), (0, 1), (1, 0)].into_iter().chain(swapped.then_some((2, 2)));
    let similar = tries.filter_map(|(of_a, of_b)| {
        let (a, b) = (a.get(of_a..)?, b.get(of_b..)?);
        b.starts_with(a).then_some(if a.len() == b.len() { SLIP } else { SLIP_BEGINS })
    });
    similar.max().unwrap_or_default()
}
