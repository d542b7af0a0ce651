//! Where a field stands on a sheet, and room to write in. It must not know which types of field there are.

use pdf_writer::types::StructRole;

use crate::model::{Field, Item};

use super::draft::{Draft, Then};
use super::form::FormKind;
use super::paper::{HINT, Part, Strip, WIDTH, Widget};

/// Where a field stands: in the sheet itself, or in a row of a table that is too wide for a grid.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// The field of the form that holds it.
    pub parent: Option<usize>,
    /// What its tooltip says first: the table and the row.
    pub before: String,
}

/// A field and where it stands.
#[derive(Clone, Copy)]
pub(super) struct At<'f> {
    pub field: &'f Field,
    pub place: &'f Place,
}

impl At<'_> {
    pub(super) fn tip(&self) -> String {
        format!("{}{}", self.place.before, self.field.label.value)
    }

    pub(super) fn add(&self, draft: &mut Draft<'_>, tip: &str, kind: FormKind) -> usize {
        draft.form.add(self.place.parent, &self.field.id.value, tip, kind)
    }

    /// One box to write in, with a word behind it.
    pub(super) fn room(
        &self,
        draft: &mut Draft<'_>,
        width: f32,
        height: f32,
        kind: FormKind,
        after: &str,
    ) {
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
            let words =
                draft.lines(after, HINT, (width + BESIDE, WIDTH - width - BESIDE), Some(element));
            beside(&mut strips, words, height / 2.0 - HINT.leading / 2.0);
        }
        draft.lay(strips, Then::Part);
    }
}

/// The words of options, as they were typed.
pub(super) fn values(items: &[Item]) -> Vec<String> {
    items.iter().map(|item| item.value.clone()).collect()
}

/// Puts lines of text on strips that are there: the first this far below the upper edge of the first strip,
/// more lines on strips of their own.
pub(super) fn beside(strips: &mut Vec<Strip>, words: Vec<Strip>, down: f32) {
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
