//! An entry: one file of content as a whole, its head and what is particular to its kind.

use crate::diagnostic::Noted;
use crate::model::{Body, Entry};
use crate::schema::{Fields, Map};
use crate::tree::{Node, parse_yaml};

use super::gather::Gather;
use super::head::head;
use super::placeholder;

/// Reads the whole file as YAML: the keys all kinds have, then those that `read` knows.
pub fn yaml<'a>(
    gather: &mut Gather<'a>,
    map: &'static Map,
    read: impl FnOnce(&mut Gather<'a>, &mut Fields<'_, '_>) -> Option<Body>,
) -> Option<Entry> {
    let Noted { value: root, notes } = parse_yaml(gather.source);
    gather.notes.extend(notes);
    entry(gather, &root?, map, read)
}

/// Makes an entry of a map.
pub fn entry<'a>(
    gather: &mut Gather<'a>,
    root: &Node,
    map: &'static Map,
    read: impl FnOnce(&mut Gather<'a>, &mut Fields<'_, '_>) -> Option<Body>,
) -> Option<Entry> {
    let mut notes = std::mem::take(&mut gather.notes);
    let entry = Fields::read(root, map, String::new(), &mut notes, |fields| {
        let head = head(gather, fields);
        if !gather.mentions.draft {
            placeholder::note(root, fields.notes());
        }
        let body = read(gather, fields);
        Some((head?, body?))
    });
    gather.notes = notes;
    let (head, body) = entry?;
    Some(Entry {
        head,
        body,
        mentions: std::mem::take(&mut gather.mentions),
        ids: std::mem::take(&mut gather.ids),
    })
}
