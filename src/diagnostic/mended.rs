//! What is said of a fix that was made, in the terminal and in the preview.

use crate::edit::Edit;

/// A fix that was made: its file, its line, and what stands there now.
#[must_use]
pub fn mended(fix: &Edit) -> String {
    let (line, _) = fix.span.line_and_column();
    format!("mended {}:{line}: `{}`", fix.span.source().path(), fix.text)
}
