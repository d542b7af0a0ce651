//! Gives a field of a template another id: the old one stays in its `was`, so that answers which readers keep are found,
//! and what names it follows.

use crate::amend::{Change, Listed, Place, Signs, Value, amend, values};
use crate::edit::{Edit, Edits};
use crate::load::{File, Memory, load};
use crate::markdown::slug;
use crate::model::{Drafts, Entry, Kind};
use crate::schema::Shape;
use crate::source::Sources;
use crate::tree::{Node, Value as Written, parse_yaml};

use super::fault::Fault;
use super::lookup::{entries, fields_of};

/// The kind of file that has fields.
const FILE: File = File::Content(Kind::Template);

/// The edits that give a field another id. `id` is its whole one, a column as `table.column`; `new` is the part behind the
/// point.
pub(super) fn rename_field(
    sources: &Sources,
    entry: &Entry,
    id: &str,
    new: &str,
) -> Result<Edits, Fault> {
    if slug(new) != new || new.is_empty() {
        let better = slug(new);
        return Err(Fault::refused(format!("`{new}` is no id of a field: write it as `{better}`")));
    }
    let (table, old) = id.rsplit_once('.').map_or(("", id), |(table, old)| (table, old));
    let whole = if table.is_empty() { new.to_owned() } else { format!("{table}.{new}") };
    if fields_of(entry).iter().any(|(other, _)| *other == whole) {
        return Err(Fault::refused(format!("there is a field `{whole}` already")));
    }
    let path = entry.head.source.path();
    let source = &sources.texts[path];
    let all = values(source, FILE).map_err(|refusal| Fault::refused(refusal.to_string()))?;
    let place = place_of(entry, &all, id).ok_or_else(|| {
        Fault::refused(format!("`{id}` is written in a way that cannot be changed safely"))
    })?;
    let mut changes = vec![Change::Set(place.key("id"), new.to_owned())];
    changes.extend(old_id(&all, &place, old, new));
    let named = all.iter().filter(|one| matches!(one.shape, Shape::FieldId));
    changes.extend(named.filter_map(|one| {
        let text = one.text.as_deref()?;
        let rest = text.strip_prefix(id)?;
        (rest.is_empty() || rest.starts_with('.'))
            .then(|| Change::Set(one.place.clone(), format!("{whole}{rest}")))
    }));
    let amended = amend(source, FILE, &changes, Signs::Kept);
    let amended = amended.map_err(|refusal| Fault::refused(refusal.to_string()))?;
    let mut texts = amended.edits;
    // The columns that a count is limited to are keys.
    if let Some(root) = parse_yaml(&amended.source).value.filter(|_| !table.is_empty()) {
        limits(&root, old, &mut |key| texts.push(Edit::new(&amended.source, key, new)));
    }
    let edits = Edits { texts, ..Edits::default() };
    proved(sources, &edits, path)?;
    Ok(edits)
}

/// Where the group of keys of a field stands.
fn place_of(entry: &Entry, all: &[Listed], id: &str) -> Option<Place> {
    let (_, field) = fields_of(entry).into_iter().find(|(other, _)| other == id)?;
    let label = field.label.span.range();
    let is_it = |one: &&Listed| {
        one.span
            .as_ref()
            .is_some_and(|span| span.range().start <= label.start && label.end <= span.range().end)
            && one.text.is_some()
    };
    Some(all.iter().find(is_it)?.place.parent()?.0)
}

/// How the old id is kept. One that comes back is no old one any more.
fn old_id(all: &[Listed], place: &Place, old: &str, new: &str) -> Vec<Change> {
    let was = place.key("was");
    let is_in =
        |one: &&Listed| one.place == was || one.place.parent().is_some_and(|(list, _)| list == was);
    let there: Vec<&Listed> = all.iter().filter(is_in).filter(|one| one.text.is_some()).collect();
    if let Some(back) = there.iter().find(|one| one.text.as_deref() == Some(new)) {
        return vec![Change::Set(back.place.clone(), old.to_owned())];
    }
    match there.len() {
        0 => vec![Change::Set(was, old.to_owned())],
        at => vec![Change::Insert { list: was, at, value: Value::from(old) }],
    }
}

/// Keys with this name below `where`.
fn limits(node: &Node, name: &str, tell: &mut dyn FnMut(std::ops::Range<usize>)) {
    match &node.value {
        Written::Text(_) => {}
        Written::List(items) => items.iter().for_each(|item| limits(item, name, tell)),
        Written::Map(all) => {
            for (key, value) in all {
                if key.name == "where" {
                    let keys = entries(value).iter().filter(|(key, _)| key.name == name);
                    keys.for_each(|(key, _)| tell(key.span.range()));
                }
                limits(value, name, tell);
            }
        }
    }
}

/// Nothing is changed that would leave a fault which is not there now.
fn proved(sources: &Sources, edits: &Edits, path: &str) -> Result<(), Fault> {
    let mut memory = Memory::default();
    let mut faults = |sources: &Sources| {
        let notes = load(sources, Drafts::Shown, &mut memory).notes;
        let own = notes.into_iter().filter(|note| note.span.source().path() == path);
        own.map(|note| note.message).collect::<Vec<_>>()
    };
    let before = faults(sources);
    match faults(&edits.sources(sources)).into_iter().find(|fault| !before.contains(fault)) {
        Some(fault) => {
            Err(Fault::refused(format!("nothing was renamed: it would leave this fault: {fault}")))
        }
        None => Ok(()),
    }
}
