//! Edits of a book as an editor makes them: parts of open and closed texts, files that are made and moved.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::edit::{Edit, Edits, apply};
use crate::source::Source;

use super::project::Project;

/// Edits as `WorkspaceEdit`: texts first, then files, as they are made.
pub(super) fn workspace_edit(project: &Project, edits: &Edits) -> Value {
    let texts = edits.by_file().into_iter().map(|(path, edits)| {
        let edits = text_edits(project, &edits);
        let version = project.open.get(path).and_then(|document| document.version);
        json!({"textDocument": {"uri": project.uri(path), "version": version}, "edits": edits})
    });
    let moves = edits.moves.iter().map(|(from, to)| moved(project, from, to));
    json!({"documentChanges": texts.chain(moves).collect::<Vec<_>>()})
}

/// The move of a file.
pub(super) fn moved(project: &Project, from: &str, to: &str) -> Value {
    let (from, to) = (project.uri(from), project.uri(to));
    json!({"kind": "rename", "oldUri": from, "newUri": to, "options": {"overwrite": false}})
}

/// What makes these texts of those, each by the path that it has before, as `WorkspaceEdit`.
pub(super) fn differences(
    project: &Project,
    texts: impl IntoIterator<Item = (Arc<Source>, Arc<Source>)>,
) -> Vec<Value> {
    let changed = texts.into_iter().filter(|(before, after)| before.text() != after.text());
    let edits = changed.map(|(before, after)| {
        let path = before.path();
        let version = project.open.get(path).and_then(|document| document.version);
        let edit = difference(project, &before, after.text());
        json!({"textDocument": {"uri": project.uri(path), "version": version}, "edits": [edit]})
    });
    edits.collect()
}

/// The edits of one text. Those that overlap, or are of what others made of it, become one, since an editor makes all at
/// once.
fn text_edits(project: &Project, edits: &[&Edit]) -> Vec<Value> {
    let first = edits[0].span.source();
    let place = |edit: &Edit| (edit.span.range().start, edit.span.range().end);
    let mut sorted = edits.to_vec();
    sorted.sort_by_key(|edit| place(edit));
    sorted.dedup_by(|one, other| place(one) == place(other) && one.text == other.text);
    let is_of_first = |edit: &&Edit| Arc::ptr_eq(edit.span.source(), first);
    let is_apart = |pair: &[&Edit]| place(pair[0]).1 <= place(pair[1]).0;
    if sorted.iter().all(is_of_first) && sorted.windows(2).all(is_apart) {
        let edit = |edit: &Edit| project.text_edit(first, edit.span.range(), &edit.text);
        return sorted.into_iter().map(edit).collect();
    }
    let after = apply(first.text(), edits).expect("the edits are of this text, one after another");
    vec![difference(project, first, &after)]
}

/// The one edit that makes another text of a source.
fn difference(project: &Project, before: &Source, after: &str) -> Value {
    let ((start, end), text) = crate::edit::difference(before.text(), after);
    project.text_edit(before, start..end, text)
}

/// A new file with its text, as `WorkspaceEdit`.
pub(super) fn new_file(project: &Project, path: &str, text: &str) -> Value {
    let uri = project.uri(path);
    let start = json!({"line": 0, "character": 0});
    json!({"documentChanges": [
        {"kind": "create", "uri": uri, "options": {"overwrite": false, "ignoreIfExists": true}},
        {
            "textDocument": {"uri": uri, "version": null},
            "edits": [{"range": {"start": start, "end": start}, "newText": text}],
        },
    ]})
}
