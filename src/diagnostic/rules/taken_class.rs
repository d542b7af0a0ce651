//! `taken-class`: a text gives a class by which a script of the page finds its way.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("taken-class", include_str!("taken-class.md"));

pub(crate) fn taken_class(span: Span, class: &str) -> Diagnostic {
    let message = format!("the class `{class}` will not be on the page: scripts look for it");
    let help = format!("call it something else, such as `our-{class}`, in your theme too");
    Diagnostic::new(&RULE, span, message).help(help)
}
