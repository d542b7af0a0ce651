//! `kept-as-words`: comments and ends of lines that are only words in a text.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::kept_as_words::{comment_in_a_text, typed_line_end};
use crate::tree::{Style, Text};

/// Tells of the first in a text.
pub(super) fn note(text: &Text, path: impl FnOnce() -> String) -> Option<Diagnostic> {
    if let Some(comment) = text.comment() {
        return Some(comment_in_a_text(comment, path()));
    }
    let at = line_end(&text.text).filter(|_| text.style != Style::Double)?;
    Some(typed_line_end(text.place(at..at + 2), path()))
}

/// Where an end of a line was typed, and not a path such as `C:\\new`.
fn line_end(text: &str) -> Option<usize> {
    if !text.contains('\\') {
        return None;
    }
    let mut found = text.match_indices("\\n").map(|(at, _)| at);
    found.find(|at| {
        let (before, after) = (&text[..*at], &text[at + 2..]);
        let ends = after.is_empty()
            || after.starts_with(|next: char| next.is_uppercase() || " -*•\\".contains(next));
        let is_path = before.ends_with(['\\', ':', '/']);
        ends && !is_path && before.matches('`').count().is_multiple_of(2)
    })
}

#[cfg(test)]
mod tests {
    use super::line_end;

    #[test]
    fn an_end_of_a_line_is_found_and_a_path_is_let_pass() {
        assert_eq!(line_end("One.\\nTwo."), Some(4));
        assert_eq!(line_end("One.\\n"), Some(4));
        for text in ["C:\\new", "C:\\News", "\\\\server\\next", "Write `a\\nB`", "One\nTwo"] {
            assert_eq!(line_end(text), None, "{text}");
        }
    }
}
