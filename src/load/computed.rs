//! Computed fields: one function of a closed list, and the fields it is made from.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::dangling_reference::dangling_reference;
use crate::diagnostic::rules::unknown_value::unknown_value;
use crate::diagnostic::rules::wrong_type::wrong_type;
use crate::model::{Computed, Field, FieldKind, Function, Id};
use crate::source::Spanned;
use crate::tree::{Fields, Text, Value};

const FUNCTIONS: [&str; 5] = ["count", "sum", "percent", "ticked", "days_after"];

/// Reads the function of a computed field, and its filter.
pub fn computed(fields: &mut Fields<'_, '_>) -> Option<Computed> {
    let found = fields.one_of(&FUNCTIONS).map(|(name, ..)| name);
    let filter = filter(fields);
    let Some(name) = found else {
        let help = "say how it is worked out: `count`, `sum`, `percent`, `ticked` or `days_after`";
        fields.missing_one_of(&FUNCTIONS, help);
        return None;
    };
    let function = match name {
        "count" => Function::Count(id(fields, "count")?),
        "sum" => Function::Sum(id(fields, "sum")?),
        "ticked" => Function::Ticked(id(fields, "ticked")?),
        "percent" => fields.group("percent", "percent", |percent| {
            let of = percent.need_text("of", "name the field that holds the part").map(spanned);
            let within =
                percent.need_text("in", "name the field that holds the whole").map(spanned);
            Some(Function::Percent { of: of?, within: within? })
        })?,
        _ => fields.group("days_after", "days_after", |after| {
            let date = after.need_text("date", "name the date field to count from").map(spanned);
            after.need("days", "say how many days later, as in `days: 7`");
            let days = after.number("days");
            Some(Function::DaysAfter { date: date?, days: days?.value })
        })?,
    };
    Some(Computed { function, filter })
}

fn spanned(text: Text) -> Spanned<String> {
    Spanned::new(text.text, text.span)
}

fn id(fields: &mut Fields<'_, '_>, name: &'static str) -> Option<Spanned<Id>> {
    fields
        .need_text(name, "name a field, or a table's column as in `requests.cost-in-days`")
        .map(spanned)
}

fn filter(fields: &mut Fields<'_, '_>) -> Vec<(Spanned<Id>, Spanned<String>)> {
    let filter = fields.group("where", "where", |columns| {
        let mut pairs = Vec::new();
        for (key, node) in columns.rest() {
            match &node.value {
                Value::Text(text) => pairs.push((
                    Spanned::new(key.name.clone(), key.span.clone()),
                    spanned(text.clone()),
                )),
                Value::List(_) | Value::Map(_) => {
                    let path = columns.path(&key.name);
                    let note = wrong_type(
                        node.span.clone(),
                        &key.name,
                        "a text",
                        node.shape(),
                        path,
                        "write one value of that column",
                    );
                    columns.note(note);
                }
            }
        }
        Some(pairs)
    });
    filter.unwrap_or_default()
}

/// Reports every field and column that a computed field names and the template does not have.
pub fn check_references(fields: &[Field], notes: &mut Vec<Diagnostic>) {
    let names = Names::of(fields);
    for field in fields {
        let FieldKind::Computed(computed) = &field.kind else { continue };
        let table = match &computed.function {
            Function::Count(of) | Function::Sum(of) | Function::Ticked(of) => {
                names.note_unless_known(of, notes);
                names.note_unless_fit(&computed.function, of, notes);
                of.value.split('.').next().unwrap_or_default()
            }
            Function::Percent { of, within } => {
                names.note_unless_known(of, notes);
                names.note_unless_known(within, notes);
                of.value.split('.').next().unwrap_or_default()
            }
            Function::DaysAfter { date, .. } => {
                names.note_unless_known(date, notes);
                names.note_unless_fit(&computed.function, date, notes);
                continue;
            }
        };
        let columns = names.tables.get(table).copied().unwrap_or_default();
        if columns.is_empty() && !names.all.contains_key(table) {
            continue;
        }
        for (column, value) in &computed.filter {
            let Some(found) = columns.iter().find(|one| one.id.value == column.value) else {
                let ids: Vec<&str> = columns.iter().map(|one| one.id.value.as_str()).collect();
                notes.push(dangling_reference(column.span.clone(), "column", &column.value, &ids));
                continue;
            };
            if let FieldKind::Choice { options } = &found.kind {
                let values: Vec<&str> =
                    options.iter().map(|option| option.value.as_str()).collect();
                if !values.contains(&value.value.as_str()) {
                    notes.push(unknown_value(
                        value.span.clone(),
                        &column.value,
                        &value.value,
                        &values,
                        format!("where.{}", column.value),
                    ));
                }
            }
        }
    }
}

/// What a computed field can name.
struct Names<'a> {
    all: BTreeMap<String, &'a FieldKind>,
    tables: BTreeMap<&'a str, &'a [Field]>,
}

impl<'a> Names<'a> {
    fn of(fields: &'a [Field]) -> Self {
        let mut names = Self { all: BTreeMap::new(), tables: BTreeMap::new() };
        for field in fields.iter().filter(|field| field.holds_an_answer()) {
            let id = &field.id.value;
            names.all.insert(id.clone(), &field.kind);
            if let FieldKind::Table { columns, .. } = &field.kind {
                let column =
                    |column: &'a Field| (format!("{id}.{}", column.id.value), &column.kind);
                names.all.extend(columns.iter().map(column));
                names.tables.insert(id, columns);
            }
        }
        names
    }

    fn note_unless_known(&self, name: &Spanned<Id>, notes: &mut Vec<Diagnostic>) {
        if !self.all.contains_key(&name.value) {
            let all: Vec<&str> = self.all.keys().map(String::as_str).collect();
            notes.push(dangling_reference(name.span.clone(), "field", &name.value, &all));
        }
    }

    /// A function works on some kinds of fields, and gives nothing for others.
    fn note_unless_fit(
        &self,
        function: &Function,
        name: &Spanned<Id>,
        notes: &mut Vec<Diagnostic>,
    ) {
        let Some(kind) = self.all.get(&name.value) else { return };
        let (key, wanted, fits) = match function {
            Function::Sum(_) => {
                let fits = matches!(kind, FieldKind::Number { .. } | FieldKind::Rating { .. });
                ("sum", "a `number`", fits)
            }
            Function::Ticked(_) => {
                let fits = matches!(
                    kind,
                    FieldKind::Checks { .. } | FieldKind::Check | FieldKind::Choices { .. }
                );
                ("ticked", "a `checks`", fits)
            }
            Function::DaysAfter { .. } => ("date", "a `date`", matches!(kind, FieldKind::Date)),
            Function::Count(_) | Function::Percent { .. } => return,
        };
        if !fits {
            let found = format!("a `{}`", kind.name());
            let help = "name a field, or a table's column, of that type";
            let span = name.span.clone();
            notes.push(wrong_type(span, key, wanted, &found, String::new(), help));
        }
    }
}
