//! An entry: one file of content as a whole, its head and what is particular to its kind.

use crate::diagnostic::rules::missing_field;
use crate::diagnostic::{Diagnostic, Noted};
use crate::model::{Anchors, Body, Entry, Mentions};
use crate::schema::{Keys, Map};
use crate::source::Spanned;
use crate::tree::{Node, Value, parse_yaml};

use super::entry_reader::EntryReader;
use super::head::{TITLE, head};
use super::placeholder;

/// Reads the whole file as YAML: the keys all kinds have, then those that `read` knows.
pub(super) fn yaml<'a>(
    reader: &mut EntryReader<'a>,
    map: &'static Map,
    read: impl FnOnce(&mut EntryReader<'a>, &mut Keys<'_, '_>) -> Option<Body>,
) -> Option<Entry> {
    let Noted { value: root, notes } = parse_yaml(reader.source);
    reader.notes.extend(notes);
    entry(reader, &root?, map, read)
}

/// Makes an entry of a map.
pub(super) fn entry<'a>(
    reader: &mut EntryReader<'a>,
    root: &Node,
    map: &'static Map,
    read: impl FnOnce(&mut EntryReader<'a>, &mut Keys<'_, '_>) -> Option<Body>,
) -> Option<Entry> {
    let mut notes = std::mem::take(&mut reader.notes);
    if let (true, Value::Map(entries)) = (reader.is_translation(), &root.value) {
        let keys = entries.iter().map(|(key, _)| Spanned::new(key.name.clone(), key.span.clone()));
        reader.mentions.keys = keys.collect();
    }
    let entry = Keys::read(root, map, String::new(), &mut notes, |keys| {
        let head = head(reader, keys);
        if !reader.mentions.draft {
            placeholder::note(root, keys.notes());
        }
        let body = read(reader, keys);
        Some((head?, body?))
    });
    if reader.is_translation() {
        notes.retain(|note| !is_left_out(note));
    }
    reader.notes = notes;
    let (head, body) = entry?;
    let Mentions { references, links, pictures, .. } = &mut reader.mentions;
    // They stay as long as the book does.
    references.shrink_to_fit();
    links.shrink_to_fit();
    pictures.shrink_to_fit();
    Some(Entry {
        head,
        body,
        mentions: std::mem::take(&mut reader.mentions),
        ids: std::mem::take(&mut reader.ids),
        raw_ids: std::mem::take(&mut reader.raw_ids),
        is_whole: true,
        kept_anchors: Anchors::default(),
    })
}

/// Whether all that is wrong is that a translation lacks a key, and so has what the original has. It needs a title, and
/// what it lists must be whole.
fn is_left_out(note: &Diagnostic) -> bool {
    // Words that a `#` hides are there all the same.
    let hidden = note.span.source().text()[note.span.range()].starts_with('#');
    note.is_of(&missing_field::RULE) && !hidden && may_be_left_out(&note.key)
}

/// Whether a translation may lack a key that its original must have, by the key's path.
#[must_use]
pub fn may_be_left_out(path: &str) -> bool {
    path != TITLE.name && !path.contains('[')
}
