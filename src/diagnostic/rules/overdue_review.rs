//! `overdue-review`: a page was not reviewed for a long time.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;

use super::Rule;

pub static RULE: Rule = Rule {
    name: "overdue-review",
    severity: Severity::Warning,
    page: include_str!("overdue-review.md"),
};

pub fn overdue_review(span: Span, reviewed: &str, months: u32) -> Diagnostic {
    let message =
        format!("this page was last reviewed in {reviewed}, more than {months} months ago");
    Diagnostic::new(&RULE, span, message)
        .key("reviewed")
        .help("read it once more, mend what is not true any more, and write the month here")
}
