//! Addresses that a text gives to its links in lines of their own, `[label]: address`. It must not know how a link is
//! written.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::RefDefs;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::unused_definition::unused_definition;

use super::mask::Mask;
use super::writing::Writing;

/// The definitions of a text, and which of them its links use.
#[derive(Default)]
pub(super) struct Definitions {
    all: Vec<(String, Range<usize>)>,
    used: BTreeSet<String>,
}

impl Definitions {
    /// What was defined. What leads to `#` is a note to authors: `[note]: # (words)`.
    pub(super) fn new(defined: &RefDefs<'_>, mask: &Mask) -> Self {
        let told = defined.iter().filter(|(_, one)| !matches!(&*one.dest, "" | "#"));
        let all = told.map(|(label, one)| (mask.words(label.into()).to_string(), one.span.clone()));
        Self { all: all.collect(), used: BTreeSet::new() }
    }

    /// A link that is written with a label; other links have none.
    pub(super) fn refer(&mut self, label: &str) {
        if !label.is_empty() && !self.all.is_empty() {
            self.used.insert(folded(label));
        }
    }

    /// Reports definitions that no link uses: they are not shown.
    pub(super) fn note_unused(
        &self,
        writing: &Writing<'_>,
        text: &str,
        notes: &mut Vec<Diagnostic>,
    ) {
        let unused = self.all.iter().filter(|(label, _)| !self.used.contains(&folded(label)));
        notes.extend(unused.map(|(label, at)| {
            let end = at.start + text[at.clone()].trim_end().len();
            unused_definition(writing.span(at.start..end), label)
        }));
    }
}

/// Labels are the same whatever their case and the gaps in them.
fn folded(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_uppercase().to_lowercase()
}
