//! `extra-cell`: a row of a table has more cells than its head.

use crate::diagnostic::{Diagnostic, plural};
use crate::source::Span;

use super::Rule;

pub(crate) static RULE: Rule = Rule::error("extra-cell", include_str!("extra-cell.md"));

/// `lost` is what would be on no page; `row` is the row as it was surely meant, where that can be known.
pub(crate) fn extra_cell(
    span: Span,
    lost: &str,
    (cells, columns): (usize, usize),
    row: Option<&str>,
) -> Diagnostic {
    let (cell, column) = (plural(cells, "cell"), plural(columns, "column"));
    let message = format!(
        "this row has {cells} {cell} in a table of {columns} {column}: `{lost}` would be lost"
    );
    let help = match row {
        Some(row) => format!("a bar in a cell is written `\\|`: `{row}`"),
        None => "give the head one more cell, or write `\\|` where a bar is part of a cell".into(),
    };
    Diagnostic::new(&RULE, span, message).help(help)
}
