//! A comparison: its keys, and how they are read.

use std::collections::BTreeMap;

use crate::diagnostic::rules::duplicate_id::duplicate_id;
use crate::markdown::slug;
use crate::model::{Body, Comparison, FreeNames, Pair, Role, Row};
use crate::schema::{Groups, Key, Keys, Map, Prose, Text};
use crate::source::{Span, Spanned};

use super::entry_reader::EntryReader;
use super::head::{FOOT, SUMMARY, TITLE, TOPICS};

pub(super) static KEYS: Map = Map::new(
    "comparison",
    "A table that shows the leader’s and the manager’s way side by side.",
    &[&[TITLE.any(), SUMMARY.any(), TOPICS.any(), INTRO.any(), ROWS.any()], FOOT],
);

const INTRO: Key<Prose> =
    Key::new("intro", "What to know before the table.", "intro: Nobody is only one of the two.");

const ROWS: Key<Groups> = Key::groups(
    "rows",
    &ROW_KEYS,
    "One row for each thing that is compared.",
    "rows:\n  - on: Main question\n    leader: Why, and where to?\n    manager: How, and by when?",
)
.needed()
.help("add rows, each with `- on:`, `leader:` and `manager:`");

static ROW_KEYS: Map =
    Map::new("row", "One row.", &[&[ON.any(), LEADER.any(), MANAGER.any(), BOTH.any(), ID.any()]]);

const ON: Key<Text> = Key::new("on", "What is compared.", "on: Main question").needed();

const LEADER: Key<Prose> =
    Key::new("leader", "The leader’s way.", "leader: Why, and where to?").needed();

const MANAGER: Key<Prose> =
    Key::new("manager", "The manager’s way.", "manager: How, and by when?").needed();

const BOTH: Key<Prose> = Key::new("both", "What both do.", "both: Listen first.");

const ID: Key<Text> = Key::new(
    "id",
    "The name by which links find the row. Without it, it is made from `on`.",
    "id: main-question",
);

pub(super) fn comparison(reader: &mut EntryReader<'_>, keys: &mut Keys<'_, '_>) -> Option<Body> {
    let intro = reader.block(keys, &INTRO);
    reader.needs(keys, &ROWS)?;
    // A row may be called like a role, whose id on the page is taken.
    let mut names: FreeNames = Role::BOTH.map(Role::name).into_iter().collect();
    let mut called: BTreeMap<String, Span> = BTreeMap::new();
    let rows = keys.groups(&ROWS, |row| {
        let on = row.text(&ON);
        let leader = reader.block(row, &LEADER);
        let manager = reader.block(row, &MANAGER);
        let both = reader.block(row, &BOTH);
        let own = row.text(&ID).map(|text| Spanned::new(slug(&text.text), text.span));
        let on = on.map(|on| Spanned::new(on.text, on.span))?;
        if let Some(own) = &own
            && let Some(before) = called.insert(own.value.clone(), own.span.clone())
        {
            let help = "give one of them another `id`: links to a row use it";
            row.notes().push(duplicate_id(own.span.clone(), "row", &own.value, before, help));
        }
        let base = own.map_or_else(|| slug(&on.value), |own| own.value);
        let base = Some(base).filter(|id| !id.is_empty()).unwrap_or_else(|| "row".to_owned());
        Some(Row {
            id: names.take(&base),
            on,
            cells: Pair { leader: leader?, manager: manager? },
            both,
            is_borrowed: false,
        })
    });
    Some(Body::Comparison(Comparison { intro, rows }))
}
