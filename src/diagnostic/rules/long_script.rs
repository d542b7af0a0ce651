//! `long-script`: a script is longer than somebody can say it.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("long-script", include_str!("long-script.md"));

pub(crate) fn long_script(
    span: Span,
    words: usize,
    seconds: usize,
    minutes: usize,
    role: &str,
) -> Diagnostic {
    let (whole, rest) = (seconds / 60, seconds % 60);
    let message =
        format!("the {role}'s script has {words} words: saying it takes {whole} min {rest:02} s");
    Diagnostic::new(&RULE, span, message)
        .key(format!("{role}.say"))
        .help(format!("cut it to {minutes} minutes, and stop where the other person has to answer"))
}
