//! `bad-picture`: a page shows a file that browsers do not show, or that is too heavy.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::warning("bad-picture", include_str!("bad-picture.md"));

/// What every browser shows.
const FORMATS: &str = "`.jpg`, `.png`, `.webp` or `.svg`";

/// The file, by its path from `content/` as all below, has nothing in it.
pub(crate) fn empty(place: Span, path: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("the picture `content/{path}` is empty"))
        .help("put the file there again, or take the picture out of the text")
}

/// A file of a kind that is no picture to a browser.
pub(crate) fn not_shown(place: Span, path: &str) -> Diagnostic {
    let message = format!("no browser shows `content/{path}` as a picture in a text");
    Diagnostic::new(&RULE, place, message).help(format!(
        "save the picture as {FORMATS} and name that here; to offer the file itself, make it a link: \
         `[words](file)`, without `!`"
    ))
}

/// A page.
pub(crate) fn page(place: Span, target: &str) -> Diagnostic {
    Diagnostic::new(&RULE, place, format!("`{target}` is a page, and is shown as a picture"))
        .help("make it a link: take out the `!` in front")
}

/// A picture of another kind than its name says.
pub(crate) fn misnamed(place: Span, path: &str, what: &str, better: &str) -> Diagnostic {
    let message = format!("`content/{path}` is {what}, whatever its name says");
    Diagnostic::new(&RULE, place, message)
        .help(format!("rename it to `content/{better}`, and name that here"))
}

/// Something else that has the name of a picture.
pub(crate) fn not_a_picture(place: Span, path: &str, what: &str) -> Diagnostic {
    let message =
        format!("`content/{path}` is {what}, whatever its name says, so no browser shows it");
    Diagnostic::new(&RULE, place, message).help(format!(
        "open the picture where it came from and save it as {FORMATS}: another ending does not change what is in it"
    ))
}

/// Git keeps the picture elsewhere, and it was not fetched.
pub(crate) fn not_fetched(place: Span, path: &str) -> Diagnostic {
    let message = format!("`content/{path}` only says where Git LFS keeps the picture");
    Diagnostic::new(&RULE, place, message).help("run `git lfs pull`, also where the site is built")
}

/// A picture of so many bytes.
pub(crate) fn heavy(place: Span, path: &str, bytes: u64) -> Diagnostic {
    let (whole, tenths) = (bytes / 1_000_000, bytes / 100_000 % 10);
    let message = format!("the picture `content/{path}` has {whole}.{tenths} MB");
    Diagnostic::new(&RULE, place, message).help(
        "make it at most 1,600 pixels wide and save it as `.jpg` or `.webp`: below 1 MB it is there at once, on a \
         phone too",
    )
}
