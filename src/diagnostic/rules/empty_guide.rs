//! `empty-guide`: a guide has a title and no text.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("empty-guide", include_str!("empty-guide.md"));

pub(crate) fn empty_guide(span: Span) -> Diagnostic {
    Diagnostic::new(&RULE, span, "this guide has no text")
        .help("write it below the front matter, or say `draft: yes` until it is written")
}
