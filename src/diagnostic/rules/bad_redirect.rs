//! `bad-redirect`: an old address that cannot be one, or that leads to no page.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("bad-redirect", include_str!("bad-redirect.md"));

/// The old address is none of a page.
pub(crate) fn no_address(span: Span, from: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("`{from}` is no address of a page"))
        .help("write a path in the site, as in `scenarios/old-name.html`")
}

/// The site has a page, or something else, at the old address.
pub(crate) fn is_taken(span: Span, from: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("the site has something at `{from}`"))
        .help("take this line out: nobody needs to be led away from there")
}

/// The page that is to take the old one's place is not there.
pub(crate) fn leads_nowhere(span: Span, to: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("the redirect to `{to}` leads to no page of this book"))
        .help(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write a path in the site, as in `scenarios/new-name.html`".to_owned(),
        })
}
