//! What can be done at a place: what is certain is mended, what is missing is made.

use std::ops::Range;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::diagnostic::{Diagnostic, plural};
use crate::edit::Edits;
use crate::source::{Source, shown};

use super::changes::workspace_edit;
use super::commands::FIX;
use super::create;
use super::project::{Project, Read};
use super::told::diagnostic;

/// The most letters of a fix that its name holds.
const MOST: usize = 60;

/// All that can be done in a part of a text.
pub(super) fn actions(
    project: &Project,
    read: &Read,
    notes: &[Diagnostic],
    (source, part): (&Arc<Source>, Range<usize>),
) -> Value {
    let is_now = |note: &&Diagnostic| {
        let own = note.span.source();
        own.path() == source.path() && own.text() == source.text()
    };
    let own: Vec<&Diagnostic> = notes.iter().filter(is_now).collect();
    let meets = |note: &&&Diagnostic| {
        let range = note.span.range();
        range.start <= part.end && part.start <= range.end
    };
    let here: Vec<&&Diagnostic> = own.iter().filter(meets).collect();
    let mut actions: Vec<Value> = here.iter().filter_map(|note| mend(project, note)).collect();
    let has = |rule: &str| here.iter().any(|note| note.rule.name == rule);
    let mut make = |made: create::Made, kind| actions.push(create::action(made, kind));
    if has("missing-field") {
        create::missing(project, read, source).into_iter().for_each(|made| make(made, "quickfix"));
    }
    if has("dangling-reference") {
        let made = create::named_page(project, read, source, part.start);
        made.into_iter().for_each(|made| make(made, "quickfix"));
    }
    let list = create::list(project, read, source, part.start);
    list.into_iter().for_each(|made| make(made, "quickfix"));
    let fixes = own.iter().filter(|note| note.fix.is_some()).count();
    if fixes > 0 {
        let title =
            format!("Mend all that is certain ({fixes} {} in this file)", plural(fixes, "place"));
        let command =
            json!({"title": title, "command": FIX, "arguments": [project.uri(source.path())]});
        actions.push(json!({"title": title, "kind": "source.fixAll", "command": command}));
    }
    let mut make = |made: create::Made| actions.push(create::action(made, "source"));
    create::search(project, read, source).into_iter().for_each(&mut make);
    create::translations(project, read, source).into_iter().for_each(|(_, made)| make(made));
    json!(actions)
}

/// The fix of a diagnostic, by the name that the preview has for it.
fn mend(project: &Project, note: &Diagnostic) -> Option<Value> {
    let fix = note.fix.clone()?;
    let text = shown(fix.text.trim()).into_owned();
    let text = match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    };
    let title = if text.is_empty() { "Mend it".to_owned() } else { format!("Mend it: `{text}`") };
    let edits = Edits { texts: vec![fix], ..Edits::default() };
    Some(json!({
        "title": title,
        "kind": "quickfix",
        "isPreferred": true,
        "diagnostics": [diagnostic(note, project)],
        "edit": workspace_edit(project, &edits),
    }))
}
