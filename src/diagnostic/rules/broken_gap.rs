//! `broken-gap`: brackets or braces in what is said that make no gap.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("broken-gap", include_str!("broken-gap.md"));

/// `words` are those that readers see, `name` is what stands for them elsewhere; either may be empty.
pub(crate) fn broken_gap(span: Span, words: &str, name: &str) -> Diagnostic {
    let words = if words.is_empty() { "Kaya" } else { words };
    let name = if name.is_empty() { "the person" } else { name };
    Diagnostic::new(&RULE, span, "this is no gap, so readers see it as it stands").help(format!(
        "write the words of the case and the gap's name right behind them: `[{words}]{{{name}}}`"
    ))
}
