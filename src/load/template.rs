//! A template: its keys, and how they are read.

use std::sync::Arc;

use crate::markdown::composed;
use crate::model::{Body, Template};
use crate::schema::{Key, Keys, Line, Map, Text, Texts, Typed, Types, YesNo};
use crate::source::Spanned;

use super::duplicate_id;
use super::entry_reader::EntryReader;
use super::field::{Among, field};
use super::field_types::{FIELD_TYPES, field_maps};
use super::head::{FOOT, SUMMARY, TITLE, TOPICS};
use super::named_fields::check_references;
use super::old_ids::old_ids;

pub(super) static KEYS: Map = Map::new(
    "template",
    "A sheet that readers fill in, on the page or on paper.",
    &[
        &[
            TITLE.any(),
            SUMMARY.any(),
            TOPICS.any(),
            USE_WHEN.any(),
            TIME.any(),
            SENSITIVE.any(),
            SHARE.any(),
            REPEAT.any(),
            FIELDS.any(),
            WAS.any(),
            RETIRED.any(),
        ],
        FOOT,
    ],
);

const USE_WHEN: Key<Line> = Key::new(
    "use_when",
    "When to take this sheet.",
    "use_when: Requests arrive in more than one place and nobody can say which were accepted.",
);

const TIME: Key<Line> = Key::new(
    "time",
    "How long it takes to fill in.",
    "time: 10 minutes to set up, 2 minutes for each request",
);

const SENSITIVE: Key<YesNo> = Key::new(
    "sensitive",
    "`yes` when it is about a named person: readers are told how to keep such notes, and no link with answers is offered.",
    "sensitive: yes",
);

const SHARE: Key<YesNo> = Key::new(
    "share",
    "Whether a filled copy may be handed on as a link. It may, unless the sheet is sensitive.",
    "share: no",
);

const REPEAT: Key<Text> =
    Key::new("repeat", "How often a new copy is made, in a word.", "repeat: weekly");

const FIELDS: Key<Typed> = Key::typed("fields", Types { one: "field", all: field_maps }, "What there is to fill in, from top to bottom. Each field starts with its type and its label.", "fields:\n  - text: Piece of work\n    example: New booking system for the four clinics\n  - person: Who decides\n  - date: Agreed date").needed().help("add `fields:` and below it lines such as `- text: Name of the release`");

const WAS: Key<Texts> = Key::new(
    "was",
    "The file names that the template had before, so that copies which readers keep are found. `twohats mv` writes it.",
    "was: scope-list",
);

const RETIRED: Key<Texts> = Key::new(
    "retired",
    "Ids of fields that are gone for good, a column as `table.column`. `twohats check` tells when it is needed.",
    "retired: [budget, requests.priority]",
);

pub(super) fn template(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Option<Body> {
    let use_when = reader.line(keys, &USE_WHEN);
    let time = reader.line(keys, &TIME);
    let sensitive = keys.yes(&SENSITIVE).unwrap_or_default();
    let share = keys.yes(&SHARE).unwrap_or(!sensitive);
    let repeat = keys.text(&REPEAT).map(|text| text.text);
    let was = keys.texts(&WAS).into_iter();
    let was = was.map(|text| Spanned::new(composed(&text.text).into_owned(), text.span));
    let was = was.collect();
    let retired = old_ids(keys, &RETIRED);
    reader.needs(keys, &FIELDS)?;
    let among = Among { types: &FIELD_TYPES, is_column: false };
    let mut number = 0;
    let list = keys.typed(&FIELDS, |one| {
        number += 1;
        field(reader, one, &among, number)
    });
    // The ids of a translation's fields are the original's.
    if !reader.is_translation() {
        duplicate_id::note_fields("field", &list, keys.notes());
        duplicate_id::note_claims("field", &list, keys.notes());
        duplicate_id::note_retired(&retired, &list, keys.notes());
        // A field that cannot be read may be the one that others name.
        if list.len() == number {
            check_references(&list, keys.notes());
        }
    }
    Some(Body::Template(Arc::new(Template {
        use_when,
        time,
        sensitive,
        share,
        repeat,
        was,
        retired,
        fields: list,
    })))
}
