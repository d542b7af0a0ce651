//! `long-checklist`: a list to tick is too long to be read.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("long-checklist", include_str!("long-checklist.md"));

pub(crate) fn long_checklist(span: Span, items: usize, most: usize, key: String) -> Diagnostic {
    let message = format!("this list has {items} things to tick, and {most} are enough");
    Diagnostic::new(&RULE, span, message)
        .key(key)
        .help("make two lists with a label each, or take out what nobody forgets")
}
