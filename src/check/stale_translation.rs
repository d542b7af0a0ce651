//! `stale-translation`: the original says what it said when it was translated.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::stale_translation::{added, changed, removed};
use crate::model::{Entry, Said};

/// Compares what `own` says of its original with the original. `laid` is the translation as readers see it.
pub(super) fn note(original: &Entry, own: &Entry, laid: &Entry, notes: &mut Vec<Diagnostic>) {
    if own.head.original.is_empty() {
        return;
    }
    let (now, shown) = (original.said(), laid.said());
    let (file, title) = (own.head.source.path(), &own.head.title.span);
    for written in &own.head.original {
        let (part, mark) = &written.value;
        let Some(said) = now.get(part) else {
            notes.push(removed(written.span.clone(), part, file));
            continue;
        };
        // The headings of a translated guide are others, so its parts are too.
        let here = shown.get(part);
        let is_translated = here.is_none_or(|here| here.mark != said.mark);
        if said.mark != *mark && is_translated {
            let here = here.and_then(|here| here.span.clone());
            let note = changed(here.unwrap_or_else(|| title.clone()), part, file);
            notes.push(with_place(note, said, "this is what it says now"));
        }
    }
    for (part, said) in &now {
        if !own.head.original.iter().any(|written| written.value.0 == *part) {
            notes.push(with_place(added(title.clone(), part, file), said, "here"));
        }
    }
}

/// The same with the place in the original, where that is known.
fn with_place(note: Diagnostic, said: &Said, what: &str) -> Diagnostic {
    match &said.span {
        Some(span) => note.label(span.clone(), what),
        None => note,
    }
}
