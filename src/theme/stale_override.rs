//! `stale-override`: a file of a project's theme was made of a default that is another one now.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::stale_override::stale_override;
use crate::model::Mark;
use crate::source::Span;

use super::embedded::Files;
use super::file::File;
use super::line_difference::line_difference;
use super::made_of::{mark_in, without_mark};

/// How many lines of the difference are told.
const MOST_LINES: usize = 12;

/// Reports the files whose default changed since they were made; `below` is what they lie over.
pub(super) fn note(own: &Files, below: &Files, notes: &mut Vec<Diagnostic>) {
    for (path, file) in own {
        let File::Text(source) = file else { continue };
        let Some((mark, at)) = mark_in(source.text()) else { continue };
        let Some(default) = below.get(path).and_then(File::text) else { continue };
        let default = without_mark(default);
        let now = Mark::of(default.as_bytes()).letters();
        if mark != now {
            let span = Span::new(source, at..at + mark.len());
            let difference = line_difference(default, without_mark(source.text()));
            let all: Vec<&str> = difference.lines().collect();
            let shown = all.iter().take(MOST_LINES).copied().collect::<Vec<_>>().join("\n");
            notes.push(stale_override(span, path, &now, (&shown, all.len() > MOST_LINES)));
        }
    }
}
