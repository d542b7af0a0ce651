//! A fillable document and its fields.

use crate::markdown::Prose;
use crate::source::Spanned;

use super::Id;
use super::field::Field;
use super::overlay::Overlay;
use super::parts::{Part, Purpose, Text};
use super::translated_fields::fields;

/// A document that readers fill in.
#[derive(Clone, Debug)]
pub struct Template {
    /// When to reach for it.
    pub use_when: Option<Prose>,
    /// How long it takes to fill in.
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
    /// From top to bottom.
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
        let mut columns = field.columns().iter();
        columns
            .find(|column| column.id.value == part)
            .map_or(&field.label.value, |one| &one.label.value)
    }

    /// All that it says, in its order.
    #[must_use]
    pub fn parts(&self) -> Vec<Part<'_>> {
        let Self { use_when, time, sensitive: _, share: _, repeat: _, was: _, retired: _, fields } =
            self;
        let time = time.iter().map(|time| Text::prose(time).purpose(Purpose::Read));
        let about = Part::at("", use_when.iter().map(Text::prose).chain(time));
        [about].into_iter().chain(fields.iter().map(Field::part)).collect()
    }

    pub(super) fn translate(&mut self, own: &Self, over: &mut Overlay<'_>) {
        let Self { use_when, time, sensitive, share, repeat, was, retired, fields: words } = self;
        over.fact("sensitive", Some(&*sensitive), Some(&own.sensitive).filter(|yes| **yes));
        over.fact("share", Some(&*share), Some(&own.share).filter(|yes| **yes));
        over.fact("repeat", repeat.as_ref(), own.repeat.as_ref());
        let ids =
            |ids: &[Spanned<Id>]| -> Vec<Id> { ids.iter().map(|id| id.value.clone()).collect() };
        over.facts("was", &ids(was), &ids(&own.was));
        over.facts("retired", &ids(retired), &ids(&own.retired));
        over.maybe(use_when, own.use_when.as_ref());
        over.maybe(time, own.time.as_ref());
        fields(over, words, &own.fields);
    }
}
