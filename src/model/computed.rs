//! Values of a sheet that are worked out, never typed.

use crate::source::Spanned;

use super::Id;

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
