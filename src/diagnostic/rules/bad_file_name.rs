//! `bad-file-name`: a file name cannot be an id and an address.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("bad-file-name", include_str!("bad-file-name.md"));

pub(crate) fn bad_file_name(file: Span, name: &str, suggestion: Option<&str>) -> Diagnostic {
    let message = format!("the file name `{name}` cannot be the address of a page");
    let help = "use lower-case letters, digits and hyphens";
    Diagnostic::new(&RULE, file, message).help(match suggestion {
        None => format!("{help}, as in `scope-creep`"),
        Some(better) => format!("{help}: rename the file to `{better}`"),
    })
}

/// The same of a folder, which is part of the address of every page in it.
pub(crate) fn bad_folder_name(file: Span, name: &str, suggestion: Option<&str>) -> Diagnostic {
    let message = format!("the folder `{name}` cannot be part of an address");
    let help = "use lower-case letters, digits and hyphens";
    Diagnostic::new(&RULE, file, message).help(match suggestion {
        None => format!("{help}, as in `night-shift`"),
        Some(better) => format!("{help}: rename it to `{better}`"),
    })
}

/// Names that Windows keeps for devices, or that a list page already has.
pub(crate) fn reserved_name(file: Span, name: &str, why: &str) -> Diagnostic {
    let message = format!("the file name `{name}` cannot be used: {why}");
    Diagnostic::new(&RULE, file, message).help("choose another name for the file")
}

/// The page of a file or a topic would have a name that no disk takes.
pub(crate) fn long_name(here: Span, name: &str, most: usize) -> Diagnostic {
    let message = format!(
        "the page would be a file with a name of {} bytes, and a file name has {most} at most",
        name.len()
    );
    Diagnostic::new(&RULE, here, message).help("choose a shorter name")
}
