//! How a command ended. It must not print: the room's door does.

use std::error::Error as Cause;
use std::fmt::Display;

use crate::diagnostic::Diagnostic;

/// What a command that was done has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Clean,
    /// The book has faults.
    Faults,
}

/// Why a command ended before it had done what it was asked for.
#[derive(Debug)]
pub(super) enum Error {
    /// Faults of the book, and what was not done because of them.
    Faults(Vec<Diagnostic>, &'static str),
    /// Faults that only what was asked for would bring, and what was not done because of them.
    Unfit(Vec<Diagnostic>, String),
    /// What cannot be done as it was asked for, and what to do.
    Asked(String, String),
    /// What failed outside of the book, and what that left as it was, where that is not plain.
    Failed(Box<dyn Cause>, Option<&'static str>),
}

impl Error {
    /// The name of a new file is taken.
    pub(super) fn is_there(path: impl Display, help: &str) -> Self {
        let why = format!("`{path}` is there already, and nothing is ever overwritten");
        Self::Asked(why, help.to_owned())
    }
}

impl<C: Into<Box<dyn Cause>>> From<C> for Error {
    fn from(cause: C) -> Self {
        Self::Failed(cause.into(), None)
    }
}
