//! The types of a template's fields, in one table: what each is for, the keys that go with it, what other tools call
//! it, and how it is read.

use crate::markdown::{Extent, slug};
use crate::model::FieldKind;
use crate::schema::{Count, Filled, Key, Keys, Lines, Map, Prose, Range, Text, Typed, Types};
use crate::tree;

use super::computed::{self, FUNCTIONS, computed};
use super::duplicate_id;
use super::entry_reader::EntryReader;
use super::example::filled_in;
use super::field::{Among, COMMON, FieldType, LABEL_HELP, field, label};
use super::self_check::items;

/// Every type, in the order in which the guide tells of them.
pub static FIELD_TYPES: [FieldType; 14] = [
    FieldType {
        map: map(&[
            &[label("text", "One line.", "- text: Piece of work\n  max: 80").any()],
            &[MAX.any()],
            &[filled_in(Filled::Words, "example: New booking system for the four clinics").any()],
            COMMON,
        ]),
        in_tables: true,
        goes_on: true,
        elsewhere: &["string", "input", "line", "label", "name", "email", "url"],
        read: |_, keys, _| Some(FieldKind::Text { max: keys.count(&MAX) }),
    },
    FieldType {
        map: map(&[
            &[label("long", "Paragraphs. The box grows.", "- long: What we will tell people after the review\n  carry: no").any()],
            &[],
            &[filled_in(Filled::Words, "example: |\n  Patients can book, change and cancel without phoning.\n  Reception sees every booking on one screen.").any()],
            COMMON,
        ]),
        in_tables: true,
        goes_on: true,
        elsewhere: &["textarea", "paragraph", "multiline", "markdown"],
        read: |_, _, _| Some(FieldKind::Long),
    },
    FieldType {
        map: map(&[
            &[label("number", "A number. Readers can write anything: it is kept as it is, and counted where it is a number.", "- number: Cost in days\n  unit: days").any()],
            &[UNIT.any()],
            &[filled_in(Filled::Number, "example: 4").any()],
            COMMON,
        ]),
        in_tables: true,
        goes_on: false,
        elsewhere: &["int", "integer", "amount", "currency"],
        read: |_, keys, _| Some(FieldKind::Number { unit: words(keys, &UNIT) }),
    },
    FieldType {
        map: map(&[
            &[label("date", "A day, in any form that readers write it.", "- date: Agreed date\n  example: 2026-03-01").any()],
            &[],
            &[filled_in(Filled::Date, "example: 2026-03-01").any()],
            COMMON,
        ]),
        in_tables: true,
        goes_on: false,
        elsewhere: &["day", "datetime", "calendar"],
        read: |_, _, _| Some(FieldKind::Date),
    },
    FieldType {
        map: map(&[
            &[label("choice", "One of several options.", "- choice: Decision\n  options: [Waiting, In, Later, Refused]").any()],
            &[OPTIONS.any()],
            &[filled_in(Filled::Several, "example: Later").any()],
            COMMON,
        ]),
        in_tables: true,
        goes_on: true,
        elsewhere: &["select", "dropdown", "radio", "option"],
        read: |reader, keys, _| Some(FieldKind::Choice { options: items(reader, keys, &OPTIONS)? }),
    },
    FieldType {
        map: map(&[
            &[label("choices", "Any number of several options.", "- choices: Who must know\n  options: [Sales, Support, Legal]").any()],
            &[OPTIONS.any()],
            &[filled_in(Filled::Several, "example: [Sales, Legal]").any()],
            COMMON,
        ]),
        in_tables: false,
        goes_on: true,
        elsewhere: &["multiselect", "tags"],
        read: |reader, keys, _| Some(FieldKind::Choices { options: items(reader, keys, &OPTIONS)? }),
    },
    FieldType {
        map: map(&[
            &[label("check", "One box to tick.", "- check: The sponsor has agreed to this page").any()],
            &[],
            &[filled_in(Filled::Tick, "example: yes").any()],
            COMMON,
        ]),
        in_tables: true,
        goes_on: false,
        elsewhere: &["checkbox", "boolean", "bool", "tick"],
        read: |_, _, _| Some(FieldKind::Tick),
    },
    FieldType {
        map: map(&[
            &[label("checks", "A list to tick. Readers can add lines of their own.", "- checks: Before each review\n  items:\n    - Every request has a cost beside it\n    - Everyone who asked last week has had an answer").any()],
            &[ITEMS.any()],
            &[filled_in(Filled::Several, "example:\n  - Every request has a cost beside it").any()],
            COMMON,
        ]),
        in_tables: false,
        goes_on: false,
        elsewhere: &["checklist", "checkboxes", "todo", "todos"],
        read: |reader, keys, _| Some(FieldKind::Ticks { items: items(reader, keys, &ITEMS)? }),
    },
    FieldType {
        map: map(&[
            &[label("rating", "A number from 1 to 5.", "- rating: How sure are we of the date\n  low: Guessing\n  high: Sure").any()],
            &[LOW.any(), HIGH.any()],
            &[filled_in(Filled::Mark, "example: 3").any()],
            COMMON,
        ]),
        in_tables: true,
        goes_on: false,
        elsewhere: &["scale", "stars", "slider"],
        read: |_, keys, _| Some(FieldKind::Rating { low: words(keys, &LOW), high: words(keys, &HIGH) }),
    },
    FieldType {
        map: map(&[
            &[label("person", "A name, a role or initials. Names that are in the copy already are offered.", "- person: Who decides\n  hint: One person. A role or initials are enough.").any()],
            &[],
            &[filled_in(Filled::Words, "example: Clinic director").any()],
            COMMON,
        ]),
        in_tables: true,
        goes_on: true,
        elsewhere: &["user", "people", "owner"],
        read: |_, _, _| Some(FieldKind::Person),
    },
    FieldType {
        map: map(&[
            &[label("table", "Rows that readers add and remove.", "- table: Requests\n  rows: 3\n  columns:\n    - text: Request\n    - person: Asked by\n    - number: Cost in days\n  example:\n    - [Printed list for each doctor, Doctors, 4]").any()],
            &[COLUMNS.any(), ROWS.any()],
            &[filled_in(Filled::Rows, "example:\n  - [Printed list for each doctor, Doctors, 4]").any()],
            COMMON,
        ]),
        in_tables: false,
        goes_on: true,
        elsewhere: &["grid", "rows", "list"],
        read: |reader, keys, _| table(reader, keys),
    },
    FieldType {
        map: map(&[
            &[label("computed", "A value that is worked out from other fields, and never typed.", "- computed: Days added by accepted requests\n  sum: requests.cost-in-days\n  where: {decision: In}").any()],
            computed::KEYS,
            &[filled_in(Filled::Words, "example: 12").any()],
            COMMON,
        ]).one_of(FUNCTIONS),
        in_tables: false,
        goes_on: false,
        elsewhere: &["formula", "calculated", "sum"],
        read: |_, keys, _| Some(FieldKind::Computed(computed(keys)?)),
    },
    FieldType {
        map: map(&[
            &[label("heading", "A heading between fields.", "- heading: The weekly review").any()],
            &[],
            &[filled_in(Filled::Words, "example: A heading holds no answer").any()],
            COMMON,
        ]),
        in_tables: false,
        goes_on: false,
        elsewhere: &["title", "section", "header"],
        read: |_, _, _| Some(FieldKind::Heading),
    },
    FieldType {
        map: map(&[
            &[NOTE.any()],
            &[],
            &[filled_in(Filled::Words, "example: A note holds no answer").any()],
            COMMON,
        ]),
        in_tables: false,
        goes_on: false,
        elsewhere: &["info", "help", "description"],
        read: |reader, keys, label| Some(note(reader, keys, label)),
    },
];

