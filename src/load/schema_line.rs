//! The line in a file by which an editor finds its schema, and what is told of one that leads nowhere.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::rules::lost_schema::lost_schema;
use crate::edit::Edit;
use crate::model::SitePath;
use crate::source::{Source, Span};

use super::content_path::CONTENT;
use super::file::File;

/// What the line starts with in YAML; the way to the schema follows.
pub const SCHEMA_LINE: &str = "# yaml-language-server: $schema=";

/// Where a file says the way to its schema, and that path, seen from the project's root. `None` when it says none, or one
/// that leads out of the project.
#[must_use]
pub fn schema_line(source: &Source) -> Option<(Range<usize>, SitePath)> {
    let text = source.text();
    let at = text.find(SCHEMA_LINE).filter(|at| *at == 0 || text[..*at].ends_with('\n'))?;
    let at = at + SCHEMA_LINE.len();
    let way = text[at..].split_whitespace().next().filter(|way| !way.contains(':'))?;
    let file = SitePath::made(source.path().to_owned());
    Some((at..at + way.len(), SitePath::resolve(file.folder(), way)?))
}

/// Tells of a line that came along with a copy, as into the folder of a language: no schema is there.
pub(super) fn note(source: &Arc<Source>, file: File, language: Option<&str>) -> Option<Diagnostic> {
    let (at, led) = schema_line(source).filter(|_| file.is_yaml())?;
    if !led.as_str().starts_with(CONTENT) {
        return None;
    }
    let schema = language.map_or_else(|| file.path(), |_| file.path_translated());
    let here = SitePath::made(source.path().to_owned());
    let way = here.href(&SitePath::made(schema));
    let fix = Edit::new(source, at.clone(), way.as_str());
    Some(lost_schema(Span::new(source, at), &way, fix))
}
