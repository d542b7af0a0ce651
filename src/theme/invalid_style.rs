//! `invalid-style`: places from which on a browser reads a style otherwise than it was meant.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::invalid_style::invalid_style;
use crate::source::Span;

use super::own_style::OwnStyle;
use super::style::BreakKind;

/// Reports where a style breaks off.
pub(super) fn note(OwnStyle { source, style }: &OwnStyle, notes: &mut Vec<Diagnostic>) {
    for one in &style.breaks {
        let written = source.text().get(one.place.clone()).unwrap_or_default();
        let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
        let (message, help) = match one.kind {
            BreakKind::Open => {
                let message =
                    format!("`{written}` is never closed, so all that follows is part of it");
                (message, format!("write `{}` where it ends", closes(&written)))
            }
            BreakKind::Stray => {
                let message = format!("`{written}` closes nothing, and the rule after it is lost");
                (message, "take it out".to_owned())
            }
            BreakKind::LineComment => {
                let message = "a style has no comments with `//`, and the rule after it is lost";
                (message.to_owned(), "write `/* words */`".to_owned())
            }
            BreakKind::Joined => {
                let message = format!("no `;` stands before `{written}`, so both lines are lost");
                (message, "write `;` at the end of the line before".to_owned())
            }
            BreakKind::NoColon => {
                let message = format!("`{written}` has no `:`, so it says nothing");
                let property = written.split(' ').next().unwrap_or_default();
                (message, format!("write a property and its value, as in `{property}: value;`"))
            }
        };
        notes.push(invalid_style(Span::new(source, one.place.clone()), message, help));
    }
}

/// What closes what was opened.
fn closes(open: &str) -> &str {
    match open.chars().next_back() {
        Some('{') => "}",
        Some('(') => ")",
        Some('[') => "]",
        Some('*') => "*/",
        _ => open,
    }
}
