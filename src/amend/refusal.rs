//! Why a change is not made. It must not know how changes are made.

use std::fmt;

use crate::diagnostic::Diagnostic;

use super::place::Place;

/// A change that is not made. Nothing is written then.
#[derive(Debug)]
pub enum Refusal {
    /// The file cannot be read, and why; the loader's own faults where it is not the file that is wrong.
    Unreadable(Vec<Diagnostic>),
    /// Nothing stands at this place, and nothing can.
    NoPlace(Place),
    /// Something else stands at this place: a list or a group where a text is changed, or a text where a list is.
    OtherShape(Place),
    /// What would be read is not what was typed, or something else would change too.
    NotWhole {
        /// What was to change.
        place: Place,
        /// The text that was typed, where it was one.
        typed: Option<String>,
        /// What would be read there, where it is a text.
        read: Option<String>,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(notes) => {
                f.write_str("the file cannot be read as it is")?;
                let first = notes.first();
                first.map_or(Ok(()), |note| {
                    let (line, _) = note.span.line_and_column();
                    write!(f, ": line {line}: {}", note.message)
                })
            }
            Self::NoPlace(place) => write!(f, "there is no place `{place}` in the file"),
            Self::OtherShape(place) => write!(f, "what stands at `{place}` has another shape"),
            Self::NotWhole { place, typed: Some(typed), read: Some(read) } if typed != read => {
                write!(f, "`{place}` would be read as {read:?}, and not as {typed:?}")
            }
            Self::NotWhole { place, .. } => {
                write!(f, "to write `{place}` would change something else in the file")
            }
        }
    }
}

impl std::error::Error for Refusal {}
