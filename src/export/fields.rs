//! The fields of a sheet: a label, what helps to fill it in, and room to write.

use pdf_writer::types::StructRole;

use crate::model::{Field, FieldKind, Function};

use super::computed::in_words;
use super::draft::{Draft, Then};
use super::form::FormKind;
use super::options::{self, Choose};
use super::paper::{BODY, HEADING, HINT, LABEL, Paint, Part, Strip, WIDTH};
use super::place::{At, Place, values};
use super::table::{Row, table};

/// How high a line to write on is, and how far it is from what follows.
const LINE: f32 = 22.0;
const AFTER: f32 = 11.0;
/// A box for a number or a date.
const SHORT: f32 = 110.0;
/// A box for a name, or for one of a list.
const MIDDLE: f32 = 260.0;
/// The most options that are buttons rather than a list, as on the page.
const MOST_BUTTONS: usize = 5;
pub(super) fn field(draft: &mut Draft<'_>, field: &Field, place: &Place) {
    match &field.kind {
        FieldKind::Heading => {
            heading(draft, &field.label.value);
            hint(draft, field);
        }
        FieldKind::Note(note) => {
            for paragraph in note.paragraphs() {
                draft.paragraph(&paragraph, BODY, StructRole::P, Then::Part);
                draft.gap(4.0, Then::Part);
            }
            hint(draft, field);
            draft.gap(AFTER - 4.0, Then::Part);
        }
        FieldKind::Tick => options::check(draft, field, place),
        kind @ (FieldKind::Text { .. }
        | FieldKind::Long
        | FieldKind::Number { .. }
        | FieldKind::Date
        | FieldKind::Choice { .. }
        | FieldKind::Choices { .. }
        | FieldKind::Ticks { .. }
        | FieldKind::Rating { .. }
        | FieldKind::Person
        | FieldKind::Table { .. }
        | FieldKind::Computed(_)) => {
            draft.paragraph(&field.label.value, LABEL, StructRole::P, Then::Keep);
            hint(draft, field);
            draft.gap(3.0, Then::Keep);
            answer(draft, field, kind, place);
        }
    }
}

fn hint(draft: &mut Draft<'_>, field: &Field) {
    if let Some(hint) = &field.hint {
        draft.paragraph(&hint.plain(), HINT, StructRole::P, Then::Keep);
    }
}

fn heading(draft: &mut Draft<'_>, label: &str) {
    let paint = draft.sheet.colours.map_or(Paint::Grey(0.5), |colours| Paint::Colour(colours.line));
    let bar = Part::Bar { x: 0.0, top: 6.0, width: WIDTH, height: 0.75, paint };
    draft.lay(vec![Strip { height: 13.0, parts: vec![bar], ..Strip::default() }], Then::Keep);
    draft.paragraph(label, HEADING, StructRole::H2, Then::Keep);
    draft.gap(6.0, Then::Keep);
}

fn answer(draft: &mut Draft<'_>, field: &Field, kind: &FieldKind, place: &Place) {
    let line = FormKind::Line { size: 10.0 };
    let at = At { field, place };
    match kind {
        FieldKind::Text { .. } => at.room(draft, WIDTH, LINE, line, ""),
        FieldKind::Long => at.room(draft, WIDTH, 3.4 * LINE, FormKind::Lines { size: 10.0 }, ""),
        FieldKind::Person => at.room(draft, MIDDLE, LINE, line, ""),
        FieldKind::Number { unit } => {
            at.room(draft, SHORT, LINE, line, unit.as_deref().unwrap_or_default());
        }
        FieldKind::Date => {
            let form = draft.word("template.pdf_date");
            at.room(draft, SHORT, LINE, line, &form);
        }
        FieldKind::Choice { options } if options.len() <= MOST_BUTTONS => {
            options::options(draft, at, &values(options), Choose::One);
        }
        FieldKind::Choice { options } => {
            // On paper a list cannot be opened.
            let options = values(options);
            let all = format!("{}: {}", draft.word("template.choose"), options.join(" / "));
            draft.paragraph(&all, HINT, StructRole::P, Then::Keep);
            draft.gap(2.0, Then::Keep);
            at.room(draft, MIDDLE, LINE, FormKind::Combo { options, size: 10.0 }, "");
        }
        FieldKind::Choices { options: items } | FieldKind::Ticks { items } => {
            options::options(draft, at, &values(items), Choose::Several);
        }
        FieldKind::Rating { low, high } => {
            options::rating(draft, at, low.as_deref(), high.as_deref());
        }
        FieldKind::Table { columns, rows } => {
            if let Some(rows) = table(draft, at, columns, *rows) {
                one_by_one(draft, columns, &rows);
            }
        }
        FieldKind::Computed(computed) => {
            let words = in_words(draft.sheet, computed);
            draft.paragraph(&words, HINT, StructRole::P, Then::Keep);
            draft.gap(2.0, Then::Keep);
            let is_day = matches!(computed.function, Function::DaysAfter { .. });
            let form = if is_day { draft.word("template.pdf_date") } else { String::new() };
            at.room(draft, SHORT, LINE, line, &form);
        }
        FieldKind::Tick | FieldKind::Heading | FieldKind::Note(_) => {}
    }
    draft.gap(AFTER, Then::Part);
}

/// The rows of a table that is too wide for a grid: one below the other, each column as a field of its own.
fn one_by_one(draft: &mut Draft<'_>, columns: &[Field], rows: &[Row]) {
    for row in rows {
        let label = format!("{} {}", draft.word("template.row"), row.name);
        draft.paragraph(&label, LABEL, StructRole::P, Then::Keep);
        draft.gap(3.0, Then::Keep);
        let place = Place { parent: Some(row.group), before: row.before.clone() };
        for column in columns {
            field(draft, column, &place);
        }
    }
}
