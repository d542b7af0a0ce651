//! Raw HTML that a book trusts: it is left as it was written. What it gives an id is noted, and told is what leads a
//! reader away who asked for nothing.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::leads_away::{leads_away, moves_links};

use super::entities::unescape;
use super::pieces::{Found, Pieces};
use super::raw_ids::RawIds;
use super::tags::{Attribute, Sort};
use super::writing::Writing;

/// Looks through the tags of a text.
pub(super) fn note_trusted(
    writing: &Writing<'_>,
    pieces: &Pieces,
    ids: &mut RawIds,
    notes: &mut Vec<Diagnostic>,
) {
    for found in &pieces.tags {
        if !matches!(found.tag.sort, Sort::Open | Sort::Empty) {
            continue;
        }
        let html = &pieces.all[found.piece].html;
        let value = |attribute: &Attribute| unescape(&html[attribute.value.clone()]).into_owned();
        let span = |found: &Found, range| writing.span(pieces.place(found, range));
        let given = found.tag.attributes.iter().filter(|attribute| attribute.name == "id");
        for id in given.filter(|id| !id.value.is_empty()) {
            ids.leave(&value(id), span(found, id.value.clone()));
        }
        let says = |name: &str| {
            let mut attributes = found.tag.attributes.iter();
            attributes.find(|attribute| attribute.name == name).map(value)
        };
        let whole = || span(found, found.tag.range.clone());
        match found.tag.name.as_str() {
            "base" => notes.push(moves_links(whole())),
            "meta" if says("http-equiv").is_some_and(|what| is_refresh(&what)) => {
                notes.push(leads_away(whole()));
            }
            _ => {}
        }
    }
}

fn is_refresh(what: &str) -> bool {
    what.trim().eq_ignore_ascii_case("refresh")
}
