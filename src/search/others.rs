//! What stands for a word in other words: what means the same, and the words that are put together of it.
//!
//! It must not know what a query is.

use std::collections::{BTreeMap, BTreeSet};

use fnv::FnvHashMap;
use rayon::prelude::*;

use super::counts::{Count, Counts};
use super::language::Language;
use super::same::Same;
use super::similarity::{IS_MEANT, OTHER, similarity};

/// How many of the others are named, so that they can be shown where they stand.
const NAMED: usize = 8;

/// The fewest letters of a part of a word that is put together.
const SHORTEST: usize = 4;

/// The pages that have a word, by the word.
type Words = FnvHashMap<String, Counts>;

/// Adds to each word that has others, behind the word and a sign, the pages that have the others and not it. Gives the
/// others of each.
pub(super) fn add_others(
    words: &mut Words,
    language: &Language,
    same: &Same,
) -> BTreeMap<String, Vec<String>> {
    let mut others: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    let mut sorted: Vec<&str> = words.keys().map(String::as_str).collect();
    sorted.par_sort_unstable();
    for group in &same.groups {
        let forms: Vec<BTreeSet<&str>> =
            group.iter().map(|member| forms(&sorted, member, language)).collect();
        let all: BTreeSet<&str> = forms.iter().flatten().copied().collect();
        for (member, own) in group.iter().zip(&forms) {
            others.entry(member.clone()).or_default().extend(all.difference(own));
        }
    }
    if !language.between.is_empty() {
        let members: BTreeSet<&str> = same.groups.iter().flatten().map(String::as_str).collect();
        let is_word = |part: &str| words.contains_key(part) || members.contains(part);
        let parts: Vec<(&str, Vec<String>)> =
            sorted.par_iter().map(|word| (*word, parts(word, &is_word, language))).collect();
        for (word, parts) in parts {
            for part in parts {
                others.entry(part).or_default().insert(word);
            }
        }
    }
    let added: Vec<(String, Vec<String>, Option<Counts>)> = others
        .into_par_iter()
        .map(|(word, others)| {
            let own: Vec<u32> =
                words.get(&word).into_iter().flat_map(Counts::iter).map(|own| own.page).collect();
            let has_itself = |page| own.binary_search(&page).is_ok();
            let named = others.iter().take(NAMED).map(|other| (*other).to_owned()).collect();
            let counts = others.into_iter().flat_map(|other| words[other].iter());
            let mut pages: BTreeMap<u32, Count> = BTreeMap::new();
            for count in counts.filter(|count| !has_itself(count.page)) {
                let page = pages.entry(count.page);
                page.and_modify(|known| known.join(count)).or_insert(count);
            }
            let counts = (!pages.is_empty()).then(|| pages.into_values().collect());
            (format!("{word}{OTHER}"), named, counts)
        })
        .collect();
    let mut named = BTreeMap::new();
    for (word, others, counts) in added {
        if let Some(counts) = counts {
            named.insert(word.clone(), others);
            words.insert(word, counts);
        }
    }
    named
}

/// The forms of a word that there are, itself among them.
fn forms<'w>(sorted: &[&'w str], member: &str, language: &Language) -> BTreeSet<&'w str> {
    let letters: Vec<char> = member.chars().collect();
    let start: String = letters.iter().take(3.max(letters.len().saturating_sub(5))).collect();
    let from = sorted.partition_point(|word| *word < start.as_str());
    let alike = sorted[from..].iter().take_while(|word| word.starts_with(&start));
    alike.copied().filter(|word| similarity(&letters, word, language.endings) >= IS_MEANT).collect()
}

/// The parts of a word that is put together: two, of which at least one is a word of its own.
fn parts(word: &str, is_word: &impl Fn(&str) -> bool, language: &Language) -> Vec<String> {
    let is_own = |part: &str| {
        part.chars().nth(SHORTEST - 1).is_some()
            && is_word(part)
            && !language.weightless.contains(part)
    };
    let is_long = |part: &str| part.chars().nth(SHORTEST).is_some();
    let mut parts = Vec::new();
    for (at, _) in word.char_indices().skip(SHORTEST) {
        let (head, tail) = word.split_at(at);
        let mut heads = language.between.iter().filter_map(|between| head.strip_suffix(between));
        let own = heads.find(|head| is_own(head));
        if is_own(tail) || own.is_some() && is_long(tail) {
            parts.push(tail.to_owned());
            parts.extend(own.map(str::to_owned));
        }
    }
    parts
}
