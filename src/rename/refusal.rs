//! Why nothing can be moved.

use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// Why a page stays where it is.
#[derive(Debug)]
pub enum Refusal {
    /// The book has faults already, in which a name could be overlooked.
    Faults(Vec<Diagnostic>),
    /// What was asked for makes no sense; what to say, and what to do.
    Asked(String, String),
    /// After it the book would have faults.
    Left(Vec<Diagnostic>),
}

/// Nothing can be done with what was asked for.
pub(super) fn asked<T>(words: impl Into<String>, help: impl Into<String>) -> Result<T, Refusal> {
    Err(Refusal::Asked(words.into(), help.into()))
}

/// A place that names the file, in a way of writing that is not understood.
pub(super) fn unclear<T>(source: &Source, at: usize, name: &str) -> Result<T, Refusal> {
    let (line, column) = source.line_and_column(at);
    let place = format!("{}:{line}:{column}", source.path());
    asked(
        format!("`{name}` at {place} is written in a way that cannot be changed safely"),
        "write it plainly, as in `[words](file.yaml)`, and try again",
    )
}
