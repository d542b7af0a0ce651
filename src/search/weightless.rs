//! Words without weight, as far as they stand in labels: they tell one label from another, and stand in the index by
//! themselves behind a sign. There they are few, so that a query loads little for them, whatever texts have them too.
//!
//! It must not know what a query is.

use fnv::FnvHashMap;

use super::counts::{Count, Counts};
use super::labels::Labels;
use super::language::Language;
use super::similarity::LIGHT;

/// Takes the labels of words without weight out, and puts them behind the sign and the word.
pub(super) fn part_weightless(words: &mut FnvHashMap<String, Counts>, language: &Language) {
    for word in &language.weightless {
        let Some(counts) = words.get_mut(word) else { continue };
        let labelled = counts.iter().filter(|count| count.labels != Labels::default());
        let labelled =
            labelled.map(|Count { page, labels, .. }| Count { page, labels, ..Count::default() });
        let labelled: Vec<Count> = labelled.collect();
        if !labelled.is_empty() {
            *counts =
                counts.iter().map(|count| Count { labels: Labels::default(), ..count }).collect();
            words.insert(format!("{LIGHT}{word}"), labelled.into_iter().collect());
        }
    }
}
