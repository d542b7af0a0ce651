//! Other names for pages, topics and fields, and files that are moved in the editor: all that names them follows, as with
//! `twohats mv`.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::edit::Edits;
use crate::rename::{Refusal, is_followed, left_behind, rename, rename_all, rename_topic};
use crate::source::{Source, Sources};

use super::answer::Answer;
use super::changes::{differences, moved, workspace_edit};
use super::fault::Fault;
use super::field::rename_field;
use super::lookup::{entry_of, file_of};
use super::project::{Project, Read};
use super::thing::{Thing, thing_at};
use super::tree::ending;

/// What would be renamed at a place, and what it is called now.
pub(super) fn prepare(
    project: &Project,
    read: &Read,
    source: &Arc<Source>,
    offset: usize,
) -> Value {
    let Some(named) = thing_at(read, source, offset) else { return Value::Null };
    let placeholder = match &named.thing {
        Thing::Entry(_, id) | Thing::Anchor(_, id, _) => id.rsplit('/').next().unwrap_or(id),
        Thing::Topic(id) => id.as_str(),
        Thing::Field(_, id) => id.rsplit('.').next().unwrap_or(id),
        Thing::Carried(_) => return Value::Null,
    };
    let range = project.range(source, named.span.range());
    json!({"range": range, "placeholder": placeholder})
}

/// The edits that give what is named at a place another name.
pub(super) fn renamed(
    project: &Project,
    read: &Read,
    (source, offset): (&Arc<Source>, usize),
    new: &str,
) -> Result<Value, Fault> {
    let Read { sources, playbook, .. } = read;
    let named = thing_at(read, source, offset);
    let named = named.ok_or_else(|| Fault::refused("nothing here has a name of its own"))?;
    let edits = match &named.thing {
        Thing::Entry(kind, id) | Thing::Anchor(kind, id, _) => {
            let file = file_of(sources, playbook, *kind, id);
            let file =
                file.ok_or_else(|| Fault::refused(format!("no {} is called `{id}`", kind.name())))?;
            rename(sources, file.path(), new).map_err(|refusal| refused(NOTHING, &refusal))?
        }
        Thing::Topic(id) => {
            rename_topic(sources, id, new).map_err(|refusal| refused(NOTHING, &refusal))?
        }
        Thing::Field(path, id) => {
            let entry = entry_of(playbook, path);
            let entry = entry
                .ok_or_else(|| Fault::refused(format!("`{path}` has faults: mend them first")))?;
            rename_field(sources, entry, id, new.rsplit('.').next().unwrap_or(new))?
        }
        Thing::Carried(path) => {
            return Err(Fault::refused(format!(
                "rename the file `content/{path}` itself, and its links"
            )));
        }
    };
    Ok(workspace_edit(project, &edits))
}

/// The edits by which all follows that names a page whose file moves.
pub(super) fn page_moved(
    project: &Project,
    sources: &Sources,
    old: &str,
    new: &str,
) -> Result<Value, Fault> {
    let edits = rename(sources, old, new).map_err(|refusal| refused(NOTHING, &refusal))?;
    Ok(workspace_edit(project, &edits))
}

