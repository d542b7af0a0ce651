//! Few of a kind: what repeats fifty times is shown a few times and counted.

use std::collections::BTreeMap;
use std::fmt;

use super::Diagnostic;
use super::rules::Rule;

/// How many faults of one kind are shown.
const MOST: usize = 10;

/// How many more there are of a rule than are shown.
#[derive(Debug)]
pub struct More {
    /// The rule that they break.
    pub rule: &'static Rule,
    /// How many faults are not shown.
    pub number: usize,
    /// In how many files these are.
    pub files: usize,
}

/// Those that are shown, the first few of each rule, and how many more there are of which rule.
#[must_use]
pub fn some<'a>(
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
) -> (Vec<&'a Diagnostic>, Vec<More>) {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut shown, mut hidden) = (Vec::new(), Vec::new());
    for one in diagnostics {
        let times = seen.entry(one.rule.name).or_default();
        *times += 1;
        if *times <= MOST { shown.push(one) } else { hidden.push(one) }
    }
    let mut more: BTreeMap<&str, More> = BTreeMap::new();
    let mut last: BTreeMap<&str, &str> = BTreeMap::new();
    for one in hidden {
        let path = one.span.source().path();
        let more = more.entry(one.rule.name);
        let more = more.or_insert(More { rule: one.rule, number: 0, files: 0 });
        more.number += 1;
        // They come sorted, so those of one file are together.
        more.files += usize::from(last.insert(one.rule.name, path) != Some(path));
    }
    (shown, more.into_values().collect())
}

impl fmt::Display for More {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rule, number, files } = self;
        let (name, word) = (rule.name, plural(*files, "file"));
        write!(
            f,
            "and {number} more of `{name}`, in {files} {word}; `twohats check --all` shows them"
        )
    }
}

/// `file` for one, `files` for any other number.
#[must_use]
pub fn plural(number: usize, word: &str) -> String {
    format!("{word}{}", if number == 1 { "" } else { "s" })
}
