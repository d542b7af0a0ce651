//! Values of a sheet that are worked out, never typed.

use crate::source::Spanned;

use super::Id;

/// A value that is worked out from other fields.
#[derive(Clone, Debug)]
pub struct Computed {
    /// What is worked out, and from what.
    pub function: Function,
    /// Only rows whose columns have these values.
    pub filter: Vec<(Spanned<Id>, Spanned<String>)>,
}

/// The closed list of what can be worked out. Names are of fields, or of a table's column as in
/// `requests.cost-in-days`.
#[derive(Clone, Debug)]
pub enum Function {
    /// How many rows a table has.
    Count(Spanned<Id>),
    /// The sum of a number field or of a column of numbers.
    Sum(Spanned<Id>),
    /// One number as a part of another, in hundredths.
    Percent {
        /// The field that holds the part.
        of: Spanned<Id>,
        /// The field that holds the whole.
        within: Spanned<Id>,
    },
    /// How many boxes are ticked.
    Ticked(Spanned<Id>),
    /// The day that comes so many days after another.
    DaysAfter {
        /// The date field to count from.
        date: Spanned<Id>,
        /// How many days later; below 0, how many earlier.
        days: i64,
    },
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