/// The edits by which all follows that names files which are moved in the editor. Each is a path before and after; what is
/// no page and is not carried along is left to the editor. The moves themselves are left to it too.
pub(super) fn followed(
    project: &Project,
    Read { sources, playbook, .. }: &Read,
    files: &[(String, String)],
) -> Result<Answer, Fault> {
    let tags = playbook.translations.iter().map(|one| &one.language.tag);
    if let Some(tag) = tags.into_iter().find(|tag| is_folder_of(tag, files)) {
        return Err(Fault::refused(format!(
            "{LEFT}: `content/{tag}` is the folder of a language, whose tag stands in `book.toml`; change `[languages.{tag}]` there too"
        )));
    }
    let own = expanded(sources, files);
    if own.is_empty() {
        return Ok(Value::Null.into());
    }
    let (now, moves) = match rename_all(sources, &own) {
        Ok(done) => done,
        // The editor asks once more in the middle of an edit of ours that moves the file.
        Err(Refusal::Faults(_)) if is_followed(sources, &own) => return Ok(Value::Null.into()),
        Err(refusal) => return Err(refused(LEFT, &refusal)),
    };
    let all = Edits { moves, ..Edits::default() };
    let ways = all.ways();
    if let Some((old, new)) = own.iter().find(|(old, new)| ways.get(&**old) != Some(&&**new)) {
        return Err(Fault::refused(format!(
            "{LEFT}: `{old}` cannot be moved to `{new}`; a translation lies in its language's folder as its original lies in `content/`; \
             move either of them there, and the other goes along"
        )));
    }
    let texts = sources.texts.iter().filter_map(|(path, before)| {
        let after = now.texts.get(*ways.get(&**path).unwrap_or(&&**path))?;
        Some((Arc::clone(before), Arc::clone(after)))
    });
    let mut changes = differences(project, texts);
    let of_editor: BTreeSet<&str> = own.iter().map(|(from, _)| &**from).collect();
    let others = all.moves.iter().filter(|(from, _)| !of_editor.contains(&**from));
    changes.extend(others.map(|(from, to)| moved(project, from, to)));
    let result = if changes.is_empty() { Value::Null } else { json!({"documentChanges": changes}) };
    Ok(Answer { left: left(&left_behind(sources, &all.moves)), ..result.into() })
}

/// What is said of carried files that name others which no longer lie where they say.
fn left(files: &[String]) -> Option<String> {
    let named = files.get(..MOST_NAMED.min(files.len())).filter(|named| !named.is_empty())?;
    let more = files.len() - named.len();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(format!(
        "addresses in carried files are left as they are; mend those that lead nowhere now in {}{more}",
        named.join(", ")
    ))
}

/// How many files are named in a message.
const MOST_NAMED: usize = 3;

/// Whether the folder of a language is moved as a whole.
fn is_folder_of(tag: &str, files: &[(String, String)]) -> bool {
    files.iter().any(|(old, _)| old.strip_prefix("content/") == Some(tag))
}

/// The pages and the carried files among files and folders that move.
fn expanded(sources: &Sources, files: &[(String, String)]) -> Vec<(String, String)> {
    let is_page =
        |path: &str| ["yaml", "md"].contains(&ending(path)) && path.matches('/').count() > 1;
    let is_carried = |path: &str| sources.assets.contains_key(path);
    let mut all = Vec::new();
    for (old, new) in files {
        if sources.texts.contains_key(old) || is_carried(old) {
            all.push((old.clone(), new.clone()));
            continue;
        }
        let inside = format!("{old}/");
        let paths = sources.texts.keys().chain(sources.assets.keys());
        let below = paths.filter_map(|path| Some((path, path.strip_prefix(&inside)?)));
        all.extend(below.map(|(path, rest)| (path.clone(), format!("{new}/{rest}"))));
    }
    let is_inside = |path: &str| path.starts_with("content/");
    all.retain(|(old, new)| {
        is_inside(old) && is_inside(new) && (is_carried(old) || (is_page(old) && is_page(new)))
    });
    all
}

/// What becomes of a name, and of what names a file that the editor moves all the same, where nothing can be changed.
const NOTHING: &str = "nothing was renamed";
const LEFT: &str = "what names it was left as it is";

/// Why nothing is changed, as an editor shows it.
fn refused(done: &str, refusal: &Refusal) -> Fault {
    let first = |faults: &[crate::diagnostic::Diagnostic]| {
        let first = faults.first().map(|fault| {
            let (line, _) = fault.span.line_and_column();
            format!("{}:{line}: {}", fault.span.source().path(), fault.message)
        });
        first.unwrap_or_default()
    };
    Fault::refused(match refusal {
        Refusal::Faults(faults) => {
            let first = first(faults);
            format!("{done}: mend this first, so that nothing is overlooked: {first}")
        }
        Refusal::Left(faults) => format!("{done}: it would leave this fault: {}", first(faults)),
        Refusal::Asked(why, help) => format!("{done}: {why}; {help}"),
    })
}
