//! `broken-anchor`: a link leads to a place that its page does not have.

use crate::diagnostic::{Diagnostic, Names, nearest};
use crate::source::Span;

use super::Rule;
use crate::diagnostic::choice::did_you_mean;

pub(crate) static RULE: Rule = Rule::error("broken-anchor", include_str!("broken-anchor.md"));

/// `source` is the file that the link leads to; `places` are the ids that its page has, each with its `#`.
pub(crate) fn broken_anchor(span: Span, source: &str, anchor: &str, places: &Names) -> Diagnostic {
    let message = format!("the page of `{source}` has no place called `#{anchor}`");
    let near = did_you_mean(&format!("#{anchor}"), places);
    Diagnostic::new(&RULE, span, message)
        .help("that page has no headings: link to it without `#` and what follows")
        .maybe_help(near)
}

/// An address in a theme's layout that names a place of its own page; `anchors` are the ids that the page has.
pub(crate) fn broken_place(span: Span, anchor: &str, anchors: &[&str]) -> Diagnostic {
    let marked: Vec<String> = anchors.iter().map(|anchor| format!("#{anchor}")).collect();
    let near = nearest(&format!("#{anchor}"), marked.iter().map(String::as_str));
    let help = if anchors.iter().any(|id| id.ends_with(&format!(".{anchor}"))) {
        format!(
            "on pages for paper its id has something before it: write `#{{{{ here.at }}}}{anchor}`"
        )
    } else {
        near.map_or_else(
            || format!("write `id=\"{anchor}\"` where it is"),
            |near| format!("did you mean `{near}`?"),
        )
    };
    Diagnostic::new(&RULE, span, format!("a page of this layout has no place called `#{anchor}`"))
        .help(help)
}
