//! The keys of one field of a template, or of one column of a table.

use crate::diagnostic::rules::unknown_value::malformed;
use crate::markdown::{Shape, slug};
use crate::model::{Field, FieldKind, Item};
use crate::source::Spanned;
use crate::tree::{Fields, Text};

use super::check::items;
use super::computed::computed;
use super::example::example;
use super::gather::Gather;
use super::old_ids::{note_claims, old_ids};
use super::template::note_duplicates;

/// Where a field stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Template,
    Table,
}

/// What a column can be.
const COLUMNS: [&str; 8] =
    ["text", "long", "number", "date", "choice", "check", "rating", "person"];
/// What a field can be besides.
const FIELDS: [&str; 6] = ["choices", "checks", "table", "computed", "heading", "note"];

/// The keys that a field may have besides its type.
const OTHERS: [&str; 20] = [
    "id",
    "was",
    "hint",
    "needed",
    "carry",
    "example",
    "max",
    "unit",
    "options",
    "items",
    "low",
    "high",
    "columns",
    "rows",
    "count",
    "sum",
    "percent",
    "ticked",
    "days_after",
    "where",
];

/// What types are called in other tools.
fn called_elsewhere(name: &str) -> Option<&'static str> {
    Some(match name.to_lowercase().as_str() {
        "string" | "input" | "line" | "label" | "name" | "email" | "url" => "text",
        "textarea" | "paragraph" | "multiline" | "markdown" => "long",
        "int" | "integer" | "amount" | "currency" => "number",
        "day" | "datetime" | "calendar" => "date",
        "select" | "dropdown" | "radio" | "option" => "choice",
        "multiselect" | "tags" => "choices",
        "checkbox" | "boolean" | "bool" | "tick" => "check",
        "checklist" | "checkboxes" | "todo" | "todos" => "checks",
        "scale" | "stars" | "slider" => "rating",
        "user" | "people" | "owner" => "person",
        "grid" | "rows" | "list" => "table",
        "formula" | "calculated" | "sum" => "computed",
        "title" | "section" | "header" => "heading",
        "info" | "help" | "description" => "note",
        _ => return None,
    })
}

/// The most rows a table starts with: more do not fit a page.
const MOST_ROWS: i64 = 50;

/// Reads a field. `number` is its place among the others, from 1: headings and notes are called by it.
pub fn field(
    gather: &mut Gather<'_>,
    fields: &mut Fields<'_, '_>,
    place: Place,
    number: usize,
) -> Option<Field> {
    let field = whole_field(gather, fields, place, number);
    if field.is_none() {
        // Which keys may stand here depends on what could not be read, so none of them is a fault of its own.
        for key in OTHERS {
            fields.raw(key);
        }
    }
    field
}

fn whole_field(
    gather: &mut Gather<'_>,
    fields: &mut Fields<'_, '_>,
    place: Place,
    number: usize,
) -> Option<Field> {
    let kinds: Vec<&'static str> = match place {
        Place::Template => COLUMNS.into_iter().chain(FIELDS).collect(),
        Place::Table => COLUMNS.to_vec(),
    };
    let Some((kind, ..)) = fields.one_of(&kinds) else {
        let help = format!(
            "start it with its type and its label, as in `- text: Release`; the types are {}",
            kinds.join(", ")
        );
        for key in OTHERS {
            fields.raw(key);
        }
        if fields.none_of(&kinds, called_elsewhere).is_none() {
            fields.missing_one_of(&kinds, &help);
        }
        return None;
    };
    let label = fields
        .need_text(kind, "write the field's label after its type, as in `- text: Release`")?;
    let silent = matches!(kind, "heading" | "note");
    let id = match fields.text("id") {
        Some(id) => Spanned::new(slug(&id.text), id.span),
        None if silent => Spanned::new(format!("{kind}-{number}"), label.span.clone()),
        None => Spanned::new(slug(&label.text), label.span.clone()),
    };
    let id = given_or_numbered(id, kind, number);
    let was = old_ids(fields, "was");
    let hint = gather.inline(fields, "hint");
    let needed = fields.yes("needed").unwrap_or_default();
    // What is said about people and work goes on; what was found this time does not. A row goes as a whole.
    let goes_on = place == Place::Table
        || matches!(kind, "text" | "long" | "person" | "choice" | "choices" | "table");
    let carry = fields.yes("carry").unwrap_or(goes_on);
    let filled_in = fields.raw("example");
    let kind = field_kind(gather, fields, kind, &label)?;
    let path = fields.path("example");
    let example = filled_in.and_then(|node| example(node, &kind, &path, fields.notes()));
    let label = label.text.trim().to_owned();
    Some(Field { id, was, label, hint, example, needed, carry, kind, borrowed: Vec::new() })
}

