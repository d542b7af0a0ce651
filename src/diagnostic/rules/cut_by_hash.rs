//! `cut-by-hash`: a text is cut short because YAML takes the rest for a comment.

use crate::diagnostic::Diagnostic;
use crate::edit::Edit;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("cut-by-hash", include_str!("cut-by-hash.md"));

pub(crate) fn cut_by_hash(span: Span, kept: &str, key: String, fix: Option<Edit>) -> Diagnostic {
    let message = format!("the text ends at `{kept}`: everything after ` #` is a comment");
    Diagnostic::new(&RULE, span, message)
        .key(key)
        .help("put quotes round the whole text to keep it, or a space after `#` if it is a comment")
        .fix(fix)
}
