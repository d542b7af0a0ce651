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
    let mut made = Vec::new();
    if has("missing-field") {
        made.extend(create::missing(project, read, source));
    }
    if has("dangling-reference") {
        made.extend(create::named_page(project, read, source, part.start));
    }
    made.extend(create::list(project, read, source, part.start));
    actions.extend(made.into_iter().map(|made| create::action(made, "quickfix")));
    let fixes = own.iter().filter(|note| note.fix.is_some()).count();
    if fixes > 0 {
        let title =
            format!("Mend all that is certain ({fixes} {} in this file)", plural(fixes, "place"));
        let command =
            json!({"title": title, "command": FIX, "arguments": [project.uri(source.path())]});
        actions.push(json!({"title": title, "kind": "source.fixAll", "command": command}));
    }
    let translations = create::translations(project, read, source).into_iter();
    let made = create::search(project, read, source).into_iter();
    let made = made.chain(translations.map(|(_, made)| made));
    actions.extend(made.map(|made| create::action(made, "source")));
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