/// It is its label, and may have paragraphs.
const NOTE: Key<Prose> = Key::new(
    "note",
    "A word to whoever fills the sheet in, in Markdown.",
    "- note: Write every request down, including the ones you refuse.",
)
.needed()
.help(LABEL_HELP);

const MAX: Key<Count> = Key::count(
    "max",
    Range {
        least: 1,
        most: u32::MAX,
        of: "letters",
        help: "write how many letters fit, as in `max: 80`, or take the line out",
    },
    "The most characters that are meant. More can be typed all the same.",
    "max: 80",
);

const UNIT: Key<Text> = Key::new("unit", "What is counted; it stands after the box.", "unit: days");

const OPTIONS: Key<Lines> = Key::new(
    "options",
    "What there is to choose from. No quotes are needed round `Yes` and `No`.",
    "options: [Yes, No, Not yet]",
)
.needed();

const ITEMS: Key<Lines> =
    Key::new("items", "The lines to tick.", "items:\n  - Every request has a cost beside it")
        .needed()
        .help("add `items:` and below it one line for each thing to tick, starting with `- `");

const LOW: Key<Text> = Key::new("low", "What 1 means.", "low: Guessing");

const HIGH: Key<Text> = Key::new("high", "What 5 means.", "high: Sure");

const COLUMNS: Key<Typed> = Key::typed(
    "columns",
    Types { one: "column", all: column_maps },
    "What each row holds. A column is a field of one of the simpler types.",
    "columns:\n  - text: Request\n  - number: Cost in days",
)
.needed()
.help("add `columns:` and below it lines such as `- text: Request`");

const ROWS: Key<Count> = Key::count(
    "rows",
    // More do not fit a page.
    Range { least: 1, most: 50, of: "rows", help: "readers can add rows themselves" },
    "How many rows there are to begin with; 3 when nothing is said.",
    "rows: 5",
);

/// How many rows there are to begin with when nothing is said.
const FEW_ROWS: u32 = 3;

/// The keys of each type of field.
pub(super) fn field_maps() -> Vec<&'static Map> {
    FIELD_TYPES.iter().map(|one| &one.map).collect()
}

/// The keys of each type that a column can be of.
fn column_maps() -> Vec<&'static Map> {
    FIELD_TYPES.iter().filter(|one| one.in_tables).map(|one| &one.map).collect()
}

/// The keys of a type, of which the first is the type with the label.
const fn map(keys: &'static [&'static [Key]]) -> Map {
    Map::new(keys[0][0].name, keys[0][0].about, keys)
}

fn words(keys: &mut Keys<'_, '_>, key: &Key<Text>) -> Option<String> {
    keys.text(key).map(|text| text.text)
}

fn note(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>, label: &tree::Text) -> FieldKind {
    let prefix = format!("{}.", slug(&keys.path("note")));
    FieldKind::Note(reader.prose(label, Extent::Block, &prefix, keys.notes()))
}

fn table(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Option<FieldKind> {
    keys.get(&COLUMNS)?;
    let among = Among { types: &FIELD_TYPES, is_column: true };
    let mut number = 0;
    let columns = keys.typed(&COLUMNS, |column| {
        number += 1;
        field(reader, column, &among, number)
    });
    // A column that cannot be read may be the one that others name, so the table is not known either.
    if columns.len() < number {
        return None;
    }
    if !reader.is_translation() {
        duplicate_id::note_fields("column", &columns, keys.notes());
        duplicate_id::note_claims("column", &columns, keys.notes());
    }
    let rows = keys.count(&ROWS).unwrap_or(FEW_ROWS);
    Some(FieldKind::Table { columns, rows })
}
