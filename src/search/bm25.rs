//! BM25, by which the text of a page is ranked: a word that is rare counts more, and each time that a page says it
//! once more adds less. S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
//!
//! It must not know what stands in a page besides its text.

/// How soon more of the same word adds little.
const K1: f64 = 2.0;
/// How far a long page must say a word more often than a short one: 0 not at all, 1 as often as it is longer.
const B: f64 = 0.5;

/// How much of its most a word adds that stands `times` in a page, from 0 to 1. `length` is the page's, as a part of
/// the average.
pub(super) fn frequency(times: f64, length: f64) -> f64 {
    times / (times + K1 * (1.0 - B + B * length))
}

/// How rare a word is that so many pages of all have: the inverse document frequency, which is never below 0.
pub(super) fn rarity(pages: f64, having: f64) -> f64 {
    (1.0 + (pages - having + 0.5) / (having + 0.5)).ln()
}
