//! `search-noise`: a query that no page answers finds many.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;
use crate::diagnostic::choice::list;

pub(crate) static RULE: Rule = Rule::error("search-noise", include_str!("search-noise.md"));

/// `number` says how many pages are found; `first` are the best of them.
pub(crate) fn search_noise(span: Span, query: &str, number: usize, first: &[&str]) -> Diagnostic {
    let names: Vec<String> = first.iter().map(|name| format!("`{name}`")).collect();
    let message = format!("a search for `{query}` should find nothing, and finds {number} pages");
    let help = format!(
        "the first are {}; if one of them answers, move the query below it, or else take it out",
        list(&names, "and")
    );
    Diagnostic::new(&RULE, span, message).help(help)
}
