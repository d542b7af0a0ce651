//! Other names for pages, topics and fields, and files that are moved in the editor: all that names them follows, as with
//! `twohats mv`.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::edit::Edits;
use crate::rename::{Refusal, rename, rename_all, rename_topic};
use crate::source::{Source, Sources};

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
            rename(sources, file.path(), new).map_err(|refusal| refused(&refusal))?
        }
        Thing::Topic(id) => rename_topic(sources, id, new).map_err(|refusal| refused(&refusal))?,
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
    let edits = rename(sources, old, new).map_err(|refusal| refused(&refusal))?;
    Ok(workspace_edit(project, &edits))
}

/// The edits by which all follows that names files which are moved in the editor. Each is a path before and after; what is
/// no file of content is left to the editor. The moves themselves are left to it too.
pub(super) fn followed(
    project: &Project,
    sources: &Sources,
    files: &[(String, String)],
) -> Result<Value, Fault> {
    let own = expanded(sources, files);
    if own.is_empty() {
        return Ok(Value::Null);
    }
    let (now, moves) = rename_all(sources, &own).map_err(|refusal| refused(&refusal))?;
    let all = Edits { moves, ..Edits::default() };
    if let Some((old, new)) = own.iter().find(|(old, new)| all.after(old) != new) {
        return Err(Fault::refused(format!(
            "`{old}` cannot be moved to `{new}`: a translation lies in its language's folder as its original lies in `content/`; \
             move either of them there, and the other goes along"
        )));
    }
    let texts = sources.texts.iter().filter_map(|(path, before)| {
        let after = now.texts.get(all.after(path))?;
        Some((Arc::clone(before), Arc::clone(after)))
    });
    let mut changes = differences(project, texts);
    let others = all.moves.iter().filter(|(from, _)| !own.iter().any(|(own, _)| own == from));
    changes.extend(others.map(|(from, to)| moved(project, from, to)));
    Ok(if changes.is_empty() { Value::Null } else { json!({"documentChanges": changes}) })
}

/// The pages among files and folders that move.
fn expanded(sources: &Sources, files: &[(String, String)]) -> Vec<(String, String)> {
    let is_page =
        |path: &str| path.starts_with("content/") && ["yaml", "md"].contains(&ending(path));
    let mut all = Vec::new();
    for (old, new) in files {
        if sources.texts.contains_key(old) {
            all.push((old.clone(), new.clone()));
            continue;
        }
        let inside = format!("{old}/");
        let below =
            sources.texts.keys().filter_map(|path| Some((path, path.strip_prefix(&inside)?)));
        all.extend(below.map(|(path, rest)| (path.clone(), format!("{new}/{rest}"))));
    }
    all.retain(|(old, new)| is_page(old) && is_page(new) && old.matches('/').count() > 1);
    all
}

/// Why nothing is renamed, as an editor shows it.
fn refused(refusal: &Refusal) -> Fault {
    let list = |faults: &[crate::diagnostic::Diagnostic]| {
        let first = faults.first().map(|fault| {
            let (line, _) = fault.span.line_and_column();
            format!("{}:{line}: {}", fault.span.source().path(), fault.message)
        });
        first.unwrap_or_default()
    };
    Fault::refused(match refusal {
        Refusal::Faults(faults) => {
            format!(
                "nothing was renamed: mend this first, so that nothing is overlooked: {}",
                list(faults)
            )
        }
        Refusal::Left(faults) => {
            format!("nothing was renamed: it would leave this fault: {}", list(faults))
        }
        Refusal::Asked(why, help) => format!("nothing was renamed: {why}; {help}"),
    })
}
