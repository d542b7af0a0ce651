//! `unreadable-file`: a file or folder is there and is not read.

use crate::diagnostic::Diagnostic;
use crate::source::{Lost, Span};

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("unreadable-file", include_str!("unreadable-file.md"));

pub(crate) fn unreadable_file(file: Span, why: &Lost) -> Diagnostic {
    let note = |message| Diagnostic::new(&RULE, file, message);
    match why {
        Lost::Unreadable(why) => note(format!("this file cannot be read: {why}"))
            .help("mend it, or take it out of the folder"),
        Lost::Outside { target, folder } => {
            note(format!("this link leads out of the project, to `{target}`, and is not followed"))
                .help(format!(
                    "put a copy here in its place; or allow the folder in `book.toml`: `[sources]` with `allow = [\"{folder}\"]`"
                ))
        }
        Lost::Private(target) => {
            note(format!("this link leads to `{target}`, which is never published, and is not followed"))
                .help("take the link out, or put a file here in its place")
        }
    }
}

/// A folder that `book.toml` allows links to lead to.
pub(crate) fn missing_folder(folder: Span, way: &str) -> Diagnostic {
    Diagnostic::new(&RULE, folder, format!("there is no folder `{way}`"))
        .help("write it as the way from `book.toml`, as in `../pictures`")
}
