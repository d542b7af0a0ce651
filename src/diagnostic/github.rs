//! Diagnostics as annotations of a pull request on GitHub: one workflow command a line.

use std::fmt::Write;

use crate::source::shown;

use super::Diagnostic;

/// All diagnostics as workflow commands. `folder` is the way from the repository's root to the book: empty, or
/// ending in `/`.
#[must_use]
pub fn github(diagnostics: &[Diagnostic], folder: &str) -> String {
    let mut text = String::new();
    for one in diagnostics {
        let (line, column) = one.span.line_and_column();
        let (end_line, end_column) = one.span.end_line_and_column();
        let file = property(&shown(&format!("{folder}{}", one.span.source().path())));
        let help = one.help.as_ref().map_or_else(String::new, |help| format!("\nhelp: {help}"));
        let message = data(&format!("{}{help}", one.message));
        let _ = write!(text, "::{} file={file},line={line},", one.severity().name());
        // GitHub refuses columns of what goes over several lines; its end is the last column, not the next.
        let _ = if end_line == line {
            write!(text, "col={column},endColumn={},", (end_column - 1).max(column))
        } else {
            write!(text, "endLine={end_line},")
        };
        let _ = writeln!(text, "title={}::{message}", property(one.rule.name));
    }
    text
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
