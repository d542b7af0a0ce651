//! `overdue-review`: a page was not reviewed for a long time.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("overdue-review", include_str!("overdue-review.md"));

pub(crate) fn overdue_review(span: Span, reviewed: &str, months: u32) -> Diagnostic {
    let message =
        format!("this page was last reviewed in {reviewed}, more than {months} months ago");
    Diagnostic::new(&RULE, span, message)
        .key("reviewed")
        .help("read it once more, mend what is not true any more, and write the month here")
}