/// A label without a letter or digit gives no id of its own.
fn given_or_numbered(id: Spanned<String>, kind: &str, number: usize) -> Spanned<String> {
    if id.value.is_empty() { Spanned::new(format!("{kind}-{number}"), id.span) } else { id }
}

fn field_kind(
    gather: &mut Gather<'_>,
    fields: &mut Fields<'_, '_>,
    kind: &str,
    label: &Text,
) -> Option<FieldKind> {
    Some(match kind {
        "text" => FieldKind::Text { max: max(fields) },
        "long" => FieldKind::Long,
        "number" => FieldKind::Number { unit: fields.text("unit").map(|unit| unit.text) },
        "date" => FieldKind::Date,
        "choice" => FieldKind::Choice { options: options(gather, fields)? },
        "choices" => FieldKind::Choices { options: options(gather, fields)? },
        "check" => FieldKind::Check,
        "checks" => {
            fields.need(
                "items",
                "add `items:` and below it one line for each thing to tick, starting with `- `",
            )?;
            FieldKind::Checks { items: items(gather, fields, "items") }
        }
        "rating" => FieldKind::Rating {
            low: fields.text("low").map(|low| low.text),
            high: fields.text("high").map(|high| high.text),
        },
        "person" => FieldKind::Person,
        "table" => table(gather, fields)?,
        "computed" => FieldKind::Computed(computed(fields)?),
        "heading" => FieldKind::Heading,
        _ => {
            let prefix = format!("{}.", slug(&fields.path("note")));
            FieldKind::Note(gather.prose(label, Shape::Block, &prefix, fields.notes()))
        }
    })
}

/// How many letters fit.
fn max(fields: &mut Fields<'_, '_>) -> Option<u32> {
    let max = fields.number("max")?;
    let number = u32::try_from(max.value).ok().filter(|number| *number > 0);
    if number.is_none() {
        let path = fields.path("max");
        let help = "write how many letters fit, as in `max: 80`, or take the line out";
        let written = max.value.to_string();
        fields.note(malformed(max.span, &written, "a number of letters", path, help));
    }
    number
}

fn options(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<Vec<Item>> {
    fields.need("options", "add the options to choose from, as in `options: [Waiting, Done]`")?;
    Some(items(gather, fields, "options"))
}

fn table(gather: &mut Gather<'_>, fields: &mut Fields<'_, '_>) -> Option<FieldKind> {
    fields.need("columns", "add `columns:` and below it lines such as `- text: Request`")?;
    let mut number = 0;
    let columns = fields.groups("columns", "column", |column| {
        number += 1;
        field(gather, column, Place::Table, number)
    });
    // A column that cannot be read may be the one that others name, so the table is not known either.
    if columns.len() < number {
        return None;
    }
    if !gather.is_translation() {
        note_duplicates("column", &columns, fields.notes());
        note_claims("column", &columns, fields.notes());
    }
    let rows = match fields.number("rows") {
        None => 3,
        Some(rows) if (1..=MOST_ROWS).contains(&rows.value) => {
            u32::try_from(rows.value).unwrap_or(3)
        }
        Some(rows) => {
            let form = format!("a number of rows from 1 to {MOST_ROWS}");
            let path = fields.path("rows");
            fields.note(malformed(
                rows.span,
                &rows.value.to_string(),
                &form,
                path,
                "readers can add rows themselves",
            ));
            3
        }
    };
    Some(FieldKind::Table { columns, rows })
}
