//! `search-miss`: a query does not find its page among the first.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;
use crate::diagnostic::choice::list;

pub(crate) static RULE: Rule = Rule::error("search-miss", include_str!("search-miss.md"));

/// `place` counts from 1, and is none when the page is not found at all; `before` are those that come before
/// it, the best first.
pub(crate) fn search_miss(
    span: Span,
    query: &str,
    place: Option<usize>,
    before: &[String],
) -> Diagnostic {
    let found = match place {
        Some(place) => format!("finds this page only at place {place}"),
        None => "does not find this page".to_owned(),
    };
    let message = format!("a search for `{query}` {found}");
    let names: Vec<String> = before.iter().map(|name| format!("`{name}`")).collect();
    let before = match names.len() {
        0 => String::new(),
        _ => format!(
            "{} found first; ",
            list(&names, "and") + if names.len() == 1 { " is" } else { " are" }
        ),
    };
    let help = format!(
        "{before}add the words that readers use to the page's `also:`, or take the query out"
    );
    Diagnostic::new(&RULE, span, message).help(help)
}
