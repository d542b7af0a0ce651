//! `leads-away`: raw HTML that a book trusts takes a reader elsewhere who asked for nothing.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("leads-away", include_str!("leads-away.md"));

/// `<meta http-equiv="refresh">`.
pub(crate) fn leads_away(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span, "this takes readers to another page, or loads this one anew").help(
        "write a link; for an address that has changed, a line in `[redirects]` of `book.toml`",
    )
}

/// `<base>`.
pub(crate) fn moves_links(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span, "`<base>` changes where the links of the whole page lead")
        .help("take it out, and write each address whole")
}
