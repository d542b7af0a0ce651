//! `broken-promise`: a theme breaks what is promised of every page.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("broken-promise", include_str!("broken-promise.md"));

/// A file is loaded from another host.
pub(crate) fn loaded_from_elsewhere(span: Span, address: &str) -> Diagnostic {
    elsewhere(span, address)
        .help("lay the file into the theme's folder `assets/`, and name it there")
}

/// A page of another host stands in a page.
pub(crate) fn page_from_elsewhere(span: Span, address: &str) -> Diagnostic {
    elsewhere(span, address).help("link to it, so that a reader decides whether to go there")
}

fn elsewhere(span: Span, address: &str) -> Diagnostic {
    let message =
        format!("`{address}` is loaded from elsewhere, and tells that host who reads what");
    Diagnostic::new(&RULE, span, message)
}

/// Code or looks inside a page: `what` is the tag or the attribute as it is written.
pub(crate) fn inside_the_page(span: Span, what: &str, folder: &str) -> Diagnostic {
    let message =
        format!("`{what}` stands inside the page, where a strict content policy blocks it");
    Diagnostic::new(&RULE, span, message)
        .help(format!("put what it does into a file in the theme's folder `{folder}/`"))
}

/// An address that begins at the root of the host; `cure` is the same one as it works anywhere.
pub(crate) fn address_from_the_root(span: Span, address: &str, cure: &str) -> Diagnostic {
    let message = format!("`{address}` leads nowhere below a path or from a disk");
    Diagnostic::new(&RULE, span, message).help(format!("write `{cure}`"))
}
