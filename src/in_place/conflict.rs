//! What stands at the places that a writer wants to change, and what somebody else changed there meanwhile. It must not know
//! how the rest of the file came to be as it is.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::Serialize;

use crate::amend::{Listed, Refusal, body, values};
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

/// What stands in a file, to be looked up by keys.
struct Now {
    values: HashMap<String, Listed>,
    body: Option<Span>,
}

impl Now {
    fn of(source: &Arc<Source>, file: File) -> Result<Self, Refusal> {
        let values = values(source, file)?.into_iter();
        let body = body(source, file).map(|range| Span::new(source, range));
        Ok(Self { values: values.map(|value| (value.place.to_string(), value)).collect(), body })
    }

    /// What stands behind a key: the text where it is one, and all that was written.
    fn at(&self, key: &str) -> Option<(Option<&str>, &Span)> {
        if key.is_empty() {
            return Some((None, self.body.as_ref()?));
        }
        let value = self.values.get(key)?;
        Some((value.text.as_deref(), value.span.as_ref()?))
    }
}

/// The marks of what stands behind these keys; of one that is not there, none.
///
/// # Errors
/// When the file cannot be read.
pub fn marks(
    source: &Arc<Source>,
    file: File,
    keys: &[String],
) -> Result<BTreeMap<String, String>, Refusal> {
    let now = Now::of(source, file)?;
    let marks = keys.iter().filter_map(|key| {
        let (text, span) = now.at(key)?;
        Some((key.clone(), was(text, span)))
    });
    Ok(marks.collect())
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
    let now = Now::of(source, file)?;
    let conflicts = asked.iter().filter_map(|one| {
        let there = now.at(one.key());
        let is_same = one.saw(there.map(|(text, span)| was(text, span)).as_deref());
        (!is_same).then(|| Conflict {
            key: one.key().to_owned(),
            yours: one.typed().map(str::to_owned),
            theirs: there
                .map(|(text, span)| text.unwrap_or(&source.text()[span.range()]).to_owned()),
        })
    });
    Ok(conflicts.collect())
}
