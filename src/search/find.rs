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

/// How close a word of the index is to one of the query.
const SAME: u64 = 16;
const LONGER: u64 = 12;
const KIN: u64 = 10;
const BEGINS: u64 = 8;
const SLIP: u64 = 7;
const FAR_KIN: u64 = 6;
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
        let mut fit: Vec<Fit> = vec![Fit::default(); self.pages.len()];
        for word in &words {
            let matches = self.matches(word);
            // All that may be meant is as rare as what is closest: a rarer form of a word is no better hit.
            let rarity = matches.iter().map(|(close, term)| (Reverse(*close), term.rarity)).min();
            let rarity = rarity.map_or(0, |(_, rarity)| u64::from(rarity));
            let mut best = vec![0; self.pages.len()];
            for (close, term) in matches {
                for posting in &term.postings {
                    let score = close * rarity * u64::from(posting.level);
                    let page = &mut best[posting.page as usize];
                    *page = score.max(*page);
                }
            }
            for (fit, score) in fit.iter_mut().zip(best).filter(|(_, score)| *score > 0) {
                fit.score += score;
                fit.cover += rarity;
            }
        }
        let most = fit.iter().map(|fit| fit.cover).max().unwrap_or_default();
        let mut found: Vec<usize> =
            (0..fit.len()).filter(|at| fit[*at].score > 0 && 3 * fit[*at].cover >= most).collect();
        found.sort_by_key(|at| Reverse(fit[*at].score * fit[*at].cover));
        found
    }

    /// The words of the index that may be meant, and how close they are.
    fn matches(&self, word: &str) -> Vec<(u64, &Term)> {
        let letters: Vec<char> = word.chars().collect();
        let stem = letters.len().min(4.max(letters.len().saturating_sub(3)));
        let near = self.span(&letters[..stem]);
        let near = near.start..near.end.min(near.start + NEAR);
        let mut matches: Vec<(u64, &Term)> = Vec::new();
        let mut best = 0;
        for term in near.flat_map(|shard| &self.shards[shard]) {
            let close = closeness(&letters, &term.word);
            if close > 0 {
                best = close.max(best);
                matches.push((close, term));
            }
        }
        if best >= BEGINS || letters.len() < 4 || has_no_spaces(letters[0]) {
            return matches;
        }
        for term in self.slips(&letters).into_iter().flat_map(|shard| &self.shards[shard]) {
            let close = slip(&letters, &term.word);
            if close > 0 {
                matches.push((close, term));
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

#[derive(Clone, Default)]
struct Fit {
    score: u64,
    /// How much of the query was found.
    cover: u64,
}

/// How close a word is by its beginning; 0 when it is another word.
fn closeness(word: &[char], term: &str) -> u64 {
    let same = word.iter().zip(term.chars()).take_while(|(a, b)| **a == *b).count();
    let (more, rest) = (word.len() - same, term.chars().count() - same);
    match (more, rest) {
        (0, 0) => SAME,
        (0, _) if has_no_spaces(word[0]) => u64::from(word.len() == 1) * BEGINS,
        (0, 0..=3) if word.len() > 2 => LONGER,
        (0, _) => BEGINS,
        _ if same < 4 => 0,
        _ if more + rest <= 2 => KIN,
        (0..=3, 0..=3) => FAR_KIN,
        _ => 0,
    }
}

/// How close a word is when one letter of either is missing, another, or swapped with the next.
fn slip(word: &[char], term: &str) -> u64 {
    let term: Vec<char> = term.chars().collect();
    let same = word.iter().zip(&term).take_while(|(a, b)| a == b).count();
    let (a, b) = (&word[same..], &term[same..]);
    let swapped = matches!((a, b), ([a1, a2, ..], [b1, b2, ..]) if a1 == b2 && a2 == b1);
    let tries = [(1, 1), (0, 1), (1, 0)].into_iter().chain(swapped.then_some((2, 2)));
    let close = tries.filter_map(|(of_a, of_b)| {
        let (a, b) = (a.get(of_a..)?, b.get(of_b..)?);
        b.starts_with(a).then_some(if a.len() == b.len() { SLIP } else { SLIP_BEGINS })
    });
    close.max().unwrap_or_default()
}
