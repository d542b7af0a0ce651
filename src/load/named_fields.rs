//! The fields and columns that computed fields name: whether they are there, and of a type that fits.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::diagnostic::rules::dangling_reference::dangling_reference;
use crate::diagnostic::rules::unknown_value::unknown_value;
use crate::diagnostic::rules::wrong_type::wrong_type;
use crate::diagnostic::{Diagnostic, Names};
use crate::model::{Field, FieldKind, Function, Id};
use crate::source::Spanned;
use crate::tree::join;

use super::computed::days_after::DATE;
use super::computed::{SUM, TICKED, WHERE};

/// Reports every field and column that a computed field names and the template does not have.
pub(super) fn check_references(fields: &[Field], notes: &mut Vec<Diagnostic>) {
    let names = Fields::of(fields);
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
                let ids = Names::of(columns.iter().map(|one| one.id.value.as_str()));
                notes.push(dangling_reference(column.span.clone(), "column", &column.value, &ids));
                continue;
            };
            if let FieldKind::Choice { options } = &found.kind
                && !options.iter().any(|option| option.value == value.value)
            {
                let values = Names::of(options.iter().map(|option| option.value.as_str()));
                let path = join(WHERE.name, &column.value);
                let (span, name) = (value.span.clone(), column.value.as_str());
                notes.push(unknown_value(span, name, &value.value, &values, path));
            }
        }
    }
}

/// What a computed field can name.
struct Fields<'a> {
    all: BTreeMap<String, &'a FieldKind>,
    /// Their names, once one is not among them.
    names: OnceCell<Names>,
    tables: BTreeMap<&'a str, &'a [Field]>,
}

impl<'a> Fields<'a> {
    fn of(fields: &'a [Field]) -> Self {
        let mut names =
            Self { all: BTreeMap::new(), names: OnceCell::new(), tables: BTreeMap::new() };
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
            let names = self.names.get_or_init(|| Names::of(self.all.keys().map(String::as_str)));
            notes.push(dangling_reference(name.span.clone(), "field", &name.value, names));
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
                (SUM.name, "a `number`", fits)
            }
            Function::Ticked(_) => {
                let fits = matches!(
                    kind,
                    FieldKind::Ticks { .. } | FieldKind::Tick | FieldKind::Choices { .. }
                );
                (TICKED.name, "a `checks`", fits)
            }
            Function::DaysAfter { .. } => (DATE.name, "a `date`", matches!(kind, FieldKind::Date)),
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
