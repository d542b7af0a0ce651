//! A fillable document and its fields.

use std::ops::RangeInclusive;

use crate::markdown::Prose;
use crate::source::Spanned;

use super::Id;

/// The marks that a rating can have.
pub const MARKS: RangeInclusive<u32> = 1..=5;

/// A document that readers fill in.
#[derive(Clone, Debug)]
pub struct Template {
    pub use_when: Option<Prose>,
    pub time: Option<Prose>,
    /// It concerns a named person.
    pub sensitive: bool,
    /// Whether a filled copy may be shared by link.
    pub share: bool,
    /// How often a new copy is made, as in `weekly`.
    pub repeat: Option<String>,
    /// The ids it had before.
    pub was: Vec<Spanned<Id>>,
    /// Ids of fields that are meant to be gone, a column as `table.column`.
    pub retired: Vec<Spanned<Id>>,
    pub fields: Vec<Field>,
}

impl Template {
    /// The label of what a computed field names: a field, or a table's column as in `requests.cost-in-days`.
    #[must_use]
    pub fn label<'t>(&'t self, name: &'t str) -> &'t str {
        let (id, part) = name.split_once('.').unwrap_or((name, ""));
        let Some(field) = self.fields.iter().find(|field| field.id.value == id) else {
            return name;
        };
        let columns = match &field.kind {
            FieldKind::Table { columns, .. } => columns.as_slice(),
            _ => &[],
        };
        columns.iter().find(|column| column.id.value == part).map_or(&field.label, |one| &one.label)
    }
}

/// One field of a template, or one column of a table.
#[derive(Clone, Debug)]
pub struct Field {
    pub id: Spanned<Id>,
    /// The ids it had before.
    pub was: Vec<Spanned<Id>>,
    pub label: String,
    pub hint: Option<Prose>,
    pub example: Option<Example>,
    pub needed: bool,
    /// Whether the next copy starts with this value.
    pub carry: bool,
    pub kind: FieldKind,
    /// In a translation: the keys whose words are the original's.
    pub borrowed: Vec<&'static str>,
}

#[derive(Clone, Debug)]
pub enum FieldKind {
    Text { max: Option<u32> },
    Long,
    Number { unit: Option<String> },
    Date,
    Choice { options: Vec<Item> },
    Choices { options: Vec<Item> },
    Check,
    Checks { items: Vec<Item> },
    Rating { low: Option<String>, high: Option<String> },
    Person,
    Table { columns: Vec<Field>, rows: u32 },
    Computed(Computed),
    Heading,
    Note(Prose),
}

impl FieldKind {
    /// The key that an author writes for it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text { .. } => "text",
            Self::Long => "long",
            Self::Number { .. } => "number",
            Self::Date => "date",
            Self::Choice { .. } => "choice",
            Self::Choices { .. } => "choices",
            Self::Check => "check",
            Self::Checks { .. } => "checks",
            Self::Rating { .. } => "rating",
            Self::Person => "person",
            Self::Table { .. } => "table",
            Self::Computed(_) => "computed",
            Self::Heading => "heading",
            Self::Note(_) => "note",
        }
    }

    /// What can be chosen or ticked.
    #[must_use]
    pub fn items(&self) -> Option<&Vec<Item>> {
        match self {
            Self::Choice { options: items }
            | Self::Choices { options: items }
            | Self::Checks { items } => Some(items),
            _ => None,
        }
    }

    pub(super) fn items_mut(&mut self) -> Option<&mut Vec<Item>> {
        match self {
            Self::Choice { options: items }
            | Self::Choices { options: items }
            | Self::Checks { items } => Some(items),
            _ => None,
        }
    }
}

/// An option of a choice, or an item to tick.
#[derive(Clone, Debug)]
pub struct Item {
    /// The words as typed: the value that is kept.
    pub value: String,
    pub label: Prose,
    /// The same option in the other languages of the book.
    pub also: Vec<String>,
}

/// How a field looks when it is filled in.
#[derive(Clone, Debug)]
pub enum Example {
    One(String),
    Several(Vec<String>),
    Rows(Vec<Vec<String>>),
}

/// A value that is worked out from other fields.
#[derive(Clone, Debug)]
pub struct Computed {
    pub function: Function,
    /// Only rows whose columns have these values.
    pub filter: Vec<(Spanned<Id>, Spanned<String>)>,
}

/// The closed list of what can be worked out. Names are of fields, or of a table's column as in
/// `requests.cost-in-days`.
#[derive(Clone, Debug)]
pub enum Function {
    Count(Spanned<Id>),
    Sum(Spanned<Id>),
    Percent { of: Spanned<Id>, within: Spanned<Id> },
    Ticked(Spanned<Id>),
    DaysAfter { date: Spanned<Id>, days: i64 },
}

impl Function {
    /// What is counted, when it can be filtered.
    #[must_use]
    pub fn of(&self) -> Option<&str> {
        match self {
            Self::Count(of) | Self::Sum(of) | Self::Ticked(of) | Self::Percent { of, .. } => {
                Some(&of.value)
            }
            Self::DaysAfter { .. } => None,
        }
    }
}
