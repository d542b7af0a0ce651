//! A table: a grid with a field in each cell, its head written again on every page; or, when it has more
//! columns than the paper is wide, one row after the other.

use pdf_writer::types::StructRole;

use crate::model::{Field, FieldKind};

use super::draft::{Draft, Then, height};
use super::sheet::Sheet;

use super::form::FormKind;
use super::grid::{NUMBERS, PAD, widths};
use super::paper::{COLUMN, Paint, Part, SMALL, Strip, TICK, WIDTH, Widget};
use super::place::{At, values};

/// How high a row is, to be written on by hand too.
const ROW: f32 = 31.0;
const LONG_ROW: f32 = 48.0;
/// A head that is higher would leave no room for rows.
const HIGHEST_HEAD: f32 = 160.0;
/// Rows that are no higher than this stay on one page.
const SHORT: f32 = 200.0;

/// Lays the table as a grid. Where it has more columns than fit it lays nothing and gives back the rows.
pub(super) fn table(
    draft: &mut Draft<'_>,
    at: At<'_>,
    columns: &[Field],
    rows: u32,
) -> Option<Vec<Row>> {
    let tip = at.tip();
    let group = at.add(draft, &tip, FormKind::Group);
    let rows: Vec<Row> = (1..=rows)
        .map(|number| {
            let name = number.to_string();
            let before = format!("{tip}, {} {name}", draft.word("template.row"));
            let group = draft.form.add(Some(group), &name, &before, FormKind::Group);
            Row { name, group, before: format!("{before}, ") }
        })
        .collect();
    let grid = widths(draft, columns).and_then(|widths| {
        let element = draft.element(StructRole::Table);
        let head = head(draft, columns, &widths, element);
        (head.height <= HIGHEST_HEAD).then_some((widths, element, head))
    });
    let Some((widths, element, head)) = grid else { return Some(rows) };
    draft.heads.push(vec![for_no_reader(&head)]);
    let number = draft.heads.len() - 1;
    draft.lay(vec![head], Then::Keep);
    let strips: Vec<Strip> =
        rows.iter().map(|row| cells(draft, columns, &widths, row, element)).collect();
    // A table that is not long is better seen as a whole.
    let last = strips.len().saturating_sub(1);
    let is_short = height(&strips) <= SHORT;
    for (at, mut strip) in strips.into_iter().enumerate() {
        strip.head = Some(number);
        draft.lay(vec![strip], if is_short && at < last { Then::Keep } else { Then::Part });
    }
    None
}

/// One row of a table.
pub(super) struct Row {
    /// Its number.
    pub name: String,
    /// The field of the form that holds its cells.
    pub group: usize,
    /// What the tooltips of its cells say first.
    pub before: String,
}

fn head(draft: &mut Draft<'_>, columns: &[Field], widths: &[f32], table: usize) -> Strip {
    let row = draft.tree.add(table, StructRole::TR);
    let mut strip = Strip::default();
    let mut edges = Vec::new();
    let corner = draft.tree.add(row, StructRole::TH);
    let number = draft.word("template.pdf_number");
    strip
        .parts
        .extend(cell(&draft.lines(&number, COLUMN, (PAD, NUMBERS - PAD), Some(corner)), PAD - 1.0));
    let mut x = NUMBERS;
    for (column, width) in columns.iter().zip(widths) {
        let element = draft.tree.add(row, StructRole::TH);
        let room = width - 2.0 * PAD;
        let mut words = draft.lines(&column.label.value, COLUMN, (x + PAD, room), Some(element));
        for help in help(draft.sheet, column) {
            words.extend(draft.lines(&help, SMALL, (x + PAD, room), Some(element)));
        }
        strip.height = strip.height.max(height(&words) + 2.0 * PAD);
        strip.parts.extend(cell(&words, PAD - 1.0));
        edges.push((x, *width));
        x += width;
    }
    strip.height = strip.height.max(COLUMN.leading + 2.0 * PAD);
    let height = strip.height;
    let ground = Part::Bar { x: 0.0, top: 0.0, width: WIDTH, height, paint: Paint::Grey(0.92) };
    let frames = [(0.0, NUMBERS)].into_iter().chain(edges);
    let frames = frames.map(|(x, width)| Part::Frame { x, top: 0.0, width, height });
    strip.parts.splice(0..0, [ground].into_iter().chain(frames));
    strip
}

