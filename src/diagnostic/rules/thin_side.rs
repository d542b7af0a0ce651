//! `thin-side`: one hat has much less to say and do than the other.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("thin-side", include_str!("thin-side.md"));

/// Each side is its key and how many words it has.
pub(crate) fn thin_side(span: Span, thin: (&str, usize), thick: (&str, usize)) -> Diagnostic {
    let ((role, words), (other, more)) = (thin, thick);
    let message = format!("the {role} has {words} words here, and the {other} has {more}");
    Diagnostic::new(&RULE, span, message)
        .key(role)
        .help(format!("write out what the {role} says and does, or cut what the {other} does"))
}
