//! `not-published`: a file lies in `content/`, and readers do not get it.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("not-published", include_str!("not-published.md"));

/// A file that no page names. `link` leads there from any page of its language, `path` is from `content/`.
pub(crate) fn not_published(file: Span, link: &str, path: &str) -> Diagnostic {
    let help = help(link, path);
    Diagnostic::new(&RULE, file, "no page names this file, so it is not published").help(help)
}

/// The same of a text of another program; the page that it may have been meant to be is named from the root.
pub(crate) fn no_page(file: Span, (link, path): (&str, &str), page: &str) -> Diagnostic {
    let help = help(link, path);
    not_published(file, link, path)
        .help(format!("if it is to be a page, write its text in `{page}`; else {help}"))
}

fn help(link: &str, path: &str) -> String {
    format!(
        "link to it, as in `[words]({link})`, add `{path:?}` to `also` below `[publish]` in `book.toml`, or take it \
         out of `content/`"
    )
}

/// A file whose name says that it holds a password or a key.
pub(crate) fn secret(file: Span, name: &str) -> Diagnostic {
    let message =
        format!("the name `{name}` says that this file holds a secret, so it is never published");
    Diagnostic::new(&RULE, file, message).help(
        "take it out of the folder; if others could read it before, change the password or key, too",
    )
}

/// A page in a folder whose name begins with a full stop, or with such a name itself.
pub(crate) fn hidden(file: Span, name: &str) -> Diagnostic {
    let better = name.trim_start_matches('.');
    let message = format!("`{name}` begins with a full stop, so it is hidden and not read");
    Diagnostic::new(&RULE, file, message)
        .help(format!("rename it to `{better}`, or take it out of `content/`"))
}

/// The second of two files that were written at once.
pub(crate) fn left_by_two(file: Span, name: &str) -> Diagnostic {
    let message =
        format!("`{name}` is a copy that was left when two wrote at once, and is not read");
    Diagnostic::new(&RULE, file, message).help("take over what is only in the copy, then delete it")
}

/// A backup of a page that is not there, by the page's path from the project's root.
pub(crate) fn backup(file: Span, name: &str, page: &str) -> Diagnostic {
    let message =
        format!("`{name}` is taken for a backup and not read, and the page itself is not there");
    Diagnostic::new(&RULE, file, message).help(format!("rename it to `{page}`, or delete it"))
}

/// A pattern below `[publish]` that no file has the form of; `better` is what was very likely meant.
pub(crate) fn fits_nothing(pattern: Span, text: &str, better: Option<&str>) -> Diagnostic {
    let message =
        format!("no file in `content/` has the form of `{text}`, so it publishes nothing");
    Diagnostic::new(&RULE, pattern, message).help(match better {
        Some(better) => format!("write `{better}`"),
        None => "name a file by its path from `content/`, as in `downloads/rota.pdf`, or a folder's files, \
                 as in `downloads/*`"
            .to_owned(),
    })
}
