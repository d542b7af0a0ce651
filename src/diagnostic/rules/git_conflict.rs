//! `git-conflict`: two versions of the same lines, with the marks of git round them.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::source::{Conflict, Source, Span};

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("git-conflict", include_str!("git-conflict.md"));

/// Tells of every conflict that git left in a source.
pub(crate) fn git_conflicts(source: &Arc<Source>, conflicts: &[Conflict]) -> Vec<Diagnostic> {
    let note = |conflict: &Conflict| {
        let span = Span::new(source, conflict.mark.clone());
        Diagnostic::new(&RULE, span, "git left two versions of the same lines here")
            .help("keep one of the two, and take out the lines `<<<<<<<`, `=======` and `>>>>>>>`")
    };
    conflicts.iter().map(note).collect()
}
