//! Words without weight, as far as they stand in labels: they tell one label from another, and stand in the index by
//! themselves behind a sign. There they are few, so that a query loads little for them, whatever texts have them too.
//!
//! It must not know what a query is.

use fnv::FnvHashMap;

use super::counting::Count;
use super::labels::Labels;
use super::language::Language;
use super::similarity::LIGHT;

/// Takes the labels of words without weight out, and puts them behind the sign and the word.
pub(super) fn part_weightless(words: &mut FnvHashMap<String, Vec<Count>>, language: &Language) {
    for word in &language.weightless {
        let Some(counts) = words.get_mut(word) else { continue };
        let mut labelled = Vec::new();
        for count in counts.iter_mut().filter(|count| count.labels != Labels::default()) {
            let labels = std::mem::take(&mut count.labels);
            labelled.push(Count { page: count.page, zones: 0, roles: 0, text: 0, labels });
        }
        if !labelled.is_empty() {
            words.insert(format!("{LIGHT}{word}"), labelled);
        }
    }
}
