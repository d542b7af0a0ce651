//! `unsafe-link`: a link has an address that a playbook must not carry.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("unsafe-link", include_str!("unsafe-link.md"));

pub(crate) fn unsafe_link(span: Span, target: &str) -> Diagnostic {
    let scheme = target.split(':').next().unwrap_or_default();
    Diagnostic::new(&RULE, span, format!("a link cannot start with `{scheme}:`")).help(
        "link to a file of this book, or to an address with `https:`, `http:`, `mailto:` or `tel:`",
    )
}

/// What to do with a picture.
pub(crate) const PICTURE_BESIDE: &str =
    "put the file beside this one in `content/` and name it there";

/// A picture would be loaded from another host: it would tell that host who reads what.
pub(crate) fn picture_from_elsewhere(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("the picture `{target}` would be loaded from elsewhere"))
        .help(PICTURE_BESIDE)
}
