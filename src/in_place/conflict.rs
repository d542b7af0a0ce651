//! What somebody else changed meanwhile, at the very places that a writer wants to change. It must not know how the rest of
//! the file came to be as it is.

use std::sync::Arc;

use serde::Serialize;

use crate::amend::{Refusal, body, values};
use crate::load::File;
use crate::source::{Source, Span};

use super::asked::Asked;
use super::field::was;

/// A place at which a writer saw something else than what stands there now.
#[derive(Debug, Serialize)]
pub struct Conflict {
    key: String,
    /// What the writer typed, where it is a text.
    yours: Option<String>,
    /// What stands there, where it is a text.
    theirs: Option<String>,
}

/// The places of which somebody else changed what a writer saw.
///
/// # Errors
/// When the file cannot be read.
pub fn conflicts(
    source: &Arc<Source>,
    file: File,
    asked: &[Asked],
) -> Result<Vec<Conflict>, Refusal> {
    let values = values(source, file)?;
    let body = body(source, file).map(|range| Span::new(source, range));
    let mut conflicts = Vec::new();
    for one in asked {
        let (text, span) = if one.key().is_empty() {
            (None, body.as_ref())
        } else {
            let found = values.iter().find(|value| value.place.to_string() == one.key());
            (
                found.and_then(|value| value.text.as_deref()),
                found.and_then(|value| value.span.as_ref()),
            )
        };
        let now = span.map(|span| was(text, span));
        if !one.saw(now.as_deref()) {
            let written = span.map(|span| &source.text()[span.range()]);
            conflicts.push(Conflict {
                key: one.key().to_owned(),
                yours: one.typed().map(str::to_owned),
                theirs: text.or(written).map(str::to_owned),
            });
        }
    }
    Ok(conflicts)
}