/// What helps to fill in a column: the author's words, and what can stand in it.
pub(super) fn help(sheet: &Sheet<'_>, column: &Field) -> Vec<String> {
    let known = match &column.kind {
        FieldKind::Date => (sheet.words)("template.pdf_date"),
        FieldKind::Number { unit } => unit.clone().unwrap_or_default(),
        FieldKind::Choice { options } => values(options).join(" / "),
        FieldKind::Rating { low, high } => {
            let end = |word: &Option<String>, number: u8| {
                word.as_ref().map_or(number.to_string(), |word| format!("{number} = {word}"))
            };
            format!("{} / {}", end(low, 1), end(high, 5))
        }
        FieldKind::Text { .. }
        | FieldKind::Long
        | FieldKind::Choices { .. }
        | FieldKind::Tick
        | FieldKind::Ticks { .. }
        | FieldKind::Person
        | FieldKind::Table { .. }
        | FieldKind::Computed(_)
        | FieldKind::Heading
        | FieldKind::Note(_) => String::new(),
    };
    let hint = column.hint.as_ref().map(crate::markdown::Prose::plain);
    hint.into_iter().chain([known]).filter(|words| !words.is_empty()).collect()
}

/// Lines as parts of one strip, this far below its upper edge.
fn cell(lines: &[Strip], down: f32) -> Vec<Part> {
    let mut top = down;
    let mut parts = Vec::new();
    for line in lines {
        parts.extend(line.parts.iter().map(|part| part.clone().down(top)));
        top += line.height;
    }
    parts
}

fn cells(
    draft: &mut Draft<'_>,
    columns: &[Field],
    widths: &[f32],
    row: &Row,
    table: usize,
) -> Strip {
    let long = columns.iter().any(|column| matches!(column.kind, FieldKind::Long));
    let height = if long { LONG_ROW } else { ROW };
    let mut strip = Strip { height, ..Strip::default() };
    let element = draft.tree.add(table, StructRole::TR);
    let number = draft.tree.add(element, StructRole::TH);
    strip.parts.push(Part::Frame { x: 0.0, top: 0.0, width: NUMBERS, height });
    let words = draft.lines(&row.name, SMALL, (PAD, NUMBERS - PAD), Some(number));
    strip.parts.extend(cell(&words, PAD));
    let mut x = NUMBERS;
    for (column, width) in columns.iter().zip(widths) {
        let width = *width;
        strip.parts.push(Part::Frame { x, top: 0.0, width, height });
        let tip = format!("{}{}", row.before, column.label.value);
        let kind = kind(column);
        let tick = matches!(kind, FormKind::Tick);
        let field = draft.form.add(Some(row.group), &column.id.value, &tip, kind);
        let data = draft.tree.add(element, StructRole::TD);
        let element = draft.tree.add(data, StructRole::Form);
        let widget = Widget { x, top: 0.0, width, height, field, state: None, element };
        if tick {
            let (x, top) = (x + (width - TICK) / 2.0, (height - TICK) / 2.0);
            strip.parts.push(Part::Frame { x, top, width: TICK, height: TICK });
            let widget = Widget { x, top, width: TICK, height: TICK, ..widget };
            strip.parts.push(Part::Widget(widget));
        } else {
            let inner =
                Widget { x: x + 2.0, top: 1.0, width: width - 4.0, height: height - 2.0, ..widget };
            strip.parts.push(Part::Widget(inner));
        }
        x += width;
    }
    strip
}

fn kind(column: &Field) -> FormKind {
    match &column.kind {
        FieldKind::Number { .. } | FieldKind::Date => FormKind::Line { size: 9.0 },
        FieldKind::Tick => FormKind::Tick,
        FieldKind::Choice { options } => FormKind::Combo { options: values(options), size: 8.5 },
        FieldKind::Rating { .. } => {
            let options = (1..=5).map(|number: u8| number.to_string()).collect();
            FormKind::Combo { options, size: 9.0 }
        }
        FieldKind::Text { .. }
        | FieldKind::Long
        | FieldKind::Choices { .. }
        | FieldKind::Ticks { .. }
        | FieldKind::Person
        | FieldKind::Table { .. }
        | FieldKind::Computed(_)
        | FieldKind::Heading
        | FieldKind::Note(_) => FormKind::Lines { size: 9.0 },
    }
}

/// The head as it is written again: it was read aloud once.
fn for_no_reader(head: &Strip) -> Strip {
    let mut head = head.clone();
    for part in &mut head.parts {
        if let Part::Words { element, .. } = part {
            *element = None;
        }
    }
    head
}
