//! The fields of a sheet: a label, what helps to fill it in, and room to write.

use pdf_writer::types::StructRole;

use crate::model::{Field, FieldKind, Function, Item};

use super::computed::in_words;
use super::draft::{Draft, Then, lines};
use super::form::FormKind;
use super::options::{self, Choose};
use super::paper::{BODY, HEADING, HINT, LABEL, Part, Strip, WIDTH, Widget};
use super::table::table;

/// Where a field stands: in the sheet itself, or in a row of a table that is too wide for a grid.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The field of the form that holds it.
    pub parent: Option<usize>,
    /// What its tooltip says first: the table and the row.
    pub before: String,
}

/// How high a line to write on is, and how far it is from what follows.
const LINE: f32 = 22.0;
const AFTER: f32 = 11.0;
/// A box for a number or a date.
const SHORT: f32 = 110.0;
/// A box for a name, or for one of a list.
const MIDDLE: f32 = 260.0;
/// The most options that are buttons rather than a list, as on the page.
const MOST_BUTTONS: usize = 5;
/// The most letters of a date: 2025-06-30.
pub const DATE: Option<i32> = Some(10);

pub fn field(draft: &mut Draft<'_>, field: &Field, place: &Place) {
    match &field.kind {
        FieldKind::Heading => heading(draft, &field.label),
        FieldKind::Note(note) => {
            for paragraph in note.paragraphs() {
                draft.paragraph(&paragraph, BODY, StructRole::P, Then::Part);
                draft.gap(4.0, Then::Part);
            }
            draft.gap(AFTER - 4.0, Then::Part);
        }
        FieldKind::Check => options::check(draft, field, place),
        kind => {
            draft.paragraph(&field.label, LABEL, StructRole::P, Then::Keep);
            if let Some(hint) = &field.hint {
                draft.paragraph(&hint.plain(), HINT, StructRole::P, Then::Keep);
            }
            draft.gap(3.0, Then::Keep);
            answer(draft, field, kind, place);
        }
    }
}

fn heading(draft: &mut Draft<'_>, label: &str) {
    let bar = Part::Bar { x: 0.0, top: 6.0, width: WIDTH, height: 0.75, grey: 0.5 };
    draft.lay(vec![Strip { height: 13.0, parts: vec![bar], ..Strip::default() }], Then::Keep);
    draft.paragraph(label, HEADING, StructRole::H2, Then::Keep);
    draft.gap(6.0, Then::Keep);
}

fn answer(draft: &mut Draft<'_>, field: &Field, kind: &FieldKind, place: &Place) {
    let line = FormKind::Line { most: None, size: 10.0 };
    let date = FormKind::Line { most: DATE, size: 10.0 };
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
            at.room(draft, SHORT, LINE, date, &form);
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
        FieldKind::Choices { options: items } | FieldKind::Checks { items } => {
            options::options(draft, at, &values(items), Choose::Several);
        }
        FieldKind::Rating { low, high } => {
            options::rating(draft, at, low.as_deref(), high.as_deref());
        }
        FieldKind::Table { columns, rows } => table(draft, at, columns, *rows),
        FieldKind::Computed(computed) => {
            let words = in_words(draft.sheet, computed);
            draft.paragraph(&words, HINT, StructRole::P, Then::Keep);
            draft.gap(2.0, Then::Keep);
            if let Function::DaysAfter { .. } = computed.function {
                let form = draft.word("template.pdf_date");
                at.room(draft, SHORT, LINE, date, &form);
            } else {
                at.room(draft, SHORT, LINE, line, "");
            }
        }
        FieldKind::Check | FieldKind::Heading | FieldKind::Note(_) => {}
    }
    draft.gap(AFTER, Then::Part);
}

/// The words of options, as they were typed.
pub fn values(items: &[Item]) -> Vec<String> {
    items.iter().map(|item| item.value.clone()).collect()
}

/// A field and where it stands.
#[derive(Clone, Copy)]
pub struct At<'f> {
    pub field: &'f Field,
    pub place: &'f Place,
}

impl At<'_> {
    pub fn tip(&self) -> String {
        format!("{}{}", self.place.before, self.field.label)
    }

    pub fn add(&self, draft: &mut Draft<'_>, tip: &str, kind: FormKind) -> usize {
        draft.form.add(self.place.parent, &self.field.id.value, tip, kind)
    }

    /// One box to write in, with a word behind it.
    fn room(&self, draft: &mut Draft<'_>, width: f32, height: f32, kind: FormKind, after: &str) {
        const BESIDE: f32 = 6.0;
        let tip = match after {
            "" => self.tip(),
            after => format!("{} ({after})", self.tip()),
        };
        let field = self.add(draft, &tip, kind);
        let element = draft.element(StructRole::Form);
        // What is written does not touch the border.
        let (x, top) = (2.0, 1.0);
        let (inner, high) = (width - 2.0 * x, height - 2.0 * top);
        let widget = Widget { x, top, width: inner, height: high, field, state: None, element };
        let mut strips = vec![Strip {
            height,
            parts: vec![Part::Frame { x: 0.0, top: 0.0, width, height }, Part::Widget(widget)],
            ..Strip::default()
        }];
        if !after.trim().is_empty() {
            let element = draft.tree.add(element, StructRole::Lbl);
            let words = lines(after, HINT, width + BESIDE, WIDTH - width - BESIDE, Some(element));
            beside(&mut strips, words, height / 2.0 - HINT.leading / 2.0);
        }
        draft.lay(strips, Then::Part);
    }
}

/// Puts lines of text on strips that are there: the first this far below the upper edge of the first strip,
/// more lines on strips of their own.
pub fn beside(strips: &mut Vec<Strip>, words: Vec<Strip>, down: f32) {
    for (at, mut line) in words.into_iter().enumerate() {
        if at > 0 {
            strips.push(line);
            continue;
        }
        for part in &mut line.parts {
            if let Part::Words { base, .. } = part {
                *base += down;
            }
        }
        match strips.first_mut() {
            Some(first) => first.parts.append(&mut line.parts),
            None => strips.push(line),
        }
    }
}
