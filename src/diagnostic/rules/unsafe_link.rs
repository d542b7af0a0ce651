//! `unsafe-link`: a link has an address that a playbook must not carry.

use crate::diagnostic::{Diagnostic, nearest};
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("unsafe-link", include_str!("unsafe-link.md"));

pub(crate) fn unsafe_link(span: Span, target: &str) -> Diagnostic {
    let (scheme, after) = target.split_once(':').unwrap_or((target, ""));
    let help =
        "link to a file of this book, or to an address with `https:`, `http:`, `mailto:` or `tel:`";
    Diagnostic::new(&RULE, span, format!("a link cannot start with `{scheme}:`"))
        .help(help)
        .maybe_help(cure(scheme, after))
}

/// What to do about an address that has a slip at its beginning, a port and no scheme, or is on a disk.
fn cure(scheme: &str, after: &str) -> Option<String> {
    let lower = scheme.to_ascii_lowercase();
    if lower == "file" || (scheme.len() == 1 && scheme.starts_with(char::is_alphabetic)) {
        let name = after.rsplit(['/', '\\']).next().filter(|name| !name.is_empty())?;
        return Some(format!(
            "only your computer has that file: put it into `content/` and link to it there, as in `{name}`"
        ));
    }
    if after.starts_with(|digit: char| digit.is_ascii_digit())
        && (lower == "localhost" || lower.contains('.'))
    {
        return Some(if lower == "localhost" {
            "only your computer has that page: link to where readers find it".to_owned()
        } else {
            format!("write `https://{scheme}:{after}`")
        });
    }
    let meant = if lower == "mail" {
        "mailto"
    } else {
        nearest(&lower, ["https", "http", "mailto", "tel"])?
    };
    Some(format!("did you mean `{meant}:{after}`?"))
}

/// What to do with a picture.
pub(crate) const PICTURE_BESIDE: &str =
    "put the file beside this one in `content/` and name it there";

/// A picture would be loaded from another host: it would tell that host who reads what.
pub(crate) fn picture_from_elsewhere(span: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, span, format!("the picture `{target}` would be loaded from elsewhere"))
        .help(PICTURE_BESIDE)
}
