//! The fields of a template, and the columns of its tables.

use std::ops::RangeInclusive;

use crate::markdown::Prose;
use crate::source::Spanned;

use super::overlay::Listed;
use super::parts::{Part, Purpose, Section, Text};
use super::{Computed, Id};

/// The marks that a rating can have.
pub const MARKS: RangeInclusive<u32> = 1..=5;

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

impl Field {
    /// The id of the field's element on its page.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("field-{}", self.id.value)
    }

    /// The columns of a table; any other field has none.
    #[must_use]
    pub fn columns(&self) -> &[Self] {
        if let FieldKind::Table { columns, .. } = &self.kind { columns } else { &[] }
    }

    /// Whether there is anything to fill in.
    #[must_use]
    pub fn holds_an_answer(&self) -> bool {
        !matches!(self.kind, FieldKind::Heading | FieldKind::Note(_) | FieldKind::Computed(_))
    }

    /// What it says, at its place.
    pub(super) fn part(&self) -> Part<'_> {
        let mut texts = Vec::new();
        self.say(&mut texts);
        let part = Part::at(self.anchor(), texts);
        let is_heading = matches!(self.kind, FieldKind::Heading);
        let section = is_heading.then(|| Section::own(part.anchor.clone(), &self.label));
        Part { section, ..part }
    }

    fn say<'a>(&'a self, texts: &mut Vec<Text<'a>>) {
        // What stands in or beside a box is no text of the page: an example, a unit.
        let Self { label, hint, kind, id: _, was: _, example: _, needed: _, carry: _, borrowed: _ } =
            self;
        let is_note = matches!(kind, FieldKind::Note(_));
        let purpose = if is_note { Purpose::Sought } else { Purpose::Text };
        texts.push(Text::plain(label).purpose(purpose));
        texts.extend(hint.iter().map(Text::prose));
        match kind {
            FieldKind::Choice { options: items }
            | FieldKind::Choices { options: items }
            | FieldKind::Checks { items } => {
                texts.extend(items.iter().map(|item| Text::prose(&item.label)));
            }
            FieldKind::Table { columns, rows: _ } => {
                for column in columns {
                    column.say(texts);
                }
            }
            FieldKind::Note(note) => texts.push(Text::prose(note)),
            FieldKind::Text { max: _ }
            | FieldKind::Long
            | FieldKind::Number { unit: _ }
            | FieldKind::Date
            | FieldKind::Check
            | FieldKind::Rating { low: _, high: _ }
            | FieldKind::Person
            | FieldKind::Computed(_)
            | FieldKind::Heading => {}
        }
    }
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

    /// Whether readers write words of their own in it.
    pub(super) fn holds_words(&self) -> bool {
        matches!(self, Self::Text { .. } | Self::Long | Self::Person | Self::Table { .. })
    }

    /// What can be chosen or ticked.
    #[must_use]
    pub fn items(&self) -> Option<&Vec<Item>> {
        if let Self::Choice { options: items }
        | Self::Choices { options: items }
        | Self::Checks { items } = self
        {
            return Some(items);
        }
        None
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

impl Listed for Item {
    fn texts_mut(&mut self) -> Vec<&mut Prose> {
        let Self { value: _, label, also: _ } = self;
        vec![label]
    }
}

/// How a field looks when it is filled in.
#[derive(Clone, Debug)]
pub enum Example {
    One(String),
    Several(Vec<String>),
    Rows(Vec<Vec<String>>),
}
