//! What is ticked: one box, lists of boxes, and buttons of which one is chosen.

use pdf_writer::types::StructRole;

use crate::model::Field;

use super::draft::{Draft, Then};

use super::form::{FormKind, states};
use super::paper::{BODY, HINT, LABEL, Part, Strip, Style, TICK, WIDTH, Widget};
use super::place::{At, Place, beside};

/// How many of the options can be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Choose {
    One,
    Several,
}

/// From a box to its words.
const INDENT: f32 = TICK + 7.0;
const MOST_BESIDE: usize = 5;

/// One box with its label beside it.
pub(super) fn check(draft: &mut Draft<'_>, field: &Field, place: &Place) {
    let at = At { field, place };
    let tick = at.add(draft, &at.tip(), FormKind::Tick);
    let strips = mark(draft, &field.label.value, LABEL, tick, None);
    let hint = field.hint.as_ref().map(crate::markdown::Prose::plain).unwrap_or_default();
    draft.lay(strips, if hint.is_empty() { Then::Part } else { Then::Keep });
    if !hint.is_empty() {
        let element = draft.element(StructRole::P);
        draft.lay(draft.lines(&hint, HINT, (INDENT, WIDTH - INDENT), Some(element)), Then::Part);
    }
    draft.gap(9.0, Then::Part);
}

/// A list of options, beside each other when all of them are short.
pub(super) fn options(draft: &mut Draft<'_>, at: At<'_>, options: &[String], choose: Choose) {
    let tip = at.tip();
    let kind = if choose == Choose::One { FormKind::Radio } else { FormKind::Group };
    let group = at.add(draft, &tip, kind);
    let states = states(options);
    let mut strips: Vec<Strip> = Vec::new();
    let columns = columns(draft, options);
    for (number, (option, state)) in options.iter().zip(states).enumerate() {
        let (field, state) = match choose {
            Choose::One => (group, Some(state)),
            Choose::Several => {
                let tip = format!("{tip}: {option}");
                let name = (number + 1).to_string();
                (draft.form.add(Some(group), &name, &tip, FormKind::Tick), None)
            }
        };
        let mut marked = mark(draft, option, BODY, field, state);
        if columns == 1 {
            marked.last_mut().expect("a box has a strip").height += 2.0;
            draft.lay(marked, Then::Part);
            continue;
        }
        let column = number % columns;
        if column == 0 {
            strips.append(&mut marked);
        } else {
            let x = WIDTH * small(column) / small(columns);
            let row = strips.last_mut().expect("a row was begun");
            row.parts
                .extend(marked.into_iter().flat_map(|strip| strip.parts).map(|part| part.at(x)));
        }
    }
    for strip in strips {
        draft.lay(vec![strip], Then::Part);
    }
}

/// In how many columns all the options fit on one line each.
fn columns(draft: &Draft<'_>, options: &[String]) -> usize {
    let wide = |option: &String| draft.width(option, BODY) + INDENT + 14.0;
    let widest = options.iter().map(wide).fold(1.0, f32::max);
    let most = (1..=MOST_BESIDE).rev().find(|columns| widest * small(*columns) <= WIDTH);
    // As many rows as these columns need, filled evenly.
    let rows = options.len().div_ceil(most.unwrap_or(1)).max(1);
    options.len().div_ceil(rows).max(1)
}

fn small(number: usize) -> f32 {
    u16::try_from(number).map_or(f32::MAX, f32::from)
}

/// Five buttons, from `low` to `high`.
pub(super) fn rating(draft: &mut Draft<'_>, at: At<'_>, low: Option<&str>, high: Option<&str>) {
    const STEP: f32 = 44.0;
    const ROOM: f32 = 120.0;
    let ends = [(low, 1), (high, 5)];
    let wide = |draft: &Draft<'_>, word: &str| draft.width(word, HINT);
    let short = ends.iter().all(|(word, _)| word.is_none_or(|word| wide(draft, word) <= ROOM));
    if !short {
        for (word, number) in ends {
            let word = word.map(|word| format!("{number} = {word}")).unwrap_or_default();
            draft.paragraph(&word, HINT, StructRole::P, Then::Keep);
        }
        draft.gap(2.0, Then::Keep);
    }
    let field = at.add(draft, &at.tip(), FormKind::Radio);
    let mut row = Strip { height: BODY.leading + 2.0, ..Strip::default() };
    let mut x = 0.0;
    let say = |draft: &mut Draft<'_>, row: &mut Strip, x: &mut f32, word: Option<&str>| {
        let Some(word) = word.filter(|word| short && !word.trim().is_empty()) else { return };
        let element = draft.element(StructRole::P);
        let words = draft.lines(word, HINT, (*x, WIDTH), Some(element));
        row.parts.extend(words.into_iter().flat_map(|line| line.parts).map(|part| part.down(1.5)));
        *x += wide(draft, word) + 12.0;
    };
    say(draft, &mut row, &mut x, low);
    for number in 1..=5 {
        let number = number.to_string();
        let marked = mark(draft, &number, BODY, field, Some(number.clone()));
        row.parts.extend(marked.into_iter().flat_map(|strip| strip.parts).map(|part| part.at(x)));
        x += STEP;
    }
    say(draft, &mut row, &mut x, high);
    draft.lay(vec![row], Then::Part);
}

/// A box, or a round button where it stands for a state, and the words beside it.
fn mark(
    draft: &mut Draft<'_>,
    words: &str,
    style: Style,
    field: usize,
    state: Option<String>,
) -> Vec<Strip> {
    let element = draft.element(StructRole::Form);
    let top = 1.0;
    let frame = match state {
        Some(_) => Part::Circle { x: 0.0, top, size: TICK },
        None => Part::Frame { x: 0.0, top, width: TICK, height: TICK },
    };
    let widget = Widget { x: 0.0, top, width: TICK, height: TICK, field, state, element };
    let mut strips = vec![Strip {
        height: style.leading,
        parts: vec![frame, Part::Widget(widget)],
        ..Strip::default()
    }];
    let label = draft.tree.add(element, StructRole::Lbl);
    beside(&mut strips, draft.lines(words, style, (INDENT, WIDTH - INDENT), Some(label)), 0.0);
    strips
}
