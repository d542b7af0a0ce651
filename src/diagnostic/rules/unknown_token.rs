//! `unknown-token`: a style names a token that nobody defines, or defines one that nobody asks for.

use crate::diagnostic::{Diagnostic, Names};
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("unknown-token", include_str!("unknown-token.md"));

/// `var(--name)`, where `names` are the tokens that there are.
pub(crate) fn undefined_token(span: Span, name: &str, names: &Names) -> Diagnostic {
    Diagnostic::new(
        &RULE,
        span,
        format!("no style defines the token `{name}`, so its line is lost"),
    )
    .help("define it, as in `:root { --name: … }`, or say what holds without it: `var(--name, …)`")
    .maybe_help(names.nearest(name).map(did_you_mean))
}

/// A token that nobody asks for, beside one that was very likely meant.
pub(crate) fn unused_token(span: Span, name: &str, meant: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("nothing asks for the token `{name}`"))
        .help(did_you_mean(meant))
}

fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}
