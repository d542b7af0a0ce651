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
    /// What its answers are kept under, once in the template or the table.
    pub id: Spanned<Id>,
    /// The ids it had before.
    pub was: Vec<Spanned<Id>>,
    /// What readers see beside it.
    pub label: Spanned<String>,
    /// What helps to fill it in.
    pub hint: Option<Prose>,
    /// How it looks when it is filled in.
    pub example: Option<Example>,
    /// Whether a sheet counts as filled in only with it.
    pub needed: bool,
    /// Whether the next copy starts with this value.
    pub carry: bool,
    /// What is filled in here.
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

    /// The same as a translation has it that says nothing of it: only the label is here, for who must show one.
    pub(super) fn left_out(&self) -> Self {
        let kind = match &self.kind {
            FieldKind::Number { unit: _ } => FieldKind::Number { unit: None },
            FieldKind::Choice { options: _ } => FieldKind::Choice { options: Vec::new() },
            FieldKind::Choices { options: _ } => FieldKind::Choices { options: Vec::new() },
            FieldKind::Ticks { items: _ } => FieldKind::Ticks { items: Vec::new() },
            FieldKind::Rating { low: _, high: _ } => FieldKind::Rating { low: None, high: None },
            FieldKind::Table { columns: _, rows } => {
                FieldKind::Table { columns: Vec::new(), rows: *rows }
            }
            FieldKind::Note(words) => FieldKind::Note(Prose::left_out(words.span().clone())),
            kind @ (FieldKind::Text { .. }
            | FieldKind::Long
            | FieldKind::Date
            | FieldKind::Tick
            | FieldKind::Person
            | FieldKind::Computed(_)
            | FieldKind::Heading) => kind.clone(),
        };
        Self { hint: None, example: None, kind, ..self.clone() }
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
        let section = is_heading.then(|| Section::own(part.anchor.clone(), &self.label.value));
        Part { section, ..part }
    }

    fn say<'a>(&'a self, texts: &mut Vec<Text<'a>>) {
        // What stands in or beside a box is no text of the page: an example, a unit.
        let Self { label, hint, kind, id: _, was: _, example: _, needed: _, carry: _, borrowed: _ } =
            self;
        let is_note = matches!(kind, FieldKind::Note(_));
        let purpose = if is_note { Purpose::Sought } else { Purpose::Text };
        texts.push(Text::plain(&label.value).purpose(purpose));
        texts.extend(hint.iter().map(Text::prose));
        match kind {
            FieldKind::Choice { options: items }
            | FieldKind::Choices { options: items }
            | FieldKind::Ticks { items } => {
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
            | FieldKind::Tick
            | FieldKind::Rating { low: _, high: _ }
            | FieldKind::Person
            | FieldKind::Computed(_)
            | FieldKind::Heading => {}
        }
    }
}

/// What a field holds, and what else its kind needs to know.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// One line of words.
    Text {
        /// The most letters that it may have.
        max: Option<u32>,
    },
    /// Several lines of words.
    Long,
    /// A number, which may have a point.
    Number {
        /// What is counted, as in `days`.
        unit: Option<String>,
    },
    /// A day.
    Date,
    /// One of several options.
    Choice {
        /// What there is to choose from.
        options: Vec<Item>,
    },
    /// Any of several options.
    Choices {
        /// What there is to choose from.
        options: Vec<Item>,
    },
    /// One box to tick.
    Tick,
    /// Several boxes to tick.
    Ticks {
        /// What stands beside each box.
        items: Vec<Item>,
    },
    /// A mark out of `MARKS`.
    Rating {
        /// What the lowest mark means.
        low: Option<String>,
        /// What the highest mark means.
        high: Option<String>,
    },
    /// Somebody's name.
    Person,
    /// Rows that all have the same fields.
    Table {
        /// The fields of each row.
        columns: Vec<Field>,
        /// How many rows there are to begin with.
        rows: u32,
    },
    /// A value that is worked out and never typed.
    Computed(Computed),
    /// A heading between fields, which holds no answer.
    Heading,
    /// Words between fields, which hold no answer.
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
            Self::Tick => "check",
            Self::Ticks { .. } => "checks",
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
        | Self::Ticks { items } = self
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
    /// The words as they are shown.
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
    /// A text, a number, a date, an option, a mark, or `yes` or `no`.
    One(String),
    /// Options that are chosen, or items that are ticked.
    Several(Vec<String>),
    /// The cells of a table, row by row.
    Rows(Vec<Vec<String>>),
}
