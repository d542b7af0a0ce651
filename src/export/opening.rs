//! What stands above the fields: the title, what the sheet is for, and the advice on notes about people.

use pdf_writer::types::StructRole;

use super::draft::{Draft, Then};
use super::paper::{BODY, HINT, LABEL, Paint, Part, Strip, TITLE, WIDTH};
use super::sheet::Colours;

pub(super) fn opening(draft: &mut Draft<'_>) {
    let sheet = draft.sheet;
    if let Some(colours) = &sheet.colours {
        hats(draft, colours);
    }
    draft.paragraph(sheet.title, TITLE, StructRole::H1, Then::Keep);
    draft.gap(3.0, Then::Keep);
    if let Some(summary) = sheet.summary {
        draft.paragraph(&summary.plain(), BODY, StructRole::P, Then::Part);
    }
    let use_when = sheet.template.use_when.as_ref().map(|when| {
        let when = when.plain();
        format!("{}: {when}", draft.word("template.use_when"))
    });
    let time = sheet.template.time.as_ref().map(crate::markdown::Prose::plain);
    for line in use_when.into_iter().chain(time) {
        draft.gap(4.0, Then::Part);
        draft.paragraph(&line, HINT, StructRole::P, Then::Part);
    }
    if sheet.template.sensitive {
        draft.gap(8.0, Then::Part);
        advice(draft);
    }
    draft.gap(10.0, Then::Part);
}

/// The leader's one bar and the manager's two, side by side above the title.
fn hats(draft: &mut Draft<'_>, colours: &Colours) {
    const BETWEEN: f32 = 6.0;
    let width = (WIDTH - BETWEEN) / 2.0;
    let bar =
        |x, top, height, colour| Part::Bar { x, top, width, height, paint: Paint::Colour(colour) };
    let right = width + BETWEEN;
    let parts = vec![
        bar(0.0, 0.0, 4.0, colours.leader),
        bar(right, 0.0, 1.25, colours.manager),
        bar(right, 2.75, 1.25, colours.manager),
    ];
    draft.lay(vec![Strip { height: 16.0, parts, ..Strip::default() }], Then::Keep);
}

/// A bar at the left marks it, which can go on over the end of a page.
fn advice(draft: &mut Draft<'_>) {
    const INDENT: f32 = 12.0;
    let mut strips = Vec::new();
    for (key, style) in [("sensitive.label", LABEL), ("sensitive.text", HINT)] {
        let element = draft.element(StructRole::P);
        let word = draft.word(key);
        strips.extend(draft.lines(&word, style, (INDENT, WIDTH - INDENT), Some(element)));
    }
    for strip in &mut strips {
        let height = strip.height;
        strip.parts.push(Part::Bar {
            x: 0.0,
            top: 0.0,
            width: 3.0,
            height,
            paint: Paint::Grey(0.35),
        });
    }
    draft.lay(strips, Then::Part);
}
