//! `invalid-yaml`: a YAML file, or the front matter of a guide, cannot be read.

use crate::diagnostic::Diagnostic;
use crate::edit::Edit;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("invalid-yaml", include_str!("invalid-yaml.md"));

pub(crate) fn invalid_yaml(span: Span, message: &str, help: Option<&str>) -> Diagnostic {
    Diagnostic::new(&RULE, span, message.to_owned()).maybe_help(help.map(str::to_owned))
}

/// A text that would be what it is meant to be if it stood in quotes; `fix` puts them there.
pub(crate) fn needs_quotes(span: Span, message: &str, fix: Option<Edit>) -> Diagnostic {
    let help = "put quotes round the whole text";
    let help = match &fix {
        Some(fix) => format!("{help}: `{}`", fix.text),
        None => help.to_owned(),
    };
    Diagnostic::new(&RULE, span, message.to_owned()).help(help).fix(fix)
}

/// Anchors, aliases, merge keys and tags, which Twohats does without.
pub(crate) fn refused(span: Span, what: &str, help: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("{what} cannot be used here")).help(help)
}
