//! How wide the columns of a table are.

use crate::model::{Field, FieldKind};

use super::draft::Draft;
use super::paper::{COLUMN, SMALL, Style, WIDTH};
use super::place::values;
use super::winansi::set;

/// The column with the numbers of the rows.
pub(super) const NUMBERS: f32 = 18.0;
/// Free on both sides of what stands in a cell.
pub(super) const PAD: f32 = 4.0;

/// The widths of the columns, which fill the paper beside the numbers. `None` when they do not fit.
pub(super) fn widths(draft: &Draft<'_>, columns: &[Field]) -> Option<Vec<f32>> {
    let room = WIDTH - NUMBERS;
    let least: Vec<f32> = columns.iter().map(|column| least(draft, column)).collect();
    let free = room - least.iter().sum::<f32>();
    if free < 0.0 {
        return None;
    }
    let shares: f32 = columns.iter().map(share).sum();
    let widths = columns.iter().zip(least);
    Some(widths.map(|(column, least)| least + free * share(column) / shares).collect())
}

/// What a column needs for its answers, and for the longest word of its head as long as that is no monster.
fn least(draft: &Draft<'_>, column: &Field) -> f32 {
    let words = set(&column.label.value);
    let word = words.split(' ').map(|word| draft.width(word, COLUMN)).fold(0.0, f32::max);
    let answer: f32 = match &column.kind {
        FieldKind::Number { .. } | FieldKind::Rating { .. } => 34.0,
        FieldKind::Date => 52.0,
        FieldKind::Tick => 22.0,
        FieldKind::Choice { options } => {
            let options = values(options);
            let style = Style { size: SMALL.size + 1.0, ..SMALL };
            let wide = |option: &String| draft.width(option, style);
            // The list's button takes some room.
            options.iter().map(wide).fold(34.0, f32::max).min(80.0) + 12.0
        }
        FieldKind::Text { .. }
        | FieldKind::Long
        | FieldKind::Choices { .. }
        | FieldKind::Ticks { .. }
        | FieldKind::Person
        | FieldKind::Table { .. }
        | FieldKind::Computed(_)
        | FieldKind::Heading
        | FieldKind::Note(_) => 54.0,
    };
    let hint: f32 = if column.hint.is_some() { 58.0 } else { 0.0 };
    answer.max(hint).max(word.min(84.0)) + 2.0 * PAD
}

/// How much of the room that is left over a column takes.
fn share(column: &Field) -> f32 {
    match &column.kind {
        FieldKind::Long => 4.0,
        FieldKind::Text { .. } => 3.0,
        FieldKind::Person => 1.2,
        FieldKind::Choice { .. } => 0.4,
        FieldKind::Number { .. }
        | FieldKind::Date
        | FieldKind::Choices { .. }
        | FieldKind::Tick
        | FieldKind::Ticks { .. }
        | FieldKind::Rating { .. }
        | FieldKind::Table { .. }
        | FieldKind::Computed(_)
        | FieldKind::Heading
        | FieldKind::Note(_) => 0.2,
    }
}
