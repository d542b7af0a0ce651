//! The list of ids that was published before.

use std::sync::Arc;

use crate::diagnostic::rules::unknown_value::malformed;
use crate::diagnostic::{Diagnostic, Noted};
use crate::markdown::composed;
use crate::model::{FORMAT, LIST, Published, TemplateIds, VERSION};
use crate::source::{Source, Sources, Span};

/// Reads the list, if there is one: the project's own copy, or else the one that was found elsewhere.
#[must_use]
pub fn published(sources: &Sources, elsewhere: Option<&Arc<Source>>) -> Noted<Option<Published>> {
    // A copy that is no text is told of with all other files that are none.
    let elsewhere = elsewhere.filter(|_| !sources.not_utf8.contains_key(LIST.as_str()));
    let Some(source) = sources.texts.get(LIST.as_str()).or(elsewhere) else {
        return Noted::new(None, Vec::new());
    };
    match serde_json::from_str::<TemplateIds>(&composed(source.text())) {
        Ok(ids) if ids.format == FORMAT && ids.version == VERSION => {
            Noted::new(Some(Published { ids, source: Arc::clone(source) }), Vec::new())
        }
        Ok(ids) => {
            let help = if ids.version > VERSION {
                "a newer Twohats has made it: use that one"
            } else {
                HELP
            };
            Noted::new(None, vec![note(source, 0..0, help)])
        }
        Err(error) => {
            let before = source.text().split_inclusive('\n').take(error.line().saturating_sub(1));
            let start = before.map(str::len).sum();
            let line = source.text()[start..].lines().next().unwrap_or_default();
            Noted::new(None, vec![note(source, start..start + line.len(), HELP)])
        }
    }
}

const HELP: &str = "copy the list again from the site that is published, or remove the file";

fn note(source: &Arc<Source>, range: std::ops::Range<usize>, help: &str) -> Diagnostic {
    let span = Span::new(source, range);
    malformed(span, source.path(), "a list of template ids", String::new(), help)
}
