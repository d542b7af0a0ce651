//! `broken-gap`: brackets and braces in what is said that were meant as a gap, and are none.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::broken_gap::broken_gap;
use crate::markdown::gaps;
use crate::tree::Text;

/// Reports the first brace of what a hat says that belongs to no gap. What stands in backticks is shown as it is.
pub(super) fn note(text: &Text, key: &str) -> Option<Diagnostic> {
    let said = text.text.as_str();
    let gaps = gaps(said, |_| false);
    let is_outside = |at: &usize| {
        !gaps.iter().any(|gap| gap.range.contains(at))
            && said[..*at].matches('`').count().is_multiple_of(2)
    };
    let at = said.match_indices(['{', '}']).map(|(at, _)| at).find(is_outside)?;
    // The words that stand before it in brackets, and those in braces behind it.
    let before = said[..at].trim_end();
    let start = before.ends_with(']').then(|| before.rfind('[')).flatten().unwrap_or(at);
    let rest = &said[at..];
    let line = rest.find('\n').unwrap_or(rest.len());
    let end = at + rest[..line].find('}').map_or(1, |close| close + 1);
    let name = said[at..end].trim_matches(['{', '}', ' ']);
    let words = said[start..at].trim_matches(['[', ']', ' ']);
    Some(broken_gap(text.place(start..end), words, name).key(key.to_owned()))
}
